/* SPDX-License-Identifier: ISC */
/* The checked TSV writer: one 64 KiB buffer before file descriptor 1.
 *
 * A write error ends the program with status 2 and a message; a closed pipe ends it silently (SIGPIPE, or
 * status 2 without a message where that is ignored). */
#ifndef OUT_H
#define OUT_H

#include "str.h"

typedef struct {
    int fd;
    size_t n;     /* bytes waiting */
    size_t field; /* fields already in this row */
    char *buf;
} Out;

extern Out out; /* standard output */

/* Fields of a row, in order; row ends it. Control characters in a field become one space, as TSV asks. */
void out_field(Str s);
void out_uint(uint64_t v);
void out_empty(void);
void out_end_row(void);
void out_header(const char *const *columns); /* NULL-ended */
void out_raw(Str s);                         /* bytes as they are, outside rows */
void out_flush(void);
void out_close(void); /* flush, close, check */

#endif
