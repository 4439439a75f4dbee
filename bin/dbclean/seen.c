/* SPDX-License-Identifier: ISC */
#include "seen.h"

#include <stdlib.h>

enum { PLACES = 4096 };

struct SeenLines {
    SeenLine line[PLACES];
};

SeenLines *seen_new(void)
{
    SeenLines *s = calloc(1, sizeof *s); /* pages that are never used cost nothing */
    if (!s)
        oom();
    return s;
}

void seen_free(SeenLines *s)
{
    free(s);
}

static size_t place_of(Str text)
{
    const uint64_t times = 0x9e3779b97f4a7c15u;
    uint64_t h = text.n, word = 0;
    for (size_t i = 0; i + 8 < text.n; i += 8) {
        memcpy(&word, text.p + i, 8);
        h = (h ^ word) * times;
        h ^= h >> 29;
    }
    if (text.n < 8)
        memcpy(&word, text.p, text.n);
    else
        memcpy(&word, text.p + text.n - 8, 8);
    h = (h ^ word) * times;
    return (size_t)(h >> 40) % PLACES;
}

const SeenLine *seen_before(const SeenLines *s, Str text)
{
    const SeenLine *line = &s->line[place_of(text)];
    return line->n == text.n && memcmp(line->text, text.p, text.n) == 0 ? line : NULL;
}

SeenLine *seen_line(SeenLines *s, Str text, bool *known)
{
    SeenLine *line = &s->line[place_of(text)];
    *known = line->n == text.n && memcmp(line->text, text.p, text.n) == 0;
    if (!*known) {
        line->n = (uint16_t)text.n;
        memcpy(line->text, text.p, text.n);
    }
    return line;
}
