/* SPDX-License-Identifier: ISC */
#include "ids.h"

#include "unit.h"

/* Ids that are wanted one after the other, and what is given. */
void unit_ids(Str in, Buf *out)
{
    Ids *ids = ids_new();
    Str want;
    for (bool first = true; str_cut(&in, ' ', &want); first = false) {
        if (!first)
            buf_char(out, ' ');
        if (str_starts(want, STR("?"))) /* only asked for */
            buf_str(out, ids_seen(ids, str_from(want, 1)) ? STR("yes") : STR("no"));
        else
            ids_give(ids, want, out);
    }
    ids_free(ids);
}
