/* SPDX-License-Identifier: ISC */
#include "record.h"

#include "utf8.h"

const char *const kind_names[KIND_COUNT + 1] = {
    "section", "kicker", "title",  "stamp", "heading", "body",
    "caption", "byline", "source", "dup",   "boiler",  NULL,
};

/* First and last byte tell the kinds apart: each has a place of its own. */
enum { PLACES = 32 };
#define PLACE(first, last) ((13U * (unsigned char)(first) + (unsigned char)(last)) % PLACES)
static const uint8_t kind_at[PLACES] = {
    [PLACE('s', 'n')] = KIND_SECTION, [PLACE('k', 'r')] = KIND_KICKER,  [PLACE('t', 'e')] = KIND_TITLE,
    [PLACE('s', 'p')] = KIND_STAMP,   [PLACE('h', 'g')] = KIND_HEADING, [PLACE('b', 'y')] = KIND_BODY,
    [PLACE('c', 'n')] = KIND_CAPTION, [PLACE('b', 'e')] = KIND_BYLINE,  [PLACE('s', 'e')] = KIND_SOURCE,
    [PLACE('d', 'p')] = KIND_DUP,     [PLACE('b', 'r')] = KIND_BOILER,
};

bool kind_find(Str name, Kind *kind)
{
    unsigned k = name.n ? kind_at[PLACE(name.p[0], name.p[name.n - 1])] : 0;
    if (!str_is(name, kind_names[k]))
        return false;
    *kind = (Kind)k;
    return true;
}

Kind kind_of(Str name)
{
    Kind kind = KIND_BODY;
    kind_find(name, &kind);
    return kind;
}

bool kind_has_facts(Kind kind)
{
    return kind == KIND_TITLE || kind == KIND_KICKER || kind == KIND_HEADING || kind == KIND_BODY ||
           kind == KIND_CAPTION;
}

bool kind_kept(Kind kind)
{
    return kind != KIND_DUP && kind != KIND_BOILER;
}

/* Bytes of the number without leading zero that begins s, 0 for none. `first` is its lowest first digit. */
static size_t number(Str s, char first)
{
    size_t n = 0;
    if (s.n && s.p[0] >= first && s.p[0] <= '9')
        do
            n++;
        while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9');
    return n;
}

bool pos_read(Str pos, Str *line)
{
    size_t n = number(pos, '1'), more;
    if (n == 0)
        return false;
    if (n < pos.n && pos.p[n] == '/') {
        more = number(str_from(pos, n + 1), '0');
        if (more == 0)
            return false;
        n += 1 + more;
    }
    *line = str_sub(pos, 0, n);
    for (int parts = 0; n < pos.n; parts++) {
        more = pos.p[n] == '.' ? number(str_from(pos, n + 1), '0') : 0;
        if (more == 0 || parts == 2)
            return false;
        n += 1 + more;
    }
    return true;
}

RowState record_row(Str line, RecordRow *row)
{
    Str cell[4];
    size_t n = 0;
    while (n < 4 && str_cut(&line, '\t', &cell[n]))
        n++;
    if (n >= 2 && str_eq(cell[0], STR("doc")) && str_eq(cell[1], STR("pos")))
        return ROW_HEADER;
    if (n < 4)
        return ROW_SHORT;
    row->doc = cell[0];
    row->pos = cell[1];
    row->kind = cell[2];
    row->text = cell[3];
    return pos_read(row->pos, &row->line) ? ROW_GOOD : ROW_POS;
}

Place record_place(const Record *r, size_t ch)
{
    size_t low = 0, high = r->n_pieces;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (r->pieces[mid].ch <= ch)
            low = mid;
        else
            high = mid;
    }
    const Piece *p = &r->pieces[low];
    /* One space joins a piece to the next. */
    size_t end = low + 1 < r->n_pieces ? p[1].at - 1 : r->text.n;
    return (Place){p->pos, ch - p->ch + 1, {r->text.p + p->at, end - p->at}};
}

size_t record_first_sentence(const Record *r)
{
    for (size_t i = 0; i < r->n_tokens; i++)
        if (record_ends_sentence(r, i))
            return i;
    return r->n_tokens;
}
