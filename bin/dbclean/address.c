/* SPDX-License-Identifier: ISC */
#include "address.h"

#include "mask.h"
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

static inline Lane is(Lane lane, char byte)
{
    return lane_equal(lane, lane_each((unsigned char)byte));
}

/* Bytes of the block at the front of s that may begin an address: 0, @, ww, ht; not its last one. */
static uint64_t may_be_contact(Str s)
{
    char room[BLOCK];
    const char *p = block_at(s.p, s.n, ' ', room);
    uint64_t sign = 0, w = 0, h = 0, t = 0;
    for (unsigned i = 0; i < BLOCK; i += LANE) {
        Lane lane = lane_load(p + i);
        sign |= lane_bits(lane_or(is(lane, '0'), is(lane, '@'))) << i;
        w |= lane_bits(is(lane, 'w')) << i;
        h |= lane_bits(is(lane, 'h')) << i;
        t |= lane_bits(is(lane, 't')) << i;
    }
    return (sign | (w & w >> 1) | (h & t >> 1)) << 1 >> 1;
}

static bool contact_at(Str s, size_t i)
{
    if (s.p[i] == '0')
        return phone_digits(s, i) >= 9;
    if (s.p[i] == '@')
        return mail_at(s, i);
    return i + 4 < s.n && (memcmp(s.p + i, "www.", 4) == 0 || memcmp(s.p + i, "http", 4) == 0);
}

bool has_contact(Str s)
{
    for (size_t base = 0; base < s.n; base += BLOCK - 1)
        for (uint64_t may = may_be_contact(str_from(s, base)); may; may &= may - 1)
            if (contact_at(s, base + (size_t)__builtin_ctzll(may)))
                return true;
    return false;
}
