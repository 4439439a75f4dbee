/* SPDX-License-Identifier: ISC */
/* build/unit NAME FILE: holds the function unit_NAME against the table FILE. See unit.h and tests/run. */
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"

static const struct {
    const char *name;
    void (*run)(Str in, Buf *out);
} units[] = {
#define UNIT(name) {#name, unit_##name},
#include "units.h"
#undef UNIT
    {NULL, NULL}};

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void unescape(Str s, Buf *out)
{
    out->n = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c == '\\' && i + 1 < s.n) {
            c = s.p[++i];
            if (c == 'n')
                c = '\n';
            else if (c == 't')
                c = '\t';
            else if (c == 'r')
                c = '\r';
            else if (c == 'x' && i + 2 < s.n && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0) {
                c = (char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2]));
                i += 2;
            } else if (c != '\\') {
                buf_char(out, '\\');
            }
        }
        buf_char(out, c);
    }
}

/* Escaped again, so that a report is one line of text. */
static void show(Str s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c == '\n')
            fputs("\\n", stdout);
        else if (c == '\t')
            fputs("\\t", stdout);
        else if (c < ' ' || c == 0x7F)
            printf("\\x%02x", c);
        else
            putchar(c);
    }
}

static void read_all(const char *path, Buf *b)
{
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(2);
    }
    char block[65536];
    size_t n;
    while ((n = fread(block, 1, sizeof block, f)) > 0)
        buf_add(b, block, n);
    fclose(f);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: unit NAME FILE\n", stderr);
        return 2;
    }
    size_t u = 0;
    while (units[u].name && strcmp(units[u].name, argv[1]) != 0)
        u++;
    if (!units[u].name) {
        printf("F unit/%s: no function unit_%s in tests/unit\n", argv[1], argv[1]);
        return 1;
    }
    Buf file = {0}, in = {0}, want = {0}, got = {0};
    read_all(argv[2], &file);
    Str rest = buf_get(&file), line;
    int status = 0;
    for (unsigned number = 1; str_cut(&rest, '\n', &line); number++) {
        if (line.n == 0 || line.p[0] == '#')
            continue;
        size_t tab = line.n;
        while (tab > 0 && line.p[tab - 1] != '\t')
            tab--;
        unescape(str_from(line, tab), &want);
        if (tab > 0)
            tab--;
        unescape((Str){line.p, tab}, &in);
        got.n = 0;
        units[u].run(buf_get(&in), &got);
        bool right = str_eq(buf_get(&want), buf_get(&got));
        printf("%c unit/%s: line %u: ", right ? 'P' : 'F', argv[1], number);
        show(buf_get(&in));
        if (!right) {
            status = 1;
            fputs(": ", stdout);
            show(buf_get(&want));
            fputs(" wanted, ", stdout);
            show(buf_get(&got));
        }
        putchar('\n');
    }
    buf_free(&file);
    buf_free(&in);
    buf_free(&want);
    buf_free(&got);
    return status;
}
