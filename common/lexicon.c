/* SPDX-License-Identifier: ISC */
#include "lexicon.h"

#include <stdio.h>
#include <stdlib.h>

#include "trie.h"

/* head.words reaches as far as the ids of words do. */
static void room_for_word(Lexicon *l, uint32_t id)
{
    size_t old = l->heads_cap;
    l->head.words = array_room(l->head.words, &l->heads_cap, id, sizeof *l->head.words);
    for (size_t i = old; i < l->heads_cap; i++)
        l->head.words[i] = (LexiconWord){.state = NO_STATE};
}

enum { BRANCHES = 1024 }; /* of which there is room at first */

static Lexicon *lexicon_of(size_t branches)
{
    Lexicon *l = xrealloc(NULL, 1, sizeof *l);
    *l = (Lexicon){.draft = draft_new(branches)};
    room_for_word(l, 0);
    return l;
}

Lexicon *lexicon_new(void)
{
    return lexicon_of(BRANCHES);
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

void lexicon_done(Lexicon *l)
{
    if (l->laid_out && l->answered != l->n_answers) {
        fputs("the lexicon laid out is another program's\n", stderr);
        abort();
    }
    if (!l->laid_out) {
        draft_settle(l);
        draft_free(l->draft);
        l->draft = NULL;
    }
    if (lexicon_write)
        lexicon_write(l);
}

void lexicon_free(Lexicon *l)
{
    if (!l || l->laid_out)
        return;
    draft_free(l->draft);
    buf_free(&l->text);
    free(l->head.words);
    free(l->words);
    free(l->steps);
    free(l->values);
    free(l->answers);
    free(l);
}

static uint32_t hash_bytes(Str s)
{
    uint64_t h = fnv1a(FNV_START, s);
    return (uint32_t)(h ^ h >> 32);
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

static void words_grow(Lexicon *l, size_t cap)
{
    size_t old_cap = l->words_cap;
    Word *old = l->words;
    l->words_cap = cap;
    l->words = xrealloc(NULL, l->words_cap, sizeof *l->words);
    memset(l->words, 0, l->words_cap * sizeof *l->words);
    for (size_t i = 0; i < old_cap; i++)
        if (old[i].id)
            *word_slot(l, (Str){l->text.p + old[i].at, old[i].n}, old[i].hash) = old[i];
    free(old);
}

uint32_t word_add(Lexicon *l, Str s)
{
    if (l->n_words * 2 >= l->words_cap)
        words_grow(l, l->words_cap ? l->words_cap * 2 : 1024);
    uint32_t hash = hash_bytes(s);
    Word *w = word_slot(l, s, hash);
    if (!w->id) {
        *w = (Word){hash, (uint32_t)l->text.n, (uint32_t)s.n, (uint32_t)++l->n_words};
        buf_str(&l->text, s);
        room_for_word(l, w->id);
    }
    return w->id;
}

uint32_t lexicon_last_word(const Lexicon *l)
{
    return (uint32_t)l->n_words;
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

uint32_t lexicon_word(Lexicon *l, Str word)
{
    return l->laid_out ? next_answer(l) : answer(l, draft_word(l, word));
}

uint32_t lexicon_add(Lexicon *l, unsigned table, Str phrase, uint32_t value)
{
    return l->laid_out ? next_answer(l) : answer(l, draft_add(l, table, phrase, value));
}

void lexicon_add_forms(Lexicon *l, unsigned table, Str cell, uint32_t value)
{
    Str form;
    while (!l->laid_out && str_cut(&cell, '|', &form))
        draft_add(l, table, form, value);
}

Lexicon *lexicon_begin(const UserRows *user)
{
    if (!user && lexicon_laid_out)
        return lexicon_laid_out;
    if (!lexicon_laid_out)
        return lexicon_new();
    Lexicon *l = lexicon_of(lexicon_laid_out->steps_cap); /* the built-in tables need as much */
    if (lexicon_laid_out->words_cap)
        words_grow(l, lexicon_laid_out->words_cap);
    return l;
}

/* ---- reading */

/* How many of the tables of `bits` come before a table: which of the values is that table's. Counted without
 * a branch. */
static unsigned rank(uint64_t bits, unsigned table)
{
    bits &= (UINT64_C(1) << table) - 1;
    bits -= bits >> 1 & UINT64_MAX / 3;
    bits = (bits & UINT64_MAX / 5) + (bits >> 2 & UINT64_MAX / 5);
    bits = (bits + (bits >> 4)) & UINT64_MAX / 17;
    return (unsigned)(bits * (UINT64_MAX / 255) >> 56);
}

/* The step by a word, NULL when no phrase of the tables goes on by it. */
static const Step *step_at(const Lexicon *l, uint64_t tables, uint32_t state, uint32_t word)
{
    const Step *s = &l->steps[(state + word) & (l->steps_cap - 1)];
    return s->from == state && s->below & tables ? s : NULL;
}

size_t lexicon_walk(const Lexicon *l, unsigned table, const Token *t, size_t n, size_t i, uint32_t *value)
{
    const LexiconWord *first = &l->head.words[t[i].word];
    const uint64_t bit = UINT64_C(1) << table;
    const Step *s;
    size_t longest = first->alone >> table & 1;
    uint64_t ends = first->alone;
    uint32_t values = first->values, state = first->state;
    for (size_t k = i + 1; k < n && (s = step_at(l, bit, state, t[k].word)); k++) {
        state = s->to;
        if (s->ends & bit) {
            longest = k + 1 - i;
            ends = s->ends;
            values = s->values;
        }
    }
    if (longest)
        *value = l->values[values + rank(ends, table)];
    return longest;
}

size_t lexicon_ends(const Lexicon *l, unsigned table, const Token *t, size_t n, size_t i, LexiconEnd *found,
                    size_t room)
{
    const LexiconWord *first = &l->head.words[t[i].word];
    const uint64_t bit = UINT64_C(1) << table;
    const Step *s;
    size_t count = first->alone >> table & 1;
    uint32_t state = first->state;
    found[0] = (LexiconEnd){l->values[first->values + rank(first->alone, table)], 1};
    if (n > i + room)
        n = i + room;
    for (size_t k = i + 1; k < n && (s = step_at(l, bit, state, t[k].word)); k++) {
        state = s->to;
        found[count] = (LexiconEnd){l->values[s->values + rank(s->ends, table)], (uint32_t)(k + 1 - i)};
        count += s->ends >> table & 1;
    }
    return count;
}

typedef struct {
    LexiconHit *hits;
    size_t n, room;
} Found;

/* Those of the phrases that end here (bits of their tables, values in that order) which are asked for. */
static void put_hits(Found *f, uint64_t tables, uint64_t ends, const uint32_t *values, size_t tokens)
{
    for (uint64_t rest = ends & tables; rest && f->n < f->room; rest &= rest - 1) {
        unsigned table = (unsigned)__builtin_ctzll(rest);
        f->hits[f->n++] = (LexiconHit){table, values[rank(ends, table)], tokens};
    }
}

size_t lexicon_hits(const Lexicon *l, uint64_t tables, const Token *t, size_t n, size_t i, LexiconHit *hits,
                    size_t room)
{
    Found f = {.hits = hits, .room = room};
    if (i >= n || !lexicon_may_match(l, tables, t, n, i))
        return 0;
    const LexiconWord *first = &l->head.words[t[i].word];
    const Step *s;
    uint32_t state = first->state;
    put_hits(&f, tables, first->alone, l->values + first->values, 1);
    for (size_t k = i + 1; k < n && (s = step_at(l, tables, state, t[k].word)); k++) {
        state = s->to;
        put_hits(&f, tables, s->ends, l->values + s->values, k + 1 - i);
    }
    return f.n;
}
