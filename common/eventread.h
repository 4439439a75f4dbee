/* SPDX-License-Identifier: ISC */
/* Inside of eventname: what the reading of the name and of who holds the event share. */
#ifndef EVENTREAD_H
#define EVENTREAD_H

#include "eventname.h"

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
    ROLES,             /* those above are tables of the lexicon, as a word may have several */
    ROLE_MEET = ROLES, /* these two are in the table of nouns */
    ROLE_WORKS,
    ROLE_MEETS, /* these two are compared with names of bodies */
    ROLE_PLENUM,
    ALL_ROLES
} Role;

/* Which bodies a noun takes into its name. */
typedef enum {
    JOINS_NONE,
    JOINS_BODY,
    JOINS_COMMA,
    JOINS_CONGRESS,
    JOINS_KEPT,
    JOINS_MEETS,
    ALL_JOINS
} Joins;

/* A row of event.tsv. */
typedef struct {
    Str name;
    Role role;
    Joins joins;
} EventRow;

struct EventNames {
    const Lexicon *lexicon;
    const Bodies *bodies;
    const Places *places;
    Terms *terms;
    EventRow *rows;
    size_t n_rows, rows_cap;
    Str meets, plenum;
    uint32_t lan, thu, mo, rong, cua, thang, quy, nam, va, cung, voi, phoi, hop, do_, se;
};

typedef struct {
    const EventNames *e;
    Arena *a;
    const Record *r;
} Reading;

static inline bool is(const Reading *g, size_t i, uint32_t w)
{
    return record_is(g->r, i, w);
}

static inline char mark(const Reading *g, size_t i)
{
    return record_mark(g->r, i);
}

/* A phrase of that role at token i: tokens, 0 for none. `value`: its row. */
size_t role_at(const Reading *g, Role role, size_t i, uint32_t *value);
/* The same of one that ends right before token i. */
size_t role_before(const Reading *g, Role role, size_t i);
/* A body at token i that ends before token `end`. */
size_t body_at(const Reading *g, size_t i, size_t end, Body *body);
/* What stands in round brackets at token i. */
size_t bracket_at(const Reading *g, size_t i);

/* Bodies that stand together right before token `verb`, and their term. */
void read_subjects(const Reading *g, size_t verb, Event *out);
/* Who holds the event named by tokens [i, end): read from what stands before its verb, or from `do … tổ chức`
 * behind the name. */
void read_holder(const Reading *g, size_t i, size_t end, Event *out);

#endif
