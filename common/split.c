/* SPDX-License-Identifier: ISC */
#include "split.h"

#include "utf8.h"

enum { OTHER, LETTER, DIGIT, SPACE, WIDE };

/* A letter is any byte of a character whose lead byte tells that it is one: C4 to CA. */
static const unsigned char byte_class[256] = {
    ['A' ... 'Z'] = LETTER,   ['a' ... 'z'] = LETTER, ['0' ... '9'] = DIGIT,  [' '] = SPACE,
    [0x80 ... 0xBF] = LETTER, /* reached only behind a lead byte that is one */
    [0xC4 ... 0xCA] = LETTER, [0xC0 ... 0xC3] = WIDE, [0xCB ... 0xFF] = WIDE,
};

static bool in_word(unsigned char c)
{
    return byte_class[c] == LETTER;
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

/* Bytes of the number that begins at p as far as a lane tells: LANE - 1 or more: it may go on. */
static size_t number_in_lane(const unsigned char *p)
{
    Lane lane = lane_load((const char *)p);
    uint64_t digit = lane_bits(lane_between(lane, '0', '9'));
    uint64_t point = lane_bits(lane_equal(lane_and(lane, lane_each(0xFD)), lane_each(','))); /* , and . */
    return (size_t)__builtin_ctzll(~(digit | (point & digit << 1 & digit >> 1)));
}

static size_t number_end(const unsigned char *p, size_t n)
{
    size_t at = n < LANE ? LANE : number_in_lane(p);
    if (at < LANE - 1)
        return at;
    at = 1;
    for (;;) {
        while (at < n && byte_class[p[at]] == DIGIT)
            at++;
        if (at + 1 < n && (p[at] == '.' || p[at] == ',') && byte_class[p[at + 1]] == DIGIT)
            at += 2;
        else
            return at;
    }
}

TokenType split_token(Str text, size_t at, size_t *len)
{
    const unsigned char *p = (const unsigned char *)text.p + at;
    size_t n = text.n - at;
    *len = 1;
    if (byte_class[p[0]] == OTHER)
        return TOKEN_MARK;
    if (p[0] == 0xE2 && n > 2 && p[1] == 0x80) {
        *len = 3;
        return TOKEN_MARK;
    }
    if (byte_class[p[0]] == DIGIT) {
        *len = number_end(p, n);
        return TOKEN_NUMBER;
    }
    size_t word = word_end(p, n), end = at;
    if (!word)
        utf8_next(text, &end);
    *len = word ? word : end - at;
    return word ? TOKEN_WORD : TOKEN_MARK;
}

bool split_next(Str text, size_t *at, Split *out)
{
    size_t i = *at, len;
    while (i < text.n && text.p[i] == ' ')
        i++;
    if (i >= text.n) {
        *at = i;
        return false;
    }
    out->before = i - *at;
    out->type = split_token(text, i, &len);
    out->text = (Str){text.p + i, len};
    *at = i + len;
    return true;
}

SplitBlock split_block(const char *p)
{
    uint64_t run = 0, space = 0;
    for (unsigned i = 0; i < BLOCK; i += LANE) {
        Lane lane = lane_load(p + i), letter = lane_between(lane_or(lane, lane_each(0x20)), 'a', 'z');
        run |= lane_bits(lane_or(letter, lane)) << i;
        space |= lane_bits(lane_equal(lane, lane_each(' '))) << i;
    }
    if (run == UINT64_MAX)
        return (SplitBlock){0, 0, 0};
    int rest = __builtin_clzll(~run);
    uint64_t known = UINT64_MAX >> rest;
    return (SplitBlock){BLOCK - (size_t)rest, run & known, ~space & ~(run & run << 1) & known};
}
