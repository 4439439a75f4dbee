# SPDX-License-Identifier: ISC
# dbofficials -t: posts, bodies, abbreviations and family names of the user's; -c and pieces of dbsplit.
. "$TESTS/lib.sh"
need dbofficials dbsplit
rows() {
    printf '%s\n' "$1" | dbofficials -t "$2" | cut -f 5-7
}
printf 'post\tTrưởng thôn\tTrưởng thôn\t-\t-\n' >post
same 'a post of the user' "$(printf 'Lê Thị Hoa\tTrưởng thôn\t')" "$(rows 'Bà Lê Thị Hoa, Trưởng thôn, dự.' post)"
printf -- '-post\tGiám đốc\n' >less
same 'a post taken away' '' "$(rows 'Bà Lê Thị Hoa, Giám đốc, dự.' less)"
printf 'body\tĐội Thanh niên xung kích|Đội TNXK\tlevel\nabbr\tTNK\tThanh niên xung kích\n' >body
same 'a body, and its name by an abbreviation' "$(printf 'Lê Thị Hoa\tPhó Chủ nhiệm\tĐội Thanh niên xung kích huyện')" \
    "$(rows 'Bà Lê Thị Hoa, Phó Chủ nhiệm Đội TNK huyện Yên Mô, dự.' body)"
same 'without it' '' "$(printf 'Bí thư Tỉnh ủy Quyên Thanh Hoa nói.\n' | dbofficials)"
printf 'surname\tQuyên\t2\n' >surname
same 'a family name' "$(printf 'Quyên Thanh Hoa\tBí thư\tTỉnh ủy')" "$(rows 'Bí thư Tỉnh ủy Quyên Thanh Hoa nói.' surname)"

text='Trời tạnh. Bà Lê Thị Hoa, Giám đốc Sở Y tế, dự.'
same 'the text with -c' "$text" "$(echo "$text" | dbofficials -c | cut -f 14)"
same 'places in pieces' "$(printf '1.2\t4\t10\t16\t16')" "$(echo "$text" | dbsplit | dbofficials | cut -f 2-4,12,13)"
# an emoji is one character, H’ two
same 'characters, not bytes' "$(printf '6\t11\t19\t15')" \
    "$(echo '👍 bà H’Loan Êban, Bí thư Huyện ủy' | dbofficials | cut -f 3,4,12,13)"
