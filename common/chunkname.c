/* SPDX-License-Identifier: ISC */
/* Names among the items: what vouches for one, and where it ends. */
#include "chunkread.h"

bool chunk_all_upper(const Chunker *c, size_t i)
{
    return (c->t[i].flags & TOKEN_UPPER) && c->t[i].nch > 1;
}

/* Where the run of capitalised words at i ends as a name: before a post, an abbreviation, in ALL CAPS a verb.
 */
static size_t name_tokens(const Chunker *c, size_t i, size_t run)
{
    bool upper = chunk_all_upper(c, i) || (run > 1 && c->t[i].nch == 1 && chunk_all_upper(c, i + 1));
    for (size_t k = 1; k < run; k++) {
        uint32_t value;
        uint64_t begins = lexicon_begins(c->lexicon, c->t[i + k].word);
        size_t words;
        if ((upper != chunk_all_upper(c, i + k) && c->t[i + k].nch > 1) ||
            (!upper && link_at(c->links, c->t, c->to, i + k, &words) & LINK_CUT))
            return k;
        if (chunk_match(c, NAMES_POST, begins, i + k, &value) >= 2)
            return k;
        words = chunk_match(c, NAMES_HONOR, begins, i + k, &value);
        if (words == 1 && k == 1 && person_surname(c->persons, &c->t[i]))
            continue; /* Rơ Ông Ha Brang */
        if (words >= 2 || (words == 1 && value == ADDRESS_TITLE && k + 1 < run))
            return k; /* Ảnh: Vũ Hội Bà Phan Thị A …, Ảnh: Vũ Hội Đồng chí A … */
        if (upper && k >= 2 &&
            (chunk_match(c, NAMES_ACT, begins, i + k, &value) ||
             chunk_match(c, NAMES_STATUS, begins, i + k, &value) >= 2))
            return k;
    }
    return run;
}

/* `các đồng chí lãnh đạo tỉnh: A, B`: does the colon that is item `back` follow a word of address for
 * several, a few words apart? */
bool chunk_addressed(const Chunker *c, size_t back)
{
    for (size_t k = back + 1; k < back + 5; k++) {
        const Item *item = chunk_last(c, k);
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
    const Item *one = chunk_last(c, 0), *two = chunk_last(c, 1);
    if (one->type == ITEM_HONOR)
        return true;
    if (one->mark == ':')
        return two->type == ITEM_HONOR || (two->type == ITEM_POST && two->group) || chunk_addressed(c, 0);
    if (one->mark == ';')
        return c->list;
    bool joint = one->mark == ',' || one->links & LINK_AND;
    return joint && two->type == ITEM_NAME && two->group;
}

/* Does a post with its unit's own name stand right before, or one of a province, whose name would have been
 * taken? What follows is the person, whatever else is called so: `Bí thư Huyện ủy Bắc Hà Hoàng Văn Thụ`, `Phó
 * Chủ tịch UBND tỉnh Mai Sơn`. */
static bool placed(const Chunker *c, size_t i)
{
    const Item *post = chunk_last(c, 0);
    if (post->type != ITEM_POST || post->to != i)
        return false;
    const Body *body = &c->posts[post->index].body;
    return body->place.n || (body->unit == UNIT_PROVINCE && body->kind != BODY_HEAD);
}

size_t chunk_name(Chunker *c, size_t i, bool rank)
{
    size_t run = person_run(c->t, c->to, i, PERSON_SYLLABLES);
    size_t whole = run;
    bool sure = rank || vouched(c);
    run = name_tokens(c, i, run);
    if (run > PERSON_SYLLABLES) { /* a line of capitals: pass over all of it */
        while (i + whole < c->to && c->t[i + whole].type == TOKEN_WORD && (c->t[i + whole].flags & TOKEN_CAP))
            whole++;
        chunk_other(c, i, whole);
        return whole;
    }
    bool honor = chunk_last(c, 0)->type == ITEM_HONOR;
    bool like = person_like(c->persons, c->text, c->t + i, run) > 0;
    bool known = place_known(c->places, c->t, i, run) && !placed(c, i);
    bool alone = honor && (c->t[i].flags & TOKEN_SYLLABLE) &&
                 !(c->t[i].flags & TOKEN_UPPER && c->t[i].nch > 1 && run == 1 && c->n > 2);
    if (run == 1 && (honor || chunk_last(c, 0)->type == ITEM_POST) && person_lone(c->text, &c->t[i]))
        alone = sure = true; /* Bí thư Đảng ủy K’Brểu */
    size_t words;
    uint32_t value;
    bool other = link_at(c->links, c->t, c->to, i, &words) & LINK_NONAME ||
                 (!honor && lexicon_match(c->lexicon, NAMES_NATION, c->t, c->to, i, &value) == run);
    bool is_name = !other && (sure ? (run >= 2 || alone) && !(known && !like) : like && !known);
    if (!is_name) {
        bool opens = c->n == 0 || chunk_last(c, 0)->type == ITEM_MARK;
        chunk_other(c, i, opens && !known ? 1 : run);
        return opens && !known ? 1 : run;
    }
    Item *item = chunk_add(c, ITEM_NAME, i, run);
    item->group = sure;
    item->ranked = rank;
    return run;
}

/* A capitalised word that does not open a sentence with a verb or a small word: `Dự Đại hội`, `Theo Trung
 * tá`. */
bool chunk_may_be_name(const Chunker *c, const Found *f, size_t i)
{
    const Token *t = &c->t[i];
    uint32_t value;
    if (t->type != TOKEN_WORD || !(t->flags & TOKEN_CAP))
        return false;
    if (i > 0 && !(t->flags & TOKEN_SPACE) && c->text.p[t->at - 1] == '/')
        return false; /* T/M BAN THƯỜNG VỤ */
    if (vouched(c))
        return true;
    size_t act = chunk_found(f, NAMES_ACT, &value);
    size_t words;
    bool word = act || link_at(c->links, c->t, c->to, i, &words);
    bool opens = c->n == 0 || chunk_last(c, 0)->type == ITEM_MARK;
    if (act >= 2 || (word && person_run(c->t, c->to, i, 2) == 1) || (act && chunk_all_upper(c, i)))
        return false;
    return !(word && opens && !person_surname(c->persons, t));
}
