/* SPDX-License-Identifier: ISC */
#include "words.h"

#include <stdlib.h>

#include "cli.h"
#include "tables.h"

/* /REGEX/ in the user's boiler rows */
static bool add_regex(Words *w, Str cell)
{
    if (cell.n < 3 || cell.p[0] != '/' || cell.p[cell.n - 1] != '/')
        return false;
    Str error;
    size_t at;
    Regex *re = regex_new(str_sub(cell, 1, cell.n - 2), &error, &at);
    if (!re)
        cli_usage("boiler row %.*s: %.*s at offset %zu", (int)cell.n, cell.p, (int)error.n, error.p, at);
    w->regex = xrealloc(w->regex, w->n_regex + 1, sizeof *w->regex);
    w->regex[w->n_regex++] = re;
    return true;
}

static uint32_t place_of(Str cell)
{
    static const struct {
        const char *name;
        uint32_t value;
    } places[] = {
        {"box", BOILER_TAIL | BOILER_BOX},
        {"first", BOILER_HEAD | BOILER_FIRST},
        {"head", BOILER_HEAD},
        {"lower", BOILER_TAIL | BOILER_BOTH},
        {"picture", BOILER_HEAD | BOILER_BOTH | BOILER_PICTURE},
        {"print", BOILER_TAIL | BOILER_BOTH | BOILER_TOOL},
        {"tool", BOILER_HEAD | BOILER_BOTH | BOILER_TOOL},
        {"upper", BOILER_HEAD | BOILER_BOTH},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (str_is(cell, places[i].name))
            return places[i].value;
    return BOILER_TAIL;
}

static void add_boiler(Words *w, UserRows *user)
{
    TableRows rows = table_rows(&table_boiler, user);
    Str cell[3];
    while (table_next(&rows, cell)) {
        uint32_t value;
        if (rows.in_user) {
            if (add_regex(w, cell[0]))
                continue;
            value = BOILER_HEAD | BOILER_TAIL | BOILER_START | BOILER_USER;
        } else {
            value = place_of(cell[1]);
            if (str_eq(cell[2], STR("start")))
                value |= BOILER_START;
        }
        lexicon_add_forms(w->lexicon, W_BOILER, cell[0], value);
    }
}

/* The words of a table's first column. */
static void add_words(Words *w, UserRows *user, const Table *table, unsigned code)
{
    enum { COLUMNS = 6 };
    TableRows rows = table_rows(table, user);
    Str cell[COLUMNS];
    while (table_next(&rows, cell))
        lexicon_add_forms(w->lexicon, code, cell[0], 1);
}

static void add_labels(Words *w, UserRows *user)
{
    TableRows rows = table_rows(&table_label, user);
    Str cell[2];
    while (table_next(&rows, cell))
        lexicon_add_forms(w->lexicon, W_LABEL, cell[0], (uint32_t)kind_of(cell[1]));
}

static void add_stamps(Words *w, UserRows *user)
{
    TableRows rows = table_rows(&table_stamp, user);
    Str cell[2];
    while (table_next(&rows, cell)) {
        StampRole role = str_eq(cell[1], STR("weekday")) ? ROLE_WEEKDAY
                         : str_eq(cell[1], STR("views")) ? ROLE_VIEWS
                         : str_eq(cell[1], STR("month")) ? ROLE_MONTH
                                                         : ROLE_WORD;
        lexicon_add_forms(w->lexicon, W_STAMP, cell[0], (uint32_t)role);
    }
}

static void add_surnames(Words *w, UserRows *user)
{
    TableRows rows = table_rows(&table_surname, user);
    Str cell[2];
    while (table_next(&rows, cell))
        if (!str_eq(cell[1], STR("3")))
            lexicon_add_forms(w->lexicon, W_SURNAME, cell[0], 1);
}

static void add_cues(Words *w, UserRows *user)
{
    TableRows rows = table_rows(&table_cue, user);
    Str cell[4];
    while (table_next(&rows, cell)) {
        CuePlace place = str_eq(cell[2], STR("start")) ? CUE_START
                         : str_eq(cell[2], STR("end")) ? CUE_END
                                                       : CUE_ANY;
        uint32_t weight =
            cell[3].n == 1 && cell[3].p[0] >= '1' && cell[3].p[0] <= '9' ? (uint32_t)(cell[3].p[0] - '0') : 1;
        lexicon_add_forms(w->lexicon, words_cue(kind_of(cell[1]), place), cell[0], weight);
    }
}

/* A word that a dateline may begin with, in upper case by `first`. */
static uint32_t opening_word(Words *w, Str word, char first)
{
    w->opens[(unsigned char)first] = true;
    return lexicon_word(w->lexicon, word);
}

Words *words_new(UserRows *user)
{
    Words *w = xrealloc(NULL, 1, sizeof *w);
    memset(w, 0, sizeof *w);
    w->lexicon = lexicon_begin(user);
    add_boiler(w, user);
    add_words(w, user, &table_section, W_SECTION);
    add_words(w, user, &table_press, W_PRESS);
    /* bodies and the words of units: how the name of who publishes a page begins */
    add_words(w, user, &table_body, W_BODY);
    add_words(w, user, &table_abbr, W_BODY);
    add_words(w, user, &table_level, W_BODY);
    add_labels(w, user);
    add_stamps(w, user);
    add_surnames(w, user);
    add_cues(w, user);
    w->morning = opening_word(w, STR("sáng"), 'S');
    w->noon = opening_word(w, STR("trưa"), 'T');
    w->afternoon = opening_word(w, STR("chiều"), 'C');
    w->evening = opening_word(w, STR("tối"), 'T');
    w->night = opening_word(w, STR("đêm"), '\xC4');
    w->day = opening_word(w, STR("ngày"), 'N');
    w->in = opening_word(w, STR("trong"), 'T');
    w->today = lexicon_word(w->lexicon, STR("nay"));
    w->month = lexicon_word(w->lexicon, STR("tháng"));
    w->date = lexicon_word(w->lexicon, STR("date"));
    w->photo = lexicon_word(w->lexicon, STR("ảnh"));
    w->and = lexicon_word(w->lexicon, STR("và"));
    w->hour = lexicon_word(w->lexicon, STR("h"));
    w->mister = lexicon_word(w->lexicon, STR("ông"));
    w->madam = lexicon_word(w->lexicon, STR("bà"));
    lexicon_done(w->lexicon);
    w->tokenizer = tokenizer_new(w->lexicon);
    return w;
}

void words_free(Words *w)
{
    if (!w)
        return;
    for (size_t i = 0; i < w->n_regex; i++)
        regex_free(w->regex[i]);
    free(w->regex);
    tokenizer_free(w->tokenizer);
    lexicon_free(w->lexicon);
    free(w);
}
