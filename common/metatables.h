/* SPDX-License-Identifier: ISC */
/* Numbers in the Lexicon of the tables that tell what a document is and what it refers to. */
#ifndef METATABLES_H
#define METATABLES_H

enum {
    META_PROVINCE = 48,
    META_AGENCY,
    META_DOCTYPE,
    META_LETTERS, /* of a type in numbers: NQ */
    META_ISSUER,
    META_AFTER, /* words behind a bare number */
    META_PERIOD,
    META_CUE,
    META_EVENT /* the first of those of event.tsv, one a role */
};

#endif
