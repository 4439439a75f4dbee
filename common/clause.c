/* SPDX-License-Identifier: ISC */
/* What the persons of a sentence do: a verb belongs to the persons before it, a verb that opens a clause or
 * leads to persons (`Dự hội nghị có A, B`) to those behind it. */
#include "mention.h"

enum { FAR = 30 }; /* items between a person and the verb */

typedef struct {
    Mentions *all;
    const Item *items;
    size_t n, k;
    size_t from, to;      /* the clause's subject: mentions */
    size_t last, last_to; /* the subject of the clause before, which had a verb */
    size_t obj, obj_to;   /* the persons last named, when they are no subject */
    bool object;          /* the last chunk of persons is an object */
    bool of_object;       /* behind của */
    bool asked;           /* it is asked to do something: `yêu cầu ông B giải trình` */
    bool apposed;         /* it stands in an apposition to the subject: `ông B, con trai ông A, nói` */
    bool inside;          /* in a chunk of persons */
    bool closed;          /* no later verb is the subject's */
    bool verb;            /* the subject has a verb */
    size_t gap;           /* items since the persons or the verb */
    uint8_t intro;        /* verbs before any person of the clause */
    uint8_t opening;      /* of these, those that open it */
    uint8_t first;        /* verbs that open the sentence */
    uint8_t since;        /* verbs given to the subject since the last comma */
    uint8_t added;        /* of these, those it had not before */
    bool listed;          /* the intro leads to persons: `Dự hội nghị có …` */
    bool persons;         /* someone was named in the sentence */
    bool told;            /* others are told to do what follows, unless it is said */
    bool bracket;         /* in round brackets that close */
    bool quoted;          /* behind a quote that opens, at item `quote` */
    size_t quote;
    size_t subject; /* the item that the subject begins at */
    bool start;     /* at the beginning of the clause or behind its comma */
} Clause;

static const Item *at(const Clause *c, size_t k)
{
    static const Item none = {.type = ITEM_OTHER};
    return k < c->n ? &c->items[k] : &none;
}

static bool mark(const Item *i, char m)
{
    return i->mark == m;
}

static bool link(const Item *i, uint32_t links)
{
    return i->links & links;
}

static void give(Clause *c, size_t from, size_t to, uint8_t acts)
{
    for (size_t m = from; m < to; m++)
        c->all->m[m].acts |= acts & (uint8_t)~ACT_ENDS;
}

/* The item that leads to the chunk of persons that item k begins; marks and `các` between are passed over,
 * the last mark is told. */
static const Item *leader(const Clause *c, size_t k, char *sep)
{
    *sep = 0;
    while (k > 0) {
        const Item *i = at(c, k - 1);
        if (i->type == ITEM_MARK && !*sep)
            *sep = i->mark;
        else if (i->type == ITEM_MARK || i->type == ITEM_POST || i->type == ITEM_HONOR ||
                 i->type == ITEM_STATUS || link(i, LINK_GROUP) || i->type == ITEM_BODY) {
            if (*sep && *sep != ':')
                return i;
        } else {
            return i;
        }
        k--;
    }
    return NULL;
}

static void new_subject(Clause *c, size_t m, uint8_t acts)
{
    c->from = m;
    c->to = m + 1;
    c->subject = c->k;
    c->object = c->closed = c->verb = c->told = false;
    c->since = c->added = 0;
    give(c, m, m + 1, acts);
}

/* `dưới sự chủ trì của`, `có sự tham dự của`, `Đó là khẳng định của`: does the link stand right behind what
 * persons do there? Not behind what they said or wrote elsewhere: `trước băn khoăn của`, `qua báo cáo của`.
 */
static bool after_verb(const Clause *c, const Item *lead)
{
    if (lead == c->items || lead[-1].type != ITEM_ACT)
        return false;
    const Item *first = lead - 1;
    while (first > c->items && first[-1].type == ITEM_ACT)
        first--;
    return lead[-1].acts & (ACT_CHAIR | ACT_ATTEND) || (first > c->items && link(first - 1, LINK_IS));
}

/* `sai phạm của bà A, Bí thư Tỉnh ủy B nói`: does the one at hand, behind a post, begin anew? */
static bool behind_comma(const Clause *c)
{
    size_t k = c->k;
    while (k > 0 && (at(c, k - 1)->type == ITEM_POST || at(c, k - 1)->type == ITEM_HONOR))
        k--;
    return k > 0 && mark(at(c, k - 1), ',');
}

/* `đối với`, `kỷ luật đối với hai trường hợp:`: something is done to those who follow. */
static bool aimed_at(const Clause *c, const Item *lead)
{
    for (size_t back = 0; back < 4 && lead >= c->items + back; back++) {
        const Item *i = lead - back;
        if (link(i, LINK_TO | LINK_OF))
            return true;
        if (i->type != ITEM_OTHER && i->type != ITEM_LINK)
            return false;
    }
    return false;
}

/* `Công bố quyết định: điều động đồng chí A`: something is done to the person at hand. */
static bool moved(const Clause *c)
{
    size_t k = c->k;
    while (k > 0 && (at(c, k - 1)->type == ITEM_HONOR || link(at(c, k - 1), LINK_GROUP)))
        k--;
    return k > 0 && at(c, k - 1)->type == ITEM_STATUS && at(c, k - 1)->use == USE_VERB;
}

static void begin_persons(Clause *c, size_t m)
{
    char sep;
    const Item *lead = leader(c, c->k, &sep);
    bool fresh = c->from == c->to;
    bool leads = lead && (link(lead, LINK_LEAD) || (sep == ':' && !aimed_at(c, lead)));
    if (lead && link(lead, LINK_AFTER)) {
        new_subject(c, m, ACT_SPEAK);
    } else if (lead && lead->type == ITEM_ACT && lead->acts == ACT_ENDS && !sep) {
        new_subject(c, m, 0); /* giao Giám đốc Sở Tài chính A chủ trì */
        c->closed = true;
    } else if (moved(c)) {
        c->object = true;
        c->of_object = c->asked = c->apposed = false;
        c->obj = m;
        c->obj_to = m + 1;
    } else if (lead && link(lead, LINK_OF | LINK_TO) && (!sep || sep == ':') && fresh &&
               !(link(lead, LINK_OF) && after_verb(c, lead))) {
        c->object = true; /* phân tích vi phạm của ông A và kết luận */
        c->of_object = link(lead, LINK_OF);
        c->asked = c->apposed = false;
        c->obj = m;
        c->obj_to = m + 1;
    } else if (fresh) {
        bool of = lead && link(lead, LINK_OF) && after_verb(c, lead); /* dưới sự chủ trì của đồng chí A */
        uint8_t acts = leads || of || c->listed ? c->intro : sep == ',' || !lead ? c->opening : 0;
        if (sep == ';')
            acts |= c->first;
        new_subject(c, m, acts);
    } else if (lead && link(lead, LINK_LEAD) && c->verb) { /* A chủ trì hội nghị, cùng dự có B */
        uint8_t since = c->since;
        for (size_t i = c->from; i < c->to; i++)
            c->all->m[i].acts &= (uint8_t)~c->added;
        new_subject(c, m, since);
    } else if (!lead || sep == ',' || sep == '"' || sep == ';' || link(lead, LINK_BY) ||
               link(lead, LINK_AND) || leads) {
        /* `Dự hội nghị, về phía huyện có A; về phía xã có B`, `Dự có A; lãnh đạo các ban; B` */
        bool more = c->listed && !c->verb && (sep == ';' || sep == ':' || (lead && link(lead, LINK_LEAD)));
        new_subject(c, m, more ? c->intro : 0);
    } else {
        c->object = true;
        c->of_object = link(lead, LINK_OF);
        c->asked = lead->type == ITEM_ACT && lead->acts & ACT_ENDS;
        c->apposed = lead > c->items && mark(lead - 1, ',') && lead->type == ITEM_OTHER;
        c->obj = m;
        c->obj_to = m + 1;
    }
    c->inside = true;
    c->gap = 0;
}

static void on_name(Clause *c)
{
    size_t m = at(c, c->k)->index;
    if (!c->inside) {
        begin_persons(c, m);
    } else if (c->object && c->of_object && c->all->m[m].before && behind_comma(c)) {
        new_subject(c, m, 0);
    } else if (c->object) {
        c->obj_to = m + 1;
    } else {
        uint8_t shared = c->from < c->to ? c->all->m[c->from].acts : 0;
        c->to = m + 1;
        give(c, m, m + 1, shared);
    }
    c->gap = 0;
    c->start = false;
    c->persons = true;
}

/* `A giao các sở rà soát; yêu cầu các xã báo cáo`: the verb at hand opens a clause without persons, it is of
 * those of the clause before. */
static bool goes_on(const Clause *c)
{
    size_t k = c->k;
    while (k > 0 && link(at(c, k - 1), LINK_ADVERB | LINK_AND))
        k--;
    if (c->from < c->to || c->last == c->last_to || k == 0 || !mark(at(c, k - 1), ';'))
        return false;
    for (k = c->k + 1; k < c->n && !mark(at(c, k), ';'); k++)
        if (at(c, k)->type == ITEM_NAME || k > c->k + FAR)
            return false;
    return true;
}

/* `được UBND tỉnh tặng Bằng khen`: is something given to the subject? */
static bool received(const Clause *c)
{
    for (size_t k = c->k, steps = 0; k > 0 && steps < 6; steps++) {
        const Item *i = at(c, --k);
        if (link(i, LINK_PASSIVE))
            return true;
        if (i->type != ITEM_BODY && i->type != ITEM_POST && i->type != ITEM_OTHER && !mark(i, ',') &&
            !link(i, LINK_AND | LINK_NONAME))
            return false;
    }
    return false;
}

/* Is the verb at hand, which does these acts, that of others than the subject, or no verb? */
static bool of_others(const Clause *c, uint8_t acts)
{
    const Item *verb = at(c, c->k), *before = at(c, c->k - 1);
    /* xem xét báo cáo của; but: dưới sự chủ trì của */
    bool noun = link(at(c, c->k + 1), LINK_OF) && verb->to - verb->from <= 2 && c->k > 0 &&
                before->type == ITEM_OTHER;
    /* trò chuyện với các đại biểu dự hội nghị */
    bool guests = before->type == ITEM_POST && before->group && c->k > 2 && link(at(c, c->k - 3), LINK_TO);
    /* giao Sở Y tế chủ trì, but: thay mặt Bộ Chính trị điều hành */
    bool others = before->type == ITEM_BODY && c->verb && c->k > 1 && !link(at(c, c->k - 2), LINK_ADVERB);
    bool theirs = c->told && !(acts & ACT_SPEAK); /* giao các sở chủ trì, báo cáo */
    /* được trao Huy hiệu Đảng, được UBND tỉnh tặng Bằng khen */
    bool passive = c->k > 0 && (link(before, LINK_PASSIVE) || (acts == ACT_PRESENT && received(c)));
    /* bà A mong “đừng ngồi phòng máy lạnh viết báo cáo”, but: “sau khi đồng chí B chỉ đạo” */
    bool called = c->object && c->gap == 0;
    bool theirs_said = c->quoted && c->from < c->to && c->subject < c->quote && !called;
    return (noun && c->from < c->to) || c->bracket || others || guests || theirs || theirs_said || passive;
}

/* The subject does these acts, if the verb at hand is near enough to be its own. */
static void subject_acts(Clause *c, uint8_t acts)
{
    const Item *before = at(c, c->k - 1);
    bool joined =
        c->k > 0 && (before->type == ITEM_ACT || mark(before, ',') || link(before, LINK_AND | LINK_ADVERB));
    bool reached = c->verb || c->object ? joined : c->listed ? c->gap < 2 : c->gap < FAR;
    if (c->closed || !reached)
        return;
    c->since |= acts;
    c->added |= acts & (uint8_t)~c->all->m[c->from].acts;
    give(c, c->from, c->to, acts);
    c->verb = true;
    c->object = false;
    c->told = acts == ACT_ENDS;
    c->closed = acts & ACT_ENDS && !c->told;
    c->gap = 0;
}

static void on_act(Clause *c)
{
    uint8_t acts = at(c, c->k)->acts;
    const Item *before = at(c, c->k - 1);
    if (acts && goes_on(c)) {
        c->from = c->last;
        c->to = c->last_to;
        c->gap = 0;
    }
    if (!acts) /* A kiểm tra; B báo cáo */
        c->inside = false;
    if (!acts || (c->k > 0 && link(before, LINK_EVENT))) /* dự lễ phát động, hội nghị công bố */
        return;
    if (of_others(c, acts)) {
        c->inside = c->start = false;
        return;
    }
    bool back = c->apposed && mark(before, ',');
    if (c->object && c->gap == 0 && !back && !link(before, LINK_AND)) { /* mời đồng chí A phát biểu */
        if (!c->asked)
            give(c, c->obj, c->obj_to, acts);
    } else if (c->from < c->to) {
        subject_acts(c, acts);
    } else {
        c->intro |= acts;
        if (c->start)
            c->opening |= acts;
        if (c->start && !c->persons)
            c->first |= acts;
    }
    c->inside = false;
    c->start = false;
}

/* `“Kỷ luật ông A” - thông báo nêu rõ`: who is named within a quotation says nothing outside it. */
static void on_quote(Clause *c)
{
    c->quoted = !c->quoted;
    if (!c->quoted && c->from < c->to && c->subject >= c->quote)
        c->from = c->to = 0;
    if (!c->quoted)
        c->object = false;
    c->quote = c->k;
}

/* Does a ) follow the ( at hand? */
static bool closes(const Clause *c)
{
    for (size_t k = c->k + 1; k < c->n && k < c->k + FAR; k++)
        if (mark(at(c, k), ')'))
            return true;
    return false;
}

/* `Ông A, Giám đốc Sở Y tế: Số liệu trong báo cáo …`: what stands behind the colon is what he says. */
static bool speaks(const Clause *c)
{
    ItemType before = (ItemType)at(c, c->k - 1)->type, next = (ItemType)at(c, c->k + 1)->type;
    return (before == ITEM_NAME || before == ITEM_POST) && next != ITEM_NAME && next != ITEM_HONOR &&
           next != ITEM_STATUS && next != ITEM_MARK;
}

/* `A kết luận: các xã phải báo cáo`, `A có khuyết điểm sau: chậm báo cáo`: what is said or counted up
 * follows. */
static bool words_follow(const Clause *c)
{
    const Item *before = at(c, c->k - 1);
    ItemType next = (ItemType)at(c, c->k + 1)->type;
    return (before->type == ITEM_OTHER || (before->type == ITEM_ACT && before->acts & ACT_SPEAK)) &&
           next != ITEM_NAME && next != ITEM_HONOR && next != ITEM_POST && next != ITEM_STATUS;
}

static void on_mark(Clause *c)
{
    char m = at(c, c->k)->mark;
    if (m == ';' && c->verb) {
        c->last = c->from;
        c->last_to = c->to;
        c->from = c->to = 0;
        c->intro = c->opening = 0;
        c->listed = false;
        c->object = c->closed = c->verb = false;
        c->since = c->added = 0;
    }
    if (m == ';' && c->from == c->to) { /* only what opens the sentence leads on: Dự có các sở; đồng chí A */
        c->intro &= c->first;
        c->listed = c->listed && c->intro;
    }
    if (m == ';' || m == '"')
        c->inside = c->inside && m == ';';
    if (m == '"')
        on_quote(c);
    if (m == ':' && c->from < c->to && (speaks(c) || words_follow(c)))
        c->closed = true;
    if (m == '(' || m == ')') /* Quy chế của ông A (về quản trị, điều hành) */
        c->bracket = m == '(' && closes(c);
    if (m == ',' || m == ';' || m == '"')
        c->start = c->k == 0 || at(c, c->k - 1)->type != ITEM_ACT; /* lãnh đạo, chỉ đạo, điều hành */
    if (m == ',')
        c->since = c->added = 0;
}

static void on_other(Clause *c)
{
    const Item *i = at(c, c->k);
    bool small = link(i, LINK_ADVERB | LINK_PASSIVE | LINK_AND | LINK_GROUP | LINK_DOUBLE);
    if (c->inside && link(i, LINK_CUT)) /* Bí thư Huyện ủy A Chiều nay 25-5, huyện …: a full stop was lost */
        c->from = c->to = 0;
    if (!c->inside && c->from == c->to && link(i, LINK_CUT)) /* Công bố kết quả kiểm tra Ngày 25/5, … */
        c->intro = c->opening = c->first = 0;
    if (c->inside && link(i, LINK_LEAD) && c->from < c->to && !c->object)
        c->closed = true; /* A là cán bộ trẻ … */
    bool guests = link(i, LINK_OF) && c->intro == ACT_ATTEND && after_verb(c, i); /* có sự tham dự của */
    if (c->k == 0 && link(i, LINK_SIDE)) /* Về phía huyện có đồng chí A */
        c->intro |= ACT_ATTEND;
    bool opens = c->opening || c->intro & (ACT_CHAIR | ACT_ATTEND); /* not: qua báo cáo, trên cương vị là */
    if ((guests || (link(i, LINK_LEAD) && opens)) && c->intro && c->from == c->to)
        c->listed = true;
    if (link(i, LINK_STOP)) {
        c->closed = c->verb || c->closed;
        if (c->from == c->to) /* Tin tưởng rằng …, đồng chí A sẽ */
            c->intro = c->opening = 0;
    }
    if (!link(i, LINK_AND | LINK_GROUP | LINK_DOUBLE))
        c->inside = false;
    if (!small) {
        c->start = false;
        c->gap += i->to - i->from;
    }
}

/* `…; các đồng chí nguyên lãnh đạo tỉnh dự`: people without names begin the clause. */
static bool unnamed(const Clause *c)
{
    size_t k = c->k > 0 && link(at(c, c->k - 1), LINK_GROUP) ? c->k - 1 : c->k;
    const Item *next = at(c, c->k + 1);
    return k > 0 && mark(at(c, k - 1), ';') && (next->type == ITEM_OTHER || next->type == ITEM_STATUS) &&
           !c->listed;
}

void mentions_acts(Mentions *all, const Item *items, size_t n)
{
    Clause c = {.all = all, .items = items, .n = n, .start = true};
    for (c.k = 0; c.k < n; c.k++) {
        switch (items[c.k].type) {
        case ITEM_NAME:
            on_name(&c);
            break;
        case ITEM_ACT:
            on_act(&c);
            break;
        case ITEM_MARK:
            on_mark(&c);
            break;
        case ITEM_HONOR:
            if (unnamed(&c))
                c.from = c.to = 0;
            c.start = false;
            break;
        case ITEM_POST: /* `Bí thư Tỉnh ủy tin tưởng …, đồng chí A`: the verb has its subject */
            c.start = false;
            break;
        case ITEM_STATUS:
            if (items[c.k].use != USE_BEFORE)
                on_other(&c);
            break;
        default:
            on_other(&c);
            break;
        }
    }
}
