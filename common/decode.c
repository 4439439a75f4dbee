/* SPDX-License-Identifier: ISC */
#include "decode.h"

#include <stdlib.h>

#include "mask.h"
#include "recognise.h"
#include "utf16.h"
#include "utf8.h"

enum {
    START = 4096,        /* bytes by which a FILE is told to be UTF-16 */
    LONG_LINE = 1 << 20, /* a line longer than this is taken in pieces */
    JUDGED = 1 << 14,    /* bytes of suspicious lines that are judged together */
    LOOK_BACK = 1 << 12  /* bytes before them that may belong to them */
};

const char *const encoding_names[ENCODINGS + 1] = {
    "auto", "utf-8", "utf-16", "tcvn3", "vni", "viscii", "windows-1258", NULL,
};

struct Decoder {
    Encoding forced;
    bool opened; /* the first bytes of the FILE are still to be looked at */
    Utf16 utf16;
    DecodeCounts counts;
    Recogniser *recogniser;
    size_t searched; /* bytes that were seen to hold no line end when more were asked for */
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
    d->recogniser = recogniser_new(e);
    return d;
}

void decoder_free(Decoder *d)
{
    if (!d)
        return;
    recogniser_free(d->recogniser);
    buf_free(&d->text);
    free(d);
}

void decoder_open(Decoder *d)
{
    d->opened = true;
    d->utf16 = UTF16_NONE;
    d->searched = 0;
    d->counts = (DecodeCounts){0};
    recogniser_reset(d->recogniser);
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

    if (n == 0 && raw.n >= LONG_LINE)
        n = utf16_chars((Str){raw.p, LONG_LINE}, d->utf16);
    if (last)
        n = raw.n;
    d->text.n = 0;
    d->counts.invalid += utf16_read((Str){raw.p, n}, d->utf16, &d->text);
    d->counts.lines[ENCODING_UTF16] = 1;
    *text = buf_get(&d->text);
    return n;
}

/* ---- plain text: valid UTF-8 without a sign of anything else ---- */

#define BIT(byte) (1ULL << ((byte)&0x3F))
/* Second bytes of the signs of U+00A0..00BF that plain text has: no-break space « » ° ² ³ · © */
static const uint64_t signs =
    BIT(0xA0) | BIT(0xAB) | BIT(0xBB) | BIT(0xB0) | BIT(0xB2) | BIT(0xB3) | BIT(0xB7) | BIT(0xA9);

/* Is the character whose first byte is at s[i] (not ASCII, and not of the common three-byte ranges) as in
 * plain text? */
static bool is_plain(Str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i], next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;

    /* A sign behind a letter like á may be the second byte of a misread letter: "á»™". */
    if (c == 0xC2)
        return (next & 0xC0) == 0x80 && signs & BIT(next) && (i == 0 || (unsigned char)s.p[i - 1] < 0x80);
    return utf8_valid(str_from(s, i)) != 0;
}

/* Second bytes of letters of U+00C0..00FF that Vietnamese has not, by their last five bits, which are the
 * same for capital and small letters. */
static inline uint64_t foreign(const BlockBits *b)
{
    uint64_t low = ~b->three, c = low & b->two & ~b->four; /* Ä Å Æ Ç */

    c |= b->three & b->one & (b->two | b->zero);             /* Î Ï Þ ß, Ë Û */
    c |= b->three & b->four & ~b->one & ~b->zero;            /* Ø Ü */
    c |= low & b->four & ~b->two & ~b->one & b->zero;        /* Ñ */
    return c | (low & b->four & b->two & b->one & ~b->zero); /* Ö */
}

static inline Lane masked(Lane lane, unsigned char mask, unsigned char byte)
{
    return lane_equal(lane_and(lane, lane_each(mask)), lane_each(byte));
}

/* Bytes of a lane that a plain text may lack: what does not follow from the two bytes before, all leads but
 * C3 to DF, E1 and E2, and behind C3 letters that Vietnamese has not, and some more. */
static inline Lane doubtful(const char *p)
{
    Lane lane = lane_load(p), before = lane_load(p - 1), second = lane_load(p - 2);
    Lane asked = lane_or(lane_from(before, 0xC0), lane_from(second, 0xE0));
    Lane wrong = lane_xor(asked, lane_and(lane, lane_not(lane_up(lane, 1))));
    Lane lead = lane_and(lane_from(lane, 0xC0), lane_not(lane_from(lane, 0xC3)));
    Lane foreign = lane_or(masked(lane, 0x1C, 0x04), masked(lane, 0x0F, 0x0B)); /* Ä Å Æ Ç, Ë Û */
    foreign = lane_or(foreign, masked(lane, 0x0E, 0x0E));                       /* Î Ï Þ ß */
    foreign = lane_or(foreign, lane_or(masked(lane, 0x1E, 0x10), masked(lane, 0x1E, 0x16))); /* Ð Ñ Ö × */
    foreign = lane_or(foreign, masked(lane, 0x1B, 0x18));                                    /* Ø Ü */
    lead = lane_or(lead, lane_or(lane_equal(lane, lane_each(0xE0)), lane_from(lane, 0xE3)));
    return lane_or(lane_or(wrong, lead), lane_and(foreign, lane_equal(before, lane_each(0xC3))));
}

/* Is a block plain beyond doubt? Looks at two bytes before it. */
static bool block_is_plain(const char *p)
{
    Lane found = doubtful(p);
    for (unsigned i = LANE; i < BLOCK; i += LANE)
        found = lane_or(found, doubtful(p + i));
    return lane_bits(found) == 0;
}

/* First byte of a character that plain text does not have, or of one that is not valid; s.n when all is
 * plain. */
static size_t plain_end(Str s)
{
    uint64_t c3 = 0;       /* the block before ends with that */
    uint64_t expected = 0; /* continuation bytes that the block before asks for */
    char room[BLOCK];

    for (size_t base = 0; base < s.n; base += BLOCK) {
        if (base && s.n - base >= BLOCK && block_is_plain(s.p + base)) {
            unsigned char last = (unsigned char)s.p[base + BLOCK - 1],
                          second = (unsigned char)s.p[base + BLOCK - 2];
            c3 = last == 0xC3;
            expected = (uint64_t)(last >= 0xC0 || second >= 0xE0) | (uint64_t)(last >= 0xE0) << 1;
            continue;
        }
        BlockBits b = block_bits(block_at(s.p + base, s.n - base, 0, room));
        uint64_t lead = b.high & b.six, two = lead, three = lead & b.five, four = three & b.four;
        uint64_t first = lead & ~(b.four | b.three | b.two); /* C0..C3, E0..E3 */
        uint64_t row_c3 = first & ~b.five & b.one & b.zero, common = first & b.five & (b.one ^ b.zero);
        uint64_t follow = expected | two << 1 | three << 2 | four << 3, wrong, rare;
        size_t end = s.n;

        expected = two >> 63 | three >> 62 | four >> 61;
        wrong = follow ^ (b.high & ~b.six);
        wrong |= (row_c3 << 1 | c3) & foreign(&b);
        c3 = row_c3 >> 63;
        if (wrong)
            end = base + (size_t)__builtin_ctzll(wrong);
        rare = (first & ~b.five & ~row_c3) | (three & ~common) | four; /* C0..C2; all but E1, E2 */
        for (; rare; rare &= rare - 1) {
            size_t i = base + (size_t)__builtin_ctzll(rare);

            if (i >= end || !is_plain(s, i))
                return i < end ? i : end;
        }
        if (wrong)
            return end < s.n ? end : s.n - 1;
    }
    return expected ? s.n - 1 : s.n;
}

/* ---- lines ---- */

/* Bytes at the front of raw that make whole lines, all of them when it is the last; a piece of a long line
 * ends between characters. */
static size_t whole_lines(Decoder *d, Str raw, bool last)
{
    size_t n = raw.n;

    while (n > d->searched && raw.p[n - 1] != '\n')
        n--;
    if (n == d->searched) {
        d->searched = raw.n;
        n = 0;
    }
    if (n == 0 && raw.n > LONG_LINE) {
        for (n = LONG_LINE; n > LONG_LINE - 4 && ((unsigned char)raw.p[n] & 0xC0) == 0x80; n--)
            ;
        return n;
    }
    return last && raw.n - n <= LONG_LINE ? raw.n : n;
}

/* The line that begins s, with its line end. */
static Str first_line(Str s)
{
    size_t i = 0;

    while (i < s.n && s.p[i] != '\n' && s.p[i] != '\r')
        i++;
    return (Str){s.p, i < s.n ? i + 1 : i};
}

/* A line with which a document certainly begins. */
static bool is_boundary(Str line)
{
    return str_starts(line, STR("==> ")) || memchr(line.p, '\f', line.n) != NULL;
}

static bool holds_boundary(Str lines)
{
    while (lines.n > 0) {
        Str line = first_line(lines);

        if (is_boundary(line))
            return true;
        lines = str_from(lines, line.n);
    }
    return false;
}

/* The end of the block of suspicious lines that s begins with; 0 when it may go on behind s. Lines that are
 * plainly Vietnamese end it, and a boundary, which belongs to what follows. */
static size_t block_end(Str s, bool last)
{
    size_t at = 0;

    while (at < s.n && at < JUDGED) {
        Str line = first_line(str_from(s, at));

        if (at > 0 && (is_boundary(line) || (utf8_check(line) == line.n && plainly_vietnamese(line))))
            return at;
        at += line.n;
    }
    return at < JUDGED && !last ? 0 : at;
}

static bool is_ascii(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80)
            return false;
    return true;
}

/* Where the doubtful lines begin that stand before lines[at]: they have letters of Latin-1 alone, as a title
 * in windows-1258 may ("Hôòi nghiò"), and nothing between them and `at` is plainly Vietnamese. */
static size_t doubtful_start(Str lines, size_t at)
{
    size_t start = at, i = at;

    while (i > 0 && at - i < LOOK_BACK) {
        size_t end = i--;
        Str line;

        while (i > 0 && lines.p[i - 1] != '\n' && lines.p[i - 1] != '\r')
            i--;
        line = str_sub(lines, i, end - i);
        if (is_boundary(line) || has_vietnamese(line))
            break;
        if (!is_ascii(line))
            start = i;
    }
    return start;
}

/* In a document that is not UTF-8: where the first doubtful line begins before lines[end]; `end` for none. */
static size_t first_doubtful(Str lines, size_t end)
{
    for (size_t at = 0; at < end;) {
        Str line = first_line(str_from(lines, at));

        if (is_boundary(line))
            break;
        if (!is_ascii(line) && !has_vietnamese(line))
            return at;
        at += line.n;
    }
    return end;
}

/* Bytes at the front of `lines` that are plain, line by line. */
static size_t plain_lines(Str lines)
{
    size_t from = 0;

    for (;;) {
        Str rest = str_from(lines, from), line;
        size_t at = from + plain_end(rest);

        if (at == lines.n)
            return at;
        while (at > from && lines.p[at - 1] != '\n' && lines.p[at - 1] != '\r')
            at--;
        line = first_line(str_from(lines, at));
        if (utf8_check(line) != line.n || !plainly_vietnamese(line))
            return at;
        from = at + line.n;
        if (from == lines.n)
            return from;
    }
}

static size_t take_utf8(Decoder *d, Str lines, Str *text)
{
    *text = lines;
    if (utf8_check(lines) == lines.n)
        return lines.n;
    d->text.n = 0;
    d->counts.invalid += utf8_mend(lines, &d->text);
    *text = buf_get(&d->text);
    return lines.n;
}

/* Takes plain lines from the front, or else a block of suspicious ones. `last`: the FILE ends with them. */
static size_t take_lines(Decoder *d, Str lines, bool last, Str *text)
{
    size_t plain = plain_lines(lines), n;

    if (plain < lines.n || !last)
        plain = doubtful_start(lines, plain);
    if (recogniser_found(d->recogniser))
        plain = first_doubtful(lines, plain);
    if (plain > 0 || lines.n == 0) {
        *text = (Str){lines.p, plain};
        if (recogniser_found(d->recogniser) && holds_boundary(*text))
            recogniser_reset(d->recogniser);
        return plain;
    }
    n = block_end(lines, last || lines.n >= LONG_LINE - 4);
    if (n == 0)
        return 0;
    if (is_boundary(first_line(lines)))
        recogniser_reset(d->recogniser);
    d->text.n = 0;
    recognise(d->recogniser, (Str){lines.p, n}, &d->text, &d->counts);
    *text = buf_get(&d->text);
    return n;
}

size_t decoder_take(Decoder *d, Str raw, bool last, Str *text)
{
    Str lines;
    size_t taken;

    *text = (Str){raw.p, 0};
    if (raw.n == 0 || (d->opened && !look_at_start(d, raw, last)))
        return 0;
    if (d->utf16 != UTF16_NONE)
        return take_utf16(d, raw, last, text);
    lines = (Str){raw.p, whole_lines(d, raw, last)};
    if (d->forced == ENCODING_UTF8)
        taken = take_utf8(d, lines, text);
    else
        taken = take_lines(d, lines, last && lines.n == raw.n, text);
    if (taken > 0)
        d->searched = 0;
    return taken;
}
