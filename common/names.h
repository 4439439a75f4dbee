/* SPDX-License-Identifier: ISC */
/* Numbers in the Lexicon of the tables that common/ reads names with. Programs number their own from 0. */
#ifndef NAMES_H
#define NAMES_H

enum {
    NAMES_BODY = 32,
    NAMES_ABBR,
    NAMES_LEVEL,
    NAMES_PLACE,
    NAMES_POST,
    NAMES_HONOR,
    NAMES_RANK,
    NAMES_STATUS,
    NAMES_ACT,
    NAMES_LINK,
    NAMES_PROVINCE,
    NAMES_BODYWORD,
    NAMES_END,
    NAMES_NATION,
    NAMES_END_OF_TABLES,
    NAMES_INSIDE = NAMES_END_OF_TABLES /* no phrases: words of bodies' names behind the first */
};

#endif
