# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""BTF types as Python objects, and the bytes the kernel takes them in."""

import struct
from dataclasses import dataclass, field

(INT, PTR, ARRAY, STRUCT, UNION, ENUM, FWD, TYPEDEF, VOLATILE, CONST, RESTRICT) = range(1, 12)
VAR, DATASEC, FLOAT, TYPE_TAG, ENUM64 = 14, 15, 16, 18, 19
SIGNED, CHAR, BOOL = 1, 2, 4


@dataclass(eq=False)
class Type:
    name: str = ""
    size: int = 0


@dataclass(eq=False)
class Int(Type):
    encoding: int = 0


@dataclass(eq=False)
class Float(Type):
    pass


@dataclass(eq=False)
class Ptr(Type):
    to: Type = None


@dataclass(eq=False)
class Enum(Type):
    signed: bool = False
    values: list = field(default_factory=list)  # (name, value)
    is_64: bool = False


@dataclass(eq=False)
class Array(Type):
    of: Type = None
    n: int = 0


@dataclass(eq=False)
class Member:
    name: str
    type: Type
    bit_offset: int
    bits: int = 0  # 0: not a bitfield


@dataclass(eq=False)
class Struct(Type):
    members: list = field(default_factory=list)
    is_union: bool = False


@dataclass(eq=False)
class Modifier(Type):
    kind: int = TYPEDEF
    to: Type = None


@dataclass(eq=False)
class Section(Type):
    variables: list = field(default_factory=list)  # (name, type, offset, size)


def bare(t):
    """The type behind typedefs and qualifiers."""
    while isinstance(t, Modifier):
        t = t.to
    return t


def has_bitfields(t):
    return any(m.bits for m in t.members)


class Writer:
    """Gives every type its id, the types it is made of first."""

    def __init__(self):
        self.records, self.strings, self.offsets, self.ids = [], bytearray(b"\0"), {}, {}
        self.index = Int("__ARRAY_SIZE_TYPE__", 4)

    def string(self, text):
        raw = text if isinstance(text, bytes) else text.encode()
        if not raw:
            return 0
        if raw not in self.offsets:
            self.offsets[raw] = len(self.strings)
            self.strings += raw + b"\0"
        return self.offsets[raw]

    def record(self, name, kind, size_or_type, vlen=0, kflag=False, tail=b""):
        info = kind << 24 | vlen | kflag << 31
        head = struct.pack("III", self.string(name), info, size_or_type)
        self.records.append(head + tail)
        return len(self.records)

    def add(self, t):
        if t is None:
            return 0
        if t not in self.ids:
            self.ids[t] = self.place(t)
        return self.ids[t]

    def place(self, t):
        if isinstance(t, Int):
            return self.record(t.name, INT, t.size, tail=struct.pack("I", t.encoding << 24
                                                                     | t.size * 8))
        if isinstance(t, Float):
            return self.record(t.name, FLOAT, t.size)
        if isinstance(t, Ptr):
            return self.record("", PTR, self.add(t.to))
        if isinstance(t, Modifier):
            return self.record(t.name, t.kind, self.add(t.to))
        if isinstance(t, Array):
            tail = struct.pack("III", self.add(t.of), self.add(self.index), t.n)
            return self.record("", ARRAY, 0, tail=tail)
        if isinstance(t, Enum):
            return self.place_enum(t)
        if isinstance(t, Section):
            return self.place_section(t)
        return self.place_struct(t)

    def place_section(self, t):
        tail = b""
        for name, kind, offset, size in t.variables:
            var = self.record(name, VAR, self.add(kind), tail=struct.pack("I", 1))
            tail += struct.pack("III", var, offset, size)
        return self.record(t.name, DATASEC, t.size, len(t.variables), tail=tail)

    def place_enum(self, t):
        mask = (1 << 64) - 1
        tail = b""
        for name, value in t.values:
            if t.is_64:
                tail += struct.pack("III", self.string(name), value & 0xffffffff,
                                    (value & mask) >> 32)
            else:
                tail += struct.pack("II", self.string(name), value & 0xffffffff)
        kind = ENUM64 if t.is_64 else ENUM
        return self.record(t.name, kind, t.size, len(t.values), t.signed, tail)

    def place_struct(self, t):
        kflag = has_bitfields(t)
        tail = b"".join(struct.pack("III", self.string(m.name), self.add(m.type),
                                    m.bits << 24 | m.bit_offset if kflag else m.bit_offset)
                        for m in t.members)
        return self.record(t.name, UNION if t.is_union else STRUCT, t.size, len(t.members), kflag,
                           tail)

    def blob(self):
        types = b"".join(self.records)
        return blob(types, bytes(self.strings))


def blob(types, strings):
    header = struct.pack("HBBIIIII", 0xEB9F, 1, 0, 24, 0, len(types), len(types), len(strings))
    return header + types + strings
