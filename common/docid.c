/* SPDX-License-Identifier: ISC */
#include "docid.h"

#include "out.h"
#include "utf8.h"

/* Names are bytes of any kind; ids are fields of a row. */
static void set_name(Buf *to, Str name)
{
    Buf mended = {0};
    utf8_mend(name, &mended);
    to->n = 0;
    without_control(buf_get(&mended), to);
    buf_free(&mended);
}

void docid_file(DocIds *d, const char *file)
{
    d->file = file;
    d->name.n = 0;
}

void docid_head(DocIds *d, Str name)
{
    set_name(&d->name, name);
}

void docid_next(DocIds *d, Buf *out)
{
    d->base.n = 0;
    if (d->name.n)
        buf_str(&d->base, buf_get(&d->name));
    else if (d->given)
        set_name(&d->base, str_of(d->given));
    else if (str_eq(str_of(d->file), STR("-")))
        buf_uint(&d->base, ++d->on_standard_input);
    else
        set_name(&d->base, str_of(d->file));
    ids_give(d->ids, buf_get(&d->base), out);
}

void docid_go_on(DocIds *d, Buf *out)
{
    ids_give(d->ids, buf_get(&d->base), out);
}

void docid_free(DocIds *d)
{
    buf_free(&d->name);
    buf_free(&d->base);
}
