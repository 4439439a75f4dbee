/* SPDX-License-Identifier: ISC */
/* Figures of any text: each lies in its record, none over another, and every digit lies in one. */
#include <stdlib.h>

#include "../../bin/dbnums/figures.h"
#include "../../bin/dbnums/meaning.h"
#include "document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool has_digit(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i] >= '0' && p[i] <= '9')
            return true;
    return false;
}

/* Digits of the record behind byte `from` and before byte `to` are in no figure. */
static void check_gap(const Record *r, size_t from, size_t to)
{
    if (from > to || to > r->text.n || has_digit(r->text.p + from, to - from))
        abort();
}

static void check(const Record *r, const Figures *figures)
{
    size_t at = 0;
    for (size_t i = 0; i < figures->n; i++) {
        const Figure *f = &figures->f[i];
        if (f->n == 0 || f->to <= f->from || f->to > r->n_tokens)
            abort();
        check_gap(r, at, f->at);
        at = f->at + f->n;
    }
    if (kind_has_facts(r->kind))
        check_gap(r, at, r->text.n);
    else if (figures->n)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Lexicon *lexicon;
    static DocReader *reader;
    static Finder *finder;
    static Meaning *meaning;
    static Tokenizer *tokenizer;
    static Figures figures;
    static Arena arena;
    if (!lexicon) {
        lexicon = lexicon_new();
        Persons *persons = persons_new(lexicon, NULL);
        Places *places = places_new(lexicon, persons, NULL);
        Links *links = links_new(lexicon, NULL);
        reader = docreader_new(lexicon, bodies_new(lexicon, places, persons, links, NULL), places, NULL);
        finder = finder_new(lexicon, docreader_dates(reader), docreader_periods(reader), NULL);
        meaning = meaning_new(lexicon, docreader_periods(reader), NULL);
        lexicon_done(lexicon);
        tokenizer = tokenizer_new(lexicon);
    }
    Document *doc = fuzz_document(data, size);
    fuzz_tokens(tokenizer, doc);
    DocFacts facts;
    docreader_when(reader, doc, &facts);
    finder_document(finder, doc);
    meaning_document(meaning, doc, reader, &facts);
    for (size_t record = 0; record < doc->n; record++) {
        arena_reset(&arena);
        figures_find(finder, record, &figures, &arena);
        check(&doc->records[record], &figures);
        meaning_add(meaning, &figures, &arena);
    }
    return 0;
}
