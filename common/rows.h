/* SPDX-License-Identifier: ISC */
/* Lines of a FILE of records as rows. Rows that cannot be read are told and passed over. */
#ifndef ROWS_H
#define ROWS_H

#include "input.h"
#include "record.h"
#include "str.h"

/* Zeroed is fresh. */
typedef struct {
    bool in_row;   /* the line goes on with more of the text of a row */
    bool bad;      /* of a row that is passed over */
    uint64_t part; /* pieces of it so far */
    RecordRow row;
    Buf columns, pos;
} Rows;

/* The row on this line. Of a row longer than the cap the pieces come one by one, as 12, 12/2, 12/3 … False
 * when there is none: header rows, blank lines, what is passed over. It lives as long as the line. */
bool rows_take(Rows *r, const Line *line, RecordRow *row);
void rows_free(Rows *r);

#endif
