/* SPDX-License-Identifier: ISC */
#include "phrases.h"

#include <stdlib.h>

#include "split.h"
#include "syllable.h"

static Str folded(Phrases *p, Str phrase)
{
    Split word;
    p->fold.n = 0;
    for (size_t at = 0, n = 0; split_next(phrase, &at, &word); n++) {
        if (n)
            buf_char(&p->fold, ' ');
        word_fold(word.text, &p->fold);
    }
    return buf_get(&p->fold);
}

void phrases_add(Phrases *p, Str phrase, uint32_t value)
{
    Str key = arena_str(&p->text, folded(p, phrase));
    p->entries = array_room(p->entries, &p->cap, p->n, sizeof *p->entries);
    p->entries[p->n++] = (PhraseEntry){key, phrase, value};
}

void phrases_add_forms(Phrases *p, Str cell, uint32_t value)
{
    Str form;
    while (str_cut(&cell, '|', &form))
        phrases_add(p, form, value);
}

/* Merge sort: entries of one phrase stay in the order given. */
static void sort_entries(PhraseEntry *e, PhraseEntry *spare, size_t n)
{
    if (n < 2)
        return;
    size_t half = n / 2, a = 0, b = half, k = 0;
    sort_entries(e, spare, half);
    sort_entries(e + half, spare, n - half);
    while (a < half || b < n)
        spare[k++] = b == n || (a < half && str_cmp(e[a].key, e[b].key) <= 0) ? e[a++] : e[b++];
    memcpy(e, spare, n * sizeof *e);
}

void phrases_put(Phrases *p, Lexicon *l, unsigned table)
{
    PhraseEntry *spare = xrealloc(NULL, p->n + 1, sizeof *spare);
    sort_entries(p->entries, spare, p->n);
    free(spare);
    for (size_t i = 0; i < p->n; i += phrases_count(p, i))
        lexicon_add(l, table, p->entries[i].phrase, (uint32_t)i);
}

uint32_t phrases_find(Phrases *p, Str phrase)
{
    Str key = folded(p, phrase);
    size_t low = 0, high = p->n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (str_cmp(p->entries[mid].key, key) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return (uint32_t)low;
}

size_t phrases_count(const Phrases *p, size_t first)
{
    size_t i = first + 1;
    while (i < p->n && str_eq(p->entries[i].key, p->entries[first].key))
        i++;
    return i - first;
}

void phrases_free(Phrases *p)
{
    free(p->entries);
    arena_free(&p->text);
    buf_free(&p->fold);
}
