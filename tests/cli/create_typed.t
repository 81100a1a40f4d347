Maps of types in C, which the kernel keeps as BTF.

  $ m create "$BPFFS/flows" type hash key 'struct flow { __be32 saddr; __be16 port; char comm[16]; }' value 'struct { u64 packets, bytes; }' entries 16
  $ m schema pinned "$BPFFS/flows"
  typedef unsigned int __be32;
  typedef unsigned short __be16;
  struct flow {
  \t__be32 saddr; (esc)
  \t__be16 port; (esc)
  \tchar comm[16]; (esc)
  };
  
  typedef unsigned long long u64;
  
  struct {
  \t__uint(type, BPF_MAP_TYPE_HASH); (esc)
  \t__uint(max_entries, 16); (esc)
  \t__type(key, struct flow); (esc)
  \t__type(value, struct { (esc)
  \tu64 packets; (esc)
  \tu64 bytes; (esc)
  });
  } flows SEC(".maps");
  $ m update pinned "$BPFFS/flows" key saddr=10.0.0.1 port=443 comm=nginx value packets=7 bytes=512
  $ m -j dump pinned "$BPFFS/flows"
  [{"key":{"saddr":167772161,"port":443,"comm":"nginx"},"value":{"packets":7,"bytes":512}}]
  $ bpftool -p map dump pinned "$BPFFS/flows" | jq -c '[.[0].formatted.key.comm, .[0].formatted.value]'
  ["nginx",{"packets":7,"bytes":512}]
  $ bpftool -j map show pinned "$BPFFS/flows" | jq -c '[.bytes_key, .bytes_value, has("btf_id")]'
  [24,16,true]

One of both is a type: the other gets what the kernel asks for.

  $ typed() { m create "$BPFFS/one" type "$@" && bpftool -j map show pinned "$BPFFS/one" | jq -c '[.type, .bytes_key, .bytes_value, has("btf_id")]'
  >     m schema pinned "$BPFFS/one" | sed -n '/__type/p'; m unpin "$BPFFS/one"; }
  $ typed hash key u32 value 8 entries 4
  ["hash",4,8,true]
  \t__type(key, u32); (esc)
  \t__type(value, unsigned char [8]); (esc)
  $ typed hash key 6 value 'char[16]' entries 4
  ["hash",6,16,true]
  \t__type(key, unsigned char [6]); (esc)
  \t__type(value, char [16]); (esc)
  $ typed array value u64 entries 4
  ["array",4,8,true]
  \t__type(key, unsigned int); (esc)
  \t__type(value, u64); (esc)
  $ typed array key u32 value 3 entries 4
  ["array",4,3,true]
  \t__type(key, u32); (esc)
  \t__type(value, unsigned char [3]); (esc)
  $ typed lpm_trie key 8 value u32 entries 4 flags no_prealloc
  ["lpm_trie",8,4,true]
  \t__type(key, struct { (esc)
  \t__type(value, u32); (esc)
  $ typed queue value 'struct { u32 a; }' entries 4
  ["queue",0,4,true]
  \t__type(key, struct { (esc)
  \t__type(value, struct { (esc)
  $ typed bloom_filter value u16 entries 4
  ["bloom_filter",0,2,true]
  \t__type(value, u16); (esc)
  $ typed task_storage value u64 flags no_prealloc
  ["task_storage",4,8,true]
  \t__type(key, unsigned int); (esc)
  \t__type(value, u64); (esc)
  $ typed task_storage value 12 flags no_prealloc
  ["task_storage",4,12,true]
  \t__type(key, unsigned int); (esc)
  \t__type(value, unsigned char [12]); (esc)
  $ typed cgroup_storage key 16 value u64
  ["cgroup_storage",16,8,true]
  \t__type(key, struct { (esc)
  \t__type(value, u64); (esc)

Those that keep no types take their sizes.

  $ typed devmap key u32 value 'struct { u32 ifindex; u32 prog; }' entries 4
  mapctl: note: create: for maps of type devmap the kernel keeps no types
  ["devmap",4,8,false]
  $ typed perf_event_array key int value int entries 4
  mapctl: note: create: for maps of type perf_event_array the kernel keeps no types
  ["perf_event_array",4,4,false]

A queue whose values are typed is read by them.

  $ m create "$BPFFS/jobs" type queue value 'struct { u32 job; u32 user; }' entries 4
  $ m push pinned "$BPFFS/jobs" value job=3 user=1000
  $ m -j peek pinned "$BPFFS/jobs"
  {"value":{"job":3,"user":1000}}

Names of the kernel's.

  $ m create "$BPFFS/locked" type hash key int value 'struct { struct bpf_spin_lock lock; u32 n; }' entries 4
  $ m update pinned "$BPFFS/locked" key 1 value n=4
  $ m -j dump pinned "$BPFFS/locked" | jq -c '.[0].value.n'
  4

Like one, with another value.

  $ m create "$BPFFS/flows2" like "$BPFFS/flows" value u16
  $ m schema pinned "$BPFFS/flows2" | sed -n '/struct flow {/,/};/p; /__type/p'
  struct flow {
  \t__be32 saddr; (esc)
  \t__be16 port; (esc)
  \tchar comm[16]; (esc)
  };
  \t__type(key, struct flow); (esc)
  \t__type(value, u16); (esc)

What the key defines, the value may name; what both name is there once.

  $ m create "$BPFFS/pairs" type hash key 'struct host { u32 a; }' value 'struct { u8 n; struct host from, to; }' entries 4
  $ m schema pinned "$BPFFS/pairs" | grep -c -e '^struct host {' -e '^typedef .* u32;'
  2
  $ bpftool -j map show pinned "$BPFFS/pairs" | jq -c '[.bytes_key, .bytes_value]'
  [4,12]
  $ m update pinned "$BPFFS/pairs" key a=1 value n=0 from.a=2 to.a=3
  $ bpftool -j map dump pinned "$BPFFS/pairs" | jq -c '.[].formatted'
  {"key":{"a":1},"value":{"n":0,"from":{"a":2},"to":{"a":3}}}
  $ m create "$BPFFS/lists" type hash key 'struct list_head' value 'struct { struct list_head l; }' entries 4
  $ m schema pinned "$BPFFS/lists" | grep -c '^struct list_head {'
  1
  $ m create "$BPFFS/value_first" type hash value 'struct host { u32 a; }' key 'struct host' entries 4
  mapctl: create: key: column 8: there is no type 'struct host'
  [2]

A pointer that programs keep is one to the kernel only if the struct has a body.

  $ kept='struct task_struct __attribute__((btf_type_tag("kptr"))) *'
  $ m create "$BPFFS/kept" type hash key u32 value "struct { $kept task; struct file *other; }" entries 4
  $ bpftool btf dump id $(bpftool -j map show pinned "$BPFFS/kept" | jq .btf_id) | grep -oE "STRUCT '(task_struct|file)'"
  STRUCT 'task_struct'

What is no type.

  $ m create "$BPFFS/bad" type hash key 'struct {' value 4 entries 4
  mapctl: create: key: column 9: a type was expected, not the end
  [2]
  $ m create "$BPFFS/bad" type hash key no_such_type_here value 4 entries 4
  mapctl: create: key: column 1: there is no type 'no_such_type_here'
  [2]
  $ m create "$BPFFS/bad" type hash key 'struct {}' value 4 entries 4
  mapctl: create: a key of type hash has 1 byte or more, not 0
  [2]
  $ m create "$BPFFS/bad" type array key 'char[4]' value 4 entries 4
  mapctl: create: the type of a key of type array is an integer of 4 bytes
  [2]
  $ m create "$BPFFS/bad" type array key u64 value 4 entries 4
  mapctl: create: a key of type array has 4 bytes (the index of the entry), not 8
  [2]
  $ m create "$BPFFS/bad" type lpm_trie key u64 value 4 entries 4 flags no_prealloc
  mapctl: create: the type of a key of type lpm_trie is a struct, the length of the prefix first
  [2]
  $ m create "$BPFFS/bad" type lru_hash key u64 value 'struct { struct bpf_spin_lock l; }' entries 4
  mapctl: create: type lru_hash does not take these types of key and value: locks, timers and pointers of the kernel are for some map types
  [2]
  $ m create "$BPFFS/bad" type array value 'struct { struct bpf_spin_lock l; }' entries 4 flags rdonly_prog
  mapctl: create: flags: programs must be able to read and write values with locks, timers or pointers of the kernel
  [2]
  $ [ -e "$BPFFS/bad" ]
  [1]
