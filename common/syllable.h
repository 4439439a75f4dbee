/* SPDX-License-Identifier: ISC */
/* The Vietnamese syllable: onset + nucleus + coda + tone, tone placement, and the folding words are matched
 * by.
 *
 * `qu` and `gi` before a vowel are onsets (quý, già; else g + i: gì). Tone rule: on ă â ê ô ơ ư if there is
 * one (on ơ of ươ); else with a final consonant on the last vowel; else of three vowels on the middle one;
 * else of two on the first. Only open oa, oe, uy not after q differ by style: old hòa, hòe, thủy; new hoà,
 * hoè, thuỷ. */
#ifndef SYLLABLE_H
#define SYLLABLE_H

#include "str.h"

typedef enum { TONE_NONE, TONE_GRAVE, TONE_ACUTE, TONE_HOOK, TONE_TILDE, TONE_DOT } Tone;
typedef enum { STYLE_OLD, STYLE_NEW, STYLE_KEEP } ToneStyle; /* KEEP: where it stands */

enum { SYLLABLE_MAX = 12 }; /* code points of the longest thing that is tried as a syllable */

/* Is this word (NFC or not, any letter case) a possible syllable of Vietnamese: known onset, nucleus and coda
 * that go together, at most one tone, and after p t c ch only acute or dot? */
bool syllable_valid(Str word);

/* Writes the word with its tone where `style` wants it, misplaced and doubled tones put right, letter case as
 * it was, in NFC. False, and nothing written, when the word is not a syllable or is right already. */
bool syllable_place(Str word, ToneStyle style, Buf *out);

/* The key words are matched by: lower case, NFC, tone in the old style, -y alone as -i (kỳ = kì, tỷ = tỉ,
 * quý = quí), dashes – — ‒ as -, curly quotes as straight. Foreign words are only lowered. Appends to out. */
void word_fold(Str word, Buf *out);

#endif
