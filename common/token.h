/* SPDX-License-Identifier: ISC */
/* Text as tokens: words, numbers, single marks. Every token has the id of its folded form in a Lexicon, so
 * that phrases are matched by comparing integers. */
#ifndef TOKEN_H
#define TOKEN_H

#include "str.h"

typedef enum {
    TOKEN_WORD,   /* letters; H’Loan and K'Sơn are one word */
    TOKEN_NUMBER, /* digits, with . and , between digits: 4.437  39,7  30.6.2020 */
    TOKEN_MARK    /* any other single character */
} TokenType;

enum {
    TOKEN_SPACE = 1,    /* a space stands before it */
    TOKEN_CAP = 2,      /* begins with an upper-case letter */
    TOKEN_UPPER = 4,    /* all letters upper case (one letter too) */
    TOKEN_SYLLABLE = 8, /* a possible syllable of Vietnamese */
    TOKEN_CLOSES = 16,  /* a ( that a ) of the same text closes */
    TOKEN_PLAIN = 32    /* a number of digits alone */
};

/* What tokens of the same form have in common stands together. */
typedef struct {
    uint32_t at, n; /* bytes in the text */
    uint32_t ch;    /* code points before it */
    uint8_t type;
    char mark; /* of a mark its byte, `-` for a dash of any width, MARK_WIDE; 0: it is none */
    uint8_t flags;
    uint32_t nch;  /* code points of its own */
    uint32_t word; /* id of the folded form in the lexicon, 0: no phrase holds it */
} Token;

static inline Str token_str(Str text, const Token *t)
{
    return (Str){text.p + t->at, t->n};
}
enum { MARK_WIDE = 1 }; /* “ ” … ©: neither a byte nor a dash */
/* What a Token says of a mark. */
char mark_char(Str mark);
/* The mark at token i of n; 0 where there is none. */
static inline char token_mark(const Token *t, size_t n, size_t i)
{
    return i < n ? t[i].mark : 0;
}
/* Is it this mark of one byte? */
static inline bool token_is(const Token *t, char c)
{
    return t->mark == c && (c != '-' || t->n == 1);
}
/* The value of a number of one to four digits, -1 of any other token. */
static inline int token_int(Str text, const Token *t)
{
    const char *p = text.p + t->at;
    if (!(t->flags & TOKEN_PLAIN) || t->n > 4)
        return -1;
    int more = t->n > 1, value = p[0] - '0';
    value += more * (9 * value + p[more] - '0'); /* one or two digits: cannot be foretold, so not asked */
    for (uint32_t k = 2; k < t->n; k++)
        value = 10 * value + p[k] - '0';
    return value;
}
/* The text from token a to token b, both included. */
static inline Str token_span(Str text, const Token *a, const Token *b)
{
    return (Str){text.p + a->at, b->at + b->n - a->at};
}

#endif
