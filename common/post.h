/* SPDX-License-Identifier: ISC */
/* Posts with their bodies: `Phó Bí thư TT Huyện ủy Bảo Lạc`, and what the posts of one person lend each
 * other. */
#ifndef POST_H
#define POST_H

#include "body.h"
#include "lexicon.h"
#include "link.h"

typedef struct {
    Str name;        /* canonical: Phó Bí thư Thường trực */
    Body body;       /* may be open: see post_share */
    bool party;      /* Bí thư, Phó Bí thư: of a committee where none is said */
    bool acting;     /* `phụ trách` behind it */
    bool member;     /* Đại biểu, Ủy viên: takes no body from a neighbour */
    uint32_t sort;   /* Chánh Văn phòng, Vụ trưởng: the word its body begins with, 0 for any */
    size_t from, to; /* tokens of what is written */
} Post;

typedef struct Posts Posts;

Posts *posts_new(Lexicon *l, const Bodies *bodies, const Places *places, const Links *links, UserRows *user);
void posts_free(Posts *p);

/* Can a post begin with this token? */
bool post_begins(const Posts *p, const Token *t);
/* A post with its body at token i; the tokens it takes, 0 for none. `name_follows` as in body_parse. */
size_t post_parse(const Posts *p, Arena *a, Str text, const Token *t, size_t n, size_t i, bool name_follows,
                  Post *out);
/* Fills what the posts of one person leave open from their neighbours: level, committee, own name. */
void post_share(const Posts *p, Arena *a, Post *posts, size_t n);

#endif
