/* SPDX-License-Identifier: ISC */
/* What stretch of time the event reviews. */
#include "docread.h"
#include "mask.h"
#include "metatables.h"

enum { FIRST = 2, LATER = 5 };

typedef struct {
    Period period;
    int record;
    bool found;
} Report;

/* A year, months of one year, a stretch of years; not a term that is running. */
static bool reviewable(const Period *p)
{
    return p->type == PERIOD_SPAN && !p->late && !p->a.day && !p->b.day;
}

static bool of_years(const Period *p)
{
    return p->a.year != p->b.year;
}

static int months(const Period *p)
{
    return p->a.month && p->b.month ? p->b.month - p->a.month + 1 : 12;
}

/* Does one contain the other: quý III and 9 tháng đầu năm? */
static bool contains(const Period *a, const Period *b)
{
    if (of_years(a) || of_years(b))
        return of_years(a) && a->a.year <= b->a.year && a->b.year >= b->b.year;
    if (a->a.year && b->a.year && a->a.year != b->a.year)
        return false;
    return months(a) > months(b);
}

/* Not a year long before the document's, nor one behind it. */
static bool near_year(const DocFacts *f, const Period *p)
{
    return !f->year || !p->a.year || (p->b.year <= f->year && p->b.year >= f->year - 1);
}

/* How much a record must say: in the first sentence of the first paragraph and in the headline a stretch of
 * months will do, in that of the second one too but no year, later only what a word of review stands before.
 */
typedef enum { ANY, PART, REVIEWED } Need;

/* `Luật Hợp tác xã năm 2012`, `Nghị quyết năm 2020`: the year of a document. */
static bool of_document(const DocReader *r, const Record *rec, size_t i)
{
    for (size_t back = 1; back <= 6 && back <= i; back++)
        if (docrefs_type_at(r->refs, rec, i - back))
            return true;
    return false;
}

static bool tells(const DocReader *r, const Record *rec, size_t i, const Period *p, Need need)
{
    bool whole = months(p) == 12, month = months(p) == 1;
    Cue cue = cue_leaning(r, rec, i, p->bare || of_years(p) || (need == REVIEWED && (whole || month)));
    if (of_years(p)) /* sơ kết phong trào giai đoạn 2017 - 2022 */
        return need == ANY && cue == CUE_REVIEW;
    if ((need == REVIEWED && p->bare) || (whole && of_document(r, rec, i)))
        return false;
    if (cue == CUE_REVIEW || p->bare)
        return cue == CUE_REVIEW;
    if (cue == CUE_COURSE)
        return need == ANY || (!whole && !month);
    return cue == CUE_NONE && need != REVIEWED && !whole && !month;
}

/* `kết quả thực hiện nhiệm vụ 9 tháng, triển khai …`: the first months of the year, though no word says so;
 * tokens. */
static size_t months_at(const DocReader *r, const Record *rec, size_t i, Period *out)
{
    const Token *t = &rec->tokens[i];
    if (t->type != TOKEN_NUMBER || t->n > 2 || !record_is(rec, i + 1, r->w.thang))
        return 0;
    char next = record_mark(rec, i + 2);
    int n = token_int(rec->text, t);
    if ((next != ',' && next != ';') || n < 2 || n > 11)
        return 0;
    Cue cue = cue_leaning(r, rec, i, false);
    if (cue != CUE_REVIEW && cue != CUE_COURSE)
        return 0;
    *out = (Period){.type = PERIOD_SPAN, .a = {.month = 1}, .b = {.month = (uint8_t)n}};
    return 2;
}

/* `ngay từ đầu năm`: when something began, no stretch; but `những tháng đầu năm`. */
static bool only_begins(const DocReader *r, const Record *rec, size_t i, size_t used)
{
    size_t end = i + used;
    return used >= 2 && used <= 4 && record_is(rec, end - 1, r->w.nam) && record_is(rec, end - 2, r->w.dau) &&
           (used == 2 || record_is(rec, end - 3, r->w.tu));
}

/* A period that begins at token i, if one does, that may be the one reviewed. Returns the token behind it. */
static size_t report_at(const DocReader *r, const DocFacts *f, const Record *rec, size_t i, Need need,
                        Period *p, bool *told)
{
    size_t used = need == REVIEWED ? 0 : months_at(r, rec, i, p);
    if (!used)
        used = period_at(r->periods, rec->text, rec->tokens, rec->n_tokens, i, p);
    /* họp vào tháng 9/2015; ngay từ đầu năm */
    bool point = (i > 0 && record_is(rec, i - 1, r->w.vao)) || only_begins(r, rec, i, used);
    *told = used && !point && reviewable(p) && near_year(f, p) && tells(r, rec, i, p, need);
    return i + used;
}

/* Of several in a record the widest, and the year that one of them says. */
static void report_take(Period *p, int record, Report *out)
{
    if (!out->found || (out->record == record && contains(p, &out->period))) {
        if (out->found && !p->a.year)
            p->a.year = p->b.year = out->period.a.year;
        *out = (Report){*p, record, true};
    } else if (!out->period.a.year && p->a.year && out->record == record) {
        out->period.a.year = out->period.b.year = p->a.year;
    }
}

/* Looks for the period reviewed in a record: behind the first sentence only where a word of review stands
 * near enough before it. */
static void report_in(DocReader *r, const Document *doc, const DocFacts *f, int index, Need need, Report *out)
{
    const Record *rec = &doc->records[index];
    size_t sentence = need == REVIEWED ? 0 : record_first_sentence(rec), read = 0;
    for (size_t at = 0; at < rec->n_tokens; at += BLOCK)
        for (uint64_t may = periods_may_begin(r->periods, rec->tokens + at, rec->n_tokens - at); may;
             may &= may - 1) {
            size_t i = at + (size_t)__builtin_ctzll(may);
            Period p;
            bool told = false;
            if (i >= read)
                read = report_at(r, f, rec, i, i < sentence ? need : REVIEWED, &p, &told);
            if (told)
                report_take(&p, index, out);
        }
}

/* Could this text name months, a quarter or a year: tháng đầu, quý I, năm 2020? */
static bool has_period(Str text)
{
    return text_has(text, STR("áng đầu"), 9, TEXT_ANY) || text_has(text, STR("uý "), 2, TEXT_ROMAN) ||
           text_has(text, STR("uí "), 2, TEXT_ROMAN) || text_has(text, STR("ăm 20"), 4, TEXT_ANY);
}

/* Is that record one of those read already, from which less was asked? */
static bool is_first(const Outline *o, size_t record)
{
    for (size_t i = 0; i < o->n_leads && i < FIRST; i++)
        if (o->leads[i] == (int)record)
            return true;
    return false;
}

/* Of a meeting the first paragraphs may tell it, too. Tokens that are there cost less to read than the
 * meeting does; those that are not cost most. */
static void report_later(DocReader *r, const Document *doc, const Outline *o, DocFacts *f, Report *found)
{
    for (size_t i = 0, seen = 0; i < doc->n && seen < LATER; i++) {
        const Record *rec = &doc->records[i];
        Report later = {.found = false};
        if (rec->kind != KIND_BODY)
            continue;
        seen++;
        if (is_first(o, i) || (!rec->tokens && !has_period(rec->text)))
            continue;
        if ((f->met || !rec->tokens) && !meeting_named(r, doc, o, f))
            return;
        if (f->met && str_starts(f->meeting.name, STR("Lễ ")))
            return; /* a ceremony reviews nothing */
        docreader_tokens(r, rec);
        report_in(r, doc, f, (int)i, REVIEWED, &later);
        if (!later.found || !has_period(rec->text))
            continue;
        if (meeting_named(r, doc, o, f))
            *found = later;
        return;
    }
}

void report_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f)
{
    Report found = {.found = false};
    for (size_t i = 0; i < o->n_leads && i < FIRST && !found.found; i++)
        report_in(r, doc, f, o->leads[i], i ? PART : ANY, &found);
    for (size_t i = 0; i < o->n_heads && !found.found; i++)
        report_in(r, doc, f, o->heads[i], ANY, &found);
    if (!found.found)
        report_later(r, doc, o, f, &found);
    if (!found.found)
        return;
    PeriodFrame frame = {.event = f->held_to, .year = f->year};
    if (!frame.event.year)
        frame.event = f->date;
    r->iso.n = 0;
    if (!found.period.a.year && !frame.event.year && !frame.year)
        return;
    if (period_iso(&found.period, &frame, &r->iso)) {
        f->report_period = buf_get(&r->iso);
        f->report_record = found.record;
    }
}
