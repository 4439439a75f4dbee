/* SPDX-License-Identifier: ISC */
#include "markup.h"

#include "message.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A tag opens the line: <p>, </div>, <!DOCTYPE html>; "<3" is none. */
static bool opens_tag(Str line)
{
    return line.n > 2 && (is_letter(line.p[1]) || line.p[1] == '/' || line.p[1] == '!') &&
           memchr(line.p, '>', line.n) != NULL;
}

/* <!DOCTYPE html>, <html lang="vi">, <?xml …: the first line of a page as it came, whatever scripts follow */
static bool opens_page(Str line)
{
    static const char *const starts[] = {"<!doctype", "<html", "<?xml"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t n = 0;
        while (n < line.n && starts[i][n] && (line.p[n] | 0x20) == (starts[i][n] | 0x20))
            n++;
        if (!starts[i][n])
            return true;
    }
    return false;
}

/* {"title": …  [  },  "title": "…",  */
static bool is_json(Str line)
{
    char last = line.p[line.n - 1];
    if (line.p[0] == '"') {
        const char *end = memchr(line.p + 1, '"', line.n - 1);
        return end && end + 1 < line.p + line.n && end[1] == ':';
    }
    if (line.n <= 2) /* {  [  }  ]  },  ], */
        return line.n == 1 || last == ',' || last == '{' || last == '}' || last == ']';
    return (line.p[0] == '{' || line.p[0] == '[') &&
           (line.p[1] == '"' || line.p[1] == '{' || line.p[1] == '[' || line.p[1] == ' ') &&
           (last == '}' || last == ']' || last == ',' || last == '{' || last == '[');
}

void markup_line(Markup *m, Str line, uint64_t number)
{
    while (line.n && (line.p[0] == ' ' || line.p[0] == '\t'))
        line = str_from(line, 1);
    if (line.n == 0)
        return;
    m->lines++;
    char c = line.p[0];
    if (c != '<' && c != '{' && c != '[' && c != '"' && c != '}' && c != ']')
        return;
    line = str_trim(line);
    bool html = c == '<' && opens_tag(line), json = c != '<' && is_json(line);
    m->page |= m->lines == 1 && opens_page(line);
    m->html += html;
    m->json += json;
    if (html + json && m->html + m->json == 1)
        m->first = number;
}

void markup_end(Markup *m)
{
    if (m->page || m->html * 2 > m->lines)
        tally(TALLY_WARNING,
              "mostly HTML tags, read as it is: make text of it with w3m -dump or pandoc -t plain", m->first,
              1);
    else if (m->json * 2 > m->lines)
        tally(TALLY_WARNING, "mostly JSON, read as it is: make text of it with jq -r", m->first, 1);
    *m = (Markup){0};
}
