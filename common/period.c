/* SPDX-License-Identifier: ISC */
#include "period.h"

#include <stdlib.h>

#include "tables.h"

/* Roles of timeword.tsv. */
typedef enum { DUE, HERE, LAST, NOW, SINCE, STRETCH, TERM, THIS, UNTIL, VAGUE, YEARS, ROLES } Role;

static const Str role_names[ROLES] = {
    [DUE] = {"due", 3},     [HERE] = {"here", 4},       [LAST] = {"last", 4},   [NOW] = {"now", 3},
    [SINCE] = {"since", 5}, [STRETCH] = {"stretch", 7}, [TERM] = {"term", 4},   [THIS] = {"this", 4},
    [UNTIL] = {"until", 5}, [VAGUE] = {"vague", 5},     [YEARS] = {"years", 5},
};

/* Words the shapes are made of. */
typedef enum {
    NAM,
    THANG,
    QUY,
    NGAY,
    DAU,
    CUOI,
    NUA,
    CUA,
    NAY,
    SLASH,
    DASH,
    COMMA,
    OPEN,
    CLOSE,
    GIO,
    PHUT,
    SANG,
    TRUA,
    CHIEU,
    TOI,
    WORDS
} Word;

static const Str word_texts[WORDS] = {
    [NAM] = {"năm", 4},   [THANG] = {"tháng", 6}, [QUY] = {"quý", 4},     [NGAY] = {"ngày", 5},
    [DAU] = {"đầu", 6},   [CUOI] = {"cuối", 6},   [NUA] = {"nửa", 5},     [CUA] = {"của", 5},
    [NAY] = {"nay", 3},   [SLASH] = {"/", 1},     [DASH] = {"-", 1},      [COMMA] = {",", 1},
    [OPEN] = {"(", 1},    [CLOSE] = {")", 1},     [GIO] = {"giờ", 5},     [PHUT] = {"phút", 5},
    [SANG] = {"sáng", 5}, [TRUA] = {"trưa", 5},   [CHIEU] = {"chiều", 7}, [TOI] = {"tối", 5},
};

enum { NUMERALS = 12, ROMANS = 4, FIRST_YEAR = 1900, LAST_YEAR = 2100 };
static const char *const numeral_texts[NUMERALS] = {"một", "hai", "ba",   "bốn",  "năm", "sáu",
                                                    "bảy", "tám", "chín", "mười", "tư",  "dăm"};
static const char *const roman_texts[ROMANS] = {"i", "ii", "iii", "iv"};

struct Periods {
    struct PeriodsHead head;
    const Lexicon *lexicon;
    unsigned table;
    uint32_t word[WORDS], numeral[NUMERALS], roman[ROMANS];
};

/* The tokens being read. */
typedef struct {
    const Periods *p;
    Str text;
    const Token *t;
    size_t n;
} Line;

static void mark_word(Periods *p, uint32_t word, unsigned bit)
{
    struct PeriodsHead *h = &p->head;
    size_t old = h->n_words;
    h->words = array_room(h->words, &h->n_words, word, 1);
    memset(h->words + old, 0, h->n_words - old);
    h->words[word] |= (uint8_t)bit;
}

/* The forms of a role; their first words can begin an expression. */
static void add_words(Periods *p, Lexicon *l, Str forms, uint32_t role)
{
    Str form, rest;
    lexicon_add_forms(l, p->table, forms, role);
    while (str_cut(&forms, '|', &form)) {
        rest = form;
        str_cut(&rest, ' ', &form);
        mark_word(p, lexicon_word(l, form), role == UNTIL ? PERIOD_STARTS | PERIOD_FOLLOWS : PERIOD_STARTS);
    }
}

Periods *periods_new(Lexicon *l, unsigned table, UserRows *user)
{
    Periods *p = xrealloc(NULL, 1, sizeof *p);
    *p = (Periods){.lexicon = l, .table = table};
    for (size_t i = 0; i < WORDS; i++)
        p->word[i] = lexicon_word(l, word_texts[i]);
    for (size_t i = 0; i < NUMERALS; i++)
        p->numeral[i] = lexicon_word(l, str_of(numeral_texts[i]));
    for (size_t i = 0; i < ROMANS; i++)
        p->roman[i] = lexicon_word(l, str_of(roman_texts[i]));
    static const Word shape_starts[] = {NAM, THANG, QUY, NGAY, NUA};
    for (size_t i = 0; i < sizeof shape_starts / sizeof *shape_starts; i++)
        mark_word(p, p->word[shape_starts[i]], PERIOD_STARTS);
    static const Word behind_number[] = {NAM, THANG, SLASH, DASH};
    for (size_t i = 0; i < sizeof behind_number / sizeof *behind_number; i++)
        mark_word(p, p->word[behind_number[i]], PERIOD_FOLLOWS);
    for (size_t i = 1; i < 10; i++) /* "một tháng" is no period */
        mark_word(p, p->numeral[i], PERIOD_STARTS);
    Str cells[2];
    for (TableRows r = table_rows(&table_timeword, user); table_next(&r, cells);)
        for (uint32_t role = 0; role < ROLES; role++)
            if (str_eq(cells[0], role_names[role]))
                add_words(p, l, cells[1], role);
    return p;
}

void periods_free(Periods *p)
{
    if (!p)
        return;
    free(p->head.words);
    free(p);
}

static bool is(const Line *l, size_t i, Word w)
{
    return i < l->n && l->t[i].word == l->p->word[w];
}

static bool spaced(const Line *l, size_t i)
{
    return i < l->n && (l->t[i].flags & TOKEN_SPACE);
}

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
    return i < l->n && l->t[i].type == TOKEN_NUMBER ? digits(token_str(l->text, &l->t[i])) : -1;
}

/* A year in four digits; not the head of a document's number: 2015/QĐ-UBND. */
static int16_t year_at(const Line *l, size_t i)
{
    int v = number_at(l, i);
    if (v < FIRST_YEAR || v > LAST_YEAR || l->t[i].n != 4)
        return 0;
    if (is(l, i + 1, SLASH) && !spaced(l, i + 1) && i + 2 < l->n && l->t[i + 2].type == TOKEN_WORD)
        return 0;
    return (int16_t)v;
}

static int numeral_at(const Line *l, size_t i)
{
    int v = number_at(l, i);
    if (v >= 0)
        return l->t[i].n <= 2 ? v : -1;
    for (size_t k = 0; i < l->n && k < 10; k++)
        if (l->t[i].word == l->p->numeral[k])
            return (int)k + 1;
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
    if (!is(l, i, QUY) || i + 1 >= l->n)
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
    if (!is(l, i, THANG) || i + 1 >= l->n)
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

/* "2021 - 2025", "2011 đến 2020", "2011 đến năm 2020" */
static size_t years_at(const Line *l, size_t i, Period *out)
{
    int16_t a = year_at(l, i), b = 0;
    size_t at = i + 1;
    uint32_t role;
    if (!a)
        return 0;
    if (is(l, at, DASH))
        at++;
    else if (lexicon_match(l->p->lexicon, l->p->table, l->t, l->n, at, &role) == 1 && role == UNTIL)
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
    if (!is(l, i, NUA) || !(is(l, i + 1, DAU) || is(l, i + 1, CUOI)) || !is(l, i + 2, NAM))
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

/* What a time itself looks like. `after`: a word that asks for a time stands before it, so that a day, a year
 * alone, and "năm" alone will do. */
static size_t core_at(const Line *l, size_t i, bool after, Period *out)
{
    *out = (Period){.type = PERIOD_SPAN};
    size_t n = 0;
    if (is(l, i, NAM) && (n = year_shape(l, i, out)))
        return n;
    if ((n = months_at(l, i, out)))
        return n;
    if (is(l, i, QUY))
        return quarter_at(l, i, out);
    if (is(l, i, THANG))
        return month_at(l, i, out);
    if (is(l, i, NUA))
        return half_at(l, i, out);
    if (is(l, i, NAM))
        return after ? 1 : 0;
    if (is(l, i, NGAY) && (n = day_at(l, i + 1, &out->a))) {
        out->type = PERIOD_DAY;
        out->b = out->a;
        out->lead = 1;
        return n + 1;
    }
    int count = numeral_at(l, i);
    if (count > 1 && is(l, i + 1, NAM) && (n = years_at(l, i + 2, out)))
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

static void lead_by(Period *out, size_t lead, size_t n)
{
    out->lead += (uint32_t)lead;
    out->raw_tokens = (uint32_t)(lead + n) - out->lead;
}

/* "17 giờ", "17 giờ 30 phút", "chiều" before a day: how many tokens. */
static size_t hour_at(const Line *l, size_t i)
{
    if (is(l, i, SANG) || is(l, i, TRUA) || is(l, i, CHIEU) || is(l, i, TOI))
        return 1;
    if (number_at(l, i) < 0 || !is(l, i + 1, GIO))
        return 0;
    return number_at(l, i + 2) >= 0 && is(l, i + 3, PHUT) ? 4 : 2;
}

/* "đến" + "hết năm" and the like; a year alone must look like the end of the phrase: "đến 2025, …". */
static size_t until_at(const Line *l, size_t i, size_t lead, Period *out)
{
    size_t hour = hour_at(l, i + lead), n = core_at(l, i + lead + hour, true, out);
    if (!n || (hour && out->type != PERIOD_DAY))
        return 0;
    lead += hour;
    if (out->bare && out->a.year && i + lead + n < l->n && l->t[i + lead + n].type != TOKEN_MARK)
        return 0;
    out->type = PERIOD_UNTIL;
    out->a = (When){0, 0, 0};
    lead_by(out, lead, n);
    return lead + n;
}

static size_t now_at(const Line *l, size_t i)
{
    uint32_t role;
    if (is(l, i, OPEN)) /* "từ đầu nhiệm kỳ (2020 - 2025) đến nay" leaves its bracket behind */
        return 0;
    size_t n = lexicon_match(l->p->lexicon, l->p->table, l->t, l->n, i, &role);
    return n && role == NOW ? n : 0;
}

/* "13 đến 16/10", "ngày 13 đến ngày 16/10": days of one month; *lead: tokens before the first number. */
static size_t days_at(const Line *l, size_t i, size_t *lead, Period *out)
{
    *lead = is(l, i, NGAY);
    size_t at = i + *lead, to = 0;
    int day = number_at(l, at);
    uint32_t role;
    if (day < 1 || day > 31 || l->t[at].n > 2 || at + 1 >= l->n)
        return 0;
    if (is(l, at + 1, DASH) && spaced(l, at + 1))
        to = 1;
    else if ((to = lexicon_match(l->p->lexicon, l->p->table, l->t, l->n, at + 1, &role)) && role != UNTIL)
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

/* "từ năm 2016 đến năm 2019", "từ ngày 15/12/2024 đến 14/3/2025", "từ năm 2016 đến nay", "từ năm 2020" */
static size_t since_at(const Line *l, size_t i, size_t lead, Period *out)
{
    Period second;
    uint32_t role = ROLES;
    size_t day = 0, n = days_at(l, i + lead, &day, out), more;
    if (n) {
        lead_by(out, lead + day, n - day);
        return lead + n;
    }
    if (!(n = core_at(l, i + lead, true, out)))
        return 0;
    if (out->type == PERIOD_SPAN && out->b.year > out->a.year && out->a.year)
        goto span; /* "từ năm 2011 - 2020" */
    size_t next = i + lead + n;
    if ((more = now_at(l, next))) {
        out->type = PERIOD_SINCE;
        lead_by(out, lead, n);
        return lead + n + more;
    }
    size_t to = lexicon_match(l->p->lexicon, l->p->table, l->t, l->n, next, &role);
    if (!to && is(l, next, DASH)) {
        to = 1;
        role = UNTIL;
    }
    if (to && role == UNTIL && (more = core_at(l, next + to, true, &second))) {
        out->b = second.b;
        if (!out->a.year)
            out->a.year = second.b.year;
        n += to + more;
        goto span;
    }
    if (out->bare || !out->a.year)
        return 0; /* "từ 2015" of what is not known to be a year */
    out->type = PERIOD_SINCE;
    lead_by(out, lead, n);
    return lead + n;
span:
    out->type = PERIOD_SPAN;
    out->bare = false;
    lead_by(out, lead, n);
    return lead + n;
}

static size_t stretch_at(const Line *l, size_t i, size_t lead, Period *out)
{
    size_t at = i + lead;
    *out = (Period){.type = PERIOD_SPAN};
    if (is(l, at, NAM))
        at++;
    size_t n = years_at(l, at, out);
    if (!n && (out->a.year = year_at(l, at))) {
        out->b = out->a;
        n = 1;
    }
    if (!n)
        return 0;
    lead_by(out, at - i, n);
    return at - i + n;
}

/* "từ đầu nhiệm kỳ 2020 - 2025 đến nay", "từ đầu năm 2023 đến nay": what follows the words is optional. */
static size_t opening_at(const Line *l, size_t i, size_t lead, bool term, Period *out)
{
    Period years = {0};
    size_t n = years_at(l, i + lead, &years);
    if (!n && (years.a.year = year_at(l, i + lead)))
        n = 1;
    *out = (Period){.type = term ? PERIOD_TERM : PERIOD_SINCE, .a = years.a};
    if (!term) {
        out->a.month = 1;
        out->a.day = 1;
        Period end;
        uint32_t role;
        size_t to = lexicon_match(l->p->lexicon, l->p->table, l->t, l->n, i + lead + n, &role), more;
        if (to && role == UNTIL && (more = core_at(l, i + lead + n + to, true, &end))) {
            out->type = PERIOD_SPAN; /* "từ đầu năm đến hết tháng 9" */
            out->b = end.b;
            lead_by(out, lead, n + to + more);
            return lead + n + to + more;
        }
    }
    n += now_at(l, i + lead + n);
    lead_by(out, 0, lead + n);
    return lead + n;
}

/* "thực hiện", "xuất hiện" and the like end in a word that alone means now; so "hiện" needs a verb or a place
 * behind it, and a break or a noun of place before it. */
static bool lone_now(const Line *l, size_t i)
{
    return i == 0 || l->t[i - 1].type == TOKEN_MARK || (l->t[i].flags & TOKEN_CAP) ||
           !(l->t[i - 1].flags & TOKEN_SYLLABLE);
}

/* "ngân hàng quý I", "mặt hàng năm 2020": the word before goes with the first one. */
static bool other_word(const Line *l, size_t i)
{
    static const char *const words[] = {"ngân", "mặt", "cửa",  "nhà",  "khách",
                                        "đơn",  "bán", "giao", "xuất", "nhập"};
    if (i == 0 || !str_eq(token_str(l->text, &l->t[i]), STR("hàng")))
        return false;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (str_is(token_str(l->text, &l->t[i - 1]), words[k]))
            return true;
    return false;
}

static size_t phrase_at(const Line *l, size_t i, size_t lead, Role role, Period *out)
{
    *out = (Period){.type = PERIOD_VAGUE};
    switch (role) {
    case UNTIL:
        return until_at(l, i, lead, out);
    case DUE:
        lead = until_at(l, i, lead, out);
        out->type = PERIOD_DUE;
        return lead;
    case SINCE:
        return since_at(l, i, lead, out);
    case STRETCH:
        return stretch_at(l, i, lead, out);
    case TERM:
    case YEARS:
        return opening_at(l, i, lead, role == TERM, out);
    case NOW:
        if (lead == 1 && !lone_now(l, i))
            return 0;
        out->type = PERIOD_NOW;
        break;
    case HERE:
        out->type = PERIOD_HERE;
        break;
    case THIS:
    case LAST:
        out->type = role == THIS ? PERIOD_SPAN : PERIOD_VAGUE;
        break;
    case VAGUE:
        if (other_word(l, i))
            return 0;
        break;
    case ROLES:
        break;
    }
    lead_by(out, 0, lead);
    return lead;
}

size_t period_at(const Periods *p, Str text, const Token *t, size_t n, size_t i, Period *out)
{
    if (!period_may_begin(p, text, t, n, i))
        return 0;
    const Line l = {p, text, t, n};
    uint32_t role, word = t[i].word;
    size_t lead = word && lexicon_begins(p->lexicon, word) >> p->table & 1
                      ? lexicon_match(p->lexicon, p->table, t, n, i, &role)
                      : 0;
    size_t phrase = lead ? phrase_at(&l, i, lead, (Role)role, out) : 0;
    Period other;
    size_t core = core_at(&l, i, false, &other);
    if (!core && phrase && (role == HERE || role == THIS || role == VAGUE) && lead > 1 &&
        (core = core_at(&l, i + 1, false, &other))) {
        other.lead += 1; /* "trong năm 2022" */
        core += 1;
    }
    if (core > phrase) {
        other.raw_tokens = (uint32_t)core - other.lead;
        *out = other;
        return core;
    }
    return phrase;
}

/* The year of a time that does not say it: that of the report, but not far ahead of the event ("quý IV" told
 * in January is last year's). */
static int16_t year_for(When w, const PeriodFrame *f)
{
    if (w.year)
        return w.year;
    if (f->year)
        return f->year;
    if (w.month && f->event.month && w.month > f->event.month + 6)
        return (int16_t)(f->event.year - 1);
    return f->event.year;
}

bool period_iso(const Period *p, const PeriodFrame *f, Buf *out)
{
    When a = p->a, b = p->b;
    b.year = b.year ? b.year : year_for(b, f);
    a.year = a.year ? a.year : p->b.year ? p->b.year : year_for(b.month ? b : a, f);
    switch (p->type) {
    case PERIOD_SPAN:
        if (!a.year || !b.year || when_cmp(a, b) > 0)
            return false;
        when_iso(a, out);
        if (a.year != b.year || a.month != b.month || a.day != b.day) {
            buf_char(out, '/');
            when_iso(b, out);
        }
        return true;
    case PERIOD_UNTIL:
    case PERIOD_NOW:
        b = p->type == PERIOD_NOW ? f->event : b;
        if (!b.year)
            return false;
        buf_str(out, STR("../"));
        when_iso(b, out);
        return true;
    case PERIOD_TERM:
    case PERIOD_SINCE:
        if (p->type == PERIOD_TERM && !p->a.year)
            a = (When){f->term, 0, 0};
        if (!a.year || !f->event.year || when_cmp(a, f->event) > 0)
            return false;
        when_iso(a, out);
        buf_char(out, '/');
        when_iso(f->event, out);
        return true;
    case PERIOD_DAY:
    case PERIOD_HERE:
    case PERIOD_DUE:
    case PERIOD_VAGUE:
        break;
    }
    return false;
}
