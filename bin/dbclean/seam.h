/* SPDX-License-Identifier: ISC */
/* The seam of two pages inside a long line: behind the last sentence of a page stand its author, or nothing,
 * and the headline of the next page. A candidate only; the page decides. */
#ifndef SEAM_H
#define SEAM_H

#include "look.h"

/* Byte where the headline begins; 0 when there is none. `next` is the line behind, which tells of the same
 * people and places as its headline. *sentences: where the sentences end and the author begins. */
uint32_t seam_place(Words *w, const Look *look, Str next, uint32_t *sentences);
/* The same for the words that a page opens with: a rubric, Skip to content, a site's clock. */
uint32_t seam_opener(Words *w, const Look *look, uint32_t *sentences);
/* How many pairs of words of the headline stand in the line behind: none, seldom, where that is no lead. */
int seam_kinship(Str headline, Str next);
/* Has the headline no small letter? */
bool seam_capitals(Str headline);
/* Byte where an agency's mark opens a page inside the line: "… văn minh./. (BĐ) - Sáng 6/7, …"; 0 for none.
 */
uint32_t seam_agency(Str text, bool hosts);
/* Does a headline over a dateline open a page? Names that stand in it and in the lead, but not in the lines
 * before, say so. */
bool seam_new_names(Str headline, Str lead, const Str *before, size_t n);

#endif
