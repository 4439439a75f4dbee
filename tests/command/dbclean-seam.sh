# SPDX-License-Identifier: ISC
# Where a page begins in a stream without marks, rule by rule. A page begins behind == .
. "$TESTS/lib.sh"
need dbclean

# Headline and lead of the two pages that most cases are of.
first='Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ\nSáng 3/2, hội làng Phú Gia khai mạc tại đình làng.'
next='Giống lúa mới cho năng suất 70 tạ trên một ha\nChiều 1/6, xã Phú Gia họp bàn về vụ mùa.'

# seam NAME <CASE: do pages begin where == stands, on a line of its own or inside a line, and nowhere else?
seam() {
    awk -v first="$first" -v next_page="$next" '
        $0 == "<first page>" { $0 = first }
        $0 == "<next page>" { $0 = next_page }
        { print }' >case
    sed '/^==$/d; s/==//' case | dbclean -a | awk -F'\t' 'NR > 1 && $1 != doc { print $4 } { doc = $1 }' >got
    awk '/^==$/ { getline; print; next } sub(/.*==/, "")' case >want
    same "$1" "$(cat want)" "$(cat got)"
}

seam 'words that no table knows, behind a counter: the next menu' <<'.'
<first page>
Tất cả: 1.204.118
==
Muôn nẻo đường quê
Người Phú Thái ở xa quê
Lúa chín trên cánh đồng
Trang chủ
<next page>
.
seam 'words that no table knows, behind the head of a list: the list' <<'.'
<first page>
Liên kết website
Muôn nẻo đường quê
Người Phú Thái ở xa quê
Lúa chín trên cánh đồng
==
Trang chủ
<next page>
.
seam 'a headline and a caption are no page: links over the page' <<'.'
Trang chủ
Thời sự
Tiêu điểm
Đình làng Phú Gia vừa tu bổ xong sau hai năm
Lễ rước kiệu qua cầu mới
Danh mục
Tin tức / Nông nghiệp
<next page>
.
seam 'links over the page, behind the foot of another' <<'.'
<first page>
© Báo Phú Thái điện tử
==
Trang chủ
Thời sự
Tiêu điểm
Đình làng Phú Gia vừa tu bổ xong sau hai năm
Xã Xuân Du làm xong hai cây cầu treo qua suối
Cả nhà ba đời giữ nghề gốm bên sông
Nông nghiệp » Trồng trọt
<next page>
.
seam 'what stands beside an article, behind a counter: a print view' <<'.'
<first page>
Tổng truy cập: 1.204.118
==
In trang
<next page>
.
seam 'a dateline with an agency, behind an author: a page without a headline' <<'.'
<first page>
Các cụ bảo, con cháu đi xa đều về, xe đỗ kín ba sân đình.
Bình Minh
==
(phugia.vn) - Sáng 6/7, xã Xuân Du khánh thành hai cây cầu treo qua suối, tổng vốn 3 tỷ đồng, dài 60 m, trước sự chứng kiến của đông đảo bà con trong xã và đại diện các nhà hảo tâm đã góp công, góp của làm cầu.
Xã còn ba bản chưa có cầu.
.
seam 'a dateline glued to the author before it' <<'.'
<first page>
Các cụ bảo, con cháu đi xa đều về, xe đỗ kín ba sân đình.
Bình Minh==Sáng 6/7, xã Xuân Du khánh thành hai cây cầu treo qua suối, tổng vốn 3 tỷ đồng, dài 60 m, trước sự chứng kiến của đông đảo bà con trong xã và đại diện các nhà hảo tâm đã góp công, góp của làm cầu.
Xã còn ba bản chưa có cầu.
.
seam 'a headline behind theo and a paper, glued by a space' <<'.'
Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ
Sáng 3/2, hội làng Phú Gia khai mạc tại đình làng, năm nay có thêm trò đu tiên, đấu vật và cờ người, khách về chật kín ba sân đình. Các cụ bảo, con cháu đi xa đều về, chưa năm nào hội đông như năm nay, quán xá hai bên đường bán hết hàng từ trưa. theo Dân Trí ==Huyện Đông Khê có nước sạch cho cả 14 xã
Đến cuối năm, 14 xã của huyện Đông Khê đều có nước sạch, không còn cảnh dân đi gánh nước từ khe về dùng suốt mùa khô.
Huyện Đông Khê có 14 xã, xã nào cũng có nhà máy nước nhỏ.
.
seam 'a headline behind the host of the source, glued by a space' <<'.'
Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ
Sáng 3/2, hội làng Phú Gia khai mạc tại đình làng, năm nay có thêm trò đu tiên, đấu vật và cờ người, khách về chật kín ba sân đình. Các cụ bảo, con cháu đi xa đều về, chưa năm nào hội đông như năm nay, quán xá hai bên đường bán hết hàng từ trưa. Nguồn: phugia.example.vn ==Huyện Đông Khê có nước sạch cho cả 14 xã
Đến cuối năm, 14 xã của huyện Đông Khê đều có nước sạch, không còn cảnh dân đi gánh nước từ khe về dùng suốt mùa khô.
Huyện Đông Khê có 14 xã, xã nào cũng có nhà máy nước nhỏ.
.
seam 'a publisher at length, behind dated links: the foot' <<'.'
<first page>
Tin liên quan
Đình làng Phú Gia vừa tu bổ xong (02/02/2020 09:10)
Báo điện tử Phú Thái - Cơ quan của Đảng bộ Đảng Cộng sản Việt Nam tỉnh Phú Thái
==
Video Podcast E-magazine
Kinh tế
<next page>
.
seam 'the same behind an author: the next page' <<'.'
<first page>
VI THỊ MẾN
==
Báo điện tử Phú Thái - Cơ quan của Đảng bộ Đảng Cộng sản Việt Nam tỉnh Phú Thái
Video Podcast E-magazine
Kinh tế
<next page>
.
seam 'an arrow ends a word: a headline is glued to it' <<'.'
<first page>
Đọc nhiều nhất
Top ↑==Giống lúa mới cho năng suất 70 tạ trên một ha
Thứ năm - 02/06/2022 09:15
Chiều 1/6, xã Phú Gia họp bàn về vụ mùa.
.
seam 'the name of the page over its first menu word, behind a licence' <<'.'
<first page>
Giấy phép số 12/GP-TTĐT ngày 3/4/2019
==
Giống lúa mới cho năng suất 70 tạ trên một ha
Toggle navigation
Tin tức
Văn bản
<next page>
.
seam 'a body and its address, behind an article: who sent it in' <<'.'
<first page>
Văn phòng Huyện ủy Phú Thái
[Đóng cửa sổ này]
==
Tin tức
<next page>
.
seam 'a name of a body among words of a menu' <<'.'
<first page>
Tất cả: 1.204.118
==
Nghiên cứu lịch sử
Hồ sơ tư liệu
Ban Tuyên giáo các huyện
Tin hoạt động
<next page>
.
seam 'a caption over a dateline, of people that the page so far does not name' <<'.'
<first page>
Các cụ bảo, con cháu đi xa đều về, xe đỗ kín ba sân đình.
==
Chủ tịch UBND huyện Lò Văn Tỉnh phát biểu tại lễ khánh thành.
Sáng 6/7, Chủ tịch UBND huyện Đông Khê Lò Văn Tỉnh dự lễ khánh thành hai cây cầu treo ở xã Xuân Du, tổng vốn 3 tỷ đồng, dài 60 m, trước sự chứng kiến của đông đảo bà con trong xã và đại diện các nhà hảo tâm đã góp công, góp của làm cầu.
Xã còn ba bản chưa có cầu.
.
seam 'the same inside a page that names them' <<'.'
Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ
Sáng 3/2, Chủ tịch UBND huyện Đông Khê Lò Văn Tỉnh dự hội làng Phú Gia tại đình làng.
Các cụ bảo, con cháu đi xa đều về, xe đỗ kín ba sân đình.
Chủ tịch UBND huyện Lò Văn Tỉnh phát biểu tại lễ khánh thành.
Sáng 6/7, Chủ tịch UBND huyện Đông Khê Lò Văn Tỉnh dự lễ khánh thành hai cây cầu treo ở xã Xuân Du, tổng vốn 3 tỷ đồng, dài 60 m, trước sự chứng kiến của đông đảo bà con trong xã và đại diện các nhà hảo tâm đã góp công, góp của làm cầu.
Xã còn ba bản chưa có cầu.
.
seam "an agency's host inside a line, behind an author in small letters" <<'.'
<first page>
Các cụ bảo, con cháu đi xa đều về, xe đỗ kín ba sân đình. Năm nay hội có thêm trò đu tiên, đấu vật và cờ người, khách về chật kín, chưa năm nào hội đông như năm nay, quán xá hai bên đường bán hết hàng từ trưa mà khách vẫn kéo về. Nhóm phóng viên ==(phugia.vn) - Sáng 6/7, xã Xuân Du khánh thành hai cây cầu treo qua suối, tổng vốn 3 tỷ đồng, dài 60 m, trước sự chứng kiến của đông đảo bà con trong xã.
Xã còn ba bản chưa có cầu.
.
seam "a body's name where the stream ends" <<'.'
<first page>
Tin khác
ĐẢNG ỦY PHƯỜNG PHÚ GIA
.
# A form feed ends the first page.
seam 'a line that ended a page before, over a page' <<.
<first page>
Các cụ bảo, con cháu đi xa đều về, xe đỗ kín ba sân đình. Năm nay hội đông hơn. Theo Dân Trí Huyện Đông Khê có nước sạch cho cả 14 xã
$(printf '\f')
==
Lễ hội đình làng Phú Gia
Sáng 3/2, hội làng Phú Gia khai mạc tại đình làng.
Các cụ bảo, con cháu đi xa đều về, xe đỗ kín ba sân đình. Năm nay hội đông hơn. Theo Dân Trí ==Huyện Đông Khê có nước sạch cho cả 14 xã
Đến cuối năm, 14 xã của huyện Đông Khê đều có nước sạch, không còn cảnh dân đi gánh nước từ khe về dùng suốt mùa khô.
Huyện Đông Khê có 14 xã, xã nào cũng có nhà máy nước nhỏ.
.
