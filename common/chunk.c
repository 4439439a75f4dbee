/* SPDX-License-Identifier: ISC */
#include "chunkread.h"

#include <stdlib.h>

#include "mask.h"
#include "names.h"
#include "ordinal.h"
#include "tables.h"

enum { ASIDE = 18, TERMS = 12 }; /* tokens of a bracket or an aside, of terms, that are passed over */

/* What may begin with a word: bits of Chunker.words, the first ones told by a look too. */
enum {
    HONOR,
    POST,
    ANY,
    SPACE = 4, /* what else a look tells of a token */
    CAP,
    NUMBER,
    MARK,
    WORD_HONOR = 1 << HONOR, /* a word of address */
    WORD_POST = 1 << POST,
    WORD_ANY = 1 << ANY, /* a phrase of PHRASES, a small word */
    WORD_LOOK = WORD_HONOR | WORD_POST | WORD_ANY,
    WORD_SURNAME = 16,
    WORD_LINK = 32 /* a small word, or a phrase of such */
};

/* Tables of the phrases that are looked for all at once. */
#define PHRASES                                                                                              \
    (UINT64_C(1) << NAMES_LEVEL | UINT64_C(1) << NAMES_POST | UINT64_C(1) << NAMES_HONOR |                   \
     UINT64_C(1) << NAMES_RANK | UINT64_C(1) << NAMES_STATUS | UINT64_C(1) << NAMES_ACT |                    \
     UINT64_C(1) << NAMES_END)

static uint32_t status_value(Str status, Str use)
{
    static const char *const names[] = {"", "former", "acting", "appointed", "left"};
    static const char *const uses[] = {"before", "verb", "end", "take", "none"};
    return cell_name(status, names, 5) << 4 | cell_name(use, uses, 5);
}

static uint32_t act_value(Str act)
{
    static const struct {
        const char *name;
        uint32_t bits;
    } acts[] = {{"chair", ACT_CHAIR}, {"report", ACT_REPORT | ACT_ENDS}, {"present", ACT_PRESENT},
                {"speak", ACT_SPEAK}, {"say", ACT_SPEAK | ACT_ENDS},     {"attend", ACT_ATTEND},
                {"end", ACT_ENDS}};
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (str_is(act, acts[i].name))
            return acts[i].bits;
    return 0;
}

static void read_words(Lexicon *l, UserRows *user)
{
    Str cells[3];
    for (TableRows r = table_rows(&table_honor, user); table_next(&r, cells);)
        lexicon_add_forms(l, NAMES_HONOR, cells[0],
                          str_eq(cells[1], STR("comrade")) ? ADDRESS_COMRADE
                          : str_eq(cells[1], STR("title")) ? ADDRESS_TITLE
                                                           : ADDRESS_PLAIN);
    for (TableRows r = table_rows(&table_rank, user); table_next(&r, cells);)
        lexicon_add_forms(l, NAMES_RANK, cells[0], 0);
    for (TableRows r = table_rows(&table_status, user); table_next(&r, cells);)
        lexicon_add_forms(l, str_eq(cells[2], STR("end")) ? NAMES_END : NAMES_STATUS, cells[0],
                          status_value(cells[1], cells[2]));
    for (TableRows r = table_rows(&table_act, user); table_next(&r, cells);)
        lexicon_add_forms(l, NAMES_ACT, cells[0], act_value(cells[1]));
}

Chunker *chunker_new(Lexicon *l, UserRows *user)
{
    Chunker *c = xrealloc(NULL, 1, sizeof *c);
    *c = (Chunker){.lexicon = l};
    c->persons = persons_new(l, user);
    c->places = places_new(l, c->persons, user);
    c->links = links_new(l, user);
    c->bodies = bodies_new(l, c->places, c->persons, c->links, user);
    c->posts_known = posts_new(l, c->bodies, c->places, c->links, user);
    read_words(l, user);
    return c;
}

void chunker_free(Chunker *c)
{
    if (!c)
        return;
    posts_free(c->posts_known);
    bodies_free(c->bodies);
    links_free(c->links);
    places_free(c->places);
    persons_free(c->persons);
    free(c->items);
    free(c->posts);
    free(c->words);
    free(c->looks);
    free(c);
}

const Posts *chunker_posts(const Chunker *c)
{
    return c->posts_known;
}

const Bodies *chunker_bodies(const Chunker *c)
{
    return c->bodies;
}

const Places *chunker_places(const Chunker *c)
{
    return c->places;
}

/* What may begin with each word. */
static void learn_words(Chunker *c)
{
    uint32_t last = lexicon_last_word(c->lexicon);
    c->words = xrealloc(NULL, (size_t)last + 1, sizeof *c->words);
    c->words[0] = 0;
    for (uint32_t word = 1; word <= last; word++) {
        Token t = {.word = word};
        uint64_t begins = lexicon_begins(c->lexicon, word);
        bool link = begins >> NAMES_LINK & 1 || link_of(c->links, &t);
        uint8_t bits = 0;
        if (begins >> NAMES_HONOR & 1)
            bits |= WORD_HONOR;
        if (begins >> NAMES_POST & 1)
            bits |= WORD_POST;
        if (begins & PHRASES || link)
            bits |= WORD_ANY;
        if (person_surname(c->persons, &t))
            bits |= WORD_SURNAME;
        if (link)
            bits |= WORD_LINK;
        c->words[word] = bits;
    }
}

static inline uint8_t word_bits(const Chunker *c, const Token *t)
{
    return c->words[t->word];
}

/* ---- a look at all tokens --------------------------------------------------------------------------------
 */

/* What a look tells of each of n tokens, at most 64. */
static void look_at(const Chunker *c, const Token *t, size_t n, uint8_t told[BLOCK])
{
    _Static_assert(TOKEN_SPACE == 1 && TOKEN_CAP == 2 && TOKEN_NUMBER == 1 && TOKEN_MARK == 2, "as bits");
    const uint8_t *words = c->words;
    for (size_t i = 0; i < n; i++)
        told[i] = (uint8_t)((words[t[i].word] & WORD_LOOK) |
                            (t[i].flags & (TOKEN_SPACE | TOKEN_CAP)) << SPACE | t[i].type << NUMBER);
    memset(told + n, 0, BLOCK - n);
}

/* Of which of the 64 tokens this bit is told. */
static uint64_t told_of(const uint8_t told[BLOCK], int bit)
{
    uint64_t of = 0;
    for (unsigned i = 0; i < BLOCK; i += LANE)
        of |= lane_bits(lane_up(lane_load((const char *)told + i), 7 - bit)) << i;
    return of;
}

void chunker_look(Chunker *c, Str text, const Token *t, size_t n)
{
    uint64_t next_name = 0, next_post = 0; /* of the block behind: a second word of a name, a post */
    c->text = text;
    c->t = t;
    if (!c->words)
        learn_words(c);
    if (n)
        c->looks = array_room(c->looks, &c->looks_cap, (n - 1) / BLOCK, sizeof *c->looks);
    for (size_t b = (n + BLOCK - 1) / BLOCK; b-- > 0;) {
        uint8_t told[BLOCK];
        look_at(c, t + b * BLOCK, n - b * BLOCK < BLOCK ? n - b * BLOCK : BLOCK, told);
        uint64_t cap = told_of(told, CAP), second = cap & told_of(told, SPACE), post = told_of(told, POST);
        uint64_t counted = told_of(told, NUMBER) & (post >> 1 | next_post << (BLOCK - 1));
        c->looks[b] = (Look){.honor = told_of(told, HONOR),
                             .post = post,
                             .name = cap & (second >> 1 | next_name << (BLOCK - 1)),
                             .telling = cap | told_of(told, ANY) | told_of(told, MARK) | counted};
        next_name = second;
        next_post = post;
    }
}

/* The bits of block b that tell of tokens [from, to). */
static uint64_t inside(size_t b, size_t from, size_t to)
{
    uint64_t bits = UINT64_MAX;
    if (from > b * BLOCK)
        bits <<= from - b * BLOCK;
    if (to < (b + 1) * BLOCK)
        bits &= ~(UINT64_MAX << (to - b * BLOCK));
    return bits;
}

/* Is the first of two words with capitals maybe a family name, or no Vietnamese syllable? */
static bool name_begins(const Chunker *c, size_t i, size_t to)
{
    const Token *t = &c->t[i];
    return i + 1 < to && (word_bits(c, t) & WORD_SURNAME || !(t->flags & TOKEN_SYLLABLE) ||
                          person_like(c->persons, c->text, t, 3));
}

/* An address at token i: its tokens. */
static size_t address_at(const Chunker *c, size_t i, size_t to)
{
    uint32_t value;
    return lexicon_match(c->lexicon, NAMES_HONOR, c->t, to, i, &value);
}

static bool any_post(const Chunker *c, size_t from, size_t to)
{
    uint32_t value;
    for (size_t b = from / BLOCK; b * BLOCK < to; b++)
        for (uint64_t rest = c->looks[b].post & inside(b, from, to); rest; rest &= rest - 1) {
            size_t i = b * BLOCK + (size_t)__builtin_ctzll(rest);
            if (lexicon_match(c->lexicon, NAMES_POST, c->t, to, i, &value))
                return true;
        }
    return false;
}

bool chunker_wants(Chunker *c, size_t from, size_t to)
{
    bool address = false, name = false;
    for (size_t b = from / BLOCK; b * BLOCK < to; b++) {
        uint64_t in = inside(b, from, to);
        for (uint64_t rest = c->looks[b].honor & in; rest; rest &= rest - 1) {
            size_t i = b * BLOCK + (size_t)__builtin_ctzll(rest), used = address_at(c, i, to);
            if (used && i + used < to && (c->t[i + used].flags & TOKEN_CAP))
                return true;
            address = address || used;
        }
        for (uint64_t rest = name ? 0 : c->looks[b].name & in; rest && !name; rest &= rest - 1)
            name = name_begins(c, b * BLOCK + (size_t)__builtin_ctzll(rest), to);
        if (name && address)
            return true;
    }
    return name && any_post(c, from, to);
}

/* ---- items --------------------------------------------------------------------------------------------- */

Item *chunk_add(Chunker *c, ItemType type, size_t from, size_t tokens)
{
    if (c->n >= c->cap)
        c->items = array_room(c->items, &c->cap, c->n, sizeof *c->items);
    Item *item = &c->items[c->n++];
    *item = (Item){.type = (uint8_t)type, .from = from, .to = from + tokens};
    if (type == ITEM_OTHER || type == ITEM_ACT)
        c->list = false;
    return item;
}

/* Words that are nothing: one item of as many as there are. */
void chunk_other(Chunker *c, size_t from, size_t tokens)
{
    if (c->n && c->items[c->n - 1].type == ITEM_OTHER)
        c->items[c->n - 1].to = from + tokens;
    else
        chunk_add(c, ITEM_OTHER, from, tokens);
}

char chunk_mark(const Chunker *c, size_t i)
{
    Str s = token_str(c->text, &c->t[i]);
    if (s.n == 1)
        return strchr(",;:()-\"", s.p[0]) ? s.p[0] : 0;
    if (str_eq(s, STR("–")) || str_eq(s, STR("—")))
        return '-';
    if (str_eq(s, STR("“")) || str_eq(s, STR("”")) || str_eq(s, STR("«")) || str_eq(s, STR("»")))
        return '"';
    return 0;
}

static void find(const Chunker *c, size_t i, Found *f)
{
    LexiconHit hits[32];
    memset(f->used, 0, sizeof f->used);
    size_t n = lexicon_hits(c->lexicon, PHRASES, c->t, c->to, i, hits, 32);
    for (size_t k = 0; k < n; k++) {
        f->used[hits[k].table - NAMES_BODY] = (uint8_t)hits[k].tokens;
        f->value[hits[k].table - NAMES_BODY] = hits[k].value;
    }
}

/* A bracket behind a name with no post in it, `(sinh năm 1978)`: its tokens. */
static size_t bracket(const Chunker *c, size_t i)
{
    if (i + 1 < c->to && (post_begins(c->posts_known, &c->t[i + 1]) ||
                          lexicon_begins(c->lexicon, c->t[i + 1].word) >> NAMES_STATUS & 1))
        return 0;
    for (size_t k = i + 1; k < c->to && k < i + ASIDE; k++)
        if (chunk_mark(c, k) == ')')
            return k + 1 - i;
    return 0;
}

/* `khóa XI, XII`: a comma or và before another number of a term. */
static bool another_term(const Chunker *c, size_t k)
{
    bool joint = chunk_mark(c, k) == ',' || link_of(c->links, &c->t[k]) & LINK_AND;
    if (!joint || k + 1 >= c->to)
        return false;
    const Token *next = &c->t[k + 1];
    return (next->flags & TOKEN_UPPER && roman_value(token_str(c->text, next))) ||
           (next->type == TOKEN_NUMBER && next->n == 4);
}

/* `sinh năm 1975`, `khóa XVII`, `nhiệm kỳ 2020 - 2025`: tokens passed over up to the next mark. */
static size_t aside(const Chunker *c, size_t i, size_t words, uint32_t links)
{
    size_t k = i + words;
    if (links & LINK_TERM) {
        while (k < c->to && k < i + TERMS &&
               (c->t[k].type == TOKEN_NUMBER || (c->t[k].flags & TOKEN_UPPER) || chunk_mark(c, k) == '-' ||
                c->text.p[c->t[k].at] == '/' || another_term(c, k)))
            k++;
        if (chunk_mark(c, k - 1) == '-')
            k--;
        return k - i;
    }
    while (k < c->to && k < i + ASIDE && !chunk_mark(c, k))
        k++;
    return k - i;
}

static size_t read_status(Chunker *c, const Found *f, size_t i)
{
    uint32_t value, end;
    size_t used = chunk_found(f, NAMES_STATUS, &value), used_end = chunk_found(f, NAMES_END, &end);
    if (used && (value & 15) == USE_NONE) { /* bầu cử, nguyên nhân */
        uint32_t act;
        if (chunk_found(f, NAMES_ACT, &act) >= used)
            return 0;
        chunk_other(c, i, used);
        return used;
    }
    if (!used && !used_end)
        return 0;
    Item *item = chunk_add(c, ITEM_STATUS, i, used > used_end ? used : used_end);
    item->status = (uint8_t)((used ? value : end) >> 4);
    item->use = (uint8_t)((used ? value : end) & 15);
    item->ends = used_end >= used && used_end > 0;
    return used > used_end ? used : used_end;
}

/* A word of the table of small words; some are passed over with what belongs to them. */
static size_t read_link(Chunker *c, size_t i)
{
    size_t used;
    uint32_t links = link_at(c->links, c->t, c->to, i, &used);
    if (!(c->t[i].flags & TOKEN_CAP))
        links &= (uint32_t)~LINK_CUT;
    if (!links)
        return 0;
    bool behind_mark = chunk_last(c, 0)->type == ITEM_MARK || chunk_last(c, 0)->type == ITEM_POST ||
                       chunk_last(c, 0)->type == ITEM_NAME;
    if ((links & LINK_TERM) || ((links & LINK_ASIDE) && behind_mark)) {
        size_t past = aside(c, i, used, links);
        const Item *mark = chunk_last(c, 0);
        if (mark->mark == ',')
            c->n--; /* the comma before it goes too */
        return past;
    }
    chunk_add(c, ITEM_LINK, i, used)->links = links;
    if (links & LINK_EVENT)
        c->list = false;
    return used;
}

static size_t read_mark(Chunker *c, size_t i)
{
    char mark = chunk_mark(c, i);
    if (!mark) { /* KT. CHỦ TỊCH */
        if (!(chunk_last(c, 0)->links & LINK_STEAD))
            chunk_other(c, i, 1);
        return 1;
    }
    if (mark == '(' && (chunk_last(c, 0)->type == ITEM_NAME || chunk_last(c, 0)->type == ITEM_POST)) {
        size_t past = bracket(c, i);
        if (past)
            return past;
    }
    if (mark == ':' && chunk_last(c, 0)->group &&
        (chunk_last(c, 0)->type == ITEM_HONOR || chunk_last(c, 0)->type == ITEM_POST))
        c->list = true;
    chunk_add(c, ITEM_MARK, i, 1)->mark = mark;
    c->list = c->list || (mark == ':' && chunk_addressed(c, 0));
    return 1;
}

/* `, tỉnh Ninh Thuận` behind a post is passed over; elsewhere a unit with its name is nobody: `huyện Bác Ái`.
 */
static size_t read_unit(Chunker *c, size_t i)
{
    UnitWord unit;
    PlaceName place;
    size_t word = place_unit_word(c->places, c->t, c->to, i, &unit);
    if (!word || i + word >= c->to || !(c->t[i + word].flags & TOKEN_CAP))
        return 0;
    size_t own = place_name(c->places, c->arena, c->text, c->t, c->to, i + word, unit,
                            place_unit(c->places, unit)->level, true, &place);
    if (!own || !place_known(c->places, c->t, i + word, own))
        return 0;
    if (chunk_last(c, 0)->mark == ',' && chunk_last(c, 1)->type == ITEM_POST)
        c->n--;
    else
        chunk_other(c, i, word + own);
    return word + own;
}

/* One item at token i; returns the tokens taken. */
/* A rank of `used` tokens, with its full stops: `PGS.TS.` */
static size_t rank_end(const Chunker *c, size_t i, size_t used)
{
    while (i + used < c->to && c->t[i + used].mark == '.')
        used++;
    return used;
}

static size_t read_honor(Chunker *c, size_t i, size_t used, uint32_t address)
{
    bool group = chunk_last(c, 0)->links & LINK_GROUP;
    Item *item = chunk_add(c, ITEM_HONOR, i, used);
    item->address = (uint8_t)address;
    item->group = group || used > 2;
    return used;
}

/* A body, unless it is one only by its first words: its tokens. */
static size_t read_body(Chunker *c, size_t i)
{
    Body body;
    if (!(c->t[i].flags & TOKEN_CAP) || !body_begins(c->bodies, &c->t[i]))
        return 0;
    size_t used = body_parse(c->bodies, c->arena, c->text, c->t, c->to, i, true, &body);
    if (!used || body.kind == BODY_HEAD || body.kind == BODY_NAMED)
        return 0;
    chunk_add(c, ITEM_BODY, i, used);
    return used;
}

static size_t read_item(Chunker *c, size_t i, bool *rank)
{
    const Token *t = &c->t[i];
    uint32_t value;
    size_t used;
    bool after_rank = *rank;
    *rank = false;
    if (t->type == TOKEN_MARK)
        return read_mark(c, i);
    if (t->type == TOKEN_NUMBER && t->n <= 2 && i + 1 < c->to && post_begins(c->posts_known, t + 1)) {
        chunk_add(c, ITEM_LINK, i, 1)->links = LINK_GROUP; /* bầu 3 Phó Bí thư */
        return 1;
    }
    if (!(t->flags & TOKEN_CAP) && !lexicon_may_match(c->lexicon, PHRASES, c->t, c->to, i)) {
        used = word_bits(c, t) & WORD_LINK ? read_link(c, i) : 0; /* và, là, của */
        if (!used)
            chunk_other(c, i, 1);
        return used ? used : 1;
    }
    Found f;
    find(c, i, &f);
    if ((used = chunk_found(&f, NAMES_RANK, &value)) && (t->flags & TOKEN_CAP)) {
        *rank = true;
        return rank_end(c, i, used);
    }
    if ((used = chunk_found(&f, NAMES_HONOR, &value)) && !(used == 1 && after_rank))
        return read_honor(c, i, used, value);
    if (chunk_found(&f, NAMES_POST, &value) && !after_rank && (used = chunk_post(c, i)))
        return used;
    if ((used = read_status(c, &f, i)))
        return used;
    if (chunk_found(&f, NAMES_LEVEL, &value) && (used = read_unit(c, i)))
        return used;
    if ((used = read_body(c, i)))
        return used;
    if (chunk_may_be_name(c, &f, i))
        return chunk_name(c, i, after_rank);
    bool verb =
        !(t->flags & TOKEN_CAP) || chunk_all_upper(c, i) || c->n == 0 || chunk_last(c, 0)->type == ITEM_MARK;
    if (verb && (used = chunk_found(&f, NAMES_ACT, &value))) {
        chunk_add(c, ITEM_ACT, i, used)->acts = (uint8_t)value;
        return used;
    }
    if (word_bits(c, t) & WORD_LINK && (used = read_link(c, i)))
        return used;
    chunk_other(c, i, 1);
    return 1;
}

/* The first token from i on that may be more than one of `other`, c->to for none. */
static size_t next_telling(const Chunker *c, size_t i)
{
    size_t b = i / BLOCK;
    uint64_t rest = c->looks[b].telling & UINT64_MAX << i % BLOCK;
    while (!rest) {
        if (++b * BLOCK >= c->to)
            return c->to;
        rest = c->looks[b].telling;
    }
    i = b * BLOCK + (size_t)__builtin_ctzll(rest);
    return i < c->to ? i : c->to;
}

size_t chunker_items(Chunker *c, Arena *a, size_t from, size_t to, Item **items, const Post **posts)
{
    c->n = c->n_posts = 0;
    c->list = false;
    c->arena = a;
    c->to = to;
    bool rank = false;
    for (size_t i = from, next; i < to; i = next) {
        next = next_telling(c, i);
        if (next > i) {
            chunk_other(c, i, next - i);
            rank = false;
        } else {
            next = i + read_item(c, i, &rank);
        }
    }
    *items = c->items;
    *posts = c->posts;
    return c->n;
}
