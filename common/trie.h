/* SPDX-License-Identifier: ISC */
/* What a Lexicon is made of: words by their folded form, phrases as a trie over the words' ids.
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

/* A step from a state by a word, and what is told of the state it leads to: all that a walk asks for lies in
 * one place. The first step, from the root, is in LexiconWord. */
typedef struct {
    uint64_t below;      /* tables of the phrases that go through here or end here */
    uint32_t from, word; /* from 0: free */
    uint32_t to;         /* a number that is no other state's */
    uint32_t next;       /* a bit for each word that leads on (its id mod 32): most walks end here */
    LexiconValue value;  /* of the phrase that ends here */
} Step;

/* A word as written that was folded before: the same syllables make nearly all phrases. n 0: free */
enum { RECENT = 2048, RECENT_FORM = 15 };
typedef struct {
    char form[RECENT_FORM];
    uint8_t n;
    uint32_t id;
} Recent;

struct Lexicon {
    struct LexiconHead head;
    size_t heads_cap;
    Buf text; /* of the words */
    Word *words;
    size_t words_cap, n_words; /* cap is a power of two */
    Step *steps;
    size_t steps_cap, n_steps; /* cap is a power of two */
    uint32_t n_states;
    LexiconValue *more; /* values of phrases that stand in several tables, from 1 */
    size_t n_more, more_cap;
    uint32_t *answers; /* of lexicon_add and lexicon_word, in the order of the calls … */
    bool filling;      /* … but between lexicon_fill_begin and its end */
    size_t n_answers, answers_cap;
    bool laid_out;   /* nothing is added, the answers are given again */
    size_t answered; /* so many of them */
    Recent *recent;  /* RECENT of them */
    Buf folded;
};

extern Lexicon *const lexicon_laid_out;              /* NULL: there is none */
extern void (*const lexicon_write)(const Lexicon *); /* what is done with one that is filled; NULL: nothing */

#endif
