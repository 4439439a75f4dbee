/* SPDX-License-Identifier: ISC */
/* What a Lexicon is made of: words by their folded form, phrases as a trie over the words' ids. Phrases are
 * added to a draft; when all are there the trie is laid out for reading.
 *
 * Which phrases the built-in tables have is known when a program is built. So it is linked twice: first with
 * lexgen.c, which fills a Lexicon and writes its arrays and what each call answered as C; then with that, and
 * starts with the arrays laid out. Rows given by -t make it fill its own. */
#ifndef TRIE_H
#define TRIE_H

#include "lexicon.h"

typedef struct {
    uint32_t hash, at, n, id; /* id 0: free */
} Word;

/* A step from a state by a word lies where the sum of both leads: the numbers of the states are chosen so
 * that no two steps meet there. All that a walk asks about the state it leads to lies beside it. The first
 * step, from the root, is in LexiconWord. */
typedef struct {
    uint64_t below;  /* tables of the phrases that go through here or end here */
    uint64_t ends;   /* tables of those that end here */
    uint32_t from;   /* the state; 0: free */
    uint32_t to;     /* NO_STATE: none leads on */
    uint32_t values; /* where those of the phrase that ends here are, in the order of the tables */
} Step;
#define NO_STATE UINT32_MAX

typedef struct Draft Draft;

struct Lexicon {
    struct LexiconHead head;
    Step *steps;
    size_t steps_cap; /* a power of two */
    uint32_t *values;
    size_t n_values;
    Draft *draft; /* until it is done */
    Buf text;     /* of the words */
    Word *words;
    size_t words_cap, n_words; /* cap is a power of two */
    size_t heads_cap;
    uint32_t *answers; /* of lexicon_add and lexicon_word, in the order of the calls … */
    bool filling;      /* … but between lexicon_fill_begin and its end */
    size_t n_answers, answers_cap;
    bool laid_out;   /* nothing is added, the answers are given again */
    size_t answered; /* so many of them */
};

/* One with room for so many branches at first, a power of two. */
Draft *draft_new(size_t branches);
void draft_free(Draft *d);
/* Adds a phrase of words, gives its value. */
uint32_t draft_add(Lexicon *l, unsigned table, Str phrase, uint32_t value);
/* The id of a word as written, added if need be. */
uint32_t draft_word(Lexicon *l, Str word);
/* Lays out what is in the draft. */
void draft_settle(Lexicon *l);

/* The id of a folded word that is added if need be. */
uint32_t word_add(Lexicon *l, Str folded);

extern Lexicon *const lexicon_laid_out;              /* NULL: there is none */
extern void (*const lexicon_write)(const Lexicon *); /* what is done with one that is filled; NULL: nothing */

#endif
