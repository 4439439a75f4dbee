# SPDX-License-Identifier: ISC
# dbsplit: documents as files, levels one after the other, records as they are.
. "$TESTS/lib.sh"
need dbsplit
wrong() { # MESSAGE ARG…
    _message=$1
    shift
    status "$*" 2 dbsplit "$@"
    same "$*: told" "dbsplit: $_message|dbsplit: try 'dbsplit --help'|" "$(tr '\n' '|' <err)"
}
wrong '-l word: not one of sent, clause, par, doc' -l word
wrong '-l doc needs -o DIR' -l doc
wrong '-o goes with -l doc' -o docs
wrong '-f goes with -l doc' -f

# ---- documents as files
tab=$(printf '\t')
{
    printf 'a/b.txt\t1\ttitle\tMột\na/b.txt\t2\tboiler\tTrang chủ\na/b.txt\t3.1\tbody\tHai.\na/b.txt\t3.2\tbody\tBa.\n'
    printf 'a_b.txt\t1\tbody\tBốn\n../../up\t1\tbody\tNăm\n.hidden\t1\tbody\tSáu\n\t1\tbody\tBảy\n'
    printf '%0300d\t1\tbody\tTám\n' 0
} >records
status '-l doc' 0 dbsplit -l doc -o docs records
same 'ids made safe, a suffix where two would meet' 'a_b.txt a_b.txt#2 .._.._up _hidden _' \
    "$(cut -f 2 out | head -n 5 | sed 's|^docs/||; s|^_\._|.._|' | tr '\n' ' ' | sed 's/ $//')"
same 'nothing outside, nothing hidden, nothing more' "$(cut -f 2 out | sort)" "$(find . -path './docs/*' | sed 's|^\./||' | sort)"
same 'ids are kept' "$(cut -f 1 records | uniq)" "$(cut -f 1 out)"
same 'clean text, a paragraph a line' 'Một|Hai. Ba.|' "$(tr '\n' '|' <docs/a_b.txt)"
echo mine >docs/a_b.txt
status 'never over a file' 2 dbsplit -l doc -o docs records
same 'which is told' 'dbsplit: docs/a_b.txt: is there already, not written over (-f does)' "$(head -n 1 err)"
same 'and it stays' mine "$(cat docs/a_b.txt)"
rm docs/a_b.txt
status 'others are there still' 2 dbsplit -l doc -o docs records
same 'the one that is missing is written' "a/b.txt${tab}docs/a_b.txt" "$(cat out)"
status '-f writes over them' 0 dbsplit -f -l doc -o docs records
same 'a folder given with a slash' 'docs/a_b.txt' "$(dbsplit -fl doc -o docs/ records | head -n 1 | cut -f 2)"
ln -s ../outside docs/link
printf 'link\t1\tbody\tx\n' | dbsplit -l doc -o docs -f >/dev/null 2>&1
same 'a link is replaced, not followed' 'no' "$([ -e outside ] && echo yes || echo no)"
mkdir docs/folder
status 'a folder in the way' 2 sh -c 'printf "folder\t1\tbody\tx\n" | dbsplit -l doc -o docs -f'
same 'is told' 'dbsplit: docs/folder: cannot be written: Is a directory' "$(cat err)"
same 'no temporary file stays' '' "$(find docs -name '.*')"
echo >plain
status 'no folder to write to' 2 dbsplit -l doc -o plain/docs records
same 'is told as well' 'dbsplit: plain/docs: cannot be made: Not a directory' "$(cat err)"
same 'the header' "doc${tab}path" "$(dbsplit -H -l doc -o docs </dev/null)"

# ---- levels
dbsplit -H "$TOP"/examples/corpus/*.txt >sents
dbsplit -l clause sents >clauses
dbsplit -H -l clause "$TOP"/examples/corpus/*.txt | tail -n +2 >want
alike 'clauses of sentences are the clauses' want clauses
tail -n +2 sents >want
dbsplit sents >got
alike 'sentences of sentences are the sentences' want got
dbsplit clauses >got
alike 'clauses stay clauses' clauses got
dbsplit -l par sents >got
alike 'paragraphs of sentences are as read' want got
for level in sent clause; do
    dbsplit -l par "$TOP"/examples/corpus/*.txt >want
    dbsplit -l $level "$TOP"/examples/corpus/*.txt | awk -F '\t' -v OFS='\t' '
        { pos = $2; sub(/\..*/, "", pos) }
        $1 == doc && pos == last { text = text " " $4; next }
        NR > 1 { print doc, last, kind, text }
        { doc = $1; last = pos; kind = $3; text = $4 }
        END { print doc, last, kind, text }' >got
    alike "$level: joined by a space they are the text" want got
done
same 'where joining would not give the text back nothing is parted' '2.1|Một.  Hai.|2.2|Ba.|3.1| Bốn. |4.1||' \
    "$(printf 'd\t2\tbody\tMột.  Hai. Ba.\nd\t3\tbody\t Bốn. \nd\t4\tbody\t\n' | dbsplit | cut -f 2,4 | tr '\t\n' '||')"
