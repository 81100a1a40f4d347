Types whose entries cannot be walked say so, in one line, with the command that reads them: nothing
on standard output, and no success.

  $ animals

  $ p dump queue
  mapctl: map queue: a queue has no entries to walk; 'mapctl lookup' shows its head
  [2]
  $ p dump stack
  mapctl: map stack: a stack has no entries to walk; 'mapctl lookup' shows its top
  [2]
  $ p dump bloom_filter
  mapctl: map bloom: a bloom filter has no entries to walk; 'mapctl lookup MAP value V' says whether V may be in it
  [2]
  $ p dump ringbuf
  mapctl: map ring: a ring buffer has no entries to walk; 'mapctl events' shows its records
  [2]
  $ p dump user_ringbuf
  mapctl: map uring: a user ring buffer has no entries to walk; 'mapctl events' shows its records
  [2]
  $ p dump perf_event_array
  mapctl: map perf: the kernel does not let the slots of a perf event array be read; 'mapctl * (glob)
  [2]
  $ p dump cgroup_array
  mapctl: map cgarr: the kernel does not let the cgroups in a cgroup array be read; 'mapctl getnext' lists its slots
  [2]
  $ p dump xskmap
  mapctl: map xsk: the kernel does not let the sockets in an xskmap be read; 'mapctl getnext' lists its slots
  [2]
  $ p dump task_storage
  mapctl: map task: task storage has no keys to walk; 'mapctl lookup MAP key pid PID' reads what one process has
  [2]
  $ p dump inode_storage
  mapctl: map inode: inode storage has no keys to walk; 'mapctl lookup MAP key path FILE' reads what one file has
  [2]
  $ p dump sk_storage
  mapctl: map sk: socket storage has no keys to walk; 'mapctl lookup MAP key pid PID fd N' reads what one socket has
  [2]

In every format.

  $ for format in json jsonl hex bpftool; do p dump queue --format $format; done
  {"error":"map queue: a queue has no entries to walk; 'mapctl lookup' shows its head","status":2}
  {"error":"map queue: a queue has no entries to walk; 'mapctl lookup' shows its head","status":2}
  mapctl: map queue: a queue has no entries to walk; 'mapctl lookup' shows its head
  {"error":"map queue: a queue has no entries to walk; 'mapctl lookup' shows its head","status":2}
  [2]
  $ mapctl -j dump pinned "$BPFFS/ringbuf" 2>/dev/null
  [2]

What can be looked up.

  $ p lookup queue -j | jq -c .value
  "01000000"
  $ p lookup stack -j | jq -c .value
  "03000000"
  $ p lookup queue | tail -n 1
  value: 01 00 00 00
  $ b map pop pinned "$BPFFS/stack" > /dev/null
  $ p lookup stack | tail -n 1
  value: 02 00 00 00
  $ for i in 1 2 3; do b map pop pinned "$BPFFS/queue" > /dev/null; done
  $ p lookup queue
  mapctl: map queue is empty
  [1]
  $ p lookup queue key 1
  mapctl: map queue: a queue has no keys
  [2]
  $ p lookup ringbuf
  consumer_pos: 0
  producer_pos: 32
  pending:      32
  size:         4096
  $ p lookup perf_event_array key 0
  mapctl: map perf: the kernel does not let the slots of a perf event array be read; 'mapctl * (glob)
  [2]
  $ p lookup xskmap key 0
  mapctl: map xsk: the kernel does not let the sockets in an xskmap be read; 'mapctl getnext' lists its slots
  [2]

Slots have numbers all the same.

  $ p getnext cgroup_array key 0
  key:      0
  next_key: 1
  $ p getnext perf_event_array -j
  {"key":null,"next_key":0}
  $ p getnext queue
  mapctl: map queue: a queue has no entries to walk; 'mapctl lookup' shows its head
  [2]
  $ p getnext task_storage
  mapctl: map task: task storage has no keys to walk; 'mapctl lookup MAP key pid PID' reads what one process has
  [2]

They are listed like all others.

  $ for m in queue bloom_filter ringbuf task_storage; do p show $m -o type,name,used,max; done
  type:      queue
  name:      queue
  max:       8
  type:      bloom_filter
  name:      bloom
  max:       8
  type:      ringbuf
  name:      ring
  max:       4096
  type:      task_storage
  name:      task
  max:       0
