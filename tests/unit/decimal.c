/* SPDX-License-Identifier: ISC */
#include "number.h"
#include "unit.h"

/* Reverse Polish: numbers in Vietnamese style, + < (comparison), ^N (power of ten); the result in canonical
 * form. */
void unit_decimal(Str in, Buf *out)
{
    Decimal stack[8];
    size_t n = 0;
    Str word;
    while (str_cut(&in, ' ', &word)) {
        bool ok = true;
        if (word.p[0] == '+') {
            n--;
            ok = decimal_add(&stack[n - 1], &stack[n]);
        } else if (word.p[0] == '<') {
            n--;
            int order = decimal_cmp(&stack[n - 1], &stack[n]);
            stack[n - 1] = decimal_of(1);
            stack[n - 1].negative = order < 0;
            if (order == 0)
                stack[n - 1] = decimal_of(0);
        } else if (word.p[0] == '^') {
            decimal_shift(&stack[n - 1], word.p[1] - '0');
        } else {
            bool minus = word.p[0] == '-';
            ok = decimal_read(str_from(word, minus), NUMBER_VIETNAMESE, &stack[n]);
            stack[n++].negative = minus;
        }
        if (!ok) {
            buf_str(out, STR("no"));
            return;
        }
    }
    decimal_write(&stack[0], out);
    uint64_t v;
    if (decimal_uint(&stack[0], &v))
        buf_str(out, STR(" int"));
}
