/* SPDX-License-Identifier: ISC */
#include "subject.h"

#include <string.h>

static bool is_counted(const Figure *f, const Site *site)
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

/* "nhưng chỉ có hơn | 25% doanh nghiệp …" */
static bool there_is(const Scene *s, size_t k, const Site *site)
{
    size_t i = s->f[k]->from;
    while (i > site->left && (scene_role(s, i - 1) & ROLE_BOUND))
        i--;
    return i > site->left && str_eq(token_str(s->text, &s->t[i - 1]), STR("có"));
}

/* In a bracket that says more of the figure before it, with nothing measured between: "117 người (6,19%)". */
static bool bracketed(const Scene *s, size_t k, const Site *sites)
{
    const Site *site = &sites[k];
    if (!site->open || !span_empty(site->before) || k == 0 || sites[k - 1].clause != site->clause ||
        (!span_empty(site->noun) && !s->f[k]->dir && there_is(s, k, site)))
        return false; /* "30 ha đất khác (trong đó có | 2 ha đất suối)" */
    return sites[k - 1].open == site->open ||
           span_empty(phrase_of_clause(s, sites[k - 1].end, site->open - 1));
}

/* "Sản lượng điện của 5 nhà máy | đạt trên 60%": a count inside the phrase. */
static bool inside_phrase(const Scene *s, size_t k, const Site *sites)
{
    if (k == 0 || s->f[k - 1]->kind != FIGURE_COUNT || !phrase_measures(s, sites[k - 1].before))
        return false;
    const Figure *last = s->f[k - 1];
    for (size_t i = last->to; i < s->f[k]->from; i++)
        if (s->t[i].type == TOKEN_MARK)
            return false;
    return scene_behind(s, last->from, COUNTED_INSIDE);
}

/* "tỷ lệ trẻ dưới 1 tuổi được tiêm chủng | (88,4%)": the phrase before a bracket, with an age inside. */
static Span over_age(const Scene *s, size_t k, const Site *sites)
{
    const Site *site = &sites[k];
    if (site->open && k > 0 && sites[k - 1].open != site->open && phrase_holds(s, s->f[k - 1])) {
        size_t from = phrase_begin(s, k > 1 ? sites[k - 2].end : s->from, site->open - 1);
        for (size_t i = s->f[k - 1]->from; i-- > from;)
            if (scene_start(s, i) & ROLE_HEAD)
                return phrase_trim(s, (Span){i, site->open - 1});
    }
    return site->before;
}

typedef enum { FROM_NONE, FROM_BEFORE, FROM_NOUN, FROM_CARRY } From;

/* The last figure before k in the same unit: in its clause, or in its sentence where the unit says little. */
static long same_unit_before(const Scene *s, size_t k, const Site *sites)
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
    bool plain = site->noun.to <= f->to ||
                 (site->noun.to == f->to + 1 && str_eq(token_str(s->text, &s->t[f->to]), STR("mắc")));
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
    long same = same_unit_before(s, k, sites);
    return same != NO_FIGURE && sites[same].clause == sites[k].clause;
}

enum { TO_COMMA = 10, TO_ACT = 40, ACT = 9 }; /* tokens */

/* Does the main verb of a sentence on a meeting begin at token i: họp, tổ chức? */
static bool meets(const Scene *s, size_t i)
{
    const uint32_t roles = ROLE_HAVE | ROLE_LINK | ROLE_PLACES | ROLE_NONE | ROLE_BE | ROLE_STOP;
    return ((scene_start(s, i) & roles) == ROLE_HAVE && scene_cue_end(s, i) > i + 1) ||
           str_eq(token_str(s->text, &s->t[i]), STR("họp"));
}

/* "Trong 2 ngày 4 và 5/7, Huyện ủy | tổ chức Hội nghị lần thứ 3": what is done meanwhile. */
static Span main_act(const Scene *s, const Figure *f)
{
    size_t i = f->to, end = i + TO_ACT < s->to ? i + TO_ACT : s->to;
    if (f->from == s->from || !str_eq(token_str(s->text, &s->t[f->from - 1]), STR("Trong")))
        return (Span){i, i};
    while (i < end && i < f->to + TO_COMMA && !scene_mark(s, i, ','))
        i++;
    for (; i < end && !scene_break(s, i); i++) {
        if (!meets(s, i))
            continue;
        Span p = {i, i + 1};
        while (p.to < s->to && p.to < p.from + ACT && s->t[p.to].type != TOKEN_MARK &&
               !scene_covered(s, p.to) &&
               !((scene_start(s, p.to) & ROLE_STOP) && !(scene_start(s, p.to) & ROLE_NONE)) &&
               !str_eq(token_str(s->text, &s->t[p.to]), STR("dưới")))
            p.to++;
        return p;
    }
    return (Span){i, i};
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
    if (f->dir && site->noun.to <= f->to && same_unit_before(s, k, sites) != NO_FIGURE)
        return FROM_CARRY; /* "886 doanh nghiệp, tăng 199 doanh nghiệp" */
    return span_empty(site->noun) ? FROM_BEFORE : FROM_NOUN;
}

/* "tăng trưởng 12,8% (kế hoạch là | 14,5%)": the goal of what was told right before. */
static bool goal_beside(const Scene *s, size_t k, const Site *sites)
{
    const uint32_t goals = ROLE_GOAL | ROLE_PLAN | ROLE_TARGET;
    Span p = sites[k].before;
    return k > 0 && !span_empty(p) && (scene_start(s, p.from) & goals) && scene_cue_end(s, p.from) >= p.to &&
           str_eq(token_str(s->text, &s->t[s->f[k]->from - 1]), STR("là")) && !s->f[k]->dir &&
           str_eq(s->f[k - 1]->unit, s->f[k]->unit) && sites[k - 1].clause == sites[k].clause;
}

/* "tỷ lệ" and no more */
static bool bare_rate(const Scene *s, Span p)
{
    return (scene_start(s, p.from) & ROLE_HEAD) && scene_cue_end(s, p.from) >= p.to &&
           str_eq(token_str(s->text, &s->t[p.to - 1]), STR("lệ"));
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

/* Splits a phrase at "và" and commas outside indicator phrases. */
static void split_order(const Scene *s, Span p, Order *order)
{
    *order = (Order){0};
    size_t from = p.from;
    for (size_t i = p.from; i <= p.to; i++) {
        const Hit *hit = i < p.to ? scene_hit(s, i) : NULL;
        bool cut = i == p.to || scene_mark(s, i, ',') || str_eq(token_str(s->text, &s->t[i]), STR("và"));
        if (!cut || (hit && hit->from < i && hit->to > i + 1))
            continue;
        if (order->n == ORDER_PARTS) {
            *order = (Order){0};
            return;
        }
        if (from < i)
            order->part[order->n++] = phrase_trim(s, (Span){from, i});
        from = i + 1;
    }
}

/* Do as many figures follow as there are parts, with nothing but commas and "và" between them? */
static bool answers(const Scene *s, size_t k, size_t n)
{
    if (n < 2 || k + n > s->n)
        return false;
    for (size_t i = k + 1; i < k + n; i++)
        if (s->f[i]->from - s->f[i - 1]->to > 4)
            return false;
    return true;
}

static void in_order(const Scene *s, size_t k, Site *site, Order *order)
{
    if (order->next < order->n && span_empty(site->before)) {
        site->before = order->part[order->next++];
        return;
    }
    order->n = order->next = 0;
    if (!(site->verbs & ROLE_ORDER) || span_empty(site->before))
        return;
    split_order(s, site->before, order);
    if (answers(s, k, order->n))
        site->before = order->part[order->next++];
    else
        order->n = 0;
}

/* "có 84 doanh nghiệp mới, vốn đăng ký 190 tỷ đồng, tăng lần lượt | 26% và 12%": as many figures before
 * answer. */
static bool answers_back(const Scene *s, size_t k, Site *sites, Order *order)
{
    size_t n = 1;
    if (order->left && span_empty(sites[k].before)) {
        order->left--;
        sites[k].carry = (long)(k - order->back);
        return true;
    }
    order->left = 0;
    if (!(sites[k].verbs & ROLE_ORDER) || !span_empty(sites[k].before) || !figure_relative(s->f[k]))
        return false;
    while (n < ORDER_PARTS && answers(s, k, n + 1))
        n++;
    if (n < 2 || k < n)
        return false;
    for (size_t i = k - n; i < k; i++)
        if (figure_relative(s->f[i]) || sites[i].carry != NO_FIGURE || sites[i].clause != sites[k].clause)
            return false;
    order->back = n;
    order->left = n - 1;
    sites[k].carry = (long)(k - n);
    return true;
}

/* Nothing but adverbs and marks: "đã bốn tuổi | vẫn | chưa đi học". */
static bool loose(const Scene *s, Span p)
{
    while (p.from < p.to && ((scene_role(s, p.from) & ROLE_ADVERB) || s->t[p.from].type == TOKEN_MARK) &&
           !scene_hit(s, p.from))
        p.from++;
    return p.from >= p.to;
}

/* "12 lớp | mới", "nhóm 10 tỉnh phát triển | khá", but "12 xã | mới đạt" */
static bool quality(const Scene *s, size_t to)
{
    return scene_behind(s, to, COUNTED_QUALITY) &&
           (to >= s->to || (!(scene_start(s, to) & (ROLE_BE | ROLE_RISE)) && !scene_covered(s, to)));
}

/* How many words at the end of a noun phrase lead to what is left out: "cuộc kiểm tra | đối với", "phòng |
 * và", "đại biểu | tham dự". */
static size_t hanging(const Scene *s, Span p)
{
    size_t last = p.to - 1, begin = s->begin[last - s->from];
    if (scene_is(s, last, COUNTED_LINKING))
        return last > p.from + 1 && begin + 1 == last && (scene_role(s, last) & ROLE_NONE) ? 2 : 1;
    bool stops = (scene_role(s, last) & (ROLE_STOP | ROLE_NONE | ROLE_HEAD | ROLE_LINK)) == ROLE_STOP;
    return stops && begin > p.from && begin < last ? p.to - begin : 0;
}

/* A noun phrase without what hangs on at its ends. */
static Span noun_trim(const Scene *s, Span p, bool counted)
{
    if ((scene_start(s, p.from) & ROLE_NONE) && scene_cue_end(s, p.from) < p.to) {
        Str word = token_str(s->text, &s->t[p.from]);
        if (str_eq(word, STR("trở")) || (!counted && str_eq(word, STR("đối"))))
            p.from = scene_cue_end(s, p.from); /* "80% trở lên | số chi bộ", "6% đối với | xe máy" */
    }
    if (!counted && loose(s, p))
        return (Span){p.to, p.to};
    while (p.to > p.from + 1) {
        const Token *last = &s->t[p.to - 1];
        bool mark = last->type == TOKEN_MARK && last->n < 3 && !scene_mark(s, p.to - 1, ')');
        size_t hangs = hanging(s, p);
        if (!hangs && scene_hit(s, p.to - 1))
            break;
        if (!mark && !hangs && (!(scene_role(s, p.to - 1) & ROLE_ADVERB) || (last->flags & TOKEN_CAP)))
            break;
        if (!mark && !hangs && quality(s, p.to))
            break;
        p.to -= mark || !hangs ? 1 : hangs;
    }
    return p;
}

/* "12 vụ tai nạn | làm 14 người bị thương": the verb of the figure that follows. */
static Span without_next_verb(const Scene *s, Span p)
{
    size_t begin = p.to > p.from ? s->begin[p.to - 1 - s->from] : p.from;
    bool verb = p.to < s->to && scene_covered(s, p.to) && begin > p.from + 1 && !scene_hit(s, p.to - 1) &&
                (scene_start(s, begin) & (ROLE_HAVE | ROLE_ACT)) && !(scene_start(s, begin) & ROLE_NONE);
    return verb ? (Span){p.from, begin} : p;
}

enum { NEXT_BRACKET = 14 }; /* tokens from one to the next of a list */

/* Is figure k the first of its bracket, and its neighbour in the next bracket of the same sort? */
static bool bracket_list(const Scene *s, size_t k, const Site *sites)
{
    if (k > 0 && sites[k - 1].open && s->f[k]->from < s->f[k - 1]->to + NEXT_BRACKET &&
        str_eq(s->f[k - 1]->unit, s->f[k]->unit))
        return true;
    if (k + 1 >= s->n || s->f[k + 1]->from > s->f[k]->to + NEXT_BRACKET ||
        !str_eq(s->f[k + 1]->unit, s->f[k]->unit) || !scene_mark(s, s->f[k]->to, ')'))
        return false;
    for (size_t i = s->f[k]->to; i < s->f[k + 1]->from; i++)
        if (scene_mark(s, i, '('))
            return true;
    return false;
}

/* "chủ yếu tại | Nhật Bản | (1.905), | Đài Loan | (1.322)", "thấp nhất là | huyện Bát Xát | (58 tạ/ha)": the
 * name before the bracket a figure stands in tells whose it is. */
static Span named_before(const Scene *s, size_t k, const Site *sites)
{
    const Span none = {0, 0};
    size_t open = sites[k].open, from = open - 1, words = 0;
    if (!open || (k > 0 && sites[k - 1].open == open) || s->f[k]->mod != MOD_NONE || s->f[k]->from != open)
        return none;
    for (; from > s->from && s->t[from - 1].type == TOKEN_WORD && (s->t[from - 1].flags & TOKEN_CAP) &&
           !scene_covered(s, from - 1);
         from--)
        words++;
    if (!words || from == s->from)
        return none;
    if ((scene_role(s, from - 1) & ROLE_PLACES) && s->begin[from - 1 - s->from] > s->from)
        from = s->begin[from - 1 - s->from];
    if (from == s->from)
        return none;
    Str word = token_str(s->text, &s->t[from - 1]);
    bool is = str_eq(word, STR("là"));
    bool leads = is || str_eq(word, STR("và")) || str_eq(word, STR("tại")) || str_eq(word, STR("như")) ||
                 s->t[from - 1].type == TOKEN_MARK;
    return leads && (is || bracket_list(s, k, sites)) ? (Span){from, open - 1} : none;
}

/* "giải quyết việc làm | cho 31 người" */
static Span without_cho(const Scene *s, Span p)
{
    if (p.to > p.from + 1 && str_eq(token_str(s->text, &s->t[p.to - 1]), STR("cho")))
        p.to--;
    return p;
}

enum { PEOPLE = 3 }; /* tokens of a noun for people */

/* "tỷ lệ | trẻ em | dưới 5 tuổi suy dinh dưỡng": who has the age. */
static Span who_is_aged(const Scene *s, Span p)
{
    while (p.to > p.from + 1 && (scene_role(s, p.to - 1) & ROLE_BOUND))
        p.to--;
    if ((scene_start(s, p.from) & ROLE_NUMBER) && scene_cue_end(s, p.from) < p.to)
        p.from = scene_cue_end(s, p.from);
    for (size_t i = p.to > p.from + PEOPLE ? p.to - PEOPLE : p.from; i < p.to; i++)
        if (i + scene_noun(s, i) == p.to)
            return (Span){i, p.to}; /* "tỷ lệ huy động | trẻ | 5 tuổi" */
    return p;
}

enum { PERSON = 10 }; /* tokens of a person's name and title */

/* "Anh Lò Văn Pâng, | 34 tuổi" */
static Span beside_comma(const Scene *s, const Site *site)
{
    size_t comma = site->verb;
    if (comma <= site->left || !scene_mark(s, comma - 1, ','))
        return (Span){comma, comma};
    Span p = phrase_trim(s, (Span){phrase_begin(s, site->left, comma - 1), comma - 1});
    return p.to - p.from <= PERSON ? p : (Span){comma, comma};
}

/* "mức thưởng cao nhất 12 triệu đồng, thấp nhất | 2 triệu đồng" */
static Span without_extreme(const Scene *s, Span p)
{
    return p.to > p.from + 2 && phrase_extreme(s, p.to - 2) ? (Span){p.from, p.to - 2} : p;
}

/* "ông đã | giữ chức Chủ tịch huyện | trong 15 tháng": what lasts so long. */
static Span what_lasts(const Scene *s, Span p)
{
    if (p.to == p.from + 1 && p.from > s->from && (scene_role(s, p.from - 1) & ROLE_HAVE) &&
        !(scene_role(s, p.from - 1) & ROLE_BOUND))
        return (Span){s->begin[p.from - 1 - s->from], p.to}; /* "| hoàn thành | sớm 4 tháng" */
    if (!phrase_measures(s, p))
        for (size_t i = p.to; i-- > p.from;)
            if ((scene_role(s, i) & ROLE_ADVERB) && !(scene_role(s, i) & ROLE_NONE) && !scene_hit(s, i) &&
                i + 1 < p.to)
                return (Span){i + 1, p.to};
    return p;
}

static Span before_of(const Scene *s, const Figure *f, Span p)
{
    if (p.to == p.from + 1 && s->t[p.from].type == TOKEN_NUMBER)
        return (Span){p.to, p.to}; /* "năm nay | 2020 | gấp đôi" */
    if (f->kind == FIGURE_DURATION)
        return what_lasts(s, p);
    return str_eq(f->unit, STR("tuổi")) ? who_is_aged(s, p) : without_cho(s, p);
}

/* "7 chủ đầu tư | giải ngân dưới | 40%": is the act of those counted right before what the percent tells? */
static bool does(const Scene *s, size_t k, const Site *sites)
{
    Span p = sites[k].before;
    return s->f[k - 1]->kind == FIGURE_COUNT && sites[k - 1].of_noun && p.from == sites[k - 1].end &&
           (scene_start(s, p.from) & ROLE_ACT) && scene_cue_end(s, p.from) >= p.to;
}

/* "16 | trong 18 con tàu": what the whole counts. */
static Span of_next(const Scene *s, size_t k)
{
    Site next = {0};
    const Figure *f = s->f[k];
    if (s->f[k + 1]->kind != FIGURE_COUNT || s->f[k + 1]->from > f->to + 3 ||
        !str_eq(token_str(s->text, &s->t[f->to]), STR("trong")))
        return (Span){f->to, f->to};
    site_behind(s, k + 1, &next);
    return noun_trim(s, next.noun, true);
}

/* "giá trị xuất khẩu cao su và | hạt điều | lần lượt …": a part goes on with the code of the first one. */
static void part_of_first(const Scene *s, size_t k, Site *sites, size_t first)
{
    if (!phrase_measures(s, sites[first].subject) || phrase_measures(s, sites[k].subject))
        return;
    sites[k].carry = (long)first;
    sites[k].root = sites[first].root;
}

static bool nothing_but_unit(const Figure *f, const Site *site, From from)
{
    return from == FROM_NOUN && f->kind == FIGURE_COUNT && site->noun.to <= f->to;
}

enum { LABEL = 9, BEHIND_LABEL = 4 }; /* tokens */

/* "+ Heo hơi: từ | 29.000 đồng/kg", "Tiểu học: | 41 trường": the line's label. */
static void labelled(const Scene *s, const Figure *f, Site *site)
{
    const uint32_t says =
        ROLE_STOP | ROLE_LINK | ROLE_DONE | ROLE_AIM | ROLE_HAVE | ROLE_BE | ROLE_GOAL | ROLE_PLAN;
    size_t from = s->from, colon = f->from, behind = f->kind == FIGURE_COUNT ? 1 : BEHIND_LABEL;
    while (colon > s->from && colon + behind > f->from && !scene_mark(s, colon - 1, ':'))
        colon--;
    while (from < colon && s->t[from].type == TOKEN_MARK)
        from++;
    if (colon == s->from || !scene_mark(s, colon - 1, ':') || from + 1 >= colon || colon > from + LABEL)
        return;
    for (size_t i = from; i + 1 < colon; i++)
        if (s->t[i].type != TOKEN_WORD || scene_covered(s, i))
            return;
    if (!(scene_role(s, colon - 2) & says))
        site->subject = (Span){from, colon - 1};
}

void subject_find(const Scene *s, size_t k, Site *sites, Order *order)
{
    const Figure *f = s->f[k];
    Site *site = &sites[k];
    in_order(s, k, site, order);
    if (str_eq(f->unit, STR("tuổi")) && span_empty(site->before))
        site->before = beside_comma(s, site);
    From from = FROM_BEFORE;
    if (figure_relative(f) && span_empty(site->before) && inside_phrase(s, k, sites))
        site->before = (Span){sites[k - 1].before.from, sites[k - 1].noun.to};
    else if (f->kind == FIGURE_PERCENT && span_empty(site->before))
        site->before = over_age(s, k, sites);
    if (f->kind == FIGURE_DURATION)
        from = of_duration(s, k, sites);
    else if (is_counted(f, site))
        from = of_count(s, k, sites);
    else if (figure_relative(f))
        from = of_share(s, k, sites);
    else
        from = of_amount(s, k, sites);
    site->root = (long)k;
    if (answers_back(s, k, sites, order)) {
        from = FROM_NONE;
        site->root = sites[site->carry].root;
    } else if (from == FROM_CARRY) {
        long same = is_counted(f, site) && f->dir ? same_unit_before(s, k, sites) : NO_FIGURE;
        site->carry = same != NO_FIGURE ? same : (long)k - (k > 1 && sites[k - 1].nested ? 2 : 1);
        site->root = sites[site->carry].root;
        site->subject = named_before(s, k, sites);
        if (span_empty(site->subject) && phrase_extreme(s, site->verb))
            site->subject = without_extreme(s, sites[site->root].subject);
    } else if (from == FROM_NOUN) {
        if (site->noun.to == f->to + 2 && str_eq(token_str(s->text, &s->t[f->to]), STR("trở")))
            site->noun.to = f->to; /* "1.200 đảng viên | trở lên" */
        site->subject = noun_trim(s, without_next_verb(s, site->noun), site->noun.from < f->to);
    } else if (from == FROM_BEFORE)
        site->subject = before_of(s, f, site->before);
    else if (f->kind == FIGURE_DURATION)
        site->subject = main_act(s, f);
    else if (site->carry == NO_FIGURE && f->kind != FIGURE_COUNT)
        site->subject =
            phrase_of_clause(s, k ? sites[k - 1].end : s->from, site->open ? site->open - 1 : f->from);
    if (from == FROM_BEFORE && f->kind == FIGURE_PERCENT && k > 0 && does(s, k, sites))
        site->subject = sites[k - 1].subject;
    if (f->kind == FIGURE_NUMBER && k + 1 < s->n) {
        Span next = of_next(s, k);
        if (!span_empty(next))
            site->subject = next;
    }
    if (k == 0 && f->kind != FIGURE_DURATION && site->carry == NO_FIGURE &&
        (span_empty(site->subject) || nothing_but_unit(f, site, from)))
        labelled(s, f, site);
    if (order->n && order->next > 1 && from == FROM_BEFORE)
        part_of_first(s, k, sites, k + 1 - order->next);
    site->of_noun = from == FROM_NOUN;
    site->end = f->to;
    if (site->base.to > site->end)
        site->end = site->base.to;
    if ((from == FROM_NOUN || is_counted(f, site)) && site->noun.to > site->end)
        site->end = site->noun.to;
}
