/* SPDX-License-Identifier: ISC */
/* What figures say: indicator, subject, base, period and aim of each figure of a document (columns 12 to 16).
 */
#ifndef MEANING_H
#define MEANING_H

#include "docfacts.h"
#include "figure.h"
#include "lexicon.h"

typedef struct Meaning Meaning;

/* Reads its tables into the lexicon. */
Meaning *meaning_new(Lexicon *l, UserRows *user);
void meaning_free(Meaning *m);
/* Fills ind, subject, basis, period and aim of the figures, which are in text order. Strings live in the
 * document, the tables and the arena. */
void meaning_add(Meaning *m, const Document *doc, const DocFacts *facts, Figures *figures, Arena *arena);

#endif
