Why there can be no such map: one line, its status, and nothing left behind.

  $ no() { m create "$BPFFS/no" "$@"; local status=$?; [ ! -e "$BPFFS/no" ] || echo "it is there"; return $status; }

Words.

  $ m create
  mapctl: create: where is the map to be pinned? 'mapctl create PATH type TYPE key SIZE value SIZE entries N'
  [2]
  $ no
  mapctl: create: 'type' and a map type are missing; 'mapctl types' lists them
  [2]
  $ no type
  mapctl: create: 'type' needs the name of a map type behind it
  [2]
  $ no type hahs key 4 value 4 entries 4
  mapctl: create: there is no map type 'hahs'; did you mean 'hash'?
  [2]
  $ no type hash value 4 entries 4
  mapctl: create: 'key' and the size or the type of a key are missing
  [2]
  $ no type hash key 4 entries 4
  mapctl: create: 'value' and the size or the type of a value are missing
  [2]
  $ no type hash key 4 value 4
  mapctl: create: 'entries' and their number are missing
  [2]
  $ no key 4 value 4 entries 4
  mapctl: create: 'type' and a map type are missing; 'mapctl types' lists them
  [2]
  $ no type hash type hash key 4 value 4 entries 4
  mapctl: create: 'type' stands there twice
  [2]
  $ no type hash dev lo offload_dev lo key 4 value 4 entries 4
  mapctl: create: 'offload_dev' stands there twice
  [2]
  $ no type hash key 4 value 4 entires 4
  mapctl: create: does not know what to do with 'entires'; did you mean 'entries'?
  [2]
  $ no type hash key 4 value 4 entries 4 blub
  mapctl: create: does not know what to do with 'blub'; see 'mapctl help create'
  [2]
  $ no type hash key 4 value 4 entries 4 replace replace
  mapctl: create: 'replace' stands there twice
  [2]
  $ no type hash key 4 value 4 entries 4G
  mapctl: create: entries: '4G' is more than 4294967295
  [2]
  $ no type hash key 4 value 4 entries 4x
  mapctl: create: entries: '4x' is not a number
  [2]
  $ no type hash key 010 value 4 entries 4
  mapctl: create: key: '010' is not a number
  [2]
  $ no type hash key -4 value 4 entries 4
  mapctl: create: key: column 1: a type was expected, not '-'
  [2]
  $ no type hash key 4 value 4 entries 4294967297
  mapctl: create: entries: '4294967297' is more than 4294967295
  [2]
  $ no type hash key 4 value 4 entries 4 flags no_preallok
  mapctl: create: flags: there is no flag 'no_preallok'; did you mean 'no_prealloc'?
  [2]
  $ no type hash key 4 value 4 entries 4 flags no_prealloc,,
  mapctl: create: flags: there is no flag ''; 'no_prealloc' is one
  [2]
  $ no type hash key 4 value 4 entries 4 flags 0x100000000
  mapctl: create: flags: '0x100000000' is more than 32 bits
  [2]
  $ no type hash key 4 value 4 entries 4 dev no_such_if
  mapctl: create: there is no network interface 'no_such_if'
  [1]
  $ no type array_of_maps entries 4 inner_map id
  mapctl: create: 'inner_map' needs a map behind it
  [2]
  $ no type array_of_maps entries 4 inner_map name no_such_map
  mapctl: create: inner_map: no map has the name "no_such_map"; 'mapctl list' shows the maps
  [1]
  $ no like name no_such_map from x.o
  mapctl: create: 'like' and 'from' exclude each other
  [2]

Shapes.

  $ no type lpm_trie key 8 value 4 entries 4
  mapctl: create: type lpm_trie needs 'flags no_prealloc'
  [2]
  $ no type array key 8 value 4 entries 4
  mapctl: create: a key of type array has 4 bytes (the index of the entry), not 8
  [2]
  $ no type hash key 4 value 4 entries 0
  mapctl: create: type hash takes 1 entry or more, not 0
  [2]
  $ no type hash key 4 value 4 entries 4 name bad-name
  mapctl: create: name 'bad-name': the kernel takes letters, digits, '_' and '.'
  [2]
  $ no type array_of_maps key 4 value 4 entries 4
  mapctl: create: type array_of_maps needs a map that its maps are like: 'inner_map name NAME' names one
  [2]
  $ no type ringbuf entries 5000
  mapctl: create: entries of type ringbuf is its size in bytes, a power of two and whole pages: 5000 is not; the next is 8192
  [2]
  $ no type hash key 4 value 4 entries 4 flags mmapable
  mapctl: create: type hash of this kernel does not take 'flags mmapable'
  [2]
  $ no type type_99 key 4 value 4 entries 4
  mapctl: create: this kernel has no maps of type type_99
  [3]
  $ no type percpu_array key 4 value 40000 entries 4
  mapctl: create: a value of type percpu_array has 1 to 32768 bytes (for one CPU), not 40000
  [2]
  $ no type hash key 4 value 4 entries 4294967295
  mapctl: create: 'entries 4294967295' is more than the kernel takes for these sizes and this type
  [2]
  $ no type task_storage key 4 value 4 entries 3 flags no_prealloc
  mapctl: create: type task_storage has as many entries as owners: 'entries 0', not 3
  [2]
  $ no type hash key 4 value 4 entries 4 dev lo
  mapctl: create: a map of type hash cannot be offloaded to 'lo': a device is needed that runs programs itself, which takes hash and array
  [2]
  $ no type hash key 4 value 4 entries 4 numa_node 999
  mapctl: create: there is no NUMA node 999
  [2]
  $ no type hash key 4 value 4 entries 4 map_extra 1
  mapctl: create: map_extra 1: type hash takes none
  [2]

Also of types that take no number of entries, and of those that want BTF.

  $ no type cgroup_storage key 16 value 8 flags no_prealloc
  mapctl: create: type cgroup_storage of this kernel does not take 'flags no_prealloc'
  [2]
  $ no type sk_storage value 8 flags no_prealloc,mmapable
  mapctl: create: type sk_storage of this kernel does not take 'flags mmapable'
  [2]
  $ no type cgroup_storage key 8 value 1M
  mapctl: create: a value of 1048576 bytes is larger than the kernel takes for type cgroup_storage
  [2]
  $ no type sk_storage value 1M flags no_prealloc
  mapctl: create: a value of 1048576 bytes is larger than the kernel takes for type sk_storage
  [2]
  $ no type type_0 key 4 value 4 entries 4
  mapctl: create: there is no map type 'type_0'; 'mapctl types' lists them
  [2]
  $ no type type_4294967297 key 4 value 4 entries 4
  mapctl: create: there is no map type 'type_4294967297'; 'mapctl types' lists them
  [2]

Places.

  $ m create "$BPFFS/there" type array value 4 entries 1
  $ id=$(mapctl -j show pinned "$BPFFS/there" | jq .id)
  $ m create "$BPFFS/there" type array value 4 entries 1
  mapctl: create: BPFFS/there is there already; 'replace' puts the map in its place
  [3]
  $ [ $id = "$(mapctl -j show pinned "$BPFFS/there" | jq .id)" ]
  $ m create "$BPFFS/with.dot" type array value 4 entries 1
  mapctl: create: BPFFS/with.dot: a bpffs takes no dots in the names of pins
  [2]
  $ m create "$BPFFS/nowhere/there" type array value 4 entries 1
  mapctl: create: BPFFS/nowhere: no such folder; 'mkdir BPFFS/nowhere' makes it
  [1]
  $ m create "$BPFFS/" type array value 4 entries 1
  mapctl: create: 'BPFFS/': a pin needs a name
  [2]
  $ mkdir "$BPFFS/folder"
  $ m create "$BPFFS/folder" type array value 4 entries 1
  mapctl: create: something is there already: BPFFS/folder: a folder, not a pinned BPF map
  [3]
  $ m create "$BPFFS/folder" type array value 4 entries 1 replace
  mapctl: create: BPFFS/folder: a folder, not a pinned BPF map
  [2]
  $ m create "$BPFFS/there/below" type array value 4 entries 1
  mapctl: create: BPFFS/there: not a folder
  [2]
  $ m create "$HERE/map" type array value 4 entries 1
  mapctl: create: HERE: not in a bpffs, where alone maps can be pinned; one is mostly on /sys/fs/bpf, and 'mount -t bpf bpf FOLDER' mounts one
  [2]
  $ [ -e "$HERE/map" ]
  [1]
  $ m create map type array value 4 entries 1
  mapctl: create: .: not in a bpffs, where alone maps can be pinned; one is mostly on /sys/fs/bpf, and 'mount -t bpf bpf FOLDER' mounts one
  [2]
  $ animals
  $ pin_program "$BPFFS/program"
  $ m create "$BPFFS/program" type array value 4 entries 1 replace
  mapctl: create: BPFFS/program: the pin of a program or link, not of a map
  [2]
  $ ln -s "$BPFFS/there" "$BPFFS/link"
  $ m create "$BPFFS/link" type array value 4 entries 1
  mapctl: create: something is there already: BPFFS/link: a symbolic link, not a pinned BPF map
  [3]
  $ m create "$BPFFS/program" type array value 4 entries 1
  mapctl: create: something is there already: BPFFS/program: the pin of a program or link, not of a map
  [3]
  $ m create "$BPFFS/link" type array value 4 entries 1 replace
  mapctl: create: BPFFS/link: a symbolic link, not a pinned BPF map
  [2]

Without privileges.

  $ chmod 777 "$BPFFS"
  $ nobody create "$BPFFS/no" type hash key 4 value 4 entries 4
  mapctl: create: not permitted: making maps takes CAP_BPF, and CAP_NET_ADMIN for maps of sockets and devices (run as root)
  [5]
  $ [ -e "$BPFFS/no" ]
  [1]

  $ nobody create "$BPFFS/no" type hash key u32 value 4 entries 4
  mapctl: create: not permitted: making maps takes CAP_BPF, and CAP_NET_ADMIN for maps of sockets and devices (run as root)
  [5]
  $ with_cap_bpf() { setpriv --bounding-set -all,+bpf,+dac_override --inh-caps -all mapctl "$@" 2>&1 | neutral; return "${PIPESTATUS[0]}"; }
  $ with_cap_bpf create "$BPFFS/small" type hash key u32 value 4 entries 4
  $ with_cap_bpf create "$BPFFS/no" type devmap value 4 entries 4
  mapctl: create: not permitted: making maps takes CAP_BPF, and CAP_NET_ADMIN for maps of sockets and devices (run as root)
  [5]
  $ with_cap_bpf create "$BPFFS/no" like "$BPFFS/small"
  mapctl: create: like: reading its BTF needs CAP_SYS_ADMIN (run as root)
  [5]
  $ mkdir -m 700 "$BPFFS/closed"
  $ nobody create "$BPFFS/closed/no" type hash key 4 value 4 entries 4
  mapctl: create: BPFFS/closed/no: not permitted; the modes of the folder and of the pin say who may, and root (CAP_DAC_OVERRIDE, CAP_FOWNER) may always
  [5]
  $ nobody create "$BPFFS/closed/in/no" type hash key 4 value 4 entries 4
  mapctl: create: BPFFS/closed/in: not permitted; the modes of the folder and of the pin say who may, and root (CAP_DAC_OVERRIDE, CAP_FOWNER) may always
  [5]
  $ chmod 644 "$BPFFS/there"; chmod 755 "$BPFFS"
  $ nobody pin "$BPFFS/there" "$BPFFS/mine"
  mapctl: pin: pinning at BPFFS/mine: not permitted; the modes of the folder and of the pin say who may, and root (CAP_DAC_OVERRIDE, CAP_FOWNER) may always
  [5]
  $ nobody unpin "$BPFFS/there"
  mapctl: unpin: BPFFS/there: removing the pin: not permitted; the modes of the folder and of the pin say who may, and root (CAP_DAC_OVERRIDE, CAP_FOWNER) may always
  [5]
  $ chmod 1777 "$BPFFS"
  $ nobody unpin "$BPFFS/there"
  mapctl: unpin: BPFFS/there: removing the pin: not permitted; the modes of the folder and of the pin say who may, and root (CAP_DAC_OVERRIDE, CAP_FOWNER) may always
  [5]
  $ nobody pin "$BPFFS/there" "$BPFFS/there" replace
  mapctl: pin: BPFFS/there: giving the new pin to the owner of the old: not permitted; the modes of the folder and of the pin say who may, and root (CAP_DAC_OVERRIDE, CAP_FOWNER) may always
  [5]
  $ ls "$BPFFS" | grep mapctl_
  [1]
  $ [ $id = "$(mapctl -j show pinned "$BPFFS/there" | jq .id)" ]

Read-only.

  $ mkdir readonly; mount --bind "$BPFFS" readonly; mount -o remount,bind,ro readonly
  $ m create readonly/no type hash key 4 value 4 entries 4
  mapctl: create: pinning at readonly/no: Read-only file system
  [3]
  $ m create readonly/there type hash key 4 value 4 entries 4 replace
  mapctl: create: pinning at readonly/there: Read-only file system
  [3]
  $ m unpin readonly/there
  mapctl: unpin: readonly/there: removing the pin: Read-only file system
  [3]
  $ umount readonly
  $ [ $id = "$(mapctl -j show pinned "$BPFFS/there" | jq .id)" ]

Where no bpffs is.

  $ unshare -m bash -c 'mount --bind "$BPFFS" /sys/fs/bpf; m create "/sys/fs/bpf/../no" type array value 4 entries 1'
  mapctl: create: /sys/fs/bpf/..: not in a bpffs, where alone maps can be pinned; one is mostly on /sys/fs/bpf, and 'mount -t bpf bpf FOLDER' mounts one
  [2]

  $ unshare -m bash -c 'umount -l /sys/fs/bpf 2>/dev/null; m create /sys/fs/bpf/x type array value 4 entries 1'
  mapctl: create: no bpffs is mounted on /sys/fs/bpf; 'mount -t bpf bpf /sys/fs/bpf' mounts it
  [3]
