# SPDX-License-Identifier: ISC
# The recipes of dbtools(7) for loading tables, on rows with every awkward character: what comes back equals what
# went in. A recipe stands in the page behind a line `.\" loader NAME`.
. "$TESTS/lib.sh"
export LC_ALL=C.UTF-8

recipe() {
    awk -v name="$1" '$0 == ".\\\" loader " name { at = 1; next }
        at && /^\.Bd/ { in_it = 1; next }
        in_it && /^\.Ed/ { exit }
        in_it { gsub(/\\e/, "\\"); gsub(/\\&/, ""); print }' "$TOP/man/dbtools.7"
}

{
    printf 'doc\tpos\tkind\ttext\n'
    i=0
    while IFS= read -r text; do
        i=$((i + 1))
        printf 'bài "%s"\t%s\t%s\t%s\n' $i $i "$([ $((i % 3)) -eq 0 ] || echo body)" "$text"
    done <<'END'
"
a lone " in the middle
""doubled""
'
\
\N
\.
\t\n\x41 \\
NA
NULL
nan

,;|=@#%&*
# no comment
007
123456789012345678901234567890
1e5
2023-07-06
Đảng bộ tỉnh – “Hòa Bình” … ½ m² 😀
Bảng chữ: ằẵặ Ỵ
=1+1
-- $x `y` {z} [w] <b>&amp;</b>
true
END
} >nums.tsv

came_back() { # NAME FILE
    alike "$1" nums.tsv "$2"
    rm -f "$2"
}
there() {
    command -v "$1" >/dev/null 2>&1 || {
        echo "S $2: no $1 here"
        return 1
    }
}

if there sqlite3 SQLite; then
    recipe sqlite >load.sh
    sh load.sh
    { head -n 1 nums.tsv; sqlite3 -separator "$(printf '\t')" nums.db 'SELECT * FROM nums'; } >back
    came_back SQLite back
fi

if there Rscript R; then
    recipe R >load.R
    printf '%s\n' 'write.table(nums, "back", sep = "\t", quote = FALSE, na = "", row.names = FALSE, fileEncoding = "UTF-8")' >>load.R
    sed -i '/as.numeric/d' load.R
    Rscript load.R >/dev/null 2>err
    came_back R back
fi

PATH=/usr/bin:$PATH
if ! python3 -c 'import pandas' 2>/dev/null; then
    echo 'S pandas: not here'
else
    recipe pandas >load.py
    echo 'open("back", "w").writelines(chr(9).join(r) + chr(10) for r in [list(nums)] + nums.values.tolist())' >>load.py
    python3 load.py 2>err
    came_back pandas back
fi

if there mlr Miller; then
    # as the recipe reads, and written the same way
    mlr --inidx --ifs tab --onidx --ofs tab cat nums.tsv >back
    came_back Miller back
fi

if there datamash datamash; then
    same datamash 'true	1' "$(recipe datamash >load.sh; sh load.sh <nums.tsv | grep '^true')"
fi

if there duckdb DuckDB; then
    { recipe duckdb; printf '%s\n' "COPY nums TO 'back' (FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE '', HEADER);"; } >load.sql
    duckdb <load.sql >/dev/null 2>err
    came_back DuckDB back
fi

if there vd VisiData; then
    HOME=$PWD vd -b -f tsv nums.tsv -o back.tsv >/dev/null 2>err </dev/null
    came_back VisiData back.tsv
fi

# PostgreSQL: a server of our own, in a folder that goes away. It does not run as root.
initdb=$(find /usr/lib/postgresql -name initdb 2>/dev/null | tail -n 1)
if [ -z "$initdb" ] || ! command -v psql >/dev/null; then
    echo 'S PostgreSQL: no server here'
elif [ "$(id -u)" -eq 0 ] && ! id postgres >/dev/null 2>&1; then
    echo 'S PostgreSQL: root, and no user postgres'
else
    data=$(mktemp -d /tmp/dbtools-pg.XXXXXX)
    bin=$(dirname "$initdb")
    cp nums.tsv "$data/nums.tsv"
    recipe postgres-table >"$data/table.sh"
    {
        recipe postgres
        cat <<'END'
\copy (SELECT concat_ws(E'\t', doc, pos, coalesce(kind, ''), coalesce(text, '')) FROM nums) TO 'back' WITH (FORMAT csv, QUOTE E'\b', DELIMITER E'\x01')
END
    } >"$data/run.sql"
    cat >"$data/run.sh" <<END
cd $data && "$initdb" -D db -A trust -E UTF8 --locale=C.UTF-8 >/dev/null &&
"$bin/pg_ctl" -D db -w -o "-k $data -c listen_addresses= -c fsync=off" -l log start >/dev/null &&
export PGHOST=$data PGDATABASE=postgres &&
sh table.sh >/dev/null && psql -q -X -v ON_ERROR_STOP=1 -f run.sql
"$bin/pg_ctl" -D db -m immediate stop >/dev/null
END
    if [ "$(id -u)" -eq 0 ]; then
        chown -R postgres "$data"
        su postgres -s /bin/sh "$data/run.sh" >pg.log 2>&1
    else
        sh "$data/run.sh" >pg.log 2>&1
    fi
    { head -n 1 nums.tsv; cat "$data/back"; } >back
    came_back PostgreSQL back
    rm -rf "$data"
fi
