# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""A perf event array into which a program on CPU 0 sends, ten times a second, the same sample:

    struct { u32 latency_us; char comm[16]; }     120, "nginx"

for as long as the shell lives that has started the fixture.
"""

import ctypes
import errno
import os
import struct
import time

import calls

PERF_EVENT_ARRAY, RAW_TRACEPOINT = 4, 17
PROG_LOAD, TEST_RUN = 5, 10
PERF_EVENT_OUTPUT, ON_CPU = 25, 1
SAMPLE = struct.pack("I16s", 120, b"nginx")


def load(map_fd):
    words = struct.unpack(f"{len(SAMPLE) // 4}i", SAMPLE)
    code = [(0x62, 10, 4 * at - 24, word) for at, word in enumerate(words)]  # onto the stack
    code += [(0x18, 0x12, 0, map_fd), (0, 0, 0, 0),
             (0xb4, 3, 0, -1),  # BPF_F_CURRENT_CPU
             (0xbf, 0xa4, 0, 0), (0x07, 4, 0, -24),
             (0xb7, 5, 0, len(SAMPLE)), (0x85, 0, 0, PERF_EVENT_OUTPUT), (0x95, 0, 0, 0)]
    blob = b"".join(struct.pack("=BBhi", *insn) for insn in code)
    insns = ctypes.create_string_buffer(blob, len(blob))
    gpl = ctypes.create_string_buffer(b"Dual BSD/GPL")
    attr = struct.pack("IIQQ", RAW_TRACEPOINT, len(code), calls.address(insns), calls.address(gpl))
    return calls.bpf(PROG_LOAD, attr, "PROG_LOAD")


def send(prog_fd):
    attr = struct.pack("IIIIQQIIIIQQII", prog_fd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ON_CPU, 0)
    try:
        calls.bpf(TEST_RUN, attr, "PROG_TEST_RUN")
    except OSError as error:
        if error.errno != errno.EINTR:
            raise


def start(fixture):
    with open("/sys/devices/system/cpu/possible", encoding="ascii") as possible:
        cpus = int(possible.read().replace("-", ",").split(",")[-1]) + 1
    prog_fd = load(fixture.make(PERF_EVENT_ARRAY, "samples", (4, 4), cpus))
    shell = os.getppid()
    if os.fork():
        return
    null = os.open("/dev/null", os.O_RDWR)
    for fd in range(3):
        os.dup2(null, fd)
    os.closerange(3, prog_fd)
    os.closerange(prog_fd + 1, 1024)
    while os.path.exists(f"/proc/{shell}"):
        send(prog_fd)
        time.sleep(0.1)
    os._exit(0)
