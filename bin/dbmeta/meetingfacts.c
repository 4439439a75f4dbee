/* SPDX-License-Identifier: ISC */
#include "meetingfacts.h"

#include <stdlib.h>

#include "chunk.h"
#include "textlook.h"

struct Chairs {
    Officials *officials;
    uint32_t chu, tri, toa, dieu, hanh;
};

Chairs *chairs_new(Lexicon *l, Officials *officials)
{
    Chairs *c = xrealloc(NULL, 1, sizeof *c);
    *c = (Chairs){.officials = officials};
    c->chu = lexicon_word(l, STR("chủ"));
    c->tri = lexicon_word(l, STR("trì"));
    c->toa = lexicon_word(l, STR("tọa"));
    c->dieu = lexicon_word(l, STR("điều"));
    c->hanh = lexicon_word(l, STR("hành"));
    return c;
}

void chairs_free(Chairs *c)
{
    free(c);
}

enum { CHAIRED = 10 }; /* records that may tell who chaired */

static void add_number(Facts *out, Key key, unsigned v, int record)
{
    Buf b = {0};
    if (v) {
        buf_uint(&b, v);
        fact_copy(out, key, buf_get(&b), record);
    }
    buf_free(&b);
}

static void add_term(const Meeting *m, Facts *out)
{
    Buf b = {0};
    add_number(out, KEY_TERM_NO, m->term_no, m->term_no_record);
    if (m->term_from) {
        buf_uint(&b, (uint64_t)m->term_from);
        buf_char(&b, '-');
        buf_uint(&b, (uint64_t)m->term_to);
        fact_copy(out, KEY_TERM, buf_get(&b), m->term_record);
    }
    buf_free(&b);
}

/* Could a text tell who chaired: chủ trì, chủ tọa, chủ toạ, điều hành? */
static bool may_chair(Str text)
{
    return text_has(text, STR("ủ t"), 2, TEXT_ANY) || text_has(text, STR("ủ T"), 2, TEXT_ANY) ||
           text_has(text, STR("u hà"), 0, TEXT_ANY);
}

/* `chủ trì`, `chủ tọa`, `điều hành` at token i. */
static bool chairs_at(const Chairs *c, const Token *t)
{
    return (t[0].word == c->chu && (t[1].word == c->tri || t[1].word == c->toa)) ||
           (t[0].word == c->dieu && t[1].word == c->hanh);
}

/* Who chaired, of the sentence [from, to) of a record. */
static bool add_chairs_in(Chairs *c, const Document *doc, size_t i, size_t from, size_t to,
                          const DocFacts *known, Facts *out)
{
    Record sentence = doc->records[i];
    Document one = {.id = doc->id, .records = &sentence, .n = 1};
    const Official *rows;
    bool found = false;
    sentence.tokens += from;
    sentence.n_tokens = to - from;
    size_t n = officials_find(c->officials, &one, known->province, known->central_city, &rows);
    for (size_t k = 0; k < n; k++)
        if (rows[k].act & ACT_CHAIR && memchr(rows[k].name.p, ' ', rows[k].name.n)) {
            fact_copy(out, KEY_CHAIR, rows[k].name, (int)i);
            found = true;
        }
    return found;
}

/* The end of the sentence of token i. */
static size_t sentence_end(const Record *r, size_t i)
{
    while (i + 1 < r->n_tokens && !record_ends_sentence(r, i))
        i++;
    return i + 1;
}

/* The same of all sentences of a record that tell it. */
static bool add_chairs_of(Chairs *c, const Document *doc, size_t i, const DocFacts *known, Facts *out)
{
    const Record *r = &doc->records[i];
    bool found = false;
    for (size_t k = 0, seen = 0; k + 1 < r->n_tokens; k++) {
        if (!chairs_at(c, &r->tokens[k]))
            continue;
        size_t from = k, to = sentence_end(r, k);
        while (from > seen && !record_ends_sentence(r, from - 1))
            from--;
        found |= add_chairs_in(c, doc, i, from, to, known, out);
        seen = to;
        k = to - 1;
    }
    return found;
}

/* Of the first record that tells it. */
static void add_chairs(Chairs *c, const DocReader *reader, const Document *doc, const DocFacts *known,
                       Facts *out)
{
    for (size_t i = 0, seen = 0; i < doc->n && seen < CHAIRED; i++) {
        if (!kind_has_facts(doc->records[i].kind))
            continue;
        seen++;
        if (!may_chair(doc->records[i].text))
            continue;
        docreader_tokens(reader, &doc->records[i]);
        if (add_chairs_of(c, doc, i, known, out))
            return;
    }
}

void meeting_facts(Chairs *chairs, const DocReader *reader, const Document *doc, const DocFacts *known,
                   Facts *out)
{
    const Meeting *m = &known->meeting;
    fact_add(out, KEY_MEETING, m->name, m->name_record);
    add_number(out, KEY_MEETING_NO, m->number, m->number_record);
    if (m->extended)
        fact_add(out, KEY_EXTENDED, STR("yes"), m->extended_record);
    for (size_t i = 0; i < m->n_organs; i++)
        fact_add(out, KEY_ORGAN, m->organs[i], m->organ_record);
    add_term(m, out);
    add_chairs(chairs, reader, doc, known, out);
}
