/* SPDX-License-Identifier: ISC */
/* A document that grows record by record. Its memory is used again for the next. */
#ifndef COLLECT_H
#define COLLECT_H

#include "record.h"
#include "str.h"

typedef struct Collector Collector;

Collector *collector_new(void);
void collector_free(Collector *c);
/* Forgets all records. */
void collector_reset(Collector *c);
size_t collector_count(const Collector *c);
/* Where the text of the next record is to be appended, before collector_add is called. */
Buf *collector_text(Collector *c);
/* Adds the record whose text was appended to collector_text since the last one; `line` is pos up to the first
 * point. A piece that dbsplit made is joined to the one before it with a space. */
void collector_add(Collector *c, Str pos, Str line, Kind kind);
/* The document of all that was added; lives until the next reset. */
void collector_finish(Collector *c, Document *doc);

#endif
