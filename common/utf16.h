/* SPDX-License-Identifier: ISC */
/* UTF-16, with and without byte order mark. */
#ifndef UTF16_H
#define UTF16_H

#include "str.h"

typedef enum { UTF16_NONE, UTF16_LITTLE, UTF16_BIG } Utf16;

/* What a FILE that begins with these bytes is, by its mark or by where its NULs stand. */
Utf16 utf16_guess(Str start);
/* Bytes at the front of s up to the end of its last whole line, 0 if it has none; of its last whole
 * character. */
size_t utf16_lines(Str s, Utf16 form);
size_t utf16_chars(Str s, Utf16 form);
/* Appends the UTF-8 of s; half pairs and a last odd byte become U+FFFD. Returns how many did. */
size_t utf16_read(Str s, Utf16 form, Buf *out);

#endif
