/* SPDX-License-Identifier: ISC */
/* The normal form of a line of text: what dbclean writes, and what every program brings text input to.
 *
 * NFC; Đ look-alikes; tone placement; white space; zero-width characters gone; HTML entities decoded once.
 * Quotes, dashes, letter case and spelling stay. Normalising twice is normalising once, entities apart. */
#ifndef NORMAL_H
#define NORMAL_H

#include "str.h"
#include "syllable.h"

typedef struct Normal Normal;

/* Counts for the verbose summary. */
typedef struct {
    uint64_t entities, tones, lookalikes, composed;
} NormalCounts;

Normal *normal_new(ToneStyle style);
void normal_free(Normal *n);
/* Appends the normal form of one line (valid UTF-8, no line end) to out; nothing for a line of white space.
 * `entities`: decode HTML entities (text input, not records). */
void normal_line(Normal *n, Str line, bool entities, Buf *out);
NormalCounts normal_counts(const Normal *n);

#endif
