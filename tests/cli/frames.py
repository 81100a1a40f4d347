#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Sends frames that it has made itself, and so knows, from an interface.

    frames.py KIND [COUNT] [WORD=VALUE...] [/ KIND ...]

KIND: udp tcp icmp udp6 tcp6 icmp6 arp, or hex=BYTES, the whole frame.
    cpu=N       from this CPU, which is where a veth peer receives them
    src=ADDRESS dst=ADDRESS sport=N dport=N
    proto=N     some other protocol, in front of the same bytes
    vlan=N[,N]  behind these tags, the outer one first
    size=N      bytes of payload
    rate=N      so many a second; default: as fast as they are received
    dev=NAME    default: tx0

Fails when the interface has dropped one of them.
"""

import errno
import os
import socket
import struct
import sys
import time

RX_MAC, TX_MAC = bytes.fromhex("020000000001"), bytes.fromhex("020000000002")
IPV4, IPV6, ARP, VLAN, QINQ = 0x0800, 0x86DD, 0x0806, 0x8100, 0x88A8
ICMP, TCP, UDP, ICMPV6 = 1, 6, 17, 58
# A veth ring has room for 256; they are taken out on the way back from send(), as a rule.
BURST = 64


def checksum(data):
    data += bytes(len(data) % 2)
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def ethernet(ethertype, payload, tags=()):
    frame = RX_MAC + TX_MAC
    for i, tag in enumerate(tags):
        frame += struct.pack("!HH", VLAN if i == len(tags) - 1 else QINQ, tag)
    return frame + struct.pack("!H", ethertype) + payload


def ipv4(proto, payload, src="192.0.2.2", dst="192.0.2.1", **fields):
    """fields: version, ihl, length, fragment (its 16 bits), options (bytes)"""
    options = fields.get("options", b"")
    ihl = fields.get("ihl", 5 + len(options) // 4)
    header = struct.pack(
        "!BBHHHBBH4s4s",
        fields.get("version", 4) << 4 | ihl,
        0,
        fields.get("length", 20 + len(options) + len(payload)),
        1,
        fields.get("fragment", 0),
        64,
        proto,
        0,
        socket.inet_aton(src),
        socket.inet_aton(dst),
    )
    header += options
    return header[:10] + struct.pack("!H", checksum(header)) + header[12:] + payload


def ipv6(proto, payload, src="2001:db8::2", dst="2001:db8::1", **fields):
    """fields: version, length"""
    return (
        struct.pack(
            "!IHBB",
            fields.get("version", 6) << 28,
            fields.get("length", len(payload)),
            proto,
            64,
        )
        + socket.inet_pton(socket.AF_INET6, src)
        + socket.inet_pton(socket.AF_INET6, dst)
        + payload
    )


def pseudo(proto, length, src, dst):
    if ":" not in src:
        return socket.inet_aton(src) + socket.inet_aton(dst) + struct.pack("!BBH", 0, proto, length)
    src, dst = (socket.inet_pton(socket.AF_INET6, a) for a in (src, dst))
    return src + dst + struct.pack("!IHBB", length, 0, 0, proto)


def udp(payload, src, dst, sport=1000, dport=9):
    datagram = struct.pack("!HHHH", sport, dport, 8 + len(payload), 0) + payload
    check = checksum(pseudo(UDP, len(datagram), src, dst) + datagram) or 0xFFFF
    return datagram[:6] + struct.pack("!H", check) + payload


def tcp(payload, src, dst, sport=1000, dport=9):
    """A reset, which nobody answers."""
    segment = struct.pack("!HHIIBBHHH", sport, dport, 1, 0, 5 << 4, 4, 0, 0, 0) + payload
    check = checksum(pseudo(TCP, len(segment), src, dst) + segment)
    return segment[:16] + struct.pack("!H", check) + segment[18:]


def icmp(payload, src, dst, sequence=1):
    """An echo request of either version."""
    is_ipv4 = ":" not in src
    message = struct.pack("!BBHHH", 8 if is_ipv4 else 128, 0, 0, 0x6D63, sequence) + payload
    over = b"" if is_ipv4 else pseudo(ICMPV6, len(message), src, dst)
    return message[:2] + struct.pack("!H", checksum(over + message)) + message[4:]


def arp():
    """A reply, which nobody answers."""
    return struct.pack("!HHBBH", 1, IPV4, 6, 4, 2) + (
        TX_MAC + socket.inet_aton("192.0.2.2") + RX_MAC + socket.inet_aton("192.0.2.1")
    )


def frame(kind, src=None, dst=None, proto=None, tags=(), size=18, **ports):
    if kind == "arp":
        return ethernet(ARP, arp(), tags)
    is_ipv6 = kind.endswith("6")
    src = src or ("2001:db8::2" if is_ipv6 else "192.0.2.2")
    dst = dst or ("2001:db8::1" if is_ipv6 else "192.0.2.1")
    number, body = {
        "udp": (UDP, udp),
        "tcp": (TCP, tcp),
        "icmp": (ICMPV6 if is_ipv6 else ICMP, icmp),
    }[kind.rstrip("6")]
    payload = body(bytes(size), src, dst, **ports)
    number = number if proto is None else proto
    if is_ipv6:
        return ethernet(IPV6, ipv6(number, payload, src, dst), tags)
    return ethernet(IPV4, ipv4(number, payload, src, dst), tags)


def dropped(dev):
    """What it could not hand over, as /proc/net/dev of this namespace has it."""
    with open("/proc/self/net/dev", encoding="ascii") as table:
        for line in table:
            name, _, numbers = line.partition(":")
            if name.strip() == dev:
                return int(numbers.split()[11])
    raise SystemExit(f"frames.py: there is no interface {dev}")


def is_taken(out, data):
    """Linux 6.1 tells the sender what the interface has dropped."""
    try:
        return out.send(data) == len(data)
    except OSError as error:
        if error.errno != errno.ENOBUFS:
            raise
        return False


def send(frames, dev="tx0", rate=None):
    """Sends each of them once; false: the interface has dropped some."""
    before, count = dropped(dev), 0
    start = time.monotonic()
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as out:
        out.bind((dev, 0))
        for data in frames:
            if rate:
                time.sleep(max(0, start + count / rate - time.monotonic()))
            elif count % BURST == BURST - 1:
                time.sleep(0.0005)
            while not is_taken(out, data):
                before += 1
                time.sleep(0.001)
            count += 1
    return dropped(dev) == before


def send_words(kind, *words):
    count, settings = 1, {}
    for word in words:
        name, is_setting, value = word.partition("=")
        if is_setting:
            settings[name] = value
        else:
            count = int(word)
    if "cpu" in settings:
        os.sched_setaffinity(0, {int(settings.pop("cpu"))})
    dev, rate = settings.pop("dev", "tx0"), float(settings.pop("rate", 0))
    settings["tags"] = [int(tag) for tag in settings.pop("vlan", "").split(",") if tag]
    for name in {"sport", "dport", "proto", "size"} & settings.keys():
        settings[name] = int(settings[name])
    if kind.startswith("hex="):
        data = bytes.fromhex(kind[4:])
    else:
        data = frame(kind, **settings)
    return send([data] * count, dev, rate)


def main(*words):
    while words:
        end = words.index("/") if "/" in words else len(words)
        if not send_words(*words[:end]):
            return "frames.py: some were dropped"
        words = words[end + 1 :]
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
