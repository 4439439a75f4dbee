/* SPDX-License-Identifier: ISC */
/* Tokens of any text without control characters lie in it in order, without overlap, with nothing but spaces
 * between them, and their characters add up; found a block at a time they are those found one by one. */
#include <stdlib.h>

#include "lexicon.h"
#include "out.h"
#include "split.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Lexicon *lexicon;
    static Tokenizer *tokenizer;
    static Buf mended, text;
    if (!tokenizer) {
        lexicon = lexicon_new();
        lexicon_add(lexicon, 0, STR("ngân sách"), 1);
        lexicon_done(lexicon);
        tokenizer = tokenizer_new(lexicon);
    }
    mended.n = text.n = 0;
    utf8_mend((Str){(const char *)data, size}, &mended);
    without_control(buf_get(&mended), &text);
    Token *t;
    tokenizer_reset(tokenizer);
    size_t n = tokenize(tokenizer, buf_get(&text), &t), at = 0, ch = 0;
    for (size_t i = 0; i < n; i++) {
        if (t[i].at < at || t[i].n == 0 || t[i].at + t[i].n > text.n)
            abort();
        Split one;
        size_t next = at;
        if (!split_next(buf_get(&text), &next, &one) || next != t[i].at + t[i].n || one.text.n != t[i].n ||
            one.type != t[i].type)
            abort();
        ch += utf8_count(str_sub(buf_get(&text), at, t[i].at - at));
        if (t[i].ch != ch || t[i].nch != utf8_count(token_str(buf_get(&text), &t[i])))
            abort();
        ch += t[i].nch;
        at = t[i].at + t[i].n;
        uint32_t value;
        size_t taken = lexicon_match(lexicon, 0, t, n, i, &value);
        if (i + taken > n)
            abort();
    }
    return 0;
}
