# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# Read by every shell of the transcripts.
# shellcheck shell=bash

# A pipe fails with the first of its commands that does.
set -o pipefail

# Standard output and error in one, what changes from run to run written as
# words; the status is mapctl's own.
m() {
    command mapctl "$@" 2>&1 | neutral
    return "${PIPESTATUS[0]}"
}

# Pins are BPFFS/…, names have no prefix, ids are ID.
neutral() {
    sed -E -e "s,$BPFFS,BPFFS,g" -e "s,$HERE,HERE,g" -e "s/$PREFIX//g" \
        -e 's/"(id|btf_id|inner_map_id)": ?[0-9]+/"\1":ID/g' \
        -e 's/, id [0-9]+/, id ID/g' -e 's/^( *(id|btf):) *[0-9]+$/\1 ID/' \
        -e 's/\b[0-9]+ (\((hash|array)\))/ID \1/g'
}

# j FILTER WORD...: what jq makes of mapctl's JSON.
j() {
    local filter=$1
    shift
    command mapctl -j "$@" | jq -c "$filter" | neutral
}

# A map of the private bpffs by its file name: p dump hash --sum
p() {
    local command=$1 name=$2
    shift 2
    m "$command" pinned "$BPFFS/$name" "$@"
}

# bpftool as an independent hand: what mapctl cannot do yet, and what it is compared with.
b() {
    bpftool "$@" 2>&1 | neutral
    return "${PIPESTATUS[0]}"
}

# One map of every type under BPFFS, as tests/zoo.c lists them; types that this
# kernel does not have are left out.
animals() {
    zoo "$BPFFS" "$PREFIX" 2>"$HERE/zoo.log"
}

# The same with zoo's process, whose id is in ZOO, and with its sockets, until the end.
live_animals() {
    stay zoo "$BPFFS" "$PREFIX" sleep 300 2>"$HERE/zoo.log"
    ZOO=$!
    await '[ "$(cat "/proc/$ZOO/comm")" = sleep ]'
}

# Runs a command behind one's back, ended by run.
stay() {
    "$@" </dev/null >"$HERE/stay.log" 2>&1 &
    echo $! >>"$HERE/pids"
}

# Skips the transcript where the kernel did not make these animals.
needs() {
    local name
    for name; do
        [ -e "$BPFFS/$name" ] || exit 80
    done
}

# Runs mapctl as nobody, without any capability.
nobody() {
    [ -x "$HERE/mapctl" ] || cp "$(command -v mapctl)" "$HERE"
    setpriv --reuid=65534 --regid=65534 --clear-groups "$HERE/mapctl" "$@" 2>&1 | neutral
    return "${PIPESTATUS[0]}"
}

# Blanks in a row as one: for tables whose columns are as wide as ids are long.
squeeze() {
    sed -E 's/ +/ /g; s/^ //; s/ $//'
}

# Pins some program: the first that zoo has put into its prog_array.
pin_program() {
    bpftool prog pin id "$(bpftool -j map lookup pinned "$BPFFS/prog_array" key 1 0 0 0 |
        jq -r '.value | [.[] | ltrimstr("0x")] | reverse | join("") | "0x" + .')" "$1"
}

# How many CPUs per-CPU maps have values for.
possible_cpus() {
    echo $(($(sed 's/.*[-,]//' /sys/devices/system/cpu/possible) + 1))
}

# mapctl with some ways to read closed: deny batch,iter dump pinned …
deny() {
    local ways=$1
    shift
    MAPCTL_DENY=$ways "${top_builddir:?}/tests/mapctl" "$@" 2>&1 | neutral
    return "${PIPESTATUS[0]}"
}

# Runs the script on standard input in a mount namespace of its own, with a bpffs on /sys/fs/bpf
# that nobody else sees.
alone() {
    unshare -m --propagation unchanged bash -c '
        mount --make-rprivate /sys && mount -t bpf bpf /sys/fs/bpf && . /dev/stdin'
}

# Waits until the shell code is true, for half a minute at most: an emulated machine is slow.
await() {
    local end=$((SECONDS + 30))

    until eval "$1"; do
        if [ $SECONDS -gt $end ]; then
            echo "waited in vain for: $1"
            return 1
        fi
        command sleep 0.02
    done
}

# mapctl list, but of this transcript's maps alone.
listed() {
    command mapctl list "$@" | grep "$PREFIX" | neutral
}
