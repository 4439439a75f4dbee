/* SPDX-License-Identifier: ISC */
/* When the event of a document was held. */
#include "docread.h"

enum {
    CAPTIONS = 4,
    FIRST_SENTENCES = 4,
    LEAD_WORDS = 12, /* before `sáng nay` at most */
    BESIDE = 6       /* a date not farther behind it is its own: sáng nay, thứ hai, 23/9 */
};

/* ---- the event's day ------------------------------------------------------------------------------------
 */

/* `mồng 10 tháng giêng`, `ngày 8/3 âm lịch`: a day of the other calendar. */
static bool lunar(const DocReader *r, const Record *rec, size_t i)
{
    if (i > 0 && record_mark(rec, i + 1) != '/' &&
        (record_is(rec, i - 1, r->w.mong) || record_is(rec, i - 1, r->w.mung)))
        return true;
    for (size_t k = i + 1; k < i + 8 && k + 1 < rec->n_tokens && record_mark(rec, k) != ','; k++)
        if (record_is(rec, k, r->w.gieng) || record_is(rec, k, r->w.chap) ||
            (record_is(rec, k, r->w.am) && record_is(rec, k + 1, r->w.lich)))
            return true;
    return false;
}

/* `cao gấp đôi so với hội nghị lần đầu diễn ra vào ngày 29/4/2016`. */
static bool compared(const DocReader *r, const Record *rec, size_t first)
{
    for (size_t back = 1; back <= 14 && back < first && rec->tokens[first - back].type != TOKEN_MARK; back++)
        if (record_is(rec, first - back, r->w.voi) && record_is(rec, first - back - 1, r->w.so))
            return true;
    return false;
}

/* `Trong 2 ngày (7 - 8/8)`: does the ( at token i open the days themselves? */
static bool days_before(const DocReader *r, const Record *rec, size_t i)
{
    return i >= 2 && i <= LEAD_WORDS && record_is(rec, i - 1, r->w.ngay);
}

/* Is this date, whose digits begin at token i, something else than the event's? */
static bool not_event(DocReader *r, const Record *rec, size_t i, const Date *d)
{
    size_t first = i - d->lead;
    Cue cue;
    if (d->form == DATE_ONE && d->since)
        return true;
    /* "(19/8/1945 - 19/8/2015)", "(13/2)": in brackets, unless it is "sáng nay (23/9)" or opens the record */
    for (size_t k = i; k > first && k > 0; k--)
        if (record_mark(rec, k - 1) == '(' && !d->now && k - 1 > 0 && !days_before(r, rec, k - 1))
            return true;
    if (first > 0 && record_mark(rec, first - 1) == '(' && !d->now && first > 1 &&
        !days_before(r, rec, first - 1))
        return true;
    size_t colon = first > 0 && record_mark(rec, first - 1) == ':'; /* Sinh ngày: 12/6/1963 */
    for (size_t back = 1; back <= 3 && back <= first; back++)
        if (cue_at(r, rec, first - back, &cue) + colon >= back && cue == CUE_BEFORE)
            return true;
    if (lunar(r, rec, i) || compared(r, rec, first))
        return true;
    /* "đến ngày 8/7": a word of that sort may have been taken for the date's own */
    return d->form == DATE_ONE && first > 0 && record_is(rec, first - 1, r->w.den) && !d->day;
}

static bool inside(const DocRef *refs, size_t n, size_t i)
{
    for (size_t k = 0; k < n; k++)
        if (i >= refs[k].from && i < refs[k].to)
            return true;
    return false;
}

/* `Quyết định ngày 12/3`, `Nghị quyết của Tỉnh ủy ngày 5/12`: the date of a document that has no number. */
static bool of_document(const DocReader *r, const Record *rec, size_t first)
{
    for (size_t back = 1; back <= 7 && back <= first; back++) {
        size_t k = first - back;
        if (rec->tokens[k].type == TOKEN_MARK)
            return false;
        if (docrefs_type_at(r->refs, rec, k))
            return true;
    }
    return false;
}

/* How much a date looks like the event's, were it not that of a document with a number; 0 when it is none. */
static int weigh(DocReader *r, const Record *rec, size_t i, const Date *d)
{
    size_t first = i - d->lead;
    if (!d->sure || not_event(r, rec, i, d) || of_document(r, rec, first))
        return 0;
    int score = 2 + 4 * (d->day != 0) + 2 * (d->form != DATE_ONE) + 3 * d->now;
    if (first == 0)
        score += 4;
    else if (record_mark(rec, first - 1) == '-' || record_mark(rec, first - 1) == ')' ||
             record_mark(rec, first - 1) == ',')
        score += 2;
    if (when_is_day(d->a) && d->form == DATE_ONE && !d->day && first > 0)
        score -= 1;
    return score;
}

/* `các ngày 28, 29/9 và 02/10`: the day that token i joins to those before. */
static void join_next(const DocReader *r, const Record *rec, size_t i, Date *d)
{
    Date next;
    if (d->form == DATE_ONE || !record_is(rec, i, r->w.va) || i + 1 >= rec->n_tokens ||
        !date_begins(&rec->tokens[i + 1]) ||
        !date_at(r->dates, rec->text, rec->tokens, rec->n_tokens, i + 1, &next) || next.form != DATE_ONE)
        return;
    if (!d->a.year)
        d->a.year = next.a.year;
    if (d->b.month <= next.a.month)
        d->b = next.a;
}

/* Where the first sentences end. */
static size_t first_sentences(const Record *rec)
{
    size_t i = 0;
    for (size_t n = 0; i < rec->n_tokens && n < FIRST_SENTENCES; i++)
        n += record_ends_sentence(rec, i);
    return i;
}

/* The event's date in a record: its weight, 0 for none. */
static int event_in(DocReader *r, const Record *rec, Date *best)
{
    static const DocFacts none = {.hour = -1};
    const DocRef *refs = NULL;
    size_t n_refs = 0, sentence = 0, far = 0;
    bool read = false, numbers = false; /* before token i */
    int most = 0;
    Date d = {0};
    for (size_t i = 0, used; i < rec->n_tokens; i += used) {
        used = 1;
        if (!date_begins(&rec->tokens[i]))
            continue;
        size_t taken = date_at(r->dates, rec->text, rec->tokens, rec->n_tokens, i, &d);
        int score = taken ? weigh(r, rec, i, &d) : 0;
        if (taken)
            used = taken;
        if (score && !far) {
            sentence = record_first_sentence(rec);
            far = first_sentences(rec);
        }
        size_t first = i - d.lead;
        if (score && i > far && !d.day && !(first > 0 && record_ends_sentence(rec, first - 1)))
            score = 0; /* "bản kê khai lập ngày 20/12/2016" far down in a text of one paragraph */
        if (score && i < sentence)
            score += 3;
        if (score > most && !read && (numbers || !d.lead)) {
            /* only now: documents named, which have a number, cost a look at all of the record */
            n_refs = docrefs_find(r->refs, rec, &none, &refs);
            read = true;
        }
        if (score > most && !inside(refs, n_refs, i)) {
            most = score;
            *best = d;
            join_next(r, rec, i + used, best);
        }
        numbers = true;
    }
    return most;
}

/* ---- putting it together --------------------------------------------------------------------------------
 */

static bool find_event(DocReader *r, const Document *doc, const Outline *o, Date *d, int *record)
{
    Date found;
    for (size_t i = 0; i < o->n_leads + o->n_heads; i++) {
        int at = i < o->n_leads ? o->leads[i] : o->heads[i - o->n_leads];
        docreader_tokens(r, &doc->records[at]);
        if (event_in(r, &doc->records[at], &found) > 0) {
            *d = found;
            *record = at;
            return true;
        }
    }
    for (size_t i = 0, seen = 0; i < doc->n && seen < CAPTIONS; i++) {
        if (doc->records[i].kind != KIND_CAPTION)
            continue;
        seen++;
        docreader_tokens(r, &doc->records[i]);
        if (event_in(r, &doc->records[i], &found) >= 8) {
            *d = found;
            *record = (int)i;
            return true;
        }
    }
    return false;
}

/* `tại họp báo sáng 20/6`: the part of that day that another mention tells. */
static uint8_t part_of_day(DocReader *r, const Document *doc, const Outline *o, When day)
{
    Date d;
    for (size_t i = 0; i < o->n_leads; i++) {
        const Record *rec = &doc->records[o->leads[i]];
        docreader_tokens(r, rec);
        for (size_t k = 0; k < rec->n_tokens; k++)
            if (date_begins(&rec->tokens[k]) &&
                date_at(r->dates, rec->text, rec->tokens, rec->n_tokens, k, &d) && d.form == DATE_ONE &&
                d.day && d.a.month == day.month && d.a.day == day.day)
                return d.day;
    }
    return 0;
}

/* `Sáng nay, tại Hà Nội, …`: the event of the first sentence is of the day of publication, or of the day
 * before. False where the sentence has a date, or says nothing of that sort. */
static bool told_by_day(DocReader *r, const Document *doc, const Outline *o, DocFacts *f)
{
    if (!o->n_leads)
        return false;
    const Record *rec = &doc->records[o->leads[0]];
    size_t last = LEAD_WORDS, said = rec->n_tokens; /* where it is said */
    Date d;
    Cue cue, told = CUE_NONE;
    for (size_t i = 0; i <= last && i < rec->n_tokens && !record_ends_sentence(rec, i); i++) {
        if (date_begins(&rec->tokens[i]) &&
            date_at(r->dates, rec->text, rec->tokens, record_first_sentence(rec), i, &d))
            return false;
        if (told == CUE_NONE && cue_at(r, rec, i, &cue) && (cue == CUE_TODAY || cue == CUE_YESTERDAY)) {
            told = cue;
            said = i;
            last = i + BESIDE - 1;
        }
    }
    if (told == CUE_NONE)
        return false;
    f->held_record = o->leads[0];
    f->sessions = record_is(rec, said, r->w.sang)    ? DAY_MORNING
                  : record_is(rec, said, r->w.chieu) ? DAY_AFTERNOON
                  : record_is(rec, said, r->w.toi)   ? DAY_EVENING
                                                     : 0;
    if (when_is_day(f->published))
        f->held = f->held_to = f->heard = told == CUE_TODAY ? f->published : when_day_before(f->published);
    return true;
}

void held_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f)
{
    Date d;
    int record;
    if (told_by_day(r, doc, o, f))
        return;
    if (!find_event(r, doc, o, &d, &record))
        return;
    f->held_record = record;
    if (d.form == DATE_ONE && !d.day)
        d.day = part_of_day(r, doc, o, d.a);
    if (d.form == DATE_ONE)
        f->sessions = d.day;
    f->heard = d.b;
    if (!d.b.year) {
        int year = find_year(r, doc, o, f, d.b);
        if (!year)
            return;
        d.b.year = (int16_t)year;
        d.a.year =
            (int16_t)(year - (when_cmp((When){0, d.a.month, d.a.day}, (When){0, d.b.month, d.b.day}) > 0));
    }
    if (!when_possible(d.a) || !when_possible(d.b))
        return;
    f->held = d.a;
    f->held_to = d.b;
    f->heard = d.b;
}
