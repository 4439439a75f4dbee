/* SPDX-License-Identifier: ISC */
/* What a figure measures, as written. */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "order.h"

/* Sets site->subject or site->carry of figure k, and site->end. Needs site_before, site_behind and the basis.
 */
void subject_find(const Scene *s, size_t k, Site *sites, Order *order);

#endif
