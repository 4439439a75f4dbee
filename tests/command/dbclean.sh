# SPDX-License-Identifier: ISC
# What dbclean does with its options, and where it finds documents in a stream. What a line is: cases/dbclean-kind.
. "$TESTS/lib.sh"
need dbclean
ids() { cut -f 1 | uniq | tr '\n' ' '; }

lua='Giống lúa mới cho năng suất 70 tạ trên một ha
Thứ năm - 02/06/2022 09:15
Chiều 1/6, xã Phú Gia họp bàn về vụ mùa với đại diện các thôn trong xã. Cả xã cấy 120 ha giống lúa mới, tăng 40 ha.
Ông Lò Văn Tỉnh, Chủ tịch UBND xã cho biết sẽ hỗ trợ 2 triệu đồng cho mỗi ha.
Hà Thị Bưởi'
duong='Chính trị
Khởi công đường tránh thị trấn Ba Khe dài 6 km
Sáng 14/7, huyện khởi công đường tránh thị trấn Ba Khe, tổng vốn 85 tỷ đồng, thời gian làm 14 tháng.
Bí thư Huyện ủy đề nghị nhà thầu giữ đúng tiến độ, an toàn cho người đi đường.
Ý kiến bạn đọc (0)
© Cổng thông tin điện tử huyện Ba Khe'
printf '%s\n' "$lua" >lua.txt
printf '%s\n' "$duong" >duong.txt
printf %s "$duong" >open.txt # no last newline

# Where documents begin
same 'each FILE is a document' 'lua.txt duong.txt ' "$(dbclean lua.txt duong.txt | ids)"
same 'the same FILE again' 'lua.txt lua.txt#2 ' "$(dbclean lua.txt lua.txt | ids)"
same 'two pages in a stream' '1 1 title Giống;2 1 section Chính;' \
    "$(cat lua.txt duong.txt | dbclean | awk -F'\t' '$2 == 1 { split($4, w, " "); printf "%s %s %s %s;", $1, $2, $3, w[1] }')"
same 'glued inside a line' '1 6 source © Cổng thông tin điện tử huyện Ba Khe;2 1 title Giống lúa mới cho năng suất 70 tạ trên một ha;' \
    "$(cat open.txt lua.txt | dbclean | awk -F'\t' '$3 == "source" || $3 == "title" && $1 == 2 { printf "%s %s %s %s;", $1, $2, $3, $4 }')"
same 'an author glued to a rubric' '1 5 byline Hà Thị Bưởi;2 1 section Chính trị;' \
    "$(printf %s "$lua" | cat - duong.txt | dbclean | awk -F'\t' '$3 == "byline" || $3 == "section" { printf "%s %s %s %s;", $1, $2, $3, $4 }')"
same 'lines are counted from the first one that is not blank' '1 1;2 1;2 2;' \
    "$(printf '%s\n\n\n\n%s\n' "$lua" "$duong" | dbclean -k section,title | awk '{ printf "%s %s;", $1, $2 }')"
same 'marks only' '1 ' "$(cat lua.txt duong.txt | dbclean -s marks | ids)"
same 'infer in a FILE' 'both both#2 ' "$(cat lua.txt duong.txt >both && dbclean -s infer both | ids)"
same 'a FILE is trusted' 'both ' "$(dbclean both | ids)"
same 'form feeds' '1 2 ' "$(printf '%s\n\f\n%s\n' 'Một hai ba bốn năm.' 'Hai ba bốn năm sáu.' | dbclean -s marks | ids)"
same 'no form feeds' '1 ' "$(printf '%s\n\f\n%s\n' 'Một hai ba bốn năm.' 'Hai ba bốn năm sáu.' | dbclean -s no-ff | ids)"
same 'names of head and tail, nothing inferred behind them' 'lua.txt both ' "$(head -n 99 lua.txt both | dbclean | ids)"
same 'a line pattern of the user' '1 2 3 ' \
    "$(printf 'Điều %s. Việc thứ nhất\ncủa điều này là như thế.\n' 1 2 3 | dbclean -s 're:^Điều \d+' | ids)"
same '-d' 'tin tin#2 ' "$(dbclean -d tin lua.txt duong.txt | ids)"

# Options
same '-k' 'section title ' "$(dbclean -k title,section duong.txt | cut -f 3 | tr '\n' ' ')"
same '-k outranks -a' 'boiler ' "$(dbclean -a -k boiler duong.txt | cut -f 3 | uniq | tr '\n' ' ')"
same '-n' 'Uỷ ban xã Hoà Thuận ' "$(echo 'Ủy ban xã Hòa Thuận' | dbclean -a -n new | cut -f 4 | tr '\n' ' ')"
same '-n keep' 'Uỷ ban xã Hòa Thuận ' "$(echo 'Uỷ ban  xã Hòa Thuận' | dbclean -a -n keep | cut -f 4 | tr '\n' ' ')"
dbclean -T lua.txt duong.txt >text
same '-T: a form feed between documents' "$(printf '%s\n\f\n%s' "$lua" "$(printf %s "$duong" | grep -v '^Ý kiến')")" "$(cat text)"
dbclean text >again.txt
same '-T read again' "$(dbclean lua.txt duong.txt | cut -f 2-4 | grep -v source)" "$(cut -f 2-4 again.txt | grep -v source)"
x=$(dbclean -x lua.txt | ids)
same '-x: 16 hex digits' 1 "$(echo "$x" | grep -c '^[0-9a-f]\{16\} $')"
same '-x from a stream, in UTF-16, in another tone style, behind another menu' "$x" "$({
    printf '\377\376' && iconv -f utf-8 -t utf-16le lua.txt
} >16 && { dbclean -x <lua.txt | ids && dbclean -x 16 | ids && dbclean -x -n new lua.txt | ids; } | tr ' ' '\n' | sort -u | tr '\n' ' ' | tr -d ' ') "
same '-x twice' "${x% } ${x% }#2 " "$(dbclean -x lua.txt lua.txt | ids)"

# The user's boilerplate, seen before neighbours are judged
printf 'boiler\tBản tin này\nboiler\t/^\\d+ người thích$/\n-boiler\tÝ kiến bạn đọc\n' >table
same '-t boiler' 'boiler boiler body ' \
    "$(printf '%s\n' 'Bản tin này do Ban Văn hóa xã soạn, bà con đọc rồi chuyền tay nhau cùng đọc cho biết.' '12 người thích' \
        'Đường làng năm nay đã đổ bê tông đến tận cổng từng nhà.' | dbclean -a -t table | cut -f 3 | tr '\n' ' ')"
printf 'boiler\t/(/\n' >wrong
status '-t boiler: a wrong pattern' 2 dbclean -t wrong lua.txt
same 'its message' "dbclean: boiler row /(/: missing closing parenthesis at offset 1" "$(head -n 1 err)"

# Records
dbclean -a lua.txt duong.txt >records
alike 'records of its own come back' records - <<X
$(dbclean -a records)
X
same 'kinds of records are kept, their text normalised' 'a	3/2	tin	Hòa Bình' "$(printf 'a\t3/2\ttin\tHoà  Bình\n' | dbclean)"
same 'entities of records are text' 'a	1	body	R&amp;D' "$(printf 'a\t1\tbody\tR&amp;D\n' | dbclean)"
status 'a short row' 1 dbclean - <<X
a	1	body	x
a	2	body
X
same 'its message' 'dbclean: -:2: record row passed over: fewer than four columns' "$(cat err)"

# Larger than -M: cut between lines, else at a space; pos counts on
same '-M between lines' '1 1;1#2 2;' "$(printf 'Một hai ba bốn.\nHai ba bốn năm.\n' | dbclean -q -M 25 | awk '{ printf "%s %s;", $1, $2 }')"
same '-M inside a line' '1 1;1#2 1/2;' "$(printf 'Một hai ba bốn. Hai ba bốn năm.\n' | dbclean -q -M 25 | awk '{ printf "%s %s;", $1, $2 }')"
status '-M tells' 1 dbclean -M 25 lua.txt

# Wrong usage
for wrong in '-k tit' '-n older' '-s often' '-s re:['; do
    # shellcheck disable=SC2086
    status "wrong: $wrong" 2 dbclean $wrong lua.txt
done
head -c 40 /dev/zero | tr '\0' a >slow
status 'a pattern that runs away' 0 dbclean -s 're:^(a+)+(b|\1c)$' slow
same 'its message' 'dbclean: slow:1: pattern took too many steps: taken as no match' "$(cat err)"
