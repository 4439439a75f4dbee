# SPDX-License-Identifier: ISC
# What can go wrong around a program, over all of them: output that cannot be written, input that cannot be read,
# input cut into reads of any size, bytes of any kind.
. "$TESTS/lib.sh"
cat "$TOP"/examples/corpus/*.txt >pages
{
    printf 'doc\tpos\tkind\ttext\n'
    printf 'a\t%s\n' '1	title	Kỳ họp thứ 4 thông qua 12 nghị quyết' '2.1	body	Ông Lê Văn Ba, Chủ tịch UBND tỉnh, chủ trì.' \
        '2.2	body	Thu ngân sách đạt 5.267 tỷ đồng. Tăng 3,5%.' '3	boiler	Trang chủ' '4/2	caption	Ảnh: A; B'
    printf 'b\t1\tbody\tNgày 6/7/2023, toàn tỉnh có 155 xã.\n'
} >records

# the same noise every time
awk 'BEGIN { srand(7); for (i = 0; i < 200000; i++) printf "%c", int(rand() * 256) }' >noise

rows() { # PROGRAM [ARG]…: of everything it reads, with whatever it can write
    case $* in *dbclean* | *dbnums*) "$@" -a ;; *dbmeta*) "$@" -r ;; *) "$@" ;; esac
}

for p in dbclean dbsplit dbmeta dbnums dbofficials; do
    command -v $p >/dev/null || {
        echo "S $p: not here"
        continue
    }

    # ---- output
    if [ -w /dev/full ]; then
        status "$p: full disk" 2 sh -c "$p <pages >/dev/full"
        same "$p: full disk is told" "$p: standard output: cannot be written: No space left on device" "$(cat err)"
        status "$p: full disk, one row" 2 sh -c "$p -H </dev/null >/dev/full"
        status "$p: full disk, help" 2 sh -c "$p -h >/dev/full"
    fi
    status "$p: closed output" 2 sh -c "$p <pages >&-"
    same "$p: closed output is told" "$p: standard output: cannot be written: Bad file descriptor" "$(cat err)"
    # a closed descriptor would be given to the FILE and written over
    cp pages copy
    sh -c "$p copy >&- 2>/dev/null"
    alike "$p: closed output, FILE untouched" pages copy
    status "$p: closed input" 1 sh -c "$p <&-"
    same "$p: closed input is told" "$p: -: cannot be read: Bad file descriptor" "$(cat err)"
    cat pages pages pages pages pages pages pages pages >many
    cat many many many many >huge
    (
        rows $p <huge 2>err
        echo $? >rc
    ) | head -n 1 >/dev/null
    case $(cat rc) in
    141) echo "P $p: closed pipe" ;;
    *) echo "F $p: closed pipe: status $(cat rc): $(cat err)" ;;
    esac
    (
        trap '' PIPE
        rows $p <huge 2>err
        echo $? >rc
    ) | head -n 1 >/dev/null
    same "$p: closed pipe where SIGPIPE is ignored" '2 ' "$(cat rc) $(cat err)"

    # ---- files
    rows $p pages >want 2>/dev/null
    status "$p: a FILE that is not there" 1 rows $p nowhere pages
    alike "$p: the others are still done" want out
    same "$p: it is named" "$p: nowhere: cannot be opened: No such file or directory" "$(cat err)"
    mkdir -p folder
    status "$p: a folder" 1 rows $p folder pages
    alike "$p: the others are still done after a folder" want out
    same "$p: a folder is named" "$p: folder: cannot be read: Is a directory" "$(cat err)"
    status "$p: a FILE called -x" 0 sh -c "cp pages ./-x && $p -- -x"
    rm -f ./-x
    status "$p: empty input" 0 $p /dev/null
    same "$p: empty input gives nothing" '' "$(cat out err)"
    status "$p: empty input, header" 0 $p -H
    same "$p: the header alone" 1 "$(wc -l <out | tr -d ' ')"

    # ---- bytes: text
    printf 'Thu ngân sách đạt 12 tỷ đồng.\n\nÔng Lê Văn Ba, Bí thư Tỉnh ủy dự.\nHết' >unix
    $p -s marks -d d unix >want 2>/dev/null || $p -d d unix >want
    same_text() { # NAME: the file `other` gives the same rows
        "$p" -s marks -d d other >got 2>err || "$p" -d d other >got 2>err
        alike "$p: $1" want got
        same "$p: $1, nothing to tell" '' "$(cat err)"
    }
    { cat unix; echo; } >other && same_text 'last line with its newline'
    { awk '{ printf "%s\r\n", $0 }' unix; } >other && same_text 'CR LF'
    tr '\n' '\r' <unix >other && same_text 'CR'
    { printf '\357\273\277' && cat unix; } >other && same_text 'byte order mark'
    sed 's/ /\x00/' unix >other && same_text 'NUL is a space'
    sed 's/ /\t\x01\x1b /' unix >other && same_text 'control characters are a space'
    printf 'Một \377\376 hai \360\237 ba \300\200 \355\240\200 bốn 4 xã\n' >bad
    status "$p: invalid UTF-8" 0 rows $p -i text bad
    same "$p: it is counted" "$p: bad:1: invalid bytes, read as U+FFFD (8 times)" "$(cat err)"
    if command -v iconv >/dev/null; then
        holds "$p: and mended" iconv -f UTF-8 -t UTF-8 out
    fi
    printf 'd\t1\tbody\tM\377t 3 xã\nd\t2\tbody\tHai\n' >bad
    status "$p: invalid UTF-8 in records" 0 rows $p bad
    same "$p: in records it is told as well" "$p: bad:1: invalid bytes, read as U+FFFD" "$(cat err)"
    for form in text records; do
        rows $p -q -i $form noise >out 2>err
        case $? in
        0 | 1) echo "P $p: noise as $form" ;;
        *) echo "F $p: noise as $form: status $?: $(head -n 2 err)" ;;
        esac
        same "$p: noise as $form gives rows of one width" '' "$(awk -F '\t' 'NR == 1 { n = NF } NF != n' out | head -n 1)"
    done

    # ---- reads
    for file in pages records; do
        head -c 20000 $file >part
        rows $p <part >want 2>/dev/null
        for bytes in 1 2 3 7; do
            rows trickle $bytes $p <part >got 2>/dev/null
            alike "$p: $file in reads of $bytes bytes" want got
        done
    done
    $p -q -M 100 <part >want
    trickle 1 $p -q -M 100 <part >got
    alike "$p: the same cuts in reads of one byte" want got

    # ---- locales
    LC_ALL=C rows $p pages >want 2>/dev/null
    for locale in $(locale -a 2>/dev/null | grep -v '^C$' | head -n 40) tr_TR.UTF-8 none; do
        LC_ALL=$locale rows $p pages >got 2>/dev/null
        cmp -s want got || echo "F $p: other bytes in locale $locale"
    done
    echo "P $p: the same bytes in every locale"
done
