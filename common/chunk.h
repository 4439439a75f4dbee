/* SPDX-License-Identifier: ISC */
/* A sentence as a row of items: names, posts, words of address, verbs, marks; what is none of them is
 * `other`. */
#ifndef CHUNK_H
#define CHUNK_H

#include "body.h"
#include "link.h"
#include "person.h"
#include "place.h"
#include "post.h"
#include "sentence.h"

typedef enum {
    ITEM_OTHER,
    ITEM_NAME,
    ITEM_POST,
    ITEM_HONOR,
    ITEM_STATUS,
    ITEM_ACT,
    ITEM_MARK, /* , ; - ( ) : and quotes */
    ITEM_LINK,
    ITEM_BODY
} ItemType;

/* Which words of address: `đồng chí` before an official always, `ông` where a post is known, `anh` with a
 * post. */
typedef enum { ADDRESS_NONE, ADDRESS_PLAIN, ADDRESS_TITLE, ADDRESS_COMRADE } Address;

typedef enum { STATUS_HOLDS, STATUS_FORMER, STATUS_ACTING, STATUS_APPOINTED, STATUS_LEFT } Status;

/* How a status word is used. */
typedef enum { USE_BEFORE, USE_VERB, USE_END, USE_TAKE, USE_NONE } StatusUse;

/* Acts, first of them wins; bits. */
enum {
    ACT_CHAIR = 1,
    ACT_REPORT = 2,
    ACT_PRESENT = 4,
    ACT_SPEAK = 8,
    ACT_ATTEND = 16,
    ACT_ENDS = 32 /* words follow: no later verb is the person's own */
};

typedef struct {
    uint8_t type;
    uint8_t address;           /* of an honor */
    uint8_t status, use, ends; /* of a status; `ends`: it may also stand behind the posts (nghỉ hưu) */
    uint8_t acts;
    char mark;       /* of a mark; 0 of all others */
    bool ranked;     /* of a name: a rank or degree stands before it */
    bool group;      /* of a post or honor: `các` before it */
    uint32_t links;  /* of a link; 0 of all others */
    size_t from, to; /* tokens */
    uint32_t index;  /* of a post: in the posts; of a name: its mention, set by mentions_link */
} Item;

typedef struct Chunker Chunker;

Chunker *chunker_new(Lexicon *l, UserRows *user);
void chunker_free(Chunker *c);
const Posts *chunker_posts(const Chunker *c);
const Bodies *chunker_bodies(const Chunker *c);
const Places *chunker_places(const Chunker *c);

/* Looks at the tokens of a text: what comes below is asked of them. */
void chunker_look(Chunker *c, Str text, const Token *t, size_t n);
/* May there be an official in tokens [from, to)? A cheap test. */
bool chunker_wants(Chunker *c, size_t from, size_t to);
/* Items of tokens [from, to); they and the posts live until the next call. Returns how many. */
size_t chunker_items(Chunker *c, Arena *a, size_t from, size_t to, Item **items, const Post **posts);

#endif
