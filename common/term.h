/* SPDX-License-Identifier: ISC */
/* Terms of bodies: khóa XIX, (khóa IX), nhiệm kỳ 2020 - 2025. */
#ifndef TERM_H
#define TERM_H

#include "body.h"
#include "lexicon.h"
#include "ordinal.h"
#include "record.h"

typedef struct {
    unsigned no; /* 0 not said */
    int16_t from, to;
} Term;

typedef struct Terms Terms;

/* Reads the table family, adds its words to the lexicon. */
Terms *terms_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user);
void terms_free(Terms *t);
/* What it reads numbers with, for those who want it too. */
const Ordinals *terms_ordinals(const Terms *t);

/* A term at token i, behind a body: `khóa XIX, nhiệm kỳ 2020 - 2025`, `(khóa IX)`, `, khóa XV`; tokens, 0 for
 * none. */
size_t term_at(const Terms *t, const Record *r, size_t i, Term *out);

typedef struct {
    unsigned no; /* 0 not found */
    int16_t from, to;
    int no_record, years_record; /* where they were read */
} TermFound;

/* Fills what is still open of the term of `organ` from anywhere in the document: the khóa of its committee or
 * council, the nhiệm kỳ that is not a congress's. */
void term_find(const Terms *t, Arena *a, const Document *doc, Str organ, int year, TermFound *out);

#endif
