/* SPDX-License-Identifier: ISC */
#include "reading.h"
#include "table_numbers.h"

/* Is what stands behind a figure a word for a plan: "vượt 7% mục tiêu", "bằng 39,7 kế hoạch"? */
bool plan_at(const Reading *r, size_t i)
{
    uint32_t at = word_at(r, i);
    const uint32_t *word = r->f->word;
    if (at == word[BUDGET])
        return !is(r, i + 1, PROJECT); /* dự án */
    return (at == word[PLAN]) | (at == word[PLAN_SHORT]) | (at == word[GOAL]) | (at == word[QUOTA]);
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
    enum { APART = 9 };
    size_t before = from - r->sentence.from < APART ? from - r->sentence.from : APART;
    if (!begins_within(&r->f->begins, BEGINS_FAR, from - before, before))
        return 0;
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
    while (k > floor && from - k < APART && r->t[k - 1].type != TOKEN_MARK) {
        uint32_t v;
        k--;
        if (lexicon_match(r->f->l, TABLE_COMPARE, r->t, from, k, &v))
            return (char)v;
    }
    return 0;
}

/* "giảm tỷ lệ hộ nghèo 2,5%": the change stands before the rate that it is of. */
static char rate_changed(const Reading *r, const Figure *f)
{
    uint32_t v;
    for (size_t k = f->phrase; k > r->sentence.from + 2 && f->phrase - k < 9; k--) {
        if (r->t[k - 1].type != TOKEN_WORD)
            return 0;
        if (is(r, k - 1, RATE))
            return lexicon_match(r->f->l, TABLE_CHANGE, r->t, k - 2, k - 3, &v) ? (char)v : 0;
    }
    return 0;
}

void look_around(Reading *r, Figure *f, const Amount *a)
{
    size_t floor = r->floor > r->sentence.from ? r->floor : r->sentence.from;
    Context c = context_before(r->f->contexts, r->text, r->t, floor, f->from);
    f->mod = (c.on && a && on_a_place(r, f, a)) || (c.near && a && few(f, a)) ? MOD_NONE : c.mod;
    f->dir = c.dir || f->kind != FIGURE_PERCENT ? c.dir : c.aside;
    f->phrase = c.phrase;
    f->after_from = c.from;
    f->after_to = c.to;
    if (c.exceeds)
        settle_excess(r, &c, f);
    if (!f->dir && !c.to && !c.from && (!c.level || is(r, f->from - 1, IS)) && f->from > r->sentence.from)
        f->dir = compared_before(r, f->from);
    bool level = c.to || c.from || c.level || f->mod == MOD_BELOW || f->mod == MOD_AT_MOST;
    if (!f->dir && f->kind == FIGURE_PERCENT && !level)
        f->dir = rate_changed(r, f);
    Mod behind = begins_within(&r->f->begins, BEGINS_FAR, f->to, BOUND_AHEAD)
                     ? bound_behind(r->f->contexts, r->text, r->t, r->sentence.to, f->to)
                     : MOD_NONE;
    if (behind != MOD_NONE)
        f->mod = behind;
    f->bounds = behind == MOD_NONE && (f->mod == MOD_AT_LEAST || f->mod == MOD_AT_MOST);
}
