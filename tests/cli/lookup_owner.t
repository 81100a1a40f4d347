Local storage: its keys are named by whom it hangs on, and shown like that.

  $ live_animals
  $ needs task_storage inode_storage sk_storage

A process; a thread has storage of its own.

  $ owned() { p "$@" | sed "s/\b$ZOO\b/ZOO/g"; return "${PIPESTATUS[0]}"; }
  $ owned lookup task_storage key pid "$ZOO"
  key:
      pid: ZOO
  value: 4242
  $ owned lookup task_storage -j key pid "$ZOO"
  {"key":{"pid":ZOO},"value":4242}
  $ owned lookup task_storage --hex -j key pid "$ZOO"
  {"key":{"pid":ZOO},"value":4242,"value_hex":"9210000000000000"}
  $ owned lookup task_storage --format hex key pid "$ZOO"
  pid: ZOO  value: 92 10 00 00 00 00 00 00
  $ owned lookup task_storage --format bpftool key pid "$ZOO" | grep -o '"formatted.*'
  "formatted":{"key":{"pid":ZOO},"value":4242}}
  $ p lookup task_storage key pid $$
  mapctl: map task has nothing for this process
  [1]
  $ p lookup task_storage key pid 2147483647
  mapctl: map task: there is no process 2147483647
  [1]
  $ cat > thread.py <<'END'
  > import subprocess, sys, threading, time
  > threading.Thread(target=time.sleep, args=(300,), daemon=True).start()
  > tid = threading.enumerate()[1].native_id
  > subprocess.run([*sys.argv[1:], str(tid)])
  > END
  $ python3 thread.py mapctl lookup pinned "$BPFFS/task_storage" key pid 2>&1 | neutral |
  >     grep -cE '^mapctl: map task has nothing for this process$|: [0-9]+ is a thread of process [0-9]+, '
  1

What is shown as JSON is taken back.

  $ for key in "{\"pid\":$ZOO}" "{\"pid\":\"$ZOO\"}"; do owned lookup task_storage -j key "$key"; done
  {"key":{"pid":ZOO},"value":4242}
  {"key":{"pid":ZOO},"value":4242}
  $ for key in '{}' '{"pid":0}' '{"pid":1.0}' '{"pid":4294967297}' '{"pid":2147483648}' '{"pid":[1]}' '{"pid":1,"fd":1}' '{"path":"/"}' '[1]' 1; do
  >     p lookup task_storage key "$key"
  > done | uniq -c | sed 's/^ *//'
  10 mapctl: map task: its keys are processes: 'key pid PID'
  [2]
  $ p lookup task_storage key '{"pid":1'
  mapctl: map task: key: not JSON: '}' expected near end of file
  [2]
  $ p lookup inode_storage -j key "{\"path\":\"$BPFFS\"}"
  {"key":{"path":"BPFFS"},"value":4444}
  $ for path in null 1 '"a\u0000"'; do p lookup inode_storage key "{\"path\":$path}"; done | uniq -c | sed 's/^ *//'
  3 mapctl: map inode: its keys are files: 'key path FILE'
  [2]

A file.  Symbolic links are followed, and nothing is read or waited for.

  $ p lookup inode_storage -j key path "$BPFFS"
  {"key":{"path":"BPFFS"},"value":4444}
  $ ln -s "$BPFFS" link && mkfifo fifo && touch "$(printf 'a\033[31m"\377')"
  $ p lookup inode_storage key path link
  key:
      path: link
  value: 4444
  $ ln -s "$BPFFS" "$(printf 'l\033[31m"\377')"
  $ p lookup inode_storage -j key path "$(printf 'l\033[31m"\377')"
  {"key":{"path":"l\u001b[31m\"\\xff"},"value":4444}
  $ p lookup inode_storage -j key '{"path":"l\u001b[31m\"\\xff"}'
  {"key":{"path":"l\u001b[31m\"\\xff"},"value":4444}
  $ p lookup inode_storage key path fifo
  mapctl: map inode has nothing for this file
  [1]
  $ p lookup inode_storage key path nowhere
  mapctl: map inode: there is no file 'nowhere'
  [1]
  $ p lookup inode_storage key path "$(printf 'a\033[31m')"
  mapctl: map inode: there is no file 'a\x1b[31m'
  [1]

A socket, by the number that its process has for it.

  $ sockets=$(find /proc/$ZOO/fd -lname 'socket:*' -printf '%f\n' | sort -n)
  $ for fd in $sockets; do
  >     p lookup sk_storage -j key pid "$ZOO" fd "$fd" | sed "s/:$ZOO,/:ZOO,/; s/:$fd}/:FD}/"
  > done | sort -u || true
  {"error":"map sk has nothing for this socket","status":1}
  {"key":{"pid":ZOO,"fd":FD},"value":4545}
  $ owned lookup sk_storage key pid "$ZOO" fd 0
  mapctl: map sk: file descriptor 0 of process ZOO is no socket
  [2]
  $ owned lookup sk_storage key pid "$ZOO" fd 999
  mapctl: map sk: process ZOO has no file descriptor 999
  [1]
  $ p lookup sk_storage key pid 2147483647 fd 3
  mapctl: map sk: there is no process 2147483647
  [1]

What is not permitted.

  $ chmod 644 "$BPFFS"/{sk,inode}_storage && chmod 711 "$BPFFS" && mkdir -m 700 closed
  $ nobody lookup "$BPFFS/sk_storage" key pid "$ZOO" fd 0 2>&1 | sed "s/\b$ZOO\b/ZOO/; /note:/d"
  mapctl: map sk: file descriptor 0 of process ZOO: not permitted; that needs CAP_SYS_PTRACE
  [5]
  $ nobody lookup "$BPFFS/inode_storage" key path closed/file 2>&1 | grep -v note:
  mapctl: map inode: file 'closed/file': Permission denied
  [5]

What is no key: a number that would be taken for some file descriptor least of all.

  $ p lookup task_storage key 1
  mapctl: map task: its keys are processes: 'key pid PID'
  [2]
  $ p lookup task_storage key 1 0 0 0
  mapctl: map task: its keys are processes: 'key pid PID'
  [2]
  $ p lookup task_storage key path /
  mapctl: map task: its keys are processes: 'key pid PID'
  [2]
  $ p lookup inode_storage key hex 01 00 00 00
  mapctl: map inode: its keys are files: 'key path FILE'
  [2]
  $ p lookup sk_storage key pid 1
  mapctl: map sk: its keys are sockets: 'key pid PID fd N'
  [2]
  $ p lookup sk_storage -j key pid 1 fd x
  {"error":"map sk: key: 'x' is no file descriptor","status":2}
  [2]
  $ p lookup task_storage key pid 0
  mapctl: map task: key: '0' is no process id
  [2]
  $ p lookup task_storage key pid 4294967297
  mapctl: map task: key: '4294967297' is no process id
  [2]
  $ p lookup task_storage
  mapctl: map task: lookup of which process? 'key pid PID'
  [2]
