# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Random BTF types, laid out as a C compiler would (or packed), and random values for them."""

import math
import struct
import sys

from pybpf import btf

DEPTH_MAX = 4
SIZE_MAX = 2048


def align(n, to):
    return (n + to - 1) // to * to


def alignment(t):
    t = btf.bare(t)
    if isinstance(t, btf.Array):
        return alignment(t.of)
    if isinstance(t, btf.Struct):
        return max((alignment(m.type) for m in t.members), default=1)
    return min(t.size, 8) or 1


class Types:
    """One seed, one sequence of types."""

    def __init__(self, random):
        self.random = random
        self.n = 0

    def name(self, prefix):
        self.n += 1
        return f"{prefix}{self.n}"

    def integer(self, sizes=(1, 2, 4, 4, 8, 8, 16)):
        size = self.random.choice(sizes)
        encoding = self.random.choice((0, btf.SIGNED))
        if size == 1:
            encoding = self.random.choice((0, btf.SIGNED, btf.BOOL, btf.CHAR))
        named = {btf.BOOL: "bool", btf.CHAR: "char"}.get(encoding) if size == 1 else None
        return btf.Int(named or self.name("int"), size, encoding)

    def enum(self, sizes=(1, 2, 4, 4, 8)):
        size, signed = self.random.choice(sizes), self.random.random() < 0.5
        low, high = (-(1 << size * 8 - 1), 1 << size * 8 - 1) if signed else (0, 1 << size * 8)
        pick = (lambda: self.random.randrange(max(low, -3), 20),
                lambda: self.random.randrange(low, high), lambda: high - 1, lambda: low)
        values = [(self.name("E"), self.random.choice(pick)())
                  for _ in range(self.random.randrange(1, 7))]
        return btf.Enum(self.name("e"), size, signed, values, is_64=size == 8)

    def array(self, depth):
        if self.random.random() < 0.4:
            char = btf.Int("char", 1, self.random.choice((btf.SIGNED, 0, btf.CHAR)))
            n = self.random.randrange(1, 33)
            return btf.Array("", n, self.wrapped(char), n)
        of = self.any(depth + 1)
        n = self.random.choice((1, 2, 3, 5, 8))
        return btf.Array("", of.size * n, of, n) if of.size else of

    def wrapped(self, t):
        """t behind a chain of typedefs and qualifiers, now and then."""
        while self.random.random() < 0.3:
            kind = self.random.choice((btf.TYPEDEF, btf.TYPEDEF, btf.CONST, btf.VOLATILE))
            t = btf.Modifier(self.name("t") if kind == btf.TYPEDEF else "", t.size, kind, t)
        return t

    def any(self, depth=0):
        makers = [self.integer] * 4 + [self.enum] * 2 + [self.real, self.pointer]
        if depth < DEPTH_MAX:
            makers += [lambda: self.struct(depth)] * 4 + [lambda: self.array(depth)] * 3
            makers += [lambda: self.union(depth)]
        return self.wrapped(self.random.choice(makers)())

    def real(self):
        size = self.random.choice((4, 8))
        return btf.Float({4: "float", 8: "double"}[size], size)

    def pointer(self):
        return btf.Ptr("", 8, self.integer((4,)))

    def union(self, depth):
        members = []
        for _ in range(self.random.randrange(1, 4)):
            t = self.any(depth + 1)
            # A bool or a char over foreign bytes has no right answer.
            if not any(isinstance(leaf, btf.Int) and leaf.encoding & btf.BOOL
                       for leaf in leaves(t)):
                members.append(btf.Member(self.name("u"), t, 0))
        if not members:
            return self.integer((4,))
        size = align(max(m.type.size for m in members), max(alignment(m.type) for m in members))
        return btf.Struct(self.name("union"), size, members, is_union=True)

    def struct(self, depth):
        packed = self.random.random() < 0.15
        members, at = [], 0
        for _ in range(self.random.randrange(0 if depth else 1, 7)):
            if self.random.random() < 0.25:
                at = self.bitfields(members, at)
                continue
            t = self.any(depth + 1)
            anonymous = isinstance(t, btf.Struct) and self.random.random() < 0.5
            if anonymous:
                t.name = ""
            # The kernel takes no float that is not aligned.
            if not packed or isinstance(btf.bare(t), btf.Float):
                at = align(at, alignment(t))
            members.append(btf.Member("" if anonymous else self.name("m"), t, at * 8))
            at += t.size
        if not members and not depth:
            return self.integer()
        if any(m.bits for m in members):
            # Beside bitfields the kernel takes every enum for one of four bytes.
            at = max([at] + [m.bit_offset // 8 + 4 for m in members
                             if isinstance(btf.bare(m.type), btf.Enum) and not m.bits])
        size = at if packed else align(at, max([alignment(m.type) for m in members] or [1]))
        return btf.Struct(self.name("s"), size, members)

    def bitfields(self, members, at):
        """One storage unit, filled from the low bit; returns the byte behind it."""
        unit = self.random.choice((1, 2, 4, 8))
        at = align(at, unit)
        bit = 0
        while bit < unit * 8 and self.random.random() < 0.8:
            t = self.random.choice((lambda: self.integer((unit,)), lambda: self.enum((unit,))))()
            bits = self.random.randrange(1, unit * 8 - bit + 1)
            if isinstance(t, btf.Int) and t.encoding & (btf.BOOL | btf.CHAR):
                t = btf.Int("bool", 1, btf.BOOL)
                bits = 1
            if isinstance(t, btf.Enum):
                bits = min(bits, 32)  # as wide as the kernel takes them
                t.values = [(name, value >> t.size * 8 - bits) for name, value in t.values]
            members.append(btf.Member(self.name("b"), t, at * 8 + bit, bits))
            bit += bits
        return at + unit

    def root(self):
        while True:
            t = self.any()
            if 0 < t.size <= SIZE_MAX:
                return t


def leaves(t):
    t = btf.bare(t)
    if isinstance(t, btf.Struct):
        for m in t.members:
            yield from leaves(m.type)
    elif isinstance(t, btf.Array):
        yield from leaves(t.of)
    else:
        yield t


class Values:
    """Random bytes that make sense for a type."""

    def __init__(self, random):
        self.random = random

    def of(self, t):
        mode = self.random.random()
        fill = b"\0" if mode < 0.04 else b"\xff" if mode < 0.08 else None
        data = bytearray(fill * t.size if fill else self.random.randbytes(t.size))
        self.fill(t, data, 0, fill is None)
        return bytes(data)

    def fill(self, t, data, at, freely):
        t = btf.bare(t)
        if isinstance(t, btf.Struct):
            for m in t.members:
                if not m.bits:
                    self.fill(m.type, data, at + m.bit_offset // 8, freely)
        elif isinstance(t, btf.Array):
            self.fill_array(t, data, at, freely)
        elif isinstance(t, btf.Int) and t.encoding & btf.BOOL:
            data[at] &= 1
        elif freely:
            data[at:at + t.size] = self.scalar(t, bytes(data[at:at + t.size]))

    def fill_array(self, t, data, at, freely):
        if is_text(t) and freely and self.random.random() < 0.7:
            text = bytes(self.random.randrange(32, 127) for _ in range(self.random.randrange(t.n)))
            data[at:at + t.n] = text.ljust(t.n, b"\0")
            return
        for i in range(t.n):
            self.fill(t.of, data, at + i * t.of.size, freely)

    def scalar(self, t, noise):
        if isinstance(t, btf.Enum) and self.random.random() < 0.7:
            value = self.random.choice(t.values)[1]
            return (value % (1 << t.size * 8)).to_bytes(t.size, sys.byteorder)
        if isinstance(t, btf.Float):
            value = self.random.choice((0.0, -0.0, 1.5, 0.1, 1e300, 5e-324, math.inf, -math.inf,
                                        math.nan, self.random.uniform(-1e6, 1e6)))
            if self.random.random() < 0.5:
                return noise
            return struct.pack("d", value) if t.size == 8 else struct.pack(
                "f", value if abs(value) < 1e30 or math.isinf(value) else 0.5)
        if isinstance(t, btf.Int) and t.size > 1 and self.random.random() < 0.4:
            return self.random.randrange(200).to_bytes(t.size, sys.byteorder)
        return noise


def is_text(t):
    """A char array: text by the name or by the encoding of its elements."""
    of = btf.bare(t.of)
    return isinstance(of, btf.Int) and of.size == 1 and (of.name == "char"
                                                        or of.encoding & btf.CHAR)
