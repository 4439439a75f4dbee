/* SPDX-License-Identifier: ISC */
#include "clock.h"

#include "table_numbers.h"

static bool part_of_day(const Source *s, size_t i)
{
    return is(s, i, MORNING) || is(s, i, NOON) || is(s, i, AFTERNOON) || is(s, i, EVENING) || is(s, i, NIGHT);
}

/* "trong 2 giờ 30 phút", "chỉ còn 1 giờ 10 phút" last; "lúc 2 giờ 30 phút" is a time of day. */
static bool hours_last(const Source *s, size_t i)
{
    uint32_t v;
    for (size_t k = 1; k <= 3 && k <= i; k++)
        if (lexicon_match(s->o->l, TABLE_LASTING_HOURS, s->t, i, i - k, &v) == k)
            return true;
    return false;
}

/* 7 giờ 30 phút, 14h30, 8:30, 5 rưỡi sáng, lúc 17 giờ: the token behind it. */
size_t clock_end(const Source *s, size_t i)
{
    int hour = small_number(s, i);
    size_t k = i + 1;
    if (hour < 0 || hour > 24)
        return 0;
    if (mark_is(s, k, ':') && glued(s, k) && glued(s, k + 1) && small_number(s, k + 1) >= 0 &&
        s->t[k + 1].n == 2) {
        k += 2;
        return mark_is(s, k, ':') && glued(s, k) && small_number(s, k + 1) >= 0 ? k + 2 : k;
    }
    if (is(s, k, H) || (is(s, k, G) && glued(s, k) && !(s->t[k].flags & TOKEN_CAP))) { /* 7g30, not 5G */
        k++;
        bool minutes = small_number(s, k) >= 0 &&
                       (glued(s, k) || (s->t[k].n == 2 && (k + 1 >= s->n || s->t[k + 1].type == TOKEN_MARK ||
                                                           is(s, k + 1, MINUTE) || is(s, k + 1, DAY))));
        if (!minutes && hour <= 12 && hours_last(s, i) && !part_of_day(s, k))
            return 0; /* sau 6h bốc dỡ */
        return minutes ? k + 1 : k;
    }
    if (is(s, k, HALF) && part_of_day(s, k + 1))
        return k + 1;
    if (!is(s, k, HOUR))
        return 0;
    k++;
    if (small_number(s, k) >= 0 && is(s, k + 1, MINUTE))
        return hours_last(s, i) && !part_of_day(s, k + 2) && !is(s, k + 2, DAY) ? 0 : k + 2;
    if (small_number(s, k) >= 0 && s->t[k].n == 2 && !mark_is(s, k + 1, '/') && !mark_is(s, k + 1, '-'))
        return k + 1;
    bool before = i > 0 && (is(s, i - 1, AT) || is(s, i - 1, AROUND));
    return before || part_of_day(s, k) || is(s, k, HALF) ||
                   (is(s, k, DAY) && k + 1 < s->n && s->t[k + 1].type == TOKEN_NUMBER)
               ? k
               : 0;
}

/* How a telephone number begins: 0206, 0969…, 1900 1234, +84. */
static bool dials(const Source *s, size_t i)
{
    Str d = token_str(s->text, &s->t[i]);
    if (memchr(d.p, ',', d.n))
        return false;
    if (d.p[0] == '0')
        return d.n >= 3 && d.p[1] != '.';
    if (str_starts(d, STR("84")))
        return i > 0 && mark_is(s, i - 1, '+') && (d.n >= 9 || number_follows(s, i + 1, 2));
    return (str_starts(d, STR("1900")) || str_starts(d, STR("1800"))) &&
           (d.n == 4 ? number_follows(s, i + 1, 4) : d.n == 8);
}

/* 0206 3853 507, 0969.082.115, 0294.3868 113: a telephone number. */
size_t phone_end(const Source *s, size_t i)
{
    size_t n = s->t[i].n, k = i + 1;
    if (!dials(s, i))
        return 0;
    if (mark_is(s, k, ')') && number_follows(s, k + 1, 4))
        k += 2; /* (0263) 3822.456 */
    else if (mark_is(s, k, '-') &&
             (number_follows(s, k + 1, 5) || (number_follows(s, k + 1, 3) && number_follows(s, k + 2, 3))))
        k += 2; /* 0206-3853507, 024-3825 1234 */
    while (number_follows(s, k, 2))
        k++;
    return k > i + 1 || n >= 8 ? k : 0;
}

/* 24/24 giờ, 24/7, 24/24h */
size_t round_the_clock(const Source *s, size_t i)
{
    int a = small_number(s, i), b = mark_is(s, i + 1, '/') ? small_number(s, i + 2) : -1;
    if (!((a == 24 && (b == 24 || b == 7)) || (a == 7 && b == 7 && is(s, i + 3, DAY))))
        return 0;
    size_t k = i + 3;
    return is(s, k, HOUR) || is(s, k, H) || (a == 7 && is(s, k, DAY)) ? k + 1 : k;
}

/* Can a list number stand here: at the head of a sentence, or behind a mark (quyết nghị: 1- Thông qua)? */
static bool opens(const Source *s, size_t i)
{
    return i == s->first ||
           (s->t[i - 1].type == TOKEN_MARK && s->t[i].flags & TOKEN_SPACE && i + 2 < s->n &&
            s->t[i + 2].flags & TOKEN_CAP && !mark_is(s, i + 1, '/')) ||
           (i == s->first + 1 && s->t[s->first].type == TOKEN_MARK);
}

/* tỷ lệ 3:1, bản đồ 1:50.000 */
static size_t colon_end(const Source *s, size_t i)
{
    return mark_is(s, i + 1, ':') && glued(s, i + 1) && glued(s, i + 2) && number_follows(s, i + 2, 1) ? i + 3
                                                                                                       : 0;
}

/* "… gồm: (1) Thu hồi đất; (2) …" */
static bool bracketed_item(const Source *s, size_t i)
{
    return i > s->first && small_number(s, i) > 0 && mark_is(s, i - 1, '(') && mark_is(s, i + 1, ')') &&
           (i == s->first + 1 || s->t[i - 2].type == TOKEN_MARK);
}

size_t code_end(const Source *s, size_t i)
{
    size_t to;
    if (bracketed_item(s, i))
        return i + 1;
    if ((to = clock_end(s, i)) || (to = colon_end(s, i)) || (to = round_the_clock(s, i)) ||
        (to = phone_end(s, i)))
        return to;
    bool mark =
        mark_is(s, i + 1, '.') || mark_is(s, i + 1, ')') || mark_is(s, i + 1, '/') || mark_is(s, i + 1, '-');
    if (opens(s, i) && s->t[i].n <= 5 && (i == s->first || !year_at(s, i)) && mark && glued(s, i + 1) &&
        i + 2 < s->n && s->t[i + 2].flags & TOKEN_SPACE)
        return i + 1; /* "1. ", "2) ", "2.1. ", "3- " */
    if (token_shape(s->text, &s->t[i]) != SHAPE_OTHER)
        return 0;
    return i + 1; /* 3.2.1 */
}
