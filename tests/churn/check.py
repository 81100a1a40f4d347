#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Dumps a map that churns, and counts the entries that stay (those with the value 1).

    check.py once    DUMPS MAPCTL PATH    each of them exactly once, in every dump
    check.py no-more DUMPS MAPCTL PATH    none of them twice
    check.py repeats DUMPS MAPCTL PATH    some of them twice, in one dump of so many
"""

import collections
import json
import subprocess
import sys

STAY = 20000


def dump(mapctl, path):
    """How often each staying key came."""
    done = subprocess.run(
        [mapctl, "-j", "dump", "pinned", path], stdout=subprocess.PIPE, check=False
    )
    if done.returncode:
        sys.exit(f"mapctl: exit status {done.returncode}")
    times = collections.Counter()
    for entry in json.loads(done.stdout):
        value = entry["values"][0]["value"] if "values" in entry else entry["value"]
        if value == 1:
            times[json.dumps(entry["key"])] += 1
    return times


def once(dumps, mapctl, path):
    for n in range(dumps):
        times = dump(mapctl, path)
        repeated = sum(1 for t in times.values() if t > 1)
        if repeated or len(times) != STAY:
            sys.exit(f"dump {n + 1}: {STAY - len(times)} missing, {repeated} repeated")


def no_more_than_once(dumps, mapctl, path):
    for n in range(dumps):
        repeated = sum(1 for t in dump(mapctl, path).values() if t > 1)
        if repeated:
            sys.exit(f"dump {n + 1}: {repeated} repeated")


def repeats(dumps, mapctl, path):
    for _ in range(dumps):
        if any(t > 1 for t in dump(mapctl, path).values()):
            return
    sys.exit(f"no entry came twice in {dumps} dumps")


def main():
    expect, dumps, mapctl, path = sys.argv[1:]
    {"once": once, "no-more": no_more_than_once, "repeats": repeats}[expect](int(dumps), mapctl, path)


main()
