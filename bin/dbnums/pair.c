/* SPDX-License-Identifier: ISC */
#include "reading.h"
#include "table_numbers.h"

static void share_magnitude(Amount *a, const Amount *with)
{
    if (!a->magnitude && with->magnitude && !a->more.n) {
        a->power = with->power;
        a->magnitude = true;
    }
}

/* Two amounts: a range or a ratio; raw ends before token `to`. */
static size_t put_two(Reading *r, Amount *a, Amount *b, const Unit *u, bool ratio, size_t to)
{
    Decimal x, y;
    if (ratio || !a->magnitude)
        share_magnitude(a, b);
    if (!value_of(r, a, u->kind, &x) || !value_of(r, b, u->kind, &y))
        return 0;
    if (!ratio && decimal_cmp(&x, &y) >= 0)
        return 0;
    Figure *f = new_figure(r, ratio ? FIGURE_RATIO : u->kind, a->from, to);
    f->two = true;
    f->value = x;
    f->value2 = y;
    f->unit = u->unit;
    look_around(r, f, a);
    return to;
}

/* ---- ratios -------------------------------------------------------------------------------------------- */

/* 1/2, 1/3, 2/3, 1/4, 3/4: no days that anyone keeps. */
static bool small_fraction(const Amount *a, const Amount *b)
{
    return a->digits.n == 1 && b->digits.n == 1 && !a->magnitude && a->digits.p[0] < b->digits.p[0] &&
           b->digits.p[0] <= '4' && !(a->digits.p[0] == '2' && b->digits.p[0] == '4');
}

/* A fraction with nothing counted behind it stands where its words say so: "xếp thứ 15/63", "đạt 2/3",
 * "giảm 1/3 số vụ"; else 2/9 is a day. */
static bool bare_ratio(const Reading *r, const Amount *a, const Amount *b)
{
    if (small_fraction(a, b) && b->to < r->n && r->t[b->to].type == TOKEN_WORD)
        return true;
    if (is(r, b->to, NUMBER) || is(r, b->to, TOTAL) || !(two_digits(a, 31) && two_digits(b, 12)))
        return true;
    if (a->from == r->sentence.from)
        return false;
    size_t floor = r->floor > r->sentence.from ? r->floor : r->sentence.from;
    Context c = context_before(r->f->contexts, r->text, r->t, floor, a->from);
    return (c.phrase < a->from && !c.from) || is(r, a->from - 1, THU) || is(r, a->from - 1, RANK) ||
           (small_fraction(a, b) && (is(r, a->from - 1, EQUAL) || is(r, a->from - 1, SHARE))) ||
           mark_at(r, a->from - 1, '(') || mark_at(r, a->from - 1, ':');
}

/* 1/500, 1/2000 of a map */
static bool scale(const Amount *a, const Amount *b)
{
    size_t n = b->digits.n;
    return str_eq(a->digits, STR("1")) && n >= 3 && !b->magnitude && memchr("125", b->digits.p[0], 3) &&
           str_eq((Str){b->digits.p + n - 2, 2}, STR("00"));
}

static bool more(const Amount *a, const Amount *b)
{
    Decimal x, y;
    return amount_value(a, NUMBER_VIETNAMESE, &x) && amount_value(b, NUMBER_VIETNAMESE, &y) &&
           decimal_cmp(&x, &y) > 0;
}

static size_t put_ratio(Reading *r, Amount *a, Amount *b)
{
    Unit u = unit_behind(r, b->to, !plan_at(r, b->to));
    if ((plan_at(r, b->to) || !u.known) && small_fraction(a, b)) /* bằng 2/3 kế hoạch, 2/3 chặng đường */
        u = (Unit){.kind = FIGURE_NUMBER, .unit = {"", 0}};
    size_t to = u.kind == FIGURE_NUMBER ? b->to : u.to;
    if (scale(a, b) && (!u.known || is(r, a->from ? a->from - 1 : r->n, RATE)))
        return put_name(r, FIGURE_NAME, a->from, b->to);
    bool day = two_digits(a, 31) && two_digits(b, 12);
    if (day && u.kind == FIGURE_COUNT && in_name(r, b->to) && more(a, b)) /* "hôm qua 6/2 Cục đã họp" */
        return put_day(r, a->from, b->to, a, b);
    if (u.kind == FIGURE_NUMBER || (!u.known && day)) {
        if (!bare_ratio(r, a, b))
            return put_day(r, a->from, b->to, a, b);
        if (is(r, b->to, NUMBER)) /* 1/3 số hộ */
            u = unit_behind(r, b->to + 1, true);
        else if (is(r, b->to, TOTAL) && is(r, b->to + 1, NUMBER))
            u = unit_behind(r, b->to + 2, true);
        if (to == b->to && u.kind != FIGURE_COUNT)
            u.unit = (Str){"", 0};
    }
    if (u.kind == FIGURE_NUMBER && b->power >= 6) /* 350/300 tỷ */
        u.unit = STR("VND");
    return put_two(r, a, b, &u, true, to);
}

/* 8/63, 173/527 trường học, 45.799/36.875 tỷ đồng, 83,2%/50%, 7 xã/12 xã. */
size_t ratio_at(Reading *r, Amount *a, const Unit *first)
{
    Amount b;
    size_t slash = first->kind == FIGURE_NUMBER ? a->to : first->head_to;
    if (!mark_at(r, slash, '/') || slash + 1 >= r->n || r->t[slash + 1].type != TOKEN_NUMBER ||
        ((r->t[slash].flags ^ r->t[slash + 1].flags) & TOKEN_SPACE) || !amount_behind(r, slash + 1, &b))
        return 0;
    if (mark_at(r, b.to, '/') || (mark_at(r, b.to, '-') && !(r->t[b.to].flags & TOKEN_SPACE)))
        return 0;
    if (first->kind == FIGURE_NUMBER)
        return put_ratio(r, a, &b);
    Unit u = unit_behind(r, b.to, true);
    if (first->kind != u.kind || u.to != u.head_to ||
        !str_eq(unit_head(r->f->units, r->t, r->n, a->to), u.unit))
        return 0; /* %/năm and bác sĩ/10.000 dân are rates */
    return put_two(r, a, &b, &u, true, u.to);
}

/* hai phần ba, 2 phần 3, một nửa */
size_t fraction_at_token(Reading *r, size_t i)
{
    if (!is(r, i + 1, PART) && !is(r, i + 2, PART) && !is(r, i + 3, PART) && !is(r, i + 1, A_HALF))
        return 0;
    Decimal part, whole;
    size_t taken = fraction_at(r->f->amounts, r->text, r->t, r->n, i, &part, &whole), k = i + taken;
    if (!taken)
        return 0;
    Figure *f = new_figure(r, FIGURE_RATIO, i, k);
    f->two = true;
    f->value = part;
    f->value2 = whole;
    if (is(r, k, NUMBER)) {
        Unit u = unit_behind(r, k + 1, true);
        if (u.kind == FIGURE_COUNT)
            f->unit = u.unit;
    }
    look_around(r, f, NULL);
    return k;
}

/* ---- ranges -------------------------------------------------------------------------------------------- */

/* "dịp 30-4 và 1-5", "thắng 2-1": two numbers with a dash that nothing is counted by are a day, failing that
 * a score. */
static size_t dashed_name(Reading *r, const Amount *a, const Amount *b)
{
    uint32_t v;
    bool score = false;
    for (size_t k = 1; k <= 2 && k <= a->from; k++)
        score |= lexicon_match(r->f->l, TABLE_BEFORE_SCORE, r->t, a->from, a->from - k, &v) == k;
    if (a->from > r->floor && !(r->t[a->from].flags & TOKEN_SPACE) && r->t[a->from - 1].type == TOKEN_WORD)
        return put_name(r, FIGURE_NAME, a->from - 1, b->to); /* lô C2-5 */
    if (!score && two_digits(a, 31) && two_digits(b, 12))
        return put_day(r, a->from, b->to, a, b);
    return put_name(r, FIGURE_CODE, a->from, b->to);
}

static bool short_plain(const Amount *a)
{
    return a->shape == SHAPE_PLAIN && a->digits.n && a->digits.n <= 2 && !a->magnitude;
}

/* 15 đến 20%, 17 - 18 tiêu chí, 300 triệu đến 500 triệu đồng. */
size_t range_at(Reading *r, Amount *a, const Unit *first)
{
    Amount b;
    size_t sep = first->kind == FIGURE_NUMBER ? a->to : first->to;
    uint32_t between = word_at(r, sep);
    bool word = (between == r->f->word[TO]) | (between == r->f->word[UNTIL]);
    if (!word && token_mark(r->t, r->n, sep) != '-')
        return 0;
    if (!amount_behind(r, sep + 1, &b) || (!a->digits.n != !b.digits.n))
        return 0;
    Unit u = unit_behind(r, b.to, true);
    if (u.kind == FIGURE_NUMBER && !word && short_plain(a) && short_plain(&b) &&
        !((r->t[sep].flags | r->t[sep + 1].flags) & TOKEN_SPACE))
        return dashed_name(r, a, &b);
    if (u.kind == FIGURE_NUMBER && !b.magnitude && (!word || year_like(&b)))
        return 0;
    if (first->kind != FIGURE_NUMBER && !str_eq(first->unit, u.unit))
        return 0;
    if (!a->digits.n && !u.known && (!b.magnitude || b.lone))
        return 0;
    if (b.magnitude && (b.power >= 6 || mark_at(r, b.to, '/')) &&
        !u.known) /* 5 - 6 triệu, 18 - 20 nghìn/kg */
        as_money(r, &b, &u);
    return put_two(r, a, &b, &u, false, u.kind == FIGURE_NUMBER ? b.to : u.to);
}
