/* SPDX-License-Identifier: ISC */
/* A record while it is asked what in it is no figure: what other.c and clock.c share. */
#ifndef ASKED_H
#define ASKED_H

#include "other.h"

/* Words that rules compare one by one. */
typedef enum {
    HOUR,
    H,
    G,
    MINUTE,
    HALF,
    AT,
    AROUND,
    MORNING,
    NOON,
    AFTERNOON,
    EVENING,
    NIGHT,
    DAY,
    NUMBER,
    MONTH,
    CENTRAL,
    TERM,
    YEAR,
    SINCE,
    TO,
    PAST,
    WORDS
} Word;

struct Others {
    const Lexicon *l;
    const Dates *dates;
    const Periods *periods;
    Buf iso;
    uint32_t word[WORDS];
    uint8_t *second; /* by word id: 1 when it is the second of a lead */
    size_t n_second;
};

/* Tokens [0, n) of a record; the sentence that is read begins at `first`. */
typedef struct {
    Others *o;
    Str text;
    const Token *t;
    size_t n, first;
    Arena *arena;
} Source;

static inline bool is(const Source *s, size_t i, Word w)
{
    return i < s->n && s->t[i].word == s->o->word[w];
}

static inline bool mark_is(const Source *s, size_t i, char c)
{
    return i < s->n && token_is(&s->t[i], c);
}

static inline bool glued(const Source *s, size_t i)
{
    return i < s->n && !(s->t[i].flags & TOKEN_SPACE);
}

static inline bool plain(const Source *s, size_t i)
{
    return i < s->n && s->t[i].flags & TOKEN_PLAIN;
}

/* Does a number of that many characters or more stand at token i? */
static inline bool number_follows(const Source *s, size_t i, size_t least)
{
    return i < s->n && s->t[i].type == TOKEN_NUMBER && s->t[i].n >= least;
}

static inline int small_number(const Source *s, size_t i)
{
    if (!plain(s, i) || s->t[i].n > 2)
        return -1;
    int v = 0;
    for (size_t k = 0; k < s->t[i].n; k++)
        v = v * 10 + s->text.p[s->t[i].at + k] - '0';
    return v;
}

static inline bool year_at(const Source *s, size_t i)
{
    Str y = token_str(s->text, &s->t[i]);
    return plain(s, i) && y.n == 4 && (str_starts(y, STR("19")) || str_starts(y, STR("20")));
}

#endif
