# Makes place.tsv (own names of districts and communes) of a list: level TAB name TAB kind TAB province code.
# LC_ALL=C awk -f place.awk LIST | LC_ALL=C sort -u
BEGIN { FS = "\t" }
/^#/ { next }
{ unit = $3 " " $4; key = $2; if (!((key, unit) in seen)) { seen[key, unit] = 1; units[key] = units[key] ? units[key] "|" unit : unit } }
END { for (k in units) print k "\t" units[k] }
