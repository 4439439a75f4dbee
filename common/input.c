/* SPDX-License-Identifier: ISC */
#include "input.h"

#include <stdlib.h>

#include "markup.h"
#include "record.h"
#include "source.h"
#include "utf8.h"

enum { GUESS = 64 * 1024 }; /* bytes of a first line that are looked at to tell text from records */

typedef enum { AT_OPEN, IN_LINES, AT_END } State;

struct Input {
    const Cli *cli;
    Source *source;
    Decoder *decoder, *plain; /* for text; for records */
    DecodeCounts counts;
    Markup markup;
    State state;
    bool records, keep_feeds;

    Buf raw; /* bytes read; those before raw_at are decoded */
    size_t raw_at;
    bool raw_end;          /* the FILE ends with raw */
    Str text;              /* decoded, lives until more is */
    size_t at;             /* in text */
    bool has_cr, has_feed; /* in text */

    uint64_t number; /* of the line that begins or goes on at text.p + at */
    bool skip_lf;    /* a CR was just seen: the LF that may follow belongs to it */
    bool after_feed; /* only spaces came since a form feed */
    bool feed;       /* the line found ends with a form feed, which is to be told next */
    Buf part;        /* a line that goes on behind text */
    Str left;        /* what is not yet handed out of the line found */
    bool found;      /* a whole line is found */
    bool cut;        /* its first piece is handed out */
    uint64_t left_number;
};

Input *input_new(const Cli *cli)
{
    Input *in = xrealloc(NULL, 1, sizeof *in);
    *in = (Input){.cli = cli};
    in->source = source_new(cli);
    in->decoder = decoder_new(cli->encoding);
    in->plain = decoder_new(ENCODING_UTF8);
    return in;
}

void input_free(Input *in)
{
    if (!in)
        return;
    source_free(in->source);
    decoder_free(in->decoder);
    decoder_free(in->plain);
    buf_free(&in->raw);
    buf_free(&in->part);
    free(in);
}

void input_keep_feeds(Input *in)
{
    in->keep_feeds = true;
}

bool input_is_records(const Input *in)
{
    return in->records;
}

const char *input_name(const Input *in)
{
    return source_name(in->source);
}

DecodeCounts input_counts(const Input *in)
{
    return in->counts;
}

/* ---- bytes */

static bool read_raw(Input *in)
{
    if (in->raw_end)
        return false;
    if (in->raw_at) {
        memmove(in->raw.p, in->raw.p + in->raw_at, in->raw.n - in->raw_at);
        in->raw.n -= in->raw_at;
        in->raw_at = 0;
    }
    in->raw_end = !source_read(in->source, &in->raw);
    return !in->raw_end;
}

static Decoder *decoder(Input *in)
{
    return in->records ? in->plain : in->decoder;
}

/* Tells of invalid bytes at the line of the first. */
static void count_invalid(Input *in, uint64_t before)
{
    uint64_t invalid = decoder_counts(decoder(in)).invalid, line = in->number;
    Str t = in->text;
    if (invalid == before)
        return;
    for (size_t i = 0; i + 3 <= t.n && memcmp(t.p + i, "\xEF\xBF\xBD", 3) != 0; i++)
        line += t.p[i] == '\n' || (t.p[i] == '\r' && t.p[i + 1] != '\n' && !in->records);
    tally(TALLY_WARNING, "invalid bytes, read as U+FFFD", line, invalid - before);
}

/* Decodes more. False at the end of the FILE. */
static bool next_text(Input *in)
{
    uint64_t invalid = decoder_counts(decoder(in)).invalid;
    in->at = in->text.n = 0;
    for (;;) {
        Str raw = str_from(buf_get(&in->raw), in->raw_at);
        if (raw.n == 0 && in->raw_end)
            return false;
        size_t taken = raw.n ? decoder_take(decoder(in), raw, in->raw_end, &in->text) : 0;
        in->raw_at += taken;
        if (in->text.n)
            break;
        if (taken == 0)
            read_raw(in);
    }
    count_invalid(in, invalid);
    in->has_cr = memchr(in->text.p, '\r', in->text.n) != NULL;
    in->has_feed = !in->records && !in->keep_feeds && memchr(in->text.p, '\f', in->text.n) != NULL;
    return true;
}

/* ---- text or records */

static bool is_lower_word(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < 'a' || s.p[i] > 'z')
            return false;
    return s.n > 0;
}

static bool looks_like_records(Str line)
{
    RecordRow row;
    RowState state = record_row(line, &row);
    return state == ROW_HEADER || (state == ROW_GOOD && is_lower_word(row.kind));
}

/* Looks at the first line that is not blank. */
static bool guess_records(Input *in)
{
    size_t at = 0;
    while (at < GUESS) {
        Str rest = str_from(buf_get(&in->raw), at);
        if (at == 0 && str_starts(rest, STR("\xEF\xBB\xBF"))) {
            at = 3;
            continue;
        }
        const char *end = rest.n ? memchr(rest.p, '\n', rest.n) : NULL;
        if (!end && !in->raw_end && rest.n < GUESS) {
            read_raw(in);
            continue;
        }
        Str line = {rest.p, end ? (size_t)(end - rest.p) : rest.n};
        if (line.n && line.p[line.n - 1] == '\r')
            line.n--;
        size_t space = 0;
        while (space < line.n && (line.p[space] == ' ' || line.p[space] == '\t'))
            space++;
        if (space < line.n || !end)
            return looks_like_records(line);
        at += (size_t)(end - rest.p) + 1;
    }
    return false;
}

static Line open_file(Input *in)
{
    if (!source_open(in->source)) {
        in->state = AT_END;
        return (Line){.type = LINE_END};
    }
    in->raw.n = in->raw_at = in->at = 0;
    in->text = in->left = (Str){NULL, 0};
    in->part.n = 0;
    in->number = 1;
    in->raw_end = in->skip_lf = in->after_feed = in->feed = in->found = in->cut = false;
    in->records = in->cli->input == INPUT_RECORDS || (in->cli->input == INPUT_GUESS && guess_records(in));
    decoder_open(decoder(in));
    in->state = IN_LINES;
    return (Line){.type = LINE_OPEN, .text = str_of(input_name(in)), .number = 1};
}

static Line close_file(Input *in)
{
    DecodeCounts c = decoder_counts(decoder(in));
    in->counts.invalid += c.invalid;
    in->counts.misread += c.misread;
    for (size_t e = 0; e < ENCODINGS; e++)
        in->counts.lines[e] += c.lines[e];
    markup_end(&in->markup);
    tally_end(input_name(in));
    in->state = AT_OPEN;
    return (Line){.type = LINE_CLOSE};
}

/* ---- lines */

/* Where the line that goes on at `at` ends in text: at LF, in text files at CR or a form feed too. */
static size_t line_end(const Input *in)
{
    Str rest = str_from(in->text, in->at);
    if (in->records || (!in->has_cr && !in->has_feed)) {
        const char *lf = memchr(rest.p, '\n', rest.n);
        return lf ? (size_t)(lf - in->text.p) : in->text.n;
    }
    size_t i = in->at;
    while (i < in->text.n && in->text.p[i] != '\n' && in->text.p[i] != '\r' &&
           (in->text.p[i] != '\f' || !in->has_feed))
        i++;
    return i;
}

/* Passes over the LF of a CR LF. */
static void skip_lf(Input *in)
{
    if (!in->skip_lf || in->at == in->text.n)
        return;
    in->at += in->text.p[in->at] == '\n';
    in->skip_lf = false;
}

/* Passes over that, and over what makes the line of a form feed a mere separator. */
static void skip_before_line(Input *in)
{
    skip_lf(in);
    while (in->after_feed && in->at < in->text.n) {
        char c = in->text.p[in->at];
        in->after_feed = c == ' ' || c == '\t';
        if (c == '\n' || c == '\r') {
            in->number++;
            in->skip_lf = c == '\r';
        }
        if (in->after_feed || c == '\n' || c == '\r')
            in->at++;
    }
    skip_lf(in);
}

/* Looks for the end of the line in text: found, or all of text is put into part. */
static void find_line(Input *in)
{
    skip_before_line(in);
    if (in->at == in->text.n)
        return;
    size_t end = line_end(in);
    Str piece = {in->text.p + in->at, end - in->at};
    in->left_number = in->number;
    bool whole = end < in->text.n;
    in->at = whole ? end + 1 : end;
    if (!whole || in->part.n) {
        buf_str(&in->part, piece);
        piece = buf_get(&in->part);
    }
    if (whole) {
        char c = in->text.p[end];
        in->feed = c == '\f';
        in->found = !in->feed || piece.n;
        in->skip_lf = c == '\r';
        in->number += c != '\f';
    }
    in->left = piece;
}

/* Bytes of s that make a piece of at most `room`, *next where the rest begins: at a space, failing that
 * between characters. */
static size_t cut_at(Str s, size_t room, size_t *next)
{
    size_t n = room;
    while (n > 0 && s.p[n] != ' ')
        n--;
    if (n > 0) {
        *next = n + 1;
        return n;
    }
    n = room;
    while (n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80)
        n--;
    if (n == 0)
        utf8_next(s, &n);
    *next = n;
    return n;
}

/* How long a piece of the line may be: the cap, which is one of text in records too. */
static size_t cap(const Input *in)
{
    size_t columns = 0;
    if (in->records && !in->cut)
        for (int i = 0; i < 3; i++) {
            const char *tab = memchr(in->left.p + columns, '\t', in->left.n - columns);
            if (!tab)
                break;
            columns = (size_t)(tab - in->left.p) + 1;
        }
    return columns + (size_t)in->cli->max_document;
}

static bool is_longer_than_cap(const Input *in)
{
    return in->left.n > in->cli->max_document && in->left.n > cap(in);
}

/* A piece of a line that is longer than the cap. */
static Line piece_of_line(Input *in)
{
    size_t next, n = cut_at(in->left, cap(in), &next);
    Line line = {.type = LINE_TEXT, .text = {in->left.p, n}, .number = in->left_number, .more = true};
    in->left = str_from(in->left, next);
    in->cut = true;
    return line;
}

static Line whole_line(Input *in)
{
    Line line = {.type = LINE_TEXT, .text = in->left, .number = in->left_number};
    bool cut = in->cut;
    in->found = in->cut = false;
    in->left = (Str){NULL, 0};
    if (in->records) {
        if (str_ends(line.text, STR("\r")))
            line.text.n--;
        return line;
    }
    if (!cut && line.text.n > 8 && line.text.p[0] == '=' && str_starts(line.text, STR("==> ")) &&
        str_ends(line.text, STR(" <=="))) {
        line.type = LINE_HEAD;
        line.text = str_sub(line.text, 4, line.text.n - 8);
        return line;
    }
    markup_line(&in->markup, line.text, line.number);
    return line;
}

/* Keeps what is not yet handed out of a line that goes on, at the front of part. */
static void keep_part(Input *in)
{
    if (in->left.p != in->part.p && in->left.n)
        memmove(in->part.p, in->left.p, in->left.n);
    in->part.n = in->left.n;
    in->left = buf_get(&in->part);
}

/* False at the end of the FILE. */
static bool next_line(Input *in, Line *line)
{
    for (;;) {
        if (is_longer_than_cap(in)) {
            *line = piece_of_line(in);
            return true;
        }
        if (in->found) {
            *line = whole_line(in);
            return true;
        }
        if (in->feed) {
            in->feed = false;
            in->after_feed = true;
            *line = (Line){.type = LINE_FEED, .number = in->number};
            return true;
        }
        keep_part(in);
        if (in->at == in->text.n && !next_text(in)) {
            if (in->part.n == 0 && !in->cut)
                return false;
            in->found = true;
            continue;
        }
        find_line(in);
    }
}

Line input_next(Input *in)
{
    Line line = {.type = LINE_END};
    if (in->state == AT_END)
        return line;
    if (in->state == AT_OPEN)
        return open_file(in);
    if (!next_line(in, &line))
        return close_file(in);
    return line;
}
