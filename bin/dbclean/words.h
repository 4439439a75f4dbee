/* SPDX-License-Identifier: ISC */
/* The words that kinds are told by: the tables of dbclean in one lexicon. */
#ifndef WORDS_H
#define WORDS_H

#include "lexicon.h"
#include "record.h"
#include "regex.h"
#include "table.h"

/* Tables of the lexicon. A cue's table is that of its kind and place. */
enum { W_BOILER, W_SECTION, W_LABEL, W_STAMP, W_SURNAME, W_PRESS, W_BODY, W_CUE };

typedef enum { CUE_START, CUE_END, CUE_ANY, CUE_PLACES } CuePlace;

typedef enum { ROLE_WEEKDAY, ROLE_WORD, ROLE_VIEWS, ROLE_MONTH } StampRole;

/* Value of a boiler phrase: bits. */
enum {
    BOILER_HEAD = 1,
    BOILER_TAIL = 2,
    BOILER_START = 4,
    BOILER_USER = 8,
    BOILER_BOTH = 16,
    BOILER_FIRST = 32,
    BOILER_BOX = 64,
    BOILER_PICTURE = 128,
    BOILER_TOOL = 256
};

typedef struct {
    Lexicon *lexicon;
    Tokenizer *tokenizer;
    Regex **regex; /* the user's /REGEX/ rows of boiler */
    size_t n_regex;
    uint64_t gave_up; /* matches of them that took too many steps */
    bool opens[256];  /* bytes that begin a dateline's or a stamp's first word */
    /* words compared one by one */
    uint32_t morning, noon, afternoon, evening, night, day, month, today, in, photo, and, hour, date, mister,
        madam;
} Words;

Words *words_new(UserRows *user);
void words_free(Words *w);

static inline unsigned words_cue(Kind kind, CuePlace place)
{
    return W_CUE + (unsigned)kind * CUE_PLACES + (unsigned)place;
}

#endif
