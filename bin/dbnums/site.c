/* SPDX-License-Identifier: ISC */
#include "site.h"

enum { LOOK_BACK = 80, LOOK_AHEAD = 40, JOIN = 16 }; /* tokens: longer phrases are not read whole */

static bool covered(const Scene *s, size_t i)
{
    return s->figure[i - s->from] != 0;
}

/* Is token i inside an indicator phrase that goes on before it? */
static bool inside_hit(const Scene *s, size_t i)
{
    const Hit *h = scene_hit(s, i);
    return h && h->from < i && i < h->to;
}

void site_open(const Scene *s, size_t k, const Site *previous, Site *site)
{
    const Figure *f = s->f[k];
    *site = (Site){.left = s->from, .carry = NO_FIGURE, .verb = f->from};
    if (previous) {
        site->left = previous->end < f->from ? previous->end : f->from;
        if (str_eq(s->f[k - 1]->unit, STR("tuổi")))
            site->left = previous->left;
        site->clause = previous->clause;
        site->open = previous->open;
    }
    size_t from = previous ? s->f[k - 1]->to : s->from;
    for (size_t i = from; i < f->from; i++) {
        if (s->t[i].type != TOKEN_MARK)
            continue;
        if (scene_mark(s, i, '('))
            site->open = i + 1;
        else if (scene_mark(s, i, ')'))
            site->open = 0;
        else if (scene_break(s, i) && !site->open && i + 1 < f->from && !scene_mark(s, i, ':'))
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
    while (!old && *begin < i && scene_hit(s, *begin)) /* "GRDP bình quân | đạt" */
        ++*begin;
    return true;
}

/* "Tỷ lệ che phủ rừng: 48%", but not "Nghệ An: 21 tỷ đồng" */
static bool colon_tells(const Scene *s, size_t left, size_t colon)
{
    for (size_t i = colon; i-- > left && !scene_break(s, i) && !covered(s, i);)
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
        if (covered(s, i - 1))
            break;
        if (time) {
            i = time->from > site->left ? time->from : site->left;
            continue;
        }
        if (scene_mark(s, i - 1, ',') && i < s->f[k]->from && scene_time(s, i)) {
            i--;
            continue;
        }
        if (scene_mark(s, i - 1, ':') && colon_tells(s, site->left, i - 1)) {
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

/* "hàng hóa dự trữ tăng thêm | của hệ thống": no verb. */
static bool owned(const Scene *s, size_t i)
{
    size_t end = scene_cue_end(s, s->begin[i - s->from]);
    return (scene_role(s, i) & ROLE_RISE) && end < s->to &&
           str_eq(token_str(s->text, &s->t[end]), STR("của"));
}

/* Does a comma at i join parts of one phrase: "nông, lâm nghiệp", "tỷ lệ học sinh, sinh viên …"? */
static bool joining(const Scene *s, size_t i, size_t from, size_t to)
{
    if (inside_hit(s, i))
        return true;
    if (i + 1 >= to || (s->t[i + 1].flags & (TOKEN_CAP | TOKEN_UPPER)) == TOKEN_CAP ||
        (scene_start(s, i + 1) & (ROLE_HEAD | ROLE_LINK | ROLE_RISE | ROLE_AIM)) || scene_hit(s, i + 1) ||
        scene_time(s, i + 1))
        return false;
    for (size_t k = i; k-- > from;) {
        if (scene_break(s, k) || k + JOIN < i)
            return false;
        if (covered(s, k) || scene_time(s, k))
            return false;
        if ((scene_role(s, k) & (ROLE_RISE | ROLE_SHARE | ROLE_HAVE | ROLE_BE)) && !scene_hit(s, k) &&
            !owned(s, k))
            return false;
        if (scene_start(s, k) & ROLE_HEAD)
            return true;
    }
    return false;
}

/* "tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng": an age inside a phrase. */
static bool ages(const Scene *s, size_t i)
{
    uint32_t k = s->figure[i - s->from];
    return k && str_eq(s->f[k - 1]->unit, STR("tuổi"));
}

/* Where a phrase that ends at `to` begins. */
static size_t phrase_begin(const Scene *s, size_t left, size_t to)
{
    size_t i = to;
    while (i > left) {
        size_t k = i - 1;
        if (covered(s, k) && !ages(s, k))
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

/* "(GRDP)" stays, "(theo giá so sánh năm 2010)" goes. */
static Span without_remark(const Scene *s, Span p)
{
    for (size_t i = p.from + 1; i < p.to; i++)
        if (scene_mark(s, i, '(') && !(i + 2 < p.to && scene_mark(s, i + 2, ')'))) {
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

Span phrase_trim(const Scene *s, Span p)
{
    while (p.from < p.to) {
        const Time *time = scene_time(s, p.from);
        uint32_t roles = scene_start(s, p.from);
        if (time)
            p.from = time->to;
        else if ((roles & ROLE_COMPARE) &&
                 (names_base(s, p) ||
                  str_eq(token_str(s->text, &s->t[scene_cue_end(s, p.from) - 1]), STR("hơn"))))
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
    p = without_remark(s, p);
    for (size_t i = p.from + 1; i < p.to; i++)
        if (scene_time(s, i)) { /* "doanh thu vận tải quý III của huyện" */
            if (heads(s, p.from, i) || !heads(s, scene_time(s, i)->to, p.to)) {
                p.to = i;
                break;
            }
            p.from = scene_time(s, i)->to; /* "tại thị xã tháng qua | số vụ cháy" */
            i = p.from;
        }
    while (p.from < p.to) {
        size_t last = p.to - 1;
        const uint32_t loose = ROLE_ADVERB | ROLE_BOUND;
        size_t begin = s->begin[last - s->from];
        bool link = (scene_role(s, last) & ROLE_LINK) && scene_cue_end(s, begin) == begin + 1; /* với, của */
        bool mark = s->t[last].type == TOKEN_MARK && !scene_mark(s, last, ')') && !scene_mark(s, last, '"');
        if (mark && s->t[last].n == 3)
            mark = false; /* ” */
        if (mark)
            p.to = last;
        else if (((scene_role(s, last) & loose) || link) && !scene_hit(s, last) &&
                 !(s->t[last].flags & TOKEN_CAP) && s->begin[last - s->from] > p.from)
            p.to = s->begin[last - s->from];
        else
            break;
    }
    return p;
}

bool phrase_measures(const Scene *s, Span p)
{
    return !span_empty(p) && scene_head(s, p.from);
}

/* From the first word that heads something measured on: "Đảng bộ tỉnh nâng | tổng số đảng viên"; a head that
 * is the object of a verb comes before any other: "khu vực Mường Bi có | diện tích tự nhiên". */
static Span from_head(const Scene *s, Span p)
{
    size_t first = p.to;
    for (size_t i = p.from; i < p.to; i++) {
        if (!scene_head(s, i))
            continue;
        if (first == p.to)
            first = i;
        if (i > p.from && (scene_role(s, i - 1) & ROLE_HAVE) &&
            (scene_role(s, i - 1) & (ROLE_BE | ROLE_LINK))) {
            first = i;
            break;
        }
    }
    if (first < p.to)
        p.from = first;
    return p;
}

/* Without a head: behind the last verb that takes an object, and without who does it. */
static Span from_verb(const Scene *s, Span p)
{
    for (size_t i = p.from; i < p.to; i++)
        if (scene_start(s, i) & ROLE_ACT) {
            p.from = i; /* "tỉnh | hỗ trợ tiếp cho Phước Long" */
            return p;
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
static Span after_and(const Scene *s, Span p)
{
    bool over = false;
    for (size_t i = p.from; i + 1 < p.to; i++) {
        over |= (scene_start(s, i) & (ROLE_PLAN | ROLE_TARGET | ROLE_AIM)) && !scene_hit(s, i);
        if (over && str_eq(token_str(s->text, &s->t[i]), STR("và")) && scene_head(s, i + 1))
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

/* A verb inside the phrase ends it: "tỷ lệ hộ nghèo | giảm mạnh còn". */
static Span until_verb(const Scene *s, Span p)
{
    for (size_t i = p.from + 1; i < p.to; i++)
        if (((scene_start(s, i) & (ROLE_RISE | ROLE_SHARE)) && !(scene_role(s, i) & ROLE_NONE) &&
             !scene_hit(s, i) && !(scene_start(s, i) & ROLE_HAVE) && !owned(s, i)) ||
            meets_plan(s, i)) {
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
    if (s->f[k]->kind == FIGURE_MONEY && last > p.from && !counted && (scene_start(s, last) & ROLE_HEAD) &&
        !inside_hit(s, last) && scene_cue_end(s, last) == p.to)
        p.from = last;
    return p;
}

static bool is_rank(const Scene *s, size_t from, size_t to)
{
    static const char *const words[] = {"thứ", "hạng", "xếp", "đứng", "bậc"};
    for (size_t i = from; i < to; i++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (str_is(token_str(s->text, &s->t[i]), words[k]))
                return true;
    return false;
}

/* "tai nạn giao thông | xảy ra": the verb that the figure is the object of. */
static Span without_verb(const Scene *s, Span p)
{
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
        !(str_eq(first, STR("trung")) && str_eq(second, STR("bình"))))
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
    p = phrase_trim(s, p);
    if (!phrase_measures(s, p)) {
        Span head = from_head(s, p);
        p = head.from > p.from || phrase_measures(s, head) ? head : from_verb(s, p);
    }
    site->before = phrase_trim(s, amount_head(s, k, until_verb(s, after_and(s, p))));
    site->before = without_verb(s, site->before);
    size_t first = site->before.from;
    bool changes = s->f[k]->dir || (first > s->from && (scene_role(s, first - 1) & ROLE_RISE));
    if (!changes)
        site->before = with_mean(s, site->before, s->f[k]->from);
    if (!span_empty(site->grows))
        site->before = who_grows(s, site);
    site->nested = previous && previous->noun.to > s->f[k]->from;
}

/* First token of the counted noun in a figure's raw. */
static size_t noun_begin(const Scene *s, const Figure *f)
{
    size_t i = f->to;
    for (size_t k = f->from; k < f->to; k++)
        if (f->kind != FIGURE_RATIO && scene_mark(s, k, '/') && i < f->to)
            break; /* "35 giường bệnh/10.000 dân" */
        else if (s->t[k].type == TOKEN_NUMBER)
            i = k + 1;
    if (i == f->to && f->from < f->to && s->t[f->from].type == TOKEN_WORD)
        i = f->from; /* in words: "hai mươi lăm xã" */
    while (i + 1 < f->to && (scene_role(s, i) & ROLE_NUMERAL))
        i++;
    return i < f->to ? i : f->to;
}

/* "Bí thư, Chủ tịch UBND cấp xã" */
static bool titles(const Scene *s, size_t noun, size_t comma)
{
    return comma <= noun + 3 && (s->t[noun].flags & TOKEN_CAP) && (s->t[comma + 1].flags & TOKEN_CAP);
}

/* "36 tổ chức, cá nhân", "98% trường học, trạm y tế;": a noun with little behind it. */
static bool noun_follows(const Scene *s, size_t i)
{
    size_t end = i + scene_noun(s, i);
    if (end == i)
        return false;
    for (size_t k = end; k <= end + 1; k++)
        if (k >= s->to || s->t[k].type == TOKEN_MARK || (scene_start(s, k) & (ROLE_STOP | ROLE_ADVERB)))
            return true;
    return false;
}

/* Do the words behind a comma go on with a list of nouns: "155 xã, phường, thị trấn", "chi bộ, đảng bộ cơ
 * sở", "hộ nghèo, hộ cận nghèo", "lãnh đạo, quản lý"? */
static bool list_goes_on(const Scene *s, size_t noun, size_t comma)
{
    if (comma <= noun)
        return false;
    size_t i = comma + 1;
    if (i >= s->to || covered(s, i) || scene_time(s, i) || s->t[i].type != TOKEN_WORD)
        return false;
    if (inside_hit(s, comma) || (scene_role(s, comma) && s->begin[comma - s->from] < comma))
        return true; /* one phrase: "cán bộ, chiến sĩ" */
    bool same = token_str(s->text, &s->t[i]).n == token_str(s->text, &s->t[noun]).n && s->t[i].word &&
                s->t[i].word == s->t[noun].word;
    if ((scene_start(s, i) & ROLE_NONE) && !(scene_start(s, i) & ROLE_PLACES))
        return false; /* "một số …" */
    if (!same && !(scene_start(s, i) & ROLE_PLACES) && !titles(s, noun, comma) && !noun_follows(s, i))
        return false;
    for (size_t k = i; k < s->to && k < i + LOOK_AHEAD; k++) {
        if (covered(s, k))
            return false; /* another figure's words: "51 doanh nghiệp, giải thể 20 doanh nghiệp" */
        if (s->t[k].type == TOKEN_MARK)
            break;
    }
    return true;
}

/* Does what tells which communes are counted hold figure k + 1: their criteria? */
static bool counts_criteria(const Scene *s, size_t k)
{
    return k + 1 < s->n && str_eq(s->f[k]->unit, STR("xã")) && str_eq(s->f[k + 1]->unit, STR("tiêu chí"));
}

/* Is a count what its sentence speaks of, with the verb behind it: "Hai địa phương | đã ký …"? */
static bool subject_position(const Scene *s, size_t k, const Site *site)
{
    size_t i = s->f[k]->from;
    if (s->f[k]->kind != FIGURE_COUNT || site->open)
        return false;
    if (i > s->from && s->t[i].type == TOKEN_WORD && (scene_mark(s, i - 1, ',') || scene_break(s, i - 1)))
        return k == 0 || s->f[k - 1]->to + 3 < i; /* "…, hai địa phương | đẩy mạnh liên kết" */
    return k == 0 && (i == s->from || (scene_mark(s, i - 1, ',') && i > s->from + 1 && scene_time(s, i - 2)));
}

static bool suffers(const Scene *s, size_t i)
{
    Str w = token_str(s->text, &s->t[i]);
    return str_eq(w, STR("bị")) || str_eq(w, STR("được"));
}

/* The noun phrase behind a figure while it is read. */
typedef struct {
    const Scene *s;
    size_t k, from; /* the figure; the phrase's first token */
    size_t i, limit;
    size_t next;  /* where the next figure begins */
    bool subject; /* the sentence speaks of it */
} Walk;

/* At the next figure: does the phrase go on through it? */
static bool through_figure(Walk *w)
{
    const Scene *s = w->s;
    const Hit *hit = scene_hit(s, w->i);
    w->next = s->to;
    if (hit && hit->from < w->i) { /* "thôn đạt 14 tiêu chí nông thôn mới" */
        w->i = hit->to;
        return true;
    }
    if (counts_criteria(s, w->k)) { /* "thôn đạt từ 12 - 13 tiêu chí nông thôn mới" */
        w->i = s->f[w->k + 1]->to;
        return true;
    }
    while (w->i > s->f[w->k]->to &&
           (scene_role(s, w->i - 1) & (ROLE_BE | ROLE_BOUND | ROLE_ADVERB | ROLE_RISE)))
        w->i--;
    return false;
}

/* At a bracket: does the phrase go on behind it, or begin there: "15 năm (2002 - 2017) | thực hiện Nghị
 * quyết"? */
static bool through_bracket(Walk *w)
{
    const Scene *s = w->s;
    const Figure *f = s->f[w->k];
    size_t inside = w->i + 1, close = w->i;
    while (close < w->limit && !scene_mark(s, close, ')') && close != w->next)
        close++;
    if (close >= w->limit || close == w->next)
        return false;
    bool dates = scene_time(s, inside) || (f->kind == FIGURE_DURATION && s->t[inside].type == TOKEN_NUMBER);
    if (dates && w->i > f->to)
        return false;
    w->i = close + 1;
    if (dates)
        w->from = w->i;
    return true;
}

/* Do words begin here that are no more of the phrase? */
static bool ends_noun(const Walk *w)
{
    const Scene *s = w->s;
    const Figure *f = s->f[w->k];
    uint32_t roles = scene_start(s, w->i);
    if (f->kind == FIGURE_MEASURE && suffers(s, w->i))
        return true; /* "480 ha rau màu | bị ngập" */
    if (f->kind == FIGURE_DURATION && w->i == f->to && s->t[w->i].type == TOKEN_NUMBER)
        return true; /* "2 ngày | 14 - 15/5" */
    if (f->kind == FIGURE_DURATION && ((roles & ROLE_ADVERB) || ((roles & ROLE_BE) && (roles & ROLE_HAVE))))
        return true; /* "4 năm thực hiện Chỉ thị 05 | có nhiều kết quả" */
    if (w->subject && (roles & (ROLE_ADVERB | ROLE_AIM)) && !scene_hit(s, w->i))
        return true;
    return (roles & ROLE_STOP) && !(roles & ROLE_NONE) && !inside_hit(s, w->i);
}

/* A step through the phrase; false at its end. */
static bool read_on(Walk *w)
{
    const Scene *s = w->s;
    if (w->i == w->next)
        return through_figure(w);
    if (scene_time(s, w->i))
        return false;
    bool comma = scene_mark(s, w->i, ',');
    if (scene_mark(s, w->i, '('))
        return through_bracket(w);
    if (comma ? !list_goes_on(s, w->from, w->i) : scene_mark(s, w->i, ')') || scene_break(s, w->i))
        return false;
    if (!comma && ends_noun(w))
        return false;
    w->i++;
    return true;
}

/* The first token of the noun behind a figure, which for a count is in its raw. */
static size_t noun_from(const Scene *s, const Figure *f, Site *site)
{
    if (str_eq(f->unit, STR("con")) && f->to < s->to && s->t[f->to].type == TOKEN_WORD)
        return f->to; /* "500 con | lợn" */
    if (f->kind == FIGURE_PERCENT && f->to + 1 < s->to &&
        str_eq(token_str(s->text, &s->t[f->to]), STR("về")) && scene_head(s, f->to + 1)) {
        site->about = true;
        return f->to + 1;
    }
    return f->kind == FIGURE_COUNT || f->kind == FIGURE_RATIO ? noun_begin(s, f) : f->to;
}

/* Where a rate begins in the raw of a figure: "15 bác sĩ | /vạn dân"; `to` for none. */
static size_t before_rate(const Scene *s, const Figure *f, size_t from, size_t to)
{
    if (f->unit.n && memchr(f->unit.p, '/', f->unit.n))
        for (size_t slash = from + 1; slash < f->to; slash++)
            if (scene_mark(s, slash, '/'))
                return slash;
    return to;
}

void site_behind(const Scene *s, size_t k, Site *site)
{
    const Figure *f = s->f[k];
    size_t from = noun_from(s, f, site), limit = f->to + LOOK_AHEAD;
    site->noun = (Span){from, from};
    if (site->about) {
        if (site->base.to > from && limit > site->base.from)
            limit = site->base.from > from ? site->base.from : from;
    } else if (site->base.to > f->to) { /* "3 người chết | so với cùng kỳ" */
        size_t to = f->kind == FIGURE_COUNT && site->base.from > f->to ? site->base.from : f->to;
        site->noun.to = from < to ? to : from;
        return;
    }
    Walk w = {.s = s,
              .k = k,
              .from = from,
              .i = from > f->to ? from : f->to,
              .limit = limit < s->to ? limit : s->to,
              .next = k + 1 < s->n ? s->f[k + 1]->from : s->to,
              .subject = subject_position(s, k, site)};
    while (w.i < w.limit && read_on(&w))
        ;
    size_t to = before_rate(s, f, w.from, w.i);
    site->noun = (Span){w.from, to > w.from ? to : w.from};
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
        while (end < to && !covered(s, end) && !scene_mark(s, end, ',') &&
               !((scene_start(s, end) & (ROLE_BE | ROLE_RISE | ROLE_SHARE | ROLE_COMPARE)) &&
                 !scene_hit(s, end) && !(scene_role(s, end) & ROLE_NONE)))
            end++;
        Span p = phrase_trim(s, (Span){i, end});
        if (scene_hit(s, i) || scene_cue_end(s, i) < p.to) /* more than "mức" */
            return p;
    }
    return (Span){to, to};
}
