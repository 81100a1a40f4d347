  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf

Every block runs in a mount namespace of its own, with a bpffs that nobody else sees.  What others
start meanwhile is in the log too: a user tells ours from theirs, and the log is read as it comes,
lest it is full.

  $ as() { setpriv --reuid "$1" --regid "$1" --clear-groups "${@:2}"; }
  $ now() { sed -n 's/^now at \([0-9]*\) nsecs/\1/p' /proc/timer_list; }
  $ log() {
  >     mapctl events "$E" --consume --format jsonl "$@" >log 2>notes & LOG=$!
  >     await 'grep -q poll /proc/$LOG/wchan'
  > }
  $ export E=/sys/fs/bpf/mapctl/execlog/exec_events
  $ export -f as now log

Each exec is a record: who, what, and when, by the clock that programs call ktime.  Calls that fail
are seen, too.

  $ alone <<'END'
  > m counter start execlog && log
  > before=$(now); as 54321 /bin/sh -c 'echo $$ >&3; exec /bin/true here' 3>pid
  > as 54321 /bin/sh -c 'exec ./nothing' 2>/dev/null
  > after=$(now); await 'grep -q nothing log'; kill $LOG; wait $LOG
  > jq -c "select(.value.uid == 54321).value | [.comm, .filename, .pid == $(cat pid),
  >     (.timestamp > $before and .timestamp < $after)]" log
  > jq -c '.value | keys_unsorted' log | sort -u
  > neutral <notes | sed 's/mapctl: note: //'
  > m counter stop execlog
  > END
  ["setpriv","/bin/sh",true,true]
  ["sh","/bin/true",true,true]
  ["setpriv","/bin/sh",false,true]
  ["sh","./nothing",false,true]
  ["pid","uid","comm","filename","timestamp"]
  {"note":"map exec_events: records are struct exec_event: it is named like the map, in the BTF of program log_exec"}

Names of users and times, as people read them; filenames that are longer than there is room for.

  $ alone <<'END'
  > m counter start execlog
  > mapctl events "$E" --consume --as timestamp=ktime,uid=uid >log 2>notes & LOG=$!
  > await 'grep -q poll /proc/$LOG/wchan'
  > long=/$(printf '%0300d' 0); as 1 sh -c "exec $long" 2>/dev/null; as 1 /bin/true
  > await 'grep -q "uid=daemon.*true" log'; kill $LOG; wait $LOG
  > grep 'uid=daemon' log | tail -2 | sed -E "s/pid=[0-9]+/pid=PID/; s/$(date +%Y)-.*Z/TIME/; s/0{254}/254 ZEROES/"
  > m counter stop execlog
  > END
  pid=PID uid=daemon comm="sh" filename="/254 ZEROES" timestamp=TIME
  pid=PID uid=daemon comm="setpriv" filename="/bin/true" timestamp=TIME

As it comes, line by line.

  $ alone <<'END'
  > m counter start execlog
  > mapctl events "$E" --consume --format jsonl 2>/dev/null |
  >     jq --unbuffered -r 'select(.value.uid == 54321).value.filename' >log &
  > await 'as 54321 /bin/true; [ -s log ]'
  > as 54321 ./nothing1 2>/dev/null; await 'grep -q nothing1 log'
  > as 54321 ./nothing2 2>/dev/null; await 'grep -q nothing2 log'; grep nothing log
  > kill %1; wait
  > m counter stop execlog
  > END
  ./nothing1
  ./nothing2

What the ring had before in the same place is not in a record: it is all zeroes behind the texts.

  $ alone <<'END'
  > m counter start execlog
  > log --type 'struct { u32 pid; u32 uid; u8 texts[272]; u64 time; }'
  > long=./$(printf '%0253d' 0 | tr 0 x)
  > for i in {1..1000}; do (exec "$long"); done 2>/dev/null
  > as 54321 /bin/true; await 'grep -q uid.:54321 log'; kill $LOG; wait $LOG
  > jq -c 'select(.value.uid == 54321).value.texts | map(select(. > 0)) | [length, implode]' log
  > jq -c 'select(.value.uid == 54321).value.texts[7:16] + .value.texts[25:] | add' log
  > m counter stop execlog
  > END
  [16,"setpriv/bin/true"]
  0

What finds no room is counted as lost, and whoever looks is told.

  $ alone <<'END'
  > m counter start execlog
  > for i in {1..1000}; do (exec ./nothing); done 2>/dev/null
  > m -j counter list | jq -c '.[] | select(.name == "execlog") | .lost > 100'
  > mapctl events "$E" --timeout 0 2>&1 >/dev/null | sed 's/mapctl: note: //'
  > m counter stop execlog
  > END
  true
  map exec_events: records are struct exec_event: it is named like the map, in the BTF of program log_exec
  map exec_events is full, and nobody takes records out: new ones are lost; '--consume' makes room

counter run starts it, shows it and stops it; also when it is told to end, or cannot write.

  $ alone <<'END'
  > state() { m -j counter list | jq -r '.[] | select(.name == "execlog").state'; }
  > for signal in TERM HUP; do
  >     mapctl counter run execlog --format jsonl >log 2>notes & RUN=$!
  >     await 'as 54321 /bin/true; grep -q "uid.:54321.*/bin/true" log'; state
  >     kill -$signal $RUN; wait $RUN; echo "[$?]"; state
  >     jq -c 'select(.value.uid == 54321).value | [.comm, .filename]' log | sort -u
  > done
  > mapctl -j counter run execlog --duration 0.1 2>/dev/null | jq -c type; state
  > mapctl counter run execlog --duration 30s >/dev/full 2>notes & RUN=$!
  > await 'as 54321 /bin/true; ! [ -e /proc/$RUN ]'; wait $RUN; echo "[$?]"; state; tail -1 notes
  > { mapctl counter run execlog 2>/dev/null; echo "[$?]"; } | head -1 | wc -l >lines &
  > await 'as 54321 /bin/true; [ -s lines ]'; cat lines; wait; state
  > END
  running
  [0]
  stopped
  ["setpriv","/bin/true"]
  running
  [0]
  stopped
  ["setpriv","/bin/true"]
  "array"
  stopped
  [3]
  stopped
  mapctl: writing the output: No space left on device
  1
  stopped

Somebody else's stop is noticed; one signal after the other leaves nothing behind.

  $ alone <<'END'
  > state() { m -j counter list | jq -r '.[] | select(.name == "execlog").state'; }
  > begin() {
  >     rm log; mapctl counter run execlog --duration 60s >log 2>notes & RUN=$!
  >     await 'as 54321 /bin/true; grep -q true log'
  > }
  > begin; m counter stop execlog; wait $RUN; echo "[$?]"; tail -1 notes
  > begin
  > while kill -INT $RUN && kill -TERM $RUN; do :; done 2>/dev/null
  > wait $RUN; state
  > END
  [1]
  mapctl: counter execlog: it was stopped meanwhile
  stopped

What finds no room, since nobody reads what is shown, is told in the end.

  $ alone <<'END'
  > mkfifo slow
  > mapctl counter run execlog --duration 60s >slow 2>notes & RUN=$!
  > exec 3<slow
  > await '[ -e /sys/fs/bpf/mapctl/execlog/link ]'
  > lost() { mapctl -j counter list | jq '.[] | select(.name == "execlog").lost'; }
  > await 'for i in {1..200}; do (exec ./nothing); done 2>/dev/null; [ "$(lost)" -gt 0 ]'
  > kill $RUN; cat <&3 >log; wait $RUN; echo "[$?]"
  > tail -1 notes | sed -E 's/[0-9]+/NUMBER/'
  > END
  [0]
  mapctl: note: counter execlog: NUMBER records found no room in exec_events, and are lost

One that runs already is shown, and goes on.

  $ alone <<'END'
  > m counter start execlog
  > mapctl counter run execlog --duration 0.1 -j 2>/dev/null | jq -c type
  > m counter list | grep execlog
  > m counter stop execlog
  > END
  "array"
  execlog      running  exec_events     -       0  a record of each call of execve
