/* SPDX-License-Identifier: ISC */
#include "docfacts.h"

#include <stdlib.h>

struct DocReader {
    Dates *dates;
};

DocReader *docreader_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user)
{
    DocReader *r = xrealloc(NULL, 1, sizeof *r);
    (void)bodies;
    (void)places;
    (void)user;
    r->dates = dates_new(l);
    return r;
}

void docreader_free(DocReader *r)
{
    if (!r)
        return;
    dates_free(r->dates);
    free(r);
}

const Dates *docreader_dates(const DocReader *r)
{
    return r->dates;
}

void docreader_read(DocReader *r, const Document *doc, DocFacts *out)
{
    (void)r;
    (void)doc;
    *out = (DocFacts){.hour = -1, .minute = -1};
}
