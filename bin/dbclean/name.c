/* SPDX-License-Identifier: ISC */
#include "name.h"

static bool counts(Kind kind, bool all_kept)
{
    return all_kept ? kind_kept(kind) : kind == KIND_TITLE || kind == KIND_BODY;
}

/* Texts, each followed by LF. *any: was there one? */
static uint64_t hash_texts(Namer *n, const Items *items, bool all_kept, bool *any)
{
    uint64_t h = FNV_START;
    for (size_t i = 0; i < items->n; i++) {
        Str text = items->items[i].text;
        if (!counts(items->items[i].kind, all_kept))
            continue;
        if (n->old) {
            n->scratch.n = 0;
            normal_line(n->old, text, false, &n->scratch);
            text = buf_get(&n->scratch);
        }
        h = fnv1a(fnv1a(h, text), STR("\n"));
        *any = true;
    }
    return h;
}

static void write_hash(Namer *n, const Items *items)
{
    bool any = false;
    uint64_t h = hash_texts(n, items, false, &any);
    if (!any)
        h = hash_texts(n, items, true, &any);
    n->hex.n = 0;
    for (int shift = 60; shift >= 0; shift -= 4)
        buf_char(&n->hex, "0123456789abcdef"[h >> shift & 15]);
}

void name_document(Namer *n, const Items *items, bool goes_on, Buf *id)
{
    if (!n->hash && goes_on) {
        docid_go_on(&n->docid, id);
    } else if (!n->hash) {
        docid_next(&n->docid, id);
    } else {
        if (!goes_on)
            write_hash(n, items);
        ids_give(n->ids, buf_get(&n->hex), id);
    }
}
