/* SPDX-License-Identifier: ISC */
/* UTF-8: decoding, counting, mending. Code points are uint32_t, never a surrogate, at most U+10FFFF. */
#ifndef UTF8_H
#define UTF8_H

#include "str.h"

/* Decodes one code point of valid UTF-8 at s[*at] (which must be inside s) and moves *at behind it. */
static inline uint32_t utf8_next(Str s, size_t *at)
{
    const unsigned char *p = (const unsigned char *)s.p + *at;
    uint32_t c = p[0];

    if (c < 0x80) {
        *at += 1;
        return c;
    }
    if (c < 0xE0) {
        *at += 2;
        return (c & 0x1F) << 6 | (p[1] & 0x3FU);
    }
    if (c < 0xF0) {
        *at += 3;
        return (c & 0x0F) << 12 | (p[1] & 0x3FU) << 6 | (p[2] & 0x3FU);
    }
    *at += 4;
    return (c & 0x07) << 18 | (p[1] & 0x3FU) << 12 | (p[2] & 0x3FU) << 6 | (p[3] & 0x3FU);
}

/* The code point before s[*at]; moves *at to its first byte. */
uint32_t utf8_prev(Str s, size_t *at);
/* Bytes of the valid UTF-8 sequence that begins s, 0 if none does. */
size_t utf8_valid(Str s);
/* First byte of s that is not part of valid UTF-8; s.n when all is valid. */
size_t utf8_check(Str s);
/* Appends s to out, each invalid sequence (maximal subpart) as one U+FFFD. Returns how many. */
size_t utf8_mend(Str s, Buf *out);
/* Code points in valid UTF-8. */
size_t utf8_count(Str s);

/* Letter case and class. Combining marks are letters, so that a word in NFD is one word. */
bool cp_is_letter(uint32_t c);
bool cp_is_upper(uint32_t c);
bool cp_is_lower(uint32_t c);
uint32_t cp_lower(uint32_t c);
uint32_t cp_upper(uint32_t c);
bool cp_is_space(uint32_t c);   /* Unicode White_Space, NBSP and the line and paragraph separators included */
bool cp_is_control(uint32_t c); /* C0, DEL, C1 */

/* Is this a code point that NFC leaves alone whatever stands beside it? False for some that it leaves alone
 * too. */
bool cp_stays(uint32_t c);
/* Appends the NFC of valid UTF-8 to out, in linear time. Slow: for runs that hold a code point that may
 * change. */
void utf8_nfc(Str s, Buf *out);

#endif
