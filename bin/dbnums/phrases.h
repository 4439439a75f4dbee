/* SPDX-License-Identifier: ISC */
/* Phrases that stand for several things at once, brought together before they go into a lexicon, which keeps
 * one value a phrase: each distinct phrase (as it is matched) gets a number and the list of what was given
 * with it. */
#ifndef PHRASES_H
#define PHRASES_H

#include "lexicon.h"

typedef struct {
    Str key;    /* folded words, one space between */
    Str phrase; /* as given */
    uint32_t value;
} PhraseEntry;

typedef struct {
    PhraseEntry *entries;
    size_t n, cap;
    Arena text;
    Buf fold;
} Phrases;

void phrases_add(Phrases *p, Str phrase, uint32_t value);
void phrases_add_forms(Phrases *p, Str cell, uint32_t value);
/* Puts each distinct phrase into the lexicon's table; its value there is the index of its first entry.
 * Entries of one phrase lie side by side, in the order given. */
void phrases_put(Phrases *p, Lexicon *l, unsigned table);
/* After that: the first entry of a phrase that was added. */
uint32_t phrases_find(Phrases *p, Str phrase);
/* Entries of the phrase whose first entry is `first`. */
size_t phrases_count(const Phrases *p, size_t first);
void phrases_free(Phrases *p);

#endif
