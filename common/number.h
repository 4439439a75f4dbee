/* SPDX-License-Identifier: ISC */
/* Exact decimal numbers: digits and a scale, no floating point anywhere. */
#ifndef NUMBER_H
#define NUMBER_H

#include "str.h"
#include "token.h"

enum { DECIMAL_DIGITS = 64 }; /* significant digits kept; numbers of more bytes are not read */

typedef struct {
    bool negative;
    uint8_t n;                  /* significant digits, 0 for zero */
    int32_t exp;                /* value = 0.d1d2d3… * 10^exp */
    char digit[DECIMAL_DIGITS]; /* '0'..'9', first and last are not '0' */
} Decimal;

typedef enum {
    NUMBER_VIETNAMESE, /* . groups, , decimal */
    NUMBER_ENGLISH     /* , groups, . decimal */
} NumberStyle;

/* How a figure is punctuated, told from its shape alone. */
typedef enum {
    SHAPE_PLAIN,         /* 2023 */
    SHAPE_GROUPED_DOT,   /* 4.437 (also 1.234.567): groups, or a decimal in English style */
    SHAPE_GROUPED_COMMA, /* 5,602: decimal, or groups in English style */
    SHAPE_DECIMAL_COMMA, /* 39,7  4.437,25: only , can be the decimal */
    SHAPE_DECIMAL_POINT, /* 57.8  1,236.10: only . can be the decimal */
    SHAPE_OTHER          /* dates, versions: 30.6.2020 */
} NumberShape;

NumberShape number_shape(Str digits);
/* The same of a number's token. */
static inline NumberShape token_shape(Str text, const Token *t)
{
    return t->flags & TOKEN_PLAIN ? SHAPE_PLAIN : number_shape(token_str(text, t));
}
/* Reads a figure of digits, '.' and ','. False when it cannot be read in that style; *out is then of no use.
 */
bool decimal_read(Str digits, NumberStyle style, Decimal *out);
Decimal decimal_of(uint64_t v);
/* Zero, with nothing written where no digits are. */
static inline void decimal_clear(Decimal *d)
{
    d->negative = false;
    d->n = 0;
    d->exp = 0;
}
void decimal_shift(Decimal *d, int power_of_ten);
bool decimal_add(Decimal *a, const Decimal *b); /* false on too many digits */
int decimal_cmp(const Decimal *a, const Decimal *b);
/* Canonical form: 153688000000, 5.46, -0.36; no grouping, no trailing zeros. */
void decimal_write(const Decimal *d, Buf *out);
/* The value as an integer; false when it is not one or above 2^63. */
bool decimal_uint(const Decimal *d, uint64_t *v);

#endif
