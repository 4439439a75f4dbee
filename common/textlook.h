/* SPDX-License-Identifier: ISC */
/* A look at the bytes of a text before tokens are made of it: could what is looked for be there? */
#ifndef TEXTLOOK_H
#define TEXTLOOK_H

#include "str.h"

typedef enum { TEXT_ANY, TEXT_DIGIT, TEXT_ROMAN, TEXT_CAPITAL } TextClass;

/* Does the text hold these bytes (one or more), with such a character behind them? The last of them is looked
 * for with the one at `anchor`: the rarest of the others. */
bool text_has(Str text, Str bytes, size_t anchor, TextClass class);

#endif
