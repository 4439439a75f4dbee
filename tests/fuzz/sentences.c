/* SPDX-License-Identifier: ISC */
/* Sentences cover all tokens of any text in order, clauses all of their sentence; a sentence begins at a
 * space. */
#include <stdlib.h>

#include "document.h"
#include "sentence.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Lexicon *lexicon;
    static Tokenizer *tokenizer;
    static Span *sentences, *clauses;
    static size_t room, clause_room;
    if (!lexicon) {
        lexicon = lexicon_new();
        lexicon_done(lexicon);
        tokenizer = tokenizer_new(lexicon);
    }
    Document *doc = fuzz_document(data, size);
    fuzz_tokens(tokenizer, doc);
    for (size_t r = 0; r < doc->n; r++) {
        const Record *at = &doc->records[r];
        size_t n = sentence_spans(at->text, at->tokens, at->n_tokens, &sentences, &room), next = 0;
        for (size_t i = 0; i < n; i++) {
            if (sentences[i].from != next || sentences[i].to <= next)
                abort();
            if (i > 0 && !(at->tokens[next].flags & TOKEN_SPACE))
                abort();
            size_t m = clause_spans(at->text, at->tokens, sentences[i], &clauses, &clause_room);
            for (size_t c = 0; c < m; c++) {
                if (clauses[c].from != next || clauses[c].to <= next)
                    abort();
                next = clauses[c].to;
            }
            if (next != sentences[i].to)
                abort();
        }
        if (next != at->n_tokens)
            abort();
    }
    return 0;
}
