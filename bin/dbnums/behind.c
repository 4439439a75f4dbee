/* SPDX-License-Identifier: ISC */
/* What stands behind a figure: its noun phrase. */
#include "site.h"
#include "table_numbers.h"

enum { LOOK_AHEAD = 40 }; /* tokens: longer phrases are not read whole */

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

bool site_measured(const Scene *s, const Figure *f)
{
    uint32_t unit;
    return f->kind == FIGURE_MEASURE ||
           (f->kind == FIGURE_RATIO && lexicon_match(s->lexicon, TABLE_UNIT, s->t, s->to, f->to - 1, &unit));
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

/* "…, | thành phố Phan Thiết đã …": a place by its name is no more of a list of nouns. */
static bool named_place(const Scene *s, size_t noun, size_t i)
{
    size_t end = scene_cue_end(s, i), cap = noun;
    if (!(s->t[i].flags & TOKEN_CAP))
        return end < s->to && (s->t[end].flags & TOKEN_CAP);
    while (cap < i && !(s->t[cap].flags & TOKEN_CAP))
        cap++; /* "đảng viên thuộc Bộ Chính trị, Ban Bí thư", not "phó giám đốc sở, | Sở Y tế có …" */
    return cap == i;
}

/* One phrase: "cán bộ, chiến sĩ". */
static bool inside_phrase(const Scene *s, size_t comma)
{
    return scene_inside_hit(s, comma) || (scene_role(s, comma) && s->begin[comma - s->from] < comma);
}

/* Do the words behind a comma go on with a list of nouns: "155 xã, phường, thị trấn", "chi bộ, đảng bộ cơ
 * sở", "hộ nghèo, hộ cận nghèo", "lãnh đạo, quản lý"? */
static bool list_goes_on(const Scene *s, size_t noun, size_t comma)
{
    if (comma <= noun || scene_is(s, comma - 1, COUNTED_POINTING))
        return false; /* "hai nghị quyết trên, | …" */
    size_t i = comma + 1;
    if (i >= s->to || scene_covered(s, i) || scene_time(s, i) || s->t[i].type != TOKEN_WORD)
        return false;
    if (inside_phrase(s, comma))
        return true;
    bool same = token_str(s->text, &s->t[i]).n == token_str(s->text, &s->t[noun]).n && s->t[i].word &&
                s->t[i].word == s->t[noun].word;
    if ((scene_start(s, i) & ROLE_NONE) && !(scene_start(s, i) & ROLE_PLACES))
        return false; /* "một số …" */
    if (!same && (!(scene_start(s, i) & ROLE_PLACES) || named_place(s, noun, i)) && !titles(s, noun, comma) &&
        !noun_follows(s, i))
        return false;
    for (size_t k = i; k < s->to && k < i + LOOK_AHEAD; k++) {
        if (scene_covered(s, k))
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
    if (i > s->from + 1 && (scene_role(s, i - 1) & ROLE_PART) && scene_break(s, i - 2))
        return true; /* "…; riêng | ba chương trình | chỉ giải ngân 9%" */
    return k == 0 && (i == s->from || (i == s->from + 1 && (scene_role(s, s->from) & ROLE_PART)) ||
                      (scene_mark(s, i - 1, ',') && i > s->from + 1 && scene_time(s, i - 2)));
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
    if (s->f[w->k]->kind == FIGURE_COUNT)
        for (size_t i = s->f[w->k]->to + 1; i < w->i; i++)
            if ((scene_start(s, i) & ROLE_DONE) && scene_word(s, i, STR("đã")))
                w->i = i; /* "34 đảng viên chi bộ | đã góp 12 triệu đồng" */
    while (w->i > s->f[w->k]->to &&
           (scene_role(s, w->i - 1) & (ROLE_BE | ROLE_BOUND | ROLE_ADVERB | ROLE_RISE)))
        w->i--;
    size_t act = w->i > s->f[w->k]->to ? s->begin[w->i - 1 - s->from] : 0;
    if (s->f[w->k]->kind == FIGURE_COUNT && act >= s->f[w->k]->to && act && (scene_role(s, act) & ROLE_ACT))
        w->i = act; /* "7 chủ đầu tư | giải ngân dưới 40%" */
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
    if (f->kind == FIGURE_MEASURE &&
        (suffers(s, w->i) ||
         ((roles & (ROLE_BE | ROLE_HAVE | ROLE_BOUND)) == (ROLE_BE | ROLE_HAVE) && !scene_hit(s, w->i))))
        return true; /* "480 ha rau màu | bị ngập", "khu đất 300 m2 | có giá 2 tỷ đồng" */
    if (w->i == f->to && f->kind == FIGURE_MEASURE && (roles & (ROLE_WEAK | ROLE_ADVERB)))
        return true; /* "dự án trên 10 ha | phải dành quỹ đất", "3,4 km | chưa có mặt bằng" */
    if (w->i == f->to && w->from == f->to && f->kind != FIGURE_COUNT && scene_word(s, w->i, STR("của")))
        return true; /* "vườn 2 ha | của gia đình ông" */
    if (f->kind == FIGURE_DURATION && w->i == f->to && s->t[w->i].type == TOKEN_NUMBER)
        return true; /* "2 ngày | 14 - 15/5" */
    if (w->i == f->to && (scene_role(s, w->i) & ROLE_PREV) && s->begin[w->i - s->from] < w->i)
        return true; /* "12 năm | trước" */
    if (f->kind == FIGURE_DURATION && scene_word(s, w->i, STR("theo")))
        return true; /* "60 năm tuổi Đảng | theo Quyết định số …" */
    if (f->kind == FIGURE_DURATION &&
        (((roles & ROLE_ADVERB) && !scene_behind(s, w->i + 1, COUNTED_QUALITY)) ||
         ((roles & ROLE_BE) && (roles & ROLE_HAVE))))
        return true; /* "4 năm thực hiện Chỉ thị 05 | có nhiều kết quả" */
    if (w->subject && (roles & (ROLE_ADVERB | ROLE_AIM)) && !scene_hit(s, w->i))
        return true;
    if ((roles & ROLE_NONE) && scene_behind(s, scene_cue_end(s, w->i), COUNTED_SAID))
        return true; /* "1.200 người | cho rằng …", "500 hộ | cho thấy …" */
    return (roles & ROLE_STOP) && !(roles & ROLE_NONE) && !scene_inside_hit(s, w->i);
}

/* “… còn 3 tấn rưỡi |”: the quote was opened before the phrase. */
static bool closes_quote(const Walk *w)
{
    const Scene *s = w->s;
    if (s->t[w->i].type != TOKEN_MARK || !scene_word(s, w->i, STR("”")))
        return false;
    for (size_t k = w->from; k < w->i; k++)
        if (scene_word(s, k, STR("“")))
            return false;
    return true;
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
    if (closes_quote(w))
        return false;
    bool lasts = s->f[w->k]->kind == FIGURE_DURATION; /* "hai năm thực hiện Chỉ thị, | các cấp ủy đã …" */
    if (comma ? !(lasts ? inside_phrase(s, w->i) : list_goes_on(s, w->from, w->i))
              : scene_mark(s, w->i, ')') || scene_break(s, w->i))
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
    if (f->kind == FIGURE_PERCENT && f->to + 1 < s->to && scene_word(s, f->to, STR("về")) &&
        scene_head(s, f->to + 1)) {
        site->about = true;
        return f->to + 1;
    }
    if (f->kind == FIGURE_RATIO && (scene_role(s, f->to - 1) & ROLE_NUMERAL)) {
        bool number = scene_word(s, f->to, STR("số"));
        return f->to + number; /* "hai phần ba số | hộ" */
    }
    if (f->kind == FIGURE_DURATION && scene_is(s, f->to, COUNTED_PAST))
        return scene_cue_end(s,
                             f->to); /* "5 năm liền, liên tục | hoàn thành", "trong 1 tháng phải | học tập" */
    return f->kind == FIGURE_COUNT || (f->kind == FIGURE_RATIO && !site_measured(s, f)) ? noun_begin(s, f)
                                                                                        : f->to;
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

/* "giao lưu nhân dân | hai nước | được đẩy mạnh": those that were named before. */
static bool the_two(const Scene *s, const Figure *f)
{
    return f->to == f->from + 2 && (scene_start(s, f->to) & ROLE_ADVERB) &&
           scene_word(s, f->from, STR("hai")) &&
           ((scene_start(s, f->from + 1) & ROLE_PLACES) || str_eq(f->unit, STR("nước")) ||
            str_eq(f->unit, STR("bên")));
}

/* Do names stand at i, more than one? */
static bool lists_names(const Scene *s, size_t i, size_t limit)
{
    size_t from = i;
    while (i < limit && s->t[i].type == TOKEN_WORD && (s->t[i].flags & TOKEN_CAP))
        i++;
    if (i < from + 2 || i + 1 >= limit || !(s->t[i + 1].flags & TOKEN_CAP))
        return false;
    return scene_mark(s, i, ',') || scene_word(s, i, STR("và"));
}

/* Is it the first figure of its clause: "…; giảm | 10% số vụ cháy so với năm 2022"? */
static bool opens_clause(const Scene *s, size_t k)
{
    size_t last = k ? s->f[k - 1]->to : s->from;
    for (size_t i = s->f[k]->from; i > last; i--)
        if (scene_break(s, i - 1))
            return true;
    return k == 0;
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
        bool noun = f->kind == FIGURE_COUNT || (scene_head(s, f->to) && opens_clause(s, k));
        if (!noun || site->base.from <= f->to) {
            site->noun.to = from < f->to ? f->to : from;
            return;
        }
        if (limit > site->base.from)
            limit = site->base.from;
    }
    Walk w = {.s = s,
              .k = k,
              .from = from,
              .i = from > f->to ? from : f->to,
              .limit = limit < s->to ? limit : s->to,
              .next = k + 1 < s->n ? s->f[k + 1]->from : s->to,
              .subject = subject_position(s, k, site)};
    if (f->kind == FIGURE_COUNT && (lists_names(s, f->to, w.limit) || the_two(s, f)))
        w.limit = f->to; /* "hai huyện | Tuyên Hóa và Quảng Trạch" */
    while (w.i < w.limit && read_on(&w))
        ;
    size_t to = before_rate(s, f, w.from, w.i);
    if (f->kind == FIGURE_RATIO && w.from == f->to && to > w.from && scene_word(s, w.from, STR("trong")))
        to = w.from; /* "một nửa | trong số đó" */
    if (scene_mark(s, w.from, '('))
        to = w.from; /* "7 năm | (đại học)" */
    site->noun = (Span){w.from, to > w.from ? to : w.from};
}
