/* SPDX-License-Identifier: ISC */
#include "page.h"

#include <stdlib.h>

#include "course.h"
#include "frame.h"
#include "glue.h"
#include "seam.h"
#include "seen.h"
#include "utf8.h"

enum {
    NEW_NAMES = 6,      /* what they say for a page that begins with their headline … */
    NEW_CAPTION = 7,    /* … with a caption, which else seldom begins one … */
    OPENER = 4,         /* … with words that open one, behind a sentence … */
    FRAME = 8,          /* … with the two lines that another page began with … */
    PRINTED = 5,        /* … with what stands beside an article, under a site's address … */
    GLUED_LEAD = 6,     /* … with a dateline glued to the word before … */
    HTML_TITLE = 17,    /* … with a headline over its first menu word, under a site's address … */
    STRAY = 2,          /* … with words that no table knows … */
    MASTHEAD = 3,       /* … or with the name of who publishes it */
    BOXED = 4,          /* … for a link behind the head of a box */
    SIGNED = 12,        /* … for a name behind its label */
    OF_LINK = 9,        /* … for a date under a link to another page … */
    ITEM = 4,           /* … for text that is an item of a list announced before it … */
    IMPRINT = -4,       /* … for who publishes a site, behind what stands below an article … */
    IN_MENU = 1,        /* … for a rubric over another word of a menu */
    CREDITED = 7,       /* … for a caption over the photographer's name */
    ARTICLE_BYTES = 600 /* an agency's letters inside a longer line may open a page, its host in any */
};

typedef struct {
    Str text;
    uint64_t number;
    uint32_t pieces; /* of it that stand before this text */
    bool cut;        /* the document before ends within it */
} PageLine;

/* Behind a credit or words of a foot no line is an item; behind running text one that counts something;
 * behind a line that announces a list all are. */
typedef enum { NO_LIST, LIST_LIKELY, LIST_ANNOUNCED } List;

struct Page {
    Words *words;
    SeenLines *seen;
    Frames *frames;
    bool certain; /* the page began at a certain boundary */
    Course *course;
    bool infer, ended;
    Arena arena[2]; /* texts of the lines; the other one when a document leaves */
    unsigned side;
    PageLine *lines;
    size_t n_lines, cap;
    size_t bytes;
    bool held; /* the last line is not in the course yet: its twin may follow */
    bool was_twin;
    Sight before; /* the line before it */
    List list;    /* may what has a dash behind it be an item of the text? */
    Items out;
};

Page *page_new(Words *words)
{
    Page *p = xrealloc(NULL, 1, sizeof *p);
    *p = (Page){.words = words, .seen = seen_new(), .course = course_new()};
    p->frames = frames_new();
    p->certain = true;
    return p;
}

void page_free(Page *p)
{
    if (!p)
        return;
    arena_free(&p->arena[0]);
    arena_free(&p->arena[1]);
    seen_free(p->seen);
    frames_free(p->frames);
    course_free(p->course);
    free(p->lines);
    free(p->out.items);
    free(p);
}

void page_infer(Page *p, bool infer)
{
    p->infer = infer;
}

size_t page_bytes(const Page *p)
{
    return p->bytes;
}

/* A piece is less sure than a whole line. */
static void doubt_piece(const Look *look, bool first, bool last, bool spaced, bool sure, int16_t odds[PARTS])
{
    if (first && last)
        return;
    /* "2024-09-25 10:02 Title" in a list of links stays whole */
    odds[PART_DATE] = (int16_t)(odds[PART_DATE] - 8);
    /* "… khảo sát của Euro|Cham cho thấy …": a page ends behind a sentence or an author */
    if (!last && !sure && (look->flags & LOOK_LONG) && look->tail_small > 1)
        for (size_t i = 0; i < PARTS; i++)
            odds[i] = (int16_t)(odds[i] - 10);
    bool barred = str_starts(look->text, STR("|")); /* Minh Hà | 12/03/2021 | 0 bình luận */
    if (!last && !barred) {
        odds[PART_CLOCK] = (int16_t)(odds[PART_CLOCK] - 7);
        odds[PART_STAMP] = (int16_t)(odds[PART_STAMP] - 7);
    }
    /* "… tỉnh.Đồng chí …" lacks a space; "… này.Ngày 28-10, …" begins a page */
    if (!first) {
        odds[PART_STAMP] = (int16_t)(odds[PART_STAMP] - (barred ? 0 : 7)); /* Title (27/09/2018 09:10) */
        odds[PART_ARTICLE] = NEVER;
        if (spaced && str_starts(look->text, STR("("))) /* Link to another page (27/09/2018) */
            odds[PART_CLOCK] = NEVER;
        else if (spaced)
            odds[PART_CLOCK] = (int16_t)(odds[PART_CLOCK] - 7);
        if (!spaced && !(look->flags & (LOOK_DATELINE | LOOK_AGENCY)))
            odds[PART_LEAD] = (int16_t)(odds[PART_LEAD] - 8);
    }
}

typedef struct {
    bool twice;    /* the next line, or the one before, is the same */
    size_t seam;   /* the cut behind which a headline begins a page, 0 for none … */
    int begins;    /* … what speaks for words that open one …  */
    int kinship;   /* … how much speaks for it in the line behind … */
    Str next;      /* the line behind */
    bool below;    /* the line before stands below an article */
    uint32_t text; /* … and where the sentences before it end: an author is not looked at */
} CutHow;

static bool has_digit(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9')
            return true;
    return false;
}

/* Cổng thông tin điện tử, and below it: huyện Trùng Khánh */
static bool begins_small(Str s)
{
    size_t at = 0;
    return s.n && cp_is_lower(utf8_next(s, &at));
}

static Str first_word(Str s)
{
    const char *space = memchr(s.p, ' ', s.n);
    return space ? str_sub(s, 0, (size_t)(space - s.p)) : s;
}

/* PHƯỜNG HÒA AN and a menu below it, but none of Huyện An Khê, Huyện An Lão … */
static bool masthead(const Page *p, Str text, Str next)
{
    enum { MENU_BYTES = 60 };
    if (!next.n)
        return false;
    Str word = first_word(text);
    bool row = memchr(next.p, '|', next.n);
    if ((next.n > MENU_BYTES && !row) || str_eq(first_word(next), word) || has_digit(next) ||
        next.p[0] == '[' || memchr(next.p, ',', next.n)) /* [Đóng cửa sổ]; Khối 4, phường Bình Minh */
        return false;
    return p->n_lines < 2 || !str_eq(first_word(p->lines[p->n_lines - 2].text), word);
}

/* What speaks for a page that begins with this text, by the line behind; `before`: the line before it. */
static int opening(const Page *p, Str text, Str next, Masthead kind, Masthead before)
{
    if (!p->infer)
        return 0;
    bool over = kind == MASTHEAD_BODY && !before && masthead(p, text, next);
    bool broken = kind == MASTHEAD_LINE && begins_small(next);
    int name = over && p->before.stray ? 1
               : over || broken        ? MASTHEAD
                                       : 0; /* among words of a menu it may be one */
    return name + (frames_know(p->frames, text, next) ? FRAME : 0);
}

/* What the line behind needs to know of a line that is cut: of its last piece, and of all that end it. */
static void note_piece(Page *p, const Sight *piece, bool whole)
{
    p->before.rounds_off = piece->rounds_off;
    p->before.site_foot = piece->site_foot;
    p->before.below |= piece->below;
    if (!whole && piece->masthead > p->before.masthead)
        p->before.masthead = piece->masthead;
}

/* … Bình MinhSáng 27/4, …: no space lacks there behind a full stop */
static bool glued_lead(const Look *look, Str text, size_t at)
{
    uint32_t before = utf8_prev(text, &at);
    return (look->flags & (LOOK_DATELINE | LOOK_AGENCY)) && (cp_is_lower(before) || cp_is_upper(before));
}

/* The held line, in every way it may be cut. */
static void settle_cuts(Page *p, Str text, const uint32_t *cut, size_t pieces, CutHow how)
{
    size_t start = course_last(p->course) - pieces;
    Look look;
    for (size_t to = 1; to <= pieces; to++) {
        int ends = 0;
        for (size_t from = 0; from < to; from++) {
            int16_t odds[PARTS];
            uint32_t end = how.text && to == how.seam ? how.text : cut[to];
            end = end > cut[from] ? end : cut[to];
            look_at(p->words, str_trim(str_sub(text, cut[from], end - cut[from])), &look);
            part_odds(&look, how.twice, odds);
            if (from == 0)
                ends = part_ends(&look);
            if (how.seam && from == how.seam)
                odds[PART_TITLE] = (int16_t)(odds[PART_TITLE] + how.kinship);
            int begins = part_begins(&look) + (how.seam && from == how.seam ? how.begins : 0);
            Sight piece = part_sight(&look);
            if (to == pieces)
                note_piece(p, &piece, from == 0);
            if (from > 0 && to == pieces)
                begins += opening(p, str_from(text, cut[from]), how.next, piece.masthead, NO_MASTHEAD);
            if (from == 0 && how.below && piece.imprint)
                odds[PART_SITE] += IMPRINT;
            bool spaced = from > 0 && text.p[cut[from] - 1] == ' ';
            begins += from > 0 && glued_lead(&look, text, cut[from]) ? GLUED_LEAD : 0;
            bool sure = how.seam && to == how.seam && !how.text; /* … Nhóm phóng viên (phugia.vn) - Sáng … */
            doubt_piece(&look, from == 0, to == pieces, spaced, sure, odds);
            course_piece(p->course, start + from, start + to,
                         (CoursePiece){odds, from > 0, p->infer && from > 0 && !spaced, p->infer,
                                       how.seam && from == how.seam, begins});
        }
        course_finish(p->course, start + to, ends);
    }
}

/* Adds a seam at byte `at` to the cuts. Gives how many there are. */
static size_t add_cut(uint32_t *cut, size_t cuts, uint32_t at, CutHow *how)
{
    size_t k = cuts + 1;
    for (; k > 1 && cut[k - 1] >= at; k--)
        if (cut[k - 1] == at)
            return cuts;
    memmove(cut + k + 1, cut + k, (cuts + 1 - k) * sizeof *cut);
    cut[k] = at;
    how->seam = k;
    return cuts + 1;
}

/* The same for the headline of the next page behind the last sentence. */
static size_t add_seam(Page *p, const Look *look, Str next, uint32_t *cut, size_t cuts, CutHow *how)
{
    enum { OPENER_WORDS = 12 };
    uint32_t opener = look->tail_words < OPENER_WORDS ? seam_opener(p->words, look, &how->text) : 0;
    if (opener) {
        how->begins = OPENER;
        return add_cut(cut, cuts, opener, how);
    }
    if (look->tail_words < HEADLINE_WORDS)
        return cuts;
    uint32_t at = seam_place(p->words, look, next, &how->text);
    if (!at)
        return cuts;
    int pairs = seam_kinship(str_from(look->text, at), next);
    bool capitals = seam_capitals(str_from(look->text, at)); /* the line behind has small letters */
    how->kinship = pairs > 4 ? 7 : capitals ? 4 : pairs * 2 - 3;
    return add_cut(cut, cuts, at, how);
}

/* Of a long line only the end is looked at. */
static size_t tail_of(Str s)
{
    enum { LAST_BYTES = 800 };
    return s.n > LAST_BYTES ? s.n - LAST_BYTES : 0;
}

/* Is the held line a headline over a dateline, of people or places that the page so far does not name? */
static bool new_names(Page *p, Str headline, Str next)
{
    enum { BEFORE = 6, HEADLINE_BYTES = 240, CAPTION_BYTES = 120, LEAD_BYTES = 240 };
    Str before[BEFORE];
    Look lead;
    size_t lines = p->n_lines - 1, n = lines < BEFORE ? lines : BEFORE;
    if (!p->infer || n < 2 || headline.n > HEADLINE_BYTES || next.n < LEAD_BYTES ||
        !p->words->opens[(unsigned char)next.p[0]] ||
        strchr(headline.n > CAPTION_BYTES ? ".,;:" : ",;:", headline.p[headline.n - 1]))
        return false;
    look_at(p->words, next, &lead);
    for (size_t i = 0; i < n; i++)
        before[i] = str_from(p->lines[lines - 1 - i].text, tail_of(p->lines[lines - 1 - i].text));
    return (lead.flags & LOOK_DATELINE) && seam_new_names(headline, next, before, n);
}

/* Ảnh: Lò Văn Minh */
static bool is_credit(Page *p, Str s)
{
    enum { CREDIT_BYTES = 80, CREDIT_WORDS = 9 };
    if (!s.n || s.n > CREDIT_BYTES)
        return false;
    Look look;
    look_at(p->words, s, &look);
    return look.label == KIND_CAPTION && !look.empty_label && look.words < CREDIT_WORDS;
}

static bool is_menu_word(Page *p, Str s)
{
    if (!s.n || s.n > SEEN_BYTES)
        return false;
    const SeenLine *seen = seen_before(p->seen, s);
    if (seen)
        return seen->sight.menu_word;
    Look look;
    look_at(p->words, s, &look);
    return part_sight(&look).menu_word;
}

/* Toggle navigation: does a page's menu begin with it? */
static bool begins_page(Page *p, Str s)
{
    enum { MENU_BYTES = 60 };
    if (!s.n || s.n > MENU_BYTES)
        return false;
    const SeenLine *seen = seen_before(p->seen, s);
    if (seen)
        return seen->begins > 0;
    Look look;
    look_at(p->words, s, &look);
    return part_begins(&look) > 0;
}

/* What the lines beside it speak for. */
static void look_beside(Page *p, Str text, Str next, int16_t odds[PARTS])
{
    enum { CAPTION_BYTES = 300, MAYBE = -4 };
    if (p->before.box && text.n <= CAPTION_BYTES && odds[PART_TITLE] > odds[PART_BODY])
        odds[PART_RELATED] += BOXED;
    if (p->before.signs && odds[PART_BYLINE] > MAYBE)
        odds[PART_BYLINE] += SIGNED;
    if (odds[PART_RUBRIC] > 0 && is_menu_word(p, next))
        odds[PART_RUBRIC] += IN_MENU;
    if (text.n <= CAPTION_BYTES && odds[PART_CAPTION] > MAYBE && odds[PART_BODY] > 0 && is_credit(p, next)) {
        odds[PART_CAPTION] += CREDITED;
        odds[PART_PICTURE] += CREDITED;
    }
}

/* Looks at the held line: where it may be cut, and what it may be as a whole. Gives how many cuts there are.
 */
static size_t look_at_held(Page *p, Str text, uint32_t *cut, SeenLine *seen, CutHow *how)
{
    Look look;
    look_at(p->words, text, &look);
    part_odds(&look, how->twice, seen->odds);
    seen->ends = (int16_t)part_ends(&look);
    seen->begins = (int16_t)part_begins(&look);
    seen->sight = part_sight(&look);
    if (look.user_boiler)
        return 0;
    size_t cuts = glue_places(&look, cut + 1);
    uint32_t lead = p->infer ? seam_agency(text, text.n <= ARTICLE_BYTES) : 0;
    if (lead) {
        how->begins = OPENER;
        return add_cut(cut, cuts, lead, how);
    }
    if (!p->infer || !look.tail_words || look.flags & (LOOK_RIGHTS | LOOK_CONTACT))
        return cuts;
    seen->n = 0; /* not kept: over another line it may be cut otherwise */
    return how->next.n ? add_seam(p, &look, how->next, cut, cuts, how) : cuts;
}

/* What the lines beside the held line say for a page that begins with it. */
static int begins_beside(Page *p, Str text, Str next, const Sight *sight)
{
    const Sight *before = &p->before;
    int begins = opening(p, text, next, sight->masthead, before->masthead);
    if (!before->box && new_names(p, text, next))
        begins += str_ends(text, STR(".")) ? NEW_CAPTION : NEW_NAMES;
    if (sight->stray && before->rounds_off)
        begins += STRAY;
    if (sight->tool && before->site_foot)
        begins += PRINTED;
    if (sight->link && before->site_foot && begins_page(p, next))
        begins += HTML_TITLE;
    return begins;
}

static bool in_list(List list, const Sight *sight)
{
    return list == LIST_ANNOUNCED ? sight->item : list == LIST_LIKELY && sight->counts;
}

static List list_behind(const Page *p, const Sight *sight)
{
    const Sight *before = &p->before;
    if (sight->announces)
        return before->credit || before->below ? NO_LIST : LIST_ANNOUNCED;
    if (sight->text)
        return LIST_LIKELY;
    if (sight->credit || sight->below || sight->box || sight->signs || sight->site_foot)
        return NO_LIST;
    return sight->item || p->list == NO_LIST ? p->list : LIST_LIKELY;
}

/* The held line as a whole. */
static void settle_whole(Page *p, Str text, Str next, const SeenLine *seen)
{
    size_t last = course_last(p->course);
    int16_t odds[PARTS];
    memcpy(odds, seen->odds, sizeof odds);
    look_beside(p, text, next, odds);
    if (seen->sight.bare && p->before.link)
        odds[PART_RELATED] = odds[PART_FOOT] = OF_LINK;
    if (odds[PART_BODY] < ITEM && in_list(p->list, &seen->sight))
        odds[PART_BODY] = ITEM;
    if (seen->sight.imprint && p->before.below)
        odds[PART_SITE] += IMPRINT;
    int begins = seen->begins + begins_beside(p, text, next, &seen->sight);
    course_piece(p->course, last - 1, last, (CoursePiece){odds, false, false, p->infer, false, begins});
    course_finish(p->course, last, seen->ends);
    p->list = list_behind(p, &seen->sight);
    p->before = seen->sight;
}

/* Takes the held line into the course; `next` is the line behind, empty at a certain boundary. */
static void settle_line(Page *p, bool twice, Str next)
{
    uint32_t line = (uint32_t)(p->n_lines - 1), cut[GLUE_MAX + 3];
    Str text = p->lines[line].text;
    SeenLine unkept, *seen = &unkept;
    bool known = false;
    CutHow how = {.twice = twice, .next = next, .below = p->before.below};
    p->held = false;
    if (text.n <= SEEN_BYTES && !twice)
        seen = seen_line(p->seen, text, &known);
    size_t cuts = known ? 0 : look_at_held(p, text, cut, seen, &how);
    cut[0] = 0;
    cut[cuts + 1] = (uint32_t)text.n;
    for (size_t k = 1; k <= cuts + 1; k++)
        course_add(p->course, line, cut[k]);
    if (!cuts) {
        settle_whole(p, text, next, seen);
        return;
    }
    seen->n = 0; /* not kept */
    p->before = (Sight){0};
    p->list = NO_LIST;
    settle_cuts(p, text, cut, cuts + 1, how);
}

static Str unstopped(Str s)
{
    return str_ends(s, STR(".")) ? str_sub(s, 0, s.n - 1) : s;
}

static bool same_unstopped(Str a, Str b)
{
    return a.n <= b.n + 1 && b.n <= a.n + 1 && str_eq(unstopped(a), unstopped(b));
}

void page_line(Page *p, Str text, uint64_t number, uint32_t pieces)
{
    if (p->held) {
        bool twin = same_unstopped(p->lines[p->n_lines - 1].text, text);
        settle_line(p, twin || p->was_twin, text);
        course_level(p->course);
        p->was_twin = twin;
        if (p->certain)
            frames_learn(p->frames, p->lines[p->n_lines - 1].text, text);
        p->certain = false;
    }
    p->lines = array_room(p->lines, &p->cap, p->n_lines, sizeof *p->lines);
    p->lines[p->n_lines++] = (PageLine){arena_str(&p->arena[p->side], text), number, pieces, false};
    p->bytes += text.n;
    p->held = true;
}

void page_end(Page *p)
{
    if (p->held)
        settle_line(p, p->was_twin, (Str){0});
    p->was_twin = false;
    p->list = NO_LIST;
    p->before = (Sight){0};
    p->ended = p->certain = true;
}

static void add_item(Page *p, Item item)
{
    p->out.items = array_room(p->out.items, &p->out.cap, p->out.n, sizeof *p->out.items);
    p->out.items[p->out.n++] = item;
}

/* The pieces up to node `end`. */
static void collect(Page *p, size_t end)
{
    const uint8_t *part = course_trace(p->course, end, p->ended);
    uint32_t from = 0, line = UINT32_MAX, piece = 0;
    p->out.n = 0;
    for (size_t i = 1; i <= end; i++) {
        if (part[i] == PARTS)
            continue;
        if (course_line(p->course, i) != line) {
            line = course_line(p->course, i);
            from = 0;
            piece = p->lines[line].pieces;
        }
        const PageLine *l = &p->lines[line];
        uint32_t to = course_to(p->course, i);
        piece++;
        add_item(p, (Item){.number = l->number,
                           .piece = piece > 1 ? piece : 0,
                           .kind = part_kind[part[i]],
                           .cut = l->cut || from > 0 || to < l->text.n,
                           .text = str_trim(str_sub(l->text, from, to - from))});
        from = to;
    }
}

/* Texts of the lines that stay move to the other arena; those of the items live in this one. */
static void change_arena(Page *p, size_t line)
{
    p->side ^= 1;
    arena_reset(&p->arena[p->side]);
    p->bytes = 0;
    for (size_t i = line; i < p->n_lines; i++) {
        PageLine l = p->lines[i];
        l.text = arena_str(&p->arena[p->side], l.text);
        p->lines[i - line] = l;
        p->bytes += l.text.n;
    }
    p->n_lines -= line;
}

/* Drops the document up to node `end`. */
static void drop(Page *p, size_t end)
{
    uint32_t line = course_line(p->course, end), cut = course_to(p->course, end);
    if (cut < p->lines[line].text.n) { /* the next document begins inside the line */
        p->lines[line].text = str_from(p->lines[line].text, cut);
        p->lines[line].pieces = 0;
        p->lines[line].cut = true;
    } else {
        line++;
        cut = 0;
    }
    course_drop(p->course, end, line, cut);
    change_arena(p, line);
}

bool page_take(Page *p, Items *items)
{
    size_t last = course_last(p->course);
    size_t end = last == 0 ? 0 : p->ended ? course_final(p->course) : course_settled(p->course);
    if (!end) {
        p->ended = p->ended && last > 0;
        return false;
    }
    collect(p, end);
    *items = p->out;
    if (end < last) {
        drop(p, end);
    } else {
        course_begin(p->course);
        change_arena(p, p->n_lines);
    }
    return true;
}
