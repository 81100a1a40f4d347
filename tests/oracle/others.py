# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""What the kernel's own printer and bpftool say of the same bytes, made comparable.

Each comparison walks the type beside mapctl's JSON and takes the other tool's words one by one.
What another tool is known to get wrong is left out, always with the reason beside it.
"""

import re
from functools import lru_cache

from pybpf import btf
from decode import signed, unescaped
from random_types import is_text, leaves

TOKEN = re.compile(rb"'(.)'|0x[0-9a-f]+|-?\d+|[A-Za-z_]\w*", re.DOTALL)


class Differs(Exception):
    pass


def check(same, where, mine, theirs):
    if not same:
        raise Differs(f"{where}: {mine!r}, and the other says {theirs!r}")


def byte_array(t):
    of = btf.bare(t.of)
    return isinstance(of, btf.Int) and of.size == 1


def kernel_can(t):
    """The kernel has no printer for floats, hashes pointers, repeats the first row of nested
    arrays, and forgets where it is behind an array inside an array of structs."""
    t = btf.bare(t)
    if isinstance(t, btf.Struct):
        return all(kernel_can(m.type) for m in t.members)
    if isinstance(t, btf.Array):
        return kernel_can(t.of) and not has_array(t.of)
    return not isinstance(t, (btf.Float, btf.Ptr))


def has_array(t):
    t = btf.bare(t)
    if isinstance(t, btf.Struct):
        return any(has_array(m.type) for m in t.members)
    return isinstance(t, btf.Array)


def bpftool_can(t):
    """bpftool 7.1 has no floats, and drops the rest of the struct behind one."""
    return not any(isinstance(leaf, btf.Float) for leaf in leaves(t))


def as_number(t, bits, mine):
    """mapctl's scalar as the unsigned number that its bits are."""
    if isinstance(t, btf.Enum) and isinstance(mine, str):
        mine = dict(reversed(t.values))[mine]
    elif isinstance(mine, str):
        mine = int.from_bytes(unescaped(mine), "little")
    return int(mine) & (1 << bits) - 1


class Walk:
    """Visits the scalars and the byte arrays of a value in the order of its members."""

    def visit(self, t, mine, theirs, where="value"):
        t = btf.bare(t)
        if isinstance(t, btf.Struct):
            self.members(t, mine, theirs, where)
        elif isinstance(t, btf.Array) and (is_text(t) or byte_array(t)):
            self.bytes(t, mine, theirs, where)
        elif isinstance(t, btf.Array):
            for i in range(t.n):
                self.visit(t.of, mine[i], self.element(theirs, i), f"{where}[{i}]")
        else:
            self.scalar(t, 0, mine, theirs, where)

    def members(self, t, mine, theirs, where):
        for i, m in enumerate(t.members):
            inner = btf.bare(m.type)
            flat = not m.name and isinstance(inner, btf.Struct)
            value = mine if flat else mine[m.name]
            beside, place = self.member(theirs, i, m.name), f"{where}.{m.name}"
            if m.bits:
                self.scalar(inner, m.bits, value, beside, place)
            else:
                self.visit(m.type, value, beside, place)


class Kernel(Walk):
    """theirs is an iterator over the words of `cat`; braces and names are not among them."""

    def member(self, theirs, _i, _name):
        return theirs

    def element(self, theirs, _i):
        return theirs

    def bytes(self, t, mine, theirs, where):
        """Printable bytes stand as letters, others as numbers, up to the first zero."""
        if isinstance(mine, str):
            raw = unescaped(mine)
        else:
            raw = bytes(int(x) & 255 if not isinstance(x, str) else as_number(t.of, 8, x)
                        for x in mine)
        for byte in raw.split(b"\0")[0]:
            word = next(theirs, None)
            said = word if isinstance(word, int) else int(word) & 255
            check(said == byte, where, mine, word)

    def scalar(self, t, bits, mine, theirs, where):
        word = next(theirs, None)
        if word is None:
            raise Differs(f"{where}: the kernel has no word for it")
        if isinstance(t, btf.Enum) and not re.match(rb"-?\d", word):
            check(word.decode() == mine, where, mine, word)
            return
        theirs_number = int(word, 0) & (1 << (bits or t.size * 8)) - 1
        check(as_number(t, bits or t.size * 8, mine) == theirs_number, where, mine, word)


def kernel_words(line):
    for found in TOKEN.finditer(line):
        yield ord(found[1]) if found[1] is not None else found[0]


class Bpftool(Walk):
    """theirs is the JSON, objects as lists of pairs: bpftool's may have a name twice."""

    def member(self, theirs, i, name):
        check(theirs[i][0] == name, "a member", name, theirs[i][0])
        return theirs[i][1]

    def element(self, theirs, i):
        return theirs[i]

    def bytes(self, t, mine, theirs, where):
        if isinstance(theirs, str):
            # It writes a backslash as a newline's escape, and cannot write what is no ASCII.
            raw = unescaped(mine).split(b"\0")[0]
            if b"\\" not in raw:
                check(raw == theirs.encode(), where, mine, theirs)
        elif isinstance(mine, str):
            raw = unescaped(mine).ljust(t.n, b"\0")
            said = bytes(ord(x) if isinstance(x, str) else x & 255 for x in theirs)
            check(raw == said, where, mine, theirs)
        else:
            for i, value in enumerate(mine):
                self.scalar(btf.bare(t.of), 0, value, theirs[i], f"{where}[{i}]")

    def scalar(self, t, bits, mine, theirs, where):
        width = bits or t.size * 8
        if isinstance(theirs, str) and theirs.startswith("0x"):
            theirs = int(theirs, 16)  # bitfields, signed ones not extended, and 128 bits
        elif isinstance(theirs, str) and isinstance(t, btf.Enum):
            check(theirs == mine, where, mine, theirs)
            return
        elif isinstance(theirs, str):
            theirs = ord(theirs)
        # Enums it always takes for signed, and names of unsigned ones it then misses.
        check(as_number(t, width, mine) == int(theirs) & (1 << width) - 1, where, mine, theirs)
