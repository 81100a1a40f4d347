event_pipe shows the records of a perf event array as bpftool's does, but takes nobody's place unasked.

  $ perf="$BPFFS/perf"
  $ online=$(getconf _NPROCESSORS_ONLN)
  $ made=$(mapctl create "$perf" type perf_event_array key 4 value 4 entries $((online + 1)) name "${PREFIX}perf")
  $ slots() { perf_events slots "$perf" | wc -w; }

Behind one's back, until its buffers are there; end_of then ends it.

  $ reading() {
  >     local wanted=$1 out=$2; shift 2
  >     "$@" </dev/null >"$out" 2>"$out.err" &
  >     reader=$!; echo $reader >> "$HERE/pids"
  >     await '[ "$(slots)" = "$wanted" ]'
  > }
  $ end_of() { kill -TERM $reader; wait $reader; }

bpftool ends where it is told to, and leaves what it has not read: it is told once all of it is in
its output, which it writes as it goes.

  $ bpftool_map() { echo stdbuf -o0 bpftool "$@" map; }
  $ has() { await "[ \"\$(grep -oE 'CPU:|\"timestamp\"' '$1' | wc -l)\" = $2 ]"; }

Byte for byte, but for the time.

  $ untimed() { sed -E -e 's/^== @[0-9]+\.[0-9]{9} /== @TIME /' -e 's/"timestamp": ?[0-9]+/"timestamp":TIME/g' "$@"; }
  $ alike() {
  >     local options=$1 wanted=$2; shift 2
  >     for tool in bpftool mapctl; do
  >         command="mapctl $options"; [ $tool = mapctl ] || command=$(bpftool_map $options)
  >         reading $wanted $tool $command event_pipe pinned "$perf" "$@"
  >         perf_events send "$perf" 3 0
  >         has $tool 3
  >         end_of || echo "$tool: $?"
  >     done
  >     diff <(untimed bpftool) <(untimed mapctl)
  > }
  $ alike "" $online
  sent 3, full 0, unheard 0
  sent 3, full 0, unheard 0
  $ untimed mapctl
  == @TIME CPU: 0 index: 0 =====
  00 00 00 00 00 00 00 00  00 00 00 00 70 65 72 66
  00 00 00 00
  == @TIME CPU: 0 index: 0 =====
  00 00 00 00 01 00 00 00  01 00 00 00 70 65 72 66
  00 00 00 00
  == @TIME CPU: 0 index: 0 =====
  00 00 00 00 02 00 00 00  04 00 00 00 70 65 72 66
  00 00 00 00
  $ cat mapctl.err
  $ alike "" 1 cpu 0 index 0
  sent 3, full 0, unheard 0
  sent 3, full 0, unheard 0
  $ alike -j $online
  sent 3, full 0, unheard 0
  sent 3, full 0, unheard 0
  $ jq -c '.[0] | .timestamp = 0' mapctl
  {"type":9,"cpu":0,"index":0,"timestamp":0,"data":[0,0,0,0,0,0,0,0,0,0,0,0,112,101,114,102,0,0,0,0]}

Pretty JSON, and that of all CPUs, is the same to who reads JSON.

  $ for options in -p -j; do
  >     for tool in bpftool mapctl; do
  >         command="mapctl $options"; [ $tool = mapctl ] || command=$(bpftool_map $options)
  >         reading $online $tool.json $command event_pipe pinned "$perf"
  >         perf_events send "$perf" 50 > sent
  >         has $tool.json $((50 * online))
  >         end_of || echo "$tool: $?"
  >         jq -c 'sort_by(.cpu, .timestamp)[] | .timestamp = 0' $tool.json > $tool.lines
  >     done
  >     cmp bpftool.lines mapctl.lines && wc -l < mapctl.lines | diff - <(echo $((50 * online)))
  > done

One CPU, and a slot that need not be its own.

  $ reading 0 one mapctl event_pipe pinned "$perf" index $online cpu 0
  $ await '[ "$(perf_events send "$perf" 1 0 $online)" = "sent 1, full 0, unheard 0" ]'
  $ end_of
  $ untimed one | head -n 1 | sed "s/index: $online/index: LAST/"
  == @TIME CPU: 0 index: LAST =====

No records are an empty document.  Other formats have it as they have everything.

  $ reading $online out mapctl -j event_pipe pinned "$perf"; end_of; cat out
  []
  $ reading $online out mapctl event_pipe pinned "$perf"; end_of; cat out
  $ reading $online out mapctl --format jsonl event_pipe pinned "$perf"
  $ perf_events send "$perf" 1 0
  sent 1, full 0, unheard 0

It is shown while it goes on.

  $ await '[ -s out ]'; jq -c '.timestamp = 0' out
  {"type":9,"cpu":0,"index":0,"timestamp":0,"data":[0,0,0,0,0,0,0,0,0,0,0,0,112,101,114,102,0,0,0,0]}
  $ end_of

What a reader that stands still has lost: the same forms, and together with the rest it is what was sent.

  $ lose() {
  >     reading $online "$@"
  >     kill -STOP $reader
  >     perf_events send "$perf" 30000 0 > sent
  >     kill -CONT $reader
  >     await '[ "$(perf_events send "$perf" 1 0)" = "sent 1, full 0, unheard 0" ]'
  >     await "grep -q lost $1"
  >     end_of
  > }
  $ for tool in bpftool mapctl; do
  >     command=mapctl; [ $tool = mapctl ] || command=$(bpftool_map)
  >     lose $tool.lost $command event_pipe pinned "$perf"
  >     grep lost $tool.lost | sed -E 's/[0-9]+/N/'
  > done
  lost N events
  lost N events
  $ lose mapctl.json mapctl -j event_pipe pinned "$perf" &&
  >     jq -c '.[] | select(.type == 2) | .lost.id = 0 | .lost.count = 0' mapctl.json
  {"type":2,"cpu":0,"index":0,"lost":{"id":0,"count":0}}
  $ jq '[.[] | if .type == 2 then .lost.count else 1 end] | add > 30000' mapctl.json
  true

Somebody reads already: nothing is changed, and every record arrives.

  $ reading $online theirs perf_events read "$perf"
  $ mapctl event_pipe pinned "$perf" > out 2>&1
  [1]
  $ neutral < out | sed -E -e 's/slots? 0[0-9, ]* (is|are)/SLOTS are/' -e 's/takes it/takes them/' -e "s/\($reader\)/(PID)/"
  mapctl: map perf: SLOTS are in use: whoever put events there would get nothing any more; the map is open in perf_events(PID); --steal takes them all the same
  $ mapctl -j event_pipe pinned "$perf" 2>/dev/null
  [1]
  $ sent=$(perf_events send "$perf" 500)
  $ end_of; diff theirs <(echo reading; echo "came $((500 * online)), lost 0")
  $ slots
  0

What it is not.

  $ animals
  $ p event_pipe ringbuf
  mapctl: map ring is no perf event array, but of type ringbuf; 'mapctl events' reads its records
  [2]
  $ mapctl create "$BPFFS/user_ring" type user_ringbuf entries 4096
  $ p event_pipe user_ring
  mapctl: map user_ring is no perf event array, but of type user_ringbuf; 'mapctl events' reads its records
  [2]
  $ p event_pipe hash
  mapctl: map hash is no perf event array, but of type hash
  [2]
  $ for words in "cpu 0" "index 0" "cpu" "cpu x index 0" "cpu 0 cpu 0" "all" "cpu 4294967296 index 0"; do p event_pipe perf_event_array $words; done
  mapctl: event_pipe: 'cpu N' and 'index M' are given both or neither
  mapctl: event_pipe: 'cpu N' and 'index M' are given both or neither
  mapctl: event_pipe: cpu: which?
  mapctl: event_pipe: cpu: 'x' is no number: 0 to 2147483647
  mapctl: event_pipe: 'cpu' is given twice
  mapctl: event_pipe: there is no 'all', only 'cpu N index M'
  mapctl: event_pipe: cpu: '4294967296' is no number: 0 to 2147483647
  [2]
  $ p event_pipe perf_event_array cpu 0 index 4
  mapctl: map perf has no slot 4: it has 4
  [1]
  $ p event_pipe perf_event_array cpu 65534 index 0
  mapctl: CPU 65534 is not there, or not online
  [1]
  $ echo "event_pipe pinned $BPFFS/perf_event_array" | m batch -
  mapctl: standard input:1: 'event_pipe' cannot be a line of a batch
  [2]
  $ mapctl --complete event_pipe name x ''; mapctl --complete event_pipe name x cpu 0 ''
  cpu
  index
  index
