/* SPDX-License-Identifier: ISC */
/* Phrases of all of a program's tables in one trie over word ids: one walk from a token finds, for every
 * table, the longest phrase that begins there. Filled at start-up, then done: read-only.
 *
 * The Tokenizer keeps a cache of word forms and is the only thing that changes while a program runs: one a
 * thread. */
#ifndef LEXICON_H
#define LEXICON_H

#include "record.h"
#include "str.h"
#include "table.h"
#include "token.h"

typedef struct Lexicon Lexicon;
/* A table's number in a lexicon, chosen by the caller: 0 .. LEXICON_TABLES - 1. */
enum { LEXICON_TABLES = 64 };

typedef struct {
    uint64_t begins; /* tables with a phrase that begins with this word */
    uint64_t alone;  /* tables with a phrase that is this word */
    uint64_t next;   /* a bit for each word that may stand behind it in a phrase (its id mod 64) */
    uint32_t state;  /* behind it */
    uint32_t values; /* of the word alone: where they are */
} LexiconWord;
struct LexiconHead {    /* what a Lexicon begins with: open so that the tests below cost one load */
    LexiconWord *words; /* by id */
};

Lexicon *lexicon_new(void);
/* A program's, once: without rows of the user it may be laid out already (trie.h), and what is added is
 * there, as long as it is added in the same order as when the program was built. */
Lexicon *lexicon_begin(const UserRows *user);
/* No phrase or word comes any more: it can be read, and not before. All that is begun and filled ends so. */
void lexicon_done(Lexicon *l);
/* Around phrases that it costs time to prepare. False: they are laid out, nothing up to lexicon_fill_end is
 * needed. */
bool lexicon_fill_begin(Lexicon *l);
void lexicon_fill_end(Lexicon *l);
void lexicon_free(Lexicon *l);
/* Adds a phrase with a value (a row number or a code of the caller's). The first value given to a phrase of a
 * table stays; it is returned. Phrases are folded like text: case, tone placement, i/y and dash shape do not
 * matter. */
uint32_t lexicon_add(Lexicon *l, unsigned table, Str phrase, uint32_t value);
/* Adds each form of a cell, split at `|`. */
void lexicon_add_forms(Lexicon *l, unsigned table, Str cell, uint32_t value);
/* The id of a single word, added if need be: for rules that compare words one by one. */
uint32_t lexicon_word(Lexicon *l, Str word);

/* The highest id of a word. */
uint32_t lexicon_last_word(const Lexicon *l);
/* The id of a folded word, 0 when no phrase holds it. */
uint32_t lexicon_find(const Lexicon *l, Str folded);

/* Tables (bit of each) with a phrase that begins with this word: the cheap test before matching. */
static inline uint64_t lexicon_begins(const Lexicon *l, uint32_t word)
{
    return ((const struct LexiconHead *)(const void *)l)->words[word].begins;
}

/* Could a phrase of one of these tables (bits) be at token i? Asks one more word: most walks end there. */
static inline bool lexicon_may_match(const Lexicon *l, uint64_t tables, const Token *t, size_t n, size_t i)
{
    const LexiconWord *w = &((const struct LexiconHead *)(const void *)l)->words[t[i].word];
    uint64_t goes_on = i + 1 < n ? w->next >> t[i + 1].word % 64 & 1 : 0;
    return (w->begins & tables & (-goes_on | w->alone)) != 0;
}

/* lexicon_match without its cheap test. */
size_t lexicon_walk(const Lexicon *l, unsigned table, const Token *t, size_t n, size_t i, uint32_t *value);
/* Longest phrase of `table` beginning at token i: how many tokens it takes, 0 for none; *value is its value.
 */
static inline size_t lexicon_match(const Lexicon *l, unsigned table, const Token *t, size_t n, size_t i,
                                   uint32_t *value)
{
    bool may = i < n && lexicon_may_match(l, UINT64_C(1) << table, t, n, i);
    return may ? lexicon_walk(l, table, t, n, i, value) : 0;
}

typedef struct {
    uint32_t table, value;
    size_t tokens;
} LexiconHit;
/* All phrases of these tables (bits) that begin at token i, shortest first; at most `room` hits. Returns how
 * many. */
size_t lexicon_hits(const Lexicon *l, uint64_t tables, const Token *t, size_t n, size_t i, LexiconHit *hits,
                    size_t room);

typedef struct {
    uint32_t value, tokens;
} LexiconEnd;
/* The same of one table, at a token that lexicon_may_match says yes of: where the phrases of at most `room`
 * tokens (1 or more) end, and their values. */
size_t lexicon_ends(const Lexicon *l, unsigned table, const Token *t, size_t n, size_t i, LexiconEnd *ends,
                    size_t room);

typedef struct Tokenizer Tokenizer;
Tokenizer *tokenizer_new(const Lexicon *l);
void tokenizer_free(Tokenizer *t);
/* Tokens of a text, in an array that lives until the next tokenizer_reset. The text has no NUL, as texts of
 * records have no control characters. */
size_t tokenize(Tokenizer *t, Str text, Token **tokens);
/* Forgets all tokens given so far. */
void tokenizer_reset(Tokenizer *t);
/* Resets, then sets tokens of every record of the document. */
void document_tokens(Tokenizer *t, Document *doc);

#endif
