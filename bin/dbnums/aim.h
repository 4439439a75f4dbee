/* SPDX-License-Identifier: ISC */
/* Is a figure a goal, a forecast, or what happened? */
#ifndef AIM_H
#define AIM_H

#include "site.h"

typedef enum { AIM_NONE, AIM_TARGET, AIM_FORECAST } Aim;

extern const Str aim_names[]; /* by Aim */

/* What the words before have opened: kept along a sentence, and into the next one that goes on with it. */
typedef struct {
    Aim open;
    bool weak, will; /* opened by cần, phải, sẽ; by sẽ */
    bool once;       /* till the next semicolon: kế hoạch là 3.945 tỷ đồng */
    size_t at;       /* tokens before it are read */
} AimState;

/* What a heading, or the line that a list hangs on (`line`), opens for what follows it: "Các chỉ tiêu chủ yếu
 * năm 2024". */
Aim aim_heading(const Scene *s, bool line);
/* A sentence begins: what was open stays open when it goes on with the one before ("Trong đó, …"), which is
 * told. `weak`: what the scope opens is told of what can be a goal only, as by cần, phải.
 */
bool aim_sentence(const Scene *s, AimState *state, Aim scope, bool weak);
/* The aim of figure k, whose indicator is `code`. */
Aim aim_of(const Scene *s, size_t k, const Site *sites, Str code, AimState *state);
/* The sentence ends: reads what is left of it behind its last figure k. */
void aim_end(const Scene *s, size_t k, const Site *sites, AimState *state);

#endif
