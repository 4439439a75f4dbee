/* SPDX-License-Identifier: ISC */
#include "refs.h"

#include "out.h"

const char *const refs_columns[] = {"doc",  "pos",    "start", "len",    "raw",
                                    "type", "number", "date",  "issuer", NULL};

static void write_date(When date)
{
    char iso[16];
    Buf b = {iso, 0, sizeof iso};
    if (date.year)
        when_iso(date, &b);
    out_clean(buf_get(&b));
}

static void write_ref(Str doc, const Record *r, const DocRef *ref)
{
    const Token *first = &r->tokens[ref->from], *last = &r->tokens[ref->to - 1];
    Place place = record_place(r, first->ch);
    out_clean(doc);
    out_clean(place.pos);
    out_uint(place.start);
    out_uint(last->ch + last->nch - first->ch);
    out_clean(token_span(r->text, first, last));
    out_clean(ref->type);
    out_clean(ref->number);
    write_date(ref->date);
    out_clean(ref->issuer);
    out_end_row();
}

void refs_write(DocRefs *refs, const Document *doc, const DocFacts *facts)
{
    for (size_t i = 0; i < doc->n; i++) {
        const Record *r = &doc->records[i];
        const DocRef *found;
        if (!kind_has_facts(r->kind))
            continue;
        size_t n = docrefs_find(refs, r, facts, &found);
        for (size_t k = 0; k < n; k++)
            write_ref(doc->id, r, &found[k]);
    }
}
