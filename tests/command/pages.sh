# SPDX-License-Identifier: ISC
# Kinds and boundaries on the labelled pages of tests/pages/clean*, in every form pages come in. The floors are what
# was reached, so that a rule that helps one page and spoils three is seen.
. "$TESTS/lib.sh"
need dbclean
LC_ALL=C

short() { # doc as the labels have it
    awk -F'\t' -v OFS='\t' '{ sub(".*/", "", $1); sub(/\.txt/, "", $1); print }'
}

# floor NAME LEAST GOT: per cent
floor() {
    if [ "$3" -ge "$2" ]; then
        echo "P $1"
    else
        echo "F $1: $3 % right, $2 were"
    fi
}

# share LABELS ROWS: lines of LABELS that are in ROWS, in per cent
share() {
    awk 'NR == FNR { have[$0]; next } { n++; right += $0 in have } END { printf "%d", right * 100 / n }' "$2" "$1"
}

# stream HOW FILE…: the pages joined
stream() {
    how=$1
    shift
    for page; do
        case $how in
        glued) printf %s "$(cat "$page")" ;;
        newline) printf '%s\n' "$(cat "$page")" ;;
        blank) printf '%s\n\n\n' "$(cat "$page")" ;;
        feed) printf '%s\n\f\n' "$(cat "$page")" ;;
        head) printf '==> %s <==\n%s\n' "${page##*/}" "$(cat "$page")" ;;
        esac
    done
}

# starts: of each document its first words, its id apart
starts() { awk -F'\t' '$1 != doc { doc = $1; print substr($4, 1, 40) }' "$@" | LC_ALL=C sort; }

for set in "$TESTS"/pages/clean*; do
    name=${set##*/}
    cat "$set"/gold/clean.tsv >labels
    dbclean -a "$set"/src/*.txt | short >rows
    floor "$name: kinds" 97 "$(share labels rows)"
    grep -v -e '	body	' -e '	boiler	' labels >few
    floor "$name: kinds other than body and boiler" 96 "$(share few rows)"

    mkdir -p "form/$name"
    for page in "$set"/src/*.txt; do
        sed 's/$/\r/' "$page" >"form/$name/${page##*/}"
    done
    dbclean -a "form/$name"/*.txt | short >other
    alike "$name: CR LF" rows other
    if command -v iconv >/dev/null; then
        for page in "$set"/src/*.txt; do
            { printf '\377\376' && iconv -f UTF-8 -t UTF-16LE "$page"; } >"form/$name/${page##*/}"
        done
        dbclean -a "form/$name"/*.txt | short >other
        alike "$name: UTF-16" rows other
    else
        echo "S $name: UTF-16: no iconv here"
    fi
    if command -v uconv >/dev/null; then
        for page in "$set"/src/*.txt; do
            uconv -f UTF-8 -t UTF-8 -x any-nfd "$page" >"form/$name/${page##*/}"
        done
        dbclean -a "form/$name"/*.txt | short >other
        alike "$name: NFD" rows other
    else
        echo "S $name: NFD: no uconv here"
    fi

    for how in newline blank glued feed head; do
        right=0 all=0
        for turn in 1 3 5 7; do # every turn-th page, then those between
            # shellcheck disable=SC2046
            set -- $(ls "$set"/src/*.txt | awk -v k=$turn '{ print (NR * k) % 17, $0 }' | sort -n | cut -d ' ' -f 2)
            stream $how "$@" | dbclean -a | starts >got
            starts labels >want
            both=$(LC_ALL=C comm -12 want got | wc -l)
            right=$((right + 2 * both))
            all=$((all + $(wc -l <want) + $(wc -l <got)))
        done
        case $how in
        glued) least=92 ;;
        newline | blank) least=99 ;;
        *) least=100 ;;
        esac
        floor "$name: documents in a stream, $how" $least $((right * 100 / all))
    done
done

# Pages of many sites in one stream, every one behind one of another set: the hardest case, and the floors are low.
for set in "$TESTS"/pages/clean* "$TESTS"/pages/sites*; do
    cat "$set"/gold/clean.tsv
done >labels
starts labels >want
for how in newline glued; do
    right=0 all=0
    for turn in 3 5 7; do
        # shellcheck disable=SC2046
        set -- $(ls "$TESTS"/pages/clean*/src/*.txt "$TESTS"/pages/sites*/src/*.txt |
            awk -v k=$turn '{ print (NR * k) % 97, $0 }' | sort -n | cut -d ' ' -f 2)
        stream $how "$@" | dbclean -a | starts >got
        both=$(comm -12 want got | wc -l)
        right=$((right + 2 * both))
        all=$((all + $(wc -l <want) + $(wc -l <got)))
    done
    case $how in
    newline) least=92 ;;
    *) least=87 ;;
    esac
    floor "pages of many sites in a stream, $how" $least $((right * 100 / all))
done
