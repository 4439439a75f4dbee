# SPDX-License-Identifier: ISC
# The examples of a page of the manual or of the README.
#
# In the manual a display behind a line `.\" run`, in the README a block ```console. Lines that begin with `$ ` are
# commands, `> ` goes on with one; what stands between is what they print.
#
# -v dir=DIR writes for each block a script DIR/n.LINE.sh and what it should print, DIR/n.LINE.want. After each
# command the script prints a line \001.
# -v dir=DIR -v update=1 prints the page with what DIR/n.LINE.out holds in place of what it said before; blocks that
# are not run (no .out) or have more than a line `…` of omissions stay.
BEGIN { mark = "\001" }
in_block && (/^\.Ed/ || /^```/) { end() }
in_block { line[++n] = $0; next }
update { print }
/^\.\\" run/ { run = 1; next }
run && /^\.Bd/ { run = 0; begin(); next }
/^```console/ { begin() }

function begin() {
    block = sprintf("%s/%03d.%d", dir, ++blocks, FNR)
    in_block = 1
    n = 0
}

function end(    i, script) {
    in_block = 0
    if (update) {
        renew()
        return
    }
    script = block ".sh"
    printf "" >(block ".want")
    for (i = 1; i <= n; i++)
        if (line[i] ~ /^[$>] /)
            print roff(substr(line[i], 3)) (line[i + 1] ~ /^> / ? "" : "\nprintf '\\001\\n'") >script
        else
            print roff(line[i]) >(block ".want")
    close(block ".want")
    close(script)
}

function renew(    i, k, out, l, omitted, other) {
    for (i = 1; i <= n; i++)
        if (line[i] == "…")
            omitted++
        else if (line[i] !~ /^[$>] /)
            other++
    out = block ".out"
    if ((getline l <out) < 0 || omitted && other) {
        for (i = 1; i <= n; i++)
            print line[i]
        return
    }
    for (i = 1; i <= n; i++) {
        if (line[i] !~ /^[$>] /)
            continue
        print line[i]
        if (line[i + 1] ~ /^> /)
            continue
        for (; l != mark && k >= 0; k = (getline l <out) - 1)
            print unroff(l)
        k = (getline l <out) - 1
    }
    close(out)
}

function roff(s) {
    if (FILENAME !~ /\.[157]$/)
        return s
    gsub(/\\&/, "", s)
    gsub(/\\-/, "-", s)
    gsub(/\\\(dq/, "\"", s)
    gsub(/\\e/, "\\", s)
    return s
}

function unroff(s) {
    if (FILENAME !~ /\.[157]$/)
        return s
    gsub(/\\/, "\\e", s)
    if (s ~ /^[.']/)
        s = "\\\\&" s
    return s
}
