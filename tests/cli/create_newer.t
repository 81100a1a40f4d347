What came to the kernel with 6.2 and later, and is not in all.

  $ animals
  $ needs arena cgrp_storage

A type, with what it leaves no choice of left out.

  $ m create "$BPFFS/one" type arena flags mmapable entries 4096
  $ bpftool -j map show pinned "$BPFFS/one" | jq -c '[.type,.name,.flags,.bytes_key,.bytes_value,.max_entries]'
  [33,"one",1024,0,0,4096]

A value takes one lock; kernels before 6.2 take a second one, too, and use one of them.

  $ m create "$BPFFS/bad" type hash key u64 value 'struct { struct bpf_spin_lock a, b; }' entries 4
  mapctl: create: the kernel takes no more than one lock, one timer and one workqueue in a value
  [2]
  $ [ -e "$BPFFS/bad" ]
  [1]
