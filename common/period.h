/* SPDX-License-Identifier: ISC */
/* Stretches of time that a text names: "6 tháng đầu năm 2023", "quý I/2009", "giai đoạn 2021 - 2025",
 * "đến hết ngày 15/6", "từ đầu nhiệm kỳ đến nay", "năm 2020".
 *
 * period_at reads what stands in the tokens and nothing else: a year that is not said stays 0. period_iso
 * puts in what the document knows (the day of its event, the year it speaks of) and writes the ISO 8601
 * interval. */
#ifndef PERIOD_H
#define PERIOD_H

#include "lexicon.h"
#include "when.h"

typedef enum {
    PERIOD_SPAN,  /* from a to b, both included: năm 2020, quý I, 9 tháng đầu năm, 2021 - 2025 */
    PERIOD_UNTIL, /* up to b: đến hết năm 2020, tính đến ngày 15/6 */
    PERIOD_SINCE, /* from a up to now: từ năm 2016 đến nay, từ đầu năm */
    PERIOD_TERM, /* from the beginning of the term up to now: từ đầu nhiệm kỳ; a.year when the term is named
                  */
    PERIOD_NOW,  /* đến nay, hiện nay, hiện có */
    PERIOD_DAY,  /* a day, of an event more often than of a figure: ngày 15/6 */
    PERIOD_HERE, /* the stretch the document speaks of: trong kỳ, trong năm, năm qua */
    PERIOD_DUE,  /* a time limit: trước ngày 30/11 */
    PERIOD_VAGUE /* time words that tell no interval: hằng năm, thời gian qua, cuối năm */
} PeriodType;

typedef struct {
    PeriodType type;
    When a, b;
    bool late;     /* 6 tháng cuối năm */
    bool bare;     /* no word says that it is a time: 2021 - 2025, 6 tháng */
    uint32_t lead; /* tokens before what names the time itself: đến hết ngày, giai đoạn, từ */
    uint32_t raw_tokens; /* tokens of what names it: 6 tháng đầu năm 2023, quý I/2009, 2021 - 2025 */
} Period;

typedef struct Periods Periods;
/* What a word is to expressions of time. */
enum {
    PERIOD_PHRASE = 1, /* a phrase of timeword.tsv begins with it: đến hết ngày */
    PERIOD_SHAPE = 2,  /* a shape does: quý IV, sáu tháng */
    PERIOD_NUMBER = 4, /* it is a number, as begins 6 tháng, 2021 - 2025 */
    PERIOD_SECOND = 3, /* by so many bits higher: which of these it can stand second in */
    PERIOD_ALONE = 64  /* it is a phrase by itself: đến */
};
struct PeriodsHead { /* what Periods begin with: open so that the tests below cost next to nothing */
    const Lexicon *lexicon;
    unsigned table;
    size_t n_words; /* a power of two */
    uint8_t *words; /* by word id; ids from n_words on share those below, which are then tried in vain */
};

/* Adds its phrases to the lexicon as table number `table`, and the words it compares. */
Periods *periods_new(Lexicon *l, unsigned table, UserRows *user);
void periods_free(Periods *p);

/* Asked without a branch, as where numbers and times stand cannot be foretold. */
static inline unsigned period_word(const Periods *p, const Token *t)
{
    static const uint8_t types[] = {
        [TOKEN_NUMBER] = PERIOD_NUMBER | PERIOD_SHAPE << PERIOD_SECOND, [TOKEN_MARK] = 0};
    const struct PeriodsHead *head = (const void *)p;
    return head->words[t->word & (head->n_words - 1)] | types[t->type];
}
/* Could a number be a day with its year: 30.6.2020? */
static inline bool period_dotted(const Token *t)
{
    return !(t->flags & TOKEN_PLAIN) & (t->n >= sizeof "1.1.2020" - 1) & (t->n <= sizeof "30.12.2020" - 1);
}
/* Can an expression of time begin at token i? Cheap: for most tokens all that is asked. */
static inline bool period_may_begin(const Periods *p, const Token *t, size_t n, size_t i)
{
    unsigned word = period_word(p, &t[i]);
    if (!(word & (PERIOD_PHRASE | PERIOD_SHAPE | PERIOD_NUMBER)))
        return false;
    unsigned next = i + 1 < n ? period_word(p, &t[i + 1]) : 0;
    return ((word & next >> PERIOD_SECOND) | (word & PERIOD_ALONE)) != 0 ||
           (word & PERIOD_NUMBER && period_dotted(&t[i]));
}
/* The same of the first 64 of n tokens, as bits. */
uint64_t periods_may_begin(const Periods *p, const Token *t, size_t n);
/* The longest expression of time that begins at token i: how many tokens it takes, 0 for none. */
size_t period_at(const Periods *p, Str text, const Token *t, size_t n, size_t i, Period *out);

/* What fills in years that are not said. */
typedef struct {
    When event;   /* day of the event reported, as far as known */
    int16_t year; /* the year the report speaks of, 0: that of the event */
    int16_t term; /* first year of the term, 0 unknown */
} PeriodFrame;

/* Appends 2023-01/2023-06, 2020, ../2023-06-15, 2020/2023-07-06. False, nothing written, when a year is
 * missing, when the end would lie before the beginning, and for the types that tell no interval (from
 * PERIOD_DAY on). */
bool period_iso(const Period *p, const PeriodFrame *frame, Buf *out);

#endif
