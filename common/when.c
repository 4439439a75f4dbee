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

static void two_digits(unsigned v, Buf *out)
{
    buf_char(out, (char)('0' + v / 10 % 10));
    buf_char(out, (char)('0' + v % 10));
}

void when_iso(When w, Buf *out)
{
    if (w.year) {
        two_digits((unsigned)w.year / 100, out);
        two_digits((unsigned)w.year % 100, out);
    } else {
        buf_char(out, '-');
    }
    if (!w.month)
        return;
    buf_char(out, '-');
    two_digits(w.month, out);
    if (!w.day)
        return;
    buf_char(out, '-');
    two_digits(w.day, out);
}
