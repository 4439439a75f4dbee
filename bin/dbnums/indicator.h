/* SPDX-License-Identifier: ISC */
/* Which indicator a phrase tells, for a figure in a given unit (indicator.tsv). */
#ifndef INDICATOR_H
#define INDICATOR_H

#include "cue.h"
#include "figure.h"

typedef struct Indicators Indicators;

enum { HIT_READINGS = 4 };
/* A phrase found in a sentence: the readings it may have are kept in the Indicators. */
typedef struct {
    size_t from, to; /* tokens */
    uint32_t n;
    /* its readings and those of shorter phrases that begin where it does, longest first */
    uint32_t first[HIT_READINGS];
} Hit;

/* Adds its phrases and guards to the cues. */
Indicators *indicators_new(Lexicon *l, Cues *cues, UserRows *user);
void indicators_free(Indicators *in);

/* Before a sentence is read; then for every guard in it, which goes for phrases from token `at` on. */
void indicators_sentence(Indicators *in);
void indicators_guard(Indicators *in, uint32_t guard, size_t at);

/* The figure that a phrase is read for. */
typedef struct {
    const Figure *f;
    bool based; /* it has a base */
    bool share; /* that is a stated whole */
    bool alone; /* nothing stands behind the phrase that tells of what it is: "tăng trưởng | của ngành dệt" */
} Asked;

typedef enum {
    FIT_NONE,    /* it has no reading here */
    FIT_NO,      /* no reading goes with the figure */
    FIT_OTHER,   /* the phrase measures something that has no code */
    FIT_ALLOWED, /* a change or a share, which any code takes */
    FIT_UNIT     /* the unit is one of the indicator's own */
} Fit;

/* The best reading of a phrase for a figure: one whose guard stands before it goes before one without. *code
 * is set for FIT_ALLOWED and FIT_UNIT. */
Fit indicator_fit(const Indicators *in, const Hit *hit, const Asked *asked, Str *code);

#endif
