/* SPDX-License-Identifier: ISC */
/* A document made of any bytes, a record a line, for the fuzzers. */
#ifndef FUZZ_DOCUMENT_H
#define FUZZ_DOCUMENT_H

#include "lexicon.h"
#include "normal.h"
#include "utf8.h"

enum { FUZZ_RECORDS = 64 };

/* n bytes in memory of their own, so that a sanitizer sees a read behind them; *last is freed. */
static inline void *fuzz_alone(void **last, const void *p, size_t n)
{
    free(*last);
    *last = xrealloc(NULL, n, 1);
    memcpy(*last, p, n);
    return *last;
}

/* Sets the tokens of the document's records. */
static inline void fuzz_tokens(Tokenizer *t, Document *doc)
{
    static void *tokens[FUZZ_RECORDS];
    document_tokens(t, doc);
    for (size_t i = 0; i < doc->n; i++) {
        Record *r = &doc->records[i];
        r->tokens = fuzz_alone(&tokens[i], r->tokens, r->n_tokens * sizeof *r->tokens);
    }
}

static inline Document *fuzz_document(const uint8_t *data, size_t size)
{
    static Normal *normal;
    static Buf mended, text;
    static void *alone[FUZZ_RECORDS];
    static Record records[FUZZ_RECORDS];
    static Piece pieces[FUZZ_RECORDS];
    static char pos[FUZZ_RECORDS][4];
    static Document doc;
    if (!normal)
        normal = normal_new(STYLE_OLD);
    Str rest = {(const char *)data, size}, line;
    doc = (Document){.id = STR("1"), .records = records};
    while (doc.n < FUZZ_RECORDS && str_cut(&rest, '\n', &line)) {
        size_t i = doc.n;
        mended.n = text.n = 0;
        utf8_mend(line, &mended);
        normal_line(normal, buf_get(&mended), false, &text);
        if (text.n == 0)
            continue;
        pos[i][0] = (char)('1' + i / 10);
        pos[i][1] = (char)('0' + i % 10);
        pieces[i] = (Piece){.pos = {pos[i], 2}};
        records[i] = (Record){.pos = {pos[i], 2},
                              .kind = text.n % 7 == 0 ? KIND_TITLE : KIND_BODY,
                              .text = {fuzz_alone(&alone[i], text.p, text.n), text.n},
                              .pieces = &pieces[i],
                              .n_pieces = 1};
        doc.n++;
    }
    return &doc;
}

#endif
