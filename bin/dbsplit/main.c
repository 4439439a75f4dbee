/* SPDX-License-Identifier: ISC */
/* dbsplit: records in, sentences, clauses or files out. */
#include "cli.h"
#include "files.h"
#include "out.h"
#include "pieces.h"
#include "reader.h"

typedef struct {
    Level level;
    const char *folder;
    bool over;
    Pieces *pieces;
    Files *files;
    Buf text;
} Split;

static const OptionText options[] = {
    {'l', "level", "LEVEL", "sent (the default), clause, par or doc"},
    {'o', "output", "DIR", "with -l doc: where to write the documents, a file each"},
    {'f', "force", NULL, "with -o: write over files that are there"},
    {0, NULL, NULL, NULL},
};

static const char *const record_columns[] = {"doc", "pos", "kind", "text", NULL};
static const char *const file_columns[] = {"doc", "path", NULL};

static Level level_value(const char *arg)
{
    static const char *const names[] = {"sent", "clause", "par", "doc"};
    for (size_t i = 0; i < 4; i++)
        if (str_is(str_of(arg), names[i]))
            return (Level)i;
    cli_usage("-l %s: not one of sent, clause, par, doc", arg);
}

static void take(void *self, const OptionText *option, const char *arg)
{
    Split *s = self;
    if (option->letter == 'l')
        s->level = level_value(arg);
    else if (option->letter == 'o')
        s->folder = arg;
    else
        s->over = true;
}

static void write_record(Str doc, Str pos, const Smaller *s, Str kind)
{
    out_clean(doc);
    out_clean(pos);
    if (s->sentence)
        out_number_on('.', s->sentence);
    if (s->clause)
        out_number_on('.', s->clause);
    out_clean(kind);
    out_clean(s->text);
    out_end_row();
}

static void split_piece(Split *s, Str doc, Place place, Kind kind)
{
    Smaller whole = {.text = place.text};
    const Smaller *smaller = &whole;
    size_t n = 1;
    if (s->level != LEVEL_PARAGRAPH && kind_has_facts(kind))
        smaller = pieces_of(s->pieces, place.pos, place.text, s->level, &n);
    for (size_t i = 0; i < n; i++)
        write_record(doc, place.pos, &smaller[i], str_of(kind_names[kind]));
}

static void split_document(void *self, Document *doc)
{
    for (size_t i = 0; i < doc->n; i++) {
        const Record *r = &doc->records[i];
        for (size_t p = 0; p < r->n_pieces; p++)
            split_piece(self, doc->id, record_place(r, r->pieces[p].ch), r->kind);
    }
}

/* The clean text of a document, to a file of its own. */
static void write_document(void *self, Document *doc)
{
    Split *s = self;
    Str path;
    s->text.n = 0;
    for (size_t i = 0; i < doc->n; i++) {
        if (!kind_kept(doc->records[i].kind))
            continue;
        buf_str(&s->text, doc->records[i].text);
        buf_char(&s->text, '\n');
    }
    if (!files_write(s->files, doc->id, buf_get(&s->text), &path))
        return;
    out_field(doc->id);
    out_field(path);
    out_end_row();
}

int main(int argc, char **argv)
{
    static Split split;
    static const Program program = {
        .name = "dbsplit",
        .purpose = "records in, smaller records out: sentences, clauses, or a file for each document",
        .options = options,
        .columns = record_columns,
        .example = "dbclean *.txt | dbsplit -l clause",
        .take = take,
        .self = &split,
    };
    Cli cli;
    cli_parse(&cli, &program, argc, argv);
    bool files = split.level == LEVEL_DOCUMENT;
    if (files != (split.folder != NULL))
        cli_usage(files ? "-l doc needs -o DIR" : "-o goes with -l doc");
    if (split.over && !files)
        cli_usage("-f goes with -l doc");
    if (files)
        split.files = files_new(split.folder, split.over);
    else
        split.pieces = pieces_new();
    int status = reader_run(&cli, files ? file_columns : record_columns,
                            files ? write_document : split_document, &split);
    if (files && files_refused(split.files))
        status = 2;
    files_free(split.files);
    pieces_free(split.pieces);
    buf_free(&split.text);
    return status;
}
