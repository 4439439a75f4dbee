/* SPDX-License-Identifier: ISC */
/* Dates as they stand in text: `sáng 6/7`, `ngày 21 và 22/6`, `27 - 28/10/2020`, `22.4`, `8-1`, `30.6.2020`,
 * `Thứ năm - 06/07/2023 22:37`, `ngày 02 tháng 4 năm 2022`, `từ ngày 29/6 đến ngày 01/7/2018`.
 *
 * Only what stands in the tokens: a year that is not said stays 0, see docfacts.h for what fills it in. */
#ifndef DATE_H
#define DATE_H

#include "lexicon.h"
#include "when.h"

enum { DAY_MORNING = 1, DAY_AFTERNOON = 2, DAY_EVENING = 4 };

typedef enum {
    DATE_ONE,  /* a day; b is a */
    DATE_LIST, /* ngày 21 và 22/6: a and b are the first and the last */
    DATE_RANGE /* 27 - 28/10, từ ngày 6 đến ngày 8/12 */
} DateForm;

typedef struct {
    DateForm form;
    When a, b;
    uint32_t lead; /* tokens before the digits that belong to it: sáng, ngày, thứ năm -, từ ngày, ( */
    uint32_t raw;  /* tokens of the date itself from its first digits on: 6/7, 21 và 22/6 */
    uint8_t day;   /* DAY_… bits of the words before it */
    uint8_t weekday;     /* said: 1 Monday .. 7 Sunday, 0 not said */
    int8_t hour, minute; /* said right before or behind it, -1 not said */
    bool now;            /* sáng nay, hôm nay before it */
    bool since;          /* từ before it */
    bool sure; /* a word, the year or the form says that it is a date; a bare 6/7 or 22.4 is not sure */
} Date;

typedef struct Dates Dates;

/* Adds its words to the lexicon. */
Dates *dates_new(Lexicon *l);
void dates_free(Dates *d);

/* Can a date begin with this token? Cheap: for most tokens all that is asked. */
static inline bool date_begins(const Token *t)
{
    return t->type == TOKEN_NUMBER;
}
/* Can a date go on with this word behind a number: tháng, và, đến, October? */
bool date_joins(const Dates *d, const Token *t);
/* The longest date whose digits begin at token i: how many tokens it takes from there, a time of day behind
 * it included; 0 for none. What stands before the digits is told by `lead` and the rest. Day before month
 * unless impossible. */
size_t date_at(const Dates *d, Str text, const Token *t, size_t n, size_t i, Date *out);

#endif
