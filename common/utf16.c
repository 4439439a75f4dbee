/* SPDX-License-Identifier: ISC */
#include "utf16.h"

static uint32_t unit(Str s, size_t i, Utf16 form)
{
    const unsigned char *p = (const unsigned char *)s.p + i;

    return form == UTF16_LITTLE ? p[0] | (uint32_t)p[1] << 8 : (uint32_t)p[0] << 8 | p[1];
}

/* Does text read in this form look like text: much of it below U+0100, no space or line end but as U+0020 and
 * U+000A, no half pairs? */
static bool looks_like(Str s, Utf16 form)
{
    size_t n = s.n / 2, low = 0, high = 0;

    for (size_t i = 0; i < n; i++) {
        uint32_t c = unit(s, 2 * i, form);

        if (c == 0 || c == 0x2000 || c == 0x0A00 || (c >= 0xD800 && c < 0xE000))
            return false;
        low += c < 0x100;
        high += (c & 0xFF) == 0;
    }
    return low > n / 3 && high <= n / 50;
}

Utf16 utf16_guess(Str start)
{
    enum { LEAST = 16 };

    if (str_starts(start, STR("\xFF\xFE")))
        return UTF16_LITTLE;
    if (str_starts(start, STR("\xFE\xFF")))
        return UTF16_BIG;
    if (start.n < LEAST || !memchr(start.p, 0, start.n))
        return UTF16_NONE;
    if (looks_like(start, UTF16_LITTLE))
        return UTF16_LITTLE;
    return looks_like(start, UTF16_BIG) ? UTF16_BIG : UTF16_NONE;
}

size_t utf16_lines(Str s, Utf16 form)
{
    size_t i = s.n & ~(size_t)1;

    while (i > 0 && unit(s, i - 2, form) != '\n')
        i -= 2;
    return i;
}

size_t utf16_chars(Str s, Utf16 form)
{
    size_t n = s.n & ~(size_t)1;

    return n >= 2 && (unit(s, n - 2, form) & 0xFC00) == 0xD800 ? n - 2 : n;
}

size_t utf16_read(Str s, Utf16 form, Buf *out)
{
    size_t mended = 0, i = 0;

    while (i + 2 <= s.n) {
        uint32_t c = unit(s, i, form);

        i += 2;
        if ((c & 0xFC00) == 0xD800 && i + 2 <= s.n && (unit(s, i, form) & 0xFC00) == 0xDC00) {
            c = 0x10000 + ((c & 0x3FF) << 10) + (unit(s, i, form) & 0x3FF);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
            mended++;
        }
        buf_utf8(out, c);
    }
    if (i < s.n) {
        buf_utf8(out, 0xFFFD);
        mended++;
    }
    return mended;
}
