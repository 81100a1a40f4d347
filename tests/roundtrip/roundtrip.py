#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""What mapctl prints as JSON it takes back: every entry of every map of tests/zoo.c.

    roundtrip.py [MAP...]

Each key and each value of a map goes, as it was printed, into a twin made by `create like`, and
bpftool has to see the same bytes in both.  So for every option that says how JSON spells things.
"""

import json
import os
import re
import subprocess
import sys
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))

from pybpf import calls

BUILD = os.environ.get("top_builddir", os.path.join(HERE, "..", ".."))
MAPCTL = os.path.join(BUILD, "mapctl")
PREFIX = f"r{os.getpid() % 10000000:07}_"
OPTIONS = [[], ["--hex"], ["--int64-strings"], ["--numeric"]]
SKIP = 77

# How often an entry is there is said, so that a dump of nothing is noticed.
DUMPED = {
    "array": 4, "array_frozen": 1, "array_mmap": 4, "array_of_maps": 2, "array_raw": 4, "bss": 1,
    "cpumap": 1, "cpumap_prog": 1, "data": 1, "deep": 1, "devmap": 1, "devmap_hash": 1,
    "devmap_prog": 1, "dup_a": 1, "dup_b": 1, "flow": 1, "hash": 3, "hash_of_maps": 2,
    "hash_raw": 3, "hostile": 1, "inner_a": 2, "inner_b": 2, "insn_array": 2, "locked": 1,
    "long_by_btf": 1, "lpm4": 3, "lpm4_raw": 3, "lpm6": 2, "lru_hash": 1, "lru_percpu_hash": 1,
    "name": 2, "percpu_array": 2, "percpu_array_raw": 2, "percpu_hash": 2, "percpu_hash_raw": 2,
    "prog_array": 1, "rhash": 1, "rodata": 1, "sink": 1, "timed": 1,
}
PEEKED = {"queue", "stack"}
OWNED = {
    "task_storage": lambda zoo, folder: ["pid", str(zoo)],
    "inode_storage": lambda zoo, folder: ["path", folder],
    "cgrp_storage": lambda zoo, folder: ["cgroup", root_cgroup()],
}
# The kernel gives these values in another form than it takes them, or not at all.
ONE_WAY = {
    "arena", "bloom_filter", "cgroup_array", "cgroup_storage", "percpu_cgroup_storage",
    "perf_event_array", "reuseport_sockarray", "ringbuf", "sk_storage", "sockhash", "sockmap",
    "sockmap4", "stack_trace", "struct_ops", "struct_ops_link", "user_ringbuf", "xskmap",
}


def root_cgroup():
    with open("/proc/mounts", encoding="ascii") as mounts:
        return next(line.split()[1] for line in mounts if line.split()[2] == "cgroup2")


def run(*words):
    """Standard output; what went wrong is an exception with mapctl's own words."""
    done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    # 4: shown all the same, as bytes.
    if done.returncode not in (0, 4):
        raise RuntimeError(f"{' '.join(map(str, words))}: {done.stdout}{done.stderr}")
    return done.stdout.decode(errors="replace")


BYTES = re.compile(r'"(key|value)":\[("0x[^]]*)\]')


def entries_of(path):
    """The bytes as bpftool has them, whose own decoding may be no JSON: [key, value...]"""
    entries = []
    for part, data in BYTES.findall(run("bpftool", "-j", "map", "dump", "pinned", path)):
        if part == "key":
            entries.append([])
        entries[-1].append(data)
    return sorted(entries)


def bytes_of(*words):
    return BYTES.findall(run("bpftool", "-j", "map", *words))


class Twins:
    def __init__(self, folder, name, options):
        self.one, self.other = f"{folder}/{name}", f"{folder}/{PREFIX}twin"
        self.options = options

    def __enter__(self):
        run(MAPCTL, "create", self.other, "like", "pinned", self.one, "name", f"{PREFIX}twin")
        return self

    def __exit__(self, *_):
        os.unlink(self.other)

    def read(self, command, *words):
        return json.loads(run(MAPCTL, "-j", *self.options, command, "pinned", self.one, *words))

    def write(self, command, *words):
        run(MAPCTL, *self.options_to_write(), command, "pinned", self.other, *words)

    def options_to_write(self):
        return [option for option in self.options if option != "--hex"]


def word(value):
    return json.dumps(value, ensure_ascii=False)


def walk(twins, expected):
    entries = twins.read("dump")
    if len(entries) != expected:
        raise RuntimeError(f"{len(entries)} entries, and not {expected}")
    for entry in entries:
        value = entry["values"] if "values" in entry else entry["value"]
        # null in JSON may be any value that is no number, and is taken for none of them.
        if isinstance(value, dict) and "nan" in value:
            value["nan"] = "nan"
        twins.write("update", "key", word(entry["key"]), "value", word(value))
    if entries_of(twins.one) != entries_of(twins.other):
        raise RuntimeError(f"{entries_of(twins.one)} became {entries_of(twins.other)}")


def push(twins):
    twins.write("push", "value", word(twins.read("peek")["value"]))
    if not bytes_of("peek", "pinned", twins.one) == bytes_of("peek", "pinned", twins.other) != []:
        raise RuntimeError("another head")


def own(twins, owner):
    entry = twins.read("lookup", "key", *owner)
    twins.write("update", "key", word(entry["key"]), "value", word(entry["value"]))
    again = run(MAPCTL, "-j", *twins.options, "lookup", "pinned", twins.other, "key", *owner)
    if json.loads(again) != entry:
        raise RuntimeError(f"{entry} became {again}")


def take(folder, zoo, name):
    for options in OPTIONS:
        with Twins(folder, name, options) as twins:
            try:
                if name in DUMPED:
                    walk(twins, DUMPED[name])
                elif name in PEEKED:
                    push(twins)
                else:
                    own(twins, OWNED[name](zoo, folder))
            except (RuntimeError, ValueError) as error:
                yield f"{name} {' '.join(options)}: {error}"


def start_zoo(folder):
    zoo = subprocess.Popen([os.path.join(BUILD, "tests", "zoo"), folder, PREFIX, "sleep", "600"],
                           stderr=subprocess.DEVNULL)
    for _ in range(200):
        with open(f"/proc/{zoo.pid}/comm", encoding="ascii") as comm:
            if comm.read() == "sleep\n":
                return zoo
        time.sleep(0.05)
    sys.exit("the maps are not there")


def main():
    if os.geteuid() != 0:
        print("SKIP: this test needs root")
        sys.exit(SKIP)
    failures, taken = [], 0
    with calls.private_bpffs() as folder:
        zoo = start_zoo(folder)
        try:
            known = {*DUMPED, *PEEKED, *OWNED}
            there = [name for name in sorted(os.listdir(folder)) if re.fullmatch("[a-z0-9_]+", name)
                     and os.access(f"{folder}/{name}", os.W_OK) and not name.startswith(PREFIX)]
            strangers = set(there) - known - ONE_WAY - {"new"}
            failures += [f"{name}: nothing is said of it here" for name in strangers]
            for name in there:
                if name in known and (len(sys.argv) == 1 or name in sys.argv):
                    failures += take(folder, zoo.pid, name)
                    taken += 1
        finally:
            zoo.kill()
            zoo.wait()
    print(*failures, f"{taken} maps, {len(OPTIONS)} spellings, {len(failures)} failures", sep="\n")
    sys.exit(bool(failures))


main()
