The maps there are: one a line.

  $ animals

Columns: their headings, and those that stand there unasked.

  $ m list | sed -n 1p | squeeze
  ID TYPE NAME KEY VALUE USED MAX FULL MEMORY PIDS
  $ m list -H | awk '{ print $1 }' | xargs
  ID TYPE NAME FLAGS KEY VALUE USED MAX FULL MEMORY FROZEN OWNER BTF PINS PROGRAMS PIDS
  $ m list -H | sed -n 1,2p
  ID        the number the kernel gave it
  TYPE      map type
  $ mapctl -j list -H | jq -c '.[1], all(.[]; .name and .help)'
  {"name":"TYPE","help":"map type"}
  true
  $ m -j list -H | jq -c '.[0], length'
  {"name":"ID","help":"the number the kernel gave it"}
  16
  $ m --format jsonl list -H | tail -n 1
  {"name":"PIDS","help":"processes that hold it open"}
  $ m list -o name,type | sed -n 1p | squeeze
  NAME TYPE
  $ m list -o +pins | sed -n 1p | squeeze
  ID TYPE NAME KEY VALUE USED MAX FULL MEMORY PIDS PINS
  $ m list -f | sed -n 1p | squeeze
  ID TYPE NAME KEY VALUE USED MAX FULL MEMORY PIDS PINS
  $ m list -o name,name,NAME | sed -n 1p | squeeze
  NAME
  $ m list --noheadings -o type | grep -c TYPE
  0
  [1]

  $ mapctl list | tail -c 1 | od -An -c
    \n
  $ mapctl list | grep -c -e ' $' -e '^$'
  0
  [1]

Maps of every type, the oldest first; what cannot be counted has an empty cell.

  $ listed --count -o name,type,flags,key,value,used,max,full,frozen |
  >     grep -v -E '^(cpu|rhash|insn|arena|cgrp|sops)' | squeeze
  hash hash unsigned int unsigned long long 3 16 18%
  lru lru_hash unsigned int unsigned long long 1 16 6%
  hraw hash 4 B 8 B 3 16 18%
  phash percpu_hash unsigned int unsigned long long 2 16 12%
  lphash lru_percpu_hash unsigned int unsigned long long 1 16 6%
  phraw percpu_hash 4 B 8 B 2 16 12%
  arr array unsigned int unsigned int 4 4 100%
  ammap array mmapable unsigned int unsigned int 4 4 100%
  afroz array rdonly_prog unsigned int unsigned int 1 1 100% frozen
  araw array 4 B 4 B 4 4 100%
  parr percpu_array unsigned int unsigned long long 2 2 100%
  parraw percpu_array 4 B 8 B 2 2 100%
  lpm4 lpm_trie no_prealloc struct lpm4 unsigned int 3 16 18%
  lpm6 lpm_trie no_prealloc struct lpm6 unsigned int 2 16 12%
  lpmraw lpm_trie no_prealloc 8 B 4 B 3 16 18%
  flow hash struct flow struct stats 1 16 6%
  name hash char [16] unsigned int 2 16 12%
  sink array unsigned int struct sink 1 1 100%
  locked hash unsigned int struct locked 1 16 6%
  timed array unsigned int struct timed 1 1 100%
  deep array unsigned int struct deep 1 1 100%
  .data array mmapable 4 B .data 1 1 100%
  .ro array rdonly_prog,mmapable 4 B .rodata 1 1 100% frozen
  .bss array mmapable 4 B .bss 1 1 100%
  in_a array unsigned int unsigned int 2 2 100%
  in_b array unsigned int unsigned int 2 2 100%
  aom array_of_maps 4 B 4 B 2 4 50%
  hom hash_of_maps 4 B 4 B 2 4 50%
  progs prog_array 4 B 4 B 1 4 25%
  dev devmap rdonly_prog 4 B 4 B 1 4 25%
  devh devmap_hash rdonly_prog 4 B 4 B 1 4 25%
  devp devmap rdonly_prog 4 B 8 B 1 4 25%
  xsk xskmap 4 B 4 B 4
  perf perf_event_array 4 B 4 B 4
  queue queue 4 B 8
  stack stack 4 B 8
  bloom bloom_filter 4 B 8
  ring ringbuf 4096
  uring user_ringbuf 4096
  stackt stack_trace 4 B 64 B 1 8 12%
  sock sockmap 4 B 8 B 0 4 0%
  sockh sockhash 4 B 8 B 0 4 0%
  sock4 sockmap 4 B 4 B 4
  reuse reuseport_sockarray 4 B 8 B 0 4 0%
  cgarr cgroup_array 4 B 4 B 4
  cgst cgroup_storage 16 B 8 B 0 0
  pcgst percpu_cgroup_storage 16 B 8 B 0 0
  task task_storage no_prealloc int unsigned long long 0
  inode inode_storage no_prealloc int unsigned long long 0
  sk sk_storage no_prealloc int unsigned long long 0
  longer_than_fifteen hash unsigned int unsigned int 1 4 25%
  named_by_its_definition hash unsigned int int 1 4 25%
  dup hash 4 B 4 B 1 4 25%
  dup array 4 B 4 B 1 1 100%
  hostil array u\x1b[2J\x0a32 struct caf\xe9 1 1 100%

Entries are counted by the kernel itself, where it does, in hash maps; --count is for the rest.

  $ used=$(listed --noheadings -o used,name | grep -w hash | awk 'NF == 2 { print $1 }')
  $ [ "$used" = 3 ] || ! grep -qa bpf_map_sum_elem_count /sys/kernel/btf/vmlinux
  $ listed -o name,used | squeeze | grep -E '^(arr|lpm4|progs)'
  arr
  lpm4
  progs

For programs: bytes, flags as numbers.

  $ listed --bytes -o name,flags,key,value | squeeze | grep -E '^(hash|lpm6|ammap|ring|sink) '
  hash 0x0 4 8
  ammap 0x400 4 4
  lpm6 0x1 20 4
  sink 0x0 4 176
  ring 0x0
  $ diff <(listed --bytes --noheadings -o memory,name | squeeze) \
  >     <(command mapctl list -j | jq -r '.[] | "\(.bytes_memlock) \(.name)"' | grep "$PREFIX" | neutral)

Pins: all of them, whatever their names hold; the terminal is safe.

  $ listed -o name,pins | squeeze | grep -E '^(hash|hostil) '
  hash BPFFS/hash
  hostil BPFFS/caf\xe9, BPFFS/esc\x1b[31m, BPFFS/hostile, BPFFS/new\x0aline

JSON: every column that there is, or those asked for; one list, whatever is in it.

  $ command mapctl -j list | jq -c '.[] | select(.name == "'$PREFIX'dup") | keys_unsorted' | uniq -c | squeeze
  2 ["id","type","name","flags","flag_names","bytes_key","key_type","bytes_value","value_type","entries_used","max_entries","bytes_memlock","frozen","owner_prog_type","owner_jited","btf_id","pinned","programs","pids"]
  $ command mapctl -j list -o name,flags | jq -c '.[] | select(.name == "'$PREFIX'ammap")' | neutral
  {"name":"ammap","flags":1024,"flag_names":["mmapable"]}
  $ command mapctl --format jsonl list -o type,name | grep "$PREFIX"ring | neutral
  {"type":"ringbuf","name":"ring"}
  $ command mapctl -j list -o name,pins | jq -c '.[] | select(.name == "'$PREFIX'hostil") | .pinned' | neutral
  ["BPFFS/caf\\xe9","BPFFS/esc\u001b[31m","BPFFS/hostile","BPFFS/new\nline"]

The same maps that bpftool finds, in the same order.

  $ diff <(mapctl -j list -o id,name | jq -c '.[] | select(.name | startswith("'$PREFIX'")) | .id') \
  >     <(bpftool -j map show | jq -c '.[] | select(.name // "" | startswith("'$PREFIX'")) | .id')

Maps of one shape take the same memory, if their type takes it all at once: of every map as bpftool says.

  $ diff <(mapctl -j list -o id,name,memory | jq -c '.[] | select(.name | startswith("'$PREFIX'")) | [.id, .bytes_memlock]') \
  >     <(bpftool -j map show | jq -c '.[] | select(.name // "" | startswith("'$PREFIX'")) | [.id, .bytes_memlock]')

No colour unless it is asked for.

  $ mapctl list -o id | sed -n 1p | cat -v | squeeze
  ID
  $ mapctl list --color=always -o name | sed -n 1p | cat -v | squeeze
  ^[[1mNAME* (glob)
  $ NO_COLOR=1 mapctl list --color=auto -o name | sed -n 1p | cat -v | squeeze
  NAME
