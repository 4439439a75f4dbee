/* SPDX-License-Identifier: ISC */
#include "glue.h"

#include "mask.h"
#include "utf8.h"

enum {
    SEEN_MAX = 64,
    ENDS = 300 /* as many bytes at both ends of a long line are looked at */
};

/* Is there an upper-case letter at byte i? For the letters that begin Vietnamese words. */
static inline bool upper_at(Str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    if (i + 1 >= s.n)
        return false;
    unsigned char d = (unsigned char)s.p[i + 1];
    switch (c) {
    case 0xC3:
        return d >= 0x80 && d <= 0x9E;
    case 0xC4:
        return d == 0x82 || d == 0x90 || d == 0xA8; /* Ă Đ Ĩ */
    case 0xC5:
        return d == 0xA8; /* Ũ */
    case 0xC6:
        return d == 0xA0 || d == 0xAF; /* Ơ Ư */
    case 0xE1:
        return (d == 0xBA || d == 0xBB) && i + 2 < s.n && !(s.p[i + 2] & 1);
    default:
        return false;
    }
}

/* What stands before byte i ends something: a lower-case letter, a digit, an end mark or closing sign, an
 * arrow or star (Top ↑, ★★★★★). */
static bool ends_before(Str s, size_t i)
{
    size_t at = i;
    uint32_t c = utf8_prev(s, &at);
    if (c == '.' || c == '!' || c == '?') { /* TP.HCM, T.Ư: no end */
        if (!at)
            return false;
        uint32_t before = utf8_prev(s, &at);
        return cp_is_lower(before) || (before >= '0' && before <= '9') || before == ')' || before == '/' ||
               before == '.' || before == 0x201D;
    }
    return cp_is_lower(c) || (c >= '0' && c <= '9') || c == ')' || c == ']' || c == '>' || c == 0x201D ||
           c == 0x2026 || c == '|' || (c >= 0x2190 && c <= 0x21FF) || c == 0x2605 || c == 0x2606;
}

/* TTĐTChủ: the last capital of a run of three or more begins a word of lower-case letters. */
static bool run_of_capitals(Str s, size_t i)
{
    size_t at = i, n = 0;
    while (at && n < 3) {
        size_t before = at;
        uint32_t c = utf8_prev(s, &before);
        if (!cp_is_upper(c))
            break;
        at = before;
        n++;
    }
    if (n < 2)
        return false;
    size_t next = i;
    utf8_next(s, &next);
    if (next >= s.n)
        return false;
    uint32_t follows = utf8_next(s, &next);
    return cp_is_lower(follows);
}

/* …thôn» Tin tức, …thôn© Báo …; but no quotation «…» */
static bool crumb_at(Str s, size_t i)
{
    if (i + 3 >= s.n)
        return false;
    if ((unsigned char)s.p[i + 1] == 0xA9)
        return true;
    if ((unsigned char)s.p[i + 1] != 0xBB || s.p[i + 2] != ' ')
        return false;
    for (size_t k = 1; k < i; k++)
        if ((unsigned char)s.p[k - 1] == 0xC2 && (unsigned char)s.p[k] == 0xAB)
            return false;
    return true;
}

/* …[ Cập nhật vào ngày …; ….>> TIN TỨC; …thôn» Tin tức */
static bool opens_at(Str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    if (c == 0xC2)
        return crumb_at(s, i) && ends_before(s, i);
    if (c != '[' && c != '>' && c != '<' && c != '(')
        return false;
    size_t at = i;
    uint32_t before = utf8_prev(s, &at);
    bool figure = before >= '0' && before <= '9';
    return cp_is_lower(before) || before == '.' || before == ')' ||
           (c != '(' && (figure || cp_is_upper(before)));
}

/* …quảng cáo26/05/2020 - 15:36 */
static bool date_opens_at(Str s, size_t i)
{
    size_t at = i;
    if (i + 3 >= s.n || !cp_is_lower(utf8_prev(s, &at)))
        return false;
    return s.p[i + 1] == '/' || s.p[i + 2] == '/' || s.p[i + 2] == ':' || s.p[i + 2] == '-';
}

static inline bool glued_at(Str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    char before = s.p[i - 1];
    if (before == ' ' || before == '(' || before == '"' || before == '/')
        return false;
    if (before == '-') /* "--- Liên kết ---Chủ nhật", but Díaz-Canel */
        return i > 1 && s.p[i - 2] == '-' && upper_at(s, i);
    if (upper_at(s, i))
        return ends_before(s, i) || run_of_capitals(s, i);
    if (c >= '0' && c <= '9')
        return !(before >= '0' && before <= '9') && date_opens_at(s, i);
    return opens_at(s, i);
}

static inline Lane is(Lane w, unsigned char byte)
{
    return lane_equal(w, lane_each(byte));
}

/* Which of the bytes of a lane behind p[0] may begin a glued word: a capital, digit or opening sign that
 * follows no space, nor another capital unless a small letter comes next. Reads p[-1] to p[LANE + 1]. */
static inline uint64_t may_be_glued(const char *p)
{
    Lane w = lane_load(p), before = lane_load(p - 1), next = lane_load(p + 1), third = lane_load(p + 2);
    Lane latin = lane_and(w, lane_each(0xFE));
    Lane capital = lane_between(w, 'A', 'Z');
    capital = lane_or(capital, lane_and(is(w, 0xE1), lane_not(lane_up(third, 7)))); /* Ạ: even */
    capital = lane_or(capital, lane_and(is(w, 0xC3), lane_not(lane_up(next, 2)))); /* À to Þ: bit 5 clear */
    capital = lane_or(capital, lane_and(is(latin, 0xC4), lane_not(lane_up(next, 7)))); /* Ă Đ Ĩ Ũ: even */
    capital = lane_or(capital, lane_and(is(w, 0xC6), lane_or(is(next, 0xA0), is(next, 0xAF)))); /* Ơ Ư */
    Lane run = lane_between(before, 'A', 'Z');
    Lane small_next = lane_or(lane_between(next, 'a', 'z'), next);
    Lane sign = lane_or(lane_or(is(w, '['), is(w, '>')), lane_or(is(w, '('), is(w, 0xC2)));
    sign = lane_or(sign, is(w, '<'));
    Lane digit = lane_and(lane_between(w, '0', '9'), lane_or(lane_between(before, 'a', 'z'), before));
    Lane may = lane_or(lane_and(capital, lane_or(lane_not(run), small_next)), lane_or(sign, digit));
    return lane_bits(lane_and(may, lane_not(is(before, ' '))));
}

typedef struct {
    uint32_t at[SEEN_MAX];
    size_t n;
} Seen;

static void see(Seen *seen, size_t at)
{
    if (at && seen->n < SEEN_MAX && (!seen->n || seen->at[seen->n - 1] < at))
        seen->at[seen->n++] = (uint32_t)at;
}

/* The same of the block at byte i of s. */
static inline uint64_t block_may_be_glued(Str s, size_t i)
{
    enum { BEFORE = 1, BEHIND = 2 };
    char room[BEFORE + BLOCK + BEHIND];
    const char *p = s.p + i;
    if (s.n - i < BLOCK + BEHIND) {
        memset(room, ' ', sizeof room);
        memcpy(room, p - BEFORE, BEFORE + s.n - i);
        p = room + BEFORE;
    }
    uint64_t may = 0;
    for (unsigned k = 0; k < BLOCK; k += LANE)
        may |= may_be_glued(p + k) << k;
    return may;
}

/* Bytes [from, to) of s, from > 0. */
static void scan(Str s, size_t from, size_t to, Seen *seen)
{
    for (size_t i = from; i < to; i += BLOCK) {
        uint64_t may = block_may_be_glued(s, i);
        if (to - i < BLOCK)
            may &= (UINT64_C(1) << (to - i)) - 1;
        for (; may; may &= may - 1) {
            size_t at = i + (size_t)__builtin_ctzll(may);
            if (glued_at(s, at))
                see(seen, at);
        }
    }
}

/* T.QTin trong tỉnh …: an author's initials open the line; the byte behind them, 0 for none. */
static size_t initials_end(Str s)
{
    size_t at = 0;
    while (at + 3 < s.n && s.p[at] >= 'A' && s.p[at] <= 'Z' && s.p[at + 1] == '.')
        at += 2;
    return at && s.p[at] >= 'A' && s.p[at] <= 'Z' && upper_at(s, at + 1) ? at + 1 : 0;
}

size_t glue_places(const Look *look, uint32_t places[GLUE_MAX])
{
    Str s = look->text;
    Seen seen = {.n = 0};
    if (look->flags & (LOOK_FILE | LOOK_HOST))
        return 0;
    see(&seen, initials_end(s));
    if (look->stamp_head)
        see(&seen, look->stamp_head);
    size_t inside = look->inside && look->inside > look->stamp_head ? look->inside : 0;
    size_t head = s.n > 3 * ENDS ? ENDS : s.n;
    if (inside) {
        scan(s, 1, inside, &seen);
        see(&seen, inside);
        scan(s, inside + 1, head, &seen);
    } else {
        scan(s, 1, head, &seen);
    }
    if (head < s.n)
        scan(s, s.n - ENDS, s.n, &seen);
    if (look->stamp_tail)
        see(&seen, look->stamp_tail);
    see(&seen, look->stamp_end);
    size_t out = 0;
    for (size_t i = 0; i < seen.n; i++) /* the first one and the last ones */
        if (seen.n <= GLUE_MAX || i == 0 || i + GLUE_MAX > seen.n)
            if (out < GLUE_MAX)
                places[out++] = seen.at[i];
    return out;
}
