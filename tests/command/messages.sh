# SPDX-License-Identifier: ISC
# Options, statuses and messages that the programs share; each message in full.
. "$TESTS/lib.sh"
printf 'boiler\tvú sữa\n' >user
printf 'nowhere\tx\n' >other
printf 'boiler\n' >short
printf '# a comment\n\nboiler\t\377\n' >bad

for p in dbclean dbsplit dbmeta dbnums dbofficials; do
    command -v $p >/dev/null || {
        echo "S $p: not here"
        continue
    }
    wrong() { # MESSAGE ARG…: wrong usage
        _message=$1
        shift
        status "$p $*" 2 $p "$@"
        same "$p $*: told" "$p: $_message|$p: try '$p --help'|" "$(tr '\n' '|' <err)"
        same "$p $*: nothing written" '' "$(cat out)"
    }
    wrong 'unknown option -Z' -Z
    wrong 'unknown option -Z' -HZ
    wrong 'unknown option --nothing' --nothing
    wrong 'option --h could be several' --h
    wrong 'option --header takes no value' --header=yes
    wrong 'option --doc needs a value' --doc
    wrong 'option -d needs a value' -Hd
    wrong '-d: the id is empty' -d ''
    wrong '-i html: neither text nor records' -i html
    wrong '-M 0: not a size such as 64M' -M 0
    wrong '-M 5X: not a size such as 64M' -M5X
    wrong '-M 3G: too large' -M 3G
    wrong '-M 99999999999G: too large' --max-document=99999999999G
    wrong '-e koi8: not one of auto, utf-8, utf-16, tcvn3, vni, viscii, windows-1258' -e koi8
    wrong 'nowhere: cannot be read: No such file or directory' -t nowhere
    case $p in # the words there are, of the list those that are wrong
    dbclean) wrong '-k lead: not one of section, kicker, title, stamp, heading, body, caption, byline, source, dup, boiler' -k body,lead ;;
    dbnums) wrong '-k cash: not one of number, count, percent, money, measure, ratio, times, duration, ordinal, date, period, docno, name, code' -k money,cash ;;
    dbmeta) wrong '-k chairs: not one of title, kicker, section, published, clock, held, session, province, province_code, province_now, host, publisher, source, author, views, meeting, meeting_no, extended, organ, term_no, term, report_period, chair' -k held,chairs ;;
    esac
    wrong "other:1: no table is called 'nowhere'" -t other
    wrong "short:1: the row has no columns behind the table's name" -t short
    wrong 'bad:3: the row is not valid UTF-8' -t bad

    # ---- what is right
    status "$p -h" 0 $p -h
    same "$p -h: to standard output" "usage: $p" "$(head -n 1 out | cut -d ' ' -f 1-2)$(cat err)"
    same "$p --help, --hel" "$(cat out)" "$($p --help)$($p --hel | tail -n +100)"
    same "$p -V" "$p (dbtools) $(sed -n 's/.*DBTOOLS_VERSION "\(.*\)"/\1/p' "$TOP/common/version.h")" "$($p -V)"
    printf 'Một\nHai\n' >-odd
    cp ./-odd file
    for how in '-Hqd X' '-H -q -dX' '--header --quiet --doc=X' '--head --qui --doc X' '-qHi text -d X' '-t ../user -HqdX' \
        '-e UTF-8 -HqdX' '-M 1k -HqdX'; do
        mkdir -p in && cp file in
        # options before, behind, and FILE after --
        # shellcheck disable=SC2086
        (cd in && $p -s marks $how file >../o1 2>../e1 || $p $how file >../o1 2>../e1)
        # shellcheck disable=SC2086
        (cd in && $p file $how >../o2 2>../e2)
        # shellcheck disable=SC2086
        (cd in && $p $how -- file >../o3 2>../e3)
        same "$p $how" '1 ' "$(grep -c "^doc	" o1) $(cat e1 e2 e3)"
        alike "$p $how: FILE first" o2 o3
    done
    same "$p: -- ends options, - is standard input" "$($p -q -d X ./-odd)" "$($p -q -d X -- -odd)$(printf '' | $p -)"

    # ---- records
    printf 'd\t1\tbody\tOng A\nd\t2\tbody\nd\t0\tbody\tx\nd\t1.2.3.4\tbody\tx\nd\t01\tbody\tx\nx\n\nd\t3\tbody\tOng B\n' >rows
    status "$p: rows passed over" 1 $p rows
    same "$p: rows passed over are told" \
        "$p: rows:2: record row passed over: fewer than four columns (2 times)|$p: rows:3: record row passed over: impossible pos (3 times)|" \
        "$(tr '\n' '|' <err)"
    status "$p: the same under -q" 1 $p -q rows
    same "$p: errors are no warnings" 2 "$(wc -l <err | tr -d ' ')"
    printf 'd\t1\tbody\tA\ne\t1\tbody\tA\nd\t2\tbody\tA\ne\t2\tbody\tA\n' >rows
    status "$p: ids that come again" 0 $p rows
    same "$p: ids that come again are told" "$p: rows:3: document id comes again after its document ended (2 times)" "$(cat err)"
    printf '\n\ndoc\tpos\tkind\ttext\nd\t1\tbody\tCó 3 xã.\ndoc\tpos\tkind\ttext\textra\nd\t2\tbody\tHết\tmore\n' >rows
    status "$p: header rows, blank lines, further columns" 0 $p rows
    same "$p: nothing to tell" '' "$(cat err)"

    # ---- what is no text
    printf '<html>\n<body>\n  <p>Có 3 xã</p>\n</body></html>\n' >page
    status "$p: HTML" 0 $p page
    same "$p: HTML is told" "$p: page:1: mostly HTML tags, read as it is: make text of it with w3m -dump or pandoc -t plain" "$(cat err)"
    printf '\n<!DOCTYPE html>\nvar a = 1\nvar b = 2\nCó 3 xã\n' >page
    $p page 2>err >out
    same "$p: a page of scripts is HTML" 1 "$(grep -c ':2: mostly HTML' err)"
    printf '<Có 3 xã\n{}\n"Hết", ông nói\n[1]\nHết\n<b>Hết</b>\nHết\n' >page
    status "$p: some tags and braces" 0 $p page
    same "$p: are no HTML and no JSON" '' "$(cat err)"
    printf '{"title": "Có 3 xã", "text": "Hết"}\n{"title": "Có 3 xã", "text": "Hết"}\n' >page
    status "$p: JSON" 0 $p page
    same "$p: JSON is told" "$p: page:1: mostly JSON, read as it is: make text of it with jq -r" "$(cat err)"
    status "$p: -q, no warning" 0 $p -q page
    same "$p: -q" '' "$(cat err)"

    # ---- progress
    status "$p -p -v" 0 $p -p -v file
    same "$p -p -v: told" "$p: 10 B of 10 B (100%), 1 document|$p: 1 document|" "$(sed "s/document,.*/document/" err | tr '\n' '|')"
    rm -f pipe
    mkfifo pipe
    $p -u pipe >out 2>err &
    child=$!
    exec 3>pipe
    printf 'd\t1\ttitle\tÔng Lê Văn Ba, Bí thư Tỉnh ủy: Nghị quyết số 32-NQ/TU nêu 3 việc.\ne\t1\tbody\tA\n' >&3
    until_there() { # FILE: waits for it to be written, ten seconds at most
        _n=0
        while [ ! -s "$1" ] && [ $_n -lt 100 ]; do
            sleep 0.1
            _n=$((_n + 1))
        done
    }
    until_there out
    same "$p -u: a document that ended is written at once" d "$(head -n 1 out | cut -f 1)"
    kill -USR1 $child
    until_there err
    same "$p: SIGUSR1" "$p" "$(sed -n 's/: .* B, 1 document, .*B\/s$//p' err)"
    exec 3>&-
    wait $child
    same "$p: and it goes on" 0 $?
done
