push, pop and peek: queues, stacks, bloom filters; pop takes entries out of hashes, too.

  $ animals
  $ for type in queue stack; do
  >     b map create "$BPFFS/${type}3" type $type key 0 value 4 entries 3 name "$PREFIX${type}"
  > done

First in, first out; last in, first out.  bpftool sees the same.

  $ for map in queue3 stack3; do
  >     p push $map value 1 0 0 0
  >     p enqueue $map value 2 0 0 0
  >     p update $map value 3 0 0 0
  >     b map peek pinned "$BPFFS/$map"
  >     p peek $map
  >     p lookup $map
  >     p pop $map
  >     p dequeue $map
  >     b map pop pinned "$BPFFS/$map"
  > done
  value: 01 00 00 00
  value: 01 00 00 00
  value: 01 00 00 00
  value: 01 00 00 00
  value: 02 00 00 00
  value: 03 00 00 00
  value: 03 00 00 00
  value: 03 00 00 00
  value: 03 00 00 00
  value: 03 00 00 00
  value: 02 00 00 00
  value: 01 00 00 00

Empty: status 1.

  $ p pop queue3
  mapctl: map queue is empty
  [1]
  $ p pop queue3 -j
  {"error":"map queue is empty","status":1}
  [1]
  $ p dequeue stack3
  mapctl: map stack is empty
  [1]
  $ p peek queue3
  mapctl: map queue is empty
  [1]
  $ p peek stack3 -j
  {"error":"map stack is empty","status":1}
  [1]
  $ p pop queue3 --dry-run
  mapctl: map queue is empty
  [1]

Full: the kernel refuses, or with exist drops the oldest.

  $ for value in 1 2 3; do p push queue3 value $value 0 0 0; done
  $ p push queue3 value 4 0 0 0
  mapctl: map queue is full (3 of 3 entries)
  [3]
  $ p push queue3 -j value 4 0 0 0
  {"error":"map queue is full (3 of 3 entries)","status":3}
  [3]
  $ p push queue3 value 4 0 0 0 exist
  $ b map peek pinned "$BPFFS/queue3"
  value: 02 00 00 00

As bpftool prints it.

  $ diff <(mapctl --format bpftool peek pinned "$BPFFS/queue3") <(bpftool -j map peek pinned "$BPFFS/queue3")
  $ mapctl --format bpftool pop pinned "$BPFFS/queue3"
  {"key":[],"value":["0x02","0x00","0x00","0x00"]}
  $ b -j map pop pinned "$BPFFS/queue3"
  {"key":[],"value":["0x03","0x00","0x00","0x00"]}
  $ mapctl --format bpftool push pinned "$BPFFS/queue3" value 5 0 0 0
  null
  $ mapctl -j pop pinned "$BPFFS/queue3"
  {"value":"04000000"}

--dry-run leaves it as it is.

  $ p pop queue3 --dry-run
  action: pop
  old:    05 00 00 00
  new:    (none)
  $ p push queue3 --dry-run -j value 9 0 0 0
  {"action":"push","old":null,"new":"09000000"}
  $ p push queue3 --echo value 9 0 0 0
  mapctl: map queue: --echo: type queue has no keys, and so no old entry
  [2]
  $ b map pop pinned "$BPFFS/queue3"
  value: 05 00 00 00
  $ p peek queue3
  mapctl: map queue is empty
  [1]

A bloom filter takes values, and gives none back.

  $ needs bloom_filter
  $ p lookup bloom_filter value 7 0 0 0
  no
  [1]
  $ p push bloom_filter value 7 0 0 0
  $ p lookup bloom_filter value 7 0 0 0
  maybe
  $ p pop bloom_filter
  mapctl: map bloom: nothing can be taken out of type bloom_filter
  [2]
  $ p peek bloom_filter
  mapctl: map bloom: lookup of which value? 'value' and its 4 bytes
  [2]

pop with a key reads an entry and deletes it, in one step.

  $ p pop hash key 1000
  key:   1000
  value: 4
  $ p pop hash key 1000
  mapctl: map hash has no key 1000
  [1]
  $ p pop hash -j key 2
  {"key":2,"value":20}
  $ b -j map dump pinned "$BPFFS/hash" | jq -c '[.[].key]'
  [["0x01","0x00","0x00","0x00"]]
  $ mapctl --format hex pop pinned "$BPFFS/hash_raw" key 2 0 0 0
  key: 02 00 00 00  value: 14 00 00 00 00 00 00 00
  $ j '.values | length > 0' pop pinned "$BPFFS/percpu_hash" key 7
  true
  $ p lookup percpu_hash key 7
  mapctl: map phash has no key 7
  [1]
  $ p pop locked -j key 1
  {"key":1,"value":{"lock":"struct bpf_spin_lock","n":11}}
  $ p pop lru_hash --dry-run -j key 5
  {"action":"pop","key":5,"old":50,"new":null}
  $ p lookup lru_hash key 5
  key:   5
  value: 50
  $ p peek lru_hash key 5
  key:   5
  value: 50
  $ p peek lru_hash -j key 6
  {"error":"map lru has no key 6","status":1}
  [1]

What has no head is left alone: bpftool deletes some entry of a hash there.

  $ p pop hash
  mapctl: map hash: type hash has no head; 'key' and one number say which entry to take out
  [2]
  $ p dequeue hash_raw
  mapctl: map hraw: type hash has no head; 'key' and its 4 bytes say which entry to take out
  [2]
  $ p pop array
  mapctl: map arr: nothing can be taken out of type array
  [2]
  $ p pop array key 0
  mapctl: map arr: nothing can be taken out of type array
  [2]
  $ p pop lpm4 key 10.0.0.0/8
  mapctl: map lpm4: the kernel takes no entries out of type lpm_trie; 'mapctl delete --echo' shows one and deletes it
  [2]
  $ p pop queue key 1
  mapctl: map queue: a queue has no keys
  [2]
  $ [ ! -e "$BPFFS/ringbuf" ] || p pop ringbuf
  mapctl: map ring: 'mapctl events --consume' takes records out of a ring buffer
  [2]
  $ p peek hash
  mapctl: map hash: lookup of which key? 'key' and one number
  [2]
  $ b -j map dump pinned "$BPFFS/hash" | jq length
  1
  $ j length dump pinned "$BPFFS/lpm4"
  3
