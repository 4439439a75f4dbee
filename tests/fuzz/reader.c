/* SPDX-License-Identifier: ISC */
/* Any bytes, as text or as records, with any cap, become documents of valid UTF-8 without control characters;
 * each place in a record lies in one of its pieces. The first two bytes choose the form and the cap. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sanitizer/common_interface_defs.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "out.h"
#include "reader.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_text(Str s)
{
    if (utf8_check(s) != s.n || has_control(s))
        abort();
}

static void check_record(const Record *r)
{
    Str line;
    check_text(r->text);
    if (!pos_read(r->pos, &line) || !str_eq(line, r->pos) || r->n_pieces == 0)
        abort();
    size_t chars = utf8_count(r->text);
    for (size_t ch = 0; ch < chars && ch < 64; ch++) {
        Place p = record_place(r, ch);
        check_text(p.text);
        if (!pos_read(p.pos, &line) || p.start == 0 || p.start > utf8_count(p.text) + 1)
            abort();
    }
}

static void read_all(int fd, InputForm form, uint64_t cap)
{
    char name[32];
    char *files[] = {name, name};
    Cli cli = {.input = form, .max_document = cap, .max_text = "", .files = files, .n_files = 2};
    Document doc;
    snprintf(name, sizeof name, "/dev/fd/%d", fd);
    Reader *r = reader_new(&cli);
    while (reader_next(r, &doc)) {
        check_text(doc.id);
        for (size_t i = 0; i < doc.n; i++)
            check_record(&doc.records[i]);
    }
    reader_free(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int fd = -1, nowhere, messages;
    if (size < 2)
        return 0;
    if (fd < 0) {
        fd = memfd_create("fuzz", 0);
        nowhere = open("/dev/null", O_WRONLY);
        messages = dup(STDERR_FILENO);
        __sanitizer_set_report_fd((void *)(intptr_t)messages);
    }
    if (ftruncate(fd, 0) != 0 || pwrite(fd, data + 2, size - 2, 0) != (ssize_t)(size - 2))
        abort();
    dup2(nowhere, STDERR_FILENO); /* what is told of bad rows */
    read_all(fd, (InputForm)(data[0] % 3), data[1] ? data[1] : 1 << 20);
    dup2(messages, STDERR_FILENO);
    return 0;
}
