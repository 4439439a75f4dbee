/* SPDX-License-Identifier: ISC */
/* What figures that stand together share: units and magnitudes in lists, directions, the two ends of a
 * change, an estimate that opens a sentence. */
#ifndef SHARED_H
#define SHARED_H

#include "begins.h"
#include "figure.h"
#include "lexicon.h"

typedef struct Sharing Sharing;

Sharing *sharing_new(Lexicon *l);
void sharing_free(Sharing *s);
/* Settles the figures of one record. */
void figures_share(const Sharing *s, const Begins *b, const Token *t, Figures *out);

#endif
