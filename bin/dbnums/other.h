/* SPDX-License-Identifier: ISC */
/* Numbers that are no figures: ordinals, dates, periods, document numbers, names, codes. They are told here
 * so that nobody takes them for figures, and are rows of -a. */
#ifndef OTHER_H
#define OTHER_H

#include "date.h"
#include "figure.h"
#include "lexicon.h"
#include "period.h"

typedef struct {
    FigureKind kind; /* FIGURE_KINDS: no row, but no figure begins before `behind` either */
    size_t from, to; /* tokens of raw */
    size_t behind;   /* where to go on reading */
    size_t loose;    /* a number that counts after all where a unit or known noun follows it; 0: none */
    Decimal value;   /* of an ordinal */
    Str iso;         /* of a date or period */
} Other;

typedef struct Others Others;

/* `dates` and `periods` must outlive it. */
Others *others_new(Lexicon *l, const Dates *dates, const Periods *periods, UserRows *user);
void others_free(Others *o);
/* What a look at a word tells of how something that is no figure begins (besides with digits). */
enum {
    OTHER_ALONE = 1,  /* the word alone leads a number: Điều 5 */
    OTHER_FIRST = 2,  /* it begins words that do: Quốc lộ 4D … */
    OTHER_SECOND = 4, /* … or is the second of them */
    OTHER_TIME = 8    /* a time may begin with it: năm 2020 */
};
unsigned other_uses(const Others *o, const Token *t);
/* What is no figure and begins with the number, or the word, at token i. `first`: token that begins the
 * sentence. */
bool other_number(Others *o, Str text, const Token *t, size_t n, size_t i, size_t first, Arena *arena,
                  Other *out);
bool other_words(Others *o, Str text, const Token *t, size_t n, size_t i, size_t first, Arena *arena,
                 Other *out);
/* A name that ends in the number at token i, or a number glued to a word: Phú Mỹ 1, Covid-19, H5N1; it begins
 * at token `floor` or behind. */
bool name_with(const Others *o, Str text, const Token *t, size_t n, size_t i, size_t first, size_t floor,
               Other *out);

#endif
