/* SPDX-License-Identifier: ISC */
#include "entity.h"

#include "unit.h"

/* Text at an `&` in; the character and the bytes it took out, or `no`. */
void unit_entity(Str in, Buf *out)
{
    uint32_t c;
    size_t took = entity_read(in, &c);

    if (took == 0) {
        buf_str(out, STR("no"));
        return;
    }
    buf_utf8(out, c);
    buf_char(out, ' ');
    buf_uint(out, took);
}
