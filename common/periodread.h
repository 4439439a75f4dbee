/* SPDX-License-Identifier: ISC */
/* Inside of period: what the shapes of times and the words around them share. */
#ifndef PERIODREAD_H
#define PERIODREAD_H

#include "period.h"

/* Roles of timeword.tsv. */
typedef enum { DUE, HERE, LAST, NOW, OTHER, SINCE, STRETCH, TERM, THIS, UNTIL, VAGUE, YEARS, ROLES } Role;

/* Words the shapes are made of. */
typedef enum {
    NAM,
    THANG,
    QUY,
    NGAY,
    DAU,
    CUOI,
    NUA,
    CUA,
    NAY,
    SLASH,
    DASH,
    COMMA,
    OPEN,
    CLOSE,
    GIO,
    PHUT,
    SANG,
    TRUA,
    CHIEU,
    TOI,
    WORDS
} Word;

enum { NUMERALS = 10, ROMANS = 4 };

struct Periods {
    struct PeriodsHead head;
    uint32_t word[WORDS], roman[ROMANS], numeral[NUMERALS];
};

/* The tokens being read. */
typedef struct {
    const Periods *p;
    Str text;
    const Token *t;
    size_t n;
} Line;

/* The longest phrase of timeword.tsv at token i: tokens, 0 for none. */
static inline size_t phrase(const Line *l, size_t i, uint32_t *role)
{
    return lexicon_match(l->p->head.lexicon, l->p->head.table, l->t, l->n, i, role);
}

static inline bool is(const Line *l, size_t i, Word w)
{
    return i < l->n && l->t[i].word == l->p->word[w];
}

static inline bool spaced(const Line *l, size_t i)
{
    return i < l->n && (l->t[i].flags & TOKEN_SPACE);
}

/* A year in four digits, 0 for none; not the head of a document's number: 2015/QĐ-UBND. */
int16_t year_at(const Line *l, size_t i);
/* "2021 - 2025", "2011 đến 2020", "2011 đến năm 2020"; tokens, 0 for none. */
size_t years_at(const Line *l, size_t i, Period *out);
/* "13 đến 16/10", "ngày 13 đến ngày 16/10": days of one month; tokens, 0 for none. *lead: those before the
 * first number. */
size_t days_at(const Line *l, size_t i, size_t *lead, Period *out);
/* "17 giờ", "17 giờ 30 phút", "chiều" before a day; tokens, 0 for none. */
size_t hour_at(const Line *l, size_t i);
/* What a time itself looks like; tokens, 0 for none. `after`: a word that asks for a time stands before it,
 * so that a day, a year alone, and "năm" alone will do. */
size_t core_at(const Line *l, size_t i, bool after, Period *out);

#endif
