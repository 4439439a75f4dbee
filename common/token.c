/* SPDX-License-Identifier: ISC */
#include "token.h"

#include "utf8.h"

char mark_char(Str mark)
{
    enum { HYPHEN = 0x2010, LAST_DASH = 0x2015, MINUS = 0x2212 };
    size_t at = 0;
    uint32_t c = utf8_next(mark, &at);
    if (mark.n == 1)
        return mark.p[0];
    return (c >= HYPHEN && c <= LAST_DASH) || c == MINUS ? '-' : MARK_WIDE;
}
