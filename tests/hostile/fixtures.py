# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Maps that nobody nice would make: names, contents and types that the kernel lets through.

    fixtures.py FOLDER

pins them in FOLDER, a bpffs, and prints what they are as JSON.  It is a program of its own so
that its memory is not counted as that of the mapctl that hostile.py starts.
"""

import contextlib
import json
import os
import struct
import subprocess
import sys
from dataclasses import asdict, dataclass

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

from pybpf import btf, calls

# What a terminal or a JSON reader must never get as it is.
NASTY = (b"\x1b[31mred\x1b]0;title\x07", b"line\nfeed\rback\x08\ttab", "caf\xe9".encode("latin-1"),
         "\u202egnp.exe\u2066".encode(), b'quote" back\\slash \\x41', b"a\0b\0\0c", b"\x7fdel\x9bcsi",
         "\u0085\u009b31m c1".encode(), b"\xed\xa0\x80 surrogate \xc0\xaf overlong \xf5",
         "\u2028\ufeff\u200e separators".encode(), b"\xff" * 31)
WIDTH = 64

U32 = btf.Int("u32", 4)
U8 = btf.Int("u8", 1)


@dataclass
class Fixture:
    """over_bound: the type breaks a bound, so bytes are shown, and the exit status is 4."""

    title: str
    path: str
    over_bound: bool = False
    shows: str = ""


class Maker:
    def __init__(self, folder):
        self.folder = folder
        self.made = []

    def pinned(self, fd, title, pin_name=None, **more):
        path = os.path.join(os.fsencode(self.folder), pin_name or b"m%d" % len(self.made))
        calls.pin(fd, path)
        self.made.append(Fixture(title, os.fsdecode(path), **more))

    def typed(self, title, key, value, entries, name=b"hostile", pin_name=None, **more):
        writer = btf.Writer()
        ids = writer.add(key), writer.add(value)
        self.raw(title, writer.blob(), ids, (key.size, value.size), entries, name, pin_name, **more)

    def raw(self, title, blob, ids, sizes, entries, name=b"hostile", pin_name=None, **more):
        btf_fd = calls.btf_load(blob)
        fd = calls.map_create(calls.HASH, *sizes, max(len(entries), 1), name, btf_fd, *ids)
        os.close(btf_fd)
        for key, value in entries:
            calls.map_update(fd, key, value)
        self.pinned(fd, title, pin_name, **more)
        os.close(fd)


def contents(maker):
    text = btf.Array("", WIDTH, btf.Int("char", 1, btf.SIGNED), WIDTH)
    letter = btf.Int("letter", 1, btf.CHAR)
    entries = [(bytes([i]) + nasty.ljust(WIDTH - 1, b"\0"), nasty.ljust(WIDTH, b"\0"))
               for i, nasty in enumerate(NASTY)]
    maker.typed("text in keys and values", text, text, entries, shows="1b")
    maker.typed("a letter of each kind", letter, letter,
                [(bytes([i]), bytes([255 - i])) for i in range(256)], shows="1b")


def names(maker):
    for i, nasty in enumerate(NASTY):
        nasty = nasty.replace(b"\0", b"0")
        value = btf.Int(nasty, 4)
        entry = [(b"\1\0\0\0", b"\2\0\0\0")]
        maker.typed(f"int name {i}", U32, value, entry)
        pin_name = nasty.replace(b".", b"_").replace(b"/", b"_")
        maker.typed(f"pin name {i}", U32, U32, entry, pin_name=b"p%d" % i + pin_name)
    latin = "\xe9\xff\xe0".encode("latin-1")
    record = btf.Struct(latin, 8, [btf.Member(latin, U32, 0), btf.Member(latin, U32, 32)])
    kinds = btf.Enum(b"e" + latin, 4, False, [(latin, 1)])
    maker.typed("names in Latin-1", kinds, record, [(b"\1\0\0\0", bytes(8))], name=b"m" + latin)


def nested(levels):
    """struct { struct { … u8 } }, inside first: ids 1 is u8, n + 1 the n-th level."""
    strings = b"\0m\0u8\0"
    word = struct.pack("IIII", 3, btf.INT << 24, 1, 8)
    head = struct.pack("III", 0, btf.STRUCT << 24 | 1, 1)
    body = b"".join(head + struct.pack("III", 1, i + 1, 0) for i in range(levels))
    return btf.blob(word + body, strings), levels + 1


def chain(kind, links):
    """A modifier of a modifier of … u8."""
    strings = b"\0t\0u8\0"
    word = struct.pack("IIII", 3, btf.INT << 24, 1, 8)
    name = 1 if kind == btf.TYPEDEF else 0
    body = b"".join(struct.pack("III", name, kind << 24, i + 1) for i in range(links))
    return btf.blob(word + body, strings), links + 1


def fan(levels, is_union):
    """Each level twice the one below: 2^levels scalars of few types."""
    t = U8
    for _ in range(levels):
        size = t.size if is_union else t.size * 2
        members = [btf.Member("a", t, 0), btf.Member("b", t, 0 if is_union else t.size * 8)]
        t = btf.Struct("f", size, members, is_union)
    return t


def bombs(maker):
    entry = [(b"\1", b"\2")]
    for levels in (65, 10000, 600000):
        blob, top = nested(levels)
        maker.raw(f"{levels} structs in each other", blob, (1, top), (1, 1), entry,
                  over_bound=True, shows="02")
    for kind, word in ((btf.TYPEDEF, "typedefs"), (btf.CONST, "consts")):
        blob, top = chain(kind, 500000)
        maker.raw(f"500000 {word} in a row", blob, (1, top), (1, 1), entry)
    nothing = btf.Struct("nothing", 0, [])
    for dims in ((2**32 - 1,), (65536, 65536), (2**32 - 1, 2**32 - 1)):
        t = nothing
        for n in dims:
            t = btf.Array("", 0, t, n)
        value = btf.Struct("v", 1, [btf.Member("none", t, 0), btf.Member("one", U8, 0)])
        maker.typed(f"struct {{}}{list(dims)}", U8, value, entry, over_bound=True,
                    shows="02")
    maker.typed("a fan of unions", U8, fan(30, True), entry, over_bound=True, shows="02")
    maker.typed("a fan of structs", U8, fan(20, False), [(b"\1", b"\2" * 2**20)], over_bound=True,
                shows="02")
    wide = btf.Struct("wide", 1, [btf.Member("m%d" % i, U8, 0) for i in range(65535)])
    maker.typed("65535 members in one byte", U8, wide, entry)
    fan_of_wide = btf.Struct("many", 1, [btf.Member("w%d" % i, wide, 0) for i in range(1000)])
    maker.typed("1000 times 65535 members", U8, fan_of_wide, entry, over_bound=True,
                shows="02")


HOLDER = """
import ctypes, sys
ctypes.CDLL(None).prctl(15, bytes.fromhex(sys.argv[1]), 0, 0, 0)
print("ready", flush=True)
sys.stdin.read()
"""


@contextlib.contextmanager
def held():
    """A map that only processes with nasty names hold; yields its id."""
    fd = calls.map_create(calls.ARRAY, 4, 4, 1, b"held")
    with open(f"/proc/self/fdinfo/{fd}", encoding="ascii") as info:
        map_id = next(line.split()[1] for line in info if line.startswith("map_id"))
    with contextlib.ExitStack() as stack:
        for nasty in NASTY:
            process = stack.enter_context(subprocess.Popen(
                [sys.executable, "-c", HOLDER, nasty.hex()], pass_fds=[fd],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE))
            process.stdout.readline()
        os.close(fd)
        yield map_id


def make_all(folder):
    done = subprocess.run([sys.executable, __file__, folder], stdout=subprocess.PIPE, check=True)
    return [Fixture(**fixture) for fixture in json.loads(done.stdout)]


if __name__ == "__main__":
    everything = Maker(sys.argv[1])
    for make in (contents, names, bombs):
        make(everything)
    json.dump([asdict(fixture) for fixture in everything.made], sys.stdout)
