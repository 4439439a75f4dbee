/* SPDX-License-Identifier: ISC */
#include "figures.h"

#include <stdlib.h>

#include "reading.h"
#include "table_numbers.h"
#include "tables.h"

static const char *const word_texts[WORDS] = {
    [TO] = "đến",    [UNTIL] = "tới",     [GE] = "gấp",    [TWICE] = "đôi",  [HALF] = "rưỡi",
    [PLAN] = "kế",   [BUDGET] = "dự",     [GOAL] = "mục",  [QUOTA] = "chỉ",  [VERSUS] = "so",
    [SAME] = "cùng", [TOTAL] = "tổng",    [NUMBER] = "số", [EQUAL] = "bằng", [REACH] = "đạt",
    [THU] = "thứ",   [RANK] = "hạng",     [FIVE] = "năm",  [AND] = "và",     [MONTH] = "tháng",
    [IS] = "là",     [SINCE] = "từ",      [LEVEL] = "mức", [ONE] = "một",    [SHARE] = "chiếm",
    [RATE] = "lệ",   [PLAN_SHORT] = "KH", [PART] = "phần", [A_HALF] = "nửa", [FIELD] = "ruộng",
    [PROJECT] = "án"};

/* Uses of beside.tsv. */
static const struct {
    const char *name;
    unsigned table;
} uses[] = {{"place", TABLE_FIELD},        {"year", TABLE_BEFORE_YEAR}, {"ordinal", TABLE_BEFORE_ORDINAL},
            {"score", TABLE_BEFORE_SCORE}, {"theme", TABLE_THEME},      {"people", TABLE_PEOPLE},
            {"unit", TABLE_OF_UNIT},       {"verb", TABLE_VERB},        {"grade", TABLE_GRADE},
            {"half", TABLE_HALF}};

Finder *finder_new(Lexicon *l, const Dates *dates, const Periods *periods, UserRows *user)
{
    Finder *f = xrealloc(NULL, 1, sizeof *f);
    *f = (Finder){
        .l = l,
        .amounts = amounts_new(l),
        .units = units_new(l, user),
        .contexts = contexts_new(l, user),
        .others = others_new(l, dates, periods, user),
        .sharing = sharing_new(l),
    };
    for (size_t i = 0; i < WORDS; i++)
        f->word[i] = lexicon_word(l, str_of(word_texts[i]));
    f->begins = (Begins){.amounts = f->amounts,
                         .others = f->others,
                         .l = l,
                         .times = f->word[GE],
                         .about = lexicon_word(l, STR("ước")),
                         .turn = lexicon_word(l, STR("trở"))};
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
    begins_free(&f->begins);
    free(f->sentences);
    free(f->clauses);
    free(f);
}

/* ---- reading ------------------------------------------------------------------------------------------- */

/* The token behind what begins at token i, 0 when nothing does: at digits … */
static size_t read_digits(Reading *r, size_t i)
{
    size_t to = number_other(r, i);
    if (to)
        return to;
    if (!(to = amount_figure(r, i)))
        to = left_over(r, i);
    r->floor = to;
    return to;
}

/* … and at a word. */
static size_t read_word(Reading *r, size_t i)
{
    const Begins *b = &r->f->begins;
    bool numeral = begins_at(b, BEGINS_NUMBER, i);
    bool time = numeral && (is(r, i + 1, MONTH) || /* sáu tháng đầu năm, hai năm 2021 - 2022 */
                            (is(r, i + 1, FIVE) && i + 2 < r->n && r->t[i + 2].type == TOKEN_NUMBER));
    bool lead =
        begins_at(b, BEGINS_LEAD, i) && begins_next(b, BEGINS_DIGITS, i, r->sentence.to) < r->sentence.to;
    size_t to = time || lead ? words_other(r, i) : 0;
    if (!to && numeral && (to = is(r, i, GE) ? double_at(r, i) : amount_figure(r, i)))
        r->floor = to;
    return to;
}

static void read_clause(Reading *r)
{
    const Begins *b = &r->f->begins;
    size_t i = r->clause.from > r->floor ? r->clause.from : r->floor;
    while ((i = begins_next(b, BEGINS_ANY, i, r->clause.to)) < r->clause.to) {
        size_t to = r->t[i].type == TOKEN_NUMBER ? read_digits(r, i) : read_word(r, i);
        i = to ? to : i + 1;
    }
}

static void read_record(Reading *r)
{
    Finder *f = r->f;
    size_t n = sentence_spans(r->text, r->t, r->n, &f->sentences, &f->sentences_cap);
    for (size_t s = 0; s < n; s++) {
        r->sentence = f->sentences[s];
        r->sentence_number = s;
        if (begins_next(&f->begins, BEGINS_WORTH, r->sentence.from, r->sentence.to) == r->sentence.to)
            continue;
        size_t m = clause_spans(r->text, r->t, r->sentence, &f->clauses, &f->clauses_cap);
        for (size_t c = 0; c < m; c++) {
            r->clause = f->clauses[c];
            read_clause(r);
        }
    }
    figures_share(f->sharing, &f->begins, r->t, r->out);
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
    begins_read(&f->begins, rec->text, rec->tokens, rec->n_tokens);
    if (begins_next(&f->begins, BEGINS_WORTH, 0, rec->n_tokens) == rec->n_tokens)
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
