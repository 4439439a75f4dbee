/* SPDX-License-Identifier: ISC */
/* Numbers of the tables of dbnums in its lexicon. */
#ifndef TABLE_NUMBERS_H
#define TABLE_NUMBERS_H

enum {
    TABLE_UNIT,
    TABLE_NOUN,
    TABLE_NONNOUN,
    TABLE_BOUND,
    TABLE_CHANGE,
    TABLE_BETWEEN,
    TABLE_LEAD,
    TABLE_LASTING_BEFORE,
    TABLE_LASTING_BEHIND,
    TABLE_FIELD,
    TABLE_BEFORE_YEAR,
    TABLE_BEFORE_ORDINAL,
    TABLE_OF_UNIT,
    TABLE_TIMEWORD,
    TABLE_CUE,
    TABLE_INDICATOR,
    TABLE_GUARD
};

#endif
