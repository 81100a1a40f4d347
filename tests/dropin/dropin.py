#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Runs command lines through `bpftool map` and through mapctl, on twin maps.

    dropin.py [WORD...]        all cases, or those that have all of the words

Each line of *.cases is what stands behind `bpftool map`, with options in front of it:

    update <hash> key 1 0 0 0 value 5 0 0 0 0 0 0 0 exist

<hash> is the map of that name in twins.py: the case is run with `id N`, `name S` and `pinned
PATH` in its place; <id hash>, <name hash>, <pinned hash> are one of them.  $DIR is the twin's
bpffs, $P the prefix of its maps' names, $TMP an ordinary folder, $PROG_ID, $PROG_TAG and
$PROG_NAME a program, which is pinned as $DIR/program.  `batch LINE ; LINE` is a file of lines for
`batch file`.

Compared are, after the text form and after the JSON form of the line: whether the exit is zero
("exit"), what is in the maps and what is pinned, as bpftool tells ("contents"), and the bytes that
`bpftool -j` and `mapctl --format bpftool` print ("output").  Where they are to differ the line
ends with which, and why; a difference that is not there is as wrong as one that is not listed:

    update <hash> key 1 0 0 0 value 256 0 0 0 0 0 0 0   ## exit contents: bpftool cuts 256 to 0
"""

import concurrent.futures
import glob
import os
import re
import shlex
import shutil
import string
import subprocess
import sys
import tempfile
import threading

sys.dont_write_bytecode = True
import compare
import twins

TOP = os.path.join(twins.HERE, "..", "..")
MAPCTL = os.path.join(os.environ.get("top_builddir", TOP), "mapctl")
# What bpftool says where it looks for a name, and somebody else's map goes meanwhile.
LOST = b"can't get map by id"
TRIES = 5
FORMS = ("id", "name", "pinned")
DIGITS = string.digits + string.ascii_lowercase
# Options that ask for a format of their own.
FORMAT = re.compile(r"(^| )(-[a-z]*[jpV]|--json|--pretty|--version)( |$)")
MAP = re.compile(r"<(?:(id|name|pinned) )?(\w+)>")


class Case:
    def __init__(self, where, line, form):
        text, _, listed = line.partition("##")
        aspects, _, self.reason = listed.partition(":")
        self.where, self.form, self.text = where, form, text.strip()
        self.listed = set(aspects.replace("?", "").split())
        self.always = {aspect for aspect in aspects.split() if not aspect.endswith("?")}
        self.names = list(dict.fromkeys(name for _, name in MAP.findall(text)))
        self.command = next((w for w in self.text.split() if not w.startswith("-")), "")

    def __str__(self):
        return f"{self.where}: {MAP.sub(lambda m: f'<{m[1] or self.form} {m[2]}>', self.text)}"

    def words(self, twin, variables):
        def handle(match):
            form, name = match[1] or self.form, match[2]
            return {"id": f"id {twin.number[name]}", "name": f"name {twin.prefix}{name}",
                    "pinned": f"pinned {twin.folder}/{name}"}[form]

        text = MAP.sub(handle, self.text)
        text = string.Template(text).substitute(variables, DIR=twin.folder, P=twin.prefix)
        return text if self.command == "batch" else shlex.split(text)


def read_cases(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            where = f"{os.path.basename(path)}:{number}"
            has_form = any(not form for form, _ in MAP.findall(line))
            for form in FORMS if has_form else ("pinned",):
                yield Case(where, line, form)


def base36(number, width):
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits


class Runner:
    """Two twins of its own, for one thread."""

    serial = iter(range(36 ** 3))
    lock = threading.Lock()

    def __init__(self, folder, blob, program):
        self.folder = tempfile.mkdtemp(dir=folder)
        fd, *facts = program
        self.variables = dict(zip(("PROG_ID", "PROG_TAG", "PROG_NAME"), facts))
        self.twins = []
        for letter in "ab":
            os.mkdir(f"{self.folder}/{letter}")
            subprocess.run(["mount", "-t", "bpf", "bpf", f"{self.folder}/{letter}"], check=True)
            # Not its root, where some kernels have pins of their own.
            os.mkdir(f"{self.folder}/{letter}/pins")
            self.twins.append(twins.Twin(f"{self.folder}/{letter}/pins", blob, fd))

    def argv(self, case, twin, tool, json):
        words = case.words(twin, self.variables)
        if case.command == "batch":
            path = f"{self.folder}/batch"
            with open(path, "w", encoding="utf-8") as lines:
                lines.write(words.removeprefix("batch ").replace(" ; ", "\n") + "\n")
            return [tool, *(["-j"] if json else []), "batch", "file", path]
        if tool == MAPCTL:
            return [tool, *(["--format", "bpftool"] if json else []), *words]
        first = next((i for i, word in enumerate(words) if not word.startswith("-")), len(words))
        return [tool, *(["-j"] if json else []), *words[:first], "map", *words[first:]]

    def once(self, case, json):
        """The aspects that differ; once more where bpftool was lost among others' maps."""
        for _ in range(TRIES):
            differs, results, is_lost = self.run_twins(case, json)
            if not is_lost:
                break
        return differs, results

    def run_twins(self, case, json):
        with self.lock:
            serial = base36(os.getpid(), 3) + base36(next(self.serial), 3)
        results, is_lost = [], False
        for letter, twin, tool in zip("ab", self.twins, ("bpftool", MAPCTL)):
            # bpftool may mount a bpffs over it.
            self.variables["TMP"] = tempfile.mkdtemp(dir=self.folder)
            twin.make(case.names, f"{letter}{serial}_", "$DIR/program" in case.text)
            run = compare.run_until_told if case.command == "event_pipe" else compare.run
            status, printed, errors = run(self.argv(case, twin, tool, json))
            is_lost |= tool == "bpftool" and LOST in printed + errors
            text = compare.neutral(printed.decode(errors="replace"), twin)
            results.append((status, text, compare.left_behind(twin)))
            twin.clear()
        (a_status, a_text, a_left), (b_status, b_text, b_left) = results
        differs = set()
        if (a_status == 0) != (b_status == 0):
            differs.add("exit")
        if a_left != b_left:
            differs.add("contents")
        if json and case.command != "batch" and "exit" not in differs and not \
                compare.same_output(case, (a_status, a_text), (b_status, b_text)):
            differs.add("output")
        return differs, results, is_lost

    def check(self, case):
        """The aspects that differ, and what is wrong with that, as text; or ""."""
        found, results = self.once(case, False)
        if not FORMAT.search(case.text):
            more, results_json = self.once(case, True)
            results = results_json if more - found else results
            found |= more
        if case.always <= found <= case.listed:
            return found, ""
        said = f"{case}\n  differs in: {' '.join(sorted(found)) or 'nothing'}"
        said += f"; listed: {' '.join(sorted(case.listed)) or 'nothing'}\n"
        return found, said + describe(*results)


def describe(theirs, ours):
    (a_status, a_text, a_left), (b_status, b_text, b_left) = theirs, ours
    said = f"  bpftool: {a_status} {a_text[:300]!r}\n  mapctl:  {b_status} {b_text[:300]!r}\n"
    for path in sorted({*a_left, *b_left}):
        if a_left.get(path) != b_left.get(path):
            said += f"  {path} by bpftool: {a_left.get(path)}\n  {path} by mapctl:  {b_left.get(path)}\n"
    return said


def run_all(cases, folder):
    blob, program = twins.types(), twins.load_program(os.getpid())
    runners = threading.local()

    def check(case):
        if not hasattr(runners, "mine"):
            runners.mine = Runner(folder, blob, program)
        return runners.mine.check(case)

    # Maps of programs by themselves: see twins.await_end().
    alone = [case for case in cases if "progs" in case.names]
    others = [case for case in cases if "progs" not in case.names]
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        results = list(pool.map(check, alone))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return results + list(pool.map(check, others))


def main():
    if os.geteuid() != 0:
        print("SKIP: the twins need root")
        return 77
    if "MAPCTL_DROPIN" not in os.environ:
        with tempfile.TemporaryDirectory(prefix="mapctl-dropin-") as folder:
            return subprocess.run(["unshare", "--mount", "--propagation", "private",
                                   sys.executable, *sys.argv], check=False,
                                  env=dict(os.environ, MAPCTL_DROPIN=folder)).returncode
    cases = [case for path in sorted(glob.glob(f"{twins.HERE}/*.cases"))
             for case in read_cases(path) if all(word in str(case) for word in sys.argv[1:])]
    for tool in ("bpftool", MAPCTL):
        if not shutil.which(tool):
            sys.exit(f"there is no {tool}")
    if not cases:
        sys.exit("there is no such case")
    results = run_all(cases, os.environ["MAPCTL_DROPIN"])
    wrong = [said for _, said in results if said]
    alike = sum(not found for found, _ in results)
    print("\n".join(wrong), end="\n" if wrong else "")
    print(f"{len(cases)} command lines: {alike} alike, {len(cases) - alike} that differ; "
          f"{len(wrong)} of all not as listed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
