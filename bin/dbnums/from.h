/* SPDX-License-Identifier: ISC */
/* Where the phrase stands that tells what a figure measures. */
#ifndef FROM_H
#define FROM_H

#include "site.h"

typedef enum {
    FROM_NONE,
    FROM_BEFORE, /* before it: "tỷ lệ hộ nghèo | còn 3%" */
    FROM_NOUN,   /* behind it: "12 | hộ nghèo" */
    FROM_CARRY   /* with a figure before it: "đạt 7%, tăng | 2%" */
} From;

/* Needs site_before and site_behind of figure k, and all of those before it. */
From from_find(const Scene *s, size_t k, const Site *sites);
/* Is a figure a count of things, in a ratio too? */
bool from_counted(const Figure *f, const Site *site);
/* The last figure before k in the same unit: in its clause, or in its sentence where the unit says little;
 * NO_FIGURE for none. */
long from_same_unit(const Scene *s, size_t k, const Site *sites);

#endif
