/* SPDX-License-Identifier: ISC */
#include "part.h"

enum { ARTICLE_BYTES = 1800 }; /* a line of this length may well be a whole article */

static bool has(const Look *look, uint32_t flag)
{
    return (look->flags & flag) != 0;
}

static bool stopped(const Look *look)
{
    return look->end == END_STOP || look->end == END_SEMICOLON;
}

static bool open_ended(const Look *look)
{
    return look->end == END_NONE || look->end == END_ASK;
}

/* One short sentence without figures: seldom a paragraph. */
static bool brief(const Look *l)
{
    return l->end == END_STOP && l->words > 3 && l->words < 15 && !l->numbers && !l->cue[KIND_BODY] &&
           !has(l, LOOK_SENTENCES | LOOK_BULLET | LOOK_QUOTED | LOOK_LOWER);
}

/* Bà Lò Thị Mến, Phó Bí thư Đảng ủy, Chủ tịch HĐND xã trao đổi với đoàn công tác.: one sentence, a person,
 * what is seen */
static bool one_scene(const Look *l)
{
    return l->end == END_STOP && l->words < 25 && !l->numbers && !l->cue[KIND_BODY] &&
           l->cue[KIND_CAPTION] > 1 && has(l, LOOK_PERSON) &&
           !has(l, LOOK_SENTENCES | LOOK_BULLET | LOOK_QUOTED | LOOK_LOWER);
}

/* Vì sao nhiều dự án nước sạch vẫn nằm trên giấy? */
static bool asks_headline(const Look *l)
{
    return l->words > 7 && l->words < 25 && str_ends(l->text, STR("?")) && !l->cue[KIND_BYLINE] &&
           !has(l, LOOK_SENTENCES | LOOK_QUOTED);
}

/* Thu nội địa: 1.065 tỷ đồng: a line of a list in the text */
static bool figured(const Look *l)
{
    return has(l, LOOK_FIGURED) && l->words > (has(l, LOOK_BULLET) ? 2 : 3) && !l->head && !l->tail &&
           l->label == KIND_COUNT && !has(l, LOOK_CONTACT);
}

static int body_odds(const Look *l)
{
    int odds = 0;
    switch (l->end) {
    case END_STOP:
        odds += 4;
        break;
    case END_ASK:
        odds += asks_headline(l) ? -3 : 1;
        break;
    case END_SEMICOLON:
        odds += 4;
        break;
    case END_COLON:
        odds += l->words > 5 ? 2 : 0;
        break;
    case END_COMMA:
        odds -= 1;
        break;
    case END_NONE:
        if (!figured(l))
            odds -= l->words < 10 && !l->cue[KIND_BODY] ? (l->words < 7 ? 11 : 7) : l->words < 40 ? 4 : 0;
        break;
    }
    if (l->words >= 12)
        odds += 2;
    if (l->words >= 25)
        odds += 3;
    if (l->words < 4 && !figured(l))
        odds -= 4;
    if (brief(l))
        odds -= 2;
    if (has(l, LOOK_BULLET | LOOK_NUMBERED) && l->words >= 6)
        odds += 1;
    if (figured(l))
        odds += 3;
    odds += l->cue[KIND_BODY] - l->cue[KIND_CAPTION] / 3;
    if (l->stamp || l->section || has(l, LOOK_FILE | LOOK_HOST))
        odds -= 8;
    if (l->label != KIND_COUNT && l->label != KIND_BODY)
        odds -= 5;
    return odds;
}

static int title_odds(const Look *l)
{
    int odds = 0;
    if (l->words >= 8 && l->words <= 30)
        odds += 3;
    else if (l->words >= 6 && l->words < 8)
        odds += 1;
    else if (l->words < 4)
        odds -= 5;
    else if (l->words < 6)
        odds -= 1;
    else if (l->words > 36)
        odds -= 7;
    switch (l->end) {
    case END_STOP:
        odds -= 5;
        break;
    case END_COLON:
        odds -= 4;
        break;
    case END_SEMICOLON:
    case END_COMMA:
        odds -= 7;
        break;
    case END_ASK:
    case END_NONE:
        break;
    }
    if (has(l, LOOK_LOWER))
        odds -= 4;
    if (has(l, LOOK_SENTENCES))
        odds -= 3;
    if (has(l, LOOK_MIXED))
        odds -= 4;
    if (has(l, LOOK_UPPER))
        odds += 1;
    if (has(l, LOOK_PLACED) && l->label == KIND_COUNT && l->words > 7)
        odds += 3;
    if (has(l, LOOK_BULLET | LOOK_ARROW | LOOK_PIPES | LOOK_CREDIT | LOOK_RIGHTS | LOOK_DEGREE | LOOK_ROW))
        odds -= 6;
    if (has(l, LOOK_DATED | LOOK_NAME | LOOK_CONTACT | LOOK_NUMBERED))
        odds -= 3;
    if (has(l, LOOK_FILE | LOOK_HOST) || l->stamp || l->section)
        odds -= 8;
    if (l->label != KIND_COUNT)
        odds -= 4;
    odds -= l->head + l->tail > 5 ? 6 : (l->head + l->tail) / 2;
    odds -= l->cue[KIND_SOURCE] / 2 + l->cue[KIND_CAPTION] / 3 + l->cue[KIND_BODY] / 3;
    return odds;
}

static int kicker_odds(const Look *l)
{
    int odds = -5;
    if (l->end == END_COLON)
        odds += 9;
    if (l->words < 3 || l->words > 24)
        odds -= 5;
    if (has(l, LOOK_UPPER))
        odds += l->words > 5 ? 5 : 2;
    if (has(l, LOOK_LOWER | LOOK_BULLET | LOOK_ARROW | LOOK_CREDIT | LOOK_DATED | LOOK_FILE | LOOK_HOST |
                   LOOK_CONTACT))
        odds -= 6;
    if (stopped(l) || l->stamp || l->section || l->empty_label || l->label != KIND_COUNT)
        odds -= 6;
    if (l->head > 4 || l->tail > 4)
        odds -= 6;
    return odds + l->cue[KIND_KICKER];
}

static int section_odds(const Look *l)
{
    if (l->section)
        return has(l, LOOK_MIXED) ? 7 : 9;
    if (has(l, LOOK_CRUMBS) && !stopped(l) && l->label == KIND_COUNT)
        return has(l, LOOK_MIXED) ? 1 : 6;
    if (l->end != END_NONE || l->words > (l->cue[KIND_SECTION] > 3 ? 10 : 6) || !l->words || l->numbers ||
        has(l, LOOK_LOWER))
        return -8;
    return (has(l, LOOK_UPPER) ? 0 : -3) + l->cue[KIND_SECTION];
}

static int caption_odds(const Look *l)
{
    int odds = 0;
    if (l->end == END_NONE)
        odds += 1;
    else if (l->end == END_STOP)
        odds -= 2;
    else
        odds -= 5;
    if (l->words < 3 || l->words > 60)
        odds -= 4;
    if (has(l, LOOK_SENTENCES))
        odds -= 3;
    else if (l->end == END_STOP && l->cue[KIND_CAPTION] > 4 && l->words <= 30)
        odds += 2;
    if (brief(l)) /* Bà Ating Thị Líu chất vấn Giám đốc Sở Y tế. */
        odds += 4;
    else if (one_scene(l))
        odds += 5;
    odds += l->cue[KIND_CAPTION] ? l->cue[KIND_CAPTION] : -2;
    odds -= l->cue[KIND_BODY];
    if (has(l, LOOK_CREDIT) && l->label != KIND_BYLINE)
        odds += 9;
    if (has(l, LOOK_PIPES))
        odds += 6;
    if (l->words < 6 && l->end == END_NONE && l->cue[KIND_CAPTION] < 4 && !has(l, LOOK_PERSON))
        odds -= 2; /* Đảng viên đi trước */
    if (has(l, LOOK_PERSON))
        odds += l->end == END_NONE || (l->words <= 14 && !l->numbers) ? 2 : 0;
    if (l->label == KIND_CAPTION && !l->empty_label)
        odds += 9;
    else if (l->label != KIND_COUNT)
        odds -= 6;
    if (has(l, LOOK_LOWER | LOOK_BULLET | LOOK_ARROW | LOOK_NUMBERED | LOOK_BOLD | LOOK_PLACED))
        odds -= 3;
    if (has(l, LOOK_FILE | LOOK_HOST | LOOK_DATED | LOOK_CONTACT | LOOK_DATELINE | LOOK_AGENCY) || l->stamp ||
        l->section)
        odds -= 6;
    odds -= l->head + l->tail > 5 ? 6 : (l->head + l->tail) / 2;
    return odds - l->cue[KIND_SOURCE] / 2;
}

/* Nhân sự, Kiến nghị cử tri: words of a menu, but between paragraphs rather a heading. */
static bool menu_heading(const Look *l)
{
    return l->head > l->tail && l->words > 1 && l->end == END_NONE && !l->numbers && !l->tool && !l->first &&
           l->label == KIND_COUNT && !has(l, LOOK_FILE | LOOK_UPPER | LOOK_ROW | LOOK_CRUMBS | LOOK_DEGREE);
}

static int heading_odds(const Look *l)
{
    int odds = 0;
    if (open_ended(l))
        odds += 2;
    else if (l->end == END_COLON)
        odds -= 1;
    else
        odds -= 6;
    if (l->words < 2)
        odds -= 5;
    else if (l->words <= 14)
        odds += 1;
    else if (l->words > 22)
        odds -= 5;
    odds += l->cue[KIND_HEADING] - l->cue[KIND_CAPTION] / 2 - l->cue[KIND_BODY] / 2;
    if (has(l, LOOK_NUMBERED))
        odds += 4;
    if (has(l, LOOK_PLACED))
        odds -= 3;
    if (has(l, LOOK_BOLD))
        odds += 7;
    if (figured(l))
        odds -= 4;
    if (has(l, LOOK_STAR) && open_ended(l)) /* * Không chủ quan ở khu nhà trọ */
        odds += 2;
    if (has(l, LOOK_UPPER) && l->words > 3)
        odds += 1;
    if (has(l, LOOK_NAME))
        odds -= 4;
    if (has(l, LOOK_MIXED))
        odds -= 3;
    if (has(l, LOOK_PERSON))
        odds -= 2;
    if (has(l, LOOK_LOWER | LOOK_ARROW | LOOK_CREDIT | LOOK_PIPES))
        odds -= 5;
    if (has(l,
            LOOK_FILE | LOOK_HOST | LOOK_DATED | LOOK_CONTACT | LOOK_DATELINE | LOOK_AGENCY | LOOK_DEGREE) ||
        l->stamp)
        odds -= 7;
    if (l->label != KIND_COUNT)
        odds -= 5;
    odds -= menu_heading(l) ? 1 : l->head + l->tail > 5 ? 7 : (l->head + l->tail) / 2;
    return odds;
}

/* Boilerplate wherever it stands. */
static int junk_odds(const Look *l)
{
    int odds = 0;
    if (stopped(l))
        odds -= 5;
    if (l->words > 25)
        odds -= 6;
    if (l->words <= 2 && l->end == END_NONE)
        odds += 1;
    if (!l->words)
        odds += 4;
    if (has(l, LOOK_FILE))
        odds += 3;
    if (has(l, LOOK_CONTACT))
        odds += 8;
    if (has(l, LOOK_DEGREE) && l->words < 8)
        odds += 8;
    if (has(l, LOOK_DATED))
        odds += 5;
    if (has(l, LOOK_BULLET) && !has(l, LOOK_STAR) && l->end == END_NONE)
        odds += 2;
    if (has(l, LOOK_ARROW) && !l->section)
        odds += 5;
    if (has(l, LOOK_ROW))
        odds += 6;
    if (has(l, LOOK_UPPER) && l->words > 5 && !l->cue[KIND_SOURCE] && !l->cue[KIND_BOILER] && !l->tail)
        odds -= 3; /* a headline or what stands over it */
    if (has(l, LOOK_LOWER) && l->end == END_NONE && l->words < 6)
        odds += 2;
    if (l->empty_label)
        odds += 9;
    else if (l->label == KIND_BOILER)
        odds += 7;
    if (l->stamp)
        odds -= 6;
    if (has(l, LOOK_CREDIT | LOOK_PIPES | LOOK_DATELINE | LOOK_AGENCY | LOOK_BOLD))
        odds -= 5;
    return odds;
}

static int byline_odds(const Look *l)
{
    int odds = -7;
    if (has(l, LOOK_SIGNED) && l->words < 11 && !l->cue[KIND_CAPTION])
        odds = 3;
    if (has(l, LOOK_NAME))
        odds = (l->words <= 5 ? 4 : 2) + (has(l, LOOK_SURNAME) ? 2 : 0) - l->cue[KIND_BOILER];
    if (l->label == KIND_BYLINE && !l->empty_label)
        odds += l->words <= 14 ? 12 : 6;
    else if (l->label != KIND_COUNT)
        odds -= 6;
    if (l->end != END_NONE)
        odds -= 3;
    if (has(l, LOOK_FILE | LOOK_HOST | LOOK_CONTACT | LOOK_RIGHTS) || l->stamp)
        odds -= 6;
    if (l->section)
        odds -= 6;
    if (l->cue[KIND_BYLINE] && l->words < 8 && l->end == END_NONE)
        odds += l->cue[KIND_BYLINE];
    if (has(l, LOOK_MIXED)) /* Quốc TrinhÝ kiến bạn đọc */
        odds -= 4;
    odds -= l->head + l->tail > 5 ? 8 : (l->head + l->tail) / 2;
    return odds - l->cue[KIND_SOURCE] - (l->cue[KIND_SOURCE] > 2 ? 2 : 0);
}

static int source_odds(const Look *l)
{
    int odds = -6;
    if (l->label == KIND_SOURCE && !l->empty_label)
        odds += 13;
    else if (l->label != KIND_COUNT)
        odds -= 4;
    if (has(l, LOOK_HOST))
        odds += 12;
    if (has(l, LOOK_RIGHTS))
        odds += 13;
    odds += l->cue[KIND_SOURCE] * 3 / 2;
    if (has(l, LOOK_UPPER) && l->cue[KIND_SOURCE])
        odds += 2;
    if (has(l, LOOK_NAME | LOOK_UPPER) && l->cue[KIND_SOURCE] > 2)
        odds += 5;
    if (l->end == END_STOP)
        odds -= 3;
    if (l->words > 40)
        odds -= 6;
    if (l->stamp)
        odds -= 6;
    return odds;
}

/* CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN … over a page; at its foot an address comes next. */
static int16_t site_odds(const Look *l)
{
    bool name = l->publisher && l->end == END_NONE && l->words < 26 && !has(l, LOOK_RIGHTS);
    return name && l->label == KIND_COUNT && !l->numbers
               ? (int16_t)(source_odds(l) + (has(l, LOOK_UPPER) || l->words > 8 ? 3 : 1))
               : NEVER;
}

int part_ends(const Look *l)
{
    if (str_ends(l->text, STR("./."))) /* … giàu đẹp, văn minh./. */
        return 2;
    if (l->tail_words > 1 && l->tail_words < HEADLINE_WORDS && l->tail_small < 2 && !has(l, LOOK_CREDIT))
        return l->tail_small ? 3 : 6; /* … hội nghị. Minh Thảo */
    if (l->head > l->tail)            /* Hotline: 0913 222 333 over a page */
        return 0;
    if (has(l, LOOK_CONTACT | LOOK_RIGHTS) || (l->cue[KIND_SOURCE] > 6 && site_odds(l) == NEVER) ||
        (l->cue[KIND_BOILER] > 6 && (l->words > 3 || l->numbers))) /* Tòa soạn: alone a menu's word */
        return 4;
    return 0;
}

int part_begins(const Look *l)
{
    return l->first;
}

static Masthead masthead(const Look *l)
{
    if (!(l->body || l->publisher) || l->words < 2 || l->words > 8 || l->end != END_NONE || l->numbers ||
        l->label != KIND_COUNT || has(l, LOOK_CONTACT | LOOK_BULLET) || l->head || l->tail)
        return NO_MASTHEAD;
    return l->publisher || has(l, LOOK_LOWER) ? MASTHEAD_LINE : MASTHEAD_BODY;
}

/* Links to other pages read like headlines. */
static bool like_headline(const Look *l)
{
    return l->words > 5 && l->end != END_STOP && !l->head && !l->tail &&
           (l->words > 9 || (l->cue[KIND_BOILER] < 3 && !l->body));
}

/* Hộp thư công vụ: words of a menu as well as of a foot. */
static bool short_words(const Look *l)
{
    return l->words &&
           l->words <= (l->publisher ? 4
                        : l->body    ? 8
                                     : 6) &&
           l->end == END_NONE && !l->numbers &&
           !has(l, LOOK_LOWER | LOOK_BULLET | LOOK_ARROW | LOOK_DATED | LOOK_CONTACT);
}

/* A few words that no table knows: of a menu as well as of a foot. */
static bool stray(const Look *l)
{
    return short_words(l) && !l->head && !l->tail && !l->section && !l->publisher && !l->body &&
           l->label == KIND_COUNT && !has(l, LOOK_LONG | LOOK_NAME | LOOK_MIXED) &&
           !memchr(l->text.p, ':', l->text.n);
}

/* Thể thao, Ẩm thực: one word more of a menu, behind a rubric. */
static bool menu_word(const Look *l)
{
    enum { MENU_BYTES = 60 };
    if (l->text.n > MENU_BYTES || l->tool || l->numbers || has(l, LOOK_LONG | LOOK_CRUMBS))
        return false;
    return stray(l) || l->section || l->head > l->tail || (l->body && short_words(l));
}

/* A link to another page reads like a headline. */
static bool reads_like_link(const Look *l)
{
    return !has(l, LOOK_LONG | LOOK_CONTACT | LOOK_RIGHTS) && l->words > 5 && open_ended(l) && !l->head &&
           !l->tail && l->label == KIND_COUNT && !l->publisher && !l->cue[KIND_SOURCE] &&
           l->cue[KIND_BOILER] < 5 &&
           (!l->body || l->capital * 2 < l->words); /* Đảng ủy phường Phú Gia - Thành phố Phú Thái is none */
}

/* Báo Phú Thái điện tử - Cơ quan của Đảng bộ … */
static bool imprint(const Look *l)
{
    return site_odds(l) != NEVER && l->words > 10;
}

static bool stands_below(const Look *l)
{
    return l->tail > l->head || has(l, LOOK_DATED) || (l->stamp_tail && l->words > 4);
}

/* An address, a licence, a counter. */
static bool site_foot(const Look *l)
{
    if (has(l, LOOK_LONG) || l->head > l->tail)
        return false;
    return has(l, LOOK_CONTACT | LOOK_RIGHTS) || l->cue[KIND_BOILER] > 6 || l->cue[KIND_SOURCE] > 6 ||
           (l->tail > l->head && l->numbers);
}

/* Xã được công nhận ba danh hiệu:, but not Các tin khác: */
static bool announces(const Look *l)
{
    return l->end == END_COLON && l->words > 2 && !l->head && !l->tail && !l->box && l->label == KIND_COUNT;
}

/* A counter, an author, the end of a sentence: no head of a list of stray words. */
static bool rounds_off(const Look *l)
{
    return l->words && !stray(l) && l->head <= l->tail &&
           (l->numbers || l->label != KIND_COUNT || has(l, LOOK_NAME | LOOK_LONG) || stopped(l));
}

static bool item(const Look *l)
{
    return has(l, LOOK_BULLET) && !has(l, LOOK_STAR) && !l->head && !l->tail && l->label == KIND_COUNT;
}

Sight part_sight(const Look *l)
{
    return (Sight){.masthead = masthead(l),
                   .box = l->box,
                   .signs = l->label == KIND_BYLINE && l->empty_label,
                   .bare = l->bare,
                   .tool = l->tool,
                   .stray = stray(l),
                   .menu_word = menu_word(l),
                   .announces = announces(l),
                   .credit =
                       l->stamp || has(l, LOOK_NAME) || l->label == KIND_BYLINE || l->label == KIND_SOURCE,
                   .text = has(l, LOOK_LONG) || (stopped(l) && l->words > 9 && !l->tail),
                   .item = item(l),
                   .counts = item(l) && l->numbers && !l->stamp_tail && !has(l, LOOK_DATED | LOOK_CONTACT),
                   .link = reads_like_link(l),
                   .imprint = imprint(l),
                   .below = stands_below(l),
                   .site_foot = site_foot(l),
                   .rounds_off = rounds_off(l)};
}

/* What speaks against a line of a foot inside the text: counters, comments, addresses stand below all of it.
 */
static int outside(const Look *l)
{
    int odds = has(l, LOOK_CONTACT) ? 4 : l->tail > l->head + 2 ? 2 : 0;
    if (has(l, LOOK_ARROW)) /* >> Xem thêm: … */
        odds = 0;
    if (has(l, LOOK_NAME) && !l->tail && !l->head) /* an author */
        odds += 2;
    return odds + (menu_heading(l) ? 8 : 0);
}

static void spread(const Look *l, bool twice, int16_t odds[PARTS])
{
    int junk = junk_odds(l), body = body_odds(l), caption = caption_odds(l), stamp = l->stamp ? 11 : -14;
    int lead = has(l, LOOK_AGENCY) ? 6 : has(l, LOOK_DATELINE) ? 4 : 0;
    if (twice)
        caption += 5;
    /* unknown words rather stand below a page than above it, links to other pages nearly always */
    int menu = junk + l->head, foot = junk + l->tail;
    if (l->section && !l->head && !has(l, LOOK_CRUMBS))
        menu += 3;
    else if (has(l, LOOK_ROW))
        menu += 2;
    else if (!l->head && !l->tail && !short_words(l))
        menu -= like_headline(l) && !has(l, LOOK_DATED) ? 4 : 1;
    if (l->section && l->head && menu > 8) { /* Tin tức: over a headline a rubric, among others a menu */
        menu = 8;
        foot = foot > 6 ? 6 : foot;
    }
    if (has(l, LOOK_UPPER) && l->cue[KIND_BOILER] > 2 && l->words < 8 && !l->numbers) /* PHƯỜNG HÒA AN */
        menu += 1;
    if (has(l, LOOK_DEGREE)) /* Hà Giang, 27°C */
        menu += 2;
    odds[PART_MENU] = (int16_t)menu;
    odds[PART_TOOLS] = (int16_t)(menu - (l->section || l->first ? 4 : 0));
    odds[PART_RELATED] = (int16_t)(foot - outside(l));
    odds[PART_FOOT] = (int16_t)foot;
    odds[PART_CLOCK] = odds[PART_STAMP] = odds[PART_DATE] = (int16_t)stamp;
    if (l->clock)
        odds[PART_DATE] = (int16_t)(stamp - 4);
    odds[PART_SECTION] = (int16_t)section_odds(l);
    odds[PART_RUBRIC] = l->section && !has(l, LOOK_CRUMBS) ? 7 : NEVER;
    odds[PART_KICKER] = (int16_t)kicker_odds(l);
    odds[PART_TITLE] = (int16_t)title_odds(l);
    odds[PART_AUTHOR] = odds[PART_BYLINE] = (int16_t)byline_odds(l);
    odds[PART_LEAD] = (int16_t)(body + lead - (figured(l) ? 9 : 0)); /* never the first text */
    odds[PART_BODY] = (int16_t)(body - (lead ? 1 : 0));
    odds[PART_IMAGE] = has(l, LOOK_FILE) ? 9 : NEVER;
    odds[PART_CAPTION] = (int16_t)caption;
    odds[PART_PICTURE] = (int16_t)(caption - (one_scene(l) && !brief(l) ? 5 : 0)); /* rather the lead */
    bool credit = l->label == KIND_CAPTION && l->words < 7; /* a line of its own under the caption */
    odds[PART_CREDIT] = (int16_t)(caption + (credit ? 3 : has(l, LOOK_LOWER) && l->end != END_STOP ? 6 : -4));
    odds[PART_HEADING] = (int16_t)heading_odds(l);
    odds[PART_SOURCE] = (int16_t)source_odds(l);
    odds[PART_SITE] = site_odds(l);
    odds[PART_TEASER] = like_headline(l) ? (int16_t)junk : NEVER;
}

void part_odds(const Look *l, bool twice, int16_t odds[PARTS])
{
    for (size_t i = 0; i < PARTS; i++)
        odds[i] = NEVER;
    if (l->user_boiler) {
        odds[PART_MENU] = odds[PART_TOOLS] = odds[PART_RELATED] = odds[PART_FOOT] = 9;
        return;
    }
    if (has(l, LOOK_LONG)) {
        odds[PART_LEAD] = (int16_t)(9 + (has(l, LOOK_AGENCY) ? 6 : has(l, LOOK_DATELINE) ? 4 : 0));
        odds[PART_BODY] = has(l, LOOK_AGENCY) ? 0 : has(l, LOOK_DATELINE) ? 8 : 9;
        if (has(l, LOOK_CREDIT) || twice)
            odds[PART_CAPTION] = odds[PART_PICTURE] = 11;
        else if (l->text.n < 400)
            odds[PART_CAPTION] = odds[PART_PICTURE] = 2;
        if (l->text.n > ARTICLE_BYTES || (l->text.n > ARTICLE_BYTES / 2 && l->end == END_NONE))
            odds[PART_ARTICLE] = (int16_t)(odds[PART_BODY] + (l->text.n > 3000 ? 6 : 3));
        return;
    }
    spread(l, twice, odds);
}
