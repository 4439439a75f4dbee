/* SPDX-License-Identifier: ISC */
/* Documents as files of a folder: named after their ids, whole or not at all. */
#ifndef FILES_H
#define FILES_H

#include "str.h"

typedef struct Files Files;

/* The folder is made if it is not there; over: existing files are replaced. */
Files *files_new(const char *folder, bool over);
void files_free(Files *f);
/* Writes the text of the document with this id to a file of its own. Gives its path, valid until the next
 * call; false, told, when there is such a file already. Ends the program with 2 when it cannot be written. */
bool files_write(Files *f, Str id, Str text, Str *path);
bool files_refused(const Files *f); /* was one not written? */

#endif
