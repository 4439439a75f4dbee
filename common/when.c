/* SPDX-License-Identifier: ISC */
#include "when.h"

static bool leap(int year)
{
    return year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

bool when_possible(When w)
{
    static const uint8_t days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (w.month < 1 || w.month > 12 || w.day < 1)
        return false;
    return w.day <= days[w.month] || (w.month == 2 && w.day == 29 && leap(w.year));
}

int when_cmp(When a, When b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return a.day == b.day ? 0 : a.day < b.day ? -1 : 1;
}

/* Days since 1 March of the year 0 (years begin in March: the leap day is their last). */
static long day_number(When w)
{
    long y = w.year, m = w.month;
    if (m <= 2) {
        y--;
        m += 12;
    }
    return y * 365 + y / 4 - y / 100 + y / 400 + (153 * (m - 3) + 2) / 5 + w.day - 1;
}

unsigned when_weekday(When w)
{
    if (!when_is_day(w))
        return 0;
    return (unsigned)((day_number(w) + 2) % 7) + 1; /* 1 March 0000 was a Wednesday */
}

When when_day_before(When w)
{
    if (--w.day)
        return w;
    if (!--w.month) {
        w.month = 12;
        w.year--;
    }
    for (w.day = 31; !when_possible(w);)
        w.day--;
    return w;
}

long when_days(When from, When to)
{
    return day_number(to) - day_number(from);
}

static char *two_digits(char *at, unsigned v)
{
    at[0] = (char)('0' + v / 10 % 10);
    at[1] = (char)('0' + v % 10);
    return at + 2;
}

void when_iso(When w, Buf *out)
{
    char iso[sizeof "2023-07-06"], *end = iso;
    if (w.year) {
        end = two_digits(end, (unsigned)w.year / 100);
        end = two_digits(end, (unsigned)w.year % 100);
    } else {
        *end++ = '-';
    }
    if (w.month) {
        *end++ = '-';
        end = two_digits(end, w.month);
    }
    if (w.month && w.day) {
        *end++ = '-';
        end = two_digits(end, w.day);
    }
    buf_str(out, (Str){iso, (size_t)(end - iso)});
}
