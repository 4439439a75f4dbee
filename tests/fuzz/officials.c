/* SPDX-License-Identifier: ISC */
/* Officials of any text: places lie in their record, in order, and the post's text is what stands there. */
#include <stdlib.h>

#include "document.h"
#include "official.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Byte of the code point number `chars`. */
static size_t offset(Str text, size_t chars)
{
    size_t at = 0;
    for (; chars; chars--) {
        if (at == text.n)
            abort();
        utf8_next(text, &at);
    }
    return at;
}

static Str characters(Str text, size_t start, size_t len)
{
    size_t from = offset(text, start);
    return str_sub(text, from, offset(text, start + len) - from);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Lexicon *lexicon;
    static Officials *officials;
    static Tokenizer *tokenizer;
    if (!lexicon) {
        lexicon = lexicon_new();
        officials = officials_new(lexicon, NULL);
        lexicon_done(lexicon);
        tokenizer = tokenizer_new(lexicon);
    }
    Document *doc = fuzz_document(data, size);
    fuzz_tokens(tokenizer, doc);
    const Official *o;
    size_t n = officials_find(officials, doc, STR("Sơn La"), false, &o);
    for (size_t i = 0; i < n; i++) {
        if (o[i].record >= doc->n || o[i].len == 0 || o[i].name.n == 0)
            abort();
        Str text = doc->records[o[i].record].text;
        characters(text, o[i].start, o[i].len);
        if (o[i].post_len && !str_eq(characters(text, o[i].post_start, o[i].post_len), o[i].raw))
            abort();
        if (i > 0 && (o[i].record < o[i - 1].record ||
                      (o[i].record == o[i - 1].record && o[i].start < o[i - 1].start)))
            abort();
    }
    return 0;
}
