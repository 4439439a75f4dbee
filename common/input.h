/* SPDX-License-Identifier: ISC */
/* FILE operands and standard input as lines of valid UTF-8, with the certain boundaries between documents.
 *
 * Reads in large blocks; a line lives until the next call. Line ends are LF, CR LF and CR; NUL and other
 * control characters stay in the line (the normal form makes them spaces). Legacy encodings are decoded and
 * invalid bytes become U+FFFD before lines are seen, which is told once a FILE, as is text that is mostly
 * HTML or JSON. A FILE of records has lines ended by LF or CR LF, and no boundaries. */
#ifndef INPUT_H
#define INPUT_H

#include "cli.h"
#include "str.h"

typedef enum {
    LINE_TEXT, /* a line of the FILE */
    LINE_OPEN, /* a FILE begins: name in text */
    LINE_FEED, /* a form feed: document boundary; what stands behind it is a line of its own, which comes next
                */
    LINE_HEAD, /* ==> name <==: document boundary, name in text; the next line comes next */
    LINE_CLOSE, /* a FILE ended */
    LINE_END    /* no more input */
} LineType;

typedef struct {
    LineType type;
    Str text;        /* without line end */
    uint64_t number; /* of the line in its FILE, from 1; in OPEN 1, whatever blank lines are passed over */
    bool more;       /* the line is longer than the cap: it goes on in the next call, with the same number */
} Line;

typedef struct Input Input;

Input *input_new(const Cli *cli);
/* Form feeds are control characters like others from now on. */
void input_keep_feeds(Input *in);
/* The next line. Files that cannot be read are told and passed over. */
Line input_next(Input *in);
bool input_is_records(const Input *in);     /* of the FILE that is being read: decided at LINE_OPEN */
const char *input_name(const Input *in);    /* of the FILE that is being read, "-" for standard input */
DecodeCounts input_counts(const Input *in); /* what was mended in all FILEs closed so far */
void input_free(Input *in);

#endif
