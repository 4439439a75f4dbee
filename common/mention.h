/* SPDX-License-Identifier: ISC */
/* Persons of a sentence linked with the posts that the sentence gives them, and with what they do in it. */
#ifndef MENTION_H
#define MENTION_H

#include "chunk.h"

typedef struct {
    Post post;
    Status status;
    bool stated;   /* a status word of its own */
    uint32_t next; /* of the same mention, NO_HELD at the end */
} Held;

enum { NO_HELD = UINT32_MAX };

typedef struct {
    size_t record, from, to; /* tokens of the name */
    Str name;                /* as printed; empty until it is asked for */
    Address address;
    bool remembered; /* a street, a statue, a birthday: no official */
    bool before;     /* a post stood before the name */
    uint8_t acts;
    uint32_t first, last; /* posts, in the order they were linked */
} Mention;

/* Mentions of a document, grow-only. */
typedef struct {
    Mention *m;
    size_t n, cap;
    Held *held;
    size_t n_held, held_cap;
} Mentions;

void mentions_clear(Mentions *all);
void mentions_free(Mentions *all);
/* Adds the persons of a sentence; sets the index of its name items. */
void mentions_link(Mentions *all, Item *items, size_t n, const Post *posts, size_t record);
/* Gives the persons of a sentence, linked before, their acts. */
void mentions_acts(Mentions *all, const Item *items, size_t n);

#endif
