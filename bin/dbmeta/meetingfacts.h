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

void meeting_facts(Chairs *chairmen, const DocReader *reader, const Document *doc, const DocFacts *known,
                   Facts *out);

#endif
