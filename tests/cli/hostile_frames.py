#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Frames that lie, end too early or go round in circles, and what becomes of each.

    hostile_frames.py packets|connections PEER

Runs in the namespace of rx0, and sends from tx0 in the namespace PEER, without the counter and
with it.  After each frame looks, with bpftool, for what has been counted, and whether rx0 has
delivered it as it does without.  Prints what is not as the list below has it.
"""

import ctypes
import ipaddress
import json
import os
import random
import socket
import struct
import subprocess
import sys

from frames import ARP, IPV4, IPV6, TX_MAC, arp, ethernet, ipv4, ipv6

PINS = "/sys/fs/bpf/mapctl"
CLONE_NEWNET = 0x40000000
ETH_P_ALL, PACKET_OUTGOING, SO_RCVBUFFORCE = 3, 4, 33
OTHER, HOPOPTS, TCP, UDP, ROUTING, FRAGMENT, ESP, AH, NONE, DSTOPTS = (
    255, 0, 6, 17, 43, 44, 50, 51, 59, 60,
)
PORTS = struct.pack("!HH", 1234, 53)
DATAGRAM = PORTS + bytes(4)
N_RANDOM = 1000


def extension(following, length=0, extra=b""):
    """One of the kinds that say their length, in 8 bytes without the first 8."""
    return struct.pack("!BB", following, length) + (extra or bytes(6 + 8 * length))


def fragment(following, offset, more=0):
    return struct.pack("!BBHI", following, 0, offset << 3 | more, 1)


def chain(n, last=UDP):
    """n extension headers and what is behind them, a datagram."""
    return b"".join(extension(DSTOPTS) for _ in range(n - 1)) + extension(last) + DATAGRAM


def v4(payload=DATAGRAM, proto=UDP, **fields):
    return ethernet(IPV4, ipv4(proto, payload, **fields))


def v6(payload=DATAGRAM, proto=UDP, **fields):
    return ethernet(IPV6, ipv6(proto, payload, **fields))


# What it is, the frame, the protocol it counts as, and the ports: None where no connection counts.
NO_PORTS, HAS_PORTS = (0, 0), (1234, 53)
FRAMES = [
    ("no more than an Ethernet header", ethernet(IPV4, b""), OTHER, None),
    ("the same, of IPv6", ethernet(IPV6, b""), OTHER, None),
    ("a length in place of a type", ethernet(64, bytes(64)), OTHER, None),
    ("type 0", ethernet(0, bytes(64)), OTHER, None),
    ("ARP", ethernet(ARP, arp()), OTHER, None),
    ("half a VLAN tag", ethernet(0x8100, bytes(2)), OTHER, None),
    ("a VLAN tag in front of nothing", ethernet(IPV4, b"", [1]), OTHER, None),
    ("one VLAN tag", ethernet(IPV4, ipv4(UDP, DATAGRAM), [1]), UDP, HAS_PORTS),
    ("two VLAN tags", ethernet(IPV6, ipv6(UDP, DATAGRAM), [1, 2]), UDP, HAS_PORTS),
    ("three VLAN tags", ethernet(IPV4, ipv4(UDP, DATAGRAM), [1, 2, 3]), OTHER, None),
    ("IPv4: whole", v4(), UDP, HAS_PORTS),
    ("IPv4: 1 byte", v4()[:15], OTHER, None),
    ("IPv4: 19 bytes", v4()[:33], OTHER, None),
    ("IPv4: version 0", v4(version=0), OTHER, None),
    ("IPv4: version 6", v4(version=6), OTHER, None),
    ("IPv4: header of 0 bytes", v4(ihl=0), OTHER, None),
    ("IPv4: header of 16 bytes", v4(ihl=4), OTHER, None),
    ("IPv4: options beyond the end", v4(ihl=15, payload=bytes(39)), OTHER, None),
    ("IPv4: options up to the end", v4(options=bytes(40), payload=b""), UDP, NO_PORTS),
    ("IPv4: options", v4(options=bytes(40)), UDP, HAS_PORTS),
    ("IPv4: length less than its header", v4(length=19), OTHER, None),
    ("IPv4: length less than its options", v4(options=bytes(4), length=23), OTHER, None),
    ("IPv4: length 0", v4(length=0), UDP, HAS_PORTS),
    ("IPv4: length beyond the frame", v4(length=65535), UDP, HAS_PORTS),
    ("IPv4: padding that looks like ports", v4(length=20), UDP, NO_PORTS),
    ("IPv4: ports half in the padding", v4(length=23), UDP, NO_PORTS),
    ("IPv4: 3 bytes of ports", v4(payload=PORTS[:3]), UDP, NO_PORTS),
    ("IPv4: 4 bytes of ports", v4(payload=PORTS), UDP, HAS_PORTS),
    ("IPv4: first fragment", v4(fragment=0x2000), UDP, HAS_PORTS),
    ("IPv4: second fragment", v4(fragment=0x2001), UDP, NO_PORTS),
    ("IPv4: last fragment", v4(fragment=0x1FFF), UDP, NO_PORTS),
    ("IPv4: do not fragment, and the reserved bit", v4(fragment=0xC000), UDP, HAS_PORTS),
    ("IPv4: protocol 0", v4(proto=0), 0, NO_PORTS),
    ("IPv4: protocol 254", v4(proto=254), 254, NO_PORTS),
    ("IPv4: protocol 255", v4(proto=255), 255, NO_PORTS),
    ("IPv4: extension headers are IPv6's", v4(proto=DSTOPTS, payload=chain(1)), DSTOPTS, NO_PORTS),
    ("IPv4 in the name of IPv6", ethernet(IPV6, ipv4(UDP, bytes(64))), OTHER, None),
    ("IPv6: whole", v6(), UDP, HAS_PORTS),
    ("IPv6: TCP", v6(proto=TCP), TCP, HAS_PORTS),
    ("IPv6: 39 bytes", v6()[:53], OTHER, None),
    ("IPv6: version 15", v6(version=15), OTHER, None),
    ("IPv6: length 0", v6(length=0), UDP, HAS_PORTS),
    ("IPv6: length 3", v6(length=3), UDP, NO_PORTS),
    ("IPv6: length beyond the frame", v6(length=65535), UDP, HAS_PORTS),
    ("IPv6: nothing behind it", v6(proto=NONE, payload=b""), NONE, NO_PORTS),
    ("IPv6: hop-by-hop options", v6(extension(UDP) + DATAGRAM, HOPOPTS), UDP, HAS_PORTS),
    ("IPv6: routing", v6(extension(TCP, 2) + DATAGRAM, ROUTING), TCP, HAS_PORTS),
    ("IPv6: 8 extension headers", v6(chain(8), DSTOPTS), UDP, HAS_PORTS),
    ("IPv6: 9 extension headers", v6(chain(9), DSTOPTS), OTHER, NO_PORTS),
    ("IPv6: 150 extension headers", v6(chain(150), HOPOPTS), OTHER, NO_PORTS),
    ("IPv6: extension header missing", v6(b"", DSTOPTS), OTHER, NO_PORTS),
    ("IPv6: 1 byte of extension header", v6(b"\x11", DSTOPTS), OTHER, NO_PORTS),
    ("IPv6: 7 bytes of extension header", v6(extension(UDP)[:7], DSTOPTS), OTHER, NO_PORTS),
    ("IPv6: extension header up to the end", v6(extension(UDP), DSTOPTS), UDP, NO_PORTS),
    ("IPv6: extension header beyond the end", v6(extension(UDP, 255, DATAGRAM), 60), OTHER, NO_PORTS),
    ("IPv6: extension header of 2048 bytes", v6(extension(UDP, 63) + DATAGRAM, 60), UDP, HAS_PORTS),
    ("IPv6: extension header in the padding", v6(chain(1), DSTOPTS, length=7), OTHER, NO_PORTS),
    ("IPv6: ports in the padding", v6(chain(1), DSTOPTS, length=8), UDP, NO_PORTS),
    ("IPv6: first fragment", v6(fragment(UDP, 0, 1) + DATAGRAM, FRAGMENT), UDP, HAS_PORTS),
    ("IPv6: second fragment", v6(fragment(UDP, 1) + DATAGRAM, FRAGMENT), UDP, NO_PORTS),
    ("IPv6: options in the second", v6(fragment(HOPOPTS, 1) + chain(1), FRAGMENT), 0, NO_PORTS),
    ("IPv6: options in the first", v6(fragment(DSTOPTS, 0) + chain(1), FRAGMENT), UDP, HAS_PORTS),
    ("IPv6: half a fragment header", v6(fragment(UDP, 0)[:4], FRAGMENT), OTHER, NO_PORTS),
    ("IPv6: authentication is a protocol", v6(extension(UDP, 4), AH), AH, NO_PORTS),
    ("IPv6: encrypted", v6(DATAGRAM, ESP), ESP, NO_PORTS),
    ("IPv6: ends in protocol 255", v6(chain(1, last=255), DSTOPTS), 255, NO_PORTS),
    ("IPv6 in the name of IPv4", ethernet(IPV4, ipv6(UDP, DATAGRAM)), OTHER, None),
]


def random_frames():
    """The ones above with some bytes changed behind the Ethernet header, and the end cut off."""
    dice = random.Random(4)
    for _ in range(N_RANDOM):
        frame = bytearray(dice.choice(FRAMES)[1])
        for _ in range(dice.randrange(1, 6)):
            frame[dice.randrange(12, len(frame))] = dice.randrange(256)
        yield bytes(frame[: dice.choice([len(frame), dice.randrange(14, len(frame) + 1)])])


def dump(counter, name):
    pin = f"{PINS}/{counter}/{name}"
    result = subprocess.run(
        ["bpftool", "-j", "map", "dump", "pinned", pin], stdout=subprocess.PIPE, check=True
    )
    return [entry.get("formatted") for entry in json.loads(result.stdout)]


def summed(entry):
    """The values of all CPUs added up."""
    values = [cell["value"] for cell in entry["values"]]
    if isinstance(values[0], int):
        return sum(values)
    return tuple(sum(value[field] for value in values) for field in ("packets", "bytes"))


class Packets:
    def __init__(self):
        self.before = self.read()

    @staticmethod
    def read():
        total = summed(dump("packets", "packet_counts")[0])
        return total, [summed(entry) for entry in dump("packets", "protocol_stats")]

    def counted(self):
        """What the packets since the last call were: how many, and by protocol."""
        (old_total, old), (total, now) = self.before, self.read()
        self.before = total, now
        changes = {
            number: (now[number][0] - old[number][0], now[number][1] - old[number][1])
            for number in range(256)
            if now[number] != old[number]
        }
        return total - old_total, changes

    @staticmethod
    def expected(frame, protocol, _ports):
        return 1, {protocol: (1, len(frame))}

    @staticmethod
    def total(counted):
        return counted[0] if counted[0] == sum(p for p, _ in counted[1].values()) else counted


class Connections:
    def __init__(self):
        self.before = self.read()

    @staticmethod
    def read():
        ret = {}
        for entry in dump("connections", "connections"):
            key, value = entry["key"], entry["value"]
            ends = tuple(str(ipaddress.ip_address(bytes(key[a]))) for a in ("saddr", "daddr"))
            ports = tuple(socket.ntohs(key[port]) for port in ("sport", "dport"))
            ret[ends + ports + (key["protocol"],)] = (value["packets"], value["bytes"])
        return ret

    def counted(self):
        old, now = self.before, self.read()
        self.before = now
        return {
            key: tuple(a - b for a, b in zip(value, old.get(key, (0, 0))))
            for key, value in now.items()
            if value != old.get(key)
        }

    @staticmethod
    def expected(frame, protocol, ports):
        if ports is None:
            return {}
        is_ipv4 = b"\xc0\x00\x02\x02" in frame
        ends = ("::ffff:192.0.2.2", "::ffff:192.0.2.1") if is_ipv4 else ("2001:db8::2", "2001:db8::1")
        ends = tuple(str(ipaddress.ip_address(end)) for end in ends)
        return {ends + ports + (protocol,): (1, len(frame))}

    @staticmethod
    def total(_counted):
        return N_RANDOM  # how many of them are IP is not for us to say


def delivered(arrivals):
    """How many frames of tx0 rx0 has handed to sockets since the last call."""
    n = 0
    while True:
        try:
            data, (_, _, kind, _, _) = arrivals.recvfrom(65536, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return n
        n += kind != PACKET_OUTGOING and data[6:12] == TX_MAC


def sender(peer):
    """A socket on tx0."""
    here = os.open("/proc/self/ns/net", os.O_RDONLY)
    setns = ctypes.CDLL(None, use_errno=True).setns
    if setns(os.open(peer, os.O_RDONLY), CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")
    out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
    out.bind(("tx0", 0))
    setns(here, CLONE_NEWNET)
    return out


def deliveries(out, arrivals):
    """For each frame, how often it arrives; what the kernel itself refuses, never."""
    for _, frame, _, _ in FRAMES:
        out.send(frame)
        yield delivered(arrivals)
    for frame in random_frames():
        out.send(frame)
    yield delivered(arrivals)


def compare(what, found, expected):
    if found != expected:
        print(f"{what}: {found}, not {expected}")


def main(name, peer):
    arrivals = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    arrivals.bind(("rx0", ETH_P_ALL))
    arrivals.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 1 << 24)
    out = sender(peer)
    without = list(deliveries(out, arrivals))
    subprocess.run(["mapctl", "counter", "start", name, "dev", "rx0"], check=True)
    counter = {"packets": Packets, "connections": Connections}[name]()
    for (what, frame, protocol, ports), arrives in zip(FRAMES, without):
        out.send(frame)
        compare(what, counter.counted(), counter.expected(frame, protocol, ports))
        compare(f"{what}: delivered", delivered(arrivals), arrives)
    for frame in random_frames():
        out.send(frame)
    compare("at random", counter.total(counter.counted()), N_RANDOM)
    compare("at random: delivered", delivered(arrivals), without[-1])
    subprocess.run(["mapctl", "counter", "stop", name], check=True)
    print(f"sent {len(FRAMES)}, and {N_RANDOM} at random")


main(*sys.argv[1:])
