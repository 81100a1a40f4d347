#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Runs every example of the manuals and of the README, and compares what comes out.

An example is a literal block (`.Bd -literal` in man/*.[58], ```console in README.md) whose first
line is a command: "# command", or "$ command" of somebody who need not be root, with "> " before
lines that go on.  Below it stands what it prints, errors too.  In what is expected

    ...              alone on a line stands for any lines, or none;
    more ... text    for anything within the line; in all that this command prints, blanks may
                     then be more or fewer.

A block "```console sample" shows a real run of what is never the same twice: there numbers stand
for any numbers, words of small letters for any words, and for one or more of them.

The examples of a page are typed into one bash, with /sys/fs/bpf empty but for fixture.py's maps
in /sys/fs/bpf/edge: a mount of the page's own, that nobody else sees.  Where they count "dev eth…"
the network is the page's own, too: network.sh.  Names of maps cannot be
had for oneself alone, so others' are waited for, and a page has several tries.
"""

import difflib
import fcntl
import glob
import os
import re
import subprocess
import sys
import time

sys.dont_write_bytecode = True
import fixture

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
BUILD = os.environ.get("top_builddir", TOP)
MARK = "\x1e"
TRIES, WAIT = 8, 60
DIFF_LINES = 30
MADE = """exec_counts exec_lost exec_events execlog_lost hostile my_map limits peers load nets6 jumps ports cpus groups
          socks labels quotas marks budget recent commands connections
          rate_limit rate_limit_conf rate_limit_stat rate_limit_lock
          syscall_counts syscall_lost syscall_config syscall_comms""".split()
TAKEN = {name[:15] for name in fixture.NAMES} | set(MADE)
PREPARE = f"""
mount -t bpf bpf /sys/fs/bpf || exit
[ -d /sys/kernel/tracing/events ] || mount -t tracefs tracefs /sys/kernel/tracing || exit
[ -f /sys/fs/cgroup/cgroup.procs ] || mount -t cgroup2 cgroup2 /sys/fs/cgroup || exit
'{sys.executable}' '{HERE}/fixture.py' /sys/fs/bpf/edge || exit
[ "$0" != network ] || . '{HERE}/network.sh' || exit
cd / && exec bash --norc -c "$1"
"""


def plain(line):
    """A line of mdoc(7) as it is printed."""
    line = line.removeprefix("\\&")
    for escape, character in ((r"\e", "\\"), (r"\-", "-"), (r"\(aq", "'"), (r"\(dq", '"'),
                              (r"\&", "")):
        line = line.replace(escape, character)
    return line


def literal_blocks(path):
    """(line number, lines, whether it is a sample) of each literal block."""
    readme = path.endswith(".md")
    begin, end = (r"```console( sample)?$", r"```$") if readme else (r"\.Bd -literal()", r"\.Ed$")
    block = None
    with open(path, encoding="utf-8") as page:
        for number, line in enumerate(page, 1):
            line = line.rstrip("\n")
            if block is None:
                found = re.match(begin, line)
                if found:
                    block, first, is_sample = [], number + 1, bool(found[1])
            elif re.match(end, line):
                yield first, block, is_sample
                block = None
            else:
                block.append(line if readme else plain(line))


def examples(path):
    """[line number, command, expected lines, whether they are a sample] of each command."""
    found = []
    for first, block, is_sample in literal_blocks(path):
        if not block or not re.match(r"[#$] ", block[0]):
            continue
        for number, line in enumerate(block, first):
            if re.match(r"[#$] ", line):
                found.append([number, line[2:], [], is_sample])
            elif line.startswith("> ") and not found[-1][2]:
                found[-1][1] += "\n" + line[2:]
            else:
                found[-1][2].append(line)
    return found


def squeezed(text):
    return " ".join(text.split())


def line_fits(wanted, line):
    """Whether a printed line is as expected."""
    first, *others = (squeezed(piece) for piece in wanted.split("..."))
    if not others:
        return wanted == line
    if not line.startswith(first):
        return False
    at = len(first)
    for piece in others[:-1]:
        at = line.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return line.endswith(others[-1], at)


def lines_fit(wanted, lines):
    """The same of all lines: on a mismatch the "..." before it takes one line more."""
    w = at = 0
    dots = None
    while at < len(lines):
        if w < len(wanted) and wanted[w].strip() == "...":
            dots, w = (w, at), w + 1
        elif w < len(wanted) and line_fits(wanted[w], lines[at]):
            w, at = w + 1, at + 1
        elif dots:
            dots = dots[0], dots[1] + 1
            w, at = dots[0] + 1, dots[1]
        else:
            return False
    return all(line.strip() == "..." for line in wanted[w:])


def shape(line):
    """What a line of a sample has in common with that of any other run."""
    words = [re.sub(r"\d+(\.\d+)*", "0", word) for word in line.split()]
    words = ["word" if re.match(r"[^A-Z0]", word) else word for word in words]
    return " ".join(word for i, word in enumerate(words) if i == 0 or word != words[i - 1])


def is_as_expected(wanted, is_sample, actual):
    lines = actual.splitlines()
    if is_sample:
        wanted, lines = map(shape, wanted), map(shape, lines)
    elif any("..." in line and line.strip() != "..." for line in wanted):
        wanted, lines = map(squeezed, wanted), map(squeezed, lines)
    return actual[-1:] in ("", "\n") and lines_fit(list(wanted), list(lines))


def run(commands):
    """What each command printed."""
    script = "exec 2>&1\n"
    for command in commands:
        script += f"{command}\nstatus=$?; printf '{MARK}'; (exit $status)\n"
    env = {"PATH": f"{os.path.abspath(BUILD)}:{os.environ['PATH']}:/usr/sbin:/sbin",
           "LC_ALL": "C.UTF-8", "TERM": "dumb", "HOME": "/"}
    net, name = (["--net"], "network") if re.search(r"\bdev eth", script) else ([], "examples")
    unshare = ["unshare", "--mount", "--propagation", "private", *net]
    shell = subprocess.run(["timeout", "60", *unshare, "bash", "-c", PREPARE, name, script],
                           stdin=subprocess.DEVNULL, env=env,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    printed = shell.stdout.decode(errors="backslashreplace").split(MARK)
    return printed + ["(nothing: the shell has ended)\n"] * (len(commands) - len(printed))


def difference(path, example, actual):
    number, command, expected, _ = example
    end = "" if actual[-1:] in ("", "\n") else " (there is no newline at the end)"
    diff = list(difflib.unified_diff(expected, actual.splitlines(), "expected", "printed" + end,
                                     lineterm=""))
    diff[DIFF_LINES:] = ["..."] * (len(diff) > DIFF_LINES)
    return f"{os.path.relpath(path, TOP)}:{number}: {command}\n" + "\n".join(diff) + "\n"


def check(path):
    """The differences of one page, as text."""
    wanted = examples(path)
    printed = run([command for _, command, _, _ in wanted]) if wanted else []
    return "\n".join(difference(path, example, actual) for example, actual in zip(wanted, printed)
                     if not is_as_expected(example[2], example[3], actual))


def names_in_use():
    listed = subprocess.run([f"{BUILD}/mapctl", "list", "--noheadings", "-o", "NAME"],
                            stdout=subprocess.PIPE, check=False).stdout.decode(errors="replace")
    return {name.strip()[:15] for name in listed.splitlines()} & TAKEN


def await_names():
    """False when somebody else's maps keep the names that the examples use."""
    for _ in range(2 * WAIT):
        if not names_in_use():
            return True
        time.sleep(0.5)
    print("SKIP: there are maps of these names already:", *sorted(names_in_use()))
    return False


def check_patiently(path):
    """An exit status."""
    for _ in range(TRIES):
        if not await_names():
            return 77
        differences = check(path)
        if not differences:
            return 0
    print(differences)
    return 1


def main():
    pages = sys.argv[1:] or sorted(glob.glob(f"{TOP}/man/*.[58]")) + glob.glob(f"{TOP}/README.md")
    if os.geteuid() != 0:
        print("SKIP: the examples need root")
        return 77
    if not os.path.isdir("/sys/fs/bpf"):
        print("SKIP: there is no /sys/fs/bpf")
        return 77
    # One run at a time on this machine: the maps of another would have the same names.
    lock = os.open("/sys/fs/bpf", os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    status = 0
    for path in pages:
        result = check_patiently(path)
        if result == 77:
            return status or 77
        status |= result
    return status


if __name__ == "__main__":
    sys.exit(main())
