# SPDX-License-Identifier: ISC
# The pages of examples/corpus in every encoding that iconv writes, and misread, come out as they were. The variants
# are made here. TCVN 5712 and its kin have no curly quotes, long dashes, ellipses or signs: those go first.
. "$TESTS/lib.sh"
need dbclean iconv

plain() {
    sed 's/“/"/g; s/”/"/g; s/«/"/g; s/»/"/g; s/–/-/g; s/—/-/g; s/…/.../g; s/\xc2\xa0/ /g
        s/©/(c)/g; s/°/o/g; s/•/-/g; s/²/2/g; s/³/3/g; s/·/-/g; s/→/-/g; s/×/x/g' "$1" |
        sed "s/‘/'/g; s/’/'/g"
}
clean() { dbclean -q -a -T "$@"; } # whatever the lines are taken for
# The share of words of FILE2 that FILE1 has at their places, in percent, rounded down.
words_right() {
    paste -d '\n' "$1" "$2" | awk 'NR % 2 { n = split($0, a, " "); next }
        { m = split($0, b, " "); all += m; if (n == m) for (i = 1; i <= m; i++) right += a[i] == b[i] }
        END { print int(100 * right / all) }'
}

for page in "$TOP"/examples/corpus/*.txt; do
    name=$(basename "$page" .txt)
    plain "$page" >page
    clean -d 1 page >want
    for encoding in TCVN5712-1 VISCII WINDOWS-1258; do
        iconv -f UTF-8 -t "$encoding" page >bytes 2>err || {
            echo "S $name: not to be written in $encoding"
            continue
        }
        clean -d 1 bytes >got
        alike "$name in $encoding" want got
        iconv -f WINDOWS-1252 -t UTF-8 bytes >shown 2>err || continue
        clean -d 1 shown >got
        alike "$name in $encoding, shown as windows-1252" want got
    done
    clean -d 1 "$page" >want
    for encoding in UTF-16 UTF-16LE UTF-16BE; do
        iconv -f UTF-8 -t "$encoding" "$page" >bytes
        clean -d 1 bytes >got
        alike "$name in $encoding" want got
    done
    iconv -f ISO-8859-1 -t UTF-8 "$page" >bytes
    clean -d 1 bytes >got
    alike "$name misread as latin-1" want got
    iconv -c -f WINDOWS-1252 -t UTF-8 "$page" 2>err | sed 's/\xc2\xa0/ /g; s/\xc2\xad//g' >bytes
    clean -d 1 bytes >got
    right=$(words_right got want)
    holds "$name misread as windows-1252, bytes lost: $right% of words" test "$right" -ge 98
done

# What a summary tells, and what -e takes
iconv -f UTF-8 -t VISCII page | dbclean -v >out 2>err
same 'the summary tells of lines mended' 1 "$(grep -c 'lines of VISCII' err)"
printf 'H\351i ngh\336\n' | dbclean -q -T -e tcvn3 >out
same 'a short line is read as -e says' 'Hội nghị' "$(cat out)"
status 'an encoding that is none' 2 dbclean -e latin-5 page
