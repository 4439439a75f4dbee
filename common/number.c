/* SPDX-License-Identifier: ISC */
#include "number.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Groups: one to three digits, then groups of exactly three behind each `mark`. */
static bool grouped(Str s, char mark)
{
    size_t run = 0, groups = 0;
    for (size_t i = 0; i <= s.n; i++) {
        if (i < s.n && is_digit(s.p[i])) {
            run++;
        } else if (i == s.n || s.p[i] == mark) {
            if (groups ? run != 3 : run < 1 || run > 3)
                return false;
            groups++;
            run = 0;
        } else {
            return false;
        }
    }
    return groups > 1;
}

static size_t count(Str s, char c)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == c;
    return n;
}

/* s as groups by `group` (or no groups), one `point` and decimals. */
static bool decimal_form(Str s, char group, char point)
{
    const char *at = memchr(s.p, point, s.n);
    if (!at || count(s, point) != 1)
        return false;
    Str whole = {s.p, (size_t)(at - s.p)}, part = str_from(s, whole.n + 1);
    if (!whole.n || !part.n || count(part, group))
        return false;
    return count(whole, group) == 0 || grouped(whole, group);
}

NumberShape number_shape(Str s)
{
    size_t dots = count(s, '.'), commas = count(s, ',');
    if (dots == 0 && commas == 0)
        return SHAPE_PLAIN;
    /* 0.125 and 0,125: groups never begin with a lone zero */
    bool zero = s.n > 1 && s.p[0] == '0' && !is_digit(s.p[1]);
    if (commas == 0 && grouped(s, '.') && !zero)
        return SHAPE_GROUPED_DOT;
    if (dots == 0 && grouped(s, ',') && !zero)
        return SHAPE_GROUPED_COMMA;
    if (decimal_form(s, '.', ','))
        return SHAPE_DECIMAL_COMMA;
    if (decimal_form(s, ',', '.'))
        return SHAPE_DECIMAL_POINT;
    return SHAPE_OTHER;
}

static void tidy(Decimal *d)
{
    size_t lead = 0;
    while (lead < d->n && d->digit[lead] == '0')
        lead++;
    if (lead) {
        memmove(d->digit, d->digit + lead, d->n - lead);
        d->n = (uint8_t)(d->n - lead);
        d->exp -= (int32_t)lead;
    }
    while (d->n && d->digit[d->n - 1] == '0')
        d->n--;
    if (d->n == 0) {
        d->exp = 0;
        d->negative = false;
    }
}

bool decimal_read(Str s, NumberStyle style, Decimal *out)
{
    char point = style == NUMBER_VIETNAMESE ? ',' : '.', group = style == NUMBER_VIETNAMESE ? '.' : ',';
    if (count(s, '.') + count(s, ',') > 0 && !decimal_form(s, group, point) && !grouped(s, group))
        return false;
    Decimal d = {0};
    bool after_point = false;
    size_t i = 0;
    while (i < s.n && s.p[i] == '0') /* leading zeros take no room */
        i++;
    for (; i < s.n; i++) {
        char c = s.p[i];
        if (c == point) {
            after_point = true;
        } else if (is_digit(c)) {
            if (d.n == DECIMAL_DIGITS)
                return false;
            d.digit[d.n++] = c;
            d.exp += !after_point;
        } else if (c != group) {
            return false;
        }
    }
    tidy(&d);
    *out = d;
    return s.n > 0;
}

Decimal decimal_of(uint64_t v)
{
    Decimal d = {0};
    char reversed[20];
    size_t n = 0;
    for (; v; v /= 10)
        reversed[n++] = (char)('0' + v % 10);
    for (size_t i = 0; i < n; i++)
        d.digit[i] = reversed[n - 1 - i];
    d.n = (uint8_t)n;
    d.exp = (int32_t)n;
    tidy(&d);
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
    if (d->exp <= 0)
        buf_char(out, '0');
    for (int32_t i = 0; i < d->exp; i++)
        buf_char(out, i < d->n ? d->digit[i] : '0');
    if (d->exp >= d->n)
        return;
    buf_char(out, '.');
    for (int32_t i = d->exp; i < 0; i++)
        buf_char(out, '0');
    for (int32_t i = d->exp > 0 ? d->exp : 0; i < d->n; i++)
        buf_char(out, d->digit[i]);
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
