/* SPDX-License-Identifier: ISC */
#include "context.h"

#include <stdlib.h>

#include "split.h"
#include "table_numbers.h"
#include "tables.h"

enum { LOOK_BACK = 5 };

/* Tables of words that stand before a figure; of phrases of one length the later table's counts. */
typedef enum { BETWEEN, BOUND, CHANGE, TABLES } Which;

static const unsigned table_numbers[TABLES] = {TABLE_BETWEEN, TABLE_BOUND, TABLE_CHANGE};

/* Phrases that may end with a word: bit TABLES * (k - 1) + table for those of k words. */
enum { EACH = 1 + 8 + 64 + 512 + 4096, ANY = EACH * 7 };
_Static_assert(ANY + 1 == 1 << LOOK_BACK * (int)TABLES, "one of each table for each length");

struct Contexts {
    const Lexicon *l;
    uint16_t *last; /* by word id: which phrases may end with it */
    size_t n_last;
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

static void add_phrase(Contexts *c, Lexicon *l, Which table, Str phrase, uint32_t value)
{
    Split word = {.text = phrase};
    size_t at = 0, k = 0, old = c->n_last;
    while (split_next(phrase, &at, &word))
        k++;
    uint32_t id = lexicon_word(l, word.text);
    lexicon_add(l, table_numbers[table], phrase, value);
    c->last = array_room(c->last, &c->n_last, id, sizeof *c->last);
    memset(c->last + old, 0, (c->n_last - old) * sizeof *c->last);
    if (k > 0 && k <= LOOK_BACK)
        c->last[id] |= (uint16_t)(1U << (TABLES * (k - 1) + table));
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
        add_phrase(c, l, BOUND, cells[0], (uint32_t)mod_named(cells[1]));
    for (TableRows r = table_rows(&table_change, user); table_next(&r, cells);)
        add_phrase(c, l, CHANGE, cells[0],
                   (uint32_t)(str_eq(cells[1], STR("up"))     ? '+'
                              : str_eq(cells[1], STR("down")) ? '-'
                                                              : 0));
    for (TableRows r = table_rows(&table_between, user); table_next(&r, cells);)
        add_phrase(c, l, BETWEEN, cells[0], 0);
    return c;
}

void contexts_free(Contexts *c)
{
    if (!c)
        return;
    free(c->last);
    free(c);
}

/* Words before a figure. */
typedef struct {
    size_t n; /* 0: there are none */
    Which table;
    uint32_t value;
} Before;

/* The longest phrase of these tables that ends right before token `end`. */
static Before before(const Contexts *c, unsigned tables, const Token *t, size_t floor, size_t end)
{
    Before b = {.table = BETWEEN};
    unsigned may = end > floor && t[end - 1].word < c->n_last ? c->last[t[end - 1].word] & tables : 0;
    while (may) {
        unsigned top = 31 - (unsigned)__builtin_clz(may);
        b.n = 1 + top / TABLES;
        b.table = (Which)(top % TABLES);
        if (b.n <= end - floor &&
            lexicon_match(c->l, table_numbers[b.table], t, end, end - b.n, &b.value) == b.n)
            return b;
        may ^= 1U << top;
    }
    b.n = 0;
    return b;
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
    char c = token_mark(t, from, from - 1);
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
    Before b = before(c, EACH << CHANGE, t, floor, end);
    return b.n && t[end - 1].word != c->growth ? (char)b.value : 0;
}

Context context_before(const Contexts *c, Str text, const Token *t, size_t floor, size_t from)
{
    Context out = {.phrase = from};
    size_t end = from;
    out.dir = sign_before(text, t, floor, from);
    if (out.dir)
        end--;
    for (int steps = 0; steps < 6 && end > floor; steps++) {
        Before b = before(c, ANY, t, floor, end);
        if (!b.n)
            break;
        end -= b.n;
        if (b.table == BOUND) {
            note_bound(c, &t[end], b.n, (Mod)b.value, &out);
            continue;
        }
        for (size_t k = end; k < end + b.n; k++)
            note_level(c, &t[k], &out);
        if (b.table == BETWEEN)
            continue;
        if (b.value && !out.dir && !out.to && !out.level && !growth_noun(c, t, floor, end))
            out.dir = (char)b.value;
        if (b.value || (!out.to && t[end].word != c->times)) /* hơn gấp 3 lần */
            break;
    }
    if (!out.dir && !out.to && !out.level && end > floor + 1 && text.p[t[end - 1].at] == '(')
        out.aside = change_before_bracket(c, t, floor, end - 1);
    if (out.dir && end > floor) { /* "ước tăng", "dự kiến giảm" */
        Before b = before(c, EACH << BOUND, t, floor, end);
        if (b.n && (Mod)b.value == MOD_ABOUT) {
            out.mod = mod_stronger(out.mod, MOD_ABOUT);
            end -= b.n;
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
