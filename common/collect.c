/* SPDX-License-Identifier: ISC */
#include "collect.h"

#include <stdlib.h>

#include "utf8.h"

/* Texts move while they grow: until the document is whole, records and pieces hold offsets. */
typedef struct {
    size_t text, n;     /* in texts */
    size_t pos, n_line; /* in poses, of the first piece; bytes of it before the first point */
    size_t piece, n_pieces;
    Kind kind;
    bool split; /* its pos has a sentence: the next piece of the line belongs to it */
} Growing;

typedef struct {
    size_t pos, n_pos; /* in poses */
    size_t at;         /* in the text of the record */
} GrowingPiece;

struct Collector {
    Buf texts, poses;
    Growing *growing;
    GrowingPiece *growing_pieces;
    Record *records;
    Piece *pieces;
    size_t n, cap, room;                      /* of records: used, growing, finished */
    size_t n_pieces, cap_pieces, room_pieces; /* the same of pieces */
    size_t done;                              /* bytes of texts that belong to records */
};

Collector *collector_new(void)
{
    Collector *c = xrealloc(NULL, 1, sizeof *c);
    *c = (Collector){0};
    return c;
}

void collector_free(Collector *c)
{
    if (!c)
        return;
    buf_free(&c->texts);
    buf_free(&c->poses);
    free(c->growing);
    free(c->growing_pieces);
    free(c->records);
    free(c->pieces);
    free(c);
}

void collector_reset(Collector *c)
{
    c->texts.n = c->poses.n = c->n = c->n_pieces = c->done = 0;
}

size_t collector_count(const Collector *c)
{
    return c->n;
}

Buf *collector_text(Collector *c)
{
    return &c->texts;
}

static bool belongs_to_last(const Collector *c, Str pos, Str line, Kind kind)
{
    if (c->n == 0 || pos.n == line.n)
        return false;
    const Growing *g = &c->growing[c->n - 1];
    return g->split && g->kind == kind && str_eq((Str){c->poses.p + g->pos, g->n_line}, line);
}

/* Puts a space before the text that was appended last. */
static void join(Collector *c)
{
    buf_char(&c->texts, ' ');
    memmove(c->texts.p + c->done + 1, c->texts.p + c->done, c->texts.n - 1 - c->done);
    c->texts.p[c->done] = ' ';
}

void collector_add(Collector *c, Str pos, Str line, Kind kind)
{
    if (belongs_to_last(c, pos, line, kind)) {
        join(c);
        c->done++;
    } else {
        c->growing = array_room(c->growing, &c->cap, c->n, sizeof *c->growing);
        c->growing[c->n++] = (Growing){.text = c->done,
                                       .pos = c->poses.n,
                                       .n_line = line.n,
                                       .piece = c->n_pieces,
                                       .kind = kind,
                                       .split = pos.n > line.n};
    }
    Growing *g = &c->growing[c->n - 1];
    c->growing_pieces = array_room(c->growing_pieces, &c->cap_pieces, c->n_pieces, sizeof *c->growing_pieces);
    c->growing_pieces[c->n_pieces++] = (GrowingPiece){c->poses.n, pos.n, c->done - g->text};
    g->n_pieces++;
    g->n = c->texts.n - g->text;
    c->done = c->texts.n;
    buf_str(&c->poses, pos);
}

static void finish_pieces(const Collector *c, const Growing *g, Record *r)
{
    size_t at = 0, ch = 0;
    for (size_t i = 0; i < g->n_pieces; i++) {
        const GrowingPiece *p = &c->growing_pieces[g->piece + i];
        ch += utf8_count(str_sub(r->text, at, p->at - at));
        at = p->at;
        r->pieces[i] = (Piece){{c->poses.p + p->pos, p->n_pos}, at, ch};
    }
}

void collector_finish(Collector *c, Document *doc)
{
    c->records = array_room(c->records, &c->room, c->n, sizeof *c->records);
    c->pieces = array_room(c->pieces, &c->room_pieces, c->n_pieces, sizeof *c->pieces);
    for (size_t i = 0; i < c->n; i++) {
        const Growing *g = &c->growing[i];
        Record *r = &c->records[i];
        *r = (Record){.pos = {c->poses.p + g->pos, g->n_line},
                      .kind = g->kind,
                      .text = {c->texts.p ? c->texts.p + g->text : "", g->n},
                      .pieces = c->pieces + g->piece,
                      .n_pieces = g->n_pieces};
        finish_pieces(c, g, r);
    }
    doc->records = c->records;
    doc->n = c->n;
}
