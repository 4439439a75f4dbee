/* SPDX-License-Identifier: ISC */
/* Addresses in a line: of files, of hosts, of people. Shapes of bytes, no words. */
#ifndef ADDRESS_H
#define ADDRESS_H

#include "str.h"

bool is_file(Str s);     /* dong-chi-x.jpg, 01.7.2020 a.png, [img] */
bool is_host(Str s);     /* thainguyen.gov.vn, https://bao.example.vn and nothing else */
bool has_contact(Str s); /* a mail address, a telephone number, a web address somewhere */

#endif
