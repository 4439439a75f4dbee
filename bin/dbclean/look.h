/* SPDX-License-Identifier: ISC */
/* What a line, or a piece of one, looks like: length, end mark, letter case, digits, words of the tables.
 *
 * A long line with an end mark is running text and is looked at no further than its beginning. */
#ifndef LOOK_H
#define LOOK_H

#include "lexicon.h"
#include "record.h"
#include "str.h"
#include "table.h"
#include "words.h"

enum { HEADLINE_WORDS = 6 }; /* behind the last sentence of a long line: a headline may be among them */

typedef enum {
    END_NONE,
    END_STOP, /* . … also before a closing quote or bracket */
    END_ASK,  /* ? ! */
    END_COLON,
    END_SEMICOLON,
    END_COMMA
} EndMark;

enum {
    LOOK_LONG = 1 << 0,       /* running text by length and end mark alone */
    LOOK_UPPER = 1 << 1,      /* no lower-case letter */
    LOOK_LOWER = 1 << 2,      /* begins in lower case */
    LOOK_BULLET = 1 << 3,     /* begins with • - * + or an arrow */
    LOOK_NUMBERED = 1 << 4,   /* begins with 1. or a) or IV. */
    LOOK_QUOTED = 1 << 5,     /* begins with a quotation mark */
    LOOK_DATELINE = 1 << 6,   /* Sáng 6/7, … */
    LOOK_AGENCY = 1 << 7,     /* (BĐ) - …, LSO-… */
    LOOK_NAME = 1 << 8,       /* all words like those of a person's name */
    LOOK_CREDIT = 1 << 9,     /* Ảnh: … at its end */
    LOOK_FILE = 1 << 10,      /* a file name of a picture, [img] */
    LOOK_HOST = 1 << 11,      /* thainguyen.gov.vn and nothing else */
    LOOK_CONTACT = 1 << 12,   /* mail address, telephone number, web address */
    LOOK_CRUMBS = 1 << 13,    /* Home > Tin tức */
    LOOK_ARROW = 1 << 14,     /* begins with >> */
    LOOK_DATED = 1 << 15,     /* ends with a date: a list of titles */
    LOOK_PIPES = 1 << 16,     /* | … | */
    LOOK_BOLD = 1 << 17,      /* **…** */
    LOOK_DEGREE = 1 << 18,    /* 27°C */
    LOOK_RIGHTS = 1 << 19,    /* © */
    LOOK_SENTENCES = 1 << 20, /* more than one sentence */
    LOOK_MIXED = 1 << 21,     /* two words glued in it */
    LOOK_PERSON = 1 << 22,    /* a person's name in it */
    LOOK_SURNAME = 1 << 23,   /* begins with a family name */
    LOOK_STAR = 1 << 24,      /* begins with * and a space */
    LOOK_ROW = 1 << 25,       /* words between | | |: a row of a menu */
    LOOK_SIGNED = 1 << 26, /* begins with a person's name and a dash: Nguyễn Thị Hoa - Văn phòng … */
    LOOK_PLACED = 1 << 27, /* a place and a colon before more words: Hà Tĩnh: Huyện … */
    LOOK_FIGURED = 1 << 28 /* a figure right behind a colon: Thu nội địa: 1.065 tỷ đồng */
};

typedef struct {
    Str text;
    uint32_t words;   /* word tokens; of a LONG line a guess */
    uint32_t numbers; /* figures */
    uint32_t capital; /* words that begin in upper case */
    uint32_t covered; /* words that boilerplate, rubrics or stamps make up */
    uint32_t flags;
    EndMark end;
    bool stamp;         /* a publication stamp and nothing else … */
    bool clock;         /* … of nothing but a day: a site's clock */
    bool bare;          /* … of nothing but a date and a time … */
    bool section;       /* rubrics and nothing else */
    bool publisher;     /* begins with the name of a site or of who publishes it */
    bool body;          /* begins with the name of a body or unit */
    bool first;         /* words that open a page: Skip to content */
    bool box;           /* nothing but words over links to other articles: Tin liên quan */
    bool tool;          /* begins with what stands beside an article: Cỡ chữ A- A+, In trang */
    bool user_boiler;   /* boilerplate by the user's own rows */
    uint8_t head, tail; /* boilerplate of that place: 0, or how sure, to 9 */
    Kind label;         /* a label opens the line (KIND_COUNT: none) … */
    bool empty_label;   /* … and nothing follows */
    uint8_t cue[KIND_COUNT];
    uint32_t tail_words; /* of a LONG line without an end mark: words behind its last sentence … */
    uint32_t tail_small; /* … those of them in lower case … */
    uint32_t tail_at;    /* … and where they begin */
    uint32_t stamp_head; /* bytes of a stamp that opens the line before other text, 0 for none */
    uint32_t inside;     /* where a word begins that is glued to capitals, or a crawler's date, 0 for none */
    uint32_t stamp_tail; /* where a stamp begins that closes the line after other text, 0 for none; … */
    uint32_t stamp_end;  /* … one between bars: where it ends */
} Look;

/* Fills *look; it borrows the text. */
void look_at(Words *w, Str text, Look *look);

#endif
