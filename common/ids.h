/* SPDX-License-Identifier: ISC */
/* Ids of documents in a run: which were given, and the next free #n. At most 24 bytes an id: a hash is kept,
 * not the text, and of FILE, FILE#2, FILE#3 … or 1, 2, 3 … only how far they go. */
#ifndef IDS_H
#define IDS_H

#include "str.h"

typedef struct Ids Ids;

Ids *ids_new(void);
void ids_free(Ids *ids);
/* Gives `want`, or `want` with the next free #n when it was given before in this run. */
void ids_give(Ids *ids, Str want, Buf *out);
/* Was this id given before? It counts as given from now on. */
bool ids_seen(Ids *ids, Str id);

#endif
