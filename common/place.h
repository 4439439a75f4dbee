/* SPDX-License-Identifier: ISC */
/* Own names of provinces, districts and communes, and the level words before them. */
#ifndef PLACE_H
#define PLACE_H

#include "lexicon.h"
#include "person.h"
#include "str.h"
#include "table.h"

typedef enum { LEVEL_NONE, LEVEL_CENTRAL, LEVEL_PROVINCE, LEVEL_DISTRICT, LEVEL_COMMUNE, LEVEL_OTHER } Level;

/* Level words, rows of the table `level` in this order; a `thành phố` is a province or a district. */
typedef enum {
    UNIT_NONE,
    UNIT_PROVINCE,
    UNIT_CITY,
    UNIT_RURAL, /* huyện */
    UNIT_TOWN,  /* thị xã */
    UNIT_URBAN, /* quận */
    UNIT_COMMUNE,
    UNIT_WARD,
    UNIT_TOWNLET, /* thị trấn */
    UNIT_ZONE,    /* đặc khu */
    UNIT_AREA,    /* khu vực */
    UNIT_COUNT
} UnitWord;

typedef struct {
    Str word;      /* tỉnh */
    Str committee; /* Tỉnh ủy */
    Str party;     /* Đảng bộ tỉnh */
    Str youth;     /* Tỉnh đoàn */
    Level level;   /* of a city: LEVEL_NONE */
} Unit;

typedef struct Places Places;

/* Reads the tables level, province and place into the lexicon, which must outlive it, as must persons. */
Places *places_new(Lexicon *l, const Persons *persons, UserRows *user);
void places_free(Places *p);

const Unit *place_unit(const Places *p, UnitWord unit);
/* A level word at token i (`TP.`: two tokens): how many tokens, 0 for none. */
size_t place_unit_word(const Places *p, const Token *t, size_t n, size_t i, UnitWord *unit);

typedef struct {
    Str name;      /* canonical */
    Level level;   /* of the table's unit */
    UnitWord unit; /* of the table's unit, UNIT_NONE where several fit */
    size_t tokens;
} PlaceName;

/* The own name of a unit of `unit` (UNIT_NONE: any) at token i. See body_parse for `name_follows`. */
size_t place_name(const Places *p, Arena *a, Str text, const Token *t, size_t n, size_t i, UnitWord unit,
                  Level level, bool name_follows, PlaceName *out);
/* Is the whole of tokens [i, i + tokens) the name of a unit? */
bool place_known(const Places *p, const Token *t, size_t i, size_t tokens);

#endif
