Output that cannot be written is never a success, and one line says why.

  $ animals

A full device.

  $ for command in list "show pinned $BPFFS/hash" "dump pinned $BPFFS/hash" "lookup pinned $BPFFS/hash key 1" \
  >     "getnext pinned $BPFFS/hash" "schema pinned $BPFFS/hash" help "help dump" "completion bash" "counter list" --version "-j list" "list -H"; do
  >     mapctl $command 2>&1 > /dev/full | sed "s,^,$? ,"
  >     echo ${PIPESTATUS[0]}
  > done | sort | uniq -c | squeeze
  12 0 mapctl: writing the output: No space left on device
  1 0 {"error":"writing the output: No space left on device","status":3}
  13 3
  $ mapctl --complete '' > /dev/full
  [3]

A full disk: what was written before stays, the status tells.

  $ mkdir "$HERE/full" && mount -t tmpfs -o size=4k none "$HERE/full"
  $ for i in 1 2 3 4; do mapctl -p list > "$HERE/full/list"; echo $?; done 2>&1 | sort -u
  3
  {"error":"writing the output: No space left on device","status":3}

A network, or a quota, that tells only when the file is closed.

  $ cat > late.c << 'END'
  > #include <errno.h>
  > #include <unistd.h>
  > #include <sys/syscall.h>
  > int close(int fd)
  > {
  >     int r = syscall(SYS_close, fd);
  >     if (fd == 1) { errno = EDQUOT; return -1; }
  >     return r;
  > }
  > END
  $ ${CC:-cc} -shared -fPIC -o late.so late.c
  $ export LATE="env ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 LD_PRELOAD=$PWD/late.so"
  $ for command in list "dump pinned $BPFFS/hash" "lookup pinned $BPFFS/hash key 1" help --version "--complete l"; do
  >     $LATE mapctl $command 2>&1 > file; echo $?; done | sort | uniq -c | squeeze
  6 3
  5 mapctl: writing the output: Disk quota exceeded

Closed standard output, input, error.

  $ mapctl dump pinned "$BPFFS/hash" >&-
  mapctl: writing the output: Bad file descriptor
  [3]
  $ mapctl dump pinned "$BPFFS/array_frozen" <&- 2>&-
  KEY  VALUE
    0     77
  $ mapctl dump pinned "$BPFFS/none" <&- >&- 2>&-
  [1]
  $ mapctl dump pinned "$BPFFS/array_mmap" >&- 2>&-
  [3]

The map is none the worse for it.

  $ p dump array_mmap -j
  [{"key":0,"value":1},{"key":1,"value":2},{"key":2,"value":3},{"key":3,"value":4}]

A reader that goes away: killed by the signal as everybody, or, where that is ignored, an error.

  $ b map create "$BPFFS/long" type array key 4 value 4 entries 100000 name "${PREFIX}long"
  $ mapctl dump pinned "$BPFFS/long" | true
  [141]
  $ (trap '' PIPE; mapctl dump pinned "$BPFFS/long" 2> err; echo $? > status) | true
  $ cat err status
  mapctl: writing the output: Broken pipe
  3

Errors are JSON where the data is, on standard error, an object a line.

  $ mapctl -j dump pinned "$BPFFS/none" 2>/dev/null
  [1]
  $ m -j dump pinned "$BPFFS/none"
  {"error":"BPFFS/none: no such pin","status":1}
  [1]
  $ m --format jsonl dump pinned "$BPFFS/none"
  {"error":"BPFFS/none: no such pin","status":1}
  [1]
  $ m --format bpftool dump pinned "$BPFFS/none"
  {"error":"BPFFS/none: no such pin","status":1}
  [1]
  $ m --format hex dump pinned "$BPFFS/none"
  mapctl: BPFFS/none: no such pin
  [1]
  $ m dump pinned "$BPFFS/none" -p
  {"error":"BPFFS/none: no such pin","status":1}
  [1]
  $ mapctl -j dump pinned "$BPFFS/"$'\e"\\\xff' 2>&1 | python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["status"])'
  1
  [1]

No /dev/null to hold closed descriptors with: said, not only a status.

  $ unshare --mount bash -c 'mount -t tmpfs none /dev && m list'
  mapctl: /dev/null: No such file or directory
  [3]
