/* SPDX-License-Identifier: ISC */
#include "bodyread.h"

#include "names.h"

enum { DEPTH = 4, LONGEST = 24, TASK = 18 };

/* ---- names that no table has --------------------------------------------------------------------------- */

typedef struct {
    const Bodies *b;
    Arena *arena;
    Str text;
    const Token *t;
    size_t n;
    bool name_follows;
    bool named; /* a company: proper names */
} Reading;

static bool capital(const Token *t)
{
    return t->type == TOKEN_WORD && (t->flags & TOKEN_CAP);
}

static bool post_begins(const Reading *r, size_t i)
{
    uint32_t value;
    if (!(lexicon_begins(r->b->lexicon, r->t[i].word) >> NAMES_POST & 1))
        return false;
    return lexicon_match(r->b->lexicon, NAMES_POST, r->t, r->n, i, &value) >= 2;
}

/* Does a unit's name of two syllables end at token i: `Bình Dương`? */
static bool ends_place(const Reading *r, size_t i)
{
    return i > 0 && capital(&r->t[i - 1]) && place_known(r->b->places, r->t, i - 1, 2);
}

/* Does a whole person's name begin here, with nothing capitalised behind it? */
static bool person_begins(const Reading *r, size_t i)
{
    size_t run = person_run(r->t, r->n, i, PERSON_SYLLABLES);
    if (person_like(r->b->persons, r->text, r->t + i, run) < 4)
        return false;
    bool later = run > 2 && person_like(r->b->persons, r->text, r->t + i + 1, run - 1) >= 4;
    return !(later && ends_place(r, i)); /* Hợp tác xã Bình Dương Trần Văn Năm */
}

static size_t bodyword(const Reading *r, size_t i)
{
    uint32_t value;
    if (!(lexicon_begins(r->b->lexicon, r->t[i].word) >> NAMES_BODYWORD & 1))
        return 0;
    return lexicon_match(r->b->lexicon, NAMES_BODYWORD, r->t, r->n, i, &value);
}

/* Does a verb, a link, a post begin here? */
static bool ends_name(const Reading *r, size_t i)
{
    static const unsigned tables[] = {NAMES_ACT, NAMES_HONOR, NAMES_LEVEL, NAMES_STATUS};
    uint64_t begins = lexicon_begins(r->b->lexicon, r->t[i].word);
    uint32_t value;
    for (size_t k = 0; k < sizeof tables / sizeof *tables; k++)
        if (begins >> tables[k] & 1 && lexicon_match(r->b->lexicon, tables[k], r->t, r->n, i, &value))
            return true;
    return link_of(r->b->links, &r->t[i]) || post_begins(r, i);
}

/* How many tokens from i go on with a name that no table has: a word, a phrase, a joint and the word behind.
 */
static size_t more_of_name(const Reading *r, size_t i, size_t from)
{
    const Token *t = r->t;
    if (i >= r->n)
        return 0;
    if (t[i].type == TOKEN_MARK || link_of(r->b->links, &t[i]) & LINK_JOINT) {
        bool comma = r->text.p[t[i].at] == ',';
        if (i == from || i + 1 >= r->n || !(link_of(r->b->links, &t[i]) & LINK_JOINT))
            return 0;
        if (post_begins(r, i + 1) || (comma && !bodyword(r, i + 1)))
            return 0;
        if (comma && capital(&t[i + 1]) &&
            body_begins(r->b, &t[i + 1])) /* Khoa Nội, Bệnh viện Đa khoa tỉnh */
            return 0;
        size_t word = bodyword(r, i + 1);
        bool several = word == 1 && link_of(r->b->links, &t[i + 1]) & LINK_PLURAL;
        if (several && (i + 2 >= r->n || !bodyword(r, i + 2)))
            return 0; /* Tổng cục Thủy lợi và các hồ */
        if (!capital(&t[i + 1]))
            return word ? word + 1 : 0;
        if (person_begins(r, i + 1) || lexicon_begins(r->b->lexicon, t[i + 1].word) >> NAMES_HONOR & 1)
            return 0;
        bool small = word < 2 && !r->named && i + 2 < r->n && t[i + 2].type == TOKEN_WORD &&
                     !capital(&t[i + 2]) && !bodyword(r, i + 2) && !ends_name(r, i + 2);
        return 1 + (small ? 2 : word ? word : 1); /* Tim mạch - Lồng ngực */
    }
    if (t[i].type == TOKEN_NUMBER) /* Trung đoàn 174, Ban Chỉ đạo 35 */
        return i > from || t[i].n <= 4 ? 1 : 0;
    if (link_of(r->b->links, &t[i]) & LINK_OF)
        return i + 1 < r->n && capital(&t[i + 1]) && !person_begins(r, i + 1) ? 1 : 0;
    if (!capital(&t[i]))
        return bodyword(r, i);
    if (post_begins(r, i) || (r->name_follows && i > from && person_begins(r, i)))
        return 0;
    if (r->name_follows && i > 0 && t[i - 1].type == TOKEN_NUMBER &&
        person_like(r->b->persons, r->text, t + i, person_run(t, r->n, i, PERSON_SYLLABLES)))
        return 0;                 /* Trung đoàn 148 Lê Huy */
    size_t word = bodyword(r, i); /* Xây dựng, Thủy điện */
    bool first = i == from || !capital(&r->t[i - 1]);
    if (!r->named && first && word < 2 && i + 1 < r->n && r->t[i + 1].type == TOKEN_WORD &&
        !capital(&r->t[i + 1]) && !bodyword(r, i + 1) && !ends_name(r, i + 1))
        return 2; /* Vụ Dân chủ */
    if (word < 2 && i + 2 < r->n && r->t[i + 1].type == TOKEN_WORD && !capital(&r->t[i + 1]) &&
        (capital(&r->t[i + 2]) || bodyword(r, i + 2)) && !ends_name(r, i + 1) && !ends_place(r, i))
        return 2; /* Xây lắp Sông Hồng, but not: Điện lực Nghệ An nhận hoa */
    return word ? word : 1;
}

static size_t parse(const Reading *r, const uint32_t *lent, size_t n_lent, size_t i, unsigned depth,
                    Body *out);

/* Writes tokens [from, to) with abbreviations opened, `của` and commas before a parent left out. */
static void write_open(const Reading *r, size_t from, size_t to, bool open, Buf *out)
{
    for (size_t i = from; i < to; i++) {
        if (open && link_of(r->b->links, &r->t[i]) & LINK_OF)
            continue;
        if (out->n && (r->t[i].flags & TOKEN_SPACE))
            buf_char(out, ' ');
        const Abbr *abbr;
        size_t used = open ? body_abbr_at(r->b, r->t, to, i, &abbr) : 0;
        if (used) {
            buf_str(out, abbr->words);
            i += used - 1;
        } else {
            buf_str(out, token_str(r->text, &r->t[i]));
        }
    }
}

/* `Công ty Cổ phần Cấp nước Hà Giang`: all that is capitalised, places too. */
static size_t parse_named(const Reading *reading, size_t i, size_t used, Body *out)
{
    Reading named = *reading;
    named.named = true;
    const Reading *r = &named;
    size_t k = i + used, more;
    UnitWord unit;
    while (k < r->n && k - i < LONGEST) {
        more = more_of_name(r, k, i + used);
        if (!more && k + 1 < r->n && (more = place_unit_word(r->b->places, r->t, r->n, k, &unit)))
            more = k + more < r->n && capital(&r->t[k + more]) && !person_begins(r, k + more) ? more : 0;
        if (!more)
            break;
        k += more;
    }
    Buf name = {0};
    write_open(r, i, k, false, &name);
    *out = (Body){.name = arena_str(r->arena, buf_get(&name)),
                  .kind = BODY_NAMED,
                  .level = LEVEL_OTHER,
                  .tokens = k - i};
    buf_free(&name);
    return out->tokens;
}

/* `PGS`, `ThS`: a degree in letters. */
static bool degree(const Reading *r, size_t i)
{
    uint32_t value;
    return !(r->t[i].flags & TOKEN_SYLLABLE) &&
           lexicon_begins(r->b->lexicon, r->t[i].word) >> NAMES_RANK & 1 &&
           lexicon_match(r->b->lexicon, NAMES_RANK, r->t, r->n, i, &value);
}

/* Where the capitalised words from i end at the latest: at a post (`của TP. Bí thư …`), at a degree (`Sở Y tế
 * TP.HCM PGS.TS A`), at a word that begins the next sentence (`UBND TP. Ảnh: …`). */
static size_t words_end(const Reading *r, size_t i)
{
    size_t k = i, words;
    while (k < r->n && capital(&r->t[k]) && !(link_at(r->b->links, r->t, r->n, k, &words) & LINK_CUT) &&
           !post_begins(r, k) && !degree(r, k))
        k++;
    return k < r->n && capital(&r->t[k]) ? k : r->n;
}

/* The unit's own name at token i, of the unit `of` where that is known; returns the tokens taken. */
static size_t read_own_name(const Reading *r, size_t i, UnitWord of, Level level, bool word, Body *out)
{
    PlaceName place;
    size_t end = i < r->n ? words_end(r, i) : i;
    size_t own =
        place_name(r->b->places, r->arena, r->text, r->t, end, i, of, level, r->name_follows, &place);
    if (!own)
        return 0;
    out->place = place.name;
    if (of == UNIT_CITY || !out->level)
        out->level = place.level;
    if (!out->unit && !word && out->kind == BODY_LEVEL) /* UBND Hà Nội */
        out->unit = (uint8_t)(place.unit                      ? place.unit
                              : place.level == LEVEL_PROVINCE ? UNIT_PROVINCE
                                                              : UNIT_NONE);
    return own;
}

/* Level word and own name behind a body's base name; returns the tokens taken from i. */
static size_t read_unit(const Reading *r, size_t i, Body *out)
{
    UnitWord unit = UNIT_NONE;
    size_t of = i < r->n && link_of(r->b->links, &r->t[i]) & LINK_OF ? 1 : 0; /* UBND của tỉnh */
    size_t word = i + of < r->n ? place_unit_word(r->b->places, r->t, r->n, i + of, &unit) : 0;
    if (word && out->kind != BODY_SEAT && out->kind != BODY_DROP)
        out->unit = (uint8_t)unit;
    size_t used = word ? of + word : 0;
    if (!word)
        unit = out->kind == BODY_DROP ? UNIT_PROVINCE : (UnitWord)out->unit;
    Level level = unit ? place_unit(r->b->places, unit)->level : LEVEL_NONE;
    if (out->kind == BODY_DROP && unit != UNIT_CITY)
        level = LEVEL_PROVINCE;
    if (unit && level)
        out->level = level;
    return used + read_own_name(r, i + used, unit, level, word, out);
}

/* The body that a part belongs to, right behind it or (`comma`) behind a comma. */
static size_t read_parent(const Reading *r, size_t i, bool comma, unsigned depth, Body *out)
{
    size_t skip = 0;
    if (i >= r->n || depth >= DEPTH)
        return 0;
    char mark = r->text.p[r->t[i].at];
    if (link_of(r->b->links, &r->t[i]) & LINK_OF || (comma && (mark == ',' || mark == '(')))
        skip = 1;
    if (i + skip >= r->n || !body_begins(r->b, &r->t[i + skip]) || !capital(&r->t[i + skip]) ||
        post_begins(r, i + skip))
        return 0;
    Body parent;
    size_t used = parse(r, NULL, 0, i + skip, depth + 1, &parent);
    /* Chi bộ Công ty Chè Mộc An; Trung đoàn 174, Sư đoàn 316 */
    bool numbered =
        r->t[i + skip + used - (used > 0)].type == TOKEN_NUMBER && i > 0 && r->t[i - 1].type == TOKEN_NUMBER;
    if (!used || (skip && (parent.kind == BODY_NAMED || (parent.kind == BODY_HEAD && !numbered))))
        return 0;
    size_t end = i + skip + used; /* Cục Hợp tác quốc tế (Bộ Tư pháp) */
    if (mark == '(' && (end >= r->n || r->text.p[r->t[end].at] != ')'))
        return 0;
    used += mark == '(';
    if (parent.kind == BODY_SEAT && parent.unit && str_eq(out->name, STR("Ban Chấp hành"))) {
        parent.kind = BODY_LEVEL; /* Ban Chấp hành Tỉnh ủy: Đảng bộ tỉnh */
        parent.name = STR("Đảng bộ");
    }
    Buf name = {0};
    buf_str(&name, out->name);
    buf_char(&name, ' ');
    buf_str(&name, parent.name);
    *out = parent;
    out->name = arena_str(r->arena, buf_get(&name));
    buf_free(&name);
    return skip + used;
}

/* `Trung tâm Khuyến nông Hà Giang`: the province is the place. */
static bool ends_with_province(const Reading *r, size_t i)
{
    PlaceName place;
    size_t used = place_name(r->b->places, r->arena, r->text, r->t, r->n, i, UNIT_PROVINCE, LEVEL_PROVINCE,
                             r->name_follows, &place);
    return used && (i + used >= r->n || !capital(&r->t[i + used]) || person_begins(r, i + used));
}

/* `Ban Chỉ đạo xóa nhà tạm, nhà dột nát huyện`: any words of a task up to the level word, 0 where none comes
 * before a verb of its own or a small word. */
static size_t task_words(const Reading *r, size_t i)
{
    UnitWord unit;
    for (size_t k = i; k < r->n && k < i + TASK; k++) {
        const Token *t = &r->t[k];
        uint32_t link = link_of(r->b->links, t);
        if (place_unit_word(r->b->places, r->t, r->n, k, &unit))
            return k - i;
        if (t->type == TOKEN_MARK && !(link & LINK_JOINT))
            return 0;
        if (link & (uint32_t) ~(LINK_JOINT | LINK_GROUP | LINK_PLURAL))
            return 0;
        if (!link && ends_name(r, k))
            return 0;
        if (capital(t) && person_begins(r, k))
            return 0;
    }
    return 0;
}

/* `Ban Chỉ đạo chuyển đổi số tỉnh`: the words as written up to a level word, a parent, a verb, a name. */
static size_t parse_head(const Reading *r, const BodyRow *row, size_t i, size_t used, unsigned depth,
                         Body *out)
{
    size_t k = i + used, from = k, more, parent = 0;
    size_t start =
        row->kind == BODY_LEVEL ? from - 1 : from; /* `các khu công nghiệp` and what follows: one name */
    UnitWord unit;
    Body whole = {.kind = BODY_HEAD};
    while (k < r->n && k - i < LONGEST && !place_unit_word(r->b->places, r->t, r->n, k, &unit)) {
        if (k > from && capital(&r->t[k]) && body_begins(r->b, &r->t[k])) {
            Body inner;
            if (parse(r, NULL, 0, k, DEPTH, &inner) && inner.kind != BODY_HEAD && inner.kind != BODY_NAMED)
                break;
        }
        if (r->name_follows && k == from && person_begins(r, k))
            break;
        if (k > from && ends_with_province(r, k))
            break;
        if (!(more = more_of_name(r, k, start)))
            break;
        k += more;
    }
    if (row->kind == BODY_TASK)
        k += task_words(r, k);
    if (k == from && !used)
        return 0; /* only the word that the post lends */
    Buf name = {0};
    buf_str(&name, row->name);
    if (k > from) {
        if (r->text.p[r->t[from].at] != ',')
            buf_char(&name, ' ');
        Buf rest = {0};
        write_open(r, from, k, true, &rest);
        buf_str(&name, buf_get(&rest));
        buf_free(&rest);
    }
    whole.name = arena_str(r->arena, buf_get(&name));
    buf_free(&name);
    if (str_eq(row->name, STR("Sở"))) /* one that no table has: Sở Thủy sản */
        whole.kind = BODY_DROP;
    parent = read_parent(r, k, k > from, depth, &whole);
    k += parent ? parent : read_unit(r, k, &whole);
    if (k == i)
        return 0;
    if (k == from && row->name.n < 12 && (!whole.unit || whole.kind == BODY_DROP) && !parent)
        return 0; /* a lone `Ban`, `Hội` is no body */
    whole.tokens = k - i;
    *out = whole;
    return whole.tokens;
}

/* `Ban Xây dựng Đảng xã`, `Ban Pháp chế tỉnh`: the level word stands for the committee or council of the
 * unit. Not where it may be another's: `Chánh Văn phòng tỉnh`. */
static size_t read_level(const Reading *r, size_t i, Body *out)
{
    UnitWord unit = UNIT_NONE;
    size_t word = i < r->n ? place_unit_word(r->b->places, r->t, r->n, i, &unit) : 0;
    const Unit *u = word ? place_unit(r->b->places, unit) : NULL;
    bool ban = str_starts(out->name, STR("Ban ")) || str_eq(out->name, STR("Ủy ban Kiểm tra"));
    if (!word || !ban || !u->committee.n)
        return 0;
    Body whole = out->kind == BODY_COUNCIL ? (Body){.name = STR("Hội đồng nhân dân"), .kind = BODY_LEVEL}
                 : str_eq(out->name, STR("Ban Chấp hành"))
                     ? (Body){.name = STR("Đảng bộ"), .kind = BODY_LEVEL}
                     : body_named(r->b, u->committee);
    Buf name = {0};
    buf_str(&name, out->name);
    buf_char(&name, ' ');
    buf_str(&name, whole.name);
    whole.name = arena_str(r->arena, buf_get(&name));
    buf_free(&name);
    *out = whole;
    out->unit = (uint8_t)unit;
    out->level = u->level;
    return word + read_own_name(r, i + word, unit, u->level, true, out);
}

/* `Ban Quản lý Khu kinh tế Nghi Sơn`, `các khu công nghiệp và chế xuất`: a name of its own, no unit's. */
static bool named_zone(const Reading *r, const BodyRow *row, size_t i)
{
    UnitWord unit;
    return row->kind == BODY_LEVEL && str_starts(row->name, STR("Ban Quản lý")) &&
           !place_unit_word(r->b->places, r->t, r->n, i, &unit) && more_of_name(r, i, i - 1);
}

/* `Phó Trưởng ban Thường trực báo cáo`: no newspaper. */
static bool longer_verb(const Reading *r, size_t i, size_t used)
{
    uint32_t value;
    return !capital(&r->t[i]) && lexicon_begins(r->b->lexicon, r->t[i].word) >> NAMES_ACT & 1 &&
           lexicon_match(r->b->lexicon, NAMES_ACT, r->t, r->n, i, &value) > used;
}

static size_t parse(const Reading *r, const uint32_t *lent, size_t n_lent, size_t i, unsigned depth,
                    Body *out)
{
    const BodyRow *row;
    size_t used = body_row_at(r->b, lent, n_lent, r->t, r->n, i, &row);
    if (!row)
        return 0;
    if (row->kind == BODY_NAMED)
        return used && !longer_verb(r, i, used) ? parse_named(r, i, used, out) : 0;
    if (row->kind == BODY_HEAD || row->kind == BODY_TASK || named_zone(r, row, i + used))
        return parse_head(r, row, i, used, depth, out);
    *out = (Body){.name = row->name, .kind = row->kind, .unit = (uint8_t)row->unit, .tokens = used};
    size_t words;
    for (size_t k = i; k < i + used && k < r->n; k++)
        if (link_at(r->b->links, r->t, r->n, k, &words) & LINK_FULL)
            out->full_time = true;
    if (row->kind == BODY_CENTRAL) {
        out->level = LEVEL_CENTRAL;
        out->place = STR("Trung ương");
        out->tokens = used;
        return used;
    }
    if (row->kind == BODY_FREE && i + used < r->n && r->t[i + used].type == TOKEN_NUMBER &&
        r->t[i + used].n <= 2) { /* Chi bộ 3 */
        out->name = token_span(r->text, &r->t[i], &r->t[i + used]);
        used++;
    }
    bool full_time = out->full_time;
    size_t parent = row->kind == BODY_SEAT ? 0 : read_parent(r, i + used, row->kind == BODY_FREE, depth, out);
    size_t unit = parent                                                ? 0
                  : row->kind == BODY_CELL                              ? 0
                  : row->kind == BODY_PART || row->kind == BODY_COUNCIL ? read_level(r, i + used, out)
                                                                        : read_unit(r, i + used, out);
    out->full_time = out->full_time || full_time;
    out->tokens = used + parent + unit;
    if (!out->tokens && !n_lent)
        return 0;
    if (!out->tokens) /* Trưởng Công an, with nothing behind it */
        out->kind = row->kind;
    return out->tokens;
}

size_t body_parse(const Bodies *b, Arena *a, Str text, const Token *t, size_t n, size_t i, bool name_follows,
                  Body *out)
{
    return body_parse_behind(b, a, NULL, 0, text, t, n, i, name_follows, out);
}

size_t body_parse_behind(const Bodies *b, Arena *a, const uint32_t *lent, size_t n_lent, Str text,
                         const Token *t, size_t n, size_t i, bool name_follows, Body *out)
{
    Reading r = {b, a, text, t, n, name_follows, false};
    *out = (Body){.kind = BODY_NONE};
    if (i >= n || (!n_lent && !body_begins(b, &t[i])))
        return 0;
    size_t used = parse(&r, lent, n_lent, i, 0, out);
    if (!used)
        *out = (Body){.kind = BODY_NONE};
    return used;
}

Str body_name(const Body *body, const Places *places, Arena *a)
{
    bool shown = body->kind == BODY_LEVEL || body->kind == BODY_FREE || body->kind == BODY_HEAD;
    if (!shown || !body->unit)
        return body->name;
    return arena_words(a, body->name, place_unit(places, (UnitWord)body->unit)->word);
}
