/* SPDX-License-Identifier: ISC */
#include "during.h"

enum { KEEP = 2, LOOK_BACK = 6, LIST = 8 };

static void say(Said *said, const Period *p)
{
    *said = (Said){.period = *p, .said = true};
}

void during_paragraph(Times *d, const Period *scope)
{
    Said last = d->paragraph, loose = d->loose;
    if (loose.far)
        loose.said = false; /* to the next paragraph, no further */
    loose.far = true;
    *d = (Times){.loose = loose};
    if (scope)
        say(&d->paragraph, scope);
    else if (last.said && !last.far && last.period.type == PERIOD_SPAN &&
             last.period.a.year == last.period.b.year) {
        d->paragraph = last;
        d->paragraph.far = true;
        d->paragraph.used = false;
    }
}

void during_sentence(Times *d)
{
    if (++d->loose.age > KEEP)
        d->loose.said = false;
    d->paragraph.age++;
    if (++d->paragraph.unspoken > KEEP)
        d->paragraph.said = false;
    if (++d->aside.age > 1)
        d->aside.said = false;
    d->frame.said = d->clause.said = false;
    d->clause_no = d->at = 0;
}

void during_keep(Times *d, bool coded)
{
    d->paragraph.unspoken = 0;
    if (!coded)
        return;
    d->paragraph.age = 0;
    d->paragraph.used = true;
}

bool during_loose(Times *d, Period *out)
{
    if (!d->loose.said || d->loose.period.type != PERIOD_SPAN)
        return false;
    d->loose.age = 0;
    d->loose.used = true;
    *out = d->loose.period;
    return true;
}

/* Does it tell an interval, or what the document reports on? */
static bool tells(const Time *t)
{
    return t->period.type < PERIOD_DAY || t->period.type == PERIOD_HERE;
}

/* "so với năm 2021", "cùng kỳ năm 2020"; "Đại hội … lần thứ XIX, nhiệm kỳ 2020 - 2025", "giá so sánh năm
 * 2010" */
static bool other_use(const Scene *s, const Time *t)
{
    if (t->period.type == PERIOD_NOW && scene_word(s, t->from - 1, STR("như")))
        return true; /* "giữ nguyên như hiện nay (78%)" */
    for (size_t i = t->from; i > s->from && i + LOOK_BACK > t->from; i--) {
        size_t k = i - 1;
        if (s->figure[k - s->from] || scene_break(s, k))
            return false;
        uint32_t roles = scene_start(s, k);
        if ((roles & ROLE_DATED) && t->period.type != PERIOD_UNTIL)
            return true;
        bool higher = scene_word(s, k + 1, STR("hơn")) && !scene_mark(s, t->to, '(');
        if ((roles & (ROLE_YOY | ROLE_PREV)) || ((roles & ROLE_COMPARE) && (!(roles & ROLE_BE) || higher)))
            return true; /* "thấp hơn đỉnh lũ năm 2007" */
    }
    return false;
}

typedef enum { INSIDE, OPENS_CLAUSE, OPENS_SENTENCE } Stand;

enum { SHORT = 4, SOURCE = 16 };

/* "Theo báo cáo của Sở Tài chính | , | 9 tháng qua …", "Qua đó, …": does a comma end what leads a sentence
 * in? */
static bool leads_in(const Scene *s, size_t comma)
{
    if (comma < s->from + SHORT)
        return true;
    if (comma > s->from + SOURCE || !scene_word(s, s->from, STR("Theo")))
        return false;
    for (size_t i = s->from; i < comma; i++)
        if (scene_mark(s, i, ',') || s->figure[i - s->from] || scene_time(s, i))
            return false;
    return true;
}

/* Where it stands: at the beginning of the sentence, of a clause, or inside. */
static Stand stands(const Scene *s, const Time *t)
{
    size_t i = t->from;
    for (size_t k = t->to; k < s->to && k < t->to + 8 && !s->figure[k - s->from]; k++) {
        if (scene_mark(s, k, ':'))
            return OPENS_CLAUSE; /* "18 chỉ tiêu đến năm 2025: …", "…, trong đó: …" */
        if (scene_mark(s, k, ',') && !(scene_start(s, k + 1) & (ROLE_PART | ROLE_ALSO)))
            break;
    }
    while (i > s->from) {
        size_t k = i - 1;
        if (scene_mark(s, k, ':') || scene_mark(s, k, '.'))
            return OPENS_SENTENCE;
        if (scene_break(s, k) || scene_mark(s, k, ','))
            return !scene_break(s, k) && leads_in(s, k) ? OPENS_SENTENCE : OPENS_CLAUSE;
        if (s->t[k].type == TOKEN_MARK) { /* a dash, quote or bracket that leads in */
            i = k;
            continue;
        }
        if ((scene_role(s, k) & ROLE_PART) && s->begin[k - s->from] > s->from)
            return INSIDE; /* "trong đó giai đoạn 2016 - 2018 mở …": of the part alone */
        Str word = token_str(s->text, &s->t[k]);
        if (str_eq(word, STR("biết")) || str_eq(word, STR("rằng")))
            return OPENS_CLAUSE; /* "Ban Chỉ đạo cho biết đến hết tháng 7, …" */
        if (!(scene_role(s, k) & (ROLE_LINK | ROLE_ADVERB | ROLE_AIM | ROLE_FORECAST)) || scene_hit(s, k))
            return INSIDE;
        i = s->begin[k - s->from];
    }
    return OPENS_SENTENCE;
}

/* "340 ca mắc | trong 9 tháng", "lên 75% | vào năm 2025" */
static bool in_word(const Scene *s, size_t i)
{
    if (i >= s->to || scene_time(s, i))
        return false;
    Str word = token_str(s->text, &s->t[i]);
    return str_eq(word, STR("trong")) || str_eq(word, STR("vào"));
}

/* The time right behind a figure or its noun: "8,42% năm 2021 xuống còn". */
static const Time *behind(const Scene *s, size_t k, const Site *site)
{
    size_t places[2] = {s->f[k]->to, site->noun.to};
    for (size_t i = 0; i < 2; i++) {
        size_t at = places[i];
        bool aside = s->f[k]->kind != FIGURE_DURATION && scene_mark(s, at, '(');
        if (aside || in_word(s, at))
            at++;
        const Time *t = scene_time(s, at);
        if (aside && t && !scene_mark(s, t->to, ')'))
            continue; /* but "từ 310 người | (quý I) | xuống 96 người" */
        if (t && t->from == at && tells(t) && !other_use(s, t) &&
            !(t->from >= site->base.from && t->from < site->base.to))
            return t;
    }
    return NULL;
}

/* The time of the last count of a list stands behind it and holds for all: "5 đề án, 4 khâu đột phá giai đoạn
 * 2010 - 2015". */
static const Time *behind_list(const Scene *s, size_t k, const Site *sites)
{
    size_t last = k + LIST;
    while (k < last && s->f[k]->kind == FIGURE_COUNT && k + 1 < s->n && s->f[k + 1]->kind == FIGURE_COUNT &&
           sites[k + 1].clause == sites[k].clause && s->f[k + 1]->from <= sites[k].noun.to + 1) {
        k++;
        const Time *t = behind(s, k, &sites[k]);
        if (t)
            return t;
    }
    return NULL;
}

enum { LATE = 25 }; /* from that day on a month counts as over */

/* Does a time end before that of the sentences before does, which figures spoke of: "Năm 2024, thu ngân sách
 * đạt …. | Đến hết ngày 30/11 |, giải ngân đạt …. Tỉnh đón 2 triệu lượt khách."? */
static bool inside(const Said *before, const Period *p)
{
    When end = before->period.b, day = p->b;
    if (!before->said || !before->used || before->period.type != PERIOD_SPAN || p->type != PERIOD_UNTIL ||
        !day.month || end.year != before->period.a.year || (day.year && end.year && day.year != end.year))
        return false;
    unsigned last = end.month ? end.month : 12;
    return day.month < last || (day.month == last && day.day && day.day < LATE);
}

static void read_times(const Scene *s, size_t k, const Site *sites, Times *d, bool *own)
{
    for (; d->at < s->n_times && s->times[d->at].from < s->f[k]->from; d->at++) {
        const Time *t = &s->times[d->at];
        if (!tells(t) || other_use(s, t) ||
            (k > 0 && t->from >= sites[k - 1].base.from && t->from < sites[k - 1].base.to))
            continue;
        Stand where = stands(s, t);
        if (where == INSIDE && k > 0 && behind(s, k - 1, &sites[k - 1]) == t)
            continue; /* that of the figure before */
        bool span = d->loose.said && d->loose.period.type == PERIOD_SPAN;
        if (t->period.type == PERIOD_HERE && (d->frame.said || d->paragraph.said || span))
            continue;
        *own = true;
        if (where == INSIDE) {
            say(&d->clause, &t->period);
            say(&d->loose, &t->period);
            continue;
        }
        d->clause.said = false;
        say(&d->frame, &t->period);
        if (where == OPENS_SENTENCE && (inside(&d->paragraph, &t->period) || inside(&d->loose, &t->period))) {
            say(&d->aside, &t->period);
            continue;
        }
        say(&d->loose, &t->period);
        if (where == OPENS_SENTENCE)
            say(&d->paragraph, &t->period);
    }
}

/* Is figure k of something measured anew, which is framed by the sentence? What is planned goes on in its
 * clause. */
static bool anew(const Scene *s, size_t k, const Site *sites)
{
    const Figure *f = s->f[k];
    bool planned = k > 0 && s->f[k - 1]->aim.n && sites[k - 1].clause == sites[k].clause;
    return sites[k].carry == NO_FIGURE && !f->aim.n && !f->dir && !planned;
}

bool during_find(const Scene *s, size_t k, const Site *sites, Times *d, bool also, bool coded, Period *out)
{
    const Site *site = &sites[k];
    bool own = false;
    if (site->clause != d->clause_no) {
        d->clause.said = false;
        d->clause_no = site->clause;
    }
    read_times(s, k, sites, d, &own);
    if (d->clause.said && !own && anew(s, k, sites) && (d->frame.said || d->paragraph.said))
        d->clause.said = false;
    const Time *after = NULL;
    if (d->at < s->n_times && !(after = behind(s, k, site)))
        after = behind_list(s, k, sites);
    bool goes_on = also && d->loose.age < 2;
    bool newer = goes_on && d->loose.age < d->paragraph.age;
    const Said *said = d->clause.said          ? &d->clause
                       : d->frame.said         ? &d->frame
                       : also && d->aside.said ? &d->aside
                       : d->paragraph.said && !(newer && d->loose.said) &&
                               (coded || (!d->paragraph.far && d->paragraph.age <= KEEP))
                           ? &d->paragraph
                       : goes_on ? &d->loose
                                 : NULL;
    if (!after && (!said || !said->said))
        return false;
    *out = after ? after->period : said->period;
    return true;
}

/* The first time that tells something and begins in a stretch, NULL for none. They are in order. */
static const Time *time_between(const Scene *s, size_t from, size_t to)
{
    size_t low = 0, high = s->n_times;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (s->times[mid].from < from)
            low = mid + 1;
        else
            high = mid;
    }
    for (; low < s->n_times && s->times[low].from < to; low++)
        if (tells(&s->times[low]))
            return &s->times[low];
    return NULL;
}

long during_like(const Scene *s, size_t k, const Site *sites)
{
    if (k == 0)
        return NO_FIGURE;
    const Figure *f = s->f[k], *last = s->f[k - 1];
    long from = sites[k].carry;
    if (f->dir && figure_relative(f) && from == (long)k - 1) { /* "340 ca trong 9 tháng, tăng | 37%" */
        const Time *t = behind(s, k - 1, &sites[k - 1]);
        return time_between(s, t ? t->to : last->to, f->from) ? NO_FIGURE : from;
    }
    const Str structure = STR("structure_"); /* "lên 38% năm 2008; dịch vụ chiếm | 33%" */
    bool parts =
        !behind(s, k, &sites[k]) && str_starts(f->ind, structure) && str_starts(last->ind, structure);
    bool told = f->ind.n && str_eq(f->ind, last->ind) && str_starts(last->period, STR("../"));
    const Time *t = parts || told ? behind(s, k - 1, &sites[k - 1]) : NULL;
    if ((parts || told) && !time_between(s, t ? t->to : last->to, f->from))
        return (long)k - 1; /* "đàn lợn hiện có 28 nghìn con; đàn bò | 5 nghìn con" */
    return NO_FIGURE;
}

bool during_goal(const Scene *s, size_t k, const Site *sites, Period *out)
{
    if (k == 0 || !s->f[k]->aim.n || sites[k - 1].base.to > s->f[k]->from ||
        sites[k - 1].base.to + 2 < s->f[k]->from)
        return false;
    const Time *t = time_between(s, sites[k - 1].base.from, s->f[k]->from);
    if (t)
        *out = t->period;
    return t;
}

bool during_yearly(const Scene *s, const Times *d)
{
    if (!d->at)
        return false;
    const Time *t = &s->times[d->at - 1];
    if (t->period.type != PERIOD_VAGUE || (t->from > s->from && s->t[t->from - 1].type != TOKEN_MARK))
        return false;
    bool year = scene_word(s, t->to - 1, STR("năm"));
    for (size_t i = t->from; i < t->to; i++)
        if (scene_is(s, i, COUNTED_YEARS) || (year && t->to == t->from + 2 && scene_is(s, i, COUNTED_EACH)))
            return true;
    return false;
}

void during_gap(const Scene *s, Times *d)
{
    for (size_t i = 0; i < s->n_times; i++) {
        const Time *t = &s->times[i];
        if (!tells(t) || other_use(s, t) || t->period.type == PERIOD_HERE)
            continue;
        if (stands(s, t) == OPENS_SENTENCE)
            say(&d->paragraph, &t->period);
    }
}

bool during_heading(const Scene *s, Period *out)
{
    for (size_t i = 0; i < s->n_times; i++)
        if (s->times[i].period.type < PERIOD_DAY && !other_use(s, &s->times[i])) {
            *out = s->times[i].period;
            return true;
        }
    return false;
}
