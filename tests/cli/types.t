Every map type the kernel's header knows, in its order and by its numbers.

  $ sed -n '/^enum bpf_map_type {/,/^};/p' "$top_srcdir/src/uapi/linux/bpf.h" |
  > grep -oP '^\tBPF_MAP_TYPE_\K[A-Z_]+(?=,)' | grep -vx UNSPEC |
  > sed 's/_DEPRECATED//' | tr 'A-Z' 'a-z' | nl -w1 -s' ' > header
  $ wc -l < header
  35
  $ mapctl -j types | jq -r '.[] | select(.number <= 35) | "\(.number) \(.name)"' | diff header -

And every one that bpftool knows.

  $ comm -13 <(mapctl -j types | jq -r '.[].name' | sort) <(bpftool feature list_builtins map_types | grep -vx unspec | sort)

What the kernel has is what can be made: one of each is, by other means.

  $ animals
  $ bpftool -j map show | jq -r --arg prefix "$PREFIX" '.[] | select(.name // "" | startswith($prefix)) | .type' |
  > sort -u > made
  $ mapctl -j types > types
  $ jq -r --rawfile made made '($made | split("\n")) as $made | .[] |
  > select(.present != ([.name, (.number | tostring)] | any(IN($made[])))) | .name' types

The shape of it.

  $ jq -c 'map(keys) | unique' types
  [["key","name","note","number","present","supports","value"]]
  $ jq -c '[.[] | .present] | unique - [true, false]' types
  []
  $ jq -r '[.[].key] | unique | .[]' types | tr '\n' ' '
  bytes cgroup file index none number prefix process socket  (no-eol)
  $ jq -r '[.[].value] | unique | .[]' types | tr '\n' ' '
  bytes cgroup cpu device event functions map pages program records socket stack  (no-eol)
  $ jq -r '[.[].supports[]] | unique | .[]' types | tr '\n' ' '
  batch batch_delete batch_take batch_update counted delete iterator lookup mmap percpu pop test update walk  (no-eol)

A type, by its name or its number.

  $ mapctl -j types lpm_trie | jq -c 'del(.present)'
  {"number":11,"name":"lpm_trie","key":"prefix","value":"bytes","supports":["lookup","update","delete","walk","batch","batch_update","batch_delete"],"note":null}
  $ m types queue
  number:   22
  type:     queue
  kernel:   yes
  key:      none
  value:    bytes
  supports: lookup update pop
  note:     a queue has no entries to walk; 'mapctl lookup' shows its head
  $ m types 5
  number:   5
  type:     percpu_hash
  kernel:   yes
  key:      bytes
  value:    bytes
  supports: lookup update delete walk batch batch_update batch_delete batch_take iterator percpu counted
  $ mapctl -j types 4000000000
  {"number":4000000000,"name":"type_4000000000","present":false,"key":null,"value":null,"supports":[],"note":null}
  $ m types 4000000000
  number:   4000000000
  type:     type_4000000000
  kernel:   no
  key:      ?
  value:    ?

The table: a line each, and the same as JSON.

  $ mapctl types | sed -n '1p; 3p' | squeeze
  NUMBER TYPE KERNEL KEY VALUE SUPPORTS NOTE
  2 array yes index bytes lookup update walk batch iterator mmap
  $ diff <(mapctl types | sed 1d | squeeze | cut -d' ' -f1-5) \
  > <(jq -r '.[] | "\(.number) \(.name) \(if .present then "yes" else "no" end) \(.key) \(.value)"' types)
  $ mapctl types --format jsonl | wc -l | diff - <(jq length types)

What is none.

  $ m types lru_hsh
  mapctl: types: there is no map type 'lru_hsh'; did you mean 'lru_hash'?
  [2]
  $ m types xyzzy
  mapctl: types: there is no map type 'xyzzy'; 'mapctl types' lists them
  [2]
  $ m types hash array
  mapctl: types: does not know what to do with 'array'
  [2]

Without privileges nothing can be tried: not known is neither yes nor no.

  $ nobody -j types | sed 1d | jq -c '[.[].present] | unique'
  [null]
  $ nobody types hash
  mapctl: note: which types this kernel has is found out by making maps, which needs CAP_BPF, of some CAP_NET_ADMIN too (run as root)
  number:   1
  type:     hash
  kernel:   ?
  key:      bytes
  value:    bytes
  supports: lookup update delete walk batch batch_update batch_delete batch_take iterator counted
  $ setpriv --bounding-set=-all,+bpf mapctl -j types 2>/dev/null | jq -c '.[] | select(.name | IN("hash", "devmap")) | [.name, .present]'
  ["hash",true]
  ["devmap",null]
