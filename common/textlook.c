/* SPDX-License-Identifier: ISC */
#include "textlook.h"

#include "mask.h"

static bool follows(const char *at, const char *end, TextClass class)
{
    if (class == TEXT_ANY)
        return true;
    if (at >= end)
        return false;
    if (class == TEXT_DIGIT)
        return *at >= '0' && *at <= '9';
    if (class == TEXT_ROMAN)
        return *at == 'I' || *at == 'V' || *at == 'X' || *at == 'L' || (*at >= '0' && *at <= '9');
    return (*at >= 'A' && *at <= 'Z') || *at == (char)0xC4 || *at == (char)0xE1;
}

static bool stands_at(Str text, size_t at, Str bytes, TextClass class)
{
    const char *p = text.p + at;
    return memcmp(p, bytes.p, bytes.n) == 0 && follows(p + bytes.n, text.p + text.n, class);
}

bool text_has(Str text, Str bytes, size_t anchor, TextClass class)
{
    size_t last = bytes.n - 1, at = 0;
    for (; text.n < last + LANE && at + last < text.n; at++)
        if (stands_at(text, at, bytes, class))
            return true;
    if (text.n < last + LANE)
        return false;
    Lane one = lane_each((unsigned char)bytes.p[anchor]), two = lane_each((unsigned char)bytes.p[last]);
    for (size_t end = text.n - last - LANE;;) {
        const char *p = text.p + at;
        Lane both = lane_and(lane_equal(lane_load(p + anchor), one), lane_equal(lane_load(p + last), two));
        for (uint64_t hits = lane_bits(both); hits; hits &= hits - 1)
            if (stands_at(text, at + (size_t)__builtin_ctzll(hits), bytes, class))
                return true;
        if (at == end)
            return false;
        at = at + LANE < end ? at + LANE : end; /* the last LANE places: some of them once more */
    }
}
