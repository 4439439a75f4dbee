/* SPDX-License-Identifier: ISC */
/* From input to documents: text and records alike, ids and pos given, pieces put together again.
 *
 * The Document and all it points to live until the next call. */
#ifndef READER_H
#define READER_H

#include "cli.h"
#include "input.h"
#include "record.h"

typedef struct Reader Reader;

Reader *reader_new(const Cli *cli);
/* Text input is brought to the normal form; each line that is not blank is a record of kind body. Record rows
 * that cannot be read are told and passed over. False at the end. */
bool reader_next(Reader *r, Document *doc);
void reader_free(Reader *r);

/* Ids as records have them: gives `want`, or with the next free #n when it was given before in this run.
 * Memory: at most 24 bytes an id (a hash is kept, not the text). */
typedef struct Ids Ids;
Ids *ids_new(void);
void ids_give(Ids *ids, Str want, Buf *out);
void ids_free(Ids *ids);

#endif
