/* SPDX-License-Identifier: ISC */
/* Host names in text: hdnd.caobang.gov.vn, www.baonghean.vn, (Baothanhhoa.vn). */
#ifndef HOST_H
#define HOST_H

#include "lexicon.h"

typedef struct {
    uint32_t vn, com, org, net;
} HostWords;

/* Adds the words host names end with to the lexicon. */
HostWords host_words(Lexicon *l);
/* Does a host name end at token i? Its first token goes to *from, its text without www. to *host. Not those
 * of mail addresses. */
bool host_read(Str text, const Token *t, size_t n, size_t i, size_t *from, Str *host);
static inline bool host_ends(const HostWords *w, Str text, const Token *t, size_t n, size_t i, size_t *from,
                             Str *host)
{
    uint32_t word = t[i].word;
    bool ends = (word == w->vn) | (word == w->com) | (word == w->org) | (word == w->net);
    return ends && host_read(text, t, n, i, from, host);
}

#endif
