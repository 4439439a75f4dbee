/* SPDX-License-Identifier: ISC */
/* Ids of documents: those of docid.h, or with -x hashes of what they say. */
#ifndef NAME_H
#define NAME_H

#include "docid.h"
#include "normal.h"
#include "page.h"

typedef struct {
    Ids *ids;
    DocIds docid;
    bool hash;   /* -x */
    Normal *old; /* brings texts to the default form before they are hashed, NULL: they are in it */
    Buf hex, scratch;
} Namer;

/* Appends the id of a document. `goes_on`: it is the rest of the one before, which was cut. */
void name_document(Namer *n, const Items *items, bool goes_on, Buf *id);

#endif
