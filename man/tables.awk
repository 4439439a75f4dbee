# SPDX-License-Identifier: ISC
# awk -f man/tables.awk common/*.tsv bin/*/*.tsv: what dbtables(5) says of each table, made of the comments on top of
# the tables. The first line of a table names its columns. With LC_ALL=C every awk breaks the lines alike.
FNR == 1 {
    finish()
    name = FILENAME
    sub(/.*\//, "", name)
    sub(/\.tsv$/, "", name)
    text = ""
    columns = columns_line(substr($0, 3))
    owner = FILENAME ~ /^bin\// ? FILENAME : ""
    sub(/^bin\//, "", owner)
    sub(/\/.*/, "", owner)
    open = 1
    next
}
open && /^#/ { text = text " " substr($0, 3); next }
open { gsub(/ \(see [a-z]+\.[ch]\)/, "", text) } # for those who read the code
{ open = 0 }
END { finish() }

function finish(    n, w, i, line, out) {
    if (name == "")
        return
    print ".It Cm " name
    print columns
    n = split(text, w, / +/)
    line = ""
    for (i = 1; i <= n; i++) {
        if (w[i] == "")
            continue
        if (line != "" && length(line) + length(w[i]) > 76) {
            print line
            line = ""
        }
        if (line == "" && w[i] ~ /^[.\047]/)
            w[i] = "\\&" w[i]
        line = line (line == "" ? "" : " ") w[i]
        # a new sentence, a new line
        if (w[i] ~ /[.!?:;]$|[.!?]\)$/) {
            print line
            line = ""
        }
    }
    if (line != "")
        print line
    if (owner != "")
        print "Only\n.Xr " owner " 1\nreads it."
}

# The names of the columns, and what may be in one; what more is said of one goes to the text.
function columns_line(s,    n, w, i, r, words, stop) {
    n = split(s, w, /\t/)
    r = "Columns:"
    for (i = 1; i <= n; i++) {
        words = ""
        if (match(w[i], /=[^:]*/)) {
            words = substr(w[i], RSTART + 1, RLENGTH - 1)
            gsub(/[|]/, ", ", words)
            sub(/=[^:]*/, "", w[i])
        }
        if (w[i] ~ / /) {
            if (w[i] !~ /^[^ ]*:/)
                sub(/ /, ": ", w[i])
            text = text " " w[i] "."
        }
        sub(/[ :].*/, "", w[i])
        stop = i < n ? "," : "."
        r = r "\n.Sy " w[i] (words == "" ? " " stop : "\n(" words ")" stop)
    }
    return r
}
