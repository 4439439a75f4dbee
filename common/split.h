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

/* 64 bytes of text at once: bit i tells of byte i. A run is of ASCII letters and all bytes that are not
 * ASCII: one word nearly always, but “ and … are such bytes too. A run that reaches the end of the block may
 * go on behind it, so what is told ends where it begins. */
typedef struct {
    size_t end;     /* bytes told of; 0: the block is one run */
    uint64_t run;   /* bytes of runs */
    uint64_t first; /* the first ones of runs, and all other bytes but spaces: a token begins there */
} SplitBlock;

SplitBlock split_block(const char *p);

/* Bytes of the run that begins at byte `off`; 1 where none does. */
static inline size_t split_length(const SplitBlock *b, size_t off)
{
    size_t n = (unsigned)__builtin_ctzll(~(b->run >> off));
    return n + (n == 0);
}

/* Where tokens begin from byte `off` on, at which one ends, maybe within a run. */
static inline uint64_t split_from(const SplitBlock *b, size_t off)
{
    if (off >= BLOCK)
        return 0;
    return (b->first & UINT64_MAX << off) | (b->run & UINT64_C(1) << off);
}

#endif
