set changes some fields of a value, and leaves the others.

  $ animals
  $ flow='hex 0a 00 00 01 01 bb 06 00'
  $ value() { bpftool -j map lookup pinned "$BPFFS/$1" key "${@:2}" | jq -c '[.value[] | ltrimstr("0x")] | join(" ")'; }
  $ p update flow key $flow set packets=6
  $ j .value lookup pinned "$BPFFS/flow" key $flow
  {"packets":6,"bytes":600}
  $ value flow $flow
  "06 00 00 00 00 00 00 00 58 02 00 00 00 00 00 00"
  $ p update flow key $flow set bytes=0x10 packets=7
  $ p update flow set bytes=17 key $flow
  $ j .value lookup pinned "$BPFFS/flow" key $flow
  {"packets":7,"bytes":17}

Of a value with everything in it one byte is another afterwards.

  $ bytes() { bpftool -j map lookup pinned "$BPFFS/sink" key 0 0 0 0 | sed 's/"formatted".*//' | grep -o '0x..'; }
  $ bytes >before
  $ p update sink key 0 set u8=199
  $ bytes | diff before - | grep -c '^[<>]'
  2
  [1]
  $ rm before

--echo and --dry-run.

  $ p update flow --echo -j key $flow set packets=8
  {"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":7,"bytes":17}}
  $ p update flow --dry-run -j key $flow set packets=9 bytes=1
  {"action":"replace","key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"old":{"packets":8,"bytes":17},"new":{"packets":9,"bytes":1}}
  $ p update flow --dry-run key $flow set packets=9 bytes=1
  action: replace
  key:
      saddr:    167772161
      dport:    443
      protocol: TCP
  old:
      packets: 8
      bytes:   17
  new:
      packets: 9
      bytes:   1
  $ j .value lookup pinned "$BPFFS/flow" key $flow
  {"packets":8,"bytes":17}

A value with a spin lock is read and written under it.

  $ p update locked key 1 set n=80
  $ j .value.n lookup pinned "$BPFFS/locked" key 1
  80
  $ p update locked key 1 set n=81 lock exist
  $ j .value.n lookup pinned "$BPFFS/locked" key 1
  81
  $ p update locked key 1 set lock=1
  mapctl: map locked: set: lock: struct bpf_spin_lock is the kernel's own: it cannot be given
  [2]

The bytes of a timer are the kernel's: they stay.

  $ [ ! -e "$BPFFS/timed" ] || p update timed key 0 set n=13
  $ [ ! -e "$BPFFS/timed" ] || j .value.n lookup pinned "$BPFFS/timed" key 0
  13

What cannot be set changes nothing.

  $ before=$(for map in flow hash; do bpftool -j map dump pinned "$BPFFS/$map" 2>/dev/null; done)
  $ p update flow key hex 0a 00 00 01 01 bb 07 00 set packets=1
  mapctl: map flow has no key hex 0a 00 00 01 01 bb 07 00
  [1]
  $ p update flow --dry-run key hex 0a 00 00 01 01 bb 07 00 set packets=1
  mapctl: map flow has no key hex 0a 00 00 01 01 bb 07 00
  [1]
  $ p update flow key $flow set packet=1
  mapctl: map flow: set: there is no field 'packet'; did you mean 'packets'?
  [2]
  $ p update flow key $flow set packets=-1
  mapctl: map flow: set: packets: '-1' does not fit unsigned long long: 0 to 18446744073709551615
  [2]
  $ p update flow key $flow set packets=1 bytes=x
  mapctl: map flow: set: bytes: 'x' does not fit unsigned long long: 0 to 18446744073709551615
  [2]
  $ p update flow key $flow set 5
  mapctl: map flow: set: '5' is not FIELD=VALUE
  [2]
  $ p update flow key $flow set '{"packets": 5}'
  mapctl: map flow: set: '{"packets": 5}' is not FIELD=VALUE
  [2]
  $ p update flow key $flow set packets=1 noexist
  mapctl: map flow: 'set' changes an entry that is there: 'noexist' cannot be
  [2]
  $ p update flow key $flow set packets=1 value packets=1
  mapctl: map flow: 'value' or 'set', not both
  [2]
  $ p update flow key $flow set
  mapctl: map flow: 'set' needs data behind it
  [2]
  $ p update flow set packets=1
  mapctl: map flow: update of which key? 'key' and FIELD=VALUE for each field, or JSON
  [2]
  $ p update hash key 1 set value=1
  mapctl: map hash: set: it is a single value, without fields
  [2]
  $ p update hash_raw key 1 0 0 0 set value=1
  mapctl: map hraw: set: its fields are not known; 'value' takes it whole
  [2]
  $ p update queue set value=1
  mapctl: map queue: a queue has no keys, and so no entry to 'set'
  [2]
  $ [ ! -e "$BPFFS/devmap" ] || p update devmap key 2 set ifindex=1
  mapctl: map dev: set: its values have no fields; 'value' takes them whole
  [2]
  $ p update array key 7 set n=1
  mapctl: map arr has no index 7: 0 to 3
  [1]
  $ after=$(for map in flow hash; do bpftool -j map dump pinned "$BPFFS/$map" 2>/dev/null; done)
  $ [ "$before" = "$after" ]

In the formats that show bytes the fields have their names, too.

  $ mapctl --format hex update pinned "$BPFFS/flow" key $flow set packets=9
  $ mapctl --format bpftool update pinned "$BPFFS/flow" key $flow set bytes=9
  null
  $ j .value lookup pinned "$BPFFS/flow" key $flow
  {"packets":9,"bytes":9}
