/* SPDX-License-Identifier: ISC */
/* The shapes of times: quý I/2009, 6 tháng đầu năm 2023, ngày 15/6, 2021 - 2025. */
#include "periodread.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };

/* Reads plain digits; -1 for anything else. */
static int digits(Str s)
{
    int v = 0;
    if (!s.n || s.n > 4)
        return -1;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return -1;
        v = v * 10 + (s.p[i] - '0');
    }
    return v;
}

static int number_at(const Line *l, size_t i)
{
    return i < l->n ? token_int(l->text, &l->t[i]) : -1;
}

int16_t year_at(const Line *l, size_t i)
{
    if (i >= l->n || l->t[i].n != 4)
        return 0;
    int v = number_at(l, i);
    if (v < FIRST_YEAR || v > LAST_YEAR)
        return 0;
    if (is(l, i + 1, SLASH) && !spaced(l, i + 1) && i + 2 < l->n && l->t[i + 2].type == TOKEN_WORD)
        return 0;
    return (int16_t)v;
}

static int numeral_at(const Line *l, size_t i)
{
    if (i < l->n && l->t[i].type == TOKEN_NUMBER)
        return l->t[i].n <= 2 ? number_at(l, i) : -1;
    for (int k = 0; k < NUMERALS && i < l->n; k++)
        if (l->t[i].word == l->p->numeral[k])
            return k + 1;
    return -1;
}

/* A year behind a month or quarter: "/2023", "-2017", "năm 2020", ", năm 2020", "của năm 2021". */
static size_t year_behind(const Line *l, size_t i, int16_t *year)
{
    if ((is(l, i, SLASH) || is(l, i, DASH)) && (*year = year_at(l, i + 1)))
        return 2;
    size_t at = i;
    if (is(l, at, COMMA) || is(l, at, CUA))
        at++;
    if (!is(l, at, NAM))
        return 0;
    if ((*year = year_at(l, at + 1)))
        return at + 2 - i;
    return at == i && is(l, at + 1, NAY) ? 2 : 0;
}

static size_t quarter_at(const Line *l, size_t i, Period *out)
{
    if (i + 1 >= l->n)
        return 0;
    int quarter = number_at(l, i + 1);
    for (int k = 0; k < ROMANS; k++)
        if (l->t[i + 1].word == l->p->roman[k] && (l->t[i + 1].flags & TOKEN_CAP))
            quarter = k + 1;
    if (quarter < 1 || quarter > 4)
        return 0;
    int16_t year = 0;
    size_t more = year_behind(l, i + 2, &year);
    out->a = (When){year, (uint8_t)(3 * quarter - 2), 0};
    out->b = (When){year, (uint8_t)(3 * quarter), 0};
    return 2 + more;
}

/* "5.2024" is one token. */
static bool month_and_year(Str s, int *month, int16_t *year)
{
    Str head, rest = s;
    if (!str_cut(&rest, '.', &head) || rest.n != 4)
        return false;
    int m = digits(head), y = digits(rest);
    if (m < 1 || m > 12 || y < FIRST_YEAR || y > LAST_YEAR)
        return false;
    *month = m;
    *year = (int16_t)y;
    return true;
}

static size_t month_at(const Line *l, size_t i, Period *out)
{
    if (i + 1 >= l->n)
        return 0;
    int month = number_at(l, i + 1);
    int16_t year = 0;
    size_t n = 2;
    if (l->t[i + 1].type == TOKEN_NUMBER && month < 0) {
        if (!month_and_year(token_str(l->text, &l->t[i + 1]), &month, &year))
            return 0;
    } else if (month >= 1 && month <= 12) {
        n += year_behind(l, i + 2, &year);
    } else {
        return 0;
    }
    out->a = out->b = (When){year, (uint8_t)month, 0};
    return n;
}

static bool day_and_month(int day, int month)
{
    static const uint8_t days[] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month];
}

/* A token 22.4 or 30.6.2020. */
static bool dotted_day(Str s, When *out)
{
    Str d, m, rest = s;
    if (!str_cut(&rest, '.', &d) || !str_cut(&rest, '.', &m))
        return false;
    int day = digits(d), month = digits(m), year = rest.n ? digits(rest) : 0;
    if (d.n > 2 || m.n > 2 || !day_and_month(day, month))
        return false;
    if (year && (year < FIRST_YEAR || year > LAST_YEAR))
        return false;
    *out = (When){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

/* 15/6, 15/6/2023, 26-6, 22.4, 30.6.2020; "15 tháng 6 năm 2023". */
static size_t day_at(const Line *l, size_t i, When *out)
{
    if (i >= l->n || l->t[i].type != TOKEN_NUMBER)
        return 0;
    int day = number_at(l, i);
    if (day < 0)
        return dotted_day(token_str(l->text, &l->t[i]), out) ? 1 : 0;
    Period month;
    size_t n = 0;
    if (is(l, i + 1, THANG) && (n = month_at(l, i + 1, &month)) && day_and_month(day, month.a.month)) {
        *out = (When){month.a.year, month.a.month, (uint8_t)day};
        return 1 + n;
    }
    Word sep = is(l, i + 1, SLASH) ? SLASH : DASH;
    if (!is(l, i + 1, sep) || spaced(l, i + 1) || spaced(l, i + 2) || l->t[i].n > 2)
        return 0;
    int m = number_at(l, i + 2);
    if (m < 0 || l->t[i + 2].n > 2 || !day_and_month(day, m))
        return 0;
    *out = (When){0, (uint8_t)m, (uint8_t)day};
    if (is(l, i + 3, sep) && !spaced(l, i + 3) && (out->year = year_at(l, i + 4)))
        return 5;
    return 3;
}

size_t years_at(const Line *l, size_t i, Period *out)
{
    int16_t a = year_at(l, i), b = 0;
    size_t at = i + 1;
    uint32_t role;
    if (!a)
        return 0;
    if (is(l, at, DASH))
        at++;
    else if (phrase(l, at, &role) == 1 && role == UNTIL)
        at++;
    else
        return 0;
    if (is(l, at, NAM))
        at++;
    if (!(b = year_at(l, at)) || b <= a)
        return 0;
    out->a = (When){a, 0, 0};
    out->b = (When){b, 0, 0};
    return at + 1 - i;
}

/* "6 tháng đầu năm 2023", "9 tháng năm 2022", "6 tháng cuối năm", "9 tháng", "6 tháng/2023" */
static size_t months_at(const Line *l, size_t i, Period *out)
{
    int count = numeral_at(l, i);
    if (count < 2 || count > 11 || !is(l, i + 1, THANG))
        return 0;
    size_t at = i + 2;
    int16_t year = 0;
    bool said = false;
    if (is(l, at, DAU) || is(l, at, CUOI)) {
        size_t year_word = at + 1;
        if (is(l, year_word, CUA))
            year_word++;
        if (!is(l, year_word, NAM))
            return 0; /* "3 tháng đầu" of something else */
        out->late = is(l, at, CUOI);
        year = year_at(l, year_word + 1);
        at = year_word + (year || is(l, year_word + 1, NAY) ? 2 : 1);
        said = true;
        if (!year)
            at += is(l, at, SLASH) && (year = year_at(l, at + 1)) ? 2 : 0;
    } else {
        size_t more = year_behind(l, at, &year);
        at += more;
        said = more > 0;
    }
    out->bare = !said;
    out->a = (When){year, (uint8_t)(out->late ? 13 - count : 1), 0};
    out->b = (When){year, (uint8_t)(out->late ? 12 : count), 0};
    return at - i;
}

/* "nửa đầu năm 2022" */
static size_t half_at(const Line *l, size_t i, Period *out)
{
    if (!(is(l, i + 1, DAU) || is(l, i + 1, CUOI)) || !is(l, i + 2, NAM))
        return 0;
    int16_t year = year_at(l, i + 3);
    out->late = is(l, i + 1, CUOI);
    out->a = (When){year, out->late ? 7 : 1, 0};
    out->b = (When){year, out->late ? 12 : 6, 0};
    return year ? 4 : 3;
}

static size_t year_shape(const Line *l, size_t i, Period *out)
{
    size_t n = years_at(l, i + 1, out);
    if (n)
        return n + 1;
    int16_t year = year_at(l, i + 1);
    if (!year)
        return 0;
    out->a = out->b = (When){year, 0, 0};
    return 2;
}

size_t days_at(const Line *l, size_t i, size_t *lead, Period *out)
{
    *lead = is(l, i, NGAY);
    size_t at = i + *lead, to = 0;
    int day = number_at(l, at);
    uint32_t role;
    if (day < 1 || day > 31 || l->t[at].n > 2 || at + 1 >= l->n)
        return 0;
    if (is(l, at + 1, DASH) && spaced(l, at + 1))
        to = 1;
    else if ((to = phrase(l, at + 1, &role)) && role != UNTIL)
        return 0;
    When last;
    size_t next = at + 1 + to, n = to ? day_at(l, next, &last) : 0;
    if (!n && to && is(l, next, NGAY) && (n = day_at(l, next + 1, &last)))
        n++;
    if (!n || last.day <= day)
        return 0;
    *out = (Period){.type = PERIOD_SPAN, .a = last, .b = last};
    out->a.day = (uint8_t)day;
    return next + n - i;
}

size_t hour_at(const Line *l, size_t i)
{
    if (is(l, i, SANG) || is(l, i, TRUA) || is(l, i, CHIEU) || is(l, i, TOI))
        return 1;
    if (number_at(l, i) < 0 || !is(l, i + 1, GIO))
        return 0;
    return number_at(l, i + 2) >= 0 && is(l, i + 3, PHUT) ? 4 : 2;
}

/* A time that begins with a number; tokens, 0 for none. */
static size_t number_core(const Line *l, size_t i, bool after, Period *out)
{
    size_t n;
    if (is(l, i + 1, THANG) && (n = months_at(l, i, out)))
        return n;
    if (is(l, i + 1, NAM) && numeral_at(l, i) > 1 && (n = years_at(l, i + 2, out)))
        return n + 2; /* "5 năm 2021 - 2025" */
    if ((n = years_at(l, i, out))) {
        out->bare = true;
        return n;
    }
    if ((n = day_at(l, i, &out->a)) && (after || out->a.year)) {
        out->type = PERIOD_DAY;
        out->b = out->a;
        out->bare = !after;
        return n;
    }
    if (after && (out->a.year = year_at(l, i))) {
        out->b = out->a;
        out->bare = true;
        return 1;
    }
    return 0;
}

size_t core_at(const Line *l, size_t i, bool after, Period *out)
{
    size_t n;
    *out = (Period){.type = PERIOD_SPAN};
    if (i < l->n && l->t[i].type == TOKEN_NUMBER)
        return number_core(l, i, after, out);
    if (is(l, i, NAM) && (n = year_shape(l, i, out)))
        return n;
    if (is(l, i + 1, THANG) && (n = months_at(l, i, out)))
        return n; /* "năm tháng", too */
    if (is(l, i, NAM))
        return after ? 1 : 0;
    if (is(l, i, QUY))
        return quarter_at(l, i, out);
    if (is(l, i, THANG))
        return month_at(l, i, out);
    if (is(l, i, NUA))
        return half_at(l, i, out);
    if (is(l, i, NGAY) && (n = day_at(l, i + 1, &out->a))) {
        out->type = PERIOD_DAY;
        out->b = out->a;
        out->lead = 1;
        return n + 1;
    }
    if (is(l, i + 1, NAM) && numeral_at(l, i) > 1 && (n = years_at(l, i + 2, out)))
        return n + 2; /* "mười năm 2011 - 2020" */
    return 0;
}
