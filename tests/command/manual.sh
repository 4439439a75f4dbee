# SPDX-License-Identifier: ISC
# Each example of the README and the manual, run in a copy of examples/, prints what is printed there. A line `…`
# there stands for any lines. UPDATE=1 tests/run command/manual writes what is printed now into the pages: read the
# difference before it is committed.
. "$TESTS/lib.sh"
unset MAKEFLAGS MFLAGS MAKELEVEL
mkdir bin
# Plain awk is mawk on Debian: what is called awk must run there.
command -v mawk >/dev/null && ln -s "$(command -v mawk)" bin/awk
PATH=$PWD/bin:$PATH

needs() { # what a script needs and this machine has not
    for tool in dbclean dbsplit dbmeta dbnums dbofficials make gawk sqlite3 mlr datamash parallel jq; do
        grep -q -w "$tool" "$1" && ! command -v "$tool" >/dev/null && echo "$tool"
    done
}

same_lines() { # WANT GOT: alike, but for lines `…` in WANT
    awk 'FNR == NR { want[++n] = $0; next }
         { got[++m] = $0 }
         function match_from(i, j) {
             for (; i <= n; i++) {
                 if (want[i] == "…") {
                     for (; j <= m + 1; j++)
                         if (match_from(i + 1, j))
                             return 1
                     return 0
                 }
                 if (j > m || want[i] != got[j])
                     return 0
                 j++
             }
             return j == m + 1
         }
         END { exit !match_from(1, 1) }' "$1" "$2"
}

for page in "$TOP"/README.md "$TOP"/man/*.[157]; do
    mkdir blocks
    awk -v dir=blocks -f "$TESTS/manual.awk" "$page"
    for script in blocks/*.sh; do
        [ -e "$script" ] || continue
        base=${script%.sh}
        name="${page##*/}: example at line ${base##*.}"
        missing=$(needs "$script")
        if [ -n "$missing" ]; then
            # The words of a list, so splitting is meant.
            # shellcheck disable=SC2086
            echo "S $name: no" $missing here
            continue
        fi
        rm -rf here
        mkdir here
        ln -s "$TOP"/examples/* here
        (cd here && sh -e "../$script" >"../$base.out" 2>../err) || echo "status $?" >>"$base.out"
        grep -v "$(printf '^\001$')" "$base.out" >got
        if same_lines "$base.want" got; then
            echo "P $name"
        else
            echo "F $name: $(diff "$base.want" got | grep '^[<>]' | head -n 4 | tr '\n\t' '~ ' | cut -c 1-300)$(head -n 2 err | tr '\n' ' ')"
        fi
    done
    if [ -n "${UPDATE:-}" ]; then
        awk -v dir=blocks -v update=1 -f "$TESTS/manual.awk" "$page" >new && cat new >"$page"
    fi
    rm -rf blocks
done
