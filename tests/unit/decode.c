/* SPDX-License-Identifier: ISC */
#include "decode.h"

#include "unit.h"

static void decode(Encoding e, Str bytes, size_t cut, Buf *out)
{
    Decoder *d = decoder_new(e);
    size_t at = 0, have = 0;

    decoder_open(d);
    while (at < bytes.n) {
        Str text;
        size_t n = decoder_take(d, str_sub(bytes, at, have - at), have == bytes.n, &text);

        buf_str(out, text);
        at += n;
        if (n == 0)
            have = have + cut < bytes.n ? have + cut : bytes.n;
    }
    decoder_free(d);
}

/* Encoding and bytes in, text out; `!` in front when it depends on how the input is cut. */
void unit_decode(Str in, Buf *out)
{
    Str name;
    Encoding e = ENCODING_AUTO;
    Buf pieces = {0}, whole = {0};

    str_cut(&in, '\t', &name);
    if (!encoding_of(name, &e))
        buf_str(out, STR("unknown encoding "));
    decode(e, in, in.n, &whole);
    decode(e, in, 3, &pieces);
    if (!str_eq(buf_get(&whole), buf_get(&pieces)))
        buf_char(out, '!');
    buf_str(out, buf_get(&whole));
    buf_free(&whole);
    buf_free(&pieces);
}
