/* SPDX-License-Identifier: ISC */
/* dbclean: pages scraped to text in, records of labelled lines out. */
#include "clean.h"
#include "cli.h"

static const OptionText own_options[] = {
    {'a', "all", NULL, "also what is dropped: kinds dup and boiler"},
    {'k', "keep", "LIST", "only records of these kinds, joined by commas"},
    {'n', "tone", "old|new|keep", "where tone marks go: hòa (default), hoà, or as they are"},
    {'s', "split", "HOW", "where documents begin: auto, infer, marks, no-ff, or re:REGEX besides"},
    {'x', "hash", NULL, "ids are hashes of title and text"},
    {'T', "text", NULL, "the text alone, a form feed between documents"},
    {0, NULL, NULL, NULL},
};

static const char *const columns[] = {"doc", "pos", "kind", "text", NULL};

static void take(void *self, const OptionText *option, const char *arg)
{
    clean_option(self, option->letter, arg);
}

int main(int argc, char **argv)
{
    static CleanOptions options;
    static const Program program = {
        .name = "dbclean",
        .purpose = "text of web pages in, records of labelled lines out",
        .options = own_options,
        .columns = columns,
        .example = "cat *.txt | dbclean | dbnums",
        .take = take,
        .self = &options,
    };
    static Cli cli;
    cli_parse(&cli, &program, argc, argv);
    clean(&cli, &options);
    return cli_end(&cli);
}
