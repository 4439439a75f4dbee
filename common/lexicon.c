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
    for (size_t i = old; i < l->heads_cap; i++)
        l->head.words[i] = (LexiconWord){.value = {.table = LEXICON_TABLES}};
}

Lexicon *lexicon_new(void)
{
    Lexicon *l = xrealloc(NULL, 1, sizeof *l);
    *l = (Lexicon){.n_more = 1, .recent = calloc(RECENT, sizeof(Recent))};
    if (!l->recent)
        oom();
    room_for_word(l, 0);
    return l;
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
    free(l->steps);
    free(l->more);
    free(l->answers);
    free(l->recent);
    free(l);
}

static uint32_t hash_bytes(Str s)
{
    uint64_t h = fnv1a(FNV_START, s);
    return (uint32_t)(h ^ h >> 32);
}

static size_t hash_step(uint32_t from, uint32_t word)
{
    uint64_t key = ((uint64_t)from << 32 | word) * 0x9e3779b97f4a7c15u;
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

static uint32_t word_add(Lexicon *l, Str s)
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

static const LexiconValue no_value = {.table = LEXICON_TABLES};

/* The step from a state by a word, or the free one where it would go. */
static Step *step_slot(const Lexicon *l, uint32_t from, uint32_t word)
{
    size_t mask = l->steps_cap - 1, i = hash_step(from, word) & mask;
    while (l->steps[i].from && (l->steps[i].word != word || l->steps[i].from != from))
        i = (i + 1) & mask;
    return &l->steps[i];
}

static void steps_grow(Lexicon *l, size_t cap)
{
    size_t old_cap = l->steps_cap;
    Step *old = l->steps;
    l->steps_cap = cap;
    l->steps = xrealloc(NULL, l->steps_cap, sizeof *l->steps);
    memset(l->steps, 0, l->steps_cap * sizeof *l->steps);
    for (size_t i = 0; i < old_cap; i++)
        if (old[i].from)
            *step_slot(l, old[i].from, old[i].word) = old[i];
    free(old);
}

/* There is room for one more. */
static Step *step_add(Lexicon *l, uint32_t from, uint32_t word)
{
    Step *s = step_slot(l, from, word);
    if (!s->from) {
        *s = (Step){.from = from, .word = word, .to = ++l->n_states, .value = no_value};
        l->n_steps++;
    }
    return s;
}

/* Adds what a phrase means in a table, unless it means something there already; what it means. */
static uint32_t value_add(Lexicon *l, LexiconValue *own, unsigned table, uint32_t value)
{
    if (own->table == LEXICON_TABLES) {
        *own = (LexiconValue){.value = value, .table = table & 0xFF};
        return value;
    }
    for (const LexiconValue *v = own;; v = &l->more[v->more]) {
        if (v->table == table)
            return v->value;
        if (!v->more)
            break;
    }
    l->more = array_room(l->more, &l->more_cap, l->n_more, sizeof *l->more);
    l->more[l->n_more] = (LexiconValue){.value = value, .table = table & 0xFF, .more = own->more};
    own->more = l->n_more++ & 0xFFFFFF;
    return value;
}

static uint32_t add_phrase(Lexicon *l, unsigned table, Str phrase, uint32_t value)
{
    const uint64_t bit = UINT64_C(1) << table;
    uint32_t first = 0;
    Step *step = NULL;
    Split token;
    for (size_t at = 0, n = 0; split_next(phrase, &at, &token); n++) {
        uint32_t word = word_of(l, token.text), from = n == 1 ? l->head.words[first].state : 0;
        if (n == 0) {
            first = word;
            if (!l->head.words[word].state)
                l->head.words[word].state = ++l->n_states;
            continue;
        }
        if (n == 1) {
            l->head.words[first].next |= UINT64_C(1) << word % 64;
        } else {
            step->next |= UINT32_C(1) << word % 32;
            from = step->to;
        }
        if (l->n_steps * 2 >= l->steps_cap)
            steps_grow(l, l->steps_cap ? l->steps_cap * 2 : 1024);
        step = step_add(l, from, word);
        step->below |= bit;
    }
    if (!first)
        return value;
    LexiconWord *word = &l->head.words[first];
    word->begins |= bit;
    if (step)
        return value_add(l, &step->value, table, value);
    word->alone |= bit;
    return value_add(l, &word->value, table, value);
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

/* ---- reading */

/* The step by a word, NULL for none. */
static const Step *step_at(const Lexicon *l, uint32_t from, uint32_t word)
{
    if (!word || !l->steps_cap)
        return NULL;
    const Step *s = step_slot(l, from, word);
    return s->from ? s : NULL;
}

/* Does a phrase of the table end with this value? */
static bool ends(const Lexicon *l, const LexiconValue *v, unsigned table, uint32_t *value)
{
    for (; v->table != table; v = &l->more[v->more])
        if (!v->more)
            return false;
    *value = v->value;
    return true;
}

Lexicon *lexicon_begin(const UserRows *user)
{
    if (!user && lexicon_laid_out)
        return lexicon_laid_out;
    Lexicon *l = lexicon_new();
    if (lexicon_laid_out && lexicon_laid_out->words_cap && lexicon_laid_out->steps_cap) {
        words_grow(l, lexicon_laid_out->words_cap); /* the built-in tables need as much */
        steps_grow(l, lexicon_laid_out->steps_cap);
    }
    return l;
}

size_t lexicon_walk(const Lexicon *l, unsigned table, const Token *t, size_t n, size_t i, uint32_t *value)
{
    const LexiconWord *first = &l->head.words[t[i].word];
    if (!(first->begins >> table & 1))
        return 0;
    size_t longest = first->alone >> table & 1 && ends(l, &first->value, table, value);
    if (i + 1 >= n || !(first->next >> t[i + 1].word % 64 & 1))
        return longest;
    const Step *s = step_at(l, first->state, t[i + 1].word);
    for (size_t k = i + 2; s && s->below >> table & 1; k++) {
        if (ends(l, &s->value, table, value))
            longest = k - i;
        bool may = k < n && s->next >> t[k].word % 32 & 1;
        s = may ? step_at(l, s->to, t[k].word) : NULL;
    }
    return longest;
}

size_t lexicon_ends(const Lexicon *l, unsigned table, const Token *t, size_t n, size_t i, LexiconEnd *found,
                    size_t room)
{
    const LexiconWord *first = &l->head.words[t[i].word];
    size_t count = 0;
    uint32_t value;
    if (first->alone >> table & 1 && count < room && ends(l, &first->value, table, &value))
        found[count++] = (LexiconEnd){value, 1};
    if (i + 1 >= n || !(first->next >> t[i + 1].word % 64 & 1))
        return count;
    const Step *s = step_at(l, first->state, t[i + 1].word);
    for (uint32_t k = 2; s && s->below >> table & 1; k++) {
        if (count < room && ends(l, &s->value, table, &value))
            found[count++] = (LexiconEnd){value, k};
        bool may = i + k < n && s->next >> t[i + k].word % 32 & 1;
        s = may ? step_at(l, s->to, t[i + k].word) : NULL;
    }
    return count;
}

typedef struct {
    LexiconHit *hits;
    size_t n, room;
    uint64_t tables;
} Found;

static void put_hits(const Lexicon *l, const LexiconValue *v, size_t tokens, Found *f)
{
    for (;; v = &l->more[v->more]) {
        if (v->table < LEXICON_TABLES && f->tables >> v->table & 1 && f->n < f->room)
            f->hits[f->n++] = (LexiconHit){v->table, v->value, tokens};
        if (!v->more)
            return;
    }
}

size_t lexicon_hits_of(const Lexicon *l, uint64_t tables, const Token *t, size_t n, size_t i,
                       LexiconHit *hits, size_t room)
{
    Found f = {.hits = hits, .room = room, .tables = tables};
    if (i >= n || !lexicon_may_match(l, tables, t, n, i))
        return 0;
    const LexiconWord *first = &l->head.words[t[i].word];
    if (first->alone & tables)
        put_hits(l, &first->value, 1, &f);
    if (i + 1 >= n || !(first->next >> t[i + 1].word % 64 & 1))
        return f.n;
    const Step *s = step_at(l, first->state, t[i + 1].word);
    for (size_t k = i + 2; s && s->below & tables; k++) {
        put_hits(l, &s->value, k - i, &f);
        bool may = k < n && s->next >> t[k].word % 32 & 1;
        s = may ? step_at(l, s->to, t[k].word) : NULL;
    }
    return f.n;
}
