/* SPDX-License-Identifier: ISC */
/* Any bytes become a line of valid UTF-8 in the normal form, which is its own normal form in every style. */
#include <stdio.h>
#include <stdlib.h>

#include "normal.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Normal *normal[3];
    static Buf line, once, twice;
    if (size < 1)
        return 0;
    int style = data[0] % 3;
    if (!normal[style])
        normal[style] = normal_new((ToneStyle)style);
    line.n = once.n = twice.n = 0;
    utf8_mend((Str){(const char *)data + 1, size - 1}, &line);
    normal_line(normal[style], buf_get(&line), data[0] & 64, &once);
    normal_line(normal[style], buf_get(&once), false, &twice);
    if (utf8_check(buf_get(&once)) != once.n || !str_eq(buf_get(&once), buf_get(&twice))) {
        fprintf(stderr, "once  [%.*s]\ntwice [%.*s]\n", (int)once.n, once.p, (int)twice.n, twice.p);
        abort();
    }
    return 0;
}
