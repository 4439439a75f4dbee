/* SPDX-License-Identifier: ISC */
/* The year of an event whose day is told without one. */
#include "docread.h"
#include "ordinal.h"

enum { NEAR = 120, BODY_RECORDS = 12 };

/* Years by what is said of them, 0 none: tổng kết năm 2017; nhiệm vụ năm 2018; 6 tháng đầu năm 2018, quý
 * II/2018; năm 2018; the latest of all but those of plans. */
typedef struct {
    int review, plan, part, any, latest;
    int goal; /* the earliest of the plans' */
} Years;

static int year_value(const Record *rec, size_t i)
{
    /* few tokens are numbers, many have four bytes: các */
    if (i >= rec->n_tokens || !(rec->tokens[i].flags & TOKEN_PLAIN) || rec->tokens[i].n != 4)
        return 0;
    int v = token_int(rec->text, &rec->tokens[i]);
    return v >= 1990 && v <= 2099 ? v : 0;
}

/* Digits or a Roman numeral: 6, 06, II. */
static bool small_number(const Record *rec, size_t i, int *v)
{
    const Token *t = &rec->tokens[i];
    *v = t->type == TOKEN_WORD ? (int)roman_value(token_str(rec->text, t)) : token_int(rec->text, t);
    return *v > 0 && *v < 100;
}

/* Is the year at token i one end of `2015 - 2020`? */
static bool in_span(const Record *rec, size_t i)
{
    for (size_t k = i + 1; k < i + 3 && k < rec->n_tokens; k++)
        if (rec->tokens[k].type == TOKEN_NUMBER)
            return year_value(rec, k) > 0 && rec->tokens[k - 1].type == TOKEN_MARK;
    return i >= 2 && rec->tokens[i - 1].type == TOKEN_MARK && year_value(rec, i - 2);
}

/* Review or plan: the nearest such word before token i in its clause. */
static Cue leaning(const DocReader *r, const Record *rec, size_t i)
{
    Cue cue = cue_leaning(r, rec, i, true);
    return cue == CUE_COURSE ? CUE_REVIEW : cue;
}

/* Does a year of a stretch of months fit an event of that month: 6 tháng đầu năm in June to August, quý I in
 * March to May, tháng 1 in January or February? */
static bool fits_month(int last, unsigned month)
{
    int after = (int)month - last;
    return after >= -1 && after <= 2;
}

/* The year at token i behind `quý II/`, `quý II năm`, `tháng 6/`, `6 tháng đầu năm`: its last month, 0 for
 * none. */
static int last_month(const DocReader *r, const Record *rec, size_t i)
{
    size_t named = record_is(rec, i - 1, r->w.nam) ? i - 1 : 0;
    size_t k = named ? named : record_mark(rec, i - 1) == '/' || record_mark(rec, i - 1) == '-' ? i - 1 : 0;
    int v;
    if (k < 2)
        return 0;
    if (named && (record_is(rec, k - 1, r->w.cuoi) || record_is(rec, k - 1, r->w.dau)) &&
        record_is(rec, k - 2, r->w.thang) && k >= 3)
        return record_is(rec, k - 1, r->w.cuoi) ? 6 : small_number(rec, k - 3, &v) ? v : 0;
    if (record_mark(rec, k - 1) == ',')
        k--;
    if (k < 2 || (k >= 3 && rec->tokens[k - 3].type == TOKEN_NUMBER))
        return 0;
    if (record_is(rec, k - 2, r->w.quy))
        return small_number(rec, k - 1, &v) && v <= 4 ? 3 * v : 0;
    if (record_is(rec, k - 2, r->w.thang) && small_number(rec, k - 1, &v) && v <= 12)
        return v;
    return 0;
}

/* Is a year that stands alone or ends a date one of what is to come: `đến 30/6/2025`, `tầm nhìn 2050`? */
static bool ahead(const DocReader *r, const Record *rec, size_t i)
{
    Cue cue = leaning(r, rec, i);
    for (size_t back = 1; back <= 6 && back <= i; back++) {
        uint32_t word = rec->tokens[i - back].word;
        if (word && (word == r->w.den || word == r->w.vao || word == r->w.nhin))
            return true;
    }
    return cue == CUE_PLAN;
}

static void years_in(DocReader *r, const Record *rec, unsigned month, Years *y)
{
    for (size_t i = 1; i < rec->n_tokens; i++) {
        int v = year_value(rec, i);
        if (!v || in_span(rec, i))
            continue;
        size_t named = record_is(rec, i - 1, r->w.nam) ? i - 1 : 0;
        uint32_t before = named > 0 ? rec->tokens[named - 1].word : 0;
        if (named && before && (before == r->w.den || before == r->w.tu || before == r->w.vao))
            continue; /* đến năm 2030, từ năm 2014, vào năm 2030 */
        int last = last_month(r, rec, i);
        if (last && fits_month(last, month) && (y->part < v))
            y->part = v;
        if (named && before && (before == r->w.ky || before == r->w.voi))
            continue; /* so với cùng kỳ năm 2016 */
        Cue cue = named ? leaning(r, rec, named) : CUE_NONE;
        if (cue == CUE_PLAN && (!y->goal || v < y->goal))
            y->goal = v;
        if (cue == CUE_PLAN && v > y->plan)
            y->plan = v;
        else if (v > y->latest && (named || last || !ahead(r, rec, i)))
            y->latest = v;
        if (last || !named)
            continue;
        if (cue == CUE_REVIEW && !y->review)
            y->review = v;
        else if (cue != CUE_PLAN && !y->any)
            y->any = v;
    }
}

/* The year of an event in that month, from the years that its title or text names; 0 for none. */
static int year_of(const Years *y, unsigned month, bool title)
{
    int year = 0, plan = y->plan > y->goal + 1 ? y->goal : y->plan; /* nhiệm vụ năm 2017 … năm 2020 */
    if (y->part)
        year = y->part;
    else if (y->review && plan == y->review + 1)
        year = month >= 10 ? y->review : plan;
    else if (y->review) /* a whole year is reviewed at its end, or in the months behind it */
        year = month > 3 || plan ? y->review : title ? y->review + 1 : 0;
    else if (plan && (title || month < 10))
        year = plan;
    else if (title)
        year = y->any;
    return year >= y->latest ? year : 0; /* "tháng 5/2007 ông giữ chức …": a later year is named */
}

/* The latest year that gives no date after `last`. */
static int year_before(When day, When last)
{
    When with = day;
    with.year = last.year;
    return when_cmp(with, last) > 0 ? last.year - 1 : last.year;
}

/* The documents cited tell the year too: of those issued before the day, the latest one, not long before. */
static int year_of_refs(DocReader *r, const Document *doc, When day)
{
    static const DocFacts none = {.hour = -1};
    When latest = {0, 0, 0}, with = day;
    for (size_t i = 0; i < doc->n; i++) {
        const DocRef *refs;
        if (!kind_has_facts(doc->records[i].kind))
            continue;
        docreader_tokens(r, &doc->records[i]);
        size_t n = docrefs_find(r->refs, &doc->records[i], &none, &refs);
        for (size_t k = 0; k < n; k++)
            if (when_is_day(refs[k].date) && when_cmp(refs[k].date, latest) > 0)
                latest = refs[k].date;
    }
    if (!latest.year)
        return 0;
    with.year = latest.year;
    if (when_cmp(with, latest) < 0)
        with.year++;
    return when_possible(with) && when_days(latest, with) <= NEAR ? with.year : 0;
}

/* `53 năm … (19/4/1972 - 19/4/2025)`: an anniversary kept around the day. */
static int year_of_anniversary(DocReader *r, const Document *doc, const Outline *o, When day)
{
    Date d;
    for (size_t i = 0; i < o->n_leads + o->n_heads; i++) {
        const Record *rec = &doc->records[i < o->n_leads ? o->leads[i] : o->heads[i - o->n_leads]];
        docreader_tokens(r, rec);
        for (size_t k = 0; k < rec->n_tokens; k++) {
            if (!date_begins(&rec->tokens[k]) ||
                !date_at(r->dates, rec->text, rec->tokens, rec->n_tokens, k, &d) || d.form != DATE_RANGE ||
                d.a.day != d.b.day || d.a.month != d.b.month || d.a.year == d.b.year)
                continue;
            When with = {d.b.year, day.month, day.day};
            long days = when_possible(with) ? when_days(with, d.b) : FAR;
            if (days >= -FAR / 4 && days <= FAR / 4)
                return d.b.year;
        }
    }
    return 0;
}

/* `bàn phương hướng hợp tác giai đoạn 2017 - 2020`: what is planned begins in the year of the talk. */
static int year_of_plan(const DocReader *r, const Document *doc, const Outline *o)
{
    if (!o->n_leads)
        return 0;
    const Record *rec = &doc->records[o->leads[0]];
    for (size_t i = 2; i + 2 < rec->n_tokens; i++) {
        int v = year_value(rec, i);
        Cue cue = CUE_NONE;
        if (!v || !record_is(rec, i - 2, r->w.giai) || !in_span(rec, i) || year_value(rec, i + 2) <= v)
            continue;
        for (size_t back = 3; back <= 16 && back <= i && cue != CUE_PLAN; back++)
            cue_at(r, rec, i - back, &cue);
        if (cue == CUE_PLAN)
            return v;
    }
    return 0;
}

int find_year(DocReader *r, const Document *doc, const Outline *o, const DocFacts *f, When day)
{
    Years y = {0};
    int year;
    if (when_is_day(f->published))
        return year_before(day, f->published);
    for (size_t i = 0; i < o->n_heads; i++)
        years_in(r, &doc->records[o->heads[i]], day.month, &y);
    year = year_of(&y, day.month, true);
    if (year)
        return year;
    y = (Years){0};
    for (size_t i = 0, seen = 0; i < doc->n && seen < BODY_RECORDS; i++) {
        if (!kind_has_facts(doc->records[i].kind))
            continue;
        seen++;
        docreader_tokens(r, &doc->records[i]);
        years_in(r, &doc->records[i], day.month, &y);
    }
    year = year_of(&y, day.month, false);
    if (!year)
        year = year_of_anniversary(r, doc, o, day);
    if (!year)
        year = year_of_refs(r, doc, day);
    if (!year)
        year = year_of_plan(r, doc, o);
    return year >= y.latest ? year : 0;
}
