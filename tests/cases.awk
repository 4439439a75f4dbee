# SPDX-License-Identifier: ISC
# A table of cases (see tests/run): -v mode=input makes of it the input of one run of the program, -v mode=compare
# -v out=FILE holds what the program printed (with -H) against the rows wanted.
BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++)
        byte[sprintf("%02x", i)] = sprintf("%c", i)
    if (mode == "compare")
        read_output()
}
/^#/ || /^[ ]*$/ { next }
NF < 2 || NF > 3 || (NF == 3 && $3 != "todo") {
    if (mode == "compare")
        print "F " name ": line " FNR ": not input TAB rows"
    next
}
{ n++ }
mode == "input" { write_input($1) }
mode == "compare" { compare($2) }

function unescape(s,    r, i, c) {
    if (!index(s, "\\"))
        return s
    r = ""
    while ((i = index(s, "\\")) > 0) {
        c = substr(s, i + 1, 1)
        r = r substr(s, 1, i - 1)
        if (c == "t")
            r = r "\t"
        else if (c == "r")
            r = r "\r"
        else if (c == "\\")
            r = r "\\"
        else if (c == "x") {
            r = r byte[tolower(substr(s, i + 2, 2))]
            i += 2
        } else
            r = r "\\" c
        s = substr(s, i + 2)
    }
    return r s
}

function write_input(text,    i, k, line, kind) {
    k = split(text, line, /\\n/)
    if (form == "text") {
        if (n > 1)
            printf "\f\n"
        for (i = 1; i <= k; i++)
            print unescape(line[i])
        return
    }
    for (i = 1; i <= k; i++) {
        kind = form == "title" && i == 1 && k > 1 ? "title" : "body"
        if (form == "kinds") {
            kind = substr(line[i], 1, index(line[i], ":") - 1)
            line[i] = substr(line[i], index(line[i], ":") + 2)
        }
        print n "\t" i "\t" kind "\t" unescape(line[i])
    }
}

# rows[doc] counts the rows of a document, cell[doc, row, column] holds them
function read_output(    l, f, i, k) {
    if ((getline l < out) <= 0)
        return
    columns = split(l, column, "\t")
    for (i = 1; i <= columns; i++)
        known[column[i]] = 1
    while ((getline l < out) > 0) {
        k = split(l, f, "\t")
        if (k != columns)
            print "F " name ": a row of " k " columns, not " columns ": " l
        rows[f[1]]++
        for (i = 1; i <= k; i++)
            cell[f[1], rows[f[1]], column[i]] = f[i]
    }
}

function compare(want,    w, f, i, j, k, m, at, row, got, why, asked) {
    k = want == "-" ? 0 : split(want, w, / ;; /)
    split("", asked)
    for (i = 1; i <= k; i++) {
        m = split(w[i], f, / \| /)
        for (j = 1; j <= m; j++)
            if (f[j] ~ /^key=/)
                asked[substr(f[j], 5)] = 1
    }
    got = 0
    split("", row)
    for (i = 1; i <= rows[n]; i++)
        if (is_asked(asked, cell[n, i, "key"]))
            row[++got] = i
    why = got == k ? "" : k " rows wanted, " got " printed"
    for (i = 1; i <= k; i++) {
        m = split(w[i], f, / \| /)
        for (j = 1; j <= m; j++) {
            at = index(f[j], "=")
            if (!(substr(f[j], 1, at - 1) in known))
                why = why "; no column " f[j]
            else if (i <= got && cell[n, row[i], substr(f[j], 1, at - 1)] != substr(f[j], at + 1))
                why = why "; row " i ": " f[j] ", not " cell[n, row[i], substr(f[j], 1, at - 1)]
        }
    }
    sub(/^; /, "", why)
    if (why != "" && got != k)
        for (i = 1; i <= got; i++)
            why = why "; printed " all_of(row[i])
    report("line " FNR ": " substr($1, 1, 200), why)
}

function is_asked(asked, key,    a) {
    for (a in asked)
        return key in asked
    return 1
}

function all_of(r,    i, s) {
    s = ""
    for (i = 3; i <= columns; i++)
        if (cell[n, r, column[i]] != "")
            s = s (s == "" ? "" : " | ") column[i] "=" cell[n, r, column[i]]
    return s
}

function report(what, why) {
    if (NF < 3)
        print (why == "" ? "P " name ": " what : "F " name ": " what ": " why)
    else
        print (why == "" ? "F " name ": " what ": passes now, take its todo away" : "S " name ": " what ": todo")
}
