/* SPDX-License-Identifier: ISC */
#include "eventname.h"

#include <stdlib.h>

#include "metatables.h"
#include "tables.h"
#include "utf8.h"

enum { BRACKET = 8, LEFT = 20, BARRED = 4, PARTS = 8 };

typedef enum {
    ROLE_NONE,
    ROLE_NOUN,
    ROLE_SORT,
    ROLE_KEEP,
    ROLE_FORM,
    ROLE_VERB,
    ROLE_ADVERB,
    ROLE_BAR,
    ROLE_AIM,
    ROLE_MEETS, /* no phrases of the lexicon */
    ROLES
} Role;

static const char *const role_names[ROLES] = {"",     "noun",   "sort", "keep", "form",
                                              "verb", "adverb", "bar",  "aim",  "meets"};

/* Roles are tables of their own: a word may have several (tổng kết is a sort, a bar and an aim). */
enum { FIRST_TABLE = META_EVENT };

struct EventNames {
    const Lexicon *lexicon;
    const Bodies *bodies;
    const Places *places;
    Terms *terms;
    Str *nouns;
    size_t n_nouns, nouns_cap;
    Str meets;
    uint32_t lan, thu, mo, rong, cua, thang, quy, nam, hop, phien, ky, lam, viec, voi, va, cung, do_, bao,
        sang, chieu, ngay, se;
};

static unsigned table_of(Role role)
{
    return FIRST_TABLE + (unsigned)role - 1;
}

EventNames *eventnames_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user)
{
    EventNames *e = xrealloc(NULL, 1, sizeof *e);
    Str cells[3];
    *e =
        (EventNames){.lexicon = l, .bodies = bodies, .places = places, .terms = terms_new(l, bodies, places)};
    for (TableRows r = table_rows(&table_event, user); table_next(&r, cells);)
        for (unsigned role = 1; role < ROLES; role++) {
            if (!str_is(cells[0], role_names[role]))
                continue;
            if (role == ROLE_MEETS) {
                e->meets = cells[1];
                continue;
            }
            e->nouns = array_room(e->nouns, &e->nouns_cap, e->n_nouns, sizeof *e->nouns);
            e->nouns[e->n_nouns] = cells[2];
            lexicon_add_forms(l, table_of((Role)role), cells[1], (uint32_t)e->n_nouns++);
        }
    e->lan = lexicon_word(l, STR("lần"));
    e->thu = lexicon_word(l, STR("thứ"));
    e->mo = lexicon_word(l, STR("mở"));
    e->rong = lexicon_word(l, STR("rộng"));
    e->cua = lexicon_word(l, STR("của"));
    e->thang = lexicon_word(l, STR("tháng"));
    e->quy = lexicon_word(l, STR("quý"));
    e->nam = lexicon_word(l, STR("năm"));
    e->hop = lexicon_word(l, STR("họp"));
    e->phien = lexicon_word(l, STR("phiên"));
    e->ky = lexicon_word(l, STR("kỳ"));
    e->lam = lexicon_word(l, STR("làm"));
    e->viec = lexicon_word(l, STR("việc"));
    e->voi = lexicon_word(l, STR("với"));
    e->va = lexicon_word(l, STR("và"));
    e->cung = lexicon_word(l, STR("cùng"));
    e->do_ = lexicon_word(l, STR("do"));
    e->bao = lexicon_word(l, STR("báo"));
    e->se = lexicon_word(l, STR("sẽ"));
    e->sang = lexicon_word(l, STR("sáng"));
    e->chieu = lexicon_word(l, STR("chiều"));
    e->ngay = lexicon_word(l, STR("ngày"));
    return e;
}

void eventnames_free(EventNames *e)
{
    if (!e)
        return;
    terms_free(e->terms);
    free(e->nouns);
    free(e);
}

const Terms *eventname_terms(const EventNames *e)
{
    return e->terms;
}

/* ---- reading --------------------------------------------------------------------------------------------
 */

typedef struct {
    const EventNames *e;
    Arena *a;
    const Record *r;
} Reading;

static bool is(const Reading *g, size_t i, uint32_t w)
{
    return record_is(g->r, i, w);
}

static char mark(const Reading *g, size_t i)
{
    return record_mark(g->r, i);
}

static size_t role_at(const Reading *g, Role role, size_t i, uint32_t *value)
{
    if (i >= g->r->n_tokens || !(lexicon_begins(g->e->lexicon, g->r->tokens[i].word) >> table_of(role) & 1))
        return 0;
    return lexicon_match(g->e->lexicon, table_of(role), g->r->tokens, g->r->n_tokens, i, value);
}

/* A phrase of that role that ends right before token i; tokens. */
static size_t role_before(const Reading *g, Role role, size_t i)
{
    uint32_t value;
    for (size_t back = 4; back > 0; back--)
        if (back <= i && role_at(g, role, i - back, &value) == back)
            return back;
    return 0;
}

/* A body at token i that ends before token `end`. */
static size_t body_at(const Reading *g, size_t i, size_t end, Body *body)
{
    if (i >= end || !body_begins(g->e->bodies, &g->r->tokens[i]) || !(g->r->tokens[i].flags & TOKEN_CAP))
        return 0;
    return body_parse(g->e->bodies, g->a, g->r->text, g->r->tokens, end, i, false, body);
}

size_t eventname_sentence(const EventNames *e, const Record *r)
{
    (void)e;
    for (size_t i = 1; i + 1 < r->n_tokens; i++) {
        const Token *t = &r->tokens[i];
        if (t->type == TOKEN_MARK && r->text.p[t->at] == '.' && t[1].flags & TOKEN_SPACE &&
            t[1].flags & TOKEN_CAP && t[-1].nch > 2)
            return i;
    }
    return r->n_tokens;
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

static size_t bracket_at(const Reading *g, size_t i)
{
    if (mark(g, i) != '(')
        return 0;
    for (size_t k = i + 1; k < i + BRACKET && k < g->r->n_tokens; k++)
        if (mark(g, k) == ')')
            return k + 1 - i;
    return 0;
}

static void set_body(const Reading *g, const Body *body, Event *out)
{
    out->body = *body;
    out->body_name = body_name(body, g->e->places, g->a);
    out->level = body->level;
}

/* What stands behind the noun and belongs to the name. Returns the token behind it. */
static size_t read_name(const Reading *g, size_t i, Event *out)
{
    size_t k = i, used;
    uint32_t value;
    unsigned number;
    for (unsigned parts = 0; parts < PARTS && k < g->r->n_tokens; parts++) {
        Body body;
        Term term;
        size_t joint = mark(g, k) == ',' || mark(g, k) == '-' ? 1 : 0;
        if ((used = number_at(g, k + joint, &number)) && !out->number) {
            out->number = number;
            k += joint + used;
        } else if ((used = extended_at(g, k + joint))) {
            out->extended = true;
            k += joint + used;
        } else if (mark(g, k) == ',' && out->number && str_eq(out->noun, STR("Kỳ họp")) &&
                   !out->body.tokens &&
                   (used = body_at(g, k + 1, g->r->n_tokens, &body))) { /* "Kỳ họp thứ 8, HĐND tỉnh" */
            set_body(g, &body, out);
            k += 1 + used;
        } else if ((used = term_at(g->e->terms, g->r, k, &term))) {
            if (term.no && !out->term.no)
                out->term.no = term.no;
            if (term.from && !out->term.from) {
                out->term.from = term.from;
                out->term.to = term.to;
            }
            k += used;
        } else if (joint) {
            break;
        } else if ((used = role_at(g, ROLE_FORM, k, &value))) {
            k += used;
        } else if (!out->sort.n && !out->body.tokens && (used = role_at(g, ROLE_SORT, k, &value))) {
            out->sort = token_span(g->r->text, &g->r->tokens[k], &g->r->tokens[k + used - 1]);
            k += used;
            if (!is(g, k, g->e->cua)) /* "giao ban với các cơ quan": its object */
                break;
        } else if (!out->keep.n && (used = role_at(g, ROLE_KEEP, k, &value))) {
            out->keep = token_span(g->r->text, &g->r->tokens[k], &g->r->tokens[k + used - 1]);
            k += used;
        } else if ((used = period_at(g, k)) || (used = bracket_at(g, k))) {
            k += used;
        } else if (!out->body.tokens && (used = body_at(g, k + is(g, k, g->e->cua), g->r->n_tokens, &body))) {
            set_body(g, &body, out);
            k += used + is(g, k, g->e->cua);
        } else {
            break;
        }
    }
    return k;
}

/* ---- who holds it ---------------------------------------------------------------------------------------
 */

/* Words that may stand between a body and its verb: term, own name, đã, long trọng. */
static bool passes(const Reading *g, size_t from, size_t to)
{
    for (size_t k = from; k < to;) {
        Term term;
        uint32_t value;
        size_t used = term_at(g->e->terms, g->r, k, &term);
        if (!used)
            used = role_at(g, ROLE_ADVERB, k, &value);
        if (!used)
            used = bracket_at(g, k);
        /* "Huyện ủy Yên Châu, tỉnh Sơn La họp" */
        UnitWord unit;
        if (!used && mark(g, k) == ',' &&
            place_unit_word(g->e->places, g->r->tokens, g->r->n_tokens, k + 1, &unit))
            used = 1;
        if (!used)
            used = place_unit_word(g->e->places, g->r->tokens, g->r->n_tokens, k, &unit);
        if (!used && g->r->tokens[k].flags & TOKEN_CAP)
            used = 1;
        if (!used)
            return false;
        k += used;
    }
    return true;
}

static bool joins(const Reading *g, size_t i)
{
    char m = mark(g, i);
    return m == ',' || m == '-' || is(g, i, g->e->va) || is(g, i, g->e->cung);
}

/* Does token i open a body that stands for itself, not for a post's (`Chủ tịch HĐND tỉnh`)? */
static bool opens(const Reading *g, size_t i)
{
    return i == 0 || joins(g, i - 1) || mark(g, i - 1) ||
           (i > 0 && g->r->tokens[i - 1].type == TOKEN_NUMBER) ||
           !(g->r->tokens[i - 1].flags & TOKEN_SYLLABLE);
}

/* A level word that the last of several bodies has is that of all: `Huyện ủy - HĐND - UBND huyện`. */
static void share_unit(Body *run, size_t n)
{
    uint8_t unit = UNIT_NONE;
    Level level = LEVEL_NONE;
    for (size_t i = 0; i < n; i++)
        if (run[i].unit) {
            unit = run[i].unit;
            level = run[i].level;
        }
    for (size_t i = 0; i < n; i++)
        if (!run[i].unit && run[i].kind == BODY_LEVEL) {
            run[i].unit = unit;
            run[i].level = level;
        }
}

/* Bodies that stand together right before token `verb`. */
static void read_subjects(const Reading *g, size_t verb, Event *out)
{
    Body run[EVENT_SUBJECTS];
    size_t n = 0, end = verb, low = verb > LEFT ? verb - LEFT : 0;
    while (n < EVENT_SUBJECTS) {
        Body best = {.kind = BODY_NONE};
        size_t from = end;
        for (size_t k = end; k-- > low;) {
            Body body;
            size_t used = body_at(g, k, end, &body);
            if (!used || k + used > end || !passes(g, k + used, end) || (body.kind == BODY_HEAD && n))
                continue;
            if (best.kind != BODY_NONE && k + used < from)
                break; /* another one, farther left */
            best = body;
            from = k;
        }
        if (best.kind == BODY_NONE)
            break;
        if (!opens(g, from) && !(n == 0 && from > 0 && is(g, from - 1, g->e->do_)))
            break;
        memmove(run + 1, run, n * sizeof *run);
        run[0] = best;
        n++;
        if (!from || !joins(g, from - 1))
            break;
        end = from - 1;
        low = end > LEFT ? end - LEFT : 0;
    }
    share_unit(run, n);
    for (size_t i = 0; i < n; i++)
        out->subjects[i] = body_name(&run[i], g->e->places, g->a);
    out->n_subjects = n;
    if (n) {
        out->subject = run[0];
        if (!out->level)
            out->level = run[0].level;
    }
    /* the term behind the subject: "HĐND tỉnh khóa X tổ chức" */
    for (size_t k = low; n && k < verb; k++) {
        Term term;
        if (mark(g, k) == ';' || mark(g, k) == '.')
            out->term = (Term){0};
        if (term_at(g->e->terms, g->r, k, &term) && k > 0 && !mark(g, k)) {
            out->term = term.no ? term : out->term;
            if (!term.no && term.from && !out->term.from) {
                out->term.from = term.from;
                out->term.to = term.to;
            }
        }
    }
}

/* The verb of the body that holds the event at token i: `tổ chức hội nghị`, `họp phiên thường kỳ`. Its first
 * token, i for none. */
static size_t verb_before(const Reading *g, size_t i)
{
    size_t k = i, used;
    for (unsigned steps = 0; steps < 3; steps++) {
        if ((used = role_before(g, ROLE_VERB, k)))
            return k - used;
        if (!(used = role_before(g, ROLE_ADVERB, k)))
            break;
        k -= used;
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

static Str noun_name(const EventNames *e, uint32_t row)
{
    return e->nouns[row];
}

/* ---- the name -------------------------------------------------------------------------------------------
 */

/* Does a body of this name meet itself (Ban Chấp hành …), or does it only call others (Tỉnh ủy)? */
static bool meets(const EventNames *e, Str name)
{
    Str forms = e->meets, form;
    while (str_cut(&forms, '|', &form))
        if (str_starts(name, form))
            return true;
    return false;
}

/* The committee that a numbered `Hội nghị Tỉnh ủy` is one of: Ban Chấp hành Đảng bộ tỉnh. */
static Str committee(const EventNames *e, Arena *a, const Body *body)
{
    const Unit *unit = place_unit(e->places, (UnitWord)body->unit);
    Buf b = {0};
    buf_str(&b, STR("Ban Chấp hành "));
    buf_str(&b, unit->party);
    Str s = arena_str(a, buf_get(&b));
    buf_free(&b);
    return s;
}

static Str joined(const EventNames *e, Arena *a, const Event *event)
{
    bool conference = str_eq(event->noun, STR("Hội nghị"));
    bool own = event->body.tokens > 0;
    const Body *body = own ? &event->body : &event->subject;
    Str name = own ? event->body_name : event->n_subjects ? event->subjects[0] : STR("");
    if (!name.n || event->sort.n || event->both)
        return STR("");
    if (conference && event->number && body->kind == BODY_SEAT && body->unit)
        return committee(e, a, body);
    if (conference)
        return meets(e, name) &&
                       (own || event->number || !event->call || str_starts(name, STR("Ban Chấp hành")))
                   ? name
                   : STR("");
    bool joins_all = str_eq(event->noun, STR("Kỳ họp")) || str_eq(event->noun, STR("Phiên họp")) ||
                     str_eq(event->noun, STR("Họp")) || str_eq(event->noun, STR("Cuộc họp")) ||
                     event->congress;
    return joins_all ? name : STR("");
}

/* `X làm việc với Y` at token i; tokens. */
static size_t read_working(const Reading *g, size_t i, Event *out)
{
    Body body;
    if (!is(g, i, g->e->lam) || !is(g, i + 1, g->e->viec) || !is(g, i + 2, g->e->voi))
        return 0;
    size_t k = i;
    while (k > 0 && role_before(g, ROLE_ADVERB, k))
        k -= role_before(g, ROLE_ADVERB, k);
    *out = (Event){.noun = STR("Buổi làm việc"), .both = true};
    read_subjects(g, k, out);
    size_t used = body_at(g, i + 3, g->r->n_tokens, &body);
    if (!used || body.kind == BODY_NAMED)
        return 0;
    if (out->n_subjects < EVENT_SUBJECTS)
        out->subjects[out->n_subjects++] = body_name(&body, g->e->places, g->a);
    if (!out->level)
        out->level = body.level;
    out->term = (Term){0};
    return 3 + used;
}

/* `X họp, cho ý kiến`, `X họp phiên thường kỳ`, `X họp Kỳ thứ 26`: the verb makes the name; tokens. */
static size_t read_session(const Reading *g, size_t i, Event *out)
{
    uint32_t value;
    unsigned number;
    if (!is(g, i, g->e->hop) || g->r->tokens[i].flags & TOKEN_CAP || i == 0 || is(g, i + 1, g->e->bao))
        return 0;
    if (role_at(g, ROLE_NOUN, i + 1, &value) && !is(g, i + 1, g->e->phien))
        return 0; /* "họp hội nghị lần thứ 12": the noun's */
    *out = (Event){.noun = STR("Họp")};
    size_t k = i;
    while (k > 0 && role_before(g, ROLE_ADVERB, k))
        k -= role_before(g, ROLE_ADVERB, k);
    read_subjects(g, k, out);
    if (!out->n_subjects)
        return 0;
    k = i + 1;
    if (is(g, k, g->e->phien)) {
        out->noun = STR("Phiên họp");
        k++;
    } else if (is(g, k, g->e->ky) && number_at(g, k + 1, &number)) {
        out->noun = STR("Kỳ họp");
        k++;
    }
    k = read_name(g, k, out);
    out->body.tokens = 0;
    out->joined = joined(g->e, g->a, out);
    return k - i;
}

/* Who may hold it: read from what stands before the verb, or from `do … tổ chức` behind the name. */
static void read_holder(const Reading *g, size_t i, size_t end, Event *out)
{
    size_t verb = verb_before(g, i);
    for (size_t k = verb; k > 0 && k + 4 > verb; k--)
        out->coming |= is(g, k - 1, g->e->se);
    if (verb < i) {
        Term term = out->term;
        read_subjects(g, verb, out);
        if (term.no || term.from)
            out->term = term;
        return;
    }
    if (!is(g, end, g->e->do_))
        return;
    uint32_t value;
    for (size_t k = end + 1; k < end + LEFT && k < g->r->n_tokens; k++)
        if (role_at(g, ROLE_VERB, k, &value)) {
            read_subjects(g, k, out);
            return;
        }
}

size_t event_at(const EventNames *e, Arena *a, const Record *r, size_t i, bool head, Event *out)
{
    Reading g = {e, a, r};
    uint32_t row, value;
    size_t used = read_working(&g, i, out);
    if (used)
        return used;
    used = read_session(&g, i, out);
    if (used)
        return used;
    used = role_at(&g, ROLE_NOUN, i, &row);
    if (!used || barred(&g, i))
        return 0;
    *out = (Event){.noun = noun_name(e, row)};
    out->congress = str_starts(out->noun, STR("Đại hội"));
    if (str_eq(out->noun, STR("Phiên họp")) && used == 1 && !role_at(&g, ROLE_KEEP, i + 1, &value))
        return 0; /* "phiên" alone */
    size_t k = read_name(&g, i + used, out);
    read_holder(&g, i, k, out);
    if (role_at(&g, ROLE_AIM, k, &value))
        out->call = true;
    if (out->congress && ((!out->number && !(head && i == 0) && !out->n_subjects) || out->coming))
        return 0;
    out->joined = joined(e, a, out);
    return k - i;
}

/* A space and the word in lower case: a headline may be in capitals. */
static void add_lower(Str word, Buf *out)
{
    if (word.n)
        buf_char(out, ' ');
    for (size_t at = 0; at < word.n;)
        buf_utf8(out, cp_lower(utf8_next(word, &at)));
}

Str event_name(const EventNames *e, Arena *a, const Event *event)
{
    (void)e;
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
