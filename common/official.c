/* SPDX-License-Identifier: ISC */
#include "official.h"

#include <stdlib.h>

#include "mention.h"
#include "names.h"

enum { POSTS_OF_ONE = 16, NAMED = 256, ROW = 8 };

const char *const status_names[] = {"", "former", "acting", "appointed", "left"};

/* Hashes of strings, open addressing. */
typedef struct {
    uint64_t *slots;
    size_t cap, n;
} Set;

/* A body that the document names with its unit's own name. */
typedef struct {
    Str body, place;
    bool several; /* with more than one */
} Named;

struct Officials {
    const Lexicon *lexicon;
    Chunker *chunker;
    Arena arena;
    Mentions found;
    Span *spans;
    size_t spans_cap;
    Official *rows;
    size_t n, cap;
    Set known;   /* names of those with a post: whole, last two syllables, last one … */
    bool learnt; /* … once one is asked for */
    Named named[NAMED];
    size_t n_named;
    bool named_all;
    /* the document at hand */
    const Document *doc;
    Str province;
    bool central_city;
};

Officials *officials_new(Lexicon *l, UserRows *user)
{
    Officials *o = xrealloc(NULL, 1, sizeof *o);
    *o = (Officials){.lexicon = l, .chunker = chunker_new(l, user)};
    return o;
}

void officials_free(Officials *o)
{
    if (!o)
        return;
    chunker_free(o->chunker);
    arena_free(&o->arena);
    mentions_free(&o->found);
    free(o->known.slots);
    free(o->spans);
    free(o->rows);
    free(o);
}

const Bodies *officials_bodies(const Officials *o)
{
    return chunker_bodies(o->chunker);
}

const Places *officials_places(const Officials *o)
{
    return chunker_places(o->chunker);
}

Str act_name(uint8_t act)
{
    return act & ACT_CHAIR     ? STR("chair")
           : act & ACT_REPORT  ? STR("report")
           : act & ACT_PRESENT ? STR("present")
           : act & ACT_SPEAK   ? STR("speak")
           : act & ACT_ATTEND  ? STR("attend")
                               : STR("");
}

/* ---- names that have a post
 * -------------------------------------------------------------------------------- */

static uint64_t hash_of(Str s)
{
    uint64_t h = fnv1a(FNV_START, s);
    return h ? h : 1;
}

static uint64_t *slot(Set *s, uint64_t h)
{
    size_t i = (size_t)(h * 0x9e3779b97f4a7c15u >> 20) & (s->cap - 1);
    while (s->slots[i] && s->slots[i] != h)
        i = (i + 1) & (s->cap - 1);
    return &s->slots[i];
}

static void set_clear(Set *s)
{
    if (s->n)
        memset(s->slots, 0, s->cap * sizeof *s->slots);
    s->n = 0;
}

static void set_add(Set *s, uint64_t h)
{
    if (s->n * 2 >= s->cap) {
        Set old = *s;
        s->cap = old.cap ? old.cap * 2 : 256;
        s->slots = xrealloc(NULL, s->cap, sizeof *s->slots);
        memset(s->slots, 0, s->cap * sizeof *s->slots);
        for (size_t i = 0; i < old.cap; i++)
            if (old.slots[i])
                *slot(s, old.slots[i]) = old.slots[i];
        free(old.slots);
    }
    uint64_t *at = slot(s, h);
    if (!*at)
        s->n++;
    *at = h;
}

/* The last `words` words of a name. */
static Str last_words(Str name, size_t words)
{
    size_t i = name.n;
    while (i > 0 && (name.p[i - 1] != ' ' || --words > 0))
        i--;
    return str_from(name, i);
}

static Str name_of(Officials *o, const Mention *m)
{
    const Record *r = &o->doc->records[m->record];
    return person_print(&o->arena, token_span(r->text, &r->tokens[m->from], &r->tokens[m->to - 1]));
}

static void write_names(Officials *o)
{
    for (size_t i = 0; i < o->found.n; i++)
        o->found.m[i].name = name_of(o, &o->found.m[i]);
}

static void learn_names(Officials *o)
{
    set_clear(&o->known);
    for (size_t i = 0; i < o->found.n; i++) {
        const Mention *m = &o->found.m[i];
        if (m->first == NO_HELD || m->remembered)
            continue;
        set_add(&o->known, hash_of(m->name));
        set_add(&o->known, hash_of(last_words(m->name, 1)));
        set_add(&o->known, hash_of(last_words(m->name, 2)));
    }
    o->learnt = true;
}

static bool is_known(Officials *o, Str name)
{
    if (!o->learnt)
        learn_names(o);
    return o->known.n && *slot(&o->known, hash_of(name));
}

/* ---- places of the document
 * -------------------------------------------------------------------------------- */

static void name_body(Officials *o, const Body *b)
{
    if (!b->place.n || !b->unit || (b->level == LEVEL_PROVINCE && b->unit != UNIT_CITY) ||
        b->kind == BODY_CENTRAL || b->kind == BODY_NAMED)
        return;
    Str name = body_name(b, chunker_places(o->chunker), &o->arena);
    for (size_t i = 0; i < o->n_named; i++)
        if (str_eq(o->named[i].body, name)) {
            o->named[i].several = o->named[i].several || !str_eq(o->named[i].place, b->place);
            return;
        }
    if (o->n_named < NAMED)
        o->named[o->n_named++] = (Named){name, b->place, false};
}

/* Is a unit named in these tokens: `huyện Mường Nhé`, `Huyện ủy Mường Nhé`? A cheap test. */
static bool names_unit(const Officials *o, const Record *r)
{
    const Places *places = chunker_places(o->chunker);
    for (size_t k = 0; k + 1 < r->n_tokens; k++) {
        UnitWord unit;
        if (!(lexicon_begins(o->lexicon, r->tokens[k].word) >> NAMES_LEVEL & 1))
            continue;
        size_t word = place_unit_word(places, r->tokens, r->n_tokens, k, &unit);
        if (word && unit != UNIT_PROVINCE && k + word + 1 < r->n_tokens &&
            (r->tokens[k + word].flags | r->tokens[k + word + 1].flags) & TOKEN_CAP)
            return true;
    }
    return false;
}

/* Bodies in a row that one level word and name behind the last are meant for: `Đảng ủy, HĐND, UBND xã Tân
 * Lập`. */
typedef struct {
    Body bodies[ROW];
    size_t n, end; /* the token behind the last */
} Row;

static void name_in_row(Officials *o, Row *row, const Body *body, size_t at)
{
    if (!row->n || at != row->end + 1 || row->n == ROW)
        row->n = 0;
    for (size_t i = 0; i < row->n && body->place.n && body->unit; i++) {
        Body *b = &row->bodies[i];
        if (b->place.n || (b->unit && b->unit != body->unit) ||
            !(b->kind == BODY_SEAT || b->kind == BODY_LEVEL))
            continue;
        b->unit = body->unit;
        b->level = body->level;
        b->place = body->place;
        name_body(o, b);
    }
    name_body(o, body);
    row->bodies[row->n++] = *body;
    row->end = at + body->tokens;
}

/* Bodies named anywhere in the document, in posts and without. */
static void name_all(Officials *o)
{
    const Bodies *bodies = chunker_bodies(o->chunker);
    o->named_all = true;
    for (size_t i = 0; i < o->doc->n; i++) {
        const Record *r = &o->doc->records[i];
        if (!kind_kept(r->kind) || !names_unit(o, r))
            continue;
        Row row = {.n = 0};
        for (size_t k = 0; k < r->n_tokens; k++) {
            Body body;
            if ((r->tokens[k].flags & TOKEN_CAP) && body_begins(bodies, &r->tokens[k]) &&
                body_parse(bodies, &o->arena, r->text, r->tokens, r->n_tokens, k, true, &body) &&
                body.kind != BODY_HEAD) {
                name_in_row(o, &row, &body, k);
                k += body.tokens - 1;
            }
        }
    }
}

static Str place_in_document(Officials *o, const Body *b)
{
    if (!o->named_all)
        name_all(o);
    Str name = body_name(b, chunker_places(o->chunker), &o->arena);
    for (size_t i = 0; i < o->n_named; i++)
        if (str_eq(o->named[i].body, name))
            return o->named[i].several ? STR("") : o->named[i].place;
    return STR("");
}

static Str place_of(Officials *o, const Body *b)
{
    if (b->place.n)
        return b->place;
    if (b->kind == BODY_NONE || b->kind == BODY_NAMED)
        return STR("");
    if (b->kind == BODY_DROP || b->level == LEVEL_PROVINCE)
        return o->province;
    if (b->unit == UNIT_CITY && o->central_city)
        return o->province;
    return b->unit ? place_in_document(o, b) : STR("");
}

/* ---- rows
 * -------------------------------------------------------------------------------------------------- */

/* Nothing as an empty string that points somewhere. */
static Str filled(Str s)
{
    return s.p ? s : STR("");
}

static Official *add_row(Officials *o, const Mention *m, Str name)
{
    o->rows = array_room(o->rows, &o->cap, o->n, sizeof *o->rows);
    Official *row = &o->rows[o->n++];
    const Token *t = o->doc->records[m->record].tokens;
    *row = (Official){.record = m->record,
                      .start = t[m->from].ch,
                      .name = name,
                      .post = STR(""),
                      .body = STR(""),
                      .place = STR(""),
                      .raw = STR(""),
                      .act = m->acts};
    row->len = t[m->to - 1].ch + t[m->to - 1].nch - row->start;
    return row;
}

static void add_post(Officials *o, const Mention *m, Str name, const Held *h)
{
    const Record *r = &o->doc->records[m->record];
    const Token *first = &r->tokens[h->post.from], *last = &r->tokens[h->post.to - 1];
    Official *row = add_row(o, m, name);
    row->post = h->post.name;
    row->body = filled(body_name(&h->post.body, chunker_places(o->chunker), &o->arena));
    row->place = filled(place_of(o, &h->post.body));
    if (str_ends(row->post, STR("Chủ tịch nước")))
        row->place = STR("Trung ương");
    row->level = h->post.body.level;
    row->status = h->status;
    row->raw = token_span(r->text, first, last);
    row->post_start = first->ch;
    row->post_len = last->ch + last->nch - first->ch;
}

/* The posts of a mention in the order they are written, shared. Returns how many. */
static size_t posts_of(Officials *o, const Mention *m, Held *held)
{
    Post posts[POSTS_OF_ONE];
    size_t n = 0;
    for (uint32_t h = m->first; h != NO_HELD && n < POSTS_OF_ONE; h = o->found.held[h].next) {
        size_t at = n;
        while (at > 0 && held[at - 1].post.from > o->found.held[h].post.from) {
            held[at] = held[at - 1];
            at--;
        }
        if (at > 0 && held[at - 1].post.from == o->found.held[h].post.from)
            continue;
        held[at] = o->found.held[h];
        n++;
    }
    for (size_t i = 0; i < n; i++)
        posts[i] = held[i].post;
    post_share(chunker_posts(o->chunker), &o->arena, posts, n);
    for (size_t i = 0; i < n; i++) {
        held[i].post = posts[i];
        name_body(o, &posts[i].body);
    }
    return n;
}

/* Once for all mentions: what the posts of one person lend each other. */
static void share_posts(Officials *o)
{
    Held held[POSTS_OF_ONE];
    for (size_t i = 0; i < o->found.n; i++) {
        Mention *m = &o->found.m[i];
        size_t n = posts_of(o, m, held);
        uint32_t h = m->first;
        for (size_t k = 0; k < n; k++) {
            uint32_t next = o->found.held[h].next;
            o->found.held[h] = held[k];
            o->found.held[h].next = k + 1 < n ? next : NO_HELD;
            h = next;
        }
    }
}

static void add_mention(Officials *o, const Mention *m)
{
    Str name = m->name;
    bool gone = m->first != NO_HELD && o->found.held[m->first].status == STATUS_FORMER;
    if ((m->remembered && !gone) || str_eq(name, STR("Hồ Chí Minh")))
        return; /* but `đến viếng đồng chí A, nguyên Bí thư Tỉnh ủy` */
    if (m->first == NO_HELD) {
        bool official = m->address == ADDRESS_COMRADE || (m->address == ADDRESS_TITLE && is_known(o, name));
        if (official)
            add_row(o, m, name);
        return;
    }
    for (uint32_t h = m->first; h != NO_HELD; h = o->found.held[h].next)
        add_post(o, m, name, &o->found.held[h]);
}

static void read_record(Officials *o, size_t i)
{
    const Record *r = &o->doc->records[i];
    if (!kind_has_facts(r->kind))
        return;
    chunker_look(o->chunker, r->text, r->tokens, r->n_tokens);
    if (!chunker_wants(o->chunker, 0, r->n_tokens))
        return;
    size_t n = sentence_spans(r->text, r->tokens, r->n_tokens, &o->spans, &o->spans_cap);
    for (size_t s = 0; s < n; s++) {
        Span span = o->spans[s];
        if (!chunker_wants(o->chunker, span.from, span.to))
            continue;
        Item *items;
        const Post *posts;
        size_t count = chunker_items(o->chunker, &o->arena, span.from, span.to, &items, &posts);
        mentions_link(&o->found, items, count, posts, i);
        mentions_acts(&o->found, items, count);
    }
}

size_t officials_find(Officials *o, const Document *doc, Str province, bool central_city,
                      const Official **rows)
{
    arena_reset(&o->arena);
    mentions_clear(&o->found);
    o->n = o->n_named = 0;
    o->named_all = o->learnt = false;
    o->doc = doc;
    o->province = province;
    o->central_city = central_city;
    for (size_t i = 0; i < doc->n; i++)
        read_record(o, i);
    share_posts(o);
    write_names(o);
    for (size_t i = 0; i < o->found.n; i++)
        add_mention(o, &o->found.m[i]);
    *rows = o->rows;
    return o->n;
}
