/* SPDX-License-Identifier: ISC */
/* What all five programs share of their command line: options, help, status.
 *
 * A program describes itself in a Program and calls cli_parse; at its end it returns cli_end(). */
#ifndef CLI_H
#define CLI_H

#include "decode.h"
#include "message.h"
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
    /* Takes one of its own options (by letter, or by name where it has none); calls cli_usage when the
     * argument is wrong. -a and -c are kept in the Cli and not handed on. NULL when it has no others. */
    void (*take)(void *self, const OptionText *option, const char *arg);
    void *self;
} Program;

typedef enum { INPUT_GUESS, INPUT_TEXT, INPUT_RECORDS } InputForm;

typedef struct {
    const Program *program;
    bool header, unbuffered, progress, verbose, quiet, context, all;
    InputForm input;
    const char *doc_id;    /* -d, NULL */
    Encoding encoding;     /* -e */
    uint64_t max_document; /* -M, bytes, at least 1 */
    const char *max_text;  /* -M as it was written */
    UserRows *user;        /* -t, NULL when there are none */
    char **files;          /* operands; "-" when there were none */
    size_t n_files;
} Cli;

/* Parses argv. Help and version are printed and end the program with 0, wrong usage with 2. */
void cli_parse(Cli *cli, const Program *program, int argc, char **argv);
/* Wrong usage of an option that takes words: tells those there are (NULL-ended). */
_Noreturn void cli_not_one_of(char option, Str word, const char *const *names);
/* The header row that -H asks for; with -c it ends in `text`. */
void cli_header(const Cli *cli, const char *const *columns);
/* After each document: -u, progress. */
void cli_document_done(const Cli *cli, size_t records);
/* Flushes and closes standard output, checks it, and gives the status of the run: 0, 1 or 2. Frees what
 * cli_parse made: user rows, the list of files. */
int cli_end(const Cli *cli);

#endif
