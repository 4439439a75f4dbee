/* SPDX-License-Identifier: ISC */
/* From lines to documents of labelled pieces.
 *
 * Lines go in one by one; the likeliest course of parts through them (a Viterbi search over part.h) says what
 * each line is, where it is cut into pieces and, when boundaries are inferred, where a document ends and the
 * next begins. A document is given back as soon as nothing that still comes can change where it ends. */
#ifndef PAGE_H
#define PAGE_H

#include "part.h"

typedef struct {
    uint64_t number; /* of the line, as it was given */
    uint32_t piece;  /* 0: the line's first piece; 2, 3 …: later ones */
    Kind kind;
    bool cut; /* it is not a whole line: letters that were glued to its ends are gone */
    Str text;
} Item;

typedef struct {
    Item *items; /* one for each piece of each line that is not blank */
    size_t n, cap;
} Items;

typedef struct Page Page;

Page *page_new(Words *words);
void page_free(Page *p);
/* From now on: are boundaries inferred? Only between documents. */
void page_infer(Page *p, bool infer);
/* A line that is not blank, in normal form (copied); `pieces` of it came before as lines of their own. */
void page_line(Page *p, Str text, uint64_t number, uint32_t pieces);
/* The lines so far are all there are before a certain boundary. */
void page_end(Page *p);
/* Takes the next document that is complete; false when none is. The items live until the next call. */
bool page_take(Page *p, Items *items);
size_t page_bytes(const Page *p); /* of the lines held */

#endif
