/* SPDX-License-Identifier: ISC */
#include "date.h"
#include "unit.h"

static void put_date(const Date *d, Buf *out)
{
    when_iso(d->a, out);
    if (d->form != DATE_ONE) {
        buf_char(out, d->form == DATE_RANGE ? '/' : ',');
        when_iso(d->b, out);
    }
    if (!d->sure)
        buf_char(out, '?');
    if (d->day) {
        buf_char(out, ' ');
        buf_str(out, d->day & DAY_MORNING ? STR("m") : STR(""));
        buf_str(out, d->day & DAY_AFTERNOON ? STR("a") : STR(""));
        buf_str(out, d->day & DAY_EVENING ? STR("e") : STR(""));
    }
    if (d->weekday) {
        buf_str(out, STR(" w"));
        buf_uint(out, d->weekday);
    }
    if (d->hour >= 0) {
        buf_str(out, STR(" T"));
        buf_uint(out, (uint64_t)d->hour);
        buf_char(out, ':');
        buf_uint(out, (uint64_t)d->minute);
    }
}

/* All dates of a text, each with what is before it left out: `2023-07-06 a w4 T22:37 [6/7/2023]`. */
void unit_date(Str in, Buf *out)
{
    Lexicon *l = lexicon_new();
    Dates *dates = dates_new(l);
    lexicon_done(l);
    Tokenizer *tokenizer = tokenizer_new(l);
    Token *t;
    size_t n = tokenize(tokenizer, in, &t);
    Date d;
    for (size_t i = 0; i < n;) {
        size_t k = date_begins(&t[i]) ? date_at(dates, in, t, n, i, &d) : 0;
        if (k) {
            if (out->n)
                buf_str(out, STR("; "));
            put_date(&d, out);
            buf_str(out, STR(" ["));
            buf_str(out, token_span(in, &t[i], &t[i + d.raw - 1]));
            buf_char(out, ']');
        }
        i += k ? k : 1;
    }
    if (!out->n)
        buf_char(out, '-');
    tokenizer_free(tokenizer);
    dates_free(dates);
    lexicon_free(l);
}
