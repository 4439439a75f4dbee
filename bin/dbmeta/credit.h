/* SPDX-License-Identifier: ISC */
/* Credit lines: who wrote a text, where it was taken from, who publishes it. */
#ifndef CREDIT_H
#define CREDIT_H

#include "fact.h"
#include "lexicon.h"

typedef struct Credits Credits;

Credits *credits_new(Lexicon *l, UserRows *user);
void credits_free(Credits *c);
/* Adds author, source and publisher of a record; `lead`: it is the first paragraph, which may begin with the
 * mark of a paper (LSO-, (BĐ) -). */
void credit_facts(Credits *c, const Record *r, int index, bool lead, Facts *out);
/* `Lượt xem`, `Số lần xem`: words of a view counter at token i; tokens, 0 for none. */
size_t views_at(const Credits *c, const Record *r, size_t i);

#endif
