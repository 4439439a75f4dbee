/* SPDX-License-Identifier: ISC */
#include "number.h"
#include "unit.h"

/* How a figure is punctuated. */
void unit_shape(Str in, Buf *out)
{
    static const char *const names[] = {"plain",         "dot groups",    "comma groups",
                                        "decimal comma", "decimal point", "other"};
    buf_str(out, str_of(names[number_shape(in)]));
}
