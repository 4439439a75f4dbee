/* SPDX-License-Identifier: ISC */
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ids.h"
#include "message.h"
#include "out.h"

enum { NAME_BYTES = 200 }; /* of 255 that file systems allow: a suffix is added */

struct Files {
    Str folder;
    bool over, refused;
    Ids *names; /* given in this run */
    Buf name, path, part;
};

Files *files_new(const char *folder, bool over)
{
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        cli_fatal("%s: cannot be made: %s", folder, strerror(errno));
    Files *f = xrealloc(NULL, 1, sizeof *f);
    *f = (Files){.folder = str_of(folder), .over = over, .names = ids_new()};
    return f;
}

void files_free(Files *f)
{
    if (!f)
        return;
    ids_free(f->names);
    buf_free(&f->name);
    buf_free(&f->path);
    buf_free(&f->part);
    free(f);
}

bool files_refused(const Files *f)
{
    return f->refused;
}

/* An id as the name of a file: no slash, nothing hidden, not too long. */
static void safe_name(Str id, Buf *name)
{
    size_t n = id.n;
    if (n > NAME_BYTES)
        for (n = NAME_BYTES; n > 0 && ((unsigned char)id.p[n] & 0xC0) == 0x80;)
            n--;
    name->n = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)id.p[i];
        bool bad = c == '/' || c == '\\' || c < 0x20 || c == 0x7F || (i == 0 && (c == '.' || c == '-'));
        buf_char(name, bad ? '_' : (char)c);
    }
    if (n == 0)
        buf_char(name, '_');
}

static void set_path(const Files *f, Buf *path, Str name)
{
    path->n = 0;
    buf_str(path, f->folder);
    if (!str_ends(f->folder, STR("/")))
        buf_char(path, '/');
    buf_str(path, name);
    buf_char(path, '\0');
    path->n--;
}

/* The whole text under a temporary name, a name that no document has: they do not begin with a point. */
static void write_part(Files *f, Str text)
{
    Buf name = {0};
    buf_str(&name, STR(".dbsplit."));
    buf_uint(&name, (uint64_t)getpid());
    set_path(f, &f->part, buf_get(&name));
    buf_free(&name);
    unlink(f->part.p);
    int fd = open(f->part.p, O_WRONLY | O_CREAT | O_EXCL, 0666);
    bool good = fd >= 0 && write_all(fd, text);
    int error = errno;
    if (fd >= 0 && close(fd) != 0 && good) {
        good = false;
        error = errno;
    }
    if (good)
        return;
    unlink(f->part.p);
    cli_fatal("%s: cannot be written: %s", f->path.p, strerror(error));
}

/* Gives the text its name. link(2) never replaces a file; where a file system has no links, what was looked
 * at just before is. False when there is a file of that name. */
static bool put_in_place(const Files *f)
{
    struct stat s;
    if (!f->over) {
        int made = link(f->part.p, f->path.p), error = errno;
        if (made == 0 || error == EEXIST || lstat(f->path.p, &s) == 0) {
            unlink(f->part.p);
            return made == 0;
        }
    }
    if (rename(f->part.p, f->path.p) == 0)
        return true;
    int error = errno;
    unlink(f->part.p);
    cli_fatal("%s: cannot be written: %s", f->path.p, strerror(error));
}

bool files_write(Files *f, Str id, Str text, Str *path)
{
    Buf safe = {0};
    safe_name(id, &safe);
    f->name.n = 0;
    ids_give(f->names, buf_get(&safe), &f->name);
    buf_free(&safe);
    set_path(f, &f->path, buf_get(&f->name));
    *path = buf_get(&f->path);
    write_part(f, text);
    if (put_in_place(f))
        return true;
    cli_error(f->path.p, 0, "is there already, not written over (-f does)");
    f->refused = true;
    return false;
}
