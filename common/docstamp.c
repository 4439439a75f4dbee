/* SPDX-License-Identifier: ISC */
/* When a document was published: which of its stamps tells it, which is a clock. */
#include "docread.h"

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
