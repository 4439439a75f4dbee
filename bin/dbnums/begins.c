/* SPDX-License-Identifier: ISC */
#include "begins.h"

#include <stdlib.h>

#include "mask.h"
#include "table_numbers.h"

/* What a look at a token tells: bits of a byte, those of OTHER_… first. */
enum { ALONE, FIRST, SECOND, TIME, NUMBER, DIGITS, FAR, USES, SEEN = USES };
_Static_assert(OTHER_ALONE == 1 << ALONE && OTHER_FIRST == 1 << FIRST && OTHER_SECOND == 1 << SECOND &&
                   OTHER_TIME == 1 << TIME,
               "both count alike");

enum {
    AHEAD = 8,      /* tokens between the first word of what leads digits and them */
    AHEAD_ALONE = 3 /* behind a lead of one word: a dash, "số", the digits */
};

void begins_free(Begins *b)
{
    free(b->words);
    free(b->blocks);
}

static unsigned learn(Begins *b, const Token *t)
{
    if (t->word >= b->n_words) {
        size_t old = b->n_words;
        b->words = array_room(b->words, &b->n_words, t->word, 1);
        memset(b->words + old, 0, b->n_words - old);
    }
    unsigned use = 1U << SEEN;
    if (t->type != TOKEN_NUMBER) {
        bool number = amount_begins(b->amounts, t) || t->word == b->times;
        use |= other_uses(b->others, t) | (unsigned)number << NUMBER;
    }
    if (t->word == b->about || t->word == b->turn || lexicon_begins(b->l, t->word) >> TABLE_COMPARE & 1)
        use |= 1U << FAR;
    b->words[t->word] = (uint8_t)use;
    return use;
}

static bool roman(char c)
{
    return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C';
}

/* What a look tells of n tokens. */
static void look(Begins *b, Str text, const Token *t, size_t n, uint8_t uses[BLOCK])
{
    const uint8_t *words = b->words;
    size_t known = b->n_words;
    for (size_t i = 0; i < n; i++) {
        unsigned use = t[i].word < known ? words[t[i].word] : 0;
        if (!use) {
            use = learn(b, &t[i]);
            words = b->words;
            known = b->n_words;
        }
        if (t[i].type == TOKEN_NUMBER)
            use |= 1U << NUMBER | 1U << DIGITS;
        else if (t[i].flags & TOKEN_UPPER && t[i].n <= 6 && roman(text.p[t[i].at]))
            use |= 1U << DIGITS;
        uses[i] = (uint8_t)use;
    }
}

/* For each of these bits, of which of the 64 tokens it is told. */
static void turn(const uint8_t uses[BLOCK], uint64_t of[USES])
{
    memset(of, 0, USES * sizeof *of);
    for (unsigned i = 0; i < BLOCK; i += LANE) {
        Lane lane = lane_load((const char *)uses + i);
#pragma GCC unroll 8 /* without a loop it is a few instructions each */
        for (int k = 0; k < USES; k++)
            of[k] |= lane_bits(lane_up(lane, 7 - k)) << i;
    }
}

/* Tokens that have one of these within `most` tokens behind them; `next`: of the 64 tokens behind. */
static uint64_t before(uint64_t of, uint64_t next, unsigned most)
{
    uint64_t bits = 0;
#pragma GCC unroll 8
    for (unsigned k = 1; k <= most; k++)
        bits |= of >> k | next << (64 - k);
    return bits;
}

/* The block at hand; *digits and *second are those of the block behind it, and become its own. */
static void read_block(BeginsBlock *b, const uint8_t uses[BLOCK], uint64_t *digits, uint64_t *second)
{
    uint64_t of[USES];
    turn(uses, of);
    uint64_t alone = of[ALONE] & before(of[DIGITS], *digits, AHEAD_ALONE);
    uint64_t longer = of[FIRST] & before(of[SECOND], *second, 1);
    uint64_t lead = alone | ((longer | of[TIME]) & before(of[DIGITS], *digits, AHEAD));
    *b = (BeginsBlock){{[BEGINS_NUMBER] = of[NUMBER],
                        [BEGINS_DIGITS] = of[DIGITS],
                        [BEGINS_LEAD] = lead,
                        [BEGINS_ANY] = of[NUMBER] | lead,
                        [BEGINS_WORTH] = of[NUMBER] | of[DIGITS],
                        [BEGINS_FAR] = of[FAR]}};
    *digits = of[DIGITS];
    *second = of[SECOND];
}

void begins_read(Begins *b, Str text, const Token *t, size_t n)
{
    uint64_t digits = 0, second = 0;
    size_t blocks = n / BLOCK + 1;
    b->blocks = array_room(b->blocks, &b->blocks_cap, blocks, sizeof *b->blocks);
    b->blocks[blocks] = (BeginsBlock){{0}};
    for (size_t k = blocks; k-- > 0;) {
        uint8_t uses[BLOCK] = {0};
        size_t from = k * BLOCK;
        look(b, text, t + from, n - from < BLOCK ? n - from : BLOCK, uses);
        read_block(&b->blocks[k], uses, &digits, &second);
    }
}
