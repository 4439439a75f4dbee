/* SPDX-License-Identifier: ISC */
/* dbmeta: records in, what each document is, or what it refers to, out. */
#include "cli.h"
#include "docfacts.h"
#include "docref.h"
#include "lexicon.h"
#include "official.h"
#include "reader.h"
#include "refs.h"

typedef struct {
    bool wide, refs;
    const char *keys;
    Tokenizer *tokenizer;
    DocReader *reader;
    DocRefs *docrefs;
} Meta;

static const OptionText options[] = {
    {'w', "wide", NULL, "one row a document, the keys as columns"},
    {'k', "keep", "KEY,…", "only these keys"},
    {'r', "references", NULL, "the documents referred to instead"},
    {0, NULL, NULL, NULL},
};

static const char *const columns[] = {"doc", "key", "value", "pos", NULL};

static void take(void *self, const OptionText *option, const char *arg)
{
    Meta *m = self;
    if (option->letter == 'w')
        m->wide = true;
    else if (option->letter == 'r')
        m->refs = true;
    else
        m->keys = arg;
}

static void write_refs(void *self, Document *doc)
{
    Meta *m = self;
    DocFacts facts;
    document_tokens(m->tokenizer, doc);
    docreader_read(m->reader, doc, &facts);
    refs_write(m->docrefs, doc, &facts);
}

int main(int argc, char **argv)
{
    static Meta meta;
    static const Program program = {
        .name = "dbmeta",
        .purpose = "records in, what each document is out: dates, province, meeting; or what it refers to",
        .options = options,
        .columns = columns,
        .example = "dbclean *.txt | dbmeta -w -H",
        .take = take,
        .self = &meta,
    };
    Cli cli;
    cli_parse(&cli, &program, argc, argv);
    Lexicon *l = lexicon_new();
    Officials *officials = officials_new(l, cli.user);
    const Bodies *bodies = officials_bodies(officials);
    meta.reader = docreader_new(l, bodies, officials_places(officials), cli.user);
    meta.docrefs =
        docrefs_new(l, docreader_dates(meta.reader), bodies, officials_places(officials), cli.user);
    meta.tokenizer = tokenizer_new(l);
    return reader_run(&cli, refs_columns, write_refs, &meta);
}
