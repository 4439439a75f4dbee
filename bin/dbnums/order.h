/* SPDX-License-Identifier: ISC */
/* Figures that answer parts of a phrase, or figures before, in their order. */
#ifndef ORDER_H
#define ORDER_H

#include "site.h"

enum { ORDER_PARTS = 8 };
typedef struct {
    Span part[ORDER_PARTS]; /* of a phrase */
    size_t n, next;         /* parts, the next to be given out */
    size_t back, left;      /* figures that go on with the one so far back, how many are to come */
} Order;

/* "sản lượng lúa và sản lượng ngô tăng lần lượt 6% và 4%": gives figure k its part as the phrase before it.
 */
void order_next(const Scene *s, size_t k, Site *site, Order *order);
/* "có 84 doanh nghiệp mới, vốn đăng ký 190 tỷ đồng, tăng lần lượt | 26% và 12%": does figure k go on with one
 * of as many figures before? Sets its carry. */
bool order_back(const Scene *s, size_t k, Site *sites, Order *order);
/* "giá trị xuất khẩu cao su và | hạt điều | lần lượt …": a part goes on with the code of the first one. */
void order_first(const Scene *s, size_t k, Site *sites, const Order *order);

#endif
