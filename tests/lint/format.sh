#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# The tree obeys .clang-format, and the scripts shellcheck.
set -u
cd "$top_srcdir" || exit 1
for tool in clang-format shellcheck; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIP: $tool is not installed"
        exit 77
    fi
done
status=0
find src bpf tests -name '*.[ch]' ! -path 'src/uapi/*' ! -name '*.skel.h' \
    ! -name completion_scripts.h -print0 |
    xargs -0 clang-format --dry-run -Werror || status=1
# SC2154: make check names the folders; SC2317: a trap calls.
scripts=()
while IFS= read -r -d '' file; do
    head -c 40 "$file" | grep -qE '^#!.*(bash|/bin/sh)' && scripts+=("$file")
done < <(find quickstart .ci/run bootstrap tests -type f -print0 2>/dev/null)
shellcheck -x -e SC1091,SC2154,SC2317 "${scripts[@]}" || status=1
exit $status
