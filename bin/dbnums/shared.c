/* SPDX-License-Identifier: ISC */
#include "shared.h"

#include <stdlib.h>

#include "metatables.h"
#include "table_numbers.h"

enum { APART = 4 }; /* tokens that may stand between figures of one list */

struct Sharing {
    const Lexicon *l;
    uint32_t and, or, about, whole, versus;
};

Sharing *sharing_new(Lexicon *l)
{
    Sharing *s = xrealloc(NULL, 1, sizeof *s);
    *s = (Sharing){.l = l,
                   .and = lexicon_word(l, STR("và")),
                   .or = lexicon_word(l, STR("hay")),
                   .versus = lexicon_word(l, STR("so")),
                   .about = lexicon_word(l, STR("ước")),
                   .whole = lexicon_word(l, STR("cả"))};
    return s;
}

void sharing_free(Sharing *s)
{
    free(s);
}

static bool counts(const Figure *f)
{
    return f->kind <= FIGURE_DURATION;
}

static bool same_sentence(const Figure *a, const Figure *b)
{
    return a->record == b->record && a->sentence == b->sentence;
}

/* Nothing but a comma, "và" or "hay" between them: 12, 15 và 18 tỷ đồng. */
static bool adjoins(const Sharing *s, const Token *t, const Figure *a, const Figure *b)
{
    size_t k = a->to;
    if (!same_sentence(a, b) || b->phrase < k)
        return false;
    if (k < b->from && token_is(&t[k], ','))
        k++;
    if (k < b->from && (t[k].word == s->and || t[k].word == s->or))
        k++;
    return k > a->to && k == b->from;
}

/* Nothing but a noun's qualifiers and a comma or "và" between them. */
static bool listed(const Sharing *s, const Token *t, const Figure *a, const Figure *b)
{
    if (!same_sentence(a, b) || b->phrase != b->from || b->from <= a->to || b->from - a->to > APART)
        return false;
    const Token *last = &t[b->from - 1];
    for (size_t k = a->to; k + 1 < b->from; k++)
        if (t[k].type != TOKEN_WORD)
            return false;
    return last->word == s->and || token_is(last, ',');
}

/* "giảm 3 người chết và 5 người bị thương", "giảm 15% đầu mối, 10% biên chế": the verb goes on; not beyond
 * "so với". */
static bool goes_on(const Sharing *s, const Token *t, const Figure *a, const Figure *b)
{
    if (a->kind != b->kind || !listed(s, t, a, b))
        return false;
    if (a->kind == FIGURE_COUNT || adjoins(s, t, a, b))
        return true;
    for (size_t k = a->to; k < b->from; k++)
        if (t[k].word == s->versus)
            return false;
    return a->kind == FIGURE_PERCENT;
}

static void take_unit(Figure *a, const Figure *b)
{
    bool ratio = b->kind == FIGURE_RATIO;
    a->kind = ratio ? FIGURE_COUNT : b->kind;
    a->unit = b->unit;
    if (!ratio && !a->power) {
        decimal_shift(&a->value, b->power);
        if (a->two)
            decimal_shift(&a->value2, b->power);
        a->power = b->power;
    }
}

/* "lần lượt 12, 15 và 18 tỷ đồng": magnitude and unit belong to every row. */
static void share_units(const Sharing *s, const Token *t, Figure *f, size_t n)
{
    for (size_t i = n; i-- > 1;)
        if (f[i - 1].kind == FIGURE_NUMBER && counts(&f[i]) && f[i].unit.n && adjoins(s, t, &f[i - 1], &f[i]))
            take_unit(&f[i - 1], &f[i]);
}

/* "giảm 46 phòng ban (22,5%)", "tăng 8 vụ = 17%": the same change in percent. */
static bool same_change(const Token *t, const Figure *a, const Figure *b)
{
    if (!same_sentence(a, b) || !a->dir || a->kind == FIGURE_PERCENT || b->kind != FIGURE_PERCENT || b->dir ||
        b->phrase != b->from || b->from <= a->to || b->from - a->to > APART)
        return false;
    const Token *before = &t[b->from - 1];
    return token_is(before, '=') ||
           (token_is(before, '(') && b->to < b->in_sentence.to && token_is(&t[b->to], ')'));
}

static void share_directions(const Sharing *s, const Token *t, Figure *f, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (counts(&f[i - 1]) && counts(&f[i]) && f[i - 1].dir && !f[i].dir &&
            (goes_on(s, t, &f[i - 1], &f[i]) || same_change(t, &f[i - 1], &f[i])))
            f[i].dir = f[i - 1].dir;
}

/* "tối thiểu 5.000 thùng mì, 10.000 lít nước": such a bound is one of all. */
static void share_bounds(const Sharing *s, const Token *t, Figure *f, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        const Figure *a = &f[i - 1];
        Figure *b = &f[i];
        if (a->bounds && counts(a) && counts(b) && b->mod == MOD_NONE && listed(s, t, a, b)) {
            b->mod = a->mod;
            b->bounds = true;
        }
    }
}

/* "giảm từ 35,6% xuống còn 8,9%", "tăng từ 45 lên 62 triệu đồng": two levels, the unit of the second for
 * both. */
static void pair_changes(Figure *f, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Figure *a = &f[i];
        if (!counts(a) || !a->after_from || a->mod == MOD_AT_LEAST || a->mod == MOD_AT_MOST)
            continue;
        for (size_t k = i + 1; k < n && k <= i + APART && same_sentence(a, &f[k]); k++) {
            Figure *b = &f[k];
            if (!counts(b) || !b->after_to || b->after_from)
                continue;
            if (a->two && a->kind != FIGURE_RATIO && !b->two) /* giảm từ 2 đến 3%/năm, còn 8% */
                break;
            if (a->kind == FIGURE_NUMBER && b->unit.n)
                take_unit(a, b);
            else if (b->kind == FIGURE_NUMBER && a->kind == FIGURE_COUNT) /* từ 25 phòng giảm còn 12 */
                take_unit(b, a);
            if (a->kind == b->kind ||
                ((a->kind == FIGURE_COUNT || a->kind == FIGURE_NUMBER) && b->kind == FIGURE_RATIO)) {
                a->mod = MOD_FROM;
                b->mod = MOD_TO;
                a->dir = b->dir = 0;
            }
            break;
        }
    }
}

/* Where an "ước" that governs what follows stands in a sentence: at its head ("Ước năm 2023, thu đạt …") or
 * before a time ("ước cả năm đạt …"). The end of the sentence when there is none. */
static size_t opener(const Sharing *s, const Begins *b, const Token *t, Span sentence)
{
    size_t first = sentence.from;
    while (first < sentence.to && t[first].type == TOKEN_MARK)
        first++;
    for (size_t i = first; (i = begins_next(b, BEGINS_FAR, i, sentence.to)) + 1 < sentence.to; i++) {
        uint32_t v;
        if (t[i].word != s->about)
            continue;
        size_t bound = lexicon_match(s->l, TABLE_BOUND, t, sentence.to, i, &v), k = i + (bound ? bound : 1);
        bool time = k < sentence.to && !lexicon_match(s->l, TABLE_BOUND, t, sentence.to, k, &v) &&
                    lexicon_begins(s->l, t[k].word) >> META_PERIOD & 1;
        if (i == first || time || (k < sentence.to && t[k].word == s->whole))
            return i; /* "ước thực hiện cả năm …"; not "ước tính khoảng 9 tỷ" */
    }
    return sentence.to;
}

static void open_estimates(const Sharing *s, const Begins *b, const Token *t, Figure *f, size_t n)
{
    size_t from = 0, sentence = SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        if (f[i].sentence != sentence) {
            sentence = f[i].sentence;
            from = opener(s, b, t, f[i].in_sentence);
        }
        if (f[i].from > from && f[i].mod == MOD_NONE && counts(&f[i]))
            f[i].mod = MOD_ABOUT;
    }
}

/* What figures have that others may share. */
enum { HAS_BARE = 1, HAS_DIRECTION = 2, HAS_BOUND = 4, HAS_FROM = 8 };

static unsigned all_have(const Figure *f, size_t n)
{
    unsigned has = 0;
    for (size_t i = 0; i < n; i++)
        has |= (f[i].kind == FIGURE_NUMBER ? HAS_BARE : 0U) | (f[i].dir ? HAS_DIRECTION : 0U) |
               (f[i].bounds ? HAS_BOUND : 0U) | (f[i].after_from ? HAS_FROM : 0U);
    return has;
}

void figures_share(const Sharing *s, const Begins *b, const Token *t, Figures *out)
{
    size_t n = out->n;
    if (!n)
        return;
    Figure *f = out->f;
    unsigned has = all_have(f, n);
    if (has & HAS_BARE)
        share_units(s, t, f, n);
    if (has & HAS_DIRECTION)
        share_directions(s, t, f, n);
    if (has & HAS_BOUND)
        share_bounds(s, t, f, n);
    if (has & HAS_FROM)
        pair_changes(f, n);
    if (begins_next(b, BEGINS_FAR, f[0].in_sentence.from, f[n - 1].from) < f[n - 1].from)
        open_estimates(s, b, t, f, n);
}
