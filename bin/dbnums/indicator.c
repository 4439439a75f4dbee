/* SPDX-License-Identifier: ISC */
#include "indicator.h"

#include <stdlib.h>

#include "tables.h"

typedef struct {
    Str code, units;
    uint32_t guard; /* 1 + number of the phrase that must stand before, 0: none */
    uint32_t next;  /* reading of the same phrase, in the order of the table; 0: none */
    uint32_t last;  /* of a phrase's first reading: its last one */
} Reading;

struct Indicators {
    Reading *readings; /* from 1 */
    size_t n, cap;
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
    for (TableRows rows = table_rows(&table_indicator, user); table_next(&rows, cells);)
        for (Str rest = cells[0]; str_cut(&rest, '|', &form);) {
            Reading r = {.code = cells[1], .units = cells[2]};
            if (split_guard(form, &guard, &phrase))
                r.guard = add_guard(in, cues_add(cues, l, guard));
            add_reading(in, cues_add(cues, l, phrase), r);
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

/* One unit of a reading, for the figure's. */
static bool unit_is(Str want, const Figure *f)
{
    bool percent = is_percent(f->unit), change = f->dir || str_eq(f->unit, STR("pp"));
    if (want.n && want.p[0] == '!')
        return false;
    if (want.n && want.p[want.n - 1] == '%') {
        if (want.p[0] == '=')
            return percent && !change;
        if (want.p[0] == '+')
            return percent && change;
        return percent;
    }
    if (str_eq(want, STR("điểm")) && f->kind == FIGURE_NUMBER) /* "PCI đạt 67,5" */
        return true;
    if (str_eq(want, STR("hạng"))) /* "xếp thứ 15/63 tỉnh" */
        return f->kind == FIGURE_RATIO;
    if (str_eq(want, f->unit))
        return true;
    /* "VND/người/năm" is money too; what is counted per something is another thing than the count */
    return f->kind == FIGURE_MONEY && str_starts(f->unit, want) && f->unit.p[want.n] == '/';
}

static Fit reading_fit(const Reading *r, const Asked *asked)
{
    const Figure *f = asked->f;
    if (!r->code.n)
        return FIT_OTHER;
    Str rest = r->units, unit;
    bool sided = false, whole = false, fits = !rest.n;
    while (str_cut(&rest, '|', &unit)) {
        if (str_eq(unit, STR("!.")) && !asked->alone)
            return FIT_NO;
        fits |= unit_is(unit, f);
        sided |= unit.p[0] == '=' || unit.p[0] == '+' || str_eq(unit, STR("!"));
        whole |= str_eq(unit, STR("!%")) && asked->share;
    }
    if (fits)
        return FIT_UNIT;
    if (sided || whole)
        return FIT_NO;
    if (f->kind == FIGURE_TIMES)
        return FIT_ALLOWED;
    if (is_percent(f->unit) && (f->dir || asked->based))
        return FIT_ALLOWED;
    if (f->kind == FIGURE_RATIO && !f->unit.n && asked->based)
        return FIT_ALLOWED; /* "chiếm hai phần ba" */
    return FIT_NO;
}

/* The best of a phrase's readings that have a guard, or of those without. */
static Fit best_reading(const Indicators *in, const Hit *hit, uint32_t first, bool with_guard,
                        const Asked *asked, Str *code)
{
    Fit best = FIT_NONE;
    for (uint32_t i = first; i; i = in->readings[i].next) {
        const Reading *r = &in->readings[i];
        if ((r->guard != 0) != with_guard || !guarded(in, r, hit))
            continue;
        Fit fit = reading_fit(r, asked);
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
    for (uint32_t k = 0; k < hit->n; k++) {
        Fit guarded = best_reading(in, hit, hit->first[k], true, asked, code);
        if (guarded > FIT_NO)
            return guarded;
        Fit free = best_reading(in, hit, hit->first[k], false, asked, code);
        if (free > FIT_NO)
            return free;
        if (guarded == FIT_NO || free == FIT_NO)
            return FIT_NO; /* "GRDP bình quân" is not read as GRDP */
    }
    return FIT_NO;
}
