/* SPDX-License-Identifier: ISC */
#include "figures.h"

#include <stdlib.h>

#include "amount.h"
#include "context.h"
#include "other.h"
#include "unit.h"

struct Finder {
    const Lexicon *l;
    Amounts *amounts;
    Units *units;
    Contexts *contexts;
    Others *others;
    Span *sentences, *clauses;
    size_t sentences_cap, clauses_cap;
    uint32_t to, until, and, times, twice, half_more, half, plan, budget, goal, quota, versus, same, total,
        number, equal, reach;
};

/* One record while it is read. */
typedef struct {
    Finder *f;
    Str text;
    const Token *t;
    size_t n, record;
    Span sentence, clause;
    size_t sentence_number, clause_number;
    bool english; /* the document writes 57.8 and 1,236.10 */
    Figures *out;
    Arena *arena;
    size_t floor; /* behind the figure before: nothing before it belongs to the next */
} Reading;

Finder *finder_new(Lexicon *l, const Dates *dates, UserRows *user)
{
    Finder *f = xrealloc(NULL, 1, sizeof *f);
    *f = (Finder){
        .l = l,
        .amounts = amounts_new(l),
        .units = units_new(l, user),
        .contexts = contexts_new(l, user),
        .others = others_new(l, dates, user),
        .to = lexicon_word(l, STR("đến")),
        .until = lexicon_word(l, STR("tới")),
        .and = lexicon_word(l, STR("và")),
        .times = lexicon_word(l, STR("gấp")),
        .twice = lexicon_word(l, STR("đôi")),
        .half_more = lexicon_word(l, STR("rưỡi")),
        .plan = lexicon_word(l, STR("kế")),
        .budget = lexicon_word(l, STR("dự")),
        .goal = lexicon_word(l, STR("mục")),
        .quota = lexicon_word(l, STR("chỉ")),
        .versus = lexicon_word(l, STR("so")),
        .same = lexicon_word(l, STR("cùng")),
        .total = lexicon_word(l, STR("tổng")),
        .number = lexicon_word(l, STR("số")),
        .equal = lexicon_word(l, STR("bằng")),
        .reach = lexicon_word(l, STR("đạt")),
    };
    return f;
}

void finder_free(Finder *f)
{
    if (!f)
        return;
    amounts_free(f->amounts);
    units_free(f->units);
    contexts_free(f->contexts);
    others_free(f->others);
    free(f->sentences);
    free(f->clauses);
    free(f);
}

static Figure *new_figure(Reading *r, FigureKind kind, size_t from, size_t to)
{
    Figures *out = r->out;
    out->f = array_room(out->f, &out->cap, out->n, sizeof *out->f);
    Figure *f = &out->f[out->n++];
    *f = (Figure){.record = r->record,
                  .phrase = from,
                  .kind = kind,
                  .sentence = r->sentence_number,
                  .clause = r->clause_number,
                  .in_sentence = r->sentence,
                  .in_clause = r->clause,
                  .unit = {"", 0}};
    figure_span(f, r->t, from, to);
    return f;
}

static bool mark_at(const Reading *r, size_t i, char c)
{
    return i < r->n && r->t[i].n == 1 && r->text.p[r->t[i].at] == c;
}

static bool is_dash(const Reading *r, size_t i)
{
    return i < r->n && (mark_at(r, i, '-') || str_eq(token_str(r->text, &r->t[i]), STR("–")));
}

/* How the digits of an amount are to be read. A count with three decimals is none: 5,602 lượt is grouped. */
static NumberStyle style_of(const Reading *r, const Amount *a, FigureKind kind)
{
    if (a->shape == SHAPE_DECIMAL_POINT)
        return NUMBER_ENGLISH;
    if (a->shape == SHAPE_GROUPED_COMMA) {
        bool twice = memchr(a->digits.p, ',', a->digits.n) !=
                     (const char *)a->digits.p + a->digits.n - 4; /* 1,234,567 */
        return twice || r->english || (kind == FIGURE_COUNT && !a->magnitude) ? NUMBER_ENGLISH
                                                                              : NUMBER_VIETNAMESE;
    }
    return NUMBER_VIETNAMESE;
}

static bool value_of(const Reading *r, const Amount *a, FigureKind kind, Decimal *v)
{
    return amount_value(a, style_of(r, a, kind), v);
}

static void share_magnitude(Amount *a, const Amount *with)
{
    if (!a->magnitude && with->magnitude && !a->more.n) {
        a->power = with->power;
        a->magnitude = true;
    }
}

/* Puts what the words around say into a figure. */
static Context look_around(Reading *r, Figure *f)
{
    Context c = context_before(r->f->contexts, r->text, r->t, r->n,
                               r->floor > r->sentence.from ? r->floor : r->sentence.from, f->from);
    f->mod = c.mod;
    f->dir = c.dir;
    f->phrase = c.phrase;
    f->after_from = c.from;
    f->after_to = c.to;
    Mod behind = bound_behind(r->f->contexts, r->text, r->t, r->sentence.to, f->to);
    if (behind != MOD_NONE)
        f->mod = behind;
    if (f->kind == FIGURE_TIMES && c.dir == 0)
        f->dir = 0;
    return c;
}

/* A number without unit that is a share: "bằng 39,7 kế hoạch", "đạt 95 dự toán". */
static bool lost_percent(const Reading *r, const Amount *a)
{
    const Finder *f = r->f;
    if (a->magnitude || a->to >= r->n || a->from == 0 || a->shape == SHAPE_GROUPED_DOT)
        return false;
    uint32_t w = r->t[a->to].word, before = r->t[a->from - 1].word;
    bool plan = w && (w == f->plan || w == f->budget);
    if (a->shape == SHAPE_DECIMAL_COMMA)
        return plan ||
               (w && (w == f->goal || w == f->quota || w == f->versus || w == f->same || w == f->total));
    return plan && before && (before == f->equal || before == f->reach);
}

/* Finishes a figure of one amount. */
static size_t put_amount(Reading *r, Amount *a, Unit *u)
{
    Decimal v;
    if (!value_of(r, a, u->kind, &v))
        return 0;
    size_t to = u->kind == FIGURE_NUMBER ? a->to : u->to;
    /* "hai năm rưỡi" */
    bool half = u->kind != FIGURE_NUMBER && !a->magnitude && to < r->n && r->t[to].word == r->f->half_more;
    if (half) {
        Decimal more = decimal_of(5);
        decimal_shift(&more, -1);
        decimal_add(&v, &more);
        to++;
    }
    Figure *f = new_figure(r, u->kind, a->from, to);
    f->value = v;
    f->unit = u->unit;
    f->power = a->power;
    look_around(r, f);
    return to;
}

/* Two amounts: a range or a ratio. */
static size_t put_two(Reading *r, Amount *a, Amount *b, Unit *u, bool ratio)
{
    Decimal x, y;
    if (ratio || !a->magnitude)
        share_magnitude(a, b);
    if (!value_of(r, a, u->kind, &x) || !value_of(r, b, u->kind, &y))
        return 0;
    if (!ratio && decimal_cmp(&x, &y) >= 0)
        return 0;
    size_t to = u->kind == FIGURE_NUMBER ? b->to : u->to;
    Figure *f = new_figure(r, ratio ? FIGURE_RATIO : u->kind, a->from, to);
    f->two = true;
    f->value = x;
    f->value2 = y;
    f->unit = u->unit;
    look_around(r, f);
    return to;
}

static bool year_like(const Amount *a)
{
    return a->shape == SHAPE_PLAIN && a->digits.n == 4 && !a->magnitude &&
           (a->digits.p[0] == '1' || a->digits.p[0] == '2');
}

/* 8/63, 173/527 trường học, 45.799/36.875 tỷ đồng, 83,2%/50%. */
static size_t ratio_at(Reading *r, Amount *a)
{
    Amount b;
    Unit first = unit_at(r->f->units, r->text, r->t, r->n, a->to, false, r->arena);
    size_t slash = a->to;
    if (!mark_at(r, slash, '/') && first.kind == FIGURE_PERCENT)
        slash = first.head_to;
    if (!mark_at(r, slash, '/') || slash + 1 >= r->n || r->t[slash + 1].type != TOKEN_NUMBER ||
        !amount_at(r->f->amounts, r->text, r->t, r->n, slash + 1, r->arena, &b))
        return 0;
    if (mark_at(r, b.to, '/') || mark_at(r, b.to, '-'))
        return 0;
    Unit u = unit_at(r->f->units, r->text, r->t, r->n, b.to, true, r->arena);
    if (first.kind == FIGURE_PERCENT && u.kind != FIGURE_PERCENT)
        return 0; /* %/năm is a rate */
    return put_two(r, a, &b, &u, true);
}

/* 15 đến 20%, 17 - 18 tiêu chí, 300 triệu đến 500 triệu đồng. */
static size_t range_at(Reading *r, Amount *a)
{
    Amount b;
    Unit first = unit_at(r->f->units, r->text, r->t, r->n, a->to, false, r->arena);
    size_t sep = first.kind == FIGURE_NUMBER ? a->to : first.to;
    if (sep + 1 >= r->n)
        return 0;
    bool word = r->t[sep].word && (r->t[sep].word == r->f->to || r->t[sep].word == r->f->until);
    if (!word && !is_dash(r, sep))
        return 0;
    if (!amount_begins(r->f->amounts, &r->t[sep + 1]) ||
        !amount_at(r->f->amounts, r->text, r->t, r->n, sep + 1, r->arena, &b) || b.lone)
        return 0;
    Unit u = unit_at(r->f->units, r->text, r->t, r->n, b.to, true, r->arena);
    if (u.kind == FIGURE_NUMBER && !b.magnitude && (!word || year_like(&b)))
        return 0;
    if (first.kind != FIGURE_NUMBER && !str_eq(first.unit, u.unit))
        return 0;
    if (u.kind == FIGURE_NUMBER && b.magnitude)
        u.kind = FIGURE_MONEY, u.unit = STR("VND");
    return put_two(r, a, &b, &u, false);
}

/* "tăng gấp đôi", "gấp rưỡi" */
static size_t double_at(Reading *r, size_t i)
{
    const Finder *f = r->f;
    if (i + 1 >= r->n || r->t[i].word != f->times ||
        (r->t[i + 1].word != f->twice && r->t[i + 1].word != f->half_more))
        return 0;
    Figure *fig = new_figure(r, FIGURE_TIMES, i, i + 2);
    fig->value = decimal_of(r->t[i + 1].word == f->twice ? 2 : 15);
    if (r->t[i + 1].word != f->twice)
        decimal_shift(&fig->value, -1);
    fig->unit = STR("lần");
    look_around(r, fig);
    return i + 2;
}

static size_t fraction_figure(Reading *r, size_t i)
{
    Decimal part, whole;
    size_t taken = fraction_at(r->f->amounts, r->text, r->t, r->n, i, &part, &whole), k = i + taken;
    if (!taken)
        return 0;
    Figure *f = new_figure(r, FIGURE_RATIO, i, k);
    f->two = true;
    f->value = part;
    f->value2 = whole;
    if (k < r->n && r->t[k].word == r->f->number) {
        Unit u = unit_at(r->f->units, r->text, r->t, r->n, k + 1, true, r->arena);
        if (u.kind == FIGURE_COUNT)
            f->unit = u.unit;
    }
    look_around(r, f);
    return k;
}

/* Words that are numbers only where a noun that is known, a unit or a magnitude follows, and never with a
 * capital inside a sentence: Ba Bể, Năm Căn. */
static bool words_stand(const Reading *r, const Amount *a, const Unit *u)
{
    const Token *first = &r->t[a->from];
    if (a->digits.n)
        return true;
    if (first->flags & TOKEN_CAP && a->from != r->sentence.from)
        return false;
    if (a->lone && a->words.n == 1 && a->words.digit[0] == '1' && a->words.exp == 1)
        return u->kind != FIGURE_NUMBER && u->to < r->n &&
               r->t[u->to].word == r->f->half_more; /* một năm rưỡi */
    return a->magnitude || (u->known && u->kind != FIGURE_NUMBER);
}

static size_t amount_figure(Reading *r, size_t i)
{
    Amount a;
    size_t to;
    if ((to = fraction_figure(r, i)))
        return to;
    if (!amount_at(r->f->amounts, r->text, r->t, r->n, i, r->arena, &a))
        return 0;
    if (a.digits.n && ((to = ratio_at(r, &a)) || (to = range_at(r, &a))))
        return to;
    if (!a.digits.n && !a.lone && (to = range_at(r, &a)))
        return to;
    Unit u = unit_at(r->f->units, r->text, r->t, r->n, a.to, a.digits.n > 0 && !year_like(&a), r->arena);
    if (a.digits.n && !u.known) {
        Figure name = {.record = r->record, .sentence = r->sentence_number, .clause = r->clause_number};
        if (!a.magnitude && (to = name_with(r->f->others, r->text, r->t, r->n, i, r->sentence.from, &name))) {
            Figure *f = new_figure(r, FIGURE_NAME, name.from, name.to);
            f->phrase = name.from;
            return to;
        }
    }
    if (!words_stand(r, &a, &u))
        return 0;
    if (u.kind == FIGURE_NUMBER || !u.known) {
        if (lost_percent(r, &a)) {
            u = (Unit){.to = a.to, .head_to = a.to, .kind = FIGURE_PERCENT, .unit = STR("%")};
            return put_amount(r, &a, &u);
        }
        if (u.kind == FIGURE_NUMBER && a.magnitude && a.power >= 6) /* 60 tỷ đồng và 90 tỷ */
            u = (Unit){.to = a.to, .head_to = a.to, .kind = FIGURE_MONEY, .unit = STR("VND")};
        else if (u.kind == FIGURE_NUMBER && year_like(&a))
            return 0;
    }
    return put_amount(r, &a, &u);
}

/* What nothing else claims: the digits are a code. */
static size_t left_over(Reading *r, size_t i)
{
    new_figure(r, FIGURE_CODE, i, i + 1);
    return i + 1;
}

static size_t other_figure(Reading *r, size_t i)
{
    Figure found = {.kind = FIGURE_CODE};
    size_t to = other_at(r->f->others, r->text, r->t, r->n, i, r->sentence.from, r->arena, &found);
    if (!to)
        return 0;
    Figure *f = new_figure(r, found.kind, found.from, found.to);
    f->value = found.value;
    f->iso = found.iso;
    return to;
}

static void read_clause(Reading *r)
{
    for (size_t i = r->clause.from > r->floor ? r->clause.from : r->floor; i < r->clause.to;) {
        const Token *t = &r->t[i];
        size_t to = 0;
        bool amount = amount_begins(r->f->amounts, t);
        if (amount || other_begins(r->f->others, t))
            to = other_figure(r, i);
        if (!to && amount)
            to = amount_figure(r, i);
        if (!to && t->word && t->word == r->f->times)
            to = double_at(r, i);
        if (!to && t->type == TOKEN_NUMBER)
            to = left_over(r, i);
        if (to)
            r->floor = to;
        i = to ? to : i + 1;
    }
}

static bool follows_in_list(const Reading *r, const Figure *a, const Figure *b)
{
    if (a->record != b->record || a->sentence != b->sentence)
        return false;
    size_t k = a->to;
    if (mark_at(r, k, ','))
        k++;
    if (k < b->from && r->t[k].word && r->t[k].word == r->f->and)
        k++;
    return k > a->to && k == b->from;
}

static bool counts(const Figure *f)
{
    return f->kind <= FIGURE_DURATION;
}

/* Lists that answer in order: "lần lượt 12, 15 và 18 tỷ đồng", "tăng 3% và 5%": unit and direction are
 * shared. */
static void share_in_lists(Reading *r, size_t first)
{
    Figures *out = r->out;
    for (size_t i = out->n; i-- > first + 1;) {
        Figure *a = &out->f[i - 1], *b = &out->f[i];
        if (a->kind == FIGURE_NUMBER && counts(b) && b->unit.n && follows_in_list(r, a, b)) {
            a->kind = b->kind == FIGURE_RATIO ? a->kind : b->kind;
            a->unit = b->unit;
        }
    }
    for (size_t i = first + 1; i < out->n; i++) {
        Figure *a = &out->f[i - 1], *b = &out->f[i];
        if (counts(a) && counts(b) && a->dir && !b->dir && b->phrase == b->from && str_eq(a->unit, b->unit) &&
            follows_in_list(r, a, b))
            b->dir = a->dir;
    }
}

/* "giảm từ 35,6% xuống còn 8,9%", "tăng từ 45 lên 62 triệu đồng": two levels, the unit of the second for
 * both. */
static void pair_changes(const Reading *r, size_t first)
{
    Figures *out = r->out;
    for (size_t i = first; i < out->n; i++) {
        Figure *a = &out->f[i];
        if (!counts(a) || !a->after_from || a->two)
            continue;
        for (size_t k = i + 1; k < out->n && k <= i + 4 && out->f[k].sentence == a->sentence; k++) {
            Figure *b = &out->f[k];
            if (!counts(b) || !b->after_to || b->after_from)
                continue;
            if (a->kind == FIGURE_NUMBER && b->unit.n) {
                a->kind = b->kind;
                a->unit = b->unit;
                decimal_shift(&a->value, b->power);
            }
            if (a->kind == b->kind) {
                a->mod = MOD_FROM;
                b->mod = MOD_TO;
                a->dir = b->dir = 0;
            }
            break;
        }
    }
}

static void read_record(Reading *r)
{
    Finder *f = r->f;
    bool any = false;
    for (size_t i = 0; i < r->n && !any; i++)
        any = amount_begins(f->amounts, &r->t[i]) || other_begins(f->others, &r->t[i]);
    if (!any)
        return;
    size_t first = r->out->n;
    size_t n = sentence_spans(r->text, r->t, r->n, &f->sentences, &f->sentences_cap);
    r->floor = 0;
    for (size_t s = 0; s < n; s++) {
        r->sentence = f->sentences[s];
        r->sentence_number = s;
        size_t m = clause_spans(r->text, r->t, r->sentence, &f->clauses, &f->clauses_cap);
        for (size_t c = 0; c < m; c++) {
            r->clause = f->clauses[c];
            r->clause_number = c;
            read_clause(r);
        }
    }
    share_in_lists(r, first);
    pair_changes(r, first);
}

/* Does the document write decimals with a point? Told by figures that can be read in one way only. */
static bool writes_english(const Document *doc)
{
    size_t english = 0, vietnamese = 0;
    for (size_t d = 0; d < doc->n; d++) {
        const Record *rec = &doc->records[d];
        for (size_t i = 0; kind_has_facts(rec->kind) && i < rec->n_tokens; i++) {
            if (rec->tokens[i].type != TOKEN_NUMBER)
                continue;
            NumberShape s = number_shape(token_str(rec->text, &rec->tokens[i]));
            english += s == SHAPE_DECIMAL_POINT;
            vietnamese += s == SHAPE_DECIMAL_COMMA;
        }
    }
    return english > vietnamese;
}

void figures_find(Finder *f, const Document *doc, const PeriodFrame *frame, Figures *out, Arena *arena)
{
    others_frame(f->others, frame);
    out->n = 0;
    bool english = writes_english(doc);
    for (size_t d = 0; d < doc->n; d++) {
        const Record *rec = &doc->records[d];
        if (!kind_has_facts(rec->kind))
            continue;
        Reading r = {.f = f,
                     .text = rec->text,
                     .t = rec->tokens,
                     .n = rec->n_tokens,
                     .record = d,
                     .english = english,
                     .out = out,
                     .arena = arena};
        read_record(&r);
    }
}
