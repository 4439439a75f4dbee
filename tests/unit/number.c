/* SPDX-License-Identifier: ISC */
#include "number.h"
#include "unit.h"

/* Style (v, e) and digits in, the canonical number out; `no` when it cannot be read. */
void unit_number(Str in, Buf *out)
{
    Str style;
    Decimal d;
    str_cut(&in, '\t', &style);
    if (decimal_read(in, style.p[0] == 'e' ? NUMBER_ENGLISH : NUMBER_VIETNAMESE, &d))
        decimal_write(&d, out);
    else
        buf_str(out, STR("no"));
}
