/* SPDX-License-Identifier: ISC */
#include "sentence.h"

#include <stdlib.h>

#include "mask.h"
#include "split.h"
#include "tables.h"
#include "utf8.h"

enum {
    ELLIPSIS = 0x2026,
    OPEN_QUOTE = 0x201C,
    CLOSE_QUOTE = 0x201D,
    CLOSE_SINGLE = 0x2019,
    OPEN_SINGLE = 0x2018
};

/* The character of a mark, 0 for words and numbers. */
static uint32_t mark(Str text, const Token *t)
{
    size_t at = t->at;
    return t->n == 1 || !t->mark ? (unsigned char)t->mark : utf8_next(text, &at);
}

static bool is_end(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == ELLIPSIS;
}

static bool is_closing(uint32_t c)
{
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == CLOSE_QUOTE || c == CLOSE_SINGLE ||
           c == 0xBB;
}

static bool is_opening(uint32_t c)
{
    return c == '(' || c == '[' || c == '"' || c == '\'' || c == OPEN_QUOTE || c == OPEN_SINGLE || c == 0xAB;
}

static bool is_bullet(uint32_t c)
{
    return c == '-' || c == '+' || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x2022;
}

static bool glued(const Token *t)
{
    return !(t->flags & TOKEN_SPACE);
}

typedef enum { STOP_NONE, STOP_TITLE, STOP_DOTTED, STOP_NUMBER, STOP_CLASS, STOP_ARTICLE, STOPS } Stop;

static Stop stop_of(Str word)
{
    static const char *const roles[] = {"", "title", "dotted", "number", "class", "article"};
    Str cells[2];
    return table_find(&table_stop, word, cells) ? (Stop)cell_name(cells[1], roles, STOPS) : STOP_NONE;
}

static bool is_roman(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!memchr("IVXLC", s.p[i], 5))
            return false;
    return true;
}

/* "quý I. Sang quý II", "xếp loại A. Năm nay": a lone capital that is a number or a class, no initial. */
static bool numbered(Str text, const Token *t, size_t i, size_t from)
{
    Stop before = i > from ? stop_of(token_str(text, &t[i - 1])) : STOP_NONE;
    return before == STOP_CLASS || (before == STOP_NUMBER && is_roman(token_str(text, &t[i])));
}

/* Does the full stop behind word i not end the sentence that began at `from`? */
static bool stop_goes_on(Str text, const Token *t, size_t i, size_t from)
{
    const Token *w = &t[i];
    uint32_t before = i > from ? mark(text, &t[i - 1]) : 0;
    if (w->type ==
        TOKEN_NUMBER) /* "1. Tiếp tục …", "Điều 3. Tổ chức thực hiện", "các việc: 1. Thu; 2. Chi" */
        return (i == from && w->n <= 3) ||
               (i > from && stop_of(token_str(text, &t[i - 1])) == STOP_ARTICLE) ||
               (before == ';' && w->n <= 2) || (before == ':' && str_eq(token_str(text, w), STR("1")));
    if (w->type != TOKEN_WORD)
        return false;
    Str s = token_str(text, w);
    if (i == from && (w->nch == 1 || (is_roman(s) && s.n <= 5))) /* "II. Nhiệm vụ", "b. Về xã hội" */
        return true;
    if (glued(w) && (before == '-' || before == '&')) /* "Bộ GD&ĐT. Bộ Y tế", "Sở VH-TT. Sở Nội vụ" */
        return false;
    bool dotted = i >= from + 2 && glued(w) && mark(text, &t[i - 1]) == '.' && glued(&t[i - 1]);
    Stop stop = w->nch <= 4 ? stop_of(s) : STOP_NONE;
    if (stop == STOP_DOTTED && dotted) /* "các ban của T.Ư. Sau đó" */
        return false;
    bool unit = i > from && glued(w) && t[i - 1].type == TOKEN_NUMBER; /* "dài 15p. Sau đó" */
    if (stop == STOP_TITLE && !unit && !numbered(text, t, i, from))
        return true;
    return w->nch == 1 && (w->flags & TOKEN_UPPER) && !numbered(text, t, i, from); /* an initial */
}

/* ---- the text around a full stop, as far as it is looked at */

/* The token at *at, with the flags and lengths that the rules above ask for. */
static bool make_token(Str text, size_t *at, Token *t)
{
    Split s;
    if (!split_next(text, at, &s))
        return false;
    size_t first = 0;
    *t = (Token){.at = (uint32_t)(s.text.p - text.p), .n = (uint32_t)s.text.n, .type = (uint8_t)s.type};
    if (s.before)
        t->flags |= TOKEN_SPACE;
    if (s.type == TOKEN_MARK)
        t->mark = mark_char(s.text);
    if (s.type == TOKEN_WORD && cp_is_upper(utf8_next(s.text, &first)))
        t->flags |= TOKEN_CAP;
    t->nch = first == s.text.n ? 1 : s.text.n <= 16 ? (uint32_t)utf8_count(s.text) : t->n;
    if (t->nch == 1 && t->flags & TOKEN_CAP)
        t->flags |= TOKEN_UPPER;
    return true;
}

/* Tokens from some byte on. */
typedef struct {
    Str text;
    size_t at;
    const Token *t, *end; /* t NULL: they are made */
} Tokens;

static bool next_token(Tokens *from, Token *t)
{
    if (!from->t)
        return make_token(from->text, &from->at, t);
    if (from->t == from->end)
        return false;
    *t = *from->t++;
    return true;
}

/* Looks at the next 64 tokens. */
static void read_marks(Marks *m)
{
    uint64_t found = 0;
    for (size_t k = m->n - m->read < 64 ? m->n : m->read + 64; k-- > m->read;)
        found = found << 1 | m->such[(unsigned char)m->t[k].mark];
    m->found = found;
    m->read += 64;
}

/* The first such mark that is token i or stands behind it, n for none. */
static size_t marks_next(Marks *m, size_t i)
{
    for (;; m->found &= m->found - 1) {
        while (!m->found) {
            if (m->read >= m->n)
                return m->n;
            read_marks(m);
        }
        size_t k = m->read - 64 + (size_t)__builtin_ctzll(m->found);
        if (k >= i)
            return k;
    }
}

/* How many tokens lie before a byte of the text, near the one asked for last. */
static size_t tokens_before(Sentences *s, size_t byte)
{
    size_t at = byte + (size_t)(s->text.p - s->all.p);
    while (s->seen < s->n && s->t[s->seen].at < at)
        s->seen++;
    while (s->seen > 0 && s->t[s->seen - 1].at >= at)
        s->seen--;
    return s->seen;
}

static Tokens tokens_from(Sentences *s, size_t byte)
{
    if (!s->t)
        return (Tokens){.text = s->text, .at = byte};
    return (Tokens){.text = s->all, .t = s->t + tokens_before(s, byte), .end = s->t + s->n};
}

/* Does what stands at byte `at` open a sentence? */
static bool opens(Sentences *s, size_t at)
{
    Tokens from = tokens_from(s, at);
    Token t, next;
    if (!next_token(&from, &t))
        return false;
    uint32_t c = mark(from.text, &t);
    if (is_bullet(c)) /* "- Tiếp tục" */
        return next_token(&from, &t) && t.flags & TOKEN_CAP;
    Tokens behind = from;
    if (t.nch == 1 && t.type == TOKEN_WORD && next_token(&behind, &next) && mark(from.text, &next) == ')' &&
        glued(&next) && next_token(&behind, &next))
        return (next.flags & TOKEN_CAP) != 0; /* "b) Về y tế" */
    while (is_opening(c) && next_token(&from, &t))
        c = mark(from.text, &t);
    return t.type == TOKEN_NUMBER || t.flags & TOKEN_CAP;
}

/* The start of the word before `at`, not before `from`: words as spaces part them. */
static size_t word_before(Str text, size_t at, size_t from)
{
    while (at > from && text.p[at - 1] == ' ')
        at--;
    while (at > from && text.p[at - 1] != ' ')
        at--;
    return at;
}

enum { SEEN = 3 }; /* tokens before a full stop that tell what it is */

/* Makes the last tokens before byte `stop`; how many. */
static size_t make_last(Str text, size_t stop, size_t from, Token last[SEEN])
{
    Token t;
    size_t at = stop, n = 0;
    for (int words = 0; words < SEEN && at > from; words++)
        at = word_before(text, at, from);
    Str before = {text.p, stop};
    while (make_token(before, &at, &t)) {
        if (n == SEEN)
            memmove(last, last + 1, (SEEN - 1) * sizeof *last);
        last[n == SEEN ? SEEN - 1 : n++] = t;
    }
    return n;
}

/* Does the full stop at byte `stop` not end the sentence? */
static bool goes_on(Sentences *s, size_t stop)
{
    if (!s->t) {
        Token last[SEEN];
        size_t n = make_last(s->text, stop, s->from, last);
        return n > 0 && stop_goes_on(s->text, last, n - 1, 0);
    }
    size_t end = tokens_before(s, stop), from = s->from + (size_t)(s->text.p - s->all.p), first = end;
    while (first > 0 && end - first < SEEN && s->t[first - 1].at >= from)
        first--;
    return first < end && stop_goes_on(s->all, s->t, end - 1, first);
}

/* ---- sentences */

/* The character at byte i of text, 0 at the end. *n: its bytes. */
static uint32_t char_at(Str text, size_t i, size_t *n)
{
    size_t at = i;
    uint32_t c = i < text.n ? utf8_next(text, &at) : 0;
    *n = at - i;
    return c;
}

/* Takes end marks and closing quotes and brackets that are glued together from byte i on. */
static size_t end_run(Sentences *s, size_t i)
{
    size_t n;
    for (uint32_t c; (c = char_at(s->text, i, &n)) != 0; i += n) {
        if (c == '/' && i + 1 < s->text.n && s->text.p[i + 1] == '.')
            n = 2; /* "./." */
        else if (!is_end(c) && !is_closing(c))
            break;
        if (c == ')' && s->depth)
            s->depth--;
    }
    return i;
}

static size_t find_byte(Str s, char c, size_t from)
{
    const char *p = from < s.n ? memchr(s.p + from, c, s.n - from) : NULL;
    return p ? (size_t)(p - s.p) : s.n;
}

/* Every ) serves the nearest ( before it: those left over are open. */
static void find_open_brackets(Sentences *s)
{
    Str t = s->text;
    s->n_open = s->next_open = 0;
    size_t open = find_byte(t, '(', 0), close = find_byte(t, ')', open);
    while (open < t.n) {
        for (; close < open; close = find_byte(t, ')', close + 1))
            s->n_open -= s->n_open > 0;
        s->open = array_room(s->open, &s->cap_open, s->n_open, sizeof *s->open);
        s->open[s->n_open++] = open;
        open = find_byte(t, '(', open + 1);
    }
    for (; close < t.n && s->n_open; close = find_byte(t, ')', close + 1))
        s->n_open--;
}

void sentences_begin(Sentences *s, Str text)
{
    s->text = text;
    s->from = s->depth = s->seen = 0;
    while (s->from < text.n && text.p[s->from] == ' ')
        s->from++;
    find_open_brackets(s);
}

void sentences_free(Sentences *s)
{
    free(s->open);
}

/* Bytes that are looked at: ( ) . ! ? and the first of … */
static inline uint64_t bytes_looked_at(const char *p)
{
    uint64_t bytes = 0;
    for (unsigned i = 0; i < BLOCK; i += LANE) {
        Lane lane = lane_load(p + i);
        Lane found = lane_equal(lane_and(lane, lane_each(0xFE)), lane_each('('));
        found = lane_or(found, lane_equal(lane, lane_each('.')));
        found = lane_or(found, lane_equal(lane, lane_each('!')));
        found = lane_or(found, lane_equal(lane, lane_each('?')));
        found = lane_or(found, lane_equal(lane, lane_each(0xE2)));
        bytes |= lane_bits(found) << i;
    }
    return bytes;
}

/* The next of them among the tokens. */
static size_t next_token_mark(Sentences *s, size_t i)
{
    size_t begin = (size_t)(s->text.p - s->all.p), k = marks_next(&s->marks, s->seen);
    while (k < s->n && s->t[k].at < begin + i)
        k = marks_next(&s->marks, k + 1);
    s->seen = k;
    return k < s->n ? s->t[k].at - begin : s->text.n;
}

/* The next of them, from i on. */
static size_t next_mark(Sentences *s, size_t i)
{
    char room[BLOCK];
    Str t = s->text;
    if (s->t)
        return next_token_mark(s, i);
    for (; i < t.n; i += BLOCK) {
        uint64_t bytes = bytes_looked_at(block_at(t.p + i, t.n - i, ' ', room));
        if (bytes)
            return i + (size_t)__builtin_ctzll(bytes);
    }
    return t.n;
}

/* Is the end mark at byte i, `n` bytes long, the end of a sentence? Moves *i behind what belongs to it. */
static bool ends_sentence(Sentences *s, size_t *i, size_t n)
{
    Str t = s->text;
    size_t at = *i, next = end_run(s, at + n);
    *i = next;
    if (next + 1 >= t.n || t.p[next] != ' ' || s->depth || !opens(s, next))
        return false;
    bool lone_stop = t.p[at] == '.' && next == at + 1;
    return !(lone_stop && at > s->from && t.p[at - 1] != ' ' && goes_on(s, at));
}

bool sentences_next(Sentences *s, size_t *end)
{
    Str t = s->text;
    if (s->from >= t.n)
        return false;
    for (size_t i = next_mark(s, s->from); i < t.n; i = next_mark(s, i)) {
        char c = t.p[i];
        if (c == '(') {
            if (s->next_open < s->n_open && s->open[s->next_open] == i)
                s->next_open++;
            else
                s->depth++;
            i++;
        } else if (c == ')') {
            s->depth -= s->depth > 0;
            i++;
        } else {
            size_t n;
            if (!is_end(char_at(t, i, &n))) {
                i += n;
            } else if (ends_sentence(s, &i, n)) {
                *end = s->from = i;
                while (s->from < t.n && t.p[s->from] == ' ')
                    s->from++;
                return true;
            }
        }
    }
    *end = s->from = t.n;
    return true;
}

static void put(Span **spans, size_t *cap, size_t *n, size_t from, size_t to)
{
    *spans = array_room(*spans, cap, *n, sizeof **spans);
    (*spans)[(*n)++] = (Span){from, to};
}

size_t sentence_spans(Str text, const Token *t, size_t n, Span **spans, size_t *cap)
{
    if (n == 0)
        return 0;
    static const bool such[256] = {
        ['('] = true, [')'] = true, ['.'] = true, ['!'] = true, ['?'] = true, [MARK_WIDE] = true};
    /* The tokens may be a few of a long text: only their part is looked at. */
    Sentences s = {.t = t, .n = n, .all = text, .marks = {.such = such, .t = t, .n = n}};
    size_t found = 0, from = 0, to, end, begin = t[0].at;
    Str part = str_sub(text, begin, t[n - 1].at + t[n - 1].n - begin);
    for (sentences_begin(&s, part); sentences_next(&s, &end); from = to) {
        to = end < part.n ? tokens_before(&s, end) : n;
        if (from < to)
            put(spans, cap, &found, from, to);
    }
    sentences_free(&s);
    return found;
}

/* Where a quote opened at token i closes before `to`; `to` when it does not. */
static size_t quote_end(Str text, const Token *t, size_t i, size_t to, uint32_t close, size_t *seen)
{
    if (*seen <= i) /* look on from where the last search ended */
        for (*seen = i + 1; *seen < to && mark(text, &t[*seen]) != close;)
            ++*seen;
    return *seen;
}

size_t clause_spans(Str text, const Token *t, Span sentence, Span **spans, size_t *cap)
{
    size_t found = 0, from = sentence.from, to = sentence.to, depth = 0, curly = 0, straight = 0;
    static const bool such[256] = {
        ['('] = true, [')'] = true, [';'] = true, [':'] = true, ['"'] = true, [MARK_WIDE] = true};
    Marks marks = {.such = such, .t = t, .n = to, .read = from};
    for (size_t i = marks_next(&marks, from); i < to; i = marks_next(&marks, i + 1)) {
        uint32_t c = mark(text, &t[i]);
        if (c == '(' && t[i].flags & TOKEN_CLOSES) {
            depth++;
        } else if (c == ')' && depth) {
            depth--;
        } else if (c == OPEN_QUOTE || c == '"') {
            size_t end = c == '"' ? quote_end(text, t, i, to, '"', &straight)
                                  : quote_end(text, t, i, to, CLOSE_QUOTE, &curly);
            if (end < to)
                i = end;
        } else if ((c == ';' || c == ':') && depth == 0) {
            size_t next = i + 1;
            while (c == ';' && next < to && glued(&t[next]) && is_end(mark(text, &t[next])))
                next++; /* "so với cùng kỳ;…" */
            if (next < to && !glued(&t[next])) {
                put(spans, cap, &found, from, next);
                from = next;
            }
            i = next - 1;
        }
    }
    if (from < to)
        put(spans, cap, &found, from, to);
    return found;
}
