/* SPDX-License-Identifier: ISC */
/* The phrases of a lexicon while they are added, and how they are laid out when all are there. */
#include <stdlib.h>

#include "split.h"
#include "syllable.h"
#include "trie.h"

/* What a phrase means in a table. */
typedef struct {
    uint32_t value;
    uint32_t table : 8; /* LEXICON_TABLES: it means nothing */
    uint32_t more : 24; /* of another table that it stands in, 0: none */
} Value;

typedef struct {
    uint64_t below;      /* as in a Step */
    uint32_t from, word; /* from 0: free */
    uint32_t to;
    Value value; /* of the phrase that ends here */
} Branch;

/* A word as written that was folded before: the same syllables make nearly all phrases. n 0: free */
enum { RECENT = 2048, RECENT_FORM = 15 };
typedef struct {
    char form[RECENT_FORM];
    uint8_t n;
    uint32_t id;
} Recent;

struct Draft {
    Branch *branches; /* by hash */
    size_t cap, n;    /* cap is a power of two */
    uint32_t n_states;
    Value *alone; /* by word: of the word alone */
    size_t alone_cap;
    Value *more; /* of phrases that stand in several tables, from 1 */
    size_t n_more, more_cap;
    Recent *recent; /* RECENT of them */
    Buf folded;
};

static const Value no_value = {.table = LEXICON_TABLES};

static size_t hash_branch(uint32_t from, uint32_t word)
{
    uint64_t key = ((uint64_t)from << 32 | word) * 0x9e3779b97f4a7c15u;
    return (size_t)(key ^ key >> 29);
}

/* The slot of a branch, or the free one where it would go. */
static Branch *branch_slot(const Draft *d, uint32_t from, uint32_t word)
{
    size_t mask = d->cap - 1, i = hash_branch(from, word) & mask;
    while (d->branches[i].from && (d->branches[i].word != word || d->branches[i].from != from))
        i = (i + 1) & mask;
    return &d->branches[i];
}

static void branches_grow(Draft *d, size_t cap)
{
    size_t old_cap = d->cap;
    Branch *old = d->branches;
    d->cap = cap;
    d->branches = xrealloc(NULL, cap, sizeof *d->branches);
    memset(d->branches, 0, cap * sizeof *d->branches);
    for (size_t i = 0; i < old_cap; i++)
        if (old[i].from)
            *branch_slot(d, old[i].from, old[i].word) = old[i];
    free(old);
}

Draft *draft_new(size_t branches)
{
    Draft *d = xrealloc(NULL, 1, sizeof *d);
    *d = (Draft){.n_more = 1, .recent = calloc(RECENT, sizeof(Recent))};
    if (!d->recent)
        oom();
    branches_grow(d, branches);
    return d;
}

void draft_free(Draft *d)
{
    if (!d)
        return;
    free(d->branches);
    free(d->alone);
    free(d->more);
    free(d->recent);
    buf_free(&d->folded);
    free(d);
}

uint32_t draft_word(Lexicon *l, Str word)
{
    Draft *d = l->draft;
    Recent *r = word.n && word.n <= RECENT_FORM ? &d->recent[fnv1a(FNV_START, word) % RECENT] : NULL;
    if (r && r->n == word.n && memcmp(r->form, word.p, word.n) == 0)
        return r->id;
    d->folded.n = 0;
    word_fold(word, &d->folded);
    uint32_t id = word_add(l, buf_get(&d->folded));
    if (r) {
        memcpy(r->form, word.p, word.n);
        r->n = (uint8_t)word.n;
        r->id = id;
    }
    return id;
}

/* Adds what a phrase means in a table, unless it means something there already; what it means. */
static uint32_t value_add(Draft *d, Value *own, unsigned table, uint32_t value)
{
    if (own->table == LEXICON_TABLES) {
        *own = (Value){.value = value, .table = table & 0xFF};
        return value;
    }
    for (const Value *v = own;; v = &d->more[v->more]) {
        if (v->table == table)
            return v->value;
        if (!v->more)
            break;
    }
    d->more = array_room(d->more, &d->more_cap, d->n_more, sizeof *d->more);
    d->more[d->n_more] = (Value){.value = value, .table = table & 0xFF, .more = own->more};
    own->more = d->n_more++ & 0xFFFFFF;
    return value;
}

static Value *value_alone(Draft *d, uint32_t word)
{
    size_t old = d->alone_cap;
    d->alone = array_room(d->alone, &d->alone_cap, word, sizeof *d->alone);
    for (size_t i = old; i < d->alone_cap; i++)
        d->alone[i] = no_value;
    return &d->alone[word];
}

static Branch *branch_add(Draft *d, uint32_t from, uint32_t word)
{
    if (d->n * 2 >= d->cap)
        branches_grow(d, d->cap * 2);
    Branch *b = branch_slot(d, from, word);
    if (!b->from) {
        *b = (Branch){.from = from, .word = word, .to = ++d->n_states, .value = no_value};
        d->n++;
    }
    return b;
}

uint32_t draft_add(Lexicon *l, unsigned table, Str phrase, uint32_t value)
{
    Draft *d = l->draft;
    const uint64_t bit = UINT64_C(1) << table;
    uint32_t first = 0;
    Branch *branch = NULL;
    Split token;
    for (size_t at = 0, n = 0; split_next(phrase, &at, &token); n++) {
        uint32_t word = draft_word(l, token.text), from = 0;
        if (n == 0) {
            first = word;
            continue;
        }
        if (n == 1) {
            LexiconWord *w = &l->head.words[first];
            if (w->state == NO_STATE)
                w->state = ++d->n_states;
            w->next |= UINT64_C(1) << word % 64;
            from = w->state;
        } else {
            from = branch->to;
        }
        branch = branch_add(d, from, word);
        branch->below |= bit;
    }
    if (!first)
        return value;
    l->head.words[first].begins |= bit;
    if (branch)
        return value_add(d, &branch->value, table, value);
    l->head.words[first].alone |= bit;
    return value_add(d, value_alone(d, first), table, value);
}

/* ---- laying out */

/* Branches from one state. */
typedef struct {
    const Branch *first;
    size_t n;
} Fan;

typedef struct {
    Lexicon *l;
    Branch *branches; /* by state */
    Fan *fans;        /* the widest first, as they are hard to place */
    size_t n, n_fans;
    uint32_t *state; /* by one of the draft: its number, NO_STATE when none leads on */
    bool *taken;     /* by number */
    size_t at;       /* the place to be looked at next */
    size_t values_cap;
} Layout;

static void *zeroed(void *old, size_t n, size_t size)
{
    free(old);
    void *p = calloc(n, size);
    if (!p)
        oom();
    return p;
}

/* Where each key's items go when they lie in the order of their keys: counts become places. */
static void sum_counts(size_t *counts, size_t n)
{
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        size_t count = counts[i];
        counts[i] = at;
        at += count;
    }
}

/* The branches of the draft in the order of the states they lead from. */
static void order_branches(Layout *o, const Draft *d)
{
    size_t *places = zeroed(NULL, d->n_states + 1, sizeof *places);
    for (size_t i = 0; i < d->cap; i++)
        places[d->branches[i].from] += d->branches[i].from != 0;
    sum_counts(places, d->n_states + 1);
    for (size_t i = 0; i < d->cap; i++)
        if (d->branches[i].from)
            o->branches[places[d->branches[i].from]++] = d->branches[i];
    free(places);
}

/* Puts fans in order of their width, which is at most `widest`. */
static void order_fans(Layout *o, const Fan *fans, size_t widest)
{
    size_t *places = zeroed(NULL, widest + 1, sizeof *places);
    for (size_t i = 0; i < o->n_fans; i++)
        places[widest - fans[i].n]++;
    sum_counts(places, widest + 1);
    for (size_t i = 0; i < o->n_fans; i++)
        o->fans[places[widest - fans[i].n]++] = fans[i];
    free(places);
}

static void find_fans(Layout *o, const Draft *d)
{
    o->n = d->n;
    o->branches = xrealloc(NULL, d->n + 1, sizeof *o->branches);
    order_branches(o, d);
    Fan *fans = xrealloc(NULL, d->n + 1, sizeof *fans);
    size_t widest = 0;
    for (size_t i = 0; i < o->n; i++) {
        if (i == 0 || o->branches[i].from != o->branches[i - 1].from)
            fans[o->n_fans++] = (Fan){&o->branches[i], 0};
        size_t width = ++fans[o->n_fans - 1].n;
        widest = width > widest ? width : widest;
    }
    o->fans = xrealloc(NULL, o->n_fans + 1, sizeof *o->fans);
    order_fans(o, fans, widest);
    free(fans);
}

static Step *step_of(const Lexicon *l, uint32_t state, uint32_t word)
{
    return &l->steps[(state + word) & (l->steps_cap - 1)];
}

static bool fits(const Layout *o, const Fan *fan, uint32_t state)
{
    if (!state || o->taken[state])
        return false;
    for (size_t i = 0; i < fan->n; i++)
        if (step_of(o->l, state, fan->first[i].word)->from)
            return false;
    return true;
}

/* Gives a state a number with which all of its steps fall on free places, beginning behind those of the fan
 * before; false when there is none. */
static bool place(Layout *o, const Fan *fan)
{
    const size_t mask = o->l->steps_cap - 1;
    for (size_t tries = 0; tries <= mask; tries++) {
        uint32_t state = (uint32_t)((o->at++ - fan->first->word) & mask);
        if (!fits(o, fan, state))
            continue;
        o->taken[state] = true;
        o->state[fan->first->from] = state;
        for (size_t i = 0; i < fan->n; i++)
            step_of(o->l, state, fan->first[i].word)->from = state;
        return true;
    }
    return false;
}

static bool place_all(Layout *o)
{
    o->at = 0;
    for (size_t i = 0; i < o->n_fans; i++) {
        if (i > 0 && o->fans[i].n == 1 && o->fans[i - 1].n > 1)
            o->at = 0; /* the gaps are for branches that are alone */
        if (!place(o, &o->fans[i]))
            return false;
    }
    return true;
}

static void put_value(Layout *o, uint32_t value)
{
    Lexicon *l = o->l;
    l->values = array_room(l->values, &o->values_cap, l->n_values, sizeof *l->values);
    l->values[l->n_values++] = value;
}

/* Appends the values of a phrase in the order of their tables; the tables they are of. */
static uint64_t put_values(Layout *o, const Value *v)
{
    uint32_t values[LEXICON_TABLES];
    uint64_t tables = 0;
    for (; v->table < LEXICON_TABLES; v = &o->l->draft->more[v->more]) {
        tables |= UINT64_C(1) << v->table;
        values[v->table] = v->value;
        if (!v->more)
            break;
    }
    for (uint64_t left = tables; left; left &= left - 1)
        put_value(o, values[__builtin_ctzll(left)]);
    return tables;
}

static void fill_steps(Layout *o)
{
    for (size_t i = 0; i < o->n; i++) {
        const Branch *b = &o->branches[i];
        Step *s = step_of(o->l, o->state[b->from], b->word);
        s->below = b->below;
        s->to = o->state[b->to];
        s->values = (uint32_t)o->l->n_values;
        s->ends = put_values(o, &b->value);
    }
}

static void fill_words(Layout *o)
{
    const Draft *d = o->l->draft;
    for (size_t i = 0; i <= o->l->n_words; i++) {
        LexiconWord *w = &o->l->head.words[i];
        w->state = w->state == NO_STATE ? NO_STATE : o->state[w->state];
        w->values = (uint32_t)o->l->n_values;
        if (w->alone)
            put_values(o, &d->alone[i]);
    }
}

void draft_settle(Lexicon *l)
{
    const Draft *d = l->draft;
    Layout o = {.l = l};
    find_fans(&o, d);
    o.state = xrealloc(NULL, d->n_states + 1, sizeof *o.state);
    for (size_t i = 0; i <= d->n_states; i++)
        o.state[i] = NO_STATE;
    for (l->steps_cap = 1; l->steps_cap < 2 * o.n || l->steps_cap <= l->n_words;)
        l->steps_cap *= 2;
    do {
        l->steps = zeroed(l->steps, l->steps_cap, sizeof *l->steps);
        o.taken = zeroed(o.taken, l->steps_cap, sizeof *o.taken);
    } while (!place_all(&o) && (l->steps_cap *= 2));
    fill_steps(&o);
    fill_words(&o);
    put_value(&o, 0); /* so that one behind those of the last phrase can be read */
    free(o.branches);
    free(o.fans);
    free(o.state);
    free(o.taken);
}
