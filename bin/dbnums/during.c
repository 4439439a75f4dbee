/* SPDX-License-Identifier: ISC */
#include "during.h"

enum { KEEP = 2, LOOK_BACK = 6 };

void during_paragraph(Times *d)
{
    *d = (Times){0};
}

void during_sentence(const Scene *s, Times *d)
{
    (void)s;
    d->in_clause = false;
    d->clause_no = 0;
    d->at = 0;
    if (++d->age > KEEP)
        d->framed = false;
}

void during_pass(Times *d)
{
    if (++d->age > KEEP)
        d->framed = false;
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
    for (size_t i = t->from; i > s->from && i + LOOK_BACK > t->from; i--) {
        size_t k = i - 1;
        if (s->figure[k - s->from] || scene_break(s, k))
            return false;
        uint32_t roles = scene_start(s, k);
        if ((roles & ROLE_DATED) && t->period.type != PERIOD_UNTIL)
            return true;
        if ((roles & (ROLE_YOY | ROLE_PREV)) || ((roles & ROLE_COMPARE) && !(roles & ROLE_BE)))
            return true;
    }
    return false;
}

/* Does it stand at the beginning of its clause: behind a mark, or words that lead in? */
static bool opens(const Scene *s, const Time *t)
{
    size_t i = t->from;
    while (i > s->from) {
        size_t k = i - 1;
        if (scene_break(s, k) || scene_mark(s, k, ','))
            return true;
        if (s->t[k].type == TOKEN_MARK) { /* a dash, quote or bracket that leads in */
            i = k;
            continue;
        }
        if (scene_role(s, k) & ROLE_PART)
            return false; /* "trong đó giai đoạn 2021 - 2023 có thêm …": of the part alone */
        if (!(scene_role(s, k) & (ROLE_LINK | ROLE_ADVERB | ROLE_AIM | ROLE_FORECAST)) || scene_hit(s, k))
            return false;
        i = s->begin[k - s->from];
    }
    return true;
}

/* The time right behind a figure or its noun: "8,42% năm 2021 xuống còn". */
static const Time *behind(const Scene *s, size_t k, const Site *site)
{
    size_t places[2] = {s->f[k]->to, site->noun.to};
    for (size_t i = 0; i < 2; i++) {
        const Time *t = scene_time(s, places[i]);
        if (t && t->from == places[i] && tells(t) && !other_use(s, t) &&
            !(t->from >= site->base.from && t->from < site->base.to))
            return t;
    }
    return NULL;
}

bool during_find(const Scene *s, size_t k, const Site *sites, Times *d, Period *out)
{
    const Figure *f = s->f[k];
    const Site *site = &sites[k];
    bool own = false;
    if (site->clause != d->clause_no) {
        d->in_clause = false;
        d->clause_no = site->clause;
    }
    for (; d->at < s->n_times && s->times[d->at].from < f->from; d->at++) {
        const Time *t = &s->times[d->at];
        if (!tells(t) || other_use(s, t))
            continue;
        if (k > 0 && behind(s, k - 1, &sites[k - 1]) == t)
            continue; /* that of the figure before */
        if (t->period.type == PERIOD_HERE && d->framed)
            continue;
        own = true;
        if (opens(s, t)) {
            d->frame = t->period;
            d->framed = true;
            d->in_clause = false;
        } else {
            d->clause = t->period;
            d->in_clause = true;
        }
    }
    if (site->carry == NO_FIGURE && !own && d->framed)
        d->in_clause = false; /* what is measured anew is framed by the sentence */
    const Time *after = behind(s, k, site);
    if (after)
        *out = after->period;
    else if (d->in_clause)
        *out = d->clause;
    else if (d->framed)
        *out = d->frame;
    else
        return false;
    d->age = 0;
    return true;
}
