/* SPDX-License-Identifier: ISC */
/* Small words and marks between names, by what they do there (table `link`). */
#ifndef LINK_H
#define LINK_H

#include "lexicon.h"
#include "names.h"

enum {
    LINK_JOINT = 1 << 0,      /* -, &, và, a comma: joins the parts of one name */
    LINK_OF = 1 << 1,         /* của: passed over inside a name */
    LINK_LEAD = 1 << 2,       /* có, gồm: persons follow */
    LINK_BY = 1 << 3,         /* do: who does it follows */
    LINK_AFTER = 1 << 4,      /* theo: who says it follows */
    LINK_TO = 1 << 5,         /* cho, với, đối với: to whom it is done follows */
    LINK_AND = 1 << 6,        /* và, cùng */
    LINK_GROUP = 1 << 7,      /* các: the post behind it is that of several */
    LINK_PLURAL = 1 << 8,     /* các, cấp: units in general follow, no holder */
    LINK_DOUBLE = 1 << 9,     /* kiêm */
    LINK_ASIDE = 1 << 10,     /* sinh năm: something about the person, up to the next comma */
    LINK_FULL = 1 << 11,      /* chuyên trách */
    LINK_STANDING = 1 << 12,  /* Thường trực */
    LINK_CANDIDATE = 1 << 13, /* dự khuyết */
    LINK_ACTING = 1 << 14,    /* phụ trách */
    LINK_ADVERB = 1 << 15,    /* đã, cũng: between a person and the verb */
    LINK_MEMORY = 1 << 16,    /* đường, tượng, ngày sinh: named after a person */
    LINK_TERM = 1 << 17,      /* khóa, nhiệm kỳ: the term of a post */
    LINK_PASSIVE = 1 << 20,   /* được: who does it follows */
    LINK_HAMLET = 1 << 21,    /* thôn: its heads are no officials */
    LINK_CUT = 1 << 22,       /* Ngày, Ảnh: no part of a name before it */
    LINK_STEAD = 1 << 23,     /* ủy quyền của: another acts in his place */
    LINK_IS = 1 << 26,        /* là: who holds the post before it follows */
    LINK_PLACE = 1 << 25,     /* tại: where it is follows */
    LINK_EVENT = 1 << 24,     /* lễ, hội nghị: a verb right behind it is what it is held for */
    LINK_SIDE = 1 << 27,      /* về phía: those of one side at the event follow */
    LINK_NONAME = 1 << 19,    /* Đinh Dậu, Đảng: capitalised, but no one */
    LINK_STOP = 1 << 18       /* để, khi: what follows is no longer what the person does */
};

typedef struct {
    const Lexicon *lexicon;
    uint32_t *bits; /* of single words, by id */
    size_t n, cap;
} Links;

/* Reads the table link into the lexicon, which must outlive it. */
Links *links_new(Lexicon *l, UserRows *user);
void links_free(Links *k);
/* What the single word of a token is: bits of the above, 0 for nothing. */
static inline uint32_t link_of(const Links *k, const Token *t)
{
    return t->word < k->n ? k->bits[t->word] : 0;
}

uint32_t link_phrase(const Links *k, const Token *t, size_t n, size_t i, size_t *tokens); /* see link_at */
/* The same of the word or phrase at token i; *tokens is its length. */
static inline uint32_t link_at(const Links *k, const Token *t, size_t n, size_t i, size_t *tokens)
{
    if (lexicon_begins(k->lexicon, t[i].word) >> NAMES_LINK & 1)
        return link_phrase(k, t, n, i, tokens);
    *tokens = 1;
    return link_of(k, &t[i]);
}

#endif
