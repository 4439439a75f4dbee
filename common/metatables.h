/* SPDX-License-Identifier: ISC */
/* Numbers in the Lexicon of the tables that tell what a document is and what it refers to. */
#ifndef METATABLES_H
#define METATABLES_H

enum {
    META_PROVINCE = 48,
    META_HOST,
    META_AGENCY,
    META_DOCTYPE,
    META_LETTERS, /* of a type in numbers: NQ */
    META_ISSUER,
    META_SAID, /* an issuer in words that is no body */
    META_PERIOD,
    META_EVENT,
    META_CUE,
    META_AFTER /* words behind a bare number */
};

#endif
