/* SPDX-License-Identifier: ISC */
#include "clean.h"

#include "dup.h"
#include "input.h"
#include "mended.h"
#include "message.h"
#include "name.h"
#include "normal.h"
#include "out.h"
#include "page.h"
#include "rows.h"
#include "words.h"

typedef struct {
    const Cli *cli;
    const CleanOptions *options;
    bool wanted[KIND_COUNT]; /* kinds that are written … */
    Str kind[KIND_COUNT];    /* … and their names */
    Input *input;
    Normal *normal;
    Words *words;
    Page *page;
    Dups *dups;
    Namer namer;
    Buf text;           /* a line in normal form */
    Buf piece;          /* a piece of one that is cut */
    Arena pieces;       /* texts of such pieces */
    Buf id;             /* of a document */
    bool opened;        /* the next document begins behind a certain boundary */
    bool counting;      /* base is known */
    bool goes_on;       /* the next document is the rest of one that was cut */
    uint64_t base;      /* number of the line before line 1 */
    uint64_t last_line; /* the last one given out, and how many pieces of it */
    uint32_t last_pieces;
    bool wrote; /* a document was written: -T parts them */
    Rows rows;
    Buf last_doc;   /* of records */
    size_t records; /* of that document so far */
    bool fresh;     /* none of its text is written yet */
} Run;

static void write_text(Run *r, Str text, bool *first)
{
    if (*first && r->wrote)
        out_raw(STR("\f\n"));
    *first = false;
    r->wrote = true;
    out_raw(text);
    out_raw(STR("\n"));
}

static void write_pos(const Run *r, const Item *item)
{
    char pos[48];
    size_t at = sizeof pos;
    uint64_t v = item->piece;
    if (v) {
        do
            pos[--at] = (char)('0' + v % 10);
        while (v /= 10);
        pos[--at] = '/';
    }
    v = item->number - r->base;
    do
        pos[--at] = (char)('0' + v % 10);
    while (v /= 10);
    out_clean((Str){pos + at, sizeof pos - at});
}

/* The words at its ends may have become others; those between are in the normal form. */
static Str normal_piece(Run *r, Str text)
{
    const char *space = memchr(text.p, ' ', text.n);
    size_t head = space ? (size_t)(space - text.p) : text.n, tail = text.n;
    while (tail > head && text.p[tail - 1] != ' ')
        tail--;
    r->piece.n = 0;
    normal_line(r->normal, str_sub(text, 0, head), false, &r->piece);
    buf_str(&r->piece, str_sub(text, head, tail - head));
    normal_line(r->normal, str_from(text, tail), false, &r->piece);
    return buf_get(&r->piece);
}

/* A word that was glued to the next gets its normal form when the line is cut between them: "Thành uỷChia
 * sẻ". */
static void normalise_pieces(Run *r, Items *items)
{
    arena_reset(&r->pieces);
    for (size_t i = 0; i < items->n; i++) {
        Item *item = &items->items[i];
        if (!item->cut)
            continue;
        Str text = normal_piece(r, item->text);
        if (!str_eq(text, item->text))
            item->text = arena_str(&r->pieces, text);
    }
}

static void write_document(Run *r, Items *items)
{
    normalise_pieces(r, items);
    dups_mark(r->dups, items);
    r->id.n = 0;
    name_document(&r->namer, items, r->goes_on, &r->id);
    bool first = true;
    size_t rows = 0;
    if (!r->opened && !r->goes_on)
        r->base = items->items[0].number - 1;
    for (size_t i = 0; i < items->n; i++) {
        const Item *item = &items->items[i];
        if (!r->wanted[item->kind])
            continue;
        rows++;
        if (r->options->text) {
            write_text(r, item->text, &first);
            continue;
        }
        out_clean(buf_get(&r->id));
        write_pos(r, item);
        out_clean(r->kind[item->kind]);
        out_clean(item->text); /* the normal form has no control characters */
        out_end_row();
    }
    const Item *last = &items->items[items->n - 1];
    r->last_line = last->number;
    r->last_pieces = last->piece ? last->piece : 1;
    r->opened = r->goes_on = false;
    cli_document_done(r->cli, rows);
}

static void write_documents(Run *r)
{
    Items items;
    while (page_take(r->page, &items))
        write_document(r, &items);
}

static void close_documents(Run *r)
{
    page_end(r->page);
    write_documents(r);
}

static void certain_boundary(Run *r)
{
    close_documents(r);
    r->opened = true;
    r->counting = r->goes_on = false;
}

static bool infers(const Run *r)
{
    bool input = str_eq(str_of(input_name(r->input)), STR("-"));
    return r->options->split == SPLIT_INFER || (r->options->split == SPLIT_AUTO && input);
}

static void tell_gave_up(uint64_t line, uint64_t times)
{
    tally(TALLY_WARNING, "pattern took too many steps: taken as no match", line, times);
}

static bool opens_document(const Run *r, Str text, uint64_t line)
{
    for (size_t i = 0; i < r->options->n_opens; i++) {
        RegexResult found = regex_match(r->options->opens[i], text);
        if (found == REGEX_YES)
            return true;
        if (found == REGEX_LIMIT)
            tell_gave_up(line, 1);
    }
    return false;
}

/* The document is larger than -M: it goes out and the next one is its rest. */
static void cut_document(Run *r, uint64_t line)
{
    close_documents(r);
    r->goes_on = true;
    tally(TALLY_WARNING, "document longer than -M allows: cut, goes on under another id", line, 1);
    cli_note_error();
}

static void text_line(Run *r, const Line *line)
{
    if (!r->counting) {
        r->base = line->number - 1;
        r->counting = true;
    }
    r->text.n = 0;
    normal_line(r->normal, line->text, true, &r->text);
    Str text = buf_get(&r->text);
    if (text.n) {
        if (opens_document(r, text, line->number)) {
            close_documents(r);
            r->opened = r->goes_on = false;
        }
        if (page_bytes(r->page) && page_bytes(r->page) + text.n > r->cli->max_document)
            cut_document(r, line->number);
        page_line(r->page, text, line->number,
                  line->number == r->last_line && r->goes_on ? r->last_pieces : 0);
        write_documents(r);
        if (r->words->gave_up) {
            tell_gave_up(line->number, r->words->gave_up);
            r->words->gave_up = 0;
        }
    }
    if (line->more)
        cut_document(r, line->number);
}

/* The document of records that is open ends. */
static void close_records(Run *r)
{
    if (r->records)
        cli_document_done(r->cli, r->records);
    r->records = 0;
}

static void open_records(Run *r, Str doc, uint64_t line)
{
    if (r->records && str_eq(doc, buf_get(&r->last_doc)))
        return;
    close_records(r);
    if (ids_seen(r->namer.ids, doc))
        tally(TALLY_WARNING, "document id comes again after its document ended", line, 1);
    r->last_doc.n = 0;
    buf_str(&r->last_doc, doc);
    r->fresh = true;
}

static void record_line(Run *r, const Line *line)
{
    RecordRow row;
    if (!rows_take(&r->rows, line, &row))
        return;
    open_records(r, row.doc, line->number);
    r->records++;
    if (!r->wanted[kind_of(row.kind)])
        return;
    r->text.n = 0;
    normal_line(r->normal, row.text, false, &r->text);
    if (r->options->text) {
        write_text(r, buf_get(&r->text), &r->fresh);
        return;
    }
    out_field(row.doc);
    out_field(row.pos);
    out_field(row.kind);
    out_clean(buf_get(&r->text));
    out_end_row();
}

static void open_file(Run *r)
{
    certain_boundary(r);
    if (!input_is_records(r->input))
        close_records(r);
    docid_file(&r->namer.docid, input_name(r->input));
    page_infer(r->page, infers(r));
}

static void head_line(Run *r, const Line *line)
{
    certain_boundary(r);
    docid_head(&r->namer.docid, line->text);
    page_infer(r->page, false);
}

static void feed_line(Run *r)
{
    certain_boundary(r);
    page_infer(r->page, infers(r));
}

static void read_all(Run *r)
{
    for (;;) {
        Line line = input_next(r->input);
        switch (line.type) {
        case LINE_OPEN:
            open_file(r);
            break;
        case LINE_HEAD:
            head_line(r, &line);
            break;
        case LINE_FEED:
            feed_line(r);
            break;
        case LINE_CLOSE:
            certain_boundary(r);
            break;
        case LINE_END:
            close_records(r);
            return;
        case LINE_TEXT:
            if (input_is_records(r->input))
                record_line(r, &line);
            else
                text_line(r, &line);
            break;
        }
    }
}

static void choose_kinds(Run *r)
{
    for (Kind kind = 0; kind < KIND_COUNT; kind++) {
        r->wanted[kind] = r->options->chosen ? r->options->keep[kind] : r->cli->all || kind_kept(kind);
        r->kind[kind] = str_of(kind_names[kind]);
    }
}

void clean(const Cli *cli, const CleanOptions *options)
{
    Run r = {.cli = cli, .options = options};
    choose_kinds(&r);
    r.input = input_new(cli);
    r.normal = normal_new(options->style);
    r.words = words_new(cli->user);
    r.page = page_new(r.words);
    r.dups = dups_new();
    r.namer = (Namer){.ids = ids_new(), .hash = options->hash};
    r.namer.docid = (DocIds){.ids = r.namer.ids, .given = cli->doc_id};
    if (options->split == SPLIT_NO_FEED)
        input_keep_feeds(r.input);
    if (options->style != STYLE_OLD)
        r.namer.old = normal_new(STYLE_OLD);
    if (!options->text)
        cli_header(cli, cli->program->columns);
    read_all(&r);
    mended_tell(r.input, r.normal);
    normal_free(r.normal);
    if (r.namer.old)
        normal_free(r.namer.old);
    words_free(r.words);
    page_free(r.page);
    dups_free(r.dups);
    ids_free(r.namer.ids);
    input_free(r.input);
    buf_free(&r.text);
    buf_free(&r.id);
    buf_free(&r.last_doc);
    arena_free(&r.pieces);
    buf_free(&r.piece);
    rows_free(&r.rows);
    docid_free(&r.namer.docid);
    buf_free(&r.namer.scratch);
    buf_free(&r.namer.hex);
}
