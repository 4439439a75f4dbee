# SPDX-License-Identifier: ISC
# For tests/command/*.sh: begin them with `. "$TESTS/lib.sh"`. $B is the build, $TOP the top folder, the current
# folder is empty and thrown away afterwards. The programs are found by PATH.
# shellcheck shell=sh
PATH=$B:$PATH
SHARED=$TOP/../shared # real pages, where there are any: need_file

# same NAME WANTED GOT: two texts
same() {
    if [ "$2" = "$3" ]; then
        echo "P $1"
    else
        echo "F $1: wanted $(one_line "$2"), got $(one_line "$3")"
    fi
}

# status NAME WANTED COMMAND…: the exit status of a command; its output is in out, its messages in err
status() {
    _name=$1 _want=$2
    shift 2
    "$@" >out 2>err
    _got=$?
    if [ "$_got" = "$_want" ]; then
        echo "P $_name"
    else
        echo "F $_name: status $_want wanted, got $_got: $(head -n 2 err | tr '\n' ' ')"
    fi
}

# alike NAME FILE FILE: two files, byte for byte
alike() {
    if cmp -s "$2" "$3"; then
        echo "P $1"
    else
        echo "F $1: $(diff "$2" "$3" | head -n 4 | tr '\n\t' '~ ' | cut -c 1-300)"
    fi
}

# holds NAME COMMAND…: a command that should succeed
holds() {
    _name=$1
    shift
    if "$@" >/dev/null 2>&1; then
        echo "P $_name"
    else
        echo "F $_name: $* failed"
    fi
}

# need PROGRAM…: passes the script over where one of them is missing
need() {
    for _p; do
        command -v "$_p" >/dev/null 2>&1 || {
            echo "S all: no $_p here"
            exit 0
        }
    done
}

# need_file FILE…: the same for files
need_file() {
    for _p; do
        [ -e "$_p" ] || {
            echo "S all: no ${_p##*/} here"
            exit 0
        }
    done
}

one_line() {
    printf %s "$1" | tr '\n\t' '~ ' | cut -c 1-200
}
