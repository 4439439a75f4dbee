/* SPDX-License-Identifier: ISC */
/* The likeliest course of parts through the pieces of lines: a Viterbi search over the odds of part.h.
 *
 * Nodes are the ends of pieces; node 0 is where a document begins. A piece goes from node to node and may be
 * any part, at a price; between two pieces a document may end and the next begin, at a price. */
#ifndef COURSE_H
#define COURSE_H

#include "part.h"

enum { COURSE_REACH = 7 }; /* a piece goes at most so many nodes ahead */

typedef struct Course Course;

Course *course_new(void);
void course_free(Course *c);
/* Forgets all and begins a document. */
void course_begin(Course *c);
size_t course_last(const Course *c); /* the last node */

/* Adds a node: a piece may end before byte `to` of line `line`. Gives its number. */
size_t course_add(Course *c, uint32_t line, uint32_t to);
typedef struct {
    const int16_t *odds; /* of what the piece is */
    bool inside;         /* it does not begin its line */
    bool glued;          /* … and follows no space */
    bool infer;          /* it may begin a document … */
    bool opens;          /* … and can be nothing else … */
    int begins;          /* … and what speaks for that */
} CoursePiece;
void course_piece(Course *c, size_t from, size_t to, CoursePiece piece);
/* No more pieces end in this node. `ends`: what speaks for a document that ends here. */
void course_finish(Course *c, size_t node, int ends);
/* A line is done: scores stay small on streams of any length. */
void course_level(Course *c);

/* The node behind which the first document ends, whatever comes; 0 when that is open. */
size_t course_settled(Course *c);
/* The same when nothing comes any more. */
size_t course_final(Course *c);
/* Gives the parts of the best course up to node `end`, PARTS for nodes it does not go through. `final`:
 * nothing comes any more. */
const uint8_t *course_trace(Course *c, size_t end, bool final);
/* The line and byte that were given to course_add. */
uint32_t course_line(const Course *c, size_t node);
uint32_t course_to(const Course *c, size_t node);
/* Begins anew with the document behind node `end`, whose first line was number `line`, its first `cut` bytes
 * gone. */
void course_drop(Course *c, size_t end, uint32_t line, uint32_t cut);

#endif
