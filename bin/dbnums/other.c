/* SPDX-License-Identifier: ISC */
#include "other.h"

#include <stdlib.h>

#include "clock.h"
#include "metatables.h"
#include "split.h"
#include "table_numbers.h"
#include "tables.h"

/* Roles of lead.tsv. */
typedef enum {
    LEAD_NAME,
    LEAD_LOOSE_NAME,
    LEAD_ORDINAL,
    LEAD_LOOSE_ORDINAL,
    LEAD_DOCNO,
    LEAD_CODE,
    LEAD_DAY,
    LEAD_NONE,
    LEADS
} Lead;

static const char *const lead_names[LEADS] = {"name",  "loose name", "ordinal", "loose ordinal",
                                              "docno", "code",       "day",     "none"};

static const char *const word_texts[WORDS] = {
    [HOUR] = "giờ",     [H] = "h",        [G] = "g",          [MINUTE] = "phút", [HALF] = "rưỡi",
    [AT] = "lúc",       [AROUND] = "hồi", [MORNING] = "sáng", [NOON] = "trưa",   [AFTERNOON] = "chiều",
    [EVENING] = "tối",  [NIGHT] = "đêm",  [DAY] = "ngày",     [NUMBER] = "số",   [MONTH] = "tháng",
    [CENTRAL] = "ương", [TERM] = "khóa",  [YEAR] = "năm",     [SINCE] = "từ",    [TO] = "đến",
    [PAST] = "qua"};

enum { FIRST_YEAR = 1900, LAST_YEAR = 2099 };

/* Remembers the second word of a lead: few words that begin one have it behind them. */
static void add_second(Others *o, Lexicon *l, Str lead)
{
    Split word;
    size_t at = 0;
    if (!split_next(lead, &at, &word) || !split_next(lead, &at, &word))
        return;
    uint32_t id = lexicon_word(l, word.text);
    size_t old = o->n_second;
    o->second = array_room(o->second, &o->n_second, id, 1);
    memset(o->second + old, 0, o->n_second - old);
    o->second[id] = 1;
}

Others *others_new(Lexicon *l, const Dates *dates, const Periods *periods, UserRows *user)
{
    Others *o = xrealloc(NULL, 1, sizeof *o);
    *o = (Others){.l = l, .dates = dates, .periods = periods};
    for (size_t i = 0; i < WORDS; i++)
        o->word[i] = lexicon_word(l, str_of(word_texts[i]));
    Str cells[2];
    for (TableRows r = table_rows(&table_lead, user); table_next(&r, cells);) {
        lexicon_add(l, TABLE_LEAD, cells[0], cell_name(cells[1], lead_names, LEADS));
        add_second(o, l, cells[0]);
    }
    for (TableRows r = table_rows(&table_lasting, user); table_next(&r, cells);)
        lexicon_add(l,
                    str_eq(cells[1], STR("before"))  ? TABLE_LASTING_BEFORE
                    : str_eq(cells[1], STR("hours")) ? TABLE_LASTING_HOURS
                                                     : TABLE_LASTING_BEHIND,
                    cells[0], 0);
    return o;
}

void others_free(Others *o)
{
    if (!o)
        return;
    buf_free(&o->iso);
    free(o->second);
    free(o);
}

unsigned other_uses(const Others *o, const Token *t)
{
    const uint64_t lead = UINT64_C(1) << TABLE_LEAD, time = UINT64_C(1) << META_PERIOD;
    uint64_t begins = lexicon_begins(o->l, t->word);
    unsigned uses = t->word < o->n_second && o->second[t->word] ? OTHER_SECOND : 0;
    if (begins & lead)
        uses |= lexicon_may_match(o->l, lead, t, 1, 0) ? OTHER_FIRST | OTHER_ALONE : OTHER_FIRST;
    if (begins & (lead | time) && period_word(o->periods, t) & (PERIOD_PHRASE | PERIOD_SHAPE))
        uses |= OTHER_TIME;
    return uses;
}

/* What it is not told otherwise. */
static void clear(Other *out)
{
    out->loose = 0;
    decimal_clear(&out->value);
    out->iso = (Str){"", 0};
}

static bool put(Other *out, FigureKind kind, size_t from, size_t to, size_t behind)
{
    out->kind = kind;
    out->from = from;
    out->to = to;
    out->behind = behind;
    return true;
}

/* ---- numbers of documents ------------------------------------------------------------------------------ */

/* Letters of a document's number: NQ, QĐ, CTr, TTg, ĐUK. */
static bool is_series(const Source *s, size_t i)
{
    const Token *t = &s->t[i];
    return i < s->n && t->type == TOKEN_WORD && t->flags & TOKEN_CAP && t->nch <= 8 && t->nch >= 2 &&
           (t->flags & TOKEN_UPPER || !(t->flags & TOKEN_SYLLABLE));
}

static bool joins_series(const Source *s, size_t i)
{
    char c = token_mark(s->t, s->n, i);
    return c == '-' || c == '/';
}

/* 32-NQ/TU, 57/2010/QĐ-TTg, 28 - NQ/TW, 100/2015/QH13: the token behind it, 0 when it is none. */
static size_t docno_end(const Source *s, size_t i)
{
    if (!plain(s, i))
        return 0;
    size_t k = i + 1;
    if (k < s->n && s->t[k].type == TOKEN_WORD && s->t[k].nch == 1 && glued(s, k)) /* 30a/2008/NQ-CP */
        k++;
    if ((mark_is(s, k, '/') || mark_is(s, k, '-')) && glued(s, k) && glued(s, k + 1) && plain(s, k + 1) &&
        s->t[k + 1].n == 4)
        k += 2;
    if (!joins_series(s, k) || !is_series(s, k + 1))
        return 0;
    bool close = glued(s, k) && glued(s, k + 1);
    if (!close && !(s->t[k + 1].flags & TOKEN_UPPER)) /* "17 - NQ/TW", not "17 - CaO" */
        return 0;
    if (!close && !(joins_series(s, k + 2) && is_series(s, k + 3)))
        return 0;
    k += 2;
    if (k < s->n && s->t[k].type == TOKEN_NUMBER && glued(s, k)) /* QH13 */
        k++;
    while (joins_series(s, k) && k + 1 < s->n && s->t[k + 1].type == TOKEN_WORD &&
           (glued(s, k + 1) ? glued(s, k) || s->t[k + 1].flags & TOKEN_UPPER : is_series(s, k + 1)))
        k += 2;
    return k;
}

/* ---- what a word before a number makes of it ----------------------------------------------------------- */

static int roman_value(Str s)
{
    static const char digits[] = "IVXLC";
    static const int values[] = {1, 5, 10, 50, 100};
    int sum = 0, last = 1000;
    for (size_t i = 0; i < s.n; i++) {
        const char *d = memchr(digits, s.p[i], 5);
        if (!d)
            return 0;
        int v = values[d - digits];
        sum += v > last ? v - 2 * last : v;
        last = v;
    }
    return sum;
}

static int roman_at(const Source *s, size_t i)
{
    return i < s->n && s->t[i].type == TOKEN_WORD && s->t[i].flags & TOKEN_UPPER
               ? roman_value(token_str(s->text, &s->t[i]))
               : 0;
}

/* Letters and digits glued to the number of a name: 4D, 30a, 1A, 12+500, 63B-012.34. */
static size_t name_tail(const Source *s, size_t k)
{
    while (k < s->n && glued(s, k)) {
        bool digits = s->t[k].type == TOKEN_NUMBER, letters = s->t[k].type == TOKEN_WORD && s->t[k].nch <= 2;
        bool more = mark_is(s, k, '+') || (mark_is(s, k, '-') && s->t[k - 1].type == TOKEN_WORD);
        if (more && glued(s, k + 1) && s->t[k + 1].type == TOKEN_NUMBER)
            k++;
        else if (!digits && !letters)
            break;
        k++;
    }
    return k;
}

/* số nhà 15/2, hẻm 12/3/4, bản tin số 15/2023: the token behind. */
static size_t slashed(const Source *s, size_t k)
{
    while (mark_is(s, k, '/') && glued(s, k) && glued(s, k + 1) && plain(s, k + 1))
        k += 2;
    return k;
}

/* 3/2, 30-4, 19.5: a day that gives a street its name. The token behind it, 0 for none. */
static size_t day_name(const Source *s, size_t k)
{
    int day = small_number(s, k), month;
    if (day < 1 || day > 31 || !(mark_is(s, k + 1, '/') || mark_is(s, k + 1, '-')) || !glued(s, k + 2))
        return 0;
    month = small_number(s, k + 2);
    return month >= 1 && month <= 12 && !mark_is(s, k + 3, '/') ? k + 3 : 0;
}

static bool ordinal_with(const Source *s, size_t i, size_t k, bool loose, Other *out)
{
    int roman = roman_at(s, k);
    Str digits = token_str(s->text, &s->t[k]);
    out->value = decimal_of((uint64_t)roman);
    if (!roman && !decimal_read(digits, NUMBER_VIETNAMESE, &out->value))
        return false;
    if (!roman && mark_is(s, k + 1, '/') && k + 2 < s->n && s->t[k + 2].type == TOKEN_NUMBER)
        return false; /* thứ 15/63: a rank */
    if (!roman && number_shape(digits) != SHAPE_PLAIN)
        return false;
    if (loose && !roman)
        out->loose = k;
    return put(out, FIGURE_ORDINAL, i, k + 1, k + 1);
}

/* Does a stretch of time begin with this number ("kế hoạch 5 năm 2021 - 2025")? */
static bool times_at(const Source *s, size_t k)
{
    Period p;
    return period_at(s->o->periods, s->text, s->t, s->n, k, &p) && !p.lead && p.raw_tokens > 1;
}

/* "Nghị quyết Trung ương 4 khóa XI", "(khóa XII)": the term belongs to the number. */
static size_t term_behind(const Source *s, size_t i)
{
    bool open = mark_is(s, i, '(');
    size_t k = i + open;
    if (!is(s, k, TERM) || !roman_at(s, k + 1))
        return i;
    return open ? (mark_is(s, k + 2, ')') ? k + 3 : i) : k + 2;
}

/* A lead [i, k) and what it makes of the number behind it. */
static bool led_by(const Source *s, size_t i, size_t k, Lead role, Other *out)
{
    if (role == LEAD_NONE)
        return put(out, FIGURE_KINDS, i, k, k);
    bool named = role == LEAD_NAME || role == LEAD_LOOSE_NAME;
    if (role == LEAD_NAME && joins_series(s, k)) /* Covid-19 */
        k++;
    if ((named || role == LEAD_DOCNO) && is(s, k, NUMBER))
        k++;
    if (role == LEAD_DAY) {
        size_t to = day_name(s, k);
        return to && put(out, FIGURE_NAME, i, to, to);
    }
    bool ordinal = role == LEAD_ORDINAL || role == LEAD_LOOSE_ORDINAL;
    if (k >= s->n || (s->t[k].type != TOKEN_NUMBER && !(ordinal && roman_at(s, k))))
        return false;
    if (role != LEAD_NAME && s->t[k].type == TOKEN_NUMBER && (year_at(s, k) || times_at(s, k)))
        return false; /* giai đoạn 2016 - 2020 */
    if (ordinal)
        return ordinal_with(s, i, k, role == LEAD_LOOSE_ORDINAL, out);
    if (docno_end(s, k) || clock_end(s, k) || round_the_clock(s, k) || phone_end(s, k))
        return false;
    NumberShape shape = token_shape(s->text, &s->t[k]);
    if (shape != SHAPE_PLAIN &&
        ((!named && role != LEAD_CODE) || (shape != SHAPE_DECIMAL_POINT && shape != SHAPE_OTHER)))
        return false;
    if (role == LEAD_LOOSE_NAME) {
        size_t day = day_name(s, k);
        if (day)
            return put(out, FIGURE_NAME, i, day, day);
        if (is(s, k - 1, NUMBER) && mark_is(s, k + 1, '/') && k + 2 < s->n && year_at(s, k + 2))
            return put(out, FIGURE_NAME, i, k + 3, k + 3); /* bản tin số 15/2026 */
        if (mark_is(s, k + 1, '/') || mark_is(s, k + 1, '%'))
            return false;
    }
    if (role == LEAD_LOOSE_NAME || (role == LEAD_DOCNO && (!(s->t[i].flags & TOKEN_CAP) || i == s->first)))
        out->loose = k;
    if (role == LEAD_CODE) { /* phiên bản 3.2, tổng đài 1022 */
        out->loose = k;
        return put(out, FIGURE_CODE, k, k + 1, k + 1);
    }
    size_t to = name_tail(s, k + 1);
    if (role == LEAD_NAME)
        to = slashed(s, to);
    if (to > k + 1)
        out->loose = 0;
    if (role != LEAD_DOCNO)
        return put(out, FIGURE_NAME, i, to, to);
    if (to == k + 1 && year_at(s, k))
        return false; /* Luật 2013 */
    if (k >= 1 && is(s, k - 1, CENTRAL))
        to = term_behind(s, to);
    return put(out, FIGURE_DOCNO, k, to, to);
}

/* "quy hoạch phân khu 1/2000"; "từ 1/2000 đến 5/2004" are months. */
static bool map_scale(const Source *s, size_t i)
{
    return i > s->first && s->t[i - 1].type == TOKEN_WORD && !is(s, i - 1, SINCE) && !is(s, i - 1, TO) &&
           small_number(s, i) == 1 && mark_is(s, i + 1, '/') && i + 2 < s->n &&
           str_eq(token_str(s->text, &s->t[i + 2]), STR("2000"));
}

/* A month with its year in digits alone: 7/2010, 12.2010. The token behind it, 0 for none. */
static size_t month_of_year(const Source *s, size_t i, When *out)
{
    if (map_scale(s, i))
        return 0;
    Str y = token_str(s->text, &s->t[i]), m = y;
    size_t to = i + 1;
    if (plain(s, i)) {
        if (!(mark_is(s, i + 1, '/') || mark_is(s, i + 1, '-')) || !glued(s, i + 1) || !glued(s, i + 2) ||
            !plain(s, i + 2))
            return 0;
        y = token_str(s->text, &s->t[i + 2]);
        to = i + 3;
    } else {
        str_cut(&y, '.', &m);
    }
    Decimal month, year;
    uint64_t a, b;
    if (m.n > 2 || y.n != 4 || !decimal_read(m, NUMBER_VIETNAMESE, &month) ||
        !decimal_read(y, NUMBER_VIETNAMESE, &year) || !decimal_uint(&month, &a) || !decimal_uint(&year, &b) ||
        a < 1 || a > 12 || b < FIRST_YEAR || b > LAST_YEAR)
        return 0;
    *out = (When){(int16_t)b, (uint8_t)a, 0};
    return to;
}

/* ---- dates and periods --------------------------------------------------------------------------------- */

static Str iso_text(const Source *s)
{
    return arena_str(s->arena, buf_get(&s->o->iso));
}

static bool put_date(const Source *s, size_t i, const Date *d, Other *out)
{
    s->o->iso.n = 0;
    when_iso(d->a, &s->o->iso);
    if (d->form != DATE_ONE) {
        buf_char(&s->o->iso, '/');
        when_iso(d->b, &s->o->iso);
    }
    out->iso = iso_text(s);
    return put(out, FIGURE_DATE, i, i + d->raw, i + d->raw);
}

static bool date_figure(const Source *s, size_t i, Other *out)
{
    Date d;
    size_t taken = date_begins(&s->t[i]) ? date_at(s->o->dates, s->text, s->t, s->n, i, &d) : 0;
    if (!taken)
        return false;
    bool bracketed = i > 0 && mark_is(s, i - 1, '(') && mark_is(s, i + d.raw, ')');
    return (d.sure || bracketed || d.form == DATE_RANGE) && put_date(s, i, &d, out);
}

/* Does a stretch of months last ("sau 6 tháng thi công") rather than name a time ("6 tháng, thu đạt …")? */
static bool lasts(const Source *s, size_t i, size_t to)
{
    uint32_t v;
    if (i > 1 && is(s, i - 1, YEAR) && small_number(s, i - 2) > 0) /* 12 năm 6 tháng tù */
        return true;
    for (size_t k = 1; k <= 3 && k <= i; k++)
        if (lexicon_match(s->o->l, TABLE_LASTING_BEFORE, s->t, i, i - k, &v) == k)
            return true;
    return lexicon_match(s->o->l, TABLE_LASTING_BEHIND, s->t, s->n, to, &v) > 0;
}

static bool period_figure(const Source *s, size_t i, Other *out)
{
    Period p;
    if (!period_may_begin(s->o->periods, s->t, s->n, i))
        return false;
    size_t taken = period_at(s->o->periods, s->text, s->t, s->n, i, &p);
    if (!taken || p.type == PERIOD_NOW || p.type == PERIOD_VAGUE || p.type == PERIOD_HERE || !p.raw_tokens)
        return false;
    size_t from = i + p.lead, to = from + p.raw_tokens, digits = from;
    for (size_t k = i; k < from; k++)
        if (s->t[k].type == TOKEN_NUMBER)
            return false; /* đến 18 giờ ngày 11/9 */
    while (digits < to && s->t[digits].type != TOKEN_NUMBER && !roman_at(s, digits))
        digits++;
    bool words = digits == to && from == i && p.a.month && s->t[from].type == TOKEN_WORD && to > from + 1 &&
                 is(s, from + 1, MONTH); /* Sáu tháng đầu năm */
    if (words && to == from + 2 && !is(s, to, PAST) && !(i == s->first && mark_is(s, to, ',')))
        return false; /* "mang thai bốn tháng" lasts, "chín tháng qua" does not */
    if ((digits == to && !words) || (p.bare && p.a.month && lasts(s, from, to)))
        return false;
    if (p.a.day || p.b.day) { /* "đến 30/6": that it is a day is said by the word */
        Date d;
        return date_at(s->o->dates, s->text, s->t, s->n, digits, &d) && put_date(s, digits, &d, out);
    }
    s->o->iso.n = 0;
    bool alone = !p.b.year && !p.a.year && p.b.month;
    if (alone && !words && (is(s, to - 2, MONTH) || to == from + 2) &&
        s->t[from].type == TOKEN_WORD) { /* quý II, tháng 6 */
        bool month = is(s, from, MONTH);
        out->value = decimal_of(month ? p.b.month : p.b.month / 3);
        return put(out, FIGURE_ORDINAL, from, to, to);
    }
    if (p.type != PERIOD_SPAN) {
        p.type = PERIOD_SPAN;
        p.a = p.a.year || p.a.month ? p.a : p.b;
        p.b = p.b.year || p.b.month ? p.b : p.a;
    }
    PeriodFrame none = {.year = 0};
    if (period_iso(&p, &none, &s->o->iso))
        out->iso = iso_text(s);
    return put(out, FIGURE_PERIOD, from, to, to > i + taken ? to : i + taken);
}

/* Does what stands behind a number tell that it is none of these: 125 hộ, 92,8%? Most are so passed over. */
static bool mere_number(const Source *s, size_t i)
{
    const Token *t = &s->t[i], *next = t + 1;
    if (i + 1 >= s->n || t->n > 7 || token_shape(s->text, t) > SHAPE_DECIMAL_COMMA)
        return false;
    if (next->type != TOKEN_WORD)
        return mark_is(s, i + 1, '%');
    const uint32_t *word = s->o->word;
    bool hour = (next->word == word[HOUR]) | (next->word == word[H]) | (next->word == word[G]) |
                (next->word == word[HALF]);
    bool time = period_word(s->o->periods, next) & PERIOD_NUMBER << PERIOD_SECOND;
    return (next->flags & TOKEN_SPACE) & !(hour | time | date_joins(s->o->dates, next));
}

static bool number_figure(const Source *s, size_t i, Other *out)
{
    When month;
    size_t to;
    if ((to = docno_end(s, i)))
        return put(out, FIGURE_DOCNO, i, to, to);
    if (date_figure(s, i, out))
        return true;
    if ((to = code_end(s, i)))
        return put(out, FIGURE_CODE, i, to, to);
    if ((to = month_of_year(s, i, &month))) {
        s->o->iso.n = 0;
        when_iso(month, &s->o->iso);
        out->iso = iso_text(s);
        return put(out, FIGURE_PERIOD, i, to, to);
    }
    return period_figure(s, i, out);
}

bool other_number(Others *o, Str text, const Token *t, size_t n, size_t i, size_t first, Arena *arena,
                  Other *out)
{
    Source s = {o, text, t, n, first, arena};
    if (mere_number(&s, i))
        return false;
    clear(out);
    return number_figure(&s, i, out);
}

bool other_words(Others *o, Str text, const Token *t, size_t n, size_t i, size_t first, Arena *arena,
                 Other *out)
{
    Source s = {o, text, t, n, first, arena};
    uint32_t role;
    size_t lead = lexicon_match(o->l, TABLE_LEAD, t, n, i, &role);
    if (!lead && !period_may_begin(o->periods, t, n, i))
        return false;
    clear(out);
    return (lead && led_by(&s, i, i + lead, (Lead)role, out)) || period_figure(&s, i, out);
}

/* ---- names that end in a number ------------------------------------------------------------------------ */

bool name_with(const Others *o, Str text, const Token *t, size_t n, size_t i, size_t first, size_t floor,
               Other *out)
{
    Source s = {(Others *)o, text, t, n, first, NULL};
    clear(out);
    if (!plain(&s, i) || t[i].n > 6 || i <= floor || year_at(&s, i))
        return false;
    bool dash = mark_is(&s, i - 1, '-') && glued(&s, i) && glued(&s, i - 1);
    size_t end = dash ? i - 1 : i, k = end;
    while (k > first && k > floor && t[k - 1].type == TOKEN_WORD && t[k - 1].flags & TOKEN_CAP)
        k--;
    bool close = glued(&s, i) && k < end; /* H5N1, G20 */
    if (k == first && k + 1 < end)
        k++; /* the first word of a sentence is a capital anyhow */
    if (k == end || (k == first && !dash && !close))
        return false;
    size_t to = name_tail(&s, i + 1);
    return put(out, FIGURE_NAME, close && k < end ? end - 1 : k, to, to);
}
