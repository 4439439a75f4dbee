/* SPDX-License-Identifier: ISC */
#include "decode.h"

#include <stdlib.h>

#include "utf16.h"
#include "utf8.h"

enum {
    START = 4096,        /* bytes by which a FILE is told to be UTF-16 */
    LONG_LINE = 1 << 20, /* a line longer than this is taken in pieces */
    UTF16_PIECE = 1 << 16
};

const char *const encoding_names[ENCODINGS + 1] = {
    "auto", "utf-8", "utf-16", "tcvn3", "vni", "viscii", "windows-1258", NULL,
};

struct Decoder {
    Encoding forced;
    bool opened; /* the first bytes of the FILE are still to be looked at */
    Utf16 utf16;
    DecodeCounts counts;
    Buf text;
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool same_name(Str a, Str b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (lower(a.p[i]) != lower(b.p[i]))
            return false;
    return true;
}

bool encoding_of(Str name, Encoding *e)
{
    for (unsigned i = 0; i < ENCODINGS; i++) {
        if (same_name(name, str_of(encoding_names[i]))) {
            *e = (Encoding)i;
            return true;
        }
    }
    return false;
}

Decoder *decoder_new(Encoding e)
{
    Decoder *d = calloc(1, sizeof *d);

    if (!d)
        oom();
    d->forced = e;
    return d;
}

void decoder_free(Decoder *d)
{
    if (!d)
        return;
    buf_free(&d->text);
    free(d);
}

void decoder_open(Decoder *d)
{
    d->opened = true;
    d->utf16 = UTF16_NONE;
    d->counts = (DecodeCounts){0};
}

DecodeCounts decoder_counts(const Decoder *d)
{
    return d->counts;
}

/* Looks at the beginning of a FILE: false when more of it is needed. */
static bool look_at_start(Decoder *d, Str raw, bool last)
{
    size_t n = raw.n < START ? raw.n : START;

    if (raw.n < START && !last && (raw.n < 64 || memchr(raw.p, 0, n)))
        return false;
    d->opened = false;
    if (d->forced == ENCODING_AUTO || d->forced == ENCODING_UTF16)
        d->utf16 = utf16_guess((Str){raw.p, n});
    if (d->forced == ENCODING_UTF16 && d->utf16 == UTF16_NONE)
        d->utf16 = UTF16_LITTLE;
    return true;
}

static size_t take_utf16(Decoder *d, Str raw, bool last, Str *text)
{
    size_t n = utf16_lines(raw, d->utf16);

    if (last && raw.n < UTF16_PIECE)
        n = raw.n;
    else if (n == 0 || (!last && raw.n < UTF16_PIECE))
        return 0;
    d->text.n = 0;
    d->counts.invalid += utf16_read((Str){raw.p, n}, d->utf16, &d->text);
    d->counts.lines[ENCODING_UTF16] += n > 0;
    *text = buf_get(&d->text);
    return n;
}

/* Bytes at the front of raw that make whole lines, all of them when it is the last; a piece of a long line
 * ends between characters. */
static size_t whole_lines(Str raw, bool last)
{
    size_t n = raw.n;

    if (last)
        return n;
    while (n > 0 && raw.p[n - 1] != '\n')
        n--;
    if (n > 0 || raw.n < LONG_LINE)
        return n;
    for (n = raw.n; n > raw.n - 4; n--)
        if (((unsigned char)raw.p[n - 1] & 0xC0) != 0x80)
            return (unsigned char)raw.p[n - 1] < 0x80 ? n : n - 1;
    return raw.n;
}

size_t decoder_take(Decoder *d, Str raw, bool last, Str *text)
{
    size_t n;

    *text = (Str){raw.p, 0};
    if (raw.n == 0 || (d->opened && !look_at_start(d, raw, last)))
        return 0;
    if (d->utf16 != UTF16_NONE)
        return take_utf16(d, raw, last, text);
    n = whole_lines(raw, last);
    *text = (Str){raw.p, n};
    if (utf8_check(*text) == n)
        return n;
    d->text.n = 0;
    d->counts.invalid += utf8_mend(*text, &d->text);
    *text = buf_get(&d->text);
    return n;
}
