/* SPDX-License-Identifier: ISC */
/* Names of persons: two to five capitalised syllables that begin with a family name, and what stands for one
 * in the names of other peoples (Y, H’, A, K’, Kpă). */
#ifndef PERSON_H
#define PERSON_H

#include "lexicon.h"
#include "str.h"
#include "table.h"

enum { PERSON_SYLLABLES = 6 };

typedef struct Persons Persons;

/* Reads the table surname, whose words go to the lexicon. */
Persons *persons_new(Lexicon *l, UserRows *user);
void persons_free(Persons *p);

/* How sure a family name is at this token: 0 none, 1 common, 2 certain beside a name, 3 also another word. */
unsigned person_surname(const Persons *p, const Token *t);
/* Length of the unbroken run of capitalised words from token i, at most `most` + 1. */
size_t person_run(const Token *t, size_t n, size_t i, size_t most);
/* Do these tokens look like a whole name: family name, two to five syllables? 0 no; more is surer. */
unsigned person_like(const Persons *p, Str text, const Token *t, size_t tokens);
/* Is this token a whole name by itself: K’Brểu, H'Mai? */
bool person_lone(Str text, const Token *t);
/* The name as it is printed: ALL CAPS brought to title case. */
Str person_print(Arena *a, Str written);

#endif
