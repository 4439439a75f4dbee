/* SPDX-License-Identifier: ISC */
#include "chunkread.h"

#include <stdlib.h>

#include "names.h"
#include "tables.h"

enum { ASIDE = 18 }; /* tokens of a bracket or an aside that is passed over */

/* What may begin with a word: bits of Chunker.words. */
enum {
    WORD_SEEN = 1,
    WORD_TRIGGER = 2, /* a post, a word of address */
    WORD_ANY = 4,     /* a phrase of any of the tables, a small word */
    WORD_SURNAME = 8,
    WORD_PHRASE = 32, /* a phrase of a table other than that of small words */
    WORD_LINK = 16    /* a small word, or a phrase of such */
};

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

static uint8_t learn_word(Chunker *c, const Token *t)
{
    size_t old = c->words_cap;
    c->words = array_room(c->words, &c->words_cap, t->word, sizeof *c->words);
    memset(c->words + old, 0, c->words_cap - old);
    c->n_words = c->words_cap;
    if (!t->word)
        return c->words[0] = WORD_SEEN;
    uint64_t begins = lexicon_begins(c->lexicon, t->word);
    uint64_t trigger = UINT64_C(1) << NAMES_POST | UINT64_C(1) << NAMES_HONOR;
    uint64_t any = trigger | UINT64_C(1) << NAMES_RANK | UINT64_C(1) << NAMES_STATUS |
                   UINT64_C(1) << NAMES_END | UINT64_C(1) << NAMES_ACT | UINT64_C(1) << NAMES_LINK |
                   UINT64_C(1) << NAMES_BODY | UINT64_C(1) << NAMES_ABBR | UINT64_C(1) << NAMES_LEVEL;
    uint8_t bits = WORD_SEEN;
    if (begins & trigger)
        bits |= WORD_TRIGGER;
    if (begins & any || link_of(c->links, t))
        bits |= WORD_ANY;
    if (begins & any & ~(UINT64_C(1) << NAMES_LINK))
        bits |= WORD_PHRASE;
    if (person_surname(c->persons, t))
        bits |= WORD_SURNAME;
    if (begins >> NAMES_LINK & 1 || link_of(c->links, t))
        bits |= WORD_LINK;
    return c->words[t->word] = bits;
}

static inline uint8_t word_bits(Chunker *c, const Token *t)
{
    return t->word < c->n_words && c->words[t->word] ? c->words[t->word] : learn_word(c, t);
}

/* Two capitals in a row of which the first may be a family name, or is no Vietnamese syllable. */
static bool name_begins(Chunker *c, Str text, const Token *t, size_t n, size_t i)
{
    return i + 1 < n && t[i].type == TOKEN_WORD && t[i + 1].type == TOKEN_WORD && (t[i].flags & TOKEN_CAP) &&
           (t[i + 1].flags & TOKEN_CAP) && (t[i + 1].flags & TOKEN_SPACE) &&
           (word_bits(c, &t[i]) & WORD_SURNAME || !(t[i].flags & TOKEN_SYLLABLE) ||
            person_like(c->persons, text, t + i, 3));
}

/* An address or a post at token i: true when a capital stands behind an address. */
static bool trigger_at(Chunker *c, const Token *t, size_t n, size_t i, bool *post)
{
    uint32_t value;
    uint64_t begins = lexicon_begins(c->lexicon, t[i].word);
    size_t used = begins >> NAMES_HONOR & 1 ? lexicon_match(c->lexicon, NAMES_HONOR, t, n, i, &value) : 0;
    if (used && i + used < n && (t[i + used].flags & TOKEN_CAP))
        return true;
    *post =
        *post || used || (begins >> NAMES_POST & 1 && lexicon_match(c->lexicon, NAMES_POST, t, n, i, &value));
    return false;
}

/* The first token from i on that is a capital, a trigger, or a word not asked for yet: few are. */
static inline size_t next_telling(const Chunker *c, const Token *t, size_t n, size_t i)
{
    const uint8_t *words = c->words;
    size_t n_words = c->n_words;
    while (i < n && !(t[i].flags & TOKEN_CAP) && t[i].word < n_words &&
           (words[t[i].word] & (WORD_SEEN | WORD_TRIGGER)) == WORD_SEEN)
        i++;
    return i;
}

bool chunker_wants(Chunker *c, Str text, const Token *t, size_t n)
{
    bool post = false, name = false;
    for (size_t i = 0; !(post && name) && (i = next_telling(c, t, n, i)) < n; i++) {
        name = name || (t[i].flags & TOKEN_CAP && name_begins(c, text, t, n, i));
        if (word_bits(c, &t[i]) & WORD_TRIGGER && trigger_at(c, t, n, i, &post))
            return true;
    }
    return post && name;
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

static void find(const Chunker *c, size_t i, bool phrase, Found *f)
{
    LexiconHit hits[32];
    memset(f->used, 0, sizeof f->used);
    if (!phrase)
        return;
    size_t n = lexicon_hits(c->lexicon, c->t, c->to, i, hits, 32);
    for (size_t k = 0; k < n; k++)
        if (hits[k].table >= NAMES_BODY && hits[k].table < NAMES_END_OF_TABLES) {
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

/* `sinh năm 1975`, `khóa XVII`, `nhiệm kỳ 2020 - 2025`: tokens passed over up to the next mark. */
static size_t aside(const Chunker *c, size_t i, uint32_t links)
{
    size_t k = i + 1;
    if (links & LINK_TERM) {
        while (k < c->to && k < i + 8 &&
               (c->t[k].type == TOKEN_NUMBER || (c->t[k].flags & TOKEN_UPPER) || chunk_mark(c, k) == '-' ||
                c->text.p[c->t[k].at] == '/'))
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
        size_t past = aside(c, i, links);
        const Item *mark = chunk_last(c, 0);
        if (mark->type == ITEM_MARK && mark->mark == ',')
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
        if (!(chunk_last(c, 0)->type == ITEM_LINK && chunk_last(c, 0)->links & LINK_STEAD))
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
    if (chunk_last(c, 0)->type == ITEM_MARK && chunk_last(c, 0)->mark == ',' &&
        chunk_last(c, 1)->type == ITEM_POST)
        c->n--;
    else
        chunk_other(c, i, word + own);
    return word + own;
}

/* One item at token i; returns the tokens taken. */
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
    if (!(word_bits(c, t) & WORD_ANY) && !(t->flags & TOKEN_CAP)) {
        chunk_other(c, i, 1);
        return 1;
    }
    if (!(word_bits(c, t) & WORD_PHRASE) && !(t->flags & TOKEN_CAP)) { /* và, là, của */
        used = read_link(c, i);
        if (!used)
            chunk_other(c, i, 1);
        return used ? used : 1;
    }
    Found f;
    find(c, i, word_bits(c, t) & WORD_PHRASE, &f);
    if ((used = chunk_found(&f, NAMES_RANK, &value)) && (t->flags & TOKEN_CAP)) {
        *rank = true;
        while (i + used < c->to && c->t[i + used].type == TOKEN_MARK && c->text.p[c->t[i + used].at] == '.')
            used++;
        return used;
    }
    if ((used = chunk_found(&f, NAMES_HONOR, &value)) && !(used == 1 && after_rank)) {
        const Item *before = chunk_last(c, 0);
        bool group = before->type == ITEM_LINK && before->links & LINK_GROUP;
        Item *item = chunk_add(c, ITEM_HONOR, i, used);
        item->address = (uint8_t)value;
        item->group = group || used > 2;
        return used;
    }
    if (chunk_found(&f, NAMES_POST, &value) && !after_rank && (used = chunk_post(c, i)))
        return used;
    if ((used = read_status(c, &f, i)))
        return used;
    if (chunk_found(&f, NAMES_LEVEL, &value) && (used = read_unit(c, i)))
        return used;
    if ((t->flags & TOKEN_CAP) && body_begins(c->bodies, t)) {
        Body body;
        used = body_parse(c->bodies, c->arena, c->text, c->t, c->to, i, true, &body);
        if (used && body.kind != BODY_HEAD && body.kind != BODY_NAMED) {
            chunk_add(c, ITEM_BODY, i, used);
            return used;
        }
    }
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

size_t chunker_items(Chunker *c, Arena *a, Str text, const Token *t, size_t from, size_t to, Item **items,
                     const Post **posts)
{
    c->n = c->n_posts = 0;
    c->list = false;
    c->arena = a;
    c->text = text;
    c->t = t;
    c->to = to;
    bool rank = false;
    for (size_t i = from; i < to;)
        i += read_item(c, i, &rank);
    *items = c->items;
    *posts = c->posts;
    return c->n;
}
