/* SPDX-License-Identifier: ISC */
/* Publication stamps: a line of nothing else, one before the text or behind it, a date behind a title. */
#ifndef STAMPS_H
#define STAMPS_H

#include "look.h"

/* Sets what a look tells of its stamps; words, numbers and flags are set. */
void look_at_stamps(const Words *w, Str text, const Token *t, size_t n, Look *look);

#endif
