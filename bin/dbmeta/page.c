/* SPDX-License-Identifier: ISC */
#include "page.h"

#include <stdlib.h>

#include "credit.h"
#include "host.h"
#include "utf8.h"

enum { LONG = 200 /* bytes that no credit line has */, TAIL = 80 };

struct Pages {
    HostWords hosts;
    Credits *credits;
    Buf buf;
};

Pages *pages_new(Lexicon *l, UserRows *user)
{
    Pages *p = xrealloc(NULL, 1, sizeof *p);
    *p = (Pages){.hosts = host_words(l), .credits = credits_new(l, user)};
    return p;
}

void pages_free(Pages *p)
{
    if (!p)
        return;
    credits_free(p->credits);
    buf_free(&p->buf);
    free(p);
}

/* ---- dates, province ------------------------------------------------------------------------------------
 */

static void two_digits(Buf *b, int v)
{
    buf_char(b, (char)('0' + v / 10));
    buf_char(b, (char)('0' + v % 10));
}

static void add_day(Pages *p, Facts *out, Key key, When day, int record)
{
    p->buf.n = 0;
    if (!when_is_day(day))
        return;
    when_iso(day, &p->buf);
    fact_copy(out, key, buf_get(&p->buf), record);
}

static void add_published(Pages *p, const DocFacts *known, Facts *out)
{
    if (!when_is_day(known->published))
        return;
    p->buf.n = 0;
    when_iso(known->published, &p->buf);
    if (known->hour >= 0) {
        buf_char(&p->buf, 'T');
        two_digits(&p->buf, known->hour);
        buf_char(&p->buf, ':');
        two_digits(&p->buf, known->minute);
    }
    fact_copy(out, KEY_PUBLISHED, buf_get(&p->buf), known->published_record);
}

static void add_held(Pages *p, const DocFacts *known, Facts *out)
{
    if (!when_is_day(known->held))
        return;
    p->buf.n = 0;
    when_iso(known->held, &p->buf);
    if (when_cmp(known->held, known->held_to) != 0) {
        buf_char(&p->buf, '/');
        when_iso(known->held_to, &p->buf);
    }
    fact_copy(out, KEY_HELD, buf_get(&p->buf), known->held_record);
}

static void add_known(Pages *p, const DocFacts *known, Facts *out)
{
    add_published(p, known, out);
    add_day(p, out, KEY_CLOCK, known->clock, known->clock_record);
    add_held(p, known, out);
    if (known->sessions & DAY_MORNING)
        fact_add(out, KEY_SESSION, STR("morning"), known->held_record);
    if (known->sessions & DAY_AFTERNOON)
        fact_add(out, KEY_SESSION, STR("afternoon"), known->held_record);
    if (known->sessions & DAY_EVENING)
        fact_add(out, KEY_SESSION, STR("evening"), known->held_record);
    fact_add(out, KEY_PROVINCE, known->province, known->province_record);
    fact_add(out, KEY_PROVINCE_CODE, known->province_code, known->province_record);
    fact_add(out, KEY_PROVINCE_NOW, known->province_now, known->province_record);
    fact_copy(out, KEY_REPORT_PERIOD, known->report_period, known->report_record);
}

/* ---- views ----------------------------------------------------------------------------------------------
 */

/* The digits of a counter: 1.204, 1,046, 626. */
static void add_views(Pages *p, const Record *r, int index, const Credits *credits, Facts *out)
{
    for (size_t i = 0; i < r->n_tokens; i++) {
        size_t used = views_at(credits, r, i), k = i + used;
        if (!used)
            continue;
        if (k < r->n_tokens && r->tokens[k].type == TOKEN_MARK)
            k++;
        if (k >= r->n_tokens || r->tokens[k].type != TOKEN_NUMBER) {
            if (i == 0 || r->tokens[i - 1].type != TOKEN_NUMBER)
                continue;
            k = i - 1;
        }
        Str digits = token_str(r->text, &r->tokens[k]);
        p->buf.n = 0;
        for (size_t d = 0; d < digits.n; d++)
            if (digits.p[d] >= '0' && digits.p[d] <= '9' &&
                !(digits.p[d] == '0' && !p->buf.n && d + 1 < digits.n))
                buf_char(&p->buf, digits.p[d]);
        fact_copy(out, KEY_VIEWS, buf_get(&p->buf), index);
        return;
    }
}

/* ---- hosts ----------------------------------------------------------------------------------------------
 */

static void add_hosts(Pages *p, const Record *r, int index, bool source, Facts *out)
{
    for (size_t i = 0; i < r->n_tokens; i++) {
        size_t from;
        Str host;
        if (!host_ends(&p->hosts, r->text, r->tokens, r->n_tokens, i, &from, &host))
            continue;
        if (!source && from > 6)
            continue;
        p->buf.n = 0;
        for (size_t k = 0; k < host.n; k++)
            buf_char(&p->buf, (char)(host.p[k] >= 'A' && host.p[k] <= 'Z' ? host.p[k] + 32 : host.p[k]));
        for (size_t k = 0; k < out->n; k++)
            if (out->f[k].key == KEY_HOST)
                return;
        fact_copy(out, KEY_HOST, buf_get(&p->buf), index);
        return;
    }
}

/* Could a long text end in a credit: `Theo Báo …`, `…/TTXVN`, `(TTXVN)`? */
static bool may_credit(Str text)
{
    Str tail = str_from(text, text.n - TAIL);
    for (size_t i = 0; i + 1 < tail.n; i++)
        if (tail.p[i] == '/' || tail.p[i] == '(' || (tail.p[i] == 'e' && tail.p[i + 1] == 'o'))
            return true;
    return false;
}

void page_facts(Pages *p, const DocReader *reader, const Document *doc, const DocFacts *known, Facts *out)
{
    bool lead = true;
    for (size_t i = 0; i < doc->n; i++) {
        const Record *r = &doc->records[i];
        int index = (int)i;
        if (!kind_kept(r->kind))
            continue;
        if (r->kind == KIND_BODY && !lead && r->text.n >= LONG && i + 1 < doc->n &&
            doc->records[i + 1].kind == KIND_BODY)
            continue; /* credits stand at the ends of a text */
        if (r->kind == KIND_BODY && !lead && r->text.n >= LONG && !may_credit(r->text))
            continue;
        if (r->kind != KIND_TITLE && r->kind != KIND_KICKER && r->kind != KIND_SECTION)
            docreader_tokens(reader, r);
        if (r->kind == KIND_TITLE)
            fact_add(out, KEY_TITLE, r->text, index);
        else if (r->kind == KIND_KICKER)
            fact_add(out, KEY_KICKER, r->text, index);
        else if (r->kind == KIND_SECTION)
            fact_add(out, KEY_SECTION, r->text, index);
        else if (r->kind == KIND_STAMP)
            add_views(p, r, index, p->credits, out);
        else if (r->kind == KIND_BYLINE || r->kind == KIND_SOURCE || r->kind == KIND_BODY) {
            credit_facts(p->credits, r, index, lead && r->kind == KIND_BODY, out);
            add_hosts(p, r, index, r->kind != KIND_BODY, out);
        }
        if (r->kind == KIND_BODY && r->n_tokens > 8)
            lead = false;
    }
    add_known(p, known, out);
}
