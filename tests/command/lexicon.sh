# SPDX-License-Identifier: ISC
# The phrases of the built-in tables are laid out when a program is built; rows of the user make it fill its lexicon at
# start-up. Both ways know the same: a file without a row changes nothing.
. "$TESTS/lib.sh"
printf '# no rows\n' >none.tsv
"$B/dbclean" "$TOP"/examples/corpus/*.txt >records
for program in dbclean dbsplit dbmeta dbnums dbofficials; do
    "$B/$program" records >laid-out
    "$B/$program" -t none.tsv records >filled
    alike "$program with and without -t" laid-out filled
    [ -s filled ] || echo "F $program: no rows"
done
