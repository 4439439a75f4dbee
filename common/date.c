/* SPDX-License-Identifier: ISC */
#include "dateread.h"

#include <stdlib.h>

enum { LISTED = 8, YEAR_FIRST = 1800, YEAR_LAST = 2099 };

static const struct {
    const char *word;
    Role role;
    uint8_t value;
} vocabulary[] = {
    {"sáng", ROLE_MORNING, 0},
    {"trưa", ROLE_MORNING, 0},
    {"chiều", ROLE_AFTERNOON, 0},
    {"tối", ROLE_EVENING, 0},
    {"đêm", ROLE_EVENING, 0},
    {"buổi", ROLE_HALF, 0},
    {"vào", ROLE_HALF, 0},
    {"lúc", ROLE_HALF, 0},
    {"hôm", ROLE_HALF, 0},
    {"rạng", ROLE_HALF, 0},
    {"các", ROLE_HALF, 0},
    {"trong", ROLE_HALF, 0},
    {"t", ROLE_HALF, 0},
    {"ngày", ROLE_DAY, 0},
    {"mùng", ROLE_DAY, 0},
    {"mồng", ROLE_DAY, 0},
    {"tháng", ROLE_MONTH, 0},
    {"năm", ROLE_YEAR, 5},
    {"nay", ROLE_NOW, 0},
    {"hiện", ROLE_PRESENT, 0},
    {"từ", ROLE_FROM, 0},
    {"đến", ROLE_TO, 0},
    {"tới", ROLE_TO, 0},
    {"và", ROLE_AND, 0},
    {"thứ", ROLE_THU, 0},
    {"chủ", ROLE_CHU, 0},
    {"nhật", ROLE_NHAT, 0},
    {"hết", ROLE_UNTIL, 0},
    {"giờ", ROLE_HOUR, 0},
    {"h", ROLE_HOUR, 0},
    {"g", ROLE_HOUR, 0},
    {"am", ROLE_AM, 0},
    {"pm", ROLE_PM, 0},
    {"sa", ROLE_AM, 0},
    {"ch", ROLE_PM, 0},
    {"giêng", ROLE_NUMERAL, 1},
    {"một", ROLE_NUMERAL, 1},
    {"hai", ROLE_NUMERAL, 2},
    {"ba", ROLE_NUMERAL, 3},
    {"tư", ROLE_NUMERAL, 4},
    {"sáu", ROLE_NUMERAL, 6},
    {"bảy", ROLE_NUMERAL, 7},
    {"bẩy", ROLE_NUMERAL, 7},
    {"tám", ROLE_NUMERAL, 8},
    {"chín", ROLE_NUMERAL, 9},
    {"mười", ROLE_NUMERAL, 10},
    {"chạp", ROLE_NUMERAL, 12},
    {"January", ROLE_ENGLISH, 1},
    {"February", ROLE_ENGLISH, 2},
    {"March", ROLE_ENGLISH, 3},
    {"April", ROLE_ENGLISH, 4},
    {"May", ROLE_ENGLISH, 5},
    {"June", ROLE_ENGLISH, 6},
    {"July", ROLE_ENGLISH, 7},
    {"August", ROLE_ENGLISH, 8},
    {"September", ROLE_ENGLISH, 9},
    {"October", ROLE_ENGLISH, 10},
    {"November", ROLE_ENGLISH, 11},
    {"December", ROLE_ENGLISH, 12},
};

Dates *dates_new(Lexicon *l)
{
    Dates *d = xrealloc(NULL, 1, sizeof *d);
    *d = (Dates){0};
    for (size_t i = 0; i < sizeof vocabulary / sizeof *vocabulary; i++) {
        uint32_t id = lexicon_word(l, str_of(vocabulary[i].word));
        size_t had = d->cap;
        d->words = array_room(d->words, &d->cap, id, sizeof *d->words);
        memset(d->words + had, 0, (d->cap - had) * sizeof *d->words);
        d->words[id] = (Word){(uint8_t)vocabulary[i].role, vocabulary[i].value};
    }
    return d;
}

void dates_free(Dates *d)
{
    if (!d)
        return;
    free(d->words);
    free(d);
}

/* ---- reading tokens ------------------------------------------------------------------------------------ */

/* A number token as up to three integers with points between them. Returns how many, 0 when it is none. */
static unsigned integers(const Source *s, size_t i, int v[3])
{
    if (i >= s->n || s->t[i].type != TOKEN_NUMBER || s->t[i].n > 10)
        return 0;
    if (s->t[i].flags & TOKEN_PLAIN)
        return integer(s, i, &v[0]);
    Str digits = token_str(s->text, &s->t[i]);
    unsigned k = 0;
    size_t length = 0;
    v[0] = 0;
    for (size_t at = 0; at < digits.n; at++) {
        if (digits.p[at] == '.') {
            if (++k == 3)
                return 0;
            v[k] = 0;
            length = 0;
        } else if (digits.p[at] == ',' || ++length > 4) {
            return 0;
        } else {
            v[k] = v[k] * 10 + (digits.p[at] - '0');
        }
    }
    return k + 1;
}

static bool is_year(int v)
{
    return v >= YEAR_FIRST && v <= YEAR_LAST;
}

/* A day from three numbers, day before month unless impossible. */
static bool make_day(int day, int month, int year, When *out)
{
    if (month > 12 && day <= 12) {
        int other = day;
        day = month;
        month = other;
    }
    if (day > 31 || month > 12)
        return false;
    *out = (When){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return when_possible(*out);
}

/* Two digits of a year: 09 is 2009, 97 is 1997. */
static int full_year(int v)
{
    return v > 99 ? v : v < 70 ? 2000 + v : 1900 + v;
}

/* ---- one day ------------------------------------------------------------------------------------------- */

typedef struct {
    When when;    /* month 0: the number of a day alone */
    size_t to;    /* token behind it */
    bool written; /* ngày 2 tháng 4 */
    bool whole;   /* with its year */
    bool short_year;
} Day;

/* The year behind a day and month: `năm 2022`, `, năm 2022`, `/2022`, `, 2022` after a month in words. */
static void year_behind(const Source *s, Day *day, bool written)
{
    int v;
    size_t i = day->to;
    if (mark_of(s, i) == ',' && role_of(s, i + 1) == ROLE_YEAR)
        i++;
    if (role_of(s, i) == ROLE_YEAR && integer(s, i + 1, &v) && is_year(v)) {
        day->to = i + 2;
    } else if ((mark_of(s, i) == '/' || mark_of(s, i) == '-' || mark_of(s, i) == '.' ||
                (written && mark_of(s, i) == ',')) &&
               integer(s, i + 1, &v) && is_year(v)) {
        day->to = i + 2;
    } else if (written && integer(s, i, &v) && is_year(v)) {
        day->to = i + 1;
    } else {
        return;
    }
    day->when.year = (int16_t)v;
    day->whole = true;
}

/* A month at token i behind `tháng`: 4, 04, Tư, mười hai, 4/2022. */
static size_t month_at(const Source *s, size_t i, int *month)
{
    if (integer(s, i, month))
        return *month >= 1 && *month <= 12 ? 1 : 0;
    Word w = word_of(s, i);
    if (w.role != ROLE_NUMERAL && !(w.role == ROLE_YEAR && role_of(s, i + 1) == ROLE_YEAR))
        return 0;
    *month = w.value;
    Word next = word_of(s, i + 1);
    if (w.value == 10 && next.role == ROLE_NUMERAL && next.value <= 2) {
        *month += next.value;
        return 2;
    }
    return 1;
}

static bool day_written(const Source *s, size_t i, int day, Day *out)
{
    int month;
    size_t k = role_of(s, i + 1) == ROLE_MONTH ? month_at(s, i + 2, &month) : 0;
    if (!k || !make_day(day, month, 0, &out->when))
        return false;
    out->to = i + 2 + k;
    out->written = true;
    year_behind(s, out, true);
    return when_possible(out->when);
}

/* 20 May 2010: only with its year, "may" is a word too */
static bool day_english(const Source *s, size_t i, int day, Day *out)
{
    int year;
    if (role_of(s, i + 1) != ROLE_ENGLISH || !(s->t[i + 1].flags & TOKEN_CAP) || !integer(s, i + 2, &year) ||
        !is_year(year) || !make_day(day, word_of(s, i + 1).value, year, &out->when))
        return false;
    out->to = i + 3;
    out->written = out->whole = true;
    return true;
}

/* The mark between the numbers of a date: / - or a point; a dash stands close. */
static char separator(const Source *s, size_t i)
{
    char m = mark_of(s, i);
    if (m == '/')
        return m;
    return (m == '-' || m == '.') && !spaced(s, i) && !spaced(s, i + 1) ? m : 0;
}

/* 2023-07-06, 2023/07/06 */
static bool day_iso(const Source *s, size_t i, int year, Day *out)
{
    int month, day;
    char mark = separator(s, i + 1);
    if (!is_year(year) || !mark || separator(s, i + 3) != mark || !integer(s, i + 2, &month) ||
        !integer(s, i + 4, &day) || month > 12 || !make_day(day, month, year, &out->when))
        return false;
    out->to = i + 5;
    out->whole = true;
    return true;
}

static bool day_dotted(const Source *s, size_t i, unsigned parts, const int *v, Day *out)
{
    if (parts == 3) {
        if ((!is_year(v[2]) && v[2] > 99) || !make_day(v[0], v[1], full_year(v[2]), &out->when))
            return false;
        out->short_year = v[2] <= 99;
        out->whole = true;
        out->to = i + 1;
        return true;
    }
    Str digits = token_str(s->text, &s->t[i]);
    if (digits.n > 5 || !make_day(v[0], v[1], 0, &out->when) || v[1] > 12)
        return false;
    out->to = i + 1;
    year_behind(s, out, false);
    return true;
}

/* A day at token i; a number alone counts as one (month 0). */
static bool day_at(const Source *s, size_t i, Day *out)
{
    int v[3], month, year;
    unsigned parts = integers(s, i, v);
    *out = (Day){0};
    if (!parts)
        return false;
    if (parts > 1)
        return day_dotted(s, i, parts, v, out);
    if (day_written(s, i, v[0], out) || day_english(s, i, v[0], out) || day_iso(s, i, v[0], out))
        return true;
    char mark = separator(s, i + 1);
    if (mark && integer(s, i + 2, &month) && s->t[i + 2].n <= 2 && s->t[i].n <= 2) {
        bool close = separator(s, i + 3) == mark;
        if (close && integer(s, i + 4, &year) && (is_year(year) || s->t[i + 4].n == 2) &&
            make_day(v[0], month, full_year(year), &out->when)) {
            out->short_year = !is_year(year);
            out->whole = true;
            out->to = i + 5;
            return true;
        }
        bool range = mark == '-' && separator(s, i + 3) == '/'; /* 5-6/8: two days */
        if (!range && month <= 12 && make_day(v[0], month, 0, &out->when)) {
            out->to = i + 3;
            year_behind(s, out, false);
            return true;
        }
    }
    /* "ngày 27-28.10": the second number has the month in it */
    if (v[0] < 1 || v[0] > 31 || s->t[i].n > 2)
        return false;
    out->when = (When){0, 0, (uint8_t)v[0]};
    out->to = i + 1;
    return true;
}

/* ---- several days -------------------------------------------------------------------------------------- */

/* Words between two days: `và`, `đến hết ngày`, `-`, `,`, `và ngày`, `và chiều`. Tokens taken, 0 for none. */
static size_t joint_at(const Source *s, size_t i, bool *range, bool *comma)
{
    size_t k = i;
    *range = *comma = false;
    if (role_of(s, k) == ROLE_AND) {
        k++;
    } else if (role_of(s, k) == ROLE_TO) {
        *range = true;
        k++;
        if (role_of(s, k) == ROLE_UNTIL)
            k++;
    } else if (mark_of(s, k) == '-') {
        *range = true;
        k++;
    } else if (mark_of(s, k) == ',') {
        *comma = true;
        k++;
    } else {
        return 0;
    }
    Role r = role_of(s, k);
    if (!*comma && (r == ROLE_MORNING || r == ROLE_AFTERNOON || r == ROLE_EVENING))
        r = role_of(s, ++k);
    if (r == ROLE_DAY)
        k++;
    return k - i;
}

/* The year and month that the last day tells go for those before it. */
static void fill_back(When *first, const When *last)
{
    if (!first->month)
        first->month = last->month;
    if (!first->year && last->year)
        first->year = (int16_t)(last->year - (first->month > last->month));
}

/* Days behind the first one that belong to it. */
static void more_days(const Source *s, const Day *first, Date *out, size_t *to)
{
    Day last = *first, next;
    bool range, comma, any_range = false;
    size_t at = first->to, k;
    for (unsigned count = 0; count < LISTED; count++) {
        if (!(k = joint_at(s, at, &range, &comma)) || !day_at(s, at + k, &next))
            break;
        if (first->whole && !(range || next.whole))
            break;
        if (first->whole && !range)
            break; /* two dates, each with its year */
        if (comma && last.when.month)
            break; /* "sáng 6/7, 5/12 xã": no list */
        if (!next.when.month && role_of(s, next.to) != ROLE_AND && mark_of(s, next.to) != ',')
            break;
        any_range |= range;
        last = next;
        at = next.to;
        if (next.when.month) { /* the list is whole once a month is said */
            out->form = any_range ? DATE_RANGE : DATE_LIST;
            out->a = first->when;
            out->b = next.when;
            fill_back(&out->a, &out->b);
            *to = at;
            break;
        }
    }
}

bool date_joins(const Dates *d, const Token *t)
{
    const Source s = {.d = d, .t = t, .n = 1};
    Role r = role_of(&s, 0);
    return r == ROLE_MONTH || r == ROLE_AND || r == ROLE_TO || r == ROLE_ENGLISH;
}

/* Can a date begin with the number at token i? It shows in what stands behind: / - . , tháng, và, đến, and
 * behind that a number or a word of dates. */
static bool may_begin(const Source *s, size_t i)
{
    const Token *t = &s->t[i];
    if (!(t->flags & TOKEN_PLAIN)) /* 30.6.2020 */
        return t->n <= 10 && (s->text.p[t->at + 1] == '.' || s->text.p[t->at + 2] == '.');
    if (i + 2 >= s->n || (t[2].type != TOKEN_NUMBER && role_of(s, i + 2) == ROLE_NONE))
        return false;
    if (t[1].type != TOKEN_MARK)
        return date_joins(s->d, &t[1]);
    char m = s->text.p[t[1].at];
    return t[1].n == 1 && (m == '/' || m == '-' || m == '.' || m == ',');
}

size_t date_at(const Dates *d, Str text, const Token *t, size_t n, size_t i, Date *out)
{
    Source s = {d, text, t, n};
    Day day;
    size_t to;
    if (i >= n || t[i].type != TOKEN_NUMBER || !may_begin(&s, i) || !day_at(&s, i, &day))
        return 0;
    *out = (Date){.a = day.when, .b = day.when, .hour = -1, .minute = -1};
    to = day.to;
    more_days(&s, &day, out, &to);
    if (!out->a.month || !out->b.month || !when_possible(out->a) || !when_possible(out->b))
        return 0;
    if (i > 0 && !spaced(&s, i) && (mark_of(&s, i - 1) == '/' || mark_of(&s, i - 1) == '-') && i > 1 &&
        t[i - 2].type == TOKEN_NUMBER && !spaced(&s, i - 1))
        return 0; /* the tail of another figure */
    out->sure = day.written || (day.whole && !day.short_year);
    look_back(&s, i, out);
    out->raw = (uint32_t)(to - i);
    if (out->hour < 0) {
        size_t k = to;
        if (joins_time(mark_of(&s, k)))
            k++;
        if (role_of(&s, k) == ROLE_HALF)
            k++;
        Clock clock;
        size_t taken = clock_at(&s, k, &clock);
        if (taken) {
            set_clock(out, clock);
            to = k + taken;
        }
    }
    if (day.short_year && !out->weekday && out->hour < 0)
        return 0;
    if (day.short_year)
        out->sure = true;
    return to - i;
}
