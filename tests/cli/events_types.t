What the records of a ring buffer are: where the type is found, and how they are shown.

  $ clang=${CLANG:-clang}
  $ command -v "$clang" >/dev/null || exit 80
  $ "$clang" -target bpf -O2 -g -idirafter "/usr/include/$(uname -m)-linux-gnu" -I "$top_srcdir/src/uapi" \
  >     -c "$top_srcdir/tests/objects/records.bpf.c" -o records.bpf.o
  $ records load records.bpf.o "$BPFFS" 2>/dev/null
  $ emit() { records run "$BPFFS/emit" "$@"; }
  $ ev() { p events "$@" --timeout 0; }
  $ line() { mapctl events pinned "$BPFFS/$1" --timeout 0 "${@:2}" 2>/dev/null; }

By the value in the map's definition, whatever is named like the map.  A record is a line.

  $ emit $(((12 << 32) + 0)) 0x006261610050ff03 0
  0
  $ ev findings
  mapctl: note: map findings: records are struct evidence: it is the value in the map's definition, in the BTF of program emit
  kind=3 port=80 text="aab"

By the struct, or the typedef, that is named like the map: with an s at its end or without.

  $ emit $(((8 << 32) + 1)) 0xfffffffe00000001
  0
  $ ev pairs
  mapctl: note: map pairs: records are pairs_t: it is named like the map, in the BTF of program emit
  left=1 right=-2

The full name of a map, where the kernel has cut it.

  $ emit $(((8 << 32) + 3)) 77
  0
  $ ev lengthy_name_of_a_ring
  mapctl: note: map lengthy_name_of_a_ring: records are struct lengthy_name_of_a_ring: it is named like the map, in the BTF of program emit
  at=77

Of several nobody chooses but the user.

  $ emit $(((8 << 32) + 2)) 5
  0
  $ ev twins
  mapctl: note: map twins: records are shown as bytes: several types are named like the map, struct twins (program emit), struct twin (program emit); --type chooses
  hex 05 00 00 00 00 00 00 00
  $ ev twins --type twins
  mapctl: note: map twins: records are struct twins: as program emit has it
  x=5
  $ line twins --type 'struct { u32 low, high; }'
  low=5 high=0
  $ ev twins --value-type u64
  5
  $ ev twins --type 'struct twin[2]'
  '[{"x":5},{"x":0}]'

  $ ev crowds
  mapctl: note: map crowds: records are shown as bytes: several types are named like the map, struct crowds (program emit), crowds_t (program emit) and 2 more; --type chooses

None: bytes, and what would help.

  $ emit $(((3 << 32) + 9)) 0xccbbaa
  0
  $ ev plain
  mapctl: note: map plain: records are shown as bytes: the BTF of program emit has no type that is named like the map; --type says what they are
  hex aa bb cc
  $ mapctl create "$BPFFS/alone" type ringbuf entries 4096
  $ ev alone
  mapctl: note: map alone: records are shown as bytes: no program uses the map that could say more; --type says what they are

In JSON, and with views over the fields of a record.

  $ mapctl -j events pinned "$BPFFS/pairs" --timeout 0
  {"note":"map pairs: records are pairs_t: it is named like the map, in the BTF of program emit"}
  [{"value":{"left":1,"right":-2}}]
  $ line findings --format jsonl --as kind=hex,port=be16
  {"value":{"kind":"0x3","port":20480,"text":"aab"}}
  $ line findings --as value.text=hex,kind=char
  kind='"\u0003"' port=80 text=6161620000000000
  $ line plain --format jsonl
  {"value":"aabbcc"}
  $ line pairs --format hex
  value: 01 00 00 00 fe ff ff ff
  $ line pairs --format bpftool
  [{"value":["0x01","0x00","0x00","0x00","0xfe","0xff","0xff","0xff"],"formatted":{"value":{"left":1,"right":-2}}}]

A record that is longer than its type: what is behind is there in JSON, and a note says so in text.

  $ emit $(((12 << 32) + 1)) 0x400000003 0x090807
  0
  $ ev pairs
  mapctl: note: map pairs: records are pairs_t: it is named like the map, in the BTF of program emit
  left=1 right=-2
  left=3 right=4
  mapctl: note: map pairs: 1 of 2 records goes on behind the 8 bytes of pairs_t: the rest is in JSON
  $ line pairs --format jsonl
  {"value":{"left":1,"right":-2}}
  {"value":{"left":3,"right":4},"rest":"07080900"}

A flexible array at its end takes what there is.

  $ for size in 4 6 12; do emit $(((size << 32) + 4)) 0x0002000100000001 0x0004000300040003; done
  0
  0
  0
  $ line tails
  n=1 rest='[]'
  n=1 rest='[1]'
  n=1 rest='[1,2,3,4]'

One that is shorter is bytes, and the exit status says that not all is as it was asked for.

  $ emit $(((5 << 32) + 1)) 0x1122334455667788
  0
  $ ev pairs
  mapctl: note: map pairs: records are pairs_t: it is named like the map, in the BTF of program emit
  left=1 right=-2
  left=3 right=4
  hex 88 77 66 55 44
  mapctl: note: map pairs: 1 of 3 records goes on behind the 8 bytes of pairs_t: the rest is in JSON
  mapctl: map pairs: 1 of 3 records is shorter than the 8 bytes of pairs_t: shown as bytes
  [4]
  $ line pairs -j
  [{"value":{"left":1,"right":-2}},{"value":{"left":3,"right":4},"rest":"07080900"},{"value":"8877665544"}]
  [4]
  $ line pairs -c 1
  left=1 right=-2

Types that are not understood.

  $ ev plain --type nosuchtype
  mapctl: map plain: --type: column 1: there is no type 'nosuchtype'
  [2]
  $ ev plain --type 'struct {'
  mapctl: map plain: --type: column 9: a type was expected, not the end
  [2]
  $ ev plain --type 'struct {}'
  mapctl: map plain: --type: struct {...} has no bytes
  [2]
  $ ev plain --type u8 --value-type u8
  mapctl: map plain: --type or --value-type, not both
  [2]
  $ ev plain --key-type u8
  mapctl: map plain: --key-type: records have no keys
  [2]
  $ ev plain --btf /sys/kernel/btf/vmlinux
  mapctl: map plain: --btf says where to look up the name in --type, and none is given
  [2]
  $ ev plain --type u8 --btf nosuch
  mapctl: map plain: --btf: nosuch: opening it: No such file or directory
  [3]
  $ ev plain --as value=hex
  mapctl: map plain: --as: the type of the records is not known; --type says it
  [2]
  $ ev pairs --as middle=hex
  mapctl: map pairs: --as middle=hex: the value has no field 'middle'
  [2]

Who may not look at programs sees bytes, and why.

  $ chmod 666 "$BPFFS/pairs" && chmod 755 "$BPFFS"
  $ nobody events pinned "$BPFFS/pairs" --timeout 0 -c 1
  mapctl: note: map pairs: records are shown as bytes: what its programs know of them takes CAP_SYS_ADMIN to see; --type says what they are
  hex 01 00 00 00 fe ff ff ff
  $ nobody events pinned "$BPFFS/pairs" --timeout 0 -c 1 --type 'struct { s32 left; s32 right; }'
  left=1 right=-2

Refused while it opens, it prints no document.

  $ chmod 644 "$BPFFS/pairs"
  $ nobody -j events pinned "$BPFFS/pairs" --timeout 0 --type u64
  {"error":"map pairs: its records are in memory, which the kernel shows to those who may write to it: Permission denied","status":5}
  [5]
