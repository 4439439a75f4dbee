/* SPDX-License-Identifier: ISC */
#include "phrases.h"

enum {
    CUE_MOST = 12,
    PUBLISHER = 5, /* weight of names of sites among the cues … */
    TITLED = 8,    /* … of one with what it is: Báo X - Cơ quan của Đảng bộ … */
    WHOLE = 9,     /* … of words that are no name: Cơ quan của Đảng bộ … */
    RIGHTS = 7,    /* … of words of who owns it */
    SURE = 9,      /* the whole line is boilerplate */
    STARTS = 8,    /* it begins like it */
    MOSTLY = 6,    /* three words in four are */
    ELSEWHERE = 4, /* so much less at the other end of a page … */
    LEANING = 1    /* … or so little, of words that stand at both */
};

typedef struct {
    const Token *t;
    size_t n;
    size_t first, last; /* words: marks at both ends left out */
    Look *look;
    size_t phrases, menu; /* that cover it; those in the table of boilerplate */
    uint32_t name;        /* weight of cues at both ends for the name of a site or of who publishes it */
    bool starts;          /* … one of them where it begins */
    bool rights;          /* it tells whose the site is */
    int lean;             /* to the head of a page or, below 0, to its foot */
} Line;

/* The line begins with boilerplate. */
static void take_start(Look *look, uint32_t value)
{
    uint8_t elsewhere = STARTS - (value & BOILER_BOTH ? LEANING : ELSEWHERE);
    look->user_boiler |= (value & BOILER_USER) != 0;
    look->tail = value & BOILER_TAIL ? STARTS : elsewhere;
    look->first |= (value & BOILER_FIRST) != 0;
    look->head = value & BOILER_HEAD ? STARTS : elsewhere;
}

/* Số người được tiêm: 4.120 người; Điện thoại di động: 12 nghìn thuê bao: words go on behind those that begin
 * the line, up to a colon and what is counted: text, not what stands in a foot. */
static bool counted(const Line *l, size_t i)
{
    const Token *word = &l->t[i], *last = &l->t[l->last - 1];
    return (l->look->flags & LOOK_FIGURED) && i < l->last && word->type == TOKEN_WORD &&
           last->type == TOKEN_WORD && !((word->flags | last->flags) & TOKEN_CAP);
}

/* A cue counts where its table says it must stand; of a kind the longest one that begins at a word. */
static void take_cue(Line *l, const LexiconHit *hit, size_t i, uint32_t *taken)
{
    unsigned code = hit->table - W_CUE;
    Kind kind = (Kind)(code / CUE_PLACES);
    CuePlace place = (CuePlace)(code % CUE_PLACES);
    uint32_t bit = 1u << (place == CUE_START ? kind : kind + 16);
    bool here = place == CUE_START ? i == l->first : place == CUE_END ? i + hit->tokens == l->last : true;
    if (!here || (place != CUE_END && *taken & bit))
        return;
    if (kind == KIND_SOURCE) {
        l->name += place != CUE_ANY ? hit->value : 0;
        l->starts |= place == CUE_START && hit->value < WHOLE;
        l->rights |= place == CUE_ANY && hit->value >= RIGHTS;
    }
    uint32_t sum = l->look->cue[kind] + hit->value;
    l->look->cue[kind] = (uint8_t)(sum > CUE_MOST ? CUE_MOST : sum);
    *taken |= bit;
}

/* The longest phrase of boilerplate or rubrics at token i covers it. Gives the token behind. */
static size_t cover(Line *l, const LexiconHit *longest, size_t i, bool menu)
{
    uint32_t where = longest->table == W_BOILER ? longest->value : 0;
    if (i == l->first && i + longest->tokens == l->last) {
        l->look->first |= (where & BOILER_FIRST) != 0;
        l->look->box |= (where & BOILER_BOX) != 0;
        l->look->flags |= where & BOILER_PICTURE ? LOOK_FILE : 0;
    }
    l->look->tool |= i == l->first && where & BOILER_TOOL;
    /* Giáo dục, y tế, việc làm: in a row of rubrics each begins in upper case */
    if (longest->table == W_SECTION && i > l->first && !(l->t[i].flags & TOKEN_CAP))
        return i + longest->tokens;
    int weight = where & BOILER_BOTH ? LEANING : ELSEWHERE;
    for (size_t k = i; k < i + longest->tokens; k++)
        l->look->covered += l->t[k].type == TOKEN_WORD;
    l->lean += where & BOILER_HEAD ? weight : where & BOILER_TAIL ? -weight : 0;
    l->phrases++;
    l->menu += menu;
    return i + longest->tokens;
}

/* Does a name or a unit's word come next (Đảng bộ tỉnh …, Sở Y tế), or nothing? Báo cáo viên is no paper. */
static bool named(const Words *w, const Line *l, size_t i)
{
    uint32_t value;
    return i >= l->last || (l->t[i].flags & TOKEN_CAP) ||
           lexicon_match(w->lexicon, W_BODY, l->t, l->n, i, &value);
}

/* All phrases that begin at token i. Gives the token up to which the line is covered. */
static size_t take_phrases(const Words *w, Line *l, size_t i, size_t covered)
{
    LexiconHit hits[24];
    const LexiconHit *longest = NULL;
    size_t count = lexicon_hits(w->lexicon, UINT64_MAX, l->t, l->n, i, hits, 24);
    uint32_t taken = 0;
    bool menu = false;
    for (size_t k = count; k-- > 0;) { /* longest first */
        const LexiconHit *hit = &hits[k];
        if (hit->table >= W_CUE)
            take_cue(l, hit, i, &taken);
        l->look->body |= hit->table == W_BODY && i == l->first && named(w, l, i + hit->tokens);
        if (hit->table != W_BOILER && hit->table != W_SECTION)
            continue;
        if (hit->table == W_BOILER && i == l->first && (hit->value & BOILER_START) &&
            ((hit->value & BOILER_USER) || !counted(l, i + hit->tokens)))
            take_start(l->look, hit->value);
        if (!longest || hit->tokens > longest->tokens ||
            (hit->tokens == longest->tokens && hit->table == W_BOILER))
            longest = hit;
        menu |= hit->table == W_BOILER && hit->tokens == longest->tokens;
    }
    return longest && i >= covered ? cover(l, longest, i, menu) : covered;
}

static int at_most(int a, int most)
{
    return a < most ? a : most;
}

/* How sure the phrases make it that the line is boilerplate over a page or at its foot. */
static void judge(const Line *l)
{
    Look *look = l->look;
    /* a rubric or a breadcrumb is no menu; Chính trị Kinh tế Xã hội in a row is */
    if (!l->menu && (l->phrases < 3 || (look->flags & LOOK_CRUMBS)))
        return;
    if (look->section && (look->flags & LOOK_CRUMBS))
        return;
    int sure = SURE;
    if (!look->covered || look->covered < look->words) {
        if (l->phrases < 2 || look->covered * 4 < look->words * 3)
            return;
        sure = MOSTLY;
    }
    int head = l->lean < 0 ? sure - at_most(-l->lean, ELSEWHERE) : sure;
    int tail = l->lean > 0 ? sure - at_most(l->lean, ELSEWHERE) : sure;
    if (look->tail < tail)
        look->tail = (uint8_t)tail;
    if (look->head < head)
        look->head = (uint8_t)head;
}

void look_at_phrases(const Words *w, const Token *t, size_t n, Look *look)
{
    Line l = {.t = t, .n = n, .last = n, .look = look};
    while (l.first < n && t[l.first].type == TOKEN_MARK)
        l.first++;
    while (l.last > l.first && t[l.last - 1].type == TOKEN_MARK)
        l.last--;
    for (size_t i = l.first, covered = 0; i < n; i++)
        if (t[i].word && lexicon_begins(w->lexicon, t[i].word))
            covered = take_phrases(w, &l, i, covered);
    bool titled = look->cue[KIND_SOURCE] >= TITLED;
    look->publisher = l.starts && !l.rights && (l.name >= PUBLISHER || titled);
    judge(&l);
}
