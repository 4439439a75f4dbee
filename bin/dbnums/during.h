/* SPDX-License-Identifier: ISC */
/* The time a figure speaks of: said with it, else in its clause, its sentence, its paragraph, or by the
 * heading or line that a list hangs on. */
#ifndef DURING_H
#define DURING_H

#include "site.h"

/* A time that was said, and how many sentences ago. */
typedef struct {
    Period period;
    bool said;
    unsigned age;
    unsigned unspoken; /* sentences since a figure spoke of it, with an indicator or not */
    bool far;          /* in the record before: only for figures that have an indicator */
    bool used;         /* a figure that means something spoke of it */
} Said;

typedef struct {
    Said paragraph; /* at the beginning of a sentence: holds on while sentences speak of it */
    Said loose;     /* inside the sentence before: for one that goes on with it */
    Said aside;     /* a day inside one of these, which goes on behind its sentence */
    Said frame;     /* for the rest of the sentence */
    Said clause;    /* for what is measured in its clause */
    size_t clause_no, at;
} Times;

/* A paragraph begins; `scope` is what its heading tells, NULL for nothing. */
void during_paragraph(Times *d, const Period *scope);
void during_sentence(Times *d);
/* The time of figure k; false when neither clause, sentence nor paragraph tells one. `also`: the sentence
 * goes on with the one before; `coded`: the figure has an indicator. */
bool during_find(const Scene *s, size_t k, const Site *sites, Times *d, bool also, bool coded, Period *out);
/* The figure whose time figure k has, as it tells none of its own and is a change of it or told beside it;
 * NO_FIGURE for none. Needs the codes. */
long during_like(const Scene *s, size_t k, const Site *sites);
/* The time of a goal that the figure before it is compared with: "bằng 90% mục tiêu đến năm 2010 là | 32
 * con". */
bool during_goal(const Scene *s, size_t k, const Site *sites, Period *out);
/* A figure spoke of the paragraph's time: it goes on, behind one without an indicator only for those that
 * have one. */
void during_keep(Times *d, bool coded);
/* The span told inside a clause a few sentences ago, for a figure with an indicator in a document that tells
 * no period of its own: "GRDP 6 tháng tăng 7%. Thu ngân sách đạt …". */
bool during_loose(Times *d, Period *out);
/* Is the figure told of every year, or of several: "…, mỗi năm thu | 12 tấn"? Behind during_find. */
bool during_yearly(const Scene *s, const Times *d);
/* A stretch of text without figures before a sentence: what its sentences set up. */
void during_gap(const Scene *s, Times *d);
/* The time that a heading tells for what hangs on it. */
bool during_heading(const Scene *s, Period *out);

#endif
