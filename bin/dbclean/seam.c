/* SPDX-License-Identifier: ISC */
#include "seam.h"

#include "address.h"
#include "dates.h"
#include "utf8.h"

enum {
    RUN = 8,         /* capitalised words that are looked at */
    NEXT_BYTES = 800 /* of the line behind */
};

/* Capitalised words that open the tail: each with its tokens, set apart by spaces. */
typedef struct {
    Str text;
    const Token *t;
    size_t n;
    size_t word[RUN + 1]; /* where each begins; the last one: what ends the run */
    size_t words;
} Run;

static bool all_upper(const Token *t)
{
    return t->type == TOKEN_WORD && (t->flags & TOKEN_UPPER) && t->nch > 1;
}

/* A sign inside a word: Quỳnh/VOV, Th.Dương, but TP.HCM. */
static bool has_inside(const Run *r, size_t k, char sign)
{
    for (size_t i = r->word[k] + 1; i < r->word[k + 1]; i++)
        if (token_mark(r->t, r->n, i) == sign && i + 1 < r->word[k + 1])
            return true;
    return false;
}

/* The run of capitalised words from token i; a name in brackets or behind a dash goes with it. */
static void find_run(Run *r, size_t i)
{
    while (i < r->n && r->words < RUN) {
        bool dash = token_mark(r->t, r->n, i) == '-';
        if (!dash && !(r->t[i].type == TOKEN_WORD && (r->t[i].flags & TOKEN_CAP)))
            break;
        r->word[r->words++] = i++;
        bool colon = false; /* Hà Tĩnh: Huyện … */
        while (i < r->n && !(r->t[i].flags & TOKEN_SPACE))
            colon = token_mark(r->t, r->n, i++) == ':';
        if (colon)
            break;
    }
    r->word[r->words] = i;
}

/* NGỌC GIANG Vẫn còn cán bộ …: words of an author in capitals; HĐND tỉnh … is none. */
static size_t upper_author(const Run *r)
{
    size_t k = 0;
    while (k < r->words && all_upper(&r->t[r->word[k]]) && (r->t[r->word[k]].flags & TOKEN_SYLLABLE))
        k++;
    return k > 1 && k < 5 && (k < r->words || r->word[k] < r->n) ? k : 0;
}

static bool stands_in(Str words, Str text)
{
    const char *at = text.p, *end = text.p + text.n;
    for (; (size_t)(end - at) >= words.n; at++) {
        at = memchr(at, words.p[0], (size_t)(end - at) - words.n + 1);
        if (!at)
            return false;
        if (memcmp(at, words.p, words.n) == 0)
            return true;
    }
    return false;
}

/* Do the words from `k` to `last` stand together in the line behind? */
static bool recurs(const Run *r, size_t k, size_t last, Str next)
{
    if (last >= r->words)
        return false;
    Str words = token_span(r->text, &r->t[r->word[k]], &r->t[r->word[last]]);
    return stands_in(words, str_sub(next, 0, next.n < NEXT_BYTES ? next.n : NEXT_BYTES));
}

/* Words of a name behind the dash at word k: Phi Long - Phương Dung Thủ tướng …, T.Duy - P.Minh Đảng ủy …,
 * Hồ Xuân Mai - Chủ tịch … */
static size_t behind_dash(const Run *r, size_t k)
{
    size_t left = r->words - k - 1, same = k == 1 && !has_inside(r, 0, '.') ? 1 : 2;
    if (left && has_inside(r, k + 1, '.'))
        return 1;
    return left < 2 ? 0 : left > same ? same : left - 1;
}

/* Quỳnh/VOV.VN, Tuấn Hợp/Dân Trí */
static size_t behind_slash(const Run *r, size_t k)
{
    const Token *last = &r->t[r->word[k + 1] - 1];
    bool word = last->type == TOKEN_WORD && !(last->flags & TOKEN_UPPER);
    bool goes_on = r->word[r->words] < r->n && r->t[r->word[r->words]].type == TOKEN_WORD;
    return word && k + (goes_on ? 2 : 1) < r->words ? 1 : 0;
}

/* Words that tell where the author ends: one with a sign in it, a dash between two names. */
static size_t marked_author(const Run *r, Str next)
{
    size_t author = upper_author(r);
    for (size_t k = author; k < r->words; k++) {
        Str word = token_str(r->text, &r->t[r->word[k]]);
        bool fresh = !k || token_mark(r->t, r->n, r->word[k - 1]) == '-';
        if (token_mark(r->t, r->n, r->word[k]) == '-') {
            const Token *behind = &r->t[r->word[k + 1]];
            if (k + 1 < r->words && all_upper(behind) && !(behind->flags & TOKEN_SYLLABLE))
                return r->words + 1; /* Trương Vĩnh Kha - PBT Tỉnh ủy: an official, no author */
            if (!k || recurs(r, k - 1, k + 1, next)) /* Bà Rịa - Vũng Tàu */
                break;
            author = k + 1 + behind_dash(r, k);
            k = author - 1;
        } else if (has_inside(r, k, '/')) {
            author = k + 1 + behind_slash(r, k);
            k = author - 1;
        } else if (fresh && (has_inside(r, k, '.') || has_inside(r, k, ',')) && !str_eq(word, STR("TP"))) {
            author = k + 1;
        }
    }
    return author;
}

/* Of capitalised words in a row, how many are an author's? One or two open a headline (Hải Phòng …), three
 * are an author of two and a headline's first word; of more the line behind, or a family name, tells. */
static size_t likely_author(const Words *w, const Run *r, Str next)
{
    const Token *first = &r->t[r->word[0]];
    size_t upper = 0;
    while (upper < r->words && all_upper(&r->t[r->word[upper]]))
        upper++;
    if (upper > 4) /* a headline in capitals */
        return 0;
    bool goes_on = r->word[r->words] < r->n && r->t[r->word[r->words]].type == TOKEN_WORD;
    if (first->word == w->mister || first->word == w->madam)
        return 0;
    if (!goes_on) /* Thanh Sơn 500 công nhân …, Trường Hoàng “Diên Hồng” … */
        return r->words > 1 && r->words < 5 && !recurs(r, 0, 1, next) ? r->words : 0;
    if (r->words < 3)
        return 0;
    if (all_upper(first) && !(first->flags & TOKEN_SYLLABLE)) /* PV Hải Phòng … */
        return 1;
    if (r->words == 3) /* Xây Hải Phòng thành … */
        return recurs(r, 1, 2, next) ? 0 : 2;
    uint32_t value;
    bool surname = lexicon_match(w->lexicon, W_SURNAME, r->t, r->n, r->word[0], &value) > 0;
    for (size_t k = 2; k < 5; k++) {
        const Token *before = &r->t[r->word[k - 1]];
        if (!recurs(r, k, k + 1, next))
            continue;
        /* Đức Tuân Ông Lò Văn Pha …: only Lò Văn comes again as it is; Thạch Quý Xây Hải Phòng … */
        return before->word == w->mister || before->word == w->madam || !surname ? k - (k > 2) : k;
    }
    return surname ? 3 : 2;
}

/* (TTXVN), (Theo Dân Trí), but (Xem tiếp): where an agency in brackets begins that closes the text; its end
 * for none. */
static size_t agency_at(Str before)
{
    size_t end = before.n, at;
    while (end && before.p[end - 1] == ' ')
        end--;
    if (!end || before.p[end - 1] != ')')
        return before.n;
    for (at = end - 1; at && before.p[at - 1] != ' ' && before.p[at - 1] != '('; at--)
        ;
    size_t word = at;
    if (!cp_is_upper(utf8_next(before, &word)))
        return before.n;
    while (at && before.p[at] != '(')
        at--;
    return at;
}

bool seam_capitals(Str headline)
{
    for (size_t i = 0; i < headline.n;)
        if (cp_is_lower(utf8_next(headline, &i)))
            return false;
    return true;
}

int seam_kinship(Str headline, Str next)
{
    int pairs = 0;
    size_t from = 0, second = 0;
    next = str_sub(next, 0, next.n < NEXT_BYTES ? next.n : NEXT_BYTES);
    for (size_t i = 0; i <= headline.n && i < NEXT_BYTES; i++) {
        if (i < headline.n && headline.p[i] != ' ')
            continue;
        if (second)
            pairs += stands_in(str_sub(headline, from, i - from), next);
        from = second;
        second = i + 1;
    }
    return pairs;
}

/* Do the tokens from i to the end open a page: Chính trị; Skip to content; Chủ nhật, 23/02/2020? */
static bool opens_page(const Words *w, Str text, const Token *t, size_t n, size_t i)
{
    uint32_t value;
    Str mark = token_str(text, &t[i]);
    if (str_eq(mark, STR("»")) || str_eq(mark, STR(">"))) /* » Tin tức » Hoạt động … */
        return lexicon_match(w->lexicon, W_SECTION, t, n, i + 1, &value) > 0;
    if (lexicon_match(w->lexicon, W_PRESS, t, n, i, &value)) /* Tuổi trẻ is a rubric and a paper */
        return false;
    if (i + lexicon_match(w->lexicon, W_SECTION, t, n, i, &value) == n)
        return true;
    if (i + lexicon_match(w->lexicon, W_BOILER, t, n, i, &value) == n)
        return (value & BOILER_HEAD) && (i || !(value & BOILER_BOTH));
    StampRun run = stamp_run(w, text, t, n, i);
    return run.weekday && run.dated && run.end == n;
}

uint32_t seam_opener(Words *w, const Look *look, uint32_t *sentences)
{
    Str text = str_from(look->text, look->tail_at);
    Token *t;
    size_t n = tokenize(w->tokenizer, text, &t);
    *sentences = (uint32_t)agency_at(str_sub(look->text, 0, look->tail_at));
    for (size_t i = 0; i < n; i++) {
        if ((i == 0 || (t[i].flags & TOKEN_SPACE)) && opens_page(w, text, t, n, i))
            return look->tail_at + t[i].at;
        if (t[i].type == TOKEN_WORD && !(t[i].flags & TOKEN_CAP)) /* only an author stands before */
            break;
    }
    return 0;
}

/* (BĐ), (baothanhhoa.vn) and a dash: the bytes of it, 0 for none. */
static size_t agency_mark(Str s, bool hosts)
{
    size_t at = 1, letters = 0;
    while (at < s.n && letters < 30) {
        uint32_t c = utf8_next(s, &at);
        if (c == ')')
            break;
        if (!cp_is_upper(c) && !cp_is_lower(c) && c != '.')
            return 0;
        letters++;
    }
    Str rest = str_trim(str_from(s, at));
    bool dash = str_starts(rest, STR("-")) || str_starts(rest, STR("–"));
    bool host = memchr(s.p, '.', at) != NULL;
    if (hosts && !host)
        return 0;
    size_t second = 1;
    utf8_next(s, &second);
    return dash && letters > 1 && (host || (second < s.n && cp_is_upper(utf8_next(s, &second)))) ? at : 0;
}

uint32_t seam_agency(Str text, bool hosts)
{
    for (size_t i = 1; i < text.n; i++) {
        const char *open = memchr(text.p + i, '(', text.n - i);
        if (!open)
            return 0;
        i = (size_t)(open - text.p);
        if (text.p[i - 1] == ' ' && agency_mark(str_from(text, i), hosts))
            return (uint32_t)i;
    }
    return 0;
}

static bool upper_first(Str word)
{
    size_t at = 0;
    return word.n && cp_is_upper(utf8_next(word, &at));
}

bool seam_new_names(Str headline, Str lead, const Str *before, size_t n)
{
    int fresh = 0, old = 0;
    Str rest = headline, word, last = {0};
    lead = str_sub(lead, 0, lead.n < NEXT_BYTES ? lead.n : NEXT_BYTES);
    while (str_cut(&rest, ' ', &word)) {
        if (upper_first(last) && upper_first(word)) {
            Str pair = {last.p, (size_t)(word.p + word.n - last.p)};
            bool known = false;
            for (size_t i = 0; i < n && !known; i++)
                known = stands_in(pair, before[i]);
            old += known;
            fresh += !known && stands_in(pair, lead);
        }
        last = word;
    }
    return fresh > old;
}

/* The token behind a site's host at token i; i for none. */
static size_t host_end(Str text, const Token *t, size_t n, size_t i)
{
    size_t end = i + 1;
    while (end < n && !(t[end].flags & TOKEN_SPACE))
        end++;
    return end > i + 2 && end <= n && i < n && !(t[i].flags & TOKEN_CAP) &&
                   is_host(token_span(text, &t[i], &t[end - 1]))
               ? end
               : i;
}

uint32_t seam_place(Words *w, const Look *look, Str next, uint32_t *sentences)
{
    Run r = {.text = str_from(look->text, look->tail_at)};
    Token *t;
    r.n = tokenize(w->tokenizer, r.text, &t);
    r.t = t;
    *sentences = (uint32_t)agency_at(str_sub(look->text, 0, look->tail_at));
    uint32_t kind;
    size_t label = lexicon_match(w->lexicon, W_LABEL, t, r.n, 0, &kind), from = 0;
    if (label && kind != KIND_BYLINE && kind != KIND_SOURCE)
        label = 0;
    size_t press = lexicon_match(w->lexicon, W_PRESS, t, r.n, label, &kind);
    if (press && label + press < r.n &&
        (t[label + press].flags & TOKEN_SPACE)) /* Theo Tuổi trẻ Thủ tướng … */
        return look->tail_at + t[label + press].at;
    bool colon = label && token_mark(t, r.n, label) == ':';
    label += colon;
    size_t host = label ? host_end(r.text, t, r.n, label) : label;
    if (host > label) /* Nguồn: phugia.vn Điều chỉnh … */
        return host < r.n ? look->tail_at + t[host].at : 0;
    find_run(&r, label);
    if (!r.words)
        return label || !r.n ? 0 : look->tail_at;
    bool bracket = *sentences < look->tail_at && !label;
    from = bracket ? 0 : marked_author(&r, next);
    bool three = r.words == 3 && !all_upper(&t[r.word[0]]); /* (Nguồn: TTX) Minh Thảo Huyện … */
    if (!from && (!bracket || three))
        from = likely_author(w, &r, next);
    if (!from && label && r.words > 1 && colon)
        from = 1;
    return from <= r.words && r.word[from] < r.n ? look->tail_at + t[r.word[from]].at : 0;
}
