/* SPDX-License-Identifier: ISC */
#include "code.h"

/* Does nothing but who has it, when and how stand behind a phrase: "tăng trưởng | của tỉnh", not "năng suất |
 * ngô", "tăng trưởng | của ngành dệt"? */
static bool stands_alone(const Scene *s, const Hit *hit, size_t to)
{
    const uint32_t place = ROLE_PLACES, loose = ROLE_ADVERB | ROLE_LINK | ROLE_BE | ROLE_RISE | ROLE_HAVE;
    size_t i = hit->to;
    while (i < to && (scene_start(s, i) & loose) && !(scene_start(s, i) & (place | ROLE_HEAD)) &&
           (!scene_hit(s, i) || (scene_start(s, i) & ROLE_LINK)))
        i = scene_cue_end(s, i);
    if (i >= to || scene_time(s, i) || s->t[i].type == TOKEN_MARK)
        return true;
    if (!(scene_start(s, i) & place))
        return scene_start(s, i) & ROLE_NONE; /* của tỉnh */
    Str last = token_str(s->text, &s->t[scene_cue_end(s, i) - 1]);
    return !str_eq(last, STR("ngành")) && !str_eq(last, STR("nghiệp")) && !str_eq(last, STR("án"));
}

static Fit fit_of(const Indicators *in, const Scene *s, const Hit *hit, const Figure *f, const Site *site,
                  size_t to, Str *code)
{
    Asked asked = {.f = f,
                   .based = site->basis != BASIS_NONE,
                   .share = site->basis == BASIS_TOTAL,
                   .alone = stands_alone(s, hit, to)};
    return indicator_fit(in, hit, &asked, code);
}

/* The first indicator phrase in a span that goes with the figure: one in its own unit before any other. */
static Fit code_in(const Indicators *in, const Scene *s, const Figure *f, const Site *site, Span p, Str *code)
{
    Fit best = FIT_NO;
    for (size_t i = p.from; i < p.to;) {
        const Hit *hit = scene_hit(s, i);
        if (!hit || (hit->from != i && i != p.from)) { /* "dự toán | thu ngân sách" is one phrase */
            i++;
            continue;
        }
        Str found;
        Fit fit = fit_of(in, s, hit, f, site, p.to, &found);
        if (fit == FIT_OTHER && best == FIT_NO && figure_relative(f))
            return FIT_OTHER;
        if (fit > best && fit != FIT_OTHER) {
            best = fit;
            *code = found;
        }
        if (best == FIT_UNIT)
            break;
        i++;
    }
    return best;
}

/* "hiện có 35 doanh nghiệp | của Nhật Bản": "có" tells what there is in all only of a bare noun. */
static bool has_some(const Scene *s, const Hit *hit, const Figure *f, const Site *site)
{
    return scene_word(s, hit->to - 1, STR("có")) && site->noun.to > f->to &&
           !str_eq(f->unit, STR("đảng viên"));
}

/* From the figure back to `left`: the nearest phrase that goes with it. */
static Fit code_back(const Indicators *in, const Scene *s, size_t k, const Site *site, size_t left, Str *code)
{
    for (size_t i = s->f[k]->from; i-- > left && !scene_mark(s, i, ';');) {
        const Hit *hit = scene_hit(s, i);
        if (!hit || hit->from != i || has_some(s, hit, s->f[k], site))
            continue;
        Str found;
        if (fit_of(in, s, hit, s->f[k], site, s->f[k]->from, &found) == FIT_UNIT) {
            *code = found;
            return FIT_UNIT;
        }
    }
    return FIT_NO;
}

enum { PART_BACK = 80, PARTS = 4, VERB = 2 }; /* tokens; figures back to the first part of a list; tokens */

/* Does "trong đó" stand in a stretch, near its end? */
static bool part_between(const Scene *s, size_t from, size_t to)
{
    if (to > from + PART_BACK)
        from = to - PART_BACK;
    while (from < to && !(scene_start(s, from) & ROLE_PART))
        from++;
    return from < to;
}

/* "1.912 đảng viên, đạt 58,6% kế hoạch; trong đó có 41 đảng viên …": the figure of the whole, whose indicator
 * goes on; NO_FIGURE when this is no part. */
static long whole_of(const Scene *s, size_t k, const Site *sites)
{
    if (k == 0)
        return NO_FIGURE;
    long whole = sites[k - 1].root;
    size_t part = s->f[k - 1]->to;
    if (!str_eq(s->f[whole]->unit, s->f[k]->unit))
        return NO_FIGURE;
    return part_between(s, part, s->f[k]->from) ? whole : NO_FIGURE;
}

/* "…, trong đó chi đầu tư 30 tỷ đồng, | chi thường xuyên | 52 tỷ đồng": the whole of a part further on in the
 * list, NO_FIGURE when this is none. */
static long whole_of_list(const Scene *s, size_t k, const Site *sites)
{
    const Site *site = &sites[k];
    Span p = site->before;
    if (k < 2 || s->f[k]->dir || span_empty(p) || p.to != s->f[k]->from)
        return NO_FIGURE;
    size_t comma = p.from;
    while (comma > s->from && comma + VERB > p.from && s->t[comma - 1].type == TOKEN_WORD)
        comma--; /* "cho vay | nông nghiệp" */
    if (comma == s->from || !scene_mark(s, comma - 1, ','))
        return NO_FIGURE;
    for (size_t i = k, seen = 0; i-- > 1 && seen < PARTS && sites[i].clause == site->clause; seen++)
        if (!s->f[i]->dir && part_between(s, s->f[i - 1]->to, s->f[i]->from)) {
            long whole = sites[i - 1].root;
            return str_eq(s->f[whole]->unit, s->f[k]->unit) ? whole : NO_FIGURE;
        }
    return NO_FIGURE;
}

/* The verb right before a count: "kiểm tra 148 tổ chức đảng". */
static bool code_beside(const Indicators *in, const Scene *s, size_t k, const Site *sites, Str *code)
{
    const Site *site = &sites[k];
    size_t i = site->verb;
    const Hit *hit = i > site->left ? scene_hit(s, i - 1) : NULL;
    if (!hit || hit->to != i || (hit->to == hit->from + 1 && whole_of(s, k, sites) != NO_FIGURE))
        return false; /* "trong đó có 412 đảng viên" */
    return code_back(in, s, k, site, hit->from, code) == FIT_UNIT;
}

static bool counts(const Figure *f)
{
    return f->kind == FIGURE_COUNT || f->kind == FIGURE_RATIO;
}

/* "9 chỉ tiêu đạt trên 70%", "26 chỉ tiêu đạt thấp (dưới 50%)": what tells which are counted, no share. */
static bool threshold(const Scene *s, size_t k, const Site *sites)
{
    const Figure *last = s->f[k - 1];
    if (last->kind != FIGURE_COUNT || sites[k].carry != (long)k - 1 || s->f[k]->dir)
        return false;
    if (sites[k].open && sites[k].open != sites[k - 1].open)
        return s->f[k]->mod != MOD_NONE;
    for (size_t i = last->to; i < s->f[k]->from; i++)
        if (s->t[i].type == TOKEN_MARK)
            return false;
    return true;
}

/* The indicator of the figure whose subject goes on, read again for this one: GRDP and its growth. */
static Str carried(const Indicators *in, const Scene *s, size_t k, const Site *sites)
{
    const Site *from = &sites[sites[k].root];
    Str code;
    size_t root = (size_t)sites[k].root;
    bool total = sites[k].basis == BASIS_TOTAL && !s->f[k]->dir;
    if (total && part_between(s, s->f[root]->to, s->f[k]->from))
        return (Str){0}; /* "1.259 đảng viên, trong đó | 68% | là đoàn viên" */
    if (figure_relative(s->f[k]) && code_in(in, s, s->f[k], &sites[k], from->subject, &code) == FIT_UNIT)
        return code;
    bool share = sites[k].basis == BASIS_TOTAL ||
                 (s->f[k]->kind == FIGURE_PERCENT && (scene_start(s, s->f[k]->to) & ROLE_WHOLE));
    bool part =
        share && (whole_of(s, root, sites) != NO_FIGURE || whole_of_list(s, root, sites) != NO_FIGURE);
    return part ? STR("") : from->code; /* "trong đó cá tra 61 tấn, chiếm | 82%" */
}

/* Is the only indicator phrase of a count's noun the counted noun itself: "tổ chức đảng"? */
static bool bare_noun(const Scene *s, const Figure *f, Span noun)
{
    for (size_t i = noun.from; i < noun.to; i++)
        if (scene_hit(s, i) && scene_hit(s, i)->to > f->to)
            return false;
    return true;
}

/* "310 doanh nghiệp | tạm ngừng hoạt động": does the noun of a count say that it is what no code stands for?
 */
static bool told_otherwise(const Indicators *in, const Scene *s, const Figure *f, const Site *site)
{
    Str code;
    for (size_t i = site->noun.from; i < site->noun.to; i++) {
        const Hit *hit = scene_hit(s, i);
        if (hit && hit->from == i && i <= f->to && hit->to > f->to &&
            fit_of(in, s, hit, f, site, site->noun.to, &code) == FIT_OTHER)
            return true;
    }
    return false;
}

/* "nền kinh tế của tỉnh tiếp tục | tăng trưởng 7%" */
static bool economy(const Scene *s, Span p)
{
    size_t i = p.from;
    if (i < p.to && scene_word(s, i, STR("nền")))
        i++;
    Hit hit = {.to = i + 2};
    return i + 1 < p.to && scene_word(s, i + 1, STR("tế")) && stands_alone(s, &hit, p.to);
}

/* "hồ sơ sức khỏe cho 12.300 người, chiếm 80% | dân số": does what a percent is of begin at token i? */
static bool behind_percent(const Scene *s, size_t i)
{
    uint32_t k = s->figure[i - 1 - s->from];
    return k && s->f[k - 1]->kind == FIGURE_PERCENT && s->f[k - 1]->to == i;
}

/* "29/47 xã (61,7%) và 2/7 huyện đạt chuẩn nông thôn mới": what stands behind the last of a list is said of
 * all. */
static bool code_ahead(const Indicators *in, const Scene *s, size_t k, const Site *site, Str *code)
{
    const uint32_t ends = ROLE_RISE | ROLE_HAVE | ROLE_DONE;
    bool aside = false; /* in a bracket */
    for (size_t i = s->f[k]->to; i < s->to && i < s->f[k]->to + 25; i++) {
        const Hit *hit = scene_hit(s, i);
        aside = scene_mark(s, i, '(') || (aside && !scene_mark(s, i, ')'));
        if (aside)
            continue;
        if (scene_mark(s, i, ';') || scene_mark(s, i, ':') || ((scene_start(s, i) & ends) && !hit))
            return false;
        if (hit && hit->from == i && !behind_percent(s, i) &&
            fit_of(in, s, hit, s->f[k], site, s->to, code) == FIT_UNIT)
            return true;
    }
    return false;
}

enum { COUNTS_BACK = 8 };

/* "567 doanh nghiệp mới …, tăng 7% về số doanh nghiệp": the count before that the noun speaks of. */
static Str of_count_before(const Scene *s, size_t k, const Site *sites)
{
    const Site *site = &sites[k];
    if (span_empty(site->noun))
        return (Str){0};
    Str noun = token_span(s->text, &s->t[site->noun.from], &s->t[site->noun.to - 1]);
    for (size_t i = k, seen = 0; i-- > 0 && seen < COUNTS_BACK; seen++) {
        Str unit = s->f[i]->unit;
        if (s->f[i]->kind == FIGURE_COUNT && unit.n && noun.n >= unit.n &&
            memcmp(noun.p + noun.n - unit.n, unit.p, unit.n) == 0)
            return sites[i].code;
    }
    return (Str){0};
}

/* "thu hút 45 tỷ đồng, | hoàn thành 3 dự án": is a count the object of a verb of its own? */
static bool has_verb(const Scene *s, const Figure *f, const Site *site)
{
    size_t i = f->from;
    while (i > site->left && (scene_role(s, i - 1) & (ROLE_BOUND | ROLE_ADVERB)) &&
           !(scene_role(s, i - 1) & ROLE_HAVE))
        i--;
    uint32_t roles = i > site->left ? scene_role(s, i - 1) : 0;
    bool weak = (roles & ROLE_LINK) && s->begin[i - 1 - s->from] == i - 1; /* có, với, nâng */
    return (roles & ROLE_HAVE) && !weak && !scene_hit(s, i - 1);
}

/* "còn 11.230 hộ nghèo, tỷ lệ | 1,12%": a rate that says no more is that of the count before it. */
static bool rate_of_count(const Indicators *in, const Scene *s, size_t k, const Site *sites, Str *code)
{
    const Site *site = &sites[k];
    Span p = site->subject;
    return k > 0 && s->f[k]->kind == FIGURE_PERCENT && s->f[k - 1]->kind == FIGURE_COUNT && !span_empty(p) &&
           (scene_start(s, p.from) & ROLE_HEAD) && scene_cue_end(s, p.from) >= p.to &&
           sites[k - 1].clause == site->clause &&
           code_in(in, s, s->f[k], site, sites[k - 1].noun, code) == FIT_UNIT;
}

/* Of what is counted. */
static Str code_of_count(const Indicators *in, const Scene *s, size_t k, const Site *sites)
{
    const Figure *f = s->f[k];
    const Site *site = &sites[k];
    Str code = {0}, bare = {0};
    if (code_beside(in, s, k, sites, &code))
        return code;
    if (told_otherwise(in, s, f, site))
        return (Str){0};
    if (code_in(in, s, f, site, site->noun, &code) >= FIT_ALLOWED) {
        if (!bare_noun(s, f, site->noun))
            return code;
        bare = code;
    }
    long whole = whole_of(s, k, sites);
    if (whole != NO_FIGURE && sites[whole].code.n)
        return sites[whole].code;
    size_t left = f->from > s->from + 60 ? f->from - 60 : s->from;
    /* "hộ nghèo giảm còn | 22 hộ" */
    bool named = !site->of_noun && site->told && !span_empty(site->subject) && s->t[f->to - 1].word &&
                 s->t[site->subject.from].word == s->t[f->to - 1].word;
    if ((named || bare.n || str_eq(f->unit, STR("người")) || has_verb(s, f, site)) && site->left > left)
        left = site->left;
    if (code_back(in, s, k, site, left, &code) == FIT_UNIT)
        return code;
    if (!bare.n && site->noun.to <= f->to && code_ahead(in, s, k, site, &code))
        return code;
    return bare;
}

/* The code of the whole of which a change or an amount is a part: "CPI tăng 2%, riêng nhóm giao thông giảm
 * 1%", "dư nợ 4.200 tỷ đồng, trong đó cho hộ nghèo vay 310 tỷ đồng". */
static Str whole_code(const Scene *s, size_t k, const Site *sites)
{
    const Figure *f = s->f[k];
    bool grows = f->kind == FIGURE_PERCENT && f->dir && k > 0 && s->f[sites[k - 1].root]->dir;
    long whole =
        grows || f->kind == FIGURE_MONEY || f->kind == FIGURE_MEASURE ? whole_of(s, k, sites) : NO_FIGURE;
    if (whole == NO_FIGURE && f->kind == FIGURE_MONEY)
        whole = whole_of_list(s, k, sites);
    return whole != NO_FIGURE ? sites[whole].code : (Str){0};
}

Str code_find(const Indicators *in, const Scene *s, size_t k, const Site *sites)
{
    const Figure *f = s->f[k];
    const Site *site = &sites[k];
    Str code = {0};
    if (f->kind == FIGURE_DURATION)
        return code;
    if (k > 0 && figure_relative(f) && threshold(s, k, sites))
        return code;
    if (site->about && (code = of_count_before(s, k, sites)).n)
        return code;
    if (site->rank && site->carry != NO_FIGURE &&
        f->kind == FIGURE_RATIO) /* a rank is no size: "GRDP …, xếp 7/13" */
        return code_in(in, s, f, &sites[site->root], sites[site->root].subject, &code) == FIT_UNIT ? code
                                                                                                   : (Str){0};
    if (site->carry != NO_FIGURE) {
        bool money = f->kind == FIGURE_MONEY && s->f[site->carry]->kind == FIGURE_MONEY; /* VND, VND/người */
        if (figure_relative(f) || money || str_eq(f->unit, s->f[site->carry]->unit) ||
            str_eq(f->unit, s->f[site->root]->unit) || f->kind == FIGURE_RATIO || f->mod == MOD_TO)
            return carried(in, s, k, sites);
        if ((f->kind == FIGURE_MONEY || f->kind == FIGURE_MEASURE) &&
            code_in(in, s, f, site, sites[site->root].subject, &code) == FIT_UNIT)
            return code; /* "thu ngân sách tăng 14%, năm 2020 đạt | 7.800 tỷ đồng" */
    }
    bool noun = counts(f) && site->of_noun;
    Span phrase = !span_empty(site->grows) && economy(s, site->subject) ? site->grows : site->subject;
    Fit fit = noun ? FIT_NO : code_in(in, s, f, site, phrase, &code);
    if (fit >= FIT_ALLOWED)
        return code;
    if (fit == FIT_OTHER && !counts(f))
        return (Str){0};
    if (rate_of_count(in, s, k, sites, &code))
        return code;
    if (counts(f))
        return code_of_count(in, s, k, sites);
    if (f->kind == FIGURE_MEASURE || span_empty(site->subject)) {
        if (code_back(in, s, k, site, site->left, &code) == FIT_UNIT)
            return code;
        if (f->kind == FIGURE_MEASURE && code_in(in, s, f, site, site->noun, &code) == FIT_UNIT)
            return code;
    }
    if (f->kind == FIGURE_PERCENT && site->before.from != site->subject.from && site->carry == NO_FIGURE &&
        code_in(in, s, f, site, site->before, &code) == FIT_UNIT)
        return code; /* "7 chủ đầu tư | giải ngân | dưới 40%" */
    return whole_code(s, k, sites);
}
