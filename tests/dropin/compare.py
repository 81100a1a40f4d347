# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""What is left behind in a world, and what was printed, without what makes twins differ."""

import contextlib
import ctypes
import json
import os
import re
import signal
import struct
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "pybpf"))

import calls

# What one map, or one look at it, has by chance.
CHANCE = ("id", "btf_id", "pids", "pinned")
# Types whose entries bpftool does not list.
TAKEN_OUT = ("queue", "stack")
MAP_LOOKUP = 1
NOT_THERE = 254  # bpftool's exit status for ENOENT


def run(words, stdin=None):
    """(exit status, standard output, standard error)"""
    done = subprocess.run(words, stdin=stdin or subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=30, check=False)
    return done.returncode, done.stdout, done.stderr


def catches_end(process):
    """Whether it has ended, or installed a handler for SIGTERM."""
    try:
        with open(f"/proc/{process.pid}/status", encoding="ascii", errors="replace") as status:
            caught = re.search(r"^SigCgt:\s*(\w+)", status.read(), re.M)
    except FileNotFoundError:
        return True
    return process.poll() is not None or int(caught[1], 16) >> (signal.SIGTERM - 1) & 1


def run_until_told(words):
    """The same of what would go on: told to end once it can take it."""
    with subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        for _ in range(1000):
            if catches_end(process):
                break
            time.sleep(0.02)
        process.terminate()
        printed, errors = process.communicate(timeout=30)
        return process.returncode, printed, errors


def hex_words(number):
    return [f"0x{byte:02x}" for byte in struct.pack("I", number)]


def neutral(text, twin):
    """Printed text with a twin's folder, prefix and ids taken out."""
    text = text.replace(twin.folder, "DIR").replace(twin.prefix, "PREFIX")
    for name, number in twin.number.items():
        for said in (json.dumps(hex_words(number)), json.dumps(hex_words(number)).replace(" ", "")):
            text = text.replace(said, f'"id of {name}"')
        text = re.sub(rf'("(?:inner_map_)?id": ?){number}\b', rf'\1"{name}"', text)
    return text


def bpftool(twin, *words):
    status, printed, _ = run(["bpftool", "-j", "map", *words])
    text = neutral(printed.decode(errors="replace"), twin)
    try:
        return status, json.loads(text)
    except ValueError:
        return status, text


def facts(twin, path):
    _, shown = bpftool(twin, "show", "pinned", path)
    if not isinstance(shown, dict):
        return shown, None
    return {k: v for k, v in shown.items() if k not in CHANCE}, shown.get("type")


def tests_true(path, numbers):
    """Which of the numbers a bloom filter may have, which bpftool cannot ask."""
    fd, found = calls.pinned(path), []
    for number in numbers:
        value = ctypes.create_string_buffer(struct.pack("I", number), 4)
        attr = struct.pack("IIQQQ", fd, 0, 0, calls.address(value), 0)
        with contextlib.suppress(FileNotFoundError):
            calls.bpf(MAP_LOOKUP, attr, "MAP_LOOKUP_ELEM")
            found.append(number)
    os.close(fd)
    return found


def entries(twin, path, kind):
    if kind == "bloom_filter":
        return tests_true(path, range(256))
    if kind in TAKEN_OUT:
        taken = []
        while len(taken) < 64:
            status, value = bpftool(twin, "pop", "pinned", path)
            if status:
                return taken
            taken.append(value)
    _, dumped = bpftool(twin, "dump", "pinned", path)
    return sorted(dumped, key=json.dumps) if isinstance(dumped, list) else dumped


def left_behind(twin):
    """Every pin with what it is and what is in it; queues are empty afterwards."""
    found = {}
    for folder, _, files in os.walk(twin.folder):
        for file in files:
            path = f"{folder}/{file}"
            shown, kind = facts(twin, path)
            found[os.path.relpath(path, twin.folder)] = shown, entries(twin, path, kind)
    return found


def covers(theirs, ours):
    """Whether ours has each member that theirs has, and the same in it, but for chance."""
    if isinstance(theirs, list) and isinstance(ours, list):
        return len(theirs) == len(ours) and all(map(covers, theirs, ours))
    if isinstance(theirs, dict) and isinstance(ours, dict):
        return all(k in CHANCE or covers(v, ours.get(k)) for k, v in theirs.items())
    return theirs == ours


def same_show(theirs, ours, prefix):
    """show and list tell more than bpftool does, of the maps that are ours."""
    try:
        theirs, ours = json.loads(theirs), json.loads(ours)
    except ValueError:
        return False
    if isinstance(theirs, list) and isinstance(ours, list):
        theirs, ours = ([m for m in maps if m.get("name", "").startswith(prefix)]
                        for maps in (theirs, ours))
    return covers(theirs, ours)


def same_output(case, theirs, ours):
    """
    Of (status, stdout) in JSON, ids and prefixes taken out.  What bpftool says of something that
    is not there is said byte for byte; where it fails otherwise it prints an error, half a
    document or an empty line, and mapctl nothing or null, and its errors on standard error.
    """
    (status, theirs), (_, ours) = theirs, ours
    if status and (status != NOT_THERE or '"error"' in theirs):
        return ours in ("", "null\n")
    if not status and case.command in ("show", "list"):
        return same_show(theirs, ours, "PREFIX")
    return theirs == ours
