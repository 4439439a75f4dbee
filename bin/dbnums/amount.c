/* SPDX-License-Identifier: ISC */
#include "amount.h"

#include <stdlib.h>

#include "table_numbers.h"

typedef enum {
    W_NONE,
    W_DIGIT,
    W_FIVE,
    W_ONE,
    W_FOUR,
    W_TEN,
    W_TENS,
    W_HUNDRED,
    W_ODD,
    W_HALF,
    W_MAGNITUDE
} Role;

typedef struct {
    const char *word;
    Role role;
    int value; /* of a digit; power of ten of a magnitude */
} NumberWord;

/* A closed class: the grammar below is made of them. */
static const NumberWord number_words[] = {
    {"không", W_DIGIT, 0},   {"một", W_DIGIT, 1},       {"hai", W_DIGIT, 2},       {"ba", W_DIGIT, 3},
    {"bốn", W_DIGIT, 4},     {"năm", W_DIGIT, 5},       {"sáu", W_DIGIT, 6},       {"bảy", W_DIGIT, 7},
    {"bẩy", W_DIGIT, 7},     {"tám", W_DIGIT, 8},       {"chín", W_DIGIT, 9},      {"lăm", W_FIVE, 5},
    {"nhăm", W_FIVE, 5},     {"mốt", W_ONE, 1},         {"tư", W_FOUR, 4},         {"mười", W_TEN, 10},
    {"mươi", W_TENS, 10},    {"linh", W_ODD, 0},        {"lẻ", W_ODD, 0},          {"nửa", W_HALF, 0},
    {"trăm", W_HUNDRED, 2},  {"chục", W_MAGNITUDE, 1},  {"nghìn", W_MAGNITUDE, 3}, {"ngàn", W_MAGNITUDE, 3},
    {"vạn", W_MAGNITUDE, 4}, {"triệu", W_MAGNITUDE, 6}, {"tr", W_MAGNITUDE, 6},    {"tỷ", W_MAGNITUDE, 9},
};
enum { NUMBER_WORDS = sizeof number_words / sizeof *number_words };

struct Amounts {
    const Lexicon *l;
    unsigned char *role; /* by word id: 1 + index in number_words */
    size_t cap;
    uint32_t half_more, part; /* rưỡi, phần */
};

Amounts *amounts_new(Lexicon *l)
{
    Amounts *a = xrealloc(NULL, 1, sizeof *a);
    *a = (Amounts){.l = l, .half_more = lexicon_word(l, STR("rưỡi")), .part = lexicon_word(l, STR("phần"))};
    for (size_t k = 0; k < NUMBER_WORDS; k++) {
        uint32_t id = lexicon_word(l, str_of(number_words[k].word));
        size_t old = a->cap;
        a->role = array_room(a->role, &a->cap, id, 1);
        memset(a->role + old, 0, a->cap - old);
        a->role[id] = (unsigned char)(k + 1);
    }
    return a;
}

void amounts_free(Amounts *a)
{
    if (!a)
        return;
    free(a->role);
    free(a);
}

static const NumberWord *word_at(const Amounts *a, const Token *t, size_t n, size_t i)
{
    static const NumberWord none = {"", W_NONE, 0};
    if (i >= n || t[i].type != TOKEN_WORD || t[i].word >= a->cap || !a->role[t[i].word])
        return &none;
    return &number_words[a->role[t[i].word] - 1];
}

bool amount_begins(const Amounts *a, const Token *t)
{
    if (t->type == TOKEN_NUMBER)
        return true;
    const NumberWord *w = word_at(a, t, 1, 0);
    return (w->role == W_DIGIT && w->value) || w->role == W_TEN || w->role == W_HALF;
}

/* Magnitude words from token i on: their power of ten, 0 for none; *to is behind them. */
static int magnitude_at(const Amounts *a, const Token *t, size_t n, size_t i, size_t *to)
{
    int power = 0;
    for (; i < n; i++) { /* nghìn tỷ, trăm triệu */
        const NumberWord *w = word_at(a, t, n, i);
        if (w->role != W_MAGNITUDE && w->role != W_HUNDRED)
            break;
        uint32_t v;
        if (power > 12 || lexicon_match(a->l, TABLE_NONNOUN, t, n, i, &v) > 1) /* "một tỷ lệ nhỏ" */
            break;
        power += w->value;
    }
    *to = i;
    return power;
}

/* Below a hundred: mười lăm, hai mươi mốt, chín. Tokens taken. */
static size_t tens_at(const Amounts *a, const Token *t, size_t n, size_t i, unsigned *value)
{
    const NumberWord *w = word_at(a, t, n, i), *next = word_at(a, t, n, i + 1);
    size_t taken;
    if (w->role == W_TEN) {
        *value = 10;
        taken = 1;
    } else if (w->role == W_DIGIT && w->value && next->role == W_TENS) {
        *value = (unsigned)w->value * 10;
        taken = 2;
    } else if (w->role == W_DIGIT) {
        *value = (unsigned)w->value;
        return 1;
    } else {
        return 0;
    }
    next = word_at(a, t, n, i + taken);
    bool unit = next->role == W_FIVE || (next->role == W_DIGIT && next->value) ||
                (taken == 2 && (next->role == W_ONE || next->role == W_FOUR));
    /* "mười năm" is ten years, "mười lăm" fifteen */
    if (unit && !(next->role == W_DIGIT && next->value == 5)) {
        *value += (unsigned)next->value;
        taken++;
    }
    return taken;
}

/* Below a thousand: một trăm linh năm, không trăm hai mươi. */
static size_t hundreds_at(const Amounts *a, const Token *t, size_t n, size_t i, unsigned *value)
{
    const NumberWord *w = word_at(a, t, n, i);
    if (w->role != W_DIGIT || word_at(a, t, n, i + 1)->role != W_HUNDRED)
        return tens_at(a, t, n, i, value);
    unsigned rest = 0, sum = (unsigned)w->value * 100;
    size_t taken = 2;
    if (word_at(a, t, n, i + taken)->role == W_ODD) {
        w = word_at(a, t, n, i + taken + 1);
        if (w->role == W_DIGIT || w->role == W_FOUR) {
            sum += (unsigned)w->value;
            taken += 2;
        }
    } else {
        size_t more = tens_at(a, t, n, i + taken, &rest);
        if (more > 1 || (more == 1 && rest == 10)) {
            sum += rest;
            taken += more;
        }
    }
    *value = sum;
    return taken;
}

static bool in_words(const Amounts *a, const Token *t, size_t n, size_t i, Amount *out)
{
    unsigned value = 0;
    size_t taken = hundreds_at(a, t, n, i, &value);
    if (!taken && word_at(a, t, n, i)->role == W_HALF) { /* nửa triệu: only with a magnitude */
        size_t to;
        if (!magnitude_at(a, t, n, i + 1, &to))
            return false;
        out->words = decimal_of(5);
        decimal_shift(&out->words, -1);
        out->number_to = i + 1;
        return true;
    }
    if (!taken || value == 0)
        return false;
    out->words = decimal_of(value);
    out->number_to = i + taken;
    out->lone = taken == 1 && (value == 1 || value == 5);
    return true;
}

/* 80 000, 1 250 000, 1 250 tỷ: groups of three behind one to three digits, told by a last group of zeros, a
 * second group or a magnitude. */
static size_t spaced_groups(const Amounts *a, Str text, const Token *t, size_t n, size_t i)
{
    Str first = token_str(text, &t[i]);
    if (!(t[i].flags & TOKEN_PLAIN) || first.n > 3 || first.p[0] == '0')
        return 0;
    size_t k = i + 1;
    while (k < n && t[k].n == 3 && t[k].flags & TOKEN_SPACE && t[k].flags & TOKEN_PLAIN)
        k++;
    if (k == i + 1 || (k == i + 2 && !str_eq(token_str(text, &t[k - 1]), STR("000")) &&
                       word_at(a, t, n, k)->role != W_MAGNITUDE))
        return 0;
    return k - i;
}

static bool in_digits(const Amounts *a, Str text, const Token *t, size_t n, size_t i, Arena *arena,
                      Amount *out)
{
    out->digits = token_str(text, &t[i]);
    out->number_to = i + 1;
    size_t groups = spaced_groups(a, text, t, n, i);
    if (groups) {
        char *p = arena_get(arena, groups * 3);
        size_t len = 0;
        for (size_t k = i; k < i + groups; k++) {
            memcpy(p + len, text.p + t[k].at, t[k].n);
            len += t[k].n;
        }
        out->digits = (Str){p, len};
        out->number_to = i + groups;
    }
    out->shape = groups ? SHAPE_PLAIN : token_shape(text, &t[i]);
    return out->shape != SHAPE_OTHER;
}

/* 7 triệu [520 nghìn], một nghìn [không trăm hai mươi]: smaller parts behind a magnitude. */
static void composed(const Amounts *a, Str text, const Token *t, size_t n, Amount *out)
{
    int above = out->power;
    while (above > 0 && out->to < n) {
        const Token *next = &t[out->to];
        unsigned value = 0;
        size_t taken = 0, to;
        Decimal part;
        if (next->flags & TOKEN_PLAIN && next->n <= 3 && out->digits.n) {
            if (decimal_read(token_str(text, next), NUMBER_VIETNAMESE, &part))
                taken = 1;
        } else if (!out->digits.n) {
            taken = hundreds_at(a, t, n, out->to, &value);
            part = decimal_of(value);
        }
        if (!taken)
            return;
        int power = magnitude_at(a, t, n, out->to + taken, &to);
        bool last = power == 0 && out->digits.n && above == 3 && next->n == 3; /* 28 nghìn 450 con */
        if (power >= above || (power == 0 && !last && (out->digits.n || taken < 2)))
            return;
        decimal_shift(&part, power);
        decimal_add(&out->more, &part);
        out->to = to;
        above = power;
    }
}

bool amount_at(const Amounts *a, Str text, const Token *t, size_t n, size_t i, Arena *arena, Amount *out)
{
    out->from = i;
    out->digits = (Str){"", 0};
    out->shape = SHAPE_PLAIN;
    out->lone = false;
    decimal_clear(&out->more);
    if (!(t[i].type == TOKEN_NUMBER ? in_digits(a, text, t, n, i, arena, out) : in_words(a, t, n, i, out)))
        return false;
    out->power = magnitude_at(a, t, n, out->number_to, &out->to);
    out->magnitude = out->power > 0;
    if (out->magnitude)
        out->lone = false;
    composed(a, text, t, n, out);
    if (out->magnitude && out->to < n && t[out->to].word == a->half_more) { /* hai tỷ rưỡi */
        Decimal half = decimal_of(5);
        decimal_shift(&half, out->power - 1);
        decimal_add(&out->more, &half);
        out->to++;
    }
    return true;
}

/* "một nửa | số hộ", "hơn một nửa | có vườn": not "một nửa thời gian". */
static bool half_of(const Amounts *a, const Token *t, size_t n, size_t i)
{
    uint32_t v;
    return word_at(a, t, n, i + 1)->role == W_HALF && i + 2 < n &&
           lexicon_match(a->l, TABLE_HALF, t, n, i + 2, &v);
}

size_t fraction_at(const Amounts *a, Str text, const Token *t, size_t n, size_t i, Decimal *part,
                   Decimal *whole)
{
    unsigned x = 0, y = 0;
    if (t[i].type == TOKEN_NUMBER && !(i + 1 < n && t[i + 1].word == a->part))
        return 0;
    size_t taken = tens_at(a, t, n, i, &x);
    if (taken == 1 && x == 1 && half_of(a, t, n, i)) {
        *part = decimal_of(1);
        *whole = decimal_of(2);
        return 2;
    }
    if (t[i].type == TOKEN_NUMBER && i + 2 < n && t[i + 1].word == a->part && t[i + 2].type == TOKEN_NUMBER)
        return decimal_read(token_str(text, &t[i]), NUMBER_VIETNAMESE, part) &&
                       decimal_read(token_str(text, &t[i + 2]), NUMBER_VIETNAMESE, whole) && whole->n
                   ? 3
                   : 0; /* 2 phần 3 */
    if (!taken || i + taken >= n || t[i + taken].word != a->part)
        return 0;
    size_t more = tens_at(a, t, n, i + taken + 1, &y);
    if (!more && word_at(a, t, n, i + taken + 1)->role == W_FOUR) {
        more = 1;
        y = 4;
    }
    if (!more || y < 2)
        return 0;
    *part = decimal_of(x);
    *whole = decimal_of(y);
    return taken + 1 + more;
}

bool amount_value(const Amount *a, NumberStyle style, Decimal *out)
{
    if (a->digits.n) {
        if (!decimal_read(a->digits, style, out))
            return false;
    } else {
        *out = a->words;
    }
    decimal_shift(out, a->power);
    return decimal_add(out, &a->more);
}
