/* SPDX-License-Identifier: ISC */
/* A document of records: what every extractor gets. Plain values, no file, no stdio.
 *
 * Text is valid UTF-8. Pieces of a line that dbsplit made are together in one Record; `pieces` says where
 * each began, so that a place can be told in terms of the records as they were read. */
#ifndef RECORD_H
#define RECORD_H

#include "str.h"
#include "token.h"

typedef enum {
    KIND_SECTION,
    KIND_KICKER,
    KIND_TITLE,
    KIND_STAMP,
    KIND_HEADING,
    KIND_BODY,
    KIND_CAPTION,
    KIND_BYLINE,
    KIND_SOURCE,
    KIND_DUP,
    KIND_BOILER,
    KIND_COUNT
} Kind;

extern const char *const kind_names[KIND_COUNT + 1]; /* NULL-ended */
bool kind_find(Str name, Kind *kind);                /* false for an unknown name */
Kind kind_of(Str name);                              /* an unknown name is body */

typedef struct {
    Str pos;   /* as it was written: 12, 12/2, 12.3.1 */
    size_t at; /* byte in Record.text where the piece begins */
    size_t ch; /* the same in code points */
} Piece;

typedef struct {
    Str pos; /* of the whole line: 12 or 12/2 */
    Kind kind;
    Str text;
    Piece *pieces; /* at least one */
    size_t n_pieces;
    Token *tokens; /* set by document_tokens */
    size_t n_tokens;
} Record;

typedef struct {
    Str id;
    Record *records;
    size_t n;
} Document;

/* token_mark, of a record whose tokens are set. */
static inline char record_mark(const Record *r, size_t i)
{
    return token_mark(r->tokens, r->n_tokens, i);
}
/* Is token i that word of the lexicon? */
static inline bool record_is(const Record *r, size_t i, uint32_t word)
{
    return i < r->n_tokens && r->tokens[i].word == word;
}

/* Does a sentence end with token i: a point behind a word, a capital behind it? */
static inline bool record_ends_sentence(const Record *r, size_t i)
{
    const Token *t = &r->tokens[i];
    return t->mark == '.' && i > 0 && i + 1 < r->n_tokens && t[-1].nch > 2 && t[1].flags & TOKEN_SPACE &&
           t[1].flags & TOKEN_CAP;
}
/* Tokens of the first sentence, without its point. */
size_t record_first_sentence(const Record *r);

/* Is this kind one that figures and officials are read from: title, kicker, heading, body, caption? */
bool kind_has_facts(Kind kind);
/* Is this kind kept: all but dup and boiler? */
bool kind_kept(Kind kind);

/* The place of code point `ch` (from 0) of a record in terms of the pieces as read. */
typedef struct {
    Str pos;
    size_t start; /* from 1 */
    Str text;     /* of that piece, for -c */
} Place;
Place record_place(const Record *r, size_t ch);

/* A row of the stream as it stands: what is in it lives as long as the line. */
typedef struct {
    Str doc, pos, kind, text;
    Str line; /* pos without the sentence and clause that dbsplit appends: 12 of 12.3.1 */
} RecordRow;
typedef enum {
    ROW_GOOD,
    ROW_HEADER, /* to be skipped */
    ROW_SHORT,  /* fewer than four columns */
    ROW_POS     /* impossible pos */
} RowState;
RowState record_row(Str line, RecordRow *row);
/* Is this a pos: 12, 12/2, 12.3.1? *line is its part before the first point. */
bool pos_read(Str pos, Str *line);

#endif
