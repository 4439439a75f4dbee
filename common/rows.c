/* SPDX-License-Identifier: ISC */
#include "rows.h"

/* Reads the row; of one that is longer than the cap the columns are kept for the pieces that follow. */
static bool read_columns(Rows *r, const Line *line)
{
    RowState state = record_row(line->text, &r->row);
    if (state == ROW_SHORT && line->text.n)
        tally(TALLY_ERROR, "record row passed over: fewer than four columns", line->number, 1);
    if (state == ROW_POS)
        tally(TALLY_ERROR, "record row passed over: impossible pos", line->number, 1);
    if (state != ROW_GOOD || !line->more)
        return state == ROW_GOOD;
    Str text = r->row.text;
    r->columns.n = 0;
    buf_add(&r->columns, line->text.p, (size_t)(text.p - line->text.p));
    record_row(buf_get(&r->columns), &r->row);
    r->row.text = text;
    return true;
}

/* 12 → 12/2, 12/2 → 12/3, 12.1 → 12/2.1: pos of a later piece of a row longer than the cap. */
static void set_pos(Rows *r, RecordRow *row)
{
    Str piece = r->row.line, number;
    str_cut(&piece, '/', &number);
    uint64_t n = piece.p ? 0 : 1;
    for (size_t i = 0; i < piece.n && n < UINT64_MAX / 100; i++)
        n = n * 10 + (uint64_t)(piece.p[i] - '0');
    r->pos.n = 0;
    buf_str(&r->pos, number);
    buf_char(&r->pos, '/');
    buf_uint(&r->pos, n + r->part - 1);
    size_t n_line = r->pos.n;
    buf_str(&r->pos, str_from(r->row.pos, r->row.line.n));
    row->pos = buf_get(&r->pos);
    row->line = str_sub(row->pos, 0, n_line);
}

bool rows_take(Rows *r, const Line *line, RecordRow *row)
{
    if (r->in_row) {
        r->row.text = line->text;
    } else {
        r->bad = !read_columns(r, line);
        r->part = 0;
    }
    r->in_row = line->more;
    if (r->bad)
        return false;
    *row = r->row;
    if (r->part++)
        set_pos(r, row);
    return true;
}

void rows_free(Rows *r)
{
    buf_free(&r->columns);
    buf_free(&r->pos);
}
