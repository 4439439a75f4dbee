/* SPDX-License-Identifier: ISC */
#include "reading.h"

bool opens(const Reading *r, size_t i)
{
    return i == r->sentence.from || r->t[i - 1].type == TOKEN_MARK;
}

bool in_name(const Reading *r, size_t i)
{
    return i < r->n && (r->t[i].flags & (TOKEN_CAP | TOKEN_UPPER)) == TOKEN_CAP;
}

Unit unit_behind(Reading *r, size_t i, bool guess)
{
    if (r->looked != i + 1) {
        r->unit = unit_at(r->f->units, r->text, r->t, r->n, i, false, r->arena);
        r->looked = i + 1;
    }
    if (guess && r->unit.kind == FIGURE_NUMBER && !r->unit.none)
        return unit_at(r->f->units, r->text, r->t, r->n, i, true, r->arena);
    return r->unit;
}

bool amount_behind(Reading *r, size_t i, Amount *out)
{
    return i < r->n && amount_begins(r->f->amounts, &r->t[i]) &&
           amount_at(r->f->amounts, r->text, r->t, r->n, i, r->arena, out);
}

bool year_like(const Amount *a)
{
    return a->shape == SHAPE_PLAIN && a->digits.n == 4 && !a->magnitude &&
           (str_starts(a->digits, STR("19")) || str_starts(a->digits, STR("20")));
}

bool two_digits(const Amount *a, unsigned most)
{
    unsigned v = 0;
    if (a->shape != SHAPE_PLAIN || a->magnitude || a->digits.n > 2 || !a->digits.n)
        return false;
    for (size_t i = 0; i < a->digits.n; i++)
        v = v * 10 + (unsigned)(a->digits.p[i] - '0');
    return v >= 1 && v <= most;
}

Figure *new_figure(Reading *r, FigureKind kind, size_t from, size_t to)
{
    Figures *out = r->out;
    const Token *t = r->t;
    out->f = array_room(out->f, &out->cap, out->n, sizeof *out->f);
    Figure *f = &out->f[out->n++];
    static const Str none = {"", 0};
    /* field by field: digits that are no number's are not written */
    f->record = r->record;
    f->from = from;
    f->to = to;
    f->at = t[from].at;
    f->n = t[to - 1].at + t[to - 1].n - t[from].at;
    f->phrase = from;
    f->kind = kind;
    f->two = f->after_from = f->after_to = f->bounds = false;
    decimal_clear(&f->value);
    decimal_clear(&f->value2);
    f->iso = none;
    f->unit = none;
    f->mod = MOD_NONE;
    f->dir = 0;
    f->power = 0;
    f->sentence = r->sentence_number;
    f->in_sentence = r->sentence;
    f->ind = none;
    f->subject = none;
    f->basis = none;
    f->period = none;
    f->aim = none;
    return f;
}

size_t put_name(Reading *r, FigureKind kind, size_t from, size_t to)
{
    new_figure(r, kind, from, to);
    return to;
}

size_t put_day(Reading *r, size_t from, size_t to, const Amount *day, const Amount *month)
{
    Buf b = {0};
    buf_str(&b, month->digits.n == 1 ? STR("--0") : STR("--"));
    buf_str(&b, month->digits);
    buf_str(&b, day->digits.n == 1 ? STR("-0") : STR("-"));
    buf_str(&b, day->digits);
    Figure *f = new_figure(r, FIGURE_DATE, from, to);
    f->iso = arena_str(r->arena, buf_get(&b));
    buf_free(&b);
    return to;
}

/* Told by figures that can be read in one way only. */
static bool more_points(const Document *doc)
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

/* Does the document write 57.8 and 1,236.10? */
static bool writes_english(const Reading *r)
{
    if (r->f->style == STYLE_OPEN)
        r->f->style = more_points(r->f->doc) ? STYLE_ENGLISH : STYLE_VIETNAMESE;
    return r->f->style == STYLE_ENGLISH;
}

/* How the digits of an amount are to be read. A count with three decimals is none: 5,602 lượt is grouped. */
static NumberStyle style_of(const Reading *r, const Amount *a, FigureKind kind)
{
    if (a->shape == SHAPE_DECIMAL_POINT)
        return NUMBER_ENGLISH;
    if (a->shape == SHAPE_GROUPED_COMMA) {
        bool twice = memchr(a->digits.p, ',', a->digits.n) !=
                     (const char *)a->digits.p + a->digits.n - 4; /* 1,234,567 */
        return twice || (kind == FIGURE_COUNT && !a->magnitude) || writes_english(r) ? NUMBER_ENGLISH
                                                                                     : NUMBER_VIETNAMESE;
    }
    return NUMBER_VIETNAMESE;
}

bool value_of(const Reading *r, const Amount *a, FigureKind kind, Decimal *v)
{
    return amount_value(a, style_of(r, a, kind), v);
}

static const Unit dong = {.kind = FIGURE_MONEY, .unit = {"VND", 3}};

void as_money(Reading *r, const Amount *a, Unit *u)
{
    *u = dong;
    u->to = u->head_to = a->to;
    unit_rate(r->f->units, r->text, r->t, r->n, u, r->arena);
}
