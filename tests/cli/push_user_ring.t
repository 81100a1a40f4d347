Records for programs: push into a user ring buffer.

  $ clang=${CLANG:-clang}
  $ command -v "$clang" >/dev/null || exit 80
  $ "$clang" -target bpf -O2 -g -idirafter "/usr/include/$(uname -m)-linux-gnu" -I "$top_srcdir/src/uapi" \
  >     -c "$top_srcdir/tests/objects/records.bpf.c" -o records.bpf.o
  $ records load records.bpf.o "$BPFFS" 2>/dev/null
  $ drain() { records run "$BPFFS/drain"; j '[.[0].value | .drained, .weight]' dump pinned "$BPFFS/bss"; }
  $ waiting() { mapctl events pinned "$BPFFS/commands" --timeout 0 "$@" 2>/dev/null; }
  $ positions() { j '[.consumer_pos, .producer_pos, .pending]' lookup pinned "$BPFFS/commands"; }

By the fields of the struct that is named like the map; what it takes, events shows, and the other
way round.

  $ p push commands value op=7 weight=100 who="a b" list='[1,2]'
  $ p push commands value op=8 weight=200
  mapctl: note: map commands: value: left out, and so zero: who, list
  $ waiting
  op=7 weight=100 who="a b" list='[1,2]'
  op=8 weight=200 who="" list='[0,0]'
  $ waiting | while read -r words; do eval "mapctl push pinned '$BPFFS/commands' value $words"; done
  $ waiting --format jsonl | jq -c .value | sort | uniq -c | sed 's/^ *//'
  2 {"op":7,"weight":100,"who":"a b","list":[1,2]}
  2 {"op":8,"weight":200,"who":"","list":[0,0]}
  $ positions
  [0,128,128]

The program takes them out.

  $ drain
  4
  [4,600]
  $ positions
  [128,128,0]
  $ waiting

As JSON, by another type, as bytes, and from a file.

  $ p push commands value '{"op":1,"weight":5,"who":"x","list":[3,4]}'
  $ p push commands --type 'struct { u64 a; }' value a=3
  $ p push commands --value-type u16 value 9
  $ p push commands value hex 01 02 03
  $ printf 'some bytes\n' > file
  $ p push commands value @file
  $ printf 'from a pipe' | p push commands value @-
  $ p push commands value hex
  $ p push commands --as op=hex value op=0xff weight=1 who=y list='[0,0]'
  $ waiting --format hex
  value: 01 00 00 00 05 00 00 00 78 00 00 00 00 00 00 00 03 00 04 00
  value: 03 00 00 00 00 00 00 00
  value: 09 00
  value: 01 02 03
  value: 73 6f 6d 65 20 62 79 74 65 73 0a
  value: 66 72 6f 6d 20 61 20 70 69 70 65
  value: 
  value: ff 00 00 00 01 00 00 00 79 00 00 00 00 00 00 00 00 00 00 00
  $ drain
  8
  [12,606]

What would be put in.

  $ p push commands --dry-run value op=1 weight=2 who=x list='[5,6]'
  action: push
  old:    (none)
  new:
      op:     1
      weight: 2
      who:    "x"
      list:   [5, 6]
  $ p push commands --dry-run -j value hex 01 02
  {"action":"push","old":null,"new":"0102"}
  $ positions | jq -c '.[2]'
  0

Full, and full for good.

  $ p push commands value @<(head -c 16376 /dev/zero)
  $ p push commands value hex
  mapctl: map commands is full: 16384 of 16384 bytes wait for the program that reads them, too many for a record of 0
  [3]
  $ p push commands --dry-run value hex 01
  mapctl: map commands is full: 16384 of 16384 bytes wait for the program that reads them, too many for a record of 1
  [3]
  $ drain
  1
  [13,606]
  $ p push commands value @<(head -c 16377 /dev/zero)
  mapctl: map commands: value: /dev/fd/63 has more than the 16376 bytes it takes
  [2]
  $ p push commands --type 'struct { char all[16377]; }' value all=x
  mapctl: map commands: value: a record of 16377 bytes, and it takes 16376 at most
  [2]
  $ positions | jq -c '.[2]'
  0

What it does not take.

  $ p push commands
  mapctl: map commands: push of what? 'value' and FIELD=VALUE for each field, or bytes
  [2]
  $ p push commands value op=1 exist
  mapctl: map commands: a user_ringbuf takes a record or has no room for it: without 'any', 'exist', 'noexist' and 'lock'
  [2]
  $ p push commands --echo value op=1
  mapctl: map commands: --echo: type user_ringbuf has no keys, and so no old entry
  [2]
  $ p push commands value op=1 colour=2
  mapctl: map commands: value: there is no field 'colour'; its fields are op, weight, who, list
  [2]
  $ p push commands value op=4294967296
  mapctl: map commands: value: op: '4294967296' does not fit __u32: 0 to 4294967295
  [2]
  $ p push commands value 1 2 3
  mapctl: map commands: value: it has 20 bytes, and 3 are given; FIELD=VALUE for each field, or JSON will do
  [2]
  $ p push commands value hex 1 300
  mapctl: map commands: value: '300' is not a byte: two hex digits
  [2]
  $ p push commands value @nosuch
  mapctl: map commands: value: opening nosuch: No such file or directory
  [3]
  $ p push commands --type nosuch value 1
  mapctl: map commands: --type: column 1: there is no type 'nosuch'
  [2]
  $ p push plain value 1 2 3
  mapctl: map plain: programs put records into a ring buffer; 'mapctl events' shows them
  [2]
  $ p update plain key 1 value 2
  mapctl: map plain: programs put records into a ring buffer; 'mapctl events' shows them
  [2]
  $ p update commands value 2
  mapctl: map commands: records are put into a user ring buffer by 'mapctl push'
  [2]
  $ p pop plain
  mapctl: map plain: 'mapctl events --consume' takes records out of a ring buffer
  [2]
  $ p pop commands
  mapctl: map commands: programs take records out of a user ring buffer; 'mapctl events' shows those that wait
  [2]
  $ p peek plain
  mapctl: map plain: 'mapctl events -c 1' shows the first record of a ringbuf, and takes nothing out
  [2]
  $ p peek commands
  mapctl: map commands: 'mapctl events -c 1' shows the first record of a user_ringbuf, and takes nothing out
  [2]
  $ p flush commands
  mapctl: map commands: what is in a ring buffer is its reader's to take
  [2]
  $ mapctl create "$BPFFS/queue" type queue value 4 entries 2
  $ p push queue --steal value 1 2 3 4
  mapctl: map queue: --steal is for user ring buffers, not for type queue
  [2]
  $ p push queue value 1 2 3 4
  $ positions | jq -c '.[2]'
  0

Without a type only bytes are taken, and the reason is said.

  $ mapctl create "$BPFFS/alone" type user_ringbuf entries 4096
  $ p push alone value op=1
  mapctl: map alone: value: 'op=1' is not a byte: 0 to 255, or 0x00 to 0xff; records are shown as bytes: no program uses the map that could say more; --type says what they are
  [2]
  $ p push alone value 1 0x02 255
  $ mapctl --format hex events pinned "$BPFFS/alone" --timeout 0
  value: 01 02 ff

What events prints of it in JSON is taken as well, also of a record without bytes.

  $ p push alone value '""' && p push alone value '"0a0b"'
  $ mapctl -j events pinned "$BPFFS/alone" --timeout 0 2>/dev/null
  [{"value":"0102ff"},{"value":""},{"value":"0a0b"}]
  $ p push alone value @<(head -c 4000 /dev/zero) && p push alone value @<(head -c 90 /dev/zero)
  mapctl: map alone is full: 4048 of 4096 bytes wait for the program that reads them, too many for a record of 90
  [3]

In a batch, line by line; what comes behind a mistake is not done.

  $ cat > batch <<END
  > push pinned $BPFFS/commands value op=1 weight=10 who=a list=[0,0]
  > update pinned $BPFFS/bss var weight value 0
  > push pinned $BPFFS/commands value op=2 weight=20 who=a list=[0,0]
  > push pinned $BPFFS/commands value op=x weight=40
  > push pinned $BPFFS/commands value op=2 weight=80 who=a list=[0,0]
  > END
  $ m batch batch
  mapctl: batch:4: map commands: value: op: 'x' does not fit __u32: 0 to 4294967295; the lines before it are done
  [4]
  $ drain
  2
  [15,30]

Two hundred at once, from four shells: each record is there once, and whole.

  $ for name in drained weight; do mapctl update pinned "$BPFFS/bss" var $name value 0; done
  $ shell() { for i in {1..50}; do command mapctl push pinned "$BPFFS/commands" value op="$i" weight=$(($1 * 50 + i)) who="s$1" list='[0,0]' || echo "failed $?"; done; }
  $ for s in 0 1 2 3; do shell $s & done; wait
  $ waiting --format jsonl | jq -s -c '[length, (map(.value.weight) | sort == [range(1; 201)])]'
  [200,true]
  $ drain
  200
  [200,20100]

Who has the map open may write to it, too, and two writers damage what it holds.

  $ cat > hold.py <<END
  > import sys, time
  > sys.path.insert(0, sys.argv[1])
  > from pybpf import calls
  > ring = calls.pinned(sys.argv[2])
  > time.sleep(300)
  > END
  $ held() { await "[ \"\$(mapctl -j show pinned '$BPFFS/commands' | jq '.pids | length')\" = $1 ]"; }
  $ PYTHONDONTWRITEBYTECODE=1 stay python3 hold.py "$top_srcdir/tests" "$BPFFS/commands"
  $ holder=$!
  $ held 1
  $ p push commands value op=1 | sed "s/$holder/PID/"
  mapctl: note: map commands: value: left out, and so zero: weight, who, list
  mapctl: map commands: process PID (python3) has it open and may write to it: two writers damage what it holds; --steal pushes all the same
  [1]
  $ positions | jq -c '.[2]'
  0
  $ p push commands --steal value hex 01
  $ kill $holder; wait $holder 2>/dev/null
  [143]
  $ p push commands value hex 02
  $ waiting --format hex
  value: 01
  value: 02

Nor is a process alone because it is called mapctl, or runs a copy of it; mapctl itself waits.

  $ beside() {
  >     PYTHONDONTWRITEBYTECODE=1 stay "$@"
  >     held 1
  >     p push commands value hex 01 | sed "s/process $! /process PID /"
  >     kill $!; wait $! 2>/dev/null
  >     held 0
  > }
  $ sed -i '/^ring/i open("/proc/self/comm", "w").write("mapctl")' hold.py
  $ beside python3 hold.py "$top_srcdir/tests" "$BPFFS/commands"
  mapctl: map commands: process PID (mapctl) has it open and may write to it: two writers damage what it holds; --steal pushes all the same
  $ mkdir copy && cp "$(command -v mapctl)" copy
  $ beside copy/mapctl events pinned "$BPFFS/commands"
  mapctl: map commands: process PID (mapctl) has it open and may write to it: two writers damage what it holds; --steal pushes all the same
  $ beside mapctl events pinned "$BPFFS/commands"
  $ records run "$BPFFS/drain"
  3

Killed at each system call from its lock on, a writer has put its record in or has not, and whoever
comes next goes on.

  $ command -v strace >/dev/null || exit 80
  $ traced() { strace -qq -E ASAN_OPTIONS=detect_leaks=0 "$@" mapctl push pinned "$BPFFS/commands" --steal value hex 01 02; }
  $ traced -o calls
  $ drain >/dev/null
  $ awk -F '(' '/^[a-z]/ { n[$1]++ } /F_WRLCK/ { on = 1 } on { print $1, n[$1] } /F_UNLCK/ { exit }' calls > places
  $ while read -r name when; do
  >     before=$(positions | jq '.[2]')
  >     { traced -o /dev/null --inject="$name:signal=KILL:when=$when" </dev/null; } 2>/dev/null
  >     echo "$name: status $?, $(($(positions | jq '.[2]') - before)) bytes"
  > done < places > killed
  $ uniq killed
  fcntl: status 137, 0 bytes
  mmap: status 137, 0 bytes
  munmap: status 137, 16 bytes
  fcntl: status 137, 16 bytes
  $ p push commands value hex 03
  $ waiting --format hex | grep -cvx 'value: 01 02'
  1
  $ [ $(($(grep -c ', 16' killed) + 1)) = "$(records run "$BPFFS/drain")" ]
  $ positions | jq -c '.[2]'
  0

Positions that no writer of records leaves behind.

  $ cat > damage.py <<END
  > import mmap, struct, sys
  > sys.path.insert(0, sys.argv[1])
  > from pybpf import calls
  > page = mmap.PAGESIZE
  > ring = mmap.mmap(calls.pinned(sys.argv[2]), page, offset=page)
  > ring[:8] = struct.pack("Q", struct.unpack("Q", ring[:8])[0] + int(sys.argv[3]))
  > END
  $ damage() { PYTHONDONTWRITEBYTECODE=1 python3 damage.py "$top_srcdir/tests" "$BPFFS/alone" "$1"; }
  $ damage 3
  $ p push alone value 1
  mapctl: map alone: its positions are damaged: somebody else has written to it
  [3]
  $ damage 1000005
  $ p push alone value 1
  mapctl: map alone: its positions are damaged: somebody else has written to it
  [3]

Frozen.

  $ mapctl create "$BPFFS/frozen" type user_ringbuf entries 4096
  $ p push frozen value 1
  $ p freeze frozen
  $ p push frozen value 1
  mapctl: map frozen is frozen: it can never again be changed from user space
  [3]
  $ p push frozen --dry-run value 1
  mapctl: map frozen is frozen: it can never again be changed from user space
  [3]

Who may not write.

  $ chmod 644 "$BPFFS/commands"; chmod 755 "$BPFFS"
  $ nobody push pinned "$BPFFS/commands" value hex 01
  mapctl: BPFFS/commands: not permitted; the file mode of a pin says who may open its map, and root (CAP_DAC_OVERRIDE) may always
  [5]
