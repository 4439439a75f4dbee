/* SPDX-License-Identifier: ISC */
#include "part.h"

const Kind part_kind[PARTS] = {
    [PART_MENU] = KIND_BOILER,    [PART_CLOCK] = KIND_STAMP,     [PART_SECTION] = KIND_SECTION,
    [PART_KICKER] = KIND_KICKER,  [PART_TITLE] = KIND_TITLE,     [PART_STAMP] = KIND_STAMP,
    [PART_AUTHOR] = KIND_BYLINE,  [PART_TOOLS] = KIND_BOILER,    [PART_LEAD] = KIND_BODY,
    [PART_BODY] = KIND_BODY,      [PART_IMAGE] = KIND_BOILER,    [PART_CAPTION] = KIND_CAPTION,
    [PART_CREDIT] = KIND_CAPTION, [PART_HEADING] = KIND_HEADING, [PART_RELATED] = KIND_BOILER,
    [PART_BYLINE] = KIND_BYLINE,  [PART_SOURCE] = KIND_SOURCE,   [PART_DATE] = KIND_STAMP,
    [PART_FOOT] = KIND_BOILER,    [PART_ARTICLE] = KIND_BODY,    [PART_RUBRIC] = KIND_BOILER,
    [PART_SITE] = KIND_SOURCE,    [PART_PICTURE] = KIND_CAPTION, [PART_TEASER] = KIND_BOILER,
};

#define N NEVER
/* Read a row as: behind this part comes … */
const int16_t part_next[PARTS][PART_ROOM] = {
    /*              menu clk sec kick titl  stmp auth tool  lead body imag capt cred head rel   byl src date
       foot art rubr site pict teas */
    [PART_MENU] = {0, 0, 0, -2, 0, N, N, N, -6, N, -8, -9, N, N, N, N, -16, N, N, -8, 0, -2, N, -3},
    [PART_CLOCK] = {0, -3, 0, -1, 0, N, N, N, -5, N, -8, -9, N, N, N, N, N, N, N, -8, 0, 0, N, -4},
    [PART_SECTION] = {-4, -1, -4, 0, 0, N, N, N, -6, N, N, N, N, N, N, N, N, N, N, N, -8, -6, N, N},
    [PART_KICKER] = {-5, -4, N, -4, 0, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N},
    [PART_TITLE] = {N, N, N, N, N, 0, -2, -1, 0, N, -2, N, N, -9, N, N, -14, N, N, -1, N, N, -3, N},
    [PART_STAMP] = {N, N, N, N, -4, -1, -1, 0, 0, N, -1, N, N, -6, N, N, -14, N, N, -1, N, N, -2, N},
    [PART_AUTHOR] = {N, N, N, N, N, 0, -2, -1, 0, N, -1, N, N, -6, N, N, -14, N, N, -1, N, N, -2, N},
    [PART_TOOLS] = {N, N, N, N, N, -1, -2, 0, 0, N, -1, N, N, -6, N, N, -14, N, N, -1, N, N, -2, N},
    [PART_LEAD] = {N, N, N, N, N, -8, -8, N, -8, 0, -1, -1, N, -3, -1, -2, -2, -5, -3, 0, N, N, N, N},
    [PART_BODY] = {N, N, N, N, N, N, N, N, N, 0, -1, -1, N, -1, -3, -1, -1, -4, -2, N, N, N, N, N},
    [PART_IMAGE] = {N, N, N, N, N, N, N, N, -4, -3, 0, 8, N, -5, -4, -4, -4, -6, -4, N, N, N, N, N},
    [PART_CAPTION] = {N, N, N, N, N, N, N, N, -10, 0, 0, -2, 0, -2, -3, -2, -3, -5, -3, -3, N, N, N, N},
    [PART_CREDIT] = {N, N, N, N, N, N, N, N, -4, 0, 0, -2, -3, -2, -3, -2, -3, -5, -3, N, N, N, N, N},
    [PART_HEADING] = {N, N, N, N, N, N, N, N, -10, 0, -2, -3, N, -4, -8, -7, -14, N, -14, N, N, N, N, N},
    [PART_RELATED] = {N, N, N, N, N, N, N, N, -5, 0, -1, -5, N, -3, 0, -4, -2, -5, -1, N, N, N, N, N},
    [PART_BYLINE] = {N, N, N, N, N, N, N, N, N, -9, -8, -7, N, N, N, -4, 0, -4, 0, N, N, N, N, N},
    [PART_SOURCE] = {N, N, N, N, N, N, N, N, N, -10, -8, -8, N, N, N, -3, -1, -1, 0, N, N, N, N, N},
    [PART_DATE] = {N, N, N, N, N, N, N, N, N, -10, N, N, N, N, N, -3, -1, -2, 0, N, N, N, N, N},
    [PART_FOOT] = {N, N, N, N, N, N, N, N, N, -12, N, -12, N, N, N, -7, -1, -3, 0, N, N, N, N, N},
    [PART_ARTICLE] = {N, N, N, N, N, N, N, N, N, -5, -3, -3, N, -4, -4, -1, -1, -4, -2, N, N, N, N, N},
    [PART_RUBRIC] = {-2, -2, -8, -3, -1, N, N, N, -8, N, N, N, N, N, N, N, N, N, N, N, 0, -3, N, -4},
    [PART_SITE] = {1, 0, 0, -2, 0, N, N, N, -8, N, N, N, N, N, N, N, N, N, N, N, 0, -2, N, -4},
    [PART_PICTURE] = {N, N, N, N, N, -3, -3, -3, -1, 0, 0, N, 0, -2, -3, N, N, N, N, N, N, N, -2, N},
    [PART_TEASER] = {-1, -1, 0, -4, -4, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, -1, -1, N, 0},
};

const int16_t part_opens[PARTS] = {
    [PART_MENU] = 0,     [PART_CLOCK] = 0,    [PART_SECTION] = 0,  [PART_KICKER] = -2,  [PART_TITLE] = 0,
    [PART_STAMP] = N,    [PART_AUTHOR] = N,   [PART_TOOLS] = N,    [PART_LEAD] = -4,    [PART_BODY] = N,
    [PART_IMAGE] = -7,   [PART_CAPTION] = -6, [PART_CREDIT] = N,   [PART_HEADING] = N,  [PART_RELATED] = N,
    [PART_BYLINE] = -16, [PART_SOURCE] = -16, [PART_DATE] = N,     [PART_FOOT] = N,     [PART_ARTICLE] = -6,
    [PART_RUBRIC] = -1,  [PART_SITE] = -2,    [PART_PICTURE] = -6, [PART_TEASER] = -12,
};

const int16_t part_closes[PARTS] = {
    [PART_MENU] = -18,   [PART_CLOCK] = -18,  [PART_SECTION] = -18, [PART_KICKER] = N,    [PART_TITLE] = -18,
    [PART_STAMP] = -18,  [PART_AUTHOR] = -18, [PART_TOOLS] = -18,   [PART_LEAD] = -3,     [PART_BODY] = 0,
    [PART_IMAGE] = -8,   [PART_CAPTION] = -3, [PART_CREDIT] = -3,   [PART_HEADING] = -12, [PART_RELATED] = -6,
    [PART_BYLINE] = 0,   [PART_SOURCE] = 0,   [PART_DATE] = 0,      [PART_FOOT] = 0,      [PART_ARTICLE] = 5,
    [PART_RUBRIC] = -18, [PART_SITE] = -18,   [PART_PICTURE] = -18, [PART_TEASER] = -18,
};
#undef N
