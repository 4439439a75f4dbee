/* SPDX-License-Identifier: ISC */
/* Inside of chunk: the items read so far, and what its parts read at a token. */
#ifndef CHUNKREAD_H
#define CHUNKREAD_H

#include "chunk.h"
#include "names.h"

/* What one look at 64 tokens tells: bit k tells of the k-th. */
typedef struct {
    uint64_t honor, post; /* may begin there */
    uint64_t name;        /* the first of two words with capitals */
    uint64_t telling;     /* more than a word of `other` */
} Look;

struct Chunker {
    const Lexicon *lexicon;
    uint8_t *words; /* by word id, made at the first look */
    Look *looks;
    size_t looks_cap;
    Persons *persons;
    Places *places;
    Links *links;
    Bodies *bodies;
    Posts *posts_known;
    Item *items;
    size_t n, cap;
    Post *posts;
    size_t n_posts, posts_cap;
    /* the text that is read */
    Arena *arena;
    Str text;
    const Token *t;
    size_t to;
    bool list; /* behind `các đồng chí:`, up to the next word */
};

/* The longest phrases of all tables at a token, none where no `phrase` begins. */
typedef struct {
    uint8_t used[NAMES_END_OF_TABLES - NAMES_BODY]; /* tokens, 0 for none */
    uint32_t value[NAMES_END_OF_TABLES - NAMES_BODY];
} Found;

static inline size_t chunk_found(const Found *f, unsigned table, uint32_t *value)
{
    *value = f->value[table - NAMES_BODY];
    return f->used[table - NAMES_BODY];
}

static inline size_t chunk_match(const Chunker *c, unsigned table, uint64_t begins, size_t i, uint32_t *value)
{
    return begins >> table & 1 ? lexicon_match(c->lexicon, table, c->t, c->to, i, value) : 0;
}

/* The item so many before the last. */
static inline const Item *chunk_last(const Chunker *c, size_t back)
{
    static const Item none = {.type = ITEM_OTHER};
    return c->n > back ? &c->items[c->n - 1 - back] : &none;
}

/* The mark at token i as one of , ; : ( ) - and ", 0 for any other. */
char chunk_mark(const Chunker *c, size_t i);
Item *chunk_add(Chunker *c, ItemType type, size_t from, size_t tokens);
/* Words that are nothing: one item of as many as there are. */
void chunk_other(Chunker *c, size_t from, size_t tokens);
/* All in capitals, and not one letter. */
bool chunk_all_upper(const Chunker *c, size_t i);
/* Does the colon that is item `back` follow a word of address for several? */
bool chunk_addressed(const Chunker *c, size_t back);
/* May a name begin at token i? */
bool chunk_may_be_name(const Chunker *c, const Found *f, size_t i);
/* The name at token i, `rank`: behind a rank, or what is none: tokens taken. */
size_t chunk_name(Chunker *c, size_t i, bool rank);
/* The post at token i: tokens taken, 0 for none. */
size_t chunk_post(Chunker *c, size_t i);

#endif
