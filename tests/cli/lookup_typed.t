Keys and values by their types: what a dump shows, and what people write.

  $ animals

A struct: its fields in any order, or the JSON of a dump.

  $ p lookup flow -j key saddr=10.0.0.1 dport=443 protocol=TCP
  {"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}
  $ p lookup flow -j key .saddr=0x0a000001 protocol=6 dport=443
  {"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}
  $ p lookup flow -j key '{"saddr":167772161,"dport":443,"protocol":"TCP"}'
  {"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}
  $ p lookup flow -j key '{"protocol": 6, "saddr": "10.0.0.1", "dport": "0x1bb"}'
  {"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}
  $ p lookup flow -j key "$(mapctl -j dump pinned "$BPFFS/flow" | jq -c '.[0].key')"
  {"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}
  $ p getnext flow key saddr=10.0.0.1 dport=443 protocol=TCP
  mapctl: map flow: no key follows this one
  [1]

What is left out is zero, and said.

  $ p lookup flow key saddr=10.0.0.1
  mapctl: note: map flow: key: left out, and so zero: dport, protocol
  mapctl: map flow has no key saddr=10.0.0.1
  [1]
  $ p lookup flow -j key '{"protocol":"UDP"}'
  {"note":"map flow: key: left out, and so zero: saddr, dport"}
  {"error":"map flow has no key {\"protocol\":\"UDP\"}","status":1}
  [1]
  $ p lookup flow key '{}'
  mapctl: note: map flow: key: left out, and so zero: saddr, dport, protocol
  mapctl: map flow has no key {}
  [1]

Formats that show bytes, or bpftool's types, take the same.

  $ p lookup flow --format hex key saddr=10.0.0.1 dport=443 protocol=TCP
  key: 0a 00 00 01 01 bb 06 00  value: 05 00 00 00 00 00 00 00 58 02 00 00 00 00 00 00
  $ diff <(mapctl --format bpftool lookup pinned "$BPFFS/flow" key saddr=10.0.0.1 dport=443 protocol=TCP) \
  >     <(bpftool -j map lookup pinned "$BPFFS/flow" key hex 0a 00 00 01 01 bb 06 00)

Text: bare, as JSON, as the dump in text shows it.

  $ p lookup name key eth0
  key:   "eth0"
  value: 1
  $ for key in '"eth0"' 'eth\x30' '"eth\x30"' '"eth\u0030"'; do p lookup name -j key "$key"; done
  {"key":"eth0","value":1}
  {"key":"eth0","value":1}
  {"key":"eth0","value":1}
  {"key":"eth0","value":1}
  $ p lookup name key aaaaaaaaaaaaaaaaa
  mapctl: map name: key: 'aaaaaaaaaaaaaaaaa' does not fit char [16]: it has 17 bytes, 16 at most
  [2]
  $ p lookup name key '"eth'
  mapctl: map name: key: "eth is neither JSON nor a text in quotes
  [2]
  $ p lookup name key eth 0
  mapctl: map name: key: it has 16 bytes, and 2 are given; one word of text will do
  [2]

Prefixes: as shown, or by fields; an address alone is all of its bits.

  $ for key in 10.0.0.0/8 '"10.0.0.0/8"' '{"prefixlen":8,"addr":[10,0,0,0]}' 10.1.2.3; do
  >     p lookup lpm4 -j key "$key"
  > done
  {"key":"10.0.0.0/8","value":8}
  {"key":"10.0.0.0/8","value":8}
  {"key":"10.0.0.0/8","value":8}
  {"key":"10.1.2.3/32","value":8}
  $ p lookup lpm4_raw --numeric -j key "$(mapctl -j --numeric lookup pinned "$BPFFS/lpm4_raw" key 10.0.0.0/8 | jq -c .key)"
  {"key":"080000000a000000","value":"08000000"}
  $ p lookup array_raw --int64-strings -j key '"1"'
  {"key":"1","value":"14000000"}
  $ for key in '""' '"1' '"-1"' '"4294967296"' '"01000000"' '" 1"'; do p lookup array_raw key "$key"; done
  mapctl: map araw: key: '""' is not a number: 0 to 4294967295
  mapctl: map araw: key: '"1' is not a number: 0 to 4294967295
  mapctl: map araw: key: '"-1"' is not a number: 0 to 4294967295
  mapctl: map araw: key: '"4294967296"' is not a number: 0 to 4294967295
  mapctl: map araw: key: '"01000000"' is not a number: 0 to 4294967295
  mapctl: map araw: key: '" 1"' is not a number: 0 to 4294967295
  [2]
  $ p lookup lpm4_raw key '"080000000a0000"'
  mapctl: map lpmraw: key: it has 8 bytes, and 1 is given
  [2]
  $ p lookup lpm4 -j key prefixlen=8 addr=10.0.0.0
  {"key":"10.0.0.0/8","value":8}
  $ p lookup lpm4_raw -j key 10.0.0.0/8
  {"key":"10.0.0.0/8","value":"08000000"}
  $ p lookup lpm6 -j key 2001:db8::/32
  {"key":"2001:db8::/32","value":32}
  $ p lookup lpm6 -j key ::1
  {"key":"::1/128","value":128}
  $ p lookup lpm4 --format hex key 10.0.0.0/8
  key: 08 00 00 00 0a 00 00 00  value: 08 00 00 00
  $ p getnext lpm4 key 10.0.0.0/8 > /dev/null
  $ p lookup lpm4 key 10.1.2.3/33
  mapctl: map lpm4: key: '10.1.2.3/33': the length of an IPv4 prefix is 0 to 32
  [2]
  $ p lookup lpm6 key 10.0.0.0/8
  mapctl: map lpm6: key: '10.0.0.0/8' is no IPv6 prefix: ADDRESS/LENGTH, as in 2001:db8::/32
  [2]
  $ p lookup lpm4 key 10.1.2/3
  mapctl: map lpm4: key: '10.1.2/3' is no IPv4 prefix: ADDRESS/LENGTH, as in 192.0.2.0/24
  [2]
  $ p lookup lpm4 key 10.0.0.0/
  mapctl: map lpm4: key: '10.0.0.0/' is no IPv4 prefix: ADDRESS/LENGTH, as in 192.0.2.0/24
  [2]

Bytes from a file: as many as there are.

  $ printf '\n\0\0\1\1\xbb\6\0' > key
  $ p lookup flow -j key @key
  {"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}
  $ p lookup flow -j key @- < key
  {"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}
  $ head -c 7 key | p lookup flow key @-
  mapctl: map flow: key: standard input has 7 bytes, and it takes 8
  [2]
  $ (cat key; echo) | p lookup flow key @-
  mapctl: map flow: key: standard input has more than the 8 bytes it takes
  [2]
  $ p lookup flow key @nokey
  mapctl: map flow: key: opening nokey: No such file or directory
  [3]

Every key of a dump, taken back as it is printed, finds its entry.

  $ for map in hash flow name lpm4 lpm6 lpm4_raw percpu_hash array array_raw hash_raw locked sink devmap_hash; do
  >     mapctl -j dump pinned "$BPFFS/$map" 2>/dev/null | jq -c '.[]' | while read -r entry; do
  >         found=$(mapctl -j lookup pinned "$BPFFS/$map" key "$(jq -c .key <<< "$entry")" 2>/dev/null | jq -c .)
  >         [ "$found" = "$entry" ] || echo "$map: $entry: $found"
  >     done
  > done

--numeric shows no names; it takes them.

  $ p lookup flow --numeric -j key saddr=10.0.0.1 dport=443 protocol=TCP
  {"key":{"saddr":167772161,"dport":443,"protocol":6},"value":{"packets":5,"bytes":600}}
  $ p lookup lpm4 --numeric -j key 10.0.0.0/8
  {"key":{"prefixlen":8,"addr":[10,0,0,0]},"value":8}

What does not fit is refused.

  $ p lookup flow key saddr=10.0.0.1 dprt=443
  mapctl: map flow: key: there is no field 'dprt'; did you mean 'dport'?
  [2]
  $ p lookup flow key source=10.0.0.1
  mapctl: map flow: key: there is no field 'source'; its fields are saddr, dport, protocol
  [2]
  $ p lookup flow key saddr=10.0.0.1 dport=70000
  mapctl: map flow: key: dport: '70000' does not fit __be16: 0 to 65535
  [2]
  $ p lookup flow key saddr=10.0.0.256
  mapctl: map flow: key: saddr: '10.0.0.256' does not fit __be32: 0 to 4294967295, or an IPv4 address
  [2]
  $ p lookup flow key saddr=-1
  mapctl: map flow: key: saddr: '-1' does not fit __be32: 0 to 4294967295, or an IPv4 address
  [2]
  $ p lookup flow key protocol=TPC
  mapctl: map flow: key: protocol: 'TPC' is no value of enum proto; did you mean 'TCP'?
  [2]
  $ p lookup flow key protocol=256
  mapctl: map flow: key: protocol: '256' does not fit enum proto: 0 to 255
  [2]
  $ p lookup flow key saddr=
  mapctl: map flow: key: saddr: '' does not fit __be32: 0 to 4294967295, or an IPv4 address
  [2]
  $ p lookup flow key saddr=10.0.0.1 443
  mapctl: map flow: key: '443' is not FIELD=VALUE
  [2]
  $ p lookup flow key 10.0.0.1 443
  mapctl: map flow: key: it has 8 bytes, and 2 are given; FIELD=VALUE for each field, or JSON will do
  [2]
  $ p lookup flow key 10.0.0.1
  mapctl: map flow: key: '10.0.0.1' is not its fields: FIELD=VALUE, or {...} in JSON
  [2]
  $ p lookup flow key =1
  mapctl: map flow: key: '=1': a field was expected before '='
  [2]
  $ p lookup flow key saddr=1 saddr=2
  mapctl: map flow: key: saddr: its bytes are given twice, and differ
  [2]
  $ p lookup flow key saddr.x=1
  mapctl: map flow: key: saddr: it has no fields, and so none called 'x'
  [2]
  $ p lookup flow key 'saddr[0]=1'
  mapctl: map flow: key: saddr: it is no array, and has no [0]
  [2]
  $ p lookup flow key '{"saddr":}'
  mapctl: map flow: key: not JSON: unexpected token near '}'
  [2]
  $ p lookup flow key '{"saddr":1,"saddr":1}'
  mapctl: map flow: key: not JSON: duplicate object key near '"saddr"'
  [2]
  $ p lookup flow key '{"saddr":[1]}'
  mapctl: map flow: key: saddr: it takes a single value, not an array
  [2]
  $ p lookup flow key '[1]'
  mapctl: map flow: key: it takes an object, {...}, not an array
  [2]
  $ p lookup flow key '{"saddr":1.5}'
  mapctl: map flow: key: saddr: '1.5' does not fit __be32: 0 to 4294967295, or an IPv4 address
  [2]
  $ p lookup flow key '{"saddr":true}'
  mapctl: map flow: key: saddr: true does not fit __be32: 0 to 4294967295, or an IPv4 address
  [2]

A value of every kind; a bloom filter shows what it is asked for.

  $ cat > typed.py <<'END'
  > import os, sys
  > sys.path.insert(0, os.environ["top_srcdir"] + "/tests/pybpf")
  > import btf, calls
  > u8, u16, u32, u64 = (btf.Int(f"u{8 * n}", n) for n in (1, 2, 4, 8))
  > s8, char = btf.Int("s8", 1, btf.SIGNED), btf.Int("char", 1, btf.SIGNED)
  > u128, boolean = btf.Int("u128", 16), btf.Int("bool", 1, btf.BOOL)
  > double, state = btf.Float("double", 8), btf.Enum("state", 4, True, [("BROKEN", -1), ("IDLE", 0)])
  > point = btf.Struct("point", 2, [btf.Member("x", s8, 0), btf.Member("y", s8, 8)])
  > def struct(*members):
  >     at, placed = 0, []
  >     for name, kind, size, *bits in members:
  >         placed.append(btf.Member(name, kind, at, *bits))
  >         at += 8 * size
  >     return btf.Struct("all", at // 8, placed)
  > everything = struct(
  >     ("wide", u128, 16), ("real", double, 8), ("state", state, 4), ("points", btf.Array(of=point, n=2), 4),
  >     ("mac", btf.Array(of=u8, n=6), 6), ("small", s8, 1), ("yes", boolean, 1),
  >     ("v6", btf.Array(of=u8, n=16), 16), ("pointer", btf.Ptr(to=u8), 8), ("flags", u32, 4, 3),
  >     ("name", btf.Array(of=char, n=4), 4))
  > writer = btf.Writer()
  > writer.add(everything), writer.add(u8)
  > for name, kind, size in ("all", everything, everything.size), ("byte", u8, 1):
  >     fd = calls.map_create(30, 0, size, 8, os.environ["PREFIX"].encode() + name.encode(),
  >                           calls.btf_load(writer.blob()), 0, writer.ids[kind])
  >     calls.pin(fd, os.environ["BPFFS"] + "/" + name)
  > END
  $ python3 typed.py
  $ p lookup all -j --hex value wide=340282366920938463463374607431768211455 real=-0.1 state=BROKEN \
  >     'points[1].x=-128' 'points[0]={"x":1,"y":2}' mac=02:00:5e:10:ff:1 small=-1 yes=true v6=2001:db8::1 \
  >     pointer=0xffff888000000000 flags=7 name='\xff"\n'
  {"note":"map all: value: left out, and so zero: points[1].y"}
  {"value":{"wide":340282366920938463463374607431768211455,"real":-0.1,"state":"BROKEN","points":[{"x":1,"y":2},{"x":-128,"y":0}],"mac":[2,0,94,16,255,1],"small":-1,"yes":true,"v6":[32,1,13,184,0,0,0,0,0,0,0,0,0,0,0,1],"pointer":18446612682070032384,"flags":7,"name":"\\xff\"\\n"},"value_hex":"ffffffffffffffffffffffffffffffff9a9999999999b9bfffffffff0102800002005e10ff01ff0120010db8000000000000000000000001000000008088ffff07000000ff225c6e","maybe":false}
  [1]
  $ p lookup all -j value '{"wide":18446744073709551616}' | sed 's/,"real.*//'
  {"note":"map all: value: left out, and so zero: real, state, points, mac, small, yes, v6, pointer, flags, name"}
  {"value":{"wide":18446744073709551616
  [1]

  $ for word in real=1e400 real=x state=BORKEN state=2147483648 'points[2].x=1' 'points[0].z=1' 'points=1' \
  >     'points=[{}]' small=128 yes=2 mac=02:00 v6=1.2.3.4 flags=8 name=12345 wide=-1 'name[0]=1' 'mac[x]=1' \
  >     'mac[0]=256' pointer=null 'mac[0]x=1'; do
  >     p lookup all value "$word"
  > done
  mapctl: map all: value: real: '1e400' does not fit double: -1.79e308 to 1.79e308, nan, inf or -inf
  mapctl: map all: value: real: 'x' does not fit double: -1.79e308 to 1.79e308, nan, inf or -inf
  mapctl: map all: value: state: 'BORKEN' is no value of enum state; did you mean 'BROKEN'?
  mapctl: map all: value: state: '2147483648' does not fit enum state: -2147483648 to 2147483647
  mapctl: map all: value: points: there is no [2]: 0 to 1
  mapctl: map all: value: points[0]: there is no field 'z'; its fields are x, y
  mapctl: map all: value: points: '1' is not its 2 elements: [...] in JSON
  mapctl: map all: value: points: it has 2 elements, and 1 is given
  mapctl: map all: value: small: '128' does not fit s8: -128 to 127
  mapctl: map all: value: yes: '2' does not fit bool: true, false, 1 or 0
  mapctl: map all: value: mac: '02:00' is not its 6 elements: [...] in JSON, or a MAC address
  mapctl: map all: value: v6: '1.2.3.4' is not its 16 elements: [...] in JSON, or an IPv6 address
  mapctl: map all: value: flags: '8' does not fit u32:3: 0 to 7
  mapctl: map all: value: name: '12345' does not fit char [4]: it has 5 bytes, 4 at most
  mapctl: map all: value: wide: '-1' does not fit u128: 0 to 340282366920938463463374607431768211455
  mapctl: map all: value: name: it is text, and taken whole
  mapctl: map all: value: mac: '[x]' is not an index: [0], [1], ...
  mapctl: map all: value: mac[0]: '256' does not fit u8: 0 to 255
  mapctl: map all: value: pointer: 'null' does not fit u8 *: 0 to 18446744073709551615
  mapctl: map all: value: mac[0]: '.' or '[' was expected, not 'x'
  [2]
  $ p lookup byte value 256
  mapctl: map byte: value: '256' does not fit u8: 0 to 255
  [2]
  $ p lookup byte value 1 2
  mapctl: map byte: value: it has 1 byte, and 2 are given; one number will do
  [2]
  $ p lookup byte -j value 7
  {"value":7,"maybe":false}
  [1]

An option where data is.

  $ p lookup flow key saddr=10.0.0.1 -j
  mapctl: map flow: key: '-j' is not FIELD=VALUE; options stand before 'key' and 'value'
  [2]
  $ p lookup hash_raw key 1 0 0 0 --hex
  mapctl: map hraw: key: it has 4 bytes, and 5 are given; options stand before 'key' and 'value'
  [2]
