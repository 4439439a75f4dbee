/* SPDX-License-Identifier: ISC */
/* Base names of bodies: the tables, and which of their rows a text begins with. */
#include "bodyread.h"

#include <stdlib.h>

#include "names.h"
#include "split.h"
#include "tables.h"

enum { WINDOW = 28 };

/* The tokens of a name with abbreviations opened, joints made alike and `của` left out. */
typedef struct {
    Token t[WINDOW];      /* of which only the words are told */
    uint16_t end[WINDOW]; /* tokens of the text taken with it, 0 inside an abbreviation */
    size_t n;
    bool joined; /* an abbreviation of several words is opened: HĐND&UBND */
} Window;

static const struct {
    const char *name;
    BodyKind kind;
} kinds[] = {
    {"central", BODY_CENTRAL}, {"seat", BODY_SEAT},   {"level", BODY_LEVEL},     {"free", BODY_FREE},
    {"drop", BODY_DROP},       {"part", BODY_PART},   {"council", BODY_COUNCIL}, {"cell", BODY_CELL},
    {"head", BODY_HEAD},       {"named", BODY_NAMED}, {"task", BODY_TASK},
};

static BodyKind kind_named(Str name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_is(name, kinds[i].name))
            return kinds[i].kind;
    return BODY_HEAD;
}

/* ---- tables -------------------------------------------------------------------------------------------- */

/* Appends a form with its joints alike: `Kinh tế và Ngân sách` as `Kinh tế - Ngân sách`. */
static void join_alike(Lexicon *l, const Links *links, Str form, Buf *out)
{
    Split s;
    out->n = 0;
    for (size_t at = 0; split_next(form, &at, &s);) {
        Token t = {.word = lexicon_word(l, s.text)};
        uint32_t link = link_of(links, &t);
        if (link & LINK_OF)
            continue;
        if (out->n)
            buf_char(out, ' ');
        buf_str(out, link & LINK_JOINT ? STR("-") : s.text);
    }
}

/* A form whose joints are alike without them; false when it has none. */
static bool without_joints(Str form, Buf *out)
{
    Str word;
    bool any = false;
    out->n = 0;
    while (str_cut(&form, ' ', &word)) {
        if (str_eq(word, STR("-"))) {
            any = true;
            continue;
        }
        if (out->n)
            buf_char(out, ' ');
        buf_str(out, word);
    }
    return any;
}

/* The level word that the name of a seat tells: Huyện ủy, Huyện đoàn. */
static UnitWord seat_unit(const Places *places, Str name)
{
    for (unsigned u = 1; u < UNIT_COUNT; u++) {
        const Unit *unit = place_unit(places, (UnitWord)u);
        if ((unit->committee.n && str_ends(name, unit->committee)) ||
            (unit->youth.n && str_eq(name, unit->youth)) ||
            (str_ends(name, unit->word) && name.p[name.n - unit->word.n - 1] == ' '))
            return (UnitWord)u;
    }
    return UNIT_NONE;
}

static void add_row_form(const Bodies *b, Lexicon *l, Str form)
{
    Split s;
    size_t words = 0;
    lexicon_add(l, NAMES_BODY, form, (uint32_t)b->n_rows);
    for (size_t at = 0; split_next(form, &at, &s); words++)
        if (words)
            lexicon_add(l, NAMES_INSIDE, s.text, 0);
}

static void add_row_forms(Bodies *b, Lexicon *l, Str forms)
{
    Str form;
    while (str_cut(&forms, '|', &form)) {
        join_alike(l, b->links, form, &b->joined);
        add_row_form(b, l, buf_get(&b->joined));
        if (without_joints(buf_get(&b->joined), &b->bare)) /* Sở Tài nguyên Môi trường */
            add_row_form(b, l, buf_get(&b->bare));
    }
}

static void read_bodies(Bodies *b, Lexicon *l, UserRows *user)
{
    Str cells[2], form;
    bool fill = lexicon_fill_begin(l);
    for (TableRows r = table_rows(&table_body, user); table_next(&r, cells);) {
        Str forms = cells[0], first = forms;
        str_cut(&first, '|', &form);
        BodyRow row = {form, kind_named(cells[1]), UNIT_NONE};
        if (row.kind == BODY_SEAT)
            row.unit = seat_unit(b->places, form);
        b->rows = array_room(b->rows, &b->rows_cap, b->n_rows, sizeof *b->rows);
        b->rows[b->n_rows] = row;
        if (fill)
            add_row_forms(b, l, forms);
        b->n_rows++;
    }
    lexicon_fill_end(l);
    for (TableRows r = table_rows(&table_bodyword, user); table_next(&r, cells);)
        lexicon_add_forms(l, NAMES_BODYWORD, cells[0], 0);
}

static void add_abbr_forms(Bodies *b, Lexicon *l, Str forms)
{
    Str form;
    while (str_cut(&forms, '|', &form)) {
        join_alike(l, b->links, form, &b->joined);
        lexicon_add(l, NAMES_ABBR, buf_get(&b->joined), (uint32_t)b->n_abbrs);
    }
}

static void read_abbrs(Bodies *b, Lexicon *l, UserRows *user)
{
    Str cells[2];
    Split s;
    for (TableRows r = table_rows(&table_abbr, user); table_next(&r, cells);) {
        Abbr abbr = {cells[1], (uint32_t)b->n_ids, 0};
        join_alike(l, b->links, cells[1], &b->joined);
        Str words = buf_get(&b->joined);
        for (size_t at = 0; split_next(words, &at, &s); abbr.n++) {
            b->ids = array_room(b->ids, &b->ids_cap, b->n_ids, sizeof *b->ids);
            b->ids[b->n_ids++] = lexicon_word(l, s.text);
        }
        b->abbrs = array_room(b->abbrs, &b->abbrs_cap, b->n_abbrs, sizeof *b->abbrs);
        b->abbrs[b->n_abbrs] = abbr;
        if (lexicon_fill_begin(l))
            add_abbr_forms(b, l, cells[0]);
        lexicon_fill_end(l);
        b->n_abbrs++;
    }
}

Bodies *bodies_new(Lexicon *l, const Places *places, const Persons *persons, const Links *links,
                   UserRows *user)
{
    Bodies *b = xrealloc(NULL, 1, sizeof *b);
    *b = (Bodies){.lexicon = l, .places = places, .persons = persons, .links = links};
    b->dash = lexicon_word(l, STR("-"));
    read_bodies(b, l, user);
    read_abbrs(b, l, user);
    return b;
}

void bodies_free(Bodies *b)
{
    if (!b)
        return;
    free(b->rows);
    free(b->abbrs);
    free(b->ids);
    buf_free(&b->joined);
    buf_free(&b->bare);
    free(b);
}

/* ---- matching ------------------------------------------------------------------------------------------ */

static bool may_be_abbr(const Bodies *b, const Token *t)
{
    return t->flags & TOKEN_CAP && lexicon_begins(b->lexicon, t->word) >> NAMES_ABBR & 1;
}

size_t body_abbr_at(const Bodies *b, const Token *t, size_t n, size_t i, const Abbr **abbr)
{
    uint32_t value;
    if (!may_be_abbr(b, &t[i]))
        return 0;
    for (size_t end = n, used; (used = lexicon_match(b->lexicon, NAMES_ABBR, t, end, i, &value));
         end = i + used - 1) {
        bool upper = used > 1 || t[i].nch > 1;
        for (size_t k = i; k < i + used; k++)
            upper = upper && (t[k].type == TOKEN_MARK || t[k].word == b->dash || (t[k].flags & TOKEN_UPPER) ||
                              t[k].type == TOKEN_NUMBER || t[k].nch > 2);
        if (upper) {
            *abbr = &b->abbrs[value];
            return used;
        }
    }
    return 0;
}

/* Up to m tokens from t on with their joints alike. How many. */
static size_t joints_alike(const Bodies *b, const Token *t, size_t m, Token *copy)
{
    size_t k = 0;
    for (; k < m && t[k].word; k++) { /* no phrase goes on over a word that none has */
        copy[k] = t[k];
        if (link_of(b->links, &copy[k]) & LINK_JOINT)
            copy[k].word = b->dash;
    }
    return k;
}

/* An abbreviation at token t of m, its joints alike; `joined`: it may have several words. */
static size_t abbr_alike(const Bodies *b, const Token *t, size_t m, bool joined, const Abbr **abbr)
{
    Token copy[WINDOW];
    if (!may_be_abbr(b, t))
        return 0;
    return body_abbr_at(b, copy, joints_alike(b, t, joined ? m : 1, copy), 0, abbr);
}

/* False when no row could go on with it. */
static bool window_add(const Bodies *b, Window *w, uint32_t word, size_t end)
{
    if (w->n && !(lexicon_begins(b->lexicon, word) >> NAMES_INSIDE & 1))
        return false;
    w->t[w->n].word = word;
    w->end[w->n++] = (uint16_t)end;
    return true;
}

/* The window from token i, behind the words that the post lends (as far as the text does not repeat them);
 * abbreviations of several words are opened as such if `joined`. */
static void window_make(const Bodies *b, const uint32_t *lent, size_t n_lent, const Token *t, size_t n,
                        size_t i, bool joined, Window *w)
{
    size_t m = n - i < WINDOW ? n - i : WINDOW, k = 0;
    w->n = 0;
    w->joined = false;
    for (size_t j = 0; j < n_lent; j++)
        if (!window_add(b, w, lent[j], 0))
            return;
    for (t += i; k < m && t[k].word && w->n < WINDOW;) {
        const Abbr *abbr;
        size_t used = abbr_alike(b, t + k, m - k, joined, &abbr);
        if (used) {
            w->joined = w->joined || used > 1;
            for (size_t j = 0; j < abbr->n && w->n < WINDOW; j++)
                if (!window_add(b, w, b->ids[abbr->first + j], j + 1 == abbr->n ? k + used : 0))
                    return;
            k += used;
        } else if (k && link_at(b->links, t, m, k, &used) & (LINK_OF | LINK_FULL)) {
            k += used; /* passed over; it belongs to the word before it */
            if (w->n && w->end[w->n - 1])
                w->end[w->n - 1] = (uint16_t)k;
        } else {
            bool joint = link_of(b->links, &t[k]) & LINK_JOINT;
            if (!window_add(b, w, joint ? b->dash : t[k].word, k + 1))
                return;
            k++;
        }
    }
}

/* The longest row that ends where a word of the text ends. Returns the tokens of the text it takes, through
 * *row; 0 with *row set: only what the post lends. */
static size_t longest_row(const Bodies *b, const Window *w, size_t n_lent, const BodyRow **row)
{
    uint32_t value;
    *row = NULL;
    for (size_t end = w->n, used; (used = lexicon_match(b->lexicon, NAMES_BODY, w->t, end, 0, &value));
         end = used - 1) {
        if (used < n_lent)
            return 0;
        if (used == n_lent || w->end[used - 1]) {
            *row = &b->rows[value];
            return used == n_lent ? 0 : w->end[used - 1];
        }
    }
    return 0;
}

size_t body_row_at(const Bodies *b, const uint32_t *lent, size_t n_lent, const Token *t, size_t n, size_t i,
                   const BodyRow **row)
{
    Window w;
    window_make(b, lent, n_lent, t, n, i, true, &w);
    size_t used = longest_row(b, &w, n_lent, row);
    if (*row || !w.joined)
        return used;
    window_make(b, lent, n_lent, t, n, i, false, &w); /* HĐND, UBND huyện: two bodies */
    return longest_row(b, &w, n_lent, row);
}

bool body_begins(const Bodies *b, const Token *t)
{
    return lexicon_begins(b->lexicon, t->word) & (UINT64_C(1) << NAMES_BODY | UINT64_C(1) << NAMES_ABBR);
}

Body body_named(const Bodies *b, Str name)
{
    for (unsigned u = 1; u < UNIT_COUNT; u++) {
        const Unit *unit = place_unit(b->places, (UnitWord)u);
        if (str_ends(name, unit->word) && name.n > unit->word.n + 1 &&
            name.p[name.n - unit->word.n - 1] == ' ')
            return (Body){.name = str_sub(name, 0, name.n - unit->word.n - 1),
                          .kind = BODY_LEVEL,
                          .unit = (uint8_t)u,
                          .level = unit->level};
        if (unit->committee.n && str_ends(name, unit->committee))
            return (Body){.name = name, .kind = BODY_SEAT, .unit = (uint8_t)u, .level = unit->level};
    }
    for (size_t i = 0; i < b->n_rows; i++)
        if (str_eq(b->rows[i].name, name)) {
            Body body = {.name = name, .kind = b->rows[i].kind};
            if (body.kind == BODY_CENTRAL) {
                body.level = LEVEL_CENTRAL;
                body.place = STR("Trung ương");
            }
            return body;
        }
    return (Body){.name = name, .kind = BODY_PART};
}
