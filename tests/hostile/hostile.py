#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Hostile maps in front of mapctl: what it prints stays valid JSON and harmless on a terminal,
within a second and 32 MB, whatever a map, a pin or a process is called or holds.

    hostile.py [MAPCTL]
"""

import json
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

from pybpf import calls
import fixtures
from launcher import Launcher

SKIP = 77
SECONDS_MAX = 1.0
KIB_MAX = 32 * 1024

# C0 but for the newline (a terminal turns it into \r\n), DEL, C1, bidi controls, separators.
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def unsafe(raw):
    """Why these bytes should not reach a terminal, or None."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return f"no UTF-8: {error}"
    # Tabs are mapctl's own only where they indent what `schema` prints.
    if "\nfeed" in text.replace("\r", ""):
        return "a newline out of a name or a value"
    found = UNSAFE.search(re.sub(r"(?m)^\t+", "", text.replace("\r\n", "\n")))
    return f"{found[0]!r} at {found.start()}" if found else None


def bad_json(raw):
    try:
        json.loads(raw.decode())
    except ValueError as error:
        return f"no JSON: {error}"
    done = subprocess.run(["jq", "-e", "-c", "length"], input=raw, capture_output=True, check=False)
    return None if done.returncode == 0 else f"jq: {done.stderr.decode(errors='replace')}"


def judge(run, statuses, is_json=False, shows="", bounded=True):
    yield unsafe(run.out)
    yield unsafe(run.err)
    if is_json and run.status in (0, 4):
        yield bad_json(run.out)
    if run.status not in statuses:
        yield f"status {run.status}, not {statuses}: {run.err[-300:]!r}"
    if shows.encode() not in run.out:
        yield f"{shows!r} is not in what it printed"
    if bounded and run.seconds > SECONDS_MAX:
        yield f"{run.seconds:.2f} s of CPU"
    if bounded and run.kib > KIB_MAX:
        yield f"{run.kib} KiB of memory"


class Checks:
    def __init__(self, mapctl, launcher):
        self.mapctl, self.launcher, self.passed, self.failed = mapctl, launcher, 0, 0
        self.worst_seconds, self.worst_kib = 0.0, 0
        with open(mapctl, "rb") as program:
            self.bounded = b"__asan_init" not in program.read()  # whose memory is its own

    def check(self, title, words, statuses, is_json=False, shows=""):
        """Once on a terminal, once into pipes."""
        for terminal in (True, False):
            run = self.launcher.run([self.mapctl, *words], terminal)
            wrong = [why for why in judge(run, statuses, is_json, shows, self.bounded)
                     if why]
            self.worst_seconds = max(self.worst_seconds, run.seconds)
            self.worst_kib = max(self.worst_kib, run.kib)
            self.passed, self.failed = self.passed + (not wrong), self.failed + bool(wrong)
            if wrong:
                where = "terminal" if terminal else "pipe"
                print(f"FAIL {title}: mapctl {ascii(words)} ({where}): {'; '.join(wrong)}")

    def reading(self, fixture):
        done = (4,) if fixture.over_bound else (0,)
        path = fixture.path
        self.check(fixture.title, ["dump", "pinned", path], done, shows=fixture.shows)
        self.check(fixture.title, ["-j", "dump", "pinned", path], done, True, fixture.shows)
        self.check(fixture.title, ["-p", "dump", "pinned", path], done, True)
        self.check(fixture.title, ["--format", "jsonl", "dump", "pinned", path], done)
        self.check(fixture.title, ["--format", "hex", "dump", "pinned", path], (0,))
        self.check(fixture.title, ["--format", "bpftool", "dump", "pinned", path], (0, 4), True)
        self.check(fixture.title, ["show", "pinned", path], (0,))
        self.check(fixture.title, ["-j", "show", "pinned", path], (0,), True)
        self.check(fixture.title, ["schema", "pinned", path], (0, 4))

    def errors(self):
        """Words of the command line come back in error messages."""
        for nasty in fixtures.NASTY:
            word = nasty.replace(b"\0", b"0")
            for flags in ([], ["-j"]):
                self.check("a bad name", [*flags, "dump", "name", word], (1,))
                self.check("a bad path", [*flags, "dump", "pinned", b"/" + word], (1, 3))
                self.check("a bad command", [*flags, b"x" + word], (2,))


def self_test(launcher):
    """The judges have to find what they look for."""
    seen = [unsafe(nasty) for nasty in fixtures.NASTY if b"quote" not in nasty]
    seen += [bad_json(b'[{"a":"\x1b"}]'), bad_json(b"[1,]"), unsafe(b"\xff")]
    assert all(seen) and not unsafe(b"plain\r\n") and not bad_json(b"[]"), seen
    hog = "import time\na = b'x' * (48 << 20)\nwhile time.process_time() < 1.1: pass"
    run = launcher.run([sys.executable, "-c", hog])
    assert len([why for why in judge(run, (0,)) if why]) == 2, "bounds are not measured"


def run(mapctl, launcher):
    checks = Checks(mapctl, launcher)
    with calls.private_bpffs() as folder:
        made = fixtures.make_all(folder)
        with fixtures.held() as map_id:
            checks.check("held", ["list", "-o", "+pins,pids"], (0,), shows=map_id)
            checks.check("held", ["-j", "list", "-f"], (0,), True, shows="1b")
            checks.check("held", ["show", "id", map_id], (0,))
            checks.check("held", ["-j", "show", "id", map_id], (0,), True, shows="1b")
        for fixture in made:
            checks.reading(fixture)
        checks.errors()
    print(f"{checks.passed} runs as they should be, {checks.failed} not; the most: "
          f"{checks.worst_seconds:.2f} s of CPU, {checks.worst_kib} KiB")
    return 1 if checks.failed or not checks.passed else 0


if __name__ == "__main__":
    if os.geteuid():
        print("SKIP: needs root")
        sys.exit(SKIP)
    small = Launcher()
    self_test(small)
    sys.exit(run(sys.argv[1] if len(sys.argv) > 1 else os.environ["top_builddir"] + "/mapctl", small))
