/* SPDX-License-Identifier: ISC */
#include "province.h"
#include "unit.h"

static When day_of(Str s)
{
    int v[3] = {0}, k = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '-')
            k++;
        else
            v[k] = v[k] * 10 + (s.p[i] - '0');
    }
    return (When){(int16_t)v[0], (uint8_t)v[1], (uint8_t)v[2]};
}

static int row_of(const Provinces *p, const Lexicon *l, Str in)
{
    Tokenizer *tokenizer = tokenizer_new(l);
    Token *t;
    int row = NO_PROVINCE;
    size_t n = tokenize(tokenizer, in, &t);
    if (str_starts(in, STR("host ")))
        row = province_of_host(p, str_from(in, 5));
    else if (province_at(p, t, n, 0, &row) != n && province_of_agency(p, t, n, 0, &row) != n)
        row = NO_PROVINCE;
    tokenizer_free(tokenizer);
    return row;
}

/* A day (`-` for none) and a name, a mark or `host NAME`: `name, code, now` and `city` for one that is a
 * province. */
void unit_province(Str in, Buf *out)
{
    Str day;
    str_cut(&in, '\t', &day);
    Lexicon *l = lexicon_new();
    Provinces *p = provinces_new(l, NULL);
    lexicon_done(l);
    When when = str_eq(day, STR("-")) ? (When){0, 0, 0} : day_of(day);
    int row = row_of(p, l, in);
    if (row == NO_PROVINCE) {
        buf_char(out, '-');
    } else {
        row = province_then(p, row, when);
        buf_str(out, province_name(p, row));
        buf_str(out, STR(", "));
        buf_str(out, province_code(p, row, when));
        buf_str(out, STR(", "));
        buf_str(out, province_now(p, row));
        if (province_is_city(p, row, when))
            buf_str(out, STR(", city"));
    }
    provinces_free(p);
    lexicon_free(l);
}
