#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Random BTF types, random values: does mapctl say what others say of the same map?

    oracle.py [MAPCTL [SEED [MAPS]]]

Each map's JSON is held against three others: Python's decoding of the bytes, the kernel's own
printer (`cat` of the pin) and bpftool.  Then one scalar of it is changed: a comparison that does
not notice is a failure too.  All JSON goes through jq.
"""

import collections
import concurrent.futures
import json
import os
import random
import subprocess
import sys
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

from pybpf import btf, calls
import decode
import others
import random_types
import words

MAPS_A_BTF = 25
SHOWN_MAX = 10
SKIP = 77

Fixture = collections.namedtuple("Fixture", "path kind key_type value_type entries")


def possible_cpus():
    with open("/sys/devices/system/cpu/possible", encoding="ascii") as f:
        return int(f.read().strip().rsplit("-", 1)[-1].rsplit(",", 1)[-1]) + 1


CPUS = possible_cpus()


def is_percpu(kind):
    return kind in (calls.PERCPU_HASH, calls.PERCPU_ARRAY)


class Fixtures:
    def __init__(self, seed, folder):
        self.random = random.Random(seed)
        self.folder = folder
        self.made = 0

    def some(self, n):
        """Up to n pinned maps that share one BTF object."""
        writer, planned = btf.Writer(), []
        types = random_types.Types(self.random)
        index = btf.Int("u32", 4)
        for _ in range(n):
            kind = self.random.choice((calls.HASH, calls.HASH, calls.ARRAY, calls.ARRAY,
                                       calls.PERCPU_HASH, calls.PERCPU_ARRAY))
            hashed = kind in (calls.HASH, calls.PERCPU_HASH)
            key = types.root() if hashed and self.random.random() < 0.7 else index
            value = types.root()
            planned.append((kind, key, value, writer.add(key), writer.add(value)))
        fd = calls.btf_load(writer.blob())
        try:
            return [self.make(fd, *plan) for plan in planned]
        finally:
            os.close(fd)

    def make(self, btf_fd, kind, key_type, value_type, key_id, value_id):
        values = random_types.Values(self.random)
        is_array = kind in (calls.ARRAY, calls.PERCPU_ARRAY)
        keys = [i.to_bytes(4, sys.byteorder) for i in range(2)] if is_array else [
            values.of(key_type)]
        entries = []
        fd = calls.map_create(kind, key_type.size, value_type.size, len(keys), b"oracle", btf_fd,
                              key_id, value_id)
        for key in keys:
            cells = [values.of(value_type) for _ in range(CPUS if is_percpu(kind) else 1)]
            stride = random_types.align(value_type.size, 8) if is_percpu(kind) else 0
            calls.map_update(fd, key, b"".join(cell.ljust(stride, b"\0") for cell in cells))
            entries.append((key, cells))
        self.made += 1
        path = os.path.join(self.folder, f"m{self.made}")
        calls.pin(fd, path)
        os.close(fd)
        return Fixture(path, kind, key_type, value_type, entries)


def cells_of(fixture, entry):
    if not is_percpu(fixture.kind):
        return [entry["value"]]
    if [cell["cpu"] for cell in entry["values"]] != list(range(CPUS)):
        raise others.Differs(f"CPUs of {entry}")
    return [cell["value"] for cell in entry["values"]]


def check_bytes(fixture, document, _theirs):
    if len(document) != len(fixture.entries):
        raise others.Differs(f"{len(document)} entries, not {len(fixture.entries)}")
    for (key, cells), entry in zip(fixture.entries, document):
        wrong = decode.differs(decode.decode(fixture.key_type, key), entry["key"], "key")
        for cell, shown in zip(cells, cells_of(fixture, entry)):
            wrong = wrong or decode.differs(decode.decode(fixture.value_type, cell), shown)
        if wrong:
            raise others.Differs(wrong)


def check_kernel(fixture, document, text):
    word = others.kernel_words(text)
    walk = others.Kernel()
    for entry in document:
        walk.visit(fixture.key_type, entry["key"], word, "key")
        for cpu, cell in enumerate(cells_of(fixture, entry)):
            if is_percpu(fixture.kind) and next(word, None) != b"cpu%d" % cpu:
                raise others.Differs(f"the kernel does not name CPU {cpu}")
            walk.visit(fixture.value_type, cell, word)
    if next(word, None) is not None:
        raise others.Differs("the kernel says more")


def check_bpftool(fixture, document, theirs):
    walk = others.Bpftool()
    for entry, other in zip(document, theirs, strict=True):
        formatted = dict(dict(other)["formatted"])
        walk.visit(fixture.key_type, entry["key"], formatted["key"], "key")
        cells = [formatted["value"]] if "value" in formatted else [
            dict(cell)["value"] for cell in formatted["values"]]
        for cell, shown in zip(cells_of(fixture, entry), cells, strict=True):
            walk.visit(fixture.value_type, cell, shown)


def scalars(node, path=()):
    inside = node.items() if isinstance(node, dict) else enumerate(
        node) if isinstance(node, list) else None
    if inside is None:
        yield path
        return
    for name, inner in inside:
        yield from scalars(inner, path + (name,))


def changed(document, rng):
    """The document with one scalar that is another."""
    copy = json.loads(json.dumps(document))
    *path, last = rng.choice(list(scalars(copy)))
    place = copy
    for step in path:
        place = place[step]
    value = place[last]
    if isinstance(value, bool) or value is None:
        place[last] = not value
    elif isinstance(value, str):
        place[last] = value + "!"
    else:
        place[last] = value + 1 if isinstance(value, int) else -value if value else 1.0
    return copy


def output_of(*command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def cat(path):
    with open(path, "rb") as pin:
        return b"".join(line for line in pin if not line.startswith(b"# WARNING"))


def refusals(fixture, check, document, theirs):
    try:
        check(fixture, document, theirs)
    except (others.Differs, LookupError, TypeError, ValueError) as error:
        yield f"{check.__name__}: {error}"


def bpftool_json(fixture, raw):
    """None where bpftool's JSON is none: it writes a CHAR of a quote or a backslash as it is."""
    try:
        return json.loads(raw, object_pairs_hook=list)
    except ValueError:
        chars = [leaf for t in (fixture.key_type, fixture.value_type)
                 for leaf in random_types.leaves(t)
                 if isinstance(leaf, btf.Int) and leaf.encoding & btf.CHAR]
        if chars:
            return None
        raise


COUNTING = threading.Lock()


def problems(fixture, mapctl, counts):
    """What is wrong with mapctl's dump of a map; counts says what was looked at."""
    status, out, err = output_of(mapctl, "-j", "dump", "pinned", fixture.path)
    if status:
        return [f"status {status}: {err.decode(errors='replace')}"], out
    document = json.loads(out.decode())
    altered = changed(document, random.Random(os.path.basename(fixture.path)))
    found = []
    for name, check, theirs in witnesses(fixture):
        found += refusals(fixture, check, document, theirs)
        noticed = any(refusals(fixture, check, altered, theirs))
        with COUNTING:
            counts.update([name, f"{name} noticed"] if noticed else [name])
    return found, out


def witnesses(fixture):
    types = (fixture.key_type, fixture.value_type)
    yield "Python", check_bytes, None
    if all(map(others.kernel_can, types)):
        yield "the kernel", check_kernel, cat(fixture.path)
    if all(map(others.bpftool_can, types)):
        theirs = bpftool_json(fixture, output_of("bpftool", "-j", "map", "dump", "pinned",
                                                 fixture.path)[1])
        if theirs is not None:
            yield "bpftool", check_bpftool, theirs


def in_words(fixture):
    key, value = words.declare(fixture.key_type, "key"), words.declare(fixture.value_type, "value")
    return f"{key};\n{value};\n{fixture.entries}\n"


def jq_documents(documents):
    done = subprocess.run(["jq", "-n", "reduce inputs as $d (0; . + 1)"], input=documents,
                          capture_output=True, check=False)
    return int(done.stdout or 0)


def summary(counts):
    """One line a witness; a witness that overlooks changed values is none.  What the kernel and
    bpftool cannot show (all behind a NUL, the spelling of bytes) may go unnoticed by them."""
    wrong = 0
    for name, least in (("Python", 1.0), ("the kernel", 0.9), ("bpftool", 0.9)):
        n, noticed = counts[name], counts[f"{name} noticed"]
        print(f"{name} was asked about {n} maps, and noticed a changed value in {noticed}")
        wrong += n == 0 or noticed < n * least
    return wrong


def run(mapctl, seed, n_maps, folder):
    fixtures, counts, bad, documents = Fixtures(seed, folder), collections.Counter(), 0, []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        while fixtures.made < n_maps:
            batch = fixtures.some(min(MAPS_A_BTF, n_maps - fixtures.made))
            results = pool.map(lambda f: problems(f, mapctl, counts), batch)
            for fixture, (found, out) in zip(batch, results):
                documents.append(out)
                bad += bool(found)
                if found and bad <= SHOWN_MAX:
                    print(f"{in_words(fixture)}{out.decode(errors='replace')}", *found, sep="\n")
                os.unlink(fixture.path)
    parsed = jq_documents(b"".join(documents))
    blind = summary(counts)
    print(f"seed {seed}: {n_maps} maps, {bad} wrong; jq read {parsed}")
    return 1 if bad or blind or parsed != n_maps else 0


def main():
    mapctl = sys.argv[1] if len(sys.argv) > 1 else os.environ["top_builddir"] + "/mapctl"
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20250901
    n_maps = int(sys.argv[3]) if len(sys.argv) > 3 else 4000
    if os.geteuid():
        print("SKIP: needs root")
        return SKIP
    with calls.private_bpffs() as folder:
        return run(mapctl, seed, n_maps, folder)


if __name__ == "__main__":
    sys.exit(main())
