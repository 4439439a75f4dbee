/* SPDX-License-Identifier: ISC */
/* dbofficials: records in, one row per official and post out. */
#include "cli.h"
#include "docfacts.h"
#include "official.h"
#include "out.h"
#include "reader.h"

typedef struct {
    Cli cli;
    Lexicon *lexicon;
    Tokenizer *tokenizer;
    Officials *officials;
    DocReader *facts;
} Run;

static const OptionText options[] = {
    {'c', "context", NULL, "append the record's text"},
    {0, NULL, NULL, NULL},
};

static const char *const columns[] = {"doc",   "pos",    "start", "len", "name",       "post",     "body",
                                      "place", "status", "act",   "raw", "post_start", "post_len", NULL};

static void write_row(const Run *run, const Document *doc, const Official *o)
{
    const Record *r = &doc->records[o->record];
    Place at = record_place(r, o->start), post = record_place(r, o->post_start);
    out_clean(doc->id);
    out_clean(at.pos);
    out_uint(at.start);
    out_uint(o->len);
    out_clean(o->name);
    out_clean(o->post);
    out_clean(o->body);
    out_clean(o->place);
    out_clean(str_of(status_names[o->status]));
    out_clean(act_name(o->act));
    out_clean(o->raw);
    /* Split in between, the post may stand in another record than the name: "các Phó Chủ tịch: A; B" */
    if (o->post_len && str_eq(post.pos, at.pos)) {
        out_uint(post.start);
        out_uint(o->post_len);
    } else {
        out_empty();
        out_empty();
    }
    if (run->cli.context)
        out_clean(at.text);
    out_end_row();
}

static void write_document(void *self, Document *doc)
{
    Run *run = self;
    const Official *rows;
    DocFacts facts;
    document_tokens(run->tokenizer, doc);
    docreader_province(run->facts, doc, &facts);
    size_t n = officials_find(run->officials, doc, facts.province, facts.central_city, &rows);
    for (size_t i = 0; i < n; i++)
        write_row(run, doc, &rows[i]);
}

int main(int argc, char **argv)
{
    static Run run;
    static const Program program = {
        .name = "dbofficials",
        .purpose = "records in, one row per official and post out",
        .options = options,
        .columns = columns,
        .example = "dbclean *.txt | dbofficials | cut -f5-8 | sort | uniq -c",
        .self = &run,
    };
    cli_parse(&run.cli, &program, argc, argv);
    run.lexicon = lexicon_begin(run.cli.user);
    run.officials = officials_new(run.lexicon, run.cli.user);
    run.facts = docreader_new(run.lexicon, officials_bodies(run.officials), officials_places(run.officials),
                              run.cli.user);
    lexicon_done(run.lexicon);
    run.tokenizer = tokenizer_new(run.lexicon);
    int status = reader_run(&run.cli, columns, write_document, &run);
    tokenizer_free(run.tokenizer);
    docreader_free(run.facts);
    officials_free(run.officials);
    lexicon_free(run.lexicon);
    return status;
}
