/* SPDX-License-Identifier: ISC */
/* What was mended in the input, told to the summary of -v. */
#ifndef MENDED_H
#define MENDED_H

#include "input.h"
#include "normal.h"

/* Called once, at the end of a run. */
void mended_tell(const Input *in, const Normal *n);

#endif
