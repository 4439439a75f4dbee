/* SPDX-License-Identifier: ISC */
/* The way to a page through its site: rubrics, and the signs between them. */
#ifndef CRUMBS_H
#define CRUMBS_H

#include "look.h"

/* Sets section and the flags of a breadcrumb of a look whose words are counted. */
void look_at_crumbs(const Words *w, Str text, const Token *t, size_t n, Look *look);

#endif
