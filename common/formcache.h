/* SPDX-License-Identifier: ISC */
/* What all tokens of the same form have in common, with a cache of the forms met: the same few thousand make
 * nearly all text. */
#ifndef FORMCACHE_H
#define FORMCACHE_H

#include "lexicon.h"
#include "token.h"

enum { FORM_BITS = 16, FORM_KEY = 16 }; /* places of the cache; the longest form that it keeps */

typedef struct {
    uint64_t a, b;
} FormKey;

typedef struct {
    FormKey key; /* the form, zeros behind it; all zeros: free */
    uint8_t type;
    char mark;
    uint8_t flags;
    uint32_t nch, word;
} Form;

typedef struct {
    const Lexicon *lexicon;
    Form *place;  /* two beside each other in one line of the processor's cache */
    void *memory; /* what it lies in */
    Form own;     /* one that the cache does not keep */
    Buf folded;
} FormCache;

void formcache_init(FormCache *f, const Lexicon *l);
void formcache_free(FormCache *f);
/* The form of a token of any kind, with the key of its bytes if it has one; it lives until the next call. */
const Form *formcache_get(FormCache *f, FormKey key, Str token, TokenType type);

static inline uint64_t load8(const char *p)
{
    uint64_t v;
    memcpy(&v, p, 8);
    return v;
}

/* The key of the n bytes at p, at most FORM_KEY, as many as can be read there. No form has a zero in it, so
 * that its key tells its length too. */
static inline FormKey form_key(const char *p, size_t n)
{
    static const unsigned char keep[2 * FORM_KEY] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                     255, 255, 255, 255, 255, 255, 255, 255};
    const char *mask = (const char *)keep + FORM_KEY - n;
    return (FormKey){load8(p) & load8(mask), load8(p + 8) & load8(mask + 8)};
}

/* Where the cache keeps a form: there, or beside it. */
static inline Form *form_place(const FormCache *f, FormKey key)
{
    uint64_t h = (key.a ^ key.b * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
    return &f->place[h >> (64 - FORM_BITS)]; /* the highest bits: all of the form tells in them */
}

static inline Form *form_beside(const FormCache *f, const Form *form)
{
    return &f->place[(size_t)(form - f->place) ^ 1];
}

static inline bool form_holds(const Form *form, FormKey key)
{
    return form->key.a == key.a && form->key.b == key.b;
}

/* The form of a key, at its place or the one beside it; NULL: it is not in the cache. Forms that may be but
 * the beginning of a token, digits and lone letters (K'Sơn), are kept so that none is found here. */
static inline const Form *formcache_find(const FormCache *f, FormKey key)
{
    const Form *form = form_place(f, key);
    if (form_holds(form, key))
        return form;
    form = form_beside(f, form);
    return form_holds(form, key) ? form : NULL;
}

#endif
