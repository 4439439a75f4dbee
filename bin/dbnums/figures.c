/* SPDX-License-Identifier: ISC */
#include "figures.h"

#include <stdlib.h>

#include "reading.h"
#include "table_numbers.h"
#include "tables.h"

static const char *const word_texts[WORDS] = {
    [TO] = "đến",    [UNTIL] = "tới",    [GE] = "gấp",    [TWICE] = "đôi",  [HALF] = "rưỡi",
    [PLAN] = "kế",   [BUDGET] = "dự",    [GOAL] = "mục",  [QUOTA] = "chỉ",  [VERSUS] = "so",
    [SAME] = "cùng", [TOTAL] = "tổng",   [NUMBER] = "số", [EQUAL] = "bằng", [REACH] = "đạt",
    [THU] = "thứ",   [RANK] = "hạng",    [FIVE] = "năm",  [AND] = "và",     [MONTH] = "tháng",
    [IS] = "là",     [SINCE] = "từ",     [LEVEL] = "mức", [ONE] = "một",    [SHARE] = "chiếm",
    [RATE] = "lệ",   [PLAN_SHORT] = "KH"};

/* Uses of beside.tsv. */
static const struct {
    const char *name;
    unsigned table;
} uses[] = {{"place", TABLE_FIELD},        {"year", TABLE_BEFORE_YEAR}, {"ordinal", TABLE_BEFORE_ORDINAL},
            {"score", TABLE_BEFORE_SCORE}, {"theme", TABLE_THEME},      {"people", TABLE_PEOPLE},
            {"unit", TABLE_OF_UNIT},       {"verb", TABLE_VERB},        {"grade", TABLE_GRADE}};

Finder *finder_new(Lexicon *l, const Dates *dates, UserRows *user)
{
    Finder *f = xrealloc(NULL, 1, sizeof *f);
    *f = (Finder){
        .l = l,
        .amounts = amounts_new(l),
        .units = units_new(l, user),
        .contexts = contexts_new(l, user),
        .others = others_new(l, dates, user),
        .sharing = sharing_new(l),
    };
    for (size_t i = 0; i < WORDS; i++)
        f->word[i] = lexicon_word(l, str_of(word_texts[i]));
    Str cells[2];
    for (TableRows r = table_rows(&table_compare, user); table_next(&r, cells);)
        lexicon_add(l, TABLE_COMPARE, cells[0], str_is(cells[1], "up") ? '+' : '-');
    for (TableRows r = table_rows(&table_beside, user); table_next(&r, cells);)
        for (size_t k = 0; k < sizeof uses / sizeof *uses; k++)
            if (str_eq(cells[1], str_of(uses[k].name)))
                lexicon_add(l, uses[k].table, cells[0], 0);
    return f;
}

void finder_free(Finder *f)
{
    if (!f)
        return;
    amounts_free(f->amounts);
    units_free(f->units);
    contexts_free(f->contexts);
    others_free(f->others);
    sharing_free(f->sharing);
    free(f->begins);
    free(f->sentences);
    free(f->clauses);
    free(f);
}

/* ---- reading ------------------------------------------------------------------------------------------- */

/* What may begin with a word, remembered by its id: a number, a name or time that a number ends, "gấp". */
enum { SEEN = 1, NUMERAL = 2, LEADS = 4, DOUBLES = 8 };

static unsigned learn(Finder *f, const Token *t)
{
    if (t->word >= f->n_begins) {
        size_t old = f->n_begins;
        f->begins = array_room(f->begins, &f->n_begins, t->word, 1);
        memset(f->begins + old, 0, f->n_begins - old);
    }
    unsigned b = SEEN;
    if (amount_begins(f->amounts, t))
        b |= NUMERAL;
    if (other_begins(f->others, t))
        b |= LEADS;
    if (t->word == f->word[GE])
        b |= DOUBLES;
    f->begins[t->word] = (uint8_t)b;
    return b;
}

static unsigned begins(Finder *f, const Token *t)
{
    if (t->type == TOKEN_NUMBER)
        return NUMERAL;
    if (!t->word)
        return 0;
    unsigned b = t->word < f->n_begins ? f->begins[t->word] : 0;
    return b ? b : learn(f, t);
}

/* Digits, or what may be a Roman number: what a word that leads a number looks ahead for. */
static bool is_digits(const Reading *r, const Token *t)
{
    return t->type == TOKEN_NUMBER ||
           (t->flags & TOKEN_UPPER && t->n <= 6 && memchr("IVXLC", r->text.p[t->at], 5));
}

/* Does a number, or a word that may be one, stand before token `to`? Asked for places in order. */
static bool worth_reading(Reading *r, size_t from, size_t to)
{
    if (r->worth < from)
        r->worth = from;
    while (r->worth < to && !(begins(r->f, &r->t[r->worth]) & (NUMERAL | DOUBLES)) &&
           !is_digits(r, &r->t[r->worth]))
        r->worth++;
    return r->worth < to;
}

enum { AHEAD = 8 }; /* tokens between a word and the number it leads */

/* Does a number in digits stand close behind token i? */
static bool digits_ahead(Reading *r, size_t i)
{
    if (r->digits < i)
        r->digits = i;
    while (r->digits < r->sentence.to && !is_digits(r, &r->t[r->digits]))
        r->digits++;
    return r->digits < r->sentence.to && r->digits - i <= AHEAD;
}

/* The token behind what begins at token i, 0 when nothing does. */
static size_t read_at(Reading *r, size_t i, unsigned b)
{
    bool digits = r->t[i].type == TOKEN_NUMBER;
    bool months = b & NUMERAL && is(r, i + 1, MONTH); /* sáu tháng đầu năm */
    bool years = b & NUMERAL && is(r, i + 1, FIVE) && i + 2 < r->n &&
                 r->t[i + 2].type == TOKEN_NUMBER; /* hai năm 2021 - 2022 */
    size_t to = 0;
    if (digits || months || years || (b & LEADS && digits_ahead(r, i)))
        to = other_figure(r, i);
    if (to)
        return to;
    if (b & NUMERAL)
        to = amount_figure(r, i);
    else if (b & DOUBLES)
        to = double_at(r, i);
    if (!to && digits)
        to = left_over(r, i);
    if (to)
        r->floor = to;
    return to;
}

static void read_clause(Reading *r)
{
    for (size_t i = r->clause.from > r->floor ? r->clause.from : r->floor; i < r->clause.to;) {
        unsigned b = begins(r->f, &r->t[i]);
        size_t to = b & (NUMERAL | LEADS | DOUBLES) ? read_at(r, i, b) : 0;
        i = to ? to : i + 1;
    }
}

static void read_record(Reading *r)
{
    Finder *f = r->f;
    if (!worth_reading(r, 0, r->n))
        return;
    size_t first = r->out->n;
    size_t n = sentence_spans(r->text, r->t, r->n, &f->sentences, &f->sentences_cap);
    for (size_t s = 0; s < n; s++) {
        r->sentence = f->sentences[s];
        r->sentence_number = s;
        if (!worth_reading(r, r->sentence.from, r->sentence.to))
            continue;
        size_t m = clause_spans(r->text, r->t, r->sentence, &f->clauses, &f->clauses_cap);
        for (size_t c = 0; c < m; c++) {
            r->clause = f->clauses[c];
            r->clause_number = c;
            read_clause(r);
        }
    }
    figures_share(f->sharing, r->text, r->t, r->out, first);
}

void finder_document(Finder *f, const Document *doc)
{
    f->doc = doc;
    f->style = STYLE_OPEN;
}

void figures_find(Finder *f, size_t record, Figures *out, Arena *arena)
{
    const Record *rec = &f->doc->records[record];
    out->n = 0;
    if (!kind_has_facts(rec->kind))
        return;
    Reading r = {.f = f,
                 .text = rec->text,
                 .t = rec->tokens,
                 .n = rec->n_tokens,
                 .record = record,
                 .out = out,
                 .arena = arena};
    read_record(&r);
}
