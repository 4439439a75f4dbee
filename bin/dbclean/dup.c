/* SPDX-License-Identifier: ISC */
#include "dup.h"

#include <stdlib.h>

#include "mask.h"
#include "utf8.h"

enum { LEAST_WORDS = 4, TRIES = 16 };

typedef struct {
    uint32_t hash, item; /* item + 1, 0: free */
} Slot;

struct Dups {
    Slot *slots;
    size_t cap; /* a power of two */
};

Dups *dups_new(void)
{
    Dups *d = xrealloc(NULL, 1, sizeof *d);
    *d = (Dups){0};
    return d;
}

void dups_free(Dups *d)
{
    if (!d)
        return;
    free(d->slots);
    free(d);
}

static Str unstopped(Str s)
{
    return str_ends(s, STR(".")) ? str_sub(s, 0, s.n - 1) : s;
}

static bool has_words(Str s)
{
    size_t spaces = 0;
    for (size_t at = 0; at < s.n && spaces + 1 < LEAST_WORDS; at += BLOCK) {
        char room[BLOCK];
        const char *p = block_at(s.p + at, s.n - at, 0, room);
        uint8_t here = 0;
        for (size_t i = 0; i < BLOCK; i++)
            here = (uint8_t)(here + (p[i] == ' '));
        spaces += here;
    }
    return spaces + 1 >= LEAST_WORDS;
}

/* Eight bytes without what tells upper from lower case: bit 5, and of letters beyond ASCII the last five
 * bits. */
static uint64_t without_case(const char *p)
{
    uint64_t w;
    memcpy(&w, p, sizeof w);
    return (w | 0x2020202020202020u) & ~((w & 0x8080808080808080u) / 0x80 * 0x1F);
}

static uint64_t mix(uint64_t h, const char *p)
{
    h = (h ^ without_case(p)) * 0x9e3779b97f4a7c15u;
    return h ^ h >> 32;
}

/* A long text is tried in some places all over it: those that are alike there are compared anyhow. */
static uint32_t hash_of(Str s)
{
    enum { PLACES = 20 };
    size_t step = s.n > 8 * PLACES ? s.n / PLACES : 8, i = 0;
    uint64_t h = s.n;
    for (; i + 8 <= s.n; i += step)
        h = mix(h, s.p + i);
    if (i < s.n) {
        char rest[8] = {0};
        memcpy(rest, s.p + i, s.n - i);
        h = mix(h, rest);
    }
    return (uint32_t)h;
}

static bool same_words(Str a, Str b)
{
    if (a.n != b.n)
        return false;
    if (str_eq(a, b))
        return true;
    size_t i = 0, k = 0;
    while (i < a.n && k < b.n)
        if (cp_lower(utf8_next(a, &i)) != cp_lower(utf8_next(b, &k)))
            return false;
    return i == a.n && k == b.n;
}

static bool can_be_repeated(Kind kind)
{
    return kind == KIND_TITLE || kind == KIND_KICKER || kind == KIND_BODY || kind == KIND_CAPTION;
}

/* Credit lines and headings never repeat anything; a list of links may well name the title again. */
static bool can_repeat(Kind kind)
{
    return can_be_repeated(kind) || kind == KIND_BOILER;
}

/* The page's own name, over its menu: the headline stands there for the first time. */
static void name_first(Items *items)
{
    Item *first = &items->items[0];
    size_t i = 1;
    if (items->n < 2 || first->kind != KIND_BOILER || !has_words(first->text))
        return;
    while (i < items->n && items->items[i].kind != KIND_TITLE)
        i++;
    if (i < items->n && same_words(unstopped(first->text), unstopped(items->items[i].text)))
        first->kind = KIND_TITLE;
}

void dups_mark(Dups *d, Items *items)
{
    name_first(items);
    size_t cap = 64;
    while (cap < items->n * 2)
        cap *= 2;
    if (cap > d->cap) {
        d->slots = xrealloc(d->slots, cap, sizeof *d->slots);
        d->cap = cap;
    }
    memset(d->slots, 0, cap * sizeof *d->slots);
    for (size_t i = 0; i < items->n; i++) {
        Item *item = &items->items[i];
        if (!can_repeat(item->kind) || !has_words(item->text))
            continue;
        Str text = unstopped(item->text);
        uint32_t hash = hash_of(text);
        size_t at = hash & (cap - 1), tries = 0;
        while (d->slots[at].item && tries < TRIES) {
            const Slot *slot = &d->slots[at];
            if (slot->hash == hash && same_words(unstopped(items->items[slot->item - 1].text), text)) {
                item->kind = KIND_DUP;
                break;
            }
            at = (at + 1) & (cap - 1);
            tries++;
        }
        if (item->kind != KIND_DUP && can_be_repeated(item->kind) && tries < TRIES)
            d->slots[at] = (Slot){hash, (uint32_t)i + 1};
    }
}
