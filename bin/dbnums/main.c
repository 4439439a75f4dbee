/* SPDX-License-Identifier: ISC */
/* dbnums: records in, one row per figure out. */
#include <stdlib.h>

#include "cli.h"
#include "docfacts.h"
#include "figures.h"
#include "meaning.h"
#include "out.h"
#include "reader.h"
#include "utf8.h"

typedef struct {
    Cli cli;
    Lexicon *lexicon;
    Tokenizer *tokenizer;
    DocReader *facts;
    Finder *finder;
    Meaning *meaning;
    Figures figures;
    Arena arena;
    Buf number;
    bool kinds[FIGURE_KINDS]; /* -k */
    bool chosen;
} Nums;

static const char *const kind_words[FIGURE_KINDS + 1] = {"number", "count", "percent",  "money",   "measure",
                                                         "ratio",  "times", "duration", "ordinal", "date",
                                                         "period", "docno", "name",     "code",    NULL};
static const char *const columns[] = {"doc",     "pos",    "start",  "len", "raw", "kind",
                                      "value",   "value2", "unit",   "mod", "dir", "ind",
                                      "subject", "basis",  "period", "aim", NULL};

static const OptionText options[] = {
    {'a', "all", NULL, "also ordinals, dates, periods, document numbers, names, codes"},
    {'c', "context", NULL, "append the record's text"},
    {'k', "keep", "LIST", "only these kinds, joined by commas"},
    {0, NULL, NULL, NULL},
};

static void take(void *self, const OptionText *option, const char *arg)
{
    Nums *s = self;
    Str rest = str_of(arg), name;
    if (option->letter != 'k')
        return;
    s->chosen = true;
    while (str_cut(&rest, ',', &name)) {
        size_t k = 0;
        while (k < FIGURE_KINDS && !str_eq(name, str_of(kind_words[k])))
            k++;
        if (k == FIGURE_KINDS)
            cli_not_one_of('k', name, kind_words);
        s->kinds[k] = true;
    }
}

static bool wanted(const Nums *s, FigureKind kind)
{
    return s->chosen ? s->kinds[kind] : s->cli.all || kind <= FIGURE_DURATION;
}

static void out_decimal(Nums *s, const Decimal *d)
{
    s->number.n = 0;
    decimal_write(d, &s->number);
    out_clean(buf_get(&s->number));
}

static void write_values(Nums *s, const Figure *f)
{
    if (f->kind <= FIGURE_ORDINAL)
        out_decimal(s, &f->value);
    else
        out_clean(f->iso);
    if (f->two)
        out_decimal(s, &f->value2);
    else
        out_empty();
}

/* Nothing is looked through for control characters: neither records nor tables have any. */
static void write_figure(Nums *s, const Document *doc, const Figure *f)
{
    static const char *const mods[] = {"", ">", ">=", "<", "<=", "~", "from", "to"};
    const Record *r = &doc->records[f->record];
    Str raw = str_sub(r->text, f->at, f->n);
    Place place = record_place(r, r->tokens[f->from].ch);
    out_clean(doc->id);
    out_clean(place.pos);
    out_uint(place.start);
    out_uint(r->tokens[f->to - 1].ch + r->tokens[f->to - 1].nch - r->tokens[f->from].ch);
    out_clean(raw);
    out_clean(str_of(kind_words[f->kind]));
    write_values(s, f);
    out_clean(f->unit);
    out_clean(str_of(mods[f->mod]));
    out_clean(f->dir ? (Str){&f->dir, 1} : (Str){"", 0});
    out_clean(f->ind);
    out_clean(f->subject);
    out_clean(f->basis);
    out_clean(f->period);
    out_clean(f->aim);
    if (s->cli.context)
        out_clean(place.text);
    out_end_row();
}

static void write_record(Nums *s, const Document *doc, size_t record)
{
    arena_reset(&s->arena);
    figures_find(s->finder, record, &s->figures, &s->arena);
    meaning_add(s->meaning, &s->figures, &s->arena);
    for (size_t i = 0; i < s->figures.n; i++)
        if (wanted(s, s->figures.f[i].kind))
            write_figure(s, doc, &s->figures.f[i]);
}

static void write_document(void *self, Document *doc)
{
    Nums *s = self;
    document_tokens(s->tokenizer, doc);
    DocFacts facts;
    docreader_when(s->facts, doc, &facts);
    finder_document(s->finder, doc);
    meaning_document(s->meaning, doc, s->facts, &facts);
    for (size_t record = 0; record < doc->n; record++)
        write_record(s, doc, record);
}

int main(int argc, char **argv)
{
    static Nums s;
    static const Program program = {
        .name = "dbnums",
        .purpose = "records in, one row per figure out",
        .options = options,
        .columns = columns,
        .example = "cat *.txt | dbclean | dbnums -H",
        .take = take,
        .self = &s,
    };
    cli_parse(&s.cli, &program, argc, argv);
    s.lexicon = lexicon_begin(s.cli.user);
    Persons *persons = persons_new(s.lexicon, s.cli.user);
    Places *places = places_new(s.lexicon, persons, s.cli.user);
    Links *links = links_new(s.lexicon, s.cli.user);
    Bodies *bodies = bodies_new(s.lexicon, places, persons, links, s.cli.user);
    s.facts = docreader_new(s.lexicon, bodies, places, s.cli.user);
    const Periods *periods = docreader_periods(s.facts);
    s.finder = finder_new(s.lexicon, docreader_dates(s.facts), periods, s.cli.user);
    s.meaning = meaning_new(s.lexicon, periods, s.cli.user);
    lexicon_done(s.lexicon);
    s.tokenizer = tokenizer_new(s.lexicon);
    int status = reader_run(&s.cli, columns, write_document, &s);
    tokenizer_free(s.tokenizer);
    meaning_free(s.meaning);
    finder_free(s.finder);
    docreader_free(s.facts);
    bodies_free(bodies);
    links_free(links);
    places_free(places);
    persons_free(persons);
    lexicon_free(s.lexicon);
    free(s.figures.f);
    arena_free(&s.arena);
    buf_free(&s.number);
    return status;
}
