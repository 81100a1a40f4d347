What programs put into a ring buffer is shown, and stays where it is.

  $ R=$BPFFS/ring
  $ put() { ring_events put "$R" "$@"; }
  $ e() { m events "$R" --value-type u64 "$@"; }
  $ reading() { await "grep -q poll /proc/$1/wchan"; }
  $ ring_events make "$R" "${PREFIX}ring" 4096
  $ put 1 3
  $ e --timeout 0
  1
  2
  3
  $ e --timeout 0 --format jsonl
  {"value":1}
  {"value":2}
  {"value":3}
  $ e --timeout 0 -j
  [{"value":1},{"value":2},{"value":3}]
  $ e --timeout 0 --format hex
  value: 01 00 00 00 00 00 00 00
  value: 02 00 00 00 00 00 00 00
  value: 03 00 00 00 00 00 00 00
  $ e -c 2
  1
  2
  $ e --count 1 -j
  [{"value":1}]
  $ e --timeout 0.05 -j
  [{"value":1},{"value":2},{"value":3}]
  $ j .consumer_pos,.pending lookup "$R"
  0
  48
  $ m events "$R" --timeout 0 --type 'struct { u32 a; u32 b; }'
  a=1 b=0
  a=2 b=0
  a=3 b=0
  $ m events "$R" --timeout 0
  mapctl: note: map ring: records are shown as bytes: no program uses the map that could say more; --type says what they are
  hex 01 00 00 00 00 00 00 00
  hex 02 00 00 00 00 00 00 00
  hex 03 00 00 00 00 00 00 00

A real consumer gets all of them all the same; then there is nothing more.

  $ ring_events take "$R" 3
  1
  2
  3
  $ e --timeout 0
  $ e --timeout 0 -j
  []
  $ e --timeout 0 --format jsonl

Records of several sizes; those that their program discarded are none.

  $ put 1 2 && ring_events discard "$R" 2 && put 5 1 8 && put 6 1 300 && put 7 1
  $ m events "$R" --timeout 0 -j --type u64 | jq -c '.[] | [.value, (.rest // "" | length / 2)]'
  [1,0]
  [2,0]
  [5,0]
  [6,292]
  [7,0]
  $ ring_events take "$R" 5 | tail -1
  7

Many times around.

  $ for i in {1..40}; do put $((i * 100)) 20 100 && e --timeout 0 -j | jq -c '[.[].value | . % 100] == [range(20)]' && ring_events count "$R" 20; done | sort | uniq -c | squeeze
  40 true

Only new ones; each leaves when it is there, not when the buffer is full.

  $ put 100 2
  $ mkfifo lines
  $ mapctl events "$R" --value-type u64 --tail -c 3 --format jsonl >lines & exec 3<lines
  $ reading $!
  $ put 102 1; read -r line <&3; echo "$line"
  {"value":102}
  $ put 103 1; read -r line <&3; echo "$line"
  {"value":103}
  $ put 104 1; read -r line <&3; echo "$line"; wait $!; echo "[$?]"
  {"value":104}
  [0]
  $ exec 3<&-

Its memory is mapped so that no mistake could write to it; the descriptor that could is closed.
(What a build with sanitizers does behind our back no sandbox lets it do.)

  $ NO_LEAKS=detect_leaks=0:use_sigaltstack=0:$ASAN_OPTIONS
  $ ASAN_OPTIONS=$NO_LEAKS stay mapctl events "$R" --value-type u64 --tail --sandbox=require
  $ reading $!; grep bpf-map /proc/$!/maps | cut -d' ' -f2
  r--s
  r--s
  $ readlink /proc/$!/fd/* | grep bpf
  anon_inode:bpf-map
  $ grep -E '^(CapEff|Seccomp|NoNewPrivs):' /proc/$!/status
  CapEff:\t0000000000000000 (esc)
  NoNewPrivs:\t1 (esc)
  Seccomp:\t2 (esc)

It ends in good order when it is told to, and so does its output.

  $ kill $!; wait $!; echo "[$?]"
  [0]
  $ for signal in INT TERM HUP; do rm -f out
  >     python3 -c 'import os, signal, sys
  > for name in ("INT", "TERM", "HUP"): signal.signal(getattr(signal, "SIG" + name), signal.SIG_DFL)
  > os.execvp(sys.argv[1], sys.argv[1:])' mapctl -j events "$R" --value-type u64 >out &
  >     await 'grep -qs 104 out'
  >     kill -"$signal" $!; wait $!; echo "[$?]"; jq -c '[.[].value]' out
  > done
  [0]
  [100,101,102,103,104]
  [0]
  [100,101,102,103,104]
  [0]
  [100,101,102,103,104]

So it does amid a large ring, whose reader is slow: what comes behind is not written first.

  $ L=$BPFFS/long; ring_events make "$L" "${PREFIX}long" 16777216; ring_events put "$L" 0 500000; mkfifo slow
  $ mapctl events "$L" --value-type u64 --format jsonl >slow & LOOKER=$!; echo $! >>pids; exec 3<slow
  $ await "grep -q pipe /proc/$LOOKER/wchan"; kill -TERM $LOOKER; cat <&3 >out; wait $LOOKER; echo "[$?]"; exec 3<&-
  [0]
  $ [ "$(wc -l <out)" -lt 100000 ] && tail -1 out | jq -c keys; rm "$L"
  ["value"]

When nobody reads what it writes any more it ends, whether there are records or not.

  $ mapctl events "$R" --value-type u64 | head -1; echo "${PIPESTATUS[@]}"
  100
  141 0

When it was held up, it still finds what was taken out meanwhile, until that is overwritten; then
it says what it has missed.

  $ look() { rm -f out; mapctl events "$R" --value-type u64 --format jsonl >out & LOOKER=$!; echo $! >>pids; }
  $ until_last() { await "grep -qsxF '{\"value\":$1}' <(tail -1 out 2>&1)"; }
  $ hold() { kill -STOP $LOOKER; await 'grep -q "State:.*T" /proc/$LOOKER/status'; }
  $ release() { kill -CONT $LOOKER; until_last "$1"; kill $LOOKER; wait $LOOKER; }
  $ pass() { put "$1" 100 && ring_events count "$R" 100; }
  $ ring_events count "$R" 5; put 0 1; look; until_last 0; hold
  $ ring_events count "$R" 1; pass 1; pass 101; put 201 1
  $ release 201; jq -c .value out | cmp - <(seq 0 201)
  $ ring_events count "$R" 1; put 0 1; look; until_last 0; hold
  $ ring_events count "$R" 1; for i in {1..10}; do pass $((i * 100)); done; put 1 2
  $ release 2; cat out
  {"value":0}
  {"missed":{"records":1000,"bytes":16000}}
  {"value":1}
  {"value":2}

Where records are of several sizes nobody knows how many that were.

  $ ring_events count "$R" 2; put 0 1; put 0 1 16; look; until_last '0,"rest":"0000000000000000"'; hold
  $ ring_events count "$R" 2; for i in {1..10}; do pass $((i * 100)); done; put 1 1
  $ release 1; tail -2 out
  {"missed":{"records":null,"bytes":16000}}
  {"value":1}

Nobody takes anything out: the ring is full, and what comes is lost.

  $ ring_events count "$R" 1; put 1 300
  dropped 45
  $ e --timeout 0 | tail -2
  255
  mapctl: note: map ring is full, and nobody takes records out: new ones are lost; '--consume' makes room
  $ ring_events count "$R" 1; e --timeout 0 | tail -1
  255

That is not said where somebody has taken some, and was only slower.

  $ ring_events count "$R" 254; put 0 1; look 2>notes; until_last 0; hold
  $ ring_events count "$R" 1; put 1 300; kill $LOOKER; kill -CONT $LOOKER; wait $LOOKER; cat notes
  dropped 45
  $ ring_events count "$R" 1

Two at once, one looks and the other takes: both get all.

  $ ring_events count "$R" 254; put 0 1; look; until_last 0
  $ ring_events take "$R" 301 >taken & TAKER=$!
  $ for i in {0..5}; do put $((i * 50 + 1)) 50; until_last $((i * 50 + 50)); done
  $ kill $LOOKER; wait $TAKER; seq 0 300 | cmp - taken; jq .value out | cmp - taken

As fast as it goes, and what the one who looks was too slow for is counted to the last record.

  $ R=$BPFFS/large; ring_events make "$R" "${PREFIX}large" 262144; put 0 1; look; until_last 0
  $ ring_events take "$R" 300001 >taken & TAKER=$!
  $ ring_events pace "$R" 300000 8; wait $TAKER; put 300000 1; until_last 300000
  $ kill $LOOKER; wait $LOOKER
  $ seq 0 299999 | cmp - <(tail -n +2 taken)
  $ jq -n '[inputs | .missed.records // 1] | add' out
  300002
  $ tail -n +2 out | jq 'select(.value) | .value' | sort -n -u -c && echo in order
  in order

What has no records, and words that do not go together.

  $ animals
  $ p events hash
  mapctl: map hash: a hash has no records; ring buffers and perf event arrays do
  [2]
  $ e --tail --consume
  mapctl: --tail leaves the records that wait, --consume takes them out: one of the two
  [2]
  $ e --steal
  mapctl: --steal goes with --consume: without, a ring buffer is read beside others
  [2]
  $ e --timeout soon
  mapctl: --timeout: 'soon' is no time: seconds, or as in 500ms, 1.5s, 2m, 1h
  [2]
  $ e -c 0
  mapctl: events: --count: '0' is not a number from 1 up
  [2]
  $ m events
  mapctl: events: which map? id ID, name NAME or pinned PATH; 'mapctl list' shows them
  [2]
  $ echo "events $R" | m batch -
  mapctl: standard input:1: 'events' cannot be a line of a batch
  [2]
