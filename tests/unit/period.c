/* SPDX-License-Identifier: ISC */
#include "period.h"
#include "unit.h"

/* Can a time begin at token i? Asked of it alone and of 64 tokens at once: `differ` when these do. */
static bool may_begin(const Periods *p, const Token *t, size_t n, size_t i, Buf *out)
{
    size_t k = i % 64;
    bool one = period_may_begin(p, t, n, i), many = periods_may_begin(p, t + i - k, n - i + k) >> k & 1;
    if (one != many)
        buf_str(out, STR("differ "));
    return one;
}

/* A text told on 6 July 2023, in the term that began in 2020; each time in it as `words = interval`, or the
 * kind of time where there is no interval. */
void unit_period(Str in, Buf *out)
{
    static const char *const kinds[] = {
        [PERIOD_DAY] = "day", [PERIOD_HERE] = "here", [PERIOD_DUE] = "due", [PERIOD_VAGUE] = "vague"};
    const PeriodFrame frame = {.event = {2023, 7, 6}, .term = 2020};
    Lexicon *lexicon = lexicon_new();
    Periods *periods = periods_new(lexicon, 0, NULL);
    lexicon_done(lexicon);
    Tokenizer *tokenizer = tokenizer_new(lexicon);
    Token *t;
    size_t n = tokenize(tokenizer, in, &t);
    for (size_t i = 0, more; i < n; i += more ? more : 1) {
        Period p;
        more = may_begin(periods, t, n, i, out) ? period_at(periods, in, t, n, i, &p) : 0;
        if (!more)
            continue;
        if (out->n)
            buf_str(out, STR("; "));
        buf_str(out, token_span(in, &t[i + p.lead], &t[i + p.lead + p.raw_tokens - 1]));
        buf_str(out, STR(" = "));
        if (!period_iso(&p, &frame, out))
            buf_str(out, str_of(p.type < PERIOD_DAY ? "?" : kinds[p.type]));
    }
    tokenizer_free(tokenizer);
    periods_free(periods);
    lexicon_free(lexicon);
}
