/* SPDX-License-Identifier: ISC */
#include "host.h"

HostWords host_words(Lexicon *l)
{
    return (HostWords){lexicon_word(l, STR("vn")), lexicon_word(l, STR("com")), lexicon_word(l, STR("org")),
                       lexicon_word(l, STR("net"))};
}

static bool close_to_last(const Token *t, size_t n, size_t i)
{
    return i < n && !(t[i].flags & TOKEN_SPACE);
}

/* Letters a host name may have: ASCII. */
static bool plain(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80)
            return false;
    return true;
}

bool host_read(Str text, const Token *t, size_t n, size_t i, size_t *from, Str *host)
{
    if (i < 2 || token_mark(t, n, i - 1) != '.' || !close_to_last(t, n, i) || !close_to_last(t, n, i - 1))
        return false;
    if (token_mark(t, n, i + 1) == '.' && close_to_last(t, n, i + 1) && close_to_last(t, n, i + 2) &&
        i + 2 < n && t[i + 2].type == TOKEN_WORD)
        return false; /* the name goes on */
    size_t k = i;
    while (k > 0 && close_to_last(t, n, k)) {
        char m = token_mark(t, n, k - 1);
        if (m == '@')
            return false;
        if (m ? m != '.' && (m != '-' || t[k - 1].n > 1) : !plain(token_str(text, &t[k - 1])))
            break;
        k--;
    }
    while (k < i && t[k].type == TOKEN_MARK)
        k++;
    *from = k;
    *host = token_span(text, &t[k], &t[i]);
    if (str_starts(*host, STR("www.")))
        *host = str_from(*host, 4);
    return host->n > 5;
}
