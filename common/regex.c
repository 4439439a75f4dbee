/* SPDX-License-Identifier: ISC */
#include "regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

enum { MATCH_LIMIT = 1000000, DEPTH_LIMIT = 10000, HEAP_LIMIT_KB = 20000 };

struct Regex {
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *context;
};

static Str message(int code)
{
    static PCRE2_UCHAR text[160];
    int n = pcre2_get_error_message(code, text, sizeof text);
    return n < 0 ? STR("wrong pattern") : (Str){(const char *)text, (size_t)n};
}

Regex *regex_new(Str pattern, Str *error, size_t *at)
{
    int code;
    PCRE2_SIZE offset;
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n, PCRE2_UTF | PCRE2_UCP, &code, &offset, NULL);
    if (!compiled) {
        *error = message(code);
        *at = offset;
        return NULL;
    }
    /* without JIT the interpreter does the same, only slower */
    (void)pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
    Regex *re = xrealloc(NULL, 1, sizeof *re);
    re->code = compiled;
    re->data = pcre2_match_data_create(1, NULL);
    re->context = pcre2_match_context_create(NULL);
    if (!re->data || !re->context)
        oom();
    pcre2_set_match_limit(re->context, MATCH_LIMIT);
    pcre2_set_depth_limit(re->context, DEPTH_LIMIT);
    pcre2_set_heap_limit(re->context, HEAP_LIMIT_KB);
    return re;
}

void regex_free(Regex *re)
{
    if (!re)
        return;
    pcre2_match_data_free(re->data);
    pcre2_match_context_free(re->context);
    pcre2_code_free(re->code);
    free(re);
}

RegexResult regex_match(Regex *re, Str text)
{
    PCRE2_SPTR subject = (PCRE2_SPTR)(text.n ? text.p : "");
    int found = pcre2_match(re->code, subject, text.n, 0, PCRE2_NO_UTF_CHECK, re->data, re->context);
    if (found == PCRE2_ERROR_JIT_STACKLIMIT) /* the interpreter needs no JIT stack */
        found = pcre2_match(re->code, subject, text.n, 0, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, re->data,
                            re->context);
    if (found >= 0)
        return REGEX_YES;
    return found == PCRE2_ERROR_NOMATCH ? REGEX_NO : REGEX_LIMIT;
}
