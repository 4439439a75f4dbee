/* SPDX-License-Identifier: ISC */
#include "scene.h"

#include <stdlib.h>

#include "table_numbers.h"
#include "tables.h"

static const Str role_names[] = {
    {"be", 2},    {"rise", 4},    {"have", 4},  {"act", 3},    {"bound", 5},    {"adverb", 6}, {"link", 4},
    {"head", 4},  {"places", 6},  {"plan", 4},  {"target", 6}, {"yoy", 3},      {"prev", 4},   {"whole", 5},
    {"share", 5}, {"compare", 7}, {"order", 5}, {"aim", 3},    {"forecast", 8}, {"done", 4},   {"goal", 4},
    {"allot", 5}, {"stop", 4},    {"none", 4},  {"dated", 5},  {"number", 6},   {"part", 4},   {"also", 4},
    {"weak", 4},  {"numeral", 7}, {"event", 5},
};

struct Scenes {
    const Lexicon *lexicon;
    Indicators *indicators;
    const Periods *periods;
    Cues cues;
    Scene scene;
    uint32_t *rows; /* the arrays of the scene */
    size_t rows_cap, hits_cap, times_cap;
};

static uint32_t role_named(Str name)
{
    for (uint32_t i = 0; i < sizeof role_names / sizeof *role_names; i++)
        if (str_eq(name, role_names[i]))
            return 1u << i;
    return 0;
}

/* A phrase may stand in several rows. */
static void read_roles(Scenes *s, Lexicon *l, UserRows *user)
{
    Str cells[2], form;
    for (TableRows r = table_rows(&table_role, user); table_next(&r, cells);)
        for (uint32_t role = role_named(cells[0]); str_cut(&cells[1], '|', &form);)
            cues_add(&s->cues, l, form)->roles |= role;
}

static void read_counted(Scenes *s, UserRows *user)
{
    static const char *const names[COUNTED_SORTS] = {
        "aside",  "bare",    "belongs",  "case",    "clause", "each",   "event",   "extreme",
        "fact",   "goal",    "home",     "hours",   "inside", "length", "linking", "past",
        "person", "placing", "pointing", "quality", "rank",   "said",   "years"};
    Str cells[2];
    for (TableRows r = table_rows(&table_counted, user); table_next(&r, cells);) {
        Forms *forms = &s->scene.counted[cell_name(cells[0], names, COUNTED_SORTS)];
        *forms = forms_of(table_join(&r, forms->cell, cells[1]));
    }
}

Scenes *scenes_new(Lexicon *l, const Periods *periods, UserRows *user)
{
    Scenes *s = xrealloc(NULL, 1, sizeof *s);
    *s = (Scenes){.lexicon = l, .periods = periods};
    s->indicators = indicators_new(l, &s->cues, user);
    read_roles(s, l, user);
    read_counted(s, user);
    return s;
}

void scenes_free(Scenes *s)
{
    if (!s)
        return;
    indicators_free(s->indicators);
    free(s->cues.cue);
    free(s->rows);
    free(s->scene.hits);
    free(s->scene.times);
    free(s);
}

const Indicators *scenes_indicators(const Scenes *s)
{
    return s->indicators;
}

enum {
    ROWS = 6,
    ENDS = 24,
    BEHIND = 48,
    WINDOW = 64
}; /* BEHIND: tokens behind the last figure that are read */

static void lay_out(Scenes *s, const Record *r, Span sentence, Figure **f, size_t n)
{
    size_t len = sentence.to - sentence.from;
    s->rows = array_room(s->rows, &s->rows_cap, len * ROWS, sizeof *s->rows);
    memset(s->rows, 0, len * ROWS * sizeof *s->rows);
    Scene *c = &s->scene;
    c->lexicon = s->lexicon;
    c->text = r->text;
    c->t = r->tokens;
    c->from = sentence.from;
    c->to = sentence.to;
    c->role = s->rows;
    c->start = c->role + len;
    c->begin = c->start + len;
    c->figure = c->begin + len;
    c->hit = c->figure + len;
    c->time = c->hit + len;
    c->n_hits = c->n_times = 0;
    c->parts = 0;
    c->f = f;
    c->n = n;
    for (size_t k = 0; k < n; k++)
        for (size_t i = f[k]->from; i < f[k]->to && i < c->to; i++)
            if (i >= c->from)
                c->figure[i - c->from] = (uint32_t)k + 1;
}

static void put_cue(Scene *c, size_t i, size_t n, uint32_t roles)
{
    c->start[i - c->from] = roles;
    c->parts |= roles;
    for (size_t k = i; k < i + n; k++) {
        c->role[k - c->from] = roles;
        c->begin[k - c->from] = (uint32_t)i;
    }
}

static void put_hit(Scenes *s, Hit hit)
{
    Scene *c = &s->scene;
    if (c->n_hits && hit.from < c->hits[c->n_hits - 1].to) { /* of two that overlap the longer is read */
        const Hit *last = &c->hits[c->n_hits - 1];
        if (hit.to - hit.from <= last->to - last->from)
            return;
        for (size_t k = last->from; k < hit.from; k++)
            c->hit[k - c->from] = 0;
        c->n_hits--;
    }
    c->hits = array_room(c->hits, &s->hits_cap, c->n_hits, sizeof *c->hits);
    c->hits[c->n_hits++] = hit;
    for (size_t k = hit.from; k < hit.to; k++)
        c->hit[k - c->from] = (uint32_t)c->n_hits;
}

static size_t put_time(Scenes *s, size_t i)
{
    Scene *c = &s->scene;
    Time time = {.from = i};
    size_t n = period_at(s->periods, c->text, c->t, c->to, i, &time.period);
    for (size_t k = i; k < i + n; k++)
        if (c->figure[k - c->from])
            return 0; /* a figure's own: "5 năm" */
    if (!n)
        return 0;
    time.to = i + n;
    c->times = array_room(c->times, &s->times_cap, c->n_times, sizeof *c->times);
    c->times[c->n_times++] = time;
    for (size_t k = i; k < time.to; k++)
        c->time[k - c->from] = (uint32_t)c->n_times;
    return n;
}

bool scene_times(const Scenes *s, const Record *r, Span p)
{
    Period period;
    for (size_t at = p.from; at < p.to; at += WINDOW)
        for (uint64_t may = periods_may_begin(s->periods, r->tokens + at, p.to - at); may; may &= may - 1)
            if (period_at(s->periods, r->text, r->tokens, p.to, at + (size_t)__builtin_ctzll(may), &period) &&
                period.type < PERIOD_DAY)
                return true;
    return false;
}

/* "dịch vụ chiếm 36%, nông nghiệp 30% trong | cơ cấu kinh tế": said of all shares before it. */
static bool closes_shares(const Scene *c, size_t i)
{
    if (i < c->from + 2 || !scene_word(c, i, STR("cơ")))
        return false;
    bool in = scene_word(c, i - 1, STR("trong"));
    return c->figure[i - 1 - in - c->from] != 0;
}

/* "cầu Nậm | Hạ": a syllable of a name is no word. */
static bool in_name(const Scene *c, size_t i)
{
    return (c->t[i].flags & (TOKEN_CAP | TOKEN_UPPER)) == TOKEN_CAP && i > c->from &&
           (c->t[i - 1].flags & (TOKEN_CAP | TOKEN_UPPER)) == TOKEN_CAP;
}

/* Puts down the indicators and guards that begin at token i, and the parts its words play unless a cue before
 * goes on till behind it. Returns where the last cue of parts ends. */
static size_t put_cues(Scenes *s, size_t i, size_t cue_end)
{
    Scene *c = &s->scene;
    LexiconEnd ends[ENDS];
    size_t n = lexicon_ends(s->lexicon, TABLE_CUE, c->t, c->to, i, ends, ENDS);
    Hit hit;
    hit.n = 0;
    while (n-- > 0) { /* longest first */
        const Cue *cue = &s->cues.cue[ends[n].value];
        if (cue->guard)
            indicators_guard(s->indicators, cue->guard - 1, closes_shares(c, i) ? c->from : i + 1);
        if (cue->roles && i >= cue_end &&
            !((cue->roles & (ROLE_RISE | ROLE_ACT)) && ends[n].tokens == 1 && in_name(c, i))) {
            put_cue(c, i, ends[n].tokens, cue->roles);
            cue_end = i + ends[n].tokens;
        }
        if (cue->reading && hit.n < HIT_READINGS) {
            if (!hit.n)
                hit.to = i + ends[n].tokens;
            hit.first[hit.n++] = cue->reading;
        }
    }
    if (hit.n) {
        hit.from = i;
        put_hit(s, hit);
    }
    return cue_end;
}

/* Which of up to 64 tokens from `at` on may begin a cue, as bits: found all at once and then gone through, as
 * where they stand cannot be foretold. */
static uint64_t cues_may_begin(const Scenes *s, size_t at)
{
    const Scene *c = &s->scene;
    uint64_t may = 0;
    for (size_t i = at; i < c->to && i < at + WINDOW; i++)
        may |= (uint64_t)lexicon_may_match(s->lexicon, UINT64_C(1) << TABLE_CUE, c->t, c->to, i) << (i - at);
    return may;
}

static void read_cues(Scenes *s)
{
    size_t cue_end = 0;
    for (size_t at = s->scene.from; at < s->scene.to; at += WINDOW)
        for (uint64_t may = cues_may_begin(s, at); may; may &= may - 1)
            cue_end = put_cues(s, at + (size_t)__builtin_ctzll(may), cue_end);
}

static void read_times(Scenes *s)
{
    const Scene *c = &s->scene;
    size_t time_end = 0;
    for (size_t at = c->from; at < c->to; at += WINDOW)
        for (uint64_t may = periods_may_begin(s->periods, c->t + at, c->to - at); may; may &= may - 1) {
            size_t i = at + (size_t)__builtin_ctzll(may);
            if (i >= time_end)
                time_end = i + put_time(s, i);
        }
}

const Scene *scene_read(Scenes *s, const Record *r, Span sentence, Figure **f, size_t n)
{
    if (n && sentence.to > f[n - 1]->to + BEHIND)
        sentence.to = f[n - 1]->to + BEHIND;
    lay_out(s, r, sentence, f, n);
    indicators_sentence(s->indicators);
    read_cues(s);
    read_times(s);
    return &s->scene;
}

size_t scene_cue_end(const Scene *s, size_t i)
{
    size_t k = i + 1;
    while (k < s->to && s->role[k - s->from] && !s->start[k - s->from])
        k++;
    return k;
}

size_t scene_noun(const Scene *s, size_t i)
{
    uint32_t noun;
    return i < s->to ? lexicon_match(s->lexicon, TABLE_NOUN, s->t, s->to, i, &noun) : 0;
}

bool scene_is(const Scene *s, size_t i, Counted sort)
{
    return scene_holds(s, i) && forms_have(&s->counted[sort], token_str(s->text, &s->t[i]));
}

bool scene_behind(const Scene *s, size_t i, Counted sort)
{
    return scene_is(s, i - 1, sort);
}

/* Is the mark at token i such a one? */
bool scene_breaks(const Scene *s, size_t i)
{
    switch (s->t[i].mark) {
    case ';':
    case ':':
    case '!':
    case '?':
    case '[':
    case ']':
        return true;
    case '.': /* not in "TP.HCM" */
        return !(i > s->from && (s->t[i - 1].flags & TOKEN_UPPER) && i + 1 < s->to) ||
               (s->t[i + 1].flags & TOKEN_SPACE);
    case MARK_WIDE:
        return scene_word(s, i, STR("…"));
    default:
        return false;
    }
}

bool scene_head(const Scene *s, size_t i)
{
    const Hit *hit = scene_hit(s, i);
    if (i + 1 < s->to && s->t[i + 1].type == TOKEN_NUMBER && scene_word(s, i, STR("số")))
        return false; /* "bão số 4 làm 16 người chết" */
    if (!hit)
        return scene_start(s, i) & ROLE_HEAD;
    if (hit->from != i) /* "nâng | tổng số đảng viên" is one phrase */
        return (scene_start(s, i) & ROLE_HEAD) && (scene_role(s, hit->from) & ROLE_LINK);
    if ((scene_start(s, i) & ROLE_PLACES) &&
        (scene_cue_end(s, i) >= hit->to || scene_word(s, hit->to - 1, STR("có"))))
        return false; /* "Đảng bộ xã | nâng tổng số đảng viên", "toàn tỉnh có" */
    const uint32_t verbs = ROLE_BE | ROLE_AIM | ROLE_DONE, verb = verbs | ROLE_HAVE;
    bool is_verb = hit->to == i + 1 ? scene_role(s, i) & verb : scene_start(s, i) & verbs;
    return !is_verb || (scene_start(s, i) & ROLE_HEAD);
}
