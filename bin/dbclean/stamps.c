/* SPDX-License-Identifier: ISC */
#include "stamps.h"

#include "dates.h"

static bool opens_date(const Token *t, size_t n, size_t i)
{
    char c = token_mark(t, n, i);
    return c == '(' || c == '[' || c == '|' || c == '-';
}

/* Byte where token i begins, the text's end for i == n. */
static uint32_t byte_of(Str text, const Token *t, size_t n, size_t i)
{
    return i < n ? t[i].at : (uint32_t)text.n;
}

/* Đăng bởi Admin - 15:07 ngày …, Submitted by vanthu on …: an account is no author */
static bool account_stamp(const Words *w, Str text, const Token *t, size_t n)
{
    uint32_t kind;
    size_t i = lexicon_match(w->lexicon, W_LABEL, t, n, 0, &kind);
    if (!i || kind != KIND_BYLINE)
        return false;
    i += token_mark(t, n, i) == ':';
    if (i + 1 >= n || t[i].type != TOKEN_WORD || (t[i + 1].flags & TOKEN_CAP && (t[i].flags & TOKEN_CAP)))
        return false;
    StampRun run = stamp_run(w, text, t, n, i + 1);
    return run.dated && run.end == n;
}

/* The last bar before token i, where that is not the end; 0 for none. */
static size_t bar_before(const Token *t, size_t n, size_t i)
{
    while (i && i < n && token_mark(t, n, i) != '|')
        i--;
    return i < n ? i : 0;
}

void look_at_stamps(const Words *w, Str text, const Token *t, size_t n, Look *look)
{
    if (!look->numbers)
        return;
    StampRun run = stamp_run(w, text, t, n, 0);
    size_t rest = run.end;
    while (rest < n && t[rest].type == TOKEN_MARK)
        rest++;
    if ((rest == n && (run.dated || run.viewed)) || account_stamp(w, text, t, n)) {
        look->stamp = true;
        look->clock = run.weekday && !run.labelled && !run.viewed;
        look->bare = run.dated && !run.weekday && !run.labelled && !run.viewed;
        return;
    }
    /* (18/01/2022) Sáng nay … ; date 2023-10 Hội nghị … */
    if (run.dated && run.end < n &&
        (run.bracketed || run.timed || run.labelled || run.weekday || t[0].word == w->date))
        look->stamp_head = t[run.end].at;
    else if (run.dated && bar_before(t, n, run.end)) /* 12/03/2021 | 0 bình luận */
        look->stamp_head = t[bar_before(t, n, run.end)].at;
    /* Y Bhăm-Thứ sáu, ngày 12/05/2017 07:30 GMT+7 */
    for (size_t i = 1; i < n && look->words < 30 && look->numbers > 2; i++) {
        bool barred = token_mark(t, n, i) == '|'; /* Đăng bởi Minh Hà | 12/03/2021 | 0 bình luận */
        run = stamp_run(w, text, t, n, i);
        if (!run.dated || (run.end < n && !barred) || !(run.weekday || run.timed || barred))
            continue;
        look->stamp_tail = byte_of(text, t, n, i);
        size_t end = bar_before(t, n, run.end);
        look->stamp_end = end > i ? t[end].at : 0;
        break;
    }
    /* Họp mặt đầu xuân - 25/02/2019; … (13/07/2021); … (01/10) */
    size_t last = n;
    while (last && (token_mark(t, n, last - 1) == ')' || token_mark(t, n, last - 1) == ']'))
        last--;
    for (size_t i = last > 6 ? last - 6 : 1; i < last; i++) {
        size_t k = full_date_at(text, t, last, i);
        if (!k && last < n)
            k = day_month_at(text, t, last, i);
        if (k && i + k == last && opens_date(t, n, i - 1))
            look->flags |= LOOK_DATED;
    }
}
