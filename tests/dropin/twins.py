# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Two worlds alike: the same maps, pinned under the same names in two bpffs.

MAPS says what a case calls a map by.  Of hashes the seed is zero, so that both twins have their
entries in the same order.
"""

import ctypes
import os
import struct
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "pybpf"))

import btf
import calls

FREEZE, PROG_LOAD, OBJ_INFO, NEXT_ID = 22, 5, 15, 12
NO_PREALLOC, RDONLY, WRONLY, ZERO_SEED = 1, 1 << 3, 1 << 4, 1 << 6
(PROG_ARRAY, PERF, STACK_TRACE, CGROUP_ARRAY, LRU, LRU_PERCPU, LPM, ARRAY_OF_MAPS, HASH_OF_MAPS,
 DEVMAP, SOCKMAP, CPUMAP, XSKMAP, SOCKHASH) = 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18
(REUSEPORT, QUEUE, STACK, DEVMAP_HASH, RINGBUF, INODE_STORAGE, TASK_STORAGE, BLOOM,
 USER_RINGBUF) = 20, 22, 23, 25, 27, 28, 29, 30, 31

U8, U32, U64 = btf.Int("u8", 1), btf.Int("u32", 4), btf.Int("u64", 8)
S32 = btf.Int("int", 4, btf.SIGNED)
CHAR = btf.Int("char", 1, btf.SIGNED)
PROTO = btf.Enum("proto", 4, False, [("TCP", 6), ("UDP", 17)])
STATS = btf.Struct("stats", 16, [btf.Member("packets", U64, 0), btf.Member("bytes", U64, 64)])
FLOW = btf.Struct("flow", 8, [btf.Member("saddr", U32, 0), btf.Member("proto", PROTO, 32)])
TAG = btf.Array(of=CHAR, n=8)
LOCK = btf.Struct("bpf_spin_lock", 4, [btf.Member("val", U32, 0)])
LOCKED = btf.Struct("locked", 8, [btf.Member("lock", LOCK, 0), btf.Member("n", U32, 32)])
TYPES = (U8, S32, U32, U64, STATS, FLOW, TAG, LOCKED)


def u32(*numbers):
    return struct.pack(f"{len(numbers)}I", *numbers)


def u64(*numbers):
    return struct.pack(f"{len(numbers)}Q", *numbers)


def possible_cpus():
    with open("/sys/devices/system/cpu/possible", encoding="ascii") as possible:
        return int(possible.read().replace("-", ",").split(",")[-1]) + 1


CPUS = possible_cpus()
PERCPU = u64(*range(100, 100 + CPUS))
ONE_TWO = [(u32(1), u64(10)), (u32(2), u64(20))]
SLOTS = [(u32(0), u32(10)), (u32(1), u32(20))]
PUSHED = [(b"", u32(1)), (b"", u32(2))]
HASH, ARRAY = calls.HASH, calls.ARRAY

# name: (type, key bytes, value bytes, entries, flags, contents, (type of the key, of the value))
MAPS = {
    "hash": (HASH, 4, 8, 16, ZERO_SEED, ONE_TWO, None),
    "empty": (HASH, 4, 8, 16, ZERO_SEED, [], None),
    "full": (HASH, 4, 8, 2, ZERO_SEED, ONE_TWO, None),
    "byte": (HASH, 1, 1, 16, ZERO_SEED, [(b"\1", b"\1")], None),
    "lazy": (HASH, 4, 8, 16, ZERO_SEED | NO_PREALLOC, ONE_TWO, None),
    "ronly": (HASH, 4, 8, 16, ZERO_SEED | RDONLY, [], None),
    "wonly": (HASH, 4, 8, 16, ZERO_SEED | WRONLY, ONE_TWO, None),
    "lru": (LRU, 4, 8, 16, ZERO_SEED, ONE_TWO, None),
    "phash": (calls.PERCPU_HASH, 4, 8, 16, ZERO_SEED, [(u32(1), PERCPU)], None),
    "lphash": (LRU_PERCPU, 4, 8, 16, ZERO_SEED, [(u32(1), PERCPU)], None),
    "array": (ARRAY, 4, 4, 4, 0, SLOTS, None),
    "frozen": (ARRAY, 4, 4, 4, 0, SLOTS, None),
    "parray": (calls.PERCPU_ARRAY, 4, 8, 2, 0, [(u32(1), PERCPU)], None),
    "lpm": (LPM, 8, 4, 16, NO_PREALLOC, [(u32(8) + b"\x0a\0\0\0", u32(8))], None),
    "queue": (QUEUE, 0, 4, 4, 0, PUSHED, None),
    "fullq": (QUEUE, 0, 4, 2, 0, PUSHED, None),
    "emptyq": (QUEUE, 0, 4, 4, 0, [], None),
    "stack": (STACK, 0, 4, 4, 0, PUSHED, None),
    "emptys": (STACK, 0, 4, 4, 0, [], None),
    # Without a seed both have the same values by mistake.
    "bloom": (BLOOM, 0, 4, 8, ZERO_SEED, [(b"", u32(42))], None),
    "ring": (RINGBUF, 0, 0, 4096, 0, [], None),
    "uring": (USER_RINGBUF, 0, 0, 4096, 0, [], None),
    "in_a": (ARRAY, 4, 4, 2, 0, [(u32(0), u32(11))], None),
    "in_b": (ARRAY, 4, 4, 2, 0, [(u32(0), u32(21))], None),
    "aom": (ARRAY_OF_MAPS, 4, 4, 4, 0, [(u32(0), "in_a")], None),
    "hom": (HASH_OF_MAPS, 4, 4, 4, 0, [(u32(7), "in_a")], None),
    "progs": (PROG_ARRAY, 4, 4, 4, 0, [(u32(1), "program")], None),
    "perf": (PERF, 4, 4, 2, 0, [], None),
    "cgarr": (CGROUP_ARRAY, 4, 4, 2, 0, [], None),
    "stackt": (STACK_TRACE, 4, 16, 16, 0, [], None),
    "devmap": (DEVMAP, 4, 4, 4, 0, [(u32(2), u32(1))], None),
    "devh": (DEVMAP_HASH, 4, 4, 4, 0, [(u32(2), u32(1))], None),
    "cpumap": (CPUMAP, 4, 4, 2, 0, [(u32(0), u32(192))], None),
    "devmap8": (DEVMAP, 4, 8, 4, 0, [(u32(2), u32(1, 0))], None),
    "cpumap8": (CPUMAP, 4, 8, 2, 0, [(u32(0), u32(192, 0))], None),
    "sock": (SOCKMAP, 4, 8, 2, 0, [], None),
    "sockh": (SOCKHASH, 4, 8, 2, 0, [], None),
    "reuse": (REUSEPORT, 4, 8, 2, 0, [], None),
    "xsk": (XSKMAP, 4, 4, 2, 0, [], None),
    "task": (TASK_STORAGE, 4, 8, 0, NO_PREALLOC, [], (S32, U64)),
    "inode": (INODE_STORAGE, 4, 8, 0, NO_PREALLOC, [], (S32, U64)),
    "stats": (HASH, 4, 16, 16, ZERO_SEED, [(u32(1), u64(5, 600))], (U32, STATS)),
    "flows": (HASH, 8, 8, 16, ZERO_SEED, [(u32(1, 6), u64(9))], (FLOW, U64)),
    "tag": (ARRAY, 4, 8, 2, 0, [(u32(0), b"eth0\0\0\0\0")], (U32, TAG)),
    "small": (HASH, 1, 4, 16, ZERO_SEED, [(b"\3", u32(4))], (U8, U32)),
    "pstats": (calls.PERCPU_ARRAY, 4, 8, 2, 0, [(u32(0), PERCPU)], (U32, U64)),
    "locked": (HASH, 4, 8, 16, ZERO_SEED, [(u32(1), u32(0, 11))], (U32, LOCKED)),
}
NEEDS = {"aom": ("in_a", "in_b"), "hom": ("in_a", "in_b")}


def load_program(number):
    """A program that returns number, which makes its tag its own."""
    code = struct.pack("<BBhiBBhi", 0xb7, 0, 0, number, 0x95, 0, 0, 0)
    code, gpl = ctypes.create_string_buffer(code, 16), ctypes.create_string_buffer(b"GPL")
    name = f"dropin{number:x}".encode()[:15]
    attr = struct.pack("IIQQIIQII16s", 1, 2, calls.address(code), calls.address(gpl), 0, 0, 0, 0,
                       0, name)
    fd = calls.bpf(PROG_LOAD, attr, "PROG_LOAD")
    room = ctypes.create_string_buffer(16)
    calls.bpf(OBJ_INFO, struct.pack("IIQ", fd, len(room), calls.address(room)), "OBJ_INFO")
    return fd, struct.unpack("II", room.raw[:8])[1], room.raw[8:16].hex(), name.decode()


class Twin:
    """One of the two: a bpffs, and a prefix that names of maps begin with."""

    def __init__(self, folder, blob, program):
        self.folder, self.program = folder, program
        self.ids, blob = blob
        self.btf = calls.btf_load(blob)
        self.prefix, self.number = "", {}

    def create(self, name, inner):
        kind, key, value, entries, flags, _, types = MAPS[name]
        ids = [self.ids.get(t, 0) for t in types or ()] or [0, 0]
        attr = struct.pack("IIIIIII16sIIII", kind, key, value, entries, flags, inner, 0,
                           (self.prefix + name).encode()[:15], 0, self.btf if types else 0, *ids)
        return calls.bpf(calls.MAP_CREATE, attr, f"create {name}")

    def fill(self, name, fd, fds):
        for key, value in MAPS[name][5]:
            if isinstance(value, str):
                value = u32(self.program if value == "program" else fds[value])
            key_at = ctypes.create_string_buffer(key, len(key) or 1)
            value_at = ctypes.create_string_buffer(value, len(value))
            attr = struct.pack("IIQQQ", fd, 0, calls.address(key_at) if key else 0,
                               calls.address(value_at), 0)
            calls.bpf(calls.MAP_UPDATE, attr, f"fill {name}")

    def make(self, names, prefix, with_program):
        """Maps of these names, and those that they need, pinned by them; maybe a program, too."""
        self.prefix = prefix
        fds = {}
        for name in dict.fromkeys([need for n in names for need in NEEDS.get(n, ())] + names):
            fds[name] = self.create(name, fds.get("in_a", 0) if name in NEEDS else 0)
            self.fill(name, fds[name], fds)
            if name == "frozen":
                calls.bpf(FREEZE, struct.pack("I", fds[name]), "freeze")
            calls.pin(fds[name], f"{self.folder}/{name}")
        if with_program:
            calls.pin(self.program, f"{self.folder}/program")
        self.number = {name: map_id(fd) for name, fd in fds.items()}
        for fd in fds.values():
            os.close(fd)

    def clear(self):
        for path, folders, files in os.walk(self.folder, topdown=False):
            for file in files:
                os.unlink(f"{path}/{file}")
            for folder in folders:
                os.rmdir(f"{path}/{folder}")
        if "progs" in self.number:
            await_end(self.number["progs"])


def await_end(number):
    """
    Whoever opens and closes a prog_array while the kernel is still emptying it, which it does in
    its own time, makes it stay for good (seen on 6.18): nobody is to come upon it by then.
    """
    for _ in range(200):
        room = ctypes.create_string_buffer(struct.pack("III", number - 1, 0, 0), 160)
        result = calls.libc.syscall(calls.NUMBER[os.uname().machine], NEXT_ID, room, 160)
        if result or struct.unpack("III", room.raw[:12])[1] != number:
            return
        time.sleep(0.001)


def map_id(fd):
    room = ctypes.create_string_buffer(16)
    calls.bpf(OBJ_INFO, struct.pack("IIQ", fd, len(room), calls.address(room)), "OBJ_INFO")
    return struct.unpack("II", room.raw[:8])[1]


def types():
    """For Twin: ids of TYPES, and their BTF."""
    writer = btf.Writer()
    for kind in TYPES:
        writer.add(kind)
    return writer.ids, writer.blob()
