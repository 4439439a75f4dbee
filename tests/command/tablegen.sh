# SPDX-License-Identifier: ISC
# What the build refuses in a table, and where it says it is.
. "$TESTS/lib.sh"
need tablegen
refused() { # refused WHAT LINES MESSAGE
    printf "$2" >t.tsv
    status "$1" 1 tablegen t.tsv
    same "$1: the message" "t.tsv:$3" "$(cat err)"
}
printf '# word\tsort=big|small\na\tbig\nb\t-\n' >t.tsv
status 'a table that is right' 0 tablegen t.tsv
refused 'no first line' 'a\tbig\n' "1: the first line must name the columns behind '# '"
refused 'out of order' '# word\nb\na\n' '3: not sorted, or twice (LC_ALL=C sort -u)'
refused 'a row twice' '# word\na\na\n' '3: not sorted, or twice (LC_ALL=C sort -u)'
refused 'a cell too many' '# word\na\tb\n' '2: more cells than the first line names'
refused 'a cell too few' '# word\tsort\na\n' '2: fewer cells than the first line names'
refused 'an empty cell' '# word\tsort\n\tb\n' '2: empty cell (write - for none)'
refused 'another word' '# word\tsort=big|small: how large\na\thuge\n' '2: a cell with another word than the first line says'
refused 'an empty line' '# word\n\na\n' '2: empty line'
refused 'NFD' '# word\ne\314\201\n' '2: not in NFC'
refused 'no UTF-8' '# word\n\377\n' '2: not valid UTF-8'
mv t.tsv t.txt
status 'another name' 1 tablegen t.txt
