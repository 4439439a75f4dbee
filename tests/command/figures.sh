# SPDX-License-Identifier: ISC
# dbnums -t: units, nouns and indicators of the user's; -k, -c and pieces of dbsplit.
. "$TESTS/lib.sh"
need dbnums dbsplit
rows() { # rows TEXT TABLE COLUMNS
    printf '%s\n' "$1" | dbnums -t "$2" | cut -f "$3"
}
printf 'unit\tcông gieo\tmeasure\tcông gieo cấy\n' >unit
same 'a unit' "$(printf '7 công gieo cấy\tmeasure\tcông gieo')" "$(rows 'Nhà ông cấy 7 công gieo cấy.' unit 5,6,9)"
printf 'noun\tlò gạch\tlò nung gạch\n' >noun
same 'a noun and its other form' "$(printf '12 lò nung gạch\tlò gạch')" "$(rows 'Xã còn 12 lò nung gạch cũ.' noun 5,9)"
printf -- '-noun\thợp tác xã\n' >less
same 'a noun taken away: the next syllable' "$(printf '9 hợp\thợp')" "$(rows 'Huyện có 9 hợp tác xã.' less 5,9)"

text='Lượng xe qua trạm đạt 3.000 lượt, tăng 12% so với cùng kỳ.'
same 'no indicator fits' "$(printf '3.000 lượt\t\n12%%\t')" "$(rows "$text" /dev/null 5,12)"
printf 'indicator\tlượng xe qua trạm|xe qua trạm\town_traffic\tlượt\n' >indicator
same 'an indicator, of its level and of the change' "$(printf '3.000 lượt\town_traffic\n12%%\town_traffic')" \
    "$(rows "$text" indicator 5,12)"
same 'by its other form' own_traffic "$(rows 'Xe qua trạm: 450 lượt.' indicator 12)"
same 'no control character comes out of a table' 'own traffic' \
    "$(printf 'indicator\txe qua trạm\town\001traffic\tlượt\n' >control && rows 'Xe qua trạm: 450 lượt.' control 12)"
same 'not in another unit' '' "$(rows 'Lượng xe qua trạm mang lại 5 tỷ đồng.' indicator 12)"
printf 'indicator\ttốc độ tăng trưởng GRDP\town_growth\t%%\n' >own
same 'a row of the user wins' own_growth "$(rows 'Tốc độ tăng trưởng GRDP đạt 6,2%.' own 12)"
printf -- '-indicator\tsản lượng lúa\n' >without
same 'a row taken away' '' "$(rows 'Sản lượng lúa đạt 5 nghìn tấn.' without 12)"
same 'a form with a gap' own_ratio "$(printf 'indicator\t100 hộ … xe máy\town_ratio\txe máy\n' >gap && rows 'Cứ 100 hộ thì có 86 xe máy.' gap 12 | tail -n 1)"

text='Sáng 12/6. Huyện trồng 15 ha rừng, giao cho 40 hộ.'
same '-k, of -a too' "$(printf '12/6\tdate\n40 hộ\tcount')" "$(echo "$text" | dbnums -k count,date | cut -f 5,6)"
same 'the text with -c' "$text" "$(echo "$text" | dbnums -c | cut -f 17 | uniq)"
same 'places in pieces' "$(printf '1.2\t13\t5\n1.2\t34\t5')" "$(echo "$text" | dbsplit | dbnums | cut -f 2-4)"

printf '# own\nunit\tsào gạo\tmesure\n' >wrong
status 'a word that a column does not have' 2 dbnums -t wrong </dev/null
same 'its message' "dbnums: wrong:2: column 3 is 'mesure', not one of count|duration|measure|money|percent|times" "$(head -n 1 err)"
