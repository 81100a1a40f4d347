  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf

Every block runs in a mount namespace of its own, with a bpffs that nobody else sees.

  $ state() {
  >     m counter list | grep -E "^($1) " | squeeze
  > }
  $ export -f state

It stops by itself, and not before its time.

  $ alone <<'END'
  > begun=$(date +%s%N)
  > mapctl counter start execs --for 1s
  > await '[ "$(mapctl -j counter list | jq -r .[0].state)" = stopped ]'
  > [ $(($(date +%s%N) - begun)) -ge 1000000000 ] && echo in time
  > find /sys/fs/bpf/mapctl -mindepth 1
  > END
  in time

Whoever started it does not wait for that, nor does who reads what was printed.

  $ alone <<'END'
  > mapctl counter start execs --for 1h | cat
  > state execs
  > mapctl counter stop execs
  > END
  execs running exec_counts - 0 calls of execve, by user

The process that waits has nothing of its parent's, and no terminal.  It is told from others of
its name by the namespace that only this block is in.

  $ waiting() {
  >     for proc in /proc/[0-9]*; do
  >         [ $proc/ns/mnt -ef /proc/$$/ns/mnt ] &&
  >             [ "$(tr '\0' ' ' < $proc/cmdline)" = "mapctl counter start execs --for $1 " ] &&
  >             echo "${proc#/proc/}"
  >     done 2>/dev/null
  > }
  $ export -f waiting
  $ alone <<'END'
  > exec 7< /dev/zero
  > mapctl counter start execs --for 3599s
  > pid=$(waiting 3599s)
  > readlink /proc/$pid/fd/*
  > readlink /proc/$pid/cwd
  > read -r _ _ _ _ group session terminal _ < /proc/$pid/stat
  > echo $((group == pid)) $((session == pid)) $terminal
  > mapctl counter stop execs
  > mapctl counter start execs
  > await '! [ "$(waiting 3599s)" ]'
  > state execs
  > mapctl counter stop execs
  > END
  /dev/null
  /dev/null
  /dev/null
  /
  1 1 0
  execs running exec_counts - 0 calls of execve, by user

Who ignores what becomes of children gets it, too.

  $ alone <<'END'
  > env --ignore-signal=CHLD mapctl counter start execs --for 3597
  > state execs
  > mapctl counter stop execs
  > END
  execs running exec_counts - 0 calls of execve, by user

Somebody who holds the lock puts that off, and does not prevent it.

  $ alone <<'END'
  > mapctl counter start execs --for 1s
  > exec 7< /sys/fs/bpf/mapctl
  > flock 7
  > command sleep 13
  > state execs
  > flock -u 7
  > await '[ "$(mapctl -j counter list | jq -r .[0].state)" = stopped ]'
  > state execs
  > END
  execs running exec_counts - 0 calls of execve, by user
  execs stopped exec_counts - 0 calls of execve, by user

Killed, it leaves the counter running.

  $ alone <<'END'
  > mapctl counter start execs --for 3598
  > kill -9 $(waiting 3598)
  > state execs
  > mapctl counter stop execs
  > END
  execs running exec_counts - 0 calls of execve, by user
