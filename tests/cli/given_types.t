Types that the user gives: --key-type, --value-type, --btf.

  $ animals
  $ types="$top_srcdir/tests/fuzz/corpus/btf"
  $ b map create "$BPFFS/plain" type hash key 4 value 16 entries 8 name "${PREFIX}plain"
  $ b map update pinned "$BPFFS/plain" key 1 0 0 0 \
  >     value 0x0a 0 0 1 0 0 0 0 8 7 6 5 4 3 2 1
  $ p dump plain
  KEY          VALUE
  01 00 00 00  0a 00 00 01 00 00 00 00 08 07 06 05 04 03 02 01

In C: a table where entries are flat, and the same in JSON.

  $ p dump plain --key-type u32 --value-type 'struct { __be32 ip; u8 a:3, b; u16 c; u64 t; }'
  KEY         ip  a  b  c                  t
    1  167772161  0  0  0  72623859790382856
  $ p dump plain -j --key-type u32 --value-type 'struct { __be32 ip; u32 n; u64 t; }'
  [{"key":1,"value":{"ip":167772161,"n":0,"t":72623859790382856}}]
  $ p dump plain -j --key-type s32 --value-type 'enum { NONE, SOME = 8 }[4]'
  [{"key":1,"value":[16777226,"NONE",84281096,16909060]}]
  $ p dump plain -j --key-type 'char[4]' --value-type 'struct { u32 n; u16 rest[]; }'
  [{"key":"\u0001","value":{"n":16777226,"rest":[0,0,1800,1286,772,258]}}]
  $ p dump plain --value-type 'typedef u8 mac_t[6]; struct mac { mac_t at; }; struct { u16 n[2]; struct mac a, b; }'
  key: 01 00 00 00
  value:
      n: [10, 256]
      a:
          at: [0, 0, 0, 0, 8, 7]
      b:
          at: [6, 5, 4, 3, 2, 1]
  $ p lookup plain --key-type u32 --value-type 'u64[2]' key 1
  key: 1
  value: [16777226, 72623859790382856]
  $ p getnext plain --key-type u32
  key:      (none)
  next_key: 1
  $ p getnext plain -j --key-type '__be32'
  {"key":null,"next_key":16777216}

Names of the kernel's types, with their keyword and without, alone and inside.

  $ p dump plain -j --value-type 'struct in6_addr' | jq -c '.[0].value.in6_u.u6_addr32'
  [167772161,0,134678021,67305985]
  $ p dump plain -j --value-type in6_addr | jq -c '.[0].value.in6_u.u6_addr32'
  [167772161,0,134678021,67305985]
  $ p dump plain -j --value-type 'struct sockaddr_in' | jq -c '.[0].value | keys_unsorted'
  ["sin_family","sin_port","sin_addr","__pad"]
  $ p dump plain -j --value-type 'struct { struct in_addr a; __wsum b; ktime_t c; }'
  [{"key":"01000000","value":{"a":{"s_addr":167772161},"b":0,"c":72623859790382856}}]

From a file: an object, or the BTF alone.  What the file does not have is C's.

  $ b map create "$BPFFS/peers" type array key 4 value 40 entries 1 name "${PREFIX}peers"
  $ b map update pinned "$BPFFS/peers" key 0 0 0 0 value hex 01 00 00 00 02 00 00 00 \
  >     03 00 00 00 ff 00 00 00 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 61 62 63 00 00 00 00 00
  $ for name in 'struct peer' peer 'struct { struct peer p; }'; do
  >     p dump peers -j --btf "$types/object" --value-type "$name"
  > done
  [{"key":0,"value":{"at":[{"x":1,"y":2},{"x":3,"y":-1}],"way":"OUT","next":0,"a":6513249,"b":"abc"}}]
  [{"key":0,"value":{"at":[{"x":1,"y":2},{"x":3,"y":-1}],"way":"OUT","next":0,"a":6513249,"b":"abc"}}]
  [{"key":0,"value":{"p":{"at":[{"x":1,"y":2},{"x":3,"y":-1}],"way":"OUT","next":0,"a":6513249,"b":"abc"}}}]
  $ p dump peers -j --btf "$types/raw" --value-type peer
  [{"key":0,"value":{"at":[{"x":1,"y":2},{"x":3,"y":-1}],"way":"OUT","next":0,"a":6513249,"b":"abc"}}]
  $ p dump peers -j --btf "$types/raw" --value-type 'point_t[5]'
  [{"key":0,"value":[{"x":1,"y":2},{"x":3,"y":-1},{"x":1,"y":0},{"x":0,"y":0},{"x":6513249,"y":0}]}]
  $ p dump peers -j --btf /sys/kernel/btf/vmlinux --value-type 'struct { struct in6_addr a[2]; u64 b; }' |
  >     jq -c '.[0].value | [.a[0].in6_u.u6_addr32, .b]'
  [[16777216,33554432,50331648,4278190080],6513249]
  $ p dump plain -j --btf "$types/raw" --value-type 'struct in6_addr'
  {"error":"map plain: --value-type: column 8: there is no type 'struct in6_addr'","status":2}
  [2]

Of several of one name that which has the size; a pipe is as good as a file.

  $ two() {
  >     printf '\237\353\1\0\30\0\0\0\0\0\0\0\40\0\0\0\40\0\0\0\3\0\0\0'
  >     printf '\1\0\0\0\0\0\0\1\10\0\0\0\100\0\0\0\1\0\0\0\0\0\0\1\4\0\0\0\40\0\0\0\0x\0'
  > }
  $ two >"$HERE/two"
  $ b btf dump file "$HERE/two"
  [1] INT 'x' size=8 bits_offset=0 nr_bits=64 encoding=(none)
  [2] INT 'x' size=4 bits_offset=0 nr_bits=32 encoding=(none)
  $ p dump plain -j --btf <(two) --key-type x --value-type 'x[2]' | jq -c '.[0].key'
  1

Input is by the same types, also where bytes are shown.

  $ p update plain --key-type u32 --value-type 'struct { __be32 ip; u32 n; u64 t; }' key 2 value ip=1.2.3.4 n=5 t=6
  $ p update plain --format hex --key-type u32 --value-type '__be32[4]' key 3 value '[1,2,3,4]'
  $ b map lookup pinned "$BPFFS/plain" key 2 0 0 0
  key: 02 00 00 00  value: 01 02 03 04 05 00 00 00  06 00 00 00 00 00 00 00
  $ b map lookup pinned "$BPFFS/plain" key 3 0 0 0
  key: 03 00 00 00  value: 00 00 00 01 00 00 00 02  00 00 00 03 00 00 00 04
  $ p update plain --key-type u32 --value-type 'struct { __be32 ip; u32 n; u64 t; }' key 2 value n=5000000000 ip=::1
  mapctl: map plain: value: n: '5000000000' does not fit u32: 0 to 4294967295
  [2]
  $ p lookup plain --key-type u32 --value-type 'struct { __be32 ip; u32 n; u64 t; }' key 2
  key: 2
  value:
      ip: 16909060
      n:  5
      t:  6
  $ p lookup plain --key-type 'enum color { RED = 2, BLUE }' --value-type 'u32[4]' key BLUE
  key: BLUE
  value: [16777216, 33554432, 50331648, 67108864]
  $ p delete plain --key-type u32 key 3
  $ p lookup plain --key-type u32 key 3
  mapctl: map plain has no key 3
  [1]

Other formats.

  $ p lookup plain --format bpftool --key-type u32 --value-type 'u64[2]' key 2
  {"key":["0x02","0x00","0x00","0x00"],"value":["0x01","0x02","0x03","0x04","0x05","0x00","0x00","0x00","0x06","0x00","0x00","0x00","0x00","0x00","0x00","0x00"],"formatted":{"key":2,"value":[21542142465,6]}}
  $ p lookup plain --format hex --key-type u32 key 2
  key: 02 00 00 00  value: 01 02 03 04 05 00 00 00 06 00 00 00 00 00 00 00
  $ p schema plain --key-type u32 --value-type 'struct peer { struct in_addr ip; u8 at[12]; }'
  typedef unsigned int u32;
  
  typedef unsigned int __u32;
  typedef __u32 __be32;
  struct in_addr {
  \t__be32 s_addr; (esc)
  };
  
  typedef unsigned char u8;
  struct peer {
  \tstruct in_addr ip; (esc)
  \tu8 at[12]; (esc)
  };
  
  struct {
  \t__uint(type, BPF_MAP_TYPE_HASH); (esc)
  \t__uint(max_entries, 8); (esc)
  \t__type(key, u32); (esc)
  \t__type(value, struct peer); (esc)
  } plain SEC(".maps");
  $ j .value schema pinned "$BPFFS/plain" --value-type 'struct { u64 a, b; }'
  {"size":16,"type":"struct {...}","c":"typedef unsigned long long u64;\n\n"}

They win over the map's own, and --numeric is for them too.

  $ p dump flow -j | jq -c '.[0]'
  {"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}
  $ p dump flow -j --key-type 'u32[2]' --value-type 'enum { FIVE = 5 }[4]' | jq -c '.[0]'
  {"key":[16777226,441089],"value":["FIVE",0,600,0]}
  $ p dump flow -j --numeric --value-type 'enum { FIVE = 5 }[4]' | jq -c '.[0].value'
  [5,0,600,0]

Per-CPU values, prefixes, queues.

  $ p dump percpu_hash_raw -j --key-type u32 --value-type 'struct { u32 lo, hi; }' |
  >     jq -c 'sort_by(.key)[0] | [.key, .values[0]]'
  [7,{"cpu":0,"value":{"lo":100,"hi":0}}]
  $ p dump lpm4_raw -j --value-type u32
  [{"key":"10.0.0.0/8","value":8},{"key":"192.168.1.0/24","value":24},{"key":"0.0.0.0/0","value":0}]
  $ p dump lpm4_raw -j --key-type 'struct { u32 length; __be32 address; }' --value-type u32
  [{"key":"10.0.0.0/8","value":8},{"key":"192.168.1.0/24","value":24},{"key":"0.0.0.0/0","value":0}]
  $ p dump lpm4_raw -j --key-type 'struct { u32 length; u16 a, b; }' --value-type u32
  [{"key":{"length":8,"a":10,"b":0},"value":8},{"key":{"length":24,"a":43200,"b":1},"value":24},{"key":{"length":0,"a":0,"b":0},"value":0}]
  $ p peek queue -j --value-type 'u8[4]'
  {"value":[1,0,0,0]}

What is wrong with them.

  $ p dump plain --value-type u32
  mapctl: map plain: --value-type: u32 has 4 bytes, and the map's values have 16
  [2]
  $ p dump plain --key-type 'struct { u32 a; u32 b; }'
  mapctl: map plain: --key-type: struct {...} has 8 bytes, and the map's keys have 4
  [2]
  $ p dump plain --value-type 'struct { u16 n; struct { u8 x[3]; } rest[]; }'
  mapctl: map plain: --value-type: struct {...} has 2 bytes, and the map's values have 16
  [2]
  $ p dump plain --value-type 'struct { u32 n; u64 t }'
  mapctl: map plain: --value-type: column 23: ';' or ',' was expected, not '}'
  [2]
  $ p dump plain -j --value-type 'struct { u32 n; u63 t; }'
  {"error":"map plain: --value-type: column 17: there is no type 'u63'; did you mean 'u64'?","status":2}
  [2]
  $ p dump plain --value-type 'struct sockadr_in'
  mapctl: map plain: --value-type: column 8: there is no type 'struct sockadr_in'; did you mean 'struct sockaddr_in'?
  [2]
  $ p dump plain --value-type sockadr_in
  mapctl: map plain: --value-type: column 1: there is no type 'sockadr_in'; did you mean 'struct sockaddr_in'?
  [2]
  $ p dump plain --value-type 'struct { sockaddr_in a; }'
  mapctl: map plain: --value-type: column 10: 'sockaddr_in' is a struct: write 'struct sockaddr_in'
  [2]
  $ p dump plain --value-type "$(printf 'struct { u32 a;\n  u32 a; }')"
  mapctl: map plain: --value-type: line 2, column 7: there is a member 'a' already
  [2]
  $ p dump plain --value-type void
  mapctl: map plain: --value-type: column 1: void has no size; a pointer to it has
  [2]
  $ p dump plain --value-type ''
  mapctl: map plain: --value-type: column 1: a type was expected, not the end
  [2]
  $ p dump plain --btf "$types/object" --value-type 'struct pear'
  mapctl: map plain: --value-type: column 8: there is no type 'struct pear'; did you mean 'struct peer'?
  [2]
  $ p dump plain --format hex --value-type u32
  mapctl: map plain: --value-type: u32 has 4 bytes, and the map's values have 16
  [2]
  $ p dump queue --key-type u32
  mapctl: map queue: --key-type: maps of type queue have no keys
  [2]
  $ p lookup task_storage --key-type u32 --value-type u32 key pid $$
  mapctl: map task: --key-type: the keys of type task_storage are what its values hang on
  [2]

What is wrong with the file.

  $ p dump plain --btf "$types/none" --value-type u32 2>&1 | sed "s,$types,,"
  mapctl: --btf: /none: opening it: No such file or directory
  [3]
  $ for file in text empty cut version swapped bad_kind bad_name cut_object; do
  >     p dump plain --btf "$types/$file" --value-type peer 2>&1 | sed "s,$types/,,"
  > done
  mapctl: --btf: text: it is neither BTF nor an ELF file
  mapctl: --btf: empty: it is neither BTF nor an ELF file
  mapctl: --btf: cut: its BTF is damaged: its sections do not lie in the file
  mapctl: --btf: version: its BTF is of version 9, which is not known
  mapctl: --btf: swapped: its BTF is of a machine with the other byte order
  mapctl: --btf: bad_kind: its type 1 is of kind 31, which is not known
  mapctl: --btf: bad_name: its BTF is damaged: type 1 refers to what is not there
  mapctl: --btf: cut_object: it is no whole ELF file: invalid section index
  [2]
  $ p dump plain --btf "$BPFFS" --value-type peer
  mapctl: --btf: BPFFS: reading it: Is a directory
  [3]
  $ mkfifo "$HERE/pipe"
  $ timeout 10 mapctl dump pinned "$BPFFS/plain" --btf "$HERE/pipe" --value-type peer 2>&1 | neutral
  mapctl: --btf: HERE/pipe: it is neither BTF nor an ELF file
  [2]
  $ p dump plain --btf "$types/object"
  mapctl: --btf says where to look up the names in --key-type and --value-type, and none is given
  [2]

None of it has changed the map.

  $ b map dump pinned "$BPFFS/plain" | sort
  Found 2 elements
  key: 01 00 00 00  value: 0a 00 00 01 00 00 00 00  08 07 06 05 04 03 02 01
  key: 02 00 00 00  value: 01 02 03 04 05 00 00 00  06 00 00 00 00 00 00 00
