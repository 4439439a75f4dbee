/* SPDX-License-Identifier: ISC */
/* Numbers of the tables of dbnums in its lexicon. */
#ifndef TABLE_NUMBERS_H
#define TABLE_NUMBERS_H

enum {
    TABLE_UNIT,
    TABLE_NOUN,
    TABLE_COUNTED, /* both, of a phrase that is both the unit */
    TABLE_NONNOUN,
    TABLE_BOUND,
    TABLE_CHANGE,
    TABLE_BETWEEN,
    TABLE_LEAD,
    TABLE_LASTING_BEFORE,
    TABLE_LASTING_BEHIND,
    TABLE_LASTING_HOURS,
    TABLE_FIELD,
    TABLE_BEFORE_YEAR,
    TABLE_BEFORE_ORDINAL,
    TABLE_BEFORE_SCORE,
    TABLE_THEME,
    TABLE_PEOPLE,
    TABLE_OF_UNIT,
    TABLE_VERB,
    TABLE_GRADE,
    TABLE_HALF,
    TABLE_COMPARE,
    TABLE_CUE
};

#endif
