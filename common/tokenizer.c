/* SPDX-License-Identifier: ISC */
/* Tokens of a document, with a cache of the word forms met: the same few thousand forms make nearly all text.
 */
#include <stdlib.h>

#include "lexicon.h"
#include "split.h"
#include "syllable.h"
#include "utf8.h"

enum { CACHE_BITS = 16, CACHE = 1 << CACHE_BITS, KEY = 16, NUMBER_IN_TABLE = 4 };

typedef struct {
    char key[KEY]; /* the form, zeros behind it */
    uint32_t word;
    uint8_t n, nch, flags; /* n 0: free */
} Form;

struct Tokenizer {
    const Lexicon *lexicon;
    Form cache[CACHE];
    Token *tokens;
    size_t n, cap;
    Arena given; /* what tokenize() gave */
    Buf folded;
};

Tokenizer *tokenizer_new(const Lexicon *l)
{
    Tokenizer *t = calloc(1, sizeof *t); /* pages of the cache that are never used cost nothing */
    if (!t)
        oom();
    t->lexicon = l;
    return t;
}

void tokenizer_free(Tokenizer *t)
{
    if (!t)
        return;
    free(t->tokens);
    arena_free(&t->given);
    buf_free(&t->folded);
    free(t);
}

static uint8_t case_flags(Str word)
{
    bool first = true, all = true;
    uint8_t flags = 0;
    for (size_t at = 0; at < word.n;) {
        uint32_t c = utf8_next(word, &at);
        if (first && cp_is_upper(c))
            flags |= TOKEN_CAP;
        first = false;
        if (cp_is_lower(c))
            all = false;
    }
    if (all && (flags & TOKEN_CAP))
        flags |= TOKEN_UPPER;
    return flags;
}

static Form look_up(Tokenizer *t, Str s, TokenType type)
{
    Form f = {.nch = 0};
    t->folded.n = 0;
    word_fold(s, &t->folded);
    f.word = lexicon_find(t->lexicon, buf_get(&t->folded));
    if (type == TOKEN_WORD) {
        f.flags = case_flags(s);
        if (syllable_valid(s))
            f.flags |= TOKEN_SYLLABLE;
    }
    return f;
}

static uint64_t load8(const char *p)
{
    uint64_t v;
    memcpy(&v, p, 8);
    return v;
}

static bool holds(const Form *f, Str s, const char *key)
{
    return f->n == s.n && memcmp(f->key, key, KEY) == 0;
}

/* Looks a form up in the cache; key is the form in KEY bytes with zeros behind it. Two frequent forms may
 * fall on the same place (Đảng, ban), so the one there moves to the place beside it. */
static const Form *cached(Tokenizer *t, Str s, const char *key, TokenType type)
{
    uint64_t h = (load8(key) ^ load8(key + 8) * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
    size_t at = (size_t)(h >> (64 - CACHE_BITS)); /* the highest bits: all of the form tells in them */
    Form *f = &t->cache[at], *beside = &t->cache[at ^ 1];
    if (holds(f, s, key))
        return f;
    if (holds(beside, s, key))
        return beside;
    *beside = *f;
    *f = look_up(t, s, type);
    memcpy(f->key, key, KEY);
    f->n = (uint8_t)s.n;
    f->nch = (uint8_t)utf8_count(s);
    return f;
}

static void load_key(char *key, Str text, Str s)
{
    static const unsigned char keep[2 * KEY] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                255, 255, 255, 255, 255, 255, 255, 255};
    if ((size_t)(s.p - text.p) + KEY <= text.n) {
        uint64_t a = load8(s.p) & load8((const char *)keep + KEY - s.n);
        uint64_t b = load8(s.p + 8) & load8((const char *)keep + KEY - s.n + 8);
        memcpy(key, &a, 8);
        memcpy(key + 8, &b, 8);
    } else {
        memset(key, 0, KEY);
        memcpy(key, s.p, s.n);
    }
}

static void put_token(Tokenizer *t, Str text, const Split *s, uint32_t *ch)
{
    Token k = {.at = (uint32_t)(s->text.p - text.p), .n = (uint32_t)s->text.n, .type = (uint8_t)s->type};
    *ch += (uint32_t)s->before;
    k.ch = *ch;
    if (s->type == TOKEN_NUMBER && s->text.n > NUMBER_IN_TABLE) {
        k.nch = k.n;
    } else if (s->text.n <= KEY) {
        char key[KEY];
        load_key(key, text, s->text);
        const Form *f = cached(t, s->text, key, s->type);
        k.word = f->word;
        k.nch = f->nch;
        k.flags = f->flags;
    } else {
        Form f = look_up(t, s->text, s->type);
        k.word = f.word;
        k.flags = f.flags;
        k.nch = (uint32_t)utf8_count(s->text);
    }
    if (s->before)
        k.flags |= TOKEN_SPACE;
    *ch += k.nch;
    if (t->n >= t->cap)
        t->tokens = array_room(t->tokens, &t->cap, t->n, sizeof *t->tokens);
    t->tokens[t->n++] = k;
}

/* Marks each ( that has its ): from the right, every ) serves the nearest ( before it. */
static void mark_brackets(Str text, Token *t, size_t n)
{
    size_t closing = 0;
    for (size_t i = n; i-- > 0;) {
        if (t[i].type != TOKEN_MARK)
            continue;
        char c = text.p[t[i].at];
        if (c == ')') {
            closing++;
        } else if (c == '(' && closing) {
            closing--;
            t[i].flags |= TOKEN_CLOSES;
        }
    }
}

static size_t add_tokens(Tokenizer *t, Str text)
{
    size_t first = t->n, at = 0;
    uint32_t ch = 0;
    bool brackets = false;
    Split s;
    SplitBlock block = {.base = SPLIT_NO_BLOCK};
    for (;;) {
        for (s.before = 0; at < text.n && text.p[at] == ' '; s.before++)
            at++;
        if (at == text.n)
            break;
        size_t plain = split_plain(text, at, &block), before = s.before;
        if (plain) {
            s.text = (Str){text.p + at, plain};
            s.type = TOKEN_WORD;
            at += plain;
        } else {
            split_next(text, &at, &s);
            s.before = before;
            brackets |= s.text.p[0] == '(';
        }
        put_token(t, text, &s, &ch);
    }
    if (brackets)
        mark_brackets(text, t->tokens + first, t->n - first);
    return t->n - first;
}

size_t tokenize(Tokenizer *t, Str text, Token **tokens)
{
    size_t first = t->n, n = add_tokens(t, text);
    *tokens = arena_get(&t->given, (n + 1) * sizeof(Token));
    if (n)
        memcpy(*tokens, t->tokens + first, n * sizeof(Token));
    t->n = first;
    return n;
}

void tokenizer_reset(Tokenizer *t)
{
    t->n = 0;
    arena_reset(&t->given);
}

void document_tokens(Tokenizer *t, Document *doc)
{
    tokenizer_reset(t);
    for (size_t i = 0; i < doc->n; i++)
        doc->records[i].n_tokens = add_tokens(t, doc->records[i].text);
    size_t first = 0;
    for (size_t i = 0; i < doc->n; i++) { /* the array no longer moves */
        doc->records[i].tokens = t->tokens + first;
        first += doc->records[i].n_tokens;
    }
}
