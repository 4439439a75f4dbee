/* SPDX-License-Identifier: ISC */
#include "normal.h"

#include "unit.h"

/* Style and a line in, its normal form out, with `!` in front if the normal form of that is another.
 * `records` stands for old style without entities. */
void unit_normal(Str in, Buf *out)
{
    Str what;
    Buf first = {0}, second = {0};
    bool entities;
    Normal *n;

    str_cut(&in, '\t', &what);
    entities = !str_eq(what, STR("records"));
    n = normal_new(str_eq(what, STR("new")) ? STYLE_NEW : str_eq(what, STR("keep")) ? STYLE_KEEP : STYLE_OLD);
    normal_line(n, in, entities, &first);
    normal_line(n, buf_get(&first), false, &second);
    if (!str_eq(buf_get(&first), buf_get(&second)))
        buf_char(out, '!');
    buf_str(out, buf_get(&first));
    buf_free(&first);
    buf_free(&second);
    normal_free(n);
}
