/* SPDX-License-Identifier: ISC */
/* A year, a month or a day, as far as it is said; and the calendar. */
#ifndef WHEN_H
#define WHEN_H

#include "str.h"

/* What is not said is 0: {2023, 7, 6}, {0, 7, 6} a day without its year, {2023, 7, 0} a month. */
typedef struct {
    int16_t year;
    uint8_t month, day;
} When;

static inline bool when_is_day(When w) /* a day with its year */
{
    return w.year && w.month && w.day;
}

/* Can there be such a day (month, day; a 29 February where the year is not said)? */
bool when_possible(When w);
/* Earlier, same, later: < 0, 0, > 0; parts that are not said come first. */
int when_cmp(When a, When b);
/* 1 Monday .. 7 Sunday; 0 when it is no day with its year. */
unsigned when_weekday(When w);
When when_day_before(When w);
/* Days from one day to another, both with their year. */
long when_days(When from, When to);
/* Appends 2023, 2023-07, 2023-07-06, --07-06 (a day without its year). */
void when_iso(When w, Buf *out);

#endif
