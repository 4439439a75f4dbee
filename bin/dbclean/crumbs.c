/* SPDX-License-Identifier: ISC */
#include "crumbs.h"

static bool is_crumb_sign(Str text, const Token *t)
{
    Str s = token_str(text, t);
    return t->type == TOKEN_MARK &&
           (str_eq(s, STR(">")) || str_eq(s, STR("»")) || str_eq(s, STR("›")) || str_eq(s, STR("→")));
}

typedef struct {
    size_t pipes;
    size_t signs, bars, dashes; /* between the parts: > and », | and /, - */
    size_t inner;               /* signs behind a part */
    size_t parts, known;        /* known: rubrics of the table */
    bool first_known;
} Crumbs;

/* Bạn đang ở: Trang chủ / …: the tokens before the breadcrumb */
static size_t crumbs_label(const Words *w, const Token *t, size_t n)
{
    uint32_t value;
    size_t k = lexicon_match(w->lexicon, W_BOILER, t, n, 0, &value);
    return k && token_mark(t, n, k) == ':' ? k + 1 : 0;
}

static Crumbs crumbs_of(const Words *w, Str text, const Token *t, size_t n)
{
    Crumbs c = {0};
    bool start = true, stray = false;
    for (size_t i = crumbs_label(w, t, n); i < n; i++) {
        char mark = token_mark(t, n, i);
        bool sign = is_crumb_sign(text, &t[i]), dash = mark == '-' && (t[i].flags & TOKEN_SPACE);
        if (sign || dash || (i && (mark == '|' || mark == '/'))) {
            c.inner += c.parts > 0;
            c.signs += sign;
            c.dashes += dash;
            c.bars += !sign && !dash;
            c.pipes += mark == '|';
            start = true;
        } else if (t[i].type == TOKEN_WORD && start) {
            uint32_t value;
            size_t k = lexicon_match(w->lexicon, W_SECTION, t, n, i, &value);
            start = false;
            stray = !k;
            c.parts++;
            c.known += k > 0;
            c.first_known |= c.parts == 1 && k;
            i += k ? k - 1 : 0;
        } else if (t[i].type == TOKEN_WORD && !stray) { /* Kinh tế ban đêm: no rubric after all */
            c.known--;
            c.first_known &= c.parts > 1;
            stray = true;
        }
    }
    return c;
}

/* Chính trị; Trang chủ » Tin tức » Chính trị »; >> TIN TỨC >> Tin địa phương */
void look_at_crumbs(const Words *w, Str text, const Token *t, size_t n, Look *look)
{
    Crumbs c = crumbs_of(w, text, t, n);
    if (n && is_crumb_sign(text, &t[0]))
        look->flags |= LOOK_ARROW;
    c.signs +=
        c.known && (c.bars < 3 || c.known == c.parts) ? c.bars : 0; /* Trang chu | So do site is none */
    if (c.signs && c.inner && look->words <= 24)
        look->flags |= LOOK_CRUMBS;
    if (c.pipes > 2 && !(look->flags & LOOK_CRUMBS) && !look->numbers)
        look->flags |= LOOK_ROW;
    /* Xây dựng Đảng - Hệ thống chính trị; but TRANG CHỦ - GIỚI THIỆU - LIÊN HỆ */
    bool led =
        c.first_known && ((c.signs && c.inner && look->words <= 24) || (c.dashes == 1 && look->words <= 10));
    look->section = c.known > 0 && (c.known == c.parts || led) && !look->numbers;
}
