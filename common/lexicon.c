/* SPDX-License-Identifier: ISC */
#include "lexicon.h"

#include <stdio.h>
#include <stdlib.h>

#include "split.h"
#include "syllable.h"
#include "trie.h"

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
    *l = (Lexicon){.n_states = 1, .n_values = 1, .recent = calloc(RECENT, sizeof(Recent))};
    if (!l->recent)
        oom();
    room_for_word(l, 0);
    return l;
}

Lexicon *lexicon_begin(const UserRows *user)
{
    return user || !lexicon_laid_out ? lexicon_new() : lexicon_laid_out;
}

bool lexicon_fill_begin(Lexicon *l)
{
    l->filling = !l->laid_out;
    return l->filling;
}

void lexicon_fill_end(Lexicon *l)
{
    l->filling = false;
}

void lexicon_done(const Lexicon *l)
{
    if (l->laid_out && l->answered != l->n_answers) {
        fputs("the lexicon laid out is another program's\n", stderr);
        abort();
    }
    if (lexicon_write)
        lexicon_write(l);
}

void lexicon_free(Lexicon *l)
{
    if (!l || l->laid_out)
        return;
    buf_free(&l->text);
    buf_free(&l->folded);
    free(l->head.words);
    free(l->words);
    free(l->edges);
    free(l->states);
    free(l->values);
    free(l->answers);
    free(l->recent);
    free(l);
}

static uint32_t hash_bytes(Str s)
{
    uint64_t h = fnv1a(FNV_START, s);
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

static uint32_t next_answer(Lexicon *l)
{
    size_t i = l->answered++;
    return i < l->n_answers ? l->answers[i] : 0; /* lexicon_done tells of one too many */
}

static uint32_t answer(Lexicon *l, uint32_t a)
{
    if (l->filling)
        return a;
    l->answers = array_room(l->answers, &l->answers_cap, l->n_answers, sizeof *l->answers);
    return l->answers[l->n_answers++] = a;
}

static uint32_t word_of(Lexicon *l, Str word)
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

uint32_t lexicon_word(Lexicon *l, Str word)
{
    return l->laid_out ? next_answer(l) : answer(l, word_of(l, word));
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

static uint32_t add_phrase(Lexicon *l, unsigned table, Str phrase, uint32_t value)
{
    uint32_t state = 0, first = 0;
    size_t n = 0;
    Split token;
    for (size_t at = 0; split_next(phrase, &at, &token); n++) {
        uint32_t word = word_of(l, token.text);
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

uint32_t lexicon_add(Lexicon *l, unsigned table, Str phrase, uint32_t value)
{
    return l->laid_out ? next_answer(l) : answer(l, add_phrase(l, table, phrase, value));
}

void lexicon_add_forms(Lexicon *l, unsigned table, Str cell, uint32_t value)
{
    Str form;
    while (!l->laid_out && str_cut(&cell, '|', &form))
        add_phrase(l, table, form, value);
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
