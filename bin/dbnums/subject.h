/* SPDX-License-Identifier: ISC */
/* What a figure measures, as written. */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "site.h"

/* Parts of a phrase that figures answer in order: "sản lượng lúa và sản lượng ngô tăng lần lượt 6% và 4%". */
enum { ORDER_PARTS = 8 };
typedef struct {
    Span part[ORDER_PARTS];
    size_t n, next;    /* parts, the next to be given out */
    size_t back, left; /* figures that go on with the one so far back, how many are to come */
} Order;

/* Sets site->subject or site->carry of figure k, and site->end. Needs site_before, site_behind and the basis.
 */
void subject_find(const Scene *s, size_t k, Site *sites, Order *order);

#endif
