/* SPDX-License-Identifier: ISC */
/* Noun phrases of a sentence that may say what is measured. */
#ifndef PHRASE_H
#define PHRASE_H

#include "scene.h"

static inline bool span_empty(Span s)
{
    return s.from >= s.to;
}
/* What the clause that ends before token `to` speaks of, not before `left`: from its last head to the verb.
 */
Span phrase_of_clause(const Scene *s, size_t left, size_t to);
/* Trims words that lead into a phrase (trong đó, năm 2020, toàn tỉnh …) and what is no part of it at its end.
 */
Span phrase_trim(const Scene *s, Span p);
/* Does the phrase begin like something that is measured: tỷ lệ, tổng số, a phrase of an indicator? */
bool phrase_measures(const Scene *s, Span p);
/* Is what looks like a verb at token i part of a phrase, as its owner follows: "hàng hóa dự trữ tăng thêm |
 * của hệ thống"? */
bool phrase_owned(const Scene *s, size_t i);
/* May a figure stand inside the phrase of the next one: an age ("tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng"), a
 * time with a bound ("số tiền nợ từ 3 tháng trở lên"), a hectare? */
bool phrase_holds(const Scene *s, const Figure *f);
/* "giá trị trên | 1 ha | đất canh tác" */
bool phrase_per_hectare(const Scene *s, const Figure *f);
/* Behind the last "rằng", "cho thấy" of a span, where what was said begins; its first token when there is
 * none. */
size_t phrase_said(const Scene *s, Span p);
/* Do two words begin here that tell the most or the least: "mức thưởng | cao nhất"? */
bool phrase_extreme(const Scene *s, size_t i);
/* Where a phrase that ends at `to` begins, not before `left`. */
size_t phrase_begin(const Scene *s, size_t left, size_t to);

#endif
