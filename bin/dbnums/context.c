/* SPDX-License-Identifier: ISC */
#include "context.h"

#include <stdlib.h>

#include "table_numbers.h"
#include "tables.h"

enum { LOOK_BACK = 5, BOUND_AHEAD = 6 };

struct Contexts {
    const Lexicon *l;
    uint32_t from, up, down, left, turn, reach, is, equal, on, near, times, exceed, grow, growth;
};

static Mod mod_named(Str s)
{
    if (str_eq(s, STR(">=")))
        return MOD_AT_LEAST;
    if (str_eq(s, STR("<=")))
        return MOD_AT_MOST;
    return s.p[0] == '>' ? MOD_ABOVE : s.p[0] == '<' ? MOD_BELOW : MOD_ABOUT;
}

Contexts *contexts_new(Lexicon *l, UserRows *user)
{
    Contexts *c = xrealloc(NULL, 1, sizeof *c);
    *c = (Contexts){
        .l = l,
        .from = lexicon_word(l, STR("từ")),
        .up = lexicon_word(l, STR("lên")),
        .down = lexicon_word(l, STR("xuống")),
        .left = lexicon_word(l, STR("còn")),
        .turn = lexicon_word(l, STR("trở")),
        .reach = lexicon_word(l, STR("đạt")),
        .is = lexicon_word(l, STR("là")),
        .equal = lexicon_word(l, STR("bằng")),
        .on = lexicon_word(l, STR("trên")),
        .grow = lexicon_word(l, STR("tăng")),
        .growth = lexicon_word(l, STR("trưởng")),
        .near = lexicon_word(l, STR("gần")),
        .times = lexicon_word(l, STR("gấp")),
        .exceed = lexicon_word(l, STR("vượt")),
    };
    Str cells[2];
    for (TableRows r = table_rows(&table_bound, user); table_next(&r, cells);)
        lexicon_add(l, TABLE_BOUND, cells[0], (uint32_t)mod_named(cells[1]));
    for (TableRows r = table_rows(&table_change, user); table_next(&r, cells);)
        lexicon_add(l, TABLE_CHANGE, cells[0],
                    (uint32_t)(str_eq(cells[1], STR("up"))     ? '+'
                               : str_eq(cells[1], STR("down")) ? '-'
                                                               : 0));
    for (TableRows r = table_rows(&table_between, user); table_next(&r, cells);)
        lexicon_add(l, TABLE_BETWEEN, cells[0], 0);
    return c;
}

void contexts_free(Contexts *c)
{
    free(c);
}

/* Tables (bit of each) of which a phrase may end right before token `end`. */
static uint64_t begun_before(const Contexts *c, const Token *t, size_t floor, size_t end)
{
    uint64_t tables = 0;
    for (size_t k = 1; k <= LOOK_BACK && k <= end - floor; k++)
        tables |= lexicon_begins(c->l, t[end - k].word);
    return tables;
}

/* The longest phrase of a table that ends right before token `end`: its tokens. */
static size_t ends_at(const Contexts *c, unsigned table, const Token *t, size_t floor, size_t end,
                      uint32_t *value)
{
    size_t longest = 0;
    for (size_t k = 1; k <= LOOK_BACK && k <= end - floor; k++) {
        uint32_t v;
        if (lexicon_begins(c->l, t[end - k].word) >> table & 1 &&
            lexicon_match(c->l, table, t, end, end - k, &v) == k) {
            longest = k;
            *value = v;
        }
    }
    return longest;
}

Mod mod_stronger(Mod a, Mod b)
{
    return a == MOD_NONE || (a == MOD_ABOUT && b != MOD_NONE) ? b : a;
}

/* (+6,2%), (-0,36%), giảm -16,95%; not the dash of a list at the head of a line. */
static char sign_before(Str text, const Token *t, size_t floor, size_t from)
{
    if (from <= floor || t[from - 1].type != TOKEN_MARK || from < 2)
        return 0;
    bool bracket = text.p[t[from - 2].at] == '(', space = t[from].flags & TOKEN_SPACE;
    if (!bracket && (space || !(t[from - 1].flags & TOKEN_SPACE)))
        return 0;
    char c = token_mark(text, t, from, from - 1);
    return c == '+' || c == '-' ? c : 0;
}

static void note_level(const Contexts *c, const Token *w, Context *out)
{
    if (w->word == c->up || w->word == c->down || w->word == c->left)
        out->to = true;
    if (w->word == c->from)
        out->from = true;
    if (w->word == c->reach || w->word == c->is || w->word == c->equal || w->word == c->left)
        out->level = true;
}

static void note_bound(const Contexts *c, const Token *t, size_t n, Mod mod, Context *out)
{
    if (n == 1 && t->word == c->exceed) {
        out->exceeds = true;
        return;
    }
    if (n > 1 && t->word == c->from) /* từ hơn 200 lên gần 350 hộ */
        out->from = true;
    out->on = n == 1 && t->word == c->on && out->mod == MOD_NONE;
    out->near = n == 1 && t->word == c->near && out->mod == MOD_NONE;
    out->mod = mod_stronger(out->mod, mod);
}

/* "Tăng trưởng bình quân 7,8%/năm" at the head of a sentence or part is the name of a rate; "phấn đấu năm
 * 2031 tăng trưởng 10%" is no head. */
static bool growth_noun(const Contexts *c, const Token *t, size_t floor, size_t i)
{
    return t[i].word == c->grow && t[i + 1].word == c->growth &&
           (i == floor || t[i - 1].type == TOKEN_MARK) && !(i && t[i - 1].type == TOKEN_NUMBER);
}

/* "thu nội địa tăng cao (25%)"; "tốc độ tăng trưởng (8%)" is a level. */
static char change_before_bracket(const Contexts *c, const Token *t, size_t floor, size_t end)
{
    uint32_t change = 0;
    size_t a = ends_at(c, TABLE_CHANGE, t, floor, end, &change);
    return a && t[end - 1].word != c->growth ? (char)change : 0;
}

Context context_before(const Contexts *c, Str text, const Token *t, size_t floor, size_t from)
{
    Context out = {.phrase = from};
    size_t end = from;
    out.dir = sign_before(text, t, floor, from);
    if (out.dir)
        end--;
    for (int steps = 0; steps < 6 && end > floor; steps++) {
        uint32_t change = 0, bound = 0, other = 0;
        uint64_t begun = begun_before(c, t, floor, end);
        size_t a = begun >> TABLE_CHANGE & 1 ? ends_at(c, TABLE_CHANGE, t, floor, end, &change) : 0;
        size_t b = begun >> TABLE_BOUND & 1 ? ends_at(c, TABLE_BOUND, t, floor, end, &bound) : 0;
        size_t f = begun >> TABLE_BETWEEN & 1 ? ends_at(c, TABLE_BETWEEN, t, floor, end, &other) : 0;
        if (a && a >= b && a >= f) {
            for (size_t k = end - a; k < end; k++)
                note_level(c, &t[k], &out);
            if (change && !out.dir && !out.to && !out.level && !growth_noun(c, t, floor, end - a))
                out.dir = (char)change;
            end -= a;
            if (change || (!out.to && t[end].word != c->times)) /* hơn gấp 3 lần */
                break;
        } else if (b && b >= f) {
            note_bound(c, &t[end - b], b, (Mod)bound, &out);
            end -= b;
        } else if (f) {
            for (size_t k = end - f; k < end; k++)
                note_level(c, &t[k], &out);
            end -= f;
        } else {
            break;
        }
    }
    if (!out.dir && !out.to && !out.level && end > floor + 1 && text.p[t[end - 1].at] == '(')
        out.aside = change_before_bracket(c, t, floor, end - 1);
    if (out.dir && end > floor) { /* "ước tăng", "dự kiến giảm" */
        uint32_t bound = 0;
        size_t b = ends_at(c, TABLE_BOUND, t, floor, end, &bound);
        if (b && (Mod)bound == MOD_ABOUT) {
            out.mod = mod_stronger(out.mod, MOD_ABOUT);
            end -= b;
        }
    }
    out.phrase = end;
    return out;
}

Mod bound_behind(const Contexts *c, Str text, const Token *t, size_t limit, size_t to)
{
    for (size_t i = to; i + 1 < limit && i < to + BOUND_AHEAD; i++) {
        if (t[i].type == TOKEN_NUMBER || (t[i].type == TOKEN_MARK && !memchr("()\"", text.p[t[i].at], 3)))
            return MOD_NONE;
        uint32_t v;
        if (lexicon_match(c->l, TABLE_GRADE, t, limit, i, &v))
            return MOD_NONE; /* "4 đô thị loại IV trở lên": the grade's, not the figure's */
        if (t[i].word == c->turn)
            return t[i + 1].word == c->up ? MOD_AT_LEAST : t[i + 1].word == c->down ? MOD_AT_MOST : MOD_NONE;
    }
    return MOD_NONE;
}
