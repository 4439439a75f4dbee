/* SPDX-License-Identifier: ISC */
/* dbmeta: records in, what each document is, or what it refers to, out. */
#include "cli.h"
#include "docfacts.h"
#include "docref.h"
#include "lexicon.h"
#include "meetingfacts.h"
#include "official.h"
#include "out.h"
#include "page.h"
#include "reader.h"
#include "refs.h"

typedef struct {
    bool wide, refs;
    bool keep[KEY_COUNT];
    Tokenizer *tokenizer;
    DocReader *reader;
    Chairs *chairs;
    DocRefs *docrefs;
    Pages *pages;
    Facts facts;
    Buf joined;
} Meta;

static const OptionText options[] = {
    {'w', "wide", NULL, "one row a document, the keys as columns"},
    {'k', "keep", "LIST", "only these keys, joined by commas"},
    {'r', "references", NULL, "the documents referred to instead"},
    {0, NULL, NULL, NULL},
};

static const char *const long_columns[] = {"doc", "key", "value", "pos", NULL};

static void keep_keys(Meta *m, const char *list)
{
    Str rest = str_of(list), name;
    Key key;
    while (str_cut(&rest, ',', &name)) {
        if (!key_find(name, &key))
            cli_not_one_of('k', name, key_names);
        m->keep[key] = true;
    }
}

static void take(void *self, const OptionText *option, const char *arg)
{
    Meta *m = self;
    if (option->letter == 'w')
        m->wide = true;
    else if (option->letter == 'r')
        m->refs = true;
    else
        keep_keys(m, arg);
}

static void write_refs(void *self, Document *doc)
{
    Meta *m = self;
    DocFacts known;
    document_tokens(m->tokenizer, doc);
    docreader_where(m->reader, doc, &known);
    refs_write(m->docrefs, doc, &known);
}

static void find_facts(Meta *m, Document *doc)
{
    DocFacts known;
    docreader_untoken(m->reader, doc);
    docreader_read(m->reader, doc, &known);
    facts_reset(&m->facts);
    page_facts(m->pages, m->reader, doc, &known, &m->facts);
    meeting_facts(m->chairs, m->reader, doc, &known, &m->facts);
    facts_sort(&m->facts);
}

static void write_long(void *self, Document *doc)
{
    Meta *m = self;
    find_facts(m, doc);
    for (size_t i = 0; i < m->facts.n; i++) {
        const Fact *f = &m->facts.f[i];
        if (!m->keep[f->key])
            continue;
        out_clean(doc->id);
        out_clean(str_of(key_names[f->key]));
        out_clean(f->value);
        out_clean(record_place(&doc->records[f->record], 0).pos);
        out_end_row();
    }
}

static void write_wide(void *self, Document *doc)
{
    Meta *m = self;
    size_t i = 0;
    find_facts(m, doc);
    out_clean(doc->id);
    for (unsigned key = 0; key < KEY_COUNT; key++) {
        m->joined.n = 0;
        for (; i < m->facts.n && m->facts.f[i].key == key; i++) {
            if (m->joined.n)
                buf_str(&m->joined, STR("; "));
            buf_str(&m->joined, m->facts.f[i].value);
        }
        if (m->keep[key])
            out_clean(buf_get(&m->joined));
    }
    out_end_row();
}

/* The columns of a run: those of the keys kept in a wide one. */
static const char *const *columns_of(const Meta *m)
{
    static const char *wide[KEY_COUNT + 2] = {"doc"};
    size_t n = 1;
    if (m->refs)
        return refs_columns;
    if (!m->wide)
        return long_columns;
    for (unsigned key = 0; key < KEY_COUNT; key++)
        if (m->keep[key])
            wide[n++] = key_names[key];
    wide[n] = NULL;
    return wide;
}

static void keep_all_or_some(Meta *m)
{
    bool some = false;
    for (unsigned key = 0; key < KEY_COUNT; key++)
        some = some || m->keep[key];
    if (some && m->refs)
        cli_usage("-k picks keys, -r has none");
    if (m->wide && m->refs)
        cli_usage("-w and -r do not go together");
    for (unsigned key = 0; key < KEY_COUNT && !some; key++)
        m->keep[key] = true;
}

int main(int argc, char **argv)
{
    static Meta meta;
    static const Program program = {
        .name = "dbmeta",
        .purpose = "records in, what each document is out: dates, province, meeting; or what it refers to",
        .options = options,
        .columns = long_columns,
        .example = "dbclean *.txt | dbmeta -w -H",
        .take = take,
        .self = &meta,
    };
    Cli cli;
    cli_parse(&cli, &program, argc, argv);
    keep_all_or_some(&meta);
    Lexicon *l = lexicon_begin(cli.user);
    Officials *officials = officials_new(l, cli.user);
    const Bodies *bodies = officials_bodies(officials);
    const Places *places = officials_places(officials);
    meta.chairs = chairs_new(l, officials);
    meta.reader = docreader_new(l, bodies, places, cli.user);
    meta.docrefs = docrefs_new(l, docreader_dates(meta.reader), bodies, places, cli.user);
    meta.pages = pages_new(l, cli.user);
    lexicon_done(l);
    meta.tokenizer = tokenizer_new(l);
    docreader_tokenizer(meta.reader, meta.tokenizer);
    int status = reader_run(&cli, columns_of(&meta),
                            meta.refs   ? write_refs
                            : meta.wide ? write_wide
                                        : write_long,
                            &meta);
    tokenizer_free(meta.tokenizer);
    pages_free(meta.pages);
    docrefs_free(meta.docrefs);
    docreader_free(meta.reader);
    chairs_free(meta.chairs);
    officials_free(officials);
    lexicon_free(l);
    facts_free(&meta.facts);
    buf_free(&meta.joined);
    return status;
}
