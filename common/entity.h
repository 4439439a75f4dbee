/* SPDX-License-Identifier: ISC */
/* Character references of HTML: &aacute; &#225; &#xE1; */
#ifndef ENTITY_H
#define ENTITY_H

#include "str.h"

/* Reads the reference that begins s (at its '&'), which needs its ';'. Returns the bytes it takes and sets
 * *c; 0 when there is none or none that is known. &#128; to &#159; are what windows-1252 has there, as in
 * browsers. */
size_t entity_read(Str s, uint32_t *c);

#endif
