/* SPDX-License-Identifier: ISC */
/* One sentence with figures, read once for what the words around them are: the parts they play (role.tsv),
 * the indicators they name (indicator.tsv), the times they tell. The files that fill the columns of meaning
 * ask here.
 */
#ifndef SCENE_H
#define SCENE_H

#include "figure.h"
#include "indicator.h"
#include "lexicon.h"
#include "period.h"

/* Parts words play, as bits; the names are those of role.tsv. */
typedef enum {
    ROLE_BE = 1 << 0,       /* between what is measured and the figure: đạt, là, còn */
    ROLE_RISE = 1 << 1,     /* tăng, giảm */
    ROLE_HAVE = 1 << 2,     /* the figure's noun is its object: có, ban hành */
    ROLE_ACT = 1 << 3,      /* the act is what an amount measures: huy động, hỗ trợ */
    ROLE_BOUND = 1 << 4,    /* trên, khoảng */
    ROLE_ADVERB = 1 << 5,   /* đã, cũng */
    ROLE_LINK = 1 << 6,     /* trong đó, riêng, theo đó */
    ROLE_HEAD = 1 << 7,     /* begins what is measured: tỷ lệ, tổng số */
    ROLE_PLACES = 1 << 8,   /* who has it: toàn tỉnh, đảng bộ */
    ROLE_PLAN = 1 << 9,     /* kế hoạch, dự toán */
    ROLE_TARGET = 1 << 10,  /* mục tiêu nghị quyết */
    ROLE_YOY = 1 << 11,     /* cùng kỳ */
    ROLE_PREV = 1 << 12,    /* năm trước, so với đầu năm */
    ROLE_WHOLE = 1 << 13,   /* tổng số */
    ROLE_SHARE = 1 << 14,   /* chiếm */
    ROLE_COMPARE = 1 << 15, /* so với */
    ROLE_ORDER = 1 << 16,   /* lần lượt */
    ROLE_AIM = 1 << 17,     /* phấn đấu */
    ROLE_FORECAST = 1 << 18,
    ROLE_DONE = 1 << 19,    /* đã, đến nay */
    ROLE_GOAL = 1 << 20,    /* kế hoạch, chỉ tiêu as the thing that is told */
    ROLE_ALLOT = 1 << 21,   /* bố trí, đề nghị hỗ trợ */
    ROLE_STOP = 1 << 22,    /* ends the phrase behind a figure */
    ROLE_DATED = 1 << 24,   /* what has a date of its own: Đại hội, khóa, giá so sánh */
    ROLE_NUMBER = 1 << 25,  /* heads what is counted: tổng số, dân số */
    ROLE_PART = 1 << 26,    /* trong đó, riêng */
    ROLE_ALSO = 1 << 27,    /* goes on with the sentence before: trong đó, cụ thể */
    ROLE_WEAK = 1 << 28,    /* of ROLE_AIM: opens a goal only for what can be one: cần, sẽ */
    ROLE_NUMERAL = 1 << 29, /* hai, mươi, nghìn */
    ROLE_EVENT = 1 << 30,   /* at the meeting itself: dịp này, tại hội nghị */
    ROLE_NONE = 1 << 23     /* protects: not what its words say by themselves */
} Role;

/* Sorts of units; the names are those of counted.tsv. */
typedef enum {
    COUNTED_ASIDE,
    COUNTED_BARE,
    COUNTED_BELONGS,
    COUNTED_CASE,
    COUNTED_CLAUSE,
    COUNTED_EACH,
    COUNTED_EVENT,
    COUNTED_EXTREME,
    COUNTED_FACT,
    COUNTED_GOAL,
    COUNTED_HOME,
    COUNTED_HOURS,
    COUNTED_INSIDE,
    COUNTED_LENGTH,
    COUNTED_LINKING,
    COUNTED_PAST,
    COUNTED_PERSON,
    COUNTED_PLACING,
    COUNTED_POINTING,
    COUNTED_QUALITY,
    COUNTED_RANK,
    COUNTED_SAID,
    COUNTED_YEARS,
    COUNTED_SORTS
} Counted;

typedef struct {
    Period period;
    size_t from, to; /* tokens */
    bool base;       /* part of a comparison: so với năm 2021 */
} Time;

typedef struct {
    Str text;
    const Token *t;
    size_t from, to;  /* tokens of the sentence; the arrays below are indexed by token - from */
    uint32_t *role;   /* of the cue that covers a token */
    uint32_t *start;  /* of the cue that begins there */
    uint32_t *begin;  /* token where the cue that covers it begins */
    uint32_t *figure; /* 1 + index of the figure that covers it */
    uint32_t *hit;    /* 1 + index of the indicator phrase that covers it */
    uint32_t *time;   /* 1 + index of the time that covers it */
    uint32_t parts;   /* roles of all cues: what need not be looked for */
    Hit *hits;
    size_t n_hits;
    Time *times;
    size_t n_times;
    const Lexicon *lexicon;
    Figure **f; /* the figures of the sentence, in order */
    size_t n;
    Forms counted[COUNTED_SORTS]; /* the lists of counted.tsv */
} Scene;

typedef struct Scenes Scenes;

Scenes *scenes_new(Lexicon *l, const Periods *periods, UserRows *user);
void scenes_free(Scenes *s);
const Indicators *scenes_indicators(const Scenes *s);
/* Does an expression of time begin somewhere in a stretch of a record? */
bool scene_times(const Scenes *s, const Record *r, Span p);
/* Reads one sentence of a record; the scene lives until the next one. */
const Scene *scene_read(Scenes *s, const Record *r, Span sentence, Figure **f, size_t n);

static inline bool scene_holds(const Scene *s, size_t i)
{
    return i - s->from < s->to - s->from;
}
static inline uint32_t scene_role(const Scene *s, size_t i)
{
    return scene_holds(s, i) ? s->role[i - s->from] : 0;
}
static inline uint32_t scene_start(const Scene *s, size_t i)
{
    return scene_holds(s, i) ? s->start[i - s->from] : 0;
}
/* Is token i this single ASCII mark? */
static inline bool scene_mark(const Scene *s, size_t i, char c)
{
    return scene_holds(s, i) && s->t[i].mark == c && (c != '-' || s->t[i].n == 1);
}
/* Is token i of the sentence this word or mark, as it is written? */
static inline bool scene_word(const Scene *s, size_t i, Str word)
{
    return scene_holds(s, i) && str_eq(token_str(s->text, &s->t[i]), word);
}
/* Behind the cue that begins at i. */
size_t scene_cue_end(const Scene *s, size_t i);
static inline const Time *scene_time(const Scene *s, size_t i)
{
    uint32_t k = scene_holds(s, i) ? s->time[i - s->from] : 0;
    return k ? &s->times[k - 1] : NULL;
}
static inline const Hit *scene_hit(const Scene *s, size_t i)
{
    uint32_t k = scene_holds(s, i) ? s->hit[i - s->from] : 0;
    return k ? &s->hits[k - 1] : NULL;
}
/* Does a figure cover token i? */
static inline bool scene_covered(const Scene *s, size_t i)
{
    return s->figure[i - s->from] != 0;
}
/* Is token i inside an indicator phrase that goes on before it? */
static inline bool scene_inside_hit(const Scene *s, size_t i)
{
    const Hit *h = scene_hit(s, i);
    return h && h->from < i && i < h->to;
}
/* Does something that is measured begin at token i: tỷ lệ, tổng số, an indicator's phrase that is no mere
 * verb? */
bool scene_head(const Scene *s, size_t i);
/* How many tokens of a noun that is counted (noun.tsv) begin at token i, 0 for none? */
size_t scene_noun(const Scene *s, size_t i);
/* Is token i one of a list of counted.tsv? */
bool scene_is(const Scene *s, size_t i, Counted sort);
/* Is the word right before token i one of a list of counted.tsv? */
bool scene_behind(const Scene *s, size_t i, Counted sort);
/* Does a clause end before token i: ; : and the marks that end sentences? */
bool scene_breaks(const Scene *s, size_t i);
static inline bool scene_break(const Scene *s, size_t i)
{
    return scene_holds(s, i) && s->t[i].mark && scene_breaks(s, i);
}

#endif
