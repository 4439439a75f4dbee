/* SPDX-License-Identifier: ISC */
/* From input to documents: text and records alike, ids and pos given, pieces put together again, what is
 * longer than -M cut. */
#ifndef READER_H
#define READER_H

#include "cli.h"
#include "record.h"

typedef struct Reader Reader;

Reader *reader_new(const Cli *cli);
/* The next document; it and all it points to live until the next call. Text is brought to the normal form;
 * each line of it that is not blank is a record of kind body. Rows of records that cannot be read are told
 * and passed over. False at the end. */
bool reader_next(Reader *r, Document *doc);
void reader_free(Reader *r);

/* The whole of a main that writes rows document by document: header row, documents, end. Gives the status. */
int reader_run(const Cli *cli, const char *const *columns, void (*rows)(void *self, Document *doc),
               void *self);

#endif
