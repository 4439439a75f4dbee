/* SPDX-License-Identifier: ISC */
/* The number of an official document: 32-NQ/TU, 57/2010/QĐ-TTg, 30a/2008/NQ-CP, 100/2015/QH13, `28 - NQ/TW`.
 */
#ifndef DOCNUMBER_H
#define DOCNUMBER_H

#include "lexicon.h"

typedef struct {
    size_t from, to; /* tokens */
    size_t tail;     /* token behind the digits it begins with: what a list shares (`10, 11, 12-NQ/TU`) */
    bool coded;      /* has letters */
    bool padded;     /* 05 */
    bool letter;     /* 30a */
} DocNumber;

/* A number at token i; digits alone are one too. */
bool docnumber_at(const Lexicon *l, Str text, const Token *t, size_t n, size_t i, DocNumber *out);
/* Appends tokens [from, to) without spaces, every dash as `-`. */
void docnumber_write(Str text, const Token *t, size_t from, size_t to, Buf *out);

#endif
