/* SPDX-License-Identifier: ISC */
/* The indicator of a figure: told by what is measured, else by the words before it, the figure it goes on
 * with, the list it stands in. */
#ifndef CODE_H
#define CODE_H

#include "site.h"

/* The code of figure k, empty when nothing fits. Needs subjects and bases of all figures, and the codes of
 * those before it. */
Str code_find(const Indicators *in, const Scene *s, size_t k, const Site *sites);

#endif
