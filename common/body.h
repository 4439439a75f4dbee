/* SPDX-License-Identifier: ISC */
/* Bodies: committees, councils, administrations, departments and the rest, read from tokens and brought to
 * one name: `UBND TP Huế` is `Ủy ban nhân dân thành phố`, place `Huế`.
 *
 * A body is a base name of the table (abbreviations opened, joints alike), maybe the body it is a part of,
 * maybe a level word, maybe the unit's own name. What is not said stays open in the Body: whoever knows more
 * (the next post of the same person, the document) fills it in. */
#ifndef BODY_H
#define BODY_H

#include "lexicon.h"
#include "link.h"
#include "person.h"
#include "place.h"
#include "str.h"
#include "table.h"

typedef enum {
    BODY_NONE,
    BODY_CENTRAL, /* one in the country */
    BODY_SEAT,    /* its level is in its name: Tỉnh ủy */
    BODY_LEVEL,   /* a level word belongs to its name: Ủy ban nhân dân tỉnh */
    BODY_FREE,    /* has a level word where one is written: Phòng Nội vụ */
    BODY_DROP,    /* of a province, without level word: Sở Y tế */
    BODY_PART,    /* of a body that is not said: Ban Thường vụ */
    BODY_COUNCIL, /* of a council that is not said: Ban Pháp chế */
    BODY_CELL,    /* the Party in a body that is not said: Đảng đoàn */
    BODY_HEAD,    /* a name that no table has, as written */
    BODY_TASK,    /* one that says what it is to do, in the table only: Ban Chỉ đạo */
    BODY_NAMED    /* a company or the like, as written with all place names, no place */
} BodyKind;

typedef struct {
    Str name; /* canonical, without level word and own name; lives in the arena or the tables */
    BodyKind kind;
    uint8_t unit;   /* the level word said (UnitWord), UNIT_NONE */
    Level level;    /* as far as it is known */
    Str place;      /* own name of the unit, Trung ương, or empty */
    bool full_time; /* `chuyên trách` stood inside: it belongs to the post */
    bool foreign;   /* of another nation */
    size_t tokens;  /* taken */
} Body;

typedef struct Bodies Bodies;

/* Reads the tables body, bodyword and abbr into the lexicon; the others must outlive it. */
Bodies *bodies_new(Lexicon *l, const Places *places, const Persons *persons, const Links *links,
                   UserRows *user);
void bodies_free(Bodies *b);

/* Can a body begin with this token? */
bool body_begins(const Bodies *b, const Token *t);
/* The longest body that begins at token i: 0 tokens and BODY_NONE where none does. `name_follows`: a person's
 * name may stand right behind (`Chủ tịch UBND xã Phú Lộc Lò Văn Hặc`), else all that is capitalised is the
 * unit's own. */
size_t body_parse(const Bodies *b, Arena *a, Str text, const Token *t, size_t n, size_t i, bool name_follows,
                  Body *out);
/* The same where the post before i lends the first words of the body (their ids in the lexicon): `Ban` of
 * `Trưởng ban Tổ chức Tỉnh ủy`. */
size_t body_parse_behind(const Bodies *b, Arena *a, const uint32_t *lent, size_t n_lent, Str text,
                         const Token *t, size_t n, size_t i, bool name_follows, Body *out);
/* A body by its canonical base name: `Ban Chấp hành Trung ương Đảng`, with level word where there is one. */
Body body_named(const Bodies *b, Str name);

/* The name to print: with level word, without the unit's own name. */
Str body_name(const Body *body, const Places *places, Arena *a);

#endif
