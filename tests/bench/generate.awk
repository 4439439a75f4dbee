# SPDX-License-Identifier: ISC
# awk -v size=BYTES -f generate.awk prose.txt PAGE…: about so many bytes of pages in the manner of the given ones: each
# takes the lines of one page, with sentences of its long lines drawn from all pages and figures drawn anew, and
# between them sentences of prose: a real page has a figure every 400 to 700 bytes, the example pages four times as
# many. The same bytes every time.
BEGIN {
    srand(7)
    if (size < 1)
        size = 1000000
}
FNR == NR {
    prose[n_prose++] = $0
    next
}
{
    if (FNR == 1)
        pages++
    line[pages, ++lines[pages]] = $0
    if (length($0) > 150) {
        rest = $0
        while ((at = match(rest, /[.!?] [^a-z0-9]/)) > 0) {
            sentence[n++] = substr(rest, 1, at)
            rest = substr(rest, at + 2)
        }
        sentence[n++] = rest
    }
}
function drawn_sentence() {
    return rand() < 0.7 ? prose[int(rand() * n_prose)] : sentence[int(rand() * n)]
}
function figures(s,    out, c, i) {
    out = ""
    while ((i = match(s, /[1-9][0-9.,]*[0-9]/)) > 0) {
        out = out substr(s, 1, i - 1)
        c = substr(s, i, RLENGTH)
        s = substr(s, i + RLENGTH)
        # Dates and years stay: without them a page is no page.
        if (c ~ /^(19|20)[0-9][0-9]$/ || substr(out, length(out)) == "/" || substr(s, 1, 1) == "/")
            out = out c
        else
            out = out drawn(c)
    }
    return out s
}
function drawn(c,    i, d, r) {
    r = ""
    for (i = 1; i <= length(c); i++) {
        d = substr(c, i, 1)
        r = r (d ~ /[0-9]/ && rand() < 0.5 ? 1 + int(rand() * 9) : d)
    }
    return r
}
END {
    while (written < size) {
        p = 1 + int(rand() * pages)
        for (i = 1; i <= lines[p]; i++) {
            s = line[p, i]
            if (length(s) > 150) {
                k = 1 + int(rand() * 9)
                s = drawn_sentence()
                while (--k > 0)
                    s = s " " drawn_sentence()
                s = figures(s)
            }
            print s
            written += length(s) + 1
        }
    }
}
