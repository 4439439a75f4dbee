/* SPDX-License-Identifier: ISC */
#include "person.h"

#include <stdlib.h>

#include "names.h"
#include "tables.h"
#include "utf8.h"

struct Persons {
    const Lexicon *lexicon;
    uint8_t *weight; /* by word id */
    size_t n;
    uint32_t thi, van, a;
};

Persons *persons_new(Lexicon *l, UserRows *user)
{
    Persons *p = xrealloc(NULL, 1, sizeof *p);
    *p = (Persons){.lexicon = l};
    Str cells[2];
    size_t cap = 0;
    for (TableRows r = table_rows(&table_surname, user); table_next(&r, cells);) {
        uint32_t id = lexicon_word(l, cells[0]);
        size_t old = cap;
        p->weight = array_room(p->weight, &cap, id, sizeof *p->weight);
        memset(p->weight + old, 0, cap - old);
        if (p->n <= id)
            p->n = (size_t)id + 1;
        uint8_t weight = cells[1].n == 1 && cells[1].p[0] >= '1' && cells[1].p[0] <= '3'
                             ? (uint8_t)(cells[1].p[0] - '0')
                             : 2;
        if (!p->weight[id])
            p->weight[id] = weight;
    }
    p->thi = lexicon_word(l, STR("thị"));
    p->van = lexicon_word(l, STR("văn"));
    p->a = lexicon_word(l, STR("a"));
    return p;
}

void persons_free(Persons *p)
{
    if (!p)
        return;
    free(p->weight);
    free(p);
}

unsigned person_surname(const Persons *p, const Token *t)
{
    return t->word < p->n ? p->weight[t->word] : 0;
}

static bool capital(const Token *t)
{
    return t->type == TOKEN_WORD && (t->flags & TOKEN_CAP);
}

size_t person_run(const Token *t, size_t n, size_t i, size_t most)
{
    size_t k = i;
    while (k < n && k - i <= most && capital(&t[k]) && (k == i || (t[k].flags & TOKEN_SPACE)))
        k++;
    return k - i;
}

/* Thị, Văn, A: what stands behind a family name only. */
static bool middle(const Persons *p, const Token *t)
{
    return t->word == p->thi || t->word == p->van || t->word == p->a;
}

unsigned person_like(const Persons *p, Str text, const Token *t, size_t tokens)
{
    if (tokens < 2 || tokens > 5)
        return 0;
    unsigned weight = person_surname(p, t);
    bool lone =
        t->nch == 1 || (t->n > 2 && (text.p[t->at + 1] == '\'' || (unsigned char)text.p[t->at + 1] == 0xE2));
    if (!weight) /* Bhling Mia Xuân, H’Wim Ê Ban, K’Brếu: no Vietnamese syllable */
        return lone || !(t->flags & TOKEN_SYLLABLE) || (tokens > 2 && middle(p, &t[1])) ? 2 : 0;
    unsigned sure = 4 - weight;
    if (tokens >= 3 && middle(p, &t[1]))
        sure += 3; /* Hoàng Thị Lệ, Vừ A Kỷ */
    if (tokens == 3)
        sure += 2;
    else if (tokens == 4)
        sure += 1;
    return sure;
}

bool person_lone(Str text, const Token *t)
{
    return (t->flags & TOKEN_CAP) && t->n > 3 &&
           (text.p[t->at + 1] == '\'' || (unsigned char)text.p[t->at + 1] == 0xE2);
}

Str person_print(Arena *a, Str written)
{
    size_t letters = 0;
    for (size_t at = 0; at < written.n;) {
        uint32_t c = utf8_next(written, &at);
        if (cp_is_lower(c))
            return written;
        letters += cp_is_letter(c);
    }
    if (letters < 3)
        return written;
    Buf b = {0};
    bool inside = false;
    for (size_t at = 0; at < written.n;) {
        uint32_t c = utf8_next(written, &at);
        buf_utf8(&b, inside ? cp_lower(c) : c);
        inside = cp_is_letter(c);
    }
    Str s = arena_str(a, buf_get(&b));
    buf_free(&b);
    return s;
}
