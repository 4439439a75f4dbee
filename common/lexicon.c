/* SPDX-License-Identifier: ISC */
#include "lexicon.h"

#include <stdlib.h>

#include "split.h"
#include "syllable.h"

typedef struct {
    uint32_t hash, at, n, id; /* id 0: free */
} Word;

typedef struct {
    uint64_t key; /* state << 32 | word; 0: free (state 0 has its own: LexiconWord) */
    uint32_t to;
} Edge;

typedef struct {
    uint64_t below;  /* tables of the phrases that go through here or end here */
    uint64_t next;   /* a bit for each word that leads on (its id mod 64): most walks end here */
    uint32_t values; /* first of its values, 0: no phrase ends here */
} State;

typedef struct {
    uint32_t table, value, next;
} Value;

/* A word as written that was folded before: the same syllables make nearly all phrases. n 0: free */
enum { RECENT = 2048, RECENT_FORM = 15 };
typedef struct {
    char form[RECENT_FORM];
    uint8_t n;
    uint32_t id;
} Recent;

struct Lexicon {
    struct LexiconHead head;
    Recent recent[RECENT];
    size_t heads_cap;
    Buf text; /* of the words */
    Word *words;
    size_t words_cap, n_words; /* cap is a power of two */
    Edge *edges;
    size_t edges_cap, n_edges;
    State *states; /* from 1 */
    size_t n_states, states_cap;
    Value *values; /* from 1 */
    size_t n_values, values_cap;
    Buf folded;
};

/* head.words reaches as far as the ids of words do. */
static void room_for_word(Lexicon *l, uint32_t id)
{
    size_t old = l->heads_cap;
    l->head.words = array_room(l->head.words, &l->heads_cap, id, sizeof *l->head.words);
    memset(l->head.words + old, 0, (l->heads_cap - old) * sizeof *l->head.words);
}

Lexicon *lexicon_new(void)
{
    Lexicon *l = xrealloc(NULL, 1, sizeof *l);
    *l = (Lexicon){.n_states = 1, .n_values = 1};
    room_for_word(l, 0);
    return l;
}

void lexicon_free(Lexicon *l)
{
    if (!l)
        return;
    buf_free(&l->text);
    buf_free(&l->folded);
    free(l->head.words);
    free(l->words);
    free(l->edges);
    free(l->states);
    free(l->values);
    free(l);
}

static uint32_t hash_bytes(Str s)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < s.n; i++)
        h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
    return (uint32_t)(h ^ h >> 32);
}

static size_t hash_edge(uint64_t key)
{
    key *= 0x9e3779b97f4a7c15u;
    return (size_t)(key ^ key >> 29);
}

/* The slot of a word, or the free one where it would go. */
static Word *word_slot(const Lexicon *l, Str s, uint32_t hash)
{
    size_t mask = l->words_cap - 1, i = hash & mask;
    while (l->words[i].id) {
        const Word *w = &l->words[i];
        if (w->hash == hash && str_eq((Str){l->text.p + w->at, w->n}, s))
            break;
        i = (i + 1) & mask;
    }
    return &l->words[i];
}

static void words_grow(Lexicon *l)
{
    size_t old_cap = l->words_cap;
    Word *old = l->words;
    l->words_cap = old_cap ? old_cap * 2 : 1024;
    l->words = xrealloc(NULL, l->words_cap, sizeof *l->words);
    memset(l->words, 0, l->words_cap * sizeof *l->words);
    for (size_t i = 0; i < old_cap; i++)
        if (old[i].id)
            *word_slot(l, (Str){l->text.p + old[i].at, old[i].n}, old[i].hash) = old[i];
    free(old);
}

static uint32_t word_add(Lexicon *l, Str s)
{
    if (l->n_words * 2 >= l->words_cap)
        words_grow(l);
    uint32_t hash = hash_bytes(s);
    Word *w = word_slot(l, s, hash);
    if (!w->id) {
        *w = (Word){hash, (uint32_t)l->text.n, (uint32_t)s.n, (uint32_t)++l->n_words};
        buf_str(&l->text, s);
        room_for_word(l, w->id);
    }
    return w->id;
}

uint32_t lexicon_find(const Lexicon *l, Str folded)
{
    return l->words_cap ? word_slot(l, folded, hash_bytes(folded))->id : 0;
}

uint32_t lexicon_word(Lexicon *l, Str word)
{
    Recent *r = word.n && word.n <= RECENT_FORM ? &l->recent[hash_bytes(word) % RECENT] : NULL;
    if (r && r->n == word.n && memcmp(r->form, word.p, word.n) == 0)
        return r->id;
    l->folded.n = 0;
    word_fold(word, &l->folded);
    uint32_t id = word_add(l, buf_get(&l->folded));
    if (r) {
        memcpy(r->form, word.p, word.n);
        r->n = (uint8_t)word.n;
        r->id = id;
    }
    return id;
}

static Edge *edge_slot(const Lexicon *l, uint64_t key)
{
    size_t mask = l->edges_cap - 1, i = hash_edge(key) & mask;
    while (l->edges[i].key && l->edges[i].key != key)
        i = (i + 1) & mask;
    return &l->edges[i];
}

static void edges_grow(Lexicon *l)
{
    size_t old_cap = l->edges_cap;
    Edge *old = l->edges;
    l->edges_cap = old_cap ? old_cap * 2 : 1024;
    l->edges = xrealloc(NULL, l->edges_cap, sizeof *l->edges);
    memset(l->edges, 0, l->edges_cap * sizeof *l->edges);
    for (size_t i = 0; i < old_cap; i++)
        if (old[i].key)
            *edge_slot(l, old[i].key) = old[i];
    free(old);
}

static uint32_t state_new(Lexicon *l)
{
    l->states = array_room(l->states, &l->states_cap, l->n_states, sizeof *l->states);
    l->states[l->n_states] = (State){0};
    return (uint32_t)l->n_states++;
}

static uint32_t state_from_root(Lexicon *l, uint32_t word)
{
    LexiconWord *head = &l->head.words[word];
    if (!head->state)
        head->state = state_new(l);
    return head->state;
}

static uint32_t state_from(Lexicon *l, uint32_t state, uint32_t word)
{
    if (l->n_edges * 2 >= l->edges_cap)
        edges_grow(l);
    uint64_t key = (uint64_t)state << 32 | word;
    Edge *e = edge_slot(l, key);
    if (!e->key) {
        *e = (Edge){key, state_new(l)};
        l->states[state].next |= UINT64_C(1) << word % 64;
        l->n_edges++;
    }
    return e->to;
}

static uint32_t first_step(const Lexicon *l, uint32_t word)
{
    return l->head.words[word].state;
}

static uint32_t step(const Lexicon *l, uint32_t state, uint32_t word)
{
    bool may = word && l->states[state].next >> word % 64 & 1;
    return may ? edge_slot(l, (uint64_t)state << 32 | word)->to : 0;
}

uint32_t lexicon_add(Lexicon *l, unsigned table, Str phrase, uint32_t value)
{
    uint32_t state = 0, first = 0;
    size_t n = 0;
    Split token;
    for (size_t at = 0; split_next(phrase, &at, &token); n++) {
        uint32_t word = lexicon_word(l, token.text);
        if (n == 0)
            first = word;
        else if (n == 1)
            l->head.words[first].next |= UINT64_C(1) << word % 64;
        state = state ? state_from(l, state, word) : state_from_root(l, word);
        l->states[state].below |= UINT64_C(1) << table;
    }
    if (!state)
        return value;
    l->head.words[first].begins |= UINT64_C(1) << table;
    if (n == 1)
        l->head.words[first].alone |= UINT64_C(1) << table;
    for (uint32_t v = l->states[state].values; v; v = l->values[v].next)
        if (l->values[v].table == table)
            return l->values[v].value;
    l->values = array_room(l->values, &l->values_cap, l->n_values, sizeof *l->values);
    l->values[l->n_values] = (Value){table, value, l->states[state].values};
    l->states[state].values = (uint32_t)l->n_values++;
    return value;
}

void lexicon_add_forms(Lexicon *l, unsigned table, Str cell, uint32_t value)
{
    Str form;
    while (str_cut(&cell, '|', &form))
        lexicon_add(l, table, form, value);
}

size_t lexicon_walk(const Lexicon *l, unsigned table, const Token *t, size_t n, size_t i, uint32_t *value)
{
    size_t longest = 0;
    uint32_t state = first_step(l, t[i].word);
    for (size_t k = i + 1; state && l->states[state].below >> table & 1; k++) {
        for (uint32_t v = l->states[state].values; v; v = l->values[v].next)
            if (l->values[v].table == table) {
                longest = k - i;
                *value = l->values[v].value;
            }
        state = k < n ? step(l, state, t[k].word) : 0;
    }
    return longest;
}

size_t lexicon_hits_of(const Lexicon *l, uint64_t tables, const Token *t, size_t n, size_t i,
                       LexiconHit *hits, size_t room)
{
    size_t found = 0;
    if (i >= n || !lexicon_may_match(l, tables, t, n, i))
        return 0;
    uint32_t state = first_step(l, t[i].word);
    for (size_t k = i + 1; state && l->states[state].below & tables; k++) {
        for (uint32_t v = l->states[state].values; v && found < room; v = l->values[v].next)
            if (tables >> l->values[v].table & 1)
                hits[found++] = (LexiconHit){l->values[v].table, l->values[v].value, k - i};
        state = k < n ? step(l, state, t[k].word) : 0;
    }
    return found;
}
