/* SPDX-License-Identifier: ISC */
#include "eventread.h"

#include <stdlib.h>

#include "metatables.h"
#include "tables.h"
#include "utf8.h"

enum { WORKS = 3, BRACKET = 8, BARRED = 4, PARTS = 8 };

/* By Role, by Joins: as event.tsv has them. */
static const char *const role_names[ALL_ROLES] = {"",    "noun", "sort", "keep",  "form",  "verb",  "adverb",
                                                  "bar", "aim",  "meet", "works", "meets", "plenum"};
static const char *const joins_names[ALL_JOINS] = {"", "body", "comma", "congress", "kept", "meets"};

static unsigned table_of(Role role)
{
    return META_EVENT + (unsigned)(role < ROLES ? role : ROLE_NOUN) - 1;
}

static void add_row(EventNames *e, Lexicon *l, TableRows *r, Str role, Str forms, Str name, Str joins)
{
    EventRow row = {name, (Role)cell_name(role, role_names, ALL_ROLES),
                    (Joins)cell_name(joins, joins_names, ALL_JOINS)};
    if (row.role == ROLE_MEETS) {
        e->meets = table_join(r, e->meets, forms);
    } else if (row.role == ROLE_PLENUM) { /* one name: the user's, else ours */
        e->plenum = e->plenum.n ? e->plenum : forms;
    } else {
        e->rows = array_room(e->rows, &e->rows_cap, e->n_rows, sizeof *e->rows);
        e->rows[e->n_rows] = row;
        lexicon_add_forms(l, table_of(row.role), forms, (uint32_t)e->n_rows++);
    }
}

EventNames *eventnames_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user)
{
    EventNames *e = xrealloc(NULL, 1, sizeof *e);
    Str cells[4];
    *e = (EventNames){
        .lexicon = l, .bodies = bodies, .places = places, .terms = terms_new(l, bodies, places, user)};
    for (TableRows r = table_rows(&table_event, user); table_next(&r, cells);)
        add_row(e, l, &r, cells[0], cells[1], cells[2], cells[3]);
    e->lan = lexicon_word(l, STR("lần"));
    e->thu = lexicon_word(l, STR("thứ"));
    e->mo = lexicon_word(l, STR("mở"));
    e->rong = lexicon_word(l, STR("rộng"));
    e->cua = lexicon_word(l, STR("của"));
    e->thang = lexicon_word(l, STR("tháng"));
    e->quy = lexicon_word(l, STR("quý"));
    e->nam = lexicon_word(l, STR("năm"));
    e->va = lexicon_word(l, STR("và"));
    e->cung = lexicon_word(l, STR("cùng"));
    e->voi = lexicon_word(l, STR("với"));
    e->phoi = lexicon_word(l, STR("phối"));
    e->hop = lexicon_word(l, STR("hợp"));
    e->do_ = lexicon_word(l, STR("do"));
    e->se = lexicon_word(l, STR("sẽ"));
    return e;
}

void eventnames_free(EventNames *e)
{
    if (!e)
        return;
    terms_free(e->terms);
    free(e->rows);
    free(e);
}

const Terms *eventname_terms(const EventNames *e)
{
    return e->terms;
}

/* ---- reading --------------------------------------------------------------------------------------------
 */

size_t role_at(const Reading *g, Role role, size_t i, uint32_t *value)
{
    if (i >= g->r->n_tokens || !(lexicon_begins(g->e->lexicon, g->r->tokens[i].word) >> table_of(role) & 1))
        return 0;
    return lexicon_match(g->e->lexicon, table_of(role), g->r->tokens, g->r->n_tokens, i, value);
}

size_t role_before(const Reading *g, Role role, size_t i)
{
    uint32_t value;
    for (size_t back = 4; back > 0; back--)
        if (back <= i && role_at(g, role, i - back, &value) == back)
            return back;
    return 0;
}

size_t body_at(const Reading *g, size_t i, size_t end, Body *body)
{
    if (i >= end || !body_begins(g->e->bodies, &g->r->tokens[i]) || !(g->r->tokens[i].flags & TOKEN_CAP))
        return 0;
    return body_parse(g->e->bodies, g->a, g->r->text, g->r->tokens, end, i, false, body);
}

size_t bracket_at(const Reading *g, size_t i)
{
    if (mark(g, i) != '(')
        return 0;
    for (size_t k = i + 1; k < i + BRACKET && k < g->r->n_tokens; k++)
        if (mark(g, k) == ')')
            return k + 1 - i;
    return 0;
}

/* `lần thứ 15`, `thứ ba`, `lần 5`; tokens. */
static size_t number_at(const Reading *g, size_t i, unsigned *number)
{
    size_t k = i;
    if (is(g, k, g->e->lan))
        k++;
    if (is(g, k, g->e->thu))
        k++;
    if (k == i)
        return 0;
    size_t used =
        ordinal_at(terms_ordinals(g->e->terms), g->r->text, g->r->tokens, g->r->n_tokens, k, number);
    return used ? k + used - i : 0;
}

/* `(mở rộng)`, `mở rộng`; tokens. */
static size_t extended_at(const Reading *g, size_t i)
{
    size_t k = i + (mark(g, i) == '(');
    if (!is(g, k, g->e->mo) || !is(g, k + 1, g->e->rong))
        return 0;
    k += 2;
    if (mark(g, i) != '(')
        return k - i;
    while (k < g->r->n_tokens && k < i + BRACKET && mark(g, k) != ')')
        k++;
    return mark(g, k) == ')' ? k + 1 - i : 0;
}

/* `tháng 5`, `tháng 5/2016`, `quý I năm 2020` inside a name; tokens. */
static size_t period_at(const Reading *g, size_t i)
{
    size_t k = i;
    while ((is(g, k, g->e->thang) || is(g, k, g->e->quy) || is(g, k, g->e->nam)) && k + 1 < g->r->n_tokens) {
        const Token *t = &g->r->tokens[k + 1];
        if (t->type != TOKEN_NUMBER && !roman_value(token_str(g->r->text, t)))
            break;
        k += 2;
        if ((mark(g, k) == '/' || mark(g, k) == '-') && k + 1 < g->r->n_tokens &&
            g->r->tokens[k + 1].type == TOKEN_NUMBER)
            k += 2;
    }
    return k - i;
}

static bool is_joint(const Reading *g, size_t i)
{
    return mark(g, i) == ',' || mark(g, i) == '-';
}

/* Number and `(mở rộng)`, maybe behind a comma or dash; tokens. */
static size_t read_number(const Reading *g, size_t i, Event *out)
{
    size_t joint = is_joint(g, i), used;
    unsigned number;
    if (!out->number && (used = number_at(g, i + joint, &number))) {
        out->number = number;
        return joint + used;
    }
    used = extended_at(g, i + joint);
    out->extended |= used > 0;
    return used ? joint + used : 0;
}

static size_t read_term(const Reading *g, size_t i, Event *out)
{
    Term term;
    size_t used = term_at(g->e->terms, g->r, i, &term);
    if (used && term.no && !out->term.no)
        out->term.no = term.no;
    if (used && term.from && !out->term.from) {
        out->term.from = term.from;
        out->term.to = term.to;
    }
    return used;
}

/* The body, behind `của` or not: `Kỳ họp thứ 8, HĐND tỉnh`, `Hội nghị lần thứ 5 của Ban Chấp hành …`. */
static size_t read_body(const Reading *g, size_t i, Event *out)
{
    Body body;
    bool comma = mark(g, i) == ',';
    if (out->body.tokens || (comma && !(out->number && out->joins == JOINS_COMMA)))
        return 0;
    size_t lead = comma || is(g, i, g->e->cua), used = body_at(g, i + lead, g->r->n_tokens, &body);
    if (!used)
        return 0;
    out->body = body;
    out->body_name = body_name(&body, g->e->places, g->a);
    out->level = body.level;
    return lead + used;
}

static size_t read_word(const Reading *g, Role role, size_t i, Str *word)
{
    uint32_t value;
    size_t used = role_at(g, role, i, &value);
    if (used)
        *word = token_span(g->r->text, &g->r->tokens[i], &g->r->tokens[i + used - 1]);
    return used;
}

/* One thing that stands behind the noun and belongs to the name; tokens. */
static size_t read_part(const Reading *g, size_t i, Event *out)
{
    size_t used;
    uint32_t value;
    if ((used = read_number(g, i, out)) || (mark(g, i) == ',' && (used = read_body(g, i, out))) ||
        (used = read_term(g, i, out)))
        return used;
    if (is_joint(g, i))
        return 0;
    if ((used = role_at(g, ROLE_FORM, i, &value))) /* thường lệ, giữa năm 2025 */
        return used + (is(g, i + used - 1, g->e->nam) && i + used < g->r->n_tokens &&
                       g->r->tokens[i + used].type == TOKEN_NUMBER);
    if ((!out->sort.n && !out->body.tokens && !out->number &&
         (used = read_word(g, ROLE_SORT, i, &out->sort))) ||
        (!out->keep.n && (used = read_word(g, ROLE_KEEP, i, &out->keep))))
        return used;
    if ((used = period_at(g, i)) || (used = bracket_at(g, i)))
        return used;
    return read_body(g, i, out);
}

/* What stands behind the noun and belongs to the name. Returns the token behind it. */
static size_t read_name(const Reading *g, size_t i, Event *out)
{
    for (unsigned parts = 0; parts < PARTS && i < g->r->n_tokens; parts++) {
        bool sorted = out->sort.n > 0;
        size_t used = read_part(g, i, out);
        i += used;
        if (!used || (!sorted && out->sort.n && !is(g, i, g->e->cua)))
            break; /* "giao ban với các cơ quan": its object */
    }
    return i;
}

/* Is the event another's: `Nghị quyết Đại hội …`, `chuẩn bị đại hội`, `Trung tâm Hội nghị tỉnh`? */
static bool barred(const Reading *g, size_t i)
{
    for (size_t back = 1; back <= BARRED && back <= i; back++) {
        uint32_t value;
        size_t k = i - back;
        if (mark(g, k))
            return false;
        size_t used = role_at(g, ROLE_BAR, k, &value);
        if (used && k + used <= i)
            return true;
    }
    return false;
}

/* ---- the name -------------------------------------------------------------------------------------------
 */

/* Does the name begin with one of the forms? */
static bool begins(Str name, Str forms)
{
    Str form;
    while (str_cut(&forms, '|', &form))
        if (str_starts(name, form))
            return true;
    return false;
}

/* The committee that a numbered `Hội nghị Tỉnh ủy` is one of: Ban Chấp hành Đảng bộ tỉnh. */
static Str committee(const EventNames *e, Arena *a, const Body *body)
{
    return arena_words(a, e->plenum, place_unit(e->places, (UnitWord)body->unit)->party);
}

/* The body of that name as it joins the name of a conference: one that meets itself (Ban Chấp hành …), not
 * one that calls others (Tỉnh ủy). */
static Str at_conference(const EventNames *e, Arena *a, const Event *event, const Body *body, Str name)
{
    bool seat = body->unit && str_eq(name, place_unit(e->places, (UnitWord)body->unit)->committee);
    if (event->number && body->kind == BODY_SEAT && seat)
        return committee(e, a, body);
    bool called = event->call && !event->number && !event->body.tokens;
    return begins(name, called ? e->plenum : e->meets) ? name : STR("");
}

static Str joined(const EventNames *e, Arena *a, const Event *event)
{
    bool own = event->body.tokens > 0;
    Str name = own ? event->body_name : event->n_subjects ? event->subjects[0] : STR("");
    if (!name.n || event->sort.n || event->joins == JOINS_NONE)
        return STR("");
    if (event->joins == JOINS_MEETS)
        return at_conference(e, a, event, own ? &event->body : &event->subject, name);
    return name;
}

/* The first of the adverbs before the verb at token i: `đã`, `cùng`. */
static size_t adverbs_before(const Reading *g, size_t i)
{
    for (size_t used; i > 0 && (used = role_before(g, ROLE_ADVERB, i));)
        i -= used;
    return i;
}

/* Who met: `X làm việc với Y`, its verb the tokens [i, end); tokens. */
static size_t read_working(const Reading *g, size_t i, size_t end, Event *out)
{
    Body body;
    read_subjects(g, adverbs_before(g, i), out);
    size_t used = body_at(g, end, g->r->n_tokens, &body);
    if (!used || body.kind == BODY_NAMED)
        return end - i > WORKS ? end - i
                               : 0; /* `có buổi làm việc với doanh nghiệp`, not `làm việc với` alone */
    if (out->n_subjects < EVENT_SUBJECTS)
        out->subjects[out->n_subjects++] = body_name(&body, g->e->places, g->a);
    if (!out->level)
        out->level = body.level;
    out->both = true;
    out->term = (Term){0};
    return end + used - i;
}

/* `X họp, cho ý kiến`, `X họp phiên thường kỳ`, `X họp Kỳ thứ 26`: the verb, tokens [i, end), makes the name;
 * tokens. */
static size_t read_meeting(const Reading *g, size_t i, size_t end, Event *out)
{
    uint32_t value;
    if (g->r->tokens[i].flags & TOKEN_CAP || i == 0)
        return 0;
    if (i + 1 + role_at(g, ROLE_NOUN, i + 1, &value) > end)
        return 0; /* "họp hội nghị lần thứ 12": the noun's */
    read_subjects(g, adverbs_before(g, i), out);
    if (!out->n_subjects)
        return 0;
    size_t k = read_name(g, end, out);
    out->body.tokens = 0;
    out->joined = joined(g->e, g->a, out);
    return k - i;
}

/* `Ban Thường vụ Hội Nông dân tỉnh tổ chức Hội nghị Ban Chấp hành`: the committee is that of who holds it. */
static void complete(const Reading *g, Event *out)
{
    if (!out->body.tokens || !out->n_subjects || !str_eq(out->body_name, g->e->plenum))
        return;
    Str holder = out->subjects[0], bureau = STR("Ban Thường vụ ");
    if (str_starts(holder, bureau))
        holder = str_from(holder, bureau.n);
    Str party =
        out->subject.unit ? place_unit(g->e->places, (UnitWord)out->subject.unit)->committee : STR("");
    if (party.n && str_eq(holder, party)) {
        out->body_name = committee(g->e, g->a, &out->subject);
        return;
    }
    Buf b = {0};
    buf_str(&b, g->e->plenum);
    buf_char(&b, ' ');
    buf_str(&b, holder);
    out->body_name = arena_str(g->a, buf_get(&b));
    buf_free(&b);
}

/* An event whose noun is the tokens [i, end); tokens. */
static size_t read_noun(const Reading *g, size_t i, size_t end, bool head, Event *out)
{
    uint32_t value;
    if (barred(g, i) || (out->joins == JOINS_KEPT && !role_at(g, ROLE_KEEP, end, &value)))
        return 0;
    out->congress = out->joins == JOINS_CONGRESS;
    size_t k = read_name(g, end, out);
    read_holder(g, i, k, out);
    complete(g, out);
    out->call = role_at(g, ROLE_AIM, k, &value) > 0;
    if (out->congress && ((!out->number && !(head && i == 0) && !out->n_subjects) || out->coming))
        return 0;
    out->joined = joined(g->e, g->a, out);
    return k - i;
}

size_t event_next(const EventNames *e, const Record *r, size_t i, size_t end)
{
    while (i < end && !(lexicon_begins(e->lexicon, r->tokens[i].word) >> table_of(ROLE_NOUN) & 1))
        i++;
    return i;
}

size_t event_at(const EventNames *e, Arena *a, const Record *r, size_t i, bool head, Event *out)
{
    uint32_t value;
    size_t used = lexicon_match(e->lexicon, table_of(ROLE_NOUN), r->tokens, r->n_tokens, i, &value);
    if (!used)
        return 0;
    Reading g = {e, a, r};
    const EventRow *row = &e->rows[value];
    *out = (Event){.noun = row->name, .joins = (uint8_t)row->joins};
    return row->role == ROLE_WORKS  ? read_working(&g, i, i + used, out)
           : row->role == ROLE_MEET ? read_meeting(&g, i, i + used, out)
                                    : read_noun(&g, i, i + used, head, out);
}

/* A space and the word in lower case: a headline may be in capitals. */
static void add_lower(Str word, Buf *out)
{
    if (word.n)
        buf_char(out, ' ');
    for (size_t at = 0; at < word.n;)
        buf_utf8(out, cp_lower(utf8_next(word, &at)));
}

Str event_name(Arena *a, const Event *event)
{
    Buf b = {0};
    buf_str(&b, event->noun);
    add_lower(event->sort, &b);
    add_lower(event->keep, &b);
    if (event->joined.n) {
        buf_char(&b, ' ');
        buf_str(&b, event->joined);
    }
    Str s = arena_str(a, buf_get(&b));
    buf_free(&b);
    return s;
}
