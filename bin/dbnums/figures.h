/* SPDX-License-Identifier: ISC */
/* Finds the figures of a document, record by record: columns 1 to 11. */
#ifndef FIGURES_H
#define FIGURES_H

#include "date.h"
#include "figure.h"
#include "lexicon.h"
#include "period.h"

typedef struct Finder Finder;

/* Adds its tables to the lexicon; lexicon, dates and periods must outlive it. */
Finder *finder_new(Lexicon *l, const Dates *dates, const Periods *periods, UserRows *user);
void finder_free(Finder *f);
void finder_document(Finder *f, const Document *doc);
/* The figures of a record of that document, whose tokens are set, in order, those of -a among them; strings
 * they need are made in the arena. */
void figures_find(Finder *f, size_t record, Figures *out, Arena *arena);

#endif
