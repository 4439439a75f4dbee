/* SPDX-License-Identifier: ISC */
/* The time a figure speaks of: said with it, else in its clause, its sentence, its paragraph. */
#ifndef DURING_H
#define DURING_H

#include "site.h"

/* Times that hold on: for the sentence, and from sentence to sentence of a paragraph. */
typedef struct {
    Period frame; /* set up by the sentence or an earlier one */
    bool framed;
    unsigned age;  /* sentences since a figure spoke of it */
    Period clause; /* said inside a clause: holds to its end */
    size_t clause_no;
    bool in_clause;
    size_t at; /* times before this one are read */
} Times;

void during_paragraph(Times *d);
void during_sentence(const Scene *s, Times *d);
/* A sentence that has no figures. */
void during_pass(Times *d);
/* The time of figure k; false when neither clause, sentence nor paragraph tells one. */
bool during_find(const Scene *s, size_t k, const Site *sites, Times *d, Period *out);

#endif
