/* SPDX-License-Identifier: ISC */
#include "term.h"

#include <stdlib.h>

#include "tables.h"

enum { BACK = 14, YEAR_OF_TERM = 8 };

/* In the order in which they are looked for; none is a body that nobody elects. */
typedef enum { FAMILY_COUNCIL, FAMILY_FRONT, FAMILY_CENTRAL, FAMILY_NONE, FAMILY_PARTY, FAMILIES } Family;

static const char *const family_names[FAMILIES] = {"council", "front", "central", "none", "party"};

struct Terms {
    const Lexicon *lexicon;
    const Bodies *bodies;
    const Places *places;
    Ordinals *ordinals;
    Str families[FAMILIES]; /* words of their names */
    uint32_t khoa, nhiem, ky, dai, hoi, cua, nam, thang;
};

Terms *terms_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user)
{
    Terms *t = xrealloc(NULL, 1, sizeof *t);
    Str cells[2];
    *t = (Terms){.lexicon = l, .bodies = bodies, .places = places, .ordinals = ordinals_new(l)};
    for (TableRows r = table_rows(&table_family, user); table_next(&r, cells);) {
        Str *words = &t->families[cell_name(cells[0], family_names, FAMILIES)];
        *words = table_join(&r, *words, cells[1]);
    }
    t->khoa = lexicon_word(l, STR("khóa"));
    t->nhiem = lexicon_word(l, STR("nhiệm"));
    t->ky = lexicon_word(l, STR("kỳ"));
    t->dai = lexicon_word(l, STR("đại"));
    t->hoi = lexicon_word(l, STR("hội"));
    t->cua = lexicon_word(l, STR("của"));
    t->nam = lexicon_word(l, STR("năm"));
    t->thang = lexicon_word(l, STR("tháng"));
    return t;
}

void terms_free(Terms *t)
{
    if (!t)
        return;
    ordinals_free(t->ordinals);
    free(t);
}

const Ordinals *terms_ordinals(const Terms *t)
{
    return t->ordinals;
}

static int year_at(const Record *r, size_t i)
{
    int v = i < r->n_tokens ? token_int(r->text, &r->tokens[i]) : 0;
    return v > 1940 && v < 2100 ? v : 0;
}

/* `nhiệm kỳ 2020 - 2025` at token i; tokens, 0 for none. */
static size_t years_at(const Terms *t, const Record *r, size_t i, Term *out)
{
    if (!record_is(r, i, t->nhiem) || !record_is(r, i + 1, t->ky) || record_mark(r, i + 3) != '-')
        return 0;
    int from = year_at(r, i + 2), to = year_at(r, i + 4);
    if (!from || to <= from || to > from + YEAR_OF_TERM)
        return 0;
    out->from = (int16_t)from;
    out->to = (int16_t)to;
    return 5;
}

size_t term_at(const Terms *t, const Record *r, size_t i, Term *out)
{
    size_t k = i, end = i;
    unsigned no;
    bool open = false;
    *out = (Term){0};
    for (unsigned parts = 0; parts < 2; parts++) {
        size_t at = k;
        if (record_mark(r, at) == ',' || record_mark(r, at) == '-')
            at++;
        if (!open && record_mark(r, at) == '(') {
            open = true;
            at++;
        }
        size_t used = record_is(r, at, t->khoa)
                          ? ordinal_at(t->ordinals, r->text, r->tokens, r->n_tokens, at + 1, &no)
                          : 0;
        if (used) {
            out->no = no;
            at += 1 + used;
        } else if ((used = years_at(t, r, at, out))) {
            at += used;
        } else {
            break;
        }
        if (open && record_mark(r, at) == ')') {
            at++;
            open = false;
        }
        k = end = at;
    }
    return end - i;
}

/* ---- anywhere in the document ---------------------------------------------------------------------------
 */

static bool contains(Str s, Str part)
{
    for (size_t i = 0; i + part.n <= s.n; i++)
        if (s.p[i] == part.p[0] && memcmp(s.p + i, part.p, part.n) == 0)
            return true;
    return false;
}

/* Bodies that are elected together: Tỉnh ủy, its Ban Thường vụ and Ủy ban Kiểm tra; the council and what it
 * elects. */
static Family family_of(const Terms *t, Str name)
{
    for (unsigned family = 0; family < FAMILIES; family++) {
        Str words = t->families[family], word;
        while (str_cut(&words, '|', &word))
            if (contains(name, word))
                return (Family)family;
    }
    return FAMILY_NONE;
}

/* The level of a body by its name, as far as a level word or a committee tells it: of `thị xã` and `xã` the
 * longer one. A city is a central one. */
static Level level_of(const Terms *t, Str name)
{
    Level level = LEVEL_NONE;
    size_t longest = 0;
    for (UnitWord u = UNIT_PROVINCE; u < UNIT_COUNT; u++) {
        const Unit *unit = place_unit(t->places, u);
        size_t n = contains(name, unit->word)                             ? unit->word.n
                   : unit->committee.n && contains(name, unit->committee) ? unit->committee.n
                                                                          : 0;
        if (n <= longest)
            continue;
        longest = n;
        level = u == UNIT_CITY ? LEVEL_PROVINCE : unit->level;
    }
    return level;
}

/* `Kỳ họp cuối năm 2025 của HĐND`: a year that ends no date. */
static bool bare_year(const Terms *t, const Record *r, size_t i)
{
    return i >= 1 && record_is(r, i - 1, t->nam) && !(i >= 3 && record_is(r, i - 3, t->thang));
}

/* Is the body at token i named as who issued a document: `Nghị quyết số 12-NQ/TU ngày 9/8/2018 của …`? */
static bool issues(const Terms *t, const Record *r, size_t i)
{
    return i >= 2 && record_is(r, i - 1, t->cua) &&
           ((r->tokens[i - 2].type == TOKEN_NUMBER && !bare_year(t, r, i - 2)) ||
            (record_mark(r, i - 2) == ',' || r->tokens[i - 2].flags & TOKEN_UPPER));
}

/* The body whose name ends right before token i, one that speaks for itself. */
static bool body_before(const Terms *t, Arena *a, const Record *r, size_t i, Str *name)
{
    if (i > 0 && (record_mark(r, i - 1) == '(' || record_mark(r, i - 1) == ','))
        i--;
    size_t first = i;
    for (size_t back = 1; back <= BACK && back <= i; back++) {
        Body body;
        size_t from = i - back;
        if (record_mark(r, from) && record_mark(r, from) != '-')
            break;
        if (!(r->tokens[from].flags & TOKEN_CAP) || !body_begins(t->bodies, &r->tokens[from]))
            continue;
        if (from + body_parse(t->bodies, a, r->text, r->tokens, r->n_tokens, from, false, &body) == i) {
            *name = body_name(&body, t->places, a);
            first = from; /* the longest one */
        }
    }
    return first < i && !issues(t, r, first);
}

/* Does a congress stand before token i in its clause? */
static bool of_congress(const Terms *t, const Record *r, size_t i)
{
    for (size_t back = 1; back <= BACK && back < i; back++) {
        char m = record_mark(r, i - back);
        if (m == '.' || m == ';')
            return false;
        if (record_is(r, i - back, t->hoi) && record_is(r, i - back - 1, t->dai))
            return true;
    }
    return false;
}

/* Terms of the Party's committees begin in years that 5 divides, those of councils otherwise. */
static bool fits(Family family, const Term *term, int year)
{
    bool five = term->from % 5 == 0 && term->to % 5 == 0;
    if (family == FAMILY_NONE || family == FAMILY_FRONT || family == FAMILY_CENTRAL ||
        (family == FAMILY_PARTY) != five)
        return false;
    return !year || (term->from <= year && year <= term->to);
}

typedef struct {
    const Terms *t;
    Arena *a;
    const Record *r;
    int record, year;
    Family family;
    Level level;
    TermFound *out;
    Term loose; /* nhiệm kỳ without khóa */
    int loose_record;
    bool several;
} Search;

static void see_khoa(Search *s, size_t i)
{
    Term term;
    Str name;
    if (s->out->no && s->out->from)
        return;
    if (!term_at(s->t, s->r, i, &term) || !term.no || !body_before(s->t, s->a, s->r, i, &name))
        return;
    if (family_of(s->t, name) != s->family || (s->level && level_of(s->t, name) != s->level))
        return;
    if (!s->out->no) {
        s->out->no = term.no;
        s->out->no_record = s->record;
    }
    if (!s->out->from && term.from && term.no == s->out->no) {
        s->out->from = term.from;
        s->out->to = term.to;
        s->out->years_record = s->record;
    }
}

static void see_years(Search *s, size_t i)
{
    Term term = {0};
    Str name;
    if (s->out->from || !years_at(s->t, s->r, i, &term) || !fits(s->family, &term, s->year) ||
        of_congress(s->t, s->r, i))
        return;
    if (body_before(s->t, s->a, s->r, i, &name) && family_of(s->t, name) != s->family)
        return;
    if (s->loose.from && s->loose.from != term.from)
        s->several = true;
    if (!s->loose.from) {
        s->loose = term;
        s->loose_record = s->record;
    }
}

void term_find(const Terms *t, Arena *a, const Document *doc, Str organ, int year, TermFound *out)
{
    Search s = {
        .t = t, .a = a, .year = year, .family = family_of(t, organ), .level = level_of(t, organ), .out = out};
    if (s.family == FAMILY_NONE || (out->no && out->from))
        return;
    for (size_t i = 0; i < doc->n; i++) {
        s.r = &doc->records[i];
        s.record = (int)i;
        if (!kind_has_facts(s.r->kind))
            continue;
        for (size_t k = 0; k < s.r->n_tokens; k++) {
            uint32_t w = s.r->tokens[k].word;
            if (w == t->khoa)
                see_khoa(&s, k);
            else if (w == t->nhiem)
                see_years(&s, k);
        }
    }
    if (!out->from && s.loose.from && !s.several) {
        out->from = s.loose.from;
        out->to = s.loose.to;
        out->years_record = s.loose_record;
    }
}
