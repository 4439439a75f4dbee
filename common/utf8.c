/* SPDX-License-Identifier: ISC */
#include "utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "mask.h"

uint32_t utf8_prev(Str s, size_t *at)
{
    size_t i = *at - 1;

    while (((unsigned char)s.p[i] & 0xC0) == 0x80)
        i--;
    *at = i;
    return utf8_next(s, &i);
}

static bool continues(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

/* Bytes at the front of p that are a valid sequence (*valid) or, failing that, the start of one: what Unicode
 * calls the maximal subpart, at least one byte. n is not 0. */
static size_t sequence(const unsigned char *p, size_t n, bool *valid)
{
    unsigned char c = p[0], low = 0x80, high = 0xBF;
    size_t want, i;

    *valid = true;
    if (c < 0x80)
        return 1;
    *valid = false;
    if (c < 0xC2 || c > 0xF4)
        return 1;
    want = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    /* No overlong forms, surrogates, or code points above U+10FFFF. */
    if (c == 0xE0)
        low = 0xA0;
    else if (c == 0xED)
        high = 0x9F;
    else if (c == 0xF0)
        low = 0x90;
    else if (c == 0xF4)
        high = 0x8F;
    if (n < 2 || p[1] < low || p[1] > high)
        return 1;
    for (i = 2; i < want; i++)
        if (i >= n || !continues(p[i]))
            return i;
    *valid = true;
    return want;
}

size_t utf8_valid(Str s)
{
    bool valid;
    size_t n;

    if (s.n == 0)
        return 0;
    n = sequence((const unsigned char *)s.p, s.n, &valid);
    return valid ? n : 0;
}

/* From byte i on, where a character begins: what is not part of valid UTF-8 before `end`; failing that where
 * the first character begins that does not begin before it. */
static size_t check_slowly(Str s, size_t i, size_t end)
{
    bool valid = true;
    while (i < end) {
        size_t k = sequence((const unsigned char *)s.p + i, s.n - i, &valid);
        if (!valid)
            break;
        i += k;
    }
    return i;
}

/* First byte of the character that byte i belongs to. */
static size_t character_of(Str s, size_t i)
{
    while (i > 0 && continues((unsigned char)s.p[i]))
        i--;
    return i;
}

/* Which bytes of a lane need a second look: those that do not go on with a character where the two before
 * them ask for it, or do where they do not; C0, C1, E0, and all from E3 on. E1 and E2 serve nearly all text.
 */
static inline Lane doubtful(const char *p)
{
    Lane lane = lane_load(p), before = lane_load(p - 1), second = lane_load(p - 2);
    Lane asked = lane_or(lane_from(before, 0xC0), lane_from(second, 0xE0));
    Lane wrong = lane_xor(asked, lane_and(lane, lane_not(lane_up(lane, 1))));
    Lane c0 = lane_equal(lane_and(lane, lane_each(0xFE)), lane_each(0xC0));
    Lane e0 = lane_equal(lane, lane_each(0xE0));
    return lane_or(lane_or(wrong, c0), lane_or(e0, lane_from(lane, 0xE3)));
}

static bool block_doubtful(const char *p)
{
    Lane found = doubtful(p);
    for (unsigned i = LANE; i < BLOCK; i += LANE)
        found = lane_or(found, doubtful(p + i));
    return lane_bits(found) != 0;
}

size_t utf8_check(Str s)
{
    size_t at = 0;
    for (;;) {
        while (at >= 2 && s.n - at >= BLOCK && !block_doubtful(s.p + at))
            at += BLOCK;
        size_t end = s.n - at < BLOCK ? s.n : at + BLOCK;
        /* The character before may be the one that is cut short. */
        at = check_slowly(s, at ? character_of(s, at - 1) : 0, end);
        if (at < end || at == s.n)
            return at;
    }
}

size_t utf8_mend(Str s, Buf *out)
{
    size_t mended = 0;

    for (;;) {
        size_t good = utf8_check(s);
        bool valid;

        buf_add(out, s.p, good);
        if (good == s.n)
            return mended;
        s = str_from(s, good);
        s = str_from(s, sequence((const unsigned char *)s.p, s.n, &valid));
        buf_add(out, "\xEF\xBF\xBD", 3);
        mended++;
    }
}

/* Bytes among the eight of w that are not continuation bytes. */
static unsigned leads(uint64_t w)
{
    uint64_t continuation = (w >> 7) & ~(w >> 6) & 0x0101010101010101U;

    return 8 - (unsigned)((continuation * 0x0101010101010101U) >> 56);
}

size_t utf8_count(Str s)
{
    size_t i = 0, count = 0;

    for (; i + 8 <= s.n; i += 8) {
        uint64_t w;

        memcpy(&w, s.p + i, 8);
        count += leads(w);
    }
    for (; i < s.n; i++)
        count += !continues((unsigned char)s.p[i]);
    return count;
}

/* What kind of letter a code point is, for the letters that nearly all text here is made of. */
typedef enum { LETTER_UNKNOWN, LETTER_NONE, LETTER_UPPER, LETTER_LOWER } Letter;

static Letter common_letter(uint32_t c)
{
    if (c < 0x80) {
        uint32_t l = c | 0x20;

        return l < 'a' || l > 'z' ? LETTER_NONE : c == l ? LETTER_LOWER : LETTER_UPPER;
    }
    if (c >= 0x1EA0 && c <= 0x1EFF)
        return c & 1 ? LETTER_LOWER : LETTER_UPPER;
    if (c >= 0xC0 && c <= 0xFF)
        return c == 0xD7 || c == 0xF7 ? LETTER_NONE : c >= 0xDF ? LETTER_LOWER : LETTER_UPPER;
    switch (c) {
    case 0x102: /* Ă */
    case 0x110: /* Đ */
    case 0x128: /* Ĩ */
    case 0x168: /* Ũ */
    case 0x1A0: /* Ơ */
    case 0x1AF: /* Ư */
        return LETTER_UPPER;
    case 0x103:
    case 0x111:
    case 0x129:
    case 0x169:
    case 0x1A1:
    case 0x1B0:
        return LETTER_LOWER;
    default:
        return LETTER_UNKNOWN;
    }
}

bool cp_is_letter(uint32_t c)
{
    Letter l = common_letter(c);
    utf8proc_category_t k;

    if (l != LETTER_UNKNOWN)
        return l != LETTER_NONE;
    k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME;
}

bool cp_is_upper(uint32_t c)
{
    Letter l = common_letter(c);
    utf8proc_category_t k;

    if (l != LETTER_UNKNOWN)
        return l == LETTER_UPPER;
    k = utf8proc_category((utf8proc_int32_t)c);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool cp_is_lower(uint32_t c)
{
    Letter l = common_letter(c);

    if (l != LETTER_UNKNOWN)
        return l == LETTER_LOWER;
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LL;
}

uint32_t cp_lower(uint32_t c)
{
    switch (common_letter(c)) {
    case LETTER_NONE:
    case LETTER_LOWER:
        return c;
    case LETTER_UPPER:
        return c < 0x100 ? c | 0x20 : c == 0x1AF ? 0x1B0 : c | 1;
    default:
        return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
    }
}

uint32_t cp_upper(uint32_t c)
{
    switch (common_letter(c)) {
    case LETTER_NONE:
    case LETTER_UPPER:
        return c;
    case LETTER_LOWER:
        if (c == 0xDF || c == 0xFF)
            break;
        return c < 0x100 ? c & ~0x20U : c == 0x1B0 ? 0x1AF : c == 0x1A1 ? 0x1A0 : c & ~1U;
    default:
        break;
    }
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

bool cp_is_space(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool cp_is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool cp_stays(uint32_t c)
{
    if (c < 0x300)
        return true;
    if (c < 0x2100) /* Latin letters, general punctuation, signs of money */
        return (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2002 && c < 0x20D0) || (c >= 0x391 && c < 0x483);
    /* arrows, boxes, shapes; CJK marks and ideographs; private use, emoji */
    return (c >= 0x2190 && c < 0x2ADC) || (c >= 0x3000 && c < 0x302A) || (c >= 0x4E00 && c < 0xA000) ||
           (c >= 0xE000 && c < 0xF900) || c == 0xFFFD || (c >= 0x1F300 && c < 0x1FB00);
}

static int combining_class(uint32_t c)
{
    return c < 0x300 ? 0 : utf8proc_get_property((utf8proc_int32_t)c)->combining_class;
}

typedef struct {
    uint64_t key; /* combining class and place, so that equal classes keep their order */
    utf8proc_int32_t cp;
} Mark;

static int compare_marks(const void *a, const void *b)
{
    uint64_t x = ((const Mark *)a)->key, y = ((const Mark *)b)->key;

    return (x > y) - (x < y);
}

/* Puts combining marks in canonical order. Hostile runs of them are long. */
static void sort_marks(utf8proc_int32_t *cp, size_t n)
{
    Mark *marks;

    if (n < 2)
        return;
    marks = xrealloc(NULL, n, sizeof *marks);
    for (size_t i = 0; i < n; i++)
        marks[i] = (Mark){(uint64_t)combining_class((uint32_t)cp[i]) << 32 | i, cp[i]};
    qsort(marks, n, sizeof *marks, compare_marks);
    for (size_t i = 0; i < n; i++)
        cp[i] = marks[i].cp;
    free(marks);
}

static void compose(Str s, Buf *out)
{
    enum { LONGEST = 4 }; /* code points that one is decomposed to */
    size_t at = 0, n = 0, room = (utf8_count(s) + 1) * LONGEST, marks = 0;
    utf8proc_int32_t *cp = xrealloc(NULL, room, sizeof *cp);

    while (at < s.n) {
        int boundclass = 0;
        uint32_t c = utf8_next(s, &at);
        utf8proc_ssize_t k =
            utf8proc_decompose_char((utf8proc_int32_t)c, cp + n, (utf8proc_ssize_t)(room - n),
                                    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &boundclass);

        for (; k > 0; k--, n++) {
            if (combining_class((uint32_t)cp[n]) != 0)
                continue;
            sort_marks(cp + marks, n - marks);
            marks = n + 1;
        }
    }
    sort_marks(cp + marks, n - marks);
    n = (size_t)utf8proc_normalize_utf32(cp, (utf8proc_ssize_t)n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    for (size_t i = 0; i < n; i++)
        buf_utf8(out, (uint32_t)cp[i]);
    free(cp);
}

void utf8_nfc(Str s, Buf *out)
{
    enum { PIECE = 4096 };

    while (s.n > 0) {
        size_t n = s.n < PIECE ? s.n : PIECE;

        /* Nothing composes with an ASCII character before it. */
        while (n < s.n && (unsigned char)s.p[n] >= 0x80)
            n++;
        compose((Str){s.p, n}, out);
        s = str_from(s, n);
    }
}
