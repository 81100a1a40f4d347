Maps of sockets are told whose: a process, and the number that it knows the socket by.

  $ live_animals
  $ raw() { bpftool -j map lookup pinned "$BPFFS/$1" key $2 | jq -c .value; }
  $ sockets() { for fd in /proc/$ZOO/fd/*; do case $(readlink $fd) in socket:*) echo ${fd##*/} ;; esac; done | sort -n; }
  $ sock=$(sockets | sed -n 1p) reuse=$(sockets | sed -n 2p)

The same socket again has the same cookie.

  $ p update sockmap key 3 value pid $ZOO fd $sock
  $ diff <(raw sockmap "1 0 0 0") <(raw sockmap "3 0 0 0") && raw sockmap "3 0 0 0" | grep -c 0x
  1
  $ p update sockhash key 2 0 0 0 value pid $ZOO fd $sock
  $ diff <(raw sockhash "1 0 0 0") <(raw sockhash "2 0 0 0")
  $ before=$(raw reuseport_sockarray "1 0 0 0")
  $ bpftool map delete pinned "$BPFFS/reuseport_sockarray" key 1 0 0 0
  $ p update reuseport_sockarray key 2 value pid $ZOO fd $reuse
  $ [ "$(raw reuseport_sockarray "2 0 0 0")" = "$before" ]
  $ p update sockmap4 key 2 value pid $ZOO fd $sock
  $ p lookup sockmap4 key 2
  mapctl: map sock4: lookup: readable only where values have 8 bytes
  [3]
  $ p update sockmap key 3 value pid $ZOO fd $sock noexist
  mapctl: map sock has index 3 already
  [1]

Bytes are a file descriptor of whoever starts mapctl.

  $ bytes() {
  >     (
  >         exec 7<>/dev/udp/127.0.0.1/9
  >         m update pinned "$BPFFS/$1" key 0 0 0 0 value "${@:2}" && j '.value.cookie > 0' lookup pinned "$BPFFS/$1" key 0
  >     )
  > }
  $ bytes sockmap 7 0 0 0 0 0 0 0
  true
  $ bytes sockmap 8 0 0 0 0 0 0 0
  mapctl: map sock: value: bytes are a file descriptor of a socket, and this is none here; a socket is expected: 'pid PID fd N'
  [2]
  $ bytes sockmap hex ff ff ff ff ff ff ff ff
  mapctl: map sock: value: bytes are a file descriptor of a socket, and these are none; a socket is expected: 'pid PID fd N'
  [2]

What is no socket.

  $ before=$(bpftool map dump pinned "$BPFFS/sockmap")
  $ p update sockmap key 2 value pid $ZOO fd 9999 | sed "s/$ZOO/PID/"
  mapctl: map sock: value: process PID has no file descriptor 9999
  [1]
  $ p update sockmap key 2 value pid 4194305 fd 3
  mapctl: map sock: value: there is no process 4194305
  [1]
  $ p update sockmap key 2 value pid $ZOO fd 0 | sed "s/$ZOO/PID/"
  mapctl: map sock: value: file descriptor 0 of process PID is no socket
  [2]
  $ p update sockmap key 2 value pid 0 fd 3
  mapctl: map sock: value: '0' is no process id
  [2]
  $ p update sockmap key 2 value pid 1 fd x
  mapctl: map sock: value: 'x' is no file descriptor
  [2]
  $ p update sockmap key 2 value pid 1
  mapctl: map sock: value: a socket is expected: 'pid PID fd N'
  [2]
  $ p update sockmap key 2 value 7
  mapctl: map sock: value: a socket is expected: 'pid PID fd N'
  [2]
  $ p update sockmap key 2 value "$(command mapctl -j lookup pinned "$BPFFS/sockmap" key 1 | jq -c .value)"
  mapctl: map sock: value: a cookie does not lead to its socket: a socket is expected: 'pid PID fd N'
  [2]
  $ diff <(echo "$before") <(bpftool map dump pinned "$BPFFS/sockmap")
