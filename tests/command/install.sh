# SPDX-License-Identifier: ISC
# install and uninstall, the tarball, completions and help.
. "$TESTS/lib.sh"
need dbclean dbsplit dbmeta dbnums dbofficials
unset MAKEFLAGS MFLAGS MAKELEVEL
make -s -C "$TOP" install B="$B" DESTDIR="$PWD/root" PREFIX=/usr >make.out 2>&1 || echo "F install: $(tail -n 2 make.out | tr '\n' ' ')"
same 'programs' 'dbclean dbmeta dbnums dbofficials dbsplit' "$(ls root/usr/bin | tr '\n' ' ' | sed 's/ $//')"
same 'man pages' "$(find "$TOP/man" -name "*.[157]" | wc -l)" "$(find root/usr/share/man -type f | wc -l)"
for p in dbclean dbsplit dbmeta dbnums dbofficials; do
    dbclean_long=$("$B/$p" --help | sed -n 's/^ .*--\([a-z-]*\).*/\1/p' | sort)
    same "man page of $p has the options of --help" "$dbclean_long" "$(sed -n 's/^\.It .*Fl -\([a-z-]*\).*/\1/p' "$TOP/man/$p.1" | sort)"
    missing=
    for column in $("$B/$p" --help | sed -n 's/^columns: //p'); do
        grep -q -w -e "$column" "$TOP/man/$p.1" "$TOP/man/dbrecords.5" || missing="$missing $column"
    done
    same "man page of $p has its columns" '' "$missing"
    for shell in bash zsh fish; do
        case $shell in
        bash) file=root/usr/share/bash-completion/completions/$p ;;
        zsh) file=root/usr/share/zsh/site-functions/_$p ;;
        fish) file=root/usr/share/fish/vendor_completions.d/$p.fish ;;
        esac
        if command -v $shell >/dev/null; then
            holds "completion of $p for $shell is sound" $shell -n "$file"
        fi
        holds "completion of $p for $shell knows --verbose" grep -q -e verbose "$file"
    done
done
if command -v bash >/dev/null; then
    same 'completion of a value' 'text' "$(bash -c '. "$1"; COMPREPLY=(); _dbsplit dbsplit te -i; echo "${COMPREPLY[@]}"' bash root/usr/share/bash-completion/completions/dbsplit)"
fi
mkdir root/home
make -s -C "$TOP" uninstall B="$B" DESTDIR="$PWD/root" PREFIX=/usr >make.out 2>&1 || echo 'F uninstall: status'
same 'uninstall leaves no file' '' "$(find root -type f | tail -n 3)"
holds 'uninstall leaves the folders of others' test -d root/home
