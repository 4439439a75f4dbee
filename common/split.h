/* SPDX-License-Identifier: ISC */
/* Where tokens begin and end in a text. */
#ifndef SPLIT_H
#define SPLIT_H

#include "mask.h"
#include "str.h"
#include "token.h"

typedef struct {
    Str text;
    size_t before; /* bytes of space passed over */
    TokenType type;
} Split;

/* The token at byte `at` of valid UTF-8, which is no space: *len its bytes. */
TokenType split_token(Str text, size_t at, size_t *len);
/* The next token of valid UTF-8 from *at on; moves *at behind it. False at the end. */
bool split_next(Str text, size_t *at, Split *out);

/* Up to 64 bytes of text at once: bit i tells of byte i. */
typedef struct {
    uint64_t space; /* and what lies behind the text's end */
    uint64_t word;  /* letters, and all bytes that are not ASCII */
    uint64_t odd;   /* lead bytes that are no letter of Vietnamese for sure */
    uint64_t quote; /* what may be an apostrophe */
} SplitBlock;

SplitBlock split_block(Str text); /* of its first 64 bytes */

/* Bytes of space at byte `off` of the block, as far as it reaches. */
static inline size_t split_spaces(const SplitBlock *b, size_t off)
{
    uint64_t other = ~(b->space >> off);
    return other ? (size_t)__builtin_ctzll(other) : BLOCK;
}

/* Bytes of the word that begins at byte `off` when it is a plain one, of letters that need no second look; 0
 * asks for split_token. */
static inline size_t split_plain(const SplitBlock *b, size_t off)
{
    uint64_t other = ~(b->word >> off);
    size_t n = other ? (size_t)__builtin_ctzll(other) : BLOCK;
    if (n == 0 || off + n >= BLOCK || (n == 1 && b->quote >> (off + 1) & 1)) /* H’Loan */
        return 0;
    return b->odd >> off & ((UINT64_C(1) << n) - 1) ? 0 : n;
}

#endif
