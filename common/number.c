/* SPDX-License-Identifier: ISC */
#include "number.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

enum { LONGEST = 64 }; /* bytes of a number that is looked at: one bit each */
_Static_assert(LONGEST <= (int)DECIMAL_DIGITS, "all of its digits can be kept");

/* Where the points and commas of a number stand: bit i for byte i. */
typedef struct {
    uint64_t dots, commas;
} Separators;

static Separators separators_of(Str s)
{
    Separators m = {0, 0};
    for (size_t i = 0; i < s.n; i++) {
        m.dots |= (uint64_t)(s.p[i] == '.') << i;
        m.commas |= (uint64_t)(s.p[i] == ',') << i;
    }
    return m;
}

/* Do these marks part n bytes into groups: one to three digits, then groups of exactly three behind each? */
static bool grouped(uint64_t marks, size_t n)
{
    if (!marks || n <= 4 || n % 4 == 0)
        return false;
    uint64_t every_fourth = UINT64_C(0x1111111111111111) << n % 4;
    return marks == (every_fourth & ((UINT64_C(1) << (n - 3)) - 1));
}

/* n bytes as groups (or no groups), one point and decimals. */
static bool decimal_form(uint64_t groups, uint64_t points, size_t n)
{
    if (!points || points & (points - 1) || points & 1 || points >> (n - 1) & 1)
        return false;
    return groups < points && (!groups || grouped(groups, (size_t)__builtin_ctzll(points)));
}

NumberShape number_shape(Str s)
{
    if (s.n > LONGEST)
        return memchr(s.p, '.', s.n) || memchr(s.p, ',', s.n) ? SHAPE_OTHER : SHAPE_PLAIN;
    Separators m = separators_of(s);
    if (!(m.dots | m.commas))
        return SHAPE_PLAIN;
    /* 0.125 and 0,125: groups never begin with a lone zero */
    bool zero = s.p[0] == '0' && (m.dots | m.commas) & 2;
    if (!m.commas && grouped(m.dots, s.n) && !zero)
        return SHAPE_GROUPED_DOT;
    if (!m.dots && grouped(m.commas, s.n) && !zero)
        return SHAPE_GROUPED_COMMA;
    if (decimal_form(m.dots, m.commas, s.n))
        return SHAPE_DECIMAL_COMMA;
    if (decimal_form(m.commas, m.dots, s.n))
        return SHAPE_DECIMAL_POINT;
    return SHAPE_OTHER;
}

/* Takes a number apart into marks and digits: how many of these; bit i of *some is set where the i-th is not
 * 0. */
static size_t take_apart(Str s, Separators *marks, char digits[LONGEST], uint64_t *some)
{
    size_t n = 0;
    *marks = (Separators){0, 0};
    *some = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool digit = is_digit(c);
        marks->dots |= (uint64_t)(c == '.') << i;
        marks->commas |= (uint64_t)(c == ',') << i;
        *some |= (uint64_t)(digit & (c != '0')) << n;
        digits[n] = c;
        n += digit;
    }
    return n;
}

bool decimal_read(Str s, NumberStyle style, Decimal *out)
{
    if (s.n == 0 || s.n > LONGEST)
        return false;
    Separators m;
    uint64_t some;
    size_t n = take_apart(s, &m, out->digit, &some);
    bool english = style == NUMBER_ENGLISH;
    uint64_t groups = english ? m.commas : m.dots, points = english ? m.dots : m.commas;
    if (groups | points && !decimal_form(groups, points, s.n) && (points || !grouped(groups, s.n)))
        return false;
    size_t whole = points ? (size_t)__builtin_ctzll(points) : s.n, parts = groups ? whole / 4 : 0;
    if (n + parts + (points != 0) != s.n)
        return false;
    out->negative = false;
    out->exp = 0;
    out->n = 0;
    if (!some)
        return true;
    size_t zeros = (size_t)__builtin_ctzll(some);
    out->exp = (int32_t)(whole - parts) - (int32_t)zeros;
    out->n = (uint8_t)(64 - (size_t)__builtin_clzll(some) - zeros);
    if (zeros)
        memmove(out->digit, out->digit + zeros, out->n);
    return true;
}

Decimal decimal_of(uint64_t v)
{
    Decimal d;
    decimal_clear(&d);
    for (; v && v % 10 == 0; v /= 10)
        d.exp++;
    for (uint64_t rest = v; rest; rest /= 10)
        d.n++;
    d.exp += d.n;
    for (size_t i = d.n; i-- > 0; v /= 10)
        d.digit[i] = (char)('0' + v % 10);
    return d;
}

void decimal_shift(Decimal *d, int power)
{
    if (d->n)
        d->exp += power;
}

/* The digit of 10^place (0: ones), '0' where there is none. */
static int digit_at(const Decimal *d, int32_t place)
{
    int32_t i = d->exp - 1 - place;
    return i >= 0 && i < d->n ? d->digit[i] - '0' : 0;
}

static int32_t lowest(const Decimal *d)
{
    return d->exp - d->n;
}

/* Digits from place `low` up, lowest first, into a Decimal. */
static bool from_places(const int *place, int32_t low, int32_t n, Decimal *out)
{
    while (n > 0 && place[n - 1] == 0)
        n--;
    int32_t zeros = 0;
    while (zeros < n && place[zeros] == 0)
        zeros++;
    if (n - zeros > DECIMAL_DIGITS)
        return false;
    Decimal d = {.exp = low + n, .n = (uint8_t)(n - zeros)};
    for (int32_t i = 0; i < d.n; i++)
        d.digit[i] = (char)('0' + place[n - 1 - i]);
    if (d.n == 0)
        d.exp = 0;
    *out = d;
    return true;
}

/* Compares magnitudes. */
static int cmp_size(const Decimal *a, const Decimal *b)
{
    if (!a->n || !b->n)
        return (a->n > 0) - (b->n > 0);
    if (a->exp != b->exp)
        return a->exp > b->exp ? 1 : -1;
    return str_cmp((Str){a->digit, a->n}, (Str){b->digit, b->n});
}

int decimal_cmp(const Decimal *a, const Decimal *b)
{
    if (a->negative != b->negative)
        return a->negative ? -1 : 1;
    return a->negative ? -cmp_size(a, b) : cmp_size(a, b);
}

enum { PLACES = 4 * DECIMAL_DIGITS };

bool decimal_add(Decimal *a, const Decimal *b)
{
    if (!b->n)
        return true;
    if (!a->n) {
        *a = *b;
        return true;
    }
    bool subtract = a->negative != b->negative;
    const Decimal *big = cmp_size(a, b) >= 0 ? a : b, *small = big == a ? b : a;
    bool negative = big->negative;
    int32_t low = lowest(a) < lowest(b) ? lowest(a) : lowest(b);
    int32_t n = (a->exp > b->exp ? a->exp : b->exp) - low + 1;
    if (n > PLACES)
        return false;
    int place[PLACES], carry = 0;
    for (int32_t i = 0; i < n; i++) {
        int sum = digit_at(big, low + i) + (subtract ? -digit_at(small, low + i) : digit_at(small, low + i)) +
                  carry;
        carry = sum < 0 ? -1 : sum / 10;
        place[i] = sum < 0 ? sum + 10 : sum % 10;
    }
    Decimal sum;
    if (!from_places(place, low, n, &sum))
        return false;
    sum.negative = negative && sum.n;
    *a = sum;
    return true;
}

void decimal_write(const Decimal *d, Buf *out)
{
    if (d->n == 0) {
        buf_char(out, '0');
        return;
    }
    if (d->negative)
        buf_char(out, '-');
    int32_t whole = d->exp < d->n ? d->exp : d->n; /* digits before the point */
    if (whole > 0)
        buf_add(out, d->digit, (size_t)whole);
    else
        buf_char(out, '0');
    for (int32_t i = d->n; i < d->exp; i++)
        buf_char(out, '0');
    if (d->exp >= d->n)
        return;
    buf_char(out, '.');
    for (int32_t i = d->exp; i < 0; i++)
        buf_char(out, '0');
    if (whole < 0)
        whole = 0;
    buf_add(out, d->digit + whole, (size_t)(d->n - whole));
}

bool decimal_uint(const Decimal *d, uint64_t *v)
{
    if (d->negative || d->exp > 19 || d->n > d->exp)
        return d->n == 0 ? (*v = 0, true) : false;
    uint64_t sum = 0;
    for (int32_t i = 0; i < d->exp; i++)
        sum = sum * 10 + (uint64_t)(i < d->n ? d->digit[i] - '0' : 0);
    *v = sum;
    return sum <= INT64_MAX;
}
