/* SPDX-License-Identifier: ISC */
/* A record while its figures are read: what the files that find figures share. */
#ifndef READING_H
#define READING_H

#include "begins.h"
#include "context.h"
#include "figures.h"
#include "shared.h"
#include "unit.h"

/* Words that rules compare one by one. */
typedef enum {
    TO,
    UNTIL,
    GE,
    TWICE,
    HALF,
    PLAN,
    BUDGET,
    GOAL,
    QUOTA,
    VERSUS,
    SAME,
    TOTAL,
    NUMBER,
    EQUAL,
    REACH,
    THU,
    RANK,
    FIVE,
    AND,
    MONTH,
    IS,
    SINCE,
    LEVEL,
    ONE,
    SHARE,
    RATE,
    PLAN_SHORT,
    PART,
    A_HALF,
    FIELD,
    PROJECT,
    WORDS
} Word;

struct Finder {
    const Lexicon *l;
    Amounts *amounts;
    Units *units;
    Contexts *contexts;
    Others *others;
    Sharing *sharing;
    Span *sentences, *clauses;
    size_t sentences_cap, clauses_cap;
    uint32_t word[WORDS];
    Begins begins;
    const Document *doc;
    enum { STYLE_OPEN, STYLE_VIETNAMESE, STYLE_ENGLISH } style; /* of the document, once it is asked for */
};

/* One record while it is read. */
typedef struct {
    Finder *f;
    Str text;
    const Token *t;
    size_t n, record;
    Span sentence, clause;
    size_t sentence_number;
    Figures *out;
    Arena *arena;
    size_t looked; /* 1 + the token whose unit was looked for last: it is asked for several times */
    Unit unit;     /* what it is without a guess */
    size_t floor;  /* behind the figure before: nothing before it belongs to the next */
} Reading;

/* Looking at tokens. */
static inline bool is(const Reading *r, size_t i, Word w)
{
    return i < r->n && r->t[i].word == r->f->word[w];
}
/* The word at token i, for comparing it with several: 0 where there is none. */
static inline uint32_t word_at(const Reading *r, size_t i)
{
    return i < r->n ? r->t[i].word : 0;
}
static inline bool mark_at(const Reading *r, size_t i, char c)
{
    return i < r->n && token_is(&r->t[i], c);
}
/* Is there nothing but a mark (a quote, a bullet) before token i, or the sentence's head? */
bool opens(const Reading *r, size_t i);
/* Has the word at token i a capital, and not capitals alone? */
bool in_name(const Reading *r, size_t i);
Unit unit_behind(Reading *r, size_t i, bool guess);
bool amount_behind(Reading *r, size_t i, Amount *out);
bool year_like(const Amount *a);
/* One or two digits, 1 to `most`. */
bool two_digits(const Amount *a, unsigned most);

/* Puts a figure down behind those found. */
Figure *new_figure(Reading *r, FigureKind kind, size_t from, size_t to);
/* The same for what has no value; returns `to`. */
size_t put_name(Reading *r, FigureKind kind, size_t from, size_t to);
/* A day without a year. */
size_t put_day(Reading *r, size_t from, size_t to, const Amount *day, const Amount *month);
/* The value of an amount in the style of the document. */
bool value_of(const Reading *r, const Amount *a, FigureKind kind, Decimal *v);
/* Money whose "đồng" is left out: 60 tỷ, 5 triệu/tháng. */
void as_money(Reading *r, const Amount *a, Unit *u);

/* around.c: puts what the words around say into a figure. `a`: its amount, NULL when it has none. */
void look_around(Reading *r, Figure *f, const Amount *a);
/* Is there a word for a plan at token i: kế hoạch, dự toán, mục tiêu, chỉ tiêu? */
bool plan_at(const Reading *r, size_t i);

/* pair.c: figures of two amounts; the token behind them, 0 when there is none. `first`: the unit of `a`. */
size_t ratio_at(Reading *r, Amount *a, const Unit *first);
size_t range_at(Reading *r, Amount *a, const Unit *first);
size_t fraction_at_token(Reading *r, size_t i);

/* single.c: figures of one amount, and numbers that are part of something else; likewise. */
size_t amount_figure(Reading *r, size_t i);
size_t double_at(Reading *r, size_t i);
size_t number_other(Reading *r, size_t i); /* what begins with a number and is no figure */
size_t words_other(Reading *r, size_t i);  /* likewise with a word */
size_t left_over(Reading *r, size_t i);

#endif
