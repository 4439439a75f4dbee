# SPDX-License-Identifier: ISC
# dbnums -a accounts for every digit of every line it reads.
. "$TESTS/lib.sh"
need dbclean dbnums

# left FILE…: lines with a digit between the rows, which come in text order
left() {
    dbclean -q "$@" >records
    dbnums -a records | LC_ALL=C awk -F '\t' '
        NR == FNR { n[$1, $2]++; raw[$1, $2, n[$1, $2]] = $5; next }
        $3 !~ /^(title|kicker|heading|body|caption)$/ { next }
        {
            rest = $4
            for (i = 1; i <= n[$1, $2]; i++) {
                at = index(rest, raw[$1, $2, i])
                if (substr(rest, 1, at - 1) ~ /[0-9]/)
                    print $1, $2, substr(rest, 1, at + 9)
                rest = substr(rest, at + length(raw[$1, $2, i]))
            }
            if (rest ~ /[0-9]/)
                print $1, $2, substr(rest, 1, 40)
        }' - records
}

same examples '' "$(left "$TOP"/examples/corpus/*.txt | head -n 3)"
same pages '' "$(left "$TOP"/tests/pages/*/src/*.txt | head -n 3)"
printf '%s\n' '12 34,5 6.7.8 9/10/11 /12 13- -14 15x y16 17%% 18/19/20 §21 22,23,24 ½ 0 007 1e5' '((1)2[3' >odd
same odd '' "$(left odd | head -n 3)"
need_file "$SHARED/corpus"
same corpus '' "$(left "$SHARED"/corpus/*.txt | head -n 3)"
