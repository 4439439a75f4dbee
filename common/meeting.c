/* SPDX-License-Identifier: ISC */
#include "meeting.h"

#include <stdlib.h>

#include "eventname.h"
#include "term.h"

enum { CANDIDATES = 12, LEAD_SPAN = 220, LEAST = -2 };

struct Meetings {
    EventNames *names;
    Arena arena;
};

Meetings *meetings_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user)
{
    Meetings *m = xrealloc(NULL, 1, sizeof *m);
    *m = (Meetings){.names = eventnames_new(l, bodies, places, user)};
    return m;
}

void meetings_free(Meetings *m)
{
    if (!m)
        return;
    eventnames_free(m->names);
    arena_free(&m->arena);
    free(m);
}

/* An event as one place of the text names it. */
typedef struct {
    Event event;
    int record, score;
} Candidate;

typedef struct {
    Candidate list[CANDIDATES];
    size_t n;
} Candidates;

static void keep(Candidates *c, const Event *e, int record, int bonus)
{
    if (c->n == CANDIDATES)
        return;
    int score = bonus + 3 * (e->number > 0) + 3 * (e->body.tokens > 0 || e->n_subjects > 0) +
                2 * (e->sort.n > 0 || e->keep.n > 0) + e->extended;
    /* "Theo kế hoạch, Đại hội … diễn ra từ ngày 20": a congress named further down is not the one reported */
    if (e->congress && bonus < 0)
        score -= 6;
    if (score < LEAST)
        return;
    c->list[c->n++] = (Candidate){*e, record, score};
}

static void collect(Meetings *m, const Document *doc, int record, bool head, int rank, Candidates *c)
{
    const Record *r = &doc->records[record];
    size_t n = r->n_tokens < LEAD_SPAN ? r->n_tokens : LEAD_SPAN, sentence = record_first_sentence(r);
    for (size_t i = event_next(m->names, r, 0, n); i < n; i = event_next(m->names, r, i, n)) {
        Event e;
        size_t used = event_at(m->names, &m->arena, r, i, head, &e);
        if (used)
            keep(c, &e, record, head ? 1 : 1 - 2 * (i > sentence) - 2 * rank);
        i += used ? used : 1;
    }
}

/* Are two names of one event: the same noun, and no other body? */
static bool alike(const Event *a, const Event *b)
{
    if (!str_eq(a->noun, b->noun))
        return false;
    return !a->joined.n || !b->joined.n || str_eq(a->joined, b->joined);
}

static void add_organ(Meeting *out, Str name, int record)
{
    for (size_t i = 0; i < out->n_organs; i++)
        if (str_eq(out->organs[i], name))
            return;
    if (out->n_organs == MEETING_ORGANS || !name.n)
        return;
    out->organs[out->n_organs++] = name;
    out->organ_record = record;
}

static void add_organs(const Event *e, int record, Meeting *out)
{
    if (e->joined.n && e->n_subjects < 2) {
        add_organ(out, e->joined, record);
        return;
    }
    if (e->body.tokens)
        add_organ(out, e->body_name, record);
    for (size_t i = 0; i < e->n_subjects && (!e->body.tokens || e->both); i++)
        add_organ(out, e->subjects[i], record);
}

/* What the best name leaves open, from the other places that name the event. */
static void fill_in(const Candidates *c, const Candidate *best, Meeting *out)
{
    for (size_t i = 0; i < c->n; i++) {
        const Candidate *x = &c->list[i];
        if (!alike(&best->event, &x->event) && x != best)
            continue;
        if (!out->number && x->event.number) {
            out->number = x->event.number;
            out->number_record = x->record;
        }
        if (!out->extended && x->event.extended) {
            out->extended = true;
            out->extended_record = x->record;
        }
        if (out->congress)
            continue;
        if (!out->n_organs)
            add_organs(&x->event, x->record, out);
        if (!out->term_no && x->event.term.no) {
            out->term_no = x->event.term.no;
            out->term_no_record = x->record;
        }
        if (!out->term_from && x->event.term.from) {
            out->term_from = x->event.term.from;
            out->term_to = x->event.term.to;
            out->term_record = x->record;
        }
    }
}

void meeting_read(Meetings *m, const Document *doc, const int *heads, size_t n_heads, const int *leads,
                  size_t n_leads, Meeting *out)
{
    Candidates c = {.n = 0};
    const Candidate *best = NULL;
    *out = (Meeting){.number = 0};
    arena_reset(&m->arena);
    for (size_t i = 0; i < n_heads; i++)
        collect(m, doc, heads[i], true, 0, &c);
    for (size_t i = 0; i < n_leads && i < 2; i++)
        collect(m, doc, leads[i], false, (int)i, &c);
    for (size_t i = 0; i < c.n; i++)
        if (!best || c.list[i].score > best->score)
            best = &c.list[i];
    if (!best)
        return;
    out->name = event_name(&m->arena, &best->event);
    out->name_record = best->record;
    out->congress = best->event.congress;
    if (!out->congress)
        add_organs(&best->event, best->record, out);
    out->level = best->event.level;
    fill_in(&c, best, out);
}

bool meeting_term_open(const Meeting *meeting)
{
    return !meeting->congress && meeting->n_organs && !(meeting->term_no && meeting->term_from);
}

void meeting_term(Meetings *m, const Document *doc, int year, Meeting *out)
{
    TermFound t = {out->term_no, out->term_from, out->term_to, out->term_no_record, out->term_record};
    term_find(eventname_terms(m->names), &m->arena, doc, out->organs[0], year, &t);
    out->term_no = t.no;
    out->term_from = t.from;
    out->term_to = t.to;
    out->term_no_record = t.no_record;
    out->term_record = t.years_record;
}
