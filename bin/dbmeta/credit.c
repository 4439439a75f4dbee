/* SPDX-License-Identifier: ISC */
#include "credit.h"

#include <stdlib.h>

#include "person.h"
#include "tables.h"
#include "utf8.h"

enum { TABLE_CREDIT = 0, NAME_WORDS = 5, MARK_WORDS = 3, MARK_LETTERS = 8 };

typedef enum {
    ROLE_NONE,
    ROLE_AUTHOR,
    ROLE_NOTICE,
    ROLE_PHOTO,
    ROLE_PUBLISHER,
    ROLE_SOURCE,
    ROLE_VIEWS,
    ROLES
} Role;

static const char *const role_names[ROLES] = {"",          "author", "notice", "photo",
                                              "publisher", "source", "views"};

struct Credits {
    const Lexicon *lexicon;
    uint32_t and;
};

Credits *credits_new(Lexicon *l, UserRows *user)
{
    Credits *c = xrealloc(NULL, 1, sizeof *c);
    Str cells[2];
    *c = (Credits){.lexicon = l, .and = lexicon_word(l, STR("và"))};
    for (TableRows r = table_rows(&table_credit, user); table_next(&r, cells);)
        lexicon_add_forms(l, TABLE_CREDIT, cells[1], cell_name(cells[0], role_names, ROLES));
    return c;
}

void credits_free(Credits *c)
{
    free(c);
}

static size_t role_at(const Credits *c, const Record *r, size_t i, Role *role)
{
    uint32_t value;
    if (i >= r->n_tokens || !(lexicon_begins(c->lexicon, r->tokens[i].word) >> TABLE_CREDIT & 1))
        return 0;
    size_t used = lexicon_match(c->lexicon, TABLE_CREDIT, r->tokens, r->n_tokens, i, &value);
    if (used)
        *role = (Role)value;
    return used;
}

size_t views_at(const Credits *c, const Record *r, size_t i)
{
    Role role;
    size_t used = role_at(c, r, i, &role);
    return used && role == ROLE_VIEWS ? used : 0;
}

static Str span(const Record *r, size_t from, size_t to)
{
    return from < to ? token_span(r->text, &r->tokens[from], &r->tokens[to - 1]) : STR("");
}

/* ---- authors --------------------------------------------------------------------------------------------
 */

/* Is this a name as bylines have them: Thanh Loan, TRÍ DŨNG, P. Bình, N. Khánh, T.Q? */
static bool is_name(const Record *r, size_t from, size_t to)
{
    size_t words = 0, letters = 0;
    for (size_t i = from; i < to; i++) {
        if (r->tokens[i].type == TOKEN_MARK && record_mark(r, i) == '.')
            continue;
        if (r->tokens[i].type != TOKEN_WORD || !(r->tokens[i].flags & TOKEN_CAP))
            return false;
        words++;
        letters += r->tokens[i].nch;
    }
    return words > 0 && words <= NAME_WORDS && letters > 1;
}

/* ALL CAPS brought to title case, but initials stay: N.H, P.V. */
static void add_author(Facts *out, const Record *r, int index, size_t from, size_t to)
{
    Str name = span(r, from, to);
    bool initials = true;
    for (size_t i = from; i < to; i++)
        initials = initials && (r->tokens[i].type == TOKEN_MARK || r->tokens[i].nch <= 1);
    for (size_t i = 0; i < out->n && initials; i++)
        if (out->f[i].key == KEY_AUTHOR)
            return; /* P.N.Ý below the text of Phạm Như Ý */
    fact_add(out, KEY_AUTHOR, initials ? name : person_print(&out->arena, name), index);
}

static bool splits(const Credits *c, const Record *r, size_t i)
{
    char m = record_mark(r, i);
    return m == '-' || m == ',' || m == ';' || m == '/' || m == '&' || r->tokens[i].word == c->and;
}

/* `Thanh Loan (BCB)`, `A - B`, `Bài: A - Ảnh: B`, `Minh Thà/KD&PL`: names from token i on. */
static void read_authors(Credits *c, const Record *r, int index, size_t i, Facts *out)
{
    size_t from = i, n = r->n_tokens;
    bool photo = false;
    for (;; i++) {
        Role role;
        size_t used = i == from ? role_at(c, r, i, &role) : 0;
        if (used && (role == ROLE_AUTHOR || role == ROLE_PHOTO) && record_mark(r, i + used) == ':') {
            photo = role == ROLE_PHOTO;
            i += used;
            from = i + 1;
            continue;
        }
        bool bracket = i < n && record_mark(r, i) == '(';
        if (i < n && !bracket && !splits(c, r, i) && record_mark(r, i) != ':')
            continue;
        if (!photo && is_name(r, from, i))
            add_author(out, r, index, from, i);
        if (i >= n)
            return;
        if (bracket) {
            size_t end = i + 1;
            while (end < n && record_mark(r, end) != ')')
                end++;
            used = role_at(c, r, i + 1, &role);
            if (used && role == ROLE_SOURCE)
                fact_add(out, KEY_SOURCE, span(r, i + 1 + used, end), index);
            else if (!used)
                fact_add(out, KEY_SOURCE, span(r, i + 1, end), index);
            i = end;
        }
        from = i + 1;
    }
}

/* ---- sources and publishers -----------------------------------------------------------------------------
 */

/* Does a host name make the rest of the line? Then it is no name of a paper. */
static bool is_host(const Record *r, size_t from)
{
    size_t points = 0;
    for (size_t i = from; i < r->n_tokens; i++) {
        if (i > from && r->tokens[i].flags & TOKEN_SPACE)
            return false;
        points += record_mark(r, i) == '.';
    }
    return points > 0;
}

/* A paper from token i on: Báo Chính phủ, `Khánh Hồng/Dân trí`, `Tất Định (Dân Việt)`, `TTXVN Hoàng Trọng`;
 * not a clause. */
static void add_paper(const Record *r, int index, size_t i, size_t end, Facts *out)
{
    size_t last = i;
    for (size_t k = i; k < end; k++) {
        char m = record_mark(r, k);
        if (m == '/' || m == '(')
            last = k + 1;
        else if (m && m != ')' && m != '-')
            return;
    }
    if (last > i && end > last && record_mark(r, end - 1) == ')')
        end--;
    if (last < end && last == i && r->tokens[i].flags & TOKEN_UPPER && r->tokens[i].nch > 2)
        end = i + 1;
    if (last < end && end - last <= MARK_WORDS + 1 && r->tokens[last].flags & TOKEN_CAP)
        fact_add(out, KEY_SOURCE, span(r, last, end), index);
}

/* The line of the publisher: the first one; `Copyright © 2023 abc.gov.vn` names none. */
static void add_publisher(const Record *r, int index, Facts *out)
{
    size_t capitals = 0;
    bool host = false;
    for (size_t i = 0; i < r->n_tokens; i++) {
        capitals += r->tokens[i].type == TOKEN_WORD && r->tokens[i].flags & TOKEN_CAP;
        host = host ||
               (record_mark(r, i) == '.' && i + 1 < r->n_tokens && !(r->tokens[i + 1].flags & TOKEN_SPACE));
    }
    for (size_t i = 0; i < out->n; i++)
        if (out->f[i].key == KEY_PUBLISHER)
            return;
    if (!host || capitals > 2)
        fact_add(out, KEY_PUBLISHER, r->text, index);
}

static void read_source(Credits *c, const Record *r, int index, Facts *out)
{
    Role role;
    size_t i = record_mark(r, 0) == '(' ? 1 : 0, used = role_at(c, r, i, &role), end = r->n_tokens;
    if (record_mark(r, 0) == MARK_WIDE && !used) /* © 2014 … */
        used = role_at(c, r, ++i, &role);
    if (end > 1 && i == 1 && record_mark(r, end - 1) == ')')
        end--;
    if (used && role == ROLE_SOURCE) {
        i += used;
        if (record_mark(r, i) == ':')
            i++;
        if (r->kind == KIND_BODY && record_mark(r, i - 1) != ':')
            add_paper(r, index, i, end, out);
        else if (!is_host(r, i))
            fact_add(out, KEY_SOURCE, span(r, i, end), index);
    } else if ((used && role == ROLE_PUBLISHER) ||
               (!used && r->kind == KIND_SOURCE && r->tokens[0].flags & TOKEN_CAP)) {
        add_publisher(r, index, out);
    }
}

/* Behind the words of a mark that begins at token i: capitals (`LSO`), or in brackets whatever has the shape
 * of a name (`LĐ online`, `Baosongma.vn`). */
static size_t mark_end(const Record *r, size_t i, bool bracket)
{
    size_t from = i, letters = 0;
    while (i < r->n_tokens && i < from + MARK_WORDS && r->tokens[i].type == TOKEN_WORD &&
           (r->tokens[i].flags & TOKEN_UPPER || (bracket && r->tokens[from].flags & TOKEN_CAP)))
        letters += r->tokens[i++].nch;
    if (bracket && i > from && record_mark(r, i) == '.' && !(r->tokens[i].flags & TOKEN_SPACE))
        while (record_mark(r, i) && record_mark(r, i) != ')')
            i += 2;
    else if (letters < 2 || (letters > MARK_LETTERS && !bracket))
        return 0;
    return i > from && i <= r->n_tokens ? i : 0;
}

/* The mark of a paper at the head of a text: `LSO-`, `(BĐ) -`, `TTH -`, `QTV - `. */
static void read_mark(const Record *r, int index, Facts *out)
{
    bool bracket = record_mark(r, 0) == '(';
    size_t from = bracket, end = mark_end(r, from, bracket), i = end;
    if (!end || (bracket && record_mark(r, i++) != ')'))
        return;
    if (record_mark(r, i) != '-' || (i + 1 < r->n_tokens && r->tokens[i + 1].type == TOKEN_NUMBER))
        return;
    fact_add(out, KEY_SOURCE, span(r, from, end), index);
}

/* The source at the end of a text: `… Theo Báo Chính phủ`, `… (TTXVN)`, `… Minh Thà/KD&PL`. */
static void read_tail(Credits *c, const Record *r, int index, Facts *out)
{
    size_t n = r->n_tokens, from = n;
    if (n < 20)
        return;
    while (from > n - 8 && record_mark(r, from - 1) != '.' && record_mark(r, from - 1) != MARK_WIDE)
        from--;
    if (from == n || from == n - 8)
        return;
    Role role;
    size_t used = role_at(c, r, from, &role);
    if (used && role == ROLE_SOURCE && from + used < n && r->tokens[from + used].flags & TOKEN_CAP) {
        add_paper(r, index, from + used, n, out);
        return;
    }
    bool bracket = record_mark(r, from) == '(' && record_mark(r, n - 1) == ')';
    size_t first = from + bracket, end = n - bracket;
    for (size_t i = first; i + 1 < end; i++)
        if (record_mark(r, i) == '/') {
            if (is_name(r, first, i))
                fact_add(out, KEY_SOURCE, span(r, i + 1, end), index);
            return;
        }
    if (!bracket && record_mark(r, n - 1) == ')') { /* Nguyễn Sự (TTXVN) */
        size_t open = n - 1;
        while (open > from && record_mark(r, open) != '(')
            open--;
        if (open == n - 3 && is_name(r, from, open) && r->tokens[open + 1].flags & TOKEN_UPPER)
            fact_add(out, KEY_SOURCE, span(r, open + 1, n - 1), index);
        return;
    }
    if (bracket && end == first + 1 && r->tokens[first].flags & TOKEN_UPPER && r->tokens[first].nch > 2)
        fact_add(out, KEY_SOURCE, span(r, first, end), index);
}

void credit_facts(Credits *c, const Record *r, int index, bool lead, Facts *out)
{
    if (!r->n_tokens)
        return;
    if (r->kind == KIND_BYLINE) {
        Role role;
        size_t used = role_at(c, r, 0, &role);
        if (used && role == ROLE_SOURCE) {
            read_source(c, r, index, out);
            return;
        }
        if (used && role == ROLE_AUTHOR && record_mark(r, used) != ':')
            read_authors(c, r, index, used, out);
        else
            read_authors(c, r, index, 0, out);
    } else if (r->kind == KIND_SOURCE || r->n_tokens < 24) {
        read_source(c, r, index, out);
    } else {
        read_tail(c, r, index, out);
    }
    if (lead && r->kind == KIND_BODY)
        read_mark(r, index, out);
}
