# SPDX-License-Identifier: ISC
# pdftotext -layout FILE.pdf - | awk -f paragraphs.awk: the lines of a page of paper joined to paragraphs, one a line.
#
# A paragraph begins behind an empty line, where a line is indented, and behind a line that ends as sentences do: a
# paragraph cut there loses little. One that goes on over the end of a page stays whole. Page numbers go.
/^\f/ {
    top = 1
    gsub(/\f/, "")
}
/^ *[0-9]*$/ {
    gap = 1
    next
}
gap && !top || ended || /^  / { put() }
{
    sub(/^ +/, "")
    text = text (text == "" ? "" : " ") $0
    ended = /[.:;!?]$/
    top = gap = 0
}
END { put() }

function put() {
    if (text != "")
        print text
    text = ""
}
