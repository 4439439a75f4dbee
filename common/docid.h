/* SPDX-License-Identifier: ISC */
/* Ids of the documents found in text: FILE, FILE#2 …; 1, 2 … on standard input; the name of a ==> name <==
 * line; what -d says. */
#ifndef DOCID_H
#define DOCID_H

#include "ids.h"
#include "str.h"

typedef struct {
    Ids *ids;
    const char *given; /* -d, NULL */
    const char *file;
    Buf name;                   /* of ==> name <==, empty for none */
    Buf base;                   /* of the document that was begun last: its id, #n apart */
    uint64_t on_standard_input; /* documents so far */
} DocIds;

void docid_file(DocIds *d, const char *file); /* a FILE begins */
void docid_head(DocIds *d, Str name);         /* ==> name <== */
/* A document begins, one with text in it: appends its id. */
void docid_next(DocIds *d, Buf *out);
/* The document is cut: appends the id it goes on as. */
void docid_go_on(DocIds *d, Buf *out);
void docid_free(DocIds *d); /* ids apart */

#endif
