/* SPDX-License-Identifier: ISC */
/* An amount: a number in digits or words with its magnitude: 4.437, 39,7, 80 000, 153,688 tỷ, 7 triệu 520
 * nghìn, hai mươi lăm, ba chục, nửa triệu, hai tỷ rưỡi. */
#ifndef AMOUNT_H
#define AMOUNT_H

#include "lexicon.h"
#include "number.h"

typedef struct {
    size_t from, to;   /* tokens */
    size_t number_to;  /* behind the number, before its magnitude */
    Str digits;        /* as written, without spaces between groups; empty for words */
    NumberShape shape; /* of digits */
    Decimal words;     /* value of a number in words, where there are no digits */
    int power;         /* magnitude that the number is multiplied by: 9 for tỷ */
    Decimal more;      /* what a composed amount adds: 520 nghìn; rưỡi */
    bool magnitude;    /* a magnitude is there */
    bool lone;         /* một, năm or the like alone: a figure only before a noun that is known */
} Amount;

typedef struct Amounts Amounts;

Amounts *amounts_new(Lexicon *l);
void amounts_free(Amounts *a);
/* Can an amount begin with this token? */
bool amount_begins(const Amounts *a, const Token *t);
/* The amount that begins at token i, false when there is none. `arena` for digits written with spaces. */
bool amount_at(const Amounts *a, Str text, const Token *t, size_t n, size_t i, Arena *arena, Amount *out);
/* một phần ba: tokens taken, 0 for none. */
size_t fraction_at(const Amounts *a, Str text, const Token *t, size_t n, size_t i, Decimal *part,
                   Decimal *whole);
/* The exact value, digits read in `style`; false when they cannot be. */
bool amount_value(const Amount *a, NumberStyle style, Decimal *out);

#endif
