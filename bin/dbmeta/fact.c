/* SPDX-License-Identifier: ISC */
#include "fact.h"

const char *const key_names[KEY_COUNT + 1] = {
    "title",         "kicker",       "section", "published", "clock",  "held",          "session", "province",
    "province_code", "province_now", "host",    "publisher", "source", "author",        "views",   "meeting",
    "meeting_no",    "extended",     "organ",   "term_no",   "term",   "report_period", "chair",   NULL,
};

bool key_find(Str name, Key *key)
{
    for (unsigned k = 0; k < KEY_COUNT; k++)
        if (str_eq(name, str_of(key_names[k]))) {
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

void fact_add(Facts *f, Key key, Str value, int record)
{
    if (!value.n)
        return;
    for (size_t i = 0; i < f->n; i++)
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
    /* few facts a document: an insertion sort keeps those of a key in order */
    for (size_t i = 1; i < f->n; i++) {
        Fact x = f->f[i];
        size_t k = i;
        for (; k > 0 && f->f[k - 1].key > x.key; k--)
            f->f[k] = f->f[k - 1];
        f->f[k] = x;
    }
}
