One key.

  $ animals

  $ p lookup hash key 1000
  key:   1000
  value: 4
  $ p lookup hash -j key 1000
  {"key":1000,"value":4}
  $ mapctl -p lookup pinned "$BPFFS/hash" key 1000
  {
      "key": 1000,
      "value": 4
  }
  $ mapctl --format jsonl lookup pinned "$BPFFS/hash" key 1000
  {"key":1000,"value":4}

The key in every way that bpftool takes it, and as a number where it is one.

  $ for key in '232 3 0 0' '0xe8 0x03 0x00 0x00' 'hex e8 03 00 00' 'hex e8 3 0 0' 0x3e8; do
  >     p lookup hash -j key $key
  > done
  {"key":1000,"value":4}
  {"key":1000,"value":4}
  {"key":1000,"value":4}
  {"key":1000,"value":4}
  {"key":1000,"value":4}
  $ p lookup hash_raw key 1 0 0 0
  key:   01 00 00 00
  value: 0a 00 00 00 00 00 00 00
  $ p lookup flow -j key hex 0a 00 00 01 01 bb 06 00
  {"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}
  $ p lookup name key 101 116 104 48 0 0 0 0 0 0 0 0 0 0 0 0
  key:   "eth0"
  value: 1
  $ p lookup array_raw key 3
  key:   3
  value: 28 00 00 00
  $ p lookup array key 3 0 0 0
  key:   3
  value: 40

--hex: the bytes too.

  $ p lookup hash --hex -j key 2
  {"key":2,"key_hex":"02000000","value":20,"value_hex":"1400000000000000"}
  $ mapctl --format hex lookup pinned "$BPFFS/flow" key hex 0a 00 00 01 01 bb 06 00
  key: 0a 00 00 01 01 bb 06 00  value: 05 00 00 00 00 00 00 00 58 02 00 00 00 00 00 00
  $ diff <(mapctl --format bpftool lookup pinned "$BPFFS/hash" key 2 0 0 0) \
  >     <(bpftool -j map lookup pinned "$BPFFS/hash" key 2 0 0 0)

Not there: status 1, and nothing on standard output.

  $ p lookup hash key 3
  mapctl: map hash has no key 3
  [1]
  $ mapctl lookup -j pinned "$BPFFS/hash" key 3 2>/dev/null
  [1]
  $ mapctl lookup -j pinned "$BPFFS/hash" key 3 2>&1 >/dev/null | neutral
  {"error":"map hash has no key 3","status":1}
  [1]
  $ p lookup array key 4
  mapctl: map arr has no index 4: 0 to 3
  [1]
  $ p lookup prog_array key 0
  mapctl: map progs has nothing at index 0
  [1]

What is no key.

  $ p lookup hash
  mapctl: map hash: lookup of which key? 'key' and one number
  [2]
  $ p lookup hash key
  mapctl: map hash: 'key' needs data behind it
  [2]
  $ p lookup hash key 1 0 0
  mapctl: map hash: key: it has 4 bytes, and 3 are given; one number will do
  [2]
  $ p lookup hash key 1 2 3 4 5
  mapctl: map hash: key: it has 4 bytes, and 5 are given; one number will do
  [2]
  $ p lookup hash key 256 0 0 0
  mapctl: map hash: key: '256' is not a byte: 0 to 255, or 0x00 to 0xff
  [2]
  $ p lookup hash key hex 01 00 00 1ff
  mapctl: map hash: key: '1ff' is not a byte: two hex digits
  [2]
  $ p lookup hash key 4294967296
  mapctl: map hash: key: '4294967296' does not fit unsigned int: 0 to 4294967295
  [2]
  $ p lookup hash key -1
  mapctl: map hash: key: '-1' does not fit unsigned int: 0 to 4294967295
  [2]
  $ p lookup hash key one
  mapctl: map hash: key: 'one' does not fit unsigned int: 0 to 4294967295
  [2]
  $ p lookup hash key 08
  mapctl: map hash: key: '08' begins with 0 and could be octal: write it without, or as 0x
  [2]
  $ p lookup hash key hex ff ff ff ff
  mapctl: map hash has no key hex ff ff ff ff
  [1]
  $ p lookup array key 9 0 0 0
  mapctl: map arr has no index 9: 0 to 3
  [1]
  $ p lookup hash value 1
  mapctl: map hash: 'key' was expected, not 'value'
  [2]
  $ p lookup hash_raw key 1
  mapctl: map hraw: key: it has 4 bytes, and 1 is given; with --key-type u32 one number will do
  [2]

Behind `key` a dash begins no option.

  $ p lookup lpm4 key -j
  mapctl: map lpm4: key: '-j' is no IPv4 prefix: ADDRESS/LENGTH, as in 192.0.2.0/24
  [2]

Of an array of one entry it is that one, without a key.

  $ m create "$BPFFS/one" type array key u32 value u64 entries 1
  $ p update one key 0 value 5
  $ p lookup one
  key:   0
  value: 5
  $ j . lookup pinned "$BPFFS/one"
  {"key":0,"value":5}
  $ m create "$BPFFS/two" type array key u32 value u64 entries 2
  $ p lookup two
  mapctl: map two: lookup of which key? 'key' and one number
  [2]
