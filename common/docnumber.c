/* SPDX-License-Identifier: ISC */
#include "docnumber.h"

#include "metatables.h"
#include "utf8.h"

enum { DIGITS = 5, PARTS = 8, GLUED = 3 };

static bool plain_digits(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n > 0;
}

/* '/' or '-' for a mark that joins the parts, else 0. */
static char joint(const Token *t, size_t n, size_t i)
{
    char m = token_mark(t, n, i);
    return m == '/' || m == '-' ? m : 0;
}

static bool known_letters(const Lexicon *l, const Token *t, size_t i)
{
    uint32_t value;
    return lexicon_match(l, META_LETTERS, t, i + 1, i, &value) ||
           lexicon_match(l, META_ISSUER, t, i + 1, i, &value);
}

/* Letters of a number: QĐ, TTg, CTr, ThU; not an ordinary word that begins with a capital. */
static bool letters(const Lexicon *l, Str text, const Token *t, size_t i)
{
    if (t[i].type != TOKEN_WORD || !(t[i].flags & TOKEN_CAP))
        return false;
    if (t[i].flags & TOKEN_UPPER)
        return t[i].nch >= 2 || known_letters(l, t, i);
    Str s = token_str(text, &t[i]);
    size_t at = 0, capitals = 0;
    while (at < s.n)
        capitals += cp_is_upper(utf8_next(s, &at));
    return capitals > 1 || (!(t[i].flags & TOKEN_SYLLABLE) && known_letters(l, t, i));
}

static bool is_year(Str s)
{
    return s.n == 4 && plain_digits(s) && (s.p[0] == '1' || s.p[0] == '2');
}

/* One more part behind the token k: `/2010`, `/QĐ`, ` - NQ`, `/QH13`. Tokens, 0 for none. */
static size_t part_at(const Lexicon *l, Str text, const Token *t, size_t n, size_t k, bool coded, bool *word)
{
    if (!joint(t, n, k) || k + 1 >= n)
        return 0;
    bool apart = t[k].flags & TOKEN_SPACE && t[k + 1].flags & TOKEN_SPACE;
    *word = t[k + 1].type == TOKEN_WORD;
    if (!*word)
        return !coded && is_year(token_str(text, &t[k + 1])) && joint(t, n, k + 2) ? 2 : 0;
    if (!letters(l, text, t, k + 1))
        return 0;
    /* "nghị quyết số 26 - HĐND tỉnh": a dash between spaces needs letters that say they are some */
    uint32_t value;
    bool issuer = apart && coded && lexicon_match(l, META_ISSUER, t, k + 2, k + 1, &value) &&
                  !lexicon_match(l, META_ISSUER, t, k, k - 1, &value); /* 1234/QĐ - UBND */
    if (apart && !issuer && !joint(t, n, k + 2) && !lexicon_match(l, META_LETTERS, t, k + 2, k + 1, &value))
        return 0;
    if (apart && coded && !issuer)
        return 0;
    size_t used = 2;
    if (k + 2 < n && t[k + 2].type == TOKEN_NUMBER && !(t[k + 2].flags & TOKEN_SPACE) &&
        plain_digits(token_str(text, &t[k + 2])) && t[k + 2].n <= GLUED)
        used = 3; /* QH13, BCĐ138 */
    return used;
}

bool docnumber_at(const Lexicon *l, Str text, const Token *t, size_t n, size_t i, DocNumber *out)
{
    if (i >= n || t[i].type != TOKEN_NUMBER || t[i].n > DIGITS || !plain_digits(token_str(text, &t[i])))
        return false;
    size_t k = i + 1;
    *out = (DocNumber){.from = i, .padded = text.p[t[i].at] == '0'};
    if (k < n && t[k].type == TOKEN_WORD && !(t[k].flags & TOKEN_SPACE)) {
        if (t[k].nch != 1)
            return false; /* 310ha */
        out->letter = true;
        k++;
    }
    out->tail = k;
    for (size_t parts = 0; parts < PARTS; parts++) {
        bool word;
        size_t used = part_at(l, text, t, n, k, out->coded, &word);
        if (!used)
            break;
        out->coded |= word;
        k += used;
    }
    if (k > out->tail && !out->coded)
        k = out->tail; /* 24/2016 and no letters behind it */
    out->to = k;
    return true;
}

void docnumber_write(Str text, const Token *t, size_t from, size_t to, Buf *out)
{
    for (size_t i = from; i < to; i++) {
        if (t[i].type == TOKEN_MARK)
            buf_char(out, text.p[t[i].at] == '/' ? '/' : '-');
        else
            buf_str(out, token_str(text, &t[i]));
    }
}
