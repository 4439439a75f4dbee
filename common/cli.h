/* SPDX-License-Identifier: ISC */
/* What all five programs share of their command line: options, help, messages, status.
 *
 * A program describes itself in a Program and calls cli_parse; at its end it returns cli_end(). */
#ifndef CLI_H
#define CLI_H

#include "str.h"
#include "table.h"

typedef struct {
    char letter;      /* 0: long name only */
    const char *name; /* long name */
    const char *arg;  /* name of its argument in the help, NULL for none */
    const char *help; /* one line */
} OptionText;

typedef struct {
    const char *name;           /* dbnums */
    const char *purpose;        /* one line: records in, one row per figure out */
    const OptionText *options;  /* its own options, ended by name NULL; shared ones are known */
    const char *const *columns; /* of its rows, ended by NULL: header row and help */
    const char *example;        /* for the help */
    /* Takes one of its own options; returns false when the argument is wrong (having called cli_usage). */
    bool (*take)(void *self, char letter, const char *arg);
    void *self;
} Program;

typedef enum { INPUT_GUESS, INPUT_TEXT, INPUT_RECORDS } InputForm;

typedef struct {
    const Program *program;
    bool header, unbuffered, progress, verbose, quiet, context, all;
    InputForm input;
    const char *doc_id;    /* -d, NULL */
    const char *encoding;  /* -e, NULL for auto */
    uint64_t max_document; /* -M, bytes */
    UserRows *user;        /* -t, NULL when there are none */
    char *const *files;    /* operands; "-" when there were none */
    size_t n_files;
} Cli;

/* Parses argv. Help and version are printed and end the program with 0, wrong usage with 2. */
void cli_parse(Cli *cli, const Program *program, int argc, char **argv);

/* Messages: "dbnums: FILE:LINE: what" or "dbnums: FILE: what: reason"; file "-" is standard input, line 0
 * none. warn is silent under -q, fail is not. note_error() makes cli_end return 1. */
void cli_warn(const char *file, uint64_t line, const char *format, ...) __attribute__((format(printf, 3, 4)));
void cli_error(const char *file, uint64_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
_Noreturn void cli_usage(const char *format, ...) __attribute__((format(printf, 1, 2))); /* status 2 */
_Noreturn void cli_fatal(const char *format, ...) __attribute__((format(printf, 1, 2))); /* status 2 */
void cli_note_error(void);
/* Flushes and closes standard output, checks it, and gives the status of the run: 0, 1 or 2. */
int cli_end(void);

#endif
