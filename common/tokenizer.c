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
    uint8_t flags;
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
    Form f = {.nch = (uint32_t)utf8_count(s)};
    t->folded.n = 0;
    word_fold(s, &t->folded);
    f.word = lexicon_find(t->lexicon, buf_get(&t->folded));
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

/* The key of a form that stands at the end of the text. */
static Key short_key(Str s)
{
    char room[KEY] = {0};
    memcpy(room, s.p, s.n);
    return (Key){load8(room), load8(room + 8)};
}

/* A form in KEY bytes with zeros behind it. */
static Key key_of(Str text, Str s)
{
    static const unsigned char keep[2 * KEY] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                255, 255, 255, 255, 255, 255, 255, 255};
    const char *mask = (const char *)keep + KEY - s.n;
    if ((size_t)(s.p - text.p) + KEY <= text.n)
        return (Key){load8(s.p) & load8(mask), load8(s.p + 8) & load8(mask + 8)};
    return short_key(s);
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

static Form *beside(const Tokenizer *t, Form *place)
{
    return &t->cache[(size_t)(place - t->cache) ^ 1];
}

/* Two frequent forms may fall on the same place (Đảng, ban), so the one there moves to the place beside it.
 */
static Form *add_form(Tokenizer *t, Form *place, Key key, Str s, TokenType type)
{
    *beside(t, place) = *place;
    *place = look_up(t, s, type);
    place->key = key;
    return place;
}

/* The cache's answer for a form. A form has no zeros in it, so that its key tells its length too. */
static inline const Form *cached(Tokenizer *t, Str text, Str s, TokenType type)
{
    Key key = key_of(text, s);
    Form *f = place_of(t, key);
    if (holds(f, key))
        return f;
    return holds(beside(t, f), key) ? beside(t, f) : add_form(t, f, key, s, type);
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

/* Tokens as they are put down one behind the other. */
typedef struct {
    Token *next;
    uint32_t ch; /* code points so far */
} Row;

/* The form of a token that the cache does not keep. */
static Form uncached(Tokenizer *t, Str s, TokenType type)
{
    if (type == TOKEN_NUMBER)
        return (Form){.nch = (uint32_t)s.n, .flags = number_flags(s)};
    return look_up(t, s, type);
}

static inline void put_token(Tokenizer *t, Str text, Str s, TokenType type, size_t before, Row *row)
{
    Token *k = row->next++;
    Form own;
    const Form *f = &own;
    if (s.n <= (type == TOKEN_NUMBER ? NUMBER_IN_TABLE : KEY))
        f = cached(t, text, s, type);
    else
        own = uncached(t, s, type);
    k->at = (uint32_t)(s.p - text.p);
    k->n = (uint32_t)s.n;
    k->ch = row->ch += (uint32_t)before;
    k->nch = f->nch;
    k->word = f->word;
    k->type = (uint8_t)type;
    k->flags = f->flags | (before ? TOKEN_SPACE : 0);
    row->ch += f->nch;
}

/* The tokens of a block of text that begins at byte `at`, as far as a word in it is sure to be whole.
 * *before: the bytes of space that lie before the first one, then those behind the last. Returns where they
 * end. */
static size_t block_tokens(Tokenizer *t, Str text, size_t at, size_t *before, Row *row)
{
    enum { REACH = BLOCK - 12 };
    const SplitBlock b = split_block(str_from(text, at));
    size_t off = 0, space = *before, end = text.n - at;
    Row out = *row;
    while (off <= REACH) {
        size_t spaces = split_spaces(&b, off);
        space += spaces;
        off += spaces;
        if (off > REACH || off >= end)
            break;
        size_t n = split_plain(&b, off);
        TokenType type = n ? TOKEN_WORD : split_token(text, at + off, &n);
        put_token(t, text, (Str){text.p + at + off, n}, type, space, &out);
        off += n;
        space = 0;
    }
    *row = out;
    *before = space;
    return at + off;
}

static size_t add_tokens(Tokenizer *t, Str text)
{
    size_t first = t->n, before = 0;
    uint32_t ch = 0;
    for (size_t at = 0; at < text.n;) {
        if (t->n + BLOCK > t->cap)
            t->tokens = array_room(t->tokens, &t->cap, t->n + BLOCK, sizeof *t->tokens);
        Row row = {t->tokens + t->n, ch};
        at = block_tokens(t, text, at, &before, &row);
        t->n = (size_t)(row.next - t->tokens);
        ch = row.ch;
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
