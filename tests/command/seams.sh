# SPDX-License-Identifier: ISC
# Where one page of a stream ends and the next begins: the end of one, the beginning of the other, in every way they are
# joined.
. "$TESTS/lib.sh"
need dbclean

# seam NAME END BEGINNING [GLUE]: a page that ends in END (a line in each argument's \n), another that opens with BEGINNING,
# with GLUE between them (a line end). The second document must begin with BEGINNING's first line.
seam() {
    lead='Ba ngày hội, làng Phú Gia đón hơn 3 nghìn lượt khách, đông gấp rưỡi năm trước, nhờ làng giữ được trò đu tiên.'
    text='Các cụ trong làng kể rằng hội có từ lâu lắm rồi, ngày trước chỉ mở một buổi, nay mở ba ngày liền cho con cháu về.'
    more='Năm nay hội có thêm trò đấu vật và cờ người, sân đình chật kín từ sáng sớm đến chiều tối cả ba ngày hội.'
    other='Đến cuối năm, 14 xã của huyện Đông Khê đều có nước sạch, không còn cảnh dân đi gánh nước từ khe về dùng suốt mùa khô.'
    rest='Huyện Đông Khê có 14 xã, xã nào cũng có nhà máy nước nhỏ nhưng quá nửa đã hỏng, dân phải gánh nước từ khe về dùng.'
    printf 'Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ\n%s\n%b%b%b\n%s\n%s\n' "$lead" "$text $more$2" "${4-\n}" "$3" \
        "$other" "$rest" | dbclean -a >rows
    same "$1" "$(printf '%b' "$3" | sed q)" "$(awk -F'\t' '$1 == 2 { print $4; exit }' rows)"
}

headline='Huyện Đông Khê có nước sạch cho cả 14 xã'

# Glued behind a space: the headline behind the last sentence, behind an author or where the text was taken from.
seam 'behind a sentence' '' "$headline" ' '
for author in 'Minh Thảo' 'LÊ KHÔI' 'Phi Hùng - Mai Chi' 'Lê Khôi/TTX.VN' 'Tuấn Khôi/Tin Sớm' 'T.Khôi' 'Theo Dân Trí' '(Theo TTX)' PV; do
    seam "behind $author" " $author" "$headline" ' '
done
seam 'an author before a place that comes again' ' Minh Thảo' 'Đông Khê có nước sạch cho cả 14 xã' ' '
seam 'no author before a person' '' 'Ông Lý Sùng Páo đưa nước sạch từ khe về dùng' ' '
seam 'initials glued to a rubric' '\nT.Q' "Tin trong tỉnh\n$headline" ''
seam 'an author before a figure' ' Minh Thảo' '14 xã của huyện Đông Khê đã có nước sạch để dùng' ' '

seam 'a headline in capitals' '' 'HUYỆN ĐÔNG KHÊ CÓ NƯỚC SẠCH CHO CẢ 14 XÃ' ' '
for opener in 'Chính trị' 'Skip to content' 'Chủ nhật, 23/02/2020' '» Tin tức » Nông thôn'; do
    seam "behind an author: $opener" ' Minh Thảo' "$opener\n$headline" ' '
done

# Behind the foot: what closes a page, what opens one.
foot='\nTin liên quan\nMở hội đền Sòng ở vùng biển\n© Báo Phú Thái điện tử\nĐiện thoại: 0211 3000 111'
seam 'words that no table knows behind a telephone line' "$foot" "Hộp thư công vụ\nĐất Phú Thái\nMua sắm công\n$headline"
seam "a publisher's name before a menu" '\nMinh Thảo' "BÁO VÀ PHÁT THANH, TRUYỀN HÌNH PHÚ THÁI\nTruyền hình\nHotline: 0211 3000 111\n$headline"
seam 'the name of a unit over a page' "$foot" "PHƯỜNG ĐÔNG KHÊ\nTrang chủ\nGiới thiệu\n$headline"
seam 'a rubric of links in the foot' "\nMinh Thảo\nXem kết quả\nTin nổi bật\nMở hội đền Sòng ở vùng biển\nĐơn vị quản lý: UBND xã Phú Gia" "$headline"

# Behind the last sentence of a page that has no foot.
other='Ngày 12/3, huyện Đông Khê khánh thành nhà máy nước thứ mười bốn, dẫn nước từ suối Nà Lạn về 14 xã. Chủ tịch UBND huyện Đông Khê
Lý Sùng Páo nói từ nay dân các xã không còn cảnh gánh nước từ khe về dùng suốt mùa khô, trẻ nhỏ không phải theo cha mẹ đi gánh nước.'
printf 'Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ\n%s\n%s\n%s\n%s\n%s\n' \
    'Sáng 3/2, hội làng Phú Gia khai mạc tại đình làng.' 'Các cụ trong làng kể rằng hội có từ lâu lắm rồi.' \
    'Năm nay hội có thêm trò đấu vật và cờ người, sân đình chật kín từ sáng đến chiều.' "$headline" \
    "$(printf %s "$other" | tr '\n' ' ')" | dbclean -a >rows
same 'names that only the lines behind know' "2 1 title $headline" \
    "$(awk -F'\t' '$1 == 2 { print $1, $2, $3, $4; exit }' rows)"
seam 'the name of a unit over a menu that no table knows' '\nMinh Thảo' "TRUNG TÂM CHÍNH TRỊ\nHUYỆN ĐÔNG KHÊ\nMua sắm công\n$headline"
seam 'glued to an author without a space' ' Minh Thảo' "Trang chủ\n$headline" ''

# An agency's mark opens a page that has no headline.
long='Các cụ trong làng kể rằng hội có từ lâu lắm rồi, ngày trước chỉ mở một buổi, nay mở ba ngày liền cho con cháu về.'
printf 'Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ\n%s %s (PTO) - %s\nBa ngày hội, xã Đông Khê đón 2 nghìn khách.\n' \
    "$long $long $long $long $long $long" 'Minh Thảo' 'Sáng 6/7, xã Đông Khê mở hội.' | dbclean -a >rows
same "an agency's mark" '(PTO) - Sáng 6/7, xã Đông Khê mở hội.' "$(awk -F'\t' '$1 == 2 { print $4; exit }' rows)"

seam 'a name over two lines, glued' '\nMinh Thảo' "Cổng thông tin điện tử\nhuyện Đông Khê\nMua sắm công\n$headline" ''
seam 'a headline with a place before a colon' '' "Đông Khê: Huyện có nước sạch cho cả 14 xã"

# An official behind a sentence is no author before a headline.
printf 'Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ\n%s Lý Sùng Páo - PBT Huyện ủy, Chủ tịch UBND huyện Phú Gia\n%s\n' \
    "$long" "Lý Sùng Páo - PBT Huyện ủy, Chủ tịch UBND huyện Phú Gia nói làng mở hội ba ngày. $long" | dbclean -a >rows
same 'an official behind a sentence' 0 "$(grep -c '^2	' rows)"

# Pages of one site begin alike, with words that no table knows, over a foot of such words.
for n in 1 2 3; do
    printf 'Người Phú Thái xa quê\nSản vật\nQuà tặng\nXóm %s của làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ\n%s\n%s\n' $n \
        "Sáng $n/2, hội làng Phú Gia khai mạc tại đình xóm $n." 'Chợ quê
Bốn mùa
Gốm Phú Gia'
done | dbclean -a >rows
same 'pages that begin with the same two lines' '1 Người Phú Thái xa quê;2 Người Phú Thái xa quê;3 Người Phú Thái xa quê;' \
    "$(awk -F'\t' '$1 != doc { doc = $1; printf "%s %s;", $1, $4 }' rows)"
seam 'capitals over a headline' "$foot" 'XÂY DỰNG NÔNG THÔN MỚI Ở HUYỆN ĐÔNG KHÊ\nKhi người dân là chủ thể'
seam 'an author in brackets behind a sentence' ' Minh Thảo (TTX)' "Chủ tịch UBND huyện Lý Sùng Páo: Không để ai gánh nước từ khe"
