/* SPDX-License-Identifier: ISC */
/* For programs that no lexicon is laid out for: the tests. */
#include "trie.h"

Lexicon *const lexicon_laid_out = NULL;
void (*const lexicon_write)(const Lexicon *) = NULL;
