/* SPDX-License-Identifier: ISC */
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "progress.h"

enum { CHUNK = 128 * 1024 };

struct Source {
    const Cli *cli;
    size_t next; /* of the FILE operands */
    const char *name;
    int fd; /* -1: at the end of the FILE */
};

Source *source_new(const Cli *cli)
{
    Source *s = xrealloc(NULL, 1, sizeof *s);
    *s = (Source){.cli = cli, .fd = -1};
    return s;
}

void source_free(Source *s)
{
    free(s);
}

bool source_open(Source *s)
{
    while (s->next < s->cli->n_files) {
        s->name = s->cli->files[s->next++];
        bool standard = str_eq(str_of(s->name), STR("-"));
        s->fd = standard ? STDIN_FILENO : open(s->name, O_RDONLY);
        if (s->fd < 0) {
            cli_error(s->name, 0, "cannot be opened: %s", strerror(errno));
            continue;
        }
        return true;
    }
    return false;
}

static void close_file(Source *s)
{
    if (s->fd != STDIN_FILENO)
        close(s->fd);
    s->fd = -1;
}

bool source_read(Source *s, Buf *to)
{
    if (s->fd < 0)
        return false;
    if (to->cap - to->n < CHUNK / 2) /* the second read of a small FILE finds room enough */
        buf_reserve(to, CHUNK);
    for (;;) {
        ssize_t n = read(s->fd, to->p + to->n, to->cap - to->n);
        if (n > 0) {
            to->n += (size_t)n;
            progress_bytes((size_t)n);
            return true;
        }
        if (n < 0 && errno == EINTR) {
            progress_poll();
            continue;
        }
        if (n < 0)
            cli_error(s->name, 0, "cannot be read: %s", strerror(errno));
        close_file(s);
        return false;
    }
}

const char *source_name(const Source *s)
{
    return s->name;
}
