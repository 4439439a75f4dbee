/* SPDX-License-Identifier: ISC */
#include "recognise.h"

#include <stdlib.h>

#include "misread.h"
#include "utf8.h"

/* Ways to read a line. A legacy encoding is its Encoding; as it stands is ENCODING_UTF8. */
enum { MISREAD = ENCODINGS, WAYS };

enum {
    FEW = 4,     /* words, and different letters in them, that it takes to choose a way */
    MANY = 40,   /* words that are looked at to choose */
    TRIES = 8,   /* lines of a block that are read in every way without success */
    RISE = 15,   /* percent by which the share of syllables must rise */
    ENOUGH = 60, /* percent that it must reach */
    PIECE = 4096 /* bytes of a long line that are judged at a time */
};

struct Recogniser {
    Encoding forced;
    Legacy *legacy; /* made when it is first needed */
    int way;        /* found last in this document, ENCODING_UTF8 for none */
    bool here;      /* this block speaks for it too, not only what came before */
    bool raw;       /* it was found in bytes, not in UTF-8 that shows them */
    int tries;      /* lines of this block that may yet be read in every way */
    MisreadHabit habit;
    Buf text[WAYS]; /* a line read in each way */
    Buf bytes;
};

Recogniser *recogniser_new(Encoding forced)
{
    Recogniser *r = calloc(1, sizeof *r);

    if (!r)
        oom();
    r->forced = forced;
    recogniser_reset(r);
    return r;
}

void recogniser_free(Recogniser *r)
{
    if (!r)
        return;
    legacy_free(r->legacy);
    for (size_t i = 0; i < WAYS; i++)
        buf_free(&r->text[i]);
    buf_free(&r->bytes);
    free(r);
}

void recogniser_reset(Recogniser *r)
{
    r->way = r->forced > ENCODING_UTF16 ? (int)r->forced : ENCODING_UTF8;
    r->habit = (MisreadHabit){false};
    r->raw = r->here = false;
}

bool recogniser_found(const Recogniser *r)
{
    return r->way != ENCODING_UTF8;
}

/* ---- lines ---- */

bool has_vietnamese(Str line)
{
    size_t at = 0;

    while (at < line.n) {
        uint32_t c = utf8_next(line, &at);

        if ((c >= 0x1EA0 && c < 0x1EFA) || c == 0x110 || c == 0x111 || c == 0x1A0 || c == 0x1A1 ||
            c == 0x1AF || c == 0x1B0 || c == 0x103)
            return true;
    }
    return false;
}

bool plainly_vietnamese(Str line)
{
    size_t at = 0;
    uint32_t c;

    if (!has_vietnamese(line))
        return false;
    while (at < line.n) {
        /* "á»" with a third byte, "áº" likewise: no letter of Unicode text stands before such a sign */
        if ((unsigned char)line.p[at] >= 0xC3 && misread_letter(line, at, &c) && c >= 0x1EA0 && c < 0x1EFA)
            return false;
        utf8_next(line, &at);
    }
    return true;
}

/* The bytes of windows-1252 that a line of UTF-8 shows; false when it shows what that does not have. */
static bool line_bytes(Str line, Buf *bytes)
{
    size_t at = 0;

    bytes->n = 0;
    while (at < line.n) {
        int b = cp1252_byte(utf8_next(line, &at));

        if (b < 0)
            return false;
        buf_char(bytes, (char)b);
    }
    return true;
}

typedef struct {
    Str line; /* as it stands, with its line end */
    bool valid;
    bool as_is;  /* plain text among others, or noise: no other way is tried */
    bool narrow; /* raw bytes, or UTF-8 of windows-1252 characters: r->bytes */
    Str bytes;
    Share share[WAYS];
    bool read[WAYS];
    size_t mended[WAYS]; /* letters of misread UTF-8; characters that are not valid */
} LineState;

/* More control characters than any text has, TCVN3 in capitals included: a picture, a program. */
static bool is_noise(Str line)
{
    size_t controls = 0;

    for (size_t i = 0; i < line.n; i++)
        controls += (unsigned char)line.p[i] < '\t';
    return controls > 4 + line.n / 64;
}

static LineState look_at(Recogniser *r, Str line)
{
    LineState s = {.line = line};

    s.valid = utf8_check(line) == line.n;
    s.as_is = s.valid ? plainly_vietnamese(line) : is_noise(line);
    if (!s.valid) {
        s.narrow = true;
        s.bytes = line;
    } else if (!has_vietnamese(line)) {
        s.narrow = line_bytes(line, &r->bytes);
        s.bytes = buf_get(&r->bytes);
        if (!s.narrow &&
            r->raw) { /* the bytes of a name in capitals may happen to be UTF-8 of Cyrillic letters */
            s.narrow = true;
            s.bytes = line;
        }
    }
    return s;
}

/* Reads a line in a way, into r->text[way], and tells how Vietnamese it is then. False when it cannot be. */
static bool read_line(Recogniser *r, LineState *s, int way)
{
    Buf *out = &r->text[way];

    if (s->read[way])
        return true;
    out->n = 0;
    if (way == MISREAD) {
        if (!s->valid)
            return false;
        s->mended[way] = misread_text(s->line, &r->habit, out);
    } else if (way == ENCODING_UTF8) {
        s->mended[way] = utf8_mend(s->line, out);
    } else {
        if (!r->legacy)
            r->legacy = legacy_new();
        if (!s->narrow || !legacy_known(r->legacy, (Encoding)way))
            return false;
        s->mended[way] = legacy_read(r->legacy, (Encoding)way, s->bytes, out);
    }
    s->read[way] = true;
    s->share[way] = vietnamese_share(buf_get(out));
    return true;
}

static bool is_candidate(int way)
{
    return way == MISREAD || (way >= ENCODING_TCVN3 && way < ENCODINGS);
}

static unsigned percent(Share s)
{
    return s.seen ? (unsigned)(100 * s.valid / s.seen) : 0;
}

/* Its words without marks are syllables too: not so in "Trykk på så lenge" read as TCVN3. */
static bool is_better(Share now, Share before)
{
    return percent(now) >= ENOUGH && percent(now) >= percent(before) + RISE && now.valid > before.valid &&
           100 * now.syllables >= ENOUGH * now.words;
}

/* Enough to go by alone: words, and more than the few letters with marks that other languages have. */
static bool is_proof(Share s)
{
    unsigned n = 0;

    for (uint64_t rest = s.letters; rest; rest &= rest - 1)
        n++;
    return s.valid >= FEW && n >= FEW;
}

static int best_way(const Share *share)
{
    int best = ENCODING_UTF8;

    for (int way = 0; way < WAYS; way++)
        if (is_candidate(way) && is_better(share[way], share[ENCODING_UTF8]) &&
            (best == ENCODING_UTF8 ||
             share[way].valid * share[best].seen > share[best].valid * share[way].seen))
            best = way;
    return best;
}

/* ---- blocks ---- */

static void add_share(Share *to, Share s)
{
    to->words += s.words;
    to->syllables += s.syllables;
    to->seen += s.seen;
    to->valid += s.valid;
    to->letters |= s.letters;
}

/* Takes the next line with its line end, or a piece of a long one, cut behind a space or between characters.
 */
static bool cut_line(Str *rest, Str *line)
{
    size_t i = 0, room = rest->n < PIECE ? rest->n : PIECE;

    if (rest->n == 0)
        return false;
    while (i < room && rest->p[i] != '\n' && rest->p[i] != '\r')
        i++;
    while (i < rest->n && (rest->p[i] == '\n' || rest->p[i] == '\r'))
        i++;
    if (i == PIECE && i < rest->n) {
        while (i > 0 && rest->p[i - 1] != ' ')
            i--;
        for (i = i ? i : PIECE; i < rest->n && ((unsigned char)rest->p[i] & 0xC0) == 0x80; i++)
            ;
    }
    *line = (Str){rest->p, i};
    *rest = str_from(*rest, i);
    return true;
}

/* The way that most of the first lines of a block speak for. */
static void vote(Recogniser *r, Str block)
{
    Share sum[WAYS] = {{0}};
    Str line;
    bool raw = false;
    int way;

    while (sum[ENCODING_UTF8].seen < MANY && cut_line(&block, &line)) {
        LineState s = look_at(r, line);

        if (s.as_is)
            continue;
        raw |= !s.valid;
        for (way = ENCODING_UTF8; way < WAYS; way++) {
            if ((way == ENCODING_UTF8 || is_candidate(way)) && read_line(r, &s, way)) {
                add_share(&sum[way], s.share[way]);
            }
        }
    }
    way = best_way(sum);
    r->here = way != ENCODING_UTF8 && (way == r->way || is_proof(sum[way]));
    if (r->here) {
        r->way = way;
        r->raw = raw;
    }
}

/* Does a line that is valid UTF-8 say more when it is read in the way of its block? Where it says as much the
 * block decides: "TTÄ T", and "Vãn hóa" that was "Văn hóa" in windows-1258. */
static bool fits(Recogniser *r, LineState *s, int way)
{
    Share now = s->share[way];
    size_t before;

    read_line(r, s, ENCODING_UTF8);
    before = s->share[ENCODING_UTF8].valid;
    return now.valid > before || now.seen == 0 ||
           (now.valid == before && (way == MISREAD || (r->here && now.valid == now.seen)));
}

/* The way to read one line: that of the block if it fits, another if it fits clearly. */
static int line_way(Recogniser *r, LineState *s)
{
    int way = r->way;

    if (r->forced != ENCODING_AUTO && !s->valid)
        return read_line(r, s, way) ? way : ENCODING_UTF8;
    if (is_candidate(way) && read_line(r, s, way)) {
        if (percent(s->share[way]) >= ENOUGH || s->share[way].seen < FEW)
            return s->valid && !fits(r, s, way) ? ENCODING_UTF8 : way;
    }
    read_line(r, s, ENCODING_UTF8);
    if (s->share[ENCODING_UTF8].seen >= FEW && r->tries > 0) {
        r->tries--;
        for (int w = 0; w < WAYS; w++)
            if (is_candidate(w))
                read_line(r, s, w);
        int best = best_way(s->share);

        if (best != ENCODING_UTF8 && is_proof(s->share[best])) {
            r->tries = TRIES;
            return r->way = best;
        }
    }
    return ENCODING_UTF8;
}

static void put_line(Recogniser *r, LineState *s, int way, Buf *out, DecodeCounts *counts)
{
    if (way == ENCODING_UTF8 && s->valid) {
        counts->misread += misread_words(s->line, out);
        return;
    }
    read_line(r, s, way);
    buf_str(out, buf_get(&r->text[way]));
    if (way == MISREAD)
        counts->misread += s->mended[way];
    else
        counts->invalid += s->mended[way];
    if (way < ENCODINGS && way != ENCODING_UTF8)
        counts->lines[way]++;
}

void recognise(Recogniser *r, Str block, Buf *out, DecodeCounts *counts)
{
    Str line;

    r->tries = TRIES;
    r->habit = misread_habit(block);
    if (r->forced == ENCODING_AUTO)
        vote(r, block);
    while (cut_line(&block, &line)) {
        LineState s = look_at(r, line);

        if (s.as_is)
            counts->invalid += utf8_mend(line, out);
        else
            put_line(r, &s, line_way(r, &s), out, counts);
    }
}
