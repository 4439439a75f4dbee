/* SPDX-License-Identifier: ISC */
/* Dates and times as page furniture: publication stamps, datelines, dates behind titles. Shapes only. */
#ifndef DATES_H
#define DATES_H

#include "words.h"

typedef struct {
    size_t end; /* token behind its last word or figure; equal to the start: no stamp */
    bool dated; /* has a full date, or a day's name and a time */
    bool timed; /* has a time */
    bool weekday, viewed, labelled;
    bool bracketed; /* nothing but a date in brackets */
} StampRun;

/* The run of stamp words, dates, times and marks from token i. */
StampRun stamp_run(const Words *w, Str text, const Token *t, size_t n, size_t i);

/* Tokens of a full date (06/07/2023, 30.6.2020, 2023-10) at i, 0 for none; of a day and month (6/7, 28-10).
 */
size_t full_date_at(Str text, const Token *t, size_t n, size_t i);
size_t day_month_at(Str text, const Token *t, size_t n, size_t i);

#endif
