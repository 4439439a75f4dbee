# SPDX-License-Identifier: ISC
# The runner itself: it must fail when a test fails, and tell of what it passed over.
. "$TESTS/lib.sh"
mkdir -p tests/unit tests/cases tests/command fake
cp "$TESTS/run" "$TESTS/cases.awk" tests
printf '#!/bin/sh\nprintf "doc\\tkey\\tn\\n1\\ta\\t1\\n1\\tb\\t2\\n2\\ta\\t3\\n"\n' >fake/dbfake
chmod +x fake/dbfake
printf '#! dbfake\none\tkey=a | n=1 ;; key=b | n=2\ntwo\tkey=a | n=3\n' >tests/cases/dbfake.tsv
same 'cases pass' '2 passed, 0 failed' "$(B=fake tests/run | tail -n 1)"
printf '#! dbfake\none\tkey=b | n=2\ntwo\tkey=a | n=4\nthree\t-\nfour\tn=1\n' >tests/cases/dbfake.tsv
same 'a wrong cell and a missing row fail' '2 passed, 2 failed' "$(B=fake tests/run | tail -n 1)"
printf '#! dbfake\none\tkey=c\ttodo\ntwo\tn=3\ttodo\n' >tests/cases/dbfake.tsv
same 'todo is passed over until it passes' '0 passed, 1 failed, 1 skipped' "$(B=fake tests/run | tail -n 1)"
printf '#! dbnone\none\t-\n' >tests/cases/dbfake.tsv
same 'a program that is missing' '0 passed, 0 failed, 1 skipped' "$(B=fake tests/run | tail -n 1)"
rm tests/cases/dbfake.tsv
echo 'echo "P good"; exit 3' >tests/command/dies.sh
echo 'true' >tests/command/silent.sh
same 'a script that dies or says nothing fails' '1 passed, 2 failed' "$(B=fake tests/run | tail -n 1)"
status 'and so does the runner' 1 env B=fake tests/run
