/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "out.h"
#include "progress.h"
#include "version.h"

static const OptionText shared[] = {
    {'H', "header", NULL, "write a header row"},
    {'i', "input", "text|records", "do not guess what the input is"},
    {'d', "doc", "ID", "document id, for text input"},
    {'e', "encoding", "ENC", "encoding of text input, instead of looking for it (auto)"},
    {'M', "max-document", "SIZE", "cut documents longer than this (64M)"},
    {'t', "table", "FILE", "add rows to the built-in tables; repeatable"},
    {'u', "unbuffered", NULL, "flush after each document"},
    {'p', "progress", NULL, "tell how far it is, every second, on standard error"},
    {'v', "verbose", NULL, "a summary at the end, on standard error"},
    {'q', "quiet", NULL, "no warnings"},
    {'h', "help", NULL, "this text"},
    {'V', "version", NULL, "name and version"},
    {0, NULL, NULL, NULL},
};

/* ---- help */

static void help_options(Buf *b, const OptionText *o)
{
    for (; o->name; o++) {
        size_t start = b->n;
        buf_str(b, STR("  "));
        if (o->letter) {
            buf_char(b, '-');
            buf_char(b, o->letter);
            buf_str(b, STR(", "));
        } else {
            buf_str(b, STR("    "));
        }
        buf_str(b, STR("--"));
        buf_str(b, str_of(o->name));
        if (o->arg) {
            buf_char(b, '=');
            buf_str(b, str_of(o->arg));
        }
        do
            buf_char(b, ' ');
        while (b->n - start < 30);
        buf_str(b, str_of(o->help));
        buf_char(b, '\n');
    }
}

_Noreturn static void help(const Program *p)
{
    Buf b = {0};
    buf_str(&b, STR("usage: "));
    buf_str(&b, str_of(p->name));
    buf_str(&b, STR(" [OPTION]... [FILE]...\n"));
    buf_str(&b, str_of(p->purpose));
    buf_str(&b, STR("\n\n"));
    if (p->options)
        help_options(&b, p->options);
    help_options(&b, shared);
    buf_str(&b, STR("\ncolumns:"));
    for (size_t i = 0; p->columns[i]; i++) {
        buf_char(&b, ' ');
        buf_str(&b, str_of(p->columns[i]));
    }
    buf_str(&b, STR("\nexample: "));
    buf_str(&b, str_of(p->example));
    buf_str(&b, STR("\nmanual: man "));
    buf_str(&b, str_of(p->name));
    buf_str(&b, STR(", man dbtools\n"));
    out_raw(buf_get(&b));
    buf_free(&b);
    out_close();
    exit(0);
}

_Noreturn static void version(const Program *p)
{
    out_raw(str_of(p->name));
    out_raw(STR(" (dbtools) " DBTOOLS_VERSION "\n"));
    out_close();
    exit(0);
}

/* ---- values */

/* 64M: bytes with K, M, G for powers of 1024; at most 2G, for places in a text are 32 bits wide. */
static uint64_t size_value(const char *arg)
{
    uint64_t v = 0;
    const char *p = arg;
    for (; *p >= '0' && *p <= '9'; p++) {
        if (v > (UINT64_MAX >> 32) / 10)
            cli_usage("-M %s: too large", arg);
        v = v * 10 + (uint64_t)(*p - '0');
    }
    unsigned shift = 0;
    if (*p == 'k' || *p == 'K')
        shift = 10;
    else if (*p == 'm' || *p == 'M')
        shift = 20;
    else if (*p == 'g' || *p == 'G')
        shift = 30;
    if (p == arg || v == 0 || p[shift ? 1 : 0] != '\0')
        cli_usage("-M %s: not a size such as 64M", arg);
    v <<= shift;
    if (v > UINT64_C(2) << 30)
        cli_usage("-M %s: too large", arg);
    return v;
}

void cli_not_one_of(char option, Str word, const char *const *names)
{
    Buf list = {0};
    for (size_t i = 0; names[i]; i++) {
        buf_str(&list, i ? STR(", ") : STR(""));
        buf_str(&list, str_of(names[i]));
    }
    cli_usage("-%c %.*s: not one of %.*s", option, (int)word.n, word.p, (int)list.n, list.p);
}

static Encoding encoding_value(const char *arg)
{
    Encoding e;
    if (!encoding_of(str_of(arg), &e))
        cli_not_one_of('e', str_of(arg), encoding_names);
    return e;
}

static InputForm input_value(const char *arg)
{
    if (str_eq(str_of(arg), STR("text")))
        return INPUT_TEXT;
    if (str_eq(str_of(arg), STR("records")))
        return INPUT_RECORDS;
    cli_usage("-i %s: neither text nor records", arg);
}

static void take_shared(Cli *cli, char letter, const char *arg)
{
    switch (letter) {
    case 'H':
        cli->header = true;
        break;
    case 'i':
        cli->input = input_value(arg);
        break;
    case 'd':
        if (!*arg)
            cli_usage("-d: the id is empty");
        cli->doc_id = arg;
        break;
    case 'e':
        cli->encoding = encoding_value(arg);
        break;
    case 'M':
        cli->max_document = size_value(arg);
        cli->max_text = arg;
        break;
    case 't':
        if (!cli->user)
            cli->user = user_rows_new();
        user_rows_read(cli->user, arg);
        break;
    case 'u':
        cli->unbuffered = true;
        break;
    case 'p':
        cli->progress = true;
        break;
    case 'v':
        cli->verbose = true;
        break;
    case 'q':
        cli->quiet = true;
        break;
    case 'h':
        help(cli->program);
    case 'V':
        version(cli->program);
    default:
        break;
    }
}

/* ---- parsing */

static const OptionText *by_letter(const OptionText *o, char letter)
{
    for (; o && o->name; o++)
        if (o->letter == letter)
            return o;
    return NULL;
}

static void take(Cli *cli, const OptionText *o, const char *arg)
{
    bool own = by_letter(shared, o->letter) != o;
    if (!own)
        take_shared(cli, o->letter, arg);
    else if (o->letter == 'a' && !o->arg)
        cli->all = true;
    else if (o->letter == 'c' && !o->arg)
        cli->context = true;
    else
        cli->program->take(cli->program->self, o, arg);
}

/* A long name may be shortened as long as it is the only one that begins so. */
static const OptionText *by_name(const Program *p, Str name)
{
    const OptionText *found = NULL, *lists[] = {p->options, shared};
    bool several = false;
    for (size_t l = 0; l < 2; l++)
        for (const OptionText *o = lists[l]; o && o->name; o++) {
            if (!str_starts(str_of(o->name), name))
                continue;
            if (str_eq(str_of(o->name), name))
                return o;
            several = found != NULL;
            found = o;
        }
    if (several)
        cli_usage("option --%.*s could be several", (int)name.n, name.p);
    return found;
}

/* --name, --name=value, --name value; gives how many further arguments were used. */
static int take_long(Cli *cli, const char *text, const char *next)
{
    Str rest = str_of(text), name, value = {NULL, 0};
    str_cut(&rest, '=', &name);
    value = rest;
    const OptionText *o = by_name(cli->program, name);
    if (!o)
        cli_usage("unknown option --%.*s", (int)name.n, name.p);
    if (!o->arg && value.p)
        cli_usage("option --%s takes no value", o->name);
    if (o->arg && !value.p && !next)
        cli_usage("option --%s needs a value", o->name);
    take(cli, o, !o->arg ? NULL : value.p ? value.p : next);
    return o->arg && !value.p;
}

/* -abc, -xVALUE, -x VALUE */
static int take_short(Cli *cli, const char *text, const char *next)
{
    for (; *text; text++) {
        const OptionText *o = by_letter(cli->program->options, *text);
        if (!o)
            o = by_letter(shared, *text);
        if (!o)
            cli_usage("unknown option -%c", *text);
        if (!o->arg) {
            take(cli, o, NULL);
            continue;
        }
        if (!text[1] && !next)
            cli_usage("option -%c needs a value", *text);
        take(cli, o, text[1] ? text + 1 : next);
        return !text[1];
    }
    return 0;
}

/* A file descriptor that is closed would be given to the first FILE opened, and rows be written over it. */
static void open_standard_streams(void)
{
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
            _exit(2);
}

void cli_parse(Cli *cli, const Program *program, int argc, char **argv)
{
    static char standard_input[] = "-";
    message_start(program->name);
    open_standard_streams();
    *cli = (Cli){.program = program, .max_document = 64 << 20, .max_text = "64M"};
    cli->files = xrealloc(NULL, (size_t)argc + 1, sizeof *cli->files);
    bool options = true;
    for (int i = 1; i < argc; i++) {
        char *a = argv[i];
        if (!options || a[0] != '-' || !a[1])
            cli->files[cli->n_files++] = a;
        else if (a[1] != '-')
            i += take_short(cli, a + 1, i + 1 < argc ? argv[i + 1] : NULL);
        else if (a[2])
            i += take_long(cli, a + 2, i + 1 < argc ? argv[i + 1] : NULL);
        else
            options = false;
    }
    if (cli->n_files == 0)
        cli->files[cli->n_files++] = standard_input;
    message_quiet(cli->quiet);
    progress_start(program->name, cli->files, cli->n_files, cli->progress);
}

void cli_header(const Cli *cli, const char *const *columns)
{
    if (!cli->header)
        return;
    for (size_t i = 0; columns[i]; i++)
        out_field(str_of(columns[i]));
    if (cli->context)
        out_field(STR("text"));
    out_end_header();
}

void cli_document_done(const Cli *cli, size_t records)
{
    progress_document(records);
    if (cli->unbuffered)
        out_flush();
}

int cli_end(const Cli *cli)
{
    out_close();
    progress_end(cli->verbose);
    user_rows_free(cli->user);
    free(cli->files);
    return cli_status();
}
