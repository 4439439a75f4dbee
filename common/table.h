/* SPDX-License-Identifier: ISC */
/* Tables: what the programs know, as data. A .tsv beside the code becomes a Table by tablegen; -t adds rows.
 *
 * A .tsv: `#` lines are comments, the first of them names the columns; cells split by TAB; forms of one thing
 * in a cell are joined by `|`; `-` is an empty cell. A column named `sort=goal|rank` has these words and no
 * others. tablegen refuses: unsorted or repeated rows (by whole line in byte order), text that is not NFC,
 * empty cells, other words, rows of another width. */
#ifndef TABLE_H
#define TABLE_H

#include "str.h"

typedef struct {
    const char *name; /* of the file, without .tsv */
    size_t columns, rows;
    const char *text;         /* all cells, one behind the other */
    const uint32_t *cells;    /* rows * columns + 1 offsets into text; a cell ends where the next begins */
    const char *const *words; /* by column: what a cell may be, joined by |; NULL: anything */
    uint64_t first[4];        /* a bit for each first cell, table_bit of it: what most words asked for lack */
} Table;

static inline unsigned table_bit(Str first)
{
    return first.n ? ((unsigned char)first.p[0] * 5U + (unsigned char)first.p[first.n - 1] * 3U +
                      (unsigned)first.n * 29U) %
                         256
                   : 0;
}

/* Rows given by -t: first column a table's name (`-name` takes rows away), the rest its columns. */
typedef struct UserRows UserRows;

UserRows *user_rows_new(void);
/* Reads a file; ends the program with 2 when it cannot be read or names a table that no program has. */
void user_rows_read(UserRows *u, const char *path);
void user_rows_free(UserRows *u);

/* The rows in force: the user's first, then those built in that no user row takes away. A user row replaces
 * or takes away a built-in row by the forms in its first column; in a table of lists, one whose first column
 * has words of its own (role, sort), it adds to a list, or takes its forms away from it. `user` may be NULL.
 */
typedef struct {
    const Table *table;
    UserRows *user;
    size_t i;
    bool in_user;
} TableRows;

TableRows table_rows(const Table *t, UserRows *user);
/* Fills cells (t->columns of them, "-" given as empty; missing cells of user rows too). False at the end. The
 * cells live as long as the table and the user rows. A user row that does not fit the table ends the program
 * with 2. */
bool table_next(TableRows *r, Str *cells);
/* The forms of two cells; for tables whose rows are one list. They live as long. */
Str table_join(TableRows *r, Str forms, Str more);

/* Which of n names a cell is; 0, the first, when it is none of them. */
unsigned cell_name(Str cell, const char *const *names, unsigned n);
/* Is this one of the forms of a cell? */
bool cell_has(Str cell, Str form);

/* The forms of a cell that is asked often. */
typedef struct {
    Str cell;
    uint64_t bits[4]; /* table_bit of each: what most words asked for lack */
} Forms;
Forms forms_of(Str cell);
static inline bool forms_have(const Forms *f, Str form)
{
    unsigned bit = table_bit(form);
    return f->bits[bit / 64] >> bit % 64 & 1 && cell_has(f->cell, form);
}

/* The built-in row whose first cell is just this; false for none. */
bool table_find(const Table *t, Str first, Str *cells);

#endif
