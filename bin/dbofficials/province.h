/* SPDX-License-Identifier: ISC */
/* The province of a document, until docfacts tells it. */
#ifndef PROVINCE_OF_DOCUMENT_H
#define PROVINCE_OF_DOCUMENT_H

#include "place.h"
#include "record.h"

Str document_province(const Places *places, const Document *doc);

#endif
