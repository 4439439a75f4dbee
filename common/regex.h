/* SPDX-License-Identifier: ISC */
/* Regular expressions a user gives: PCRE2, Unicode, unanchored. Compiled once with JIT; match data reused;
 * match and depth limits set, so that a pattern that runs away is told instead of hanging. */
#ifndef REGEX_H
#define REGEX_H

#include "str.h"

typedef struct Regex Regex;

/* NULL when the pattern is wrong: *error is then what PCRE2 says, *at where (in bytes). The message lives
 * until the next call. */
Regex *regex_new(Str pattern, Str *error, size_t *at);
void regex_free(Regex *re);

typedef enum { REGEX_NO, REGEX_YES, REGEX_LIMIT } RegexResult;
/* Text must be valid UTF-8. */
RegexResult regex_match(Regex *re, Str text);

#endif
