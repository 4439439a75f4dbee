/* SPDX-License-Identifier: ISC */
#include "basis.h"

const Str basis_names[] = {
    [BASIS_NONE] = {"", 0},   [BASIS_PLAN] = {"plan", 4}, [BASIS_TARGET] = {"target", 6},
    [BASIS_YOY] = {"yoy", 3}, [BASIS_PREV] = {"prev", 4}, [BASIS_TOTAL] = {"total", 5},
};

enum { BASE_WORDS = 16 }; /* tokens that a base phrase may take */

static const uint32_t base_roles = ROLE_PLAN | ROLE_TARGET | ROLE_YOY | ROLE_PREV;

static bool is_share(const Figure *f)
{
    return f->kind == FIGURE_PERCENT || f->kind == FIGURE_TIMES;
}

/* An amount or count that is no change has no base. */
static bool is_level(const Figure *f)
{
    return !f->dir && (f->kind == FIGURE_COUNT || f->kind == FIGURE_MONEY || f->kind == FIGURE_MEASURE ||
                       f->kind == FIGURE_NUMBER);
}

/* The base that the words of a span tell; years and dates in it are bases too when they follow "so với". */
static Basis base_of(const Scene *s, Span p, bool compared)
{
    uint32_t seen = 0;
    bool time = false;
    for (size_t i = p.from; i < p.to; i++) {
        seen |= scene_start(s, i);
        time |= scene_time(s, i) != NULL;
    }
    if (seen & ROLE_YOY)
        return BASIS_YOY;
    if (seen & ROLE_TARGET)
        return BASIS_TARGET;
    if (seen & ROLE_PLAN)
        return BASIS_PLAN;
    if ((seen & ROLE_PREV) || (time && compared))
        return BASIS_PREV;
    return BASIS_NONE;
}

/* Where a base phrase that begins at i ends: at a mark, a figure, or "và" and a verb. */
static size_t base_end(const Scene *s, size_t i)
{
    size_t first = i, limit = i + BASE_WORDS < s->to ? i + BASE_WORDS : s->to;
    for (; i < limit; i++) {
        if (s->figure[i - s->from])
            break;
        if (s->t[i].type == TOKEN_MARK && !scene_time(s, i) && !scene_mark(s, i, '-') &&
            !scene_mark(s, i, '/'))
            break;
        if (i > first && (scene_start(s, i) & (ROLE_RISE | ROLE_SHARE)))
            break;
        if (i > first && (scene_start(s, i) & ROLE_STOP) && (scene_start(s, i) & ROLE_LINK) &&
            !(scene_start(s, i) & base_roles) && !scene_time(s, i))
            break; /* và, nhưng, trong đó */
    }
    return i;
}

/* "bằng khoảng | 63%", "gấp | 1,6 lần": does the word lead to the figure? */
static bool led_by(const Scene *s, const Figure *f, size_t left, Str word)
{
    for (size_t i = f->from; i > left && i + 3 > f->from; i--)
        if (str_eq(token_str(s->text, &s->t[i - 1]), word))
            return true;
    return false;
}

static bool equals(const Scene *s, const Figure *f, size_t left)
{
    return f->kind == FIGURE_PERCENT && led_by(s, f, left, STR("bằng"));
}

enum { NOUN_WORDS = 4, MOST = 1000000000 };

/* A time a few plain words behind token i, 0 for none. */
static size_t time_near(const Scene *s, size_t i)
{
    for (size_t n = i; n < s->to && n <= i + NOUN_WORDS; n++) {
        if (scene_time(s, n))
            return scene_time(s, n)->period.type < PERIOD_DAY && scene_time(s, n)->period.a.year ? n : 0;
        if (s->figure[n - s->from] || s->t[n].type == TOKEN_MARK || scene_start(s, n) & (ROLE_BE | ROLE_RISE))
            return 0;
    }
    return 0;
}

void basis_behind(const Scene *s, size_t k, Site *site)
{
    const Figure *f = s->f[k];
    size_t i = f->to;
    site->base = (Span){i, i};
    if (site->open && scene_mark(s, i, ')')) /* "giảm 24 ca (9,6%) so với cùng kỳ" */
        i++;
    /* "trở lên", "của", "trong" may come between */
    while (i < s->to && i < f->to + 3 && (scene_role(s, i) & ROLE_NONE) && !(scene_role(s, i) & base_roles) &&
           !(scene_start(s, i) & ROLE_COMPARE))
        i++;
    if (i + 2 < s->to && equals(s, f, site->left) && scene_word(s, i, STR("thực")))
        i += 2; /* "bằng 98% thực hiện năm trước" */
    bool about = f->kind == FIGURE_PERCENT && scene_word(s, i, STR("về"));
    bool compared = (scene_start(s, i) & ROLE_COMPARE) && !(scene_start(s, i) & (ROLE_RISE | ROLE_HAVE));
    uint32_t roles = scene_start(s, i);
    /* a count may name its noun first: "giảm 3 người chết so với cùng kỳ" */
    if (!compared && !(roles & base_roles) && (f->dir || f->kind == FIGURE_DURATION || about)) {
        for (size_t n = i; n < s->to && n < i + 8 && !s->figure[n - s->from] && s->t[n].type != TOKEN_MARK;
             n++)
            if ((scene_start(s, n) & ROLE_COMPARE) || (scene_start(s, n) & (ROLE_YOY | ROLE_PREV))) {
                roles = scene_start(s, n);
                compared = roles & ROLE_COMPARE;
                if (!f->dir && !about && !compared && !(roles & ROLE_PREV))
                    return;
                i = n;
                break;
            }
    }
    const Time *time = scene_time(s, i);
    bool direct = (roles & base_roles) && (is_share(f) || f->dir || (roles & (ROLE_YOY | ROLE_PREV)));
    if (!direct && time && (f->kind == FIGURE_TIMES || equals(s, f, site->left)))
        direct = compared = true; /* "gấp đôi năm 2015", "bằng 112% năm 2015" */
    if (!direct && !compared && f->kind == FIGURE_TIMES && led_by(s, f, site->left, STR("gấp"))) {
        size_t year = time_near(s, i);
        if (year) { /* "gấp 1,6 lần trận lũ năm 2007" */
            site->base = (Span){i, scene_time(s, year)->to};
            site->basis = BASIS_PREV;
            site->based = true;
        }
        return;
    }
    if (!direct && !compared)
        return;
    Span base = {i, base_end(s, i)};
    Basis basis = base_of(s, base, compared || (roles & ROLE_PREV));
    if (basis == BASIS_NONE && !compared)
        return;
    site->base = base;
    if (is_level(f))
        return; /* "12 chỉ tiêu | vượt kế hoạch" */
    site->basis = basis;
    site->based = basis != BASIS_NONE;
}

/* "vượt dự toán | 12%": only words that tell which plan stand between. */
static bool passes(const Scene *s, size_t i, size_t to)
{
    if (i + 1 >= to || i + 8 < to || !(scene_start(s, i + 1) & (ROLE_PLAN | ROLE_TARGET)))
        return false;
    Str verb = token_str(s->text, &s->t[i]);
    if (!str_eq(verb, STR("vượt")) && !str_eq(verb, STR("hụt")))
        return false;
    for (size_t k = i + 1; k < to; k++)
        if (s->t[k].type == TOKEN_MARK || s->figure[k - s->from] || scene_time(s, k))
            return false;
    return true;
}

static bool passed(const Scene *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (passes(s, i, to))
            return true;
    return false;
}

/* "so với cùng kỳ" before the figure. */
static Basis base_ahead(const Scene *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        uint32_t roles = scene_start(s, i);
        if (!(roles & (ROLE_COMPARE | ROLE_YOY | ROLE_PREV)) && !passes(s, i, to))
            continue;
        bool so = (roles & ROLE_COMPARE) && !(roles & (ROLE_BE | ROLE_BOUND));
        bool higher = (roles & ROLE_COMPARE) && (roles & ROLE_BE) && !(roles & ROLE_BOUND) && i + 8 > to;
        higher |= passes(s, i, to);
        bool said = (roles & (ROLE_YOY | ROLE_PREV)) && (scene_role(s, i) & ROLE_COMPARE) == 0;
        if (!so && !higher && !(said && token_str(s->text, &s->t[i]).n == 2))
            continue;
        Basis b = base_of(s, (Span){i, higher ? to : base_end(s, i)}, true);
        if (b != BASIS_NONE)
            return b;
    }
    return BASIS_NONE;
}

static bool counts_part(const Figure *f)
{
    return f->kind == FIGURE_RATIO && f->unit.n && !str_eq(f->unit, STR("VND")) &&
           !str_eq(f->unit, STR("USD")) && !str_eq(f->unit, STR("điểm"));
}

/* "tỷ lệ …" is a level, not a share of a stated whole. */
static bool is_rate(const Scene *s, Span p)
{
    return !span_empty(p) && p.to > p.from + 1 &&
           (scene_word(s, p.from + 1, STR("lệ")) || scene_word(s, p.from + 1, STR("trọng")));
}

/* "1/3 số điểm đen", "2 phần 3 là đoàn viên" */
static bool is_fraction(const Scene *s, const Figure *f, const Site *site)
{
    Decimal most = decimal_of(20);
    if (f->kind != FIGURE_RATIO || site->rank || decimal_cmp(&f->value2, &most) > 0)
        return false;
    return !f->unit.n || (scene_start(s, f->to) & ROLE_WHOLE);
}

/* "trong tốp | 20/63 tỉnh" tells a place in an order. */
static bool among_first(const Scene *s, const Figure *f)
{
    Str word = f->from > s->from ? token_str(s->text, &s->t[f->from - 1]) : STR("");
    return str_is(word, "tốp") || str_is(word, "top");
}

static bool is_total(const Scene *s, size_t k, const Site *sites)
{
    const Figure *f = s->f[k];
    const Site *site = &sites[k];
    if (is_fraction(s, f, site))
        return true;
    if (f->dir || (f->kind != FIGURE_PERCENT && f->kind != FIGURE_RATIO) || str_eq(f->unit, STR("pp")))
        return false;
    if (site->verbs & ROLE_SHARE)
        return true;
    if (f->kind == FIGURE_RATIO)
        return counts_part(f) && !site->rank && !among_first(s, f) && decimal_cmp(&f->value, &f->value2) <= 0;
    if (is_rate(s, site->before))
        return false;
    bool bracket = site->open && span_empty(site->before);
    if (bracket && k > 0 && sites[k - 1].open != site->open) {
        bool age = k > 1 && str_eq(s->f[k - 1]->unit, STR("tuổi")); /* "9 đồng chí dưới 40 tuổi (18%)" */
        const Figure *last = s->f[k - (age ? 2 : 1)];
        if (!age && site->carry != (long)k - 1 && !span_empty(site->subject) &&
            phrase_measures(s, site->subject))
            return false; /* "còn 4 chỉ tiêu không đạt: tốc độ tăng GRDP (7,9%)" */
        return !last->dir && f->mod == MOD_NONE && (last->kind == FIGURE_COUNT || last->kind == FIGURE_RATIO);
    }
    if (scene_start(s, f->to) & ROLE_WHOLE)
        return span_empty(site->before) || !phrase_measures(s, site->before) || equals(s, f, site->left);
    if (site->carry != NO_FIGURE && !span_empty(site->noun)) /* "trong đó 68% | là đoàn viên" */
        return scene_is(s, site->noun.from, COUNTED_BELONGS);
    return site->of_noun && !site->about;
}

/* "So với cùng kỳ, khu vực I tăng 3,2%; khu vực II tăng 9%": a base that the sentence begins with serves all.
 */
static bool opens_sentence(const Scene *s, const Site *sites)
{
    uint32_t roles = scene_start(s, s->from);
    if (!(roles & ROLE_COMPARE) || (roles & ROLE_BE))
        return false;
    size_t end = base_end(s, s->from);
    return end < s->f[0]->from && scene_mark(s, end, ',') && sites[0].basis != BASIS_NONE;
}

void basis_before(const Scene *s, size_t k, Site *sites, Basis *opened)
{
    const Figure *f = s->f[k];
    Site *site = &sites[k];
    if (k > 0 && sites[k - 1].clause != site->clause && !opens_sentence(s, sites))
        *opened = BASIS_NONE;
    size_t from = k ? sites[k - 1].end : s->from;
    if (f->from > from + 60)
        from = f->from - 60;
    bool may = site->parts & (base_roles | ROLE_COMPARE);
    Basis ahead = may ? base_ahead(s, from, f->from) : BASIS_NONE;
    if (ahead != BASIS_NONE)
        *opened = ahead;
    if (site->basis != BASIS_NONE)
        return;
    if (*opened != BASIS_NONE &&
        (f->dir || (ahead != BASIS_NONE && f->kind == FIGURE_PERCENT && passed(s, from, f->from)) ||
         f->kind == FIGURE_TIMES || (f->kind == FIGURE_DURATION && ahead != BASIS_NONE))) {
        site->basis = *opened;
        site->based = true;
    }
}

/* "36/39 đơn, đạt 92,3%": is the percent what the ratio before it comes to? */
static bool of_ratio(const Scene *s, size_t k, const Site *sites)
{
    if (k == 0 || sites[k].carry != (long)k - 1 || sites[k - 1].basis != BASIS_TOTAL)
        return false;
    const Figure *f = s->f[k], *last = s->f[k - 1];
    if (f->kind != FIGURE_PERCENT || f->dir || last->kind != FIGURE_RATIO)
        return false;
    uint64_t part, whole, share;
    Decimal hundredths = f->value;
    decimal_shift(&hundredths, 2);
    if (!decimal_uint(&last->value, &part) || !decimal_uint(&last->value2, &whole) ||
        !decimal_uint(&hundredths, &share) || part > whole || whole > MOST || share > 100 * 100)
        return false;
    uint64_t told = share * whole, is = 100 * 100 * part;
    return (told > is ? told - is : is - told) <= 10 * whole; /* to a tenth of a percent */
}

/* "nữ chiếm 41%; cán bộ trẻ 12,5%": a share told like the one before it. */
static bool shares_too(const Scene *s, size_t k, const Site *sites)
{
    const Figure *f = s->f[k];
    if (k == 0 || f->kind != FIGURE_PERCENT || f->dir || sites[k].told || sites[k].open)
        return false;
    const Figure *last = s->f[k - 1];
    bool shared = last->kind == FIGURE_PERCENT && !last->dir && sites[k - 1].basis == BASIS_TOTAL;
    return shared && !span_empty(sites[k].before) && !sites[k].of_noun && !sites[k - 1].of_noun &&
           !is_rate(s, sites[k].before) && !(sites[k].verbs & ~(uint32_t)(ROLE_BOUND | ROLE_ADVERB));
}

/* "chiếm 8% số vụ và | 56% | số tiền", "46% diện tích là rừng, còn | 54% | là ruộng": the one before serves
 * both. */
static bool share_and(const Scene *s, size_t k, const Site *sites)
{
    const Figure *f = s->f[k];
    if (k == 0 || f->kind != FIGURE_PERCENT || f->dir || sites[k].clause != sites[k - 1].clause ||
        s->f[k - 1]->kind != FIGURE_PERCENT || s->f[k - 1]->dir || sites[k - 1].basis != BASIS_TOTAL ||
        str_eq(f->unit, STR("pp")))
        return false;
    Str word = token_str(s->text, &s->t[f->from - 1]);
    return str_is(word, "và") ? sites[k - 1].verbs & ROLE_SHARE
                              : str_is(word, "còn") && scene_is(s, f->to, COUNTED_BELONGS);
}

/* "Hàn Quốc chiếm 45%, kế đến là Nga (9%)": the name before the bracket has its share. */
static bool named_too(const Scene *s, size_t k, const Site *sites)
{
    return k > 0 && sites[k].open && sites[k].carry == (long)k - 1 && !span_empty(sites[k].subject) &&
           sites[k - 1].basis == BASIS_TOTAL && s->f[k]->kind == FIGURE_PERCENT && !s->f[k]->dir;
}

void basis_total(const Scene *s, size_t k, Site *sites)
{
    if (sites[k].basis == BASIS_NONE &&
        (is_total(s, k, sites) || of_ratio(s, k, sites) || shares_too(s, k, sites) ||
         named_too(s, k, sites) || share_and(s, k, sites)))
        sites[k].basis = BASIS_TOTAL;
}

/* Nothing but a comma or "và" (and a bound or verb) between two figures? */
static bool adjoining(size_t k, const Site *sites)
{
    return span_empty(sites[k].before) && !(sites[k].verbs & (ROLE_BE | ROLE_RISE | ROLE_SHARE)) &&
           sites[k - 1].clause == sites[k].clause;
}

/* "bằng 63% dự toán; riêng thu nội địa bằng 58,4%": a share without a base takes that of the one before it.
 */
static void share_alike(const Scene *s, size_t k, Site *sites)
{
    const Figure *f = s->f[k];
    if (f->kind != FIGURE_PERCENT || f->dir || sites[k].basis != BASIS_NONE)
        return;
    Span p = sites[k].before;
    if (span_empty(p) && k > 0 && sites[k].carry == (long)k - 1)
        p = sites[k - 1].before; /* "trong đó thu nội địa 30 tỷ đồng, đạt | 28%" */
    bool part = !span_empty(p) && (scene_role(s, p.from - 1) & ROLE_PART) && !is_rate(s, p), equals = false;
    for (size_t i = sites[k].verb; i < f->from; i++) {
        Str verb = token_str(s->text, &s->t[i]);
        equals |= str_eq(verb, STR("bằng")) || (part && str_eq(verb, STR("đạt")));
    }
    if (!equals)
        return;
    for (size_t i = k, seen = 0; i-- > 0 && seen < 6; seen++)
        if (s->f[i]->kind == FIGURE_PERCENT && !s->f[i]->dir) {
            if (sites[i].basis == BASIS_PLAN || sites[i].basis == BASIS_TARGET)
                sites[k].basis = sites[i].basis;
            return;
        }
}

/* "tăng 8,9%, thấp hơn cùng kỳ 1,6 điểm %": a comparison of rates covers only itself. */
static bool compares_rates(const Scene *s, size_t k)
{
    size_t from = k ? s->f[k - 1]->to : s->from;
    for (size_t i = from; i < s->f[k]->from; i++) {
        uint32_t roles = scene_start(s, i);
        if ((roles & ROLE_COMPARE) && (roles & (ROLE_BE | ROLE_RISE)) && i + 1 < s->f[k]->from &&
            scene_word(s, i + 1, STR("hơn")))
            return true;
    }
    return false;
}

void basis_close(const Scene *s, size_t k, Site *sites)
{
    const Site *site = &sites[k];
    if (!site->based) {
        share_alike(s, k, sites);
        return;
    }
    if (s->f[k]->dir || (k > 0 && site->open && sites[k - 1].open != site->open && s->f[k - 1]->dir)) {
        bool spreads = (site->basis == BASIS_YOY || site->basis == BASIS_PREV) && !compares_rates(s, k);
        for (size_t i = k; spreads && i-- > 0;) {
            if (sites[i].clause != site->clause || !s->f[i]->dir || sites[i].basis != BASIS_NONE)
                return;
            if (s->f[i]->kind == FIGURE_DURATION)
                return;
            sites[i].basis = site->basis;
        }
        return;
    }
    if (s->f[k]->kind != FIGURE_PERCENT || span_empty(site->base))
        return;
    if (k > 0 && s->f[k - 1]->kind == FIGURE_RATIO && !counts_part(s->f[k - 1]) && !sites[k - 1].rank &&
        sites[k - 1].basis == BASIS_NONE && span_empty(site->before) && sites[k - 1].clause == site->clause)
        sites[k - 1].basis = site->basis; /* "đạt | 142/231 tỷ đồng |, bằng 61,5% kế hoạch" */
    for (size_t i = k; i > 0 && adjoining(i, sites); i--) {
        if (s->f[i - 1]->kind != FIGURE_PERCENT || s->f[i - 1]->dir || sites[i - 1].basis != BASIS_NONE)
            return;
        sites[i - 1].basis = site->basis;
    }
}
