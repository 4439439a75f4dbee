/* SPDX-License-Identifier: ISC */
#include "meaning.h"

#include <stdlib.h>

#include "aim.h"
#include "basis.h"
#include "code.h"
#include "during.h"
#include "subject.h"

/* What a document's figures are read with. */
typedef struct {
    Meaning *m;
    const Document *doc;
    DocReader *reader;
    DocFacts *facts;
    Arena *arena;
    PeriodFrame frame;
    Times times;
    AimState aim;
    bool also;     /* the sentence goes on with the one before */
    Str those;     /* the time of what "trong số" goes on with */
    bool reported; /* a figure of the sentence took its time from the report */
    /* what the heading, or the line that a list hangs on, tells of the records after it */
    size_t scanned; /* records looked at for that */
    bool list;      /* of the lines of a list only */
    Aim scope;
    bool scope_weak; /* a heading's: of what can be a goal only in what is no line of a list */
    Period scope_time;
    bool scope_timed;
} Reading;

struct Meaning {
    Scenes *scenes;
    Site *sites;
    Figure **figures; /* those that say something: not dates, names, codes */
    size_t figures_cap;
    size_t sites_cap;
    Buf text;
    Reading reading;
};

Meaning *meaning_new(Lexicon *l, const Periods *periods, UserRows *user)
{
    Meaning *m = xrealloc(NULL, 1, sizeof *m);
    *m = (Meaning){.scenes = scenes_new(l, periods, user)};
    return m;
}

void meaning_free(Meaning *m)
{
    if (!m)
        return;
    scenes_free(m->scenes);
    free(m->sites);
    free(m->figures);
    buf_free(&m->text);
    free(m);
}

static Str copy(Reading *r)
{
    return arena_str(r->arena, buf_get(&r->m->text));
}

enum { DONE_BACK = 8, OPENING = 40, LONG_PLAN = 4 };
enum { PLANNED = 6 }; /* years ahead that plans begin; a later one speaks for a wrong date of the document */

/* Is a time still to come, and the figure one that can be a goal? */
static bool ahead(const Reading *r, const Figure *f, const Period *p)
{
    int16_t now = r->frame.event.year;
    bool will = r->aim.open == AIM_TARGET && r->aim.will; /* "năm 2025 sẽ xây 1.200 căn nhà" */
    if (!now || (!f->ind.n && f->kind == FIGURE_COUNT && !will))
        return false;
    if (p->type == PERIOD_SPAN && p->a.year <= now && p->b.year >= now + LONG_PLAN)
        return f->ind.n; /* "giai đoạn 2021 - 2030", told in 2023 */
    return p->type == PERIOD_UNTIL ? p->b.year > now && !p->b.day
                                   : p->type == PERIOD_SPAN && p->a.year > now && p->a.year <= now + PLANNED;
}

/* "tổng sản lượng lương thực | 31.200 tấn": does the clause begin with what is measured, the figure right
 * behind? */
static bool opens(const Scene *s, const Figure *f, Span p)
{
    return p.to == f->from && (p.from == s->from || s->t[p.from - 1].type == TOKEN_MARK);
}

/* "toàn huyện đã tinh giản | 18 biên chế", "hiến | 4.500 m2 đất": is a figure told as what was done? */
static bool done(const Scene *s, size_t k, const Site *site)
{
    size_t i = site->verb;
    for (size_t n = s->f[k]->to; n < site->noun.to; n++)
        if (scene_word(s, n, STR("được")))
            return true; /* "1.250 người | được hưởng trợ cấp" */
    FigureKind kind = s->f[k]->kind;
    bool amount = kind == FIGURE_PERCENT || kind == FIGURE_MONEY || kind == FIGURE_MEASURE;
    if ((amount || kind == FIGURE_COUNT) && phrase_measures(s, site->before) &&
        (site->told || (amount && opens(s, s->f[k], site->before))))
        return true; /* "tỷ lệ hồ sơ đúng hạn đạt | 99%", "diện tích gieo trồng đạt | 900 ha" */
    if (kind == FIGURE_PERCENT && (site->verbs & ROLE_SHARE) && !span_empty(site->before))
        return true; /* "do lấn làn chiếm | 38%" */
    if (kind == FIGURE_MEASURE && site->told && !span_empty(site->before) && !site->of_noun &&
        (site->before.from == s->from || s->t[site->before.from - 1].type == TOKEN_MARK))
        return true; /* "…: tinh bột sắn đạt | 900 tấn" */
    if (i <= s->from || s->t[i - 1].type != TOKEN_WORD)
        return false;
    uint32_t before = scene_role(s, i - 1);
    if (i < s->f[k]->from && (scene_role(s, i) & ROLE_RISE))
        return true;
    if ((before & (ROLE_HAVE | ROLE_ACT)) && !(before & ROLE_LINK))
        return true;
    for (size_t n = i;
         n > s->from && n + DONE_BACK > i && !scene_break(s, n - 1) && !scene_mark(s, n - 1, ','); n--)
        if (scene_word(s, n - 1, STR("đã")))
            return true;
    return false;
}

/* Does a sentence speak of the meeting itself: "Dịp này, … trao bằng khen"? */
static bool of_event(const Scene *s)
{
    for (size_t i = s->from; i < s->from + OPENING && i < s->f[0]->from && !scene_mark(s, i, ','); i++)
        if (scene_start(s, i) & ROLE_EVENT)
            return true;
    return false;
}

/* Does a document that reports on months speak of them here? */
static bool reports(const Reading *r, const Figure *f, const Scene *s)
{
    Str p = r->facts->report_period;
    return p.n && memchr(p.p, '/', p.n) && (long)f->record != r->facts->held_record && !of_event(s);
}

/* "mỗi năm gia đình thu lãi | 50 triệu đồng" is of no single year; of a term it is the mean. `said`: the time
 * found, NULL for none. */
static bool any_year(const Reading *r, const Scene *s, const Period *said)
{
    if (!during_yearly(s, &r->times) || (said && (said->type != PERIOD_SPAN || said->a.year != said->b.year)))
        return false;
    Str rest = r->facts->report_period, from;
    return !(str_cut(&rest, '/', &from) && from.n >= 4 && rest.n >= 4 && memcmp(from.p, rest.p, 4) != 0);
}

/* Ages, and the stars of what was counted, are of no time. */
static bool timeless(const Figure *f, const Site *site)
{
    return !f->ind.n && (str_eq(f->unit, STR("tuổi")) ||
                         (site->carry != NO_FIGURE && !f->dir && !f->aim.n && str_eq(f->unit, STR("sao"))));
}

enum { GREETING = 8 }; /* tokens */

/* "Ông Phan Văn Tám, ở ấp 3, kể: …": what a paragraph that begins so tells is told of no report. */
static bool private(const Scene *s, const Record *record)
{
    const Token *t = record->tokens, *end = t + record->n_tokens, *who = t;
    while (who < end && who < t + GREETING && who->type != TOKEN_MARK)
        who++;
    if (who < end && who->type == TOKEN_MARK &&
        !forms_have(&s->counted[COUNTED_PERSON], token_str(record->text, t)))
        t = who + 1; /* "Trao đổi với phóng viên, ông …" */
    if (t >= end || !forms_have(&s->counted[COUNTED_PERSON], token_str(record->text, t)))
        return false;
    for (t++; t < end && (t->flags & TOKEN_CAP);)
        t++;
    if (t < end && t->type == TOKEN_MARK)
        t++; /* a comma, or "(sinh năm 1979)" */
    if (t + 1 >= end)
        return false;
    Str next = token_str(record->text, &t[1]);
    if (t->type != TOKEN_WORD)
        return str_is(next, "tuổi");
    return forms_have(&s->counted[COUNTED_HOME], token_str(record->text, t)) && !str_is(next, "tịch") &&
           !str_is(next, "nhiệm");
}

/* "thời gian lưu trú đạt 2,9 ngày" */
static bool level(const Scene *s, const Site *site)
{
    return site->told && !site->of_noun && phrase_measures(s, site->before);
}

enum { GOALS = 8 };

/* "phấn đấu năm 2025 thu ngân sách 90 tỷ đồng, riêng quý I 20 tỷ đồng; | 12 xã …": the time of the goals
 * before in its sentence, not of a part alone. */
static Str time_of_goals(const Reading *r, const Scene *s, size_t k)
{
    Str aim = s->f[k]->aim;
    for (size_t i = k, seen = 0; i-- > 0 && seen < GOALS && str_eq(s->f[i]->aim, aim); seen++) {
        size_t from = i ? s->f[i - 1]->to : s->from, to = s->f[i]->from;
        while (from < to && !(scene_start(s, from) & ROLE_PART))
            from++;
        if (from == to)
            return str_eq(s->f[i]->period, r->facts->report_period) ? STR("") : s->f[i]->period;
    }
    return (Str){0};
}

static void set_period(Reading *r, const Scene *s, size_t k, const Site *sites)
{
    Figure *f = s->f[k];
    Period p;
    bool said = during_find(s, k, sites, &r->times, r->also, f->ind.n > 0, &p);
    if (said && (f->ind.n || (f->kind != FIGURE_COUNT && level(s, &sites[k]))))
        during_keep(&r->times, f->ind.n > 0);
    bool lead = (long)f->record == r->facts->held_record && f->sentence == 0 && !f->ind.n;
    if ((f->kind == FIGURE_DURATION && !level(s, &sites[k])) ||
        forms_have(&s->counted[COUNTED_EVENT], f->ind) || timeless(f, &sites[k]) ||
        (lead && s->n_times > 0 && f->kind != FIGURE_PERCENT && !(said && p.type == PERIOD_UNTIL)))
        return;
    if (said && !f->ind.n && !f->aim.n && !s->n_times && of_event(s))
        return;
    if (sites[k].open && (scene_start(s, sites[k].open) & (ROLE_YOY | ROLE_PREV)))
        return; /* "(cùng kỳ năm trước tăng 4,6%)" */
    if (s->n_times && !f->aim.n && any_year(r, s, said ? &p : NULL))
        return;
    long like = f->aim.n ? NO_FIGURE : during_like(s, k, sites);
    if (like != NO_FIGURE && s->f[like]->period.n && !s->f[like]->aim.n) {
        f->period = s->f[like]->period;
        return;
    }
    said |= during_goal(s, k, sites, &p);
    r->m->text.n = 0;
    if (said && p.type == PERIOD_TERM && !p.a.year)
        r->frame.term = docreader_term(r->reader, r->doc, r->facts);
    if (said && period_iso(&p, &r->frame, &r->m->text)) {
        f->period = copy(r);
        if (!f->aim.n && ahead(r, f, &p))
            f->aim = aim_names[AIM_TARGET];
        return;
    }
    const Site *site = &sites[k];
    Str goals = f->aim.n ? time_of_goals(r, s, k) : (Str){0};
    if (goals.n)
        f->period = goals;
    else if (r->those.n && !f->aim.n)
        f->period = r->those;
    else if (k > 0 && s->f[k - 1]->period.n && sites[k - 1].clause == site->clause &&
             f->from >= sites[k - 1].noun.to)
        f->period = s->f[k - 1]->period;
    else if ((f->ind.n || r->reported || (reports(r, f, s) && done(s, k, site))) && !f->aim.n &&
             ((long)f->record != r->facts->held_record || f->sentence > 0) &&
             !private(s, &r->doc->records[f->record])) {
        f->period = r->facts->report_period;
        r->reported = true;
        r->m->text.n = 0;
        if (!f->period.n && !(said && p.type == PERIOD_TERM) && during_loose(&r->times, &p) &&
            period_iso(&p, &r->frame, &r->m->text))
            f->period = copy(r);
    }
}

static bool list_line(const Record *record)
{
    const Token *t = record->tokens;
    if (!record->n_tokens)
        return false;
    Str first = token_str(record->text, &t[0]);
    if (t[0].type == TOKEN_MARK)
        return str_eq(first, STR("-")) || str_eq(first, STR("+")) || str_eq(first, STR("*")) ||
               str_eq(first, STR("•")) || str_eq(first, STR("–")) || str_eq(first, STR("o"));
    return t[0].n <= 2 && record->n_tokens > 1 && (t[1].flags & TOKEN_SPACE) == 0 &&
           (record->text.p[t[1].at] == '.' || record->text.p[t[1].at] == ')'); /* 1. a) */
}

enum { WHOLE_BACK = 8 }; /* figures of the sentences before */

/* "Xảy ra 76 vụ tai nạn giao thông. Trong đó, | đường bộ | 72 vụ, đường sắt 4 vụ": the code of what was
 * counted before. */
static Str code_of_whole(const Scene *s, size_t k, const Site *sites, size_t before)
{
    const Figure *f = s->f[k];
    bool listed = k == 0 || (sites[k - 1].code.n && str_eq(s->f[k - 1]->unit, f->unit));
    if (!listed || sites[k].of_noun || f->dir || span_empty(sites[k].subject))
        return (Str){0};
    for (size_t back = 1; back <= before && back <= WHOLE_BACK; back++) {
        const Figure *last = *(s->f - back);
        if (last->record != f->record)
            break;
        if (str_eq(last->unit, f->unit) && !last->dir)
            return last->ind;
    }
    return (Str){0};
}

/* "Trong số | đảng viên mới, …": does a sentence go on with those of the one before? */
static bool of_those(const Scene *s)
{
    return s->from + 1 < s->to && scene_word(s, s->from, STR("Trong")) &&
           scene_word(s, s->from + 1, STR("số"));
}

enum { THOSE_BACK = 4 }; /* figures */

/* What the sentence before counted. */
static const Figure *those_before(const Meaning *m, Figure **f)
{
    for (size_t back = 1;
         back <= THOSE_BACK && f >= m->figures + back && f[-(long)back]->record == f[0]->record; back++)
        if (!f[-(long)back]->aim.n)
            return f[-(long)back];
    return NULL;
}

static void read_sentence(Reading *r, const Record *record, Figure **f, size_t n)
{
    Meaning *m = r->m;
    const Scene *s = scene_read(m->scenes, record, f[0]->in_sentence, f, n);
    m->sites = array_room(m->sites, &m->sites_cap, n, sizeof *m->sites);
    Site *sites = m->sites;
    Order order = {0};
    Basis opened = BASIS_NONE;
    for (size_t k = 0; k < n; k++) {
        site_open(s, k, k ? &sites[k - 1] : NULL, &sites[k]);
        basis_behind(s, k, &sites[k]);
        site_behind(s, k, &sites[k]);
        site_before(s, k, k ? &sites[k - 1] : NULL, &sites[k]);
        basis_before(s, k, sites, &opened);
        subject_find(s, k, sites, &order);
        basis_total(s, k, sites);
    }
    for (size_t k = 0; k < n; k++)
        basis_close(s, k, sites);
    r->also = aim_sentence(s, &r->aim, r->scope, r->scope_weak && !list_line(record));
    r->reported &= r->also;
    const Figure *those = of_those(s) ? those_before(m, f) : NULL;
    r->those = those ? those->period : (Str){0};
    bool part = f > m->figures && (scene_start(s, s->from) & ROLE_PART);
    for (size_t k = 0; k < n; k++) {
        Site *site = &sites[k];
        f[k]->basis = basis_names[site->basis];
        if (!span_empty(site->subject))
            f[k]->subject = token_span(s->text, &s->t[site->subject.from], &s->t[site->subject.to - 1]);
        else if (site->carry != NO_FIGURE)
            f[k]->subject = f[site->carry]->subject;
        f[k]->ind = site->code = code_find(scenes_indicators(m->scenes), s, k, sites);
        if (those && !site->code.n && f[k]->kind == FIGURE_COUNT && !site->of_noun &&
            forms_have(&s->counted[COUNTED_CASE], f[k]->unit))
            f[k]->ind = site->code = those->ind; /* "trong số đảng viên mới, nữ | 31 đồng chí" */
        if (part && !site->code.n && f[k]->kind == FIGURE_COUNT)
            f[k]->ind = site->code = code_of_whole(s, k, sites, (size_t)(f - m->figures));
        f[k]->aim = aim_names[aim_of(s, k, sites, site->code, &r->aim)];
        set_period(r, s, k, sites);
    }
    aim_end(s, n - 1, sites, &r->aim);
}

enum { GAP = 100 }; /* tokens of the sentences before one with figures that are read */

static void read_gap(Reading *r, const Record *record, size_t from, size_t to)
{
    if (from >= to)
        return;
    if (to - from > GAP)
        from = to - GAP;
    if (!scene_times(r->m->scenes, record, (Span){from, to}))
        return;
    during_gap(scene_read(r->m->scenes, record, (Span){from, to}, NULL, 0), &r->times);
}

static void read_record(Reading *r, Figure **f, size_t n)
{
    const Record *record = &r->doc->records[f[0]->record];
    if (r->frame.event.year && r->times.paragraph.period.a.year > r->frame.event.year && !list_line(record))
        r->times.paragraph.said = false; /* the year of the goals before is not that of what was done */
    during_paragraph(&r->times, r->scope_timed ? &r->scope_time : NULL);
    size_t last = 0, done = 0;
    r->reported = false;
    r->aim.open = AIM_NONE;
    for (size_t i = 0, more; i < n; i += more) {
        more = 1;
        while (i + more < n && f[i + more]->sentence == f[i]->sentence)
            more++;
        for (; last + 1 < f[i]->sentence; last++)
            during_sentence(&r->times);
        read_gap(r, record, i ? f[i - 1]->in_sentence.to : 0, f[i]->in_sentence.from);
        for (; last < f[i]->sentence; last++)
            during_sentence(&r->times);
        if (f[i]->sentence > done + 1)
            r->aim.open = AIM_NONE; /* the sentence before was not read */
        done = f[i]->sentence;
        read_sentence(r, record, f + i, more);
    }
}

enum { HEADING_TOKENS = 40 };

/* A heading, or a short line that ends in a colon. */
static bool leads(const Record *record)
{
    if (!record->n_tokens || record->n_tokens > HEADING_TOKENS)
        return false;
    const Token *last = &record->tokens[record->n_tokens - 1];
    return record->kind == KIND_HEADING || record->text.p[last->at] == ':';
}

/* Headings and lines that lists hang on, up to a record that has figures. */
static void read_headings(Reading *r, size_t to)
{
    for (; r->scanned <= to; r->scanned++) {
        const Record *record = &r->doc->records[r->scanned];
        if (!kind_has_facts(record->kind))
            continue;
        if (leads(record)) {
            const Scene *s = scene_read(r->m->scenes, record, (Span){0, record->n_tokens}, NULL, 0);
            r->list = record->kind != KIND_HEADING; /* of a heading once a list follows */
            r->scope_weak = record->kind == KIND_HEADING;
            r->scope = aim_heading(s, record->text.p[record->tokens[record->n_tokens - 1].at] == ':');
            r->scope_timed = during_heading(s, &r->scope_time);
        } else if (list_line(record)) {
            r->list = true;
        } else if (r->list) {
            r->scope = AIM_NONE;
            r->scope_timed = r->list = false;
        }
    }
}

static PeriodFrame frame_of(const DocFacts *facts)
{
    PeriodFrame frame = {.event = facts->date};
    if (!frame.event.year)
        frame.event.year = facts->year;
    Str rest = facts->report_period, from, to;
    if (!str_cut(&rest, '/', &from) || from.n < 4)
        return frame;
    if (str_cut(&rest, '/', &to) && (to.n < 4 || memcmp(from.p, to.p, 4) != 0))
        return frame; /* 2006/2007: a day is of the year of the meeting */
    for (size_t i = 0; i < 4; i++)
        frame.year = (int16_t)(frame.year * 10 + (from.p[i] - '0'));
    return frame;
}

void meaning_document(Meaning *m, const Document *doc, DocReader *reader, DocFacts *facts)
{
    m->reading = (Reading){.m = m, .doc = doc, .reader = reader, .facts = facts, .frame = frame_of(facts)};
}

void meaning_add(Meaning *m, Figures *figures, Arena *arena)
{
    Reading *r = &m->reading;
    size_t n = 0;
    r->arena = arena;
    for (size_t i = 0; i < figures->n; i++)
        if (figures->f[i].kind <= FIGURE_DURATION) {
            m->figures = array_room(m->figures, &m->figures_cap, n, sizeof *m->figures);
            m->figures[n++] = &figures->f[i];
        }
    if (!n)
        return;
    read_headings(r, m->figures[0]->record);
    read_record(r, m->figures, n);
}
