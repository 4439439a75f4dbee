# SPDX-License-Identifier: ISC
# examples/paragraphs.awk: pages of paper become paragraphs, and no figure of the text goes with the page numbers.
. "$TESTS/lib.sh"

# joined NAME PAGES LINES: do these pages give these lines?
joined() {
    same "$1" "$(printf "$3")" "$(printf "$2" | awk -f "$TOP/examples/paragraphs.awk")"
}

joined 'over the end of a page, with its number below' '  Tỉnh kết nạp\n\n   7\n\f812 đảng viên.\n' 'Tỉnh kết nạp 812 đảng viên.\n'
joined 'with the number above' '  Tỉnh kết nạp\n\f   8\n\n812 đảng viên.\n' 'Tỉnh kết nạp 812 đảng viên.\n'
joined 'the last page' '  Hết.\n\n   9\n' 'Hết.\n'
joined 'figures that stand alone in the text' 'Số hộ nghèo\n\n  430\n\nSố thôn\n\n  12\n  14\n\nHết.\n' 'Số hộ nghèo\n430\nSố thôn\n12\n14\nHết.\n'
joined 'a sentence ends a paragraph, spaces behind it or not' 'Hết. \nXã Phú Gia\nđón khách.\n' 'Hết.\nXã Phú Gia đón khách.\n'
