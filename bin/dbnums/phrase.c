/* SPDX-License-Identifier: ISC */
#include "phrase.h"

enum { LOOK_BACK = 80, JOIN = 16 }; /* tokens: longer phrases are not read whole */

bool phrase_owned(const Scene *s, size_t i)
{
    size_t end = scene_cue_end(s, s->begin[i - s->from]);
    return (scene_role(s, i) & ROLE_RISE) && scene_word(s, end, STR("của"));
}

/* "chiếm 79% | diện tích tự nhiên, …": what stands right behind a share is what it is a share of. */
static bool whole_of_share(const Scene *s, size_t i)
{
    uint32_t k = s->figure[i - 1 - s->from];
    return k && s->f[k - 1]->kind == FIGURE_PERCENT;
}

size_t phrase_said(const Scene *s, Span p)
{
    for (size_t i = p.to; i-- > p.from;)
        if ((s->role[i - s->from] & (ROLE_LINK | ROLE_NONE)) && scene_word(s, i, STR("rằng")))
            return i + 1;
        else if ((s->start[i - s->from] & ROLE_STOP) && i + 2 < p.to && scene_word(s, i + 1, STR("thấy")))
            return i + 2;
        else if (i + 1 < p.to && (s->start[i - s->from] & ROLE_DONE) && scene_cue_end(s, i) == i + 2 &&
                 scene_word(s, i, STR("cho")))
            return i + 2; /* cho biết */
    return p.from;
}

/* Does a comma at i join parts of one phrase: "nông, lâm nghiệp", "tỷ lệ học sinh, sinh viên …"? */
static bool joining(const Scene *s, size_t i, size_t from, size_t to)
{
    if (scene_inside_hit(s, i) || (scene_role(s, i) && s->begin[i - s->from] < i))
        return true; /* "cho vay nông nghiệp, nông thôn" */
    if (i + 1 >= to || (s->t[i + 1].flags & (TOKEN_CAP | TOKEN_UPPER)) == TOKEN_CAP ||
        (scene_start(s, i + 1) & (ROLE_HEAD | ROLE_LINK | ROLE_RISE | ROLE_AIM)) || scene_hit(s, i + 1) ||
        scene_time(s, i + 1))
        return false;
    for (size_t k = i; k-- > from;) {
        if (scene_break(s, k) || k + JOIN < i)
            return false;
        if (scene_covered(s, k) || scene_time(s, k))
            return false;
        if ((scene_role(s, k) & (ROLE_RISE | ROLE_SHARE | ROLE_HAVE | ROLE_BE)) && !scene_hit(s, k) &&
            !phrase_owned(s, k))
            return false;
        if ((scene_start(s, k) & ROLE_HEAD) && !(k > s->from && whole_of_share(s, k)))
            return !scene_behind(s, k, COUNTED_ASIDE) && /* "mặc dù | giá phân bón tăng, …" */
                   phrase_said(s, (Span){i, to}) == i; /* "về thu nhập, ông cho rằng | trang trại …" */
    }
    return false;
}

bool phrase_extreme(const Scene *s, size_t i)
{
    return scene_is(s, i, COUNTED_EXTREME) && scene_word(s, i + 1, STR("nhất"));
}

bool phrase_per_hectare(const Scene *s, const Figure *f)
{
    uint64_t n;
    return f->kind == FIGURE_MEASURE && str_eq(f->unit, STR("ha")) && decimal_uint(&f->value, &n) && n == 1 &&
           scene_word(s, f->from - 1, STR("trên"));
}

bool phrase_holds(const Scene *s, const Figure *f)
{
    return str_eq(f->unit, STR("tuổi")) ||
           (f->kind == FIGURE_DURATION && (f->mod == MOD_AT_LEAST || f->mod == MOD_AT_MOST)) ||
           phrase_per_hectare(s, f);
}

static bool held(const Scene *s, size_t i)
{
    uint32_t k = s->figure[i - s->from];
    return k && phrase_holds(s, s->f[k - 1]);
}

size_t phrase_begin(const Scene *s, size_t left, size_t to)
{
    size_t i = to;
    while (i > left) {
        size_t k = i - 1;
        if (scene_covered(s, k) && !held(s, k))
            break;
        if (s->t[k].type == TOKEN_MARK) {
            if (scene_mark(s, k, ',') && !joining(s, k, left, to))
                break;
            if (scene_break(s, k))
                break;
            if (scene_mark(s, k, ')')) { /* "(GRDP)" belongs to its phrase */
                while (k > left && !scene_mark(s, k, '('))
                    k--;
                i = k;
                continue;
            }
            if (scene_mark(s, k, '('))
                break;
        }
        i--;
    }
    return i;
}

static bool skip_front(const Scene *s, size_t i)
{
    if (scene_hit(s, i) && scene_hit(s, i)->from == i && !(scene_start(s, i) & ROLE_LINK))
        return false;
    return !(scene_start(s, i) & ROLE_HEAD) || !scene_hit(s, i);
}

static bool heads(const Scene *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (scene_head(s, i))
            return true;
    return false;
}

/* "(GRDP)", "(PAR Index)" */
static bool short_form(const Scene *s, size_t i, size_t to)
{
    return (i + 2 < to && scene_mark(s, i + 2, ')')) ||
           (i + 3 < to && scene_mark(s, i + 3, ')') && (s->t[i + 1].flags & TOKEN_UPPER));
}

/* "(GRDP)" stays, "(theo giá so sánh năm 2010)" goes; "một xã nghèo (huyện Ba Tơ) với | tỷ lệ hộ nghèo". */
enum { REST = 4 }; /* tokens */

static Span without_remark(const Scene *s, Span p)
{
    for (size_t i = p.from + 1; i < p.to; i++)
        if (scene_mark(s, i, '(') && !short_form(s, i, p.to)) {
            size_t behind = i;
            while (behind < p.to && !scene_mark(s, behind, ')'))
                behind++;
            bool name =
                (s->t[i - 1].flags & TOKEN_CAP) && behind + REST < p.to; /* "ông A (tổ 3) hỏi vì sao …" */
            for (size_t at = p.from; name && at < i; at++)
                name = !(scene_start(s, at) & ROLE_HEAD);
            if (behind + 1 < p.to && (name || !heads(s, p.from, i)))
                p.from = behind + 1;
            else
                p.to = i;
            break;
        }
    return p;
}

/* "so với cùng kỳ giảm 8 vụ", "thấp hơn kế hoạch 6,6 điểm phần trăm" */
static bool names_base(const Scene *s, Span p)
{
    for (size_t i = p.from; i < p.to && !scene_mark(s, i, ','); i++)
        if (scene_start(s, i) & (ROLE_YOY | ROLE_PREV | ROLE_PLAN | ROLE_TARGET))
            return true;
    return false;
}

/* Is the cue at i one of being more or less than: "cao hơn", "thấp hơn mức"? */
static bool than(const Scene *s, size_t i)
{
    for (size_t end = scene_cue_end(s, i); i < end; i++)
        if (scene_word(s, i, STR("hơn")))
            return true;
    return false;
}

/* Is the phrase, but for its first token, of words that tell no time? Asked without a branch, as most are. */
static bool of_words(const Scene *s, Span p)
{
    unsigned other = 0;
    for (size_t i = p.from + 1; i < p.to; i++)
        other |= s->t[i].type | (scene_holds(s, i) ? s->time[i - s->from] : 0);
    return !other;
}

/* Without words that lead into it, remarks and times. */
static Span without_lead(const Scene *s, Span p)
{
    while (p.from < p.to) {
        const Time *time = scene_time(s, p.from);
        uint32_t roles = scene_start(s, p.from);
        if (time)
            p.from = time->to;
        else if ((roles & ROLE_COMPARE) &&
                 (names_base(s, p) || than(s, p.from) || scene_cue_end(s, p.from) >= p.to))
            p.from = p.to; /* "so với cùng kỳ giảm 8 vụ": nothing but the base */
        else if ((roles & (ROLE_YOY | ROLE_PREV)) && !(roles & ROLE_HEAD) && !scene_hit(s, p.from))
            p.from = scene_cue_end(s, p.from); /* "(cùng kỳ năm trước | tăng 4,6%)" */
        else if (s->t[p.from].type == TOKEN_MARK && !scene_mark(s, p.from, '"'))
            p.from++;
        else if ((roles & ROLE_LINK) && !(roles & ROLE_HEAD) && skip_front(s, p.from))
            p.from = scene_cue_end(s, p.from);
        else if ((roles & ROLE_ADVERB) && !(roles & ROLE_HEAD) && !scene_hit(s, p.from))
            p.from = scene_cue_end(s, p.from);
        else
            break;
    }
    if (p.from > p.to)
        p.from = p.to;
    if (of_words(s, p))
        return p;
    p = without_remark(s, p);
    for (size_t i = p.from + 1; i < p.to; i++) {
        if (s->t[i].type == TOKEN_NUMBER && i > p.from + 1 && scene_behind(s, i, COUNTED_HOURS)) {
            p.to = i - 1; /* "giá tại chợ | sáng 3/5" */
            break;
        }
        if (scene_time(s, i)) { /* "doanh thu vận tải quý III của huyện" */
            if (heads(s, p.from, i) || !heads(s, scene_time(s, i)->to, p.to)) {
                p.to = i;
                break;
            }
            p.from = scene_time(s, i)->to; /* "tại thị xã tháng qua | số vụ cháy" */
            i = p.from;
        }
    }
    return p;
}

/* Without what is no part of it at its end. */
static Span without_end(const Scene *s, Span p)
{
    while (p.from < p.to) {
        size_t last = p.to - 1;
        const uint32_t loose = ROLE_ADVERB | ROLE_BOUND;
        size_t begin = s->begin[last - s->from];
        bool link = false, with = false; /* với, của, đối với */
        if (scene_role(s, last) & (ROLE_LINK | ROLE_NONE)) {
            with = scene_word(s, last, STR("với"));
            link = with ? last <= begin + 1
                        : (scene_role(s, last) & ROLE_LINK) && scene_cue_end(s, begin) == begin + 1;
        }
        bool whole = scene_hit(s, last) && !(with && phrase_measures(s, p));
        bool mark = s->t[last].type == TOKEN_MARK && !scene_mark(s, last, ')') && !scene_mark(s, last, '"');
        if (mark && s->t[last].n == 3)
            mark = false; /* ” */
        if (mark)
            p.to = last;
        else if (((scene_role(s, last) & loose) || link) && !whole && !(s->t[last].flags & TOKEN_CAP) &&
                 s->begin[last - s->from] > p.from)
            p.to = s->begin[last - s->from];
        else
            break;
    }
    return p;
}

Span phrase_trim(const Scene *s, Span p)
{
    return without_end(s, without_lead(s, p));
}

bool phrase_measures(const Scene *s, Span p)
{
    return !span_empty(p) && scene_head(s, p.from);
}

Span phrase_of_clause(const Scene *s, size_t left, size_t to)
{
    size_t from = to;
    while (from > left && to - from < LOOK_BACK && !scene_break(s, from - 1))
        from--;
    for (size_t i = to; i-- > from;) {
        if (!scene_head(s, i))
            continue;
        size_t end = scene_hit(s, i) ? scene_hit(s, i)->to : i + 1;
        while (end < to && !scene_covered(s, end) && !scene_mark(s, end, ',') &&
               !((scene_start(s, end) & (ROLE_BE | ROLE_RISE | ROLE_SHARE | ROLE_COMPARE)) &&
                 !scene_hit(s, end) && !(scene_role(s, end) & ROLE_NONE)))
            end++;
        Span p = phrase_trim(s, (Span){i, end});
        if (scene_hit(s, i) || scene_cue_end(s, i) < p.to) /* more than "mức" */
            return p;
    }
    return (Span){to, to};
}
