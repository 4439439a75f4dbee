/* SPDX-License-Identifier: ISC */
#include "reader.h"

#include <stdlib.h>

#include "collect.h"
#include "docid.h"
#include "input.h"
#include "mended.h"
#include "normal.h"
#include "out.h"
#include "rows.h"

struct Reader {
    const Cli *cli;
    Input *input;
    Normal *normal;
    Ids *ids;
    DocIds docid;
    Collector *collector;

    Buf id;        /* of the document that is being read */
    uint64_t size; /* bytes of its lines */
    bool records;  /* it comes from records */
    bool goes_on;  /* it is the rest of one that was cut */
    bool waiting;  /* `line`, or `row`, belongs to the next document */
    Line line;

    uint64_t first; /* number in the FILE of the document's line 1; 0: the next line's */
    uint64_t part;  /* of a line longer than the cap: pieces so far */
    Buf pos;

    Buf doc, name; /* doc as the rows have it; without control characters */
    Rows rows;
    RecordRow row;
};

Reader *reader_new(const Cli *cli)
{
    Reader *r = xrealloc(NULL, 1, sizeof *r);
    *r = (Reader){.cli = cli};
    r->input = input_new(cli);
    r->normal = normal_new(STYLE_OLD);
    r->ids = ids_new();
    r->docid = (DocIds){.ids = r->ids, .given = cli->doc_id};
    r->collector = collector_new();
    return r;
}

void reader_free(Reader *r)
{
    if (!r)
        return;
    mended_tell(r->input, r->normal);
    input_free(r->input);
    normal_free(r->normal);
    ids_free(r->ids);
    docid_free(&r->docid);
    collector_free(r->collector);
    buf_free(&r->id);
    buf_free(&r->pos);
    buf_free(&r->doc);
    buf_free(&r->name);
    rows_free(&r->rows);
    free(r);
}

/* Does the document have room for n more bytes? If not it is cut before them. */
static bool has_room(Reader *r, uint64_t n)
{
    if (collector_count(r->collector) == 0 || r->size + n <= r->cli->max_document)
        return true;
    tally(TALLY_WARNING, "document longer than -M allows: cut, goes on under another id", r->line.number, 1);
    cli_note_error();
    r->goes_on = true;
    return false;
}

/* ---- text */

static void begin_text(Reader *r)
{
    r->id.n = 0;
    if (r->goes_on)
        docid_go_on(&r->docid, &r->id);
    else
        docid_next(&r->docid, &r->id);
    r->goes_on = false;
}

/* Takes a line of text into the document. False when it belongs to the next. */
static bool take_text(Reader *r)
{
    if (r->first == 0)
        r->first = r->line.number;
    Buf *text = collector_text(r->collector);
    size_t before = text->n;
    normal_line(r->normal, r->line.text, true, text);
    if (text->n > before) {
        if (!has_room(r, r->line.text.n + 1)) {
            text->n = before;
            return false;
        }
        if (collector_count(r->collector) == 0)
            begin_text(r);
        r->pos.n = 0;
        buf_uint(&r->pos, r->line.number - r->first + 1);
        if (r->part++) {
            buf_char(&r->pos, '/');
            buf_uint(&r->pos, r->part);
        }
        collector_add(r->collector, buf_get(&r->pos), buf_get(&r->pos), KIND_BODY);
        r->size += r->line.text.n + 1;
    }
    if (!r->line.more)
        r->part = 0;
    return true;
}

/* ---- records */

static void begin_records(Reader *r)
{
    r->id.n = 0;
    if (r->goes_on) { /* cut: the same doc under the next free id */
        ids_give(r->ids, buf_get(&r->name), &r->id);
        r->goes_on = false;
        return;
    }
    r->doc.n = r->name.n = 0;
    buf_str(&r->doc, r->row.doc);
    without_control(r->row.doc, &r->name);
    buf_str(&r->id, buf_get(&r->name));
    if (ids_seen(r->ids, buf_get(&r->name)))
        tally(TALLY_WARNING, "document id comes again after its document ended", r->line.number, 1);
}

/* Takes the row into the document. False when it belongs to the next. */
static bool take_row(Reader *r)
{
    const RecordRow *row = &r->row;
    bool begun = collector_count(r->collector) > 0;
    if (begun && !str_eq(row->doc, buf_get(&r->doc)))
        return false;
    if (!has_room(r, row->text.n + 1))
        return false;
    if (!begun)
        begin_records(r);
    Buf *to = collector_text(r->collector);
    if (has_control(row->text))
        without_control(row->text, to);
    else
        buf_str(to, row->text);
    collector_add(r->collector, row->pos, row->line, kind_of(row->kind));
    r->size += row->text.n + 1;
    return true;
}

/* ---- documents */

/* A FILE, or a document in it, begins: the one before it ends, but records go on from FILE to FILE. True when
 * there is one to give out. */
static bool boundary(Reader *r)
{
    bool records = input_is_records(r->input), goes_on = records && r->records;
    if (r->line.type == LINE_OPEN)
        docid_file(&r->docid, input_name(r->input));
    else if (r->line.type == LINE_HEAD)
        docid_head(&r->docid, r->line.text);
    r->first = r->line.type == LINE_OPEN ? 1 : 0;
    r->part = 0;
    r->records = records;
    if (goes_on)
        return false;
    r->goes_on = false;
    return collector_count(r->collector) > 0;
}

static bool take(Reader *r)
{
    r->waiting = !(r->records ? take_row(r) : take_text(r));
    return !r->waiting;
}

/* Takes the next line. False when the document is whole. */
static bool take_line(Reader *r)
{
    if (r->waiting)
        return take(r);
    r->line = input_next(r->input);
    switch (r->line.type) {
    case LINE_TEXT:
        return (r->records && !rows_take(&r->rows, &r->line, &r->row)) || take(r);
    case LINE_OPEN:
    case LINE_FEED:
    case LINE_HEAD:
        return !boundary(r);
    case LINE_CLOSE:
        return true;
    default:
        return false;
    }
}

bool reader_next(Reader *r, Document *doc)
{
    collector_reset(r->collector);
    r->size = 0;
    while (take_line(r))
        ;
    collector_finish(r->collector, doc);
    doc->id = buf_get(&r->id);
    return doc->n > 0;
}

int reader_run(const Cli *cli, const char *const *columns, void (*rows)(void *self, Document *doc),
               void *self)
{
    cli_header(cli, columns);
    Reader *r = reader_new(cli);
    Document doc;
    while (reader_next(r, &doc)) {
        rows(self, &doc);
        cli_document_done(cli, doc.n);
    }
    reader_free(r);
    return cli_end(cli);
}
