/* SPDX-License-Identifier: ISC */
/* Provinces: names, codes by day, the units since 2025-07-01, host names, marks of papers. */
#ifndef PROVINCE_H
#define PROVINCE_H

#include "lexicon.h"
#include "when.h"

enum { NO_PROVINCE = -1 };

typedef struct Provinces Provinces;

/* Reads the tables province and agency into the lexicon. */
Provinces *provinces_new(Lexicon *l, UserRows *user);
void provinces_free(Provinces *p);
size_t provinces_count(const Provinces *p);

/* A name at token i: how many tokens, 0 for none; *row is its number. Letter case is not looked at. */
size_t province_at(const Provinces *p, const Token *t, size_t n, size_t i, int *row);
/* The province of a host (bao.caobang.gov.vn); NO_PROVINCE for none. */
int province_of_host(const Provinces *p, Str host);
/* That of a paper's mark (LSO) at token i: how many tokens, 0 for none. */
size_t province_of_agency(const Provinces *p, const Token *t, size_t n, size_t i, int *row);

/* Strings of the tables; `row` is a province. */
Str province_name(const Provinces *p, int row);
Str province_now(const Provinces *p, int row);
/* The code at that day; without a day (year 0) empty where it is not the same since 2025-07-01. */
Str province_code(const Provinces *p, int row, When day);
/* Is it a city that is a province of its own at that day (year 0: ever)? */
bool province_is_city(const Provinces *p, int row, When day);
/* Has the province of this name become a city, so that what it is and its name depend on the day? */
bool province_dated(const Provinces *p, Str name);
/* The unit that stood under this name at that day: Huế before 2025 is Thừa Thiên Huế. */
int province_then(const Provinces *p, int row, When day);

#endif
