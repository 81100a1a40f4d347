Frozen for good.

  $ m create "$BPFFS/m" type array value u32 entries 4 name "${PREFIX}cold"
  $ m update pinned "$BPFFS/m" key 1 value 5
  $ m freeze --dry-run name "${PREFIX}cold"
  action: freeze
  name:   cold
  id: ID
  $ bpftool -j map show pinned "$BPFFS/m" | jq .frozen
  0
  $ j keys freeze --dry-run pinned "$BPFFS/m"
  ["action","id","name"]
  $ m freeze pinned "$BPFFS/m"
  $ bpftool -j map show pinned "$BPFFS/m" | jq .frozen
  1
  $ b map update pinned "$BPFFS/m" key 1 0 0 0 value 6 0 0 0
  Error: update failed: Operation not permitted
  [255]
  $ m -j lookup pinned "$BPFFS/m" key 1
  {"key":1,"value":5}
  $ m freeze pinned "$BPFFS/m"
  mapctl: map cold is frozen already
  [3]
  $ m freeze --dry-run pinned "$BPFFS/m"
  mapctl: map cold is frozen already
  [3]
  $ m create "$BPFFS/j" type array value u32 entries 4
  $ m -j freeze pinned "$BPFFS/j"
  null

What cannot be.

  $ m freeze
  mapctl: freeze: which map? id ID, name NAME or pinned PATH; 'mapctl list' shows them
  [2]
  $ m freeze pinned "$BPFFS/m" now
  mapctl: freeze: does not know what to do with 'now'; see 'mapctl help freeze'
  [2]
  $ m freeze name no_such_map
  mapctl: no map has the name "no_such_map"; 'mapctl list' shows the maps
  [1]
  $ m create "$BPFFS/lock" type hash key int value 'struct { struct bpf_timer t; u32 n; }' entries 4
  $ m freeze pinned "$BPFFS/lock"
  mapctl: map lock: the kernel does not freeze maps of type struct_ops, and none with locks, timers or pointers of the kernel in their values
  [3]
  $ m create "$BPFFS/mapped" type array value 4 entries 4 flags mmapable
  $ cat >hold.py <<'PY'
  > import ctypes, mmap, sys
  > libc = ctypes.CDLL(None, use_errno=True)
  > import struct
  > path = ctypes.create_string_buffer(sys.argv[1].encode())
  > attr = ctypes.create_string_buffer(struct.pack("QII", ctypes.addressof(path), 0, 0), 128)
  > fd = libc.syscall(321, 7, attr, 128)
  > memory = mmap.mmap(fd, 4096)
  > print("mapped", flush=True)
  > sys.stdin.readline()
  > PY
  $ coproc python3 hold.py "$BPFFS/mapped"
  $ read -r mapped <&"${COPROC[0]}"; echo $mapped
  mapped
  $ m freeze pinned "$BPFFS/mapped"
  mapctl: map mapped: somebody has it mapped for writing, and a map can be frozen only when nobody has
  [3]
  $ bpftool -j map show pinned "$BPFFS/mapped" | jq .frozen
  0
  $ echo >&"${COPROC[1]}"; wait
  $ m freeze pinned "$BPFFS/mapped"
  $ bpftool -j map show pinned "$BPFFS/mapped" | jq .frozen
  1
