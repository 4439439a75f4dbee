/* SPDX-License-Identifier: ISC */
/* Single marks among tokens. */
#ifndef MARKS_H
#define MARKS_H

#include "token.h"

/* The mark of one byte at token i, 0 for none. */
static inline char mark_at(Str text, const Token *t, size_t n, size_t i)
{
    return i < n && t[i].type == TOKEN_MARK && t[i].n == 1 ? text.p[t[i].at] : 0;
}

static inline bool is_dash(Str text, const Token *t, size_t n, size_t i)
{
    if (i >= n || t[i].type != TOKEN_MARK)
        return false;
    Str s = token_str(text, &t[i]);
    return str_eq(s, STR("-")) || str_eq(s, STR("–")) || str_eq(s, STR("—"));
}

#endif
