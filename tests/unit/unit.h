/* SPDX-License-Identifier: ISC */
/* Unit tests: a table tests/unit/NAME.tsv beside a function in tests/unit/NAME.c.
 *
 *     #include "unit.h"
 *     void unit_number(Str in, Buf *out)      is called for each line of number.tsv, appends to out what is
 *     {                                       compared with the line's last column
 *         Str digits, style;
 *         str_cut(&in, '\t', &style);
 *         …
 *     }
 *
 * The build finds the files; nothing else is to be registered. */
#ifndef UNIT_H
#define UNIT_H

#include "str.h"

#define UNIT(name) void unit_##name(Str in, Buf *out);
#include "units.h" /* generated: UNIT(number) UNIT(utf8) … */
#undef UNIT

#endif
