/* SPDX-License-Identifier: ISC */
/* The checked TSV writer: one 64 KiB buffer before standard output.
 *
 * A write error ends the program with status 2 and a message; a closed pipe ends it silently (SIGPIPE, or
 * status 2 without a message where that is ignored). */
#ifndef OUT_H
#define OUT_H

#include "str.h"

/* Fields of a row, in order; out_end_row ends it. A run of control characters in a field becomes one space,
 * as TSV asks. */
void out_field(Str s);
void out_clean(Str s); /* a field that has no control characters: ids, pos and texts of records */
void out_uint(uint64_t v);
void out_number_on(char mark, uint64_t v); /* goes on with the field written last: 12 and . and 3 */
void out_empty(void);
void out_end_row(void);
void out_end_header(void); /* a row that out_rows does not count */
void out_raw(Str s);       /* bytes as they are, outside rows */
uint64_t out_rows(void);   /* rows ended so far */
void out_flush(void);
void out_close(void); /* flush, close, check */

/* Writes all of s to a file descriptor. False on an error, which is in errno. */
bool write_all(int fd, Str s);

/* Has s a control character (C0, DEL, C1)? */
bool has_control(Str s);
/* Appends s, each run of control characters as one space. */
void without_control(Str s, Buf *to);

#endif
