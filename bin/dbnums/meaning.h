/* SPDX-License-Identifier: ISC */
/* What figures say: indicator, subject, base, period and aim of each figure of a document (columns 12 to 16).
 */
#ifndef MEANING_H
#define MEANING_H

#include "docfacts.h"
#include "figure.h"
#include "lexicon.h"

typedef struct Meaning Meaning;

/* Reads its tables into the lexicon; it and periods must outlive it. */
Meaning *meaning_new(Lexicon *l, const Periods *periods, UserRows *user);
void meaning_free(Meaning *m);
/* A document begins; it, its facts and what read them (more of them when a figure asks) are used until the
 * next one. */
void meaning_document(Meaning *m, const Document *doc, DocReader *reader, DocFacts *facts);
/* Fills ind, subject, basis, period and aim of the figures of one record, which are in text order, as the
 * records are. Strings live in the document, the tables and the arena. */
void meaning_add(Meaning *m, Figures *figures, Arena *arena);

#endif
