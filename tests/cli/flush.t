flush deletes every entry that can be deleted, and says how many that were.

  $ live_animals
  $ filled() { bpftool -j map dump pinned "$BPFFS/$1" 2>/dev/null |
  >     jq '[.[] | select((.value | type) == "array" or (has("values")))] | length'; }

Hashes, tries: what bpftool finds before and after.

  $ for m in hash hash_raw lru_hash percpu_hash lru_percpu_hash flow name locked lpm4 lpm4_raw lpm6; do
  >     echo "$m: $(filled $m), would: $(p flush $m -j --dry-run), $(filled $m), $(p flush $m), $(filled $m)"
  > done
  hash: 3, would: {"action":"delete","entries":3}, 3, deleted 3 entries, 0
  hash_raw: 3, would: {"action":"delete","entries":3}, 3, deleted 3 entries, 0
  lru_hash: 1, would: {"action":"delete","entries":1}, 1, deleted 1 entry, 0
  percpu_hash: 2, would: {"action":"delete","entries":2}, 2, deleted 2 entries, 0
  lru_percpu_hash: 1, would: {"action":"delete","entries":1}, 1, deleted 1 entry, 0
  flow: 1, would: {"action":"delete","entries":1}, 1, deleted 1 entry, 0
  name: 2, would: {"action":"delete","entries":2}, 2, deleted 2 entries, 0
  locked: 1, would: {"action":"delete","entries":1}, 1, deleted 1 entry, 0
  lpm4: 3, would: {"action":"delete","entries":3}, 3, deleted 3 entries, 0
  lpm4_raw: 3, would: {"action":"delete","entries":3}, 3, deleted 3 entries, 0
  lpm6: 2, would: {"action":"delete","entries":2}, 2, deleted 2 entries, 0
  $ for m in hash lru_hash percpu_hash lpm4; do b map getnext pinned "$BPFFS/$m"; done
  Error: can't get next key: No such file or directory
  Error: can't get next key: No such file or directory
  Error: can't get next key: No such file or directory
  Error: can't get next key: No such file or directory
  [254]

Nothing to do is no error.

  $ p flush hash
  deleted 0 entries
  $ p flush hash -j
  {"deleted":0}
  $ p flush hash --format jsonl
  {"deleted":0}
  $ p flush hash --format bpftool
  {"deleted":0}
  $ p flush hash --dry-run
  would delete 0 entries

Slots, of which only those count that were filled.

  $ for m in prog_array array_of_maps hash_of_maps devmap devmap_hash devmap_prog cpumap cpumap_prog \
  >         sockmap sockhash reuseport_sockarray stack_trace; do
  >     echo "$m: $(p flush $m --dry-run), $(p flush $m), $(p flush $m), $(filled $m)"
  > done
  prog_array: would delete 1 entry, deleted 1 entry, deleted 0 entries, 0
  array_of_maps: would delete 2 entries, deleted 2 entries, deleted 0 entries, 0
  hash_of_maps: would delete 2 entries, deleted 2 entries, deleted 0 entries, 0
  devmap: would delete 1 entry, deleted 1 entry, deleted 0 entries, 0
  devmap_hash: would delete 1 entry, deleted 1 entry, deleted 0 entries, 0
  devmap_prog: would delete 1 entry, deleted 1 entry, deleted 0 entries, 0
  cpumap: would delete 1 entry, deleted 1 entry, deleted 0 entries, 0
  cpumap_prog: would delete 1 entry, deleted 1 entry, deleted 0 entries, 0
  sockmap: would delete 1 entry, deleted 1 entry, deleted 0 entries, 0
  sockhash: would delete 1 entry, deleted 1 entry, deleted 0 entries, 0
  reuseport_sockarray: would delete 1 entry, deleted 1 entry, deleted 0 entries, 0
  stack_trace: would delete 1 entry, deleted 1 entry, deleted 0 entries, 0

The kernel does not let some slots be read, but says when they are deleted; of an xskmap not even that.

  $ for m in cgroup_array perf_event_array sockmap4; do echo "$m: $(p flush $m)"; done
  cgroup_array: deleted 1 entry
  perf_event_array: deleted 0 entries
  sockmap4: deleted 1 entry
  $ p flush cgroup_array --dry-run
  would delete what is in 4 slots; how many are filled the kernel does not say
  $ p flush cgroup_array -j --dry-run
  {"action":"delete","entries":null}
  $ p flush xskmap
  deleted what is in 4 slots; how many are filled the kernel does not say
  $ p flush xskmap -j
  {"deleted":null}

Queues and stacks are popped.

  $ p flush queue --dry-run
  would delete what is in 8 slots; how many are filled the kernel does not say
  $ p flush queue && p flush queue && p flush queue --dry-run
  deleted 3 entries
  deleted 0 entries
  would delete 0 entries
  $ bpftool map peek pinned "$BPFFS/queue" | tail -n 1
  Not found
  [254]
  $ p flush stack -j
  {"deleted":3}
  $ p lookup stack
  mapctl: map stack is empty
  [1]

Arrays keep their entries; --zero makes the values zero.

  $ p flush array
  mapctl: map arr: the entries of a map of type array cannot be deleted; --zero sets their values to zero
  [2]
  $ p dump array -j | jq -c 'map(.value)'
  [10,20,30,40]
  $ p flush array --zero --dry-run && p dump array -j | jq -c 'map(.value)'
  would zero 4 entries
  [10,20,30,40]
  $ p flush array --zero && b -j map dump pinned "$BPFFS/array" | jq -c 'map(.formatted.value)'
  zeroed 4 entries
  [0,0,0,0]
  $ p flush percpu_array --zero -j && p dump percpu_array -j | jq -c '[.[].values[].value] | unique'
  {"zeroed":2}
  [0]
  $ p flush array_mmap --zero && p dump array_mmap -j | jq -c 'map(.value)'
  zeroed 4 entries
  [0,0,0,0]
  $ p flush data --zero && p dump data -j
  zeroed 1 entry
  [{"key":0,"value":{"counter":0,"total":0,"who":""}}]
  $ m create "$BPFFS/guarded" type array key u32 value 'struct { struct bpf_spin_lock lock; u32 n; }' entries 3 name "${PREFIX}guard"
  $ p update guarded key 1 value n=5
  $ p flush guarded --zero && b -j map dump pinned "$BPFFS/guarded" | jq -c 'map(.formatted.value.n)'
  zeroed 3 entries
  [0,0,0]
  $ p flush timed --zero && p lookup timed -j key 0
  zeroed 1 entry
  {"key":0,"value":{"timer":"struct bpf_timer","n":0}}
  $ p flush hash_raw --zero
  mapctl: map hraw: --zero is for arrays; 'mapctl flush MAP' deletes these entries
  [2]
  $ p flush cgroup_storage --zero
  zeroed 0 entries

What must not be changed, or cannot be.

  $ p flush array_frozen --zero
  mapctl: map afroz is frozen: it can never again be changed from user space
  [3]
  $ p flush array_frozen --zero --dry-run
  mapctl: map afroz is frozen: it can never again be changed from user space
  [3]
  $ p flush rodata --zero
  mapctl: map .ro is frozen: it can never again be changed from user space
  [3]
  $ b map freeze pinned "$BPFFS/dup_a" && p flush dup_a
  mapctl: map dup is frozen: it can never again be changed from user space
  [3]
  $ p dump dup_a -j
  [{"key":"01000000","value":"01000000"}]

A frozen map that has nothing to delete is refused as well.

  $ b map create "$BPFFS/cold" type prog_array key 4 value 4 entries 4 name "${PREFIX}cold"
  $ b map freeze pinned "$BPFFS/cold"
  $ p flush cold
  mapctl: map cold is frozen: it can never again be changed from user space
  [3]
  $ p flush cold --dry-run
  mapctl: map cold is frozen: it can never again be changed from user space
  [3]

Nor is anything deleted from these.

  $ p flush bloom_filter
  mapctl: map bloom: nothing can be taken out of a bloom filter
  [2]
  $ p flush ringbuf
  mapctl: map ring: what is in a ring buffer is its reader's to take
  [2]
  $ p flush struct_ops
  mapctl: map sops: to delete the entry of a struct_ops map takes its functions out of use; 'mapctl delete MAP key 0' does that
  [2]
  $ for m in task_storage inode_storage sk_storage; do p flush $m; done
  mapctl: map task: task_storage has no keys to walk; 'mapctl delete MAP key pid PID' deletes what one process has
  mapctl: map inode: inode_storage has no keys to walk; 'mapctl delete MAP key path FILE' deletes what one file has
  mapctl: map sk: sk_storage has no keys to walk; 'mapctl delete MAP key pid PID fd N' deletes what one socket has
  [2]
  $ p flush hash key 1
  mapctl: flush: does not know what to do with 'key'; see 'mapctl help flush'
  [2]
  $ mapctl flush name "${PREFIX}nobody" 2>&1 | neutral
  mapctl: no map has the name "nobody"* (glob)
  [1]
  $ mapctl flush name "${PREFIX}dup" 2>&1 | neutral
  mapctl: 2 maps have the name "dup": ID (hash), ID (array); say which with 'id N'
  [2]

A pin that only may be read is not written to.

  $ chmod 711 "$HERE" && chmod 444 "$BPFFS/name" && chmod 755 "$BPFFS"
  $ nobody flush pinned "$BPFFS/name"
  mapctl: BPFFS/name: not permitted; * (glob)
  [5]

Progress, on a terminal alone: some lines, ten a second at most, each over the one before, and the
last of them is gone at the end.

  $ cat > terminal.py <<'END'
  > import os, pty, re, sys, time
  > begin, pid_fd = time.monotonic(), pty.fork()
  > if not pid_fd[0]:
  >     os.execvp("mapctl", ["mapctl", *sys.argv[1:]])
  > said = b""
  > try:
  >     while True:
  >         said += os.read(pid_fd[1], 65536)
  > except OSError:
  >     pass
  > took = time.monotonic() - begin
  > said = said.decode().replace("\r\n", "\n")
  > steps = re.findall(r"\r[0-9]+ (?:of 3000000 )?entries [a-z ]+", said)
  > screen = ""
  > for line in said.split("\r"):
  >     screen = line + screen[len(line):]
  > print(bool(steps), len(steps) <= took * 10, repr(screen.rstrip(" ")))
  > END
  $ b map create "$BPFFS/long" type prog_array key 4 value 4 entries 3000000 name "${PREFIX}long"
  $ python3 terminal.py flush pinned "$BPFFS/long"
  True True 'deleted 0 entries\n'
  $ python3 terminal.py flush pinned "$BPFFS/long" --dry-run
  True True 'would delete 0 entries\n'
  $ python3 terminal.py flush pinned "$BPFFS/long" -j
  False True '{"deleted":0}\n'
  $ python3 terminal.py flush pinned "$BPFFS/hash"
  False True 'deleted 0 entries\n'
  $ mapctl flush pinned "$BPFFS/long" 2>&1 > /dev/null | wc -c
  0
  $ rm "$BPFFS/long"

Thousands, in every way there is; the values are of a size that fills many calls.

  $ fill() {
  >     python3 -c '
  > import sys
  > kind, n = sys.argv[1:3]
  > for i in range(int(n)):
  >     key = "32 0 0 0 " * (kind == "trie") + f"{i % 256} {i // 256} 0 0"
  >     print(f"map update pinned {sys.argv[3]}/{kind} key {key} value hex" + " 01" * 64)
  > ' "$1" "$2" "$BPFFS" | bpftool batch file - > /dev/null
  > }
  $ b map create "$BPFFS/large" type hash key 4 value 64 entries 5000 name "${PREFIX}large"
  $ b map create "$BPFFS/trie" type lpm_trie key 8 value 64 entries 5000 name "${PREFIX}trie" flags 1
  $ b map create "$BPFFS/row" type array key 4 value 64 entries 5000 name "${PREFIX}row"
  $ for ways in none batch batch,iter; do
  >     for m in large trie row; do
  >         fill $m 5000
  >         deny $ways flush pinned "$BPFFS/$m" $([ $m = row ] && echo --zero)
  >     done
  >     echo "$ways: $(filled large) $(filled trie) $(mapctl -j dump pinned "$BPFFS/row" | jq -c 'map(.value) | unique | map(test("[1-9]"))')"
  > done
  deleted 5000 entries
  deleted 5000 entries
  zeroed 5000 entries
  none: 0 0 [false]
  deleted 5000 entries
  deleted 5000 entries
  zeroed 5000 entries
  batch: 0 0 [false]
  deleted 5000 entries
  deleted 5000 entries
  zeroed 5000 entries
  batch,iter: 0 0 [false]

While somebody keeps writing, it ends, and what was there all the time is gone.

  $ b map create "$BPFFS/churn" type hash key 4 value 64 entries 9000 name "${PREFIX}churn"
  $ for i in {1..400}; do echo "map update pinned $BPFFS/churn key $((i % 256)) 0 $((i / 4)) 1 value hex$(printf ' 02%.0s' {1..64})"; done > others
  $ sed 's/update/delete/; s/ value.*//' others > gone
  $ cat > churn.sh <<'END'
  > while :; do bpftool batch file others; bpftool batch file gone; done
  > END
  $ stay bash churn.sh
  $ for i in {1..5}; do
  >     fill churn 5000
  >     timeout 20 mapctl flush pinned "$BPFFS/churn" > said
  >     echo "$?: $(grep -c "^deleted [5-9][0-9]* entries" said), $(mapctl -j dump pinned "$BPFFS/churn" | grep -c '0000","value"')"
  > done | uniq
  0: 1, 0

  $ b map create "$BPFFS/busy" type queue value 4 entries 16 name "${PREFIX}busy"
  $ cat > push.sh <<'END'
  > while :; do for i in {1..200}; do echo "map push pinned $BPFFS/busy value 1 0 0 0"; done | bpftool batch file - ; done
  > END
  $ stay bash push.sh
  $ for i in {1..20}; do timeout 10 mapctl flush pinned "$BPFFS/busy" > said 2>&1; echo $?; done | sort -u | grep -v '[04]'
  [1]
