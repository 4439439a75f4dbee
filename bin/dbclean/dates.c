/* SPDX-License-Identifier: ISC */
#include "dates.h"

enum { NOT_A_NUMBER = 1 << 20 };

/* Value of a token of one to four digits. */
static unsigned value_of(Str text, const Token *t)
{
    if (t->type != TOKEN_NUMBER || t->n > 4)
        return NOT_A_NUMBER;
    unsigned v = 0;
    for (uint32_t i = 0; i < t->n; i++) {
        char c = text.p[t->at + i];
        if (c < '0' || c > '9')
            return NOT_A_NUMBER;
        v = v * 10 + (unsigned)(c - '0');
    }
    return v;
}

static bool is_day(unsigned v)
{
    return v >= 1 && v <= 31;
}

static bool is_month(unsigned v)
{
    return v >= 1 && v <= 12;
}

static bool is_year(unsigned v)
{
    return v >= 1945 && v <= 2100;
}

/* 30.6.2020 and 22.4 are one token each. */
static size_t dotted_date(Str text, const Token *t, unsigned *parts)
{
    size_t n = 0;
    unsigned v = 0;
    if (t->type != TOKEN_NUMBER || t->n > 10)
        return 0;
    for (uint32_t i = 0; i <= t->n; i++) {
        char c = i < t->n ? text.p[t->at + i] : '.';
        if (c == '.') {
            if (n == 3)
                return 0;
            parts[n++] = v;
            v = 0;
        } else if (c >= '0' && c <= '9') {
            v = v * 10 + (unsigned)(c - '0');
        } else {
            return 0;
        }
    }
    return n;
}

/* Figures joined by one kind of sign: how many (2 or 3), 0 for none. */
static size_t joined_figures(Str text, const Token *t, size_t n, size_t i, unsigned *parts)
{
    if (i >= n || (parts[0] = value_of(text, &t[i])) == NOT_A_NUMBER || i + 2 >= n)
        return 0;
    char sign = token_mark(t, n, i + 1);
    if ((sign != '/' && sign != '-') || (parts[1] = value_of(text, &t[i + 2])) == NOT_A_NUMBER)
        return 0;
    if (i + 4 < n && token_mark(t, n, i + 3) == sign &&
        (parts[2] = value_of(text, &t[i + 4])) != NOT_A_NUMBER)
        return 3;
    return 2;
}

size_t full_date_at(Str text, const Token *t, size_t n, size_t i)
{
    unsigned p[3];
    if (i >= n || t[i].type != TOKEN_NUMBER)
        return 0;
    if (dotted_date(text, &t[i], p) == 3)
        return is_day(p[0]) && is_month(p[1]) && (is_year(p[2]) || (p[2] >= 10 && p[2] < 100));
    size_t figures = joined_figures(text, t, n, i, p);
    if (figures == 3) {
        if (is_day(p[0]) && is_month(p[1]) && (is_year(p[2]) || (p[2] >= 10 && p[2] < 100)))
            return 5;
        if (is_year(p[0]) && is_month(p[1]) && is_day(p[2]))
            return 5;
        if (is_month(p[0]) && is_day(p[1]) && p[1] > 12 && is_year(p[2])) /* 05/22/2015 */
            return 5;
    }
    /* " date 2023-10 " of a crawler */
    if (figures == 2 && is_year(p[0]) && is_month(p[1]) && token_mark(t, n, i + 1) == '-')
        return 3;
    return 0;
}

size_t day_month_at(Str text, const Token *t, size_t n, size_t i)
{
    unsigned p[3];
    if (i >= n || t[i].type != TOKEN_NUMBER)
        return 0;
    if (dotted_date(text, &t[i], p) >= 2)
        return is_day(p[0]) && is_month(p[1]);
    size_t figures = joined_figures(text, t, n, i, p);
    return figures && is_day(p[0]) && is_month(p[1]) ? figures * 2 - 1 : 0;
}

static size_t time_at(const Words *w, Str text, const Token *t, size_t n, size_t i)
{
    unsigned hour = i < n ? value_of(text, &t[i]) : NOT_A_NUMBER;
    if (hour > 24 || i + 2 >= n || value_of(text, &t[i + 2]) > 59)
        return 0;
    if (token_mark(t, n, i + 1) == ':') {
        bool seconds = i + 4 < n && token_mark(t, n, i + 3) == ':' && value_of(text, &t[i + 4]) <= 59;
        return seconds ? 5 : 3;
    }
    return t[i + 1].word == w->hour ? 3 : 0; /* 16h05 */
}

static bool stamp_mark(Str text, const Token *t, size_t n, size_t i)
{
    char c = token_mark(t, n, i);
    if (c == MARK_WIDE)
        return str_eq(token_str(text, &t[i]), STR("•"));
    return c && strchr(",-|/:;()[]+.'", c);
}

StampRun stamp_run(const Words *w, Str text, const Token *t, size_t n, size_t i)
{
    StampRun run = {.end = i};
    size_t from = i, words = 0;
    unsigned figures = 0, year = 0;
    bool month = false;
    while (i < n) {
        uint32_t role;
        size_t k;
        if ((k = full_date_at(text, t, n, i))) {
            run.dated = true;
        } else if ((k = time_at(w, text, t, n, i))) {
            run.timed = true;
        } else if ((k = lexicon_match(w->lexicon, W_STAMP, t, n, i, &role))) {
            run.weekday |= role == ROLE_WEEKDAY;
            run.viewed |= role == ROLE_VIEWS;
            run.labelled |= role == ROLE_WORD && k > 1;
            month |= role == ROLE_MONTH || t[i].word == w->month;
            words++;
        } else if (t[i].type == TOKEN_NUMBER) {
            year |= is_year(value_of(text, &t[i]));
            figures++;
            k = 1;
        } else if (stamp_mark(text, t, n, i)) {
            i++;
            continue;
        } else {
            break;
        }
        i += k;
        run.end = i;
    }
    /* 26 Tháng 2 2024; 20 tháng 9, 2024 */
    run.dated |= month && year && figures >= 2;
    run.dated |= run.weekday && run.timed;
    run.viewed &= figures > 0;
    run.bracketed = run.dated && !words && token_mark(t, n, from) == '(' && run.end < n &&
                    token_mark(t, n, run.end) == ')';
    /* marks that close what the run opened */
    while (run.end > from && run.end < n &&
           (token_mark(t, n, run.end) == ')' || token_mark(t, n, run.end) == ']'))
        run.end++;
    return run;
}
