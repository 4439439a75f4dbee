/* SPDX-License-Identifier: ISC */
/* Numbers that count meetings and terms: 15, 04, XIX, `mười lăm`, `nhất`, `hai mươi mốt`; from 1 to 99. */
#ifndef ORDINAL_H
#define ORDINAL_H

#include "lexicon.h"

typedef struct Ordinals Ordinals;

/* Adds its words to the lexicon. */
Ordinals *ordinals_new(Lexicon *l);
void ordinals_free(Ordinals *o);

/* The number at token i: how many tokens it takes, 0 for none. */
size_t ordinal_at(const Ordinals *o, Str text, const Token *t, size_t n, size_t i, unsigned *value);
/* A Roman numeral in capitals, 0 when it is none. */
unsigned roman_value(Str word);

#endif
