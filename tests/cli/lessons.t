The first lessons of BPF maps as they are taught, with mapctl for "bpftool map".

Their paths are in /sys/fs/bpf, and so is this bpffs, for one command; names are everybody's, and
the examples of the manuals use these too.

  $ exec 9</sys/fs/bpf && flock -w 300 9 || exit 80
  $ ! command mapctl -j list | jq -e 'any(.name == "my_map")' >/dev/null || exit 80
  $ inside() { unshare -m sh -c 'mount --bind "$BPFFS" /sys/fs/bpf && exec "$@"' sh "$@"; }
  $ mapctl() { inside mapctl "$@"; }

A map from the command line, written to and read.

  $ mapctl create /sys/fs/bpf/my_map type hash key 4 value 8 entries 100 name my_map
  $ bpftool -j map show pinned "$BPFFS/my_map" | jq -c '[.type, .name, .bytes_key, .bytes_value, .max_entries]'
  ["hash","my_map",4,8,100]
  $ mapctl update pinned /sys/fs/bpf/my_map key 0x01 0x00 0x00 0x00 value 0x2a 0x00 0x00 0x00 0x00 0x00 0x00 0x00
  $ mapctl dump name my_map
  KEY          VALUE
  01 00 00 00  2a 00 00 00 00 00 00 00
  $ mapctl lookup name my_map key 0x01 0x00 0x00 0x00
  key:   01 00 00 00
  value: 2a 00 00 00 00 00 00 00
  $ mapctl lookup name my_map key hex 01 00 00 00
  key:   01 00 00 00
  value: 2a 00 00 00 00 00 00 00
  $ bpftool map lookup name my_map key 1 0 0 0
  key: 01 00 00 00  value: 2a 00 00 00 00 00 00 00
  $ mapctl -j dump pinned /sys/fs/bpf/my_map
  [{"key":"01000000","value":"2a00000000000000"}]
  $ mapctl getnext name my_map
  key:      (none)
  next_key: 01 00 00 00
  $ mapctl getnext name my_map key 0x01 0x00 0x00 0x00
  mapctl: map my_map: no key follows this one
  [1]
  $ mapctl delete pinned /sys/fs/bpf/my_map key 0x01 0x00 0x00 0x00
  $ mapctl lookup pinned /sys/fs/bpf/my_map key 0x01 0x00 0x00 0x00
  mapctl: map my_map has no key 0x01 0x00 0x00 0x00
  [1]
  $ mapctl delete pinned /sys/fs/bpf/my_map key 0x01 0x00 0x00 0x00
  mapctl: map my_map has no key 0x01 0x00 0x00 0x00
  [1]
  $ bpftool -j map dump name my_map
  []

Flags of an update: BPF_ANY, BPF_NOEXIST, BPF_EXIST.

  $ mapctl update name my_map key 2 0 0 0 value 7 0 0 0 0 0 0 0 exist
  mapctl: map my_map has no key 2 0 0 0
  [1]
  $ mapctl update name my_map key 2 0 0 0 value 7 0 0 0 0 0 0 0 noexist
  $ mapctl update name my_map key 2 0 0 0 value 8 0 0 0 0 0 0 0 noexist
  mapctl: map my_map has key 2 0 0 0 already
  [1]
  $ bpftool -j map lookup name my_map key 2 0 0 0 | jq -c .value
  ["0x07","0x00","0x00","0x00","0x00","0x00","0x00","0x00"]
  $ mapctl update name my_map key 2 0 0 0 value 8 0 0 0 0 0 0 0 exist
  $ mapctl update name my_map key 2 0 0 0 value 9 0 0 0 0 0 0 0 any
  $ mapctl update name my_map key 3 0 0 0 value 9 0 0 0 0 0 0 0 any
  $ bpftool -j map dump name my_map | jq -c 'map([.key[0], .value[0]]) | sort'
  [["0x02","0x09"],["0x03","0x09"]]

Looked up and deleted in one step.

  $ mapctl -j pop name my_map key 2 0 0 0
  {"key":"02000000","value":"0900000000000000"}
  $ mapctl pop name my_map key 2 0 0 0
  mapctl: map my_map has no key 2 0 0 0
  [1]
  $ bpftool -j map dump name my_map | jq -c 'map([.key[0], .value[0]])'
  [["0x03","0x09"]]
  $ mapctl unpin /sys/fs/bpf/my_map
  $ exec 9<&-

A loader in C makes an array, fills and pins it, and ends; mapctl prints what is there.

  $ inside lesson_loader /sys/fs/bpf/squares
  $ mapctl dump pinned /sys/fs/bpf/squares
  KEY  VALUE
    0  00 00 00 00 00 00 00 00
    1  01 00 00 00 00 00 00 00
    2  04 00 00 00 00 00 00 00
    3  09 00 00 00 00 00 00 00
    4  10 00 00 00 00 00 00 00
  $ mapctl -j dump pinned /sys/fs/bpf/squares | jq -c '.[3]'
  {"key":3,"value":"0900000000000000"}
  $ mapctl -j dump pinned /sys/fs/bpf/squares --key-type u32 --value-type u64 | jq -c 'map(.value)'
  [0,1,4,9,16]
  $ mapctl -j lookup --value-type u64 pinned /sys/fs/bpf/squares key 3 0 0 0
  {"key":3,"value":9}
  $ mapctl delete pinned /sys/fs/bpf/squares key 3 0 0 0
  mapctl: map squares: entries of type array cannot be deleted; 'mapctl update' changes one, 'mapctl flush --zero' makes them zero
  [2]
  $ mapctl update pinned /sys/fs/bpf/squares key 3 0 0 0 value 10 0 0 0 0 0 0 0 noexist
  mapctl: map squares has index 3 already
  [1]
  $ mapctl update pinned /sys/fs/bpf/squares key 5 0 0 0 value 25 0 0 0 0 0 0 0
  mapctl: map squares has no index 5: 0 to 4
  [1]
  $ mapctl -j dump pinned /sys/fs/bpf/squares --value-type u64 | jq -c 'map(.value)'
  [0,1,4,9,16]
  $ inside lesson_loader /sys/fs/bpf/squares
  pin: File exists
  [1]
  $ mapctl unpin /sys/fs/bpf/squares

A counter of calls by user, with types.

  $ mapctl create /sys/fs/bpf/counts type hash key u32 value u64 entries 1024
  $ for count in 0:12 1000:4 33:7; do mapctl update pinned /sys/fs/bpf/counts key ${count%:*} value ${count#*:}; done
  $ mapctl -j dump pinned /sys/fs/bpf/counts | jq -c 'sort_by(-.value)[] | "\(.key) \(.value)"' -r
  0 12
  33 7
  1000 4
  $ bpftool -j map dump pinned "$BPFFS/counts" | jq -c 'map(.formatted) | sort_by(.key)'
  [{"key":0,"value":12},{"key":33,"value":7},{"key":1000,"value":4}]
  $ mapctl -j dump pinned /sys/fs/bpf/counts | jq 'map(.value) | add'
  23

A lock in the value: the kernel takes BPF_F_LOCK for such maps alone.

  $ mapctl create /sys/fs/bpf/locked type hash key 4 value 'struct { struct bpf_spin_lock lock; u32 n; }' entries 8
  $ mapctl update pinned /sys/fs/bpf/locked key 1 0 0 0 value n=5
  $ mapctl update pinned /sys/fs/bpf/locked key 1 0 0 0 value n=6 lock
  $ mapctl update pinned /sys/fs/bpf/locked key 2 0 0 0 value n=7 noexist lock
  $ cat >read_locked.py <<'PY'
  > import ctypes, os, struct, sys
  > sys.dont_write_bytecode = True
  > sys.path.insert(0, os.path.join(os.environ["top_srcdir"], "tests", "pybpf"))
  > import calls
  > LOOKUP, LOCK = 1, 4
  > key, value = ctypes.create_string_buffer(struct.pack("I", int(sys.argv[2])), 4), ctypes.create_string_buffer(8)
  > call = struct.pack("IIQQQ", calls.pinned(sys.argv[1]), 0, calls.address(key), calls.address(value), LOCK)
  > try:
  >     calls.bpf(LOOKUP, call, "locked lookup")
  >     print(struct.unpack("II", value.raw))
  > except OSError as error:
  >     print(error.strerror)
  > PY
  $ for key in 1 2 3; do python3 read_locked.py "$BPFFS/locked" $key; done
  (0, 6)
  (0, 7)
  locked lookup: No such file or directory
  $ python3 read_locked.py "$BPFFS/counts" 1000
  locked lookup: Invalid argument
  $ mapctl update pinned /sys/fs/bpf/counts key 1000 value 5 lock
  mapctl: map counts: 'lock': there is no bpf_spin_lock in its values
  [2]
  $ mapctl -j lookup pinned /sys/fs/bpf/counts key 1000
  {"key":1000,"value":4}
  $ mapctl -j lookup pinned /sys/fs/bpf/locked key 1 0 0 0 | jq -c .value.n
  6
