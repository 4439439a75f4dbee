/* SPDX-License-Identifier: ISC */
/* Posts among the items: whose they are by what stands around them. */
#include "chunkread.h"

/* Does a person stand before, joined by marks only, so that a post here is behind its name? */
static bool person_before(const Chunker *c)
{
    size_t back = 0;
    bool mark = false;
    for (; back < 12; back++) {
        const Item *item = chunk_last(c, back);
        bool link = item->links & (LINK_LEAD | LINK_DOUBLE | LINK_ADVERB);
        if (back == 0 && item->type == ITEM_STATUS && item->use == USE_TAKE)
            return true; /* giữ chức Hiệu trưởng Trường … */
        if (link || (item->type == ITEM_MARK && item->mark != ';' && item->mark != ':'))
            mark = true;
        else if (item->type == ITEM_NAME) /* a name with its post before it leads to the next such pair */
            return mark && chunk_last(c, back + 1)->type != ITEM_POST;
        else if (item->type != ITEM_POST && item->type != ITEM_STATUS)
            return false;
    }
    return false;
}

/* `Trợ lý Tổng Bí thư`, `Thư ký nguyên Chủ tịch nước`: the second post is another's; it stands where the body
 * of the first does. */
static bool serves(Chunker *c, size_t i, const Post *post)
{
    size_t status = chunk_last(c, 0)->type == ITEM_STATUS ? 1 : 0;
    const Item *before = chunk_last(c, status);
    Post *first = before->type == ITEM_POST ? &c->posts[before->index] : NULL;
    if (!first || first->body.kind || chunk_last(c, 0)->to != i ||
        (status && before->to != chunk_last(c, 0)->from) ||
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
                   (i + 1 == c->to || chunk_mark(c, i + 1))
               ? 1
               : 0;
}

/* Is the post that ends at `end` that of all who follow? `các Phó Chủ tịch: A, B`, `các đồng chí nguyên Ủy
 * viên Trung ương Đảng, nguyên Bí thư Tỉnh ủy: A, B`. */
static bool of_group(const Chunker *c, size_t end)
{
    size_t k = chunk_last(c, 0)->type == ITEM_STATUS ? 1 : 0;
    const Item *before = chunk_last(c, k);
    if (before->mark == ',' && end < c->to && chunk_mark(c, end) == ':')
        return chunk_last(c, k + 1)->type == ITEM_POST && chunk_last(c, k + 1)->group;
    return (before->links & LINK_GROUP) || (before->type == ITEM_HONOR && before->group);
}

/* `Phó Giám đốc Sở Y tế phụ trách, …`: tokens of the word behind the body. */
static size_t stands_in(const Chunker *c, size_t i)
{
    size_t word;
    if (i >= c->to || !(link_at(c->links, c->t, c->to, i, &word) & LINK_ACTING))
        return 0;
    return i + word == c->to || chunk_mark(c, i + word) ? word : 0;
}

/* `Bí thư: Mùa A Páo; Phó Bí thư: Lò Văn Ún, Cà Thị Hỏa`: a post whose holders the colon behind it opens. */
static bool heads_list(const Chunker *c, size_t end)
{
    uint32_t value;
    size_t i = end + 1;
    const Item *before = chunk_last(c, 0);
    bool begins = c->n == 0 ||
                  (before->type == ITEM_MARK && (before->mark == ';' || (c->n == 1 && before->mark == '-')));
    if (!begins || end >= c->to || chunk_mark(c, end) != ':' || i >= c->to)
        return false;
    i += chunk_match(c, NAMES_HONOR, lexicon_begins(c->lexicon, c->t[i].word), i, &value);
    size_t run = person_run(c->t, c->to, i, PERSON_SYLLABLES), next = i + run;
    bool ends = next >= c->to || c->t[next].type == TOKEN_MARK || link_of(c->links, &c->t[next]) & LINK_AND;
    return ends && person_like(c->persons, c->text, c->t + i, run) >= 3; /* not `Bí thư: Ông A từng …` */
}

size_t chunk_post(Chunker *c, size_t i)
{
    Post post;
    size_t used = post_parse(c->posts_known, c->arena, c->text, c->t, c->to, i, !person_before(c), &post);
    if (!used)
        return 0;
    /* `Bí thư các huyện ủy`, `Chủ tịch UBND các huyện`: no one in particular */
    bool whole =
        post.body.kind == BODY_HEAD || post.body.kind == BODY_NAMED; /* Trưởng khoa Hồi sức cấp cứu */
    size_t next = i + used;
    size_t words;
    bool terms =
        next + 1 < c->to && link_at(c->links, c->t, c->to, next + 1, &words) & LINK_TERM; /* các khóa XI */
    if (!whole && !terms && next < c->to && link_of(c->links, &c->t[next]) & (LINK_PLURAL | LINK_HAMLET)) {
        chunk_other(c, i, used);
        return used;
    }
    if (serves(c, i, &post))
        return used;
    size_t acting = stands_in(c, i + used);
    post.acting = post.acting || acting;
    c->posts = array_room(c->posts, &c->posts_cap, c->n_posts, sizeof *c->posts);
    c->posts[c->n_posts] = post;
    bool group = of_group(c, i + used) || heads_list(c, i + used);
    Item *item = chunk_add(c, ITEM_POST, i, used);
    item->index = (uint32_t)c->n_posts++;
    item->group = group;
    return used + acting + lone_body(c, i + used, &post.body);
}
