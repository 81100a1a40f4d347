# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Sends UDP datagrams from several addresses of another network namespace, counts those that
arrive, and compares with what a token bucket an address allows at the times they were sent.

  flood.py NETNS TO [FROM...] [--port N] [--pace N] [--count N]
           [--rate N --burst N [--empty]] [--at S:RATE:BURST:COMMAND]...

Prints a line an address: how many have arrived of how many, where no rate is given, else
whether that is what the bucket allows.  --at runs a command meanwhile, and says which limit
it makes.  The totals go to flood.json.
"""
import argparse
import ctypes
import json
import os
import shlex
import socket
import subprocess
import time

SECOND = 10**9
MINUTE = 60 * SECOND
NEWNET = 0x40000000


class Bucket:
    """In billionths of a token, and integers of Python's: nothing is rounded."""

    def __init__(self, rate, burst, is_empty):
        self.limit(rate, burst)
        self.level = 0 if is_empty else self.full
        self.at = None
        self.allowed = 0

    def limit(self, rate, burst):
        self.rate, self.full = rate, burst * SECOND

    def packet(self, now):
        gained = (now - self.at) * self.rate if self.at else 0
        self.at = now
        self.level = min(self.full, self.level + gained)
        if self.level >= SECOND:
            self.level -= SECOND
            self.allowed += 1


class Source:
    def __init__(self, address, to, port, bucket):
        self.bucket = bucket
        self.arrived = 0
        self.times = []
        self.socket = socket.socket(family(to), socket.SOCK_DGRAM)
        self.socket.bind((address, 0))
        self.socket.connect((to, port))

    def send(self):
        now = time.monotonic_ns()
        if self.bucket:
            self.bucket.packet(now)
        self.socket.send(b"drop me")
        self.times.append(now)


def family(address):
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def enter(netns):
    with open(netns, encoding="ascii") as file:
        if ctypes.CDLL(None, use_errno=True).setns(file.fileno(), NEWNET):
            raise OSError(ctypes.get_errno(), netns)


def receive(receiver, sources):
    while True:
        try:
            address = receiver.recvfrom(64)[1][0]
        except BlockingIOError:
            return
        sources[address].arrived += 1


def received():
    """How many packets rx0 has handed on or dropped, as /proc/net/dev of this namespace has it."""
    with open("/proc/thread-self/net/dev", encoding="ascii") as table:
        return next(int(line.split(":")[1].split()[1]) for line in table if "rx0:" in line)


def change(commands, sources, start):
    """Runs the first command when its time has come: no packet is sent meanwhile."""
    if not commands or time.monotonic_ns() - start < float(commands[0][0]) * SECOND:
        return
    _, rate, burst, command = commands.pop(0)
    subprocess.run(shlex.split(command), check=True)
    for source in sources.values():
        source.bucket.limit(int(rate), int(burst))


def flood(args, receiver, sources):
    commands = [at.split(":", 3) for at in args.at]
    start = time.monotonic_ns()
    before = received()
    n = 0
    while n < args.count:
        change(commands, sources, start)
        for source in sources.values():
            source.send()
        n += 1
        receive(receiver, sources)
        time.sleep(max(0, (start + n * SECOND // args.pace - time.monotonic_ns()) / SECOND))
    # What is still under way; others may be sending, too.
    while received() - before < n * len(sources) and time.monotonic_ns() - start < MINUTE:
        time.sleep(0.01)
    time.sleep(0.2)
    receive(receiver, sources)
    assert not commands, "it ended before " + str(commands)


def judge(source, args):
    sent, bucket = len(source.times), source.bucket
    if not bucket:
        return f"{source.arrived} of {sent}"
    off = abs(source.arrived - bucket.allowed)
    if off > max(2, bucket.allowed // 50):
        return f"{source.arrived} of {sent}, and the bucket allows {bucket.allowed}"
    # Where it never was full again this is all that the bucket amounts to.
    times = source.times
    gaps = max(after - before for before, after in zip(times, times[1:]))
    first = 0 if args.empty else args.burst
    simple = first + args.rate * (times[-1] - times[0]) / SECOND
    if not args.at and gaps * args.rate < args.burst * SECOND / 2 and simple < sent / 2:
        if abs(source.arrived - simple) > max(2, simple / 50):
            return f"{source.arrived} of {sent}, and {simple} are burst and rate"
    return "as the bucket allows"


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("netns")
    parser.add_argument("to")
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--port", type=int, default=9999)
    parser.add_argument("--pace", type=int, default=1000)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--rate", type=int)
    parser.add_argument("--burst", type=int)
    parser.add_argument("--empty", action="store_true")
    parser.add_argument("--at", action="append", default=[])
    return parser.parse_args()


def main():
    args = arguments()
    receiver = socket.socket(family(args.to), socket.SOCK_DGRAM)
    receiver.setblocking(False)
    receiver.bind((args.to, args.port))
    home = os.open("/proc/self/ns/net", os.O_RDONLY)
    enter(args.netns)
    sources = {address: Source(address, args.to, args.port,
                               Bucket(args.rate, args.burst, args.empty) if args.burst else None)
               for address in args.sources}
    # The commands are to see the network that they are about.
    enter(f"/proc/self/fd/{home}")
    flood(args, receiver, sources)
    for address, source in sources.items():
        print(f"{address}: {judge(source, args)}")
    with open("flood.json", "w", encoding="ascii") as file:
        json.dump({"sent": sum(len(source.times) for source in sources.values()),
                   "arrived": sum(source.arrived for source in sources.values())}, file)


main()
