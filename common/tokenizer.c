/* SPDX-License-Identifier: ISC */
/* Tokens of a document, found a block of text at a time. */
#include <stdlib.h>

#include "formcache.h"
#include "split.h"

struct Tokenizer {
    FormCache forms;
    Token *tokens;
    size_t n, cap;
    Arena given; /* what tokenize() gave */
};

Tokenizer *tokenizer_new(const Lexicon *l)
{
    Tokenizer *t = xrealloc(NULL, 1, sizeof *t);
    *t = (Tokenizer){.n = 0};
    formcache_init(&t->forms, l);
    return t;
}

void tokenizer_free(Tokenizer *t)
{
    if (!t)
        return;
    formcache_free(&t->forms);
    free(t->tokens);
    arena_free(&t->given);
    free(t);
}

/* Marks each ( that has its ): from the right, every ) serves the nearest ( before it. */
static void mark_brackets(Token *t, size_t n)
{
    size_t closing = 0;
    for (size_t i = n; i-- > 0;) {
        if ((t[i].mark & 0xFE) != '(')
            continue;
        if (t[i].mark == ')') {
            closing++;
        } else if (closing) {
            closing--;
            t[i].flags |= TOKEN_CLOSES;
        }
    }
}

/* Tokens as they are put down one behind the other. */
typedef struct {
    Token *next;
    size_t end;  /* of the last one, in bytes */
    uint32_t ch; /* the same in code points */
} Row;

static inline void put_token(Row *row, size_t at, size_t n, const Form *f)
{
    uint32_t before = (uint32_t)(at - row->end);
    Token *k = row->next++;
    k->at = (uint32_t)at;
    k->n = (uint32_t)n;
    k->ch = row->ch + before;
    k->nch = f->nch;
    k->word = f->word;
    k->type = f->type;
    k->mark = f->mark;
    k->flags = f->flags | (before ? TOKEN_SPACE : 0);
    row->ch = k->ch + f->nch;
    row->end = at + n;
}

/* Puts down the token at byte `at`, whatever it is; FORM_KEY bytes of it can be read at p. Returns where it
 * ends. */
static size_t put_any(Tokenizer *t, Str text, size_t at, const char *p, Row *row)
{
    size_t n;
    TokenType type = split_token(text, at, &n);
    FormKey key = form_key(p, n < FORM_KEY ? n : FORM_KEY);
    put_token(row, at, n, formcache_get(&t->forms, key, (Str){text.p + at, n}, type));
    return at + n;
}

/* The tokens of a block of text that begins at byte `at`, where no token goes on. What is in the cache is one
 * token: so is a run that is found there. Returns where the next block begins. */
static size_t block_tokens(Tokenizer *t, Str text, size_t at, Row *row)
{
    char room[BLOCK + FORM_KEY];
    const char *p = text.p + at;
    if (text.n - at < sizeof room) {
        memset(room, ' ', sizeof room);
        memcpy(room, p, text.n - at);
        p = room;
    }
    SplitBlock b = split_block(p);
    if (b.end == 0)
        return put_any(t, text, at, p, row);
    Row out = *row;
    for (uint64_t first = b.first; first;) {
        size_t off = (unsigned)__builtin_ctzll(first), n = split_length(&b, off);
        const Form *f = n <= FORM_KEY ? formcache_find(&t->forms, form_key(p + off, n)) : NULL;
        if (f) {
            put_token(&out, at + off, n, f);
            first &= first - 1;
        } else {
            *row = out;
            first = split_from(&b, put_any(t, text, at + off, p + off, row) - at);
            out = *row;
        }
    }
    *row = out;
    return out.end > at + b.end ? out.end : at + b.end;
}

static size_t add_tokens(Tokenizer *t, Str text)
{
    size_t first = t->n;
    Row row = {NULL, 0, 0};
    for (size_t at = 0; at < text.n;) {
        if (t->n + BLOCK > t->cap)
            t->tokens = array_room(t->tokens, &t->cap, t->n + BLOCK, sizeof *t->tokens);
        row.next = t->tokens + t->n;
        at = block_tokens(t, text, at, &row);
        t->n = (size_t)(row.next - t->tokens);
    }
    if (t->n > first && memchr(text.p, '(', text.n))
        mark_brackets(t->tokens + first, t->n - first);
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
