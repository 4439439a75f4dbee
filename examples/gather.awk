# SPDX-License-Identifier: ISC
# awk -F '\t' -v twice=FILE -v files=FILE -v unread=FILE -f gather.awk LIST: the records of all record files named in
# LIST, each document once. `files` gets doc and page of what is kept, `twice` doc, page and first page of what is not,
# `unread` the pages that have no record file.
# `#2` in an id made of the content is the same article again, or a very long one that goes on: then its lines do.
{
    file = page = $0
    sub(/.*\//, "", page)
    sub(/tsv$/, "txt", page)
    last = ""
    while ((status = (getline <file)) > 0) {
        if ($1 != last) {
            id = $1
            sub(/#[0-9]+$/, "", id)
            again = id in first && (first[id] != page || $2 + 0 <= pos)
            last = $1
            print (again ? $1 "\t" page "\t" first[id] : $1 "\t" page) >(again ? twice ".new" : files ".new")
            if (!again)
                first[id] = page
        }
        pos = $2 + 0
        if (!again)
            print
    }
    if (status < 0)
        print page >(unread ".new")
    close(file)
}
BEGIN {
    printf "" >(twice ".new")
    printf "" >(files ".new")
    printf "" >(unread ".new")
}
END {
    put(twice)
    put(files)
    put(unread)
}

# What was written under another name gets its own.
function put(file) {
    close(file ".new")
    if (system("mv '" file ".new' '" file "'"))
        exit 1
}
