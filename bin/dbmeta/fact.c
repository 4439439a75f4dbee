/* SPDX-License-Identifier: ISC */
#include "fact.h"

#include <stdlib.h>

enum { COMPARED = 64 };

const char *const key_names[KEY_COUNT + 1] = {
    "title",         "kicker",       "section", "published", "clock",  "held",          "session", "province",
    "province_code", "province_now", "host",    "publisher", "source", "author",        "views",   "meeting",
    "meeting_no",    "extended",     "organ",   "term_no",   "term",   "report_period", "chair",   NULL,
};

bool key_find(Str name, Key *key)
{
    for (unsigned k = 0; k < KEY_COUNT; k++)
        if (str_is(name, key_names[k])) {
            *key = (Key)k;
            return true;
        }
    return false;
}

void facts_reset(Facts *f)
{
    f->n = 0;
    arena_reset(&f->arena);
}

void facts_free(Facts *f)
{
    free(f->f);
    free(f->sorted);
    arena_free(&f->arena);
}

void fact_add(Facts *f, Key key, Str value, int record)
{
    if (!value.n)
        return;
    /* a page has few; what has many is no page, and need not be compared with all */
    for (size_t i = f->n > COMPARED ? f->n - COMPARED : 0; i < f->n; i++)
        if (f->f[i].key == key && str_eq(f->f[i].value, value))
            return;
    f->f = array_room(f->f, &f->cap, f->n, sizeof *f->f);
    f->f[f->n++] = (Fact){key, value, record};
}

void fact_copy(Facts *f, Key key, Str value, int record)
{
    if (value.n)
        fact_add(f, key, arena_str(&f->arena, value), record);
}

void facts_sort(Facts *f)
{
    size_t at[KEY_COUNT + 1] = {0};
    f->sorted = array_room(f->sorted, &f->sorted_cap, f->n, sizeof *f->sorted);
    for (size_t i = 0; i < f->n; i++)
        at[f->f[i].key + 1]++;
    for (unsigned key = 0; key < KEY_COUNT; key++)
        at[key + 1] += at[key];
    for (size_t i = 0; i < f->n; i++)
        f->sorted[at[f->f[i].key]++] = f->f[i];
    Fact *other = f->f;
    size_t other_cap = f->cap;
    f->f = f->sorted;
    f->cap = f->sorted_cap;
    f->sorted = other;
    f->sorted_cap = other_cap;
}
