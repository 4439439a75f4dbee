/* SPDX-License-Identifier: ISC */
/* Inside of body: the rows of its tables, and the row that a text begins with. */
#ifndef BODYREAD_H
#define BODYREAD_H

#include "body.h"

typedef struct {
    Str name;
    BodyKind kind;
    UnitWord unit; /* of a seat */
} BodyRow;

/* An abbreviation: its words as text, and their ids in Bodies.ids. */
typedef struct {
    Str words;
    uint32_t first, n;
} Abbr;

struct Bodies {
    const Lexicon *lexicon;
    const Places *places;
    const Persons *persons;
    const Links *links;
    BodyRow *rows;
    size_t n_rows, rows_cap;
    Abbr *abbrs;
    size_t n_abbrs, abbrs_cap;
    uint32_t *ids;
    size_t n_ids, ids_cap;
    uint32_t dash;
    Buf joined, bare; /* forms as they are added */
};

/* An abbreviation at token i, its joints alike; it is written in capitals. Tokens, 0 for none. */
size_t body_abbr_at(const Bodies *b, const Token *t, size_t n, size_t i, const Abbr **abbr);

/* The row whose base name begins at token i, abbreviations opened, joints alike and `của` left out; `lent`:
 * first words of it that the post before has. Returns the tokens it takes; 0 with *row set: only what the
 * post lends; 0 with *row NULL: there is none. */
size_t body_row_at(const Bodies *b, const uint32_t *lent, size_t n_lent, const Token *t, size_t n, size_t i,
                   const BodyRow **row);

#endif
