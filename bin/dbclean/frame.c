/* SPDX-License-Identifier: ISC */
#include "frame.h"

#include <stdlib.h>

enum { FRAMES = 4, FRAME_BYTES = 120 }; /* the last few beginnings; lines of menus are short */

struct Frames {
    struct {
        Buf text;
        size_t first; /* bytes of the first line */
    } frame[FRAMES];
    size_t n; /* learned so far */
};

Frames *frames_new(void)
{
    Frames *f = xrealloc(NULL, 1, sizeof *f);
    memset(f, 0, sizeof *f);
    return f;
}

void frames_free(Frames *f)
{
    if (!f)
        return;
    for (size_t i = 0; i < FRAMES; i++)
        buf_free(&f->frame[i].text);
    free(f);
}

bool frames_know(const Frames *f, Str first, Str second)
{
    if (first.n > FRAME_BYTES || second.n > FRAME_BYTES)
        return false;
    for (size_t i = 0; i < FRAMES && i < f->n; i++) {
        Str text = buf_get(&f->frame[i].text);
        if (f->frame[i].first == first.n && text.n == first.n + second.n &&
            memcmp(text.p, first.p, first.n) == 0 && memcmp(text.p + first.n, second.p, second.n) == 0)
            return true;
    }
    return false;
}

void frames_learn(Frames *f, Str first, Str second)
{
    if (first.n > FRAME_BYTES || second.n > FRAME_BYTES || frames_know(f, first, second))
        return;
    size_t i = f->n++ % FRAMES;
    f->frame[i].text.n = 0;
    buf_str(&f->frame[i].text, first);
    buf_str(&f->frame[i].text, second);
    f->frame[i].first = first.n;
}
