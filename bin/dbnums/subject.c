/* SPDX-License-Identifier: ISC */
#include "subject.h"

#include "from.h"

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

enum { TO_COMMA = 10, TO_ACT = 40, ACT = 9 }; /* tokens */

/* Does the main verb of a sentence on a meeting begin at token i: họp, tổ chức? */
static bool meets(const Scene *s, size_t i)
{
    const uint32_t roles = ROLE_HAVE | ROLE_LINK | ROLE_PLACES | ROLE_NONE | ROLE_BE | ROLE_STOP;
    return ((scene_start(s, i) & roles) == ROLE_HAVE && scene_cue_end(s, i) > i + 1) ||
           scene_word(s, i, STR("họp"));
}

/* "Trong 2 ngày 4 và 5/7, Huyện ủy | tổ chức Hội nghị lần thứ 3": what is done meanwhile. */
static Span main_act(const Scene *s, const Figure *f)
{
    size_t i = f->to, end = i + TO_ACT < s->to ? i + TO_ACT : s->to;
    if (f->from == s->from || !scene_word(s, f->from - 1, STR("Trong")))
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
               !scene_word(s, p.to, STR("dưới")))
            p.to++;
        return p;
    }
    return (Span){i, i};
}

/* Nothing but adverbs and marks: "đã bốn tuổi | vẫn | chưa đi học". */
static bool loose(const Scene *s, Span p)
{
    while (p.from < p.to && ((scene_role(s, p.from) & ROLE_ADVERB) || s->t[p.from].type == TOKEN_MARK) &&
           !scene_hit(s, p.from))
        p.from++;
    return p.from >= p.to;
}

/* "12 lớp | mới", "nhóm 10 tỉnh phát triển | khá", but "12 xã | mới đạt", "12 xã có | nhanh cũng …" */
static bool quality(const Scene *s, size_t to)
{
    return scene_behind(s, to, COUNTED_QUALITY) && !scene_word(s, to - 2, STR("có")) &&
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
    if (p.to > p.from + 1 && scene_word(s, p.to - 1, STR("cho")))
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

/* "9 | trong 11 cây cầu": what the whole counts. */
static Span of_next(const Scene *s, size_t k)
{
    Site next = {0};
    const Figure *f = s->f[k];
    if (s->f[k + 1]->kind != FIGURE_COUNT || s->f[k + 1]->from > f->to + 3 ||
        !scene_word(s, f->to, STR("trong")))
        return (Span){f->to, f->to};
    site_behind(s, k + 1, &next);
    return noun_trim(s, next.noun, true);
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

/* The phrase before a figure, where it is not right before it. */
static void set_before(const Scene *s, size_t k, Site *sites)
{
    const Figure *f = s->f[k];
    Site *site = &sites[k];
    if (!span_empty(site->before))
        return;
    if (str_eq(f->unit, STR("tuổi")))
        site->before = beside_comma(s, site);
    else if (figure_relative(f) && inside_phrase(s, k, sites))
        site->before = (Span){sites[k - 1].before.from, sites[k - 1].noun.to};
    else if (f->kind == FIGURE_PERCENT)
        site->before = over_age(s, k, sites);
}

/* A figure goes on with one before it. */
static void carry_on(const Scene *s, size_t k, Site *sites)
{
    const Figure *f = s->f[k];
    Site *site = &sites[k];
    long same = from_counted(f, site) && f->dir ? from_same_unit(s, k, sites) : NO_FIGURE;
    site->carry = same != NO_FIGURE ? same : (long)k - (k > 1 && sites[k - 1].nested ? 2 : 1);
    site->root = sites[site->carry].root;
    site->subject = named_before(s, k, sites);
    if (span_empty(site->subject) && phrase_extreme(s, site->verb))
        site->subject = without_extreme(s, sites[site->root].subject);
}

/* The subject of a figure that goes on with none. */
static Span own_subject(const Scene *s, size_t k, Site *sites, From from)
{
    const Figure *f = s->f[k];
    Site *site = &sites[k];
    if (from == FROM_NOUN) {
        if (site->noun.to == f->to + 2 && scene_word(s, f->to, STR("trở")))
            site->noun.to = f->to; /* "1.200 đảng viên | trở lên" */
        return noun_trim(s, without_next_verb(s, site->noun), site->noun.from < f->to);
    }
    if (from == FROM_BEFORE)
        return f->kind == FIGURE_PERCENT && k > 0 && does(s, k, sites) ? sites[k - 1].subject
                                                                       : before_of(s, f, site->before);
    if (f->kind == FIGURE_DURATION)
        return main_act(s, f);
    if (f->kind == FIGURE_COUNT)
        return site->subject;
    return phrase_of_clause(s, k ? sites[k - 1].end : s->from, site->open ? site->open - 1 : f->from);
}

void subject_find(const Scene *s, size_t k, Site *sites, Order *order)
{
    const Figure *f = s->f[k];
    Site *site = &sites[k];
    order_next(s, k, site, order);
    set_before(s, k, sites);
    From from = from_find(s, k, sites);
    site->root = (long)k;
    if (order_back(s, k, sites, order)) {
        from = FROM_NONE;
        site->root = sites[site->carry].root;
    } else if (from == FROM_CARRY) {
        carry_on(s, k, sites);
    } else {
        site->subject = own_subject(s, k, sites, from);
    }
    if (f->kind == FIGURE_NUMBER && k + 1 < s->n) {
        Span next = of_next(s, k);
        if (!span_empty(next))
            site->subject = next;
    }
    if (k == 0 && f->kind != FIGURE_DURATION && site->carry == NO_FIGURE &&
        (span_empty(site->subject) || nothing_but_unit(f, site, from)))
        labelled(s, f, site);
    if (from == FROM_BEFORE)
        order_first(s, k, sites, order);
    site->of_noun = from == FROM_NOUN;
    site->end = f->to;
    if (site->base.to > site->end)
        site->end = site->base.to;
    if ((from == FROM_NOUN || from_counted(f, site)) && site->noun.to > site->end)
        site->end = site->noun.to;
}
