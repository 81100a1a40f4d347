Key and value types as C.

  $ animals

  $ p schema flow
  typedef unsigned int __be32;
  typedef unsigned short __be16;
  enum proto {
  	TCP = 6,
  	UDP = 17,
  } __attribute__((packed));
  
  struct flow {
  	__be32 saddr;
  	__be16 dport;
  	enum proto protocol;
  };
  
  struct stats {
  	unsigned long long packets;
  	unsigned long long bytes;
  };
  
  struct {
  	__uint(type, BPF_MAP_TYPE_HASH);
  	__uint(max_entries, 16);
  	__type(key, struct flow);
  	__type(value, struct stats);
  } flow SEC(".maps");

Nothing to define, or nothing known.

  $ p schema hash
  struct {
  	__uint(type, BPF_MAP_TYPE_HASH);
  	__uint(max_entries, 16);
  	__type(key, unsigned int);
  	__type(value, unsigned long long);
  } hash SEC(".maps");
  $ p schema lpm4_raw
  struct {
  	__uint(type, BPF_MAP_TYPE_LPM_TRIE);
  	__uint(max_entries, 16);
  	__uint(map_flags, 0x1); /* no_prealloc */
  	__uint(key_size, 8);
  	__uint(value_size, 4);
  } lpmraw SEC(".maps");
  $ p schema ringbuf
  struct {
  	__uint(type, BPF_MAP_TYPE_RINGBUF);
  	__uint(max_entries, 4096);
  } ring SEC(".maps");

Global data: its variables.

  $ p schema data
  unsigned int counter;
  unsigned long long total;
  static char who[16];
  

JSON.

  $ p schema flow -j | sed 's/"c":"[^"]*"/"c":C/g'
  {"id":ID,"name":"flow","type":"hash","key":{"size":8,"type":"struct flow","c":C},"value":{"size":16,"type":"struct stats","c":C}}
  $ p schema hash_raw -j
  {"id":ID,"name":"hraw","type":"hash","key":{"size":4,"type":null,"c":null},"value":{"size":8,"type":null,"c":null}}
  $ j -r '.value.c' schema pinned "$BPFFS/flow" 2>/dev/null
  [2]
  $ mapctl -j schema pinned "$BPFFS/flow" | jq -r .value.c
  struct stats {
  	unsigned long long packets;
  	unsigned long long bytes;
  };
  
  

A compiler takes it, and lays it out as the map has it.

  $ cat > prelude.h <<'END'
  > #define SEC(name) __attribute__((section(name), used))
  > #define __uint(name, value) int (*name)[value]
  > #define __type(name, value) typeof(value) *name
  > enum { BPF_MAP_TYPE_HASH = 1, BPF_MAP_TYPE_ARRAY, BPF_MAP_TYPE_LPM_TRIE, BPF_MAP_TYPE_PERCPU_HASH };
  > END
  $ for map in flow sink lpm6 locked timed name percpu_hash hash_raw; do
  >     { cat prelude.h; mapctl schema pinned "$BPFFS/$map"
  >       echo "_Static_assert(sizeof(*$PREFIX$(m -j show pinned "$BPFFS/$map" | jq -Rr 'gsub(":ID"; ":0") | fromjson | .name').$([ $map = hash_raw ] && echo max_entries || echo value)) == $(
  >         mapctl -j show pinned "$BPFFS/$map" | jq "if \"$map\" == \"hash_raw\" then 64 else .bytes_value end"), \"size\");"
  >     } > $map.c
  >     ${CC:-cc} -std=gnu11 -w -fsyntax-only $map.c || cat $map.c
  > done
  $ { mapctl -j schema pinned "$BPFFS/sink" | jq -r .value.c
  >   echo '#include <stddef.h>'
  >   echo '_Static_assert(offsetof(struct sink, u8) == 169 && offsetof(struct sink, port) == 164, "layout");'
  > } > layout.c
  $ ${CC:-cc} -std=gnu11 -w -fsyntax-only layout.c

Names that are no C, or worse, are safe to look at.

  $ p schema hostile | grep -c '[^[:print:][:space:]]'
  0
  [1]
  $ p schema deep 2>&1 >/dev/null | grep -c 64
  0
  [1]
