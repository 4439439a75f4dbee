/* SPDX-License-Identifier: ISC */
#include "term.h"

#include <stdlib.h>

enum { BACK = 14, YEAR_OF_TERM = 8 };

struct Terms {
    const Lexicon *lexicon;
    const Bodies *bodies;
    const Places *places;
    Ordinals *ordinals;
    uint32_t khoa, nhiem, ky, dai, hoi, cua;
};

Terms *terms_new(Lexicon *l, const Bodies *bodies, const Places *places)
{
    Terms *t = xrealloc(NULL, 1, sizeof *t);
    *t = (Terms){.lexicon = l, .bodies = bodies, .places = places, .ordinals = ordinals_new(l)};
    t->khoa = lexicon_word(l, STR("khóa"));
    t->nhiem = lexicon_word(l, STR("nhiệm"));
    t->ky = lexicon_word(l, STR("kỳ"));
    t->dai = lexicon_word(l, STR("đại"));
    t->hoi = lexicon_word(l, STR("hội"));
    t->cua = lexicon_word(l, STR("của"));
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
    if (i >= r->n_tokens || r->tokens[i].type != TOKEN_NUMBER || r->tokens[i].n != 4)
        return 0;
    const char *p = r->text.p + r->tokens[i].at;
    int v = 0;
    for (size_t k = 0; k < 4; k++) {
        if (p[k] < '0' || p[k] > '9')
            return 0;
        v = v * 10 + (p[k] - '0');
    }
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

typedef enum { FAMILY_OTHER, FAMILY_CENTRAL, FAMILY_PARTY, FAMILY_COUNCIL, FAMILY_FRONT } Family;

static bool contains(Str s, Str part)
{
    for (size_t i = 0; i + part.n <= s.n; i++)
        if (memcmp(s.p + i, part.p, part.n) == 0)
            return true;
    return false;
}

/* Bodies that are elected together: Tỉnh ủy, its Ban Thường vụ and Ủy ban Kiểm tra; the council and what it
 * elects. */
static Family family_of(Str name)
{
    if (contains(name, STR("Hội đồng nhân dân")) || contains(name, STR("Ủy ban nhân dân")))
        return FAMILY_COUNCIL;
    if (contains(name, STR("Mặt trận")))
        return FAMILY_FRONT;
    if (contains(name, STR("Chấp hành Trung ương")) || str_eq(name, STR("Bộ Chính trị")) ||
        str_eq(name, STR("Ban Bí thư")))
        return FAMILY_CENTRAL;
    if (contains(name, STR("Trung ương")))
        return FAMILY_OTHER;
    if (contains(name, STR("ủy")) || contains(name, STR("Đảng bộ")))
        return FAMILY_PARTY;
    return FAMILY_OTHER;
}

static const struct {
    const char *word;
    Level level;
} level_words[] = {
    {"tỉnh", LEVEL_PROVINCE},   {"Tỉnh", LEVEL_PROVINCE},  {"thành", LEVEL_PROVINCE},
    {"Thành", LEVEL_PROVINCE},  {"huyện", LEVEL_DISTRICT}, {"Huyện", LEVEL_DISTRICT},
    {"quận", LEVEL_DISTRICT},   {"Quận", LEVEL_DISTRICT},  {"thị xã", LEVEL_DISTRICT},
    {"Thị ủy", LEVEL_DISTRICT}, {"xã", LEVEL_COMMUNE},     {"phường", LEVEL_COMMUNE},
};

static Level level_of(Str name)
{
    for (size_t i = 0; i < sizeof level_words / sizeof *level_words; i++)
        if (contains(name, str_of(level_words[i].word)))
            return level_words[i].level;
    return LEVEL_NONE;
}

/* Is the body at token i named as who issued a document: `Nghị quyết số 12-NQ/TU ngày 9/8/2018 của …`? */
static bool issues(const Terms *t, const Record *r, size_t i)
{
    return i >= 2 && record_is(r, i - 1, t->cua) &&
           (r->tokens[i - 2].type == TOKEN_NUMBER ||
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
    if (family == FAMILY_OTHER || family == FAMILY_FRONT || family == FAMILY_CENTRAL ||
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
    if (family_of(name) != s->family || (s->level && level_of(name) != s->level))
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
    if (body_before(s->t, s->a, s->r, i, &name) && family_of(name) != s->family)
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
        .t = t, .a = a, .year = year, .family = family_of(organ), .level = level_of(organ), .out = out};
    if (s.family == FAMILY_OTHER || (out->no && out->from))
        return;
    for (size_t i = 0; i < doc->n; i++) {
        s.r = &doc->records[i];
        s.record = (int)i;
        if (!kind_has_facts(s.r->kind))
            continue;
        for (size_t k = 0; k < s.r->n_tokens; k++) {
            uint32_t w = s.r->tokens[k].word;
            if (w && w == t->khoa)
                see_khoa(&s, k);
            else if (w && w == t->nhiem)
                see_years(&s, k);
        }
    }
    if (!out->from && s.loose.from && !s.several) {
        out->from = s.loose.from;
        out->to = s.loose.to;
        out->years_record = s.loose_record;
    }
}
