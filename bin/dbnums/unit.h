/* SPDX-License-Identifier: ISC */
/* Units and counted nouns behind a number: % , tỷ đồng, ha, triệu đồng/người/năm, bác sĩ/vạn dân, trường học.
 */
#ifndef UNIT_KINDS_H
#define UNIT_KINDS_H

#include "figure.h"
#include "lexicon.h"

typedef struct {
    size_t to;       /* behind the unit and its rate */
    size_t head_to;  /* behind the unit, before a rate */
    FigureKind kind; /* FIGURE_NUMBER: no unit */
    Str unit;        /* canonical, with its rate */
    bool known;      /* a table has it; else it is the next syllable */
    bool none;       /* what stands there says that the number is no figure: hai con số */
} Unit;

typedef struct Units Units;

Units *units_new(Lexicon *l, UserRows *user);
void units_free(Units *u);
/* The unit that begins at token i; kind FIGURE_NUMBER when there is none. `guess`: an unknown noun will do.
 */
Unit unit_at(const Units *u, Str text, const Token *t, size_t n, size_t i, bool guess, Arena *arena);

/* Reads a rate behind a unit (its `to`): /người/năm, /10.000 dân. */
void unit_rate(const Units *u, Str text, const Token *t, size_t n, Unit *unit, Arena *arena);
/* The unit at token i without its rate, empty when no table has it. */
Str unit_head(const Units *u, const Token *t, size_t n, size_t i);

#endif
