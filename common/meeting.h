/* SPDX-License-Identifier: ISC */
/* The event a page reports: its name, number, who met, and the term of that body. */
#ifndef MEETING_H
#define MEETING_H

#include "body.h"
#include "lexicon.h"
#include "record.h"

enum { MEETING_ORGANS = 8 };

typedef struct {
    Str name; /* without number, term and purpose; empty for none */
    unsigned number;
    bool extended, congress;
    Str organs[MEETING_ORGANS]; /* canonical */
    size_t n_organs;
    unsigned term_no;
    int16_t term_from, term_to;
    Level level; /* of the body, LEVEL_NONE where there is none */
    /* records they were read from */
    int name_record, number_record, extended_record, organ_record, term_no_record, term_record;
} Meeting;

typedef struct Meetings Meetings;

/* Reads the table event into the lexicon; it, bodies and places must outlive it. */
Meetings *meetings_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user);
void meetings_free(Meetings *m);

/* Heads (title, kicker) and leads (the first paragraphs) are records of the document. Strings live until the
 * next call. */
void meeting_read(Meetings *m, const Document *doc, const int *heads, size_t n_heads, const int *leads,
                  size_t n_leads, Meeting *out);
/* Is its term, or a part of it, still to be found? */
bool meeting_term_open(const Meeting *meeting);
/* Looks for it in all of the document; `year`: what that speaks of, 0 unknown. */
void meeting_term(Meetings *m, const Document *doc, int year, Meeting *out);

#endif
