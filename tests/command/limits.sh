# SPDX-License-Identifier: ISC
# Sizes: a very long line, documents cut at -M, memory that does not grow or runs out, a disk that fills.
. "$TESTS/lib.sh"
case $B in *asan*) mb=4 ;; *) mb=${LINE_MB:-16} ;; esac # .ci/run asks for 64
# words of a page in one line
tr '\n' ' ' <"$TOP/examples/corpus/hagiang-2023.txt" >line
while [ "$(wc -c <line)" -lt ${mb}000000 ]; do
    cat line line line line >line2 && mv line2 line
done
head -c ${mb}000000 line | sed 's/[^ ]*$//' >long
head -c 1000000 long | sed 's/[^ ]*$//' >short
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do cat short; done >twenty
awk 'BEGIN { for (i = 1; i <= 20000; i++) printf "==> trang/%d <==\nSáng 6/7/2023, tại Cao Bằng, ông Lê Văn Ba, Bí thư Tỉnh ủy, cho biết Nghị quyết số 32-NQ/TU nêu %d việc.\n", i, i }' >many

# where there is no ulimit -v, peak fails and its tests are passed over
# shellcheck disable=SC3045
peak() { # KB COMMAND…: runs with so much address space
    (ulimit -v "$1" 2>/dev/null && shift && exec "$@")
}

for p in dbclean dbsplit dbmeta dbnums dbofficials; do
    command -v $p >/dev/null || {
        echo "S $p: not here"
        continue
    }
    status "$p: a line of $mb MB" 0 $p -q -i text long
    # ---- -M
    printf 'Mot hai ba bon\nNam 5 xa\n\nSau 6 xa\n' >text
    status "$p: documents are cut" 1 $p -M 9 -i text text
    same "$p: a cut is told" "$p: text:1: document longer than -M allows: cut, goes on under another id (3 times)" "$(cat err)"
    status "$p: as long as -M is not cut" 0 $p -M 33 text
    status "$p: -q is silent of cuts" 1 $p -q -M 9 text
    same "$p: -q said nothing" '' "$(cat err)"

    # ---- memory
    if ! peak 4000000 $p -V >/dev/null 2>&1; then
        echo "S $p: no ulimit -v here"
        continue
    fi
    $p -q <many >want 2>err
    if peak 60000 $p -q <many >got 2>err; then
        alike "$p: 20000 documents in 60 MB of address space" want got
    else
        echo "F $p: 20000 documents in 60 MB of address space: $(cat err)"
    fi
    peak 30000 $p -q -M 1G -i text twenty >out 2>err
    same "$p: memory runs out" "2 $p: out of memory" "$? $(cat err)"

    # ---- a disk that fills
    mkdir -p disk
    if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=64k none disk 2>/dev/null; then
        status "$p: a small disk" 2 sh -c "$p -q <many >disk/out"
        same "$p: a small disk is told" "$p: standard output: cannot be written: No space left on device" "$(cat err)"
        if [ $p = dbsplit ]; then
            status "dbsplit -l doc: a small disk" 2 dbsplit -l doc -o disk/docs -q short
            same 'dbsplit -l doc: nothing is left half' '' "$(find disk/docs -type f)"
        fi
        umount disk
    else
        echo "S $p: a small disk: cannot mount one"
    fi
done

if command -v dbsplit >/dev/null; then
    printf 'Mot hai ba bon\nNam 5 xa\n\nSau 6 xa\n' >text
    same 'text: at line ends, failing that at spaces' 'text 1 Mot hai;text#2 1/2 ba bon;text#3 2 Nam 5 xa;text#4 4 Sau 6 xa;' \
        "$(dbsplit -q -l par -M 9 text | awk -F '\t' '{ printf "%s %s %s;", $1, $2, $4 }')"
    same 'text: failing that between characters' '1 1 đđ;1#2 1/2 đđ;1#3 1/3 đ;' \
        "$(echo đđđđđ | dbsplit -q -l par -M 5 | awk -F '\t' '{ printf "%s %s %s;", $1, $2, $4 }')"
    same 'records: between rows, in a row' 'd 1 a a;d#2 2 bbbb;d#3 2/2 cc;d#3 4/3 e;d#4 4/4 ffff;d#5 5 g;' \
        "$(printf 'd\t1\tbody\ta a\nd\t2\tbody\tbbbb cc\nd\t4/3\tbody\te ffff\nd\t5\tbody\tg\n' | dbsplit -q -l par -M 5 |
            awk -F '\t' '{ printf "%s %s %s;", $1, $2, $4 }')"
    same 'a size in K' 0 "$(dbsplit -q -M 1K text >/dev/null; echo $?)"
fi
