/* SPDX-License-Identifier: ISC */
/* Officials: who is named with which post, and what they do in that sentence. */
#ifndef OFFICIAL_H
#define OFFICIAL_H

#include "chunk.h"
#include "record.h"

typedef struct {
    size_t record;         /* in the document */
    size_t start, len;     /* the name as written: code points from 0 in the record's text */
    Str name;              /* as printed */
    Str post, body, place; /* canonical; all empty for a person named without a post */
    Status status;
    uint8_t act;                 /* one of ACT_…, 0 */
    Level level;                 /* of the body */
    Str raw;                     /* the post as written */
    size_t post_start, post_len; /* like start and len; post_len 0: no post */
} Official;

typedef struct Officials Officials;

/* Reads the tables into the lexicon, which must outlive it. */
Officials *officials_new(Lexicon *l, UserRows *user);
void officials_free(Officials *o);
const Bodies *officials_bodies(const Officials *o);
const Places *officials_places(const Officials *o);

/* Officials of a document whose tokens are set, in order; `province` is the document's, empty where unknown,
 * and `central_city` tells that it is a city (its Thành ủy is of the province). They live until the next
 * call. */
size_t officials_find(Officials *o, const Document *doc, Str province, bool central_city,
                      const Official **rows);

extern const char *const status_names[]; /* by Status */
Str act_name(uint8_t act);               /* chair, …; empty for 0 */

#endif
