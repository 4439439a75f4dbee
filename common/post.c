/* SPDX-License-Identifier: ISC */
#include "post.h"

#include <stdlib.h>

#include "names.h"
#include "split.h"
#include "tables.h"

typedef struct {
    Str name;
    Str carried;       /* the body it has in itself */
    char how;          /* '+': open, '?': only where a unit follows */
    uint32_t first, n; /* the words it lends its body, in Posts.ids */
    bool party, member;
    bool only_lent; /* its body begins with the words that it lends */
} Row;

struct Posts {
    const Lexicon *lexicon;
    const Bodies *bodies;
    const Places *places;
    const Links *links;
    Row *rows;
    size_t n_rows, cap;
    uint32_t *ids;
    size_t n_ids, ids_cap;
};

static void lend(Posts *p, Lexicon *l, Row *row, Str words)
{
    Split s;
    row->first = (uint32_t)p->n_ids;
    for (size_t at = 0; split_next(words, &at, &s); row->n++) {
        p->ids = array_room(p->ids, &p->ids_cap, p->n_ids, sizeof *p->ids);
        p->ids[p->n_ids++] = lexicon_word(l, s.text);
    }
}

Posts *posts_new(Lexicon *l, const Bodies *bodies, const Places *places, const Links *links, UserRows *user)
{
    Posts *p = xrealloc(NULL, 1, sizeof *p);
    *p = (Posts){.lexicon = l, .bodies = bodies, .places = places, .links = links};
    Str cells[4];
    for (TableRows r = table_rows(&table_post, user); table_next(&r, cells);) {
        Row row = {.name = cells[1].n ? cells[1] : cells[0], .carried = cells[2]};
        if (row.carried.n && (row.carried.p[0] == '+' || row.carried.p[0] == '?')) {
            row.how = row.carried.p[0];
            row.carried = str_from(row.carried, 1);
        }
        row.party = str_ends(row.name, STR("Bí thư")) || str_ends(row.name, STR("Bí thư Thường trực"));
        row.member = str_starts(row.name, STR("Ủy viên")) || str_eq(row.name, STR("Đại biểu"));
        row.only_lent = str_starts(cells[3], STR("="));
        lend(p, l, &row, row.how ? row.carried : row.only_lent ? str_from(cells[3], 1) : cells[3]);
        p->rows = array_room(p->rows, &p->cap, p->n_rows, sizeof *p->rows);
        p->rows[p->n_rows] = row;
        lexicon_add_forms(l, NAMES_POST, cells[0], (uint32_t)p->n_rows++);
    }
    for (TableRows r = table_rows(&table_nation, user); table_next(&r, cells);)
        lexicon_add_forms(l, NAMES_NATION, cells[0], 0);
    return p;
}

void posts_free(Posts *p)
{
    if (!p)
        return;
    free(p->rows);
    free(p->ids);
    free(p);
}

bool post_begins(const Posts *p, const Token *t)
{
    return lexicon_begins(p->lexicon, t->word) >> NAMES_POST & 1;
}

/* `CT`, `UV`: forms in capitals are not the words `ct`, `Uv`. A word without a vowel is an abbreviation. */
static bool abbreviation_in_small(const Token *t)
{
    return !(t->flags & (TOKEN_SYLLABLE | TOKEN_UPPER));
}

static size_t match(const Posts *p, const Token *t, size_t n, size_t i, const Row **row)
{
    uint32_t value;
    size_t used = lexicon_match(p->lexicon, NAMES_POST, t, n, i, &value);
    if (!used || abbreviation_in_small(&t[i]))
        return 0;
    *row = &p->rows[value];
    return used;
}

/* `Thường trực`, `chuyên trách`, `dự khuyết` behind a post. */
static size_t suffix(const Posts *p, const Token *t, size_t n, size_t i, uint32_t *link)
{
    size_t used;
    *link =
        i < n ? link_at(p->links, t, n, i, &used) & (LINK_STANDING | LINK_FULL | LINK_CANDIDATE | LINK_ACTING)
              : 0;
    return *link ? used : 0;
}

static Str with_suffix(Arena *a, Str name, uint32_t link)
{
    Str more = link & LINK_STANDING ? STR(" Thường trực")
               : link & LINK_FULL   ? STR(" chuyên trách")
                                    : STR(" dự khuyết");
    if (str_ends(name, more))
        return name;
    return arena_words(a, name, str_from(more, 1));
}

typedef struct {
    const Posts *p;
    Arena *arena;
    Str text;
    const Token *t;
    size_t n;
    bool name_follows;
} Reading;

/* `Bí thư Hải Phòng`, `Chủ tịch xã Na Ngoi`: a unit in place of its body. */
static size_t unit_as_body(const Reading *r, const Row *row, size_t i, Body *body)
{
    bool head = str_eq(row->name, STR("Chủ tịch")) || str_eq(row->name, STR("Phó Chủ tịch"));
    UnitWord unit = UNIT_NONE;
    PlaceName place;
    if (!(row->party || head) || i >= r->n)
        return 0;
    size_t word = place_unit_word(r->p->places, r->t, r->n, i, &unit);
    Level level = word ? place_unit(r->p->places, unit)->level : LEVEL_PROVINCE;
    size_t own = i + word < r->n ? place_name(r->p->places, r->arena, r->text, r->t, r->n, i + word, unit,
                                              level, r->name_follows, &place)
                                 : 0;
    if (!own && !(word && i + word < r->n && (r->t[i + word].flags & TOKEN_CAP)))
        return 0; /* Chủ tịch TP Nguyễn Văn A, but not `chủ tịch xã` alone */
    if (!word)
        unit = place.unit ? place.unit : UNIT_PROVINCE;
    if (!own)
        place = (PlaceName){.name = STR("")};
    const Unit *u = place_unit(r->p->places, unit);
    if (row->party && u->committee.n)
        *body = body_named(r->p->bodies, u->committee);
    else
        *body = (Body){.name = STR("Ủy ban nhân dân"), .kind = BODY_LEVEL, .unit = (uint8_t)unit};
    body->place = place.name;
    body->level = unit == UNIT_CITY ? place.level : u->level;
    return word + own;
}

/* A nation's name at token i; a lone syllable before a capital is a person's: Nga, Anh, Đức. */
static size_t nation_at(const Reading *r, size_t i)
{
    uint32_t value;
    if (i >= r->n || !(r->t[i].flags & TOKEN_CAP))
        return 0;
    size_t used = lexicon_match(r->p->lexicon, NAMES_NATION, r->t, r->n, i, &value);
    bool lone = used == 1 && r->t[i].flags & TOKEN_SYLLABLE && i + 1 < r->n &&
                r->t[i + 1].flags & TOKEN_CAP && r->t[i + 1].flags & TOKEN_SYLLABLE;
    return lone ? 0 : used;
}

/* `(Lào)` at token i: its tokens. */
static size_t bracketed_nation(const Reading *r, size_t i)
{
    size_t nation = i + 1 < r->n && r->text.p[r->t[i].at] == '(' ? nation_at(r, i + 1) : 0;
    bool closed = nation && i + 1 + nation < r->n && r->text.p[r->t[i + 1 + nation].at] == ')';
    return closed && !str_eq(token_span(r->text, &r->t[i + 1], &r->t[i + nation]), STR("Việt Nam"))
               ? nation + 2
               : 0;
}

/* `tại Việt Nam` behind an ambassador's nation: its tokens. */
static size_t posted_at(const Reading *r, size_t i)
{
    uint32_t value;
    if (i + 1 >= r->n || !(link_of(r->p->links, &r->t[i]) & LINK_PLACE))
        return 0;
    size_t nation = lexicon_match(r->p->lexicon, NAMES_NATION, r->t, r->n, i + 1, &value);
    bool here = i + 2 < r->n && str_eq(token_span(r->text, &r->t[i + 1], &r->t[i + 2]), STR("Việt Nam"));
    return nation || here ? 1 + (here ? 2 : nation) : 0;
}

/* Foreign officials have their body as it is written: `Đại sứ Nhật Bản`, `Chủ tịch Quốc hội Lào`, `Bí thư
 * Tỉnh ủy Hủa Phăn (Lào)`. The post begins at token `post`, `used` tokens from i are the body so far; returns
 * them with the nation. */
static size_t with_nation(const Reading *r, size_t post, size_t i, size_t used, Body *body)
{
    bool whole = body->kind == BODY_NONE || body->kind == BODY_CENTRAL || body->kind == BODY_HEAD;
    bool open = (body->kind == BODY_SEAT || body->kind == BODY_LEVEL) && !body->place.n;
    UnitWord unit;
    size_t word = body->kind == BODY_NONE && i < r->n /* Tỉnh trưởng tỉnh Hủa Phăn */
                      ? place_unit_word(r->p->places, r->t, r->n, i, &unit)
                      : 0;
    size_t nation = whole || open ? nation_at(r, i + used + word) : 0, from = i;
    size_t known = nation ? used + word + nation : used, bracket = bracketed_nation(r, i + known);
    if (!known || (!nation && !bracket))
        return used;
    if (body->kind == BODY_CENTRAL && str_ends(token_span(r->text, &r->t[post], &r->t[i - 1]), body->name))
        for (from--; from > post && token_span(r->text, &r->t[from], &r->t[i - 1]).n < body->name.n;)
            from--; /* Phó Thủ tướng Chính phủ Lào */
    *body = (Body){.name = token_span(r->text, &r->t[from], &r->t[i + known - 1]),
                   .kind = BODY_NAMED,
                   .level = LEVEL_OTHER,
                   .foreign = true,
                   .tokens = known};
    return known + (bracket ? bracket : posted_at(r, i + known));
}

/* `Chủ tịch VCCI`: an abbreviation that no table has, as it is written. */
static size_t unknown_abbreviation(const Reading *r, size_t i, Body *body)
{
    const Token *t = &r->t[i];
    if (t->type != TOKEN_WORD || !(t->flags & TOKEN_UPPER) || t->nch < 2 || t->flags & TOKEN_SYLLABLE ||
        (i > 0 && r->t[i - 1].flags & TOKEN_UPPER))
        return 0;
    *body = (Body){.name = token_str(r->text, t), .kind = BODY_NAMED, .level = LEVEL_OTHER, .tokens = 1};
    return 1;
}

/* Does a phrase go on at token i: a word that is no verb of persons, behind one that is no number? */
static bool goes_on(const Reading *r, size_t i)
{
    if (i >= r->n || r->t[i].type != TOKEN_WORD || r->t[i].flags & TOKEN_CAP ||
        r->t[i - 1].type == TOKEN_NUMBER)
        return false;
    return !(lexicon_begins(r->p->lexicon, r->t[i].word) >> NAMES_ACT & 1) && !link_of(r->p->links, &r->t[i]);
}

static size_t read_body(const Reading *r, const Row *row, size_t i, Body *body)
{
    const uint32_t *lent = r->p->ids + row->first;
    size_t used = 0;
    if (i >= r->n)
        return 0;
    bool again = row->n && !row->how && r->t[i].word == lent[0]; /* Trưởng ban Ban Tổ chức */
    if (row->n && !again)
        used = body_parse_behind(r->p->bodies, r->arena, lent, row->n, r->text, r->t, r->n, i,
                                 r->name_follows, body);
    if (used && row->only_lent && body->kind == BODY_HEAD && goes_on(r, i + used)) {
        *body = (Body){.kind = BODY_NONE}; /* bà A làm trưởng đoàn giám sát việc thu phí: a verb */
        return 0;
    }
    if (used && body->kind == BODY_HEAD && !row->how) { /* Phó Vụ trưởng Văn phòng Chính phủ */
        Body own;
        size_t more = body_parse(r->p->bodies, r->arena, r->text, r->t, r->n, i, r->name_follows, &own);
        if (more && own.kind != BODY_HEAD && own.kind != BODY_NAMED && (r->t[i].flags & TOKEN_CAP)) {
            *body = own;
            return more;
        }
    }
    if (!used && row->how != '?' && (!row->only_lent || again)) {
        size_t of = link_of(r->p->links, &r->t[i]) & LINK_OF ? 1 : 0;
        if (i + of < r->n && (!of || (r->t[i + 1].flags & TOKEN_CAP)))
            used = body_parse(r->p->bodies, r->arena, r->text, r->t, r->n, i + of, r->name_follows, body);
        if (used)
            used += of;
    }
    if (!used)
        used = unit_as_body(r, row, i, body);
    return used || row->n ? used : unknown_abbreviation(r, i, body);
}

/* They take a body that is no ministry: `Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc`. */
static bool minister(const Row *row)
{
    return str_eq(row->name, STR("Bộ trưởng")) || str_eq(row->name, STR("Thứ trưởng"));
}

size_t post_parse(const Posts *p, Arena *a, Str text, const Token *t, size_t n, size_t i, bool name_follows,
                  Post *out)
{
    const Row *row;
    size_t used = match(p, t, n, i, &row), more;
    if (!used)
        return 0;
    *out = (Post){.name = row->name,
                  .party = row->party,
                  .member = row->member,
                  .sort = row->n && !row->how && !minister(row) ? p->ids[row->first] : 0,
                  .from = i};
    uint32_t link;
    while ((more = suffix(p, t, n, i + used, &link))) {
        if (link & LINK_ACTING)
            out->acting = true;
        else
            out->name = with_suffix(a, out->name, link);
        used += more;
    }
    Reading r = {p, a, text, t, n, name_follows};
    size_t body = row->carried.n && !row->how ? 0 : read_body(&r, row, i + used, &out->body);
    if (body && out->body.full_time)
        out->name = with_suffix(a, out->name, LINK_FULL);
    if (!body && row->how == '?')
        out->body = body_named(p->bodies, STR("Quốc hội"));
    else if (!body && row->carried.n)
        out->body = body_named(p->bodies, row->carried);
    size_t last = used;
    used += with_nation(&r, i, i + used, body, &out->body);
    out->to = out->body.foreign ? i + last + out->body.tokens : i + used;
    return used;
}

/* ---- what posts of one person lend each other ------------------------------------------------------------
 */

static bool has_unit(const Body *b)
{
    return b->unit &&
           (b->kind == BODY_SEAT || b->kind == BODY_LEVEL || b->kind == BODY_FREE || b->kind == BODY_HEAD);
}

/* The nearest post behind i, else before it, whose body tells a unit. */
static const Body *unit_near(const Post *posts, size_t n, size_t i)
{
    for (size_t k = i + 1; k < n; k++)
        if (has_unit(&posts[k].body))
            return &posts[k].body;
    for (size_t k = i; k-- > 0;)
        if (has_unit(&posts[k].body))
            return &posts[k].body;
    return NULL;
}

static bool commune_unit(const Body *b)
{
    return b->unit >= UNIT_COMMUNE && b->unit <= UNIT_ZONE;
}

/* `Bí thư Đảng ủy, Giám đốc Công an tỉnh`: Đảng ủy Công an tỉnh. */
static void cell_of(Arena *a, Body *b, const Body *of)
{
    Str name = arena_words(a, b->name, of->name);
    *b = (Body){.name = name, .kind = of->kind, .unit = of->unit, .level = of->level, .place = of->place};
}

static void committee_of(const Posts *p, Body *b, const Body *near)
{
    const Unit *unit = place_unit(p->places, (UnitWord)near->unit);
    if (!unit->committee.n)
        return;
    Str place = near->place;
    Level level = near->level;
    *b = body_named(p->bodies, unit->committee);
    b->place = place;
    b->level = level;
}

static void fill_part(const Posts *p, Arena *a, Body *b, const Body *near)
{
    const Unit *unit = place_unit(p->places, (UnitWord)near->unit);
    Body whole = {.kind = BODY_LEVEL, .unit = near->unit, .level = near->level, .place = near->place};
    if (b->kind == BODY_COUNCIL) {
        whole.name = arena_words(a, b->name, STR("Hội đồng nhân dân"));
    } else if (str_eq(b->name, STR("Ban Chấp hành"))) {
        whole.name = STR("Ban Chấp hành Đảng bộ");
    } else {
        Body committee = whole;
        committee_of(p, &committee, near);
        if (!unit->committee.n)
            return;
        whole = committee;
        whole.name = arena_words(a, b->name, committee.name);
    }
    *b = whole;
}

/* The body of the first post behind i that is none of the Party: `Bí thư Đảng đoàn, Bí thư Đảng ủy cơ quan,
 * Chủ tịch Liên đoàn Lao động tỉnh`. */
static const Body *behind_party(const Post *posts, size_t n, size_t i)
{
    for (size_t k = i + 1; k < n; k++)
        if (!posts[k].party && !posts[k].member)
            return &posts[k].body;
    return NULL;
}

static bool mass_organisation(Str name)
{
    return (str_starts(name, STR("Hội ")) && !str_starts(name, STR("Hội đồng "))) ||
           str_starts(name, STR("Liên đoàn ")) || str_is(name, "Tỉnh đoàn") || str_is(name, "Thành đoàn") ||
           str_is(name, "Huyện đoàn");
}

/* `Ủy viên Ban Thường vụ, Phó Chủ tịch Hội Nông dân tỉnh`, `Trưởng Ban Phong trào Tỉnh đoàn`: a deputy of a
 * mass organisation, or one who heads a part of it, is on its committee, not on the Party's. Its name, empty
 * for others. */
static Str organisation_of(const Post *next)
{
    Str name = next->body.name;
    if (next->body.kind != BODY_LEVEL && next->body.kind != BODY_SEAT)
        return STR("");
    for (size_t at = 0; at < name.n; at++)
        if ((at == 0 || name.p[at - 1] == ' ') && mass_organisation(str_from(name, at)))
            return at || str_starts(next->name, STR("Phó ")) ? str_from(name, at) : STR("");
    return STR("");
}

/* `Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh`: the force that the next post's body is a
 * part of; empty for others. */
static Str force_of(const Body *next)
{
    for (size_t at = 1; at < next->name.n; at++)
        if (next->name.p[at - 1] == ' ' && str_starts(str_from(next->name, at), STR("Công an")))
            return str_from(next->name, at);
    return STR("");
}

static void fill_open(const Posts *p, Arena *a, Post *posts, size_t n, size_t i)
{
    Body *b = &posts[i].body;
    const Body *near = unit_near(posts, n, i), *next = i + 1 < n ? &posts[i + 1].body : NULL;
    if (b->kind == BODY_CELL)
        next = behind_party(posts, n, i);
    if (b->kind == BODY_CELL || (b->kind == BODY_LEVEL && !b->unit && str_eq(b->name, STR("Đảng ủy")))) {
        const Body *of = next && next->kind ? next : near;
        if (of && of->kind == BODY_LEVEL && !of->unit && b->kind == BODY_LEVEL)
            of = NULL; /* Bí thư Đảng ủy, Chủ tịch UBND: of the commune that is not said */
        if (of && b->kind == BODY_LEVEL && commune_unit(of) && of->kind == BODY_LEVEL)
            *b = (Body){
                .name = b->name, .kind = b->kind, .unit = of->unit, .level = of->level, .place = of->place};
        else if (of)
            cell_of(a, b, of);
    } else if (b->kind == BODY_PART && posts[i].member && i + 1 < n && organisation_of(&posts[i + 1]).n) {
        Body organisation = *next;
        organisation.name = organisation_of(&posts[i + 1]);
        cell_of(a, b, &organisation);
    } else if (b->kind == BODY_PART || b->kind == BODY_COUNCIL) {
        if (near)
            fill_part(p, a, b, near);
    } else if (b->kind == BODY_LEVEL && !b->unit && near) {
        b->unit = near->unit;
        b->level = near->level;
        if (!b->place.n)
            b->place = near->place;
    } else if (b->kind == BODY_NONE && posts[i].party) {
        if (near)
            committee_of(p, b, near);
    } else if (b->kind == BODY_NONE && !posts[i].member && next && next->unit && force_of(next).n) {
        *b = *next;
        b->name = force_of(next);
    } else if (b->kind == BODY_NONE && !posts[i].member && next && next->kind && !posts[i + 1].party &&
               !posts[i + 1].member && posts[i].sort == posts[i + 1].sort) {
        *b = *next; /* Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc */
    } else if (b->kind == BODY_NONE && !posts[i].member && i && posts[i - 1].body.kind == BODY_NAMED) {
        *b = posts[i - 1].body; /* Chủ tịch HĐQT Công ty X, Tổng Giám đốc */
    }
}

/* An own name written once belongs to all bodies of its level. */
static void fill_place(Post *posts, size_t n, size_t i)
{
    Body *b = &posts[i].body;
    if (b->place.n || b->kind == BODY_NONE || b->kind == BODY_NAMED || b->kind == BODY_CENTRAL)
        return;
    for (size_t k = 0; k < n; k++) {
        const Body *o = &posts[k].body;
        if (k == i || !o->place.n || o->kind == BODY_CENTRAL || o->kind == BODY_NAMED)
            continue;
        bool province = b->level == LEVEL_PROVINCE && o->level == LEVEL_PROVINCE;
        if (province || (b->unit && b->unit == o->unit)) {
            b->place = o->place;
            b->level = o->level;
            return;
        }
    }
}

/* `Bí thư Tỉnh ủy, Tỉnh trưởng Hủa Phăn`: the committee is no Vietnamese province's either. */
static void fill_foreign(const Posts *p, Arena *a, Post *posts, size_t n)
{
    bool foreign = false;
    for (size_t i = 0; i < n; i++)
        foreign = foreign || posts[i].body.foreign;
    for (size_t i = 0; foreign && i < n; i++) {
        Body *b = &posts[i].body;
        if (b->level == LEVEL_PROVINCE && !b->place.n)
            *b = (Body){.name = body_name(b, p->places, a), .kind = BODY_NAMED, .level = LEVEL_OTHER};
    }
}

void post_share(const Posts *p, Arena *a, Post *posts, size_t n)
{
    fill_foreign(p, a, posts, n);
    for (size_t i = n; i-- > 0;)
        fill_open(p, a, posts, n, i);
    for (size_t i = 0; i < n; i++)
        fill_place(posts, n, i);
}
