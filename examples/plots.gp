# SPDX-License-Identifier: ISC
# gnuplot -e 'report="DIR"' plots.gp: pictures of the tables of make report, as PNG and SVG in the current folder.
set datafile separator '\t'
set encoding utf8
set style fill solid 0.75 noborder
set boxwidth 0.7
set border 3
set tics nomirror out
set grid ytics lc rgb '#dddddd'
set key off
set bmargin 6

# One value a province: of several the last period, which sorts last.
growth = '< sort -t "$(printf "\t")" -k 1,1 -k 3,3 '.report.'/growth.tsv | awk -F "\t" -v OFS="\t" "{ v[\$1] = \$2; p[\$1] = \$3 } END { for (x in v) print x, v[x], p[x] }" | sort -t "$(printf "\t")" -k 2,2gr'
# Year of the end of the period and province, for those that have one
by_year = '< awk -F "\t" -v OFS="\t" "{ e = \$3; sub(/.*\//, \"\", e); if (e != \"\") print substr(e, 1, 4), \$2, \$1 }" '
# Whole years only: a half year or a term is another measure.
members = '< sort -t "$(printf "\t")" -k 2,2gr '.report.'/members.tsv | awk -F "\t" -v OFS="\t" "\$3 ~ /^[0-9]+$/ { print \$1 \" \" \$3, \$2 }" | head -n 15'

do for [type in 'png svg'] {
    if (type eq 'png') { set terminal pngcairo size 1100,600 font 'sans,11' } else { set terminal svg size 1100,600 dynamic font 'sans,13' }

    set output 'growth.'.type
    set title 'Tốc độ tăng trưởng GRDP theo tỉnh (%)'
    set yrange [0:*]
    unset xrange
    set xtics rotate by 35 right scale 0
    plot growth using 0:2:xtic(1) with boxes lc rgb '#2b6cb0', \
         '' using 0:2:2 with labels offset 0,0.7

    set output 'growth-years.'.type
    set title 'Tốc độ tăng trưởng GRDP theo năm (%)'
    set xtics norotate center autofreq 1 scale 1
    set xrange [*:*]
    set offsets 0.5, 1.0, 1, 0
    plot by_year.report.'/growth.tsv' using 1:2 with points pt 7 ps 1.2 lc rgb '#2b6cb0', \
         '' using 1:2:3 with labels left offset 1,0
    unset offsets

    set output 'members.'.type
    set title 'Đảng viên mới kết nạp'
    set yrange [0:*]
    set autoscale x
    set xtics rotate by 35 right scale 0
    plot members using 0:2:xtic(1) with boxes lc rgb '#b7791f', \
         '' using 0:2:2 with labels offset 0,0.7
}
