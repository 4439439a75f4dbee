/* SPDX-License-Identifier: ISC */
#include "lexicon.h"
#include "unit.h"

static void put_flags(const Token *t, Buf *out)
{
    static const char types[] = "wn-";
    buf_char(out, types[t->type]);
    if (t->flags & TOKEN_UPPER)
        buf_char(out, 'U');
    else if (t->flags & TOKEN_CAP)
        buf_char(out, 'C');
    if (t->flags & TOKEN_SYLLABLE)
        buf_char(out, 's');
    if (t->flags & TOKEN_SPACE)
        buf_char(out, '_');
}

/* The tokens of a text, one behind the other: text/flags@code point. */
void unit_token(Str in, Buf *out)
{
    Lexicon *l = lexicon_new();
    lexicon_done(l);
    Tokenizer *tokenizer = tokenizer_new(l);
    Token *t;
    size_t n = tokenize(tokenizer, in, &t);
    for (size_t i = 0; i < n; i++) {
        if (i)
            buf_char(out, ' ');
        buf_str(out, token_str(in, &t[i]));
        buf_char(out, '/');
        put_flags(&t[i], out);
        buf_char(out, '@');
        buf_uint(out, t[i].ch);
    }
    tokenizer_free(tokenizer);
    lexicon_free(l);
}
