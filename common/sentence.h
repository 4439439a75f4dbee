/* SPDX-License-Identifier: ISC */
/* Where sentences and clauses end. */
#ifndef SENTENCE_H
#define SENTENCE_H

#include "record.h"

typedef struct {
    size_t from, to; /* tokens [from, to) */
} Span;

/* Sentences of a text: spans that cover all tokens in order. Returns how many; *spans grows, cap in elements.
 */
size_t sentence_spans(Str text, const Token *t, size_t n, Span **spans, size_t *cap);
/* Clauses of one sentence: parts that ; separates outside brackets and quotes, and the part after an
 * introducing colon. */
size_t clause_spans(Str text, const Token *t, Span sentence, Span **spans, size_t *cap);

#endif
