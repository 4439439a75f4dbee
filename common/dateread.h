/* SPDX-License-Identifier: ISC */
/* Inside of date: what the days in digits and the words around them share. */
#ifndef DATEREAD_H
#define DATEREAD_H

#include "date.h"

/* Words dates are made of, by what they do. */
typedef enum {
    ROLE_NONE,
    ROLE_MORNING,
    ROLE_AFTERNOON,
    ROLE_EVENING,
    ROLE_HALF, /* buổi, vào, lúc, rạng: before the others, say nothing themselves */
    ROLE_DAY,  /* ngày, mùng */
    ROLE_MONTH,
    ROLE_YEAR,
    ROLE_NOW,     /* nay */
    ROLE_PRESENT, /* hiện */
    ROLE_FROM,
    ROLE_TO,
    ROLE_AND,
    ROLE_THU,   /* thứ */
    ROLE_CHU,   /* chủ */
    ROLE_NHAT,  /* nhật */
    ROLE_UNTIL, /* hết: đến hết ngày */
    ROLE_HOUR,  /* giờ, h, g */
    ROLE_AM,
    ROLE_PM,
    ROLE_NUMERAL, /* hai, ba, … mười: a weekday or a month */
    ROLE_ENGLISH  /* October: of a stamp that a system in English prints */
} Role;

typedef struct {
    uint8_t role, value;
} Word;

struct Dates {
    Word *words; /* by word id */
    size_t cap;
};

/* The tokens being read. */
typedef struct {
    const Dates *d;
    Str text;
    const Token *t;
    size_t n;
} Source;

static inline Word word_of(const Source *s, size_t i)
{
    if (i >= s->n || s->t[i].type != TOKEN_WORD || s->t[i].word >= s->d->cap)
        return (Word){0, 0};
    return s->d->words[s->t[i].word];
}

static inline Role role_of(const Source *s, size_t i)
{
    return (Role)word_of(s, i).role;
}

static inline char mark_of(const Source *s, size_t i)
{
    return token_mark(s->t, s->n, i);
}

static inline bool spaced(const Source *s, size_t i)
{
    return i < s->n && s->t[i].flags & TOKEN_SPACE;
}

static inline bool integer(const Source *s, size_t i, int *v)
{
    *v = i < s->n ? token_int(s->text, &s->t[i]) : -1;
    return *v >= 0;
}

/* A mark between a day and the words or the time of day beside it. */
static inline bool joins_time(char mark)
{
    return mark == '-' || mark == '|' || mark == ',' || mark == ';' || mark == '(' || mark == '.';
}

typedef struct {
    int hour, minute;
} Clock;

static inline void set_clock(Date *d, Clock clock)
{
    d->hour = (int8_t)clock.hour;
    d->minute = (int8_t)clock.minute;
}

/* A time of day at token i: 22:37, 22:37:05, 15h30, 4 giờ 35, 16h; tokens taken. */
size_t clock_at(const Source *s, size_t i, Clock *out);
/* Steps back over the words before the digits at token i: sets what they say, `lead` and `sure`. */
void look_back(const Source *s, size_t i, Date *out);

#endif
