# SPDX-License-Identifier: ISC
# -t and tables of lists, whose first column tells what a list is of: rows of the user add to a list or take from it, the
# rest of it stays.
. "$TESTS/lib.sh"
need dbmeta
meeting() { # meeting TEXT TABLE
    printf '%s\n' "$1" | dbmeta -k meeting -t "$2" | cut -f 3
}
fair='Ngày 8/3/2022, UBND tỉnh Cao Bằng tổ chức Phiên chợ vùng cao.'
forum='Ngày 8/3/2022, UBND tỉnh Cao Bằng tổ chức Diễn đàn nông sản.'
printf 'event\tnoun\tPhiên chợ vùng cao\tPhiên chợ vùng cao\t-\n' >add
same 'a noun more' "$(printf 'Phiên chợ vùng cao\nDiễn đàn')" "$(meeting "$fair" add && meeting "$forum" add)"
printf -- '-event\tnoun\tDiễn đàn\n' >less
same 'a noun less' "$(printf 'Hội nghị')" "$(meeting "$forum" less && meeting 'Ngày 8/3/2022, UBND tỉnh Cao Bằng tổ chức Hội nghị về chợ.' less)"
printf 'event\tmeets\tTổ Công nghệ số\n' >meets
same 'a body that meets itself, beside ours' "$(printf 'Hội nghị Ban Thường vụ Tỉnh ủy')" \
    "$(meeting 'Ngày 8/3/2022, Ban Thường vụ Tỉnh ủy Cao Bằng tổ chức Hội nghị bàn về chợ.' meets)"
printf '1\t1\tsource\tNguồn: Báo Ba Tơ\n1\t2\tsource\tTheo Báo Trà Bồng\n' >records
sources() { # sources TABLE
    dbmeta -k source -t "$1" records | cut -f 3 | tr '\n' '/'
}
printf -- '-credit\tsource\tnguồn\n' >word
printf -- '-credit\tsource\n' >list
same 'a word of a list taken away' 'Báo Trà Bồng/' "$(sources word)"
same 'the list taken away' '' "$(sources list)"
