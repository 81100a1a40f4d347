  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf

Every block runs in a mount namespace of its own, with a bpffs that nobody else sees.

  $ alone() {
  >     unshare -m --propagation unchanged bash -c '
  >         mount --make-rprivate /sys && mount -t bpf bpf /sys/fs/bpf && . /dev/stdin'
  > }
  $ as() {
  >     setpriv --reuid "$1" --regid "$1" --clear-groups "${@:2}"
  > }
  $ export -f as

What there is, before anything runs.

  $ alone <<'END'
  > m counter list
  > m -j counter
  > ls /sys/fs/bpf | grep mapctl
  > true
  > END
  NAME   STATE    MAP          LOST  SHOWS
  execs  stopped  exec_counts     0  calls of execve, by user
  [{"name":"execs","state":"stopped","map":"exec_counts","lost":0,"shows":"calls of execve, by user"}]

It counts each exec of each user, and goes on when mapctl has ended.

  $ alone <<'END'
  > m counter start execs
  > for i in 1 2 3; do as 54321 /bin/true; done
  > as 54322 /bin/true
  > m lookup pinned /sys/fs/bpf/mapctl/execs/exec_counts key 54321
  > m -j lookup pinned /sys/fs/bpf/mapctl/execs/exec_counts key 54322
  > m counter list
  > ls /sys/fs/bpf/mapctl/execs
  > m counter stop execs
  > m counter list
  > ls /sys/fs/bpf/mapctl
  > END
  key:   54321
  value: 3
  {"key":54322,"value":1}
  NAME   STATE    MAP          LOST  SHOWS
  execs  running  exec_counts     0  calls of execve, by user
  exec_counts
  exec_lost
  link
  NAME   STATE    MAP          LOST  SHOWS
  execs  stopped  exec_counts     0  calls of execve, by user

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
  > m -j counter list | jq -c '.[] | .state, .lost >= 2'
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
  > m counter list
  > m counter start execs; echo "[$?]"
  > m counter stop execs
  > m counter list
  > END
  NAME   STATE    MAP          LOST  SHOWS
  execs  partial  exec_counts     0  calls of execve, by user
  mapctl: start counter execs: an earlier start or stop was interrupted; 'mapctl counter stop execs' cleans up
  [1]
  NAME   STATE    MAP          LOST  SHOWS
  execs  stopped  exec_counts     0  calls of execve, by user

What somebody else has pinned in its folder stays there, and is in nobody's way.

  $ alone <<'END'
  > m counter start execs
  > cd /sys/fs/bpf/mapctl/execs
  > bpftool map create mine type array key 4 value 4 entries 1 name mine
  > m counter stop execs; echo "[$?]"
  > ls
  > m counter list
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
  NAME   STATE    MAP          LOST  SHOWS
  execs  stopped  exec_counts     0  calls of execve, by user
  mapctl: stop counter execs: it is not running
  [1]
  exec_counts
  exec_lost
  link
  mine
  mapctl: stop counter execs: it is stopped; /sys/fs/bpf/mapctl/execs stays, with pins that are not the counter's
  [4]

Killed at any moment, it is in one of the states, and stop leaves nothing.

  $ alone <<'END'
  > for delay in 0.000{1..9}{0,5} 0.00{1..9} 0.01 0.02; do
  >     { timeout -s KILL "$delay" mapctl counter start execs; } 2>/dev/null
  >     state=$(mapctl -j counter list | jq -r '.[0].state')
  >     case $state in running | partial) mapctl counter stop execs ;; esac
  >     [ "$(mapctl -j counter list | jq -r '.[0].state')" = stopped ] || echo "$delay: $state"
  >     find /sys/fs/bpf/mapctl -mindepth 1 2>/dev/null
  > done
  > END

Two at once: one wins.

  $ alone <<'END'
  > for i in 1 2 3 4; do mapctl counter start execs & done 2>&1 | sort
  > wait
  > m counter stop execs
  > END
  mapctl: start counter execs: it is running already
  mapctl: start counter execs: it is running already
  mapctl: start counter execs: it is running already

Nothing is mounted by itself, and nothing half-started.

  $ alone <<'END'
  > while umount /sys/fs/bpf; do :; done 2>/dev/null
  > m counter start execs; echo "[$?]"
  > m counter list
  > END
  mapctl: start counter execs: no bpffs is mounted on /sys/fs/bpf; 'mount -t bpf bpf /sys/fs/bpf' mounts it
  [3]
  NAME   STATE    MAP          LOST  SHOWS
  execs  stopped  exec_counts     0  calls of execve, by user

  $ alone <<'END'
  > while umount /sys/kernel/tracing; do :; done 2>/dev/null
  > while umount -R /sys/kernel/debug; do :; done 2>/dev/null
  > m counter start execs; echo "[$?]"
  > ls /sys/fs/bpf | grep mapctl
  > END
  mapctl: start counter execs: no tracefs is mounted; 'mount -t tracefs tracefs /sys/kernel/tracing' mounts it
  [3]
  [1]

  $ alone <<'END'
  > setpriv --bounding-set -sys_admin,-bpf,-perfmon mapctl counter start execs; echo "[$?]"
  > ls /sys/fs/bpf | grep mapctl
  > END
  mapctl: start counter execs: load its program: not permitted; root may, or CAP_BPF and CAP_PERFMON
  [5]
  [1]

A counter there is not.

  $ m counter start exec
  mapctl: there is no counter exec; did you mean execs?
  [2]

  $ m counter start tea
  mapctl: there is no counter tea; 'mapctl counter list' names them
  [2]
