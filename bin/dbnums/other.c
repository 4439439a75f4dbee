/* SPDX-License-Identifier: ISC */
#include "other.h"

#include <stdlib.h>

#include "table_numbers.h"
#include "tables.h"

struct Others {
    const Lexicon *l;
    const Dates *dates;
    Periods *periods;
    PeriodFrame frame;
    Buf iso;
    uint32_t hour, h, minute, half, at, noon, from, morning, afternoon, evening, day, number;
};

Others *others_new(Lexicon *l, const Dates *dates, UserRows *user)
{
    Others *o = xrealloc(NULL, 1, sizeof *o);
    *o = (Others){
        .l = l,
        .dates = dates,
        .periods = periods_new(l, TABLE_TIMEWORD, user),
        .hour = lexicon_word(l, STR("giờ")),
        .h = lexicon_word(l, STR("h")),
        .minute = lexicon_word(l, STR("phút")),
        .half = lexicon_word(l, STR("rưỡi")),
        .at = lexicon_word(l, STR("lúc")),
        .from = lexicon_word(l, STR("hồi")),
        .morning = lexicon_word(l, STR("sáng")),
        .noon = lexicon_word(l, STR("trưa")),
        .afternoon = lexicon_word(l, STR("chiều")),
        .evening = lexicon_word(l, STR("tối")),
        .day = lexicon_word(l, STR("ngày")),
        .number = lexicon_word(l, STR("số")),
    };
    Str cells[2];
    for (TableRows r = table_rows(&table_lead, user); table_next(&r, cells);)
        lexicon_add(l, TABLE_LEAD, cells[0], str_eq(cells[1], STR("ordinal")));
    return o;
}

void others_free(Others *o)
{
    if (!o)
        return;
    periods_free(o->periods);
    buf_free(&o->iso);
    free(o);
}

void others_frame(Others *o, const PeriodFrame *frame)
{
    o->frame = *frame;
}

void figure_span(Figure *f, const Token *t, size_t from, size_t to)
{
    f->from = from;
    f->to = to;
    f->at = t[from].at;
    f->n = t[to - 1].at + t[to - 1].n - t[from].at;
}

static bool glued(const Token *t)
{
    return !(t->flags & TOKEN_SPACE);
}

static bool mark_is(Str text, const Token *t, size_t n, size_t i, char c)
{
    return i < n && t[i].n == 1 && text.p[t[i].at] == c;
}

static bool plain(Str text, const Token *t)
{
    return t->type == TOKEN_NUMBER && number_shape(token_str(text, t)) == SHAPE_PLAIN;
}

bool other_begins(const Others *o, const Token *t)
{
    return (lexicon_begins(o->l, t->word) >> TABLE_LEAD & 1) ||
           (lexicon_begins(o->l, t->word) >> TABLE_TIMEWORD & 1) || date_begins(t);
}

/* Capital letters that end a document's number: NQ, QĐ, CTr, TTg. */
static bool is_series(const Token *t)
{
    return t->type == TOKEN_WORD && t->flags & TOKEN_CAP && t->nch <= 6 && t->nch >= 2 &&
           (t->flags & TOKEN_UPPER || !(t->flags & TOKEN_SYLLABLE));
}

/* 32-NQ/TU, 57/2010/QĐ-TTg, 28 - NQ/TW: the token behind it, 0 when it is none. */
static size_t docno_end(Str text, const Token *t, size_t n, size_t i)
{
    if (!plain(text, &t[i]))
        return 0;
    size_t k = i + 1;
    if (mark_is(text, t, n, k, '/') && k + 1 < n && glued(&t[k]) && plain(text, &t[k + 1]) && t[k + 1].n == 4)
        k += 2;
    if (!(mark_is(text, t, n, k, '-') || mark_is(text, t, n, k, '/')) || k + 1 >= n || !is_series(&t[k + 1]))
        return 0;
    k += 2;
    if (k < n && t[k].type == TOKEN_NUMBER && glued(&t[k])) /* QH13 */
        k++;
    while (k + 1 < n && (mark_is(text, t, n, k, '-') || mark_is(text, t, n, k, '/')) && glued(&t[k]) &&
           glued(&t[k + 1]) && (t[k + 1].type == TOKEN_WORD))
        k += 2;
    return k;
}

static bool word_is(const Token *t, size_t n, size_t i, uint32_t a)
{
    return i < n && t[i].word == a;
}

static bool part_of_day(const Others *o, const Token *t, size_t n, size_t i)
{
    return i < n && t[i].word &&
           (t[i].word == o->morning || t[i].word == o->afternoon || t[i].word == o->evening ||
            t[i].word == o->noon);
}

/* 7 giờ 30 phút, 14h30, 8:30, 5 rưỡi sáng, lúc 17 giờ: the token behind it. */
static size_t clock_end(const Others *o, Str text, const Token *t, size_t n, size_t i)
{
    if (!plain(text, &t[i]) || t[i].n > 2)
        return 0;
    size_t k = i + 1;
    if (mark_is(text, t, n, k, ':') && glued(&t[k]) && k + 1 < n && plain(text, &t[k + 1]) &&
        t[k + 1].n == 2 && glued(&t[k + 1]))
        return k + 2;
    if (word_is(t, n, k, o->h) && glued(&t[k])) {
        k++;
        return k < n && plain(text, &t[k]) && glued(&t[k]) ? k + 1 : k;
    }
    if (word_is(t, n, k, o->half) && part_of_day(o, t, n, k + 1))
        return k + 1;
    if (!word_is(t, n, k, o->hour))
        return 0;
    k++;
    if (k + 1 < n && plain(text, &t[k]) && t[k + 1].word == o->minute)
        return k + 2;
    if (k < n && plain(text, &t[k]) && t[k].n == 2 && t[k].flags & TOKEN_SPACE &&
        !(k + 1 < n && t[k + 1].type == TOKEN_WORD && glued(&t[k + 1])))
        return k + 1;
    bool before = i > 0 && t[i - 1].word && (t[i - 1].word == o->at || t[i - 1].word == o->from);
    return before || part_of_day(o, t, n, k) || word_is(t, n, k, o->day) || word_is(t, n, k, o->half) ? k : 0;
}

/* 0206 3853 507, 0969.082.115: a telephone number. */
static size_t phone_end(Str text, const Token *t, size_t n, size_t i)
{
    Str s = token_str(text, &t[i]);
    if (t[i].type != TOKEN_NUMBER || s.p[0] != '0' || s.n < 3)
        return 0;
    if (number_shape(s) != SHAPE_PLAIN)
        return s.n >= 9 ? i + 1 : 0;
    size_t k = i + 1;
    while (k < n && t[k].type == TOKEN_NUMBER && t[k].n >= 2)
        k++;
    return k > i + 1 || s.n >= 9 ? k : 0;
}

static int roman_value(Str s)
{
    static const char digits[] = "IVXLC";
    static const int values[] = {1, 5, 10, 50, 100};
    int sum = 0, last = 1000;
    for (size_t i = 0; i < s.n; i++) {
        const char *d = memchr(digits, s.p[i], 5);
        if (!d)
            return 0;
        int v = values[d - digits];
        sum += v > last ? v - 2 * last : v;
        last = v;
    }
    return sum;
}

/* khóa XIX, lần thứ 15, quốc lộ 4D, đề án 06. */
static size_t led_at(const Others *o, Str text, const Token *t, size_t n, size_t i, Figure *out)
{
    uint32_t ordinal;
    size_t taken = lexicon_match(o->l, TABLE_LEAD, t, n, i, &ordinal), k = i + taken;
    if (!taken || k >= n)
        return 0;
    size_t from = i;
    if (!ordinal && mark_is(text, t, n, k, '-') && glued(&t[k])) /* Covid-19 */
        k++;
    if (!ordinal && word_is(t, n, k, o->number))
        k++;
    if (k >= n)
        return 0;
    Str s = token_str(text, &t[k]);
    int roman = t[k].type == TOKEN_WORD && t[k].flags & TOKEN_UPPER ? roman_value(s) : 0;
    if (t[k].type != TOKEN_NUMBER && !(ordinal && roman))
        return 0;
    if (t[k].type == TOKEN_NUMBER && docno_end(text, t, n, k))
        return 0;
    out->kind = ordinal ? FIGURE_ORDINAL : FIGURE_NAME;
    out->value = decimal_of((uint64_t)roman);
    if (!roman && ordinal && !decimal_read(s, NUMBER_VIETNAMESE, &out->value))
        return 0;
    k++;
    if (ordinal && mark_is(text, t, n, k, '/') && k + 1 < n && t[k + 1].type == TOKEN_NUMBER)
        return 0; /* thứ 15/63: a rank */
    if (!ordinal)
        while (k < n && glued(&t[k]) &&
               (t[k].type == TOKEN_WORD ? t[k].nch <= 2 : t[k].type == TOKEN_NUMBER)) /* 4D, 30a */
            k++;
    figure_span(out, t, from, k);
    return k;
}

static size_t period_figure(Others *o, Str text, const Token *t, size_t n, size_t i, Arena *arena,
                            Figure *out)
{
    Period p;
    size_t taken = period_at(o->periods, text, t, n, i, &p);
    if (!taken || p.type == PERIOD_NOW || p.type == PERIOD_DAY || p.type == PERIOD_VAGUE ||
        p.type == PERIOD_HERE || !p.raw_tokens)
        return 0;
    bool digits = false;
    for (size_t k = i + p.lead; k < i + p.lead + p.raw_tokens && k < n; k++)
        digits |=
            t[k].type == TOKEN_NUMBER || (t[k].flags & TOKEN_UPPER && roman_value(token_str(text, &t[k])));
    if (!digits)
        return 0;
    o->iso.n = 0;
    PeriodFrame none = {.year = 0};
    out->kind = FIGURE_PERIOD;
    if (period_iso(&p, &none, &o->iso))
        out->iso = arena_str(arena, buf_get(&o->iso));
    figure_span(out, t, i + p.lead, i + p.lead + p.raw_tokens);
    return i + taken;
}

static size_t date_figure(Others *o, Str text, const Token *t, size_t n, size_t i, Arena *arena, Figure *out)
{
    Date d;
    if (!date_begins(&t[i]))
        return 0;
    size_t taken = date_at(o->dates, text, t, n, i, &d);
    if (!taken)
        return 0;
    bool bracketed = i > 0 && mark_is(text, t, n, i - 1, '(') && mark_is(text, t, n, i + taken, ')');
    if (!d.sure && !bracketed)
        return 0;
    o->iso.n = 0;
    when_iso(d.a, &o->iso);
    if (d.form != DATE_ONE) {
        buf_char(&o->iso, '/');
        when_iso(d.b, &o->iso);
    }
    out->kind = FIGURE_DATE;
    out->iso = arena_str(arena, buf_get(&o->iso));
    figure_span(out, t, i + d.lead, i + d.lead + d.raw);
    return i + taken;
}

static size_t code_at(const Others *o, Str text, const Token *t, size_t n, size_t i, size_t first)
{
    size_t to;
    if ((to = clock_end(o, text, t, n, i)) || (to = phone_end(text, t, n, i)))
        return to;
    if (i == first && t[i].n <= 2 &&
        (mark_is(text, t, n, i + 1, '.') || mark_is(text, t, n, i + 1, ')') ||
         mark_is(text, t, n, i + 1, '/')) &&
        i + 2 < n && t[i + 2].flags & TOKEN_SPACE)
        return i + 1; /* "1. ", "2) " */
    return number_shape(token_str(text, &t[i])) == SHAPE_OTHER ? i + 1 : 0;
}

size_t other_at(Others *o, Str text, const Token *t, size_t n, size_t i, size_t first, Arena *arena,
                Figure *out)
{
    size_t to;
    if ((to = date_figure(o, text, t, n, i, arena, out)))
        return to;
    if (t[i].type == TOKEN_NUMBER) {
        if ((to = docno_end(text, t, n, i)))
            out->kind = FIGURE_DOCNO;
        else if ((to = code_at(o, text, t, n, i, first)))
            out->kind = FIGURE_CODE;
        if (to) {
            figure_span(out, t, i, to);
            return to;
        }
    }
    if ((to = led_at(o, text, t, n, i, out)))
        return to;
    return period_figure(o, text, t, n, i, arena, out);
}

size_t name_with(const Others *o, Str text, const Token *t, size_t n, size_t i, size_t first, Figure *out)
{
    (void)o;
    if (!plain(text, &t[i]) || t[i].n > 3 || i == 0)
        return 0;
    size_t from = i;
    bool dash = mark_is(text, t, n, i - 1, '-') && glued(&t[i]) && glued(&t[i - 1]);
    size_t k = dash ? i - 1 : i;
    while (k > first && t[k - 1].type == TOKEN_WORD && t[k - 1].flags & TOKEN_CAP)
        k--;
    if (k == first && k + 1 < i)
        k++; /* the first word of a sentence is a capital anyhow */
    if (k >= (dash ? i - 1 : i) || (k == first && !dash))
        return 0;
    from = k;
    size_t to = i + 1;
    while (to < n && glued(&t[to]) && t[to].type == TOKEN_WORD && t[to].nch == 1)
        to++;
    out->kind = FIGURE_NAME;
    figure_span(out, t, from, to);
    return to;
}
