/* SPDX-License-Identifier: ISC */
/* The parts of a page that a line can be, and how much a look speaks for each.
 *
 * A part is a kind in its place: boilerplate over the headline, in the text, at the foot. The figures are log
 * odds by hand, one a weak hint, ten nearly sure. */
#ifndef PART_H
#define PART_H

#include "look.h"

typedef enum {
    /* over the headline */
    PART_MENU,
    PART_CLOCK,
    PART_SECTION,
    PART_KICKER,
    PART_TITLE,
    /* between headline and text */
    PART_STAMP,
    PART_AUTHOR,
    PART_TOOLS,
    /* text */
    PART_LEAD,
    PART_BODY,
    PART_IMAGE, /* a picture's file name */
    PART_CAPTION,
    PART_CREDIT, /* second line of a caption */
    PART_HEADING,
    PART_RELATED,
    /* foot */
    PART_BYLINE,
    PART_SOURCE,
    PART_DATE,
    PART_FOOT,
    PART_ARTICLE, /* a whole article in one line */
    PART_RUBRIC,  /* one of a row of rubrics over the headline: a menu */
    PART_SITE,    /* the publisher's name over the headline */
    PART_PICTURE, /* a caption between headline and text: no page ends with it */
    PART_TEASER,  /* headlines of other pages over the headline */
    PARTS
} Part;

enum {
    NEVER = -100,
    PART_ROOM = 24 /* of a row of parts, a multiple of eight */
};

extern const Kind part_kind[PARTS]; /* this and what parts say of each other: grammar.c */
/* What speaks for each part of a page, from the line alone. `twice`: the next line is the same. */
void part_odds(const Look *look, bool twice, int16_t odds[PARTS]);
/* What speaks for a page that ends with this line. */
int part_ends(const Look *look);
/* What speaks for a page that begins with it. */
int part_begins(const Look *look);
/* May it be the name of who publishes a page, over its menu? A body's name speaks for itself. */
typedef enum { NO_MASTHEAD, MASTHEAD_LINE, MASTHEAD_BODY } Masthead;

/* What the lines beside it need to know of a line. */
typedef struct {
    Masthead masthead;
    bool box;       /* words over links */
    bool signs;     /* a label that announces an author, and nothing behind */
    bool bare;      /* a date and nothing else */
    bool tool;      /* what stands beside an article */
    bool stray;     /* a few words that no table knows: of a menu as well as of a foot */
    bool menu_word; /* one word more of a menu, behind a rubric */
    bool announces; /* a list comes behind it: Xã đạt ba danh hiệu: */
    bool credit;    /* author, source or date: what is announced behind it are links */
    bool text;      /* running text */
    bool item;      /* - Thôn văn hóa … */
    bool counts;    /* … and there is a figure in it: - Trồng mới 430 ha rừng */
    bool link;      /* it reads like a headline, as links to other pages do */
    bool imprint; /* who publishes the site, at length: over a page or, behind what is `below`, at its foot */
    bool below;   /* what stands below an article */
    bool site_foot;  /* what belongs to an article is not below it */
    bool rounds_off; /* stray words behind it rather are the next page's */
} Sight;

Sight part_sight(const Look *look);

/* What speaks for `to` behind `from` in one page, and for a page that begins or ends with a part. */
extern const int16_t part_next[PARTS][PART_ROOM];
extern const int16_t part_opens[PARTS], part_closes[PARTS];

#endif
