# SPDX-License-Identifier: ISC
# dbtables(5) documents every table as the comments on top of it do, dbnums(1) every indicator.
# UPDATE=1 tests/run command/manual-tables writes dbtables(5) anew.
. "$TESTS/lib.sh"
page=$TOP/man/dbtables.5
# File names of ours, without spaces.
# shellcheck disable=SC2046
(cd "$TOP" && LC_ALL=C awk -f man/tables.awk $(ls common/*.tsv bin/*/*.tsv | awk -F / '{ print $NF "\t" $0 }' | sort | cut -f 2)) >want
if [ -n "${UPDATE:-}" ]; then
    awk '/^\.\\" end of tables/ { skip = 0 }
         !skip { print }
         /^\.\\" tables/ { skip = 1; while ((getline l <"want") > 0) print l }' "$page" >new && cat new >"$page"
fi
sed -n '/^\.\\" tables/,/^\.\\" end of tables/p' "$page" | sed '1d;$d' >got
holds "dbtables(5) says what the tables say (UPDATE=1 writes it anew)" cmp -s want got

# dbnums(1) lists all indicators, each with a phrase that tells it.
indicators=$TOP/bin/dbnums/indicator.tsv
sed -n '/^\.Sh INDICATORS/,/^\.Sh EXIT/p' "$TOP/man/dbnums.1" |
    awk '/^\.It Cm / { code = $3; getline; print $0 "\t" code }' | LC_ALL=C sort >listed
grep -v '^#' "$indicators" | cut -f 1,2 | LC_ALL=C sort >told
same 'indicators that dbnums(1) does not list' '' "$(cut -f 2 told | grep -v -x -e - | sort -u >codes; cut -f 2 listed | sort -u | comm -3 codes -)"
same 'phrases in dbnums(1) that do not tell their indicator' '' "$(LC_ALL=C comm -23 listed told)"

# Messages that the manual explains are said by some program.
for page in "$TOP"/man/*.1; do
    sed -n '/^\.Sh DIAGNOSTICS/,/^\.Sh SEE/s/^\.It Sy //p' "$page" | sed 's/ , /\n/g' | while IFS= read -r message; do
        holds "message of ${page##*/}: $message" grep -rqF -- "$message" "$TOP/common" "$TOP/bin"
    done
done
