/* SPDX-License-Identifier: ISC */
#include "lexicon.h"
#include "unit.h"

/* Phrases joined by |, then a text: the longest phrase that begins at each token, as `token number:tokens`.
 */
void unit_lexicon(Str in, Buf *out)
{
    Lexicon *l = lexicon_new();
    Str phrases, text = in;
    str_cut(&text, '\t', &phrases);
    lexicon_add(l, 1, STR("tỉnh"), 9); /* another table's: never given */
    lexicon_add_forms(l, 0, phrases, 1);
    lexicon_done(l);
    Tokenizer *tokenizer = tokenizer_new(l);
    Token *t;
    size_t n = tokenize(tokenizer, text, &t);
    for (size_t i = 0; i < n; i++) {
        uint32_t value;
        size_t len = lexicon_match(l, 0, t, n, i, &value);
        if (!len)
            continue;
        if (out->n)
            buf_char(out, ' ');
        buf_uint(out, i);
        buf_char(out, ':');
        buf_uint(out, len);
    }
    tokenizer_free(tokenizer);
    lexicon_free(l);
}
