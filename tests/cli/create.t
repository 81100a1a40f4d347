Maps by sizes, as bpftool makes them.

  $ made() { bpftool -j map show pinned "$BPFFS/$1" | jq -c '[.type, .name, .flags, .bytes_key, .bytes_value, .max_entries]' | neutral; }
  $ m create "$BPFFS/my_map" type hash key 4 value 8 entries 100 name "${PREFIX}my_map"
  $ made my_map
  ["hash","my_map",0,4,8,100]
  $ m update pinned "$BPFFS/my_map" key 0x01 0x00 0x00 0x00 value 0x2a 0x00 0x00 0x00 0x00 0x00 0x00 0x00
  $ m dump name "${PREFIX}my_map"
  KEY          VALUE
  01 00 00 00  2a 00 00 00 00 00 00 00
  $ m -j create "$BPFFS/json" type array key 4 value 8 entries 1 name x
  null
  $ made json
  ["array","x",0,4,8,1]

Words in any order, each once; the name of the pin where there is no other.

  $ m create "$BPFFS/a-long-name_for_a_pin" entries 1k value 0x10 type lru_hash key 12
  $ made a-long-name_for_a_pin
  ["lru_hash","a_long_name_for",0,12,16,1024]
  $ m create "$BPFFS/big" type array value 4 entries 1M
  $ made big
  ["array","big",0,4,4,1048576]
  $ m create "$BPFFS/called" type array value 4 entries 1 name a_name_of_twenty_ch
  mapctl: note: create: of the name 'a_name_of_twenty_ch' the kernel keeps 15 characters: 'a_name_of_twent'
  $ made called
  ["array","a_name_of_twent",0,4,4,1]
  $ b map create "$BPFFS/twin" type array key 4 value 4 entries 1 name a_name_of_twenty_ch
  $ made twin
  ["array","a_name_of_twent",0,4,4,1]

Flags by name, as they are in C, by number.

  $ for flags in no_prealloc,rdonly_prog BPF_F_NO_PREALLOC,BPF_F_RDONLY_PROG 0x81 129 no_prealloc,0x80; do
  >     m create "$BPFFS/flags" type hash key 4 value 4 entries 8 flags $flags
  >     bpftool -j map show pinned "$BPFFS/flags" | jq .flags
  >     m unpin "$BPFFS/flags"
  > done
  129
  129
  129
  129
  129

Every type, with what it leaves no choice of left out.

  $ m create "$BPFFS/plain" type array value 4 entries 1
  $ for words in 'hash key 4 value 4' 'array value 4' 'prog_array' 'perf_event_array' 'percpu_hash key 4 value 8' \
  >     'percpu_array value 8' 'stack_trace value 1016' 'cgroup_array' 'lru_hash key 4 value 4' \
  >     'lru_percpu_hash key 4 value 8' 'lpm_trie key 8 value 4 flags no_prealloc' \
  >     "array_of_maps inner_map pinned $BPFFS/plain" "hash_of_maps key 4 inner_map $BPFFS/plain" 'devmap value 8' \
  >     'sockmap value 8' 'xskmap' 'sockhash key 4 value 8' 'reuseport_sockarray value 8' \
  >     'queue value 4' 'stack value 4' 'devmap_hash value 4' 'ringbuf' 'bloom_filter value 4 map_extra 3' 'user_ringbuf'; do
  >     m create "$BPFFS/one" type $words entries 4096 2>&1 | grep -v 'has no maps of type'
  >     [ ! -e "$BPFFS/one" ] || { made one; m unpin "$BPFFS/one"; }
  > done
  ["hash","one",0,4,4,4096]
  ["array","one",0,4,4,4096]
  ["prog_array","one",0,4,4,4096]
  ["perf_event_array","one",0,4,4,4096]
  ["percpu_hash","one",0,4,8,4096]
  ["percpu_array","one",0,4,8,4096]
  ["stack_trace","one",0,4,1016,4096]
  ["cgroup_array","one",0,4,4,4096]
  ["lru_hash","one",0,4,4,4096]
  ["lru_percpu_hash","one",0,4,8,4096]
  ["lpm_trie","one",1,8,4,4096]
  ["array_of_maps","one",0,4,4,4096]
  ["hash_of_maps","one",0,4,4,4096]
  ["devmap","one",128,4,8,4096]
  ["sockmap","one",0,4,8,4096]
  ["xskmap","one",0,4,4,4096]
  ["sockhash","one",0,4,8,4096]
  ["reuseport_sockarray","one",0,4,8,4096]
  ["queue","one",0,0,4,4096]
  ["stack","one",0,0,4,4096]
  ["devmap_hash","one",128,4,4,4096]
  ["ringbuf","one",0,0,0,4096]
  ["bloom_filter","one",0,0,4,4096]
  ["user_ringbuf","one",0,0,0,4096]
  $ m create "$BPFFS/cpus" type cpumap value 8 entries 1; made cpus
  ["cpumap","cpus",0,4,8,1]
  $ for type in cgroup_storage percpu_cgroup_storage; do
  >     m create "$BPFFS/new_$type" type $type key 16 value 8; made new_$type
  > done
  ["cgroup_storage","new_cgroup_stor",0,16,8,0]
  ["percpu_cgroup_storage","new_percpu_cgro",0,16,8,0]
  $ for type in sk_storage inode_storage task_storage; do
  >     m create "$BPFFS/new_$type" type $type value 8 flags no_prealloc; made new_$type
  > done
  ["sk_storage","new_sk_storage",1,4,8,0]
  ["inode_storage","new_inode_stora",1,4,8,0]
  ["task_storage","new_task_storag",1,4,8,0]

In the place of another: its readers keep it, and the pin its mode.

  $ chmod 640 "$BPFFS/my_map"; chgrp 7 "$BPFFS/my_map"
  $ m create "$BPFFS/my_map" type hash key 4 value 8 entries 5 replace
  $ made my_map
  ["hash","my_map",0,4,8,5]
  $ stat -c '%a %g' "$BPFFS/my_map"
  640 7
  $ ls "$BPFFS" | grep -c mapctl_
  0
  [1]
  $ m create "$BPFFS/fresh" type hash key 4 value 8 entries 5 replace
  $ made fresh
  ["hash","fresh",0,4,8,5]

Like another.

  $ animals
  $ shape() { mapctl -j show pinned "$BPFFS/$1" | jq -S 'del(.id,.pinned,.name,.bytes_memlock,.entries_used,.pids,.frozen,.owner_prog_type,.owner_jited)'; }
  $ for path in "$BPFFS"/*; do
  >     animal=${path##*/}
  >     case $animal in *[!a-z0-9_]* | new_*) continue ;; esac
  >     m create "$BPFFS/new_like" like pinned "$path" name same || continue
  >     diff <(shape "$animal") <(shape new_like); m unpin "$BPFFS/new_like"
  > done 2>&1 | grep -v 'type struct_ops is made by loading'
  [1]
  $ diff <(m schema pinned "$BPFFS/flow" | sed 's/^} .* SEC/} SEC/') <(m create "$BPFFS/new_flow" like "$BPFFS/flow"; m schema pinned "$BPFFS/new_flow" | sed 's/^} .* SEC/} SEC/')
  $ m create "$BPFFS/more" like "$BPFFS/flow" entries 77 flags no_prealloc value u8
  $ made more
  ["hash","more",1,8,1,77]
  $ m create "$BPFFS/new_outer" type array_of_maps entries 2 inner_map "$BPFFS/plain"
  $ m create "$BPFFS/outer2" like "$BPFFS/new_outer"
  mapctl: create: like: it is empty, and the kernel does not tell what its maps are like; 'inner_map MAP' does
  [2]
  $ m create "$BPFFS/outer2" like "$BPFFS/new_outer" inner_map "$BPFFS/plain"
  $ made outer2
  ["array_of_maps","outer2",0,4,4,2]
  $ m create "$BPFFS/no_outer" type hash key 4 value 4 entries 2 inner_map "$BPFFS/plain"
  mapctl: note: create: the values of type hash are no maps: 'inner_map' means nothing
  $ made no_outer
  ["hash","no_outer",0,4,4,2]
  $ m create "$BPFFS/none" like name no_such_map
  mapctl: create: like: no map has the name "no_such_map"; 'mapctl list' shows the maps
  [1]

What would be made.

  $ before=$(ls "$BPFFS" | cksum)
  $ m create --dry-run "$BPFFS/dry" type hash key u32 value 8 entries 4 flags no_prealloc
  action:      create
  path:        BPFFS/dry
  type:        hash
  name:        dry
  flags:       no_prealloc
  bytes_key:   4
  bytes_value: 8
  max_entries: 4
  $ m create -j --dry-run "$BPFFS/dry" type hash key u32 value 8 entries 4 flags no_prealloc
  {"action":"create","path":"BPFFS/dry","type":"hash","name":"dry","flags":1,"bytes_key":4,"bytes_value":8,"max_entries":4}
  $ m create --dry-run "$BPFFS/dry" type lpm_trie key u32 value 8 entries 4
  mapctl: create: a key of type lpm_trie has 5 to 260 bytes (4 for the length of the prefix, and the address behind), not 4
  [2]
  $ [ "$before" = "$(ls "$BPFFS" | cksum)" ]

What may follow.

  $ mapctl --complete create PATH type ha
  hash
  hash_of_maps
  $ mapctl --complete create PATH type hash flags no_p
  no_prealloc
  $ mapctl --complete create PATH type hash k
  key
  $ mapctl --complete create PATH type hash key 4 ''
  value
  entries
  name
  flags
  inner_map
  like
  from
  offload_dev
  dev
  numa_node
  map_extra
  replace
  $ mapctl --complete create PATH inner_map ''
  id
  name
  pinned
  $ mapctl --complete create PATH type array_of_maps inner_map pinned p en
  entries
