/* SPDX-License-Identifier: ISC */
/* The lie of the land around one figure of a sentence: what stands before it and behind it. */
#ifndef SITE_H
#define SITE_H

#include "phrase.h"
#include "scene.h"

typedef enum { BASIS_NONE, BASIS_PLAN, BASIS_TARGET, BASIS_YOY, BASIS_PREV, BASIS_TOTAL } Basis;

enum { NO_FIGURE = -1 };

typedef struct {
    size_t left; /* first token that may speak of it: behind the figure before and all that belongs to that */
    size_t open; /* 1 + token of the bracket it stands in, 0 for none */
    size_t clause;  /* number of its clause in the sentence */
    uint32_t parts; /* roles of all cues between the figure before and it */
    Span before;    /* the phrase before it, without the verb: empty when there is none */
    uint32_t verbs; /* roles of the words between that phrase and the figure */
    Span grows;     /* "tăng trưởng" as the verb */
    bool told;      /* a verb among them tells a level or change: đạt, tăng; not "có" */
    bool nested;    /* inside the noun phrase of the figure before */
    size_t verb;    /* first of those words; the figure's first token when there are none */
    Span noun;      /* the noun phrase behind it (of a count: with the counted noun) */
    Span base;      /* what it is compared with, behind it */
    Basis basis;
    bool based;   /* basis was said with this figure */
    Span subject; /* the phrase that says what is measured */
    bool about;   /* the noun stands behind về: "tăng 7% về số doanh nghiệp" */
    bool rank;    /* đứng thứ, xếp hạng before it */
    bool of_noun; /* it is the noun behind the figure */
    long carry; /* figure whose indicator, and subject unless it has its own, it goes on with, or NO_FIGURE */
    long root;  /* the figure that one got it from, itself when it has its own */
    size_t end; /* behind all that belongs to it */
    Str code;
    const Time *time;
} Site;

/* Where the figure's own place begins and whether it is in a bracket. `previous` is the site before it in the
 * sentence or NULL. */
void site_open(const Scene *s, size_t k, const Site *previous, Site *site);
/* The phrase and the words before figure k. Needs site_open. */
void site_before(const Scene *s, size_t k, const Site *previous, Site *site);
/* Is its unit a physical one: "3 ha", "340/500 ha"? */
bool site_measured(const Scene *s, const Figure *f);
/* The noun phrase behind it. Needs the base behind it. */
void site_behind(const Scene *s, size_t k, Site *site);

#endif
