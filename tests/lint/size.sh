#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# No file over 300 lines, no function over 60, an SPDX line in each.
set -u
cd "$top_srcdir" || exit 1
status=0
for file in src/*.c src/*/*.[ch] bpf/*.c tests/*.c tests/*/*.[ch] tests/*/*.sh tests/*/*.py; do
    case $file in
    *.skel.h | *'*'* | src/cmd/completion_scripts.h) continue ;;
    esac
    lines=$(wc -l <"$file")
    if [ "$lines" -gt 300 ]; then
        echo "$file: $lines lines; split it"
        status=1
    fi
    if ! head -3 "$file" | grep -q 'SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause'; then
        echo "$file: no SPDX line"
        status=1
    fi
done
# A function's body is what stands between a brace in the first column and its fellow.
for file in src/*.c src/*/*.c bpf/*.c tests/*.c tests/*/*.c; do
    [ -f "$file" ] || continue
    awk -v file="$file" '
        /^{/ { start = NR }
        /^}/ && start { if (NR - start - 1 > 60) { print file ":" start ": " NR - start - 1 " lines in a function"; bad = 1 } start = 0 }
        END { exit bad }' "$file" || status=1
done
exit $status
