events reads a perf event array through buffers of its own, in slots that nobody else has.

  $ perf="$BPFFS/perf"
  $ online=$(getconf _NPROCESSORS_ONLN)
  $ made=$(mapctl create "$perf" type perf_event_array key 4 value 4 entries $((online + 1)) name "${PREFIX}perf")
  $ slots() { perf_events slots "${1:-$perf}" | wc -w; }
  $ untyped() { grep -v 'note:.* records are '; }
  $ sent='struct { u32 cpu, n, square; char word[8]; }'

(What a build with sanitizers does behind our back no sandbox lets it do.)

  $ export ASAN_OPTIONS=detect_leaks=0:use_sigaltstack=0:$ASAN_OPTIONS

Behind one's back, until its buffers are there; end_of then ends it.

  $ reading() {
  >     local pin=$1 out=$2; shift 2
  >     "$@" </dev/null >"$out" 2>"$out.err" &
  >     reader=$!; echo $reader >> "$HERE/pids"
  >     await '[ "$(slots "$pin")" = "$online" ]'
  > }
  $ end_of() { kill -"${1:-TERM}" $reader; wait $reader 2>/dev/null; }
  $ emptied() { await "[ \"\$(slots '$1')\" = 0 ]"; }

Every record of every CPU, once, in its order, and as it was sent.

  $ reading "$perf" all mapctl --format jsonl events pinned "$perf" --type "$sent" -c $((10000 * online))
  $ diff <(perf_events send "$perf" 10000) <(echo "sent $((10000 * online)), full 0, unheard 0")
  $ wait $reader
  $ neutral < all.err | untyped
  [1]
  $ wc -l < all | diff - <(echo $((10000 * online)))
  $ head -n 1 all | jq -c '.time = 0 | .cpu = 0 | .index = 0 | .value.cpu = 0'
  {"cpu":0,"index":0,"time":0,"value":{"cpu":0,"n":0,"square":0,"word":"perf"}}
  $ jq -s 'group_by(.cpu) | map(map(.value.n) == [range(10000)]) | all' all
  true
  $ jq -s 'all(.cpu == .index and .cpu == .value.cpu and .value.n * .value.n % 4294967296 == .value.square)' all
  true
  $ jq -s 'group_by(.cpu) | map(map(.time) as $times | $times == ($times | sort)) | all' all
  true
  $ slots
  0

A line a record, with the CPU; the time is CLOCK_MONOTONIC.

  $ reading "$perf" lines mapctl events pinned "$perf" --type "$sent" -c 2
  $ perf_events send "$perf" 2 0
  sent 2, full 0, unheard 0
  $ wait $reader && cat lines
  cpu 0 cpu=0 n=0 square=0 word="perf"
  cpu 0 cpu=0 n=1 square=1 word="perf"
  $ python3 -c 'import time; print(time.monotonic_ns())' > before
  $ reading "$perf" lines mapctl -j events pinned "$perf" -c 1
  $ perf_events send "$perf" 1 0
  sent 1, full 0, unheard 0
  $ wait $reader && python3 -c 'import time; print(time.monotonic_ns())' > after
  $ jq -n '[input, input[0].time, input] | . == sort' before lines after
  true

It is shown while it goes on, and ends in good order.

  $ for signal in TERM HUP; do
  >     reading "$perf" out mapctl --format jsonl events pinned "$perf" --type "$sent"
  >     perf_events send "$perf" 1 0
  >     await '[ -s out ]'
  >     end_of $signal; echo $?; jq -c .value out; slots
  > done
  sent 1, full 0, unheard 0
  0
  {"cpu":0,"n":0,"square":0,"word":"perf"}
  0
  sent 1, full 0, unheard 0
  0
  {"cpu":0,"n":0,"square":0,"word":"perf"}
  0
  $ mapctl -j events pinned "$perf" --timeout 0 2>/dev/null
  []
  $ mapctl -j events pinned "$perf" --timeout 0.1 2>/dev/null; slots
  []
  0

Somebody reads already: nothing is changed, and every record arrives.

  $ reading "$perf" theirs perf_events read "$perf"; theirs=$reader
  $ told() { neutral | sed -E -e 's/slots? 0[0-9, ]* (is|are|was|were)/SLOTS are/' -e 's/takes it/takes them/' -e "s/\($theirs\)/(PID)/" | untyped; }
  $ mapctl events pinned "$perf" > out 2>&1
  [1]
  $ told < out
  mapctl: map perf: SLOTS are in use: whoever put events there would get nothing any more; the map is open in perf_events(PID); --steal takes them all the same
  $ perf_events send "$perf" 500 > sent

With --steal they get nothing from then on, also when it has ended.

  $ mapctl events pinned "$perf" --steal --timeout 0 2>&1 | told
  mapctl: note: map perf: SLOTS are in use: whoever put events there gets nothing any more, even when this has ended; the map is open in perf_events(PID)
  $ diff <(perf_events send "$perf" 1) <(echo "sent 0, full 0, unheard $online")
  $ kill $theirs; wait $theirs; diff theirs <(echo reading; echo "came $((500 * online)), lost 0")

Where it cannot be known whether somebody reads, it is taken for granted.

  $ deny slots events pinned "$perf" --timeout 0 | untyped
  mapctl: map perf: whether somebody reads it already, and would lose its records, cannot be known: Operation not permitted (it takes CAP_BPF and CAP_PERFMON); --steal reads it all the same
  [5]
  $ deny slots events pinned "$perf" --timeout 0 --steal | untyped
  mapctl: note: map perf: whether slots are taken from somebody cannot be known: Operation not permitted

What a reader that stands still has lost is told, though nothing comes behind it.

  $ for deny in none lost; do
  >     MAPCTL_DENY=$deny reading "$perf" slow "$top_builddir/tests/mapctl" --format jsonl events pinned "$perf"
  >     kill -STOP $reader
  >     perf_events send "$perf" 30000 0 | sed -E 's/sent ([0-9]+), full ([0-9]+), unheard 0/\1 \2/' > sent
  >     read -r sent full < sent
  >     kill -TERM $reader; kill -CONT $reader; wait $reader; echo $?
  >     jq -n "$sent > 1000 and $full > 1000"
  >     jq -s 'map(select(.value)) | length' slow | diff - <(echo $sent)
  >     jq -s 'map(.missed.records // 0) | add' slow | sed "s/^$full$/all that was lost/"
  >     jq -c 'select(.missed) | [.cpu, .index, .missed.records > 0]' slow
  > done
  0
  true
  all that was lost
  [0,0,true]
  0
  true
  0

A map that keeps its events when who put them there is gone: they go all the same.

  $ kept="$BPFFS/kept"
  $ made=$(mapctl create "$kept" type perf_event_array key 4 value 4 entries $((online + 1)) name "${PREFIX}kept" flags preserve_elems)
  $ reading "$kept" out mapctl --sandbox=require --format jsonl events pinned "$kept"
  $ perf_events send "$kept" 1 0
  sent 1, full 0, unheard 0
  $ await '[ -s out ]'
  $ end_of; echo $?; wc -l < out; slots "$kept"
  0
  1
  0

By a process that keeps nothing else open, and that no signal but SIGKILL ends.

  $ reading "$kept" out mapctl events pinned "$kept" 9> other
  $ keeper=$(($(cat /proc/$reader/task/$reader/children)))
  $ await '[ "$(ls /proc/$keeper/fd)" = "$(printf "0\n1\n2")" ]'; ls /proc/$keeper/fd
  0
  1
  2
  $ for signal in TERM TERM HUP HUP INT INT; do kill -$signal $keeper; done
  $ end_of KILL; emptied "$kept"; slots "$kept"
  0

Records of which the kernel cannot count the bytes: the largest that it can, the others as lost.

  $ reading "$perf" out mapctl --format jsonl events pinned "$perf" -c 2
  $ for bytes in 65508 70000; do perf_events large "$perf" $bytes; done; perf_events send "$perf" 1 0
  sent
  sent
  sent 1, full 0, unheard 0
  $ wait $reader; jq -c '.missed // (.value | length)' out
  131016
  {"records":1,"bytes":null}
  40

They overwrite what nobody has read yet: where no records can be told from that, reading ends.

  $ reading "$perf" out mapctl -j events pinned "$perf"
  $ kill -STOP $reader
  $ page=$(getconf PAGESIZE); n=$((48 * page / 40))
  $ diff <(perf_events send "$perf" $n 0) <(echo "sent $n, full 0, unheard 0")
  $ perf_events large "$perf" $((32 * page)); kill -CONT $reader
  sent
  $ await '[ "$(slots)" = 0 ]'; slots || kill -KILL $reader
  0
  $ wait $reader; echo $?; tail -n 1 out.err | neutral; jq -c . out
  3
  {"error":"map perf: records are overwritten; a program that sends more than 65508 bytes at once does that","status":3}
  []

Nobody to write to.

  $ reading "$perf" none sh -c 'exec mapctl events pinned "$BPFFS/perf" > /dev/full'
  $ perf_events send "$perf" 1 0
  sent 1, full 0, unheard 0
  $ wait $reader; echo $?; grep -v 'records are' none.err; slots
  3
  mapctl: writing the output: No space left on device
  0

Nobody who reads what is written: it ends by itself, and its slots are free.

  $ mkfifo pipe
  $ exec 8<> pipe
  $ reading "$perf" none sh -c 'exec mapctl events pinned "$BPFFS/perf" 8<&- > pipe'
  $ exec 8<&-
  $ wait $reader; echo $?; slots
  141
  0

What it needs it has by then, and no more.

  $ reading "$perf" out mapctl --sandbox=require --format jsonl events pinned "$perf"
  $ await 'grep -q ^Seccomp:.2 /proc/$reader/status'
  $ grep -E '^Cap(Prm|Eff):' /proc/$reader/status
  CapPrm:\t0000000000000000 (esc)
  CapEff:\t0000000000000000 (esc)
  $ perf_events send "$perf" 2 0
  sent 2, full 0, unheard 0
  $ await '[ -s out ]'; end_of; wc -l < out; slots
  2
  0

A map that takes no events any more; nobody's rights.

  $ made=$(mapctl create "$BPFFS/frozen" type perf_event_array key 4 value 4 entries $online name "${PREFIX}frozen") && mapctl freeze "$BPFFS/frozen"
  $ m events pinned "$BPFFS/frozen" | untyped
  mapctl: map frozen is frozen: it can never again be changed from user space
  [3]
  $ chmod 711 "$HERE" && chmod 755 "$BPFFS" && chmod 666 "$perf"
  $ nobody events pinned "$perf" --timeout 0 | untyped
  mapctl: map perf: whether somebody reads it already, and would lose its records, cannot be known: Operation not permitted (it takes CAP_BPF and CAP_PERFMON); --steal reads it all the same
  [5]
  $ nobody events pinned "$perf" --timeout 0 --steal | untyped
  mapctl: note: map perf: whether slots are taken from somebody cannot be known: Operation not permitted
  mapctl: map perf: opening a buffer for each CPU: Permission denied; it takes CAP_PERFMON
  [5]

What is refused has not taken anything from anybody.

  $ chmod 666 "$kept"; reading "$kept" theirs perf_events read "$kept"
  $ nobody events pinned "$kept" --steal | untyped
  mapctl: note: map kept: whether slots are taken from somebody cannot be known: Operation not permitted
  mapctl: map kept: opening a buffer for each CPU: Permission denied; it takes CAP_PERFMON
  [5]
  $ slots "$kept" | diff - <(echo $online); end_of
  $ chmod 444 "$perf" && nobody events pinned "$perf" --timeout 0 | untyped
  mapctl: map perf is read by who may write to it: Permission denied
  [5]
