/* SPDX-License-Identifier: ISC */
#include "page.h"

#include <stdlib.h>

#include "glue.h"
#include "seen.h"

enum {
    DEAD = -1000000,
    BEAM = 30,     /* a course this far behind the best one is given up */
    FORLORN = 20,  /* a part this far behind the likeliest one of a line is not tried */
    BOUNDARY = -6, /* a new document where no mark says so */
    CUT = -3,      /* a line of two pieces */
    WINDOW = 400   /* nodes behind an open boundary after which the best course decides */
};

typedef struct {
    Str text;
    uint64_t number;
    uint32_t pieces; /* of it that stand before this text */
} PageLine;

/* The end of a piece, and the best way to have come there for each part the piece may be. */
typedef struct {
    uint32_t line, to; /* the piece ends before this byte of the line */
    int32_t score[PARTS];
    uint32_t first[PARTS]; /* node behind which the course's first new document begins, 0: none */
    uint8_t back[PARTS];   /* part before */
    uint8_t step[PARTS];   /* nodes back */
    uint32_t opened;       /* bit of each part: the piece begins a document */
    int32_t best, close;   /* best score; best score of a course that ends here */
    uint8_t close_part;
    uint8_t live[PARTS], n_live; /* parts of the courses not given up */
} Node;

struct Page {
    Words *words;
    SeenLines *seen;
    bool infer, ended;
    Arena arena[2]; /* texts of the lines; the other one when a document leaves */
    unsigned side;
    PageLine *lines;
    size_t n_lines, lines_cap;
    Node *nodes; /* nodes[0] is where the document begins */
    size_t n_nodes, nodes_cap;
    size_t bytes;
    bool held; /* the last line is not in the nodes yet: its twin may follow */
    bool was_twin;
    Items out;
    Part *course; /* parts of the nodes of the document that leaves, 255: not a piece's end */
    size_t course_cap;
};

Page *page_new(Words *words)
{
    Page *p = xrealloc(NULL, 1, sizeof *p);
    memset(p, 0, sizeof *p);
    p->words = words;
    p->seen = seen_new();
    return p;
}

void page_free(Page *p)
{
    arena_free(&p->arena[0]);
    arena_free(&p->arena[1]);
    seen_free(p->seen);
    free(p->lines);
    free(p->nodes);
    free(p->out.items);
    free(p->course);
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

static void add_node(Page *p, uint32_t line, uint32_t to)
{
    p->nodes = array_room(p->nodes, &p->nodes_cap, p->n_nodes, sizeof *p->nodes);
    Node *node = &p->nodes[p->n_nodes++];
    node->line = line;
    node->to = to;
    node->opened = 0;
    node->n_live = 0;
    node->best = DEAD;
    for (size_t i = 0; i < PARTS; i++) {
        node->score[i] = DEAD;
        node->first[i] = 0;
    }
}

static void offer(Node *to, Part part, int32_t score, const Node *from, Part back, size_t from_index,
                  size_t step, bool opens)
{
    if (score <= to->score[part])
        return;
    to->score[part] = score;
    to->back[part] = (uint8_t)back;
    to->step[part] = (uint8_t)step;
    if (opens)
        to->opened |= 1u << part;
    else
        to->opened &= ~(1u << part);
    uint32_t first = from_index ? from->first[back] : 0;
    to->first[part] = first || !opens ? first : (uint32_t)from_index;
}

/* The best course of `from` to go on with `part`; PARTS when there is none. */
static Part best_before(const Node *from, Part part, bool inside, int32_t *best)
{
    Part back = PARTS;
    *best = DEAD;
    for (size_t i = 0; i < from->n_live; i++) {
        Part before = (Part)from->live[i];
        int32_t score = from->score[before] + part_next[before][part];
        if (score > *best && !(inside && part_kind[before] == part_kind[part])) {
            *best = score;
            back = before;
        }
    }
    return back;
}

/* A piece between two nodes, of which `odds` says what it may be. `inside`: it does not begin the line. */
static void extend(Page *p, size_t from_index, size_t to_index, const int16_t odds[PARTS], bool inside)
{
    const Node *from = &p->nodes[from_index];
    Node *to = &p->nodes[to_index];
    size_t step = to_index - from_index;
    int cut = inside ? CUT : 0, least = NEVER;
    for (Part part = 0; part < PARTS; part++)
        if (odds[part] - FORLORN > least)
            least = odds[part] - FORLORN;
    for (Part part = 0; part < PARTS; part++) {
        if (odds[part] < least)
            continue;
        if (!from_index) { /* where the document begins */
            offer(to, part, odds[part] + part_opens[part], from, 0, 0, step, false);
            continue;
        }
        int32_t best;
        Part back = best_before(from, part, inside, &best);
        if (back != PARTS)
            offer(to, part, best + odds[part] + cut, from, back, from_index, step, false);
        if (p->infer && from->n_live)
            offer(to, part, from->close + BOUNDARY + part_opens[part] + odds[part] + cut, from,
                  (Part)from->close_part, from_index, step, true);
    }
}

static void finish_node(Node *node, int ends)
{
    node->close = DEAD * 2;
    for (Part i = 0; i < PARTS; i++) {
        if (node->score[i] > node->best)
            node->best = node->score[i];
        if (node->score[i] + part_closes[i] > node->close) {
            node->close = node->score[i] + part_closes[i];
            node->close_part = (uint8_t)i;
        }
    }
    node->close += ends;
    node->n_live = 0;
    for (Part i = 0; i < PARTS; i++)
        if (node->best > DEAD && node->score[i] >= node->best - BEAM)
            node->live[node->n_live++] = (uint8_t)i;
}

/* A piece is less sure than a whole line. */
static void doubt_piece(const Look *look, bool first, bool last, int16_t odds[PARTS])
{
    if (first && last)
        return;
    /* "2024-09-25 10:02 Title" in a list of links stays whole */
    odds[PART_DATE] = (int16_t)(odds[PART_DATE] - 8);
    if (!last) {
        odds[PART_CLOCK] = (int16_t)(odds[PART_CLOCK] - 7);
        odds[PART_STAMP] = (int16_t)(odds[PART_STAMP] - 7);
    }
    /* "… tỉnh.Đồng chí …" lacks a space; "… này.Ngày 28-10, …" begins a page */
    if (!first) {
        odds[PART_ARTICLE] = NEVER;
        if (!(look->flags & (LOOK_DATELINE | LOOK_AGENCY)))
            odds[PART_LEAD] = (int16_t)(odds[PART_LEAD] - 8);
    }
}

/* The held line, in every way it may be cut. */
static void settle_cuts(Page *p, Str text, const uint32_t *cut, size_t pieces, bool twice)
{
    size_t start = p->n_nodes - 1 - pieces;
    Look look;
    for (size_t to = 1; to <= pieces; to++) {
        int ends = 0;
        for (size_t from = 0; from < to; from++) {
            int16_t odds[PARTS];
            look_at(p->words, str_trim(str_sub(text, cut[from], cut[to] - cut[from])), &look);
            part_odds(&look, twice, odds);
            if (from == 0)
                ends = part_ends(&look);
            doubt_piece(&look, from == 0, to == pieces, odds);
            extend(p, start + from, start + to, odds, from > 0);
        }
        finish_node(&p->nodes[start + to], ends);
    }
}

/* Takes the held line into the nodes. */
static void settle_line(Page *p, bool twice)
{
    uint32_t line = (uint32_t)(p->n_lines - 1), cut[GLUE_MAX + 2];
    Str text = p->lines[line].text;
    SeenLine unkept, *seen = &unkept;
    bool known = false;
    size_t cuts = 0;
    p->held = false;
    if (text.n <= SEEN_BYTES && !twice)
        seen = seen_line(p->seen, text, &known);
    if (!known) {
        Look look;
        look_at(p->words, text, &look);
        cuts = look.user_boiler ? 0 : glue_places(&look, cut + 1);
        part_odds(&look, twice, seen->odds);
        seen->ends = (int16_t)part_ends(&look);
    }
    cut[0] = 0;
    cut[cuts + 1] = (uint32_t)text.n;
    for (size_t k = 1; k <= cuts + 1; k++)
        add_node(p, line, cut[k]);
    if (cuts) {
        seen->n = 0; /* not kept */
        settle_cuts(p, text, cut, cuts + 1, twice);
    } else {
        extend(p, p->n_nodes - 2, p->n_nodes - 1, seen->odds, false);
        finish_node(&p->nodes[p->n_nodes - 1], seen->ends);
    }
}

/* Scores stay small on streams of any length. */
static void rescale(Page *p)
{
    Node *last = &p->nodes[p->n_nodes - 1];
    int32_t best = last->best;
    for (size_t i = 0; i < PARTS; i++)
        last->score[i] = last->score[i] < best - 1000 ? DEAD : last->score[i] - best;
    last->best = 0;
    last->close -= best;
}

static bool alive(const Node *node, Part part)
{
    return node->score[part] >= node->best - BEAM;
}

static Str unstopped(Str s)
{
    return str_ends(s, STR(".")) ? str_sub(s, 0, s.n - 1) : s;
}

void page_line(Page *p, Str text, uint64_t number, uint32_t pieces)
{
    if (!p->n_nodes)
        add_node(p, 0, 0);
    if (p->held) {
        bool twin = str_eq(unstopped(p->lines[p->n_lines - 1].text), unstopped(text));
        settle_line(p, twin || p->was_twin);
        rescale(p);
        p->was_twin = twin;
    }
    p->lines = array_room(p->lines, &p->lines_cap, p->n_lines, sizeof *p->lines);
    p->lines[p->n_lines++] = (PageLine){arena_str(&p->arena[p->side], text), number, pieces};
    p->bytes += text.n;
    p->held = true;
}

void page_end(Page *p)
{
    if (p->held)
        settle_line(p, p->was_twin);
    p->was_twin = false;
    p->ended = true;
}

/* The node behind which the document ends: 0 when that is open yet. */
static size_t settled(const Page *p)
{
    const Node *last = &p->nodes[p->n_nodes - 1];
    uint32_t first = 0;
    Part best = 0;
    bool same = true, seen = false;
    for (Part i = 0; i < PARTS; i++) {
        if (!alive(last, i))
            continue;
        if (last->score[i] > last->score[best])
            best = i;
        if (seen && last->first[i] != first)
            same = false;
        first = last->first[i];
        seen = true;
    }
    if (same)
        return first;
    size_t open = last->first[best];
    return open && p->n_nodes - open > WINDOW ? open : 0;
}

static Part best_part(const Page *p, size_t node)
{
    const Node *at = &p->nodes[node];
    Part best = 0;
    for (Part i = 1; i < PARTS; i++)
        if (at->score[i] > at->score[best])
            best = i;
    return best;
}

/* Writes the parts of the best course up to node `end` into course[]; those behind it only lead there. */
static void trace(Page *p, size_t end, size_t last)
{
    Part part = p->ended ? (Part)p->nodes[last].close_part : best_part(p, last);
    size_t node = last;
    while (p->course_cap < p->n_nodes)
        p->course = array_room(p->course, &p->course_cap, p->course_cap, sizeof *p->course);
    for (size_t i = 0; i <= end; i++)
        p->course[i] = PARTS;
    while (node > 0) {
        if (node <= end)
            p->course[node] = part;
        Part back = (Part)p->nodes[node].back[part];
        node -= p->nodes[node].step[part];
        part = back;
    }
}

static void add_item(Page *p, Item item)
{
    p->out.items = array_room(p->out.items, &p->out.cap, p->out.n, sizeof *p->out.items);
    p->out.items[p->out.n++] = item;
}

static void collect(Page *p, size_t end)
{
    uint32_t from = 0, line = UINT32_MAX, piece = 0;
    p->out.n = 0;
    for (size_t i = 1; i <= end; i++) {
        const Node *node = &p->nodes[i];
        if (p->course[i] == PARTS)
            continue;
        if (node->line != line) {
            line = node->line;
            from = 0;
            piece = p->lines[line].pieces;
        }
        const PageLine *l = &p->lines[line];
        piece++;
        add_item(p, (Item){l->number, piece > 1 ? piece : 0, part_kind[p->course[i]],
                           str_trim(str_sub(l->text, from, node->to - from))});
        from = node->to;
    }
}

/* Drops the document up to node `end`; the lines behind it move to the other arena. */
static void drop(Page *p, size_t end)
{
    Node origin = p->nodes[end];
    size_t line = origin.line;
    uint32_t cut =
        origin.to < p->lines[line].text.n ? origin.to : 0; /* the document begins inside its line */
    if (!cut)
        line++;
    p->side ^= 1;
    arena_reset(&p->arena[p->side]);
    p->bytes = 0;
    for (size_t i = line; i < p->n_lines; i++) {
        PageLine l = p->lines[i];
        if (i == line && cut) {
            l.text = str_from(l.text, cut);
            l.pieces = 0;
        }
        l.text = arena_str(&p->arena[p->side], l.text);
        p->lines[i - line] = l;
        p->bytes += l.text.n;
    }
    p->n_lines -= line;
    for (size_t i = end + 1; i < p->n_nodes; i++) {
        Node *node = &p->nodes[i - end];
        *node = p->nodes[i];
        if (node->line == line)
            node->to -= cut;
        node->line -= (uint32_t)line;
        for (Part part = 0; part < PARTS; part++) {
            size_t step = node->step[part], at = i - end;
            if (node->score[part] <= DEAD || step > at) {
                node->score[part] = DEAD;
                continue;
            }
            size_t before = at - step;
            uint32_t first = before ? p->nodes[before].first[node->back[part]] : 0;
            bool opens = (node->opened & 1u << part) != 0 && before;
            if (before && p->nodes[before].score[node->back[part]] <= DEAD)
                node->score[part] = DEAD;
            node->first[part] = first || !opens ? first : (uint32_t)before;
        }
    }
    p->n_nodes -= end;
    p->nodes[0] = (Node){0};
}

bool page_take(Page *p, Items *items)
{
    if (p->n_nodes < 2) {
        p->ended = false;
        return false;
    }
    size_t last = p->n_nodes - 1, end = settled(p);
    if (!end && !p->ended)
        return false;
    if (p->ended) { /* the best course that can end here decides */
        const Node *node = &p->nodes[last];
        end = node->first[node->close_part];
        if (!end)
            end = last;
    }
    trace(p, end, last);
    collect(p, end);
    *items = p->out;
    if (end == last) {
        p->n_lines = p->n_nodes = 0;
        p->bytes = 0;
        p->side ^= 1;
        arena_reset(&p->arena[p->side]);
    } else {
        drop(p, end);
    }
    return true;
}
