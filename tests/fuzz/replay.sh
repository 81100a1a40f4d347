#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# Every fuzz target over its corpus: with libFuzzer's own main (-runs=0 then only replays), or replay.c.
set -eu
for corpus in "$top_srcdir"/tests/fuzz/corpus/*/; do
    target=$(basename "$corpus")
    "$top_builddir/tests/fuzz/${target}_fuzz" -runs=0 "$corpus"
done
