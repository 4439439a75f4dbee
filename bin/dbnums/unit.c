/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>

#include "table_numbers.h"
#include "tables.h"

typedef struct {
    Str unit;
    FigureKind kind;
} UnitRow;

struct Units {
    const Lexicon *l;
    UnitRow *rows;
    size_t n, cap;
    uint32_t ten_thousand, thousand, person, times, group;
};

static FigureKind kind_named(Str name)
{
    static const struct {
        const char *name;
        FigureKind kind;
    } kinds[] = {
        {"percent", FIGURE_PERCENT}, {"money", FIGURE_MONEY},       {"measure", FIGURE_MEASURE},
        {"times", FIGURE_TIMES},     {"duration", FIGURE_DURATION},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_eq(name, str_of(kinds[i].name)))
            return kinds[i].kind;
    return FIGURE_COUNT;
}

static void add_row(Units *u, Lexicon *l, unsigned table, Str unit, FigureKind kind, Str forms)
{
    u->rows = array_room(u->rows, &u->cap, u->n, sizeof *u->rows);
    u->rows[u->n] = (UnitRow){unit, kind};
    lexicon_add(l, table, unit, (uint32_t)u->n);
    lexicon_add_forms(l, table, forms, (uint32_t)u->n);
    lexicon_add(l, TABLE_COUNTED, unit, (uint32_t)u->n);
    lexicon_add_forms(l, TABLE_COUNTED, forms, (uint32_t)u->n++);
}

Units *units_new(Lexicon *l, UserRows *user)
{
    Units *u = xrealloc(NULL, 1, sizeof *u);
    *u = (Units){.l = l};
    Str cells[3];
    for (TableRows r = table_rows(&table_unit, user); table_next(&r, cells);)
        add_row(u, l, TABLE_UNIT, cells[0], kind_named(cells[1]), cells[2]);
    for (TableRows r = table_rows(&table_noun, user); table_next(&r, cells);)
        add_row(u, l, TABLE_NOUN, cells[0], FIGURE_COUNT, cells[1]);
    for (TableRows r = table_rows(&table_nonnoun, user); table_next(&r, cells);)
        lexicon_add(l, TABLE_NONNOUN, cells[0], 0);
    u->ten_thousand = lexicon_word(l, STR("vạn"));
    u->thousand = lexicon_word(l, STR("nghìn"));
    u->person = lexicon_word(l, STR("dân"));
    u->times = lexicon_word(l, STR("lượt"));
    u->group = lexicon_word(l, STR("nhóm"));
    return u;
}

void units_free(Units *u)
{
    if (!u)
        return;
    free(u->rows);
    free(u);
}

/* Units and nouns: the longer phrase wins ("đồng chí" is no money). Tokens taken. */
static size_t known_at(const Units *u, const Token *t, size_t n, size_t i, const UnitRow **row)
{
    uint32_t found = 0;
    size_t taken = i < n ? lexicon_match(u->l, TABLE_COUNTED, t, n, i, &found) : 0;
    *row = &u->rows[found];
    return taken;
}

static bool is_mark(const Token *t, size_t n, size_t i, char c)
{
    return i < n && token_is(&t[i], c);
}

static void add_unit(Buf *b, Str s)
{
    buf_char(b, '/');
    buf_str(b, s);
}

/* vạn dân, nghìn dân */
static bool thousands_at(const Units *u, const Token *t, size_t n, size_t i)
{
    return i + 1 < n && t[i + 1].word == u->person &&
           (t[i].word == u->ten_thousand || t[i].word == u->thousand);
}

static size_t add_thousands(const Units *u, const Token *t, Buf *out)
{
    add_unit(out, t->word == u->thousand ? STR("1000 dân") : STR("10000 dân"));
    return 2;
}

/* One denominator behind a slash: người, vạn dân, 10.000 dân, km2. Tokens taken, 0 when it is none. */
static size_t denominator_at(const Units *u, Str text, const Token *t, size_t n, size_t i, Buf *out)
{
    const UnitRow *row;
    if (i >= n)
        return 0;
    if (t[i].type == TOKEN_NUMBER && i + 1 < n && t[i + 1].type == TOKEN_WORD) { /* /10.000 dân, /1 phụ nữ */
        Decimal d, one = decimal_of(1);
        size_t taken = known_at(u, t, n, i + 1, &row);
        if (!decimal_read(token_str(text, &t[i]), NUMBER_VIETNAMESE, &d) || d.n != 1 || d.digit[0] != '1')
            return 0; /* "12 vụ/15 đối tượng" are two figures */
        if (decimal_cmp(&d, &one) == 0 && thousands_at(u, t, n, i + 1)) /* /1 vạn dân */
            return 1 + add_thousands(u, &t[i + 1], out);
        buf_char(out, '/');
        if (decimal_cmp(&d, &one) != 0) {
            decimal_write(&d, out);
            buf_char(out, ' ');
        }
        buf_str(out, taken ? row->unit : token_str(text, &t[i + 1]));
        return taken ? 1 + taken : 2;
    }
    if (t[i].type != TOKEN_WORD)
        return 0;
    if (thousands_at(u, t, n, i))
        return add_thousands(u, &t[i], out);
    size_t taken = known_at(u, t, n, i, &row);
    if (taken) {
        add_unit(out, row->unit);
        return taken;
    }
    if (t[i].flags & TOKEN_CAP || !(t[i].flags & TOKEN_SYLLABLE))
        return 0;
    add_unit(out, token_str(text, &t[i]));
    return 1;
}

void unit_rate(const Units *u, Str text, const Token *t, size_t n, Unit *out, Arena *arena)
{
    if (!is_mark(t, n, out->to, '/'))
        return;
    Buf b = {0};
    while (is_mark(t, n, out->to, '/')) {
        size_t before = b.n, taken;
        if (b.n == 0)
            buf_str(&b, out->unit);
        taken = denominator_at(u, text, t, n, out->to + 1, &b);
        if (!taken) {
            b.n = before;
            break;
        }
        out->to += 1 + taken;
    }
    if (b.n)
        out->unit = arena_str(arena, buf_get(&b));
    buf_free(&b);
}

Str unit_head(const Units *u, const Token *t, size_t n, size_t i)
{
    const UnitRow *row;
    return known_at(u, t, n, i, &row) ? row->unit : (Str){"", 0};
}

/* A noun no table knows: the next syllable, in lower case and no word of grammar. */
static bool may_count(const Token *t)
{
    if (t->type != TOKEN_WORD || t->flags & TOKEN_CAP)
        return false;
    if (t->nch == 1 && !(t->flags & TOKEN_SPACE)) /* chương trình 30a */
        return false;
    return t->flags & TOKEN_SYLLABLE || (t->flags & TOKEN_SPACE && t->nch > 3); /* 30 startup */
}

/* An abbreviation no table knows: 1.200 CBNV, 15 BQLDA; not 12 UBND, XIX, TP.HCM. */
static bool abbreviation(Str text, const Token *t, size_t n, size_t i)
{
    if (t[i].type != TOKEN_WORD || !(t[i].flags & TOKEN_UPPER) || t[i].flags & TOKEN_SYLLABLE ||
        t[i].nch < 3 || t[i].nch > 8 || is_mark(t, n, i + 1, '.'))
        return false;
    for (size_t k = t[i].at; k < t[i].at + t[i].n; k++)
        if (!memchr("IVXLC", text.p[k], 5))
            return true;
    return false;
}

/* lượt hành khách, nhóm giải pháp: a noun that groups what is counted. */
static bool groups(const Units *u, const Token *t, size_t i, size_t taken)
{
    return ((t[i].word == u->times) | (t[i].word == u->group)) && taken == 1;
}

static Str two_words(Str a, Str b, Arena *arena)
{
    char *p = arena_get(arena, a.n + b.n + 1);
    memcpy(p, a.p, a.n);
    p[a.n] = ' ';
    memcpy(p + a.n + 1, b.p, b.n);
    return (Str){p, a.n + b.n + 1};
}

Unit unit_at(const Units *u, Str text, const Token *t, size_t n, size_t i, bool guess, Arena *arena)
{
    Unit out = {.to = i, .head_to = i, .kind = FIGURE_NUMBER, .unit = {"", 0}};
    const UnitRow *row;
    uint32_t value;
    if (i >= n)
        return out;
    size_t taken = known_at(u, t, n, i, &row), other = lexicon_match(u->l, TABLE_NONNOUN, t, n, i, &value);
    if (other > 1 && other > taken) {
        out.none = true;
        return out;
    }
    if (t[i].flags & TOKEN_CAP && taken == 1 && t[i].n == 1) /* 5G is no gram */
        return out;
    if (t[i].flags & TOKEN_UPPER && taken && i + taken < n && t[i + taken].type == TOKEN_NUMBER &&
        !(t[i + taken].flags & TOKEN_SPACE)) /* tổ 12 KP2 */
        return out;
    const UnitRow *of;
    size_t more = groups(u, t, i, taken) ? known_at(u, t, n, i + 1, &of) : 0;
    if (more && of->kind == FIGURE_COUNT) {
        out.kind = FIGURE_COUNT;
        out.unit = two_words(row->unit, of->unit, arena);
        out.known = true;
        taken += more;
    } else if (taken) {
        out.kind = row->kind;
        out.unit = row->unit;
        out.known = true;
    } else if (guess && !other && (may_count(&t[i]) || abbreviation(text, t, n, i))) {
        taken = 1;
        out.kind = FIGURE_COUNT;
        out.unit = arena_str(arena, token_str(text, &t[i]));
    } else {
        return out;
    }
    out.to = out.head_to = i + taken;
    unit_rate(u, text, t, n, &out, arena);
    return out;
}
