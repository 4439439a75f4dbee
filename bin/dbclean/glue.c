/* SPDX-License-Identifier: ISC */
#include "glue.h"

#include "syllable.h"
#include "utf8.h"

enum {
    SEEN_MAX = 64,
    ENDS = 300 /* as many bytes at both ends of a long line are looked at */
};

/* Is there an upper-case letter at byte i? For the letters that begin Vietnamese words. */
static bool upper_at(Str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    if (c < 0xC3 || c > 0xE1)
        return false;
    size_t at = i;
    return cp_is_upper(utf8_next(s, &at));
}

/* What stands before byte i ends something: a lower-case letter, a digit, an end mark or closing sign. */
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
           c == 0x2026 || c == '|';
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

/* RSSNÔNG, DŨNGHỘI: where the longest syllable that ends a word of capitals begins. `end` is behind the word.
 */
static size_t last_syllable(Str s, size_t from, size_t end)
{
    size_t letters = 0, at = from;
    while (at < end) {
        if (++letters > 2 && syllable_valid(str_sub(s, at, end - at)))
            return at;
        utf8_next(s, &at);
    }
    return 0;
}

/* A run of five capitals or more that begins at byte i and is no syllable: its end, 0 for none. */
static size_t long_capitals(Str s, size_t i)
{
    size_t at = i, n = 0;
    while (at < s.n) {
        size_t next = at;
        if (!cp_is_upper(utf8_next(s, &next)))
            break;
        at = next;
        n++;
    }
    return n >= 5 && (at == s.n || s.p[at] == ' ') && !syllable_valid(str_sub(s, i, at - i)) ? at : 0;
}

static size_t capitals_glued_at(Str s, size_t i)
{
    size_t end = upper_at(s, i) ? long_capitals(s, i) : 0;
    return end ? last_syllable(s, i, end) : 0;
}

/* " date 2023-10 " that a crawler puts before a page */
static bool crawl_date_at(Str s, size_t i)
{
    return s.p[i] == 'd' && str_starts(str_from(s, i), STR("date 20"));
}

static bool glued_at(Str s, size_t i)
{
    char c = s.p[i], before = s.p[i - 1];
    if (before == ' ' || before == '(' || before == '"' || before == '/' || before == '-')
        return false;
    if (c == '[' || c == '>' || c == '(') { /* …[ Cập nhật vào ngày …; ….>> TIN TỨC */
        size_t at = i;
        uint32_t b = utf8_prev(s, &at);
        return cp_is_lower(b) || b == '.' || b == ')';
    }
    if (str_starts(str_from(s, i), STR("»")) || str_starts(str_from(s, i), STR("©")))
        return ends_before(s, i);
    if (c >= '0' && c <= '9') { /* …quảng cáo26/05/2020 - 15:36 */
        size_t at = i;
        uint32_t b = utf8_prev(s, &at);
        return cp_is_lower(b) && i + 3 < s.n &&
               (s.p[i + 1] == '/' || s.p[i + 2] == '/' || s.p[i + 2] == ':' || s.p[i + 2] == '-');
    }
    if (crawl_date_at(s, i))
        return true;
    return upper_at(s, i) && (ends_before(s, i) || run_of_capitals(s, i));
}

/* Behind the last sentence of a long line a headline may stand, with or without the author before it. */
static size_t tail_places(const Look *look, uint32_t *places, size_t room)
{
    Str s = look->text;
    size_t n = 0, words = 0;
    for (size_t i = look->tail_at; i < s.n && words < 6 && n < room; i++) {
        if (i > look->tail_at && s.p[i - 1] != ' ')
            continue;
        if (!upper_at(s, i))
            break;
        if (words != 1)
            places[n++] = (uint32_t)i;
        words++;
    }
    return n;
}

size_t glue_places(const Look *look, uint32_t places[GLUE_MAX])
{
    Str s = look->text;
    uint32_t seen[SEEN_MAX];
    size_t n = 0;
    if (look->flags & (LOOK_FILE | LOOK_HOST))
        return 0;
    if (look->tail_words >= 8)
        return tail_places(look, places, GLUE_MAX);
    if (look->stamp_head)
        seen[n++] = look->stamp_head;
    for (size_t i = 1; i < s.n; i++) {
        if (i == ENDS && s.n > 3 * ENDS)
            i = s.n - ENDS;
        unsigned char c = (unsigned char)s.p[i];
        if ((c & 0xC0) == 0x80)
            continue;
        if (i == 1 || s.p[i - 1] == ' ') {
            size_t at = s.n < 600 ? capitals_glued_at(s, i == 1 ? 0 : i) : 0;
            if (!at && s.n < 600 && crawl_date_at(s, i))
                at = i;
            if (at && n < SEEN_MAX && (!n || seen[n - 1] < at))
                seen[n++] = (uint32_t)at;
            if (i > 1)
                continue;
        }
        if (glued_at(s, i)) {
            if (n && seen[n - 1] >= i)
                continue;
            if (n == SEEN_MAX)
                break;
            seen[n++] = (uint32_t)i;
        }
    }
    if (look->stamp_tail && (!n || seen[n - 1] < look->stamp_tail) && n < SEEN_MAX)
        seen[n++] = look->stamp_tail;
    size_t out = 0;
    for (size_t i = 0; i < n; i++) /* the first one and the last ones */
        if (n <= GLUE_MAX || i == 0 || i + GLUE_MAX > n)
            if (out < GLUE_MAX)
                places[out++] = seen[i];
    return out;
}
