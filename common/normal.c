/* SPDX-License-Identifier: ISC */
#include "normal.h"

#include <stdlib.h>

#include "entity.h"
#include "normalmask.h"
#include "utf8.h"

/* How it is fast: a line is looked at 64 bytes at a time through bit masks, without a branch per byte. Only
 * chunks (runs of letters and bytes above 7F) with a letter that may have to change are visited, one in
 * twenty, and what becomes of a chunk is kept in a cache by its bytes: nearly every one is one of a few
 * thousand. A line with odd white space or zero-width characters is tidied first and then takes the same way.
 */

enum { CHUNK_MAX = 16, CACHE_BITS = 14 };

typedef enum {
    CHANGE_NONE,
    CHANGE_TONE,
    CHANGE_LOOKALIKE,
    CHANGE_COMPOSED,
    CHANGE_UNTIDY /* the line must be tidied first */
} Change;

typedef struct {
    uint64_t key[2];           /* the chunk, padded with NUL, which no chunk holds */
    char value[CHUNK_MAX - 1]; /* what it becomes, padded likewise; not used when nothing changes */
    uint8_t change;
} Judged;

struct Normal {
    ToneStyle style;
    NormalCounts counts;
    Buf decoded; /* the line with its entities decoded */
    Buf tidy;    /* the line with single spaces and without zero-width characters */
    Buf chunk, word, candidate;
    size_t judged;                 /* entries in the cache */
    Judged cache[1 << CACHE_BITS]; /* open addressing; emptied when it is three quarters full */
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
    buf_free(&n->chunk);
    buf_free(&n->word);
    buf_free(&n->candidate);
    free(n);
}

NormalCounts normal_counts(const Normal *n)
{
    return n->counts;
}

/* ---- characters ---- */

typedef enum { CHAR_OTHER, CHAR_LETTER, CHAR_SPACE, CHAR_NOTHING } CharClass;

/* Soft hyphen, joiners, zero-width spaces, direction marks, BOM. */
static bool is_zero_width(uint32_t c)
{
    return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

static CharClass class_of(uint32_t c)
{
    if (cp_is_control(c) || cp_is_space(c))
        return CHAR_SPACE;
    if (is_zero_width(c))
        return CHAR_NOTHING;
    /* What may compose belongs to the word that it is judged with. */
    return cp_is_letter(c) || !cp_stays(c) ? CHAR_LETTER : CHAR_OTHER;
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
static Change judge_word(Normal *n, Str word)
{
    Change change = CHANGE_NONE;
    Str w = word;

    if (mend_lookalikes(w, &n->word)) {
        change = CHANGE_LOOKALIKE;
        n->candidate.n = 0;
        buf_str(&n->candidate, buf_get(&n->word));
        w = buf_get(&n->candidate);
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
            n->candidate.n = 0;
            buf_str(&n->candidate, buf_get(&composed));
            w = buf_get(&n->candidate);
        }
        buf_free(&composed);
        if (change && syllable_place(w, n->style, &n->word))
            return change;
    }
    if (change)
        buf_str(&n->word, w);
    return change;
}

/* What becomes of the words of a chunk, in n->chunk. */
static Change judge_words(Normal *n, Str chunk)
{
    size_t at = 0;
    Change change = CHANGE_NONE;

    n->chunk.n = 0;
    while (at < chunk.n) {
        size_t from = at;
        CharClass class = class_of(utf8_next(chunk, &at));
        size_t end = at;
        Change c;

        if (class == CHAR_LETTER ||
            (class == CHAR_OTHER && at < chunk.n && !cp_stays(utf8_next(chunk, &end)))) {
            for (end = at; end < chunk.n && class_of(utf8_next(chunk, &end)) == CHAR_LETTER;)
                at = end;
            c = judge_word(n, str_sub(chunk, from, at - from));
            if (c != CHANGE_NONE) {
                buf_str(&n->chunk, buf_get(&n->word));
                change = c;
                continue;
            }
        } else if (class != CHAR_OTHER) {
            return CHANGE_UNTIDY;
        }
        buf_str(&n->chunk, str_sub(chunk, from, at - from));
    }
    return change;
}

/* What becomes of a chunk, in n->chunk. What composes may make another word of its neighbours: judged again.
 */
static Change judge_chunk(Normal *n, Str chunk)
{
    enum { ROUNDS = 3 };
    Change first = judge_words(n, chunk), change = first;
    Buf again = {0};

    for (int i = 0; i < ROUNDS && change != CHANGE_NONE && change != CHANGE_UNTIDY; i++) {
        again.n = 0;
        buf_str(&again, buf_get(&n->chunk));
        change = judge_words(n, buf_get(&again));
    }
    buf_free(&again);
    return change == CHANGE_UNTIDY ? change : first;
}

static void count_change(NormalCounts *c, Change change)
{
    c->tones += change == CHANGE_TONE;
    c->lookalikes += change == CHANGE_LOOKALIKE;
    c->composed += change == CHANGE_COMPOSED;
}

/* A chunk of at most 16 bytes, NUL behind its end. `room`: bytes that may be read from p. */
static inline void chunk_key(const char *p, size_t n, size_t room, uint64_t key[2])
{
    static const unsigned char mask[2 * CHUNK_MAX] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                      255, 255, 255, 255, 255, 255, 255, 255};

    if (room >= CHUNK_MAX) {
        uint64_t m[2];

        memcpy(key, p, CHUNK_MAX);
        memcpy(m, mask + CHUNK_MAX - n, CHUNK_MAX);
        key[0] &= m[0];
        key[1] &= m[1];
    } else {
        char padded[CHUNK_MAX] = {0};

        for (size_t i = 0; i < n; i++)
            padded[i] = p[i];
        memcpy(key, padded, CHUNK_MAX);
    }
}

static size_t padded_length(const char *p, size_t room)
{
    const char *end = memchr(p, 0, room);

    return end ? (size_t)(end - p) : room;
}

static inline uint64_t hash(const uint64_t key[2])
{
    uint64_t h = key[0] ^ key[1] * 0x9E3779B97F4A7C15U;

    return (h ^ h >> 29) * 0xBF58476D1CE4E5B9U;
}

static inline bool is_judged(const Judged *j, const uint64_t key[2])
{
    return j->key[0] == key[0] && j->key[1] == key[1];
}

static Change recall(const Judged *j, Str *becomes)
{
    if (j->change != CHANGE_NONE)
        *becomes = (Str){j->value, padded_length(j->value, sizeof j->value)};
    return (Change)j->change;
}

/* Judges a chunk and keeps what becomes of it at j, if that is not NULL. */
static Change judge_new(Normal *n, Str chunk, const uint64_t key[2], Judged *j, Str *becomes)
{
    Change change = judge_chunk(n, chunk);
    bool written = change != CHANGE_NONE && change != CHANGE_UNTIDY;

    *becomes = written ? buf_get(&n->chunk) : (Str){NULL, 0};
    if (!j || becomes->n > sizeof j->value)
        return change;
    if (n->judged++ == (3U << CACHE_BITS) / 4) {
        memset(n->cache, 0, sizeof n->cache);
        n->judged = 0;
    }
    *j = (Judged){{key[0], key[1]}, {0}, (uint8_t)change};
    if (written)
        memcpy(j->value, becomes->p, becomes->n);
    return change;
}

/* Where the chunk with this key is or goes in the cache. */
static inline size_t cache_place(const Normal *n, const uint64_t key[2])
{
    size_t at = hash(key) >> (64 - CACHE_BITS);

    while (n->cache[at].key[0] && !is_judged(&n->cache[at], key))
        at = (at + 1) & ((1 << CACHE_BITS) - 1);
    return at;
}

/* A mark in front has to do with the character before it: such a chunk is judged with that, and not kept. */
static bool begins_with_mark(Str chunk)
{
    return ((unsigned char)chunk.p[0] & 0xFE) == 0xCC;
}

/* What becomes of a chunk, from the cache or judged; *becomes lives until the next call. */
static Change chunk_change(Normal *n, Str chunk, size_t room, Str *becomes)
{
    uint64_t key[2] = {0, 0};
    Judged *j;

    if (chunk.n > CHUNK_MAX || begins_with_mark(chunk))
        return judge_new(n, chunk, key, NULL, becomes);
    chunk_key(chunk.p, chunk.n, room, key);
    j = &n->cache[cache_place(n, key)];
    return is_judged(j, key) ? recall(j, becomes) : judge_new(n, chunk, key, j, becomes);
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

/* The line with single spaces for white space and control characters, none at its ends, and without
 * zero-width characters. */
static Str tidy(Normal *n, Str line)
{
    Buf *out = &n->tidy;
    size_t at = 0;
    bool space = false;

    out->n = 0;
    buf_reserve(out, line.n);
    while (at < line.n) {
        size_t from = at;
        unsigned char c = (unsigned char)line.p[at];
        CharClass class = CHAR_LETTER;

        if (c > ' ' && c < 0x7F)
            at += 1;
        else if (c >= 0xC3 && c <= 0xC6)
            at += 2;
        else
            class = class_of(utf8_next(line, &at));
        if (class == CHAR_SPACE) {
            space = true;
        } else if (class != CHAR_NOTHING) {
            if (space && out->n > 0)
                out->p[out->n++] = ' ';
            space = false;
            while (from < at)
                out->p[out->n++] = line.p[from++];
        }
    }
    return buf_get(out);
}

typedef struct {
    Normal *n;
    Str line;
    size_t from; /* bytes before it are written */
    Buf *out;
} Writer;

/* Writes what becomes of the chunk [start, end); false when the line is untidy. */
static bool write_chunk(Writer *w, size_t start, size_t end)
{
    Str becomes;
    Change change;

    /* "<" and U+0338 are one in NFC. */
    if (begins_with_mark(str_from(w->line, start)) && start > w->from && w->line.p[start - 1] != ' ')
        start--;
    change = chunk_change(w->n, str_sub(w->line, start, end - start), w->line.n - start, &becomes);
    if (change == CHANGE_NONE)
        return true;
    if (change == CHANGE_UNTIDY)
        return false;
    count_change(&w->n->counts, change);
    buf_add(w->out, w->line.p + w->from, start - w->from);
    buf_str(w->out, becomes);
    w->from = end;
    return true;
}

/* Puts one space for the white space at i, or none if white space stands before it. */
static void write_space(Writer *w, size_t i, bool again)
{
    buf_add(w->out, w->line.p + w->from, i - w->from);
    if (!again)
        buf_char(w->out, ' ');
    w->from = i + 1;
}

/* Where the run of letters ends that goes on at `at`. */
static size_t run_end(Str line, size_t at)
{
    while (at < line.n) {
        uint64_t others = ~block_masks(str_from(line, at)).letter;

        if (others)
            return at + (unsigned)__builtin_ctzll(others);
        at += BLOCK;
    }
    return at;
}

/* Writes a line that has no ASCII white space at its ends; false when it has to be tidied first. A block
 * begins with a chunk, and ends with one: what stands behind its last other byte begins the next. */
static bool write_line(Normal *n, Str line, Buf *out)
{
    Writer w = {n, line, 0, out};
    uint64_t space = 0; /* the last block ended in one */

    for (size_t base = 0; base < line.n;) {
        Masks m = block_masks(str_from(line, base));
        uint64_t ends, again, odd, events;

        if (!~m.letter) {
            size_t start = base;

            base = run_end(line, base + BLOCK);
            space = 0;
            if (!write_chunk(&w, start, base))
                return false;
            continue;
        }
        /* A byte added to the run of letter bits that it is in carries to the bit behind the run. */
        ends = (m.letter + m.watch) & ~m.letter;
        again = m.space & (m.space << 1 | space);
        odd = again | m.control;
        for (events = ends | odd; events; events &= events - 1) {
            uint64_t bit = events & (~events + 1);
            unsigned i = (unsigned)__builtin_ctzll(events);

            if (ends & bit) {
                uint64_t others = (~m.letter & (bit - 1)) << 1 | 1; /* at the first bytes of chunks */

                if (!write_chunk(&w, base + 63 - (unsigned)__builtin_clzll(others), base + i))
                    return false;
            }
            if (odd & bit)
                write_space(&w, base + i, again & bit);
        }
        unsigned rest = (unsigned)__builtin_clzll(~m.letter);
        space = m.space << rest >> (BLOCK - 1);
        base += BLOCK - rest;
    }
    buf_add(out, line.p + w.from, line.n - w.from);
    return true;
}

static bool is_blank(char c)
{
    return (unsigned char)c <= ' ' || c == 0x7F;
}

static Str trim(Str s)
{
    while (s.n > 0 && is_blank(s.p[s.n - 1]))
        s.n--;
    while (s.n > 0 && is_blank(s.p[0]))
        s = str_from(s, 1);
    return s;
}

void normal_line(Normal *n, Str line, bool entities, Buf *out)
{
    size_t was = out->n;
    NormalCounts before;

    if (entities)
        line = decode_entities(n, line);
    line = trim(line);
    if (line.n == 0)
        return;
    before = n->counts;
    if (write_line(n, line, out))
        return;
    out->n = was;
    n->counts = before;
    write_line(n, tidy(n, line), out);
}
