/* SPDX-License-Identifier: ISC */
/* When a document was published and when its event was held. */
#include "docread.h"
#include "ordinal.h"

enum {
    FAR = 60 /* days between a stamp and the event that make it a clock */,
    NEAR = 120,
    BODY_RECORDS = 12,
    CAPTIONS = 4,
    FIRST_SENTENCES = 4,
    LEAD_WORDS = 12, /* before `sáng nay` at most */
    BESIDE = 6       /* a date not farther behind it is its own: sáng nay, thứ hai, 23/9 */
};

/* ---- published ------------------------------------------------------------------------------------------
 */

typedef struct {
    When day;
    int8_t hour, minute;
    bool seconds, contradicts; /* its weekday is that of another day */
    int record, score;
} Stamp;

static bool stamp_at(const DocReader *r, const Record *rec, Stamp *s)
{
    Date d;
    for (size_t i = 0; i < rec->n_tokens; i++) {
        if (!date_begins(&rec->tokens[i]) ||
            !date_at(r->dates, rec->text, rec->tokens, rec->n_tokens, i, &d) || d.form != DATE_ONE ||
            !when_is_day(d.a))
            continue;
        *s = (Stamp){.day = d.a, .hour = d.hour, .minute = d.minute};
        s->contradicts = d.weekday && d.weekday != when_weekday(d.a);
        unsigned colons = 0;
        for (size_t k = 0; k < rec->n_tokens; k++)
            colons += record_mark(rec, k) == ':' && k + 1 < rec->n_tokens &&
                      rec->tokens[k + 1].type == TOKEN_NUMBER;
        s->seconds = colons >= 2;
        return true;
    }
    return false;
}

/* `Cập nhật vào ngày …`, `Lượt xem: …` beside it: the words of a publication. */
static bool is_posted(const DocReader *r, const Record *rec)
{
    Cue cue;
    for (size_t i = 0; i < rec->n_tokens; i++)
        if (cue_at(r, rec, i, &cue) && cue == CUE_POSTED)
            return true;
    return false;
}

/* Of several stamps the one nearest the title is the publication's; what stands at the head of the page with
 * seconds, or far from the title, is a clock. */
void published_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f)
{
    Stamp best = {.record = NO_RECORD}, other = {.record = NO_RECORD}, s;
    int title = o->n_heads ? o->heads[0] : NO_RECORD;
    for (size_t i = 0; i < doc->n; i++) {
        const Record *rec = &doc->records[i];
        if (rec->kind != KIND_STAMP)
            continue;
        docreader_tokens(r, rec);
        if (!stamp_at(r, rec, &s))
            continue;
        s.record = (int)i;
        s.score = 10 - 4 * s.seconds - 3 * s.contradicts + 2 * (s.hour >= 0) - 3 * (title > (int)i) +
                  3 * is_posted(r, rec);
        if (best.record == NO_RECORD || s.score > best.score) {
            other = best;
            best = s;
        } else if (other.record == NO_RECORD) {
            other = s;
        }
    }
    if (best.record == NO_RECORD)
        return;
    f->published = best.day;
    f->hour = best.hour;
    f->minute = best.minute;
    f->published_record = best.record;
    if (other.record == NO_RECORD || when_cmp(other.day, best.day) == 0)
        return;
    /* one day behind another is an update, unless it runs like a clock or stands over the page */
    long apart = when_days(best.day, other.day);
    if (other.seconds || other.record < title || apart > FAR || apart < -FAR) {
        f->clock = other.day;
        f->clock_record = other.record;
    }
}

/* A stamp months from the event is no publication date. */
void clock_tell(DocFacts *f)
{
    if (!when_is_day(f->published) || !when_is_day(f->held_to))
        return;
    long days = when_days(f->held_to, f->published);
    if (days >= -1 && days <= FAR)
        return;
    if (f->clock_record == NO_RECORD) {
        f->clock = f->published;
        f->clock_record = f->published_record;
    }
    f->published = (When){0, 0, 0};
    f->published_record = NO_RECORD;
    f->hour = f->minute = -1;
}

/* ---- held -----------------------------------------------------------------------------------------------
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
    DocFacts none = {.hour = -1};
    const DocRef *refs = NULL;
    size_t n_refs = 0, sentence = record_first_sentence(rec), far = 0;
    bool read = false;
    int most = 0;
    Date d = {0};
    for (size_t i = 0; i < rec->n_tokens;) {
        size_t used = 0;
        if (date_begins(&rec->tokens[i]))
            used = date_at(r->dates, rec->text, rec->tokens, rec->n_tokens, i, &d);
        int score = used ? weigh(r, rec, i, &d) : 0;
        if (score && !far)
            far = first_sentences(rec);
        size_t first = i - d.lead;
        if (score && i > far && !d.day && !(first > 0 && record_ends_sentence(rec, first - 1)))
            score = 0; /* "bản kê khai lập ngày 20/12/2016" far down in a text of one paragraph */
        if (score && i < sentence)
            score += 3;
        if (score > most && !read) { /* only now: the documents named cost a look at all of the record */
            n_refs = docrefs_find(r->refs, rec, &none, &refs);
            read = true;
        }
        if (score > most && !inside(refs, n_refs, i)) {
            most = score;
            *best = d;
        }
        i += used ? used : 1;
    }
    return most;
}

/* ---- the year that is not said ------------------------------------------------------------------------- */

/* Years by what is said of them, 0 none: tổng kết năm 2017; nhiệm vụ năm 2018; 6 tháng đầu năm 2018, quý
 * II/2018; năm 2018; the latest of all but those of plans. */
typedef struct {
    int review, plan, part, any, latest;
    int goal; /* the earliest of the plans' */
} Years;

static int year_value(const Record *rec, size_t i)
{
    const Token *t = &rec->tokens[i];
    if (i >= rec->n_tokens || t->type != TOKEN_NUMBER || t->n != 4)
        return 0;
    int v = 0;
    for (size_t k = 0; k < 4; k++) {
        char c = rec->text.p[t->at + k];
        if (c < '0' || c > '9')
            return 0;
        v = v * 10 + (c - '0');
    }
    return v >= 1990 && v <= 2099 ? v : 0;
}

/* Digits or a Roman numeral of one or two letters: 6, 06, II. */
static bool small_number(const Record *rec, size_t i, int *v)
{
    Str s = token_str(rec->text, &rec->tokens[i]);
    *v = 0;
    if (rec->tokens[i].type == TOKEN_WORD) {
        *v = (int)roman_value(s);
        return *v > 0;
    }
    for (size_t k = 0; k < s.n; k++) {
        if (s.n > 2 || s.p[k] < '0' || s.p[k] > '9')
            return false;
        *v = *v * 10 + (s.p[k] - '0');
    }
    return *v > 0;
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
    DocFacts none = {.hour = -1};
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

static int find_year(DocReader *r, const Document *doc, const Outline *o, const DocFacts *f, When day)
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
    size_t end = record_first_sentence(rec), said = end; /* where it is said */
    Date d;
    Cue cue, told = CUE_NONE;
    for (size_t i = 0; i < end; i++) {
        if (i < said + BESIDE && date_begins(&rec->tokens[i]) &&
            date_at(r->dates, rec->text, rec->tokens, end, i, &d))
            return false;
        if (said == end && cue_at(r, rec, i, &cue) && (cue == CUE_TODAY || cue == CUE_YESTERDAY)) {
            told = cue;
            said = i;
        }
    }
    if (said == end || said > LEAD_WORDS)
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
