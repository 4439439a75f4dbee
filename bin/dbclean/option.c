/* SPDX-License-Identifier: ISC */
#include "clean.h"
#include "message.h"

static void keep_kinds(CleanOptions *o, const char *arg)
{
    Str rest = str_of(arg), name;
    o->chosen = true;
    while (str_cut(&rest, ',', &name)) {
        Kind kind;
        if (!kind_find(name, &kind))
            cli_not_one_of('k', name, kind_names);
        o->keep[kind] = true;
    }
}

static void add_opening(CleanOptions *o, Str pattern)
{
    Str error;
    size_t at;
    Regex *re = regex_new(pattern, &error, &at);
    if (!re)
        cli_usage("-s re:%.*s: %.*s at offset %zu", (int)pattern.n, pattern.p, (int)error.n, error.p, at);
    o->opens = xrealloc(o->opens, o->n_opens + 1, sizeof(Regex *));
    o->opens[o->n_opens++] = re;
}

static void set_split(CleanOptions *o, const char *arg)
{
    static const char *const names[] = {"auto", "infer", "marks", "no-ff"};
    Str how = str_of(arg);
    if (str_starts(how, STR("re:"))) {
        add_opening(o, str_from(how, 3));
        return;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(how, names[i])) {
            o->split = (Split)i;
            return;
        }
    cli_usage("-s takes auto, infer, marks, no-ff or re:REGEX, not: %s", arg);
}

static void set_style(CleanOptions *o, const char *arg)
{
    static const char *const names[] = {"old", "new", "keep"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(str_of(arg), names[i])) {
            o->style = (ToneStyle)i;
            return;
        }
    cli_usage("-n takes old, new or keep, not: %s", arg);
}

void clean_option(CleanOptions *o, char letter, const char *arg)
{
    switch (letter) {
    case 'k':
        keep_kinds(o, arg);
        break;
    case 'n':
        set_style(o, arg);
        break;
    case 's':
        set_split(o, arg);
        break;
    case 'x':
        o->hash = true;
        break;
    case 'T':
        o->text = true;
        break;
    default:
        break;
    }
}
