/* SPDX-License-Identifier: ISC */
/* What the programs know of a document before they read its figures and officials: when it was published,
 * when its event was held, where, what it reports on. Found once a document, from every kept kind.
 *
 * `record` of a fact is the index of the record it was read from. Strings live in the document, the tables or
 * the reader, until its next call. */
#ifndef DOCFACTS_H
#define DOCFACTS_H

#include "body.h"
#include "date.h"
#include "lexicon.h"
#include "meeting.h"
#include "period.h"
#include "place.h"
#include "province.h"
#include "record.h"
#include "when.h"

enum { NO_RECORD = -1 };

typedef struct {
    /* published, clock: a day with its year, year 0 when not known */
    When published, clock;
    int8_t hour, minute; /* of published, -1 not known */
    int published_record, clock_record;

    /* The event: days with their year, held_to = held for one day; year 0 when not known. */
    When held, held_to;
    uint8_t sessions; /* DAY_… bits */
    int held_record;
    When heard; /* the event's day as the lead gives it, its year 0 where the document tells none */

    When date;    /* the document's: held_to, else published; year 0 when not known */
    int16_t year; /* that the document speaks of: of its date, else of its title or body; 0 not known */

    Str province, province_code, province_now; /* empty when not known */
    int province_record;
    bool central_city; /* a document of a city that is a province of its own */
    Level level; /* whose page it is: LEVEL_DISTRICT for that of a huyện, else LEVEL_PROVINCE or NONE */

    Str report_period; /* 2023-01/2023-06, 2022-06, 2021; empty when not known */
    int report_record;
    int16_t term_from, term_to; /* nhiệm kỳ 2020 - 2025 of the body that met, 0 not known */
    Meeting meeting;            /* the event; its term is that of the body that met */
    bool met, termed;           /* meeting, term_from are read */
} DocFacts;

typedef struct DocReader DocReader;

/* Reads its tables into the lexicon; the lexicon, bodies and places must outlive it. */
DocReader *docreader_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user);
void docreader_free(DocReader *r);

/* The facts of a document whose tokens are set, or that docreader_untoken left without: then those of the
 * records that are looked at are made on the way, with the tokenizer given. */
void docreader_read(DocReader *r, const Document *doc, DocFacts *out);
/* Only those that tell whose page it is: date and province. */
void docreader_where(DocReader *r, const Document *doc, DocFacts *out);
/* Only the province and level; the date is read where the province asks for it and else left out. */
void docreader_province(DocReader *r, const Document *doc, DocFacts *out);
/* Only dates and the report's period. */
void docreader_when(DocReader *r, const Document *doc, DocFacts *out);
/* The first year of the term, read when it is asked for; 0 not known. */
int16_t docreader_term(DocReader *r, const Document *doc, DocFacts *facts);
/* For those who need tokens of a few records only. */
void docreader_tokenizer(DocReader *r, Tokenizer *tokenizer);
void docreader_untoken(const DocReader *r, Document *doc);
void docreader_tokens(const DocReader *r, const Record *record);

/* What it reads with, for those who want it too. */
const Dates *docreader_dates(const DocReader *r);
const Periods *docreader_periods(const DocReader *r); /* of table META_PERIOD */

#endif
