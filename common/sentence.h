/* SPDX-License-Identifier: ISC */
/* Where sentences and clauses end.
 *
 * A sentence ends at . ! ? … or ./. with a space and an upper-case letter, a digit, an opening quote or
 * bracket behind it; not after an abbreviation (stop.tsv), an initial, a list number, nor inside round
 * brackets that close. A clause ends at a ; outside brackets and quotes, and at an introducing colon. */
#ifndef SENTENCE_H
#define SENTENCE_H

#include "record.h"

typedef struct {
    size_t from, to; /* tokens [from, to) */
} Span;

/* Marks of some sort among tokens, found from left to right. */
typedef struct {
    const bool *such; /* by Token.mark */
    const Token *t;
    size_t n;
    uint64_t found; /* of the 64 tokens before `read`: bit k tells of the k-th */
    size_t read;
} Marks;

/* The sentences of a text one by one, as bytes. Zeroed is fresh; its memory is used again by the next begin.
 */
typedef struct {
    Str text;
    size_t from, depth;
    size_t *open, n_open, cap_open, next_open; /* each ( that nothing closes */
    const Token *t;                            /* the text's, NULL: those looked at are made */
    size_t n, seen;                            /* how many; the first ones lie before what is looked at */
    Marks marks;
    Str all; /* what their bytes are counted in; text is a part of it */
} Sentences;
void sentences_begin(Sentences *s, Str text);
/* The next sentence: *end is behind its last byte, the text's end after the last. False when there is none.
 */
bool sentences_next(Sentences *s, size_t *end);
void sentences_free(Sentences *s);

/* Sentences of a text: spans that cover all tokens in order. Returns how many; *spans grows, *cap in
 * elements. */
size_t sentence_spans(Str text, const Token *t, size_t n, Span **spans, size_t *cap);
/* Clauses of one sentence of the text, likewise. Token indices are those of the text. */
size_t clause_spans(Str text, const Token *t, Span sentence, Span **spans, size_t *cap);

#endif
