/* SPDX-License-Identifier: ISC */
/* The facts of one document, as keys with values in the order they are printed. */
#ifndef FACT_H
#define FACT_H

#include "record.h"
#include "str.h"

typedef enum {
    KEY_TITLE,
    KEY_KICKER,
    KEY_SECTION,
    KEY_PUBLISHED,
    KEY_CLOCK,
    KEY_HELD,
    KEY_SESSION,
    KEY_PROVINCE,
    KEY_PROVINCE_CODE,
    KEY_PROVINCE_NOW,
    KEY_HOST,
    KEY_PUBLISHER,
    KEY_SOURCE,
    KEY_AUTHOR,
    KEY_VIEWS,
    KEY_MEETING,
    KEY_MEETING_NO,
    KEY_EXTENDED,
    KEY_ORGAN,
    KEY_TERM_NO,
    KEY_TERM,
    KEY_REPORT_PERIOD,
    KEY_CHAIR,
    KEY_COUNT
} Key;

extern const char *const key_names[KEY_COUNT + 1]; /* NULL-ended */
bool key_find(Str name, Key *key);

typedef struct {
    Key key;
    Str value;
    int record; /* where it was read */
} Fact;

typedef struct {
    Fact *f;
    size_t n, cap;
    Fact *sorted; /* room to sort in */
    size_t sorted_cap;
    Arena arena; /* for values that stand nowhere else */
} Facts;

void facts_reset(Facts *f);
void facts_free(Facts *f);
/* Adds a fact; an empty value, or one that is there already, adds none. */
void fact_add(Facts *f, Key key, Str value, int record);
/* The same for a value that must be copied. */
void fact_copy(Facts *f, Key key, Str value, int record);
/* In the order of keys; those of one key in the order they were added. */
void facts_sort(Facts *f);

#endif
