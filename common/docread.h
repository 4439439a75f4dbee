/* SPDX-License-Identifier: ISC */
/* Inside of docfacts: what its parts share. */
#ifndef DOCREAD_H
#define DOCREAD_H

#include "docfacts.h"
#include "docref.h"
#include "host.h"
#include "metatables.h"
#include "province.h"
#include "textlook.h"

enum { LEADS = 4, HEADS = 4 };

/* What words around a fact tell; rows of the table factcue. */
typedef enum {
    CUE_NONE,
    CUE_ATTEND,
    CUE_BEFORE,
    CUE_GUEST,
    CUE_GONE,
    CUE_PLAN,
    CUE_PUBLISHER,
    CUE_REVIEW,
    CUE_COURSE,
    CUE_POSTED,
    CUE_TODAY,
    CUE_YESTERDAY,
    CUE_COUNT
} Cue;

struct DocReader {
    const Lexicon *lexicon;
    const Bodies *bodies;
    const Places *places;
    Tokenizer *tokenizer; /* NULL: all tokens are set */
    Dates *dates;
    Provinces *provinces;
    Periods *periods;
    DocRefs *refs;
    Meetings *meetings;
    HostWords hosts;
    struct {
        uint32_t ngay, tinh, thanh, pho, tp, uy, doan, nam, thang, quy, cuoi, dau, xa, phuong, huyen, quan,
            duong, tran, ky, giai, den, tu, tai, bo, dan, voi, vao, nhin, sang, chieu, toi, mong, mung, gieng,
            chap, va, cau, diem, am, lich, so;
    } w;                /* ids of words the rules compare */
    unsigned *scores;   /* by province */
    bool *strong, *own; /* named as the page's; in its head */
    bool *superior;     /* guests are from its offices */
    Buf iso;
    Arena arena;
};

/* Where the document's head is: records by what they are to it. */
typedef struct {
    int heads[HEADS]; /* title, kicker: title first */
    size_t n_heads;
    int leads[LEADS]; /* the first paragraphs */
    size_t n_leads;
} Outline;

/* Does the document name a meeting? Read when it is first asked for. */
bool meeting_named(DocReader *r, const Document *doc, const Outline *o, DocFacts *f);

/* A cue at token i: tokens, 0 for none. */
size_t cue_phrase(const DocReader *r, const Record *rec, size_t i, Cue *cue);
static inline size_t cue_at(const DocReader *r, const Record *rec, size_t i, Cue *cue)
{
    uint64_t cues = UINT64_C(1) << META_CUE;
    return lexicon_may_match(r->lexicon, cues, rec->tokens, rec->n_tokens, i) ? cue_phrase(r, rec, i, cue)
                                                                              : 0;
}

enum { CUE_REACH = 16 }; /* tokens that a word of review or plan stands before what it is said of, at most */
/* The nearest word of review or plan before token i: `đánh giá kết quả quý I, triển khai nhiệm vụ quý II`;
 * `clause`: no farther than the last comma. */
Cue cue_leaning(const DocReader *r, const Record *rec, size_t i, bool clause);

enum { FAR = 60 }; /* days between a stamp and the event that make it a clock */

/* The year of the event of that day (its own is not said), from publication, title and body; 0 for none. */
int find_year(DocReader *r, const Document *doc, const Outline *o, const DocFacts *f, When day);

/* Parts of docreader_read, in this order. */
void published_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f);
void held_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f);
/* After held: what stamp was a clock. */
void clock_tell(DocFacts *f);
void province_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f);
void report_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f);

#endif
