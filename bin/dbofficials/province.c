/* SPDX-License-Identifier: ISC */
#include "province.h"

enum { PROVINCES = 32 };

/* The province that the document names most, where it stands out. */
Str document_province(const Places *places, const Document *doc)
{
    struct {
        Str name;
        unsigned n;
    } seen[PROVINCES];
    size_t n_seen = 0;
    unsigned all = 0, most = 0;
    Str best = {"", 0};
    for (size_t i = 0; i < doc->n; i++) {
        const Record *r = &doc->records[i];
        for (size_t k = 0; kind_kept(r->kind) && k + 1 < r->n_tokens; k++) {
            UnitWord unit;
            PlaceName place;
            if (!(r->tokens[k + 1].flags & TOKEN_CAP))
                continue;
            size_t word = place_unit_word(places, r->tokens, r->n_tokens, k, &unit);
            if (!word || (unit != UNIT_PROVINCE && unit != UNIT_CITY))
                continue;
            if (!place_name(places, NULL, r->text, r->tokens, r->n_tokens, k + word, UNIT_NONE,
                            LEVEL_PROVINCE, true, &place))
                continue;
            size_t s = 0;
            while (s < n_seen && !str_eq(seen[s].name, place.name))
                s++;
            if (s == n_seen && n_seen < PROVINCES)
                seen[n_seen].name = place.name, seen[n_seen++].n = 0;
            if (s < n_seen && ++seen[s].n > most) {
                most = seen[s].n;
                best = place.name;
            }
            all++;
        }
    }
    return most * 2 > all ? best : (Str){"", 0};
}
