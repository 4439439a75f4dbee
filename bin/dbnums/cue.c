/* SPDX-License-Identifier: ISC */
#include "cue.h"

#include "table_numbers.h"

Cue *cues_add(Cues *c, Lexicon *l, Str phrase)
{
    size_t value = lexicon_add(l, TABLE_CUE, phrase, (uint32_t)c->n);
    c->cue = array_room(c->cue, &c->cap, c->n, sizeof *c->cue);
    if (value == c->n)
        c->cue[c->n++] = (Cue){0};
    return &c->cue[value];
}
