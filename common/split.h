/* SPDX-License-Identifier: ISC */
/* Where tokens begin and end in a text. */
#ifndef SPLIT_H
#define SPLIT_H

#include "str.h"
#include "token.h"

typedef struct {
    Str text;
    size_t before; /* bytes of space passed over */
    TokenType type;
} Split;

/* The next token of valid UTF-8 from *at on; moves *at behind it. False at the end. */
bool split_next(Str text, size_t *at, Split *out);

#endif
