/* SPDX-License-Identifier: ISC */
/* What event a document reports: its name and number, who met, their term, who chaired. */
#ifndef MEETINGFACTS_H
#define MEETINGFACTS_H

#include "docfacts.h"
#include "fact.h"
#include "official.h"

/* Finds who chaired, with the officials given. */
typedef struct Chairs Chairs;
Chairs *chairs_new(Lexicon *l, Officials *officials);
void chairs_free(Chairs *c);

/* Adds the facts of the event; its chairs are those of the officials who chaired. */
void meeting_facts(Chairs *chairs, const DocReader *reader, const Document *doc, const DocFacts *known,
                   Facts *out);

#endif
