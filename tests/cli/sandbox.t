Once a reading command has opened what it needs, it gives up its privileges.

  $ live_animals

(What a build with sanitizers does behind our back no sandbox lets it do.)

  $ export ASAN_OPTIONS=detect_leaks=0:use_sigaltstack=0:$ASAN_OPTIONS

Everything still works without them: each kind of map, each command, and nothing less than all.
(Whose code an old stack has passed may be another's from one look to the next.)

  $ for pin in "$BPFFS"/*; do
  >     for way in off require; do
  >         mapctl --sandbox=$way --format jsonl dump pinned "$pin" > $way 2>&1; echo $? >> $way
  >         sed -i '/"address":/s/"symbol":[^}]*//g' $way
  >     done
  >     cmp off require || echo "${pin##*/}"
  > done
  $ for command in "lookup pinned $BPFFS/prog_array key 1" "getnext pinned $BPFFS/hash" "schema pinned $BPFFS/sink" \
  >     "lookup pinned $BPFFS/struct_ops key 0" "show pinned $BPFFS/hash -o name,type,pins" "dump -j --all name ${PREFIX}dup"; do
  >     for way in off require; do mapctl --sandbox=$way $command > $way 2>&1 || echo $? >> $way; done
  >     cmp off require || echo "$command"
  > done

What it has given up, seen from outside while it waits for its reader.

  $ b map create "$BPFFS/long" type array key 4 value 4 entries 500000 name "${PREFIX}long"
  $ mkfifo reader
  $ stay sh -c 'exec mapctl --sandbox=require dump pinned "$BPFFS/long" > reader'
  $ waiting=$!
  $ exec 7< reader
  $ await 'grep -q ^Seccomp:.2 /proc/$waiting/status'
  $ grep -E '^(CapPrm|CapEff|CapInh|CapAmb|NoNewPrivs|Seccomp):' /proc/$waiting/status
  CapInh:\t0000000000000000 (esc)
  CapPrm:\t0000000000000000 (esc)
  CapEff:\t0000000000000000 (esc)
  CapAmb:\t0000000000000000 (esc)
  NoNewPrivs:\t1 (esc)
  Seccomp:\t2 (esc)
  $ cat <&7 | wc -l
  500001
  $ exec 7<&-

A pipe that is full and does not block is waited for.

  $ python3 - mapctl --sandbox=require dump pinned "$BPFFS/long" << 'END'
  > import os, subprocess, sys, time
  > reader, writer = os.pipe()
  > os.set_blocking(writer, False)
  > dump = subprocess.Popen(sys.argv[1:], stdout=writer)
  > os.close(writer)
  > time.sleep(0.3)
  > print(len(open(reader).readlines()), dump.wait())
  > END
  500001 0

list and show too, before they count and print: here into a pipe that is full.

  $ for way in off require; do
  >     mapctl --sandbox=$way list --count -o name,memory,used,pins | grep "$PREFIX" > $way
  >     mapctl --sandbox=$way -j list --count -o name,used,pins,programs | jq -c '.[] | select(.name | startswith("'$PREFIX'"))' >> $way
  > done
  $ cmp off require && grep -c . off | awk '{ print ($1 > 100) }'
  1
  $ for command in "list --count -o name,used" "-j list" "show pinned $BPFFS/lpm4 --count" "-j show pinned $BPFFS/lpm4"; do
  >     exec 8<> reader
  >     head -c 65536 /dev/zero >&8
  >     stay sh -c "exec mapctl --sandbox=require $command > reader 8<&-"
  >     waiting=$!
  >     await 'grep -q ^Seccomp:.2 /proc/$waiting/status'
  >     grep -E '^CapEff:' /proc/$waiting/status
  >     kill $waiting
  >     await '! [ -e /proc/$waiting ]'
  >     exec 8<&-
  > done
  CapEff:\t0000000000000000 (esc)
  CapEff:\t0000000000000000 (esc)
  CapEff:\t0000000000000000 (esc)
  CapEff:\t0000000000000000 (esc)

Where not all maps can be open at once, that is an error, or without the sandbox no hindrance.

  $ files() { (ulimit -n 30; exec mapctl "$@" 2>&1 | grep -v "^mapctl: note:"); }
  $ files --sandbox=require list --count
  mapctl: opening every map to count its entries ('ulimit -n' says how many files may be open; --sandbox=off counts map by map): Too many open files
  [3]
  $ files --sandbox=off -j list --count -o name,used | jq -c '.[] | select(.name | startswith("'$PREFIX'"))' > few
  $ mapctl --sandbox=off -j list --count -o name,used | jq -c '.[] | select(.name | startswith("'$PREFIX'"))' | diff few -

  $ m --sandbox=of list
  mapctl: --sandbox: there is no 'of'; did you mean 'off'?
  [2]
