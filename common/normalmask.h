/* SPDX-License-Identifier: ISC */
/* Inside of normal: which bytes of a block of 64 are letters, which of them may have to change. Bit i tells
 * of byte i. */
#ifndef NORMALMASK_H
#define NORMALMASK_H

#include "mask.h"
#include "str.h"

typedef struct {
    uint64_t letter; /* ASCII letters and bytes above 7F */
    uint64_t watch;  /* bytes of letters that may have to change */
    uint64_t space;  /* the space and control characters */
    uint64_t control;
} Masks;

/* a e i o u y */
static inline uint64_t ascii_vowels(const BlockBits *b)
{
    uint64_t a_e_i = ~b->four & ~(b->three & b->two), u_y = b->four & (b->three ^ b->two);

    return ~b->high & b->six & b->zero &
           ((~b->one & (a_e_i | u_y)) | (~b->four & b->three & b->two & b->one));
}

/* Letters of a block, each at its last byte. */
typedef struct {
    uint64_t two_a, three_a; /* a e with a tone, of two and three bytes */
    uint64_t two, three;     /* other vowels with one that may belong to a vowel beside them */
    uint64_t d;              /* Đ đ */
    uint64_t strange; /* look-alikes of Đ; first or second bytes of letters that Vietnamese words lack */
} Letters;

/* The block begins between words. A tone on ă â ê ô ơ is where it belongs, on ư mostly: "nứơc". */
static inline Letters block_letters(const BlockBits *b)
{
    uint64_t lead = b->high & b->six, row = lead & ~b->four & ~b->three, two = row & ~b->five;
    uint64_t c3 = two & ~b->two & b->one & b->zero, c4_c5 = two & b->two & ~b->one;
    uint64_t c6 = two & b->two & b->one & ~b->zero, e1 = row & b->five & ~b->two & ~b->one & b->zero;
    uint64_t behind_c3 = c3 << 1, behind_c4_c5 = c4_c5 << 1, behind_c6 = c6 << 1, behind_e1 = e1 << 1;
    uint64_t ba_bb = behind_e1 & b->five & b->four & b->three & ~b->two & b->one;
    uint64_t behind_ba = (ba_bb & ~b->zero) << 1, behind_bb = (ba_bb & b->zero) << 1;

    uint64_t d = b->four & ~b->three & ~b->two & ~b->one;               /* Đ đ, Ð ð too */
    uint64_t hat = ~b->zero & b->one & ~b->two & ~b->four;              /* â ê */
    uint64_t o_hat = ~b->zero & ~b->one & b->two & ~b->three & b->four; /* ô */
    uint64_t a_e =
        (~b->four & ~b->three & ~b->two) | (b->four & b->three & ~(b->two & b->one)); /* ạ ả ẹ ẻ ẽ */
    uint64_t i_o = ~b->five & ~b->four & b->three;                                    /* ỉ ị ọ ỏ */
    uint64_t u_y = b->five & (b->four | b->three | b->two); /* ụ ủ, ứ …, ỳ … */
    return (Letters){
        .two_a = behind_c3 & ~b->four & ~b->two & ~hat,
        .three_a = behind_ba & a_e,
        .two = (behind_c3 & (b->four | b->two) & ~o_hat) | (behind_c4_c5 & b->five),
        .three = behind_bb & (i_o | u_y),
        .d = behind_c4_c5 & d,
        .strange = (lead & ~(c3 | c4_c5 | c6 | e1)) | (behind_e1 & ~ba_bb) | (behind_c3 & d & ~b->zero) |
                   (behind_c6 & ~b->five),
    };
}

/* Bytes of letters that may have to change: strange ones, and vowels with a tone beside another vowel: "qúy";
 * a and e where the word ends behind it: "hoà", but not "hoàn", "bào". `ascii`: letters. */
static inline uint64_t watched(const BlockBits *b, uint64_t ascii)
{
    Letters l = block_letters(b);
    uint64_t ascii_vowel = ascii_vowels(b), vowel = ascii_vowel | (b->high & ~l.d), ends = ~(ascii >> 1);
    uint64_t before = ((l.two | l.three) << 1) & (ascii_vowel | b->high);
    uint64_t behind =
        ((l.two | (l.two_a & ends)) & vowel << 2) | ((l.three | (l.three_a & ends)) & vowel << 3);

    return l.strange | before | behind;
}

/* Masks of the block that begins s, of s.n bytes if those are fewer. */
static inline Masks block_masks(Str s)
{
    char room[BLOCK];
    BlockBits b = block_bits(block_at(s.p, s.n, '*', room)); /* no letter, no space */
    uint64_t some = b.four | b.three | b.two | b.one | b.zero;
    uint64_t beyond_z = b.four & b.three & (b.two | (b.one & b.zero));
    uint64_t del = b.six & b.five & b.four & b.three & b.two & b.one & b.zero;
    uint64_t control = ~b.high & (~(b.six | b.five) | del), ascii = ~b.high & b.six & some & ~beyond_z;

    return (Masks){
        .letter = b.high | ascii,
        .watch = watched(&b, ascii),
        .space = control | ~(b.high | b.six | some),
        .control = control,
    };
}

#endif
