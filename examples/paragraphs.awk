# SPDX-License-Identifier: ISC
# pdftotext -layout FILE.pdf - | awk -f paragraphs.awk: the lines of a page of paper joined to paragraphs, one a line.
#
# A paragraph begins behind an empty line, where a line is indented, and behind a line that ends as sentences do: a
# paragraph cut there loses little. One that goes on over the end of a page stays whole. Page numbers go: figures that
# stand alone at the top or the bottom of a page.
/^\f/ {
    top = 1
    number = ""
    gsub(/\f/, "")
}
/^ *$/ {
    gap = 1
    next
}
/^ *[0-9]+ *$/ {
    if (top)
        next
    keep()
    number = $0
    next
}
{
    keep()
    add($0)
}
END { put() }

# The figures before were no page's number.
function keep() {
    if (number == "")
        return
    add(number)
    ended = 1
    number = ""
}

function add(line) {
    if (gap && !top || ended || line ~ /^  /)
        put()
    gsub(/^ +| +$/, "", line)
    text = text (text == "" ? "" : " ") line
    ended = line ~ /[.:;!?]$/
    top = gap = 0
}

function put() {
    if (text != "")
        print text
    text = ""
}
