/* SPDX-License-Identifier: ISC */
/* A look at the bytes of a text before tokens are made of it: could what is looked for be there? */
#ifndef TEXTLOOK_H
#define TEXTLOOK_H

#include "str.h"

typedef enum { TEXT_ANY, TEXT_DIGIT, TEXT_ROMAN, TEXT_CAPITAL } TextClass;

/* Does the text hold these bytes, with such a character behind them? `anchor` is the rarest of the bytes but
 * the last one: these two are looked for. */
bool text_has(Str text, Str bytes, size_t anchor, TextClass class);

#endif
