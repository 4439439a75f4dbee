/* SPDX-License-Identifier: ISC */
#include "chunk.h"

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

struct Chunker {
    const Lexicon *lexicon;
    uint8_t *words; /* by word id, filled as words are met */
    size_t n_words, words_cap;
    Persons *persons;
    Places *places;
    Links *links;
    Bodies *bodies;
    Posts *posts_known;
    Item *items;
    size_t n, cap;
    Post *posts;
    size_t n_posts, posts_cap;
    /* the text that is read */
    Arena *arena;
    Str text;
    const Token *t;
    size_t to;
    bool list; /* behind `các đồng chí:`, up to the next word */
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

static Item *add(Chunker *c, ItemType type, size_t from, size_t tokens)
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
static void add_other(Chunker *c, size_t from, size_t tokens)
{
    if (c->n && c->items[c->n - 1].type == ITEM_OTHER)
        c->items[c->n - 1].to = from + tokens;
    else
        add(c, ITEM_OTHER, from, tokens);
}

static const Item *last(const Chunker *c, size_t back)
{
    static const Item none = {.type = ITEM_OTHER};
    return c->n > back ? &c->items[c->n - 1 - back] : &none;
}

static char mark_of(const Chunker *c, size_t i)
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

/* The longest phrases of all tables at a token, none where no `phrase` begins. */
typedef struct {
    uint8_t used[NAMES_END_OF_TABLES - NAMES_BODY]; /* tokens, 0 for none */
    uint32_t value[NAMES_END_OF_TABLES - NAMES_BODY];
} Found;

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

static size_t found(const Found *f, unsigned table, uint32_t *value)
{
    *value = f->value[table - NAMES_BODY];
    return f->used[table - NAMES_BODY];
}

static size_t match(const Chunker *c, unsigned table, uint64_t begins, size_t i, uint32_t *value)
{
    return begins >> table & 1 ? lexicon_match(c->lexicon, table, c->t, c->to, i, value) : 0;
}

/* Does a person stand before, joined by marks only, so that a post here is behind its name? */
static bool person_before(const Chunker *c)
{
    size_t back = 0;
    bool mark = false;
    for (; back < 12; back++) {
        const Item *item = last(c, back);
        bool link = item->type == ITEM_LINK && item->links & (LINK_LEAD | LINK_DOUBLE | LINK_ADVERB);
        if (back == 0 && item->type == ITEM_STATUS && item->use == USE_TAKE)
            return true; /* giữ chức Hiệu trưởng Trường … */
        if (link || (item->type == ITEM_MARK && item->mark != ';' && item->mark != ':'))
            mark = true;
        else if (item->type == ITEM_NAME) /* a name with its post before it leads to the next such pair */
            return mark && last(c, back + 1)->type != ITEM_POST;
        else if (item->type != ITEM_POST && item->type != ITEM_STATUS)
            return false;
    }
    return false;
}

/* A bracket behind a name with no post in it, `(sinh năm 1978)`: its tokens. */
static size_t bracket(const Chunker *c, size_t i)
{
    if (i + 1 < c->to && (post_begins(c->posts_known, &c->t[i + 1]) ||
                          lexicon_begins(c->lexicon, c->t[i + 1].word) >> NAMES_STATUS & 1))
        return 0;
    for (size_t k = i + 1; k < c->to && k < i + ASIDE; k++)
        if (mark_of(c, k) == ')')
            return k + 1 - i;
    return 0;
}

/* `sinh năm 1975`, `khóa XVII`, `nhiệm kỳ 2020 - 2025`: tokens passed over up to the next mark. */
static size_t aside(const Chunker *c, size_t i, uint32_t links)
{
    size_t k = i + 1;
    if (links & LINK_TERM) {
        while (k < c->to && k < i + 8 &&
               (c->t[k].type == TOKEN_NUMBER || (c->t[k].flags & TOKEN_UPPER) || mark_of(c, k) == '-' ||
                c->text.p[c->t[k].at] == '/'))
            k++;
        if (mark_of(c, k - 1) == '-')
            k--;
        return k - i;
    }
    while (k < c->to && k < i + ASIDE && !mark_of(c, k))
        k++;
    return k - i;
}

static bool all_upper(const Chunker *c, size_t i)
{
    return (c->t[i].flags & TOKEN_UPPER) && c->t[i].nch > 1;
}

/* Where the run of capitalised words at i ends as a name: before a post, an abbreviation, in ALL CAPS a verb.
 */
static size_t name_tokens(const Chunker *c, size_t i, size_t run)
{
    bool upper = all_upper(c, i) || (run > 1 && c->t[i].nch == 1 && all_upper(c, i + 1));
    for (size_t k = 1; k < run; k++) {
        uint32_t value;
        uint64_t begins = lexicon_begins(c->lexicon, c->t[i + k].word);
        size_t words;
        if ((upper != all_upper(c, i + k) && c->t[i + k].nch > 1) ||
            (!upper && link_at(c->links, c->t, c->to, i + k, &words) & LINK_CUT))
            return k;
        if (match(c, NAMES_POST, begins, i + k, &value) >= 2)
            return k;
        words = match(c, NAMES_HONOR, begins, i + k, &value);
        if (words >= 2 || (words == 1 && value == ADDRESS_TITLE && k + 1 < run))
            return k; /* Ảnh: Vũ Hội Bà Phan Thị A …, Ảnh: Vũ Hội Đồng chí A … */
        if (upper && k >= 2 &&
            (match(c, NAMES_ACT, begins, i + k, &value) ||
             match(c, NAMES_STATUS, begins, i + k, &value) >= 2))
            return k;
    }
    return run;
}

/* `các đồng chí lãnh đạo tỉnh: A, B`: does the colon that is item `back` follow a word of address for
 * several, a few words apart? */
static bool addressed_list(const Chunker *c, size_t back)
{
    for (size_t k = back + 1; k < back + 5; k++) {
        const Item *item = last(c, k);
        if (item->type == ITEM_HONOR)
            return item->group;
        if (k >= c->n || item->type == ITEM_MARK || item->type == ITEM_NAME || item->type == ITEM_ACT ||
            item->type == ITEM_POST || item->to - item->from > 6)
            return false;
    }
    return false;
}

/* Does anything vouch for a name here: an address or rank, a list of such names? */
static bool vouched(const Chunker *c)
{
    const Item *one = last(c, 0);
    if (one->type == ITEM_HONOR)
        return true;
    if (one->type == ITEM_MARK && one->mark == ':' && addressed_list(c, 0))
        return true;
    if (one->type == ITEM_MARK && one->mark == ':' && last(c, 1)->type == ITEM_HONOR)
        return true;
    if (one->type == ITEM_MARK && one->mark == ':' && last(c, 1)->type == ITEM_POST && last(c, 1)->group)
        return true;
    if (c->list && one->type == ITEM_MARK && one->mark == ';')
        return true;
    bool joint =
        (one->type == ITEM_MARK && one->mark == ',') || (one->type == ITEM_LINK && one->links & LINK_AND);
    return joint && last(c, 1)->type == ITEM_NAME && last(c, 1)->group;
}

/* Does a post with its unit's own name stand right before? What follows is the person, whatever else is
 * called so: `Bí thư Huyện ủy Bắc Hà Hoàng Văn Thụ`. */
static bool placed(const Chunker *c, size_t i)
{
    const Item *post = last(c, 0);
    return post->type == ITEM_POST && post->to == i && c->posts[post->index].body.place.n;
}

static size_t read_name(Chunker *c, size_t i, bool rank)
{
    size_t run = person_run(c->t, c->to, i, PERSON_SYLLABLES);
    size_t whole = run;
    bool sure = rank || vouched(c);
    run = name_tokens(c, i, run);
    if (run > PERSON_SYLLABLES) { /* a line of capitals: pass over all of it */
        while (i + whole < c->to && c->t[i + whole].type == TOKEN_WORD && (c->t[i + whole].flags & TOKEN_CAP))
            whole++;
        add_other(c, i, whole);
        return whole;
    }
    bool honor = last(c, 0)->type == ITEM_HONOR;
    bool like = person_like(c->persons, c->text, c->t + i, run) > 0;
    bool known = place_known(c->places, c->t, i, run) && !placed(c, i);
    bool alone = honor && (c->t[i].flags & TOKEN_SYLLABLE) &&
                 !(c->t[i].flags & TOKEN_UPPER && c->t[i].nch > 1 && run == 1 && c->n > 2);
    if (run == 1 && (honor || last(c, 0)->type == ITEM_POST) && person_lone(c->text, &c->t[i]))
        alone = sure = true; /* Bí thư Đảng ủy K’Brểu */
    size_t words;
    uint32_t value;
    bool other = link_at(c->links, c->t, c->to, i, &words) & LINK_NONAME ||
                 (!honor && lexicon_match(c->lexicon, NAMES_NATION, c->t, c->to, i, &value) == run);
    bool is_name = !other && (sure ? (run >= 2 || alone) && !(known && !like) : like && !known);
    if (!is_name) {
        bool opens = c->n == 0 || last(c, 0)->type == ITEM_MARK;
        add_other(c, i, opens && !known ? 1 : run);
        return opens && !known ? 1 : run;
    }
    Item *item = add(c, ITEM_NAME, i, run);
    item->group = sure;
    item->ranked = rank;
    return run;
}

/* `Trợ lý Tổng Bí thư`, `Thư ký nguyên Chủ tịch nước`: the second post is another's; it stands where the body
 * of the first does. */
static bool serves(Chunker *c, size_t i, const Post *post)
{
    size_t status = last(c, 0)->type == ITEM_STATUS ? 1 : 0;
    const Item *before = last(c, status);
    Post *first = before->type == ITEM_POST ? &c->posts[before->index] : NULL;
    if (!first || first->body.kind || last(c, 0)->to != i || (status && before->to != last(c, 0)->from) ||
        !(str_eq(first->name, STR("Trợ lý")) || str_eq(first->name, STR("Thư ký"))))
        return false;
    if (post->body.kind) /* but not of `trợ lý giám đốc` */
        first->body = (Body){.name = token_span(c->text, &c->t[before->to], &c->t[post->to - 1]),
                             .kind = BODY_HEAD,
                             .level = LEVEL_OTHER};
    first->to = post->to;
    c->n -= status;
    c->items[c->n - 1].to = post->to;
    return true;
}

/* `Phó Giám đốc Sở; ông B`: a body's word alone behind a post is passed over. */
static size_t lone_body(const Chunker *c, size_t i, const Body *body)
{
    return !body->kind && i < c->to && c->t[i].flags & TOKEN_CAP && body_begins(c->bodies, &c->t[i]) &&
                   (i + 1 == c->to || mark_of(c, i + 1))
               ? 1
               : 0;
}

/* Is the post that ends at `end` that of all who follow? `các Phó Chủ tịch: A, B`, `các đồng chí nguyên Ủy
 * viên Trung ương Đảng, nguyên Bí thư Tỉnh ủy: A, B`. */
static bool of_group(const Chunker *c, size_t end)
{
    size_t k = last(c, 0)->type == ITEM_STATUS ? 1 : 0;
    const Item *before = last(c, k);
    if (before->type == ITEM_MARK && before->mark == ',' && end < c->to && mark_of(c, end) == ':')
        return last(c, k + 1)->type == ITEM_POST && last(c, k + 1)->group;
    return (before->type == ITEM_LINK && before->links & LINK_GROUP) ||
           (before->type == ITEM_HONOR && before->group);
}

/* `Phó Giám đốc Sở Y tế phụ trách, …`: tokens of the word behind the body. */
static size_t stands_in(const Chunker *c, size_t i)
{
    size_t word;
    if (i >= c->to || !(link_at(c->links, c->t, c->to, i, &word) & LINK_ACTING))
        return 0;
    return i + word == c->to || mark_of(c, i + word) ? word : 0;
}

/* `Bí thư: Mùa A Páo; Phó Bí thư: Lò Văn Ún, Cà Thị Hỏa`: a post whose holders the colon behind it opens. */
static bool heads_list(const Chunker *c, size_t end)
{
    uint32_t value;
    size_t i = end + 1;
    bool begins = c->n == 0 || (last(c, 0)->type == ITEM_MARK && last(c, 0)->mark == ';');
    if (!begins || end >= c->to || mark_of(c, end) != ':' || i >= c->to)
        return false;
    i += match(c, NAMES_HONOR, lexicon_begins(c->lexicon, c->t[i].word), i, &value);
    size_t run = person_run(c->t, c->to, i, PERSON_SYLLABLES), next = i + run;
    bool ends = next >= c->to || c->t[next].type == TOKEN_MARK || link_of(c->links, &c->t[next]) & LINK_AND;
    return ends && person_like(c->persons, c->text, c->t + i, run) >= 3; /* not `Bí thư: Ông A từng …` */
}

static size_t read_post(Chunker *c, size_t i)
{
    Post post;
    size_t used = post_parse(c->posts_known, c->arena, c->text, c->t, c->to, i, !person_before(c), &post);
    if (!used)
        return 0;
    /* `Bí thư các huyện ủy`, `Chủ tịch UBND các huyện`: no one in particular */
    bool whole =
        post.body.kind == BODY_HEAD || post.body.kind == BODY_NAMED; /* Trưởng khoa Hồi sức cấp cứu */
    if (!whole && i + used < c->to && link_of(c->links, &c->t[i + used]) & (LINK_PLURAL | LINK_HAMLET)) {
        add_other(c, i, used);
        return used;
    }
    if (serves(c, i, &post))
        return used;
    size_t acting = stands_in(c, i + used);
    post.acting = post.acting || acting;
    c->posts = array_room(c->posts, &c->posts_cap, c->n_posts, sizeof *c->posts);
    c->posts[c->n_posts] = post;
    bool group = of_group(c, i + used) || heads_list(c, i + used);
    Item *item = add(c, ITEM_POST, i, used);
    item->index = (uint32_t)c->n_posts++;
    item->group = group;
    return used + acting + lone_body(c, i + used, &post.body);
}

static size_t read_status(Chunker *c, const Found *f, size_t i)
{
    uint32_t value, end;
    size_t used = found(f, NAMES_STATUS, &value), used_end = found(f, NAMES_END, &end);
    if (used && (value & 15) == USE_NONE) { /* bầu cử, nguyên nhân */
        uint32_t act;
        if (found(f, NAMES_ACT, &act) >= used)
            return 0;
        add_other(c, i, used);
        return used;
    }
    if (!used && !used_end)
        return 0;
    Item *item = add(c, ITEM_STATUS, i, used > used_end ? used : used_end);
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
    bool behind_mark =
        last(c, 0)->type == ITEM_MARK || last(c, 0)->type == ITEM_POST || last(c, 0)->type == ITEM_NAME;
    if ((links & LINK_TERM) || ((links & LINK_ASIDE) && behind_mark)) {
        size_t past = aside(c, i, links);
        const Item *mark = last(c, 0);
        if (mark->type == ITEM_MARK && mark->mark == ',')
            c->n--; /* the comma before it goes too */
        return past;
    }
    add(c, ITEM_LINK, i, used)->links = links;
    if (links & LINK_EVENT)
        c->list = false;
    return used;
}

static size_t read_mark(Chunker *c, size_t i)
{
    char mark = mark_of(c, i);
    if (!mark) {
        add_other(c, i, 1);
        return 1;
    }
    if (mark == '(' && (last(c, 0)->type == ITEM_NAME || last(c, 0)->type == ITEM_POST)) {
        size_t past = bracket(c, i);
        if (past)
            return past;
    }
    if (mark == ':' && last(c, 0)->group && (last(c, 0)->type == ITEM_HONOR || last(c, 0)->type == ITEM_POST))
        c->list = true;
    add(c, ITEM_MARK, i, 1)->mark = mark;
    c->list = c->list || (mark == ':' && addressed_list(c, 0));
    return 1;
}

/* A capitalised word that does not open a sentence with a verb or a small word: `Dự Đại hội`, `Theo Trung
 * tá`. */
static bool may_be_name(const Chunker *c, const Found *f, size_t i)
{
    const Token *t = &c->t[i];
    uint32_t value;
    if (t->type != TOKEN_WORD || !(t->flags & TOKEN_CAP))
        return false;
    if (i > 0 && !(t->flags & TOKEN_SPACE) && c->text.p[t->at - 1] == '/')
        return false; /* T/M BAN THƯỜNG VỤ */
    if (vouched(c))
        return true;
    size_t act = found(f, NAMES_ACT, &value);
    size_t words;
    bool word = act || link_at(c->links, c->t, c->to, i, &words);
    bool opens = c->n == 0 || last(c, 0)->type == ITEM_MARK;
    if (act >= 2 || (word && person_run(c->t, c->to, i, 2) == 1) || (act && all_upper(c, i)))
        return false;
    return !(word && opens && !person_surname(c->persons, t));
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
    if (last(c, 0)->type == ITEM_MARK && last(c, 0)->mark == ',' && last(c, 1)->type == ITEM_POST)
        c->n--;
    else
        add_other(c, i, word + own);
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
        add(c, ITEM_LINK, i, 1)->links = LINK_GROUP; /* bầu 3 Phó Bí thư */
        return 1;
    }
    if (!(word_bits(c, t) & WORD_ANY) && !(t->flags & TOKEN_CAP)) {
        add_other(c, i, 1);
        return 1;
    }
    if (!(word_bits(c, t) & WORD_PHRASE) && !(t->flags & TOKEN_CAP)) { /* và, là, của */
        used = read_link(c, i);
        if (!used)
            add_other(c, i, 1);
        return used ? used : 1;
    }
    Found f;
    find(c, i, word_bits(c, t) & WORD_PHRASE, &f);
    if ((used = found(&f, NAMES_RANK, &value)) && (t->flags & TOKEN_CAP)) {
        *rank = true;
        while (i + used < c->to && c->t[i + used].type == TOKEN_MARK && c->text.p[c->t[i + used].at] == '.')
            used++;
        return used;
    }
    if ((used = found(&f, NAMES_HONOR, &value)) && !(used == 1 && after_rank)) {
        const Item *before = last(c, 0);
        bool group = before->type == ITEM_LINK && before->links & LINK_GROUP;
        Item *item = add(c, ITEM_HONOR, i, used);
        item->address = (uint8_t)value;
        item->group = group || used > 2;
        return used;
    }
    if (found(&f, NAMES_POST, &value) && !after_rank && (used = read_post(c, i)))
        return used;
    if ((used = read_status(c, &f, i)))
        return used;
    if (found(&f, NAMES_LEVEL, &value) && (used = read_unit(c, i)))
        return used;
    if ((t->flags & TOKEN_CAP) && body_begins(c->bodies, t)) {
        Body body;
        used = body_parse(c->bodies, c->arena, c->text, c->t, c->to, i, true, &body);
        if (used && body.kind != BODY_HEAD && body.kind != BODY_NAMED) {
            add(c, ITEM_BODY, i, used);
            return used;
        }
    }
    if (may_be_name(c, &f, i))
        return read_name(c, i, after_rank);
    bool verb = !(t->flags & TOKEN_CAP) || all_upper(c, i) || c->n == 0 || last(c, 0)->type == ITEM_MARK;
    if (verb && (used = found(&f, NAMES_ACT, &value))) {
        add(c, ITEM_ACT, i, used)->acts = (uint8_t)value;
        return used;
    }
    if (word_bits(c, t) & WORD_LINK && (used = read_link(c, i)))
        return used;
    add_other(c, i, 1);
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
