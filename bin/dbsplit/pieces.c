/* SPDX-License-Identifier: ISC */
#include "pieces.h"

#include <stdlib.h>

#include "sentence.h"

struct Pieces {
    Lexicon *lexicon;
    Tokenizer *tokenizer;
    Span *sentences, *clauses;
    size_t cap_sentences, cap_clauses;
    Smaller *smaller;
    size_t n, cap;
};

Pieces *pieces_new(void)
{
    Pieces *p = xrealloc(NULL, 1, sizeof *p);
    *p = (Pieces){.lexicon = lexicon_new()};
    p->tokenizer = tokenizer_new(p->lexicon);
    return p;
}

void pieces_free(Pieces *p)
{
    tokenizer_free(p->tokenizer);
    lexicon_free(p->lexicon);
    free(p->sentences);
    free(p->clauses);
    free(p->smaller);
    free(p);
}

static void add(Pieces *p, Smaller s)
{
    p->smaller = array_room(p->smaller, &p->cap, p->n, sizeof *p->smaller);
    p->smaller[p->n++] = s;
}

/* Leaves only the spans that just one space parts: joining others would not give the text back. */
static size_t parted(Str text, const Token *t, Span *spans, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        size_t at = t[spans[i].from].at;
        const Token *before = i ? &t[spans[i].from - 1] : NULL;
        if (before && !(before->at + before->n + 1 == at && text.p[at - 1] == ' '))
            spans[kept - 1].to = spans[i].to;
        else
            spans[kept++] = spans[i];
    }
    return kept;
}

/* Bytes of span i of n in the part of the text that they cover. */
static Str bytes(Str part, Str text, const Token *t, const Span *spans, size_t n, size_t i)
{
    const Token *last = &t[spans[i].to - 1];
    const char *from = i ? text.p + t[spans[i].from].at : part.p;
    const char *to = i + 1 < n ? text.p + last->at + last->n : part.p + part.n;
    return (Str){from, (size_t)(to - from)};
}

static void add_clauses(Pieces *p, Str part, Str text, const Token *t, Span sentence, size_t number)
{
    size_t n = clause_spans(text, t, sentence, &p->clauses, &p->cap_clauses);
    n = parted(text, t, p->clauses, n);
    for (size_t i = 0; i < n; i++)
        add(p, (Smaller){bytes(part, text, t, p->clauses, n, i), number, i + 1});
}

static size_t count_points(Str pos)
{
    size_t n = 0;
    for (size_t i = 0; i < pos.n; i++)
        n += pos.p[i] == '.';
    return n;
}

const Smaller *pieces_of(Pieces *p, Str pos, Str text, Level level, size_t *n)
{
    size_t points = count_points(pos), sentences = 1, n_tokens = 0;
    Token *t = NULL;
    p->n = 0;
    bool is_sentence = points == 1, done = points == 2 || (is_sentence && level == LEVEL_SENTENCE);
    if (!done) {
        tokenizer_reset(p->tokenizer);
        n_tokens = tokenize(p->tokenizer, text, &t);
    }
    if (n_tokens == 0) {
        add(p, (Smaller){text, done || is_sentence ? 0 : 1, !done && level == LEVEL_CLAUSE ? 1 : 0});
        *n = p->n;
        return p->smaller;
    }
    if (is_sentence) {
        p->sentences = array_room(p->sentences, &p->cap_sentences, 0, sizeof *p->sentences);
        p->sentences[0] = (Span){0, n_tokens};
    } else {
        sentences = sentence_spans(text, t, n_tokens, &p->sentences, &p->cap_sentences);
        sentences = parted(text, t, p->sentences, sentences);
    }
    for (size_t i = 0; i < sentences; i++) {
        Str part = bytes(text, text, t, p->sentences, sentences, i);
        if (level == LEVEL_SENTENCE)
            add(p, (Smaller){part, i + 1, 0});
        else
            add_clauses(p, part, text, t, p->sentences[i], is_sentence ? 0 : i + 1);
    }
    *n = p->n;
    return p->smaller;
}
