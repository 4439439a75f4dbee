/* SPDX-License-Identifier: ISC */
#include "legacy.h"

#include <iconv.h>
#include <stdlib.h>

#include "syllable.h"
#include "tables.h"
#include "utf8.h"

enum { BYTES = 256, TEXT_MAX = 8 };

/* What a byte stands for: at most two code points, 0 where there is none. */
typedef struct {
    bool known;
    uint32_t code[BYTES][2];
} ByteTable;

struct Legacy {
    ByteTable table[ENCODINGS];
};

/* ---- windows-1252 ---- */

static const uint16_t c1[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

/* What windows-1252 shows for a byte; the byte itself where it shows nothing. */
static uint32_t cp1252_char(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? c1[byte - 0x80] : byte;
}

int cp1252_byte(uint32_t c)
{
    if (c < 0x100)
        return (int)c;
    for (int i = 0; i < 32; i++)
        if (c1[i] == c)
            return 0x80 + i;
    return -1;
}

/* ---- tables ---- */

static void byte_from_iconv(iconv_t cd, unsigned char byte, uint32_t code[2])
{
    char in[1] = {(char)byte}, text[TEXT_MAX], *from = in, *to = text;
    size_t left = 1, room = sizeof text, at = 0, n = 0;

    /* windows-1258 keeps a letter back until it knows that no mark follows: the second call gives it. */
    if (iconv(cd, &from, &left, &to, &room) != (size_t)-1)
        iconv(cd, NULL, NULL, &to, &room);
    else
        iconv(cd, NULL, NULL, NULL, NULL);
    while (at < (size_t)(to - text) && n < 2)
        code[n++] = utf8_next((Str){text, (size_t)(to - text)}, &at);
}

static void read_iconv(ByteTable *t, const char *name)
{
    iconv_t cd = iconv_open("UTF-8", name);

    if (cd == (iconv_t)-1)
        return;
    t->known = true;
    for (unsigned b = 0; b < BYTES; b++)
        byte_from_iconv(cd, (unsigned char)b, t->code[b]);
    iconv_close(cd);
}

static uint32_t hex(Str s)
{
    uint32_t v = 0;

    for (size_t i = 0; i < s.n; i++)
        v = v * 16 + (uint32_t)(s.p[i] <= '9' ? s.p[i] - '0' : s.p[i] - 'A' + 10);
    return v;
}

static void read_vni(ByteTable *t)
{
    TableRows rows = table_rows(&table_vni, NULL);
    Str cells[2], code;

    t->known = true;
    for (unsigned b = 0; b < BYTES; b++)
        t->code[b][0] = cp1252_char((unsigned char)b);
    while (table_next(&rows, cells)) {
        uint32_t *codes = t->code[hex(cells[0]) & 0xFF];

        for (size_t i = 0; i < 2; i++)
            codes[i] = str_cut(&cells[1], ' ', &code) ? hex(code) : 0;
    }
}

Legacy *legacy_new(void)
{
    Legacy *l = calloc(1, sizeof *l);

    if (!l)
        oom();
    read_iconv(&l->table[ENCODING_TCVN3], "TCVN5712-1");
    read_iconv(&l->table[ENCODING_VISCII], "VISCII");
    read_iconv(&l->table[ENCODING_CP1258], "CP1258");
    read_vni(&l->table[ENCODING_VNI]);
    return l;
}

void legacy_free(Legacy *l)
{
    free(l);
}

bool legacy_known(const Legacy *l, Encoding e)
{
    return e >= ENCODING_TCVN3 && e < ENCODINGS && l->table[e].known;
}

/* ---- text ---- */

static size_t put(const ByteTable *t, unsigned char byte, Buf *out)
{
    if (byte < 0x80 && t->code[byte][0] == byte) {
        buf_char(out, (char)byte);
        return 0;
    }
    if (t->code[byte][0] == 0 && byte != 0) {
        buf_utf8(out, 0xFFFD);
        return 1;
    }
    buf_utf8(out, t->code[byte][0]);
    if (t->code[byte][1])
        buf_utf8(out, t->code[byte][1]);
    return 0;
}

/* Punctuation of windows-1252 that text in the ABC fonts has where TCVN 5712 has capitals: “ ” ‘ ’ – — … • */
static bool is_punctuation(unsigned char byte)
{
    return byte == 0x85 || (byte >= 0x91 && byte <= 0x97);
}

static bool is_word_byte(const ByteTable *t, unsigned char byte)
{
    return byte >= 0x80 || t->code[byte][0] != byte || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

/* TCVN3: a word that has such a byte at an end is a word with it ("Ồ ạt") or has a quotation mark there. */
static size_t read_tcvn3(const ByteTable *t, Str s, Buf *out)
{
    size_t bad = 0, i = 0;

    while (i < s.n) {
        size_t from = i, to, was = out->n;

        while (i < s.n && is_word_byte(t, (unsigned char)s.p[i]))
            i++;
        if (i == from) {
            bad += put(t, (unsigned char)s.p[i++], out);
            continue;
        }
        for (to = from; to < i; to++)
            bad += put(t, (unsigned char)s.p[to], out);
        if ((!is_punctuation((unsigned char)s.p[from]) && !is_punctuation((unsigned char)s.p[i - 1])) ||
            syllable_valid((Str){out->p + was, out->n - was}))
            continue;
        out->n = was;
        for (to = from; to < i; to++) {
            unsigned char b = (unsigned char)s.p[to];

            if (is_punctuation(b))
                buf_utf8(out, cp1252_char(b));
            else
                put(t, b, out);
        }
    }
    return bad;
}

static bool takes_mark(unsigned char c)
{
    switch (c) {
    case 'A':
    case 'E':
    case 'I':
    case 'O':
    case 'U':
    case 'Y':
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
    case 0xD4: /* Ơ */
    case 0xD6: /* Ư */
    case 0xF4:
    case 0xF6:
        return true;
    default:
        return false;
    }
}

/* VNI: a mark behind anything but a vowel is the letter of windows-1252. */
static size_t read_vni_text(const ByteTable *t, Str s, Buf *out)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char b = (unsigned char)s.p[i];
        uint32_t c = t->code[b][0];

        if (c >= 0x300 && c < 0x370 && (i == 0 || !takes_mark((unsigned char)s.p[i - 1])))
            buf_utf8(out, cp1252_char(b));
        else
            put(t, b, out);
    }
    return 0;
}

size_t legacy_read(const Legacy *l, Encoding e, Str bytes, Buf *out)
{
    const ByteTable *t = &l->table[e];
    size_t bad = 0;

    if (e == ENCODING_TCVN3)
        return read_tcvn3(t, bytes, out);
    if (e == ENCODING_VNI)
        return read_vni_text(t, bytes, out);
    for (size_t i = 0; i < bytes.n; i++)
        bad += put(t, (unsigned char)bytes.p[i], out);
    return bad;
}

/* ---- how Vietnamese ---- */

/* Spaces, quotes and dashes above U+007F: they are in no word. */
static bool parts_words(uint32_t c)
{
    return c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2000 && c < 0x2070);
}

static bool in_word(uint32_t c)
{
    return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : !parts_words(c);
}

Share vietnamese_share(Str text)
{
    Share share = {0};
    size_t at = 0;

    while (at < text.n) {
        size_t from = at, end = at, n = 0;
        uint64_t letters = 0;
        bool valid;

        for (uint32_t c; at < text.n && in_word(c = utf8_next(text, &end)); at = end, n++)
            if (c >= 0x80)
                letters |= 1ULL << (c % 61);
        if (at == from) {
            at = end;
        } else if (n > 1) {
            valid = syllable_valid((Str){text.p + from, at - from});
            share.words++;
            share.syllables += valid;
            share.seen += letters != 0;
            share.valid += valid && letters;
            share.letters |= valid ? letters : 0;
        }
    }
    return share;
}
