/* SPDX-License-Identifier: ISC */
#include "periodread.h"

#include <stdlib.h>

#include "mask.h"
#include "tables.h"

static const Str role_names[ROLES] = {
    [DUE] = {"due", 3},     [HERE] = {"here", 4},   [LAST] = {"last", 4},       [NOW] = {"now", 3},
    [OTHER] = {"other", 5}, [SINCE] = {"since", 5}, [STRETCH] = {"stretch", 7}, [TERM] = {"term", 4},
    [THIS] = {"this", 4},   [UNTIL] = {"until", 5}, [VAGUE] = {"vague", 5},     [YEARS] = {"years", 5},
};

static const Str word_texts[WORDS] = {
    [NAM] = {"năm", 4},   [THANG] = {"tháng", 6}, [QUY] = {"quý", 4},     [NGAY] = {"ngày", 5},
    [DAU] = {"đầu", 6},   [CUOI] = {"cuối", 6},   [NUA] = {"nửa", 5},     [CUA] = {"của", 5},
    [NAY] = {"nay", 3},   [SLASH] = {"/", 1},     [DASH] = {"-", 1},      [COMMA] = {",", 1},
    [OPEN] = {"(", 1},    [CLOSE] = {")", 1},     [GIO] = {"giờ", 5},     [PHUT] = {"phút", 5},
    [SANG] = {"sáng", 5}, [TRUA] = {"trưa", 5},   [CHIEU] = {"chiều", 7}, [TOI] = {"tối", 5},
};

static const char *const numeral_texts[NUMERALS] = {"một", "hai", "ba",  "bốn",  "năm",
                                                    "sáu", "bảy", "tám", "chín", "mười"};
static const char *const roman_texts[ROMANS] = {"i", "ii", "iii", "iv"};

static void mark_word(Periods *p, uint32_t word, unsigned bits)
{
    struct PeriodsHead *h = &p->head;
    size_t old = h->n_words;
    h->words = array_room(h->words, &h->n_words, word, sizeof *h->words);
    memset(h->words + old, 0, (h->n_words - old) * sizeof *h->words);
    h->words[word] |= (uint8_t)bits;
}

/* The forms of a role; their first words can begin an expression, the second ones are what shows it. */
static void add_words(Periods *p, Lexicon *l, Str forms, uint32_t role)
{
    Str form, first, second;
    lexicon_add_forms(l, p->head.table, forms, role);
    if (role == OTHER)
        return;
    while (str_cut(&forms, '|', &form)) {
        str_cut(&form, ' ', &first);
        bool alone = !str_cut(&form, ' ', &second);
        uint32_t word = lexicon_word(l, first);
        mark_word(p, word, alone ? PERIOD_PHRASE | PERIOD_ALONE : PERIOD_PHRASE);
        if (role == UNTIL) /* 2021 đến 2025 */
            mark_word(p, word, PERIOD_NUMBER << PERIOD_SECOND);
        if (!alone)
            mark_word(p, lexicon_word(l, second), PERIOD_PHRASE << PERIOD_SECOND);
    }
}

static void mark_words(Periods *p, const Word *words, size_t n, unsigned bits)
{
    for (size_t i = 0; i < n; i++)
        mark_word(p, p->word[words[i]], bits);
}

/* The words of shapes. */
static void add_shapes(Periods *p, Lexicon *l)
{
    static const Word first[] = {NAM, THANG, QUY, NGAY, NUA}, second[] = {NAM, THANG, DAU, CUOI},
                      behind_number[] = {NAM, THANG, SLASH, DASH};
    for (size_t i = 0; i < WORDS; i++)
        p->word[i] = lexicon_word(l, word_texts[i]);
    for (size_t i = 0; i < NUMERALS; i++) {
        p->numeral[i] = lexicon_word(l, str_of(numeral_texts[i]));
        mark_word(p, p->numeral[i], i ? PERIOD_SHAPE : 0); /* "một tháng" is no period */
    }
    for (size_t i = 0; i < ROMANS; i++) {
        p->roman[i] = lexicon_word(l, str_of(roman_texts[i]));
        mark_word(p, p->roman[i], PERIOD_SHAPE << PERIOD_SECOND);
    }
    mark_words(p, first, sizeof first / sizeof *first, PERIOD_SHAPE);
    mark_words(p, second, sizeof second / sizeof *second, PERIOD_SHAPE << PERIOD_SECOND);
    mark_words(p, behind_number, sizeof behind_number / sizeof *behind_number,
               PERIOD_NUMBER << PERIOD_SECOND);
}

Periods *periods_new(Lexicon *l, unsigned table, UserRows *user)
{
    Periods *p = xrealloc(NULL, 1, sizeof *p);
    *p = (Periods){.head = {.lexicon = l, .table = table}};
    add_shapes(p, l);
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

static void lead_by(Period *out, size_t lead, size_t n)
{
    out->lead += (uint32_t)lead;
    out->raw_tokens = (uint32_t)(lead + n) - out->lead;
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
    size_t n = phrase(l, i, &role);
    return n && role == NOW ? n : 0;
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
    size_t to = phrase(l, next, &role);
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
        size_t to = phrase(l, i + lead + n, &role), more;
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
    uint32_t role;
    return i > 0 && phrase(l, i - 1, &role) && role == OTHER;
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
    case OTHER:
    case ROLES:
        return 0;
    }
    lead_by(out, 0, lead);
    return lead;
}

uint64_t periods_may_begin(const Periods *p, const Token *t, size_t n)
{
    uint8_t words[BLOCK + 1] = {0}; /* and the one behind, which may be second */
    uint64_t none = 0, digits = 0, dotted = 0;
    size_t looked = n <= BLOCK ? n : BLOCK + 1;
    for (size_t i = 0; i < looked; i++)
        words[i] = (uint8_t)period_word(p, &t[i]);
    for (unsigned i = 0; i < BLOCK; i += LANE) {
        Lane word = lane_load((const char *)words + i), next = lane_load((const char *)words + i + 1);
        Lane first =
            lane_up(lane_and(word, lane_each(PERIOD_PHRASE | PERIOD_SHAPE | PERIOD_NUMBER)), PERIOD_SECOND);
        Lane begins = lane_or(lane_and(first, next), lane_and(word, lane_each(PERIOD_ALONE)));
        none |= lane_bits(lane_equal(begins, lane_each(0))) << i;
        digits |= lane_bits(lane_up(word, __builtin_clz(PERIOD_NUMBER) - 24)) << i;
    }
    for (; digits; digits &= digits - 1)
        dotted |= (uint64_t)period_dotted(&t[__builtin_ctzll(digits)]) << __builtin_ctzll(digits);
    return ~none | dotted;
}

size_t period_at(const Periods *p, Str text, const Token *t, size_t n, size_t i, Period *out)
{
    const Line l = {p, text, t, n};
    unsigned word = period_word(p, &t[i]);
    uint32_t role = ROLES;
    size_t lead = word & PERIOD_PHRASE ? phrase(&l, i, &role) : 0;
    size_t worded = lead ? phrase_at(&l, i, lead, (Role)role, out) : 0;
    Period other;
    size_t core = word & (PERIOD_SHAPE | PERIOD_NUMBER) ? core_at(&l, i, false, &other) : 0;
    if (!core && worded && (role == HERE || role == THIS || role == VAGUE) && lead > 1 &&
        (core = core_at(&l, i + 1, false, &other))) {
        other.lead += 1; /* "trong năm 2022" */
        core += 1;
    }
    if (core > worded) {
        other.raw_tokens = (uint32_t)core - other.lead;
        *out = other;
        return core;
    }
    return worded;
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
