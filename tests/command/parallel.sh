# SPDX-License-Identifier: ISC
# The rows do not depend on how the work was cut: one process, xargs, GNU parallel over files and over pieces of one
# stream, two hosts by ssh (this one, twice). A job that fails is told and done again.
. "$TESTS/lib.sh"
need dbclean dbnums
ln -s "$TOP/examples/corpus" corpus
job() {
    "$B/dbclean" "$1" | "$B/dbnums"
}
for page in corpus/*.txt; do
    job "$page"
done >one
dbclean corpus/*.txt | dbnums >several
alike 'one process for all files' one several
[ -s one ] || echo 'F rows: there are none'

printf '%s\n' corpus/*.txt >list
xargs -n 1 -P 4 sh -c '"$B/dbclean" "$1" | "$B/dbnums" >"$(basename "$1").nums"' job <list
for page in corpus/*.txt; do
    cat "$(basename "$page").nums"
done >many
alike 'xargs -P 4' one many

if ! command -v parallel >/dev/null || ! parallel --version 2>/dev/null | grep -q GNU; then
    echo 'S parallel: no GNU parallel here'
    exit 0
fi
parallel() { # without its notice
    command parallel --will-cite "$@" 2>>parallel.err
}
parallel -k -j4 "$B/dbclean {} | $B/dbnums" <list >many
alike 'parallel over files' one many

# One stream with form feeds, cut at them as the manual says. `\f` is a form feed in a pattern only: else the stream
# would stay in one piece.
dbclean -T corpus/*.txt >stream
for _ in 1 2 3 4 5 6 7 8 9 10; do
    cat stream
    printf '\f\n'
done >big
dbclean big | dbnums | cut -f 2- >one.big
parallel -k -j2 --pipepart -a big --regexp --recend '\f\n' --block 100k --joblog pieces "$B/dbclean -d {#} | $B/dbnums" >many
cut -f 2- many >many.big
alike 'parallel --pipepart on form feeds' one.big many.big
holds 'in several pieces' test "$(wc -l <pieces)" -gt 2
same 'ids stay apart' "$(dbclean big | dbnums | cut -f 1 | uniq | wc -l)" "$(cut -f 1 many | sort -u | wc -l)"
# Ids made of the content do not depend on the cut.
dbclean -x stream | dbnums >one.x
parallel -k -j2 --pipe --recend "$(printf '\f')" --block 4k --joblog pieces "$B/dbclean -x -s marks | $B/dbnums" <stream |
    cut -f 1,3- >many
cut -f 1,3- one.x >one.places
alike 'parallel --pipe on form feeds, ids of the content' one.places many
holds 'in several pieces by --pipe' test "$(wc -l <pieces)" -gt 2

# A full disk is status 2, which the log keeps; afterwards only what failed is done again.
if [ -w /dev/full ]; then
    ln -s /dev/full target
    printf '%s\n' a b | parallel -j1 --joblog log "$B/dbclean corpus/hagiang-2023.txt >\$(test {} = a && echo good || echo target)"
    same 'a full disk in the job log' '0 2' "$(tail -n +2 log | cut -f 7 | tr '\n' ' ' | sed 's/ $//')"
    rm target
    printf '%s\n' a b | parallel -j1 --joblog log --resume-failed "$B/dbclean corpus/hagiang-2023.txt >\$(test {} = a && echo again || echo target)"
    alike 'resumed' good target
    [ ! -e again ] || echo 'F resumed: what was done is done again'
fi

# Two hosts on the loopback, where an sshd of our own can be started.
sshd=$(command -v sshd || ls /usr/sbin/sshd 2>/dev/null)
if [ -z "$sshd" ] || ! command -v ssh-keygen >/dev/null || ! command -v rsync >/dev/null; then
    echo 'S ssh: no sshd, ssh-keygen or rsync here'
    exit 0
fi
[ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f key
ssh-keygen -q -t ed25519 -N '' -f host
cp key.pub authorized
chmod 700 .
port=$((20000 + $$ % 20000))
"$sshd" -f /dev/null -D -p $port -h "$PWD/host" -o AuthorizedKeysFile="$PWD/authorized" -o StrictModes=no -o PidFile=none \
    -o ListenAddress=127.0.0.1 -o UsePAM=no -E sshd.log 2>/dev/null &
server=$!
ssh="ssh -p $port -i $PWD/key -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o ControlMaster=auto -o ControlPath=$PWD/%h"
tries=20
while ! $ssh 127.0.0.1 true 2>/dev/null && [ $tries -gt 0 ]; do
    tries=$((tries - 1))
    sleep 0.1
done
if [ $tries -eq 0 ]; then
    echo 'S ssh: sshd does not answer'
else
    head -n 4 list >four
    # shellcheck disable=SC1083
    parallel -k --sshlogin "1/$ssh 127.0.0.1,1/$ssh localhost" --transferfile {} --return {/}.out --cleanup --wd ... \
        "$B/dbclean {} | $B/dbnums >{/}.out" <four >/dev/null
    : >one
    : >many
    while read -r page; do
        job "$page" >>one
        cat "$(basename "$page").out" >>many
    done <four
    alike 'two hosts by ssh' one many
fi
kill $server
