/* SPDX-License-Identifier: ISC */
#include "mended.h"

#include "progress.h"

void mended_tell(const Input *in, const Normal *n)
{
    static const char *const lines_of[ENCODINGS] = {
        [ENCODING_UTF16] = "files of UTF-16",        [ENCODING_TCVN3] = "lines of TCVN3",
        [ENCODING_VNI] = "lines of VNI-Windows",     [ENCODING_VISCII] = "lines of VISCII",
        [ENCODING_CP1258] = "lines of windows-1258",
    };
    DecodeCounts d = input_counts(in);
    NormalCounts c = normal_counts(n);

    for (size_t e = 0; e < ENCODINGS; e++)
        if (lines_of[e])
            progress_mended(lines_of[e], d.lines[e]);
    progress_mended("letters of misread UTF-8", d.misread);
    progress_mended("invalid bytes", d.invalid);
    progress_mended("entities", c.entities);
    progress_mended("words with a tone mark moved", c.tones);
    progress_mended("words with a look-alike of Đ", c.lookalikes);
    progress_mended("words composed to NFC", c.composed);
}
