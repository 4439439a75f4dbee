/* SPDX-License-Identifier: ISC */
#include "address.h"

#include "utf8.h"

bool is_file(Str s)
{
    static const Str kinds[] = {{".jpg", 4},  {".png", 4}, {".gif", 4}, {".jpeg", 5}, {".bmp", 4},
                                {".webp", 5}, {".pdf", 4}, {".doc", 4}, {".docx", 5}, {".mp4", 4}};
    if (str_eq(s, STR("[img]")) ||
        (s.n > 2 && s.n < 12 && s.p[0] == '[' && s.p[s.n - 1] == ']' && utf8_count(s) == s.n))
        return true;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        size_t n = kinds[k].n, same = 0;
        if (s.n <= n)
            continue;
        while (same < n && (s.p[s.n - n + same] | 0x20) == (kinds[k].p[same] | 0x20))
            same++;
        if (same == n)
            return true;
    }
    return false;
}

static bool is_host_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '/' || c == ':' || c == '?' || c == '&' || c == '=' || c == '_';
}

/* thainguyen.gov.vn, https://baohay.vn/tin?id=12&print=true, but K.ANH wrote it */
bool is_host(Str s)
{
    size_t dots = 0;
    if (s.n < 5 || s.n > 120)
        return false;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_host_char(s.p[i]))
            return false;
        dots += s.p[i] == '.';
    }
    char last = s.p[s.n - 1], first = s.p[0] | 0x20;
    return dots && (dots > 1 || (last & 0x20)) && first >= 'a' && first <= 'z' && (last | 0x20) >= 'a' &&
           (last | 0x20) <= 'z' && s.p[s.n - 2] != '.';
}

/* Digits of a telephone number that begins at byte i: 0206 3853 507, (0205) 3811.222, 0900 111 222 */
static size_t phone_digits(Str s, size_t i)
{
    size_t digits = 0;
    if (s.p[i] != '0' || (i && s.p[i - 1] >= '0' && s.p[i - 1] <= '9'))
        return 0;
    for (; i < s.n; i++) {
        char c = s.p[i];
        if (c >= '0' && c <= '9')
            digits++;
        else if (c != ' ' && c != '.' && c != '-' && c != ')')
            break;
    }
    return digits;
}

/* ten@tinh.example.vn around the @ at byte i */
static bool mail_at(Str s, size_t i)
{
    size_t at = i + 1;
    while (at < s.n && s.p[at] != ' ' && s.p[at] != '.')
        at++;
    return i && at > i + 2 && at + 1 < s.n && s.p[at] == '.';
}

bool has_contact(Str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c > '@' && c != 'w' && c != 'h')
            continue;
        if ((c == '0' && phone_digits(s, i) >= 9) || (c == '@' && mail_at(s, i)))
            return true;
        if ((c == 'w' || c == 'h') && i + 4 < s.n &&
            (memcmp(s.p + i, "www.", 4) == 0 || memcmp(s.p + i, "http", 4) == 0))
            return true;
    }
    return false;
}
