/* SPDX-License-Identifier: ISC */
/* Short lines seen before and what they may be: menus and footers come again on every page of a site. */
#ifndef SEEN_H
#define SEEN_H

#include "part.h"

enum { SEEN_BYTES = 230 }; /* longer lines are not kept */

typedef struct {
    int16_t odds[PARTS];
    int16_t ends, begins;
    Sight sight;
    uint16_t n; /* bytes of text */
    char text[SEEN_BYTES];
} SeenLine;

typedef struct SeenLines SeenLines;

SeenLines *seen_new(void);
void seen_free(SeenLines *s);
/* Where a line of at most SEEN_BYTES is kept or would be: *known says which. It takes the place of another.
 */
SeenLine *seen_line(SeenLines *s, Str text, bool *known);
/* The line where it was seen before, else NULL. */
const SeenLine *seen_before(const SeenLines *s, Str text);

#endif
