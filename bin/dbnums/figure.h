/* SPDX-License-Identifier: ISC */
/* A figure of a text: a number with its unit, and what it says. One row of dbnums.
 *
 * Made in two steps. figures_find fills what stands in the figure itself and right around it (columns 1 to
 * 11); meaning_add fills what the clause, the sentence and the document say of it (columns 12 to 16). Strings
 * borrow from the document, the tables and the arena the caller gives; they live until that is reset. */
#ifndef FIGURE_H
#define FIGURE_H

#include "number.h"
#include "record.h"
#include "sentence.h"

typedef enum {
    FIGURE_NUMBER,
    FIGURE_COUNT,
    FIGURE_PERCENT,
    FIGURE_MONEY,
    FIGURE_MEASURE,
    FIGURE_RATIO,
    FIGURE_TIMES,
    FIGURE_DURATION,
    /* only with -a: */
    FIGURE_ORDINAL,
    FIGURE_DATE,
    FIGURE_PERIOD,
    FIGURE_DOCNO,
    FIGURE_NAME,
    FIGURE_CODE,
    FIGURE_KINDS
} FigureKind;

typedef enum { MOD_NONE, MOD_ABOVE, MOD_AT_LEAST, MOD_BELOW, MOD_AT_MOST, MOD_ABOUT, MOD_FROM, MOD_TO } Mod;

typedef struct {
    size_t record;   /* index in the document */
    size_t from, to; /* tokens of raw: [from, to) in that record */
    size_t at, n;    /* bytes of raw (it may end inside a token) */
    size_t phrase;   /* first token of the whole expression: bound word, sign, verb of direction included */
    FigureKind kind;
    bool two;              /* value2 is there: range, ratio */
    Decimal value, value2; /* exact, magnitude multiplied out */
    Str iso;               /* value of dates and periods instead */
    Str unit;              /* canonical: VND, %, pp, người, VND/người/năm */
    Mod mod;
    char dir;         /* '+', '-', 0 */
    bool after_from;  /* "từ" stands before it */
    bool after_to;    /* "lên", "xuống", "còn" stand before it */
    bool bounds;      /* mod is a least or a most that stands before it and goes on in a list */
    int power;        /* its magnitude: 9 for tỷ */
    size_t sentence;  /* number of its sentence in the record, from 0 */
    Span in_sentence; /* its tokens */
    Str ind, subject, basis, period, aim; /* empty when not known */
} Figure;

typedef struct {
    Figure *f;
    size_t n, cap;
} Figures;

/* Is it a part or a multiple of something, no amount of its own? */
static inline bool figure_relative(const Figure *f)
{
    return f->kind == FIGURE_PERCENT || f->kind == FIGURE_TIMES;
}

#endif
