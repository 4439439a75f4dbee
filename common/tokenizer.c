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
    uint64_t a, b;
} Key;

typedef struct {
    Key key; /* the form, zeros behind it; all zeros: free */
    uint32_t word, nch;
    uint8_t type, flags;
    bool open; /* what stands behind it may belong to it: a digit, a lone capital */
} Form;

struct Tokenizer {
    const Lexicon *lexicon;
    Form *cache;  /* two beside each other in one line of the processor's cache */
    void *memory; /* what it lies in */
    Token *tokens;
    size_t n, cap;
    Arena given; /* what tokenize() gave */
    Buf folded;
};

Tokenizer *tokenizer_new(const Lexicon *l)
{
    enum { LINE = 2 * sizeof(Form) };
    Tokenizer *t = xrealloc(NULL, 1, sizeof *t);
    void *memory = calloc(CACHE + 2, sizeof(Form)); /* pages of it that are never used cost nothing */
    if (!memory)
        oom();
    *t = (Tokenizer){.lexicon = l, .memory = memory};
    t->cache = (Form *)(((uintptr_t)memory + LINE - 1) / LINE * LINE);
    return t;
}

void tokenizer_free(Tokenizer *t)
{
    if (!t)
        return;
    free(t->memory);
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

static uint8_t number_flags(Str number)
{
    for (size_t i = 0; i < number.n; i++)
        if (number.p[i] == '.' || number.p[i] == ',')
            return 0;
    return TOKEN_PLAIN;
}

static Form look_up(Tokenizer *t, Str s, TokenType type)
{
    Form f = {.nch = (uint32_t)utf8_count(s), .type = (uint8_t)type};
    t->folded.n = 0;
    word_fold(s, &t->folded);
    f.word = lexicon_find(t->lexicon, buf_get(&t->folded));
    f.open = type == TOKEN_NUMBER || (type == TOKEN_WORD && s.n == 1);
    if (type == TOKEN_NUMBER)
        f.flags = number_flags(s);
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

/* A form in KEY bytes with zeros behind it. KEY bytes can be read at p. */
static Key key_of(const char *p, size_t n)
{
    static const unsigned char keep[2 * KEY] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                255, 255, 255, 255, 255, 255, 255, 255};
    const char *mask = (const char *)keep + KEY - n;
    return (Key){load8(p) & load8(mask), load8(p + 8) & load8(mask + 8)};
}

/* The same of any form. */
static Key key_of_str(Str s)
{
    char room[KEY] = {0};
    memcpy(room, s.p, s.n);
    return (Key){load8(room), load8(room + 8)};
}

static bool holds(const Form *f, Key key)
{
    return f->key.a == key.a && f->key.b == key.b;
}

/* Where the cache keeps a form: there, or beside it. */
static Form *place_of(const Tokenizer *t, Key key)
{
    uint64_t h = (key.a ^ key.b * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
    return &t->cache[h >> (64 - CACHE_BITS)]; /* the highest bits: all of the form tells in them */
}

static Form *beside(const Tokenizer *t, const Form *place)
{
    return &t->cache[(size_t)(place - t->cache) ^ 1];
}

/* Two frequent forms may fall on the same place (Đảng, ban), so the one there moves to the place beside it.
 */
static const Form *add_form(Tokenizer *t, Key key, Str s, TokenType type)
{
    Form *place = place_of(t, key);
    *beside(t, place) = *place;
    *place = look_up(t, s, type);
    place->key = key;
    return place;
}

/* A form of the cache; NULL: it is not there. A form has no zeros in it, so that its key tells its length
 * too.
 */
static inline const Form *find_form(const Tokenizer *t, Key key)
{
    const Form *f = place_of(t, key);
    if (holds(f, key))
        return f;
    return holds(beside(t, f), key) ? beside(t, f) : NULL;
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

/* The form of a token that the cache does not keep. */
static Form uncached(Tokenizer *t, Str s, TokenType type)
{
    if (type == TOKEN_NUMBER)
        return (Form){.nch = (uint32_t)s.n, .type = TOKEN_NUMBER, .flags = number_flags(s)};
    return look_up(t, s, type);
}

/* The form of the token at byte `at`, whatever it is: *n its bytes. *own is room for it. */
static const Form *form_at(Tokenizer *t, Str text, size_t at, size_t *n, Form *own)
{
    TokenType type = split_token(text, at, n);
    Str s = {text.p + at, *n};
    if (s.n > (type == TOKEN_NUMBER ? NUMBER_IN_TABLE : KEY)) {
        *own = uncached(t, s, type);
        return own;
    }
    Key key = key_of_str(s);
    const Form *f = find_form(t, key);
    return f ? f : add_form(t, key, s, type);
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
    k->flags = f->flags | (before ? TOKEN_SPACE : 0);
    row->ch = k->ch + f->nch;
    row->end = at + n;
}

/* The tokens of a block of text that begins at byte `at`, where no token goes on. What is in the cache is one
 * token: so is a run that is found there. Returns where the next block begins. */
static size_t block_tokens(Tokenizer *t, Str text, size_t at, Row *row)
{
    char room[BLOCK + KEY];
    const char *p = text.p + at;
    if (text.n - at < sizeof room) {
        memset(room, ' ', sizeof room);
        memcpy(room, p, text.n - at);
        p = room;
    }
    const SplitBlock b = split_block(p);
    size_t whole = split_rest(&b), len;
    uint64_t first = b.first;
    Form own;
    Row out = *row;
    if (whole == 0) /* a run of more than a block: a token of it at a time */
        first = 1;
    else
        first &= UINT64_MAX >> (BLOCK - whole);
    while (first) {
        size_t off = (size_t)__builtin_ctzll(first), n = split_run(&b, off);
        first &= first - 1;
        n += n == 0;
        const Form *f = n <= KEY ? find_form(t, key_of(p + off, n)) : NULL;
        if (!f || f->open) {
            f = form_at(t, text, at + off, &len, &own);
            n = len;
            first = whole ? split_from(&b, off + n) & UINT64_MAX >> (BLOCK - whole) : 0;
        }
        put_token(&out, at + off, n, f);
    }
    *row = out;
    return out.end > at + whole ? out.end : at + whole;
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
