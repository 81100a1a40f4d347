# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""What mapctl's JSON has to be, worked out from the bytes by Python's own decoders."""

import math
import re
import struct
import sys

from pybpf import btf
from random_types import is_text


def integer(raw, signed):
    return int.from_bytes(raw, sys.byteorder, signed=signed)


def bits_of(data, at, bit_offset, bits, signed):
    """A bitfield; bits are counted from the end that the machine's bytes start with."""
    first = at * 8 + bit_offset
    size = (first % 8 + bits + 7) // 8
    whole = int.from_bytes(data[first // 8:first // 8 + size], sys.byteorder)
    shift = first % 8 if sys.byteorder == "little" else size * 8 - first % 8 - bits
    value = whole >> shift & (1 << bits) - 1
    return value - (1 << bits) if signed and value >> bits - 1 else value


def signed(t):
    return t.signed if isinstance(t, btf.Enum) else bool(t.encoding & btf.SIGNED)


def name_or_number(t, value):
    return next((name for name, known in t.values if known == value), value)


class Float32(float):
    """Its few digits say another double than the one that its 32 bits are."""


def real(t, raw):
    value = struct.unpack("d" if t.size == 8 else "f", raw)[0]
    if not math.isfinite(value):
        return None
    return value if t.size == 8 else Float32(value)


def scalar(t, value):
    if isinstance(t, btf.Enum):
        return name_or_number(t, value)
    if isinstance(t, btf.Int) and t.encoding & btf.BOOL:
        return bool(value)
    return value


def decode(t, data, at=0):
    t = btf.bare(t)
    if isinstance(t, btf.Struct):
        return dict(pairs(t, data, at))
    if isinstance(t, btf.Array):
        if is_text(t):
            return data[at:at + t.n].rstrip(b"\0")
        return [decode(t.of, data, at + i * t.of.size) for i in range(t.n)]
    raw = data[at:at + t.size]
    if isinstance(t, btf.Float):
        return real(t, raw)
    if isinstance(t, btf.Ptr):
        return integer(raw, False)
    if isinstance(t, btf.Int) and t.encoding & btf.CHAR:
        return raw.rstrip(b"\0")
    return scalar(t, integer(raw, signed(t)))


def pairs(t, data, at):
    """The members; those of an anonymous struct stand in the object around it."""
    for m in t.members:
        inner = btf.bare(m.type)
        if m.bits:
            yield m.name, scalar(inner, bits_of(data, at, m.bit_offset, m.bits, signed(inner)))
        elif not m.name and isinstance(inner, btf.Struct):
            yield from pairs(inner, data, at + m.bit_offset // 8)
        else:
            yield m.name, decode(m.type, data, at + m.bit_offset // 8)


def unescaped(text):
    """The bytes behind a string of mapctl's JSON: \\xNN is a byte, a doubled backslash one."""
    return b"".join(bytes([int(part[2:], 16)]) if re.fullmatch(r"\\x[0-9a-f]{2}", part)
                    else part.encode().replace(b"\\\\", b"\\")
                    for part in re.split(r"(\\x[0-9a-f]{2}|\\\\)", text))


def differs(want, got, where="value"):
    """The first place where got is not what it has to be, in words; or None."""
    if isinstance(want, dict) and isinstance(got, dict):
        if list(want) != list(got):
            return f"{where}: members {list(got)}, not {list(want)}"
        found = (differs(want[name], got[name], f"{where}.{name}") for name in want)
        return next(filter(None, found), None)
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        found = (differs(w, g, f"{where}[{i}]") for i, (w, g) in enumerate(zip(want, got)))
        return next(filter(None, found), None)
    same = type(want) is type(got) and want == got
    if isinstance(want, bytes) and isinstance(got, str):
        same = unescaped(got) == want
    if isinstance(want, float) and isinstance(got, float):
        size = "f" if isinstance(want, Float32) else "d"
        same = struct.pack(size, want) == struct.pack(size, got)
    return None if same else f"{where}: {got!r}, not {want!r}"
