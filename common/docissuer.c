/* SPDX-License-Identifier: ISC */
#include "docissuer.h"

#include <stdlib.h>

#include "metatables.h"
#include "tables.h"

enum {
    ADVERBS = 3,  /* words before `ban hành` */
    LONGEST = 12, /* tokens of a body's name there */
    NUMBERED = 5,
    WHOLE = 4 /* tokens of a body without a unit that tell it all the same */
};

typedef enum { ISSUER_WHOLE, ISSUER_PARTY, ISSUER_UNIT, ISSUER_SAID, ISSUER_HEAD } IssuerKind;

typedef struct {
    Str name;
    IssuerKind kind;
} Issuer;

struct Issuers {
    const Lexicon *lexicon;
    const Bodies *bodies;
    const Places *places;
    Issuer *rows;
    size_t n, cap;
    uint32_t ban, hanh, cac, ttlt, hoi, nghi, khoa;
};

Issuers *issuers_new(Lexicon *l, const Bodies *bodies, const Places *places, UserRows *user)
{
    Issuers *s = xrealloc(NULL, 1, sizeof *s);
    Str cells[3];
    *s = (Issuers){.lexicon = l, .bodies = bodies, .places = places};
    for (TableRows r = table_rows(&table_issuer, user); table_next(&r, cells);) {
        IssuerKind kind = str_is(cells[2], "party")  ? ISSUER_PARTY
                          : str_is(cells[2], "unit") ? ISSUER_UNIT
                          : str_is(cells[2], "said") ? ISSUER_SAID
                          : str_is(cells[2], "head") ? ISSUER_HEAD
                                                     : ISSUER_WHOLE;
        s->rows = array_room(s->rows, &s->cap, s->n, sizeof *s->rows);
        s->rows[s->n] = (Issuer){cells[1], kind};
        lexicon_add_forms(l, META_ISSUER, cells[0], (uint32_t)s->n++);
    }
    s->ban = lexicon_word(l, STR("ban"));
    s->hanh = lexicon_word(l, STR("hành"));
    s->cac = lexicon_word(l, STR("các"));
    s->ttlt = lexicon_word(l, STR("TTLT"));
    s->khoa = lexicon_word(l, STR("khóa"));
    s->hoi = lexicon_word(l, STR("hội"));
    s->nghi = lexicon_word(l, STR("nghị"));
    return s;
}

void issuers_free(Issuers *s)
{
    if (!s)
        return;
    free(s->rows);
    free(s);
}

/* Tỉnh ủy of the table in a document of a central city: Thành ủy. */
static Str party_of(const Issuers *s, Arena *a, Str name, bool central_city)
{
    Str province = place_unit(s->places, UNIT_PROVINCE)->committee,
        city = place_unit(s->places, UNIT_CITY)->committee;
    if (!central_city || !str_ends(name, province))
        return name;
    if (name.n == province.n)
        return city;
    return arena_words(a, str_sub(name, 0, name.n - province.n - 1), city);
}

static Str full_name(const Issuers *s, Arena *a, const Issuer *issuer, const DocFacts *facts)
{
    if (issuer->kind == ISSUER_PARTY)
        return party_of(s, a, issuer->name, facts->central_city);
    if (issuer->kind == ISSUER_WHOLE)
        return issuer->name;
    if (facts->level == LEVEL_DISTRICT || facts->level == LEVEL_COMMUNE)
        return STR("");
    return arena_words(a, issuer->name,
                       place_unit(s->places, facts->central_city ? UNIT_CITY : UNIT_PROVINCE)->word);
}

Str issuer_of_letters(const Issuers *s, Arena *a, const Record *r, const DocNumber *num,
                      const DocFacts *facts)
{
    uint32_t row;
    for (size_t i = num->from; i < num->to; i++)
        if (record_is(r, i, s->ttlt))
            return STR(""); /* of several ministries */
    for (size_t i = num->to; i-- > num->from;)
        if (r->tokens[i].type == TOKEN_WORD &&
            lexicon_match(s->lexicon, META_ISSUER, r->tokens, i + 1, i, &row) &&
            s->rows[row].kind < ISSUER_SAID)
            return full_name(s, a, &s->rows[row], facts);
    return STR("");
}

/* `của Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng`: tokens before the body. */
static size_t plenum_at(const Issuers *s, const Record *r, size_t i)
{
    if (!record_is(r, i, s->hoi) || !record_is(r, i + 1, s->nghi))
        return 0;
    for (size_t k = i + 2; k < i + 2 + NUMBERED && k < r->n_tokens; k++)
        if (r->tokens[k].flags & TOKEN_CAP && body_begins(s->bodies, &r->tokens[k]))
            return k - i;
    return 0;
}

/* `của Chủ tịch UBND tỉnh`: the body at token i whose head issued the document; its tokens. */
static size_t head_of(const Issuers *s, Arena *a, const Record *r, size_t i, Body *body)
{
    if (!s->bodies || i >= r->n_tokens || !body_begins(s->bodies, &r->tokens[i]))
        return 0;
    return body_parse(s->bodies, a, r->text, r->tokens, r->n_tokens, i, false, body);
}

size_t issuer_at(const Issuers *s, Arena *a, const Record *r, size_t i, Str *issuer)
{
    uint32_t row;
    Body body;
    size_t used = 0, plenum = s->bodies ? plenum_at(s, r, i) : 0;
    if (plenum &&
        (used = body_parse(s->bodies, a, r->text, r->tokens, r->n_tokens, i + plenum, false, &body))) {
        *issuer = body_name(&body, s->places, a);
        return plenum + used;
    }
    if (s->bodies && i < r->n_tokens && body_begins(s->bodies, &r->tokens[i]))
        used = body_parse(s->bodies, a, r->text, r->tokens, r->n_tokens, i, false, &body);
    if (used && !(body.kind == BODY_HEAD && !body.unit && used < WHOLE)) {
        *issuer = body_name(&body, s->places, a);
        return used;
    }
    used = lexicon_match(s->lexicon, META_ISSUER, r->tokens, r->n_tokens, i, &row);
    if (!used || s->rows[row].kind < ISSUER_SAID)
        return 0;
    if (s->rows[row].kind == ISSUER_HEAD) {
        size_t of = head_of(s, a, r, i + used, &body);
        if (of)
            *issuer = arena_words(a, s->rows[row].name, body_name(&body, s->places, a));
        return of ? used + of : 0;
    }
    *issuer = s->rows[row].name;
    return used;
}

Str issuer_before(const Issuers *s, Arena *a, const Record *r, size_t i)
{
    Str issuer, longest = STR("");
    size_t k = i;
    if (!s->bodies)
        return STR("");
    if (k > 0 && record_is(r, k - 1, s->cac))
        k--;
    if (k < 3 || !record_is(r, k - 1, s->hanh) || !record_is(r, k - 2, s->ban))
        return STR("");
    k -= 2;
    for (size_t back = 1; back <= ADVERBS + 1 && back < k; back++)
        if (record_is(r, k - back, s->khoa)) { /* Bộ Chính trị khóa XI đã ban hành */
            k -= back;
            break;
        }
    for (size_t adverbs = 0; adverbs < ADVERBS && k > 0 && !longest.n; adverbs++, k--)
        for (size_t from = k; from-- > 0 && k - from < LONGEST;)
            if ((body_begins(s->bodies, &r->tokens[from]) ||
                 lexicon_begins(s->lexicon, r->tokens[from].word) >> META_ISSUER & 1) &&
                r->tokens[from].flags & TOKEN_CAP && from + issuer_at(s, a, r, from, &issuer) == k)
                longest = issuer;
    return longest;
}
