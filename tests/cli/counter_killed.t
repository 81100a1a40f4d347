  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf

  $ command -v strace > /dev/null || exit 80

Every block runs in a mount namespace of its own, with a bpffs that nobody else sees.


Killed in front of each system call that makes or takes away something, it is in one of the states
that list shows, and stop leaves nothing.

  $ cat > kill_each <<'END'
  > # PREPARE WORD...: `mapctl counter WORD...` again and again, killed one call further each time,
  > # until it lives; or, as stop asks the kernel until all is gone, long enough.
  > prepare=$1; shift
  > export ASAN_OPTIONS=$ASAN_OPTIONS:detect_leaks=0 # leaks are not looked for below strace
  > for name in bpf perf_event_open mkdir unlink rmdir; do
  >     for ((call = 1; call < 60; call++)); do
  >         $prepare
  >         { strace -f -qq -o /dev/null --inject="$name:signal=KILL:when=$call" \
  >             mapctl counter "$@" > /dev/null; } 2>/dev/null
  >         status=$?
  >         state=$(mapctl -j counter list | jq -r '.[0].state')
  >         case $state in
  >         running | partial) mapctl counter stop execs ;;
  >         stopped) ;;
  >         *) echo "$name $call: $state" ;;
  >         esac
  >         find /sys/fs/bpf/mapctl -mindepth 1 2>/dev/null | sed "s/^/$name $call: /"
  >         [ $status = 0 ] && break
  >         echo "$name: $state" >> states
  >     done
  > done
  > sort -u states
  > rm states
  > END
  $ alone <<'END'
  > . ./kill_each true start execs
  > END
  bpf: partial
  bpf: stopped
  mkdir: stopped
  perf_event_open: partial
  $ alone <<'END'
  > . ./kill_each 'mapctl counter start execs' stop execs
  > END
  bpf: running
  bpf: stopped
  rmdir: partial
  unlink: partial
  unlink: running
  $ alone <<'END'
  > . ./kill_each true run execs --duration 0.01
  > END
  bpf: partial
  bpf: running
  bpf: stopped
  mkdir: stopped
  perf_event_open: partial
  rmdir: partial
  unlink: partial
  unlink: running

At any other moment, too.

  $ alone <<'END'
  > for delay in 0.00{1..9} 0.01 0.02; do
  >     { timeout -s KILL "$delay" mapctl counter start execs; } 2>/dev/null
  >     state=$(mapctl -j counter list | jq -r '.[0].state')
  >     case $state in running | partial) mapctl counter stop execs ;; esac
  >     [ "$(mapctl -j counter list | jq -r '.[0].state')" = stopped ] || echo "$delay: $state"
  >     find /sys/fs/bpf/mapctl -mindepth 1 2>/dev/null
  > done || : # killed before there was a folder
  > END

An empty folder that is left is in nobody's way, and stop takes it.

  $ alone <<'END'
  > mkdir -p /sys/fs/bpf/mapctl/execs
  > mapctl counter start execs
  > mapctl counter stop execs
  > mkdir /sys/fs/bpf/mapctl/execs
  > mapctl -j counter list | jq -r '.[0].state'
  > mapctl counter stop execs
  > ls /sys/fs/bpf/mapctl
  > END
  partial
