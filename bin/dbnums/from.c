/* SPDX-License-Identifier: ISC */
#include "from.h"

#include <string.h>

bool from_counted(const Figure *f, const Site *site)
{
    return f->kind == FIGURE_COUNT || (!site->rank && f->kind == FIGURE_RATIO && f->unit.n &&
                                       !str_eq(f->unit, STR("VND")) && !str_eq(f->unit, STR("USD")));
}

/* Units that say little of what is counted: "96 vụ", "12 triệu con", "9 bậc". */
static bool bare_unit(const Scene *s, Str unit)
{
    return forms_have(&s->counted[COUNTED_BARE], unit);
}

/* Is the phrase more than its head: not just "tổng số", "tổng"? */
static bool more_than_head(const Scene *s, Span p)
{
    return !(scene_start(s, p.from) & ROLE_HEAD) || scene_cue_end(s, p.from) < p.to;
}

/* Do only times and words that lead in stand before figure k in its clause: "…; bình quân 9 tháng | tăng
 * 3,8%"? */
static bool leads_in(const Scene *s, size_t k, const Site *sites)
{
    const uint32_t loose = ROLE_ADVERB | ROLE_LINK | ROLE_RISE | ROLE_BE | ROLE_BOUND;
    size_t i = s->f[k]->from;
    while (i > sites[k - 1].end && !scene_break(s, i - 1)) {
        i--;
        if (!scene_time(s, i) && !(scene_role(s, i) & loose) && !scene_mark(s, i, ','))
            return false;
    }
    return i > sites[k - 1].end && scene_mark(s, i - 1, ';');
}

/* Can figure k go on with the subject of the figure before it? */
static bool goes_on(const Scene *s, size_t k, const Site *sites)
{
    if (k == 0)
        return false;
    if (sites[k - 1].clause == sites[k].clause)
        return true;
    bool change = s->f[k]->dir && sites[k].told;
    bool level =
        !s->f[k]->dir && str_eq(s->f[k]->unit, s->f[sites[k - 1].root]->unit); /* "…; lũy kế | 30 tỷ" */
    return (change || level) && sites[k - 1].clause + 1 == sites[k].clause && leads_in(s, k, sites);
}

/* "nhưng chỉ có hơn | 15% hợp tác xã …" */
static bool there_is(const Scene *s, size_t k, const Site *site)
{
    size_t i = s->f[k]->from;
    while (i > site->left && (scene_role(s, i - 1) & ROLE_BOUND))
        i--;
    return i > site->left && scene_word(s, i - 1, STR("có"));
}

/* In a bracket that says more of the figure before it, with nothing measured between: "117 người (6,19%)". */
static bool bracketed(const Scene *s, size_t k, const Site *sites)
{
    const Site *site = &sites[k];
    if (!site->open || !span_empty(site->before) || k == 0 || sites[k - 1].clause != site->clause ||
        (!span_empty(site->noun) && !s->f[k]->dir && there_is(s, k, site)))
        return false; /* "47 ha rừng (trong đó có | 5 ha rừng tre)" */
    return sites[k - 1].open == site->open ||
           span_empty(phrase_of_clause(s, sites[k - 1].end, site->open - 1));
}

long from_same_unit(const Scene *s, size_t k, const Site *sites)
{
    for (size_t i = k, seen = 0; i-- > 0 && seen < 8; seen++) {
        if (sites[i].clause != sites[k].clause &&
            (!bare_unit(s, s->f[k]->unit) || forms_have(&s->counted[COUNTED_RANK], s->f[k]->unit)))
            break;
        if (str_eq(s->f[i]->unit, s->f[k]->unit))
            return (long)i;
    }
    return NO_FIGURE;
}

/* Does a phrase begin with the unit of a figure, and go on: "Hộ nghèo | còn 345 hộ"? */
static bool starts_with_unit(const Scene *s, Span p, const Figure *f)
{
    size_t n = 1;
    for (size_t i = 0; i < f->unit.n; i++)
        n += f->unit.p[i] == ' ';
    size_t unit = f->to - n;
    if (f->to < f->from + n || p.to <= p.from + n || !s->t[p.from].word ||
        s->t[p.from].word != s->t[unit].word)
        return false;
    for (size_t i = 1; i < n; i++)
        if (s->t[unit + i].word != s->t[p.from + i].word)
            return false;
    return true;
}

/* "trong đó | vịt chạy đồng | 120 nghìn con": the phrase of a part, where the unit says little. */
static bool part_phrase(const Scene *s, const Site *site)
{
    size_t from = site->before.from;
    if (span_empty(site->before) || from <= s->from || (site->verbs & ROLE_HAVE))
        return false;
    return scene_role(s, from - 1 - scene_mark(s, from - 1, ',')) & ROLE_PART; /* "Trong đó, …" */
}

/* "chỉ tiêu phấn đấu là giảm 20% số vụ cháy" */
static bool goal_word(const Scene *s, Span p)
{
    return (scene_start(s, p.from) & ROLE_GOAL) && scene_cue_end(s, p.from) >= p.to;
}

/* "chỉ số VN-Index tăng | 13 điểm", "tai nạn giao thông giảm | 4 vụ" */
static bool no_thing(const Scene *s, const Figure *f)
{
    return forms_have(&s->counted[COUNTED_RANK], f->unit) || str_eq(f->unit, STR("vụ")) ||
           str_eq(f->unit, STR("con"));
}

static bool has_or_had(Str verb)
{
    return str_eq(verb, STR("có")) || str_eq(verb, STR("ghi")); /* ghi nhận */
}

/* "sốt rét có | 390 ca mắc": the illness is what is counted. */
static bool fell_ill(const Scene *s, const Figure *f, const Site *site)
{
    bool plain = site->noun.to <= f->to || (site->noun.to == f->to + 1 && scene_word(s, f->to, STR("mắc")));
    return plain && site->verb < f->from && has_or_had(token_str(s->text, &s->t[site->verb])) &&
           forms_have(&s->counted[COUNTED_CASE], f->unit);
}

/* "61 trường, trong đó | tiểu học | 41 trường, | trung học cơ sở | 14 trường" */
static bool listed_part(const Scene *s, size_t k, const Site *sites)
{
    const Site *site = &sites[k];
    size_t from = site->before.from;
    if (k == 0 || span_empty(site->before) || site->verb < s->f[k]->from || site->before.to != site->verb)
        return false;
    if (s->f[k - 1]->kind == FIGURE_PERCENT) /* "nữ chiếm 46%; | đoàn viên | 73 đồng chí" */
        return scene_mark(s, from - 1, ';') && forms_have(&s->counted[COUNTED_CASE], s->f[k]->unit);
    if (!str_eq(s->f[k]->unit, s->f[k - 1]->unit) || sites[k - 1].clause != site->clause)
        return false;
    return (scene_role(s, from - 1) & ROLE_PART) || (scene_mark(s, from - 1, ',') && !sites[k - 1].of_noun &&
                                                     sites[k - 1].subject.from == sites[k - 1].before.from);
}

/* "đàn bò có 28 nghìn con, bằng 90% mục tiêu là | 31 nghìn con" */
static bool animals(const Scene *s, size_t k, const Site *sites)
{
    Str unit = s->f[k]->unit;
    Span p = sites[k].before;
    if (!str_starts(unit, STR("con")) || (unit.n > 3 && unit.p[3] != '/') ||
        (!span_empty(p) && !sites[k].told && unit.n == 3))
        return false;
    long same = from_same_unit(s, k, sites);
    return same != NO_FIGURE && sites[same].clause == sites[k].clause;
}

static From of_duration(const Scene *s, size_t k, const Site *sites)
{
    if (!span_empty(sites[k].noun))
        return FROM_NOUN;
    if (k == 0 && span_empty(sites[k].before))
        return FROM_NONE;
    bool to =
        k > 0 && s->f[k]->mod == MOD_TO && s->f[k - 1]->mod == MOD_FROM; /* "từ 5 ngày xuống | 2 ngày" */
    return to && span_empty(sites[k].before) ? FROM_CARRY : FROM_BEFORE;
}

/* "lấy phiếu tín nhiệm đối với | 27 người", "tạo việc làm cho | 30 người": those are counted. */
static bool given_to(const Scene *s, const Figure *f, const Site *site)
{
    size_t i = f->from;
    while (i > site->left && (scene_role(s, i - 1) & ROLE_BOUND))
        i--;
    if (i <= site->left)
        return false;
    Str word = token_str(s->text, &s->t[i - 1]);
    return str_eq(word, STR("cho")) || (str_eq(word, STR("với")) && s->begin[i - 1 - s->from] < i - 1);
}

/* "57.814 hộ nghèo, chiếm 17%; đến nay còn | 8.573 hộ" */
static bool now_fewer(const Scene *s, size_t k, const Site *sites)
{
    return k > 0 && sites[k].told && span_empty(sites[k].before) && !s->f[k]->dir && s->f[k]->mod != MOD_TO &&
           str_eq(s->f[k]->unit, s->f[sites[k - 1].root]->unit) && goes_on(s, k, sites);
}

static From of_count(const Scene *s, size_t k, const Site *sites)
{
    const Figure *f = s->f[k];
    const Site *site = &sites[k];
    const uint32_t verb = ROLE_HAVE | ROLE_BE; /* "làm chết | 3 người" */
    bool bare_verb =
        site->before.to == site->before.from + 1 && !(scene_start(s, site->before.from) & ROLE_HEAD);
    if (phrase_measures(s, site->before) && !bare_verb && !(scene_start(s, site->before.from) & verb) &&
        !given_to(s, f, site)) {
        bool number = scene_start(s, site->before.from) & ROLE_NUMBER;
        bool rate = f->unit.n && memchr(f->unit.p, '/', f->unit.n);       /* "mật độ 750 con/m2" */
        bool object = site->noun.to > f->to + 1 && site->verb == f->from; /* "điều tra | 42 vụ trộm cắp" */
        if ((bare_unit(s, f->unit) && (!object || number)) || rate ||
            (number && more_than_head(s, site->before)))
            return FROM_BEFORE;
    }
    bool noun = site->noun.to > f->to; /* more than "30 người" */
    if (!noun && (animals(s, k, sites) || now_fewer(s, k, sites)))
        return FROM_CARRY;
    if (!span_empty(site->before) && fell_ill(s, f, site))
        return FROM_BEFORE;
    if (!noun && (listed_part(s, k, sites) || (site->told && !span_empty(site->before) && no_thing(s, f))))
        return FROM_BEFORE;
    if (site->told && !noun && !span_empty(site->before) && starts_with_unit(s, site->before, f))
        return FROM_BEFORE; /* "hộ nghèo còn 345 hộ" */
    bool bare = !noun && (bare_unit(s, f->unit) || forms_have(&s->counted[COUNTED_CASE], f->unit));
    if (bare && part_phrase(s, site))
        return FROM_BEFORE;
    if (forms_have(&s->counted[COUNTED_RANK], f->unit) && span_empty(site->before) && goes_on(s, k, sites))
        return FROM_CARRY; /* "20 sản phẩm OCOP đạt 3 sao" */
    if (f->dir && site->noun.to <= f->to && from_same_unit(s, k, sites) != NO_FIGURE)
        return FROM_CARRY; /* "886 doanh nghiệp, tăng 199 doanh nghiệp" */
    return span_empty(site->noun) ? FROM_BEFORE : FROM_NOUN;
}

/* "tăng trưởng 12,8% (kế hoạch là | 14,5%)": the goal of what was told right before. */
static bool goal_beside(const Scene *s, size_t k, const Site *sites)
{
    const uint32_t goals = ROLE_GOAL | ROLE_PLAN | ROLE_TARGET;
    Span p = sites[k].before;
    return k > 0 && !span_empty(p) && (scene_start(s, p.from) & goals) && scene_cue_end(s, p.from) >= p.to &&
           scene_word(s, s->f[k]->from - 1, STR("là")) && !s->f[k]->dir &&
           str_eq(s->f[k - 1]->unit, s->f[k]->unit) && sites[k - 1].clause == sites[k].clause;
}

/* "tỷ lệ" and no more */
static bool bare_rate(const Scene *s, Span p)
{
    return (scene_start(s, p.from) & ROLE_HEAD) && scene_cue_end(s, p.from) >= p.to &&
           scene_word(s, p.to - 1, STR("lệ"));
}

static From of_share(const Scene *s, size_t k, const Site *sites)
{
    const Site *site = &sites[k];
    if (goal_beside(s, k, sites))
        return FROM_CARRY;
    if (site->about) /* not "tăng 4,8% về | tỷ lệ" */
        return goes_on(s, k, sites) && bare_rate(s, site->noun) ? FROM_CARRY : FROM_NOUN;
    bool noun = !span_empty(site->noun);
    if (!span_empty(site->before)) {
        bool whole = noun && !(site->verbs & ROLE_SHARE) &&
                     (s->f[k]->dir ? phrase_measures(s, site->noun) || scene_noun(s, site->noun.from)
                                   : phrase_measures(s, site->noun) &&
                                         (scene_start(s, site->noun.from) & ROLE_NUMBER));
        bool told = site->told && !whole; /* "cả nước đạt 50% | số xã …" */
        noun = noun && (goal_word(s, site->before) || (!phrase_measures(s, site->before) && !told));
        return noun ? FROM_NOUN : FROM_BEFORE;
    }
    if (bracketed(s, k, sites))
        return FROM_CARRY;
    if (noun && !s->f[k]->dir && there_is(s, k, site))
        return FROM_NOUN;
    if (noun && k > 0 && scene_is(s, site->noun.from, COUNTED_BELONGS) && goes_on(s, k, sites))
        return FROM_CARRY; /* "118 biên chế, trong đó 64% | thuộc khối sự nghiệp, là nữ" */
    if (site->open && (k == 0 || sites[k - 1].open != site->open))
        return FROM_NONE;
    bool anew = k > 0 && sites[k - 1].clause != site->clause && phrase_measures(s, site->noun);
    if (goes_on(s, k, sites) && (site->told || span_empty(site->noun)) && !anew)
        return FROM_CARRY; /* not "…; giảm 3% | tỷ lệ hộ nghèo" */
    return site->open || span_empty(site->noun) ? FROM_NONE : FROM_NOUN;
}

/* "bắt 2 đối tượng, | thu | 3 kg thuốc nổ" */
static bool taken(const Scene *s, const Figure *f, Span p)
{
    return f->kind == FIGURE_MEASURE && p.to == p.from + 1 && (scene_start(s, p.from) & ROLE_ACT);
}

/* "đường biên giới | dài hơn | 142 km tiếp giáp …" */
static bool dimension(const Scene *s, size_t k, const Site *site)
{
    return site->verb < s->f[k]->from && scene_is(s, site->verb, COUNTED_LENGTH);
}

/* "Thu ngân sách xã năm 2007 đạt 2 tỷ đồng; 6 tháng đầu năm 2008 | thu | 1,4 tỷ đồng": the head alone. */
static bool head_again(const Scene *s, size_t k, const Site *sites)
{
    Span p = sites[k].before;
    if (k == 0 || p.to != p.from + 1 || !(scene_start(s, p.from) & ROLE_HEAD) ||
        !str_eq(s->f[k]->unit, s->f[sites[k - 1].root]->unit))
        return false;
    Span whole = sites[sites[k - 1].root].subject;
    return whole.to > whole.from + 1 && s->t[whole.from].word && s->t[whole.from].word == s->t[p.from].word;
}

static From of_amount(const Scene *s, size_t k, const Site *sites)
{
    const Figure *f = s->f[k];
    const Site *site = &sites[k];
    if (goal_beside(s, k, sites) || head_again(s, k, sites))
        return FROM_CARRY;
    if (!span_empty(site->before) && str_eq(f->unit, STR("tuổi")))
        return FROM_BEFORE;
    if (!span_empty(site->noun) && phrase_per_hectare(s, f))
        return FROM_NOUN;
    if (!span_empty(site->before)) {
        bool act =
            !site->told && !(scene_start(s, site->before.from) & ROLE_HEAD); /* "cứng hóa 45 km | đường" */
        act |= taken(s, f, site->before);
        bool noun = !span_empty(site->noun) && (act || !phrase_measures(s, site->before)) &&
                    (site_measured(s, f) ||
                     (act && phrase_measures(s, site->noun) && !(s->t[site->noun.from].flags & TOKEN_CAP)));
        return noun && !dimension(s, k, site) ? FROM_NOUN : FROM_BEFORE;
    }
    if (bracketed(s, k, sites))
        return FROM_CARRY;
    if (goes_on(s, k, sites) && (span_empty(site->noun) || f->dir || f->mod == MOD_TO || site->rank))
        return FROM_CARRY;
    return span_empty(site->noun) ? FROM_NONE : FROM_NOUN;
}

From from_find(const Scene *s, size_t k, const Site *sites)
{
    const Figure *f = s->f[k];
    if (f->kind == FIGURE_DURATION)
        return of_duration(s, k, sites);
    if (from_counted(f, &sites[k]))
        return of_count(s, k, sites);
    return figure_relative(f) ? of_share(s, k, sites) : of_amount(s, k, sites);
}
