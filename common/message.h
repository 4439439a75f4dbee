/* SPDX-License-Identifier: ISC */
/* What a program says on standard error, and the status it ends with.
 *
 * `dbnums: FILE:LINE: what is wrong`, `dbnums: FILE: what: reason`; FILE `-` is standard input, line 0 gives
 * none. Lower case, no full stop. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include "str.h"

/* First thing in main: the name that opens every message; quiet holds back warnings, errors never. */
void message_start(const char *program);
void message_quiet(bool quiet);

/* Also under -q; the run ends with status 1. */
void cli_error(const char *file, uint64_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* These two end the program at once; what it had made is not given back. */
_Noreturn void cli_usage(const char *format, ...) __attribute__((format(printf, 1, 2))); /* status 2 */
_Noreturn void cli_fatal(const char *format, ...) __attribute__((format(printf, 1, 2))); /* status 2 */
void cli_note_error(void); /* status 1 without a message */
int cli_status(void);      /* 0 or 1 */

/* One message per cause and file, with a count: tally() counts, tally_end() tells at the end of the file.
 * `what` is a string literal and the cause's name. */
typedef enum { TALLY_WARNING, TALLY_ERROR } TallyKind;
void tally(TallyKind kind, const char *what, uint64_t line, uint64_t times);
void tally_end(const char *file);

#endif
