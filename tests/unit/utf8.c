/* SPDX-License-Identifier: ISC */
#include "utf8.h"

#include "unit.h"

static void each(Str s, uint32_t (*change)(uint32_t), Buf *out)
{
    size_t at = 0;

    while (at < s.n)
        buf_utf8(out, change(utf8_next(s, &at)));
}

static void classes(Str s, Buf *out)
{
    size_t at = 0;

    while (at < s.n) {
        uint32_t c = utf8_next(s, &at);

        buf_char(out, cp_is_upper(c)     ? 'U'
                      : cp_is_lower(c)   ? 'l'
                      : cp_is_letter(c)  ? 'L'
                      : cp_is_control(c) ? 'c'
                      : cp_is_space(c)   ? 's'
                                         : '.');
    }
}

static void backwards(Str s, Buf *out)
{
    size_t at = s.n;

    while (at > 0)
        buf_utf8(out, utf8_prev(s, &at));
}

/* What is asked and a text in, the answer out. */
void unit_utf8(Str in, Buf *out)
{
    Str what;

    str_cut(&in, '\t', &what);
    if (str_eq(what, STR("count")))
        buf_uint(out, utf8_count(in));
    else if (str_eq(what, STR("check")))
        buf_uint(out, utf8_check(in));
    else if (str_eq(what, STR("valid")))
        buf_uint(out, utf8_valid(in));
    else if (str_eq(what, STR("mend")))
        buf_uint(out, utf8_mend(in, out));
    else if (str_eq(what, STR("lower")))
        each(in, cp_lower, out);
    else if (str_eq(what, STR("upper")))
        each(in, cp_upper, out);
    else if (str_eq(what, STR("class")))
        classes(in, out);
    else if (str_eq(what, STR("back")))
        backwards(in, out);
    else if (str_eq(what, STR("nfc")))
        utf8_nfc(in, out);
}
