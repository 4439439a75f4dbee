/* SPDX-License-Identifier: ISC */
/* What stands before a figure: its clause, the phrase and the verb. */
#include "site.h"

enum { LOOK_BACK = 80 }; /* tokens: longer phrases are not read whole */

void site_open(const Scene *s, size_t k, const Site *previous, Site *site)
{
    const Figure *f = s->f[k];
    *site = (Site){.left = s->from, .carry = NO_FIGURE, .verb = f->from};
    if (previous) {
        site->left = previous->end < f->from ? previous->end : f->from;
        if (phrase_holds(s, s->f[k - 1]))
            site->left = previous->left;
        site->clause = previous->clause;
        site->open = previous->open;
    }
    size_t from = previous ? s->f[k - 1]->to : s->from;
    for (size_t i = from; i < f->from; i++) {
        site->parts |= scene_start(s, i);
        char mark = s->t[i].mark;
        if (!mark || mark == ',')
            continue;
        if (mark == '(')
            site->open = i + 1;
        else if (mark == ')')
            site->open = 0;
        else if (mark != ':' && scene_break(s, i) && !site->open && i + 1 < f->from)
            site->clause++;
    }
    if (site->open > site->left)
        site->left = site->open;
    if (site->left > f->from)
        site->left = f->from;
    if (f->from - site->left > LOOK_BACK)
        site->left = f->from - LOOK_BACK;
}

/* "du lịch | tăng trưởng 33%": the phrase of growth as the verb of something else. */
static bool grows(const Scene *s, size_t k, size_t i)
{
    const Hit *hit = scene_hit(s, i);
    return s->f[k]->dir && hit && hit->to == i + 1 && (scene_role(s, i) & ROLE_RISE) &&
           s->begin[i - s->from] == hit->from && hit->from > s->from;
}

/* A word that may stand between a phrase and its figure; gives where its cue begins. */
static bool linking(const Scene *s, size_t left, size_t i, size_t *begin)
{
    const uint32_t roles = ROLE_BE | ROLE_RISE | ROLE_BOUND | ROLE_ADVERB | ROLE_ORDER | ROLE_SHARE;
    const Hit *hit = scene_hit(s, i);
    bool old = hit && hit->from < left; /* of the figure before: "9 chỉ tiêu đạt trên | 70%" */
    uint32_t role = scene_role(s, i);
    if (!(role & roles))
        return false;
    if (hit && !old && (hit->to > i + 1 || hit->from < i || !(role & (ROLE_BE | ROLE_RISE))))
        return false;
    *begin = s->begin[i - s->from];
    bool own =
        (role & ROLE_ADVERB) && scene_hit(s, *begin) && scene_hit(s, *begin)->to == *begin + 1; /* có nơi */
    while (!old && !own && *begin < i && scene_hit(s, *begin)) /* "GRDP bình quân | đạt" */
        ++*begin;
    return true;
}

/* "Tỷ lệ che phủ rừng: 48%", but not "Nghệ An: 21 tỷ đồng" */
static bool colon_tells(const Scene *s, size_t left, size_t colon)
{
    for (size_t i = colon; i-- > left && !scene_break(s, i) && !scene_covered(s, i);)
        if (scene_head(s, i))
            return true;
    return false;
}

/* From the figure back over verb, bound, adverb and time: where the phrase before them ends. */
static size_t verb_begin(const Scene *s, size_t k, Site *site)
{
    size_t i = s->f[k]->from;
    while (i > site->left) {
        size_t begin = i - 1;
        const Time *time = scene_time(s, i - 1);
        if (scene_covered(s, i - 1))
            break;
        if (time) {
            i = time->from > site->left ? time->from : site->left;
            continue;
        }
        if (scene_mark(s, i - 1, ',') && i < s->f[k]->from && scene_time(s, i)) {
            i--;
            continue;
        }
        if (scene_mark(s, i - 1, ':') && s->f[k]->kind != FIGURE_DURATION &&
            colon_tells(s, site->left, i - 1)) {
            site->told = true;
            site->verbs |= ROLE_BE; /* "Tỷ lệ che phủ rừng: 48%" */
            i--;
            continue;
        }
        if (grows(s, k, i - 1)) {
            begin = scene_hit(s, i - 1)->from;
            site->grows = (Span){begin, i};
        } else if (!linking(s, site->left, i - 1, &begin)) {
            break;
        }
        site->verbs |= scene_role(s, i - 1);
        site->told |= (scene_role(s, i - 1) & (ROLE_BE | ROLE_RISE | ROLE_SHARE)) &&
                      !(scene_role(s, i - 1) & ROLE_HAVE);
        i = begin > site->left ? begin : site->left;
    }
    return i;
}

/* "khu vực | có vốn đầu tư nước ngoài": no head, as it is part of a longer phrase. */
static bool guarded(const Scene *s, size_t i)
{
    bool after_cap =
        i > s->from && (s->t[i].flags & s->t[i - 1].flags & TOKEN_CAP) && s->t[i - 1].type == TOKEN_WORD;
    if (after_cap && (i < s->from + 2 || !(s->t[i - 2].flags & TOKEN_CAP)))
        return true; /* "Sở | Nông nghiệp và Môi trường" */
    if (!(scene_role(s, i) & ROLE_NONE))
        return false;
    const Hit *hit = scene_hit(s, i);
    return s->begin[i - s->from] < i || (hit && hit->to == i + 1 && scene_cue_end(s, i) > hit->to);
}

/* "đại biểu | đề nghị làm rõ việc giải ngân …": a noun that is counted heads nothing where another head
 * follows. */
static bool counted_only(const Scene *s, size_t i)
{
    const Hit *hit = scene_hit(s, i);
    return hit && !(scene_start(s, i) & ROLE_HEAD) && i + scene_noun(s, i) == hit->to;
}

static bool heads_well(const Scene *s, size_t i)
{
    const Hit *hit = scene_hit(s, i);
    return (scene_start(s, i) & ROLE_HEAD) || (hit && hit->to > hit->from + 2);
}

enum { VERB = 2 }; /* tokens */

/* "khai thác | thủy sản": do two plain words lead to an indicator's phrase? */
static bool plain_verb(const Scene *s, size_t from, size_t head)
{
    if (head != from + VERB || (scene_start(s, head) & ROLE_HEAD))
        return false;
    for (size_t i = from; i < head; i++)
        if (scene_role(s, i) || s->t[i].type != TOKEN_WORD || (i > from && (s->t[i].flags & TOKEN_CAP)))
            return false;
    return true;
}

/* From the first word that heads something measured on: "Đảng bộ tỉnh nâng | tổng số đảng viên"; a head that
 * is the object of a verb comes before any other: "khu vực Mường Bi có | diện tích tự nhiên". False when
 * there is no head. */
static bool from_head(const Scene *s, Span *of)
{
    const Span p = *of;
    size_t first = p.to;
    bool person = false;
    for (size_t i = p.from; i < p.to; i++) {
        if (!scene_head(s, i) || guarded(s, i))
            continue;
        if (first == p.to || (person && heads_well(s, i))) {
            first = i;
            person = counted_only(s, i);
        }
        uint32_t verb = i > p.from ? scene_role(s, i - 1) : 0;
        if ((verb & ROLE_HAVE) && !(verb & ROLE_BOUND) &&
            ((verb & ROLE_BE) || scene_word(s, i - 1, STR("với")))) {
            first = i;
            break;
        }
    }
    if (first < p.to && !plain_verb(s, p.from, first))
        of->from = first;
    return first < p.to;
}

/* "mỗi hộ xây mới | được hỗ trợ | 60 triệu đồng": where an act at the end of a phrase begins that is done to
 * what stands before; the phrase's end when there is none. Not "được vay". */
static size_t done_to(const Scene *s, Span p)
{
    size_t act = p.to > p.from ? s->begin[p.to - 1 - s->from] : 0;
    if (act < p.from + 2 || !(s->start[act - s->from] & ROLE_ACT) ||
        !(s->start[act - s->from] & ROLE_ALLOT) || !scene_word(s, act - 1, STR("được")))
        return p.to;
    return act - 1;
}

/* "việc này quan trọng vì | mỗi gia đình sinh | 2 con" */
static bool conjunction(const Scene *s, size_t i)
{
    return (scene_start(s, i) & (ROLE_STOP | ROLE_HAVE | ROLE_NONE)) == ROLE_STOP &&
           scene_is(s, i, COUNTED_CLAUSE);
}

/* Without a head: behind the last verb that takes an object, and without who does it. */
static Span from_verb(const Scene *s, Span p)
{
    for (size_t i = p.from; (s->parts & ROLE_ACT) && i < p.to; i++)
        if (scene_start(s, i) & ROLE_ACT) {
            size_t to = done_to(s, p);
            if (to < i) {
                p.to = to;
                if (scene_start(s, p.from) & ROLE_BOUND)
                    p.from = scene_cue_end(s, p.from); /* mỗi */
            } else {
                p.from = i; /* "tỉnh | hỗ trợ tiếp cho Phước Long" */
            }
            return p;
        }
    p.from = phrase_said(s, p);
    for (size_t i = p.to; i-- > p.from;)
        if (i + 1 < p.to && conjunction(s, i)) {
            p.from = i + 1;
            break;
        }
    for (size_t i = p.to; i-- > p.from;)
        if ((scene_start(s, i) & ROLE_HAVE) && !scene_hit(s, i)) {
            if (i == p.from && scene_cue_end(s, i) == p.to && p.to > i + 1 &&
                (scene_role(s, p.to) & ROLE_RISE))
                return p; /* "công nghiệp tăng 16%, | xây dựng tăng 12%" */
            p.from = scene_cue_end(s, i);
            break;
        }
    if (p.from < p.to && (scene_start(s, p.from) & ROLE_PLACES)) {
        size_t end = scene_cue_end(s, p.from);
        p.from = end <= p.to ? end : p.to;
    }
    return p;
}

/* "thu thuế giữ được nhịp tăng và | giải ngân vốn vay": the first part has had its verb. */
static Span after_and(const Scene *s, Span p, bool order)
{
    const uint32_t plans = ROLE_PLAN | ROLE_TARGET | ROLE_AIM;
    bool over = false, rate = !order && p.from + 1 < p.to && scene_word(s, p.from + 1, STR("lệ"));
    if (!rate && !(s->parts & plans))
        return p;
    for (size_t i = p.from; i + 1 < p.to; i++) {
        over |= (scene_start(s, i) & plans) && !scene_hit(s, i);
        bool same = rate && s->t[i + 1].word == s->t[p.from].word; /* "tỷ lệ xã … và | tỷ lệ hộ …" */
        if ((over | same) && scene_word(s, i, STR("và")) && scene_head(s, i + 1))
            p.from = i + 1;
    }
    return p;
}

/* "thu ngân sách | vượt dự toán" */
static bool meets_plan(const Scene *s, size_t i)
{
    const Hit *hit = scene_hit(s, i);
    return (scene_start(s, i) & ROLE_BE) && (!hit || hit->from == i) &&
           (scene_start(s, scene_cue_end(s, i)) & (ROLE_PLAN | ROLE_TARGET));
}

/* "lúa thu đông | đã xuống giống" */
static bool done_at(const Scene *s, size_t i)
{
    return (scene_start(s, i) & ROLE_DONE) && scene_word(s, i, STR("đã"));
}

/* A verb inside the phrase ends it: "tỷ lệ hộ nghèo | giảm mạnh còn". */
static Span until_verb(const Scene *s, Span p, bool told)
{
    p.to = done_to(s, p);
    for (size_t i = p.from + 1; i < p.to; i++)
        if (((scene_start(s, i) & (ROLE_RISE | ROLE_SHARE)) && !(scene_role(s, i) & ROLE_NONE) &&
             !scene_hit(s, i) && !(scene_start(s, i) & ROLE_HAVE) && !phrase_owned(s, i)) ||
            meets_plan(s, i) || (!told && done_at(s, i))) {
            p.to = i;
            break;
        }
    return p;
}

/* "phân bổ vốn vay cho các dự án … số tiền | 195 tỷ đồng" */
static Span amount_head(const Scene *s, size_t k, Span p)
{
    size_t last = p.to > p.from ? s->begin[p.to - 1 - s->from] : 0;
    bool counted = last > p.from && (scene_role(s, last - 1) & ROLE_NUMBER); /* "tổng số | thu" is one */
    bool amount = s->f[k]->kind == FIGURE_MONEY || s->f[k]->kind == FIGURE_MEASURE;
    if (amount && last > p.from && !(scene_role(s, last - 1) & ROLE_COMPARE) && !counted &&
        (scene_start(s, last) & ROLE_HEAD) &&
        !scene_word(s, p.to - 1, STR("sách")) && /* "dự phòng ngân sách" is one */
        !scene_inside_hit(s, last) && scene_cue_end(s, last) == p.to)
        p.from = last;
    return p;
}

/* "… khi chi sai nguồn với | số tiền | 7 tỷ đồng", "… với | diện tích | 64 ha" */
static Span sum_named(const Scene *s, size_t k, Span p)
{
    Span head = amount_head(s, k, p);
    if (head.from == p.from || scene_word(s, p.to - 1, STR("tiền")))
        return head;
    bool with = scene_word(s, head.from - 1, STR("với"));
    return with && s->f[k]->kind == FIGURE_MEASURE ? head : p;
}

static bool is_rank(const Scene *s, size_t from, size_t to)
{
    while (from < to && !scene_is(s, from, COUNTED_PLACING))
        from++;
    return from < to;
}

/* "tai nạn giao thông | xảy ra": the verb that the figure is the object of. */
static Span without_verb(const Scene *s, Span p)
{
    size_t last = p.to > p.from ? s->begin[p.to - 1 - s->from] : 0;
    bool cut = last > p.from && (scene_role(s, last) & ROLE_BE) && scene_cue_end(s, last) > p.to;
    Str word = token_str(s->text, &s->t[last]);
    if (cut && (str_eq(word, STR("giảm")) || str_eq(word, STR("tăng"))))
        p.to = last; /* "hộ nghèo | giảm còn | 22 hộ" */
    while (p.to > p.from + 1 && phrase_measures(s, p)) {
        size_t begin = s->begin[p.to - 1 - s->from];
        uint32_t roles = scene_role(s, p.to - 1);
        if (!(roles & ROLE_HAVE) || !(roles & ROLE_STOP) ||
            (roles & (ROLE_LINK | ROLE_PLACES | ROLE_HEAD | ROLE_NONE)) || begin <= p.from ||
            scene_hit(s, p.to - 1) || scene_hit(s, begin))
            break;
        p.to = begin;
    }
    return p;
}

/* "năng suất lúa bình quân | đạt": a mean right behind what is measured belongs to it. */
static Span with_mean(const Scene *s, Span p, size_t to)
{
    if (!phrase_measures(s, p) || p.to + 1 >= to)
        return p;
    Str first = token_str(s->text, &s->t[p.to]), second = token_str(s->text, &s->t[p.to + 1]);
    size_t end = p.to + 2;
    if (!(str_eq(first, STR("bình")) && str_eq(second, STR("quân"))) &&
        !(str_eq(first, STR("trung")) && str_eq(second, STR("bình"))) && !phrase_extreme(s, p.to))
        return p;
    while (end < to && scene_time(s, end))
        end = scene_time(s, end)->to;
    if (end >= to || !(scene_role(s, end) & ROLE_RISE))
        p.to += 2;
    return p;
}

/* What grows; of a place or nobody the economy: "Sơn La nỗ lực | tăng trưởng 9%". */
static Span who_grows(const Scene *s, const Site *site)
{
    Span p = site->before;
    while (p.to > p.from && (scene_role(s, p.to - 1) & (ROLE_AIM | ROLE_FORECAST | ROLE_ADVERB)))
        p.to = s->begin[p.to - 1 - s->from];
    if (p.to == p.from + 1 && (scene_start(s, p.from) & ROLE_STOP))
        return site->grows; /* thì */
    bool name = p.to > p.from + 1 && (s->t[p.from].flags & s->t[p.from + 1].flags & TOKEN_CAP);
    return p.to <= p.from || name ? site->grows : p;
}

void site_before(const Scene *s, size_t k, const Site *previous, Site *site)
{
    site->verb = verb_begin(s, k, site);
    site->rank = is_rank(s, site->verb, s->f[k]->from);
    Span p = {phrase_begin(s, site->left, site->verb), site->verb};
    p = phrase_trim(s, sum_named(s, k, p));
    if (!phrase_measures(s, p) && !from_head(s, &p))
        p = from_verb(s, p);
    site->before = phrase_trim(s, amount_head(s, k,
                                              until_verb(s, after_and(s, p, site->verbs & ROLE_ORDER),
                                                         site->told || s->f[k]->kind == FIGURE_DURATION)));
    site->before = without_verb(s, site->before);
    size_t first = site->before.from;
    bool changes = s->f[k]->dir || (first > s->from && (scene_role(s, first - 1) & ROLE_RISE));
    if (!changes)
        site->before = with_mean(s, site->before, s->f[k]->from);
    if (!span_empty(site->grows))
        site->before = who_grows(s, site);
    site->nested = previous && previous->noun.to > s->f[k]->from;
}
