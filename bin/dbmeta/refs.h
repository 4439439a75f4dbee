/* SPDX-License-Identifier: ISC */
/* dbmeta -r: rows of the documents that a document refers to. */
#ifndef REFS_H
#define REFS_H

#include "docref.h"

extern const char *const refs_columns[];

/* Writes a row for each document referred to; the tokens of the document are set. */
void refs_write(DocRefs *refs, const Document *doc, const DocFacts *facts);

#endif
