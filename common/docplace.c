/* SPDX-License-Identifier: ISC */
/* Which province a document is of: its own, not a guest's. */
#include "docread.h"
#include "metatables.h"

enum {
    HOST = 70,
    AGENCY = 70,
    PUBLISHER = 60,
    TITLE_MARK = 60, /* "Nghệ An: …" */
    LEAD = 60,
    TITLE = 40,
    TITLE_WEAK = 15,
    STRONG = 3,
    ENOUGH = 15,
    SHORT = 160 /* bytes */
};

typedef enum { NAMED_NOT, NAMED_WEAK, NAMED_STRONG } Named;

/* `Đảng bộ huyện Sông Mã (Sơn La)`: the province in brackets behind the name of one of its units. */
static bool behind_unit(const DocReader *r, const Record *rec, size_t i, size_t used)
{
    enum { NAME = 4 };
    if (i < 3 || record_mark(rec, i - 1) != '(' || record_mark(rec, i + used) != ')')
        return false;
    for (size_t k = i - 2; k > 0 && k + NAME > i - 2; k--) {
        if (!(rec->tokens[k].flags & TOKEN_CAP))
            return false;
        uint32_t w = rec->tokens[k - 1].word;
        if (w && (w == r->w.huyen || w == r->w.quan || w == r->w.xa || w == r->w.phuong || w == r->w.tran ||
                  w == r->w.pho || w == r->w.uy)) /* Thành ủy Đồng Hới (Quảng Bình) */
            return true;
    }
    return false;
}

/* What stands before a name at token i makes it the province's, maybe its, or another's. */
static Named named_at(const DocReader *r, const Record *rec, size_t i, size_t used)
{
    const Token *t = rec->tokens;
    for (size_t k = i; k < i + used; k++)
        if (t[k].type == TOKEN_WORD && !(t[k].flags & TOKEN_CAP))
            return NAMED_NOT;
    if (record_is(rec, i, r->w.tp))
        return NAMED_STRONG;
    if (i == 0)
        return NAMED_WEAK;
    if (behind_unit(r, rec, i, used))
        return NAMED_STRONG;
    uint32_t w = t[i - 1].word;
    if (w && (w == r->w.xa || w == r->w.phuong || w == r->w.huyen || w == r->w.quan || w == r->w.duong ||
              w == r->w.tran))
        return NAMED_NOT;
    if (i >= 2 && w == r->w.uy && (record_is(rec, i - 2, r->w.tinh) || record_is(rec, i - 2, r->w.thanh)))
        return NAMED_STRONG;
    if (i >= 2 && w == r->w.doan && (record_is(rec, i - 2, r->w.tinh) || record_is(rec, i - 2, r->w.thanh)))
        return NAMED_STRONG;
    if (w == r->w.tinh || w == r->w.tp ||
        (i >= 2 && record_mark(rec, i - 1) == '.' && record_is(rec, i - 2, r->w.tp)) ||
        (i >= 2 && w == r->w.pho && record_is(rec, i - 2, r->w.thanh)))
        return NAMED_STRONG;
    if (w == r->w.tai)
        return NAMED_NOT; /* "tại Hà Nội": where, not whose */
    /* "Trương Hòa Bình", "Hồ Hòa Bình": part of another name */
    Cue cue;
    bool title_case = t[i].flags & TOKEN_CAP && !(t[i].flags & TOKEN_UPPER);
    if (rec->kind != KIND_SOURCE && title_case && t[i - 1].type == TOKEN_WORD && t[i - 1].flags & TOKEN_CAP &&
        !(t[i - 1].flags & TOKEN_UPPER) && !(i == 1 && cue_at(r, rec, 0, &cue)))
        return NAMED_NOT;
    return NAMED_WEAK;
}

/* A city of the name of its province (thành phố Thanh Hóa) says less than the province. */
static bool is_city_word(const DocReader *r, const Record *rec, size_t i)
{
    return (i >= 1 && (record_is(rec, i - 1, r->w.tp) || record_is(rec, i - 1, r->w.pho))) ||
           (i >= 2 && record_mark(rec, i - 1) == '.' && record_is(rec, i - 2, r->w.tp));
}

/* `tại thành phố Hồ Chí Minh`: where an event took place, not whose it is. */
static bool venue(const DocReader *r, const Record *rec, size_t i)
{
    for (size_t back = 1; back <= 3 && back <= i; back++)
        if (record_is(rec, i - back, r->w.tai))
            return true;
    return false;
}

/* Does a body stand before the name: Tỉnh ủy, Đảng bộ tỉnh, UBND tỉnh? */
static bool of_body(const DocReader *r, const Record *rec, size_t i)
{
    if (i < 2 || record_is(rec, i - 1, r->w.uy))
        return i >= 2;
    const Token *t = &rec->tokens[i - 2];
    return record_is(rec, i - 1, r->w.tinh) &&
           (t->flags & TOKEN_UPPER || record_is(rec, i - 2, r->w.bo) || record_is(rec, i - 2, r->w.dan));
}

static void give(DocReader *r, int row, unsigned score, bool strong, int record, int *where)
{
    r->own[row] |= score >= TITLE;
    if (r->scores[row] < score || where[row] == NO_RECORD)
        where[row] = record;
    r->scores[row] += score;
    r->strong[row] |= strong;
}

/* Is a record the line of a publisher: Cổng thông tin điện tử tỉnh …, Báo …, Bản quyền thuộc …? */
static bool record_is_publisher(const DocReader *r, const Record *rec)
{
    Cue cue;
    return rec->n_tokens && (rec->kind == KIND_SOURCE || (rec->kind == KIND_BODY && rec->n_tokens < 24)) &&
           cue_at(r, rec, 0, &cue) && cue == CUE_PUBLISHER;
}

/* Is someone else in a sentence? Read up to a name, as only there it is asked. */
typedef struct {
    size_t read; /* tokens */
    bool shared;
} Company;

/* `Phó Giám đốc Sở Nội vụ tỉnh Hà Giang`, not `huyện Vị Xuyên, tỉnh Hà Giang` */
static bool of_office(const DocReader *r, const Record *rec, size_t i)
{
    return i >= 2 && record_is(rec, i - 1, r->w.tinh) && rec->tokens[i - 2].type == TOKEN_WORD;
}

/* `Đoàn đại biểu Tỉnh ủy, HĐND, UBND tỉnh`: the province's own. */
static bool of_committee(const DocReader *r, const Record *rec, size_t i)
{
    for (size_t k = i + 2; k < i + 5; k++)
        if (record_is(rec, k + 1, r->w.uy) && (record_is(rec, k, r->w.tinh) || record_is(rec, k, r->w.thanh)))
            return true;
    return false;
}

/* Reads on up to token `to`, from the full stop before it. */
static void read_company(const DocReader *r, const Record *rec, size_t to, Company *c)
{
    Cue cue;
    size_t from = to + 1;
    while (from > c->read && rec->tokens[from - 1].mark != '.')
        from--;
    if (from > c->read)
        c->shared = false;
    for (size_t k = from; k <= to && !c->shared; k++)
        c->shared =
            cue_at(r, rec, k, &cue) && (cue == CUE_ATTEND || (cue == CUE_GUEST && !of_committee(r, rec, k)));
    c->read = to + 1;
}

/* `tại điểm cầu tỉnh Lạng Sơn`: where the page's own people sat. */
static bool linked(const DocReader *r, const Record *rec, size_t i)
{
    size_t k = i > 0 && record_is(rec, i - 1, r->w.tinh) ? i - 1 : i;
    return k >= 2 && record_is(rec, k - 1, r->w.cau) && record_is(rec, k - 2, r->w.diem);
}

/* With a capital, for others are not weighed: `an`, `bình`, `nam` are everywhere. One branch for both. */
static inline bool may_be_province(const DocReader *r, const Token *t)
{
    _Static_assert(TOKEN_CAP == 2, "the second bit");
    return lexicon_begins(r->lexicon, t->word) >> META_PROVINCE & (uint64_t)t->flags >> 1 & 1;
}

static void weigh_names(DocReader *r, const Record *rec, int index, unsigned strong, unsigned weak,
                        size_t sentence, unsigned lead, int *where)
{
    bool first = true;
    Company company = {0};
    for (size_t i = 0; i < rec->n_tokens; i++) {
        int row;
        Cue cue;
        if (!may_be_province(r, &rec->tokens[i]))
            continue;
        size_t used = province_at(r->provinces, rec->tokens, rec->n_tokens, i, &row);
        if (!used)
            continue;
        Named named = named_at(r, rec, i, used);
        if (named == NAMED_STRONG || weak > 1) /* a weak one counts 1 in any company */
            read_company(r, rec, i, &company);
        bool after = i + used < rec->n_tokens && cue_at(r, rec, i + used, &cue) && cue == CUE_GONE;
        bool city = named == NAMED_STRONG && is_city_word(r, rec, i) &&
                    !province_is_city(r->provinces, row, (When){0, 0, 0});
        bool capital = str_eq(province_name(r->provinces, row), STR("Hà Nội")); /* where the others sat */
        if (str_eq(province_name(r->provinces, row), STR("Hồ Chí Minh")) && named != NAMED_STRONG)
            named = NAMED_NOT;
        if (named != NAMED_NOT && !after) {
            unsigned score = named == NAMED_STRONG && !city ? strong : weak;
            r->superior[row] |= company.shared && of_office(r, rec, i);
            if (linked(r, rec, i) && !capital)
                score = TITLE;
            else if (company.shared)
                score = score > 1 ? 1 : score;
            else if (named == NAMED_STRONG && score == STRONG && of_body(r, rec, i))
                score = 2 * STRONG;
            else if (lead && i < sentence && named == NAMED_STRONG && !city && first && !venue(r, rec, i)) {
                score = lead;
                first = false;
            }
            give(r, row, score, named == NAMED_STRONG && !company.shared && !city, index, where);
        }
        i += used - 1;
    }
}

static void weigh_record(DocReader *r, const Document *doc, const Outline *o, int index, int *where)
{
    const Record *rec = &doc->records[index];
    int row;
    bool head = rec->kind == KIND_TITLE || rec->kind == KIND_KICKER;
    bool lead = false;
    for (size_t i = 0; i < o->n_leads && i < 2; i++)
        lead |= o->leads[i] == index;
    if (rec->kind == KIND_SOURCE || record_is_publisher(r, rec)) {
        weigh_names(r, rec, index, PUBLISHER, PUBLISHER, 0, 0, where);
        return;
    }
    if (head && province_at(r->provinces, rec->tokens, rec->n_tokens, 0, &row)) {
        size_t used = province_at(r->provinces, rec->tokens, rec->n_tokens, 0, &row);
        if (record_mark(rec, used) == ':')
            give(r, row, TITLE_MARK, true, index, where);
    }
    if (head)
        weigh_names(r, rec, index, TITLE, TITLE_WEAK, 0, 0, where);
    else if (lead)
        weigh_names(r, rec, index, 5, 1, record_first_sentence(rec), LEAD, where);
    else
        weigh_names(r, rec, index, STRONG, 1, 0, 0, where);
}

static void weigh_marks(DocReader *r, const Document *doc, int index, int *where)
{
    const Record *rec = &doc->records[index];
    int row;
    for (size_t i = 0; i < 2 && i < rec->n_tokens; i++)
        if (rec->kind == KIND_BODY && rec->tokens[i].flags & TOKEN_UPPER &&
            province_of_agency(r->provinces, rec->tokens, rec->n_tokens, i, &row) && i + 1 < rec->n_tokens &&
            rec->tokens[i + 1].type == TOKEN_MARK)
            give(r, row, AGENCY, true, index, where);
    size_t n = rec->kind == KIND_SOURCE || rec->kind == KIND_BYLINE ? rec->n_tokens : 16;
    for (size_t i = 0; i < rec->n_tokens && i < n; i++) {
        size_t from;
        Str host;
        if (!host_ends(&r->hosts, rec->text, rec->tokens, rec->n_tokens, i, &from, &host))
            continue;
        bool own = rec->kind == KIND_SOURCE || rec->kind == KIND_BYLINE || from <= 6;
        if (!own)
            continue;
        row = province_of_host(r->provinces, host);
        if (row != NO_PROVINCE)
            give(r, row, HOST, true, index, where);
    }
}

/* The level of the first body that a record's first sentence names. */
static Level level_in(DocReader *r, const Record *rec)
{
    size_t end = record_first_sentence(rec);
    for (size_t i = 0; i < end; i++) {
        Body body;
        if (!body_begins(r->bodies, &rec->tokens[i]) || !(rec->tokens[i].flags & TOKEN_CAP))
            continue;
        arena_reset(&r->arena);
        if (body_parse(r->bodies, &r->arena, rec->text, rec->tokens, rec->n_tokens, i, false, &body) &&
            (body.level == LEVEL_PROVINCE || body.level == LEVEL_DISTRICT || body.level == LEVEL_COMMUNE ||
             body.level == LEVEL_CENTRAL))
            return body.level;
    }
    return LEVEL_NONE;
}

/* The level of the body that the lead begins with, or where it names none the paragraph behind it: a page of
 * a huyện, of a xã. */
static Level level_of_lead(DocReader *r, const Document *doc, const Outline *o)
{
    Level level = LEVEL_NONE;
    for (size_t i = 0; r->bodies && i < o->n_leads && i < 2 && !level; i++)
        level = level_in(r, &doc->records[o->leads[i]]);
    return level;
}

/* Could this text name a province with its level: tỉnh Hà Nam, Tỉnh ủy Hà Nam, thành phố Huế, TP Huế? */
static bool names_unit(Str text)
{
    return text_has(text, STR("ỉnh "), 2, TEXT_CAPITAL) || text_has(text, STR("ủy "), 2, TEXT_CAPITAL) ||
           text_has(text, STR("phố "), 4, TEXT_CAPITAL) || text_has(text, STR("TP"), 0, TEXT_ANY);
}

/* Weighs the head of the page, its paper and publisher; or `rest`, all that is between. */
static void weigh(DocReader *r, const Document *doc, const Outline *o, int *where, bool rest)
{
    for (size_t i = 0; i < doc->n; i++) {
        Kind kind = doc->records[i].kind;
        bool head = kind == KIND_TITLE || kind == KIND_KICKER || kind == KIND_SOURCE || kind == KIND_BYLINE;
        for (size_t k = 0; k < o->n_leads && k < 2; k++)
            head = head || o->leads[k] == (int)i;
        /* a short paragraph may be the publisher's */
        head = head || (kind == KIND_BODY && doc->records[i].text.n < SHORT);
        if (!kind_kept(kind) || head == rest || kind == KIND_STAMP || kind == KIND_SECTION)
            continue;
        if (rest && !doc->records[i].tokens && !names_unit(doc->records[i].text))
            continue;
        docreader_tokens(r, &doc->records[i]);
        weigh_record(r, doc, o, (int)i, where);
        weigh_marks(r, doc, (int)i, where);
    }
}

static void two_best(const DocReader *r, size_t n, int *best, int *second)
{
    *best = *second = NO_PROVINCE;
    for (size_t i = 0; i < n; i++) {
        if (!r->scores[i])
            continue;
        if (*best == NO_PROVINCE || r->scores[i] > r->scores[*best]) {
            *second = *best;
            *best = (int)i;
        } else if (*second == NO_PROVINCE || r->scores[i] > r->scores[*second]) {
            *second = (int)i;
        }
    }
}

/* Do the head and the publisher tell the province without a doubt? */
static bool settled(const DocReader *r, size_t n)
{
    int best, second;
    two_best(r, n, &best, &second);
    return best != NO_PROVINCE && r->scores[best] >= LEAD &&
           (second == NO_PROVINCE || r->scores[best] >= 3 * r->scores[second]);
}

/* `Tổng Bí thư làm việc tại Nam Định`: does the headline name the province where central officials were? A
 * city is where all their meetings are. */
static bool visited(const DocReader *r, const Document *doc, const Outline *o, int best)
{
    if (province_is_city(r->provinces, best, (When){0, 0, 0}))
        return false;
    for (size_t k = 0; k < o->n_heads; k++) {
        const Record *rec = &doc->records[o->heads[k]];
        int row;
        for (size_t i = 0; i < rec->n_tokens; i++)
            if (rec->tokens[i].flags & TOKEN_CAP &&
                province_at(r->provinces, rec->tokens, rec->n_tokens, i, &row) && row == best)
                return true;
    }
    return false;
}

void province_read(DocReader *r, const Document *doc, const Outline *o, DocFacts *f)
{
    int where[128], best = NO_PROVINCE, second = NO_PROVINCE;
    size_t n = provinces_count(r->provinces) < 128 ? provinces_count(r->provinces) : 128;
    for (size_t i = 0; i < n; i++) {
        r->scores[i] = 0;
        r->strong[i] = r->own[i] = r->superior[i] = false;
        where[i] = NO_RECORD;
    }
    weigh(r, doc, o, where, false);
    if (!settled(r, n))
        weigh(r, doc, o, where, true);
    two_best(r, n, &best, &second);
    f->level = level_of_lead(r, doc, o);
    if (best == NO_PROVINCE)
        return;
    unsigned most = r->scores[best], next = second == NO_PROVINCE ? 0 : r->scores[second];
    bool below = f->level == LEVEL_DISTRICT || f->level == LEVEL_COMMUNE;
    if (!(most >= ENOUGH && most * 2 > next * 3) &&
        !(r->strong[best] && most >= 2 * STRONG && most > next * 3) &&
        !(below && r->superior[best] && second == NO_PROVINCE))
        return;
    /* a page of a central body is of no province, unless paper or headline tell one */
    if (f->level == LEVEL_CENTRAL && !r->own[best] && !visited(r, doc, o, best))
        return;
    best = province_then(r->provinces, best, f->date);
    f->province = province_name(r->provinces, best);
    f->province_code = province_code(r->provinces, best, f->date);
    f->province_now = province_now(r->provinces, best);
    f->province_record = where[best] != NO_RECORD ? where[best] : (o->n_leads ? o->leads[0] : 0);
    f->central_city = province_is_city(r->provinces, best, f->date);
    if (f->level == LEVEL_NONE)
        f->level = LEVEL_PROVINCE;
}
