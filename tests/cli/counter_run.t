  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf

Every block runs in a mount namespace of its own, with a bpffs that nobody else sees.

  $ state() {
  >     m counter list | grep -E "^($1) " | squeeze
  > }
  $ export -f state

The counter is started for the time it is shown, and what it counted in that time is.

  $ alone <<'END'
  > mapctl -j counter run execs --duration 60 > shown & run=$!
  > await '[ -e /sys/fs/bpf/mapctl/execs/link ]'
  > for i in 1 2 3; do setpriv --reuid 54321 --clear-groups /bin/true; done
  > kill -TERM $run
  > wait $run; echo "[$?]"
  > jq -c 'length, (.[0] | keys_unsorted, (.counts[] | select(.uid == 54321)), .lost, .seconds < 60)' shown
  > state execs
  > find /sys/fs/bpf/mapctl -mindepth 1
  > END
  [0]
  1
  ["seconds","counts","lost"]
  {"uid":54321,"user":null,"count":3}
  0
  true
  execs stopped exec_counts - 0 calls of execve, by user

Each of the signals ends it in good order.

  $ alone <<'END'
  > for signal in INT TERM HUP USR1; do
  >     mapctl counter run execs --interval 60 > shown & run=$!
  >     await '[ -e /sys/fs/bpf/mapctl/execs/link ]'
  >     setpriv --reuid 54321 --clear-groups /bin/true
  >     kill -$signal $run; wait $run; echo "[$?]"
  >     head -1 shown | squeeze; grep 54321 shown | squeeze
  > done
  > state execs
  > END
  [0]
  UID USER COUNT
  54321 - 1
  [0]
  UID USER COUNT
  54321 - 1
  [0]
  UID USER COUNT
  54321 - 1
  [0]
  UID USER COUNT
  54321 - 1
  execs stopped exec_counts - 0 calls of execve, by user

One that runs already is shown, from now on, and goes on.

  $ alone <<'END'
  > m counter start execs
  > for i in 1 2 3; do setpriv --reuid 54321 --clear-groups /bin/true; done
  > mkfifo begun
  > mapctl --format jsonl counter run execs --interval 0.2 > begun & run=$!
  > exec 3< begun
  > read -r first <&3
  > setpriv --reuid 54321 --clear-groups /bin/true
  > while read -r line <&3; do [[ $line != *54321* ]] || break; done
  > jq -c '.counts[] | select(.uid == 54321)' <<< "$first"
  > jq -c '.counts[] | select(.uid == 54321)' <<< "$line"
  > kill $run; cat <&3 > rest; wait $run; echo "[$?]"
  > mapctl -j lookup pinned /sys/fs/bpf/mapctl/execs/exec_counts key 54321
  > state execs
  > m counter run execs dev lo; echo "[$?]"
  > m counter stop execs
  > END
  {"uid":54321,"user":null,"count":1}
  [0]
  {"key":54321,"value":4}
  execs running exec_counts - 0 calls of execve, by user
  mapctl: counter execs: it is on no interface; it takes nothing
  [2]

Each interval is a line of jsonl; their lengths add up to the duration, or a little more.

  $ alone <<'END'
  > mapctl --format jsonl counter run execs --interval 0.4 --duration 3 |
  >     jq -s -c 'length > 1 and length <= 8, (map(.seconds) | add | . >= 2.99)'
  > mapctl --format jsonl counter run execs --interval 10 --duration 0.2 | wc -l
  > mapctl -j counter run execs --interval 0.1 --duration 0.25 | jq -c 'length <= 3, all(has("counts"))'
  > END
  true
  true
  1
  true
  true

Text has a blank line between tables, and says where there is nothing.

  $ alone <<'END'
  > unshare -n bash -c '
  >     mapctl counter run packets dev lo --interval 0.2 --duration 1 | sed -n 1,3p
  >     mapctl -j counter run packets dev lo --duration 0.1 | jq -c ".[] | .counts, .lost"'
  > END
  (no data collected)
  
  (no data collected)
  []
  0

Only the highest, of several.

  $ alone <<'END'
  > mapctl -j counter run execs --duration 60 --top 2 > shown & run=$!
  > await '[ -e /sys/fs/bpf/mapctl/execs/link ]'
  > for i in {1..40}; do setpriv --reuid 54321 --clear-groups /bin/true; done
  > for i in {1..39}; do setpriv --reuid 54320 --clear-groups /bin/true; done
  > setpriv --reuid 54322 --clear-groups /bin/true
  > kill $run; wait $run
  > jq -c '.[0].counts | length, (map(.count) | . == (sort | reverse))' shown
  > jq -c '.[0].counts | map(select(.uid == 54322))' shown
  > END
  2
  true
  []

What found no room in the interval is shown, in both.

  $ alone <<'END'
  > m counter start execs
  > PYTHONPATH=$top_srcdir/tests PYTHONDONTWRITEBYTECODE=1 python3 -c '
  > from pybpf import calls
  > fd = calls.pinned("/sys/fs/bpf/mapctl/execs/exec_counts")
  > try:
  >     for uid in range(100000, 120000):
  >         calls.map_update(fd, uid.to_bytes(4, "little"), bytes(8))
  > except OSError:
  >     pass
  > '
  > for format in text json; do
  >     mkfifo $format
  >     mapctl --format $format counter run execs --interval 60 > $format & run=$!
  >     exec 3< $format
  >     await 'grep -q poll /proc/$run/wchan'
  >     setpriv --reuid 54321 --clear-groups /bin/true
  >     kill $run; cat <&3 > shown; wait $run
  >     case $format in
  >     text) grep -cE '^Lost: [1-9][0-9]* \(the counter.s map is full\)$' shown ;;
  >     json) jq -c '.[0].lost > 0' shown ;;
  >     esac
  > done
  > m counter stop execs
  > END
  1
  true

Output that cannot be written stops what was started.

  $ alone <<'END'
  > mapctl counter run execs --interval 0.1 > /dev/full; echo "[$?]"
  > state execs
  > (ulimit -f 0; mapctl counter run execs --interval 0.1 > full; echo "[$?]")
  > state execs
  > mapctl counter run execs --interval 60 | true
  > echo "[${PIPESTATUS[0]}]"
  > state execs
  > END
  mapctl: writing the output: No space left on device
  [3]
  execs stopped exec_counts - 0 calls of execve, by user
  mapctl: writing the output: File too large
  [3]
  execs stopped exec_counts - 0 calls of execve, by user
  [141]
  execs stopped exec_counts - 0 calls of execve, by user

Somebody else's stop is noticed, and so is a new start.

  $ alone <<'END'
  > for then in true 'mapctl counter start execs'; do
  >     mapctl counter run execs --interval 0.1 > shown 2>&1 & run=$!
  >     await '[ -e /sys/fs/bpf/mapctl/execs/link ]'
  >     mapctl counter stop execs
  >     $then
  >     wait $run; echo "[$?]"
  >     tail -1 shown
  >     state execs
  > done
  > m counter stop execs
  > END
  [1]
  mapctl: counter execs: it was stopped meanwhile
  execs stopped exec_counts - 0 calls of execve, by user
  [1]
  mapctl: counter execs: it was stopped meanwhile
  execs running exec_counts - 0 calls of execve, by user

  $ alone <<'END'
  > unshare -n bash -c '
  >     ip link add vetha type veth peer name vethb
  >     mapctl counter run packets dev vetha --interval 0.1 > shown 2>&1 & run=$!
  >     await "[ -e /sys/fs/bpf/mapctl/packets/link ]"
  >     ip link del vetha
  >     wait $run; echo "[$?]"
  >     tail -1 shown
  >     state packets'
  > END
  [1]
  mapctl: counter packets: its interface has gone, or it was taken off it
  packets stopped packet_counts - 0 packets received, by CPU and protocol

Also by who may read its maps, but knows no run from another.

  $ alone <<'END'
  > m counter start execs
  > chmod o+r /sys/fs/bpf/mapctl/execs/exec_*
  > nobody --version > able # mapctl is where nobody can run it
  > mkfifo lines
  > setpriv --reuid 65534 --regid 65534 --clear-groups "$HERE/mapctl" \
  >     --format jsonl counter run execs --interval 0.1 --duration 60 > lines 2>why & run=$!
  > exec 3< lines
  > read -r first <&3
  > mapctl counter stop execs
  > cat <&3 > rest; wait $run; echo "[$?]"
  > cat why
  > END
  [1]
  {"error":"counter execs: it was stopped meanwhile","status":1}

What was lost is never less than nothing, when somebody sets it back.

  $ alone <<'END'
  > m counter start execs
  > mapctl update pinned /sys/fs/bpf/mapctl/execs/exec_lost key 0 value 1000
  > mkfifo losses
  > mapctl --format jsonl counter run execs --interval 0.1 --duration 60 > losses & run=$!
  > exec 3< losses
  > read -r first <&3
  > mapctl update pinned /sys/fs/bpf/mapctl/execs/exec_lost key 0 value 7
  > until read -r line <&3 && [ "$(jq .lost <<< "$line")" != 0 ]; do :; done
  > jq .lost <<< "$line"
  > kill $run; cat <&3 > rest; wait $run
  > m counter stop execs
  > END
  7

On a terminal, tables take each other's place.

  $ alone <<'END'
  > while :; do /bin/true; done & busy=$!
  > export TERM=xterm
  > script -qfc 'stty rows 5; echo $$ > pid; exec mapctl counter run execs --interval 0.1' /dev/null \
  >     < /dev/null > typed & script=$!
  > screen() { sed 's/\x1b\[H\x1b\[J/CLEAR\n/g' typed | tr -d '\r'; }
  > await '[ "$(screen | grep -c UID)" -gt 2 ] && [ "$(screen | grep -c CLEAR)" -gt 1 ]' && echo redrawn
  > kill "$(cat pid)" $busy; wait $script
  > screen | grep -n '^$'
  > END
  redrawn
  [1]

Not where the cursor cannot be moved.

  $ alone <<'END'
  > export TERM=dumb
  > script -qfc 'echo $$ > pid; exec mapctl counter run execs --interval 0.1' /dev/null \
  >     < /dev/null > typed & script=$!
  > await '[ "$(tr -d "\r" < typed | grep -c "^$")" -gt 1 ]' && echo one below the other
  > kill "$(cat pid)"; wait $script
  > grep -c $'\x1b' typed
  > END
  one below the other
  0
  [1]

Several at once: one starts it, and the others show that one.

  $ alone <<'END'
  > for i in 1 2 3 4; do
  >     mapctl counter run execs --interval 0.1 --format jsonl >shown$i 2>&1 &
  >     pids+=($!)
  > done
  > for i in 1 2 3 4; do await '[ -s shown$i ]'; done
  > cat shown? | grep -v '^{"seconds"'
  > kill -TERM "${pids[@]}"
  > wait
  > state execs
  > END
  execs stopped exec_counts - 0 calls of execve, by user

Words and options that mean nothing here.

  $ m counter run execs --interval 0
  mapctl: --interval: '0' is too short: more than 0
  [2]
  $ m counter run execs --duration 0.0000000001s
  mapctl: --duration: '0.0000000001s' is too short: more than 0
  [2]
  $ m counter run execs --duration 2562048h
  mapctl: --duration: '2562048h' is too long: 9223372036s at most
  [2]
  $ m counter run execs --duration soon
  mapctl: --duration: 'soon' is no time: seconds, or as in 500ms, 1.5s, 2m, 1h
  [2]
  $ m counter run execs --protocols
  mapctl: counter run execs takes no --protocols
  [2]
  $ m counter run execs --top 0
  mapctl: counter: --top: '0' is not a number from 1 up
  [2]
  $ m counter run
  mapctl: counter run: which one? 'mapctl counter list' shows them
  [2]
