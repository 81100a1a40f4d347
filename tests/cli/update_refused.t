What an update is refused for, each in its own words; the map is as before.

  $ live_animals
  $ content() { bpftool -j map dump pinned "$BPFFS/$1" 2>/dev/null | jq -cS 'try sort' 2>/dev/null; }
  $ refused() {
  >     local before=$(content "$1") status
  >     p update "$@"
  >     status=$?
  >     [ "$before" = "$(content "$1")" ] || echo 'IT HAS CHANGED'
  >     return $status
  > }
  $ try() { [ ! -e "$BPFFS/$1" ] || refused "$@"; }

Full.

  $ b map create "$BPFFS/full" type hash key 4 value 4 entries 2 name "${PREFIX}full"
  $ p update full key 1 0 0 0 value 1 0 0 0
  $ p update full key 2 0 0 0 value 1 0 0 0
  $ refused full key 3 0 0 0 value 1 0 0 0
  mapctl: map full is full (2 of 2 entries)
  [3]
  $ p update full key 2 0 0 0 value 2 0 0 0
  $ b map create "$BPFFS/trie" type lpm_trie key 8 value 4 entries 1 name "${PREFIX}trie" flags 1
  $ p update trie key 10.0.0.0/8 value 1 0 0 0
  $ refused trie key 10.1.0.0/16 value 1 0 0 0
  mapctl: map trie is full (1 of 1 entries)
  [3]
  $ b map create "$BPFFS/ports" type devmap_hash key 4 value 4 entries 1 name "${PREFIX}ports"
  $ p update ports key 1 value 1 0 0 0
  $ refused ports key 2 value 1 0 0 0
  mapctl: map ports is full (1 of 1 entries)
  [3]

No such index.

  $ refused array key 4 value 1
  mapctl: map arr has no index 4: 0 to 3
  [1]
  $ refused array key 4294967295 value 1
  mapctl: map arr has no index 4294967295: 0 to 3
  [1]
  $ refused percpu_array key 2 value 1
  mapctl: map parr has no index 2: 0 to 1
  [1]
  $ try devmap key 4 value 1 0 0 0
  mapctl: map dev has no index 4: 0 to 3
  [1]

There, or not there.

  $ refused hash key 1 value 1 noexist
  mapctl: map hash has key 1 already
  [1]
  $ refused hash key 3 value 1 exist
  mapctl: map hash has no key 3
  [1]
  $ refused array key 1 value 1 noexist
  mapctl: map arr has index 1 already
  [1]
  $ refused lpm4 key 10.0.0.0/8 value 1 noexist
  mapctl: map lpm4 has key 10.0.0.0/8 already
  [1]
  $ refused lpm4 key 10.0.0.0/9 value 1 exist
  mapctl: map lpm4 has no key 10.0.0.0/9
  [1]
  $ refused flow key hex 0a 00 00 01 01 bb 06 00 value packets=1 bytes=2 noexist
  mapctl: map flow has key hex 0a 00 00 01 01 bb 06 00 already
  [1]
  $ socket=$(ls -l "/proc/$ZOO/fd" | awk '/socket:/ { print $9; exit }')
  $ try sockhash key 1 0 0 0 value pid "$ZOO" fd "$socket" noexist
  mapctl: map sockh has key 1 0 0 0 already
  [1]

What the type knows no mode for.

  $ try prog_array key 1 value name zoo_filter exist
  mapctl: map progs: type prog_array knows no 'exist'
  [2]
  $ try bloom_filter value 1 0 0 0 noexist
  mapctl: map bloom: type bloom_filter knows no 'noexist'
  [2]
  $ try queue value 1 0 0 0 noexist
  mapctl: map queue: type queue knows no 'noexist'; 'exist' puts a value in the place of the oldest where it is full
  [2]

A lock where there is none.

  $ refused hash key 1 value 1 lock
  mapctl: map hash: 'lock': there is no bpf_spin_lock in its values
  [2]
  $ refused array key 1 value 1 lock
  mapctl: map arr: 'lock': there is no bpf_spin_lock in its values
  [2]

Frozen.

  $ refused array_frozen key 0 value 1
  mapctl: map afroz is frozen: it can never again be changed from user space
  [3]
  $ refused rodata key 0 value 99 0 0 0
  mapctl: map .ro is frozen: it can never again be changed from user space
  [3]
  $ b map freeze pinned "$BPFFS/full"
  $ refused full key 1 0 0 0 value 9 9 9 9
  mapctl: map full is frozen: it can never again be changed from user space
  [3]

Not writable: the pin's mode, without capabilities.

  $ chmod 444 "$BPFFS/hash_raw"; chmod 755 "$BPFFS" "$HERE"
  $ nobody lookup pinned "$BPFFS/hash_raw" key 1 0 0 0
  key:   01 00 00 00
  value: 0a 00 00 00 00 00 00 00
  $ nobody update pinned "$BPFFS/hash_raw" key 1 0 0 0 value 1 2 3 4 5 6 7 8
  mapctl: BPFFS/hash_raw: not permitted; the file mode of a pin says who may open its map, and root (CAP_DAC_OVERRIDE) may always
  [5]
  $ nobody delete pinned "$BPFFS/hash_raw" key 1 0 0 0
  mapctl: BPFFS/hash_raw: not permitted; the file mode of a pin says who may open its map, and root (CAP_DAC_OVERRIDE) may always
  [5]
  $ content hash_raw | grep -c '"0x0a","0x00"'
  1

Values that the kernel does not take.

  $ try array_of_maps key 0 value name "${PREFIX}hash"
  mapctl: map aom does not take this value (Invalid argument): an inner map has to have the type, the sizes and the flags of the one that this map was created with, and an array its max_entries, too
  [3]
  $ try hash_of_maps key 10 0 0 0 value name "${PREFIX}hash"
  mapctl: map hom does not take this value (Invalid argument): an inner map has to have the type, the sizes and the flags of the one that this map was created with, and an array its max_entries, too
  [3]
  $ try lpm4 key hex 21 00 00 00 0a 00 00 00 value 1
  mapctl: map lpm4: key: a prefix of 33 bits: its addresses have 32
  [2]

Types that take none from user space.

  $ try ringbuf value 1
  mapctl: map ring: programs put records into a ring buffer; 'mapctl events' shows them
  [2]
  $ try user_ringbuf value 1
  mapctl: map uring: records are put into a user ring buffer by 'mapctl push'
  [2]
  $ try stack_trace key 1 value 1
  mapctl: map stackt: values cannot be put into type stack_trace from user space
  [2]

Words that are no entry.

  $ refused hash
  mapctl: map hash: update to which value? 'value' and one number
  [2]
  $ refused hash key 1
  mapctl: map hash: update to which value? 'value' and one number
  [2]
  $ refused hash key 1 valeu 2
  mapctl: map hash: 'value' was expected, not 'valeu'
  [2]
  $ refused hash key 1 0 0 0
  mapctl: map hash: update to which value? 'value' and one number
  [2]
  $ refused hash value 1
  mapctl: map hash: update of which key? 'key' and one number
  [2]
  $ refused hash key 1 value
  mapctl: map hash: 'value' needs data behind it
  [2]
  $ refused hash key value 1
  mapctl: map hash: 'key' needs data behind it; if 'value' is meant to be that, write '"value"'
  [2]
  $ refused hash key 1 value 1 noexist exist
  mapctl: map hash: 'exist' comes too late: one of any, exist and noexist, and lock
  [2]
  $ refused hash key 1 value 1 key 2
  mapctl: map hash: 'key' is given twice
  [2]
  $ refused hash key 1 value 1 somewhat
  mapctl: map hash: value: it has 8 bytes, and 2 are given; one number will do
  [2]
  $ refused hash 1 value 1
  mapctl: update: 'key' was expected, not '1'; see 'mapctl help update'
  [2]
  $ refused hash key 4294967296 value 1
  mapctl: map hash: key: '4294967296' does not fit unsigned int: 0 to 4294967295
  [2]
  $ refused hash key 1 value -1
  mapctl: map hash: value: '-1' does not fit unsigned long long: 0 to 18446744073709551615
  [2]
  $ refused hash key 1 value 18446744073709551616
  mapctl: map hash: value: '18446744073709551616' does not fit unsigned long long: 0 to 18446744073709551615
  [2]
  $ refused hash_raw key 1 0 0 0 value 1
  mapctl: map hraw: value: it has 8 bytes, and 1 is given; with --value-type u64 one number will do
  [2]
  $ refused hash_raw key 1 0 0 0 value 1 2 3 4 5 6 7 256
  mapctl: map hraw: value: '256' is not a byte: 0 to 255, or 0x00 to 0xff
  [2]
  $ refused flow key saddr=1 dport=2 protocol=TCP value packet=1
  mapctl: map flow: value: there is no field 'packet'; did you mean 'packets'?
  [2]
  $ refused name key a_name_of_more_than_sixteen value 1
  mapctl: map name: key: 'a_name_of_more_than_sixteen' does not fit char [16]: it has 27 bytes, 16 at most
  [2]
  $ refused hash key 1 value @/nonexistent
  mapctl: map hash: value: opening /nonexistent: No such file or directory
  [3]
  $ try queue key 1 value 1 0 0 0
  mapctl: map queue: a queue has no keys
  [2]
  $ refused hash --echos key 1 value 1
  mapctl: update: there is no option --echos; did you mean --echo?
  [2]

Exactly one map.

  $ for twin in twin_a twin_b; do
  >     b map create "$BPFFS/$twin" type hash key 4 value 4 entries 2 name "${PREFIX}twin"
  > done
  $ m update name "${PREFIX}twin" key 1 0 0 0 value 1 0 0 0
  mapctl: 2 maps have the name "twin": ID (hash), ID (hash); say which with 'id N'
  [2]
  $ m delete name "${PREFIX}twin" key 1 0 0 0
  mapctl: 2 maps have the name "twin": ID (hash), ID (hash); say which with 'id N'
  [2]
  $ m pop name "${PREFIX}twin" key 1 0 0 0
  mapctl: 2 maps have the name "twin": ID (hash), ID (hash); say which with 'id N'
  [2]
  $ content twin_a
  []
  $ content twin_b
  []
  $ m update name "${PREFIX}no_such" key 1 0 0 0 value 1 0 0 0 2>&1 | sed 's/; .*//'
  mapctl: no map has the name "no_such"
  [1]
  $ m update pinned "$BPFFS/no_such_pin_at_all" key 1 value 1
  mapctl: BPFFS/no_such_pin_at_all: no such pin
  [1]

Words out of their place, and what a type does not take, before what is left out.

  $ p update array -- any one
  mapctl: map arr: 'key' was expected, not 'one'
  [2]
  $ p update array -- key 1 value 2 lock exist any
  mapctl: map arr: 'any' comes too late: one of any, exist and noexist, and lock
  [2]
  $ p update queue --echo value 1 0 0 0
  mapctl: map queue: --echo: type queue has no keys, and so no old entry
  [2]
  $ p update array_raw key one value 1 0 0 0
  mapctl: map araw: key: 'one' is not a number: 0 to 4294967295
  [2]
  $ p update array_raw key -1 value 1 0 0 0
  mapctl: map araw: key: '-1' is not a number: 0 to 4294967295
  [2]
  $ p update array_raw key 010 value 1 0 0 0
  mapctl: map araw: key: '010' begins with 0 and could be octal: write it without, or as 0x
  [2]
  $ p update array key 1 value 010
  mapctl: map arr: value: '010' begins with 0 and could be octal: write it without, or as 0x
  [2]
  $ p update array key 1 value -08
  mapctl: map arr: value: '-08' begins with 0 and could be octal: write it without, or as 0x
  [2]
  $ p update array_raw key 1 value 1 0 010 0
  mapctl: map araw: value: '010' begins with 0 and could be octal: write it without, or as 0x
  [2]
  $ p update array key 1 value @
  mapctl: map arr: value: which file? its path, or - for standard input
  [2]
  $ p push queue value 1 0 0 0 noexist
  mapctl: map queue: type queue knows no 'noexist'; 'exist' puts a value in the place of the oldest where it is full
  [2]
  $ p pop queue value 1
  mapctl: map queue: 'key' was expected, not 'value'
  [2]
