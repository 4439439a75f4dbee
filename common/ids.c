/* SPDX-License-Identifier: ISC */
#include "ids.h"

#include <stdlib.h>

/* An open-addressed set of hashes, with a number beside each where `numbers` is used. 0 is a free slot. */
typedef struct {
    uint64_t *hashes;
    uint32_t *numbers;
    size_t n, cap;
} Set;

/* An id is `base` or `base#n`; a plain number is the base "" with that n. Of a base whose ids were given
 * without a gap from 1 on, `runs` holds the last n; ids out of turn are in `single` by their whole text. */
struct Ids {
    Set single; /* also of each base that was given once */
    Set runs;   /* n of at least 2, and of numbers */
};

/* FNV's high bits are weak on short texts; a slot is taken by a mix of all. */
static uint64_t hash_of(Str s)
{
    uint64_t h = fnv1a(FNV_START, s);
    h ^= h >> 32;
    h *= 0x9E3779B97F4A7C15U;
    h ^= h >> 29;
    return h ? h : 1;
}

static size_t slot_of(const Set *set, uint64_t hash)
{
    size_t i = (size_t)(hash % set->cap);
    while (set->hashes[i] && set->hashes[i] != hash)
        i = i + 1 == set->cap ? 0 : i + 1;
    return i;
}

/* Grows by half at 17 of 20: while both are there, old and new take 8 * (1 + 1.5) / 0.85 < 24 bytes an id. */
static void grow(Set *set, bool numbers)
{
    if (set->cap && set->n < set->cap / 20 * 17)
        return;
    Set new = {.cap = set->cap ? set->cap + set->cap / 2 : 320, .n = set->n};
    new.hashes = calloc(new.cap, sizeof *new.hashes);
    new.numbers = numbers ? calloc(new.cap, sizeof *new.numbers) : NULL;
    if (!new.hashes || (numbers && !new.numbers))
        oom();
    for (size_t i = 0; i < set->cap; i++)
        if (set->hashes[i]) {
            size_t slot = slot_of(&new, set->hashes[i]);
            new.hashes[slot] = set->hashes[i];
            if (numbers)
                new.numbers[slot] = set->numbers[i];
        }
    free(set->hashes);
    free(set->numbers);
    *set = new;
}

static bool set_has(const Set *set, uint64_t hash)
{
    return set->cap && set->hashes[slot_of(set, hash)];
}

/* The slot of a hash, which is put in if it was not there. */
static size_t set_put(Set *set, uint64_t hash, bool numbers)
{
    grow(set, numbers);
    size_t i = slot_of(set, hash);
    if (!set->hashes[i]) {
        set->hashes[i] = hash;
        set->n++;
    }
    return i;
}

Ids *ids_new(void)
{
    Ids *ids = calloc(1, sizeof *ids);
    if (!ids)
        oom();
    return ids;
}

void ids_free(Ids *ids)
{
    if (!ids)
        return;
    free(ids->single.hashes);
    free(ids->runs.hashes);
    free(ids->runs.numbers);
    free(ids);
}

/* Digits at the end of s as a number without leading zeros, below 10^9: how many digits, 0 for none. */
static size_t number_at_end(Str s, uint32_t *n)
{
    size_t digits = 0;
    uint32_t v = 0, power = 1;
    while (digits < s.n && digits < 9) {
        char c = s.p[s.n - 1 - digits];
        if (c < '0' || c > '9')
            break;
        v += (uint32_t)(c - '0') * power;
        power *= 10;
        digits++;
    }
    *n = v;
    return digits && s.p[s.n - digits] != '0' ? digits : 0;
}

/* Splits an id in base and n. */
static Str base_of(Str id, uint32_t *n)
{
    size_t digits = number_at_end(id, n);
    if (digits && digits == id.n)
        return (Str){"", 0};
    if (digits && *n > 1 && digits < id.n && id.p[id.n - digits - 1] == '#')
        return (Str){id.p, id.n - digits - 1};
    *n = 1;
    return id;
}

static uint32_t run_of(const Ids *ids, uint64_t hash)
{
    if (ids->runs.cap == 0)
        return 0;
    size_t i = slot_of(&ids->runs, hash);
    return ids->runs.hashes[i] ? ids->runs.numbers[i] : 0;
}

/* How far the ids of a base go without a gap. */
static uint32_t last_of(const Ids *ids, Str base, uint64_t hash)
{
    uint32_t last = run_of(ids, hash), n;
    if (last || base.n == 0)
        return last;
    bool number = base_of(base, &n).n == 0;
    return set_has(&ids->single, hash) || (number && n <= run_of(ids, hash_of(STR("")))) ? 1 : 0;
}

bool ids_seen(Ids *ids, Str id)
{
    uint32_t n;
    Str base = base_of(id, &n);
    uint64_t hash = hash_of(base);
    uint32_t last = last_of(ids, base, hash);
    if (n <= last || set_has(&ids->single, hash_of(id)))
        return true;
    if (n == last + 1 && (n > 1 || base.n == 0)) {
        size_t i = set_put(&ids->runs, hash, true);
        ids->runs.numbers[i] = n;
    } else {
        set_put(&ids->single, hash_of(id), false);
    }
    return false;
}

void ids_give(Ids *ids, Str want, Buf *out)
{
    size_t start = out->n;
    buf_str(out, want);
    if (!ids_seen(ids, want))
        return;
    uint32_t n = last_of(ids, want, hash_of(want));
    do {
        out->n = start + want.n;
        buf_char(out, '#');
        buf_uint(out, ++n < 2 ? n = 2 : n);
    } while (ids_seen(ids, (Str){out->p + start, out->n - start}));
}
