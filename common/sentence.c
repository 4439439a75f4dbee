/* SPDX-License-Identifier: ISC */
#include "sentence.h"

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
    return t->type == TOKEN_MARK ? utf8_next(text, &at) : 0;
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

typedef enum { STOP_NONE, STOP_TITLE, STOP_DOTTED } Stop;

static Stop stop_of(Str word)
{
    TableRows rows = table_rows(&table_stop, NULL);
    Str cells[2];
    while (table_next(&rows, cells))
        if (str_eq(cells[0], word))
            return cells[1].p[0] == 't' ? STOP_TITLE : STOP_DOTTED;
    return STOP_NONE;
}

static bool word_is(Str text, const Token *t, const char *const *words)
{
    Str w = token_str(text, t);
    for (; *words; words++)
        if (str_eq(w, str_of(*words)))
            return true;
    return false;
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
    static const char *const roman[] = {"quý", "quí", "khóa", "khoá", "thứ", "Quý", "Khóa", "hội", NULL};
    static const char *const classes[] = {"loại", "hạng", "nhóm",    "khối", "lớp",
                                          "khu",  "lô",   "vitamin", NULL};
    if (i == from)
        return false;
    if (word_is(text, &t[i - 1], roman))
        return is_roman(token_str(text, &t[i]));
    return word_is(text, &t[i - 1], classes);
}

/* Does the full stop behind word i not end the sentence that began at `from`? */
static bool stop_goes_on(Str text, const Token *t, size_t i, size_t from)
{
    static const char *const articles[] = {"Điều", "Khoản", "Mục", "Chương", "Phần", "điều", "khoản", NULL};
    const Token *w = &t[i];
    if (w->type == TOKEN_NUMBER) /* "1. Tiếp tục …", "Điều 3. Tổ chức thực hiện" */
        return (i == from && w->n <= 3) || (i > from && word_is(text, &t[i - 1], articles));
    if (w->type != TOKEN_WORD)
        return false;
    Str s = token_str(text, w);
    if (i == from && (w->nch == 1 || (is_roman(s) && s.n <= 5))) /* "II. Nhiệm vụ", "b. Về xã hội" */
        return true;
    bool dotted = i >= from + 2 && glued(w) && mark(text, &t[i - 1]) == '.' && glued(&t[i - 1]);
    Stop stop = w->nch <= 4 ? stop_of(s) : STOP_NONE;
    if (stop == STOP_DOTTED && dotted) /* "các ban của T.Ư. Sau đó" */
        return false;
    if (stop == STOP_TITLE && !numbered(text, t, i, from))
        return true;
    return w->nch == 1 && (w->flags & TOKEN_UPPER) && !numbered(text, t, i, from); /* an initial */
}

/* Does what stands at token i open a sentence? */
static bool opens(Str text, const Token *t, size_t n, size_t i)
{
    uint32_t c = mark(text, &t[i]);
    if (is_bullet(c)) /* "- Tiếp tục" */
        return i + 1 < n && t[i + 1].flags & TOKEN_CAP;
    if (t[i].nch == 1 && t[i].type == TOKEN_WORD && i + 2 < n && mark(text, &t[i + 1]) == ')' &&
        glued(&t[i + 1]))
        return (t[i + 2].flags & TOKEN_CAP) != 0; /* "b) Về y tế" */
    while (i + 1 < n && is_opening(c))
        c = mark(text, &t[++i]);
    return t[i].type == TOKEN_NUMBER || t[i].flags & TOKEN_CAP;
}

/* Takes end marks and closing quotes and brackets that are glued together from i on; the token behind them.
 */
static size_t end_run(Str text, const Token *t, size_t n, size_t i, size_t *depth)
{
    while (i < n && glued(&t[i])) {
        uint32_t c = mark(text, &t[i]);
        if (c == '/' && i + 1 < n && mark(text, &t[i + 1]) == '.')
            i++; /* "./." */
        else if (!is_end(c) && !is_closing(c))
            break;
        if (c == ')' && *depth)
            --*depth;
        i++;
    }
    return i;
}

static void put(Span **spans, size_t *cap, size_t *n, size_t from, size_t to)
{
    *spans = array_room(*spans, cap, *n, sizeof **spans);
    (*spans)[(*n)++] = (Span){from, to};
}

size_t sentence_spans(Str text, const Token *t, size_t n, Span **spans, size_t *cap)
{
    size_t found = 0, from = 0, depth = 0;
    for (size_t i = 0; i < n;) {
        if (t[i].type != TOKEN_MARK) {
            i++;
            continue;
        }
        uint32_t c = mark(text, &t[i]);
        if (c == '(' && t[i].flags & TOKEN_CLOSES)
            depth++;
        else if (c == ')' && depth)
            depth--;
        if (!is_end(c)) {
            i++;
            continue;
        }
        size_t next = end_run(text, t, n, i + 1, &depth);
        bool lone_stop = c == '.' && next == i + 1;
        if (next < n && depth == 0 && !glued(&t[next]) && opens(text, t, n, next) &&
            !(lone_stop && i > from && glued(&t[i]) && stop_goes_on(text, t, i - 1, from))) {
            put(spans, cap, &found, from, next);
            from = next;
        }
        i = next;
    }
    if (from < n)
        put(spans, cap, &found, from, n);
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
    for (size_t i = from; i < to; i++) {
        if (t[i].type != TOKEN_MARK)
            continue;
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
