/* SPDX-License-Identifier: ISC */
/* The words of the tables in a line: how much of it boilerplate and rubrics make up, and what its cues speak
 * for. */
#ifndef PHRASES_H
#define PHRASES_H

#include "look.h"

/* Sets head, tail, covered, cue and user_boiler of a look whose words, flags and section are set. */
void look_at_phrases(const Words *w, const Token *t, size_t n, Look *look);

#endif
