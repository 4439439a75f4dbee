/* SPDX-License-Identifier: ISC */
/* Text that is mostly HTML tags or JSON: seen line by line, told once a FILE. */
#ifndef MARKUP_H
#define MARKUP_H

#include "str.h"

typedef struct {
    uint64_t lines, html, json; /* lines that are not blank; those that look like either */
    uint64_t first;             /* line number of the first that does */
    bool page;                  /* the first line is that of an HTML page */
} Markup;

/* Counts a line; `number` is its own in the FILE. */
void markup_line(Markup *m, Str line, uint64_t number);
/* Counts the warning if most lines are one or the other, and begins anew. */
void markup_end(Markup *m);

#endif
