/* SPDX-License-Identifier: ISC */
#include "look.h"

#include "address.h"
#include "crumbs.h"
#include "dates.h"
#include "phrases.h"
#include "stamps.h"
#include "syllable.h"
#include "utf8.h"

enum {
    LONG_BYTES = 240, /* a line of this length with an end mark is running text */
    ENDLESS = 700,    /* one of this length is running text or a menu, never a title */
    HEAD_BYTES = 72,  /* as much of a long line is looked at */
    SEAM_BYTES = 160, /* a line of this length may be a paragraph and the next page's headline */
    TAIL_BYTES = 90   /* a credit stands in as many bytes at its end */
};

/* Bytes of a space or closing sign behind the end mark, 0 for none. */
static size_t closing_sign(Str s)
{
    switch (s.n ? (unsigned char)s.p[s.n - 1] : 0) {
    case ' ':
    case '"':
    case ')':
    case ']':
    case '*':
        return 1;
    case 0xBB:
        return str_ends(s, STR("»")) ? 2 : 0;
    case 0x9D:
        return str_ends(s, STR("”")) ? 3 : 0;
    case 0x99:
        return str_ends(s, STR("’")) ? 3 : 0;
    default:
        return 0;
    }
}

static EndMark end_mark(Str s)
{
    for (size_t n; (n = closing_sign(s)) != 0;)
        s.n -= n;
    if (!s.n)
        return END_NONE;
    switch (s.p[s.n - 1]) {
    case '.':
        return END_STOP;
    case '?':
    case '!':
        return END_ASK;
    case ':':
        return END_COLON;
    case ';':
        return END_SEMICOLON;
    case ',':
        return END_COMMA;
    default:
        return str_ends(s, STR("…")) ? END_STOP : END_NONE;
    }
}

/* LSO-Sáng …, TTH - …, (BĐ) - …, (baothanhhoa.vn) - …: the token behind the dash, 0 for none. */
static size_t agency_end(const Token *t, size_t n)
{
    if (n > 2 && t[0].type == TOKEN_WORD && (t[0].flags & TOKEN_UPPER) && t[0].nch >= 2 && t[0].nch <= 8 &&
        token_mark(t, n, 1) == '-' && (t[2].flags & TOKEN_CAP))
        return 2;
    if (token_mark(t, n, 0) != '(')
        return 0;
    for (size_t i = 1; i < n && i < 10; i++)
        if (token_mark(t, n, i) == ')')
            return i + 2 < n && i > 1 && token_mark(t, n, i + 1) == '-' ? i + 2 : 0;
    return 0;
}

/* Sáng 6/7, …; Chiều ngày 5/7 …; Ngày 28-10, …; Trong 2 ngày 14 - 15/5; Sáng nay (23/9) … */
static bool dateline_at(const Words *w, Str text, const Token *t, size_t n, size_t i)
{
    if (i >= n || t[i].type != TOKEN_WORD)
        return false;
    uint32_t first = t[i].word;
    bool session = first == w->morning || first == w->noon || first == w->afternoon || first == w->evening ||
                   first == w->night;
    if (!session && first != w->day && first != w->in)
        return false;
    for (size_t k = i + 1; k < n && k < i + 8; k++)
        if (day_month_at(text, t, n, k))
            return true;
    return session && i + 1 < n && t[i + 1].word == w->today;
}

static void look_at_opening(const Words *w, Str text, const Token *t, size_t n, Look *look)
{
    size_t at = agency_end(t, n);
    if (at)
        look->flags |= LOOK_AGENCY;
    if (dateline_at(w, text, t, n, at))
        look->flags |= LOOK_DATELINE;
}

/* Ảnh: N.H at the end, with or without brackets, Ảnh Minh Hà, (Ảnh tư liệu), but no cuộc thi ảnh áo dài */
static bool credit_at_end(const Words *w, const Token *t, size_t n)
{
    for (size_t i = n > 14 ? n - 14 : 2; i + 1 < n; i++) {
        if (t[i].word != w->photo)
            continue;
        if (token_mark(t, n, i + 1) == ':' || (i + 3 >= n && (t[i].flags | t[i + 1].flags) & TOKEN_CAP))
            return true;
    }
    return false;
}

/* Words that all begin in upper case, in one or more runs of one to five: Thanh Loan (BCB), TRÍ DŨNG, A - B.
 */
static bool is_name(const Words *w, const Token *t, size_t n)
{
    size_t run = 0, runs = 0, words = 0;
    if (n && token_mark(t, n, n - 1) == ')') { /* (BCB) */
        size_t open = n - 1;
        while (open && token_mark(t, n, open) != '(')
            open--;
        if (n - open > 9)
            return false;
        n = open;
    }
    for (size_t i = 0; i < n; i++) {
        if (t[i].type == TOKEN_NUMBER)
            return false;
        if (!i && token_mark(t, n, 0) == '|') /* | Minh Hà, cut off a stamp */
            continue;
        if (t[i].type == TOKEN_WORD) {
            if (t[i].word == w->and &&run) {
                run = 0;
                continue;
            }
            if (!(t[i].flags & TOKEN_CAP) || ++run > 5)
                return false;
            runs += run == 1;
            words++;
            continue;
        }
        char c = token_mark(t, n, i);
        if (c == '-' || c == ',' || c == '&' || c == '/')
            run = 0;
        else if (c != '.')
            return false;
    }
    return words >= 2 && words <= 12 && runs <= 4;
}

static void look_at_label(const Words *w, const Token *t, size_t n, Look *look)
{
    size_t i = 0;
    while (i < n && t[i].type == TOKEN_MARK)
        i++;
    uint32_t kind;
    size_t k = lexicon_match(w->lexicon, W_LABEL, t, n, i, &kind);
    look->label = KIND_COUNT;
    if (!k)
        return;
    size_t rest = i + k;
    bool colon = token_mark(t, n, rest) == ':';
    if (colon)
        rest++;
    size_t words = 0, capital = 0;
    for (size_t j = rest; j < n; j++) {
        words += t[j].type == TOKEN_WORD;
        capital += t[j].type == TOKEN_WORD && (t[j].flags & TOKEN_CAP);
    }
    bool bracketed = token_mark(t, n, 0) == '(' && token_mark(t, n, n - 1) == ')' && words && words < 9;
    if (rest == n && colon) {
        look->label = (Kind)kind;
        look->empty_label = true;
    } else if (bracketed && kind == KIND_SOURCE) { /* (Theo UBKT Tỉnh ủy) */
        look->label = (Kind)kind;
    } else if (colon || (words && words == capital && words <= 7 && (t[rest].flags & TOKEN_SPACE))) {
        look->label = (Kind)kind;
    }
}

/* "HaNet", "CMSTrang": a capital behind a small letter, or a small letter behind a run of capitals */
static bool is_mixed(Str word)
{
    size_t at = 0, upper = 0;
    bool lower = false;
    while (at < word.n) {
        uint32_t c = utf8_next(word, &at);
        if (cp_is_upper(c)) {
            if (lower)
                return true;
            upper++;
        } else {
            lower = true;
            if (upper > 2)
                return true;
        }
    }
    return false;
}

/* … or a figure before a word: "24/24Xã" */
static bool glued_token(Str text, const Token *t, size_t n, size_t i)
{
    if (t[i].type == TOKEN_NUMBER)
        return i + 1 < n && t[i + 1].type == TOKEN_WORD && !(t[i + 1].flags & (TOKEN_SPACE | TOKEN_UPPER)) &&
               (t[i + 1].flags & TOKEN_CAP);
    return t[i].type == TOKEN_WORD && t[i].nch > 3 && !(t[i].flags & (TOKEN_UPPER | TOKEN_SYLLABLE)) &&
           is_mixed(token_str(text, &t[i]));
}

/* Hà Tĩnh: Huyện Đức Thọ …; Bí thư Huyện ủy Lý Văn Páo: “Không ai …”: capitalised words, or four of any, and
 * a colon before a headline */
static bool is_placed(const Token *t, size_t n)
{
    enum { FAR = 14 };
    size_t i = 0, capital = 0;
    for (; i < n && i < FAR && t[i].type == TOKEN_WORD; i++)
        capital += (t[i].flags & TOKEN_CAP) != 0;
    if (i < 2 || (capital < i && i < 4) || token_mark(t, n, i) != ':' || i + 5 >= n)
        return false;
    return (t[i + 1].flags & TOKEN_CAP) || t[i + 1].type == TOKEN_MARK;
}

static void look_at_words(Str text, const Token *t, size_t n, Look *look)
{
    size_t upper = 0;
    for (size_t i = 0; i < n; i++) {
        if (t[i].type == TOKEN_WORD) {
            look->words++;
            look->capital += (t[i].flags & TOKEN_CAP) != 0;
            upper += (t[i].flags & TOKEN_UPPER) != 0;
        }
        look->numbers += t[i].type == TOKEN_NUMBER;
        if (glued_token(text, t, n, i))
            look->flags |= LOOK_MIXED;
    }
    if (look->words && upper == look->words)
        look->flags |= LOOK_UPPER;
}

/* How it begins: in lower case, with a bullet, a quotation mark, a number. */
static void look_at_first(Str text, const Token *t, size_t n, Look *look)
{
    Str first = token_str(text, &t[0]);
    bool apart = n > 1 && (t[1].flags & TOKEN_SPACE);
    if (t[0].type == TOKEN_WORD && !(t[0].flags & TOKEN_CAP))
        look->flags |= LOOK_LOWER;
    if (cell_has(STR("•|*|+|●|►|▪|·"), first) || (apart && token_mark(t, n, 0) == '-'))
        look->flags |= LOOK_BULLET;
    if (apart && token_mark(t, n, 0) == '*')
        look->flags |= LOOK_STAR;
    if (cell_has(STR("\"|“|'|‘"), first))
        look->flags |= LOOK_QUOTED;
    char second = token_mark(t, n, 1);
    if ((second == '.' || second == ')' || second == '/') && n > 2 && t[0].nch <= 4 &&
        (t[0].type == TOKEN_NUMBER || (t[0].flags & TOKEN_UPPER) || t[0].nch == 1) &&
        (t[2].flags & TOKEN_SPACE))
        look->flags |= LOOK_NUMBERED;
}

/* Thu nội địa: 1.065 tỷ đồng; Heo hơi: từ 29.000 đến 31.500 đồng/kg */
static bool figure_behind(const Token *t, size_t n, size_t i)
{
    if (token_mark(t, n, i) != ':' || i + 3 > n || !(t[i + 1].flags & TOKEN_SPACE))
        return false;
    return t[i + 1].type == TOKEN_NUMBER || (t[i + 2].type == TOKEN_NUMBER && t[i + 1].type == TOKEN_WORD);
}

static void look_at_marks(Str text, const Token *t, size_t n, Look *look)
{
    if (str_starts(text, STR("**")) && str_ends(text, STR("**")))
        look->flags |= LOOK_BOLD;
    if (str_starts(text, STR("|")) && str_ends(text, STR("|")) && text.n > 2)
        look->flags |= LOOK_PIPES;
    for (size_t i = 0; i < n; i++) {
        if (i > 1 && figure_behind(t, n, i))
            look->flags |= LOOK_FIGURED;
        if (str_eq(token_str(text, &t[i]), STR("°")))
            look->flags |= LOOK_DEGREE;
        if (str_eq(token_str(text, &t[i]), STR("©")))
            look->flags |= LOOK_RIGHTS;
        if (token_mark(t, n, i) == '.' && i > 1 && i + 2 < n && t[i - 1].nch > 1 &&
            !(t[i - 1].flags & TOKEN_UPPER) && (t[i + 1].flags & TOKEN_SPACE) && (t[i + 1].flags & TOKEN_CAP))
            look->flags |= LOOK_SENTENCES;
    }
}

/* A name in it: Lý Thu Ngần. */
static void look_at_names(const Words *w, const Token *t, size_t n, Look *look)
{
    uint32_t value;
    for (size_t i = 0, run = 0; i < n; i++) {
        bool name = t[i].type == TOKEN_WORD && (t[i].flags & TOKEN_CAP) && !(t[i].flags & TOKEN_UPPER);
        run = name && (run || lexicon_match(w->lexicon, W_SURNAME, t, n, i, &value)) ? run + 1 : 0;
        if (run == 3)
            look->flags |= LOOK_PERSON;
        if (run > 2 && i < 5 && token_mark(t, n, i + 1) == '-' && (look->flags & LOOK_SURNAME))
            look->flags |= LOOK_SIGNED;
        if (run && i == (t[0].type == TOKEN_MARK))
            look->flags |= LOOK_SURNAME;
    }
    if ((look->flags & LOOK_UPPER) && lexicon_match(w->lexicon, W_SURNAME, t, n, 0, &value))
        look->flags |= LOOK_SURNAME;
    if (is_name(w, t, n))
        look->flags |= LOOK_NAME;
}

static void look_at_shape(const Words *w, Str text, const Token *t, size_t n, Look *look)
{
    look_at_words(text, t, n, look);
    if (!n)
        return;
    look_at_first(text, t, n, look);
    look_at_marks(text, t, n, look);
    look_at_names(w, t, n, look);
    if (is_placed(t, n))
        look->flags |= LOOK_PLACED;
    if (credit_at_end(w, t, n))
        look->flags |= LOOK_CREDIT;
}

/* RSSNÔNG, DŨNGHỘI: where the longest syllable that ends a word of capitals begins, or, LỘCUBND, where the
 * longest one that begins it ends. */
static size_t capitals_part(Str word)
{
    size_t letters = 0, at = 0, prefix = 0;
    while (at < word.n) {
        if (++letters > 2 && syllable_valid(str_from(word, at)))
            return at;
        if (letters > 3 && at + 3 <= word.n && syllable_valid(str_sub(word, 0, at)))
            prefix = at;
        utf8_next(word, &at);
    }
    return prefix;
}

static void look_at_inside(const Words *w, Str text, const Token *t, size_t n, Look *look)
{
    for (size_t i = 0; i < n && !look->inside; i++) {
        if (t[i].word == w->date && i && full_date_at(text, t, n, i + 1)) {
            look->inside = t[i].at; /* " date 2023-10 " that a crawler puts before a page */
        } else if ((t[i].flags & TOKEN_UPPER) && t[i].nch >= 5 && !(t[i].flags & TOKEN_SYLLABLE)) {
            size_t at = capitals_part(token_str(text, &t[i]));
            if (at) {
                look->inside = (uint32_t)(t[i].at + at);
                look->flags |= LOOK_MIXED;
            }
        }
    }
}

static Str head_of(Str text, size_t bytes)
{
    if (text.n <= bytes)
        return text;
    while (bytes && text.p[bytes] != ' ')
        bytes--;
    return str_sub(text, 0, bytes ? bytes : text.n < 400 ? text.n : 0);
}

/* "… chủ chốt dự. Minh Thảo Đảng ủy xã Tân Lộc: Hoàn thành …": what stands behind the last sentence. */
static void look_at_tail(Str text, Look *look)
{
    size_t at = text.n, words = 0, small = 0;
    while (at > 1 && words < 60) {
        at--;
        if (text.p[at] != ' ')
            continue;
        words++;
        size_t before = at, behind = at + 1;
        uint32_t c = utf8_prev(text, &before), next = utf8_next(text, &behind);
        bool source = str_starts(str_from(text, at + 1), STR("theo ")); /* … nói thêm. theo Trí Thức Trẻ */
        if (cp_is_lower(next) && !source) {                             /* “Diên Hồng” lần 2 */
            small++;
            continue;
        }
        if (c == '.' || c == '?' || c == '!' || c == ')' || c == 0x201D || c == 0x2026) {
            look->tail_at = (uint32_t)at + 1;
            look->tail_words = (uint32_t)words;
            look->tail_small = (uint32_t)small;
            return;
        }
    }
}

static bool has_digit(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9')
            return true;
    return false;
}

/* The beginning of a long line: a dateline, an agency's mark, a stamp before the text. */
static void look_at_head(Words *w, Str text, Look *look)
{
    unsigned char first = (unsigned char)text.p[0], second = (unsigned char)text.p[1];
    bool capitals = first >= 'A' && first <= 'Z' && ((second >= 'A' && second <= 'Z') || second > 0xC2);
    if (!w->opens[first] && !capitals && first != '(' && !(first >= '0' && first <= '9'))
        return;
    Token *t;
    Str head = head_of(text, HEAD_BYTES);
    if (!has_digit(head) && first != '(')
        return;
    size_t n = tokenize(w->tokenizer, head, &t);
    look_at_opening(w, head, t, n, look);
    StampRun run = stamp_run(w, head, t, n, 0);
    if (run.dated && run.end < n && (run.bracketed || run.timed || run.labelled))
        look->stamp_head = t[run.end].at;
}

/* Ảnh: … at the end of a long caption */
static void look_at_credit(Words *w, Str text, Look *look)
{
    size_t from = text.n - TAIL_BYTES;
    const char *colon = memchr(text.p + from, ':', TAIL_BYTES);
    if (!colon || colon[-1] != 'h')
        return;
    while (from < text.n && text.p[from] != ' ')
        from++;
    Token *t;
    Str tail = str_from(text, from);
    size_t n = tokenize(w->tokenizer, tail, &t);
    if (credit_at_end(w, t, n))
        look->flags |= LOOK_CREDIT;
}

static void look_at_long(Words *w, Str text, Look *look)
{
    look->words = (uint32_t)(text.n / 6);
    look->flags |= LOOK_LONG;
    if (look->end == END_NONE || look->end == END_ASK)
        look_at_tail(text, look);
    look_at_head(w, text, look);
    if (text.n < 3 * LONG_BYTES)
        look_at_credit(w, text, look);
}

/* Báo Phú Gia điện tử - www.baophugia.vn: a publisher and its site. */
static bool names_site(Str text, Look *look)
{
    enum { SITE_WORDS = 16, NAMES_SITE = 3 };
    if (look->words > SITE_WORDS || look->numbers || look->cue[KIND_SOURCE] < NAMES_SITE ||
        look->label != KIND_COUNT)
        return false;
    size_t at = text.n;
    while (at && text.p[at - 1] != ' ' && text.p[at - 1] != '(')
        at--;
    Str host = str_from(text, at);
    if (str_ends(host, STR(")")))
        host.n--;
    if (!at || !is_host(host))
        return false;
    look->publisher = true;
    return true;
}

void look_at(Words *w, Str text, Look *look)
{
    memset(look, 0, sizeof *look);
    look->text = text;
    look->end = end_mark(text);
    look->label = KIND_COUNT;
    tokenizer_reset(w->tokenizer);
    bool ended = look->end == END_STOP || look->end == END_ASK || look->end == END_SEMICOLON;
    if ((text.n >= LONG_BYTES && ended) || text.n >= ENDLESS) {
        look_at_long(w, text, look);
        if (!w->n_regex)
            return;
    } else {
        Token *t;
        size_t n = tokenize(w->tokenizer, text, &t);
        look_at_shape(w, text, t, n, look);
        if (text.n >= SEAM_BYTES && (look->flags & LOOK_SENTENCES))
            look_at_tail(text, look);
        look_at_opening(w, text, t, n, look);
        look_at_crumbs(w, text, t, n, look);
        look_at_phrases(w, t, n, look);
        look_at_label(w, t, n, look);
        look_at_stamps(w, text, t, n, look);
        look_at_inside(w, text, t, n, look);
        if (is_file(text))
            look->flags |= LOOK_FILE;
        else if (is_host(text))
            look->flags |= LOOK_HOST;
        if (names_site(text, look))
            look->flags |= LOOK_HOST;
        else if (has_contact(text))
            look->flags |= LOOK_CONTACT;
    }
    for (size_t i = 0; i < w->n_regex && !look->user_boiler; i++) {
        RegexResult found = regex_match(w->regex[i], text);
        look->user_boiler = found == REGEX_YES;
        w->gave_up += found == REGEX_LIMIT;
    }
}
