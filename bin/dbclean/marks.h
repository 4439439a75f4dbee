/* SPDX-License-Identifier: ISC */
/* Dashes among tokens. */
#ifndef MARKS_H
#define MARKS_H

#include "token.h"

static inline bool is_dash(Str text, const Token *t, size_t n, size_t i)
{
    if (i >= n || t[i].type != TOKEN_MARK)
        return false;
    Str s = token_str(text, &t[i]);
    return str_eq(s, STR("-")) || str_eq(s, STR("–")) || str_eq(s, STR("—"));
}

#endif
