/* SPDX-License-Identifier: ISC */
#include "order.h"

/* Splits a phrase at "và" and commas outside indicator phrases. */
static void split_order(const Scene *s, Span p, Order *order)
{
    *order = (Order){0};
    size_t from = p.from;
    for (size_t i = p.from; i <= p.to; i++) {
        const Hit *hit = i < p.to ? scene_hit(s, i) : NULL;
        bool cut = i == p.to || scene_mark(s, i, ',') || scene_word(s, i, STR("và"));
        if (!cut || (hit && hit->from < i && hit->to > i + 1))
            continue;
        if (order->n == ORDER_PARTS) {
            *order = (Order){0};
            return;
        }
        if (from < i)
            order->part[order->n++] = phrase_trim(s, (Span){from, i});
        from = i + 1;
    }
}

/* Do as many figures follow as there are parts, with nothing but commas and "và" between them? */
static bool answers(const Scene *s, size_t k, size_t n)
{
    if (n < 2 || k + n > s->n)
        return false;
    for (size_t i = k + 1; i < k + n; i++)
        if (s->f[i]->from - s->f[i - 1]->to > 4)
            return false;
    return true;
}

void order_next(const Scene *s, size_t k, Site *site, Order *order)
{
    if (order->next < order->n && span_empty(site->before)) {
        site->before = order->part[order->next++];
        return;
    }
    order->n = order->next = 0;
    if (!(site->verbs & ROLE_ORDER) || span_empty(site->before))
        return;
    split_order(s, site->before, order);
    if (answers(s, k, order->n))
        site->before = order->part[order->next++];
    else
        order->n = 0;
}

bool order_back(const Scene *s, size_t k, Site *sites, Order *order)
{
    size_t n = 1;
    if (order->left && span_empty(sites[k].before)) {
        order->left--;
        sites[k].carry = (long)(k - order->back);
        return true;
    }
    order->left = 0;
    if (!(sites[k].verbs & ROLE_ORDER) || !span_empty(sites[k].before) || !figure_relative(s->f[k]))
        return false;
    while (n < ORDER_PARTS && answers(s, k, n + 1))
        n++;
    if (n < 2 || k < n)
        return false;
    for (size_t i = k - n; i < k; i++)
        if (figure_relative(s->f[i]) || sites[i].carry != NO_FIGURE || sites[i].clause != sites[k].clause)
            return false;
    order->back = n;
    order->left = n - 1;
    sites[k].carry = (long)(k - n);
    return true;
}

void order_first(const Scene *s, size_t k, Site *sites, const Order *order)
{
    size_t first = k + 1 - order->next;
    if (!order->n || order->next < 2)
        return;
    if (!phrase_measures(s, sites[first].subject) || phrase_measures(s, sites[k].subject))
        return;
    sites[k].carry = (long)first;
    sites[k].root = sites[first].root;
}
