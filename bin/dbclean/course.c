/* SPDX-License-Identifier: ISC */
#include "course.h"

#include <stdlib.h>

enum {
    DEAD = -1000000,
    BEAM = 22,     /* a course this far behind the best one is given up */
    FORLORN = 16,  /* a part this far behind the likeliest one of a piece is not tried */
    UNLIKELY = -3, /* a part that a piece cut off is not */
    BOUNDARY = -6, /* a new document where no mark says so */
    CUT = -3,      /* a line of two pieces … */
    GLUED = -1,    /* … in a stream of pages, without a space between them */
    WINDOW = 400,  /* nodes behind an open boundary after which the best course decides */
    RING = COURSE_REACH + 1,
    STEP_BITS = 3 /* of back[]; the part takes the rest */
};

/* What is kept of every node: how the best course came there, for each part of the piece that ends in it. */
typedef struct {
    uint32_t line, to;
    uint32_t reached, opened; /* bits of parts: there is a course; its piece begins a document */
    uint8_t back[PARTS];      /* part before << STEP_BITS | nodes back */
} Node;

/* What the next pieces need to know of a node. */
typedef struct {
    int32_t score[PARTS];
    uint32_t first[PARTS]; /* node behind which the course's first new document begins, 0: none */
    int32_t best, close;   /* best score; best score of a course that ends here … */
    uint8_t close_part;    /* … and its part */
    uint8_t live[PARTS];   /* parts of the courses that are not given up */
    uint8_t n_live;
} Front;

struct Course {
    Node *nodes;
    size_t n, cap;
    Front front[RING]; /* of the last nodes */
    uint8_t *trace;
    size_t trace_cap;
};

_Static_assert(PARTS <= 1 << (8 - STEP_BITS), "back[] holds a part in five bits");

Course *course_new(void)
{
    Course *c = xrealloc(NULL, 1, sizeof *c);
    memset(c, 0, sizeof *c);
    course_begin(c);
    return c;
}

void course_free(Course *c)
{
    if (!c)
        return;
    free(c->nodes);
    free(c->trace);
    free(c);
}

static Front *front_of(Course *c, size_t node)
{
    return &c->front[node % RING];
}

void course_begin(Course *c)
{
    c->n = 0;
    course_add(c, 0, 0);
}

size_t course_last(const Course *c)
{
    return c->n - 1;
}

size_t course_add(Course *c, uint32_t line, uint32_t to)
{
    c->nodes = array_room(c->nodes, &c->cap, c->n, sizeof *c->nodes);
    Node *node = &c->nodes[c->n];
    node->line = line;
    node->to = to;
    node->reached = node->opened = 0;
    Front *front = front_of(c, c->n);
    front->best = DEAD;
    front->n_live = 0;
    for (size_t i = 0; i < PARTS; i++)
        front->score[i] = DEAD;
    return c->n++;
}

uint32_t course_line(const Course *c, size_t node)
{
    return c->nodes[node].line;
}

uint32_t course_to(const Course *c, size_t node)
{
    return c->nodes[node].to;
}

typedef struct {
    size_t from, to; /* nodes */
    Part part, back;
    int32_t score;
    bool opens;
} Move;

static inline void offer(Course *c, Move m)
{
    Node *node = &c->nodes[m.to];
    Front *to = front_of(c, m.to);
    if (m.score <= to->score[m.part])
        return;
    to->score[m.part] = m.score;
    node->back[m.part] = (uint8_t)((unsigned)m.back << STEP_BITS | (unsigned)(m.to - m.from));
    node->reached |= 1u << m.part;
    node->opened &= ~(1u << m.part);
    if (m.opens)
        node->opened |= 1u << m.part;
    uint32_t first = m.from ? front_of(c, m.from)->first[m.back] : 0;
    to->first[m.part] = first || !m.opens ? first : (uint32_t)m.from;
}

/* For each part the best course of a node to go on with it. */
typedef struct {
    int16_t score[PART_ROOM]; /* against the best one of the node */
    int16_t back[PART_ROOM];
} Befores;

static void best_befores(const Front *from, Befores *b)
{
    for (size_t to = 0; to < PART_ROOM; to++) {
        b->score[to] = INT16_MIN;
        b->back[to] = 0;
    }
    for (size_t i = 0; i < from->n_live; i++) {
        int16_t before = from->live[i], so_far = (int16_t)(from->score[before] - from->best);
        const int16_t *next = part_next[before];
        for (size_t to = 0; to < PART_ROOM; to++) {
            int16_t score = (int16_t)(so_far + next[to]);
            b->back[to] = score > b->score[to] ? before : b->back[to];
            b->score[to] = score > b->score[to] ? score : b->score[to];
        }
    }
}

/* The same inside a line, where the kind must change. */
static void best_befores_inside(const Front *from, Befores *b)
{
    for (size_t to = 0; to < PARTS; to++) {
        b->score[to] = INT16_MIN;
        for (size_t i = 0; i < from->n_live; i++) {
            int16_t before = from->live[i];
            int16_t score = (int16_t)(from->score[before] - from->best + part_next[before][to]);
            if (score > b->score[to] && part_kind[before] != part_kind[to]) {
                b->score[to] = score;
                b->back[to] = before;
            }
        }
    }
}

static int least_odds(const int16_t odds[PARTS])
{
    int most = NEVER;
    for (Part part = 0; part < PARTS; part++)
        if (odds[part] > most)
            most = odds[part];
    return most - FORLORN;
}

static void begin_with(Course *c, Move m, const int16_t odds[PARTS], int least)
{
    for (m.part = 0; m.part < PARTS; m.part++) {
        m.score = odds[m.part] + part_opens[m.part];
        if (odds[m.part] >= least)
            offer(c, m);
    }
}

void course_piece(Course *c, size_t from, size_t to, CoursePiece piece)
{
    const Front *front = front_of(c, from);
    int cut = !piece.inside ? 0 : piece.glued ? GLUED : CUT, least = least_odds(piece.odds);
    if (piece.inside && least < UNLIKELY)
        least = UNLIKELY;
    Move m = {.from = from, .to = to};
    Befores befores;
    if (!from) { /* where the document begins */
        begin_with(c, m, piece.odds, least);
        return;
    }
    if (!front->n_live)
        return;
    if (piece.inside)
        best_befores_inside(front, &befores);
    else
        best_befores(front, &befores);
    for (m.part = 0; m.part < PARTS; m.part++) {
        if (piece.odds[m.part] < least)
            continue;
        int odds = piece.odds[m.part] + cut;
        int32_t opening = front->close + BOUNDARY + piece.begins + part_opens[m.part];
        int32_t before = front->best + befores.score[m.part];
        m.opens = piece.opens || (piece.infer && opening >= before); /* rather late than early */
        m.back = m.opens ? (Part)front->close_part : (Part)befores.back[m.part];
        m.score = (m.opens ? opening : before) + odds;
        if (m.opens || befores.score[m.part] > INT16_MIN)
            offer(c, m);
    }
}

void course_finish(Course *c, size_t node, int ends)
{
    Front *front = front_of(c, node);
    uint32_t reached = c->nodes[node].reached;
    front->close = DEAD * 2;
    for (uint32_t rest = reached; rest; rest &= rest - 1) {
        Part part = (Part)__builtin_ctz(rest);
        int32_t score = front->score[part], close = score + part_closes[part];
        if (score > front->best)
            front->best = score;
        if (close > front->close) {
            front->close = close;
            front->close_part = (uint8_t)part;
        }
    }
    front->close += ends;
    for (uint32_t rest = reached; rest; rest &= rest - 1) {
        Part part = (Part)__builtin_ctz(rest);
        if (front->score[part] >= front->best - BEAM)
            front->live[front->n_live++] = (uint8_t)part;
    }
}

void course_level(Course *c)
{
    Front *last = front_of(c, course_last(c));
    for (size_t i = 0; i < last->n_live; i++)
        last->score[last->live[i]] -= last->best;
    last->close -= last->best;
    last->best = 0;
}

static Part best_part(const Front *front)
{
    Part best = (Part)front->live[0];
    for (size_t i = 1; i < front->n_live; i++)
        if (front->score[front->live[i]] > front->score[best])
            best = (Part)front->live[i];
    return best;
}

size_t course_settled(Course *c)
{
    const Front *last = front_of(c, course_last(c));
    uint32_t first = last->first[last->live[0]];
    bool same = true;
    for (size_t i = 1; i < last->n_live; i++)
        same &= last->first[last->live[i]] == first;
    if (same)
        return first;
    first = last->first[best_part(last)];
    return first && c->n - first > WINDOW ? first : 0;
}

size_t course_final(Course *c)
{
    const Front *last = front_of(c, course_last(c));
    size_t first = last->first[last->close_part];
    return first ? first : course_last(c);
}

const uint8_t *course_trace(Course *c, size_t end, bool final)
{
    const Front *last = front_of(c, course_last(c));
    Part part = final ? (Part)last->close_part : best_part(last);
    if (c->trace_cap < c->cap) {
        c->trace = xrealloc(c->trace, c->cap, sizeof *c->trace);
        c->trace_cap = c->cap;
    }
    memset(c->trace, PARTS, end + 1);
    for (size_t node = course_last(c); node > 0;) {
        uint8_t back = c->nodes[node].back[part];
        if (node <= end)
            c->trace[node] = (uint8_t)part;
        node -= back & ((1u << STEP_BITS) - 1);
        part = (Part)(back >> STEP_BITS);
    }
    return c->trace;
}

/* Node `i` after the drop: which courses come from the new beginning, and where their next document begins.
 */
static void renew(Course *c, size_t i, uint32_t first[RING][PARTS])
{
    Node *node = &c->nodes[i];
    for (Part part = 0; part < PARTS; part++) {
        size_t step = node->back[part] & ((1u << STEP_BITS) - 1);
        Part back = (Part)(node->back[part] >> STEP_BITS);
        uint32_t bit = 1u << part;
        first[i % RING][part] = 0;
        if (!(node->reached & bit))
            continue;
        size_t before = i - step;
        if (step > i || (before && !(c->nodes[before].reached & 1u << back))) {
            node->reached &= ~bit;
            continue;
        }
        uint32_t was = before ? first[before % RING][back] : 0;
        first[i % RING][part] = was || !(node->opened & bit) ? was : (uint32_t)before;
    }
}

void course_drop(Course *c, size_t end, uint32_t line, uint32_t cut)
{
    uint32_t first[RING][PARTS] = {{0}};
    Front front = *front_of(c, course_last(c));
    for (size_t i = end + 1; i < c->n; i++) {
        Node *node = &c->nodes[i - end];
        *node = c->nodes[i];
        if (node->line == line)
            node->to -= cut;
        node->line -= line;
        renew(c, i - end, first);
    }
    c->n -= end;
    size_t last = course_last(c), n_live = 0;
    for (size_t k = 0; k < front.n_live; k++) {
        uint8_t part = front.live[k];
        front.first[part] = first[last % RING][part];
        if (c->nodes[last].reached & 1u << part)
            front.live[n_live++] = part;
    }
    front.n_live = (uint8_t)n_live;
    *front_of(c, last) = front;
}
