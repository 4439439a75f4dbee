/* SPDX-License-Identifier: ISC */
/* Documents referred to: `Nghị quyết số 14-NQ/TU ngày 9/8/2018 của Tỉnh ủy`, `57/2010/QĐ-TTg`, `Chỉ thị 05`,
 * `Nghị quyết Trung ương 6 khóa XIII`, lists (`số 03-NQ/TU, 04-NQ/TU`), spaced forms (`28 - NQ/TW`). */
#ifndef DOCREF_H
#define DOCREF_H

#include "body.h"
#include "docfacts.h"
#include "lexicon.h"
#include "record.h"
#include "when.h"

typedef struct {
    size_t from, to; /* tokens of raw: from the type (in a list, the number) to the number or date */
    size_t number_from, number_to; /* tokens of the number as it stands there: 32-NQ/TU */
    Str type, number, issuer;      /* canonical; type and issuer may be empty */
    When date;                     /* year 0: none */
} DocRef;

typedef struct DocRefs DocRefs;

/* Reads its tables into the lexicon; all that is given must outlive it. Without bodies (NULL) an issuer is
 * told by the letters of the number only. */
DocRefs *docrefs_new(Lexicon *l, const Dates *dates, const Bodies *bodies, const Places *places,
                     UserRows *user);
void docrefs_free(DocRefs *d);

/* Documents referred to in a record whose tokens are set, in order; they live until the next call. */
size_t docrefs_find(DocRefs *d, const Record *record, const DocFacts *facts, const DocRef **refs);

/* Does a type of document (Nghị quyết, Chỉ thị …) begin at token i? Tokens, 0 for none. */
size_t docrefs_type_at(const DocRefs *d, const Record *record, size_t i);

#endif
