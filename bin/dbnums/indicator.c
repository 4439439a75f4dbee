/* SPDX-License-Identifier: ISC */
#include "indicator.h"

#include <stdlib.h>

#include "tables.h"

/* Sorts of figures, as bits: what units of a reading ask for that is no unit's name. */
enum {
    SORT_ANY = 1,
    SORT_PERCENT = 2, /* % */
    SORT_LEVEL = 4,   /* =% */
    SORT_CHANGE = 8,  /* +% */
    SORT_SCORE = 16,  /* điểm, of a bare number too */
    SORT_RANK = 32    /* hạng */
};
/* What more its units tell, as bits. */
enum {
    RULE_ALONE = 1,   /* !. */
    RULE_SIDED = 2,   /* !, and a side of % */
    RULE_NO_SHARE = 4 /* !% */
};

typedef struct {
    Str code;
    uint32_t unit, n_units; /* names of units */
    uint8_t sorts, rules;
    uint32_t guard; /* 1 + number of the phrase that must stand before, 0: none */
    uint32_t next;  /* reading of the same phrase, in the order of the table; 0: none */
    uint32_t last;  /* of a phrase's first reading: its last one */
} Reading;

struct Indicators {
    Reading *readings; /* from 1 */
    size_t n, cap;
    Str *units;
    size_t n_units, units_cap;
    size_t *guard_at;      /* by guard: the first token of this sentence it goes for */
    uint32_t *guard_stamp; /* by guard: the sentence that was in */
    size_t n_guards;
    uint32_t stamp;
};

/* "cơ cấu … dịch vụ": guard and phrase. */
static bool split_guard(Str form, Str *guard, Str *phrase)
{
    Str dots = STR(" … ");
    for (size_t i = 0; i + dots.n < form.n; i++)
        if (memcmp(form.p + i, dots.p, dots.n) == 0) {
            *guard = (Str){form.p, i};
            *phrase = str_from(form, i + dots.n);
            return true;
        }
    *phrase = form;
    return false;
}

static void read_unit(Indicators *in, Reading *r, Str unit)
{
    bool sided = unit.p[0] == '=' || unit.p[0] == '+';
    if (sided || str_eq(unit, STR("!")))
        r->rules |= RULE_SIDED;
    if (unit.p[0] == '!') {
        r->rules |= str_eq(unit, STR("!.")) ? RULE_ALONE : str_eq(unit, STR("!%")) ? RULE_NO_SHARE : 0;
    } else if (unit.p[unit.n - 1] == '%') {
        r->sorts |= !sided ? SORT_PERCENT : unit.p[0] == '=' ? SORT_LEVEL : SORT_CHANGE;
    } else if (str_eq(unit, STR("hạng"))) {
        r->sorts |= SORT_RANK;
    } else {
        if (str_eq(unit, STR("điểm")))
            r->sorts |= SORT_SCORE;
        in->units = array_room(in->units, &in->units_cap, in->n_units, sizeof *in->units);
        in->units[in->n_units++] = unit;
        r->n_units++;
    }
}

/* The reading that the cells of a row tell. */
static Reading reading_of(Indicators *in, const Str *cells)
{
    Reading r = {.code = cells[1], .unit = (uint32_t)in->n_units, .sorts = cells[2].n ? 0 : SORT_ANY};
    Str rest = cells[2], unit;
    while (str_cut(&rest, '|', &unit))
        if (unit.n)
            read_unit(in, &r, unit);
    return r;
}

/* Adds a reading behind those its phrase has. */
static void add_reading(Indicators *in, Cue *phrase, Reading r)
{
    uint32_t at = (uint32_t)in->n++, first = phrase->reading;
    r.last = at;
    in->readings = array_room(in->readings, &in->cap, at, sizeof *in->readings);
    in->readings[at] = r;
    if (!first) {
        phrase->reading = at;
        return;
    }
    in->readings[in->readings[first].last].next = at;
    in->readings[first].last = at;
}

static uint32_t add_guard(Indicators *in, Cue *guard)
{
    if (!guard->guard)
        guard->guard = (uint32_t)++in->n_guards;
    return guard->guard;
}

Indicators *indicators_new(Lexicon *l, Cues *cues, UserRows *user)
{
    Indicators *in = xrealloc(NULL, 1, sizeof *in);
    *in = (Indicators){.n = 1};
    Str cells[3], form, guard, phrase;
    for (TableRows rows = table_rows(&table_indicator, user); table_next(&rows, cells);) {
        Reading r = reading_of(in, cells);
        for (Str rest = cells[0]; str_cut(&rest, '|', &form);) {
            r.guard = split_guard(form, &guard, &phrase) ? add_guard(in, cues_add(cues, l, guard)) : 0;
            add_reading(in, cues_add(cues, l, phrase), r);
        }
    }
    in->guard_at = xrealloc(NULL, in->n_guards + 1, sizeof *in->guard_at);
    in->guard_stamp = xrealloc(NULL, in->n_guards + 1, sizeof *in->guard_stamp);
    memset(in->guard_stamp, 0, in->n_guards * sizeof *in->guard_stamp);
    return in;
}

void indicators_free(Indicators *in)
{
    if (!in)
        return;
    free(in->readings);
    free(in->units);
    free(in->guard_at);
    free(in->guard_stamp);
    free(in);
}

void indicators_sentence(Indicators *in)
{
    in->stamp++;
}

void indicators_guard(Indicators *in, uint32_t guard, size_t at)
{
    if (in->guard_stamp[guard] == in->stamp)
        return;
    in->guard_stamp[guard] = in->stamp;
    in->guard_at[guard] = at;
}

static bool guarded(const Indicators *in, const Reading *r, const Hit *hit)
{
    uint32_t g = r->guard;
    return !g || (in->guard_stamp[g - 1] == in->stamp && in->guard_at[g - 1] <= hit->from);
}

static bool is_percent(Str unit)
{
    return str_eq(unit, STR("pp")) || str_starts(unit, STR("%"));
}

/* The sorts a figure is of, by its unit. */
static unsigned sorts_of(const Asked *asked)
{
    const Figure *f = asked->f;
    unsigned sorts = SORT_ANY;
    if (is_percent(f->unit))
        sorts |= SORT_PERCENT | (f->dir || str_eq(f->unit, STR("pp")) ? SORT_CHANGE : SORT_LEVEL);
    if (f->kind == FIGURE_NUMBER)
        sorts |= SORT_SCORE; /* "PCI đạt 67,5" */
    if (f->kind == FIGURE_RATIO && !asked->share)
        sorts |= SORT_RANK; /* "xếp thứ 15/63 tỉnh", not "xong 31/48 nhiệm vụ" */
    return sorts;
}

static bool has_unit(const Indicators *in, const Reading *r, const Figure *f)
{
    for (uint32_t i = r->unit; i < r->unit + r->n_units; i++) {
        Str want = in->units[i];
        if (str_eq(want, f->unit))
            return true;
        /* "VND/người/năm" is money too; what is counted per something is another thing than the count */
        if (f->kind == FIGURE_MONEY && str_starts(f->unit, want) && f->unit.p[want.n] == '/')
            return true;
    }
    return false;
}

static Fit reading_fit(const Indicators *in, const Reading *r, unsigned sorts, const Asked *asked)
{
    const Figure *f = asked->f;
    if (!r->code.n)
        return FIT_OTHER;
    if ((r->rules & RULE_ALONE) && !asked->alone)
        return FIT_NO;
    if ((r->sorts & sorts) || has_unit(in, r, f))
        return FIT_UNIT;
    if ((r->rules & RULE_SIDED) || ((r->rules & RULE_NO_SHARE) && asked->share))
        return FIT_NO;
    if (f->kind == FIGURE_TIMES)
        return FIT_ALLOWED;
    if ((sorts & SORT_PERCENT) && (f->dir || asked->based))
        return FIT_ALLOWED;
    if (f->kind == FIGURE_RATIO && !f->unit.n && asked->based)
        return FIT_ALLOWED; /* "chiếm hai phần ba" */
    return FIT_NO;
}

/* The best of a phrase's readings that have a guard, or of those without. */
static Fit best_reading(const Indicators *in, const Hit *hit, uint32_t first, bool with_guard, unsigned sorts,
                        const Asked *asked, Str *code)
{
    Fit best = FIT_NONE;
    for (uint32_t i = first; i; i = in->readings[i].next) {
        const Reading *r = &in->readings[i];
        if ((r->guard != 0) != with_guard || !guarded(in, r, hit))
            continue;
        Fit fit = reading_fit(in, r, sorts, asked);
        if (with_guard && fit == FIT_OTHER)
            return FIT_OTHER; /* "bão số 3 … làm chết" */
        if (fit > best) {
            best = fit;
            *code = r->code;
        }
    }
    return best;
}

Fit indicator_fit(const Indicators *in, const Hit *hit, const Asked *asked, Str *code)
{
    unsigned sorts = sorts_of(asked);
    for (uint32_t k = 0; k < hit->n; k++) {
        Fit guarded = best_reading(in, hit, hit->first[k], true, sorts, asked, code);
        if (guarded > FIT_NO)
            return guarded;
        Fit free = best_reading(in, hit, hit->first[k], false, sorts, asked, code);
        if (free > FIT_NO)
            return free;
        if (guarded == FIT_NO || free == FIT_NO)
            return FIT_NO; /* "GRDP bình quân" is not read as GRDP */
    }
    return FIT_NO;
}
