/* SPDX-License-Identifier: ISC */
/* The phrases that a sentence is read for: those of role.tsv, and phrases and guards of indicator.tsv. They
 * are one table of the lexicon, so that one walk from a token finds all that begin there. */
#ifndef CUE_H
#define CUE_H

#include "lexicon.h"

typedef struct {
    uint32_t roles;   /* the parts it plays, bits of scene.h */
    uint32_t reading; /* its first one as an indicator, 0: none */
    uint32_t guard;   /* 1 + its number among the guards, 0: it is none */
} Cue;

typedef struct {
    Cue *cue; /* by value in the lexicon */
    size_t n, cap;
} Cues;

/* The cue of a phrase, added if need be; it stays in place until the next one. */
Cue *cues_add(Cues *c, Lexicon *l, Str phrase);

#endif
