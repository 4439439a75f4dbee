/* SPDX-License-Identifier: ISC */
/* One pass over the items of a sentence. Posts wait before a name (`Bí thư Tỉnh ủy A`), are given to the open
 * persons behind one (`A, B - Tỉnh ủy viên`), or belong to all of a group (`các Phó Chủ tịch UBND tỉnh: A,
 * B`). */
#include "mention.h"

#include <stdlib.h>

enum { WAITING = 16, REACH = 64, SOON = 8, LATER = 30 };

typedef struct {
    const Post *post;
    Status status;
    bool stated;
} Waiting;

typedef struct {
    Mentions *all;
    Item *items;
    size_t n, k; /* items; the one at hand */
    const Post *posts;
    size_t record;
    Waiting wait[WAITING]; /* posts before a name */
    size_t n_wait;
    bool wait_event; /* they are what someone named later is appointed to or leaves */
    Waiting group[WAITING];
    size_t n_group;
    bool group_honor;             /* those of the group have words of address */
    size_t agent_of, agent_of_to; /* mentions that the open person does something to: `được bà B bổ nhiệm` */
    size_t open, open_to;         /* mentions that the next post behind them belongs to */
    bool near;                    /* nothing but marks since the open persons or their posts */
    bool posted;                  /* the open persons have a post behind their names */
    size_t gap;                   /* other items since then */
    Status before;                /* nguyên, quyền … */
    bool before_on, cover_on;
    Status cover; /* of the posts that follow in this run */
    Status event; /* bổ nhiệm, thôi giữ … */
    bool event_on, take, chain, leaves;
} Linker;

void mentions_clear(Mentions *all)
{
    all->n = all->n_held = 0;
}

void mentions_free(Mentions *all)
{
    free(all->m);
    free(all->held);
}

static void hold(Mentions *all, size_t mention, const Waiting *w)
{
    Mention *m = &all->m[mention];
    all->held = array_room(all->held, &all->held_cap, all->n_held, sizeof *all->held);
    uint32_t at = (uint32_t)all->n_held++;
    all->held[at] = (Held){*w->post, w->status, w->stated, NO_HELD};
    if (m->first == NO_HELD)
        m->first = at;
    else
        all->held[m->last].next = at;
    m->last = at;
}

static const Item *item(const Linker *l, size_t k)
{
    static const Item none = {.type = ITEM_OTHER};
    return k < l->n ? &l->items[k] : &none;
}

static const Item *back(const Linker *l, size_t by)
{
    return l->k >= by ? item(l, l->k - by) : item(l, l->n);
}

static bool is_mark(const Item *i, char mark)
{
    return i->mark == mark;
}

static bool is_link(const Item *i, uint32_t links)
{
    return i->links & links;
}

/* Does the post at item k stand right before a name: `Bí thư Tỉnh ủy A`, `Chủ tịch UBND xã, ông A`? */
static bool leads_directly(const Linker *l, size_t k)
{
    if (is_link(item(l, k + 1), LINK_IS)) /* Bí thư Huyện ủy là đồng chí A */
        k++;
    if (item(l, k + 1)->type == ITEM_HONOR)
        k++;
    return item(l, k + 1)->type == ITEM_NAME;
}

/* The same through further posts: `Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh A`. */
static bool leads(const Linker *l, size_t k)
{
    for (size_t steps = 0; steps < WAITING; steps++) {
        if (leads_directly(l, k))
            return true;
        const Item *joint = item(l, k + 1);
        if (!is_mark(joint, ',') && !is_mark(joint, '-') && !is_link(joint, LINK_DOUBLE))
            return false;
        k += 2;
        if (is_link(item(l, k), LINK_DOUBLE))
            k++;
        if (item(l, k)->type == ITEM_STATUS && item(l, k)->use == USE_BEFORE)
            k++;
        if (item(l, k)->type != ITEM_POST || item(l, k)->group)
            return false;
    }
    return false;
}

static void wait_for_name(Linker *l, const Waiting *w)
{
    if (l->n_wait < WAITING)
        l->wait[l->n_wait++] = *w;
}

static void give_open(Linker *l, const Waiting *w)
{
    for (size_t m = l->open; m < l->open_to; m++)
        hold(l->all, m, w);
    l->near = true;
    l->posted = true;
    l->gap = 0;
}

/* ---- posts -----------------------------------------------------------------------------------------------
 */

/* Is someone said later in the sentence to take a post: `bổ nhiệm Phó Giám đốc A giữ chức Giám đốc`? */
static bool takes_later(const Linker *l)
{
    for (size_t k = l->k + 1; k < l->n && k < l->k + REACH; k++)
        if (item(l, k)->type == ITEM_STATUS && item(l, k)->use == USE_TAKE)
            return true;
    return false;
}

static Waiting waiting(Linker *l)
{
    Waiting w = {&l->posts[item(l, l->k)->index], STATUS_HOLDS, false};
    if (l->before_on) {
        w.status = l->before;
        w.stated = true;
        l->before_on = false;
        l->cover_on = w.status == STATUS_FORMER;
        l->cover = w.status;
    } else if (l->cover_on) {
        w.status = l->cover;
    }
    if (w.post->acting && !w.stated) {
        w.status = STATUS_ACTING;
        w.stated = true;
    }
    return w;
}

/* `giữ chức Chủ tịch UBND huyện`, `thôi giữ chức Ủy viên đối với ông A`. */
static void event_post(Linker *l, Waiting w)
{
    if (l->event == STATUS_HOLDS && !l->event_on && !w.post->body.kind)
        return; /* do ông A làm Tổ trưởng */
    if (!w.stated) {
        w.status = l->event;
        w.stated = true;
    }
    l->chain = true;
    l->event_on = false;
    bool to_someone = is_link(item(l, l->k + 1), LINK_TO) &&
                      (item(l, l->k + 2)->type == ITEM_HONOR || item(l, l->k + 2)->type == ITEM_NAME);
    if (to_someone) { /* cho thôi giữ chức Ủy viên đối với ông A */
        wait_for_name(l, &w);
        l->wait_event = true;
        return;
    }
    if (leads_directly(l, l->k)) {
        if (w.status == STATUS_APPOINTED && takes_later(l))
            w.status = STATUS_HOLDS;
        wait_for_name(l, &w);
    } else if (l->agent_of < l->agent_of_to) {
        l->open = l->agent_of;
        l->open_to = l->agent_of_to;
        give_open(l, &w);
    } else if (l->open < l->open_to) {
        give_open(l, &w);
    } else {
        wait_for_name(l, &w);
        l->wait_event = true;
    }
}

/* Does the post at hand, which leads to a name behind it, still belong to the person before it? */
static bool belongs_before(const Linker *l)
{
    const Item *joint = back(l, 1);
    if (joint->type == ITEM_STATUS)
        joint = back(l, 2);
    if (!is_mark(joint, ',') && !is_mark(joint, '-') && !is_mark(joint, '('))
        return false;
    if (l->all->m[l->open].before)
        return false;
    return !leads_directly(l, l->k);
}

/* `cựu Giám đốc A và cựu Kế toán trưởng`: someone else. */
static bool begins_anew(const Linker *l)
{
    const Item *joint = back(l, 1);
    if (joint->type == ITEM_STATUS)
        joint = back(l, 2);
    return is_link(joint, LINK_AND);
}

/* Does a post of the person before item k stand there: `, Giám đốc Sở Y tế`? Behind a semicolon it is
 * another's.
 */
static bool posted_behind(const Linker *l, size_t k)
{
    return item(l, k)->type == ITEM_MARK && !is_mark(item(l, k), ';') && item(l, k + 1)->type == ITEM_POST;
}

/* `Bí thư Huyện ủy A, Phó Chủ tịch UBND huyện, bà B, dự`: the post at hand is of who follows. */
static bool leads_apposed(const Linker *l)
{
    const Item *joint = item(l, l->k + 1), *name = item(l, l->k + 2);
    size_t k = l->k + 3;
    if (name->type == ITEM_HONOR)
        name = item(l, k++);
    else if (!name->ranked)
        return false;
    return (is_mark(joint, ',') || is_mark(joint, '-')) && name->type == ITEM_NAME && !posted_behind(l, k);
}

/* `đồng chí A và đồng chí B, các Phó Chủ tịch UBND tỉnh`: is the post of all that of who stands before? */
static bool behind_persons(const Linker *l)
{
    const Item *next = item(l, l->k + 1);
    size_t joint = back(l, 1)->type == ITEM_STATUS ? 3 : 2;
    return l->near && !l->posted && l->open + 1 < l->open_to && is_link(back(l, joint - 1), LINK_GROUP) &&
           (is_mark(back(l, joint), ',') || is_mark(back(l, joint), '-')) && !is_mark(next, ':') &&
           next->type != ITEM_NAME;
}

static void on_post(Linker *l)
{
    const Item *post = item(l, l->k);
    bool expected = l->take || l->chain;
    l->take = false;
    if (!post->group && is_link(back(l, 1), LINK_PASSIVE) && !leads(l, l->k)) {
        l->near = false; /* được Thủ tướng phê chuẩn */
        return;
    }
    Waiting w = waiting(l);
    if (expected) {
        event_post(l, w);
        return;
    }
    if (post->group && behind_persons(l)) {
        give_open(l, &w);
        return;
    }
    if (post->group) {
        size_t joint = back(l, 1)->type == ITEM_STATUS ? 2 : 1;
        if (l->n_group && !is_mark(back(l, joint), ','))
            l->n_group = 0;
        if (l->n_group < WAITING)
            l->group[l->n_group++] = w;
        l->group_honor = false;
        l->near = false;
        return;
    }
    bool person = l->near && l->open < l->open_to && back(l, 1)->type != ITEM_HONOR && !begins_anew(l);
    bool leading = leads(l, l->k) || (person && l->all->m[l->open].before && leads_apposed(l));
    if (person && (!leading || belongs_before(l))) {
        give_open(l, &w);
        return;
    }
    if (l->wait_event && back(l, 1)->type != ITEM_HONOR && !is_link(back(l, 1), LINK_TO)) {
        l->n_wait = 0;
        l->wait_event = false;
    }
    if (!(is_link(back(l, 1), LINK_STEAD) && !leads_directly(l, l->k)))
        wait_for_name(l, &w); /* not in `ủy quyền của Thủ tướng, Bộ trưởng A` */
    if (!leading)
        l->near = false;
}

/* ---- names -----------------------------------------------------------------------------------------------
 */

/* Is the name one that a street or a ceremony bears: `tượng đài đồng chí A`, `Ngày sinh Chủ tịch B`? */
static bool remembered(const Linker *l)
{
    size_t k = l->k;
    for (size_t steps = 0; k > 0 && steps < 4; steps++, k--) {
        const Item *i = item(l, k - 1);
        if (is_link(i, LINK_MEMORY))
            return true;
        if (i->type != ITEM_POST && i->type != ITEM_HONOR && i->type != ITEM_STATUS &&
            !is_link(i, LINK_GROUP | LINK_OF))
            return false;
    }
    return false;
}

/* `Bí thư Đảng ủy xã - ông A`, `Chủ tịch UBND xã, ông A`. */
static bool apposes(const Item *i)
{
    return is_mark(i, ',') || is_mark(i, '-');
}

/* Do the posts that wait belong to the name at hand? */
static bool takes_waiting(const Linker *l)
{
    const Item *one = back(l, 1), *two = back(l, 2), *three = back(l, 3);
    if (one->type == ITEM_POST || (one->type == ITEM_HONOR && two->type == ITEM_POST))
        return true;
    if (l->wait_event)
        return (one->type == ITEM_HONOR && is_link(two, LINK_TO)) ||
               (is_mark(one, ':') && two->type == ITEM_HONOR && is_link(three, LINK_TO | LINK_LEAD));
    if ((is_link(one, LINK_IS) && two->type == ITEM_POST) ||
        (one->type == ITEM_HONOR && is_link(two, LINK_IS) && three->type == ITEM_POST))
        return true;
    if (is_mark(one, ':') && two->type == ITEM_POST)
        return true;
    /* "Chủ tịch UBND thành phố Sa Đéc, ông A, cho biết", not "của Chủ tịch UBND tỉnh, ông A, Giám đốc" */
    bool ranked = item(l, l->k)->ranked && apposes(one) && two->type == ITEM_POST;
    if (ranked || (one->type == ITEM_HONOR && apposes(two) && three->type == ITEM_POST)) {
        size_t post = ranked ? 2 : 3;
        bool opens = ranked || l->k == post || is_link(back(l, post + 1), LINK_AND) ||
                     (back(l, post + 1)->type == ITEM_MARK && !is_mark(back(l, post + 1), '(')) ||
                     back(l, post + 1)->type == ITEM_STATUS;
        return opens && !posted_behind(l, l->k + 1);
    }
    return false;
}

static Address address(const Linker *l)
{
    const Item *one = back(l, 1), *two = back(l, 2);
    if (one->type == ITEM_HONOR)
        return (Address)one->address;
    if (two->type == ITEM_HONOR && (is_mark(one, ':') || one->type == ITEM_POST))
        return (Address)two->address;
    for (size_t k = 2; is_mark(one, ':') && k < 6; k++) { /* các đồng chí Thường trực Tỉnh ủy: A, B */
        const Item *i = back(l, k);
        if (i->type == ITEM_HONOR)
            return (Address)i->address;
        if (i->type != ITEM_BODY && i->type != ITEM_OTHER && i->type != ITEM_STATUS && i->type != ITEM_LINK)
            break;
    }
    /* the address of a list is that of all in it */
    if ((is_mark(one, ',') || is_mark(one, ';') || is_link(one, LINK_AND)) && l->near &&
        l->open < l->open_to && l->n_wait == 0)
        return l->all->m[l->open_to - 1].address;
    return ADDRESS_NONE;
}

/* The name at hand is a mention: which. */
static size_t new_mention(Linker *l)
{
    Mentions *all = l->all;
    all->m = array_room(all->m, &all->cap, all->n, sizeof *all->m);
    all->m[all->n] = (Mention){.record = l->record,
                               .from = item(l, l->k)->from,
                               .to = item(l, l->k)->to,
                               .first = NO_HELD,
                               .last = NO_HELD,
                               .address = address(l),
                               .remembered = remembered(l)};
    l->items[l->k].index = (uint32_t)all->n;
    return all->n++;
}

static void on_name(Linker *l)
{
    Mentions *all = l->all;
    const Item *one = back(l, 1);
    const Item *joint = one->type == ITEM_HONOR ? back(l, 2) : one;
    bool goes_on = l->near && !l->posted && l->open < l->open_to &&
                   (is_mark(joint, ',') || is_link(joint, LINK_AND)) && !all->m[l->open].before &&
                   (one->type != ITEM_HONOR || all->m[l->open].address);
    size_t at = new_mention(l);
    if (one->type == ITEM_HONOR && is_mark(back(l, 2), ':') && back(l, 3)->type == ITEM_POST)
        l->group_honor = true; /* Phó Chủ tịch: bà A, ông B */
    bool grouped = l->n_group && (one->type != ITEM_HONOR || l->group_honor);
    if (l->wait_event && is_mark(one, ':') && takes_waiting(l)) { /* đối với các ông: A, …; B */
        memcpy(l->group, l->wait, l->n_wait * sizeof *l->wait);
        l->n_group = l->n_wait;
        l->n_wait = 0;
        l->wait_event = false;
        grouped = true;
    }
    if (l->n_wait && takes_waiting(l)) {
        for (size_t i = 0; i < l->n_wait; i++)
            hold(all, at, &l->wait[i]);
        all->m[at].before = true;
        goes_on = false;
    }
    for (size_t i = 0; grouped && i < l->n_group; i++)
        hold(all, at, &l->group[i]);
    if (!grouped)
        l->n_group = 0;
    if (all->m[at].before || !l->wait_event)
        l->n_wait = 0;
    if (all->m[at].before)
        l->wait_event = false;
    bool agent = is_link(joint, LINK_PASSIVE) && l->open < l->open_to;
    l->agent_of = agent ? l->open : 0;
    l->agent_of_to = agent ? l->open_to : 0;
    if (!goes_on)
        l->open = at;
    l->open_to = at + 1;
    l->near = true;
    l->posted = false;
    l->gap = 0;
    l->cover_on = l->before_on = l->chain = l->take = false;
    l->leaves = l->event_on && l->event == STATUS_LEFT;
    if (l->leaves) { /* Quyết định nghỉ hưu cho đồng chí B, Phó Chánh Văn phòng */
        l->cover_on = true;
        l->cover = STATUS_LEFT;
    }
}

/* ---- status ----------------------------------------------------------------------------------------------
 */

static void leave_all(Linker *l)
{
    for (size_t m = l->open; m < l->open_to; m++)
        for (uint32_t h = l->all->m[m].first; h != NO_HELD; h = l->all->held[h].next)
            if (!l->all->held[h].stated)
                l->all->held[h].status = STATUS_LEFT;
}

/* Does `cho đồng chí A` follow in the same phrase? */
static bool for_someone(const Linker *l)
{
    size_t k = l->k + 1;
    while (item(l, k)->type == ITEM_OTHER && k < l->n)
        k++;
    const Item *next = item(l, k + 1);
    return is_link(item(l, k), LINK_TO) && (next->type == ITEM_HONOR || next->type == ITEM_NAME);
}

/* `cho đồng chí A thôi giữ chức để nghỉ hưu`: what is left is not said, it is what stood before. */
static bool leaves_all(const Linker *l, const Item *s)
{
    const Item *next = item(l, l->k + 1);
    bool leaves = s->status == STATUS_LEFT || (s->use == USE_TAKE && l->take && l->event == STATUS_LEFT);
    bool over = l->k + 1 >= l->n || is_mark(next, ',') || is_mark(next, ';') || is_link(next, LINK_STOP);
    return leaves && over && l->open < l->open_to && (l->near || l->gap <= 2);
}

static void on_status(Linker *l)
{
    const Item *s = item(l, l->k);
    bool to_someone = is_link(item(l, l->k + 1), LINK_TO);
    if (s->use == USE_BEFORE) {
        const Item *next = item(l, l->k + 1);
        if (is_mark(next, ':')) /* từng giữ các chức vụ: Chánh Văn phòng …; Phó Chủ tịch … */
            next = item(l, l->k + 2);
        bool word_before =
            back(l, 1)->type == ITEM_OTHER && l->k > 0 && s->status == STATUS_ACTING; /* thẩm quyền */
        if (next->type == ITEM_POST && !word_before) {
            l->before = (Status)s->status;
            l->before_on = true;
            /* được giao quyền Giám đốc; giữ chức Giám đốc từ năm 2021, trước đó là Phó Giám đốc */
            bool said = s->status == STATUS_ACTING || (s->status == STATUS_FORMER && s->to - s->from > 1 &&
                                                       l->gap <= (is_mark(back(l, 1), ',') ? LATER : SOON));
            if (said && l->open < l->open_to && !l->near) {
                l->event = (Status)s->status;
                l->take = true;
            }
        } else {
            l->near = false;
        }
        return;
    }
    if (s->ends && l->open == l->open_to)
        to_someone = to_someone || for_someone(l); /* Trao quyết định nghỉ hưu hưởng chế độ cho đồng chí A */
    if (s->ends && !to_someone) {
        if (l->open < l->open_to && (l->near || l->gap <= 2))
            leave_all(l);
        return;
    }
    if (leaves_all(l, s)) {
        leave_all(l);
        return;
    }
    bool held_back = l->event_on && l->event == STATUS_HOLDS; /* giới thiệu để HĐND bầu giữ chức */
    if (s->use == USE_VERB && !held_back)
        l->event = (Status)s->status;
    else if (s->use == USE_TAKE && !l->event_on)
        l->event = (Status)s->status;
    if (s->use == USE_VERB)
        l->event_on = true;
    l->take = true;
    l->chain = false;
    l->near = false;
    if (s->use == USE_TAKE && l->leaves)
        l->leaves = false;
}

static void on_mark(Linker *l)
{
    char mark = item(l, l->k)->mark;
    if (mark == ';') {
        if (!l->posted) /* các Phó Chủ tịch UBND: A, B; C - Giám đốc Công an */
            l->n_group = 0;
        l->event_on = l->take = l->chain = false;
        if (l->wait_event || !l->near)
            l->n_wait = 0;
        l->wait_event = false;
        if (!l->near)
            l->open = l->open_to = l->all->n;
        l->posted = l->open < l->open_to; /* a name behind it begins anew */
    } else if (mark == '"' || (mark == ':' && !l->n_group)) {
        const Item *before = back(l, 1); /* Các đồng chí: A, B; từng giữ các chức vụ: Bí thư … */
        if (before->type != ITEM_HONOR && before->type != ITEM_STATUS && !l->n_wait)
            l->near = false;
    }
}

static void on_other(Linker *l)
{
    const Item *i = item(l, l->k);
    if (is_link(i, LINK_PASSIVE)) /* làm Bí thư Huyện ủy, được Chủ tịch UBND tỉnh A khen */
        l->chain = l->take = false;
    if (is_link(i, LINK_AND | LINK_DOUBLE | LINK_GROUP | LINK_ADVERB | LINK_PASSIVE))
        return;
    if (is_link(i, LINK_LEAD) && l->near) /* A là Bí thư Tỉnh ủy */
        return;
    if (is_link(i, LINK_IS) && back(l, 1)->type == ITEM_POST && l->n_wait)
        return;
    if (i->type == ITEM_HONOR) {
        l->chain = false;
        return;
    }
    if (is_link(i, LINK_TO) && l->wait_event) {
        l->take = l->chain = false;
        return;
    }
    l->near = l->take = l->chain = l->before_on = l->cover_on = false;
    l->n_group = 0;
    if (!l->wait_event)
        l->n_wait = 0;
    l->gap += i->to - i->from;
}

void mentions_link(Mentions *all, Item *items, size_t n, const Post *posts, size_t record)
{
    Linker l = {.all = all,
                .items = items,
                .n = n,
                .posts = posts,
                .record = record,
                .open = all->n,
                .open_to = all->n};
    for (l.k = 0; l.k < n; l.k++) {
        switch (items[l.k].type) {
        case ITEM_POST:
            on_post(&l);
            break;
        case ITEM_NAME:
            on_name(&l);
            break;
        case ITEM_STATUS:
            on_status(&l);
            break;
        case ITEM_MARK:
            on_mark(&l);
            break;
        default:
            on_other(&l);
            break;
        }
    }
}
