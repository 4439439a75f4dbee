/* SPDX-License-Identifier: ISC */
/* The one-byte encodings of Vietnamese: TCVN3 (ABC), VNI-Windows, VISCII, windows-1258.
 *
 * Text in them is met in two forms: as its bytes, and as UTF-8 of what windows-1252 shows for its bytes ("Héi
 * nghÞ" for "Hội nghị"). */
#ifndef LEGACY_H
#define LEGACY_H

#include "decode.h"
#include "str.h"

typedef struct Legacy Legacy;

Legacy *legacy_new(void);
void legacy_free(Legacy *l);
/* Does this machine know the encoding? VISCII, TCVN3 and windows-1258 come from iconv(3). */
bool legacy_known(const Legacy *l, Encoding e);
/* Appends the UTF-8 of bytes in an encoding. Bytes that stand for nothing become U+FFFD; returns how many.
 * The result is not always NFC. */
size_t legacy_read(const Legacy *l, Encoding e, Str bytes, Buf *out);

/* The windows-1252 byte that shows as c, -1 when there is none. C1 controls are the bytes themselves. */
int cp1252_byte(uint32_t c);

/* How Vietnamese a text is, by its words of two letters or more (lone signs may be read as any letter). */
typedef struct {
    size_t words, syllables; /* words, and those that are syllables */
    size_t seen, valid;      /* the same of words with letters or signs above U+007F */
    uint64_t letters;        /* which such letters the syllables have: a bit for each, some share one */
} Share;
Share vietnamese_share(Str text);

#endif
