/* SPDX-License-Identifier: ISC */
/* Tests on 64 bytes at once, answered as masks: bit i tells of byte i.
 *
 * Bytes are looked at LANE at a time. A test on a Lane sets or clears the top bit of each byte; lane_bits
 * gathers those. With SSE2 a Lane is a register of 16 bytes, elsewhere a number of eight, as
 * MASK_PORTABLE asks for everywhere. */
#ifndef MASK_H
#define MASK_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__) && !defined(MASK_PORTABLE)
#include <emmintrin.h>

typedef __m128i Lane;

static inline Lane lane_load(const char *p)
{
    __m128i lane;

    memcpy(&lane, p, sizeof lane);
    return lane;
}

static inline Lane lane_each(unsigned char byte)
{
    return _mm_set1_epi8((char)byte);
}

static inline Lane lane_or(Lane a, Lane b)
{
    return _mm_or_si128(a, b);
}

static inline Lane lane_and(Lane a, Lane b)
{
    return _mm_and_si128(a, b);
}

static inline Lane lane_xor(Lane a, Lane b)
{
    return _mm_xor_si128(a, b);
}

static inline Lane lane_not(Lane a)
{
    return _mm_xor_si128(a, _mm_set1_epi8(-1));
}

/* Moves bit 7 - k of each byte to its top. */
static inline Lane lane_up(Lane lane, int k)
{
    return _mm_slli_epi16(lane, k);
}

static inline Lane lane_equal(Lane a, Lane b)
{
    return _mm_cmpeq_epi8(a, b);
}

/* Bytes from `low` to `high`, both below 80. */
static inline Lane lane_between(Lane lane, unsigned char low, unsigned char high)
{
    return _mm_and_si128(_mm_cmpgt_epi8(lane, _mm_set1_epi8((char)(low - 1))),
                         _mm_cmplt_epi8(lane, _mm_set1_epi8((char)(high + 1))));
}

/* Bytes from `low`, which is not below 80. */
static inline Lane lane_from(Lane lane, unsigned char low)
{
    return _mm_subs_epu8(lane, _mm_set1_epi8((char)(low - 0x80)));
}

static inline uint64_t lane_bits(Lane lane)
{
    return (uint64_t)(uint32_t)_mm_movemask_epi8(lane);
}

#else

typedef uint64_t Lane;

/* Eight bytes, the first one lowest, on any machine. */
static inline Lane lane_load(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;

    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
           (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

static inline Lane lane_each(unsigned char byte)
{
    return 0x0101010101010101U * byte;
}

static inline Lane lane_or(Lane a, Lane b)
{
    return a | b;
}

static inline Lane lane_and(Lane a, Lane b)
{
    return a & b;
}

static inline Lane lane_xor(Lane a, Lane b)
{
    return a ^ b;
}

static inline Lane lane_not(Lane a)
{
    return ~a;
}

static inline Lane lane_up(Lane lane, int k)
{
    return lane << k;
}

static inline Lane lane_equal(Lane a, Lane b)
{
    Lane differ = a ^ b;

    return ~(((differ & lane_each(0x7F)) + lane_each(0x7F)) | differ);
}

/* Adding to the low seven bits of a byte sets its top bit from a threshold on. */
static inline Lane lane_between(Lane lane, unsigned char low, unsigned char high)
{
    Lane seven = lane & lane_each(0x7F);

    return (seven + lane_each((unsigned char)(0x80 - low))) &
           ~(seven + lane_each((unsigned char)(0x7F - high))) & ~lane;
}

static inline Lane lane_from(Lane lane, unsigned char low)
{
    return ((lane & lane_each(0x7F)) + lane_each((unsigned char)(0x100 - low))) & lane;
}

static inline uint64_t lane_bits(Lane lane)
{
    return ((lane & lane_each(0x80)) >> 7) * 0x0102040810204080U >> 56;
}

#endif

enum { BLOCK = 64, LANE = sizeof(Lane) };

/* The block that begins at p, of which n bytes are there: p itself, or a copy in `room` filled up with
 * `fill`. */
static inline const char *block_at(const char *p, size_t n, char fill, char room[BLOCK])
{
    if (n >= BLOCK)
        return p;
    memset(room, fill, BLOCK);
    memcpy(room, p, n);
    return room;
}

/* The bits of each byte of a block. */
typedef struct {
    uint64_t high, six, five, four, three, two, one, zero;
} BlockBits;

static inline BlockBits block_bits(const char *p)
{
    BlockBits b = {0};

    for (unsigned i = BLOCK; i > 0;) { /* the last one first: shifts by a constant are cheap */
        i -= LANE;
        Lane high = lane_load(p + i), six = lane_up(high, 1), five = lane_up(six, 1), four = lane_up(five, 1);
        Lane three = lane_up(four, 1), two = lane_up(three, 1), one = lane_up(two, 1);

        b.high = b.high << LANE | lane_bits(high);
        b.six = b.six << LANE | lane_bits(six);
        b.five = b.five << LANE | lane_bits(five);
        b.four = b.four << LANE | lane_bits(four);
        b.three = b.three << LANE | lane_bits(three);
        b.two = b.two << LANE | lane_bits(two);
        b.one = b.one << LANE | lane_bits(one);
        b.zero = b.zero << LANE | lane_bits(lane_up(one, 1));
    }
    return b;
}

#endif
