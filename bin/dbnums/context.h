/* SPDX-License-Identifier: ISC */
/* What the words right around a figure say of it: bounds and estimates (trên, khoảng, trở lên), direction
 * (tăng, giảm, a sign), and whether it is one end of a change (từ … xuống còn …). */
#ifndef CONTEXT_H
#define CONTEXT_H

#include "figure.h"
#include "lexicon.h"

typedef struct {
    Mod mod;
    char dir;
    char aside;    /* of the verb before the bracket it opens */
    size_t phrase; /* first token of the words that belong to the figure */
    bool from, to; /* "từ" and "lên", "xuống", "còn" stand before it */
    bool on;       /* the bound is "trên" alone, which may be a place: trên 7 lĩnh vực */
    bool level;    /* a verb says that it is reached: đạt, là, còn, bằng */
    bool near;     /* likewise "gần" */
    bool exceeds;  /* "vượt" stands before it: a bound or a direction */
} Context;

typedef struct Contexts Contexts;

Contexts *contexts_new(Lexicon *l, UserRows *user);
void contexts_free(Contexts *c);
/* Looks back from token `from` (not before `floor`). */
Context context_before(const Contexts *c, Str text, const Token *t, size_t floor, size_t from);
enum { BOUND_AHEAD = 6 }; /* tokens behind a figure that are looked at for: */
/* trở lên, trở xuống behind a figure whose raw ends before token `to`; MOD_NONE for none. */
Mod bound_behind(const Contexts *c, Str text, const Token *t, size_t limit, size_t to);
/* A bound outranks an estimate. */
Mod mod_stronger(Mod a, Mod b);

#endif
