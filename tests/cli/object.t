Maps that a BPF object file defines: listed, and made.

  $ clang=${CLANG:-clang}
  $ command -v "$clang" >/dev/null || exit 80
  $ compile() {
  >     local object=$1 source=$2
  >     shift 2
  >     "$clang" -target bpf -O2 -g "-DPREFIX=$PREFIX" "$@" -c "$top_srcdir/tests/objects/$source.bpf.c" -o "$object"
  > }
  $ compile shapes.bpf.o shapes
  $ compile legacy.bpf.o legacy

What it defines, a perf event array for every CPU, a ring buffer of a size that there is.

  $ m show object shapes.bpf.o | squeeze | sed "/^perf/s/ $(possible_cpus) / CPUS /"
  NAME TYPE KEY VALUE MAX FLAGS PINNED SECTION
  conns hash struct flow struct traffic 1024 no_prealloc by name .maps
  sizes array 4 B 16 B 8 numa_node .maps
  half hash 6 B u64 3 .maps
  events ringbuf 8192 .maps
  perf perf_event_array 4 B 4 B CPUS .maps
  bloom bloom_filter u32 100 .maps
  one array u32 u64 2 .maps
  two array u32 u64 2 .maps
  by_a_long_name hash_of_maps u32 4 B 10 .maps
  by_a_long_name.inner array u32 u64 2 .maps
  tasks task_storage int struct flow 0 no_prealloc .maps
  shapes.data array 4 B .data 1 mmapable .data
  shapes.rodata array 4 B .rodata 1 rdonly_prog,mmapable .rodata
  .data.custom array 4 B .data.custom 1 mmapable .data.custom
  shapes.bss array 4 B .bss 1 mmapable .bss
  shapes.kconfig array 4 B .kconfig 1 rdonly_prog,mmapable .kconfig
  $ m show object shapes.bpf.o --bytes --noheadings | squeeze | head -3
  conns hash 12 24 1024 0x1 by name .maps
  sizes array 4 16 8 0x4 .maps
  half hash 6 8 3 0x0 .maps
  $ j '.[] | select(.name | endswith("conns"))' show object shapes.bpf.o
  {"name":"conns","type":"hash","flags":1,"flag_names":["no_prealloc"],"bytes_key":12,"key_type":"struct flow","bytes_value":24,"value_type":"struct traffic","max_entries":1024,"map_extra":0,"pinning":"by_name","section":".maps","global_data":false,"inner":null}
  $ j '.[] | select(.inner)' show object shapes.bpf.o
  {"name":"by_a_long_name","type":"hash_of_maps","flags":0,"flag_names":[],"bytes_key":4,"key_type":"u32","bytes_value":4,"value_type":null,"max_entries":10,"map_extra":0,"pinning":"none","section":".maps","global_data":false,"inner":{"name":"by_a_long_name.inner","type":"array","flags":0,"flag_names":[],"bytes_key":4,"key_type":"u32","bytes_value":8,"value_type":"u64","max_entries":2,"map_extra":0}}
  $ j '[.[] | [.pinning, .global_data, .map_extra]] | unique' show object shapes.bpf.o
  [["by_name",false,0],["none",false,0],["none",false,3],["none",true,0]]
  $ m show --format jsonl object legacy.bpf.o
  {"name":"second","type":"array","flags":0,"flag_names":[],"bytes_key":4,"key_type":null,"bytes_value":8,"value_type":null,"max_entries":16,"map_extra":0,"pinning":"none","section":"maps","global_data":false,"inner":null}
  {"name":"first","type":"hash","flags":1,"flag_names":["no_prealloc"],"bytes_key":4,"key_type":"u32","bytes_value":16,"value_type":"struct pair","max_entries":100,"map_extra":0,"pinning":"none","section":"maps","global_data":false,"inner":null}

All of them, as bpftool loads them.  It would pin some in /sys/fs/bpf, and it takes a dot anywhere in a
path for one in a name.

  $ mkdir unpinned && compile unpinned/shapes.bpf.o shapes -DPINNING=0 && object=$PWD/unpinned/shapes.bpf.o
  $ mkdir "$BPFFS/ours" "$BPFFS/theirs"
  $ m create "$BPFFS/ours" from shapes.bpf.o
  $ for section in .data .rodata .data.custom .bss; do
  >     pin=$(sed 's/^\.\(data\.\)\?/\1/; s/\./_/' <<< "$section")
  >     m create "$BPFFS/ours/shapes_$pin" from "shapes.bpf.o:$section"
  > done
  $ (cd "$BPFFS" && bpftool prog loadall "$object" programs pinmaps theirs) 2>/dev/null
  $ rm "$BPFFS/theirs/shapes_kconfig" && mv "$BPFFS/theirs/_data_custom" "$BPFFS/theirs/shapes_data_custom"
  $ facts() {
  >     for pin in "$BPFFS/$1"/*; do
  >         bpftool -j map show pinned "$pin" |
  >             jq -c "[\"${pin##*/}\", .type, .name, .flags, .bytes_key, .bytes_value, .max_entries, .frozen]"
  >     done | neutral
  > }
  $ facts ours > ours; facts theirs > theirs; diff ours theirs && sed "/perf/s/,$(possible_cpus),/,CPUS,/" ours
  ["shapes_bss","array","shapes.bss",1024,4,8,1,0]
  ["shapes_data","array","shapes.data",1024,4,8,1,0]
  ["shapes_data_custom","array",".data.custom",1024,4,4,1,0]
  ["shapes_rodata","array","shapes.rodata",1152,4,12,1,1]
  ["bloom","bloom_filter","bloom",0,0,4,100,0]
  ["by_a_long_name","hash_of_maps","by_a_l",0,4,4,10,0]
  ["conns","hash","conns",1,12,24,1024,0]
  ["events","ringbuf","events",0,0,0,8192,0]
  ["half","hash","half",0,6,8,3,0]
  ["one","array","one",0,4,8,2,0]
  ["perf","perf_event_array","perf",0,4,4,CPUS,0]
  ["sizes","array","sizes",4,4,16,8,0]
  ["tasks","task_storage","tasks",1,4,12,0,0]
  ["two","array","two",0,4,8,2,0]
  $ for pin in shapes_data shapes_rodata shapes_data_custom shapes_bss; do
  >     for whose in ours theirs; do bpftool map dump pinned "$BPFFS/$whose/$pin" > $whose; done
  >     diff ours theirs && cat ours
  > done | jq -c '.[0].value'
  {".data":[{"limit":5},{"turns":7}]}
  {".rodata":[{"word":"hello"},{"level":9}]}
  {".data.custom":[{"custom":3}]}
  {".bss":[{"total":0}]}

Their types come along, and the inner maps' with them.

  $ for name in conns half tasks bloom; do p schema "ours/$PREFIX$name"; done | grep -E '_type|^}'
  };
  };
  \t__type(key, struct flow); (esc)
  \t__type(value, struct traffic); (esc)
  } conns SEC(".maps");
  \t__type(key, unsigned char [6]); (esc)
  \t__type(value, u64); (esc)
  } half SEC(".maps");
  };
  \t__type(key, int); (esc)
  \t__type(value, struct flow); (esc)
  } tasks SEC(".maps");
  \t__type(value, u32); (esc)
  } bloom SEC(".maps");
  $ p show "ours/${PREFIX}conns" -o name,key,value,max
  name:      conns
  key:       struct flow
  value:     struct traffic
  max:       1024
  $ mapctl show pinned "$BPFFS/ours/${PREFIX}by_a_long_name" -o NAME | neutral
  name:      by_a_long_name
  $ bpftool map update pinned "$BPFFS/ours/${PREFIX}by_a_long_name" key 1 0 0 0 value pinned "$BPFFS/ours/${PREFIX}one"

One of them, other words on top.

  $ m create "$BPFFS/few" from "shapes.bpf.o:${PREFIX}conns" entries 7 name "${PREFIX}few"
  $ p show few -o name,type,key,max,flags
  name:      few
  type:      hash
  key:       struct flow
  max:       7
  flags:     no_prealloc
  $ m create "$BPFFS/few" from "shapes.bpf.o:${PREFIX}conns"
  mapctl: create: map 'conns': BPFFS/few is there already; 'replace' puts the map in its place
  [3]
  $ before=$(bpftool -j map show pinned "$BPFFS/few" | jq .id)
  $ m create "$BPFFS/few" from "shapes.bpf.o:${PREFIX}conns" replace
  $ bpftool -j map show pinned "$BPFFS/few" | jq ".id != $before, .max_entries"
  true
  1024
  $ m create "$BPFFS/kernel" from shapes.bpf.o:.kconfig
  mapctl: note: map 'shapes.kconfig' holds zeros: only loaders of programs know its values
  $ m create "$BPFFS/no" from "shapes.bpf.o:${PREFIX}cons"
  mapctl: create: shapes.bpf.o: it defines no map 'cons'; the nearest is 'conns'
  [1]
  $ m create "$BPFFS/no" from shapes.bpf.o:.rodata value 3
  mapctl: create: map 'shapes.rodata': section .rodata has 12 bytes, and its map has a value of 3
  [2]
  $ m create "$BPFFS/no" from shapes.bpf.o:.rodata type percpu_array
  mapctl: create: map 'shapes.rodata': the map of section .rodata can only be of type array
  [2]
  $ m create "$BPFFS/no" from "shapes.bpf.o:${PREFIX}one" --pinned-only
  mapctl: create: --pinned-only chooses from all maps of an object, and 'one' is one
  [2]
  $ ls "$BPFFS" | grep no
  [1]

Those that are to be pinned.

  $ mkdir "$BPFFS/pinned"
  $ m create "$BPFFS/pinned" from shapes.bpf.o --pinned-only --dry-run | squeeze
  ACTION PATH TYPE NAME FLAGS BYTES_KEY BYTES_VALUE MAX_ENTRIES
  create BPFFS/pinned/conns hash conns no_prealloc 12 24 1024
  $ ls "$BPFFS/pinned"
  $ m create "$BPFFS/pinned" from shapes.bpf.o --pinned-only && ls "$BPFFS/pinned" | neutral
  conns
  $ m create "$BPFFS/pinned" from legacy.bpf.o --pinned-only
  mapctl: create: legacy.bpf.o: defines no maps that are to be pinned
  [1]

Legacy definitions, one of them annotated with types.

  $ mkdir "$BPFFS/legacy"
  $ m show object legacy.bpf.o | squeeze
  NAME TYPE KEY VALUE MAX FLAGS PINNED SECTION
  second array 4 B 8 B 16 maps
  first hash u32 struct pair 100 no_prealloc maps
  $ m create "$BPFFS/legacy" from legacy.bpf.o && facts legacy
  ["first","hash","first",1,4,16,100,0]
  ["second","array","second",0,4,8,16,0]
  $ p show "legacy/${PREFIX}first" -o key,value
  key:       u32
  value:     struct pair
  $ compile more.bpf.o legacy -DMORE
  $ m show object more.bpf.o
  mapctl: more.bpf.o: map 'more' says more than a struct bpf_map_def holds, and mapctl does not know what
  [2]

As iproute2 has them: with what is to be pinned, and what outer maps hold.

  $ compile tc.bpf.o legacy -DTC=7 && mkdir "$BPFFS/tc"
  $ m show object tc.bpf.o | squeeze
  NAME TYPE KEY VALUE MAX FLAGS PINNED SECTION
  second array 4 B 8 B 16 maps
  first hash u32 struct pair 100 no_prealloc maps
  outer array_of_maps 4 B 4 B 3 by name maps
  outer.inner array 4 B 8 B 5 maps
  inner array 4 B 8 B 5 maps
  $ m create "$BPFFS/tc" from tc.bpf.o --pinned-only && facts tc
  ["outer","array_of_maps","outer",0,4,4,3,0]
  $ m create "$BPFFS/tc/inner" from "tc.bpf.o:${PREFIX}inner"
  $ m update pinned "$BPFFS/tc/${PREFIX}outer" key 1 value pinned "$BPFFS/tc/inner"
  $ m lookup pinned "$BPFFS/tc/${PREFIX}outer" key 1 | grep -o inner
  inner
  $ compile tc.bpf.o legacy -DTC=8 && m show object tc.bpf.o
  mapctl: tc.bpf.o: map 'outer' holds maps like that of id 8, and none has this id
  [2]
  $ echo '.section maps,"aw"; .long 1,4,8,16,0' | "$clang" -target bpf -x assembler -c -o stripped.o - && m show object stripped.o
  mapctl: stripped.o: where its maps are stands in its symbols, and it has none left: it was stripped
  [2]

All or none: a pin that is in the way, memory that is not there, files that run out while pins are replaced.

  $ mkdir "$BPFFS/none" && bpftool map pin pinned "$BPFFS/few" "$BPFFS/none/${PREFIX}tasks"
  $ m create "$BPFFS/none" from shapes.bpf.o
  mapctl: create: map 'tasks': BPFFS/none/tasks is there already; 'replace' puts the map in its place
  [3]
  $ ls "$BPFFS/none" | neutral
  tasks
  $ rm "$BPFFS/none/${PREFIX}tasks"
  $ m create "$BPFFS/none" from legacy.bpf.o entries 4294967295
  mapctl: create: map 'second': there is no memory for 'entries 4294967295'
  [2]
  $ ls "$BPFFS/none"
  $ m create "$BPFFS/none" from shapes.bpf.o
  $ ids() { for pin in "$BPFFS/none"/*; do bpftool -j map show pinned "$pin" | jq .id; done; }
  $ ids > before
  $ for files in {8..20}; do
  >     (ulimit -n "$files"; ! mapctl create "$BPFFS/none" from shapes.bpf.o replace 2>&1)
  > done | grep -o 'Too many open files' | uniq -c
       13 Too many open files
  $ ids > after; diff before after && wc -l < after
  10
  $ m create "$BPFFS/none" from shapes.bpf.o replace
  $ ids > after; diff before after | grep -c '^>'
  10
  [1]

Files that are none of this machine's BPF.

  $ "$clang" -target bpfeb -g -DPREFIX= -c "$top_srcdir/tests/objects/legacy.bpf.c" -o big.o
  $ "$clang" -target bpf -DPREFIX= -c "$top_srcdir/tests/objects/shapes.bpf.c" -o bare.o
  $ printf '\177ELF\1\1\1\0%48s' '' > narrow.o
  $ head -c 3000 shapes.bpf.o > cut.o
  $ echo 'int main;' > source.c && mkfifo fifo.o
  $ for file in big.o bare.o narrow.o cut.o source.c fifo.o . nothing.o; do m show object "$file" || echo "[$?]"; done
  mapctl: big.o: for machines of the other byte order; compile it with 'clang -target bpf' on this one
  [2]
  mapctl: bare.o: what its maps are stands in its BTF, and it has none; compile it with 'clang -g'
  [2]
  mapctl: narrow.o: a 32-bit object; BPF objects have 64 bits
  [2]
  mapctl: cut.o: a damaged object file: it ends before its sections are listed
  [2]
  mapctl: source.c: not a BPF object file
  [2]
  mapctl: fifo.o: not a BPF object file
  [2]
  mapctl: .: not a BPF object file
  [2]
  mapctl: nothing.o: no such file
  [1]
  $ m create "$BPFFS/no" from cut.o:conns
  mapctl: create: cut.o: a damaged object file: it ends before its sections are listed
  [2]

A map named so stays within reach, and so do the options of show.

  $ m show object
  mapctl: show object: of which file? A map of this name is 'name object'
  [2]
  $ m show object a.o b.o
  mapctl: show object: takes one file, and does not know what to do with 'b.o'
  [2]
  $ m show name object
  mapctl: no map has the name "object"; 'mapctl list' shows the maps
  [1]
  $ m show object shapes.bpf.o --count
  mapctl: show object: takes no --count
  [2]
  $ mapctl --complete show obj
  object
