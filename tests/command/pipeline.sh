# SPDX-License-Identifier: ISC
# examples/Makefile: a second run does nothing, one page is redone alone, a run that was killed is made good, the same
# article twice is one document, a page that cannot be read holds up no other, hostile text comes through the database,
# ten thousand names are no trouble.
. "$TESTS/lib.sh"
need dbclean dbsplit dbmeta dbnums dbofficials
dbmeta -w -H </dev/null | grep -q report_period || { echo 'S all: dbmeta has no -w yet'; exit 0; }
mkdir pages
cp "$TOP"/examples/corpus/*.txt pages
unset MAKEFLAGS MFLAGS MAKELEVEL
go() {
    make -s -C "$TOP/examples" BIN="$B" PAGES="$PWD/pages" OUT="$PWD/out" "$@" >make.out 2>&1
}

go -j2 || echo "F make: $(tail -n 2 make.out | tr '\n' ' ')"
for t in docs nums officials refs sents; do
    holds "$t.tsv has rows" test "$(wc -l <out/$t.tsv)" -gt 10
done
dbclean -x pages/*.txt | dbnums -H >nums
alike 'as by one pipeline' nums out/nums.tsv
touch mark
go
same 'a second run does nothing' '' "$(find out -newer mark -type f)"

cp -r out before
touch pages/sonla-2024.txt
go
same 'one page is read again' sonla-2024.tsv "$(find out/records -name '*.tsv' -newer pages/sonla-2024.txt | sed 's|.*/||')"
alike 'and the tables are the same' before/nums.tsv out/nums.tsv

# Killed in the middle: what is there is whole, the next run is right.
rm -rf out
(setsid make -s -C "$TOP/examples" BIN="$B" PAGES="$PWD/pages" OUT="$PWD/out" >/dev/null 2>&1 & echo $! >pid; wait)&
tries=100
while [ "$(ls out/records 2>/dev/null | wc -l)" -lt 3 ] && [ $tries -gt 0 ]; do
    tries=$((tries - 1))
    sleep 0.01
done
kill -9 -- "-$(cat pid)" 2>/dev/null
wait
go
alike 'after being killed' before/nums.tsv out/nums.tsv

# The same article under another name, with another menu around it.
sed '1,2d' pages/bentre-2016.txt >pages/zz-again.txt
go
alike 'an article fetched twice is one document' before/nums.tsv out/nums.tsv
same 'and is listed' 'zz-again.txt bentre-2016.txt' "$(cut -f 2,3 out/twice.tsv | tr '\t' ' ')"
rm pages/zz-again.txt
go
same 'a page that goes is forgotten' '' "$(cat out/twice.tsv)"

# Names of any kind.
sed '1,2d' pages/sonla-2024.txt >"pages/a'b \"c\" \$(d);e:f%g#h.txt"
go || echo "F names: $(tail -n 2 make.out | tr '\n' ' ')"
same 'a page of any name is read' 'a=27b=20=22c=22=20=24=28d=29=3Be=3Af=25g=23h.txt' "$(cut -f 2 out/files.tsv | head -n 1)"
rm pages/a*b*
go
alike 'and forgotten when it goes' before/nums.tsv out/nums.tsv
go PAGES="$PWD/none" && echo 'F no pages: make does not fail'
holds 'no pages: told' grep -q 'no pages' make.out

# A folder called so stands for what cannot be read: root reads all files.
mkdir pages/folder.txt
go && echo 'F a page that cannot be read: make does not fail'
same 'a page that cannot be read is listed' folder.txt "$(cat out/unread.tsv)"
alike 'and the tables are made without it' before/nums.tsv out/nums.tsv
rmdir pages/folder.txt
go || echo "F without it: $(tail -n 2 make.out | tr '\n' ' ')"
same 'and when it is gone nothing is listed' '' "$(cat out/unread.tsv)"

if go BIN=/nonexistent PATH=/usr/bin:/bin OUT="$PWD/none"; then
    echo 'S no programs: some are in /usr/bin'
else
    holds 'no programs: told what to do' grep -q 'run make' make.out
fi

if command -v sqlite3 >/dev/null; then
    printf 'Kỳ họp "lạ\n\nÔng nói: "Thu 5 tỷ đồng \\N, \\. và 7%% dự toán; O'\''Neil, 100%% "\n' >pages/awkward.txt
    go db || echo "F make db: $(tail -n 2 make.out | tr '\n' ' ')"
    same 'keys of the database' '' "$(sqlite3 out/news.db 'PRAGMA foreign_key_check; PRAGMA integrity_check' | grep -v '^ok$')"
    for t in nums:figures officials:officials refs:refs sents:sentences docs:documents; do
        same "rows of ${t#*:}" "$(($(wc -l <out/"${t%:*}".tsv) - 1))" "$(sqlite3 out/news.db "SELECT count(*) FROM ${t#*:}")"
    done
    sqlite3 -separator "$(printf '\t')" out/news.db 'SELECT doc, pos, kind, text FROM records' | sort >back
    sort out/records.tsv >want
    alike 'text comes back from the database' want back
    same 'places in the database' 0 "$(sqlite3 out/news.db 'SELECT count(*) FROM figures f JOIN records r USING (doc, pos) WHERE substr(r.text, f.start, f.len) <> f.raw')"
    same 'names in the database' 0 "$(sqlite3 out/news.db 'SELECT count(*) FROM officials o JOIN records r USING (doc, pos) WHERE o.post_len > 0 AND substr(r.text, o.post_start, o.post_len) <> o.raw')"
    holds 'views answer' sqlite3 out/news.db 'SELECT * FROM latest; SELECT * FROM held_posts; SELECT * FROM goals'
    rm pages/awkward.txt
else
    echo 'S database: no sqlite3 here'
fi

go report
for t in growth revenue members chairmen cited; do
    holds "report/$t.tsv has rows" test -s out/report/$t.tsv
done

# Every mark of the view wraps the text its row names.
go view
holds 'the view has its marks' test "$(grep -c '<mark' out/view.html)" -gt 50
same 'the view marks what the rows say' '' "$(grep -o '<mark tabindex=0 class=figure>[^<]*' out/view.html | sed 's/.*>//' | sort -u >marked
    cut -f 5 out/nums.tsv | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' | sort -u >raw; comm -23 marked raw | head -n 3)"

rm -rf pages out
mkdir pages
i=0
while [ $i -lt 30 ]; do # ten thousand of these names would be a megabyte
    printf 'Thu ngân sách đạt %s tỷ đồng.\n' $i >pages/$i.txt
    i=$((i + 1))
done
# Not POSIX, where it is missing the test is the easier.
# shellcheck disable=SC3045
(ulimit -s 200 2>/dev/null && go -j2) || echo "F many pages: $(tail -n 2 make.out | tr '\n' ' ')"
same 'many pages' 30 "$(tail -n +2 out/nums.tsv | wc -l)"
