/* SPDX-License-Identifier: ISC */
/* Bytes of a FILE to text: UTF-16, the legacy encodings of Vietnamese, UTF-8 that was misread once, invalid
 * bytes.
 *
 * What comes out is valid UTF-8 with the same line ends, so that lines keep their numbers. Valid UTF-8 always
 * wins and costs one quick pass: it is given back where it lies. The other encodings are recognised by blocks
 * of lines, by how much the share of Vietnamese syllables rises; a block never crosses a form feed or a `==>
 * name <==` line. The result does not depend on how the input is cut into reads. */
#ifndef DECODE_H
#define DECODE_H

#include "str.h"

typedef enum {
    ENCODING_AUTO,
    ENCODING_UTF8,
    ENCODING_UTF16,
    ENCODING_TCVN3,
    ENCODING_VNI,
    ENCODING_VISCII,
    ENCODING_CP1258,
    ENCODINGS
} Encoding;

extern const char *const encoding_names[ENCODINGS + 1]; /* as -e takes them, NULL-ended */
/* The encoding called `name`, whatever its letter case: false when there is none. */
bool encoding_of(Str name, Encoding *e);

/* What was done since the last decoder_open. */
typedef struct {
    uint64_t invalid;          /* sequences that became U+FFFD */
    uint64_t lines[ENCODINGS]; /* lines read as that encoding, UTF-8 not counted; of UTF-16 1 */
    uint64_t misread;          /* letters of misread UTF-8 mended */
} DecodeCounts;

typedef struct Decoder Decoder;

Decoder *decoder_new(Encoding e);
void decoder_free(Decoder *d);
/* A FILE begins. */
void decoder_open(Decoder *d);
/* Takes bytes from the front of `raw`, which begins behind what was taken before, and gives their text, valid
 * until the next call: a part of `raw` itself or of the decoder's own. Returns how many bytes were taken:
 * whole lines, or pieces of a line that is very long. 0 with *text empty: more bytes are needed to decide,
 * come again with what is there and more behind it (never when `last`, unless raw is empty). `last`: the FILE
 * ends with raw. */
size_t decoder_take(Decoder *d, Str raw, bool last, Str *text);
DecodeCounts decoder_counts(const Decoder *d);

#endif
