/* SPDX-License-Identifier: ISC */
/* How far a run is: the progress line (-p, SIGUSR1, SIGINFO) and the summary at the end (-v). */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "str.h"

/* Takes the signals and starts the clock; `lines` prints a line every second. The file names must stay. */
void progress_start(const char *program, char *const *files, size_t n_files, bool lines);
void progress_bytes(size_t n); /* read so far: n more */
void progress_document(size_t records);
void progress_poll(void);  /* prints the line if a signal asked for it; call after EINTR too */
void progress_clear(void); /* a message is about to be written: take the line off the terminal */
/* n more of something (the text must stay) were mended, for the summary. */
void progress_mended(const char *what, uint64_t n);
void progress_end(bool summary);

#endif
