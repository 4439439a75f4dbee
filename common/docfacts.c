/* SPDX-License-Identifier: ISC */
#include "docfacts.h"

#include <stdlib.h>

#include "docread.h"
#include "metatables.h"
#include "tables.h"

static const char *const cue_names[CUE_COUNT] = {
    [CUE_NONE] = "",         [CUE_ATTEND] = "attend", [CUE_BEFORE] = "before", [CUE_GUEST] = "guest",
    [CUE_GONE] = "gone",     [CUE_PLAN] = "plan",     [CUE_REVIEW] = "review", [CUE_PUBLISHER] = "publisher",
    [CUE_COURSE] = "course", [CUE_POSTED] = "posted", [CUE_TODAY] = "today",   [CUE_YESTERDAY] = "yesterday",
};

static void read_cues(Lexicon *l, UserRows *user)
{
    Str cells[2];
    for (TableRows r = table_rows(&table_factcue, user); table_next(&r, cells);)
        lexicon_add_forms(l, META_CUE, cells[1], cell_name(cells[0], cue_names, CUE_COUNT));
}

static void read_words(DocReader *r, Lexicon *l)
{
    r->w.tinh = lexicon_word(l, STR("tỉnh"));
    r->w.thanh = lexicon_word(l, STR("thành"));
    r->w.pho = lexicon_word(l, STR("phố"));
    r->w.tp = lexicon_word(l, STR("TP"));
    r->w.uy = lexicon_word(l, STR("ủy"));
    r->w.doan = lexicon_word(l, STR("đoàn"));
    r->w.nam = lexicon_word(l, STR("năm"));
    r->w.va = lexicon_word(l, STR("và"));
    r->w.ngay = lexicon_word(l, STR("ngày"));
    r->w.cau = lexicon_word(l, STR("cầu"));
    r->w.diem = lexicon_word(l, STR("điểm"));
    r->w.thang = lexicon_word(l, STR("tháng"));
    r->w.quy = lexicon_word(l, STR("quý"));
    r->w.cuoi = lexicon_word(l, STR("cuối"));
    r->w.dau = lexicon_word(l, STR("đầu"));
    r->w.xa = lexicon_word(l, STR("xã"));
    r->w.phuong = lexicon_word(l, STR("phường"));
    r->w.huyen = lexicon_word(l, STR("huyện"));
    r->w.quan = lexicon_word(l, STR("quận"));
    r->w.duong = lexicon_word(l, STR("đường"));
    r->w.tran = lexicon_word(l, STR("trấn"));
    r->w.ky = lexicon_word(l, STR("kỳ"));
    r->w.giai = lexicon_word(l, STR("giai"));
    r->w.sang = lexicon_word(l, STR("sáng"));
    r->w.chieu = lexicon_word(l, STR("chiều"));
    r->w.toi = lexicon_word(l, STR("tối"));
    r->w.mong = lexicon_word(l, STR("mồng"));
    r->w.mung = lexicon_word(l, STR("mùng"));
    r->w.gieng = lexicon_word(l, STR("giêng"));
    r->w.chap = lexicon_word(l, STR("chạp"));
    r->w.am = lexicon_word(l, STR("âm"));
    r->w.lich = lexicon_word(l, STR("lịch"));
    r->w.so = lexicon_word(l, STR("so"));
    r->w.vao = lexicon_word(l, STR("vào"));
    r->w.nhin = lexicon_word(l, STR("nhìn"));
    r->w.den = lexicon_word(l, STR("đến"));
    r->w.tu = lexicon_word(l, STR("từ"));
    r->w.tai = lexicon_word(l, STR("tại"));
    r->w.bo = lexicon_word(l, STR("bộ"));
    r->w.dan = lexicon_word(l, STR("dân"));
    r->w.voi = lexicon_word(l, STR("với"));
}

DocReader *docreader_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user)
{
    DocReader *r = xrealloc(NULL, 1, sizeof *r);
    *r = (DocReader){.lexicon = l, .bodies = bodies, .places = places};
    r->dates = dates_new(l);
    r->provinces = provinces_new(l, user);
    r->periods = periods_new(l, META_PERIOD, user);
    r->refs = docrefs_new(l, r->dates, NULL, places, user);
    r->hosts = host_words(l);
    r->meetings = meetings_new(l, bodies, places, user);
    r->scores = xrealloc(NULL, provinces_count(r->provinces), sizeof *r->scores);
    r->strong = xrealloc(NULL, provinces_count(r->provinces), sizeof *r->strong);
    r->own = xrealloc(NULL, provinces_count(r->provinces), sizeof *r->own);
    r->superior = xrealloc(NULL, provinces_count(r->provinces), sizeof *r->superior);
    read_cues(l, user);
    read_words(r, l);
    return r;
}

void docreader_free(DocReader *r)
{
    if (!r)
        return;
    dates_free(r->dates);
    provinces_free(r->provinces);
    periods_free(r->periods);
    docrefs_free(r->refs);
    meetings_free(r->meetings);
    free(r->scores);
    free(r->strong);
    free(r->own);
    free(r->superior);
    buf_free(&r->iso);
    arena_free(&r->arena);
    free(r);
}

const Dates *docreader_dates(const DocReader *r)
{
    return r->dates;
}

const Periods *docreader_periods(const DocReader *r)
{
    return r->periods;
}

/* ---- the outline ----------------------------------------------------------------------------------------
 */

enum { LEAD_WORDS = 5 }; /* fewer are a label */

static bool has_words(Str text, unsigned words)
{
    const char *at = text.p, *end = text.p + text.n;
    while (--words > 0 && (at = memchr(at, ' ', (size_t)(end - at))))
        at++;
    return at && text.n;
}

void docreader_tokenizer(DocReader *r, Tokenizer *tokenizer)
{
    r->tokenizer = tokenizer;
}

void docreader_untoken(const DocReader *r, Document *doc)
{
    tokenizer_reset(r->tokenizer);
    for (size_t i = 0; i < doc->n; i++) {
        doc->records[i].tokens = NULL;
        doc->records[i].n_tokens = 0;
    }
}

void docreader_tokens(const DocReader *r, const Record *record)
{
    Record *rec = (Record *)record; /* what is not there yet is added, nothing else is touched */
    if (!rec->tokens && r->tokenizer)
        rec->n_tokens = tokenize(r->tokenizer, rec->text, &rec->tokens);
}

static void outline_read(const DocReader *r, const Document *doc, Outline *o)
{
    *o = (Outline){.n_heads = 0};
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < doc->n && o->n_heads < HEADS; i++)
            if (doc->records[i].kind == (pass ? KIND_KICKER : KIND_TITLE)) {
                docreader_tokens(r, &doc->records[i]);
                o->heads[o->n_heads++] = (int)i;
            }
    for (size_t i = 0; i < doc->n && o->n_leads < LEADS; i++) {
        if (doc->records[i].kind != KIND_BODY || !has_words(doc->records[i].text, LEAD_WORDS))
            continue;
        if (o->n_leads < 2)
            docreader_tokens(r, &doc->records[i]);
        o->leads[o->n_leads++] = (int)i;
    }
}

size_t cue_phrase(const DocReader *r, const Record *rec, size_t i, Cue *cue)
{
    uint32_t value;
    size_t used = lexicon_walk(r->lexicon, META_CUE, rec->tokens, rec->n_tokens, i, &value);
    if (used)
        *cue = (Cue)value;
    return used;
}

Cue cue_leaning(const DocReader *r, const Record *rec, size_t i, bool clause)
{
    Cue cue;
    for (size_t back = 1; back <= CUE_REACH && back <= i; back++) {
        size_t k = i - back;
        char m = rec->tokens[k].type == TOKEN_MARK ? rec->text.p[rec->tokens[k].at] : 0;
        if (m == '.' || m == ';' || m == ':' || (clause && m == ','))
            break;
        if (!cue_at(r, rec, k, &cue))
            continue;
        if (cue == CUE_PLAN || cue == CUE_COURSE) {
            /* "thực hiện nhiệm vụ quý II", "báo cáo tình hình thực hiện nhiệm vụ": the review's */
            Cue before;
            size_t chain = 0;
            for (size_t j = 1; j <= chain + 4 && j <= k && j <= 8; j++) {
                if (cue_at(r, rec, k - j, &before) <= j - chain)
                    continue;
                if (before == CUE_REVIEW)
                    return before;
                if (before == CUE_COURSE)
                    chain = j;
            }
            if (chain)
                return CUE_COURSE;
        }
        if (cue == CUE_PLAN || cue == CUE_REVIEW || cue == CUE_COURSE)
            return cue;
    }
    return CUE_NONE;
}

/* Could there be a term in this text: khóa XIX, khoá 12, nhiệm kỳ 2020? */
static bool has_term(Str text)
{
    return text_has(text, STR("hóa "), 2, TEXT_ROMAN) || text_has(text, STR("hoá "), 3, TEXT_ROMAN) ||
           text_has(text, STR("nhiệm kỳ "), 11, TEXT_DIGIT);
}

/* The term of the body that met, from anywhere in the document. */
static void term_complete(DocReader *r, const Document *doc, DocFacts *f)
{
    if (!meeting_term_open(&f->meeting))
        return;
    for (size_t i = 0; i < doc->n; i++)
        if (!doc->records[i].tokens && kind_has_facts(doc->records[i].kind) && has_term(doc->records[i].text))
            docreader_tokens(r, &doc->records[i]);
    meeting_term(r->meetings, doc, f->year, &f->meeting);
}

/* ---- all of it -------------------------------------------------------------------------------------------
 */

static void facts_none(DocFacts *f)
{
    *f = (DocFacts){.hour = -1, .minute = -1};
    f->published_record = f->clock_record = f->held_record = f->province_record = f->report_record =
        NO_RECORD;
}

static void when_read(DocReader *r, const Document *doc, Outline *o, DocFacts *f)
{
    facts_none(f);
    outline_read(r, doc, o);
    published_read(r, doc, o, f);
    held_read(r, doc, o, f);
    clock_tell(f);
    f->date = when_is_day(f->held_to) ? f->held_to : f->published;
    if (!f->year)
        f->year = f->date.year;
}

bool meeting_named(DocReader *r, const Document *doc, const Outline *o, DocFacts *f)
{
    if (!f->met)
        meeting_read(r->meetings, doc, o->heads, o->n_heads, o->leads, o->n_leads, &f->meeting);
    f->met = true;
    return f->meeting.name.n > 0;
}

static void term_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f)
{
    meeting_named(r, doc, o, f);
    if (!f->termed)
        term_complete(r, doc, f);
    f->termed = true;
    f->term_from = f->meeting.term_from;
    f->term_to = f->meeting.term_to;
}

void docreader_where(DocReader *r, const Document *doc, DocFacts *f)
{
    Outline o;
    when_read(r, doc, &o, f);
    province_read(r, doc, &o, f);
}

void docreader_province(DocReader *r, const Document *doc, DocFacts *f)
{
    Outline o;
    facts_none(f);
    outline_read(r, doc, &o);
    province_read(r, doc, &o, f);
    if (province_dated(r->provinces, f->province))
        docreader_where(r, doc, f);
}

void docreader_when(DocReader *r, const Document *doc, DocFacts *f)
{
    Outline o;
    when_read(r, doc, &o, f);
    report_read(r, doc, &o, f);
}

int16_t docreader_term(DocReader *r, const Document *doc, DocFacts *f)
{
    Outline o;
    outline_read(r, doc, &o);
    term_read(r, doc, &o, f);
    return f->term_from;
}

void docreader_read(DocReader *r, const Document *doc, DocFacts *f)
{
    Outline o;
    when_read(r, doc, &o, f);
    province_read(r, doc, &o, f);
    term_read(r, doc, &o, f);
    report_read(r, doc, &o, f);
}
