/* SPDX-License-Identifier: ISC */
/* Codes that begin with a number: times of day, telephones, numbers of lists. Each gives the token behind it,
 * 0 when it is none. */
#ifndef CLOCK_H
#define CLOCK_H

#include "asked.h"

size_t clock_end(const Source *s, size_t i);
size_t phone_end(const Source *s, size_t i);
size_t round_the_clock(const Source *s, size_t i);
/* Any of them. */
size_t code_end(const Source *s, size_t i);

#endif
