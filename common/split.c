/* SPDX-License-Identifier: ISC */
#include "split.h"

#include "mask.h"
#include "utf8.h"

enum { OTHER, LETTER, DIGIT, SPACE, WIDE, LETTER_BYTE };

/* LETTER_BYTE: any byte of a character whose lead byte tells that it is a letter: C4 to CA. */
static const unsigned char byte_class[256] = {
    ['A' ... 'Z'] = LETTER,        ['a' ... 'z'] = LETTER, ['0' ... '9'] = DIGIT,  [' '] = SPACE,
    [0x80 ... 0xBF] = LETTER_BYTE, /* reached only behind a lead byte that is one */
    [0xC4 ... 0xCA] = LETTER_BYTE, [0xC0 ... 0xC3] = WIDE, [0xCB ... 0xFF] = WIDE,
};

static bool in_word(unsigned char c)
{
    return byte_class[c] == LETTER || byte_class[c] == LETTER_BYTE;
}

/* Bytes of the letter (or combining mark) that begins with a WIDE byte, 0 for none. E1 BA and E1 BB hold
 * letters only, as C4 to CA do: that is the whole of Vietnamese but for the Latin-1 row C3. */
static size_t wide_letter(const unsigned char *p, size_t n)
{
    if (n < 2)
        return 0;
    if (p[0] == 0xE1 && (p[1] == 0xBA || p[1] == 0xBB))
        return 3;
    if (p[0] == 0xC3)
        return p[1] == 0x97 || p[1] == 0xB7 ? 0 : 2; /* × ÷ */
    if (p[0] == 0xCC || (p[0] == 0xCD && p[1] < 0xB0))
        return 2; /* combining marks */
    size_t at = 0;
    return cp_is_letter(utf8_next((Str){(const char *)p, n}, &at)) ? at : 0;
}

/* Behind the letters that stand at p + at. */
static size_t letters_end(const unsigned char *p, size_t n, size_t at)
{
    for (;;) {
        while (at < n && in_word(p[at]))
            at++;
        size_t more = at < n && byte_class[p[at]] == WIDE ? wide_letter(p + at, n - at) : 0;
        if (!more)
            return at;
        at += more;
    }
}

static size_t apostrophe_at(const unsigned char *p, size_t n)
{
    if (n && p[0] == '\'')
        return 1;
    return n >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0x99 ? 3 : 0; /* ’ */
}

static size_t word_end(const unsigned char *p, size_t n)
{
    size_t at = letters_end(p, n, 0);
    /* H’Loan, K'Sơn: the apostrophe behind a lone capital belongs to the name */
    if (at == 1 && p[0] <= 'Z') {
        size_t quote = apostrophe_at(p + at, n - at);
        size_t end = quote ? letters_end(p, n, at + quote) : 0;
        if (end > at + quote)
            return end;
    }
    return at;
}

static size_t number_end(const unsigned char *p, size_t n)
{
    size_t at = 1;
    for (;;) {
        while (at < n && byte_class[p[at]] == DIGIT)
            at++;
        if (at + 1 < n && (p[at] == '.' || p[at] == ',') && byte_class[p[at + 1]] == DIGIT)
            at += 2;
        else
            return at;
    }
}

bool split_next(Str text, size_t *at, Split *out)
{
    const unsigned char *p = (const unsigned char *)text.p;
    size_t i = *at, n = text.n, len;
    while (i < n && byte_class[p[i]] == SPACE)
        i++;
    if (i >= n) {
        *at = i;
        return false;
    }
    out->before = i - *at;
    if (byte_class[p[i]] == DIGIT) {
        len = number_end(p + i, n - i);
        out->type = TOKEN_NUMBER;
    } else if ((len = word_end(p + i, n - i))) {
        out->type = TOKEN_WORD;
    } else {
        len = 1;
        if (p[i] >= 0x80) {
            size_t end = i;
            utf8_next(text, &end);
            len = end - i;
        }
        out->type = TOKEN_MARK;
    }
    out->text = (Str){text.p + i, len};
    *at = i + len;
    return true;
}

void split_block(Str text, size_t at, SplitBlock *b)
{
    char room[BLOCK];
    const char *p = block_at(text.p + at, text.n - at, ' ', room);
    uint64_t letters = 0, high = 0, lead = 0, latin = 0, c3 = 0, sign = 0, e1 = 0, row = 0;
    for (int k = 0; k < BLOCK; k += LANE) {
        Lane lane = lane_load(p + k), seven = lane_and(lane, lane_each(0x7F));
        letters |= lane_bits(lane_between(lane_or(lane, lane_each(0x20)), 'a', 'z')) << k;
        high |= lane_bits(lane) << k;
        lead |= lane_bits(lane_up(lane, 1)) << k;
        latin |= lane_bits(lane_between(seven, 0x44, 0x4A)) << k; /* C4 to CA */
        c3 |= lane_bits(lane_equal(lane, lane_each(0xC3))) << k;
        sign |= lane_bits(lane_or(lane_equal(lane, lane_each(0x97)), lane_equal(lane, lane_each(0xB7)))) << k;
        e1 |= lane_bits(lane_equal(lane, lane_each(0xE1))) << k;
        row |= lane_bits(lane_or(lane_equal(lane, lane_each(0xBA)), lane_equal(lane, lane_each(0xBB)))) << k;
    }
    lead &= high;
    b->base = at;
    b->word = letters | high;
    b->odd = (lead & ~(latin | c3 | e1)) | (c3 & sign >> 1) | (e1 & ~(row >> 1)); /* ×, ÷; other rows of E1 */
}
