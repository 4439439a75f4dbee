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

/* The first token that a subject behind which token `end` stands may begin with. */
static size_t reach(size_t end)
{
    return end > LEFT ? end - LEFT : 0;
}

/* The body that ends, own name and adverbs aside, right before token `end`: its first token, `end` for none.
 * `more`: others stand behind it. */
static size_t subject_before(const Reading *g, size_t end, bool more, Body *subject)
{
    size_t from = end;
    for (size_t k = end; k-- > reach(end);) {
        Body body;
        size_t used = body_at(g, k, end, &body);
        if (!used || k + used > end || !passes(g, k + used, end) || (body.kind == BODY_HEAD && more))
            continue;
        if (from < end && k + used < from)
            break; /* another one, farther left */
        *subject = body;
        from = k;
    }
    return from;
}

/* The term behind the subject: "HĐND tỉnh khóa X tổ chức". */
static void read_subject_term(const Reading *g, size_t from, size_t verb, Event *out)
{
    for (size_t k = from; k < verb; k++) {
        Term term;
        if (mark(g, k) == ';' || mark(g, k) == '.')
            out->term = (Term){0};
        if (k == 0 || mark(g, k) || !term_at(g->e->terms, g->r, k, &term))
            continue;
        if (term.no)
            out->term = term;
        else if (term.from && !out->term.from) {
            out->term.from = term.from;
            out->term.to = term.to;
        }
    }
}

/* Does the body at token `from` only help who calls the event? Where `phối hợp với` before it begins, else
 * `from`. */
static size_t partner(const Reading *g, size_t from)
{
    bool helps = from > 3 && (is(g, from - 1, g->e->voi) || is(g, from - 1, g->e->cung)) &&
                 is(g, from - 2, g->e->hop) && is(g, from - 3, g->e->phoi);
    return helps ? from - 3 : from;
}

void read_subjects(const Reading *g, size_t verb, Event *out)
{
    Body run[EVENT_SUBJECTS];
    size_t n = 0, end = verb;
    while (n < EVENT_SUBJECTS) {
        Body subject;
        size_t from = subject_before(g, end, n > 0, &subject);
        size_t with = from < end ? partner(g, from) : from;
        if (with < from) { /* Ban Tuyên giáo Tỉnh ủy phối hợp với Hội Nhà báo tỉnh tổ chức */
            n = 0;
            end = with;
            continue;
        }
        if (from == end || (!opens(g, from) && !(n == 0 && is(g, from - 1, g->e->do_))))
            break;
        memmove(run + 1, run, n * sizeof *run);
        run[0] = subject;
        n++;
        if (!from || !joins(g, from - 1))
            break;
        end = from - 1;
    }
    share_unit(run, n);
    for (size_t i = 0; i < n; i++)
        out->subjects[i] = body_name(&run[i], g->e->places, g->a);
    out->n_subjects = n;
    if (!n)
        return;
    out->subject = run[0];
    if (!out->level)
        out->level = run[0].level;
    read_subject_term(g, reach(end), verb, out);
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
