# SPDX-License-Identifier: ISC
# Where a page begins in a stream without marks, rule by rule. A page begins behind == .
. "$TESTS/lib.sh"
need dbclean

# seam NAME <CASE: do pages begin where == stands, on a line of its own or inside a line, and nowhere else?
seam() {
    cat >case
    sed '/^==$/d; s/==//' case | dbclean -a | awk -F'\t' 'NR > 1 && $1 != doc { print $4 } { doc = $1 }' >got
    awk '/^==$/ { getline; print; next } sub(/.*==/, "")' case >want
    same "$1" "$(cat want)" "$(cat got)"
}

seam 'words that no table knows, behind a counter: the next menu' <<'.'
Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ
Sáng 3/2, hội làng Phú Gia khai mạc tại đình làng.
Tất cả: 1.204.118
==
Muôn nẻo đường quê
Người Phú Thái ở xa quê
Lúa chín trên cánh đồng
Trang chủ
Giống lúa mới cho năng suất 70 tạ trên một ha
Chiều 1/6, xã Phú Gia họp bàn về vụ mùa.
.
seam 'words that no table knows, behind the head of a list: the list' <<'.'
Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ
Sáng 3/2, hội làng Phú Gia khai mạc tại đình làng.
Liên kết website
Muôn nẻo đường quê
Người Phú Thái ở xa quê
Lúa chín trên cánh đồng
==
Trang chủ
Giống lúa mới cho năng suất 70 tạ trên một ha
Chiều 1/6, xã Phú Gia họp bàn về vụ mùa.
.
seam 'a headline and a caption are no page: links over the page' <<'.'
Trang chủ
Thời sự
Tiêu điểm
Đình làng Phú Gia vừa tu bổ xong sau hai năm
Lễ rước kiệu qua cầu mới
Danh mục
Tin tức / Nông nghiệp
Giống lúa mới cho năng suất 70 tạ trên một ha
Chiều 1/6, xã Phú Gia họp bàn về vụ mùa.
.
seam 'links over the page, behind the foot of another' <<'.'
Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ
Sáng 3/2, hội làng Phú Gia khai mạc tại đình làng.
© Báo Phú Thái điện tử
==
Trang chủ
Thời sự
Tiêu điểm
Đình làng Phú Gia vừa tu bổ xong sau hai năm
Xã Xuân Du làm xong hai cây cầu treo qua suối
Cả nhà ba đời giữ nghề gốm bên sông
Nông nghiệp » Trồng trọt
Giống lúa mới cho năng suất 70 tạ trên một ha
Chiều 1/6, xã Phú Gia họp bàn về vụ mùa.
.
seam 'what stands beside an article, behind a counter: a print view' <<'.'
Hội làng Phú Gia đón hơn 3 nghìn lượt khách dự lễ
Sáng 3/2, hội làng Phú Gia khai mạc tại đình làng.
Tổng truy cập: 1.204.118
==
In trang
Giống lúa mới cho năng suất 70 tạ trên một ha
Chiều 1/6, xã Phú Gia họp bàn về vụ mùa.
.
