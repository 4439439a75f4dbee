/* SPDX-License-Identifier: ISC */
/* Numbers that are no figures: ordinals, dates, periods, document numbers, names, codes. They are told here
 * so that nobody takes them for figures, and are rows of -a. */
#ifndef OTHER_H
#define OTHER_H

#include "date.h"
#include "figure.h"
#include "lexicon.h"
#include "period.h"

typedef struct Others Others;

/* `dates` must outlive it. */
Others *others_new(Lexicon *l, const Dates *dates, UserRows *user);
void others_free(Others *o);
/* What frame gives years that are not said. */
void others_frame(Others *o, const PeriodFrame *frame);
/* Can something that is no figure begin with this token (besides what begins with digits)? */
bool other_begins(const Others *o, const Token *t);
/* What is no figure and begins at token i: fills kind, value or iso, from, to, at, n of *out; returns the
 * token behind it, 0 when there is nothing. `first`: token that begins the sentence. */
size_t other_at(Others *o, Str text, const Token *t, size_t n, size_t i, size_t first, Arena *arena,
                Figure *out);
/* A name that ends in the number at token i: Phú Mỹ 1, Covid-19. Likewise. */
size_t name_with(const Others *o, Str text, const Token *t, size_t n, size_t i, size_t first, Figure *out);

/* Sets the raw of a figure to the tokens [from, to). */
void figure_span(Figure *f, const Token *t, size_t from, size_t to);

#endif
