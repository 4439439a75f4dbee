/* SPDX-License-Identifier: ISC */
#include "message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "progress.h"

enum { CAUSES = 16 };

typedef struct {
    const char *what;
    TallyKind kind;
    uint64_t line, times;
} Cause;

static struct {
    const char *program;
    bool quiet, failed;
    Cause causes[CAUSES];
    size_t n;
} state = {.program = "dbtools"};

void message_start(const char *program)
{
    state.program = program;
    oom_program(program);
}

void message_quiet(bool quiet)
{
    state.quiet = quiet;
}

static void open_message(const char *file, uint64_t line)
{
    progress_clear();
    fprintf(stderr, "%s: ", state.program);
    if (file && line)
        fprintf(stderr, "%s:%llu: ", file, (unsigned long long)line);
    else if (file)
        fprintf(stderr, "%s: ", file);
}

static void say(const char *file, uint64_t line, const char *format, va_list args)
{
    open_message(file, line);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}

void cli_error(const char *file, uint64_t line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(file, line, format, args);
    va_end(args);
    state.failed = true;
}

_Noreturn void cli_usage(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(NULL, 0, format, args);
    va_end(args);
    fprintf(stderr, "%s: try '%s --help'\n", state.program, state.program);
    _Exit(2);
}

_Noreturn void cli_fatal(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(NULL, 0, format, args);
    va_end(args);
    _Exit(2);
}

void cli_note_error(void)
{
    state.failed = true;
}

int cli_status(void)
{
    return state.failed ? 1 : 0;
}

void tally(TallyKind kind, const char *what, uint64_t line, uint64_t times)
{
    for (size_t i = 0; i < state.n; i++)
        if (state.causes[i].what == what) {
            state.causes[i].times += times;
            return;
        }
    if (state.n < CAUSES)
        state.causes[state.n++] = (Cause){what, kind, line, times};
}

void tally_end(const char *file)
{
    for (size_t i = 0; i < state.n; i++) {
        const Cause *c = &state.causes[i];
        if (c->kind == TALLY_ERROR)
            state.failed = true;
        else if (state.quiet)
            continue;
        open_message(file, c->line);
        if (c->times > 1)
            fprintf(stderr, "%s (%llu times)\n", c->what, (unsigned long long)c->times);
        else
            fprintf(stderr, "%s\n", c->what);
    }
    state.n = 0;
}
