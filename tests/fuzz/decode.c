/* SPDX-License-Identifier: ISC */
/* Any bytes in any encoding become valid UTF-8, the same however they are cut into reads; all are taken;
 * bytes that are not UTF-16 keep their line ends. */
#include <stdio.h>
#include <stdlib.h>

#include "decode.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void decode(Encoding e, Str bytes, size_t cut, Buf *out, DecodeCounts *counts)
{
    Decoder *d = decoder_new(e);
    size_t at = 0, have = 0;

    out->n = 0;
    decoder_open(d);
    while (at < bytes.n) {
        Str text;
        size_t n = decoder_take(d, str_sub(bytes, at, have - at), have == bytes.n, &text);

        if (n == 0 && have == bytes.n)
            abort(); /* stuck */
        buf_str(out, text);
        at += n;
        if (n == 0)
            have = have + cut < bytes.n ? have + cut : bytes.n;
    }
    *counts = decoder_counts(d);
    decoder_free(d);
}

static size_t count(Str s, char c)
{
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == c;
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Buf whole, pieces;
    DecodeCounts c1, c2;
    Str bytes;
    Encoding e;

    if (size < 2)
        return 0;
    e = (Encoding)(data[0] % ENCODINGS);
    bytes = (Str){(const char *)data + 2, size - 2};
    decode(e, bytes, size, &whole, &c1);
    decode(e, bytes, data[1] + 1U, &pieces, &c2);
    if (!str_eq(buf_get(&whole), buf_get(&pieces)) || utf8_check(buf_get(&whole)) != whole.n ||
        (c1.lines[ENCODING_UTF16] == 0 && count(bytes, '\n') != count(buf_get(&whole), '\n'))) {
        fprintf(stderr, "whole  [%.*s]\npieces [%.*s]\n", (int)whole.n, whole.p, (int)pieces.n, pieces.p);
        abort();
    }
    return 0;
}
