/* SPDX-License-Identifier: ISC */
#include "course.h"

#include <stdlib.h>

enum {
    DEAD = -20000,    /* no course: scores stay far from it … */
    NO_MOVE = -30000, /* … and a move without one stays below it */
    BEAM = 22,        /* a course this far behind the best one is given up */
    FORLORN = 16,     /* a part this far behind the likeliest one of a piece is not tried */
    UNLIKELY = -3,    /* a part that a piece cut off is not */
    BOUNDARY = -6,    /* a new document where no mark says so */
    CUT = -3,         /* a line of two pieces … */
    GLUED = -1,       /* … in a stream of pages, without a space between them */
    WINDOW = 400,     /* nodes behind an open boundary after which the best course decides */
    RING = COURSE_REACH + 1,
    OPENS = 1,     /* of back[]: the piece begins a document … */
    STEP = 1 << 1, /* … nodes back; the part before takes the rest */
    BEFORE = STEP * RING
};

/* What is kept of every node: how the best course came there, for each part of the piece that ends in it; 0:
 * none did. */
typedef struct {
    uint32_t line, to;
    uint16_t back[PART_ROOM];
} Node;

/* The best courses that come to a node or may go on from one, for each part of the piece. */
typedef struct {
    int16_t score[PART_ROOM];
    uint16_t back[PART_ROOM];
} Moves;

/* What the next pieces need to know of a node. Rows of parts are gone through without a branch: which of them
 * a line may be cannot be foretold. */
typedef struct {
    Moves moves;           /* that came here */
    uint32_t first[PARTS]; /* of the courses that are not given up and the one that ends here: node behind
                              which the first new document begins, 0: none */
    int16_t best, close;   /* best score; best score of a course that ends here … */
    uint8_t close_part;    /* … and its part */
    uint8_t live[PARTS];   /* parts of the courses that are not given up */
    uint8_t n_live;
    bool agreed; /* they all have the same `first` */
} Front;

struct Course {
    Node *nodes;
    size_t n, cap;
    Front front[RING]; /* of the last nodes */
    uint8_t *trace;
    size_t trace_cap;
    int16_t next_inside[PARTS][PART_ROOM]; /* part_next inside a line, where the kind must change */
};

static size_t step_of(uint16_t back)
{
    return back / STEP % RING;
}

static Part before_of(uint16_t back)
{
    return (Part)(back / BEFORE);
}

_Static_assert(PARTS <= 32 && PARTS * BEFORE <= UINT16_MAX,
               "a part is a digit to base 32, and fits in back[]");

Course *course_new(void)
{
    Course *c = xrealloc(NULL, 1, sizeof *c);
    memset(c, 0, sizeof *c);
    for (Part from = 0; from < PARTS; from++)
        for (Part to = 0; to < PARTS; to++)
            c->next_inside[from][to] = part_kind[from] == part_kind[to] ? NO_MOVE : part_next[from][to];
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
    size_t node = course_add(c, 0, 0);
    memset(front_of(c, node)->first, 0, sizeof front_of(c, node)->first);
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
    Front *front = front_of(c, c->n);
    front->best = DEAD;
    front->n_live = 0;
    for (size_t i = 0; i < PART_ROOM; i++) {
        front->moves.score[i] = DEAD;
        front->moves.back[i] = 0;
    }
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

/* The best course of a node to go on with each part; its score is against the node's best one. */
static Moves go_on(const Front *from, const int16_t next[PARTS][PART_ROOM])
{
    Moves m; /* here, where no row can be the same memory */
    for (size_t to = 0; to < PART_ROOM; to++) {
        m.score[to] = NO_MOVE;
        m.back[to] = 0;
    }
    for (size_t i = 0; i < from->n_live; i++) {
        unsigned before = from->live[i];
        int16_t so_far = (int16_t)(from->moves.score[before] - from->best);
        uint16_t back = (uint16_t)(before * BEFORE);
        const int16_t *row = next[before];
        for (size_t to = 0; to < PART_ROOM; to++) {
            int16_t score = (int16_t)(so_far + row[to]);
            m.back[to] = score > m.score[to] ? back : m.back[to];
            m.score[to] = score > m.score[to] ? score : m.score[to];
        }
    }
    return m;
}

/* The piece begins a document where that is as likely, or at any price: rather late than early. */
static void open_document(const Front *from, const CoursePiece *piece, Moves *m)
{
    int16_t score = (int16_t)(from->close - from->best + BOUNDARY + piece->begins);
    uint16_t back = (uint16_t)(from->close_part * BEFORE + OPENS);
    int16_t least = piece->opens ? INT16_MAX : INT16_MIN;
    for (size_t to = 0; to < PART_ROOM; to++) {
        int16_t opening = (int16_t)(score + part_opens[to]);
        int16_t compared = opening > least ? opening : least;
        m->back[to] = compared >= m->score[to] ? back : m->back[to];
        m->score[to] = compared >= m->score[to] ? opening : m->score[to];
    }
}

static int16_t most_of(const int16_t row[PART_ROOM])
{
    int16_t most = DEAD;
    for (size_t i = 0; i < PART_ROOM; i++)
        most = row[i] > most ? row[i] : most;
    return most;
}

/* The moves come to node `to` where no better ones did. */
static void take_moves(Moves *to, const Moves *m, uint16_t step)
{
    for (size_t i = 0; i < PART_ROOM; i++) {
        to->back[i] = m->score[i] > to->score[i] ? (uint16_t)(m->back[i] + step) : to->back[i];
        to->score[i] = m->score[i] > to->score[i] ? m->score[i] : to->score[i];
    }
}

/* What the moves come to with a piece that begins at score `start`; its parts are tried from odds `least` on.
 */
static void price(Moves *m, const int16_t *odds, int16_t least, int16_t start)
{
    for (size_t i = 0; i < PART_ROOM; i++) {
        int16_t score = (int16_t)(m->score[i] + odds[i] + start);
        m->score[i] = odds[i] >= least ? score : NO_MOVE;
    }
}

void course_piece(Course *c, size_t from, size_t to, CoursePiece piece)
{
    const Front *front = front_of(c, from);
    int cut = !piece.inside ? 0 : piece.glued ? GLUED : CUT, least = most_of(piece.odds) - FORLORN;
    Moves m = {.back = {0}};
    if (piece.inside && least < UNLIKELY)
        least = UNLIKELY;
    if (!from) { /* where the document begins */
        memcpy(m.score, part_opens, sizeof m.score);
    } else {
        if (!front->n_live)
            return;
        m = piece.inside ? go_on(front, c->next_inside) : go_on(front, part_next);
        if (piece.infer || piece.opens)
            open_document(front, &piece, &m);
    }
    price(&m, piece.odds, (int16_t)least, (int16_t)(cut + (from ? front->best : 0)));
    take_moves(&front_of(c, to)->moves, &m, (uint16_t)((to - from) * STEP));
}

/* Node behind which the first new document of the course with this part begins. */
static uint32_t first_of(Course *c, size_t node, Part part)
{
    uint16_t back = c->nodes[node].back[part];
    size_t before = node - step_of(back);
    uint32_t first = front_of(c, before)->first[before_of(back)], here = back & OPENS ? (uint32_t)before : 0;
    return first ? first : here;
}

/* The best course that ends here: of equal ones that of the first part. */
static void close_front(Front *front, int ends)
{
    enum { PLACES = 32, FAR = -500 }; /* no course so far behind is the best one that ends */
    int16_t most = INT16_MIN; /* score and, in its last digit to base 32, how far the part is from the last */
    for (int16_t i = 0; i < PARTS; i++) {
        int16_t score = (int16_t)(front->moves.score[i] - front->best);
        score = (int16_t)((score > FAR ? score : FAR) + part_closes[i]);
        int16_t key = (int16_t)(score * PLACES + PLACES - 1 - i);
        most = key > most ? key : most;
    }
    int place = most & (PLACES - 1);
    front->close_part = (uint8_t)(PLACES - 1 - place);
    front->close = (int16_t)(front->best + (most - place) / PLACES + ends);
}

void course_finish(Course *c, size_t node, int ends)
{
    Front *front = front_of(c, node);
    memcpy(c->nodes[node].back, front->moves.back, sizeof front->moves.back);
    front->best = most_of(front->moves.score);
    close_front(front, ends);
    front->first[front->close_part] = first_of(c, node, front->close_part);
    int16_t least = (int16_t)(front->best - BEAM);
    size_t live = 0;
    for (size_t i = 0; i < PARTS && front->best > DEAD; i++) {
        front->live[live] = (uint8_t)i;
        live += front->moves.score[i] >= least;
    }
    front->n_live = (uint8_t)live;
    uint32_t one = first_of(c, node, (Part)front->live[0]), others = 0;
    for (size_t i = 0; i < live; i++) {
        uint32_t first = first_of(c, node, (Part)front->live[i]);
        front->first[front->live[i]] = first;
        others |= first ^ one;
    }
    front->agreed = !others;
}

void course_level(Course *c)
{
    Front *last = front_of(c, course_last(c));
    for (size_t i = 0; i < PART_ROOM; i++)
        last->moves.score[i] = (int16_t)(last->moves.score[i] - last->best);
    last->close = (int16_t)(last->close - last->best);
    last->best = 0;
}

static Part best_part(const Front *front)
{
    Part best = (Part)front->live[0];
    for (size_t i = 1; i < front->n_live; i++)
        if (front->moves.score[front->live[i]] > front->moves.score[best])
            best = (Part)front->live[i];
    return best;
}

size_t course_settled(Course *c)
{
    const Front *last = front_of(c, course_last(c));
    if (last->agreed || c->n <= WINDOW)
        return last->agreed ? last->first[last->live[0]] : 0;
    uint32_t first = last->first[best_part(last)];
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
        uint16_t back = c->nodes[node].back[part];
        if (node <= end)
            c->trace[node] = (uint8_t)part;
        node -= step_of(back);
        part = before_of(back);
    }
    return c->trace;
}

/* Node `i` after the drop: which courses come from the new beginning, and where their next document begins.
 */
static void renew(Course *c, size_t i, uint32_t first[RING][PARTS])
{
    Node *node = &c->nodes[i];
    for (Part part = 0; part < PARTS; part++) {
        uint16_t back = node->back[part];
        size_t step = step_of(back), before = step < i ? i - step : 0;
        Part part_before = before_of(back);
        bool comes = (back != 0) & (step <= i) & (!before | (c->nodes[before].back[part_before] != 0));
        uint32_t was = before ? first[before % RING][part_before] : 0;
        uint32_t here = back & OPENS ? (uint32_t)before : 0, now = was ? was : here;
        first[i % RING][part] = comes ? now : 0;
        node->back[part] = comes ? back : 0;
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
        if (c->nodes[last].back[part])
            front.live[n_live++] = part;
    }
    front.n_live = (uint8_t)n_live;
    front.agreed = true;
    for (size_t k = 1; k < n_live; k++)
        front.agreed &= front.first[front.live[k]] == front.first[front.live[0]];
    *front_of(c, last) = front;
}
