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

#define SPLIT_NO_BLOCK (SIZE_MAX / 2 + 1) /* far from any place */

/* The words of 64 bytes of text at once: bit i tells of byte base + i. */
typedef struct {
    size_t base;
    uint64_t word; /* letters, and all bytes that are not ASCII */
    uint64_t odd;  /* lead bytes that are no letter of Vietnamese for sure */
} SplitBlock;

void split_block(Str text, size_t at, SplitBlock *b); /* the block that begins at `at` */

/* Bytes of the word that begins at `at` when it is a plain one, of letters that need no second look; 0 asks
 * for split_next. A block is made anew where the one at hand ends: begin with base SPLIT_NO_BLOCK. */
static inline size_t split_plain(Str text, size_t at, SplitBlock *b)
{
    enum { REACH = 44 };
    size_t off = at - b->base;
    if (off > REACH) {
        split_block(text, at, b);
        off = 0;
    }
    uint64_t run = b->word >> off;
    size_t n = ~run ? (size_t)__builtin_ctzll(~run) : 64;
    if (n < 2 || off + n >= 64) /* a lone letter may have an apostrophe behind it: H’Loan */
        return 0;
    return b->odd >> off & ((UINT64_C(1) << n) - 1) ? 0 : n;
}

#endif
