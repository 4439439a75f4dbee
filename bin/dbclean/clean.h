/* SPDX-License-Identifier: ISC */
/* The run of dbclean: lines from the input to documents, documents to rows. */
#ifndef CLEAN_H
#define CLEAN_H

#include "cli.h"
#include "record.h"
#include "regex.h"
#include "syllable.h"

typedef enum { SPLIT_AUTO, SPLIT_INFER, SPLIT_MARKS, SPLIT_NO_FEED } Split;

typedef struct {
    bool keep[KIND_COUNT], chosen; /* -k: these kinds and no others */
    ToneStyle style;
    Split split;
    Regex **opens; /* -s re: */
    size_t n_opens;
    bool hash, text;
} CleanOptions;

/* Takes an option of dbclean's own; ends the program when its argument is wrong. */
void clean_option(CleanOptions *o, char letter, const char *arg);
/* The whole run; errors are told as they come, see cli_end for its status. */
void clean(const Cli *cli, const CleanOptions *options);

#endif
