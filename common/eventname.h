/* SPDX-License-Identifier: ISC */
/* Names of events: `Hội nghị lần thứ sáu (mở rộng) Ban Chấp hành Đảng bộ huyện khóa XXI`, `HĐND tỉnh
 * khóa IX mở Kỳ họp thứ 7`, `UBND tỉnh họp phiên thường kỳ`. */
#ifndef EVENTNAME_H
#define EVENTNAME_H

#include "body.h"
#include "record.h"
#include "term.h"

enum { EVENT_SUBJECTS = 8 };

typedef struct {
    Str noun;       /* Hội nghị, Kỳ họp */
    uint8_t joins;  /* Joins of the noun */
    Str sort, keep; /* giao ban; thường kỳ */
    unsigned number;
    bool extended, congress;
    bool both;   /* body and subjects met: làm việc với */
    bool coming; /* sẽ tổ chức */
    bool call;   /* the body called it: công bố, triển khai follow */
    Body body;   /* who meets, tokens 0 for none */
    Str body_name;
    Str subjects[EVENT_SUBJECTS]; /* who holds it: canonical */
    size_t n_subjects;
    Body subject; /* the first of them */
    Str joined;   /* the body that joins the name, empty for none */
    Term term;
    Level level;
} Event;

typedef struct EventNames EventNames;

EventNames *eventnames_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user);
void eventnames_free(EventNames *e);
const Terms *eventname_terms(const EventNames *e);

/* The first token from i on, before `end`, that the name of an event may begin with; `end` when there is
 * none. */
size_t event_next(const EventNames *e, const Record *r, size_t i, size_t end);
/* An event named at token i of a record: tokens, 0 for none. `head`: in a headline. */
size_t event_at(const EventNames *e, Arena *a, const Record *r, size_t i, bool head, Event *out);
/* The name to print. */
Str event_name(Arena *a, const Event *event);

#endif
