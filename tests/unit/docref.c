/* SPDX-License-Identifier: ISC */
#include "docref.h"
#include "unit.h"

/* Documents referred to in a text of a province, by the letters of their numbers alone: `type, number, date,
 * issuer [raw]` each. */
void unit_docref(Str in, Buf *out)
{
    Lexicon *l = lexicon_new();
    Dates *dates = dates_new(l);
    Persons *persons = persons_new(l, NULL);
    Places *places = places_new(l, persons, NULL);
    DocRefs *refs = docrefs_new(l, dates, NULL, places, NULL);
    lexicon_done(l);
    Tokenizer *tokenizer = tokenizer_new(l);
    Record r = {.text = in};
    DocFacts none = {.hour = -1};
    const DocRef *found;
    r.n_tokens = tokenize(tokenizer, in, &r.tokens);
    size_t n = docrefs_find(refs, &r, &none, &found);
    for (size_t i = 0; i < n; i++) {
        if (i)
            buf_str(out, STR("; "));
        buf_str(out, found[i].type);
        buf_str(out, STR(", "));
        buf_str(out, found[i].number);
        buf_str(out, STR(", "));
        if (found[i].date.year)
            when_iso(found[i].date, out);
        buf_str(out, STR(", "));
        buf_str(out, found[i].issuer);
        buf_str(out, STR(" ["));
        buf_str(out, token_span(in, &r.tokens[found[i].from], &r.tokens[found[i].to - 1]));
        buf_char(out, ']');
    }
    if (!n)
        buf_char(out, '-');
    tokenizer_free(tokenizer);
    docrefs_free(refs);
    places_free(places);
    persons_free(persons);
    dates_free(dates);
    lexicon_free(l);
}
