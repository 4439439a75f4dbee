/* SPDX-License-Identifier: ISC */
/* Who holds an event: the bodies before its verb (`HĐND tỉnh khóa X tổ chức`). */
#include "eventread.h"

enum { LEFT = 20 };

/* Words that may stand between a body and its verb: term, own name, đã, long trọng. */
static bool passes(const Reading *g, size_t from, size_t to)
{
    for (size_t k = from; k < to;) {
        Term term;
        uint32_t value;
        size_t used = term_at(g->e->terms, g->r, k, &term);
        if (!used)
            used = role_at(g, ROLE_ADVERB, k, &value);
        if (!used)
            used = bracket_at(g, k);
        /* "Huyện ủy Yên Châu, tỉnh Sơn La họp" */
        UnitWord unit;
        if (!used && mark(g, k) == ',' &&
            place_unit_word(g->e->places, g->r->tokens, g->r->n_tokens, k + 1, &unit))
            used = 1;
        if (!used)
            used = place_unit_word(g->e->places, g->r->tokens, g->r->n_tokens, k, &unit);
        if (!used && g->r->tokens[k].flags & TOKEN_CAP)
            used = 1;
        if (!used)
            return false;
        k += used;
    }
    return true;
}

static bool joins(const Reading *g, size_t i)
{
    char m = mark(g, i);
    return m == ',' || m == '-' || is(g, i, g->e->va) || is(g, i, g->e->cung);
}

/* Does token i open a body that stands for itself, not for a post's (`Chủ tịch HĐND tỉnh`)? */
static bool opens(const Reading *g, size_t i)
{
    return i == 0 || joins(g, i - 1) || mark(g, i - 1) ||
           (i > 0 && g->r->tokens[i - 1].type == TOKEN_NUMBER) ||
           !(g->r->tokens[i - 1].flags & TOKEN_SYLLABLE);
}

/* A level word that the last of several bodies has is that of all: `Huyện ủy - HĐND - UBND huyện`. */
static void share_unit(Body *run, size_t n)
{
    uint8_t unit = UNIT_NONE;
    Level level = LEVEL_NONE;
    for (size_t i = 0; i < n; i++)
        if (run[i].unit) {
            unit = run[i].unit;
            level = run[i].level;
        }
    for (size_t i = 0; i < n; i++)
        if (!run[i].unit && run[i].kind == BODY_LEVEL) {
            run[i].unit = unit;
            run[i].level = level;
        }
}

void read_subjects(const Reading *g, size_t verb, Event *out)
{
    Body run[EVENT_SUBJECTS];
    size_t n = 0, end = verb, low = verb > LEFT ? verb - LEFT : 0;
    while (n < EVENT_SUBJECTS) {
        Body best = {.kind = BODY_NONE};
        size_t from = end;
        for (size_t k = end; k-- > low;) {
            Body body;
            size_t used = body_at(g, k, end, &body);
            if (!used || k + used > end || !passes(g, k + used, end) || (body.kind == BODY_HEAD && n))
                continue;
            if (best.kind != BODY_NONE && k + used < from)
                break; /* another one, farther left */
            best = body;
            from = k;
        }
        if (best.kind == BODY_NONE)
            break;
        if (!opens(g, from) && !(n == 0 && from > 0 && is(g, from - 1, g->e->do_)))
            break;
        memmove(run + 1, run, n * sizeof *run);
        run[0] = best;
        n++;
        if (!from || !joins(g, from - 1))
            break;
        end = from - 1;
        low = end > LEFT ? end - LEFT : 0;
    }
    share_unit(run, n);
    for (size_t i = 0; i < n; i++)
        out->subjects[i] = body_name(&run[i], g->e->places, g->a);
    out->n_subjects = n;
    if (n) {
        out->subject = run[0];
        if (!out->level)
            out->level = run[0].level;
    }
    /* the term behind the subject: "HĐND tỉnh khóa X tổ chức" */
    for (size_t k = low; n && k < verb; k++) {
        Term term;
        if (mark(g, k) == ';' || mark(g, k) == '.')
            out->term = (Term){0};
        if (term_at(g->e->terms, g->r, k, &term) && k > 0 && !mark(g, k)) {
            out->term = term.no ? term : out->term;
            if (!term.no && term.from && !out->term.from) {
                out->term.from = term.from;
                out->term.to = term.to;
            }
        }
    }
}

/* The verb of the body that holds the event at token i: `tổ chức hội nghị`, `họp phiên thường kỳ`. Its first
 * token, i for none. */
static size_t verb_before(const Reading *g, size_t i)
{
    size_t k = i, used;
    for (unsigned steps = 0; steps < 3; steps++) {
        if ((used = role_before(g, ROLE_VERB, k)))
            return k - used;
        if (!(used = role_before(g, ROLE_ADVERB, k)))
            break;
        k -= used;
    }
    return i;
}

void read_holder(const Reading *g, size_t i, size_t end, Event *out)
{
    size_t verb = verb_before(g, i);
    for (size_t k = verb; k > 0 && k + 4 > verb; k--)
        out->coming |= is(g, k - 1, g->e->se);
    if (verb < i) {
        Term term = out->term;
        read_subjects(g, verb, out);
        if (term.no || term.from)
            out->term = term;
        return;
    }
    if (!is(g, end, g->e->do_))
        return;
    uint32_t value;
    for (size_t k = end + 1; k < end + LEFT && k < g->r->n_tokens; k++)
        if (role_at(g, ROLE_VERB, k, &value)) {
            read_subjects(g, k, out);
            return;
        }
}
