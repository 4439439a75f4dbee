/* SPDX-License-Identifier: ISC */
/* What the page around a text tells: title, section, dates, province, host, publisher, source, authors,
 * views. */
#ifndef PAGE_H
#define PAGE_H

#include "docfacts.h"
#include "fact.h"

typedef struct Pages Pages;

Pages *pages_new(Lexicon *l, UserRows *user);
void pages_free(Pages *p);
/* Adds the facts of the page; `known` is what the reader has found of the document. */
void page_facts(Pages *p, const DocReader *reader, const Document *doc, const DocFacts *known, Facts *out);

#endif
