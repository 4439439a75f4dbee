/* SPDX-License-Identifier: ISC */
#include "docref.h"

#include <stdlib.h>

#include "docissuer.h"
#include "docnumber.h"
#include "metatables.h"
#include "ordinal.h"
#include "tables.h"

enum { GAP = 8 };

typedef struct {
    Str name;
    bool bare; /* a number alone may follow: Chỉ thị 05 */
} Type;

struct DocRefs {
    const Lexicon *lexicon;
    const Dates *dates;
    const Bodies *bodies;
    Issuers *issuers;
    Ordinals *ordinals;
    Type *types;
    size_t n_types, types_cap;
    /* words the rules compare */
    uint32_t so, va, hoac, den, tu, ngay, nam, khoa, cua, hoi, nghi, lan, thu, trung, uong, tw, dang, by, ban,
        hanh;
    Arena arena;
    Buf buf;
    DocRef *refs;
    bool *said;  /* by reference: the text names its issuer */
    bool *coded; /* by reference: its number has letters */
    size_t n, cap, said_cap, coded_cap;
};

/* ---- tables -------------------------------------------------------------------------------------------- */

static void read_types(DocRefs *d, Lexicon *l, UserRows *user)
{
    Str cells[3], first;
    for (TableRows r = table_rows(&table_doctype, user); table_next(&r, cells);) {
        Str forms = cells[0];
        str_cut(&forms, '|', &first);
        d->types = array_room(d->types, &d->types_cap, d->n_types, sizeof *d->types);
        d->types[d->n_types] = (Type){first, str_eq(cells[2], STR("yes"))};
        lexicon_add_forms(l, META_DOCTYPE, cells[0], (uint32_t)d->n_types);
        lexicon_add_forms(l, META_LETTERS, cells[1], (uint32_t)d->n_types);
        d->n_types++;
    }
}

static void read_behind_words(Lexicon *l, UserRows *user)
{
    Str cells[1];
    for (TableRows r = table_rows(&table_refbehind, user); table_next(&r, cells);)
        lexicon_add(l, META_AFTER, cells[0], 0);
}

static void read_words(DocRefs *d, Lexicon *l)
{
    d->so = lexicon_word(l, STR("số"));
    d->va = lexicon_word(l, STR("và"));
    d->hoac = lexicon_word(l, STR("hoặc"));
    d->den = lexicon_word(l, STR("đến"));
    d->tu = lexicon_word(l, STR("từ"));
    d->ngay = lexicon_word(l, STR("ngày"));
    d->nam = lexicon_word(l, STR("năm"));
    d->khoa = lexicon_word(l, STR("khóa"));
    d->cua = lexicon_word(l, STR("của"));
    d->hoi = lexicon_word(l, STR("hội"));
    d->nghi = lexicon_word(l, STR("nghị"));
    d->lan = lexicon_word(l, STR("lần"));
    d->thu = lexicon_word(l, STR("thứ"));
    d->trung = lexicon_word(l, STR("trung"));
    d->uong = lexicon_word(l, STR("ương"));
    d->tw = lexicon_word(l, STR("TW"));
    d->dang = lexicon_word(l, STR("đảng"));
    d->by = lexicon_word(l, STR("do"));
    d->ban = lexicon_word(l, STR("ban"));
    d->hanh = lexicon_word(l, STR("hành"));
}

DocRefs *docrefs_new(Lexicon *l, const Dates *dates, const Bodies *bodies, const Places *places,
                     UserRows *user)
{
    DocRefs *d = xrealloc(NULL, 1, sizeof *d);
    *d = (DocRefs){.lexicon = l, .dates = dates, .bodies = bodies};
    d->issuers = issuers_new(l, bodies, places, user);
    d->ordinals = ordinals_new(l);
    read_types(d, l, user);
    read_behind_words(l, user);
    read_words(d, l);
    return d;
}

void docrefs_free(DocRefs *d)
{
    if (!d)
        return;
    ordinals_free(d->ordinals);
    free(d->types);
    issuers_free(d->issuers);
    free(d->refs);
    free(d->said);
    free(d->coded);
    arena_free(&d->arena);
    buf_free(&d->buf);
    free(d);
}

/* ---- reading ------------------------------------------------------------------------------------------- */

typedef struct {
    DocRefs *d;
    Str text;
    const Token *t;
    size_t n;
    const Record *record;
    const DocFacts *facts;
} Reading;

static bool is(const Reading *r, size_t i, uint32_t w)
{
    return i < r->n && r->t[i].word == w;
}

static char mark(const Reading *r, size_t i)
{
    return token_mark(r->t, r->n, i);
}

static bool number_read(const Reading *r, size_t i, DocNumber *out)
{
    return docnumber_at(r->d->lexicon, r->text, r->t, r->n, i, out);
}

static Str number_text(const Reading *r, const DocNumber *num)
{
    Buf *b = &r->d->buf;
    b->n = 0;
    docnumber_write(r->text, r->t, num->from, num->to, b);
    return arena_str(&r->d->arena, buf_get(b));
}

static Str letters_issuer(const Reading *r, const DocNumber *num)
{
    return issuer_of_letters(r->d->issuers, &r->d->arena, r->record, num, r->facts);
}

static DocRef *add(DocRefs *d, DocRef ref, bool coded)
{
    d->refs = array_room(d->refs, &d->cap, d->n, sizeof *d->refs);
    d->said = array_room(d->said, &d->said_cap, d->n, sizeof *d->said);
    d->coded = array_room(d->coded, &d->coded_cap, d->n, sizeof *d->coded);
    d->said[d->n] = false;
    d->coded[d->n] = coded;
    d->refs[d->n] = ref;
    return &d->refs[d->n++];
}

/* ---- what stands behind a number ----------------------------------------------------------------------- */

/* `khóa XII`, `(khóa XII)`: tokens, 0 for none. */
static size_t term_at(const Reading *r, size_t i)
{
    unsigned value;
    size_t k = i + (mark(r, i) == '(');
    if (!is(r, k, r->d->khoa))
        return 0;
    size_t used = ordinal_at(r->d->ordinals, r->text, r->t, r->n, k + 1, &value);
    if (!used)
        return 0;
    k += 1 + used;
    if (mark(r, i) == '(') {
        if (mark(r, k) != ')')
            return 0;
        k++;
    }
    return k - i;
}

/* A date at token i that belongs to the number before it: `, ngày 14/5/2011`, `(ngày 16/6/2022)`. Returns the
 * token behind it, i for none. One without its year is passed over through *pass and not taken. */
static size_t date_behind(const Reading *r, size_t i, When *date, size_t *pass)
{
    Date found;
    size_t k = i;
    bool bracket = false;
    *pass = i;
    if (mark(r, k) == ',' && is(r, k + 1, r->d->ngay))
        k++;
    if (mark(r, k) == '(') {
        bracket = true;
        k++;
    }
    bool day = is(r, k, r->d->ngay);
    if (day)
        k++;
    else if (!bracket)
        return i;
    if (!date_at(r->d->dates, r->text, r->t, r->n, k, &found) || found.form != DATE_ONE)
        return i;
    k += found.raw;
    if (bracket && mark(r, k) == ')')
        k++;
    else if (bracket)
        return i;
    *pass = k;
    if (!when_is_day(found.a))
        return i;
    *date = found.a;
    return k;
}

/* `của Bộ Chính trị`, `, của Ban Thường vụ Tỉnh ủy (khóa XX)`. Returns the token behind it, i for none. */
static size_t issuer_behind(const Reading *r, size_t i, Str *issuer)
{
    size_t k = i, used = term_at(r, i);
    k += used;
    if (is(r, k, r->d->nam) && k + 2 < r->n && r->t[k + 1].n == 4 && is(r, k + 2, r->d->cua))
        k += 2; /* Quyết định số 11 năm 2008 của UBND tỉnh */
    if (mark(r, k) == ',' && is(r, k + 1, r->d->cua))
        k++;
    bool of = is(r, k, r->d->cua), by = is(r, k, r->d->by);
    if (of || by)
        k++;
    used = issuer_at(r->d->issuers, &r->d->arena, r->record, k, issuer);
    if (!used || (!of && !(k < r->n && r->t[k].flags & TOKEN_CAP)))
        return i;
    k += used;
    if (by && !(is(r, k, r->d->ban) && is(r, k + 1, r->d->hanh)))
        return i; /* do Bộ Chính trị ban hành */
    return k + term_at(r, k);
}

/* Date and issuer behind the number of the last reference. Returns the token behind what belongs to it. */
static size_t read_behind(const Reading *r, size_t at)
{
    DocRefs *d = r->d;
    DocRef *ref = &d->refs[d->n - 1];
    Str issuer;
    size_t pass, to = date_behind(r, at, &ref->date, &pass);
    if (to > at)
        ref->to = to;
    size_t behind = issuer_behind(r, pass, &issuer);
    if (behind == pass)
        return pass;
    ref->issuer = issuer;
    d->said[d->n - 1] = true;
    if (!ref->date.year) {
        size_t dated = date_behind(r, behind, &ref->date, &pass);
        if (dated > behind)
            ref->to = dated;
        behind = pass > behind ? pass : behind;
    }
    return behind;
}

/* ---- numbers and lists ----------------------------------------------------------------------------------
 */

/* Between the members of a list: `,`, `và`, `, số`, `và số`, `đến số`; tokens, 0 for none. */
static size_t joint_at(const Reading *r, size_t i)
{
    size_t k = i;
    if (mark(r, k) == ',')
        k++;
    if (is(r, k, r->d->va) || is(r, k, r->d->hoac) || is(r, k, r->d->den))
        k++;
    if (k > i && is(r, k, r->d->so))
        k++;
    return k - i;
}

/* Is a number without letters, as member of a list at token i, followed by one that has them? Or is it one of
 * a list of bare ones (`Nghị quyết 01, 02 của Chính phủ`)? */
static bool goes_on(const Reading *r, const DocNumber *num, const DocNumber *first)
{
    DocNumber next = *num;
    for (size_t count = 0; count < 32; count++) {
        if (next.coded)
            return true;
        size_t k = joint_at(r, next.to);
        if (!k || !number_read(r, next.to + k, &next))
            break;
    }
    return !first->coded && first->padded && num->padded && r->t[num->from].n == r->t[first->from].n;
}

/* Gives the letters of the next member of the list that has some to the members before it: `số 10, 11,
 * 12-NQ/TU`. */
static void share_letters(const Reading *r, size_t first, const DocNumber *num)
{
    DocRefs *d = r->d;
    Buf *b = &d->buf;
    for (size_t i = d->n - 1; i-- > first && !d->coded[i];) {
        b->n = 0;
        buf_str(b, d->refs[i].number);
        docnumber_write(r->text, r->t, num->tail, num->to, b);
        d->refs[i].number = arena_str(&d->arena, buf_get(b));
        d->coded[i] = true;
        if (!d->said[i])
            d->refs[i].issuer = letters_issuer(r, num);
    }
}

/* A said issuer is that of the members before it that have none said. */
static void share_issuer(DocRefs *d, size_t first)
{
    for (size_t i = d->n - 1; i-- > first && !d->said[i];) {
        d->refs[i].issuer = d->refs[d->n - 1].issuer;
        d->said[i] = true;
    }
}

/* The number `num` with all that belongs to it and the list it opens; raw of the first begins at `from`.
 * Returns the token behind. */
static size_t read_list(const Reading *r, Str type, size_t from, DocNumber num, Str before)
{
    DocRefs *d = r->d;
    size_t first = d->n, at = 0;
    DocNumber opening = num;
    for (;;) {
        add(d,
            (DocRef){.from = d->n == first ? from : num.from,
                     .to = num.to,
                     .number_from = num.from,
                     .number_to = num.to,
                     .type = type,
                     .number = number_text(r, &num),
                     .issuer = before.n ? before : letters_issuer(r, &num)},
            num.coded);
        d->said[d->n - 1] = before.n > 0;
        if (num.coded)
            share_letters(r, first, &num);
        at = read_behind(r, num.to);
        if (d->said[d->n - 1])
            share_issuer(d, first);
        size_t k = joint_at(r, at);
        if (!k || !number_read(r, at + k, &num) || !goes_on(r, &num, &opening))
            return at;
    }
}

/* May a number without letters and without `số` name a document of this type? `Chỉ thị 05 của`, not `Quyết
 * định 4 vấn đề`. */
static bool bare_fits(const Reading *r, const Type *type, size_t type_at, const DocNumber *num)
{
    uint32_t value;
    if (!type->bare || !(r->t[type_at].flags & TOKEN_CAP))
        return false;
    size_t k = num->to;
    if (k >= r->n || num->letter)
        return true;
    if (is(r, k, r->d->nam)) {
        return k + 1 < r->n && r->t[k + 1].type == TOKEN_NUMBER && r->t[k + 1].n == 4;
    }
    if (r->t[k].type == TOKEN_WORD)
        return lexicon_match(r->d->lexicon, META_AFTER, r->t, r->n, k, &value) > 0 ||
               (num->padded && !(r->t[k].flags & TOKEN_SYLLABLE)) || (r->t[k].flags & TOKEN_CAP);
    char m = mark(r, k);
    return m == ',' || m == '.' || m == ';' || m == ')' || m == '(' || m == ':' || m == '"' || !m ||
           num->padded;
}

/* ---- resolutions of the Central Committee -----------------------------------------------------------------
 */

/* `lần thứ 11`, `thứ tư`, `6`: the number of a session. Tokens, 0 for none. */
static size_t session_at(const Reading *r, size_t i, unsigned *value, size_t *number)
{
    size_t k = i;
    if (is(r, k, r->d->lan))
        k++;
    if (is(r, k, r->d->thu))
        k++;
    *number = k;
    size_t used = ordinal_at(r->d->ordinals, r->text, r->t, r->n, k, value);
    return used ? k + used - i : 0;
}

/* The Central Committee at token i: Trung ương, TW, Ban Chấp hành Trung ương Đảng. Tokens, 0 for none. */
static size_t central_at(const Reading *r, size_t i)
{
    Body body;
    if (is(r, i, r->d->trung) && is(r, i + 1, r->d->uong))
        return is(r, i + 2, r->d->dang) ? 3 : 2;
    if (is(r, i, r->d->tw))
        return 1;
    if (r->d->bodies && i < r->n && body_begins(r->d->bodies, &r->t[i])) {
        size_t used = body_parse(r->d->bodies, &r->d->arena, r->text, r->t, r->n, i, false, &body);
        if (used && str_eq(body.name, STR("Ban Chấp hành Trung ương Đảng")))
            return used;
    }
    return 0;
}

static void add_session(const Reading *r, Str type, size_t from, size_t to, size_t number, unsigned value,
                        const Token *term)
{
    Buf *b = &r->d->buf;
    b->n = 0;
    buf_uint(b, value);
    if (term) {
        buf_str(b, STR(" khóa "));
        buf_str(b, token_str(r->text, term));
    }
    add(r->d,
        (DocRef){.from = from,
                 .to = to,
                 .number_from = number,
                 .number_to = to,
                 .type = type,
                 .number = arena_str(&r->d->arena, buf_get(b)),
                 .issuer = STR("Ban Chấp hành Trung ương Đảng")},
        true);
}

/* `Nghị quyết Trung ương 6 khóa XIII`, `Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII`,
 * `Nghị quyết Trung ương 5 (khóa X)`, `… khóa X, XI`. Returns the token behind, 0 for none. */
static size_t read_session(const Reading *r, Str type, size_t from, size_t i)
{
    unsigned value = 0, term;
    size_t k = i, number = 0, used;
    bool meeting = is(r, k, r->d->hoi) && is(r, k + 1, r->d->nghi);
    if (meeting) {
        k += 2;
        used = session_at(r, k, &value, &number);
        k += used;
    }
    used = central_at(r, k);
    if (!used)
        return 0;
    k += used;
    if (!value) {
        used = session_at(r, k, &value, &number);
        if (!used || (k + used < r->n && mark(r, k + used) == '/'))
            return 0;
        k += used;
    }
    size_t open = k;
    if (mark(r, k) == ',' && is(r, k + 1, r->d->khoa))
        k++;
    bool bracket = mark(r, k) == '(';
    k += bracket;
    if (!is(r, k, r->d->khoa) || !ordinal_at(r->d->ordinals, r->text, r->t, r->n, k + 1, &term)) {
        add_session(r, type, from, open, number, value, NULL);
        return open;
    }
    size_t at = k + 1;
    k = at + 1;
    if (bracket && mark(r, k) == ')')
        k++;
    add_session(r, type, from, k, number, value, &r->t[at]);
    /* "khóa XI, XII": the same session of another term */
    while ((used = joint_at(r, k)) && k + used < r->n && roman_value(token_str(r->text, &r->t[k + used]))) {
        at = k + used;
        k = at + 1;
        add_session(r, type, at, k, at, value, &r->t[at]);
    }
    return k;
}

/* ---- a record -------------------------------------------------------------------------------------------
 */

/* `số`, `số:`, `từ số`; tokens, 0 for none. */
static size_t number_word(const Reading *r, size_t i)
{
    size_t k = i;
    if (is(r, k, r->d->tu))
        k++;
    if (!is(r, k, r->d->so))
        return 0;
    k++;
    if (mark(r, k) == ':')
        k++;
    return k - i;
}

/* `Luật Đất đai số 31/2024/QH15`: the number stands a few words behind the type, after `số`. */
static bool number_beyond(const Reading *r, size_t i, DocNumber *num)
{
    for (size_t k = i; k < i + GAP && k < r->n && r->t[k].type == TOKEN_WORD; k++) {
        if (is(r, k, r->d->so))
            return number_read(r, k + 1, num) && num->coded;
        uint32_t row;
        if (lexicon_match(r->d->lexicon, META_DOCTYPE, r->t, r->n, k, &row))
            break;
    }
    return false;
}

/* The references that a type at token i opens. Returns the token behind, 0 for none. */
static size_t read_type(const Reading *r, size_t i)
{
    DocNumber num;
    uint32_t row;
    size_t used = lexicon_match(r->d->lexicon, META_DOCTYPE, r->t, r->n, i, &row), to;
    if (!used)
        return 0;
    const Type *type = &r->d->types[row];
    size_t k = i + used, said = number_word(r, k);
    if ((said || (k < r->n && r->t[k].type == TOKEN_NUMBER)) && number_read(r, k + said, &num)) {
        if (said || num.coded || bare_fits(r, type, i, &num))
            return read_list(r, type->name, i, num, issuer_before(r->d->issuers, &r->d->arena, r->record, i));
        return 0;
    }
    to = read_session(r, type->name, i, k);
    if (to)
        return to;
    if (!said && number_beyond(r, k, &num)) {
        Str issuer = issuer_before(r->d->issuers, &r->d->arena, r->record, i);
        if (is(r, k, r->d->cua))
            issuer_at(r->d->issuers, &r->d->arena, r->record, k + 1, &issuer);
        return read_list(r, type->name, i, num, issuer);
    }
    return 0;
}

/* A number with letters and no type before it: the letters tell the type. */
static size_t read_lone(const Reading *r, size_t i)
{
    DocNumber num;
    uint32_t row;
    if (!number_read(r, i, &num) || !num.coded)
        return 0;
    for (size_t k = num.tail; k < num.to; k++)
        if (r->t[k].type == TOKEN_WORD && lexicon_match(r->d->lexicon, META_LETTERS, r->t, k + 1, k, &row))
            return read_list(r, r->d->types[row].name, i, num, STR(""));
    return 0;
}

/* Could a number with letters begin here: digits, maybe a letter, then / or a dash? */
static bool opens_number(const Reading *r, size_t i)
{
    return r->t[i].type == TOKEN_NUMBER && i + 3 < r->n && r->t[i].n <= 5 &&
           (r->t[i + 1].type == TOKEN_MARK || r->t[i + 2].type == TOKEN_MARK);
}

size_t docrefs_type_at(const DocRefs *d, const Record *record, size_t i)
{
    uint32_t row;
    if (!(lexicon_begins(d->lexicon, record->tokens[i].word) >> META_DOCTYPE & 1))
        return 0;
    return lexicon_match(d->lexicon, META_DOCTYPE, record->tokens, record->n_tokens, i, &row);
}

size_t docrefs_find(DocRefs *d, const Record *record, const DocFacts *facts, const DocRef **refs)
{
    Reading r = {d, record->text, record->tokens, record->n_tokens, record, facts};
    d->n = 0;
    arena_reset(&d->arena);
    for (size_t i = 0; i < r.n;) {
        size_t to = 0;
        if (lexicon_begins(d->lexicon, r.t[i].word) >> META_DOCTYPE & 1)
            to = read_type(&r, i);
        else if (opens_number(&r, i))
            to = read_lone(&r, i);
        i = to > i ? to : i + 1;
    }
    *refs = d->refs;
    return d->n;
}
