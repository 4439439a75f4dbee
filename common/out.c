/* SPDX-License-Identifier: ISC */
#include "out.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli.h"
#include "mask.h"
#include "progress.h"

enum { ROOM = 64 * 1024 };

static struct {
    char buf[ROOM];
    size_t n; /* bytes waiting */
    bool in_row;
    uint64_t rows;
    Buf clean; /* a field without its control characters */
} out;

bool write_all(int fd, Str s)
{
    while (s.n) {
        ssize_t n = write(fd, s.p, s.n);
        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0)
            s = str_from(s, (size_t)n);
        progress_poll();
    }
    return true;
}

_Noreturn static void failed(void)
{
    if (errno == EPIPE)
        _exit(2);
    cli_fatal("standard output: cannot be written: %s", strerror(errno));
}

void out_flush(void)
{
    Str waiting = {out.buf, out.n};
    out.n = 0;
    if (!write_all(STDOUT_FILENO, waiting))
        failed();
}

/* Copies at most 16 bytes, as nearly all fields have: in two pieces that may lie over each other. */
static inline void copy_short(char *to, const char *p, size_t n)
{
    if (n >= 8) {
        memcpy(to, p, 8);
        memcpy(to + n - 8, p + n - 8, 8);
    } else if (n >= 4) {
        memcpy(to, p, 4);
        memcpy(to + n - 4, p + n - 4, 4);
    } else if (n) {
        to[0] = p[0];
        to[n / 2] = p[n / 2];
        to[n - 1] = p[n - 1];
    }
}

static inline void put(const char *p, size_t n)
{
    if (n > ROOM - out.n) {
        out_flush();
        if (n > ROOM) {
            if (!write_all(STDOUT_FILENO, (Str){p, n}))
                failed();
            return;
        }
    }
    if (n <= 16)
        copy_short(out.buf + out.n, p, n);
    else
        memcpy(out.buf + out.n, p, n);
    out.n += n;
}

/* Where the next byte goes. */
static inline char *next_byte(void)
{
    if (out.n == ROOM)
        out_flush();
    return out.buf + out.n;
}

static inline void between_fields(void)
{
    *next_byte() = '\t'; /* which stays unless the field is the first */
    out.n += out.in_row;
    out.in_row = true;
}

/* Bytes of the control character at s[i]: 0 for none. */
static size_t control_at(Str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    if (c < 0x20 || c == 0x7F)
        return 1;
    if (c == 0xC2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xA0)
        return 2;
    return 0;
}

/* Bytes below 0x20, DEL, or the lead byte of C1 (and of U+00A0 to U+00BF). */
static inline Lane suspicious(const char *p)
{
    Lane lane = lane_load(p), low = lane_equal(lane_and(lane, lane_each(0xE0)), lane_each(0));
    Lane lead = lane_equal(lane, lane_each(0xC2));
    return lane_or(lane_or(low, lane_equal(lane, lane_each(0x7F))), lead);
}

/* Bytes at the front of s that are not so, as far as whole blocks tell. */
static size_t harmless(Str s)
{
    size_t i = 0;
    for (; i + BLOCK <= s.n; i += BLOCK) {
        Lane found = suspicious(s.p + i);
        for (unsigned k = LANE; k < BLOCK; k += LANE)
            found = lane_or(found, suspicious(s.p + i + k));
        if (lane_bits(found))
            break;
    }
    return i;
}

/* Place of the first control character from i on, s.n for none. */
static size_t next_control(Str s, size_t i)
{
    for (; i < s.n && s.n < LANE; i++)
        if (control_at(s, i))
            return i;
    while (i < s.n) {
        size_t at = i + LANE <= s.n ? i : s.n - LANE; /* the last one begins in what was seen already */
        for (uint64_t may = lane_bits(suspicious(s.p + at)) >> (i - at); may; may &= may - 1) {
            size_t found = i + (size_t)__builtin_ctzll(may);
            if (control_at(s, found))
                return found;
        }
        i = at + LANE;
    }
    return s.n;
}

bool has_control(Str s)
{
    return next_control(s, harmless(s)) < s.n;
}

void without_control(Str s, Buf *to)
{
    for (size_t i = 0, n; i < s.n;) {
        size_t end = next_control(s, i);
        buf_add(to, s.p + i, end - i);
        i = end;
        if (i < s.n)
            buf_char(to, ' ');
        while (i < s.n && (n = control_at(s, i)) != 0)
            i += n;
    }
}

void out_field(Str s)
{
    between_fields();
    if (has_control(s)) {
        out.clean.n = 0;
        without_control(s, &out.clean);
        s = buf_get(&out.clean);
    }
    put(s.p, s.n);
}

void out_clean(Str s)
{
    between_fields();
    put(s.p, s.n);
}

/* Digits of v into the end of `digits`; where they begin. */
static size_t write_number(uint64_t v, char digits[static 21])
{
    size_t i = 21;
    do
        digits[--i] = (char)('0' + v % 10);
    while (v /= 10);
    return i;
}

void out_uint(uint64_t v)
{
    char digits[21];
    size_t i = write_number(v, digits);
    between_fields();
    put(digits + i, sizeof digits - i);
}

void out_number_on(char mark, uint64_t v)
{
    char digits[21];
    size_t i = write_number(v, digits);
    digits[--i] = mark;
    put(digits + i, sizeof digits - i);
}

void out_empty(void)
{
    between_fields();
}

void out_end_row(void)
{
    *next_byte() = '\n';
    out.n++;
    out.in_row = false;
    out.rows++;
}

void out_end_header(void)
{
    out_end_row();
    out.rows--;
}

void out_raw(Str s)
{
    if (s.n)
        put(s.p, s.n);
}

uint64_t out_rows(void)
{
    return out.rows;
}

void out_close(void)
{
    out_flush();
    if (close(STDOUT_FILENO) != 0)
        failed();
}
