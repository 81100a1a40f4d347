An xskmap takes sockets of AF_XDP, which not every kernel has.

  $ animals
  $ stay python3 -c 'import socket, time; s = socket.socket(44, 3); t = socket.socket(); open("ready", "w").close(); time.sleep(300)'
  $ xdp=$(tail -1 "$HERE/pids")
  $ await '[ -e ready ]'
  $ [ -e ready ] || exit 80
  $ sockets() { for fd in /proc/$xdp/fd/*; do case $(readlink $fd) in socket:*) echo ${fd##*/} ;; esac; done | sort -n; }
  $ n=$(sockets | sed -n 1p) tcp=$(sockets | sed -n 2p)
  $ p update xskmap key 0 value pid $xdp fd $n
  $ p update xskmap key 0 value pid $xdp fd $n exist
  $ p update xskmap key 1 value pid $xdp fd $n exist
  mapctl: map xsk has nothing at index 1
  [1]
  $ p update xskmap key 1 value pid $xdp fd $tcp | sed "s/$xdp/PID/; s/descriptor $tcp/descriptor N/"
  mapctl: map xsk: value: file descriptor N of process PID is no socket of AF_XDP
  [2]
  $ p update xskmap key 1 value 9 0 0 0
  mapctl: map xsk: value: bytes are a file descriptor of a socket of AF_XDP, and this is none here; a socket of AF_XDP is expected: 'pid PID fd N'
  [2]
  $ p update xskmap key 1 value dev lo
  mapctl: map xsk: value: a socket of AF_XDP is expected: 'pid PID fd N'
  [2]
