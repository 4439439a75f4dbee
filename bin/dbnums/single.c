/* SPDX-License-Identifier: ISC */
#include "reading.h"
#include "table_numbers.h"

/* A number without unit that is a share: "bằng 39,7 kế hoạch", "đạt 95 dự toán", "chỉ bằng 91,4 so với". */
static bool lost_percent(const Reading *r, const Amount *a)
{
    bool plan = plan_at(r, a->to);
    uint32_t behind = word_at(r, a->to);
    const uint32_t *word = r->f->word;
    bool base = (behind == word[VERSUS]) | (behind == word[SAME]) | (behind == word[TOTAL]);
    if (!(plan || base) || a->magnitude || a->from == 0 || !a->digits.n || a->shape == SHAPE_GROUPED_DOT)
        return false;
    if (a->shape == SHAPE_DECIMAL_COMMA || a->shape == SHAPE_DECIMAL_POINT)
        return true;
    return plan && (is(r, a->from - 1, EQUAL) || is(r, a->from - 1, REACH));
}

/* Finishes a figure of one amount. */
static size_t put_amount(Reading *r, Amount *a, Unit *u)
{
    Decimal v;
    if (!value_of(r, a, u->kind, &v))
        return 0;
    size_t to = u->kind == FIGURE_NUMBER ? a->to : u->to;
    if (u->kind == FIGURE_NUMBER) { /* 55.000/m3, the currency left out */
        Unit rate = {.to = to, .unit = {"", 0}};
        unit_rate(r->f->units, r->text, r->t, r->n, &rate, r->arena);
        to = rate.to;
    }
    /* "hai năm rưỡi" */
    if (u->kind != FIGURE_NUMBER && !a->magnitude && is(r, to, HALF)) {
        Decimal more = decimal_of(5);
        decimal_shift(&more, -1);
        decimal_add(&v, &more);
        to++;
    }
    Figure *f = new_figure(r, u->kind, a->from, to);
    f->value = v;
    f->unit = u->unit;
    f->power = a->power;
    look_around(r, f, a);
    return to;
}

/* "tăng gấp đôi", "gấp rưỡi", "gấp ba" (but "gấp ba lần" is three times). */
size_t double_at(Reading *r, size_t i)
{
    Amount a;
    Decimal times = decimal_of(2);
    if (is(r, i + 1, HALF)) {
        times = decimal_of(15);
        decimal_shift(&times, -1);
    } else if (!is(r, i + 1, TWICE)) {
        if (!amount_behind(r, i + 1, &a) || a.digits.n || a.lone || a.magnitude || a.to != i + 2 ||
            unit_behind(r, a.to, false).known || !value_of(r, &a, FIGURE_TIMES, &times))
            return 0;
    }
    Figure *f = new_figure(r, FIGURE_TIMES, i, i + 2);
    f->value = times;
    f->unit = STR("lần");
    look_around(r, f, NULL);
    return i + 2;
}

/* "năm" before a noun is five unless a number or a word that asks for the year stands before it: "mỗi năm
 * gia đình". */
static bool five(const Reading *r, size_t i, const Unit *u)
{
    uint32_t v;
    if (opens(r, i) && r->t[i].flags & TOKEN_CAP) /* "Năm doanh nghiệp 2026", “Năm thanh niên” */
        return u->to < r->sentence.to && r->t[u->to].type == TOKEN_WORD &&
               !lexicon_match(r->f->l, TABLE_THEME, r->t, r->n, i + 1, &v);
    if (i == r->sentence.from)
        return true;
    if (r->t[i - 1].type == TOKEN_NUMBER)
        return false;
    return !lexicon_match(r->f->l, TABLE_BEFORE_YEAR, r->t, r->n, i - 1, &v);
}

/* dịch vụ công mức 4: a grade; "từ mức 4 lên 7 điểm" are levels. */
static bool grade(const Reading *r, const Amount *a)
{
    return a->from > r->floor && a->from > r->sentence.from + 1 && is(r, a->from - 1, LEVEL) &&
           !is(r, a->from - 2, SINCE) && two_digits(a, 9);
}

/* "lần thứ năm Ban Chấp hành", "tháng ba": a place in an order. */
static bool after_ordinal(const Reading *r, size_t i)
{
    uint32_t v;
    return i > r->sentence.from && lexicon_match(r->f->l, TABLE_BEFORE_ORDINAL, r->t, r->n, i - 1, &v) == 1;
}

/* Words are numbers only where a noun that is known, a unit or a magnitude follows, and never with a capital
 * inside a sentence: Ba Bể, Năm Căn. */
static bool words_stand(const Reading *r, const Amount *a, const Unit *u)
{
    const Token *first = &r->t[a->from];
    if (a->digits.n)
        return true;
    bool two = in_name(r, a->to) && u->head_to == a->to + 1;
    if (first->flags & TOKEN_CAP && (two || !opens(r, a->from))) /* "Q. Ba Đình" */
        return false;
    if (after_ordinal(r, a->from))
        return false;
    if (is(r, a->from, FIVE) && a->number_to == a->from + 1 && !a->magnitude && !five(r, a->from, u))
        return false;
    if (a->lone && is(r, a->from, FIVE) && is(r, a->to, MONTH))
        return false;                   /* những năm tháng ấy */
    if (a->lone && is(r, a->from, ONE)) /* một năm rưỡi */
        return u->kind != FIGURE_NUMBER && is(r, u->to, HALF);
    return a->magnitude || (u->known && u->kind != FIGURE_NUMBER);
}

/* 1B, 5G: a capital right behind the digits that is no unit. */
static bool glued_letter(const Reading *r, const Amount *a)
{
    if (!a->digits.n || a->magnitude || a->to >= r->n)
        return false;
    const Token *t = &r->t[a->to];
    return t->type == TOKEN_WORD && t->nch <= 2 && (t->flags & (TOKEN_CAP | TOKEN_SPACE)) == TOKEN_CAP;
}

/* Is the noun behind a number a verb as well: báo cáo, tổ chức? */
static bool verb_at(const Reading *r, const Unit *u, size_t i)
{
    uint32_t v;
    return u->kind == FIGURE_COUNT && lexicon_match(r->f->l, TABLE_VERB, r->t, r->n, i, &v) == u->head_to - i;
}

/* post746979.html, abc123@…: part of an address. */
static bool glued_code(const Reading *r, const Amount *a)
{
    const Token *before = &r->t[a->from - 1];
    if (a->shape != SHAPE_PLAIN || before->type != TOKEN_WORD || before->flags & TOKEN_CAP)
        return false;
    return a->digits.n >= 4 || (!(before->flags & TOKEN_SYLLABLE) && before->nch > 2) ||
           mark_at(r, a->to, '@');
}

/* mô hình 9+, lớp 5+; not km 12+500 */
static bool glued_plus(const Reading *r, const Amount *a)
{
    return a->shape == SHAPE_PLAIN && a->digits.n <= 2 && mark_at(r, a->to, '+') &&
           !(r->t[a->to].flags & TOKEN_SPACE) &&
           (a->to + 1 >= r->n || r->t[a->to + 1].flags & TOKEN_SPACE || r->t[a->to + 1].type == TOKEN_MARK);
}

/* công nghiệp 4.0, nông thôn 4.0 */
static bool version(const Amount *a)
{
    return a->shape == SHAPE_DECIMAL_POINT && a->digits.n == 3 && a->digits.p[2] == '0';
}

/* "… vượt dự toán 2017 Năm 2017, tỉnh …": a headline glued to the text ends in its year; "từ nay đến 2020
 * thành phố": so do words of time. "lên đến 2020 hộ" counts. */
static bool names_year(const Reading *r, const Amount *a)
{
    uint32_t v;
    size_t i = a->from;
    if (in_name(r, a->to))
        return true;
    return i > r->sentence.from + 1 && str_starts(a->digits, STR("20")) &&
           (is(r, i - 1, TO) || is(r, i - 1, UNTIL)) &&
           !lexicon_match(r->f->l, TABLE_CHANGE, r->t, r->n, i - 2, &v);
}

/* nhà ga T1, kênh VOV1, dốc B3: digits glued to a capital */
static bool glued_name(const Reading *r, const Amount *a)
{
    return !a->magnitude && a->from > r->floor && a->from > r->sentence.from &&
           r->t[a->from - 1].type == TOKEN_WORD && r->t[a->from - 1].flags & TOKEN_CAP;
}

/* P.12, ĐT.741, ASEAN+3 */
static bool dotted_name(const Reading *r, const Amount *a)
{
    size_t i = a->from;
    return a->shape == SHAPE_PLAIN && !a->magnitude && i >= r->floor + 2 && i >= r->sentence.from + 2 &&
           !(r->t[i - 1].flags & TOKEN_SPACE) && (mark_at(r, i - 1, '.') || mark_at(r, i - 1, '+')) &&
           r->t[i - 2].type == TOKEN_WORD && r->t[i - 2].flags & TOKEN_UPPER;
}

/* "tại 123 Nguyễn Huệ": two words of a name right behind it */
static bool address(const Reading *r, const Amount *a)
{
    return a->shape == SHAPE_PLAIN && a->digits.n <= 4 && !year_like(a) && in_name(r, a->to) &&
           in_name(r, a->to + 1);
}

/* "dân số nước ta sẽ là 105 triệu" is no money. */
static bool of_people(const Reading *r, size_t from)
{
    uint32_t v;
    for (size_t i = from; i-- > r->sentence.from && from - i < 24;)
        if (lexicon_match(r->f->l, TABLE_PEOPLE, r->t, r->n, i, &v))
            return true;
    return false;
}

/* tài khoản 1234567890, hồ sơ 00123 */
static bool account(const Amount *a)
{
    return a->shape == SHAPE_PLAIN &&
           (a->digits.n >= 9 || (a->digits.n >= 3 && str_starts(a->digits, STR("00"))));
}

/* A number in digits that nothing parts from what stands before it. */
static size_t put_glued(Reading *r, size_t i, const Amount *a)
{
    Other name;
    if (dotted_name(r, a))
        return put_name(r, FIGURE_NAME, i - 2, a->to + glued_letter(r, a)); /* QL.1A */
    bool glued = glued_name(r, a);
    if (glued && a->shape != SHAPE_PLAIN)
        return put_name(r, FIGURE_NAME, i - 1, a->to); /* tòa S2.01 */
    if (glued && name_with(r->f->others, r->text, r->t, r->n, i, r->sentence.from, r->floor, &name))
        return put_name(r, name.kind, name.from, name.to);
    return glued_code(r, a) ? put_name(r, FIGURE_CODE, i, a->to) : 0;
}

/* Digits that are part of a name or code after all. */
static size_t put_part(Reading *r, size_t i, const Amount *a, const Unit *u)
{
    Other name;
    size_t to = i > 0 && !(r->t[i].flags & TOKEN_SPACE) ? put_glued(r, i, a) : 0;
    if (to)
        return to;
    bool bare = u->kind == FIGURE_NUMBER && !a->magnitude;
    if (bare && account(a))
        return put_name(r, FIGURE_CODE, i, a->to);
    bool named = i > 0 && !a->magnitude && (r->t[i - 1].flags & TOKEN_CAP || mark_at(r, i - 1, '-'));
    if (named && (!u->known || verb_at(r, u, a->to)) &&
        name_with(r->f->others, r->text, r->t, r->n, i, r->sentence.from, r->floor, &name))
        return put_name(r, name.kind, name.from, name.to);
    if (glued_plus(r, a))
        return put_name(r, FIGURE_NAME, i, a->to + 1);
    if (!bare)
        return 0;
    if (address(r, a) || version(a))
        return put_name(r, FIGURE_NAME, i, a->to);
    return grade(r, a) ? put_name(r, FIGURE_NAME, i - 1, a->to) : 0;
}

/* "1,5 mẫu nhãn", "3 công ruộng" are areas; "450 mẫu xét nghiệm", "1.200 công lao động" are counted. */
static bool of_land(const Reading *r, const Amount *a, const Unit *u)
{
    if (a->magnitude | ((a->shape != SHAPE_DECIMAL_COMMA) & !is(r, u->to, FIELD)))
        return false;
    return str_eq(u->unit, STR("mẫu")) || str_eq(u->unit, STR("công"));
}

static size_t put_single(Reading *r, size_t i, Amount *a)
{
    Unit u = unit_behind(r, a->to, a->digits.n > 0 && !year_like(a) && a->power < 6);
    size_t to;
    if (u.kind == FIGURE_DURATION && a->magnitude && u.to < r->n && r->t[u.to].type == TOKEN_NUMBER)
        u = (Unit){
            .to = a->to, .head_to = a->to, .kind = FIGURE_NUMBER, .unit = {"", 0}}; /* 15 triệu | năm 2010 */
    if (u.none && year_like(a))
        return 0;
    if (u.none)
        return a->digits.n ? put_name(r, FIGURE_CODE, i, a->to) : a->to;
    if (year_like(a) && u.known && names_year(r, a))
        return 0;
    if (a->digits.n && (to = put_part(r, i, a, &u)))
        return to;
    if (!words_stand(r, a, &u))
        return 0;
    if (!a->magnitude && u.kind == FIGURE_MONEY && str_eq(u.unit, STR("LAK"))) { /* ba ca, bốn kíp */
        u.kind = FIGURE_COUNT;
        u.unit = STR("kíp");
    }
    if (of_land(r, a, &u))
        u.kind = FIGURE_MEASURE;
    if (!a->digits.n && a->magnitude && is(r, a->from, ONE) && str_eq(u.unit, STR("dân")))
        return u.to; /* "30 giường bệnh trên một vạn dân" */
    if (!u.known && glued_letter(r, a))
        return put_name(r, FIGURE_NAME, i, a->to + 1);
    if (lost_percent(r, a))
        u = (Unit){.to = a->to, .head_to = a->to, .kind = FIGURE_PERCENT, .unit = STR("%")};
    else if (u.kind == FIGURE_NUMBER && !a->magnitude && i > r->sentence.from && is(r, i - 1, GE)) /* gấp 3 */
        u = (Unit){.to = a->to, .head_to = a->to, .kind = FIGURE_TIMES, .unit = STR("lần")};
    else if (u.kind == FIGURE_NUMBER && a->magnitude && (a->power >= 6 || mark_at(r, a->to, '/')) &&
             !(a->power < 9 && of_people(r, i))) /* 60 tỷ đồng và 90 tỷ */
        as_money(r, a, &u);
    else if (u.kind == FIGURE_NUMBER && year_like(a))
        return 0;
    return put_amount(r, a, &u);
}

size_t amount_figure(Reading *r, size_t i)
{
    Amount a;
    size_t to;
    if ((to = fraction_at_token(r, i)))
        return to;
    if (!amount_at(r->f->amounts, r->text, r->t, r->n, i, r->arena, &a))
        return 0;
    Unit unit = unit_behind(r, a.to, false);
    if ((a.digits.n && (to = ratio_at(r, &a, &unit))) || (to = range_at(r, &a, &unit)))
        return to;
    return put_single(r, i, &a);
}

/* What nothing else claims: a year, or a code. */
size_t left_over(Reading *r, size_t i)
{
    Str s = token_str(r->text, &r->t[i]);
    bool year = s.n == 4 && (s.p[0] == '1' || s.p[0] == '2') && number_shape(s) == SHAPE_PLAIN &&
                (str_starts(s, STR("19")) || str_starts(s, STR("20")));
    Figure *f = new_figure(r, year ? FIGURE_PERIOD : FIGURE_CODE, i, i + 1);
    if (year)
        f->iso = s;
    return i + 1;
}

/* Does a number that a loose word would make a name count after all: "khu vực 3 tỷ đồng", "quyết định 12 dự
 * án"? */
static bool counts_after_all(Reading *r, size_t i)
{
    Amount a;
    if (!amount_behind(r, i, &a))
        return false;
    Unit u = unit_behind(r, a.to, false);
    if (!u.known || a.magnitude)
        return a.magnitude;
    if (verb_at(r, &u, a.to))
        return false; /* Công an quận 2 báo cáo */
    if (u.kind == FIGURE_DURATION && u.to < r->n && r->t[u.to].type == TOKEN_NUMBER)
        return false; /* Công văn số 451 ngày 3-8-2016 */
    if (in_name(r, a.to))
        return false; /* Điều 41 Luật Đất đai */
    bool capital = u.to < r->n && r->t[u.to].flags & TOKEN_CAP;
    uint32_t v;
    return !(capital &&
             lexicon_match(r->f->l, TABLE_OF_UNIT, r->t, r->n, a.to, &v)); /* tổ 52 phường Minh Tân */
}

/* "các quận 2, 7 và 9", "Quyết định 935, 936", "gió cấp 8 - 9": more numbers behind a name. Returns the token
 * behind them. */
static size_t more_names(Reading *r, FigureKind kind, size_t i)
{
    while (mark_at(r, i, ',') || is(r, i, AND) ||
           (kind != FIGURE_DOCNO && (mark_at(r, i, '-') || is(r, i, TO)))) {
        Amount a;
        if (!amount_behind(r, i + 1, &a) || a.shape != SHAPE_PLAIN || !a.digits.n || a.digits.n > 4 ||
            a.to != i + 2 || year_like(&a) || mark_at(r, i + 2, '/') || mark_at(r, i + 2, '-') ||
            is(r, i + 2, MONTH) || unit_behind(r, i + 2, kind == FIGURE_ORDINAL).kind != FIGURE_NUMBER)
            break;
        Figure *f = new_figure(r, kind, i + 1, i + 2);
        if (kind == FIGURE_ORDINAL)
            amount_value(&a, NUMBER_VIETNAMESE, &f->value);
        r->floor = i += 2;
    }
    return i;
}

static size_t put_other(Reading *r, const Other *o)
{
    if (o->kind == FIGURE_KINDS)
        return o->behind;
    if (o->loose && counts_after_all(r, o->loose))
        return 0;
    Figure *f = new_figure(r, o->kind, o->from, o->to);
    f->value = o->value;
    f->iso = o->iso;
    r->floor = o->behind;
    bool list = o->kind == FIGURE_NAME || o->kind == FIGURE_DOCNO ||
                (o->kind == FIGURE_ORDINAL && r->t[o->to - 1].type == TOKEN_NUMBER);
    return list ? more_names(r, o->kind, o->behind) : o->behind;
}

size_t number_other(Reading *r, size_t i)
{
    Other o;
    bool found = other_number(r->f->others, r->text, r->t, r->n, i, r->sentence.from, r->arena, &o);
    return found ? put_other(r, &o) : 0;
}

size_t words_other(Reading *r, size_t i)
{
    Other o;
    bool found = other_words(r->f->others, r->text, r->t, r->n, i, r->sentence.from, r->arena, &o);
    return found ? put_other(r, &o) : 0;
}
