/* SPDX-License-Identifier: ISC */
/* Lines that repeat an earlier title, paragraph or caption of their document. */
#ifndef DUP_H
#define DUP_H

#include "page.h"

typedef struct Dups Dups;

Dups *dups_new(void);
void dups_free(Dups *d);
/* Gives kind dup to items that say again what one before them said: four words or more, letter case and a
 * final full stop apart. A first line that is said again by the title is the title. */
void dups_mark(Dups *d, Items *items);

#endif
