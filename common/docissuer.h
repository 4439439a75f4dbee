/* SPDX-License-Identifier: ISC */
/* Who issued a document: as the text says it (`của Bộ Chính trị`), or as the letters of its number tell. */
#ifndef DOCISSUER_H
#define DOCISSUER_H

#include "body.h"
#include "docfacts.h"
#include "docnumber.h"
#include "lexicon.h"
#include "record.h"

typedef struct Issuers Issuers;

/* Reads the table issuer into the lexicon. Without bodies (NULL) only letters tell an issuer. */
Issuers *issuers_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user);
void issuers_free(Issuers *s);

/* Names are canonical; they live in the tables, the arena and the text. */

/* The issuer that the letters of a number tell in a document with these facts; empty for none. */
Str issuer_of_letters(const Issuers *s, Arena *a, const Record *r, const DocNumber *num,
                      const DocFacts *facts);
/* A body or an office at token i: tokens taken, 0 for none. */
size_t issuer_at(const Issuers *s, Arena *a, const Record *r, size_t i, Str *issuer);
/* `Ban Thường vụ Tỉnh ủy ban hành các Nghị quyết số …`: who stands before `ban hành` before token i; empty
 * for none. */
Str issuer_before(const Issuers *s, Arena *a, const Record *r, size_t i);

#endif
