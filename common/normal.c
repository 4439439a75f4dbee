/* SPDX-License-Identifier: ISC */
#include "normal.h"

#include <stdlib.h>

#include "entity.h"
#include "utf8.h"

/* Words that were judged before, by their bytes: nearly every word of a text is one of a few thousand. Only
 * words with a byte above 7F come here; no word holds NUL, so the padding tells lengths. */
enum { WORD_MAX = 16, CACHE_BITS = 12 };

typedef enum { CHANGE_NONE, CHANGE_TONE, CHANGE_LOOKALIKE, CHANGE_COMPOSED } Change;

typedef struct {
    uint64_t key[2];
    char value[WORD_MAX - 1]; /* what the word becomes, padded with NUL; not used for CHANGE_NONE */
    uint8_t change;
} Judged;

struct Normal {
    ToneStyle style;
    NormalCounts counts;
    Buf decoded; /* the line with its entities decoded */
    Buf tidy;    /* the line without zero-width characters */
    Buf word, nfc;
    Judged cache[1 << CACHE_BITS];
};

Normal *normal_new(ToneStyle style)
{
    Normal *n = calloc(1, sizeof *n);

    if (!n)
        oom();
    n->style = style;
    return n;
}

void normal_free(Normal *n)
{
    if (!n)
        return;
    buf_free(&n->decoded);
    buf_free(&n->tidy);
    buf_free(&n->word);
    buf_free(&n->nfc);
    free(n);
}

NormalCounts normal_counts(const Normal *n)
{
    return n->counts;
}

/* ---- words ---- */

static bool is_lookalike(uint32_t c)
{
    return c == 0xD0 || c == 0xF0 || c == 0x189; /* Ð ð Ɖ */
}

/* "HÐND", "Ð/c", "ðc": consonants alone, or capitals with one vowel at most. An Icelandic word has more. */
static bool is_abbreviation(Str word)
{
    size_t at = 0, vowels = 0;
    bool lower = false;

    while (at < word.n) {
        uint32_t c = utf8_next(word, &at), l = cp_lower(c);

        if (is_lookalike(c) || c == 0x110 || c == 0x111) /* Đ đ beside them */
            continue;
        if (l < 'a' || l > 'z')
            return false;
        lower |= l == c;
        vowels += l == 'a' || l == 'e' || l == 'i' || l == 'o' || l == 'u' || l == 'y';
    }
    return vowels == 0 || (vowels == 1 && !lower);
}

/* The word with Đ and đ for what looks like them, in out: false when it has none or is no Vietnamese word
 * then. */
static bool mend_lookalikes(Str word, Buf *out)
{
    size_t at = 0;
    bool any = false;

    out->n = 0;
    while (at < word.n) {
        uint32_t c = utf8_next(word, &at);

        any |= is_lookalike(c);
        buf_utf8(out, c == 0xF0 ? 0x111 : is_lookalike(c) ? 0x110 : c);
    }
    return any && (syllable_valid(buf_get(out)) || is_abbreviation(word));
}

static bool may_compose(Str word)
{
    size_t at = 0;

    while (at < word.n)
        if (!cp_stays(utf8_next(word, &at)))
            return true;
    return false;
}

/* What becomes of a word, in n->word; CHANGE_NONE when it stays as it is. */
static Change judge(Normal *n, Str word)
{
    Change change = CHANGE_NONE;
    Str w = word;

    if (mend_lookalikes(w, &n->word)) {
        change = CHANGE_LOOKALIKE;
        n->nfc.n = 0;
        buf_str(&n->nfc, buf_get(&n->word));
        w = buf_get(&n->nfc);
    }
    n->word.n = 0;
    if (syllable_place(w, n->style, &n->word))
        return change ? change : may_compose(word) ? CHANGE_COMPOSED : CHANGE_TONE;
    if (may_compose(w)) {
        /* No syllable: NFC as it is for any language. That may make one: "Kỳ" with a Kelvin sign. */
        Buf composed = {0};

        utf8_nfc(w, &composed);
        if (!str_eq(w, buf_get(&composed))) {
            change = CHANGE_COMPOSED;
            n->nfc.n = 0;
            buf_str(&n->nfc, buf_get(&composed));
            w = buf_get(&n->nfc);
        }
        buf_free(&composed);
        if (change && syllable_place(w, n->style, &n->word))
            return change;
    }
    if (change)
        buf_str(&n->word, w);
    return change;
}

static void count_change(NormalCounts *c, Change change)
{
    c->tones += change == CHANGE_TONE;
    c->lookalikes += change == CHANGE_LOOKALIKE;
    c->composed += change == CHANGE_COMPOSED;
}

/* The first 16 bytes of a word, NUL behind its end. `room`: bytes that may be read from p. */
static void word_key(const char *p, size_t n, size_t room, uint64_t key[2])
{
    static const unsigned char mask[2 * WORD_MAX] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                     255, 255, 255, 255, 255, 255, 255, 255};

    if (room >= WORD_MAX) {
        uint64_t m[2];

        memcpy(key, p, WORD_MAX);
        memcpy(m, mask + WORD_MAX - n, WORD_MAX);
        key[0] &= m[0];
        key[1] &= m[1];
    } else {
        char padded[WORD_MAX] = {0};

        memcpy(padded, p, n);
        memcpy(key, padded, WORD_MAX);
    }
}

static size_t padded_length(const char *p, size_t room)
{
    const char *end = memchr(p, 0, room);

    return end ? (size_t)(end - p) : room;
}

/* Judges a word: false when it stays, else *becomes is what to write, valid until the next call. */
static bool word_changes(Normal *n, Str word, size_t room, Str *becomes)
{
    uint64_t key[2];
    Judged *j;
    Change change;

    if (word.n > WORD_MAX) {
        change = judge(n, word);
        count_change(&n->counts, change);
        *becomes = buf_get(&n->word);
        return change != CHANGE_NONE;
    }
    word_key(word.p, word.n, room, key);
    j = &n->cache[(key[0] * 0x9E3779B97F4A7C15U ^ key[1] * 0xC2B2AE3D27D4EB4FU) >> (64 - CACHE_BITS)];
    if (j->key[0] == key[0] && j->key[1] == key[1]) {
        if (j->change == CHANGE_NONE)
            return false;
        count_change(&n->counts, (Change)j->change);
        *becomes = (Str){j->value, padded_length(j->value, sizeof j->value)};
        return true;
    }
    change = judge(n, word);
    count_change(&n->counts, change);
    *becomes = buf_get(&n->word);
    if (n->word.n <= sizeof j->value) {
        memcpy(j->key, key, sizeof key);
        memset(j->value, 0, sizeof j->value);
        memcpy(j->value, n->word.p, change ? n->word.n : 0);
        j->change = (uint8_t)change;
    }
    return change != CHANGE_NONE;
}

/* ---- characters ---- */

typedef enum {
    CHAR_OTHER, /* stays */
    CHAR_LETTER,
    CHAR_SPACE,   /* and control characters */
    CHAR_NOTHING, /* zero-width */
    CHAR_HIGH     /* bytes only: decode to know */
} CharClass;

#define O CHAR_OTHER
#define L CHAR_LETTER
#define S CHAR_SPACE
#define H CHAR_HIGH
static const uint8_t byte_class[256] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* 00 */
    S, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* 20 */
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O, /* 40 */
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, S, /* 60 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 80 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* A0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* C0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* E0 */
};
#undef O
#undef L
#undef S
#undef H

/* Soft hyphen, joiners, zero-width spaces, direction marks, BOM. */
static bool is_zero_width(uint32_t c)
{
    return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

static CharClass class_of(uint32_t c)
{
    if (c < 0x80)
        return (CharClass)byte_class[c];
    if (cp_is_control(c) || cp_is_space(c))
        return CHAR_SPACE;
    if (is_zero_width(c))
        return CHAR_NOTHING;
    /* What may compose belongs to the word that it is judged with. */
    return cp_is_letter(c) || !cp_stays(c) ? CHAR_LETTER : CHAR_OTHER;
}

/* Class of the character at p[i], and its bytes in *n. */
static CharClass char_at(Str s, size_t i, size_t *n)
{
    unsigned char c = (unsigned char)s.p[i];
    size_t at = i;
    CharClass k;

    if (c < 0x80) {
        *n = 1;
        return (CharClass)byte_class[c];
    }
    if ((c >= 0xC4 && c <= 0xC6) || (c == 0xC3 && s.p[i + 1] != '\x97' && s.p[i + 1] != '\xB7')) {
        *n = 2; /* Latin letters: all of C3 but the signs of times and division */
        return CHAR_LETTER;
    }
    if (c == 0xE1 && ((unsigned char)s.p[i + 1] & 0xFC) == 0xB8) {
        *n = 3; /* U+1E00..1EFF */
        return CHAR_LETTER;
    }
    k = class_of(utf8_next(s, &at));
    *n = at - i;
    return k;
}

/* ---- lines ---- */

static Str decode_entities(Normal *n, Str line)
{
    const char *amp = memchr(line.p, '&', line.n);

    if (!amp)
        return line;
    n->decoded.n = 0;
    while (amp) {
        size_t before = (size_t)(amp - line.p), took;
        uint32_t c;

        buf_add(&n->decoded, line.p, before);
        line = str_from(line, before);
        took = entity_read(line, &c);
        if (took) {
            buf_utf8(&n->decoded, c);
            n->counts.entities++;
        } else {
            buf_char(&n->decoded, '&');
            took = 1;
        }
        line = str_from(line, took);
        amp = line.n ? memchr(line.p, '&', line.n) : NULL;
    }
    buf_str(&n->decoded, line);
    return buf_get(&n->decoded);
}

static Str drop_zero_width(Normal *n, Str line)
{
    size_t at = 0;

    n->tidy.n = 0;
    while (at < line.n) {
        size_t from = at;

        if (!is_zero_width(utf8_next(line, &at)))
            buf_add(&n->tidy, line.p + from, at - from);
    }
    return buf_get(&n->tidy);
}

/* Where a word that begins at `i` with a combining mark takes in the character before it: "<" and U+0338 are
 * one character in NFC. */
static size_t word_start(Str line, size_t from, size_t i)
{
    size_t at = i;

    if ((unsigned char)line.p[i] >= 0xCC && i > from && !cp_stays(utf8_next(line, &at))) {
        at = i;
        if (utf8_prev(line, &at) > ' ')
            return at;
    }
    return i;
}

/* Writes the line, or tells (false) that a zero-width character is in the way. */
static bool write_line(Normal *n, Str line, Buf *out)
{
    size_t i = 0, from = 0, was = out->n, k;

    buf_reserve(out, line.n + 1);
    while (i < line.n) {
        CharClass class = char_at(line, i, &k);

        if (class == CHAR_OTHER) {
            i += k;
        } else if (class == CHAR_LETTER) {
            size_t start = i;
            bool high = false;
            Str becomes;

            do {
                high |= k > 1;
                i += k;
            } while (i < line.n && (class = char_at(line, i, &k)) == CHAR_LETTER);
            if (i < line.n && class == CHAR_NOTHING)
                break;
            if (!high)
                continue;
            start = word_start(line, from, start);
            if (word_changes(n, (Str){line.p + start, i - start}, line.n - start, &becomes)) {
                buf_add(out, line.p + from, start - from);
                buf_str(out, becomes);
                from = i;
            }
        } else if (class == CHAR_SPACE) {
            size_t end = i;
            bool one = line.p[i] == ' ';

            i += k;
            if (one && i < line.n && (class = char_at(line, i, &k)) != CHAR_SPACE && end > from)
                continue;
            buf_add(out, line.p + from, end - from);
            while (i < line.n && (class = char_at(line, i, &k)) == CHAR_SPACE)
                i += k;
            from = i;
            if (i == line.n)
                return true;
            if (out->n > was)
                buf_char(out, ' ');
        } else {
            break;
        }
    }
    if (i < line.n) {
        out->n = was;
        return false;
    }
    buf_add(out, line.p + from, i - from);
    return true;
}

void normal_line(Normal *n, Str line, bool entities, Buf *out)
{
    NormalCounts before;

    if (line.n == 0)
        return;
    if (entities)
        line = decode_entities(n, line);
    before = n->counts;
    if (!write_line(n, line, out)) {
        n->counts = before;
        write_line(n, drop_zero_width(n, line), out);
    }
}
