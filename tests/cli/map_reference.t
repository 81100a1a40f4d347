How a map is named on the command line.

  $ animals
  $ id=$(bpftool -j map show pinned "$BPFFS/hash" | jq .id)

By id, by name, by pin; and by one word that can only be one of them.

  $ m lookup id $id key 2
  key:   2
  value: 20
  $ m lookup $id key 2
  key:   2
  value: 20
  $ m lookup name "${PREFIX}hash" key 2
  key:   2
  value: 20
  $ m lookup "${PREFIX}hash" key 2
  key:   2
  value: 20
  $ m lookup pinned "$BPFFS/hash" key 2
  key:   2
  value: 20
  $ m lookup "$BPFFS/hash" key 2
  key:   2
  value: 20
  $ (cd "$BPFFS" && m lookup ./hash key 2 && m lookup pinned hash key 2)
  key:   2
  value: 20
  key:   2
  value: 20

A word of digits is an id, also where a map has it for a name.

  $ b map create "$BPFFS/digits" type array key 4 value 4 entries 1 name 4294967295
  $ m getnext 4294967295
  mapctl: no map has the id 4294967295; 'mapctl list' shows the maps
  [1]
  $ m getnext name 4294967295
  key:      (none)
  next_key: 0
  $ rm "$BPFFS/digits"

Options stand before, between and behind.

  $ m -j lookup "${PREFIX}hash" key 2
  {"key":2,"value":20}
  $ m lookup -j "${PREFIX}hash" key 2
  {"key":2,"value":20}
  $ m lookup "${PREFIX}hash" -j key 2
  {"key":2,"value":20}
  $ m --sum lookup "${PREFIX}phash" key 8
  key:   8
  value: 0
  $ m lookup -- "${PREFIX}hash" key 2
  key:   2
  value: 20
  $ m dump -- -j
  mapctl: no map has the name "-j"; 'mapctl list' shows the maps
  [1]

The kernel keeps 15 characters of a name: more are known by the pin, or by BTF.

  $ m lookup "${PREFIX}longer_than_fifteen" key 1
  key:   1
  value: 1
  $ m lookup "${PREFIX}named_by_its_definition" key 1
  key:   1
  value: -1
  $ m lookup "${PREFIX}longer" key 1
  key:   1
  value: 1
  $ j .name show "${PREFIX}longer"
  "longer_than_fifteen"
  $ j .name show pinned "$BPFFS/long_by_btf"
  "named_by_its_definition"
  $ m lookup "${PREFIX}longer_than_sixteen" key 1
  mapctl: no map is known to have the name "longer_than_sixteen"; the kernel keeps 15 characters, and a map has "longer"
  [1]
  $ m lookup "${PREFIX}longe" key 1 | sed 's/".*"/NAMES/'
  mapctl: no map has the name NAMES
  [1]

What only other pins tell of a name is looked for by those who show it.

  $ b map create "$BPFFS/${PREFIX}of_all_the_names" type array key 4 value 4 entries 1 name "${PREFIX}of_all"
  $ m lookup id $(bpftool -j map show pinned "$BPFFS/${PREFIX}of_all_the_names" | jq .id) key 9
  mapctl: map of_all has no index 9: 0 to 0
  [1]

A pin that is replaced all the time is always one of a map, or none.

  $ python3 - "$BPFFS/hash" "$BPFFS/moving" <<'EOF' &
  > import os, sys, time
  > sys.path.insert(0, os.environ["top_srcdir"] + "/tests/pybpf")
  > import calls
  > fd = calls.pinned(sys.argv[1])
  > end = time.monotonic() + 1.5
  > while time.monotonic() < end:
  >     calls.pin(fd, sys.argv[2])
  >     os.unlink(sys.argv[2])
  > EOF
  $ while kill -0 $! 2>/dev/null; do
  >     mapctl show pinned "$BPFFS/moving" -o id 2>&1
  > done | sed 's/[0-9]\+/ID/; s,.*: no such pin.*,none,' | sort -u | grep -v -e '^id: *ID$' -e '^none$'
  [1]

So are maps whose name is taken over by others all the time.

  $ python3 - "${PREFIX}anew" <<'EOF' &
  > import os, sys, time
  > sys.path.insert(0, os.environ["top_srcdir"] + "/tests/pybpf")
  > import calls
  > end = time.monotonic() + 1.5
  > while time.monotonic() < end:
  >     os.close(calls.map_create(calls.ARRAY, 4, 4, 1, sys.argv[1].encode()))
  > EOF
  $ while kill -0 $! 2>/dev/null; do
  >     mapctl show name "${PREFIX}anew" -o name 2>&1
  > done | grep -v -e '^name: ' -e '^mapctl: no map has the name' -e '^mapctl: [0-9]* maps have'
  [1]

Several maps of one name: text shows all, each under its heading.

  $ m dump "${PREFIX}dup"
  dup: hash, id ID
  KEY          VALUE
  01 00 00 00  01 00 00 00
  
  dup: array, id ID
  KEY  VALUE
    0  02 00 00 00
  $ m show "${PREFIX}dup" -o type,name,pins
  type:      hash
  name:      dup
  pins:      BPFFS/dup_a
  
  type:      array
  name:      dup
  pins:      BPFFS/dup_b

JSON does so with --all only, and then always in the same shape.

  $ m -j dump "${PREFIX}dup"
  {"error":"2 maps have the name \"dup\": ID (hash), ID (array); say which with 'id N'","status":2}
  [2]
  $ m -j --all dump "${PREFIX}dup"
  [{"id":ID,"name":"dup","entries":[{"key":"01000000","value":"01000000"}]},{"id":ID,"name":"dup","entries":[{"key":0,"value":"02000000"}]}]
  $ m -j --all dump "${PREFIX}lru"
  [{"id":ID,"name":"lru","entries":[{"key":5,"value":50}]}]
  $ m --format jsonl --all dump "${PREFIX}dup"
  {"id":ID,"name":"dup","entries":[{"key":"01000000","value":"01000000"}]}
  {"id":ID,"name":"dup","entries":[{"key":0,"value":"02000000"}]}
  $ m -j show "${PREFIX}dup"
  {"error":"2 maps have the name \"dup\": ID (hash), ID (array); say which with 'id N'","status":2}
  [2]
  $ m -j --all show "${PREFIX}dup" -o type,max
  [{"type":"hash","max_entries":4},{"type":"array","max_entries":1}]
  $ m -j --all show "${PREFIX}lru" -o type
  [{"type":"lru_hash"}]
  $ m --all dump "${PREFIX}lru"
  lru: lru_hash, id ID
  KEY  VALUE
    5     50

Other commands want one map.

  $ m lookup "${PREFIX}dup" key 1
  mapctl: 2 maps have the name "dup": ID (hash), ID (array); say which with 'id N'
  [2]
  $ m --all getnext "${PREFIX}dup"
  mapctl: 2 maps have the name "dup": ID (hash), ID (array); say which with 'id N'
  [2]
  $ m schema "${PREFIX}dup"
  mapctl: 2 maps have the name "dup": ID (hash), ID (array); say which with 'id N'
  [2]

One of several that cannot be shown does not hide the others.

  $ b map create "$BPFFS/twin_a" type queue key 0 value 4 entries 4 name "${PREFIX}twin"
  $ b map create "$BPFFS/twin_b" type array key 4 value 4 entries 1 name "${PREFIX}twin"
  $ m dump "${PREFIX}twin" 2>&1 | sort
  
    0  00 00 00 00
  KEY  VALUE
  mapctl: dump: 1 of 2 maps are not shown whole
  mapctl: map twin: a queue has no entries to walk; 'mapctl lookup' shows its head
  twin: array, id ID
  twin: queue, id ID
  [4]

One alone ends as it would without --all; several, none of which was shown, as the first.

  $ b map create "$BPFFS/lone" type queue key 0 value 4 entries 4 name "${PREFIX}lone"
  $ m dump "${PREFIX}lone" | grep -c "no entries to walk"
  1
  [2]
  $ m --all dump "${PREFIX}lone" | grep -c .
  2
  [2]
  $ m --all -j dump "${PREFIX}lone" | grep -c '"status":2'
  1
  [2]
  $ m --all --sum dump "${PREFIX}twin" | sort
  
  mapctl: dump: 2 of 2 maps are not shown whole
  mapctl: map twin has one value an entry: --sum adds up those of per-CPU maps
  mapctl: map twin has one value an entry: --sum adds up those of per-CPU maps
  twin: array, id ID
  twin: queue, id ID
  [2]
