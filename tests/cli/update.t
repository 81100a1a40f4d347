Entries are written.

  $ animals
  $ seen() { bpftool -j map lookup pinned "$BPFFS/$1" key "${@:2}" | jq -c '[.value[] | ltrimstr("0x")] | join(" ")'; }

A key that is new, and one that is there: nothing is said.

  $ p update hash key 3 value 30
  $ seen hash 3 0 0 0
  "1e 00 00 00 00 00 00 00"
  $ p update hash key 3 value 31
  $ seen hash 3 0 0 0
  "1f 00 00 00 00 00 00 00"
  $ p update hash -j key 3 value 32
  null
  $ mapctl --format bpftool update pinned "$BPFFS/hash" key 3 value 33
  null
  $ seen hash 3 0 0 0
  "21 00 00 00 00 00 00 00"

By name, by id, and in any order.

  $ m update name "${PREFIX}hash" value 34 key 3
  $ seen hash 3 0 0 0
  "22 00 00 00 00 00 00 00"
  $ m update id "$(bpftool -j map show pinned "$BPFFS/hash" | jq .id)" any value 35 key 3
  $ seen hash 3 0 0 0
  "23 00 00 00 00 00 00 00"

Bytes as bpftool takes them: twins have the same.

  $ for map in mine its; do
  >     b map create "$BPFFS/$map" type hash key 4 value 8 entries 4 name "$PREFIX$map"
  > done
  $ sorted() { bpftool -j map dump pinned "$BPFFS/$1" | jq -c sort; }
  $ both() {
  >     bpftool map update pinned "$BPFFS/its" "$@" && command mapctl update pinned "$BPFFS/mine" "$@" &&
  >         diff <(sorted its) <(sorted mine)
  > }
  $ both key 1 0 0 0 value 1 2 3 4 5 6 7 8
  $ both key 0x02 0x00 0x00 0x00 value 0x2a 0x00 0x00 0x00 0x00 0x00 0x00 0x00
  $ both key hex 01 00 00 00 value hex ff fe fd fc fb fa f9 f8 exist
  $ both value 9 9 9 9 9 9 9 9 noexist key 3 0 0 0
  $ both key 3 0 0 0 value 8 9 9 9 9 9 9 9 any
  $ bpftool -j map dump pinned "$BPFFS/mine" | jq length
  3

any, exist and noexist.

  $ p update hash key 3 value 40 noexist
  mapctl: map hash has key 3 already
  [1]
  $ p update hash key 4 value 40 exist
  mapctl: map hash has no key 4
  [1]
  $ p lookup hash key 4
  mapctl: map hash has no key 4
  [1]
  $ p update hash key 4 value 40 noexist
  $ p update hash key 4 value 41 exist
  $ p update hash key 4 value 42 any
  $ seen hash 4 0 0 0
  "2a 00 00 00 00 00 00 00"
  $ seen hash 3 0 0 0
  "23 00 00 00 00 00 00 00"
  $ p update flow key saddr=1 dport=2 protocol=UDP value packets=1 exist
  mapctl: note: map flow: value: left out, and so zero: bytes
  mapctl: map flow has no key saddr=1 dport=2 protocol=UDP
  [1]
  $ p update name key eth1 value 1 exist
  mapctl: map name has no key eth1
  [1]

Every kind of key and value has its type.

  $ p update flow key saddr=10.0.0.9 dport=53 protocol=UDP value packets=1 bytes=99
  $ p lookup flow -j key '{"saddr": 167772169, "dport": 53, "protocol": "UDP"}'
  {"key":{"saddr":167772169,"dport":53,"protocol":"UDP"},"value":{"packets":1,"bytes":99}}
  $ p update name key eth1 value 0x10
  $ p lookup name -j key eth1
  {"key":"eth1","value":16}
  $ p update array key 2 value 4294967295
  $ seen array 2 0 0 0
  "ff ff ff ff"
  $ p update lpm4 key 172.16.0.0/12 value 12
  $ p lookup lpm4 -j key 172.16.5.5
  {"key":"172.16.5.5/32","value":12}
  $ p update percpu_hash key 9 value 3
  $ j '.values | map(.value) | unique' lookup pinned "$BPFFS/percpu_hash" key 9
  [3]
  $ printf '\005\0\0\0\0\0\0\0' | p update hash key 5 value @-
  $ seen hash 5 0 0 0
  "05 00 00 00 00 00 00 00"

A value under a spin lock is written under it, asked for or not.

  $ p update locked key 1 value n=70
  $ p lookup locked -j key 1
  {"key":1,"value":{"lock":"struct bpf_spin_lock","n":70}}
  $ p update locked key 1 value n=71 lock
  $ p update locked key 2 value n=72 lock noexist
  $ j '[.[] | [.key, .value.n]] | sort' dump pinned "$BPFFS/locked"
  [[1,71],[2,72]]
  $ flags() { strace -e trace=bpf -e verbose=all mapctl "$@" 2>&1 >/dev/null | grep -Eo 'BPF_MAP_UPDATE_ELEM.*flags=[A-Z_|]+' | sed 's/.*flags=//'; }
  $ ! command -v strace >/dev/null || [ "$(flags update pinned "$BPFFS/locked" key 2 value n=73)" = "BPF_F_LOCK" ]

What a process has.

  $ [ ! -e "$BPFFS/task_storage" ] || p update task_storage key pid $$ value 77
  $ [ ! -e "$BPFFS/task_storage" ] || j .value lookup pinned "$BPFFS/task_storage" key pid $$
  77
  $ [ ! -e "$BPFFS/task_storage" ] || p update task_storage key pid $$ value 78 noexist
  mapctl: map task has something for this process already
  [1]

--echo shows the entry as it was.

  $ p update hash --echo key 3 value 50
  key:   3
  value: 35
  $ p update hash --echo -j key 3 value 51
  {"key":3,"value":50}
  $ p update hash --echo -j key 30 value 51
  {"key":30,"value":null}
  $ p update hash --echo key 31 value 51
  key:   31
  value: (none)
  $ j '.values | map(.value) | unique' update --echo pinned "$BPFFS/percpu_hash" key 9 value 4
  [3]
  $ mapctl --format hex update pinned "$BPFFS/hash" --echo key 3 value 52
  key: 03 00 00 00  value: 33 00 00 00 00 00 00 00
  $ p update hash --echo -j key 3 value 53 noexist
  {"error":"map hash has key 3 already","status":1}
  [1]
  $ seen hash 3 0 0 0
  "34 00 00 00 00 00 00 00"
  $ p update lpm4 --echo -j key 172.16.0.0/16 value 16
  {"key":"172.16.0.0/16","value":null}
  $ p update lpm4 --echo -j key 172.16.0.0/16 value 17
  {"key":"172.16.0.0/16","value":16}

--dry-run says what would change, and changes nothing.

  $ before=$(for map in hash array percpu_hash lpm4; do bpftool -j map dump pinned "$BPFFS/$map"; done)
  $ p update hash --dry-run key 3 value 60
  action: replace
  key:    3
  old:    52
  new:    60
  $ p update hash --dry-run -j key 3 value 60
  {"action":"replace","key":3,"old":52,"new":60}
  $ p update hash --dry-run -j key 33 value 60
  {"action":"insert","key":33,"old":null,"new":60}
  $ p update hash --dry-run -j key 33 value 60 exist
  {"error":"map hash has no key 33","status":1}
  [1]
  $ p update hash --dry-run -j key 3 value 60 noexist
  {"error":"map hash has key 3 already","status":1}
  [1]
  $ j '.action, (.old, .new | map(.value) | unique)' update --dry-run pinned "$BPFFS/percpu_hash" key 9 value 5
  "replace"
  [4]
  [5]
  $ p update array --dry-run -j key 2 value 5
  {"action":"replace","key":2,"old":4294967295,"new":5}
  $ p update array --dry-run key 4 value 5
  mapctl: map arr has no index 4: 0 to 3
  [1]
  $ p update lpm4 --dry-run -j key 172.16.0.0/13 value 5
  {"action":"insert","key":"172.16.0.0/13","old":null,"new":5}
  $ p update lpm4 --dry-run -j key 172.16.0.0/12 value 5
  {"action":"replace","key":"172.16.0.0/12","old":12,"new":5}
  $ p update array_frozen --dry-run key 0 value 5
  mapctl: map afroz is frozen: it can never again be changed from user space
  [3]
  $ j .new update pinned "$BPFFS/hash_of_maps" --dry-run key 10 0 0 0 value name "${PREFIX}in_b"
  "name in_b"
  $ mapctl --format hex update pinned "$BPFFS/hash" --dry-run key 3 value 60
  action: replace  key: 03 00 00 00  old: 34 00 00 00 00 00 00 00  new: 3c 00 00 00 00 00 00 00
  $ after=$(for map in hash array percpu_hash lpm4; do bpftool -j map dump pinned "$BPFFS/$map"; done)
  $ [ "$before" = "$after" ]

An array of one entry needs no key, by itself or in a batch; one of two does, and nothing else goes without.

  $ one='struct { u64 rate; u64 burst; }'
  $ m create "$BPFFS/one" type array key u32 value "$one" entries 1
  $ m create "$BPFFS/cells" type percpu_array key u32 value u64 entries 1
  $ m create "$BPFFS/two" type array key u32 value "$one" entries 2
  $ m create "$BPFFS/lone" type hash key u32 value "$one" entries 1
  $ p update one value rate=200
  mapctl: note: map one: value: left out, and so zero: burst
  $ seen one 0 0 0 0
  "c8 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00"
  $ p update one set burst=3
  $ p update one --dry-run value rate=1 burst=1
  action: replace
  key:    0
  old:
      rate:  200
      burst: 3
  new:
      rate:  1
      burst: 1
  $ seen one 0 0 0 0
  "c8 00 00 00 00 00 00 00 03 00 00 00 00 00 00 00"
  $ p update one noexist value rate=1 burst=1
  mapctl: map one has index 0 already
  [1]
  $ p update cells value all 7
  $ bpftool -j map lookup pinned "$BPFFS/cells" key 0 0 0 0 | jq -c '[.formatted.values[].value] | unique'
  [7]
  $ echo "update pinned $BPFFS/one value rate=5 burst=6" | m batch file -
  processed 1 commands
  $ seen one 0 0 0 0
  "05 00 00 00 00 00 00 00 06 00 00 00 00 00 00 00"
  $ p update two value rate=1 burst=1
  mapctl: map two: update of which key? 'key' and one number
  [2]
  $ p update two set rate=1
  mapctl: map two: update of which key? 'key' and one number
  [2]
  $ p update lone value rate=1 burst=1
  mapctl: map lone: update of which key? 'key' and one number
  [2]
  $ b map create "$BPFFS/jump" type prog_array key 4 value 4 entries 1 name "${PREFIX}jump"
  $ p delete jump
  mapctl: map jump: delete which key? 'key' and its 4 bytes
  [2]
