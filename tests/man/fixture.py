#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""The maps that the examples of the manuals presuppose, pinned under FOLDER.

conns        hash, typed: service -> traffic, three entries in the order of ENTRIES
config       array of one struct with an array in it
blocklist    LPM trie of IPv4 prefixes -> hits
drops        per-CPU array: something on the CPUs 0 and 1, nothing on others
legacy       hash without BTF: 1 -> 42
jobs         queue: 7 is its head
banned       bloom filter, typed: the ports 23 and 445
sessions     task storage, typed: 3 on the process that has started this one
events       ring buffer
samples      perf event array, to which a program sends: see sampler.py
probe.bss    global variables: struct traffic total, u32 sample_rate
heap         arena of 8 pages at 0x600000000000, of which page 2 begins with "hello"
tenants      array of maps: tenant_a and tenant_b, at 0 and 2
requests_per_backend_total   hash, empty; the kernel keeps 15 characters of the name
cache, cache_index           two maps that both bear the name cache
"""

import ctypes
import mmap
import os
import struct
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "pybpf"))

import btf
import calls
import sampler

LPM_TRIE, ARRAY_OF_MAPS, QUEUE, RINGBUF, TASK_STORAGE, BLOOM_FILTER, ARENA = 11, 12, 22, 27, 29, 30, 33
PIDFD_OPEN = 434
HEAP, FIXED_NOREPLACE = 0x600000000000, 0x100000
NEXT_KEY = 4
NO_PREALLOC, MMAPABLE = 1, 1 << 10
NAMES = ["conns", "config", "blocklist", "drops", "legacy", "jobs", "banned", "sessions", "events", "probe.bss",
         "samples",
         "heap", "tenants",
         "tenant_a", "tenant_b", "requests_per_backend_total", "cache"]
SERVICES = [(b"nginx", 443, 6, 1200, 918264), (b"sshd", 22, 6, 310, 40112),
            (b"named", 53, 17, 96, 11520)]

U8, U32, U64 = btf.Int("u8", 1), btf.Int("u32", 4), btf.Int("u64", 8)
U16, CHAR = btf.Int("u16", 2), btf.Int("char", 1, btf.SIGNED)
BOOL = btf.Int("_Bool", 1, btf.BOOL)
BE16 = btf.Modifier("__be16", kind=btf.TYPEDEF, to=U16)
COMM = btf.Array(of=CHAR, n=16)
PROTO = btf.Enum("proto", 4, values=[("TCP", 6), ("UDP", 17)])
MODE = btf.Enum("mode", 4, values=[("MONITOR", 0), ("ENFORCE", 1)])


def struct_of(name, size, *members):
    return btf.Struct(name, size, members=[btf.Member(name, kind, 8 * offset)
                                           for name, kind, offset in members])


SERVICE = struct_of("service", 24, ("comm", COMM, 0), ("port", BE16, 16), ("proto", PROTO, 20))
TRAFFIC = struct_of("traffic", 16, ("packets", U64, 0), ("bytes", U64, 8))
CONFIG = struct_of("config", 36, ("enabled", BOOL, 0), ("mode", MODE, 4), ("iface", COMM, 8),
                   ("limits", btf.Array(of=U32, n=3), 24))
BSS = btf.Section(".bss", 24, variables=[("total", TRAFFIC, 0, 16), ("sample_rate", U32, 16, 4)])
PREFIX = struct_of("prefix", 8, ("prefixlen", U32, 0), ("addr", btf.Array(of=U8, n=4), 4))


class Fixture:
    def __init__(self, folder):
        self.folder = folder
        writer = btf.Writer()
        for kind in (U32, U64, SERVICE, TRAFFIC, CONFIG, PREFIX, BSS):
            writer.add(kind)
        self.ids, self.btf = writer.ids, calls.btf_load(writer.blob())

    def create(self, kind, name, sizes, entries, types=None, flags=0, inner=0):
        key, value = (self.ids.get(t, 0) for t in types) if types else (0, 0)
        attr = struct.pack("IIIIIII16sIIII", kind, *sizes, entries, flags, inner, 0,
                           name.encode()[:15], 0, self.btf if types else 0, key, value)
        return calls.bpf(calls.MAP_CREATE, attr, f"create {name}")

    def make(self, kind, name, sizes, entries, pin=None, **more):
        fd = self.create(kind, name, sizes, entries, **more)
        calls.pin(fd, f"{self.folder}/{pin or name}")
        return fd


def keys_of(fd, size):
    key, found = None, []
    after = ctypes.create_string_buffer(size)
    while True:
        attr = struct.pack("IIQQ", fd, 0, calls.address(key) if key else 0, calls.address(after))
        try:
            calls.bpf(NEXT_KEY, attr, "MAP_GET_NEXT_KEY")
        except FileNotFoundError:
            return found
        found.append(after.raw)
        key = ctypes.create_string_buffer(after.raw, size)


def make_conns(fixture):
    """The kernel seeds every hash anew: made again until the order is the one of the manuals."""
    wanted = [struct.pack(">16sHxx", comm, port) + struct.pack("I", proto)
              for comm, port, proto, _, _ in SERVICES]
    for _ in range(1000):
        fd = fixture.create(calls.HASH, "conns", (24, 16), 1024, types=(SERVICE, TRAFFIC))
        for key, service in zip(wanted, SERVICES):
            calls.map_update(fd, key, struct.pack("QQ", *service[3:]))
        if keys_of(fd, 24) == wanted:
            calls.pin(fd, f"{fixture.folder}/conns")
            return
        os.close(fd)
    sys.exit("fixture: the kernel does not come upon the order that is wanted")


def make_drops(fixture):
    fd = fixture.make(calls.PERCPU_ARRAY, "drops", (4, 8), 4, types=(U32, U64))
    with open("/sys/devices/system/cpu/possible", encoding="ascii") as possible:
        cpus = int(possible.read().replace("-", ",").split(",")[-1]) + 1
    for index, (first, second) in {0: (40, 2), 2: (5, 7)}.items():
        cells = [first, second] + [0] * (cpus - 2)
        calls.map_update(fd, struct.pack("I", index), struct.pack(f"{cpus}Q", *cells[:cpus]))


def make_tenants(fixture):
    inner = [fixture.create(calls.ARRAY, name, (4, 4), 2, types=(U32, U32))
             for name in ("tenant_a", "tenant_b")]
    outer = fixture.make(ARRAY_OF_MAPS, "tenants", (4, 4), 4, inner=inner[0])
    for index, fd in zip((0, 2), inner):
        calls.map_update(outer, struct.pack("I", index), struct.pack("I", fd))


def push(fd, number):
    value = ctypes.create_string_buffer(struct.pack("I", number), 4)
    calls.bpf(calls.MAP_UPDATE, struct.pack("IIQQQ", fd, 0, 0, calls.address(value), 0), "push")


def make_keyless(fixture):
    jobs = fixture.make(QUEUE, "jobs", (0, 4), 16)
    for job in (7, 8):
        push(jobs, job)
    banned = fixture.make(BLOOM_FILTER, "banned", (0, 4), 64, types=(None, U32))
    for port in (23, 445):
        push(banned, port)


def make_sessions(fixture):
    fd = fixture.make(TASK_STORAGE, "sessions", (4, 4), 0, types=(U32, U32), flags=NO_PREALLOC)
    owner = calls.libc.syscall(PIDFD_OPEN, os.getppid(), 0)
    calls.map_update(fd, struct.pack("I", owner), struct.pack("I", 3))


def make_memory(fixture):
    fixture.make(RINGBUF, "events", (0, 0), 4096)
    bss = fixture.make(calls.ARRAY, "probe.bss", (4, 24), 1, types=(None, BSS), flags=MMAPABLE,
                       pin="probe_bss")
    calls.map_update(bss, struct.pack("I", 0), struct.pack("QQII", 310, 40112, 100, 0))
    heap = fixture.make(ARENA, "heap", (0, 0), 8, flags=MMAPABLE)
    calls.libc.mmap.restype = ctypes.c_void_p
    shared = mmap.PROT_READ | mmap.PROT_WRITE, mmap.MAP_SHARED | FIXED_NOREPLACE
    start = calls.libc.mmap(ctypes.c_void_p(HEAP), ctypes.c_size_t(8 * mmap.PAGESIZE), *shared,
                            heap, ctypes.c_long(0))
    ctypes.memmove(start + 2 * mmap.PAGESIZE, b"hello", 5)


def main():
    fixture = Fixture(sys.argv[1])
    os.makedirs(fixture.folder, exist_ok=True)
    make_conns(fixture)
    config = fixture.make(calls.ARRAY, "config", (4, 36), 1, types=(U32, CONFIG))
    calls.map_update(config, struct.pack("I", 0),
                     struct.pack("=?xxxI16s3I", True, 1, b"eth0", 100, 500, 2000))
    blocklist = fixture.make(LPM_TRIE, "blocklist", (8, 8), 1024, types=(PREFIX, U64),
                             flags=NO_PREALLOC)
    for address, length, hits in (((10, 0, 0, 0), 8, 3), ((192, 0, 2, 0), 24, 17),
                                  ((198, 51, 100, 7), 32, 1)):
        calls.map_update(blocklist, struct.pack("I4B", length, *address), struct.pack("Q", hits))
    make_drops(fixture)
    legacy = fixture.make(calls.HASH, "legacy", (4, 8), 64)
    calls.map_update(legacy, struct.pack("I", 1), struct.pack("Q", 42))
    make_keyless(fixture)
    make_sessions(fixture)
    make_memory(fixture)
    make_tenants(fixture)
    fixture.make(calls.HASH, "requests_per_backend_total", (4, 8), 256, types=(U32, U64))
    fixture.make(calls.HASH, "cache", (4, 8), 64, types=(U32, U64))
    fixture.make(calls.ARRAY, "cache", (4, 8), 64, types=(U32, U64), pin="cache_index")
    sampler.start(fixture)


if __name__ == "__main__":
    main()
