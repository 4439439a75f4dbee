/* SPDX-License-Identifier: ISC */
/* What stretch of time the event reviews. */
#include "docread.h"

enum { LATER = 12, REACH = 14 };

typedef struct {
    Period period;
    int record;
    bool found;
} Report;

static char mark(const Record *rec, size_t i)
{
    return i < rec->n_tokens && rec->tokens[i].type == TOKEN_MARK && rec->tokens[i].n == 1
               ? rec->text.p[rec->tokens[i].at]
               : 0;
}

/* A year, or months of one year; not a term or stage. */
static bool reviewable(const Period *p)
{
    if (p->type != PERIOD_SPAN || p->late)
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

/* The nearest word of review or plan before token i: `đánh giá kết quả quý I, triển khai nhiệm vụ quý II`. */
static Cue leaning(const DocReader *r, const Record *rec, size_t i)
{
    Cue cue;
    for (size_t back = 1; back <= REACH && back <= i; back++) {
        size_t k = i - back;
        char m = mark(rec, k);
        if (m == '.' || m == ';' || m == ':')
            break;
        if (!cue_at(r, rec, k, &cue))
            continue;
        if (cue == CUE_PLAN || cue == CUE_COURSE) {
            /* "thực hiện nhiệm vụ quý II", "báo cáo tình hình": the review's */
            Cue before;
            for (size_t j = 1; j <= 4 && j <= k; j++)
                if (cue_at(r, rec, k - j, &before) > j && (before == CUE_REVIEW || before == CUE_COURSE))
                    return before;
        }
        if (cue == CUE_PLAN || cue == CUE_REVIEW || cue == CUE_COURSE)
            return cue;
    }
    return CUE_NONE;
}

/* How much a record must say: in the first paragraph and the headline any period will do, later only one that
 * a word of review stands before. */
typedef enum { ANY, PART, REVIEWED } Need;

/* Looks for the period reviewed in a record. */
static void report_in(DocReader *r, const Document *doc, int index, Need need, Report *out)
{
    const Record *rec = &doc->records[index];
    for (size_t i = 0; i < rec->n_tokens;) {
        Period p;
        size_t used = period_at(r->periods, rec->text, rec->tokens, rec->n_tokens, i, &p);
        if (!used) {
            i++;
            continue;
        }
        if (reviewable(&p) && !(p.bare && need == REVIEWED)) {
            Cue cue = leaning(r, rec, i);
            bool whole = months(&p) == 12;
            if (cue == CUE_REVIEW || (cue == CUE_COURSE && !(need != ANY && whole)) ||
                (cue == CUE_NONE && need != REVIEWED && !whole)) {
                if (!out->found || (out->record == index && contains(&p, &out->period))) {
                    if (out->found && !p.a.year)
                        p.a.year = p.b.year = out->period.a.year;
                    *out = (Report){p, index, true};
                } else if (!out->period.a.year && p.a.year && out->record == index) {
                    out->period.a.year = out->period.b.year = p.a.year;
                }
            }
        }
        i += used;
    }
}

void report_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f)
{
    Report found = {.found = false};
    for (size_t i = 0; i < o->n_leads && i < 2 && !found.found; i++)
        report_in(r, doc, o->leads[i], i ? PART : ANY, &found);
    for (size_t i = 0; i < o->n_heads && !found.found; i++)
        report_in(r, doc, o->heads[i], ANY, &found);
    for (size_t i = 0, seen = 0; i < doc->n && seen < LATER && !found.found; i++)
        if (doc->records[i].kind == KIND_BODY) {
            seen++;
            report_in(r, doc, (int)i, REVIEWED, &found);
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
