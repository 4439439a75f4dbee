/* SPDX-License-Identifier: ISC */
/* What a block of suspicious lines is written in, and its text. */
#ifndef RECOGNISE_H
#define RECOGNISE_H

#include "decode.h"
#include "legacy.h"
#include "str.h"

typedef struct Recogniser Recogniser;

Recogniser *recogniser_new(Encoding forced);
void recogniser_free(Recogniser *r);
/* A document certainly begins: what was found before says nothing about it. */
void recogniser_reset(Recogniser *r);
/* Was anything but UTF-8 found in this document? */
bool recogniser_found(const Recogniser *r);

/* Has it letters that only Vietnamese has, as Unicode has them? */
bool has_vietnamese(Str line);
/* Is valid UTF-8 plainly what it should be: letters that only Vietnamese in Unicode has, and no misread word?
 */
bool plainly_vietnamese(Str line);
/* Appends the text of a block of lines (each with its line end) to out and counts what was done. */
void recognise(Recogniser *r, Str block, Buf *out, DecodeCounts *counts);

#endif
