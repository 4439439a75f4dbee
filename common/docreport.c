/* SPDX-License-Identifier: ISC */
/* What stretch of time the event reviews. */
#include "docread.h"
#include "metatables.h"

enum { LATER = 5 };

typedef struct {
    Period period;
    int record;
    bool found;
} Report;

/* A year, or months of one year; not a term or stage. */
static bool reviewable(const Period *p)
{
    if (p->type != PERIOD_SPAN || p->late || p->a.day || p->b.day)
        return false;
    return p->a.year == p->b.year;
}

static int months(const Period *p)
{
    return p->a.month && p->b.month ? p->b.month - p->a.month + 1 : 12;
}

/* Does one contain the other: quý III and 9 tháng đầu năm? */
static bool contains(const Period *a, const Period *b)
{
    if (a->a.year && b->a.year && a->a.year != b->a.year)
        return false;
    return months(a) > months(b);
}

/* Not a year long before the document's, nor one behind it. */
static bool near_year(const DocFacts *f, const Period *p)
{
    return !f->year || !p->a.year || (p->a.year <= f->year && p->a.year >= f->year - 1);
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
    Cue cue = cue_leaning(r, rec, i, p->bare || (need == REVIEWED && (whole || month)));
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
    unsigned n = 0;
    for (size_t k = 0; k < t->n; k++)
        n = n * 10 + (unsigned)(rec->text.p[t->at + k] - '0');
    if ((next != ',' && next != ';') || n < 2 || n > 11)
        return 0;
    Cue cue = cue_leaning(r, rec, i, false);
    if (cue != CUE_REVIEW && cue != CUE_COURSE)
        return 0;
    *out = (Period){.type = PERIOD_SPAN, .a = {.month = 1}, .b = {.month = (uint8_t)n}};
    return 2;
}

/* A period at token i that may be told: in the first sentence, or near behind a word of review. */
static size_t period_here(const DocReader *r, const Record *rec, size_t i, size_t sentence, size_t told,
                          Period *p)
{
    size_t bare = i < sentence ? months_at(r, rec, i, p) : 0;
    if (bare || (i >= sentence && i > told) || !period_may_begin(r->periods, rec->tokens, rec->n_tokens, i))
        return bare;
    return period_at(r->periods, rec->text, rec->tokens, rec->n_tokens, i, p);
}

/* Looks for the period reviewed in a record: behind the first sentence only where a word of review stands
 * near enough before it. */
static void report_in(DocReader *r, const Document *doc, const DocFacts *f, int index, Need need, Report *out)
{
    const Record *rec = &doc->records[index];
    size_t sentence = need == REVIEWED ? 0 : record_first_sentence(rec), told = 0;
    for (size_t i = 0; i < rec->n_tokens;) {
        Period p;
        bool cue = lexicon_begins(r->lexicon, rec->tokens[i].word) >> META_CUE & 1;
        if (!cue && i >= sentence && i > told) {
            i++;
            continue;
        }
        if (cue)
            told = i + CUE_REACH;
        size_t used = period_here(r, rec, i, sentence, told, &p);
        if (!used) {
            i++;
            continue;
        }
        if (reviewable(&p) && near_year(f, &p) && tells(r, rec, i, &p, i < sentence ? need : REVIEWED)) {
            if (!out->found || (out->record == index && contains(&p, &out->period))) {
                if (out->found && !p.a.year)
                    p.a.year = p.b.year = out->period.a.year;
                *out = (Report){p, index, true};
            } else if (!out->period.a.year && p.a.year && out->record == index) {
                out->period.a.year = out->period.b.year = p.a.year;
            }
        }
        i += used;
    }
}

/* Could this text name months, a quarter or a year: tháng đầu, quý I, năm 2020? */
static bool has_period(Str text)
{
    return text_has(text, STR("áng đầu"), 9, TEXT_ANY) || text_has(text, STR("uý "), 2, TEXT_ROMAN) ||
           text_has(text, STR("uí "), 2, TEXT_ROMAN) || text_has(text, STR("ăm 20"), 4, TEXT_ANY);
}

void report_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f)
{
    Report found = {.found = false};
    for (size_t i = 0; i < o->n_leads && i < 2 && !found.found; i++)
        report_in(r, doc, f, o->leads[i], i ? PART : ANY, &found);
    for (size_t i = 0; i < o->n_heads && !found.found; i++)
        report_in(r, doc, f, o->heads[i], ANY, &found);
    for (size_t i = 0, seen = 0; i < doc->n && seen < LATER && !found.found; i++)
        if (doc->records[i].kind == KIND_BODY) {
            seen++;
            if (!has_period(doc->records[i].text))
                continue;
            if (!meeting_named(r, doc, o, f))
                break;
            docreader_tokens(r, &doc->records[i]);
            report_in(r, doc, f, (int)i, REVIEWED, &found);
        }
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
