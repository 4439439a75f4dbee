/* SPDX-License-Identifier: ISC */
#include "formcache.h"

#include <stdlib.h>

#include "syllable.h"
#include "utf8.h"

enum { FORMS = 1 << FORM_BITS, NUMBER_KEPT = 4 };

void formcache_init(FormCache *f, const Lexicon *l)
{
    enum { LINE = 2 * sizeof(Form) };
    void *memory = calloc(FORMS + 2, sizeof(Form)); /* pages of it that are never used cost nothing */
    if (!memory)
        oom();
    *f = (FormCache){.lexicon = l, .memory = memory};
    f->place = (Form *)(((uintptr_t)memory + LINE - 1) / LINE * LINE);
}

void formcache_free(FormCache *f)
{
    free(f->memory);
    buf_free(&f->folded);
}

static uint8_t case_flags(Str word)
{
    bool first = true, all = true;
    uint8_t flags = 0;
    for (size_t at = 0; at < word.n;) {
        uint32_t c = utf8_next(word, &at);
        if (first && cp_is_upper(c))
            flags |= TOKEN_CAP;
        first = false;
        if (cp_is_lower(c))
            all = false;
    }
    if (all && (flags & TOKEN_CAP))
        flags |= TOKEN_UPPER;
    return flags;
}

static uint8_t number_flags(Str number)
{
    for (size_t i = 0; i < number.n; i++)
        if (number.p[i] == '.' || number.p[i] == ',')
            return 0;
    return TOKEN_PLAIN;
}

static Form look_up(FormCache *f, Str s, TokenType type)
{
    Form form = {.nch = (uint32_t)utf8_count(s), .type = (uint8_t)type};
    f->folded.n = 0;
    word_fold(s, &f->folded);
    form.word = lexicon_find(f->lexicon, buf_get(&f->folded));
    if (type == TOKEN_NUMBER)
        form.flags = number_flags(s);
    if (type == TOKEN_MARK)
        form.mark = mark_char(s);
    if (type == TOKEN_WORD) {
        form.flags = case_flags(s);
        if (syllable_valid(s))
            form.flags |= TOKEN_SYLLABLE;
    }
    return form;
}

/* The form of a token that the cache does not keep. */
static Form uncached(FormCache *f, Str s, TokenType type)
{
    if (type == TOKEN_NUMBER)
        return (Form){.nch = (uint32_t)s.n, .type = TOKEN_NUMBER, .flags = number_flags(s)};
    return look_up(f, s, type);
}

const Form *formcache_get(FormCache *f, FormKey key, Str s, TokenType type)
{
    if (s.n > (type == TOKEN_NUMBER ? NUMBER_KEPT : FORM_KEY)) {
        f->own = uncached(f, s, type);
        return &f->own;
    }
    if (type == TOKEN_NUMBER || (type == TOKEN_WORD && s.n == 1))
        key.b = UINT64_MAX; /* not to be found by its bytes alone */
    Form *form = form_place(f, key), *beside = form_beside(f, form);
    if (form_holds(form, key))
        return form;
    if (form_holds(beside, key))
        return beside;
    /* Two frequent forms may fall on the same place (Đảng, ban): the more frequent one, which mostly comes
     * first, keeps it. */
    if (form->key.a)
        form = beside;
    *form = look_up(f, s, type);
    form->key = key;
    return form;
}
