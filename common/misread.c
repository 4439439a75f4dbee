/* SPDX-License-Identifier: ISC */
#include "misread.h"

#include "legacy.h"
#include "syllable.h"
#include "tables.h"
#include "utf8.h"

/* ---- letters whose bytes are all there ---- */

/* The byte that was misread as c: windows-1258 has letters of its own for some. -1 for none. */
static int byte_of(uint32_t c)
{
    switch (c) {
    case 0x102: /* Ă */
        return 0xC3;
    case 0x103: /* ă */
        return 0xE3;
    default:
        return c < 0x80 ? -1 : cp1252_byte(c);
    }
}

/* Letters of Latin scripts, marks, punctuation, signs, emoji: what may be misread in such pages. */
static bool is_likely(uint32_t c)
{
    return (c >= 0xA0 && c < 0x250) || (c >= 0x300 && c < 0x330) || (c >= 0x1EA0 && c < 0x1EFA) ||
           (c >= 0x2000 && c < 0x2700) || c == 0xFEFF || c >= 0x1F000;
}

size_t misread_letter(Str s, size_t at, uint32_t *c)
{
    size_t i = at, n;
    int b = byte_of(utf8_next(s, &i));
    uint32_t code;

    if (b < 0xC2 || b > 0xF0)
        return 0;
    n = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    code = (uint32_t)b & (0x3FU >> n);
    for (; n > 0; n--) {
        if (i == s.n)
            return 0;
        b = byte_of(utf8_next(s, &i));
        if (b < 0x80 || b > 0xBF)
            return 0;
        code = code << 6 | ((uint32_t)b & 0x3F);
    }
    *c = code;
    return is_likely(code) ? i - at : 0;
}

/* A word of ASCII letters, misread letters and letters as they should be, from s[at]: its end, and what it
 * says. */
static size_t read_word(Str s, size_t at, Buf *says, size_t *misread)
{
    says->n = 0;
    *misread = 0;
    while (at < s.n) {
        size_t end = at;
        uint32_t c;
        size_t n = misread_letter(s, at, &c);

        if (n > 0 && cp_is_letter(c)) {
            *misread += 1;
            end = at + n;
        } else {
            c = utf8_next(s, &end);
            if (!cp_is_letter(c))
                break;
        }
        buf_utf8(says, c);
        at = end;
    }
    return at;
}

size_t misread_words(Str text, Buf *out)
{
    size_t at = 0, mended = 0;
    Buf says = {0};

    while (at < text.n) {
        size_t misread, end = read_word(text, at, &says, &misread);

        if (end == at) {
            utf8_next(text, &end);
            buf_str(out, str_sub(text, at, end - at));
        } else if (misread && syllable_valid(buf_get(&says)) &&
                   !syllable_valid(str_sub(text, at, end - at))) {
            buf_str(out, buf_get(&says));
            mended += misread;
        } else {
            buf_str(out, str_sub(text, at, end - at));
        }
        at = end;
    }
    buf_free(&says);
    return mended;
}

/* ---- lost bytes ---- */

/* The first bytes of a letter as they show, and what letters they begin whose last byte may be lost. */
typedef struct {
    const char *lead;
    uint32_t letters[8]; /* ended by 0 */
    uint32_t of_space;   /* the one whose last byte is A0, which becomes a space; 0 for none */
} Hole;

static const Hole holes[] = {
    {"\xC3\xA1\xC2\xBB",
     {0x1EC1, 0x1ECD, 0x1ECF, 0x1EDD, 0x1EED, 0x1ED0, 0x1EE0},
     0x1EE0},                                           /* á»: ề ọ ỏ ờ ử Ố Ỡ */
    {"\xC3\xA1\xC2\xBA", {0x1EAD, 0x1EA0}, 0x1EA0},     /* áº: ậ Ạ */
    {"\xC3\x83", {0xE0, 0xED, 0xC1, 0xCD, 0xDD}, 0xE0}, /* Ã: à í Á Í Ý */
    {"\xC4\x82", {0xE0, 0xED, 0xC1, 0xCD, 0xDD}, 0xE0}, /* Ă: the same in windows-1258 */
    {"\xC3\x84", {0x110}, 0},                           /* Ä: Đ */
    {"\xC3\x86", {0x1A0}, 0x1A0},                       /* Æ: Ơ */
    {"\xC3\xA2\xE2\x82\xAC", {0x201D}, 0},              /* â€: ” */
    {"\xC3\x82", {0xA0}, 0xA0},                         /* Â: a no-break space */
};

enum {
    HOLES = sizeof holes / sizeof *holes,
    WORD = 16,
    MARKER = 0xF0000 /* private use: MARKER + kind of hole */
};

static size_t hole_at(Str s, size_t at, uint32_t *kind)
{
    for (*kind = 0; *kind < HOLES; ++*kind) {
        Str lead = str_of(holes[*kind].lead);

        if (str_starts(str_from(s, at), lead))
            return lead.n;
    }
    return 0;
}

MisreadHabit misread_habit(Str text)
{
    MisreadHabit h = {false, false};
    const char *p = text.p, *end = text.p + text.n;

    while (end - p > 4 && (p = memchr(p, 0xC3, (size_t)(end - p) - 3)) != NULL) {
        h.two_spaces |= memcmp(p + 1, "\x83  ", 3) == 0;
        h.keeps_ad |= memcmp(p + 1, "\x83\xC2\xAD", 3) == 0;
        p++;
    }
    return h;
}

/* The text with its letters read and a marker for each hole. Returns how many were misread. */
static size_t mark_holes(Str s, Buf *out)
{
    size_t at = 0, misread = 0;

    while (at < s.n) {
        uint32_t c, kind;
        size_t n = misread_letter(s, at, &c);

        if (n == 0 && (n = hole_at(s, at, &kind)) > 0) {
            c = holes[kind].letters[1] == 0 && holes[kind].of_space != 0x1A0 ? holes[kind].letters[0]
                                                                             : MARKER + kind;
            misread++;
            if (str_starts(str_from(s, at + n), STR("\xEF\xBF\xBD")))
                n += 3;
        } else if (n > 0) {
            misread++;
        } else {
            size_t end = at;

            c = utf8_next(s, &end);
            n = end - at;
        }
        buf_utf8(out, c);
        at += n;
    }
    return misread;
}

typedef struct {
    uint32_t cp[WORD];
    size_t n, holes;
    bool caps; /* the word behind it is in capitals */
} Word;

static bool is_hole(uint32_t c)
{
    return c >= MARKER && c < MARKER + HOLES;
}

/* The word that begins at s[at]; longer ones are cut: nothing is mended in them. Returns its end. */
static size_t word_at(Str s, size_t at, Word *w)
{
    *w = (Word){0};
    while (at < s.n) {
        size_t end = at;
        uint32_t c = utf8_next(s, &end);

        if (w->n == WORD || (!cp_is_letter(c) && !is_hole(c)))
            break;
        w->holes += is_hole(c);
        w->cp[w->n++] = c;
        at = end;
    }
    return at;
}

/* How likely a word is: 0 when it is no syllable. */
static unsigned weight(const Word *w)
{
    char text[WORD * 4];
    Buf b = {text, 0, sizeof text};
    unsigned v = 0;
    Str cells[2];

    for (size_t i = 0; i < w->n; i++)
        buf_utf8(&b, cp_lower(w->cp[i]));
    if (!syllable_valid(buf_get(&b)))
        return 0;
    if (!table_find(&table_frequent, buf_get(&b), cells))
        return 1;
    for (size_t i = 0; i < cells[1].n; i++)
        v = v * 10 + (unsigned)(cells[1].p[i] - '0');
    return v + 2;
}

/* May a letter stand at place i as to its case? "CHÃNH" is all capitals, "Ã kiến" begins with one. */
static bool case_fits(const Word *w, size_t i, uint32_t letter)
{
    bool upper = cp_is_upper(letter);

    if (i + 1 < w->n && cp_is_upper(w->cp[i + 1]))
        return upper;
    if (i == 0)
        return true;
    if (cp_is_lower(w->cp[i - 1]) || (i + 1 < w->n && cp_is_lower(w->cp[i + 1])))
        return !upper;
    return i == 1 ? upper == w->caps : upper;
}

static unsigned last_byte(uint32_t letter)
{
    return 0x80 | (letter & 0x3F);
}

typedef struct {
    Word word;
    unsigned weight;
} Best;

/* Fills the holes of w from place i on in every way, keeping the likeliest. */
static void fill(Word *w, size_t i, const MisreadHabit *habit, Best *best)
{
    const Hole *h;
    uint32_t hole;

    while (i < w->n && !is_hole(w->cp[i]))
        i++;
    if (i == w->n) {
        unsigned v = weight(w);

        if (v > best->weight)
            *best = (Best){*w, v};
        return;
    }
    hole = w->cp[i];
    h = &holes[hole - MARKER];
    for (size_t k = 0; k < sizeof h->letters / sizeof *h->letters && h->letters[k]; k++) {
        if (!case_fits(w, i, h->letters[k]) || (habit->keeps_ad && last_byte(h->letters[k]) == 0xAD))
            continue;
        w->cp[i] = h->letters[k];
        fill(w, i + 1, habit, best);
    }
    w->cp[i] = hole;
}

static void put_word(const Word *w, Buf *out)
{
    for (size_t i = 0; i < w->n; i++) {
        if (is_hole(w->cp[i]))
            buf_str(out, str_of(holes[w->cp[i] - MARKER].lead));
        else
            buf_utf8(out, w->cp[i]);
    }
}

/* "thÃ nh": the space was the last byte of à. Fills *best with what the word is with the letters behind the
 * space, and gives their end; 0 when it is no word then. */
static size_t join(Str s, size_t space, Word w, const MisreadHabit *h, Best *best)
{
    Word rest;
    size_t end = word_at(s, space + 1, &rest);
    uint32_t letter = holes[w.cp[w.n - 1] - MARKER].of_space;

    if (rest.n == 0 || rest.holes || w.n + rest.n > WORD || !case_fits(&w, w.n - 1, letter))
        return 0;
    w.cp[w.n - 1] = letter;
    for (size_t i = 0; i < rest.n; i++)
        w.cp[w.n++] = rest.cp[i];
    fill(&w, 0, h, best);
    /* "và y tế" goes on in two words, "này" in one. */
    if (best->weight < (rest.n == 1 && rest.cp[0] == 'y' ? 2U : 1U))
        return 0;
    return end;
}

/* Are the next two letters behind s[end] capitals? */
static bool before_capitals(Str s, size_t end)
{
    size_t at = end;
    unsigned upper = 0;

    while (at < s.n && upper < 2) {
        uint32_t c = utf8_next(s, &at);

        if (cp_is_lower(c))
            return false;
        upper += cp_is_upper(c);
    }
    return upper == 2;
}

static bool is_closing(char c)
{
    return c == ',' || c == '.' || c == ';' || c == ':' || c == ')' || c == '!' || c == '?';
}

/* Mends a word with holes that ends at `end` of s; returns where to go on. */
static size_t mend_word(Str s, size_t end, Word *w, const MisreadHabit *h, Buf *out)
{
    Best best = {.weight = 0}, joined = {.weight = 0};
    uint32_t last = w->cp[w->n - 1];
    uint32_t of_space = is_hole(last) ? holes[last - MARKER].of_space : 0;
    bool spaced = of_space && end < s.n && s.p[end] == ' ';

    w->caps = before_capitals(s, end);
    if (spaced) {
        size_t on = join(s, end, *w, h, &joined);

        if (on) {
            put_word(&joined.word, out);
            return on;
        }
        /* "lÃ  " with both its spaces, "lÃ ,": the first space is the letter's. */
        if (end + 1 < s.n && (s.p[end + 1] == ' ' ? h->two_spaces : is_closing(s.p[end + 1])) &&
            case_fits(w, w->n - 1, of_space)) {
            w->cp[w->n - 1] = of_space;
            fill(w, 0, h, &best);
            if (best.weight) {
                put_word(&best.word, out);
                return end + 1;
            }
            w->cp[w->n - 1] = last;
        }
    }
    fill(w, 0, h, &best);
    if (best.weight == 0)
        fill(w, 0, &(MisreadHabit){false, false}, &best);
    put_word(best.weight ? &best.word : w, out);
    return end;
}

size_t misread_text(Str text, const MisreadHabit *h, Buf *out)
{
    Buf marked = {0};
    Str s;
    size_t at = 0, misread = mark_holes(text, &marked);

    s = buf_get(&marked);
    while (at < s.n) {
        Word w;
        size_t end = word_at(s, at, &w);

        if (end == at) {
            utf8_next(s, &end);
            buf_str(out, str_sub(s, at, end - at));
        } else if (w.holes == 0 || w.holes > 3) {
            put_word(&w, out);
        } else {
            end = mend_word(s, end, &w, h, out);
        }
        at = end;
    }
    buf_free(&marked);
    return misread;
}
