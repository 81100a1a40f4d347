#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# 20,000 entries stay while 20,000 others come and go: each of those that stay
# comes exactly once, whichever way the map is read; of a trie, which the kernel
# does not walk that well, none comes twice.  Speaks TAP.
#
# Runs in the build tree, or with top_builddir naming it.
set -u
here=$(dirname "$0")
mapctl=${top_builddir:-.}/mapctl denying=${top_builddir:-.}/tests/mapctl churn=${top_builddir:-.}/tests/churn/churn
n=0 failed=0

skip_all() {
    echo "1..0 # SKIP $1"
    exit 77
}

[ "$(id -u)" = 0 ] || skip_all "needs root"
bpffs=$(mktemp -d)
mount -t bpf bpf "$bpffs" || skip_all "cannot mount a bpffs"
trap 'exec 3>&-; umount "$bpffs"; rmdir "$bpffs"' EXIT

# TYPE DENIED EXPECT DUMPS
try() {
    local type=$1 denied=$2 expect=$3 dumps=$4 binary=$mapctl pid why ready
    n=$((n + 1))
    [ -z "$denied" ] || binary=$denying
    rm -f "$bpffs/map"
    coproc disturber { exec "$churn" "$type" "$bpffs/map"; }
    # shellcheck disable=SC2154 # bash sets it
    pid=$disturber_PID
    if ! read -r ready <&"${disturber[0]}" || [ "$ready" != ready ]; then
        why="the map was not made"
    else
        why=$(MAPCTL_DENY=$denied "$here/check.py" "$expect" "$dumps" "$binary" "$bpffs/map" 2>&1)
        eval "exec ${disturber[1]}>&-"
    fi
    wait "$pid" || why="${why:-the disturber failed}"
    if [ -z "$why" ]; then
        echo "ok $n - $type${denied:+ without $denied}: $expect"
    else
        echo "not ok $n - $type${denied:+ without $denied}: $expect"
        echo "# $why"
        failed=1
    fi
}

echo 1..11
for type in hash hash_no_prealloc lru_hash percpu_hash; do
    try $type "" once 5
    try $type batch once 5
done
# A node that comes between two others while the kernel is there makes it pass over what is beside.
try lpm_trie "" no-more 5
try lpm_trie batch no-more 5
# What the tests above would see if nothing was done about it.
try hash batch,guard repeats 20
exit $failed
