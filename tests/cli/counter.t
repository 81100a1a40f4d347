  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf

Every block runs in a mount namespace of its own, with a bpffs that nobody else sees.

  $ as() {
  >     setpriv --reuid "$1" --regid "$1" --clear-groups "${@:2}"
  > }
  $ state() {
  >     m counter list | grep -E "^(NAME|$1) " | squeeze
  > }
  $ export -f as state

What there is, before anything runs.

  $ alone <<'END'
  > m counter list
  > m -j counter | jq -c '.[0]'
  > ls /sys/fs/bpf | grep mapctl
  > true
  > END
  NAME         STATE    MAP             DEV  LOST  SHOWS
  execs        stopped  exec_counts     -       0  calls of execve, by user
  syscalls     stopped  syscall_counts  -       0  system calls
  packets      stopped  packet_counts   -       0  packets received, by CPU and protocol
  connections  stopped  connections     -       0  packets received, by connection
  execlog      stopped  exec_events     -       0  a record of each call of execve
  ratelimit    stopped  rate_limit      -       0  packets dropped above a rate, by source
  {"name":"execs","state":"stopped","map":"exec_counts","dev":null,"lost":0,"shows":"calls of execve, by user"}

It counts each exec of each user, and goes on when mapctl has ended.

  $ alone <<'END'
  > m counter start execs
  > for i in 1 2 3; do as 54321 /bin/true; done
  > as 54322 /bin/true
  > m lookup pinned /sys/fs/bpf/mapctl/execs/exec_counts key 54321
  > m -j lookup pinned /sys/fs/bpf/mapctl/execs/exec_counts key 54322
  > state execs
  > ls /sys/fs/bpf/mapctl/execs
  > m counter stop execs
  > state execs
  > ls /sys/fs/bpf/mapctl
  > END
  key:   54321
  value: 3
  {"key":54322,"value":1}
  NAME STATE MAP DEV LOST SHOWS
  execs running exec_counts - 0 calls of execve, by user
  exec_counts
  exec_lost
  link
  NAME STATE MAP DEV LOST SHOWS
  execs stopped exec_counts - 0 calls of execve, by user

Users that the map has no room for are not counted in silence.

  $ alone <<'END'
  > m counter start execs
  > PYTHONPATH=$top_srcdir/tests PYTHONDONTWRITEBYTECODE=1 python3 -c '
  > from pybpf import calls
  > fd = calls.pinned("/sys/fs/bpf/mapctl/execs/exec_counts")
  > try:
  >     for uid in range(100000, 120000):
  >         calls.map_update(fd, uid.to_bytes(4, "little"), bytes(8))
  > except OSError as error:
  >     print(error)
  > '
  > as 54321 /bin/true
  > as 54321 /bin/true
  > m -j counter list | jq -c '.[0] | .state, .lost >= 2'
  > m counter stop execs
  > END
  [Errno 7] MAP_UPDATE_ELEM: Argument list too long
  "running"
  true

Not twice.

  $ alone <<'END'
  > m counter start execs
  > m counter start execs; echo "[$?]"
  > m counter stop execs
  > m counter stop execs; echo "[$?]"
  > END
  mapctl: start counter execs: it is running already
  [1]
  mapctl: stop counter execs: it is not running
  [1]

What an interrupted start leaves behind is seen, and stop cleans it.

  $ alone <<'END'
  > m counter start execs
  > rm /sys/fs/bpf/mapctl/execs/link
  > state execs
  > m counter start execs; echo "[$?]"
  > m counter stop execs
  > state execs
  > END
  NAME STATE MAP DEV LOST SHOWS
  execs partial exec_counts - 0 calls of execve, by user
  mapctl: start counter execs: an earlier start or stop was interrupted; 'mapctl counter stop execs' cleans up
  [1]
  NAME STATE MAP DEV LOST SHOWS
  execs stopped exec_counts - 0 calls of execve, by user

What somebody else has pinned in its folder stays there, and is in nobody's way.

  $ alone <<'END'
  > m counter start execs
  > cd /sys/fs/bpf/mapctl/execs
  > bpftool map create mine type array key 4 value 4 entries 1 name mine
  > m counter stop execs; echo "[$?]"
  > ls
  > state execs
  > m counter stop execs; echo "[$?]"
  > m counter start execs
  > ls
  > m counter stop execs; echo "[$?]"
  > rm mine
  > m counter start execs
  > m counter stop execs
  > END
  mapctl: stop counter execs: it is stopped; /sys/fs/bpf/mapctl/execs stays, with pins that are not the counter's
  [4]
  mine
  NAME STATE MAP DEV LOST SHOWS
  execs stopped exec_counts - 0 calls of execve, by user
  mapctl: stop counter execs: it is not running
  [1]
  exec_counts
  exec_lost
  link
  mine
  mapctl: stop counter execs: it is stopped; /sys/fs/bpf/mapctl/execs stays, with pins that are not the counter's
  [4]

Two at once: one wins.

  $ alone <<'END'
  > for i in 1 2 3 4; do mapctl counter start execs & done 2>&1 | sort
  > wait
  > m counter stop execs
  > END
  mapctl: start counter execs: it is running already
  mapctl: start counter execs: it is running already
  mapctl: start counter execs: it is running already

