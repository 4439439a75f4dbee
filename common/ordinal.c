/* SPDX-License-Identifier: ISC */
#include "ordinal.h"

#include <stdlib.h>

enum { TENS = 10, MOST = 99 };

struct Ordinals {
    uint32_t units[16]; /* ids of the words in `unit_words` */
    uint32_t tens;      /* mươi */
};

static const struct {
    const char *word;
    unsigned value;
} unit_words[] = {
    {"một", 1}, {"nhất", 1}, {"mốt", 1}, {"hai", 2}, {"nhì", 2}, {"ba", 3},  {"bốn", 4},  {"tư", 4},
    {"năm", 5}, {"lăm", 5},  {"sáu", 6}, {"bảy", 7}, {"bẩy", 7}, {"tám", 8}, {"chín", 9}, {"mười", TENS},
};

Ordinals *ordinals_new(Lexicon *l)
{
    Ordinals *o = xrealloc(NULL, 1, sizeof *o);
    for (size_t i = 0; i < sizeof unit_words / sizeof *unit_words; i++)
        o->units[i] = lexicon_word(l, str_of(unit_words[i].word));
    o->tens = lexicon_word(l, STR("mươi"));
    return o;
}

void ordinals_free(Ordinals *o)
{
    free(o);
}

unsigned roman_value(Str word)
{
    unsigned sum = 0, last = 0;
    for (size_t i = word.n; i-- > 0;) {
        char c = word.p[i];
        unsigned v = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : c == 'L' ? 50 : 0;
        if (!v || word.n > 7)
            return 0;
        if (v < last) {
            sum -= v;
        } else {
            sum += v;
            last = v;
        }
    }
    return sum <= MOST ? sum : 0;
}

static unsigned unit_value(const Ordinals *o, const Token *t, size_t n, size_t i)
{
    if (i >= n || t[i].type != TOKEN_WORD || !t[i].word)
        return 0;
    for (size_t k = 0; k < sizeof unit_words / sizeof *unit_words; k++)
        if (o->units[k] == t[i].word)
            return unit_words[k].value;
    return 0;
}

/* mười lăm, hai mươi, hai mươi mốt, ba */
static size_t in_words(const Ordinals *o, const Token *t, size_t n, size_t i, unsigned *value)
{
    unsigned first = unit_value(o, t, n, i), next;
    size_t k = 1;
    if (!first)
        return 0;
    *value = first;
    if (first < TENS) {
        if (i + 1 >= n || t[i + 1].word != o->tens)
            return 1;
        *value = first * TENS;
        k = 2;
    }
    next = unit_value(o, t, n, i + k);
    if (!next || next == TENS)
        return k;
    *value += next;
    return k + 1;
}

size_t ordinal_at(const Ordinals *o, Str text, const Token *t, size_t n, size_t i, unsigned *value)
{
    if (i >= n || t[i].type == TOKEN_MARK)
        return 0;
    Str s = token_str(text, &t[i]);
    if (t[i].type == TOKEN_NUMBER) {
        *value = 0;
        for (size_t k = 0; k < s.n; k++) {
            if (s.n > 3 || s.p[k] < '0' || s.p[k] > '9')
                return 0;
            *value = *value * 10 + (unsigned)(s.p[k] - '0');
        }
        return *value > 0;
    }
    *value = roman_value(s);
    return *value ? 1 : in_words(o, t, n, i, value);
}
