/* SPDX-License-Identifier: ISC */
#include "figures.h"

#include <stdlib.h>

#include "amount.h"
#include "context.h"
#include "other.h"
#include "shared.h"
#include "table_numbers.h"
#include "tables.h"
#include "unit.h"

typedef enum {
    TO,
    UNTIL,
    GE,
    TWICE,
    HALF,
    PLAN,
    BUDGET,
    GOAL,
    QUOTA,
    VERSUS,
    SAME,
    TOTAL,
    NUMBER,
    EQUAL,
    REACH,
    RATE,
    THU,
    RANK,
    FIVE,
    PART,
    AND,
    MONTH,
    IS,
    SINCE,
    LEVEL,
    ONE,
    WORDS
} Word;

static const char *const word_texts[WORDS] = {
    [TO] = "đến",    [UNTIL] = "tới",  [GE] = "gấp",    [TWICE] = "đôi",   [HALF] = "rưỡi", [PLAN] = "kế",
    [BUDGET] = "dự", [GOAL] = "mục",   [QUOTA] = "chỉ", [VERSUS] = "so",   [SAME] = "cùng", [TOTAL] = "tổng",
    [NUMBER] = "số", [EQUAL] = "bằng", [REACH] = "đạt", [RATE] = "lệ",     [THU] = "thứ",   [RANK] = "hạng",
    [FIVE] = "năm",  [PART] = "phần",  [AND] = "và",    [MONTH] = "tháng", [IS] = "là",     [SINCE] = "từ",
    [LEVEL] = "mức", [ONE] = "một"};

struct Finder {
    const Lexicon *l;
    Amounts *amounts;
    Units *units;
    Contexts *contexts;
    Others *others;
    Sharing *sharing;
    Span *sentences, *clauses;
    size_t sentences_cap, clauses_cap;
    uint32_t word[WORDS];
    uint8_t *begins; /* by word id */
    size_t n_begins;
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
    size_t digits; /* the next number in digits, as far as looked for */
    size_t floor;  /* behind the figure before: nothing before it belongs to the next */
} Reading;

/* Uses of beside.tsv. */
static const struct {
    const char *name;
    unsigned table;
} uses[] = {{"place", TABLE_FIELD},  {"year", TABLE_BEFORE_YEAR}, {"ordinal", TABLE_BEFORE_ORDINAL},
            {"unit", TABLE_OF_UNIT}, {"verb", TABLE_VERB},        {"grade", TABLE_GRADE}};

Finder *finder_new(Lexicon *l, const Dates *dates, UserRows *user)
{
    Finder *f = xrealloc(NULL, 1, sizeof *f);
    *f = (Finder){
        .l = l,
        .amounts = amounts_new(l),
        .units = units_new(l, user),
        .contexts = contexts_new(l, user),
        .others = others_new(l, dates, user),
        .sharing = sharing_new(l),
    };
    for (size_t i = 0; i < WORDS; i++)
        f->word[i] = lexicon_word(l, str_of(word_texts[i]));
    Str cells[2];
    lexicon_add_forms(l, TABLE_COMPARE, STR("cao hơn|nhiều hơn|lớn hơn|tăng so với|tăng so"), '+');
    lexicon_add_forms(l, TABLE_COMPARE, STR("thấp hơn|ít hơn|giảm so với|giảm so"), '-');
    for (TableRows r = table_rows(&table_beside, user); table_next(&r, cells);)
        for (size_t k = 0; k < sizeof uses / sizeof *uses; k++)
            if (str_eq(cells[1], str_of(uses[k].name)))
                lexicon_add(l, uses[k].table, cells[0], 0);
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
    sharing_free(f->sharing);
    free(f->begins);
    free(f->sentences);
    free(f->clauses);
    free(f);
}

/* ---- looking at tokens --------------------------------------------------------------------------------- */

static bool is(const Reading *r, size_t i, Word w)
{
    return i < r->n && r->t[i].word == r->f->word[w];
}

static bool mark_at(const Reading *r, size_t i, char c)
{
    return i < r->n && r->t[i].n == 1 && r->text.p[r->t[i].at] == c;
}

static bool is_dash(const Reading *r, size_t i)
{
    if (i >= r->n || r->t[i].type != TOKEN_MARK)
        return false;
    Str s = token_str(r->text, &r->t[i]);
    return str_eq(s, STR("-")) || str_eq(s, STR("–")) || str_eq(s, STR("—"));
}

/* Is there nothing but a quote or a bullet between the sentence's head and token i? */
static bool opens(const Reading *r, size_t i)
{
    return i == r->sentence.from || r->t[i - 1].type == TOKEN_MARK;
}

static Unit unit_behind(Reading *r, size_t i, bool guess)
{
    return unit_at(r->f->units, r->text, r->t, r->n, i, guess, r->arena);
}

static bool amount_behind(Reading *r, size_t i, Amount *out)
{
    return i < r->n && amount_begins(r->f->amounts, &r->t[i]) &&
           amount_at(r->f->amounts, r->text, r->t, r->n, i, r->arena, out);
}

/* ---- figures put down ---------------------------------------------------------------------------------- */

static Figure *new_figure(Reading *r, FigureKind kind, size_t from, size_t to)
{
    Figures *out = r->out;
    const Token *t = r->t;
    out->f = array_room(out->f, &out->cap, out->n, sizeof *out->f);
    Figure *f = &out->f[out->n++];
    *f = (Figure){.record = r->record,
                  .from = from,
                  .to = to,
                  .at = t[from].at,
                  .n = t[to - 1].at + t[to - 1].n - t[from].at,
                  .phrase = from,
                  .kind = kind,
                  .sentence = r->sentence_number,
                  .clause = r->clause_number,
                  .in_sentence = r->sentence,
                  .in_clause = r->clause,
                  .unit = {"", 0}};
    return f;
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

/* Is what stands behind a figure a word for a plan: "vượt 7% mục tiêu", "bằng 39,7 kế hoạch"? */
static bool plan_at(const Reading *r, size_t i)
{
    return is(r, i, PLAN) || is(r, i, BUDGET) || is(r, i, GOAL) || is(r, i, QUOTA);
}

static bool compared(const Reading *r, size_t i)
{
    for (size_t k = i; k < i + 8 && k < r->clause.to; k++) {
        if (is(r, k, VERSUS))
            return true;
        if (r->t[k].type != TOKEN_WORD)
            return false;
    }
    return false;
}

/* "vượt 12,4% dự toán" is a direction, "vượt 20.000 tỷ đồng" a bound, "vượt 3 chỉ tiêu" neither. */
static void settle_excess(const Reading *r, const Context *c, Figure *f)
{
    bool goes_on = c->phrase > r->sentence.from && mark_at(r, c->phrase - 1, ',');
    bool share = f->kind == FIGURE_PERCENT && goes_on;
    if (share || plan_at(r, f->to) || compared(r, f->to))
        f->dir = '+';
    else if (!str_eq(f->unit, STR("chỉ tiêu")) && !str_eq(f->unit, STR("mục tiêu")))
        f->mod = mod_stronger(f->mod, MOD_ABOVE);
}

/* "ở gần hai nhà máy" is a place: nearly two of what is counted would be none. */
static bool few(const Figure *f, const Amount *a)
{
    Decimal ten = decimal_of(10);
    return f->kind == FIGURE_COUNT && !a->magnitude && a->shape == SHAPE_PLAIN &&
           decimal_cmp(&f->value, &ten) < 0;
}

/* "trên bảy lĩnh vực" is a place; "trên 1 ha", "trên 10.000 dân" tell the base of a rate. */
static bool on_a_place(const Reading *r, const Figure *f, const Amount *a)
{
    static const uint64_t bases[] = {1, 1000, 10000, 100000};
    uint32_t v;
    if ((!a->digits.n || a->digits.n == 1) && lexicon_match(r->f->l, TABLE_FIELD, r->t, r->n, a->to, &v))
        return true;
    if (f->kind != FIGURE_MEASURE && !str_eq(f->unit, STR("dân")))
        return false;
    for (size_t i = 0; i < (f->kind == FIGURE_MEASURE ? 1 : 4); i++) {
        Decimal base = decimal_of(bases[i]);
        if (decimal_cmp(&f->value, &base) == 0)
            return true;
    }
    return false;
}

/* "thấp hơn kế hoạch 6,6 điểm phần trăm", "cao hơn năm trước là 0,12 m": what is compared with stands between
 * the verb and the figure. */
static char compared_before(const Reading *r, size_t from)
{
    size_t floor = r->sentence.from, k = from;
    for (size_t i = r->out->n - 1; i-- > 0;) /* not beyond the figure before */
        if (r->out->f[i].kind <= FIGURE_DURATION) {
            if (r->out->f[i].record == r->record && r->out->f[i].to > floor)
                floor = r->out->f[i].to;
            break;
        } else if (r->out->n - i > 4) {
            break;
        }
    if (is(r, from - 1, LEVEL)) /* cao hơn mức 5,5% cùng kỳ */
        return 0;
    while (k > floor && from - k < 9 && r->t[k - 1].type != TOKEN_MARK) {
        uint32_t v;
        k--;
        if (lexicon_match(r->f->l, TABLE_COMPARE, r->t, from, k, &v))
            return (char)v;
    }
    return 0;
}

/* Puts what the words around say into a figure. `a`: its amount, NULL when it has none of its own. */
static void look_around(Reading *r, Figure *f, const Amount *a)
{
    size_t floor = r->floor > r->sentence.from ? r->floor : r->sentence.from;
    Context c = context_before(r->f->contexts, r->text, r->t, floor, f->from);
    f->mod = (c.on && a && on_a_place(r, f, a)) || (c.near && a && few(f, a)) ? MOD_NONE : c.mod;
    f->dir = c.dir;
    f->phrase = c.phrase;
    f->after_from = c.from;
    f->after_to = c.to;
    if (c.exceeds)
        settle_excess(r, &c, f);
    if (!f->dir && !c.to && !c.from && (!c.level || is(r, f->from - 1, IS)) && f->from > r->sentence.from)
        f->dir = compared_before(r, f->from);
    Mod behind = bound_behind(r->f->contexts, r->text, r->t, r->sentence.to, f->to);
    if (behind != MOD_NONE)
        f->mod = behind;
}

/* A number without unit that is a share: "bằng 39,7 kế hoạch", "đạt 95 dự toán", "chỉ bằng 91,4 so với". */
static bool lost_percent(const Reading *r, const Amount *a)
{
    if (a->magnitude || a->to >= r->n || a->from == 0 || !a->digits.n || a->shape == SHAPE_GROUPED_DOT)
        return false;
    if (a->shape == SHAPE_DECIMAL_COMMA || a->shape == SHAPE_DECIMAL_POINT)
        return plan_at(r, a->to) || is(r, a->to, VERSUS) || is(r, a->to, SAME) || is(r, a->to, TOTAL);
    return plan_at(r, a->to) && (is(r, a->from - 1, EQUAL) || is(r, a->from - 1, REACH));
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

static bool year_like(const Amount *a)
{
    return a->shape == SHAPE_PLAIN && a->digits.n == 4 && !a->magnitude &&
           (a->digits.p[0] == '1' || a->digits.p[0] == '2');
}

static bool two_digits(const Amount *a, unsigned most)
{
    unsigned v = 0;
    if (a->shape != SHAPE_PLAIN || a->magnitude || a->digits.n > 2 || !a->digits.n)
        return false;
    for (size_t i = 0; i < a->digits.n; i++)
        v = v * 10 + (unsigned)(a->digits.p[i] - '0');
    return v >= 1 && v <= most;
}

/* A fraction with nothing counted behind it stands where its words say so: "xếp thứ 15/63", "đạt 2/3",
 * "giảm 1/3 số vụ"; else 2/9 is a day. */
static bool bare_ratio(const Reading *r, const Amount *a, const Amount *b)
{
    if (is(r, b->to, NUMBER) || is(r, b->to, TOTAL) || !(two_digits(a, 31) && two_digits(b, 12)))
        return true;
    if (a->from == r->sentence.from)
        return false;
    size_t floor = r->floor > r->sentence.from ? r->floor : r->sentence.from;
    Context c = context_before(r->f->contexts, r->text, r->t, floor, a->from);
    return (c.phrase < a->from && !c.from) || is(r, a->from - 1, THU) || is(r, a->from - 1, RANK) ||
           mark_at(r, a->from - 1, '(') || mark_at(r, a->from - 1, ':');
}

static size_t put_name(Reading *r, FigureKind kind, size_t from, size_t to)
{
    new_figure(r, kind, from, to);
    return to;
}

static size_t put_ratio(Reading *r, Amount *a, Amount *b)
{
    Unit u = unit_behind(r, b->to, true);
    size_t to = u.kind == FIGURE_NUMBER ? b->to : u.to;
    if (is(r, a->from ? a->from - 1 : r->n, RATE) && str_eq(a->digits, STR("1"))) /* tỷ lệ 1/500 */
        return put_name(r, FIGURE_NAME, a->from, b->to);
    if (u.kind == FIGURE_NUMBER || (!u.known && two_digits(a, 31) && two_digits(b, 12))) {
        if (!bare_ratio(r, a, b))
            return put_name(r, FIGURE_DATE, a->from, b->to);
        if (is(r, b->to, NUMBER)) /* 1/3 số hộ */
            u = unit_behind(r, b->to + 1, true);
        else if (is(r, b->to, TOTAL) && is(r, b->to + 1, NUMBER))
            u = unit_behind(r, b->to + 2, true);
        if (to == b->to && u.kind != FIGURE_COUNT)
            u.unit = (Str){"", 0};
    }
    return put_two(r, a, b, &u, true, to);
}

/* 8/63, 173/527 trường học, 45.799/36.875 tỷ đồng, 83,2%/50%, 7 xã/12 xã. */
static size_t ratio_at(Reading *r, Amount *a)
{
    Amount b;
    Unit first = unit_behind(r, a->to, false);
    size_t slash = first.kind == FIGURE_NUMBER ? a->to : first.head_to;
    if (!mark_at(r, slash, '/') || slash + 1 >= r->n || r->t[slash + 1].type != TOKEN_NUMBER ||
        ((r->t[slash].flags ^ r->t[slash + 1].flags) & TOKEN_SPACE) || !amount_behind(r, slash + 1, &b))
        return 0;
    if (mark_at(r, b.to, '/') || (mark_at(r, b.to, '-') && !(r->t[b.to].flags & TOKEN_SPACE)))
        return 0;
    if (first.kind == FIGURE_NUMBER)
        return put_ratio(r, a, &b);
    Unit u = unit_behind(r, b.to, true);
    if (first.kind != u.kind || u.to != u.head_to ||
        !str_eq(unit_head(r->f->units, r->t, r->n, a->to), u.unit))
        return 0; /* %/năm and bác sĩ/10.000 dân are rates */
    return put_two(r, a, &b, &u, true, u.to);
}

/* hai phần ba, 2 phần 3 */
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
    if (is(r, k, NUMBER)) {
        Unit u = unit_behind(r, k + 1, true);
        if (u.kind == FIGURE_COUNT)
            f->unit = u.unit;
    }
    look_around(r, f, NULL);
    return k;
}

/* ---- ranges -------------------------------------------------------------------------------------------- */

static const Unit dong = {.kind = FIGURE_MONEY, .unit = {"VND", 3}};

/* Money whose "đồng" is left out: 60 tỷ, 5 triệu/tháng. */
static void as_money(Reading *r, const Amount *a, Unit *u)
{
    *u = dong;
    u->to = u->head_to = a->to;
    unit_rate(r->f->units, r->text, r->t, r->n, u, r->arena);
}

/* 15 đến 20%, 17 - 18 tiêu chí, 300 triệu đến 500 triệu đồng. */
static size_t range_at(Reading *r, Amount *a)
{
    Amount b;
    Unit first = unit_behind(r, a->to, false);
    size_t sep = first.kind == FIGURE_NUMBER ? a->to : first.to;
    bool word = is(r, sep, TO) || is(r, sep, UNTIL);
    if (!word && !is_dash(r, sep))
        return 0;
    if (!amount_behind(r, sep + 1, &b) || (!a->digits.n != !b.digits.n))
        return 0;
    Unit u = unit_behind(r, b.to, true);
    if (u.kind == FIGURE_NUMBER && !b.magnitude && !word && is(r, a->from ? a->from - 1 : r->n, SINCE) &&
        two_digits(a, 31) && two_digits(&b, 12) && !(r->t[sep].flags & TOKEN_SPACE))
        return put_name(r, FIGURE_DATE, a->from, b.to); /* từ 1-6 tới */
    if (u.kind == FIGURE_NUMBER && !b.magnitude && (!word || year_like(&b)))
        return 0;
    if (first.kind != FIGURE_NUMBER && !str_eq(first.unit, u.unit))
        return 0;
    if (!a->digits.n && !u.known && (!b.magnitude || b.lone))
        return 0;
    if (b.magnitude && b.power >= 6 && !u.known)
        as_money(r, &b, &u);
    return put_two(r, a, &b, &u, false, u.kind == FIGURE_NUMBER ? b.to : u.to);
}

/* ---- single amounts ------------------------------------------------------------------------------------ */

/* "tăng gấp đôi", "gấp rưỡi" */
static size_t double_at(Reading *r, size_t i)
{
    if (!is(r, i, GE) || !(is(r, i + 1, TWICE) || is(r, i + 1, HALF)))
        return 0;
    Figure *f = new_figure(r, FIGURE_TIMES, i, i + 2);
    f->value = decimal_of(is(r, i + 1, TWICE) ? 2 : 15);
    if (is(r, i + 1, HALF))
        decimal_shift(&f->value, -1);
    f->unit = STR("lần");
    look_around(r, f, NULL);
    return i + 2;
}

/* "năm" before a noun is five unless a number or a word that asks for the year stands before it: "mỗi năm
 * gia đình". */
static bool five(const Reading *r, size_t i)
{
    uint32_t v;
    if (i == r->sentence.from)
        return true;
    if (r->t[i - 1].type == TOKEN_NUMBER)
        return false;
    return !lexicon_match(r->f->l, TABLE_BEFORE_YEAR, r->t, r->n, i - 1, &v);
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
    if (first->flags & TOKEN_CAP && !opens(r, a->from))
        return false;
    if (after_ordinal(r, a->from))
        return false;
    if (is(r, a->from, FIVE) && a->number_to == a->from + 1 && !a->magnitude && !five(r, a->from))
        return false;
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

/* post746979.html */
static bool glued_code(const Reading *r, const Amount *a)
{
    return a->from > 0 && a->digits.n >= 4 && a->shape == SHAPE_PLAIN &&
           r->t[a->from - 1].type == TOKEN_WORD && !(r->t[a->from].flags & TOKEN_SPACE) &&
           !(r->t[a->from - 1].flags & TOKEN_CAP);
}

static size_t put_single(Reading *r, size_t i, Amount *a)
{
    Unit u = unit_behind(r, a->to, a->digits.n > 0 && !year_like(a) && a->power < 6);
    Other name;
    if (u.none)
        return a->digits.n ? put_name(r, FIGURE_CODE, i, a->to) : a->to;
    if (glued_code(r, a))
        return put_name(r, FIGURE_CODE, i, a->to);
    if (a->digits.n && (!u.known || verb_at(r, &u, a->to)) && !a->magnitude &&
        name_with(r->f->others, r->text, r->t, r->n, i, r->sentence.from, &name))
        return put_name(r, name.kind, name.from, name.to);
    if (!words_stand(r, a, &u))
        return 0;
    if (!a->magnitude && str_eq(u.unit, STR("LAK"))) { /* ba ca, bốn kíp */
        u.kind = FIGURE_COUNT;
        u.unit = STR("kíp");
    }
    if (!a->digits.n && str_eq(u.unit, STR("dân")) && a->magnitude && is(r, a->from, ONE))
        return u.to; /* "30 giường bệnh trên một vạn dân" */
    if (!u.known && glued_letter(r, a))
        return put_name(r, FIGURE_NAME, i, a->to + 1);
    if (lost_percent(r, a))
        u = (Unit){.to = a->to, .head_to = a->to, .kind = FIGURE_PERCENT, .unit = STR("%")};
    else if (u.kind == FIGURE_NUMBER && a->magnitude && a->power >= 6) /* 60 tỷ đồng và 90 tỷ */
        as_money(r, a, &u);
    else if (u.kind == FIGURE_NUMBER && year_like(a))
        return 0;
    return put_amount(r, a, &u);
}

static size_t amount_figure(Reading *r, size_t i)
{
    Amount a;
    size_t to;
    if ((to = fraction_figure(r, i)))
        return to;
    if (!amount_at(r->f->amounts, r->text, r->t, r->n, i, r->arena, &a))
        return 0;
    if ((a.digits.n && (to = ratio_at(r, &a))) || (to = range_at(r, &a)))
        return to;
    return put_single(r, i, &a);
}

/* What nothing else claims: a year, or a code. */
static size_t left_over(Reading *r, size_t i)
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
        return false; /* Quyết định số 218 ngày 12-12-2013 */
    bool capital = u.to < r->n && r->t[u.to].flags & TOKEN_CAP;
    uint32_t v;
    return !(capital &&
             lexicon_match(r->f->l, TABLE_OF_UNIT, r->t, r->n, a.to, &v)); /* tổ 52 phường Minh Tân */
}

/* "các quận 2, 7 và 9", "Quyết định 935, 936": more numbers behind a name. Returns the token behind them. */
static size_t more_names(Reading *r, FigureKind kind, size_t i)
{
    while (mark_at(r, i, ',') || is(r, i, AND)) {
        Amount a;
        if (!amount_behind(r, i + 1, &a) || a.shape != SHAPE_PLAIN || !a.digits.n || a.digits.n > 4 ||
            a.to != i + 2 || year_like(&a) || mark_at(r, i + 2, '/') || mark_at(r, i + 2, '-') ||
            is(r, i + 2, MONTH) || unit_behind(r, i + 2, false).known)
            break;
        Figure *f = new_figure(r, kind, i + 1, i + 2);
        if (kind == FIGURE_ORDINAL)
            amount_value(&a, NUMBER_VIETNAMESE, &f->value);
        r->floor = i += 2;
    }
    return i;
}

static size_t other_figure(Reading *r, size_t i)
{
    Other o;
    if (!other_at(r->f->others, r->text, r->t, r->n, i, r->sentence.from, r->arena, &o))
        return 0;
    if (o.kind == FIGURE_KINDS)
        return o.behind;
    if (o.loose && counts_after_all(r, o.loose))
        return 0;
    Figure *f = new_figure(r, o.kind, o.from, o.to);
    f->value = o.value;
    f->iso = o.iso;
    r->floor = o.behind;
    bool list = o.kind == FIGURE_NAME || o.kind == FIGURE_DOCNO || (o.kind == FIGURE_ORDINAL && o.loose);
    return list ? more_names(r, o.kind, o.behind) : o.behind;
}

/* ---- reading ------------------------------------------------------------------------------------------- */

/* What may begin with a word, remembered by its id: a number, a name or time that a number ends, "gấp". */
enum { SEEN = 1, NUMERAL = 2, LEADS = 4, DOUBLES = 8 };

static unsigned learn(Finder *f, const Token *t)
{
    if (t->word >= f->n_begins) {
        size_t old = f->n_begins;
        f->begins = array_room(f->begins, &f->n_begins, t->word, 1);
        memset(f->begins + old, 0, f->n_begins - old);
    }
    unsigned b = SEEN;
    if (amount_begins(f->amounts, t))
        b |= NUMERAL;
    if (other_begins(f->others, t))
        b |= LEADS;
    if (t->word == f->word[GE])
        b |= DOUBLES;
    f->begins[t->word] = (uint8_t)b;
    return b;
}

static unsigned begins(Finder *f, const Token *t)
{
    if (t->type == TOKEN_NUMBER)
        return NUMERAL;
    if (!t->word)
        return 0;
    unsigned b = t->word < f->n_begins ? f->begins[t->word] : 0;
    return b ? b : learn(f, t);
}

/* Digits, or what may be a Roman number: what a word that leads a number looks ahead for. */
static bool is_digits(const Reading *r, const Token *t)
{
    return t->type == TOKEN_NUMBER ||
           (t->flags & TOKEN_UPPER && t->n <= 6 && memchr("IVXLC", r->text.p[t->at], 5));
}

static bool worth_reading(const Reading *r, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (begins(r->f, &r->t[i]) & (NUMERAL | DOUBLES) || is_digits(r, &r->t[i]))
            return true;
    return false;
}

enum { AHEAD = 8 }; /* tokens between a word and the number it leads */

/* Does a number in digits stand close behind token i? */
static bool digits_ahead(Reading *r, size_t i)
{
    if (r->digits < i)
        r->digits = i;
    while (r->digits < r->sentence.to && !is_digits(r, &r->t[r->digits]))
        r->digits++;
    return r->digits < r->sentence.to && r->digits - i <= AHEAD;
}

/* The token behind what begins at token i, 0 when nothing does. */
static size_t read_at(Reading *r, size_t i, unsigned b)
{
    bool digits = r->t[i].type == TOKEN_NUMBER;
    bool months = b & NUMERAL && is(r, i + 1, MONTH); /* sáu tháng đầu năm */
    size_t to = 0;
    if (digits || months || (b & LEADS && digits_ahead(r, i)))
        to = other_figure(r, i);
    if (to)
        return to;
    if (b & NUMERAL)
        to = amount_figure(r, i);
    else if (b & DOUBLES)
        to = double_at(r, i);
    if (!to && digits)
        to = left_over(r, i);
    if (to)
        r->floor = to;
    return to;
}

static void read_clause(Reading *r)
{
    for (size_t i = r->clause.from > r->floor ? r->clause.from : r->floor; i < r->clause.to;) {
        unsigned b = begins(r->f, &r->t[i]);
        size_t to = b & (NUMERAL | LEADS | DOUBLES) ? read_at(r, i, b) : 0;
        i = to ? to : i + 1;
    }
}

static void read_record(Reading *r)
{
    Finder *f = r->f;
    if (!worth_reading(r, 0, r->n))
        return;
    size_t first = r->out->n;
    size_t n = sentence_spans(r->text, r->t, r->n, &f->sentences, &f->sentences_cap);
    for (size_t s = 0; s < n; s++) {
        r->sentence = f->sentences[s];
        r->sentence_number = s;
        if (!worth_reading(r, r->sentence.from, r->sentence.to))
            continue;
        size_t m = clause_spans(r->text, r->t, r->sentence, &f->clauses, &f->clauses_cap);
        for (size_t c = 0; c < m; c++) {
            r->clause = f->clauses[c];
            r->clause_number = c;
            read_clause(r);
        }
    }
    figures_share(f->sharing, r->text, r->t, r->out, first);
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

void figures_find(Finder *f, const Document *doc, Figures *out, Arena *arena)
{
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
