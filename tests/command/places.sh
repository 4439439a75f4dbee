# SPDX-License-Identifier: ISC
# start and len count characters: substr(text, start, len) is raw in every row, with dbsplit in between too, and
# that changes nothing but the places.
. "$TESTS/lib.sh"
need dbclean perl
dbclean "$TOP"/examples/corpus/*.txt "$TESTS"/pages/*/src/*.txt >whole
for level in sent clause; do
    dbsplit -l $level whole >$level
done

check() { # NAME COLUMNS: start, len, raw of each row, letter case apart; the text comes last
    perl -CS -F'\t' -lane 'BEGIN { @c = splice @ARGV, 0, 3 } chomp $F[-1];
        $got = substr($F[-1], $F[$c[0] - 1] - 1, $F[$c[1] - 1]); $raw = $F[$c[2] - 1];
        $n++; $bad ||= "$F[0] $F[1]: [$raw] is [$got] in the text" if lc $got ne lc $raw;
        END { print $bad // ($n ? "good" : "no rows") }' $2 <rows >told
    same "$1" good "$(cat told)"
}

for program in 'dbnums -a' dbofficials 'dbmeta -r'; do
    command -v ${program%% *} >/dev/null || {
        echo "S $program: not here"
        continue
    }
    for form in whole sent clause; do
        [ $form = whole ] || [ -x "$B/dbsplit" ] || continue
        case $program in
        dbnums*)
            $program -c $form >rows
            check "$program, $form" '3 4 5'
            cut -f 1,5-16 rows >$form.rows
            ;;
        dbofficials)
            $program -c $form >rows
            check "$program, $form: name" '3 4 5'
            awk -F '\t' '$12 != ""' rows >posts && mv posts rows
            check "$program, $form: post" '12 13 11'
            $program $form | cut -f 1,5-11 >$form.rows
            ;;
        *)
            $program $form | cut -f 1,5- >$form.rows
            ;;
        esac
        [ $form = whole ] || alike "$program: the same with dbsplit -l $form in between" whole.rows $form.rows
    done
done
if command -v dbmeta >/dev/null && dbmeta -H </dev/null | grep -q '	key	'; then
    for form in whole sent clause; do
        dbmeta $form | cut -f 1-3 >$form.rows
        [ $form = whole ] || alike "dbmeta: the same with dbsplit -l $form in between" whole.rows $form.rows
    done
fi
