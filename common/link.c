/* SPDX-License-Identifier: ISC */
#include "link.h"

#include <stdlib.h>

#include "names.h"
#include "split.h"
#include "tables.h"

static const struct {
    const char *sort;
    uint32_t bit;
} sorts[] = {
    {"joint", LINK_JOINT},
    {"of", LINK_OF},
    {"lead", LINK_LEAD},
    {"by", LINK_BY},
    {"after", LINK_AFTER},
    {"to", LINK_TO},
    {"and", LINK_AND},
    {"group", LINK_GROUP},
    {"plural", LINK_PLURAL},
    {"double", LINK_DOUBLE},
    {"aside", LINK_ASIDE},
    {"full", LINK_FULL},
    {"standing", LINK_STANDING},
    {"acting", LINK_ACTING},
    {"candidate", LINK_CANDIDATE},
    {"adverb", LINK_ADVERB},
    {"memory", LINK_MEMORY},
    {"term", LINK_TERM},
    {"stop", LINK_STOP},
    {"stead", LINK_STEAD},
    {"noname", LINK_NONAME},
    {"cut", LINK_CUT},
    {"event", LINK_EVENT},
    {"place", LINK_PLACE},
    {"is", LINK_IS},
    {"passive", LINK_PASSIVE},
    {"hamlet", LINK_HAMLET},
    {"side", LINK_SIDE},
};

static uint32_t bit_of(Str sort)
{
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
        if (str_is(sort, sorts[i].sort))
            return sorts[i].bit;
    return 0;
}

static bool single_word(Str form)
{
    Split s;
    size_t at = 0;
    return split_next(form, &at, &s) && !split_next(form, &at, &s);
}

static void add_word(Links *k, uint32_t id, uint32_t bit)
{
    size_t old = k->cap;
    k->bits = array_room(k->bits, &k->cap, id, sizeof *k->bits);
    memset(k->bits + old, 0, (k->cap - old) * sizeof *k->bits);
    if (k->n <= id)
        k->n = (size_t)id + 1;
    k->bits[id] |= bit;
}

Links *links_new(Lexicon *l, UserRows *user)
{
    Links *k = xrealloc(NULL, 1, sizeof *k);
    *k = (Links){.lexicon = l};
    Str cells[2], form;
    for (TableRows r = table_rows(&table_link, user); table_next(&r, cells);)
        for (uint32_t bit = bit_of(cells[1]); bit && str_cut(&cells[0], '|', &form);) {
            if (single_word(form))
                add_word(k, lexicon_word(l, form), bit);
            else
                lexicon_add(l, NAMES_LINK, form, bit);
        }
    return k;
}

void links_free(Links *k)
{
    if (!k)
        return;
    free(k->bits);
    free(k);
}

uint32_t link_phrase(const Links *k, const Token *t, size_t n, size_t i, size_t *tokens)
{
    uint32_t bit;
    size_t used = lexicon_match(k->lexicon, NAMES_LINK, t, n, i, &bit);
    *tokens = used ? used : 1;
    return used ? bit : link_of(k, &t[i]);
}
