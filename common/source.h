/* SPDX-License-Identifier: ISC */
/* FILE operands and standard input as bytes: opened, read, told when that fails. */
#ifndef SOURCE_H
#define SOURCE_H

#include "cli.h"
#include "str.h"

typedef struct Source Source;

Source *source_new(const Cli *cli);
void source_free(Source *s);
/* Opens the next FILE that can be opened. False when there is none left. */
bool source_open(Source *s);
/* Appends the next bytes of the FILE to `to`. False at its end, and on an error: what came before it counts.
 */
bool source_read(Source *s, Buf *to);
const char *source_name(const Source *s); /* of the FILE that is open */

#endif
