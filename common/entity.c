/* SPDX-License-Identifier: ISC */
#include "entity.h"

#include "tables.h"

enum { LONGEST = 40 }; /* bytes of a reference with its & and ; */

/* windows-1252 from 80 to 9F; 0 where it has nothing. */
static const uint16_t c1[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static int digit_of(char c, bool hex)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The code point of a number; 0 when it is none that text may hold. */
static uint32_t read_number(Str digits)
{
    bool hex = digits.n > 0 && (digits.p[0] == 'x' || digits.p[0] == 'X');
    uint32_t c = 0;

    for (size_t i = hex; i < digits.n; i++) {
        int d = digit_of(digits.p[i], hex);

        if (d < 0)
            return 0;
        c = c * (hex ? 16 : 10) + (uint32_t)d;
        if (c > 0x10FFFF)
            return 0;
    }
    if (c >= 0x80 && c < 0xA0)
        return c1[c - 0x80] ? c1[c - 0x80] : c;
    return c >= 0xD800 && c < 0xE000 ? 0 : c;
}

static uint32_t find_name(Str name)
{
    uint32_t c = 0;
    Str cells[2];

    if (!table_find(&table_entity, name, cells))
        return 0;
    for (size_t i = 0; i < cells[1].n; i++)
        c = c * 16 + (uint32_t)digit_of(cells[1].p[i], true);
    return c;
}

size_t entity_read(Str s, uint32_t *c)
{
    size_t room = s.n < LONGEST ? s.n : LONGEST;
    const char *end = room > 2 ? memchr(s.p + 1, ';', room - 1) : NULL;
    Str name;

    if (!end)
        return 0;
    name = (Str){s.p + 1, (size_t)(end - s.p) - 1};
    if (name.n == 0)
        return 0;
    *c = name.p[0] == '#' ? read_number(str_from(name, 1)) : find_name(name);
    return *c ? name.n + 2 : 0;
}
