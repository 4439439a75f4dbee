/* SPDX-License-Identifier: ISC */
#include "aim.h"

const Str aim_names[] = {
    [AIM_NONE] = {"", 0}, [AIM_TARGET] = {"target", 6}, [AIM_FORECAST] = {"forecast", 8}};

static const uint32_t goal_roles = ROLE_GOAL | ROLE_PLAN | ROLE_TARGET;

enum { LEAD_WORDS = 4 };

/* "Các chỉ tiêu chủ yếu", "Phương hướng, nhiệm vụ năm 2024": the word that makes a heading one of goals
 * stands near its beginning. */
static bool opens_heading(const Scene *s, size_t i)
{
    size_t lead = 0;
    for (size_t k = s->from; k < i; k++)
        lead += s->t[k].type == TOKEN_WORD && !scene_time(s, k);
    return lead <= LEAD_WORDS;
}

Aim aim_heading(const Scene *s, bool line)
{
    Aim aim = AIM_NONE;
    for (size_t i = s->from; i < s->to; i++) {
        uint32_t roles = scene_start(s, i);
        if (roles & ROLE_DONE)
            return AIM_NONE;
        if (!line && ((roles & ROLE_WEAK) || !opens_heading(s, i)))
            continue;
        if (roles & (ROLE_AIM | ROLE_GOAL))
            aim = AIM_TARGET;
        else if ((roles & ROLE_FORECAST) && aim == AIM_NONE)
            aim = AIM_FORECAST;
    }
    return aim;
}

bool aim_sentence(const Scene *s, AimState *state, Aim scope, bool weak)
{
    bool goes_on = scene_start(s, s->from) & ROLE_ALSO;
    if (!goes_on) {
        state->open = scope;
        state->weak = weak;
        state->will = state->once = false;
    }
    state->at = s->from;
    return goes_on;
}

/* "mục tiêu đề ra", "kế hoạch đặt ra": the verb only tells which goal. */
static bool tells_which(const Scene *s, size_t i)
{
    size_t k = i;
    while (k > s->from && k + 6 > i && s->t[k - 1].type == TOKEN_WORD && !s->figure[k - 1 - s->from]) {
        k--;
        if (scene_role(s, k) & ROLE_GOAL)
            return true;
        if (scene_role(s, k) & (ROLE_BE | ROLE_HAVE))
            return false;
    }
    return false;
}

static bool in_base(size_t i, size_t k, const Site *sites)
{
    for (size_t f = k < 2 ? 0 : k - 1; f <= k; f++)
        if (i >= sites[f].base.from && i < sites[f].base.to)
            return true;
    return false;
}

/* "kế hoạch năm 2023 là …", "chỉ tiêu huyện giao là …", "Các chỉ tiêu chủ yếu: …" */
static bool names_goal(const Scene *s, size_t i, size_t to)
{
    if (!(scene_start(s, i) & (ROLE_GOAL | ROLE_PLAN)))
        return false;
    const Time *until = scene_time(s, scene_cue_end(s, i));
    if (until && until->period.type == PERIOD_UNTIL && !until->period.b.day)
        return true; /* "Chỉ tiêu đến năm 2030 đón 2 triệu lượt khách" */
    for (size_t k = i + 1; k < to && k < i + 24; k++) {
        if (scene_mark(s, k, ':') || scene_word(s, k, STR("là")))
            return true;
        if (scene_mark(s, k, ',') || scene_mark(s, k, ';'))
            return false;
        if ((scene_start(s, k) & (ROLE_DONE | ROLE_RISE | ROLE_BE)) && !scene_hit(s, k))
            return false;
    }
    return false;
}

static void open_goal(const Scene *s, size_t i, size_t k, const Site *sites, AimState *state)
{
    bool weak = scene_start(s, i) & ROLE_WEAK, will = scene_word(s, i, STR("sẽ"));
    if (weak && i > sites[k].subject.from && i < sites[k].subject.to)
        return; /* "tổng số vụ việc phải giải quyết là 3.194 vụ" */
    if ((will && state->open == AIM_FORECAST) || (weak && state->open == AIM_TARGET))
        return;
    state->open = AIM_TARGET;
    state->weak = weak;
    state->will = will;
}

enum { TASK_WORDS = 12 }; /* from hoàn thành to the figure */

/* Can it be a goal that "cần", "phải", "sẽ" tell: "sẽ xóa nhà tạm cho 6.700 hộ", not "phải kỷ luật 9 đảng
 * viên"? */
static bool can_be_goal(const Scene *s, const Figure *f, const Site *site, Str code, bool told)
{
    if (forms_have(&s->counted[COUNTED_FACT], code))
        return false;
    if (code.n || (f->kind == FIGURE_PERCENT && told))
        return true;
    /* "phải di dời xong 316 hộ", "chuẩn bị tối thiểu 5.000 thùng" */
    if (f->mod == MOD_AT_LEAST || f->mod == MOD_AT_MOST)
        return true;
    size_t left = f->from > s->from + TASK_WORDS ? f->from - TASK_WORDS : s->from;
    for (size_t i = left > site->left ? left : site->left; i < f->from; i++) {
        Str w = token_str(s->text, &s->t[i]);
        if (str_eq(w, STR("xong")) || (str_eq(w, STR("hoàn")) && scene_word(s, i + 1, STR("thành"))))
            return true;
    }
    return false;
}

/* The number of goals and tasks is no goal. */
static bool counts_goals(const Scene *s, const Figure *f)
{
    return forms_have(&s->counted[COUNTED_GOAL], f->unit);
}

/* "18 chỉ tiêu chủ yếu đến năm 2025: …": the goals that were counted follow. */
static bool goals_before(const Scene *s, size_t k, size_t colon)
{
    if (colon < s->f[k]->to || colon > s->f[k]->to + 12)
        return false;
    for (size_t i = s->f[k]->to; i < colon; i++)
        if (scene_mark(s, i, ';') || (scene_start(s, i) & ROLE_DONE) ||
            ((scene_start(s, i) & ROLE_BE) && !(scene_start(s, i) & ROLE_BOUND) && !scene_time(s, i)))
            return false;
    return true;
}

/* "Kế hoạch vốn năm 2024 là | 3.945 tỷ đồng; …": a goal of one figure only. */
static bool told_once(const Scene *s, size_t to)
{
    size_t i = to;
    while (i > s->from && (scene_role(s, i - 1) & ROLE_BOUND) && !(scene_role(s, i - 1) & ROLE_LINK))
        i--;
    return i < s->to && scene_word(s, i - 1, STR("là"));
}

static const uint32_t open_roles = ROLE_AIM | ROLE_FORECAST | ROLE_DONE | ROLE_GOAL | ROLE_PLAN;

/* `parts` are those of all cues up to `to`. */
static void read_words(const Scene *s, size_t k, size_t to, uint32_t parts, const Site *sites,
                       AimState *state)
{
    size_t at = state->at;
    bool colons = k > 0 && counts_goals(s, s->f[k - 1]);
    state->at = to;
    if (!(parts & open_roles) && !state->once && !colons)
        return;
    for (size_t i = at; i < to; i++) {
        uint32_t roles = scene_start(s, i);
        if (state->once && scene_mark(s, i, ';'))
            state->open = AIM_NONE;
        if (!(roles & open_roles) && !(colons && scene_mark(s, i, ':')))
            continue;
        if (s->figure[i - s->from] || in_base(i, k, sites))
            continue;
        bool behind = k > 0 && i == s->f[k - 1]->to; /* "từ 48 triệu đồng hiện nay lên 65 triệu đồng" */
        if ((roles & ROLE_AIM) && !tells_which(s, i)) {
            open_goal(s, i, k, sites, state);
        } else if ((roles & ROLE_FORECAST) && (state->open != AIM_TARGET || (state->weak && !state->will)))
            state->open = AIM_FORECAST;
        else if ((roles & ROLE_DONE) && !behind)
            state->open = AIM_NONE;
        else if (names_goal(s, i, to) || (colons && scene_mark(s, i, ':') && goals_before(s, k - 1, i))) {
            state->open = AIM_TARGET;
            state->weak = false;
            state->once = told_once(s, to);
            continue;
        } else
            continue;
        state->once = false;
    }
}

/* Is token i of a share, of an amount in this unit? */
static bool shares(const Scene *s, size_t i, Str unit)
{
    uint32_t f = s->figure[i - s->from];
    return f > 1 && s->f[f - 1]->kind == FIGURE_PERCENT && str_eq(s->f[f - 2]->unit, unit);
}

/* "(mục tiêu là 65%)", "cao hơn mục tiêu đề ra (6,5%)": only the bracket is a goal. */
static bool goal_in_bracket(const Scene *s, size_t k, const Site *site)
{
    size_t open = site->open - 1;
    for (size_t i = site->left; i < s->f[k]->from; i++)
        if (scene_start(s, i) & goal_roles)
            return true;
    for (size_t i = open; i > s->from && i + 12 > open; i--) {
        if (s->t[i - 1].type != TOKEN_WORD || s->figure[i - 1 - s->from])
            return false;
        uint32_t roles = scene_start(s, i - 1);
        if (!(roles & (goal_roles | ROLE_AIM)))
            continue;
        if (i - 1 > s->from && shares(s, i - 2, s->f[k]->unit))
            return true; /* "412 đảng viên, đạt 68% chỉ tiêu (600 đảng viên)" */
        bool told = i - 1 > s->from && (scene_role(s, i - 2) & (ROLE_COMPARE | ROLE_BOUND | ROLE_BE));
        if (told || (roles & goal_roles))
            return told; /* "thấp hơn yêu cầu của tỉnh (50%)"; not "đề ra" of "chỉ tiêu đề ra" */
    }
    return false;
}

/* "cao hơn mức 6 tháng đầu năm (13,26%)" */
static bool compared_in_bracket(const Scene *s, const Site *site)
{
    size_t open = site->open - 1;
    for (size_t i = open; i > s->from && i + 12 > open; i--) {
        if (s->figure[i - 1 - s->from] || scene_mark(s, i - 1, ','))
            return false;
        if (scene_start(s, i - 1) & ROLE_COMPARE)
            return true;
    }
    return false;
}

/* "với | tổng kinh phí" */
static bool with_cost(const Scene *s, size_t i)
{
    size_t end = (scene_start(s, i) & ROLE_HEAD) ? scene_cue_end(s, i) : 0;
    return end && scene_word(s, end - 1, STR("phí")) && scene_word(s, i - 1, STR("với"));
}

static bool allotted(const Scene *s, size_t k, const Site *site)
{
    if (s->f[k]->kind != FIGURE_MONEY || !(s->parts & ROLE_ALLOT))
        return false;
    for (size_t i = site->left; i < s->f[k]->from; i++)
        if (((scene_start(s, i) & ROLE_ALLOT) && !scene_hit(s, i)) || (i > s->from && with_cost(s, i)))
            return true;
    return false;
}

/* "bằng 90% mục tiêu đến năm 2010 là | 32 nghìn con" */
static bool goal_of_base(const Scene *s, size_t k, const Site *sites)
{
    if (k == 0 || s->f[k]->dir || s->f[k - 1]->kind != FIGURE_PERCENT)
        return false;
    const Site *last = &sites[k - 1];
    return (last->basis == BASIS_PLAN || last->basis == BASIS_TARGET) && last->base.to + 1 >= s->f[k]->from &&
           last->base.from < last->base.to && scene_word(s, s->f[k]->from - 1, STR("là"));
}

/* "316 hộ, | 1.127 nhân khẩu" */
static bool listed(const Scene *s, size_t k)
{
    return k > 0 && s->f[k - 1]->aim.n && s->f[k]->from <= s->f[k - 1]->to + 1;
}

Aim aim_of(const Scene *s, size_t k, const Site *sites, Str code, AimState *state)
{
    const Figure *f = s->f[k];
    const Site *site = &sites[k];
    Aim before = state->open;
    read_words(s, k, f->from, site->parts, sites, state);
    Aim aim = goal_of_base(s, k, sites) ? AIM_TARGET : state->open;
    if (site->open) {
        if (k == 0 || sites[k - 1].open != site->open)
            state->open = before; /* what a bracket opens it closes */
        if (goal_in_bracket(s, k, site)) {
            aim = AIM_TARGET;
        } else if (compared_in_bracket(s, site)) {
            aim = AIM_NONE;
        }
    }
    if (f->kind == FIGURE_DURATION || f->mod == MOD_FROM || counts_goals(s, f) || allotted(s, k, site))
        return AIM_NONE;
    if ((f->kind == FIGURE_NUMBER || (aim == AIM_FORECAST && !code.n && f->kind != FIGURE_MEASURE)) &&
        !site->told)
        return AIM_NONE;
    if (aim == AIM_TARGET && aim == state->open && state->weak && !listed(s, k) &&
        !can_be_goal(s, f, site, code, site->told && !state->will))
        return AIM_NONE;
    return aim;
}

void aim_end(const Scene *s, size_t k, const Site *sites, AimState *state)
{
    read_words(s, k, s->to, open_roles, sites, state);
}
