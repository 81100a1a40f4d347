# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""A BTF type as C, for whoever reads about a mismatch."""

from pybpf import btf


def declare(t, name="", depth=0):
    tabs = "\t" * depth
    if isinstance(t, btf.Modifier):
        word = {btf.TYPEDEF: f"/* typedef {t.name} */ ", btf.CONST: "const ",
                btf.VOLATILE: "volatile "}[t.kind]
        return tabs + word + declare(t.to, name, depth).lstrip("\t")
    if isinstance(t, btf.Array):
        return declare(t.of, f"{name}[{t.n}]", depth)
    if isinstance(t, btf.Struct):
        members = "".join(declare(m.type, m.name, depth + 1) + (f" : {m.bits}" if m.bits else "")
                          + f"; /* at bit {m.bit_offset} */\n" for m in t.members)
        word = "union" if t.is_union else "struct"
        return f"{tabs}{word} {t.name} {{ /* {t.size} bytes */\n{members}{tabs}}} {name}"
    if isinstance(t, btf.Enum):
        values = ", ".join(f"{n} = {v}" for n, v in t.values)
        sign = "signed" if t.signed else "unsigned"
        return f"{tabs}enum {t.name} /* {sign}, {t.size} bytes */ {{ {values} }} {name}"
    if isinstance(t, btf.Ptr):
        return f"{tabs}void *{name}"
    sign = {btf.SIGNED: "signed", btf.CHAR: "CHAR", btf.BOOL: "BOOL"}.get(
        getattr(t, "encoding", 0), "")
    return f"{tabs}{t.name} {name} /* {t.size} bytes {sign} */"
