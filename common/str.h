/* SPDX-License-Identifier: ISC */
/* Strings as pointer and length, growable buffers, arenas.
 *
 * No text in dbtools ends in NUL. A Str borrows: it is valid as long as what it points into. Out of memory
 * and sizes beyond SIZE_MAX end the program with status 2 and a message (see oom()).
 *
 * In all headers: what X_new made the caller gives back with X_free, which takes NULL too. What is given to
 * X_new is borrowed and must outlive it; what a function gives lives until its next call unless it says
 * otherwise. The programs give everything back at their end, so that `make asan` tells what was lost. */
#ifndef STR_H
#define STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const char *p;
    size_t n; /* bytes */
} Str;

#define STR(literal) ((Str){literal, sizeof(literal) - 1})

static inline bool str_eq(Str a, Str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
/* The same with a C string, which is not measured first. */
static inline bool str_is(Str s, const char *text)
{
    size_t i = 0;
    while (i < s.n && text[i] && s.p[i] == text[i])
        i++;
    return i == s.n && !text[i];
}
int str_cmp(Str a, Str b); /* byte order, shorter first */
static inline bool str_starts(Str s, Str prefix)
{
    return s.n >= prefix.n && str_eq((Str){s.p, prefix.n}, prefix);
}
static inline bool str_ends(Str s, Str suffix)
{
    return s.n >= suffix.n && str_eq((Str){s.p + (s.n - suffix.n), suffix.n}, suffix);
}
/* s without its first `at` bytes */
static inline Str str_from(Str s, size_t at)
{
    if (s.n == 0) /* it may point nowhere */
        return s;
    return at >= s.n ? (Str){s.p + s.n, 0} : (Str){s.p + at, s.n - at};
}
static inline Str str_sub(Str s, size_t at, size_t n)
{
    Str rest = str_from(s, at);
    return (Str){rest.p, n < rest.n ? n : rest.n};
}
Str str_trim(Str s);       /* without ASCII spaces at the ends */
Str str_of(const char *c); /* of a C string, for argv and table cells only */
/* FNV-1a, 64 bits: begin with FNV_START. */
#define FNV_START 0xCBF29CE484222325U
static inline uint64_t fnv1a(uint64_t hash, Str s)
{
    for (size_t i = 0; i < s.n; i++)
        hash = (hash ^ (unsigned char)s.p[i]) * 0x100000001B3U;
    return hash;
}
/* Takes the next piece of *rest up to `sep` (not in the piece). False when nothing is left. */
bool str_cut(Str *rest, char sep, Str *piece);

/* A buffer that only grows; reused for the whole run. Zeroed is empty. */
typedef struct {
    char *p;
    size_t n, cap;
} Buf;

void buf_reserve(Buf *b, size_t more); /* room for `more` bytes behind n */
void buf_add(Buf *b, const void *p, size_t n);
void buf_str(Buf *b, Str s);
void buf_char(Buf *b, char c);
void buf_uint(Buf *b, uint64_t v);
void buf_utf8(Buf *b, uint32_t code_point);
/* Appends all that is left of a stream; false when it cannot be read. */
bool buf_read(Buf *b, FILE *f);
void buf_free(Buf *b);
static inline Str buf_get(const Buf *b)
{
    return (Str){b->p, b->n};
}

/* A stack of blocks given back all at once: arena_reset keeps the memory for the next document. */
typedef struct ArenaBlock ArenaBlock;
typedef struct {
    ArenaBlock *first, *at;
    size_t used;
} Arena;

void *arena_get(Arena *a, size_t n);              /* aligned for any type, not zeroed */
Str arena_str(Arena *a, Str s);                   /* a copy */
Str arena_words(Arena *a, Str first, Str second); /* both, with a space between */
void arena_reset(Arena *a);
void arena_free(Arena *a);

/* realloc for count elements of a size, checked for overflow; ends the program when memory is out. */
void *xrealloc(void *p, size_t count, size_t size);
/* Grows array *p of elements of `size` so that index `n` fits; *cap in elements. */
void *array_room(void *p, size_t *cap, size_t n, size_t size);
_Noreturn void oom(void);
void oom_program(const char *name); /* whose memory it is, for the message */

#endif
