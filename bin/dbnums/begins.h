/* SPDX-License-Identifier: ISC */
/* Where in a record numbers, words that lead them, and others that are looked for from afar, may begin: told
 * by a look at each word, for 64 tokens together, so that they are found without a walk over what is none. */
#ifndef BEGINS_H
#define BEGINS_H

#include "amount.h"
#include "other.h"

typedef enum {
    BEGINS_NUMBER, /* digits, or a word that a number may begin with: năm, gấp */
    BEGINS_DIGITS, /* digits, or what may be a Roman number */
    BEGINS_LEAD,  /* a word that makes a name or a time of the digits close behind it: Điều 5, năm 2020 */
    BEGINS_ANY,   /* a number or a lead */
    BEGINS_WORTH, /* a number or digits: a sentence without is not read */
    BEGINS_FAR,   /* a word that a figure some tokens away asks for: ước, trở lên, cao hơn */
    BEGINS
} BeginsWhat;

typedef struct {
    uint64_t at[BEGINS]; /* bit i: token i of 64 */
} BeginsBlock;

typedef struct {
    const Amounts *amounts;
    const Others *others;
    const Lexicon *l;
    uint32_t times, about, turn; /* gấp, ước, trở */
    uint8_t *words;              /* by word id, as far as met: what a look at the word tells */
    size_t n_words;
    BeginsBlock *blocks; /* of the record that is read, and an empty one */
    size_t blocks_cap;
} Begins;

void begins_free(Begins *b);
/* Looks at a record. */
void begins_read(Begins *b, Str text, const Token *t, size_t n);

static inline bool begins_at(const Begins *b, BeginsWhat what, size_t i)
{
    return b->blocks[i / 64].at[what] >> i % 64 & 1;
}

/* The first such token from i on, `to` when there is none before that. */
static inline size_t begins_next(const Begins *b, BeginsWhat what, size_t i, size_t to)
{
    for (; i < to; i = (i | 63) + 1) {
        uint64_t at = b->blocks[i / 64].at[what] >> i % 64;
        if (at)
            return i + (size_t)__builtin_ctzll(at) < to ? i + (size_t)__builtin_ctzll(at) : to;
    }
    return to;
}

/* Is there one among n tokens from i on, fewer than 64? */
static inline bool begins_within(const Begins *b, BeginsWhat what, size_t i, size_t n)
{
    const BeginsBlock *block = &b->blocks[i / 64];
    uint64_t at = block[0].at[what] >> i % 64 | block[1].at[what] << 1 << (63 - i % 64);
    return (at & ((UINT64_C(1) << n) - 1)) != 0;
}

#endif
