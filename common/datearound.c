/* SPDX-License-Identifier: ISC */
/* What stands around a day in digits: the words before it, the weekday, the time of day. */
#include "dateread.h"

enum { WORDS_BEFORE = 16 };

/* A weekday that ends before token i: how many tokens. `thứ năm`, `Thứ 5`, `Chủ nhật` */
static size_t weekday_before(const Source *s, size_t i, uint8_t *weekday)
{
    int v;
    if (i < 2)
        return 0;
    Word w = word_of(s, i - 1);
    if (w.role == ROLE_NHAT && role_of(s, i - 2) == ROLE_CHU) {
        *weekday = 7;
        return 2;
    }
    if (role_of(s, i - 2) != ROLE_THU)
        return 0;
    if (i > 2 && s->t[i - 3].type == TOKEN_WORD && role_of(s, i - 3) == ROLE_NONE &&
        !(s->t[i - 2].flags & TOKEN_CAP))
        return 0; /* "Kỳ họp thứ 5, chiều 25/5" */
    if (integer(s, i - 1, &v) && v >= 2 && v <= 7)
        *weekday = (uint8_t)(v - 1);
    else if ((w.role == ROLE_NUMERAL || w.role == ROLE_YEAR) && w.value >= 2 && w.value <= 7)
        *weekday = (uint8_t)(w.value - 1);
    else
        return 0;
    return 2;
}

size_t clock_at(const Source *s, size_t i, Clock *out)
{
    int hour, minute, second;
    if (!integer(s, i, &hour) || hour > 24 || s->t[i].n > 2)
        return 0;
    size_t k;
    bool colon = mark_of(s, i + 1) == ':';
    if (colon && integer(s, i + 2, &minute) && s->t[i + 2].n == 2 && minute < 60) {
        k = 3;
        if (mark_of(s, i + 3) == ':' && integer(s, i + 4, &second) && s->t[i + 4].n == 2)
            k = 5;
    } else if (role_of(s, i + 1) == ROLE_HOUR) {
        k = 2;
        if (integer(s, i + 2, &minute) && s->t[i + 2].n == 2 && minute < 60 && mark_of(s, i + 3) != '/')
            k = mark_of(s, i + 3) == '\'' ? 4 : 3; /* 10h25' */
        else
            minute = 0;
    } else {
        return 0;
    }
    Role half = role_of(s, i + k);
    if (half == ROLE_AM || half == ROLE_PM) {
        k++;
        if (hour == 12)
            hour = 0;
        if (half == ROLE_PM)
            hour += 12;
    }
    if (hour > 23)
        return 0;
    *out = (Clock){hour, minute};
    return k;
}

/* A time of day that ends before token i; tokens taken. */
static size_t clock_before(const Source *s, size_t i, Date *out)
{
    Clock clock;
    for (size_t k = 6; k >= 2; k--)
        if (i >= k && s->t[i - k].type == TOKEN_NUMBER && clock_at(s, i - k, &clock) == k &&
            !(i > k + 1 && mark_of(s, i - k - 1) == ':' && s->t[i - k - 2].type == TOKEN_NUMBER)) {
            set_clock(out, clock);
            return k;
        }
    return 0;
}

/* Can a weekday or a time of day end with token i: thứ 5, chủ nhật; 22:37, 16 giờ, 10h25'? */
static bool ends_weekday(const Source *s, size_t i, Role r)
{
    return s->t[i].type == TOKEN_NUMBER || r == ROLE_NHAT || r == ROLE_NUMERAL || r == ROLE_YEAR;
}

static bool ends_clock(const Source *s, size_t i, Role r)
{
    return s->t[i].type == TOKEN_NUMBER || r == ROLE_HOUR || r == ROLE_AM || r == ROLE_PM ||
           mark_of(s, i) == '\'';
}

/* "Đến nay, 6/6 xã …", "hiện nay, 4/7 chỉ tiêu …": that "nay" is of no day. */
static bool up_to_now(const Source *s, size_t now)
{
    Role before = now ? role_of(s, now - 1) : ROLE_NONE;
    return before == ROLE_TO || before == ROLE_PRESENT;
}

void look_back(const Source *s, size_t i, Date *out)
{
    size_t k = i, steps = 0, marks = 0;
    bool cued = false;
    while (k > 0 && steps++ < WORDS_BEFORE) {
        Role r = role_of(s, k - 1);
        size_t taken = 0;
        if (r == ROLE_NOW && up_to_now(s, k - 1))
            break;
        if (ends_weekday(s, k - 1, r) && (taken = weekday_before(s, k, &out->weekday))) {
            k -= taken;
            cued = true;
            marks = 0;
            continue;
        }
        if (out->hour < 0 && ends_clock(s, k - 1, r) && (taken = clock_before(s, k, out))) {
            k -= taken;
            marks = 0;
            continue;
        }
        if (r == ROLE_DAY || r == ROLE_MORNING || r == ROLE_AFTERNOON || r == ROLE_EVENING || r == ROLE_NOW) {
            out->day |= r == ROLE_MORNING     ? DAY_MORNING
                        : r == ROLE_AFTERNOON ? DAY_AFTERNOON
                        : r == ROLE_EVENING   ? DAY_EVENING
                                              : 0;
            out->now |= r == ROLE_NOW;
            cued = true;
            marks = 0;
        } else if (r == ROLE_FROM) {
            out->since = true;
            marks = 0;
        } else if (r == ROLE_AND && out->day) {
            /* "sáng và chiều 12/7" */
            Role before = k > 1 ? role_of(s, k - 2) : ROLE_NONE;
            if (before != ROLE_MORNING && before != ROLE_AFTERNOON)
                break;
        } else if (r == ROLE_HALF) {
            marks = 0;
        } else if (!marks && joins_time(mark_of(s, k - 1))) {
            marks = 1; /* "Thứ năm - 06/07", "Sáng nay (23/9)", "Trong 02 ngày, 25 và 26/4" */
        } else {
            break;
        }
        k--;
    }
    k += marks; /* a mark that no such word stands before: `Thực hiện kế hoạch của tỉnh, ngày 26/5` */
    out->lead = cued ? (uint32_t)(i - k) : 0;
    out->sure |= cued;
}
