/* SPDX-License-Identifier: ISC */
/* What is read as a number and written is read again as the same. */
#include <stdlib.h>

#include "number.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    Str digits = {(const char *)data + 1, size - 1};
    Decimal a, b;
    (void)number_shape(digits);
    if (!decimal_read(digits, data[0] & 1 ? NUMBER_ENGLISH : NUMBER_VIETNAMESE, &a))
        return 0;
    Buf out = {0};
    decimal_write(&a, &out);
    if (!decimal_read(buf_get(&out), NUMBER_ENGLISH, &b) || decimal_cmp(&a, &b) != 0)
        abort();
    buf_free(&out);
    return 0;
}
