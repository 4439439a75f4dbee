/* SPDX-License-Identifier: ISC */
/* How pages of a site begin: the first two lines of the pages whose beginning is certain. In a stream of one
 * site they come again over every page, whatever words they are. */
#ifndef FRAME_H
#define FRAME_H

#include "str.h"

typedef struct Frames Frames;

Frames *frames_new(void);
void frames_free(Frames *f);
/* The first two lines of a page (copied). */
void frames_learn(Frames *f, Str first, Str second);
/* Did a page begin with these two lines? */
bool frames_know(const Frames *f, Str first, Str second);

#endif
