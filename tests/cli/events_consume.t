With --consume records are taken out, and there is room for new ones.

  $ reading() { await "grep -q poll /proc/$1/wchan"; }
  $ R=$BPFFS/ring
  $ put() { ring_events put "$R" "$@"; }
  $ e() { m events "$R" --value-type u64 "$@"; }
  $ positions() { j '[.consumer_pos,.producer_pos]' lookup "$R"; }
  $ ring_events make "$R" "${PREFIX}ring" 4096
  $ put 1 5; e --consume -c 2
  1
  2
  $ positions
  [32,80]
  $ e --timeout 0
  3
  4
  5
  $ ASAN_OPTIONS=detect_leaks=0:use_sigaltstack=0:$ASAN_OPTIONS e --consume --timeout 0 -j --sandbox=require
  [{"value":3},{"value":4},{"value":5}]
  $ positions
  [80,80]
  $ e --consume --timeout 0

Those that were discarded go with the others.

  $ ring_events discard "$R" 2; put 6 1 300; ring_events discard "$R" 1
  $ e --consume --timeout 0 -j | jq -c '.[].value'
  6
  $ positions
  [440,440]

Taken out is what was written: what cannot be written stays.

  $ put 1 250
  $ mapctl events "$R" --value-type u64 --consume --timeout 0 >/dev/full
  mapctl: writing the output: No space left on device
  [3]
  $ positions
  [440,4440]
  $ mapctl events "$R" --value-type u64 --timeout 0 >/dev/full
  mapctl: writing the output: No space left on device
  [3]
  $ (trap '' PIPE; mapctl events "$R" --value-type u64 --consume; echo "[$?]" >&2) | true
  mapctl: writing the output: Broken pipe
  [3]
  $ positions
  [440,4440]
  $ e --consume -c 250 | tail -1
  250
  $ positions
  [4440,4440]

Killed at any moment it loses nothing: what is left in the ring is what was not written, or the
last portion of that once more.

  $ K=$BPFFS/killed; ring_events make "$K" "${PREFIX}killed" 4096; ring_events put "$K" 1 200
  $ for when in 1 2 3; do
  >     ASAN_OPTIONS=detect_leaks=0:$ASAN_OPTIONS strace -o strace -e trace=write -P "$PWD/killed" \
  >         -e inject=write:signal=KILL:when=$when mapctl events "$K" --value-type u64 --consume --timeout 0 >>killed
  >     echo "[$?]"; j '.pending > 0 and .pending < 3201' lookup "$K"; done 2>/dev/null
  [137]
  true
  [137]
  true
  [137]
  true
  $ m events "$K" --value-type u64 --consume --timeout 0 >>killed; sort -n -u killed | cmp - <(seq 200)
  $ [ $(wc -l <killed) -le $((200 + 3 * 33)) ]

It waits for records, and takes each when it is there.

  $ mapctl events "$R" --value-type u64 --consume --format jsonl >out & TAKER=$!; echo $! >>pids
  $ reading $TAKER
  $ grep bpf-map /proc/$TAKER/maps | cut -d' ' -f2
  r--s
  rw-s
  $ for i in 1 2 3; do put $i 1; await "[ \"\$(tail -1 out)\" = '{\"value\":$i}' ]"; done; cat out
  {"value":1}
  {"value":2}
  {"value":3}
  $ positions
  [4488,4488]
  $ put 4 100; await 'grep -qs 103 out'; kill $TAKER; wait $TAKER; echo "[$?]"; positions
  [0]
  [6088,6088]

Where another process has the map open it may be a reader: each would get a part.

  $ ring_events hold "$R" >held & HOLDER=$!; echo $! >>pids; await 'grep -qs held held'; put 1 2
  $ e --consume 2>&1 | sed "s/$HOLDER/PID/"
  mapctl: map ring: process PID (ring_events) has it open and may read it: each would get a part; 'mapctl events' without --consume only looks, and with --steal takes all the same
  [1]
  $ e --timeout 0
  1
  2
  $ e --consume --steal --timeout 0
  1
  2
  $ kill $HOLDER; wait $HOLDER 2>/dev/null
  [143]

Who had it open only for a moment, as to list it, is no reader: it is looked for more than once.

  $ rm held; ring_events hold "$R" >held & HOLDER=$!; echo $! >>pids; await 'grep -qs held held'; put 3 1
  $ ASAN_OPTIONS=detect_leaks=0:$ASAN_OPTIONS strace -o calls -e trace=clock_nanosleep \
  >     -e inject=clock_nanosleep:signal=STOP:when=1 sh -c 'echo $$ >taker; exec mapctl "$@"' \
  >     sh events "$R" --value-type u64 --consume --timeout 0 >out & TAKER=$!
  $ await 'grep -qs "stopped by SIGSTOP" calls'; kill $HOLDER; wait $HOLDER
  [143]
  $ kill -CONT "$(cat taker)"; wait $TAKER; echo "[$?]"; cat out
  [0]
  3

Two who take: nothing is lost, though some may come to both; and the position never goes back.

  $ R=$BPFFS/large; ring_events make "$R" "${PREFIX}large" 262144
  $ mapctl events "$R" --value-type u64 --consume --steal --format jsonl >ours & US=$!; echo $! >>pids
  $ mapctl events "$R" --value-type u64 --consume --steal --format jsonl >theirs & THEM=$!; echo $! >>pids
  $ reading $US; reading $THEM
  $ ring_events pace "$R" 300000 8; await '[ "$(positions)" = "[4800000,4800000]" ]'; kill $US $THEM; wait $US $THEM
  $ cat ours theirs | jq .value | sort -n -u | cmp - <(seq 0 299999)

Alone it gets each once, and in order.

  $ mapctl events "$R" --value-type u64 --consume --format jsonl -c 1000000 >out & TAKER=$!; echo $! >>pids
  $ reading $TAKER
  $ ring_events pace "$R" 1000000 8; wait $TAKER; tr -cd '0-9\n' <out | cmp - <(seq 0 999999)

Positions that another process has made up are told from real ones.

  $ R=$BPFFS/ring2; ring_events make "$R" "${PREFIX}ring2" 4096; put 1 10
  $ for position in 12 159 168 4096 0xffffffffffffe000; do
  >     ring_events move "$R" $position; e --timeout 0 -j; e --timeout 0 --consume; echo "[$?]"; done
  {"error":"map ring2 is no ring of records: at byte 12, between its positions 12 and 160; a process that may write to it must have moved them","status":3}
  mapctl: map ring2 is no ring of records: at byte 12, between its positions 12 and 160; a process that may write to it must have moved them
  [3]
  {"error":"map ring2 is no ring of records: at byte 159, between its positions 159 and 160; a process that may write to it must have moved them","status":3}
  mapctl: map ring2 is no ring of records: at byte 159, between its positions 159 and 160; a process that may write to it must have moved them
  [3]
  {"error":"map ring2 is no ring of records: at byte 168, between its positions 168 and 160; a process that may write to it must have moved them","status":3}
  mapctl: map ring2 is no ring of records: at byte 168, between its positions 168 and 160; a process that may write to it must have moved them
  [3]
  {"error":"map ring2 is no ring of records: at byte 4096, between its positions 4096 and 160; a process that may write to it must have moved them","status":3}
  mapctl: map ring2 is no ring of records: at byte 4096, between its positions 4096 and 160; a process that may write to it must have moved them
  [3]
  {"error":"map ring2 is no ring of records: at byte 18446744073709543424, between its positions 18446744073709543424 and 160; a process that may write to it must have moved them","status":3}
  mapctl: map ring2 is no ring of records: at byte 18446744073709543424, between its positions 18446744073709543424 and 160; a process that may write to it must have moved them
  [3]

Where that happens while records are awaited, none could ever come.

  $ for take in "" --consume; do ring_events move "$R" 160
  >     mapctl events "$R" --value-type u64 --format jsonl $take >out 2>&1 & WAITER=$!; echo $! >>pids
  >     reading $WAITER; ring_events move "$R" 168; await '! [ -e /proc/$WAITER ]'; wait $WAITER
  >     echo "[$?]"; sed "s/$PREFIX//" out; done
  [3]
  {"error":"map ring2 is no ring of records: at byte 160, between its positions 168 and 160; a process that may write to it must have moved them","status":3}
  [3]
  {"error":"map ring2 is no ring of records: at byte 160, between its positions 168 and 160; a process that may write to it must have moved them","status":3}

Those that can be are believed.

  $ ring_events move "$R" 128; e --timeout 0
  9
  10
  $ ring_events move "$R" 144; e --consume --timeout 0
  10

The kernel maps its memory only for those who may write.

  $ chmod 711 "$HERE" && chmod 755 "$BPFFS" && chmod 444 "$R" && put 11 1
  $ nobody events pinned "$R" --value-type u64 --timeout 0
  mapctl: map ring2: its records are in memory, which the kernel shows to those who may write to it: Permission denied
  [5]
  $ nobody events pinned "$R" --value-type u64 --timeout 0 --consume
  mapctl: note: map ring2: not all processes may be looked into; one that reads it, too, would get a part
  mapctl: map ring2: its records are in memory, which the kernel shows to those who may write to it: Permission denied
  [5]
  $ chmod 666 "$R" && nobody events pinned "$R" --value-type u64 --timeout 0
  11
  $ nobody events pinned "$R" --value-type u64 --timeout 0 --consume
  mapctl: note: map ring2: not all processes may be looked into; one that reads it, too, would get a part
  11
  $ positions
  [176,176]

Of a frozen ring nobody in user space takes anything out; it may still be looked at.

  $ F=$BPFFS/frozen; ring_events make "$F" "${PREFIX}frozen" 4096; ring_events put "$F" 1 1; p freeze frozen
  $ p events frozen --value-type u64 --consume --timeout 0
  mapctl: map frozen is frozen: it can never again be changed from user space
  [3]
  $ p events frozen --value-type u64 --timeout 0
  1

A shortage is not told as a matter of rights.

  $ sh -c 'ulimit -n 4; exec mapctl "$@"' sh events "$F" --value-type u64 --timeout 0 2>&1 | neutral
  mapctl: map frozen: mapping its memory: Too many open files
  [3]
