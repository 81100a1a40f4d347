# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# Read by the benchmarks.  MAPCTL is the program (default ./mapctl), BENCH the
# folder with the compiled helpers (tests/bench), BPFTOOL what it is compared with.
# shellcheck shell=sh
set -u
MAPCTL=${MAPCTL:-./mapctl}
BENCH=${BENCH:-tests/bench}
BPFTOOL=${BPFTOOL:-bpftool}

if [ "$(id -u)" != 0 ]; then
    echo "$0: needs root" >&2
    exit 77
fi
bpffs=$(mktemp -d) || exit 3
mount -t bpf bpf "$bpffs" || exit 3
trap 'umount "$bpffs"; rmdir "$bpffs"' EXIT
trap 'exit 3' HUP INT TERM

# NUMBER of LINES: a column of what compare printed; line 1 is the first command.
time_of() { printf '%s\n' "$2" | sed -n "$1s/ .*//p"; }
memory_of() { printf '%s\n' "$2" | sed -n "$1s/.* //p"; }

# WHAT A B RELATION BOUND: prints A / B, and notes a failure where it is out of bounds.
failed=0
ratio() {
    awk -v what="$1" -v a="$2" -v b="$3" -v relation="$4" -v bound="$5" 'BEGIN {
        r = a / b
        good = relation == "<=" ? r <= bound : r >= bound
        printf "%-44s %8.2f  (target %s %s)%s\n", what, r, relation, bound, good ? "" : "  MISSED"
        exit !good
    }' || failed=1
}
