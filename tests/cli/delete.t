Entries are deleted.

  $ animals
  $ keys() { bpftool -j map dump pinned "$BPFFS/$1" | jq -c '[.[].key | map(ltrimstr("0x")) | join("")] | sort'; }
  $ keys hash
  ["01000000","02000000","e8030000"]
  $ p delete hash key 1
  $ p delete hash -j key 2
  null
  $ keys hash
  ["e8030000"]
  $ mapctl --format bpftool delete pinned "$BPFFS/hash" key 232 3 0 0
  null
  $ keys hash
  []
  $ p delete lpm4 key 10.0.0.0/8
  $ j '[.[].key] | sort' dump pinned "$BPFFS/lpm4"
  ["0.0.0.0/0","192.168.1.0/24"]
  $ p delete flow key saddr=10.0.0.1 dport=443 protocol=TCP
  $ keys flow
  []
  $ p delete percpu_hash key 7
  $ j '[.[].key]' dump pinned "$BPFFS/percpu_hash"
  [8]
  $ [ ! -e "$BPFFS/array_of_maps" ] || p delete array_of_maps key 2
  $ [ ! -e "$BPFFS/array_of_maps" ] || j '[.[].key]' dump pinned "$BPFFS/array_of_maps"
  [0]

Not there: status 1.

  $ p delete hash key 1
  mapctl: map hash has no key 1
  [1]
  $ p delete hash_raw key 9 9 9 9
  mapctl: map hraw has no key 9 9 9 9
  [1]
  $ p delete lpm4 key 10.0.0.0/9
  mapctl: map lpm4 has no key 10.0.0.0/9
  [1]
  $ [ ! -e "$BPFFS/prog_array" ] || p delete prog_array key 3
  mapctl: map progs has nothing at index 3
  [1]
  $ [ ! -e "$BPFFS/prog_array" ] || p delete prog_array key 4
  mapctl: map progs has no index 4: 0 to 3
  [1]
  $ [ ! -e "$BPFFS/devmap" ] || p delete devmap key 4
  mapctl: map dev has no index 4: 0 to 3
  [1]

--echo shows what is deleted, as lookup does.

  $ p delete hash_raw --echo key 1 0 0 0
  key:   01 00 00 00
  value: 0a 00 00 00 00 00 00 00
  $ keys hash_raw
  ["02000000","e8030000"]
  $ p delete lru_hash --echo -j key 5
  {"key":5,"value":50}
  $ p delete lru_hash --echo -j key 5
  {"error":"map lru has no key 5","status":1}
  [1]
  $ p delete lpm4 --echo -j key 192.168.1.0/24
  {"key":"192.168.1.0/24","value":24}
  $ p delete lpm4 --echo -j key 192.168.1.0/24
  {"error":"map lpm4 has no key 192.168.1.0/24","status":1}
  [1]
  $ p delete locked --echo -j key 1
  {"key":1,"value":{"lock":"struct bpf_spin_lock","n":11}}
  $ p delete locked -j key 1
  {"error":"map locked has no key 1","status":1}
  [1]
  $ j '.key, (.values | map(.value) | unique | length > 0)' delete --echo pinned "$BPFFS/percpu_hash_raw" key 7 0 0 0
  "07000000"
  true
  $ keys percpu_hash_raw | grep -c '"07000000"'
  0
  [1]
  $ [ ! -e "$BPFFS/hash_of_maps" ] || j .value.name delete --echo pinned "$BPFFS/hash_of_maps" key 10 0 0 0
  "in_a"

--dry-run deletes nothing.

  $ before=$(keys hash_raw)
  $ p delete hash_raw --dry-run key 2 0 0 0
  action: delete
  key:    02 00 00 00
  old:    14 00 00 00 00 00 00 00
  new:    (none)
  $ p delete hash_raw --dry-run -j key 2 0 0 0
  {"action":"delete","key":"02000000","old":"1400000000000000","new":null}
  $ p delete hash_raw --dry-run key 3 0 0 0
  mapctl: map hraw has no key 3 0 0 0
  [1]
  $ [ "$before" = "$(keys hash_raw)" ]

What a process has.

  $ [ ! -e "$BPFFS/task_storage" ] || p update task_storage key pid $$ value 5
  $ [ ! -e "$BPFFS/task_storage" ] || p delete task_storage key pid $$
  $ [ ! -e "$BPFFS/task_storage" ] || p delete task_storage key pid $$
  mapctl: map task has nothing for this process
  [1]

What cannot be deleted, and words that are no key.

  $ p delete array key 1
  mapctl: map arr: entries of type array cannot be deleted; 'mapctl update' changes one, 'mapctl flush --zero' makes them zero
  [2]
  $ p delete percpu_array key 1
  mapctl: map parr: entries of type percpu_array cannot be deleted; 'mapctl update' changes one, 'mapctl flush --zero' makes them zero
  [2]
  $ p delete queue
  mapctl: map queue: a queue has no keys; 'mapctl pop' takes its head
  [2]
  $ p delete stack
  mapctl: map stack: a stack has no keys; 'mapctl pop' takes its head
  [2]
  $ [ ! -e "$BPFFS/bloom_filter" ] || p delete bloom_filter
  mapctl: map bloom: nothing can be deleted from type bloom_filter
  [2]
  $ p delete array_frozen key 0
  mapctl: map afroz: entries of type array cannot be deleted; 'mapctl update' changes one, 'mapctl flush --zero' makes them zero
  [2]
  $ p delete hash_raw
  mapctl: map hraw: delete which key? 'key' and its 4 bytes
  [2]
  $ p delete hash_raw key
  mapctl: map hraw: 'key' needs data behind it
  [2]
  $ p delete hash_raw key 2
  mapctl: map hraw: key: it has 4 bytes, and 1 is given; with --key-type u32 one number will do
  [2]
  $ p delete hash_raw key 2 0 0 0 value 1
  mapctl: map hraw: the end was expected, not 'value'
  [2]
  $ p delete hash_raw key 2 0 0 0 any
  mapctl: map hraw: the end was expected, not 'any'
  [2]
  $ p delete lpm4 key hex 21 00 00 00 0a 00 00 00
  mapctl: map lpm4: key: a prefix of 33 bits: its addresses have 32
  [2]
  $ p delete lpm4 --dry-run key hex 21 00 00 00 0a 00 00 00
  mapctl: map lpm4: key: a prefix of 33 bits: its addresses have 32
  [2]
  $ b map freeze pinned "$BPFFS/hash_raw"
  $ p delete hash_raw key 2 0 0 0
  mapctl: map hraw is frozen: it can never again be changed from user space
  [3]
  $ p delete hash_raw --dry-run key 2 0 0 0
  mapctl: map hraw is frozen: it can never again be changed from user space
  [3]
  $ [ "$before" = "$(keys hash_raw)" ]
