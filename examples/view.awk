# SPDX-License-Identifier: ISC
# awk -F '\t' -f view.awk docs.tsv nums.tsv officials.tsv records.tsv: the documents as one HTML page, figures and
# officials marked where start and len say, the columns of their rows on hover or tap.
#
# Run with LC_ALL=C, so that every awk counts bytes; characters are counted here.
BEGIN {
    for (i = 128; i < 192; i++)
        inner[sprintf("%c", i)] = 1 # bytes within a character
    head()
}
FNR == 1 { file++ }
file < 4 && FNR == 1 {
    for (i = 1; i <= NF; i++)
        column[file, i] = $i
    next
}
file == 1 {
    docs++
    for (i = 2; i <= NF; i++)
        fact[$1, column[1, i]] = $i
    next
}
file == 2 { mark($1 SUBSEP $2, $3, $4, "figure"); next }
file == 3 {
    mark($1 SUBSEP $2, $3, $4, "official")
    if ($13 > 0)
        mark($1 SUBSEP $2, $12, $13, "post")
    next
}
{
    if ($1 != doc)
        open_document($1)
    paragraph($2, $3, $4)
}
END {
    if (doc != "")
        print "</article>"
    print "</main>"
}

function escape(s) {
    gsub(/&/, "\\&amp;", s)
    gsub(/</, "\\&lt;", s)
    gsub(/>/, "\\&gt;", s)
    gsub(/"/, "\\&quot;", s)
    return s
}

# A mark of record `at`; several rows of one place share it. Rows come in the order of start.
function mark(at, start, len, class,    m, i, tip) {
    tip = "<span class=row><b>" (class == "figure" ? "figure" : "official") "</b>"
    for (i = 6 - (class != "figure"); i <= NF; i++)
        if ($i != "" && !(class != "figure" && i > 11))
            tip = tip "<i>" column[file, i] "</i> " escape($i)
    tip = tip "</span>"
    if ((at, start, len) in seen) {
        m = seen[at, start, len]
        tips[at, m] = tips[at, m] tip
        return
    }
    m = ++marks[at]
    seen[at, start, len] = m
    from[at, m] = start + 0
    upto[at, m] = start + len
    tips[at, m] = tip
    classes[at, m] = class
}

function open_document(id,    n, i, key, line) {
    if (doc != "")
        print "</article>"
    doc = id
    print "<article id=\"" escape(id) "\">"
    n = split("held province meeting organ term report_period published", key, " ")
    line = ""
    for (i = 1; i <= n; i++)
        if (fact[id, key[i]] != "")
            line = line "<span><i>" key[i] "</i> " escape(fact[id, key[i]]) "</span>"
    print "<p class=facts>" line "<span><i>doc</i> " escape(id) "</span></p>"
}

function paragraph(pos, kind, text,    at, n, i, m, order, tag, out, stack, depth, done) {
    at = doc SUBSEP pos
    n = marks[at]
    tag = kind == "title" ? "h2" : kind == "heading" ? "h3" : "p"
    printf "<%s class=%s title=\"%s %s\">", tag, kind, kind, escape(pos)
    # order: by start, the longer first
    for (i = 1; i <= n; i++) {
        for (m = i; m > 1 && before(at, i, order[m - 1]); m--)
            order[m] = order[m - 1]
        order[m] = i
    }
    cursor = 1
    byte = 1
    depth = 0
    for (i = 1; i <= n; i++) {
        m = order[i]
        while (depth > 0 && upto[at, stack[depth]] <= from[at, m])
            close_mark(text, at, stack[depth--])
        if (from[at, m] < cursor || (depth > 0 && upto[at, m] > upto[at, stack[depth]]))
            continue # across the end of another: left out
        printf "%s", escape(take(text, from[at, m]))
        printf "<mark tabindex=0 class=%s>", classes[at, m]
        stack[++depth] = m
    }
    while (depth > 0)
        close_mark(text, at, stack[depth--])
    print escape(substr(text, byte)) "</" tag ">"
}

function before(at, a, b) {
    return from[at, a] < from[at, b] || (from[at, a] == from[at, b] && upto[at, a] > upto[at, b])
}

function close_mark(text, at, m) {
    printf "%s<span class=tip>%s</span></mark>", escape(take(text, upto[at, m])), tips[at, m]
}

# the text from the cursor to character `to`, not included
function take(text, to,    begin) {
    begin = byte
    while (cursor < to && byte <= length(text)) {
        byte++
        while (substr(text, byte, 1) in inner)
            byte++
        cursor++
    }
    return substr(text, begin, byte - begin)
}

function head() {
    print "<!DOCTYPE html>\n<html lang=vi><head><meta charset=utf-8>"
    print "<meta name=viewport content=\"width=device-width, initial-scale=1\"><title>dbtools</title>"
    print "<style>"
    print ":root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1d1d1f; --dim: #6b6b70; --line: #dedbd2;"
    print "  --figure: #ffe9a8; --official: #cfe6ff; --post: #dff3dc; --tip: #fff }"
    print "@media (prefers-color-scheme: dark) { :root { --paper: #17181b; --ink: #e6e6e8; --dim: #9a9aa2;"
    print "  --line: #34363b; --figure: #5a4710; --official: #173f66; --post: #1f4a2a; --tip: #24262b } }"
    print "body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 system-ui, sans-serif }"
    print "main { max-width: 46rem; margin: auto; padding: 1rem }"
    print "article { border-bottom: 1px solid var(--line); padding: 1rem 0 2rem }"
    print "h2 { font-size: 1.35rem; line-height: 1.3 } h3 { font-size: 1.05rem }"
    print ".facts, .stamp, .byline, .source, .section, .caption { color: var(--dim); font-size: .85rem }"
    print ".caption { font-style: italic } .facts span { margin-right: 1em }"
    print "i { font-style: normal; color: var(--dim); font-size: .85em }"
    print "mark { color: inherit; border-radius: 3px; padding: 0 .1em; position: relative; cursor: help }"
    print "mark.figure { background: var(--figure) } mark.official { background: var(--official) }"
    print "mark.post { background: var(--post) } mark:focus { outline: 2px solid var(--dim) }"
    print ".tip { display: none; position: fixed; left: 50%; transform: translateX(-50%); bottom: .75rem; z-index: 1;"
    print "  width: min(40rem, calc(100vw - 3rem)); padding: .6rem .9rem; background: var(--tip); color: var(--ink);"
    print "  border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 4px 20px #0004; font-size: .85rem;"
    print "  font-weight: 400; font-style: normal; line-height: 1.5 }"
    print ".tip i { margin-left: 1em } .row { display: block } .row + .row { border-top: 1px solid var(--line);"
    print "  margin-top: .3rem; padding-top: .3rem }"
    print "mark:hover > .tip, mark:focus > .tip { display: block }"
    print "mark:has(mark:hover) > .tip { display: none }"
    print "</style></head><body><main>"
    print "<p class=facts><mark class=figure>figures</mark> <mark class=official>officials</mark>" \
        " <mark class=post>their posts</mark>: point at one, or tap it</p>"
}
