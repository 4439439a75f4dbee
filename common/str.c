/* SPDX-License-Identifier: ISC */
#include "str.h"

#include <stdio.h>
#include <stdlib.h>

int str_cmp(Str a, Str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;
    return c ? c : (a.n > b.n) - (a.n < b.n);
}

Str str_trim(Str s)
{
    while (s.n && s.p[0] == ' ')
        s = (Str){s.p + 1, s.n - 1};
    while (s.n && s.p[s.n - 1] == ' ')
        s.n--;
    return s;
}

Str str_of(const char *c)
{
    return (Str){c, strlen(c)};
}

bool str_cut(Str *rest, char sep, Str *piece)
{
    if (!rest->p)
        return false;
    const char *end = rest->n ? memchr(rest->p, sep, rest->n) : NULL;
    if (end) {
        *piece = (Str){rest->p, (size_t)(end - rest->p)};
        *rest = (Str){end + 1, rest->n - piece->n - 1};
    } else {
        *piece = *rest;
        *rest = (Str){NULL, 0};
    }
    return true;
}

static const char *program = "dbtools";

void oom_program(const char *name)
{
    program = name;
}

_Noreturn void oom(void)
{
    fprintf(stderr, "%s: out of memory\n", program);
    _Exit(2);
}

void *xrealloc(void *p, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        oom();
    size_t n = count * size;
    void *q = realloc(p, n ? n : 1);
    if (!q)
        oom();
    return q;
}

void *array_room(void *p, size_t *cap, size_t n, size_t size)
{
    if (n < *cap)
        return p;
    if (n >= SIZE_MAX / 2)
        oom();
    size_t more = *cap ? *cap : 16;
    while (more <= n)
        more *= 2;
    *cap = more;
    return xrealloc(p, more, size);
}

void buf_reserve(Buf *b, size_t more)
{
    if (more <= b->cap - b->n)
        return;
    if (more > SIZE_MAX / 2 - b->n)
        oom();
    size_t cap = b->cap ? b->cap : 256;
    while (cap < b->n + more)
        cap *= 2;
    b->p = xrealloc(b->p, cap, 1);
    b->cap = cap;
}

void buf_add(Buf *b, const void *p, size_t n)
{
    if (n == 0)
        return;
    buf_reserve(b, n);
    memcpy(b->p + b->n, p, n);
    b->n += n;
}

void buf_str(Buf *b, Str s)
{
    buf_add(b, s.p, s.n);
}

void buf_char(Buf *b, char c)
{
    buf_add(b, &c, 1);
}

void buf_uint(Buf *b, uint64_t v)
{
    char digits[20];
    size_t i = sizeof digits;
    do
        digits[--i] = (char)('0' + v % 10);
    while (v /= 10);
    buf_add(b, digits + i, sizeof digits - i);
}

void buf_utf8(Buf *b, uint32_t c)
{
    char s[4];
    size_t n;
    if (c < 0x80) {
        s[0] = (char)c;
        n = 1;
    } else if (c < 0x800) {
        s[0] = (char)(0xC0 | c >> 6);
        s[1] = (char)(0x80 | (c & 0x3F));
        n = 2;
    } else if (c < 0x10000) {
        s[0] = (char)(0xE0 | c >> 12);
        s[1] = (char)(0x80 | (c >> 6 & 0x3F));
        s[2] = (char)(0x80 | (c & 0x3F));
        n = 3;
    } else {
        s[0] = (char)(0xF0 | c >> 18);
        s[1] = (char)(0x80 | (c >> 12 & 0x3F));
        s[2] = (char)(0x80 | (c >> 6 & 0x3F));
        s[3] = (char)(0x80 | (c & 0x3F));
        n = 4;
    }
    buf_add(b, s, n);
}

bool buf_read(Buf *b, FILE *f)
{
    size_t got;
    do {
        buf_reserve(b, 65536);
        got = fread(b->p + b->n, 1, 65536, f);
        b->n += got;
    } while (got);
    return !ferror(f);
}

void buf_free(Buf *b)
{
    free(b->p);
    *b = (Buf){0};
}

struct ArenaBlock {
    ArenaBlock *next;
    size_t size;
    max_align_t data[];
};

enum { ARENA_BLOCK = 64 * 1024 };

static ArenaBlock *block_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(ArenaBlock))
        oom();
    ArenaBlock *b = xrealloc(NULL, 1, sizeof(ArenaBlock) + size);
    b->next = NULL;
    b->size = size;
    return b;
}

void *arena_get(Arena *a, size_t n)
{
    size_t align = _Alignof(max_align_t);
    if (n > SIZE_MAX - align)
        oom();
    n = (n + align - 1) / align * align;
    while (!a->at || n > a->at->size - a->used) {
        ArenaBlock *next = a->at ? a->at->next : a->first;
        if (!next) {
            next = block_new(n > ARENA_BLOCK ? n : ARENA_BLOCK);
            if (a->at)
                a->at->next = next;
            else
                a->first = next;
        }
        a->at = next;
        a->used = 0;
    }
    void *p = (char *)a->at->data + a->used;
    a->used += n;
    return p;
}

Str arena_str(Arena *a, Str s)
{
    if (s.n == 0)
        return (Str){"", 0};
    char *p = arena_get(a, s.n);
    memcpy(p, s.p, s.n);
    return (Str){p, s.n};
}

Str arena_words(Arena *a, Str first, Str second)
{
    char *p = arena_get(a, first.n + 1 + second.n);
    if (first.n)
        memcpy(p, first.p, first.n);
    p[first.n] = ' ';
    if (second.n)
        memcpy(p + first.n + 1, second.p, second.n);
    return (Str){p, first.n + 1 + second.n};
}

void arena_reset(Arena *a)
{
    a->at = NULL;
    a->used = 0;
}

void arena_free(Arena *a)
{
    for (ArenaBlock *b = a->first, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    *a = (Arena){0};
}
