/* SPDX-License-Identifier: ISC */
#include "province.h"

#include <stdlib.h>

#include "metatables.h"
#include "tables.h"

enum {
    HOST_BYTES = 128,
    LABEL_PART = 5
}; /* letters of a name that may stand inside a label: baohanam, not only hue */

typedef struct {
    Str name, code, code_now, now, hosts;
    When ended;      /* year 0: the name is still there */
    bool city;       /* at some time */
    When city_since; /* year 0: always */
} Province;

struct Provinces {
    const Lexicon *lexicon;
    Province *rows;
    size_t n, cap;
};

/* The day since when the units and codes of today are there. */
static const When reform = {2025, 7, 1};

static When read_day(Str s)
{
    int v[3] = {0}, k = 0;
    for (size_t i = 0; i < s.n && k < 3; i++) {
        if (s.p[i] == '-')
            k++;
        else if (s.p[i] >= '0' && s.p[i] <= '9')
            v[k] = v[k] * 10 + (s.p[i] - '0');
    }
    return (When){(int16_t)v[0], (uint8_t)v[1], (uint8_t)v[2]};
}

static void read_provinces(Provinces *p, Lexicon *l, UserRows *user)
{
    Str cells[7], city = STR("thành phố");
    for (TableRows r = table_rows(&table_province, user); table_next(&r, cells);) {
        Str forms = cells[0], first;
        str_cut(&forms, '|', &first);
        Province row = {
            .name = first, .code = cells[2], .code_now = cells[4], .now = cells[5], .hosts = cells[6]};
        row.ended = read_day(cells[3]);
        row.city = str_starts(cells[1], city);
        row.city_since = read_day(str_from(cells[1], row.city ? city.n : 0));
        p->rows = array_room(p->rows, &p->cap, p->n, sizeof *p->rows);
        p->rows[p->n] = row;
        lexicon_add_forms(l, META_PROVINCE, cells[0], (uint32_t)p->n++);
    }
}

static int named(const Provinces *p, Str name)
{
    for (size_t i = 0; i < p->n; i++)
        if (str_eq(p->rows[i].name, name))
            return (int)i;
    return NO_PROVINCE;
}

Provinces *provinces_new(Lexicon *l, UserRows *user)
{
    Provinces *p = xrealloc(NULL, 1, sizeof *p);
    Str cells[2];
    *p = (Provinces){.lexicon = l};
    read_provinces(p, l, user);
    for (TableRows r = table_rows(&table_agency, user); table_next(&r, cells);) {
        int row = named(p, cells[1]);
        if (row != NO_PROVINCE)
            lexicon_add_forms(l, META_AGENCY, cells[0], (uint32_t)row);
    }
    return p;
}

void provinces_free(Provinces *p)
{
    if (!p)
        return;
    free(p->rows);
    free(p);
}

size_t provinces_count(const Provinces *p)
{
    return p->n;
}

size_t province_at(const Provinces *p, const Token *t, size_t n, size_t i, int *row)
{
    uint32_t value;
    if (i >= n || !(lexicon_begins(p->lexicon, t[i].word) >> META_PROVINCE & 1))
        return 0;
    size_t used = lexicon_match(p->lexicon, META_PROVINCE, t, n, i, &value);
    if (used)
        *row = (int)value;
    return used;
}

size_t province_of_agency(const Provinces *p, const Token *t, size_t n, size_t i, int *row)
{
    uint32_t value;
    size_t used = lexicon_match(p->lexicon, META_AGENCY, t, n, i, &value);
    if (used)
        *row = (int)value;
    return used;
}

/* How much of a label a name takes: all of it, its beginning or its end; 0 where it does not stand so. */
static size_t in_label(Str label, Str name)
{
    if (str_eq(label, name))
        return name.n + 1;
    return name.n >= LABEL_PART && (str_starts(label, name) || str_ends(label, name)) ? name.n : 0;
}

int province_of_host(const Provinces *p, Str host)
{
    int best = NO_PROVINCE;
    size_t most = 0, n = 0;
    char plain[HOST_BYTES]; /* in lower case, without dashes: baria-vungtau */
    if (host.n > sizeof plain)
        return NO_PROVINCE;
    for (size_t i = 0; i < host.n; i++)
        if (host.p[i] != '-')
            plain[n++] = (char)(host.p[i] >= 'A' && host.p[i] <= 'Z' ? host.p[i] + 32 : host.p[i]);
    for (size_t i = 0; i < p->n; i++) {
        Str names = p->rows[i].hosts, name;
        while (str_cut(&names, '|', &name)) {
            Str labels = {plain, n}, label;
            while (str_cut(&labels, '.', &label)) {
                size_t got = in_label(label, name);
                if (got > most) {
                    most = got;
                    best = (int)i;
                }
            }
        }
    }
    return best;
}

Str province_name(const Provinces *p, int row)
{
    return p->rows[row].name;
}

Str province_now(const Provinces *p, int row)
{
    return p->rows[row].now;
}

Str province_code(const Provinces *p, int row, When day)
{
    const Province *r = &p->rows[row];
    if (r->ended.year || str_eq(r->code, r->code_now))
        return r->code;
    if (!day.year)
        return STR("");
    return when_cmp(day, reform) < 0 ? r->code : r->code_now;
}

bool province_is_city(const Provinces *p, int row, When day)
{
    const Province *r = &p->rows[row];
    return r->city && (!r->city_since.year || !day.year || when_cmp(day, r->city_since) >= 0);
}

bool province_dated(const Provinces *p, Str name)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->rows[i].city_since.year && str_eq(p->rows[i].name, name))
            return true;
    return false;
}

int province_then(const Provinces *p, int row, When day)
{
    const Province *r = &p->rows[row];
    if (!r->city_since.year || !day.year || when_cmp(day, r->city_since) >= 0)
        return row;
    for (size_t i = 0; i < p->n; i++)
        if ((int)i != row && str_eq(p->rows[i].now, r->name) && p->rows[i].ended.year &&
            when_cmp(day, p->rows[i].ended) <= 0 && str_eq(p->rows[i].code, r->code))
            return (int)i;
    return row;
}
