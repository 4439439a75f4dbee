/* SPDX-License-Identifier: ISC */
/* Eight bytes at a time: tests on all of them at once, answers gathered to bits. */
#ifndef MASK_H
#define MASK_H

#include <stdint.h>

/* The same byte eight times. */
#define EACH(byte) (0x0101010101010101U * (uint64_t)(byte))

/* Eight bytes, the first one lowest, on any machine. */
static inline uint64_t load8(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;

    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
           (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

/* The top bits of the eight bytes as the low eight bits, that of the first byte lowest. */
static inline uint64_t top_bits(uint64_t w)
{
    return ((w & EACH(0x80)) >> 7) * 0x0102040810204080U >> 56;
}

/* Top bits where a byte is zero. */
static inline uint64_t zero_bytes(uint64_t w)
{
    return ~(((w & EACH(0x7F)) + EACH(0x7F)) | w) & EACH(0x80);
}

#endif
