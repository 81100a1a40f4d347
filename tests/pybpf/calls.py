# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""The few calls of bpf(2) that the tests make fixtures with, by ctypes alone."""

import contextlib
import ctypes
import os
import platform
import shutil
import signal
import struct
import subprocess
import sys
import tempfile

NUMBER = {"x86_64": 321, "aarch64": 280, "riscv64": 280, "s390x": 351, "ppc64le": 361}
MAP_CREATE, MAP_UPDATE, OBJ_PIN, OBJ_GET, BTF_LOAD = 0, 2, 6, 7, 18
HASH, ARRAY, PERCPU_HASH, PERCPU_ARRAY = 1, 2, 5, 6

libc = ctypes.CDLL(None, use_errno=True)


def bpf(command, attr, what):
    room = ctypes.create_string_buffer(attr, 160)
    result = libc.syscall(NUMBER[platform.machine()], command, room, len(room))
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{what}: {os.strerror(error)}")
    return result


def address(buffer):
    return ctypes.addressof(buffer)


def btf_load(blob):
    """An fd of the BTF; on refusal the kernel's own words are in the error."""
    data = ctypes.create_string_buffer(blob, len(blob))
    with_log = len(blob) < 1 << 20
    try:
        return bpf(BTF_LOAD, struct.pack("QQIII", address(data), 0, len(blob), 0, 0), "BTF_LOAD")
    except OSError as error:
        if not with_log:
            raise
        log = ctypes.create_string_buffer(1 << 20)
        attr = struct.pack("QQIII", address(data), address(log), len(blob), len(log), 1)
        with contextlib.suppress(OSError):
            bpf(BTF_LOAD, attr, "BTF_LOAD")
        raise OSError(error.errno, f"BTF_LOAD: {log.value[-400:].decode()}") from error


def map_create(kind, key_size, value_size, entries, name=b"", btf=0, key_type=0, value_type=0):
    attr = struct.pack("IIIIIII16sIIII", kind, key_size, value_size, entries, 0, 0, 0, name, 0,
                       btf, key_type, value_type)
    return bpf(MAP_CREATE, attr, "MAP_CREATE")


def map_update(fd, key, value):
    key = ctypes.create_string_buffer(key, len(key))
    value = ctypes.create_string_buffer(value, len(value))
    attr = struct.pack("IIQQQ", fd, 0, address(key), address(value), 0)
    bpf(MAP_UPDATE, attr, "MAP_UPDATE_ELEM")


def pin(fd, path):
    path = ctypes.create_string_buffer(os.fsencode(path))
    bpf(OBJ_PIN, struct.pack("QII", address(path), fd, 0), "OBJ_PIN")


def pinned(path):
    path = ctypes.create_string_buffer(os.fsencode(path))
    return bpf(OBJ_GET, struct.pack("QII", address(path), 0, 0), "OBJ_GET")


@contextlib.contextmanager
def private_bpffs():
    """A bpffs of the test's own, gone at the end with all that is pinned in it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = tempfile.mkdtemp(prefix="mapctl-test-")
    try:
        subprocess.run(["mount", "-t", "bpf", "bpf", folder], check=True)
        yield folder
    finally:
        subprocess.run(["umount", folder], check=False)
        shutil.rmtree(folder, ignore_errors=True)
