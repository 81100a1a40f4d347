The first key, and the one that follows.

  $ animals

  $ p getnext array
  key:      (none)
  next_key: 0
  $ p getnext array key 2
  key:      2
  next_key: 3
  $ p getnext array -j
  {"key":null,"next_key":0}
  $ p getnext array -j key 2
  {"key":2,"next_key":3}
  $ p getnext array key 3
  mapctl: map arr: no key follows this one
  [1]
  $ p getnext array -j key 3
  {"error":"map arr: no key follows this one","status":1}
  [1]

Round a hash: every key once, from any first to the end.

  $ key=$(j .next_key getnext pinned "$BPFFS/hash")
  $ while [ "$key" ]; do
  >     echo $key
  >     key=$(mapctl getnext -j pinned "$BPFFS/hash" key $key 2>/dev/null | jq .next_key) || break
  > done | sort -n
  1
  2
  1000

As bpftool would.

  $ diff <(j .next_key getnext pinned "$BPFFS/hash_raw") \
  >     <(bpftool -j map getnext pinned "$BPFFS/hash_raw" | jq -c '[.next_key[] | ltrimstr("0x")] | join("")')

  $ for format in hex bpftool; do p getnext array --format $format; p getnext array --format $format key 1; done
  key: (none)  next_key: 00 00 00 00
  key: 01 00 00 00  next_key: 02 00 00 00
  {"key":null,"next_key":["0x00","0x00","0x00","0x00"]}
  {"key":["0x01","0x00","0x00","0x00"],"next_key":["0x02","0x00","0x00","0x00"]}
  $ diff <(mapctl --format bpftool getnext pinned "$BPFFS/array" key 1) \
  >     <(bpftool -j map getnext pinned "$BPFFS/array" key 1 0 0 0)

Typed keys, prefixes, names.

  $ p getnext flow -j
  {"key":null,"next_key":{"saddr":167772161,"dport":443,"protocol":"TCP"}}
  $ p getnext flow
  key: (none)
  next_key:
      saddr:    167772161
      dport:    443
      protocol: TCP
  $ p getnext name -j | grep -c -E '"next_key":"(eth0|wlan0)"'
  1
  $ p getnext lpm4 -j | grep -c -E '"next_key":"(0.0.0.0/0|10.0.0.0/8|192.168.1.0/24)"'
  1

Nothing in it.

  $ b map create "$BPFFS/empty" type hash key 4 value 4 entries 4 name "${PREFIX}empty"
  $ p getnext empty
  mapctl: map empty has no entries
  [1]
