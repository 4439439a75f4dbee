/* SPDX-License-Identifier: ISC */
#include "split.h"

#include "utf8.h"

enum { OTHER, LETTER, DIGIT, SPACE, WIDE };

static const unsigned char byte_class[256] = {
    ['A' ... 'Z'] = LETTER, ['a' ... 'z'] = LETTER, ['0' ... '9'] = DIGIT,
    [' '] = SPACE,          [0x80 ... 0xFF] = WIDE,
};

/* Bytes of the letter (or combining mark) at p, 0 for none. Lead bytes C4 to CA and E1 BA, E1 BB hold letters
 * only: the whole of Vietnamese but for the Latin-1 row C3. */
static size_t letter_at(const unsigned char *p, size_t n)
{
    if (byte_class[p[0]] == LETTER)
        return 1;
    if (byte_class[p[0]] != WIDE || n < 2)
        return 0;
    if (p[0] >= 0xC4 && p[0] <= 0xCA)
        return 2;
    if (p[0] == 0xC3)
        return p[1] == 0x97 || p[1] == 0xB7 ? 0 : 2; /* × ÷ */
    if (p[0] == 0xCC || (p[0] == 0xCD && p[1] < 0xB0))
        return 2; /* combining marks */
    if (p[0] == 0xE1 && (p[1] == 0xBA || p[1] == 0xBB))
        return 3;
    size_t at = 0;
    return cp_is_letter(utf8_next((Str){(const char *)p, n}, &at)) ? at : 0;
}

static size_t apostrophe_at(const unsigned char *p, size_t n)
{
    if (n && p[0] == '\'')
        return 1;
    return n >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0x99 ? 3 : 0; /* ’ */
}

static size_t word_end(const unsigned char *p, size_t n)
{
    size_t at = 0, more;
    while (at < n && (more = letter_at(p + at, n - at)))
        at += more;
    /* H’Loan, K'Sơn: the apostrophe behind a lone capital belongs to the name */
    if (at == 1 && p[0] <= 'Z') {
        size_t quote = apostrophe_at(p + at, n - at), first = 0;
        if (quote && at + quote < n)
            first = letter_at(p + at + quote, n - at - quote);
        if (first) {
            at += quote;
            while (at < n && (more = letter_at(p + at, n - at)))
                at += more;
        }
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
        if (byte_class[p[i]] == WIDE) {
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
