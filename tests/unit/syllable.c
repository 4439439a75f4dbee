/* SPDX-License-Identifier: ISC */
#include "syllable.h"

#include "unit.h"

/* What is asked and a word in, the answer out; `-` where the word stays as it is. */
void unit_syllable(Str in, Buf *out)
{
    Str what;
    ToneStyle style = STYLE_OLD;

    str_cut(&in, '\t', &what);
    if (str_eq(what, STR("valid"))) {
        buf_str(out, syllable_valid(in) ? STR("yes") : STR("no"));
        return;
    }
    if (str_eq(what, STR("fold"))) {
        word_fold(in, out);
        return;
    }
    if (str_eq(what, STR("new")))
        style = STYLE_NEW;
    else if (str_eq(what, STR("keep")))
        style = STYLE_KEEP;
    if (!syllable_place(in, style, out))
        buf_char(out, '-');
}
