/* SPDX-License-Identifier: ISC */
#include "pieces.h"

#include <stdlib.h>

#include "sentence.h"

struct Pieces {
    Lexicon *lexicon;
    Tokenizer *tokenizer;
    Sentences sentences;
    Span *clauses;
    size_t cap_clauses;
    Smaller *smaller;
    size_t n, cap;
};

Pieces *pieces_new(void)
{
    Pieces *p = xrealloc(NULL, 1, sizeof *p);
    *p = (Pieces){.lexicon = lexicon_begin(NULL)};
    lexicon_done(p->lexicon);
    p->tokenizer = tokenizer_new(p->lexicon);
    return p;
}

void pieces_free(Pieces *p)
{
    if (!p)
        return;
    tokenizer_free(p->tokenizer);
    lexicon_free(p->lexicon);
    sentences_free(&p->sentences);
    free(p->clauses);
    free(p->smaller);
    free(p);
}

static void add(Pieces *p, Smaller s)
{
    p->smaller = array_room(p->smaller, &p->cap, p->n, sizeof *p->smaller);
    p->smaller[p->n++] = s;
}

/* The clauses of a sentence. Where more or less than one space parts two, joining would not give the text
 * back: they stay together. */
static void add_clauses(Pieces *p, Str sentence, size_t number)
{
    Token *t;
    tokenizer_reset(p->tokenizer);
    size_t tokens = tokenize(p->tokenizer, sentence, &t), from = 0, found = 0;
    size_t n = clause_spans(sentence, t, (Span){0, tokens}, &p->clauses, &p->cap_clauses);
    for (size_t i = 0; i + 1 < n; i++) {
        const Token *last = &t[p->clauses[i].to - 1];
        size_t end = last->at + last->n;
        if (t[p->clauses[i].to].at != end + 1 || sentence.p[end] != ' ')
            continue;
        add(p, (Smaller){str_sub(sentence, from, end - from), number, ++found});
        from = end + 1;
    }
    add(p, (Smaller){str_from(sentence, from), number, found + 1});
}

static void add_sentence(Pieces *p, Str sentence, Level level, size_t number)
{
    if (level == LEVEL_CLAUSE)
        add_clauses(p, sentence, number);
    else
        add(p, (Smaller){sentence, number, 0});
}

static void add_sentences(Pieces *p, Str text, Level level)
{
    size_t from = 0, end, found = 0;
    sentences_begin(&p->sentences, text);
    while (sentences_next(&p->sentences, &end)) {
        if (end == text.n)
            break;
        if (text.p[end] != ' ' || text.p[end + 1] == ' ')
            continue;
        add_sentence(p, str_sub(text, from, end - from), level, ++found);
        from = end + 1;
    }
    add_sentence(p, str_from(text, from), level, found + 1);
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
    size_t points = count_points(pos);
    p->n = 0;
    if (points == 0)
        add_sentences(p, text, level);
    else if (points == 1 && level == LEVEL_CLAUSE)
        add_clauses(p, text, 0);
    else
        add(p, (Smaller){text, 0, 0});
    *n = p->n;
    return p->smaller;
}
