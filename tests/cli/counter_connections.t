  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf
  $ . "$top_srcdir/tests/cli/veth.sh"
  $ cpus=$(lscpu --online --parse=CPU | grep -v '#' | paste -sd ' ')
  $ export FIRST=${cpus%% *} LAST=${cpus##* }

counting OPTION...: what `counter run connections` prints of what runs meanwhile, on standard
input. It ends when that has ended.

  $ counting() {
  >     mapctl counter run connections dev rx0 --interval 1h "$@" >"$HERE/counted" &
  >     local pid=$!
  >     await '[ -e /sys/fs/bpf/mapctl/connections/link ]' && . /dev/stdin
  >     kill -INT $pid
  >     wait $pid || echo "[$?]"
  >     cat "$HERE/counted"
  > }
  $ traffic() {
  >     frames udp 300 cpu=$FIRST / udp 300 cpu=$LAST / tcp 50 sport=33000 dport=443 / \
  >         tcp6 40 sport=33000 dport=443 vlan=7 / udp6 30 src=2001:db8::77 size=100 / \
  >         icmp6 20 / icmp 10 / icmp 5 proto=253 / arp 5
  > }
  $ export -f counting traffic

Each with its ends as people write them; what is not IP is none.

  $ joined <<'END' | sed -E 's/ +[0-9]+\.[0-9]$/ N/'
  > counting <<< traffic
  > END
  SOURCE               DESTINATION        PROTOCOL  PACKETS  BYTES  LAST
  192.0.2.2:1000       192.0.2.1:9        UDP           600  36000 N
  192.0.2.2:33000      192.0.2.1:443      TCP            50   3600 N
  [2001:db8::2]:33000  [2001:db8::1]:443  TCP            40   3840 N
  [2001:db8::77]:1000  [2001:db8::1]:9    UDP            30   4860 N
  2001:db8::2          2001:db8::1        ICMPV6         20   1600 N
  192.0.2.2            192.0.2.1          ICMP           10    600 N
  192.0.2.2            192.0.2.1          253             5    300 N

  $ joined <<'END'
  > counting -j <<< traffic >out
  > jq -c '.[0].counts[] | del(.last_seen)' out
  > jq -c '.[0].counts[0] | keys_unsorted, (.last_seen | type)' out
  > jq -c '.[0] | keys, .lost' out
  > END
  {"saddr":"192.0.2.2","sport":1000,"daddr":"192.0.2.1","dport":9,"protocol":"UDP","number":17,"packets":600,"bytes":36000}
  {"saddr":"192.0.2.2","sport":33000,"daddr":"192.0.2.1","dport":443,"protocol":"TCP","number":6,"packets":50,"bytes":3600}
  {"saddr":"2001:db8::2","sport":33000,"daddr":"2001:db8::1","dport":443,"protocol":"TCP","number":6,"packets":40,"bytes":3840}
  {"saddr":"2001:db8::77","sport":1000,"daddr":"2001:db8::1","dport":9,"protocol":"UDP","number":17,"packets":30,"bytes":4860}
  {"saddr":"2001:db8::2","sport":0,"daddr":"2001:db8::1","dport":0,"protocol":"ICMPV6","number":58,"packets":20,"bytes":1600}
  {"saddr":"192.0.2.2","sport":0,"daddr":"192.0.2.1","dport":0,"protocol":"ICMP","number":1,"packets":10,"bytes":600}
  {"saddr":"192.0.2.2","sport":0,"daddr":"192.0.2.1","dport":0,"protocol":"253","number":253,"packets":5,"bytes":300}
  ["saddr","sport","daddr","dport","protocol","number","packets","bytes","last_seen"]
  "number"
  ["counts","lost","seconds"]
  0

The moment of the last packet is between two readings of the clock.

  $ joined <<'END'
  > clock() {
  >     python3 -c 'import time; print(time.monotonic_ns())'
  > }
  > mapctl counter start connections dev rx0
  > for i in 1 2; do
  >     before=$(clock)
  >     frames udp
  >     after=$(clock)
  >     seen=$(bpftool -j map dump pinned /sys/fs/bpf/mapctl/connections/connections |
  >         jq '.[0].formatted.value.last_seen')
  >     [ $before -lt $seen ] && [ $seen -lt $after ] && echo between
  > done
  > mapctl counter stop connections
  > END
  between
  between

--top, and a second: as far as the rounding of both, to packets and milliseconds, lets it be told.

  $ joined <<'END'
  > counting -j --rate --top 1 <<< traffic >out
  > jq -c 'def near($s; $n): (. * $s - $n) * (. * $s - $n) | . <= pow($s + $n * 0.001 / $s; 2);
  >     .[0] | .seconds as $s | .counts | length, (.[0] | keys_unsorted, .packets,
  >     (.packets_per_second | near($s; 600)), (.bytes_per_second | near($s; 36000)))' out
  > counting --rate --top 1 <<< traffic | head -n 1 | squeeze
  > END
  1
  ["saddr","sport","daddr","dport","protocol","number","packets","packets_per_second","bytes","bytes_per_second","last_seen"]
  600
  true
  true
  SOURCE DESTINATION PROTOCOL PACKETS/S BYTES/S LAST

What the map holds, and how its fields are read and written.

  $ joined <<'END'
  > mapctl counter start connections dev rx0
  > traffic
  > find /sys/fs/bpf/mapctl/connections -type f | sort
  > mapctl dump pinned /sys/fs/bpf/mapctl/connections/connections --as saddr=ipv6,daddr=ipv6,protocol=proto | sed -E 's/ +[0-9]+$//; 1s/ +last_seen//' | sort
  > m lookup pinned /sys/fs/bpf/mapctl/connections/connections --as saddr=ipv6,daddr=ipv6 key saddr=::ffff:192.0.2.2 \
  >     daddr=::ffff:192.0.2.1 sport=33000 dport=443 protocol=6 | sed -E '/last_seen/s/[0-9]+/N/'
  > m delete pinned /sys/fs/bpf/mapctl/connections/connections key saddr=::ffff:192.0.2.2 daddr=::ffff:192.0.2.1 sport=33000 dport=443 protocol=6
  > mapctl -j dump pinned /sys/fs/bpf/mapctl/connections/connections | jq length
  > bpftool -j map dump pinned /sys/fs/bpf/mapctl/connections/connections | jq -c '[.[].key | .[-3:]] | unique'
  > mapctl schema pinned /sys/fs/bpf/mapctl/connections/connections | sed -n '/^struct connection {/,/^}/p'
  > mapctl counter stop connections
  > END
  /sys/fs/bpf/mapctl/connections/connections
  /sys/fs/bpf/mapctl/connections/connections_lost
  /sys/fs/bpf/mapctl/connections/link
  2001:db8::2       2001:db8::1           0      0  ICMPV6         20   1600
  2001:db8::2       2001:db8::1       33000    443  TCP            40   3840
  2001:db8::77      2001:db8::1        1000      9  UDP            30   4860
  ::ffff:192.0.2.2  ::ffff:192.0.2.1      0      0  253             5    300
  ::ffff:192.0.2.2  ::ffff:192.0.2.1      0      0  ICMP           10    600
  ::ffff:192.0.2.2  ::ffff:192.0.2.1   1000      9  UDP           600  36000
  ::ffff:192.0.2.2  ::ffff:192.0.2.1  33000    443  TCP            50   3600
  saddr             daddr             sport  dport  protocol  packets  bytes
  key:
      saddr:    ::ffff:192.0.2.2
      daddr:    ::ffff:192.0.2.1
      sport:    33000
      dport:    443
      protocol: 6
  value:
      packets:   50
      bytes:     3600
      last_seen: N
  6
  [["0x00","0x00","0x00"]]
  struct connection {
  \t__u8 saddr[16]; (esc)
  \t__u8 daddr[16]; (esc)
  \t__be16 sport; (esc)
  \t__be16 dport; (esc)
  \t__u8 protocol; (esc)
  \tunsigned char _pad37[3]; (esc)
  };

More of them than there is room for: the counts of the latest are there, and nothing is lost.

  $ joined <<'END'
  > mapctl counter start connections dev rx0
  > cat >crowd.py <<'PY'
  > import sys
  > sys.path.insert(0, sys.argv[1])
  > import frames
  > frame = bytearray(frames.frame("udp"))
  > def crowd():
  >     for i in range(100000):
  >         frame[27:30] = i.to_bytes(3, "big")
  >         yield bytes(frame)
  > frames.BURST = 200
  > sys.exit(not frames.send(crowd()))
  > PY
  > PYTHONDONTWRITEBYTECODE=1 peer python3 crowd.py "$top_srcdir/tests/cli"
  > await '[ $(received) -ge 100000 ]'
  > bpftool -j map dump pinned /sys/fs/bpf/mapctl/connections/connections | jq -c 'map(.formatted) |
  >     length > 50000 and length <= 65536, all(.value.packets == 1),
  >     (map(.key.saddr[13:] | .[0] * 65536 + .[1] * 256 + .[2]) | max)'
  > mapctl -j counter list | jq -c '.[] | select(.name == "connections") | .state, .lost'
  > mapctl counter stop connections
  > END
  true
  true
  99999
  "running"
  0

Frames that lie, are cut off or go round in circles.

  $ joined <<'END'
  > PYTHONDONTWRITEBYTECODE=1 python3 $top_srcdir/tests/cli/hostile_frames.py connections $PEER
  > END
  sent 67, and 1000 at random

Both CPUs at once with connections that nobody has seen before: each packet counts.

  $ joined <<'END'
  > mapctl counter start connections dev rx0
  > cat >twice.py <<'PY'
  > import os, struct, sys
  > sys.path.insert(0, sys.argv[1])
  > import frames
  > os.sched_setaffinity(0, {int(sys.argv[2])})
  > whole = frames.frame("udp")
  > crowd = [whole[:34] + struct.pack("!H", port) + whole[36:] for port in range(1, 20001)]
  > open(f"ready.{os.getpid()}", "w").close()
  > os.read(0, 1)
  > sys.exit(not frames.send(crowd))
  > PY
  > export PYTHONDONTWRITEBYTECODE=1
  > mkfifo go
  > exec 9<>go
  > peer python3 twice.py "$top_srcdir/tests/cli" $FIRST <go &
  > first=$!
  > peer python3 twice.py "$top_srcdir/tests/cli" $LAST <go &
  > await '[ "$(ls ready.* 2>/dev/null | wc -l)" = 2 ]'
  > printf gg >&9
  > wait $first && wait $!
  > await '[ $(received) -ge 40000 ]'
  > mapctl -j dump pinned /sys/fs/bpf/mapctl/connections/connections | jq -c '[.[].value.packets] | length, unique'
  > mapctl -j counter list | jq -c '.[] | select(.name == "connections") | .lost'
  > mapctl counter stop connections
  > END
  20000
  [2]
  0

What found no room in each interval, also when somebody sets the count back.

  $ joined <<'END'
  > mapctl counter start connections dev rx0
  > lost=/sys/fs/bpf/mapctl/connections/connections_lost
  > mapctl update $lost key 0 value 5
  > mapctl --format jsonl counter run connections --interval 0.05 >lines & pid=$!
  > await '[ -s lines ]'
  > for value in 7 0 1; do
  >     mapctl update $lost key 0 value $value
  >     n=$(wc -l <lines); await '[ $(wc -l <lines) -gt $((n + 1)) ]'
  > done
  > kill -INT $pid; wait $pid
  > jq -c '.lost | select(. > 0)' lines
  > mapctl counter stop connections
  > END
  2
  1

A counter of the same interface, and options of others.

  $ joined <<'END'
  > mapctl counter start packets dev rx0
  > m counter run connections dev rx0 --duration 1; echo "[$?]"
  > m counter stop packets
  > m counter run connections dev rx0 --protocols; echo "[$?]"
  > ls /sys/fs/bpf/mapctl
  > END
  mapctl: start counter connections: rx0 has an XDP program already, that of counter packets; 'mapctl counter stop packets' takes it off
  [1]
  mapctl: counter run connections takes no --protocols
  [2]
