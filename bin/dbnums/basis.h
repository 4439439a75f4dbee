/* SPDX-License-Identifier: ISC */
/* What a percent, ratio or change is of, or is compared with. */
#ifndef BASIS_H
#define BASIS_H

#include "site.h"

extern const Str basis_names[]; /* by Basis; empty for BASIS_NONE */

/* The base said behind figure k: sets base, basis, based. */
void basis_behind(const Scene *s, size_t k, Site *site);
/* The base said before it: "so với cùng kỳ, … giảm 8 vụ". Needs
 * site_before and site_behind. `opened` is the base that opened the clause: kept from figure to figure. */
void basis_before(const Scene *s, size_t k, Site *sites, Basis *opened);
/* A share of a stated whole: "chiếm 5%", "3/5 xã", "82% xã đạt chuẩn". Needs the subject. */
void basis_total(const Scene *s, size_t k, Site *sites);
/* A closing base covers the run of changes or shares before it. */
void basis_close(const Scene *s, size_t k, Site *sites);

#endif
