/* SPDX-License-Identifier: ISC */
/* Where a line may have been glued together: a widget behind an author, a stamp before the lead, the first
 * line of a page behind the last one of the page before it. Candidates only; the page decides. */
#ifndef GLUE_H
#define GLUE_H

#include "look.h"

enum { GLUE_MAX = 4 };

/* Bytes of `text` where a piece may begin, in order; at most GLUE_MAX. */
size_t glue_places(const Look *look, uint32_t places[GLUE_MAX]);

#endif
