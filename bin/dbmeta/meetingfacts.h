/* SPDX-License-Identifier: ISC */
/* What event a document reports: its name and number, who met, their term, who chaired. */
#ifndef MEETINGFACTS_H
#define MEETINGFACTS_H

#include "docfacts.h"
#include "fact.h"
#include "official.h"

void meeting_facts(Officials *officials, const DocReader *reader, const Document *doc, const DocFacts *known,
                   Facts *out);

#endif
