/* SPDX-License-Identifier: ISC */
/* UTF-8 that was once misread as windows-1252, windows-1258 or latin-1: "Ä\x90áº£ng bá»™" for "Đảng bộ".
 *
 * Each byte of a letter has become a character. Where all of them are still there the letter is certain. The
 * last one is often lost: A0 becomes a space, AD and the bytes that windows-1252 does not have (81 8D 8F 90
 * 9D) vanish, or U+FFFD stands for them; then the syllable tells the letter, and where several are syllables
 * the more frequent one. */
#ifndef MISREAD_H
#define MISREAD_H

#include "str.h"

/* Bytes of the misread letter that begins at s[at], all its bytes there: 0 when there is none. */
size_t misread_letter(Str s, size_t at, uint32_t *c);
/* Mends the words that are no syllables but are once their misread letters are read; the rest stays as it is.
 * Returns how many letters. */
size_t misread_words(Str text, Buf *out);

/* What is known of a text that was misread throughout. */
typedef struct {
    bool two_spaces; /* "lÃ  " has the space that was A0 and its own: no spaces were joined */
    bool keeps_ad;   /* AD is still there in other letters: it was not lost */
} MisreadHabit;
MisreadHabit misread_habit(Str text);
/* Mends a text that was misread throughout, lost bytes included. Returns how many letters. */
size_t misread_text(Str text, const MisreadHabit *h, Buf *out);

#endif
