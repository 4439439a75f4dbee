/* SPDX-License-Identifier: ISC */
/* A record's text as sentences or clauses. */
#ifndef PIECES_H
#define PIECES_H

#include "lexicon.h"
#include "record.h"

typedef enum { LEVEL_SENTENCE, LEVEL_CLAUSE, LEVEL_PARAGRAPH, LEVEL_DOCUMENT } Level;

typedef struct {
    Str text;
    size_t sentence, clause; /* from 1; 0: pos has none, or one already */
} Smaller;

typedef struct Pieces Pieces;

Pieces *pieces_new(void);
void pieces_free(Pieces *p);
/* Splits the text of a record or piece with this pos. They live until the next call; joined by one space they
 * are the text. A sentence or clause that pos has already is not split again. */
const Smaller *pieces_of(Pieces *p, Str pos, Str text, Level level, size_t *n);

#endif
