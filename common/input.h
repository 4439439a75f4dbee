/* SPDX-License-Identifier: ISC */
/* FILE operands and standard input as lines of valid UTF-8, with the certain boundaries between documents.
 *
 * Reads in large blocks; a line lives until the next call. Line ends LF, CR LF, CR; NUL and other control
 * characters stay in the line (the normal form makes them spaces); invalid bytes become U+FFFD, counted and
 * warned of once a FILE. BOMs go. Legacy encodings are decoded here, before lines are seen. */
#ifndef INPUT_H
#define INPUT_H

#include "cli.h"
#include "str.h"

typedef enum {
    LINE_TEXT,  /* a line of the FILE */
    LINE_OPEN,  /* a FILE begins: name in text */
    LINE_FEED,  /* a form feed: document boundary */
    LINE_HEAD,  /* ==> name <==: document boundary, name in text */
    LINE_CLOSE, /* a FILE ended */
    LINE_END    /* no more input */
} LineType;

typedef struct {
    LineType type;
    Str text;        /* without line end */
    uint64_t number; /* of the line in its FILE, from 1 */
    bool more;       /* the line was longer than the cap: it goes on in the next call */
} Line;

typedef struct Input Input;

Input *input_new(const Cli *cli);
/* The next line. Unreadable files are told and passed over. */
Line input_next(Input *in);
bool input_is_records(const Input *in);  /* of the FILE that is being read: decided at LINE_OPEN */
const char *input_name(const Input *in); /* of the FILE that is being read, "-" for standard input */
void input_free(Input *in);

#endif
