# SPDX-License-Identifier: ISC
# awk -v seed=N -f mutate.awk PAGE…: a page spoilt in one of many ways, another for each seed. For LC_ALL=C.
BEGIN { srand(seed) }
FNR == 1 { page++ }
{ line[page, ++lines[page]] = $0 }
function pick(n) {
    return 1 + int(rand() * n)
}
function byte() {
    return sprintf("%c", pick(255))
}
function spoilt(s,    k, how, at, n) {
    for (k = pick(4); k > 0; k--) {
        n = length(s)
        at = pick(n + 1)
        how = pick(9)
        if (how == 1)
            s = substr(s, 1, at - 1) byte() substr(s, at)
        else if (how == 2)
            s = substr(s, 1, at - 1) substr(s, at + pick(12))
        else if (how == 3)
            s = substr(s, 1, at - 1) token[pick(tokens)] substr(s, at)
        else if (how == 4)
            s = s s
        else if (how == 5)
            s = substr(s, at) substr(s, 1, at - 1)
        else if (how == 6)
            s = substr(s, 1, at - 1) substr(s, pick(n + 1), pick(40)) substr(s, at)
        else if (how == 7)
            gsub(/ /, "", s)
        else if (how == 8)
            gsub(/[0-9]/, pick(9) pick(9) ",", s)
        else
            s = toupper(s)
    }
    return s
}
END {
    tokens = split("\t|\r|\f|\033|\"|\\|(|)|“|”|;|:|.|…|./.|%| %|  |\302\240|\342\200\213|\314\201|\357\273\277|\360\237\230\200|&#9;|&amp;|&#x110000;|9|0,|,5|1.000.000|12/|/63|-|–|từ |đến |giảm |tăng |hơn |tỷ |triệu |năm |lần lượt |đồng chí |ông |Bí thư |Chủ tịch |nguyên |khóa |XIX|số |ngày |31/2/2023|Nghị quyết |của |==> x <==|1\t1\tbody\t", token, "|")
    p = pick(page)
    for (i = 1; i <= lines[p]; i++) {
        s = line[p, i]
        if (rand() < 0.3)
            s = spoilt(s)
        if (rand() < 0.05)
            s = line[pick(page), pick(10)]
        printf "%s%s", s, rand() < 0.02 ? "" : rand() < 0.02 ? "\r\n" : "\n"
    }
}
