/* SPDX-License-Identifier: ISC */
#include "table.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "out.h"
#include "split.h"
#include "syllable.h"
#include "tables.h"
#include "utf8.h"

enum { USER_CELLS = 12 }; /* more than any table has columns */

typedef struct {
    const char *path; /* where it stands, for messages */
    uint64_t line;
    Str table;
    bool remove;
    size_t n;
    Str cells[USER_CELLS];
    Str folded[2]; /* forms of the first and of the second cell */
} UserRow;

struct UserRows {
    UserRow *rows;
    size_t n, cap;
    Arena text;
    Buf fold, kept;
};

UserRows *user_rows_new(void)
{
    UserRows *u = xrealloc(NULL, 1, sizeof *u);
    *u = (UserRows){0};
    return u;
}

void user_rows_free(UserRows *u)
{
    if (!u)
        return;
    arena_free(&u->text);
    buf_free(&u->fold);
    buf_free(&u->kept);
    free(u->rows);
    free(u);
}

/* The forms of a cell as they are matched: folded words with one space between, joined by |. */
static void fold_forms(Str cell, Buf *out)
{
    Str form;
    for (bool first = true; str_cut(&cell, '|', &form); first = false) {
        if (!first)
            buf_char(out, '|');
        Split word;
        for (size_t at = 0, n = 0; split_next(form, &at, &word); n++) {
            if (n)
                buf_char(out, ' ');
            word_fold(word.text, out);
        }
    }
}

static bool known_table(Str name)
{
    static const char *const names[] = {TABLE_NAMES};
    for (size_t i = 0; names[i]; i++)
        if (str_is(name, names[i]))
            return true;
    return false;
}

/* A cell as it may stand in a row of output. */
static Str clean_cell(UserRows *u, Str cell)
{
    if (!has_control(cell))
        return str_eq(cell, STR("-")) ? (Str){"", 0} : cell;
    u->fold.n = 0;
    without_control(cell, &u->fold);
    return arena_str(&u->text, buf_get(&u->fold));
}

static void read_row(UserRows *u, const char *path, uint64_t number, Str line)
{
    UserRow row = {.path = path, .line = number};
    Str rest = line, cell;
    if (utf8_check(line) < line.n)
        cli_usage("%s:%llu: the row is not valid UTF-8", path, (unsigned long long)number);
    str_cut(&rest, '\t', &cell);
    row.remove = str_starts(cell, STR("-"));
    row.table = row.remove ? str_from(cell, 1) : cell;
    if (!known_table(row.table))
        cli_usage("%s:%llu: no table is called '%.*s'", path, (unsigned long long)number, (int)row.table.n,
                  row.table.p);
    for (; str_cut(&rest, '\t', &cell); row.n++)
        if (row.n < USER_CELLS)
            row.cells[row.n] = clean_cell(u, cell);
    if (row.n == 0 || row.cells[0].n == 0)
        cli_usage("%s:%llu: the row has no columns behind the table's name", path,
                  (unsigned long long)number);
    for (size_t c = 0; c < 2 && c < row.n; c++) {
        u->fold.n = 0;
        fold_forms(row.cells[c], &u->fold);
        row.folded[c] = arena_str(&u->text, buf_get(&u->fold));
    }
    u->rows = array_room(u->rows, &u->cap, u->n, sizeof *u->rows);
    u->rows[u->n++] = row;
}

void user_rows_read(UserRows *u, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        cli_usage("%s: cannot be read: %s", path, strerror(errno));
    Buf b = {0};
    if (!buf_read(&b, f))
        cli_usage("%s: cannot be read: %s", path, strerror(errno));
    fclose(f);
    Str rest = arena_str(&u->text, buf_get(&b)), line;
    buf_free(&b);
    if (str_starts(rest, STR("\xEF\xBB\xBF")))
        rest = str_from(rest, 3);
    for (uint64_t number = 1; str_cut(&rest, '\n', &line); number++) {
        if (line.n && line.p[line.n - 1] == '\r')
            line.n--;
        if (line.n && line.p[0] != '#')
            read_row(u, path, number, line);
    }
}

TableRows table_rows(const Table *t, UserRows *user)
{
    return (TableRows){t, user, 0, user != NULL};
}

/* Do two cells of folded forms have one in common? */
static bool forms_meet(Str a, Str b)
{
    Str x, y;
    while (str_cut(&a, '|', &x))
        for (Str rest = b; str_cut(&rest, '|', &y);)
            if (str_eq(x, y))
                return true;
    return false;
}

static bool taken_away(TableRows *r, Str first)
{
    UserRows *u = r->user;
    bool folded = false;
    for (size_t i = 0; i < u->n; i++) {
        if (!str_is(u->rows[i].table, r->table->name))
            continue;
        if (!folded) {
            u->fold.n = 0;
            fold_forms(first, &u->fold);
            folded = true;
        }
        if (forms_meet(u->rows[i].folded[0], buf_get(&u->fold)))
            return true;
    }
    return false;
}

/* In a table of lists, whose first column tells what a list is of, rows of the user add to a list, and take
 * away their forms from it, or all of it where they name none. False when nothing is left. */
static bool forms_left(TableRows *r, Str *cells)
{
    UserRows *u = r->user;
    Str rest = cells[1], form;
    bool asked = false;
    for (size_t i = 0; i < u->n && !asked; i++)
        asked = str_is(u->rows[i].table, r->table->name) && str_eq(u->rows[i].cells[0], cells[0]);
    if (!asked)
        return true;
    u->kept.n = 0;
    while (str_cut(&rest, '|', &form)) {
        bool taken = false;
        u->fold.n = 0;
        fold_forms(form, &u->fold);
        for (size_t i = 0; i < u->n && !taken; i++) {
            const UserRow *row = &u->rows[i];
            taken = str_is(row->table, r->table->name) && str_eq(row->cells[0], cells[0]) &&
                    (row->n > 1 ? forms_meet(row->folded[1], buf_get(&u->fold)) : row->remove);
        }
        if (taken)
            continue;
        if (u->kept.n)
            buf_char(&u->kept, '|');
        buf_str(&u->kept, form);
    }
    cells[1] = arena_str(&u->text, buf_get(&u->kept));
    return cells[1].n > 0;
}

static _Noreturn void misfit(const UserRow *row, size_t column, const char *words)
{
    cli_usage("%s:%llu: column %zu is '%.*s', not one of %s", row->path, (unsigned long long)row->line,
              column + 2, (int)row->cells[column].n, row->cells[column].p, words);
}

static bool next_user(TableRows *r, Str *cells)
{
    while (r->i < r->user->n) {
        const UserRow *row = &r->user->rows[r->i++];
        if (row->remove || !str_is(row->table, r->table->name))
            continue;
        if (row->n > r->table->columns)
            cli_usage("%s:%llu: a row of '%s' has %zu columns behind its name, this one %zu", row->path,
                      (unsigned long long)row->line, r->table->name, r->table->columns, row->n);
        for (size_t c = 0; c < r->table->columns; c++) {
            const char *words = r->table->words[c];
            cells[c] = c < row->n ? row->cells[c] : (Str){"", 0};
            if (words && cells[c].n && !cell_has(str_of(words), cells[c]))
                misfit(row, c, words);
        }
        return true;
    }
    r->in_user = false;
    r->i = 0;
    return false;
}

static Str cell_at(const Table *t, size_t row, size_t column)
{
    const uint32_t *cell = t->cells + row * t->columns + column;
    return (Str){t->text + cell[0], cell[1] - cell[0]};
}

bool table_next(TableRows *r, Str *cells)
{
    if (r->in_user && next_user(r, cells))
        return true;
    const Table *t = r->table;
    while (r->i < t->rows) {
        for (size_t c = 0; c < t->columns; c++)
            cells[c] = cell_at(t, r->i, c);
        r->i++;
        if (!r->user || (t->words[0] ? forms_left(r, cells) : !taken_away(r, cells[0])))
            return true;
    }
    return false;
}

Str table_join(TableRows *r, Str forms, Str more)
{
    if (!r->user || !forms.n || !more.n)
        return forms.n ? forms : more;
    Buf *b = &r->user->kept;
    b->n = 0;
    buf_str(b, forms);
    buf_char(b, '|');
    buf_str(b, more);
    return arena_str(&r->user->text, buf_get(b));
}

bool table_find(const Table *t, Str first, Str *cells)
{
    size_t low = 0, high = t->rows;
    unsigned bit = table_bit(first);
    if (!(t->first[bit / 64] >> bit % 64 & 1))
        return false;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = str_cmp(first, cell_at(t, mid, 0));
        if (order == 0) {
            for (size_t c = 0; c < t->columns; c++)
                cells[c] = cell_at(t, mid, c);
            return true;
        }
        if (order < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return false;
}

bool cell_has(Str cell, Str form)
{
    Str each;
    while (str_cut(&cell, '|', &each))
        if (str_eq(each, form))
            return true;
    return false;
}

Forms forms_of(Str cell)
{
    Forms f = {.cell = cell};
    Str form;
    while (str_cut(&cell, '|', &form))
        f.bits[table_bit(form) / 64] |= UINT64_C(1) << table_bit(form) % 64;
    return f;
}

unsigned cell_name(Str cell, const char *const *names, unsigned n)
{
    while (n-- > 1)
        if (str_is(cell, names[n]))
            return n;
    return 0;
}
