  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf
  $ . "$top_srcdir/tests/cli/veth.sh"

The CPUs that are online, as others than mapctl count them, and the first and the last.

  $ CPUS=$(lscpu --online --parse=CPU | grep -v '#' | paste -sd ' ')
  $ export CPUS FIRST=${CPUS%% *} LAST=${CPUS##* }

counting OPTION...: what `counter run packets` prints of what runs meanwhile, on standard input.
It ends when that has ended.

  $ counting() {
  >     mapctl counter run packets dev rx0 --interval 1h "$@" >"$HERE/counted" &
  >     local pid=$!
  >     await '[ -e /sys/fs/bpf/mapctl/packets/link ]' && . /dev/stdin
  >     kill -INT $pid
  >     wait $pid || echo "[$?]"
  >     cat "$HERE/counted"
  > }
  $ export -f counting

Each packet counts once, on the CPU that it came in on; and nothing else does. The kernel's own
counter of the interface agrees; its bytes are without Ethernet headers.

  $ joined <<'END'
  > mapctl counter start packets dev rx0
  > find /sys/fs/bpf/mapctl/packets -type f | sort
  > ip -j link show rx0 | jq -c '.[0].xdp.prog | .name'
  > for kind in icmp udp tcp icmp6 udp6 tcp6 arp; do
  >     frames $kind 1000 cpu=$FIRST / $kind 500 cpu=$LAST
  > done
  > frames udp 100 vlan=5 cpu=$FIRST / udp6 100 vlan=5,6 / udp 100 vlan=5,6,7 / icmp 10 proto=253
  > received
  > mapctl -j dump pinned /sys/fs/bpf/mapctl/packets/packet_counts | jq -c '[.[0].values[].value] | add'
  > mapctl -j dump pinned /sys/fs/bpf/mapctl/packets/packet_counts | jq -c --argjson first $FIRST --argjson last $LAST '
  >     .[0].values | map({(.cpu | tostring): .value}) | add |
  >     if $first == $last then .["\($first)"] == 10810
  >     else [.["\($first)"], .["\($last)"]] == [7310, 3500] end'
  > mapctl dump pinned /sys/fs/bpf/mapctl/packets/protocol_stats --sum --nonzero
  > mapctl -j dump pinned /sys/fs/bpf/mapctl/packets/protocol_stats --sum | jq '[.[].value.packets] | add'
  > echo $(($(mapctl -j dump pinned /sys/fs/bpf/mapctl/packets/protocol_stats --sum | jq '[.[].value.bytes] | add') - 14 * 10810 - $(received bytes)))
  > mapctl counter stop packets
  > ip -j link show rx0 | jq -c '.[0].xdp'
  > frames udp 10
  > ls /sys/fs/bpf/mapctl
  > END
  /sys/fs/bpf/mapctl/packets/link
  /sys/fs/bpf/mapctl/packets/packet_counts
  /sys/fs/bpf/mapctl/packets/protocol_stats
  "count_packets"
  10810
  10810
  true
  KEY  packets   bytes
    1     1500   90000
    6     3000  246000
   17     3200  225200
   58     1500  120000
  253       10     600
  255     1600   70200
  10810
  0
  null

Real sockets get what is counted.

  $ cat >receive.py <<'END'
  > import socket, sys
  > sockets = [socket.socket(family, socket.SOCK_DGRAM) for family in (socket.AF_INET, socket.AF_INET6)]
  > for s, address in zip(sockets, ("192.0.2.1", "2001:db8::1")):
  >     s.bind((address, 5353))
  >     s.settimeout(20)
  > print("listens", flush=True)
  > for s in sockets:
  >     for i in range(100):
  >         assert s.recv(100) == b"datagram %d\n" % i
  > print("received all, in order")
  > END
  $ joined <<'END'
  > mapctl counter start packets dev rx0
  > python3 receive.py >received &
  > await '[ -s received ]'
  > peer bash -c '
  >     for address in 192.0.2.1 2001:db8::1; do
  >         for i in {0..99}; do echo "datagram $i" >/dev/udp/$address/5353; done
  >     done'
  > wait $!
  > cat received
  > mapctl -j dump pinned /sys/fs/bpf/mapctl/packets/protocol_stats --sum | jq -c '.[] | select(.value.packets > 0)'
  > END
  listens
  received all, in order
  {"key":17,"value":{"packets":200,"bytes":12780}}

A column for each CPU that is online, and the total.

  $ joined <<'END' >out
  > counting <<< 'frames udp 300 cpu=$FIRST / udp6 40 cpu=$LAST'
  > END
  $ awk -v cpus="$CPUS" 'NR == 1 {
  >     n = split(cpus, cpu)
  >     for (i = 1; i <= n; i++)
  >         if ($i != "CPU" cpu[i])
  >             print "not of CPU " cpu[i] ": " $i
  >     print $NF, NF - n
  > }
  > NR == 2 {
  >     for (i = 1; i < NF; i++)
  >         sum += $i
  >     print $NF, sum, $1 == (n == 1 ? 340 : 300)
  > }
  > END { print NR }' out
  TOTAL 1
  340 340 1
  2

  $ joined <<'END' >out
  > counting -j <<< 'frames udp 300 cpu=$FIRST / udp6 40 cpu=$LAST'
  > END
  $ jq -c --arg cpus "$CPUS" '.[0].counts[0] | .packets, ([.cpus[].packets] | add),
  >     ([.cpus[].cpu] == ($cpus | split(" ") | map(tonumber))), (keys | sort)' out
  340
  340
  true
  ["cpus","packets"]
  $ jq -c '.[0] | keys, .lost, (.counts | length)' out
  ["counts","lost","seconds"]
  0
  1

However many CPUs there are, each has its column.

  $ MANY=$(($(possible_cpus) + 100)); export MANY
  $ joined <<'END' >out
  > echo 0-$((MANY - 1)) >all
  > for which in possible online; do mount --bind all /sys/devices/system/cpu/$which; done
  > counting <<< 'frames udp 300 cpu=$FIRST / udp6 40 cpu=$LAST'
  > END
  $ awk 'NR == 1 { for (i = 1; i <= NF; i++) n += $i == "CPU" i - 1; print n - ENVIRON["MANY"], $NF }
  >     NR == 2 { print NF - ENVIRON["MANY"], $NF } END { print NR }' out
  0 TOTAL
  1 340
  2

What a CPU has counted that is offline now is in the total alone.

  $ joined <<'END'
  > [ $FIRST != $LAST ] || exec cat <<< '[340,[40],[0]]'
  > echo $LAST >online
  > mount --bind online /sys/devices/system/cpu/online
  > counting -j <<< 'frames udp 300 cpu=$FIRST / udp6 40 cpu=$LAST' |
  >     jq -c --argjson last $LAST \
  >         '.[0].counts[0] | [.packets, [.cpus[].packets], [.cpus[].cpu - $last]]'
  > END
  [340,[40],[0]]

By protocol, the one with most packets first.

  $ joined <<'END'
  > counting --protocols <<< '
  >     frames tcp 30 / udp 20 / icmp6 11 / arp 13 / udp6 5 / tcp 2 vlan=7 / icmp 4 proto=250'
  > counting --protocols --numeric --top 2 <<< 'frames udp / arp 3 / icmp 2'
  > counting --protocols -j <<< 'frames udp / arp 3 / icmp 2 proto=250' | jq -c '.[0].counts[]'
  > END
  PROTOCOL  PACKETS  BYTES
  TCP            32   2312
  UDP            25   1600
  other          13    546
  ICMPV6         11    880
  250             4    240
  PROTOCOL  PACKETS  BYTES
  255             3    126
  1               2    120
  {"protocol":"other","number":255,"packets":3,"bytes":126}
  {"protocol":"250","number":250,"packets":2,"bytes":120}
  {"protocol":"UDP","number":17,"packets":1,"bytes":60}

A second: as far as the rounding of both, to packets and milliseconds, lets it be told.

  $ joined <<'END' >out
  > counting -j --rate <<< 'frames udp 500'
  > counting -j --rate --protocols <<< 'frames udp6 500'
  > END
  $ jq -c 'def near($s; $n; $parts): (. * $s - $n) * (. * $s - $n) |
  >         . <= pow($s * $parts + $n * 0.001 / $s; 2);
  >     .[0] | .seconds as $s | .counts[0] | keys, (.packets_per_second | near($s; 500; 1)),
  >     if .cpus then (.cpus | length) as $n | [.cpus[].packets_per_second] | add | near($s; 500; $n)
  >     else .bytes_per_second | near($s; 500 * 80; 1) end' out
  ["cpus","packets","packets_per_second"]
  true
  true
  ["bytes","bytes_per_second","number","packets","packets_per_second","protocol"]
  true
  true
  $ joined <<'END' | sed -E 's/[0-9]+$/N/; s/ +/ /g; s/[0-9]+ N/N N/'
  > counting --rate --protocols <<< 'frames udp 500'
  > END
  PROTOCOL PACKETS/S BYTES/S
  UDP N N

Each interval has its own packets: all together they are what was sent. Nothing is a line, too.

  $ joined <<'END'
  > mapctl counter run packets dev rx0 --interval 0.05 >tables &
  > pid=$!
  > await '[ -s tables ]'
  > for i in 1 2 3; do
  >     frames udp 400 cpu=$FIRST / udp6 100 cpu=$LAST
  >     tables=$(grep -c data tables)
  >     await '[ $(grep -c data tables) -gt $tables ]'
  > done
  > kill -INT $pid
  > wait $pid; echo "[$?]"
  > head -n 1 tables
  > awk '/TOTAL/ { getline; sum += $NF; for (i = 1; i < NF; i++) cpus += $i } END { print sum, cpus }' tables
  > grep -v -e TOTAL -e '^(no data collected)$' -e '^ *[0-9 ]*[0-9]$' -e '^$' tables
  > ls /sys/fs/bpf/mapctl
  > ip -j link show rx0 | jq -c '.[0].xdp'
  > END
  [0]
  (no data collected)
  1500 1500
  null

One that runs already is shown, from now on, and goes on.

  $ joined <<'END'
  > mapctl counter start packets dev rx0
  > frames udp 100
  > mapctl counter run packets --interval 0.05 --format jsonl >lines &
  > pid=$!
  > await '[ -s lines ]'
  > frames udp 10
  > await 'grep -q packets lines'
  > kill -INT $pid
  > wait $pid; echo "[$?]"
  > jq -s '[.[].counts[].packets] | add' lines
  > mapctl counter list | grep ^packets
  > mapctl counter stop packets
  > END
  [0]
  10
  packets      running  packet_counts   rx0     0  packets received, by CPU and protocol

Frames that lie, are cut off or go round in circles count once, as they should, and arrive as they
do without the counter.

  $ joined <<'END'
  > PYTHONDONTWRITEBYTECODE=1 python3 $top_srcdir/tests/cli/hostile_frames.py packets $PEER
  > END
  sent 67, and 1000 at random

Where the driver does not take it, as that of veth where the other end has more queues, it is
behind the driver.

  $ joined <<'END'
  > ip link add rx1 numrxqueues 1 numtxqueues 1 type veth peer name tx1 numrxqueues 2 numtxqueues 2
  > ip link set rx1 up && ip link set tx1 up
  > await 'ip -j link show rx1 | grep -q LOWER_UP'
  > mapctl counter start packets dev rx1
  > ip -j link show rx1 | jq -c '.[0].xdp | .mode, .prog.name'
  > PYTHONDONTWRITEBYTECODE=1 python3 $top_srcdir/tests/cli/frames.py udp 100 dev=tx1 / udp6 50 dev=tx1 vlan=5,6
  > await '[ "$(mapctl -j dump pinned /sys/fs/bpf/mapctl/packets/packet_counts --sum | jq ".[].value")" -ge 150 ]'
  > mapctl dump pinned /sys/fs/bpf/mapctl/packets/protocol_stats --sum --nonzero
  > m counter start connections dev rx1; echo "[$?]"
  > mapctl counter stop packets
  > ip -j link show rx1 | jq -c '.[0].xdp'
  > END
  2
  "count_packets"
  KEY  packets  bytes
   17      150  10400
  mapctl: start counter connections: rx1 has an XDP program already, that of counter packets; 'mapctl counter stop packets' takes it off
  [1]
  null

Another program on the interface stays, and mapctl's does not come beside it.

  $ xdp() {
  >     ip -j link show rx0 | jq -c '.[0].xdp.prog | .id, .name'
  > }
  $ export -f xdp
  $ joined <<'END'
  > mapctl counter start connections dev rx0
  > xdp >before
  > m counter start packets dev rx0; echo "[$?]"
  > m counter run packets dev rx0 --duration 1; echo "[$?]"
  > m counter list | grep -e ^packets -e ^connections
  > ls /sys/fs/bpf/mapctl
  > xdp | cmp - before
  > frames udp 10
  > mapctl -j dump pinned /sys/fs/bpf/mapctl/connections/connections | jq '.[].value.packets'
  > mapctl counter stop connections
  > END
  mapctl: start counter packets: rx0 has an XDP program already, that of counter connections; 'mapctl counter stop connections' takes it off
  [1]
  mapctl: start counter packets: rx0 has an XDP program already, that of counter connections; 'mapctl counter stop connections' takes it off
  [1]
  packets      stopped  packet_counts   -       0  packets received, by CPU and protocol
  connections  running  connections     rx0     0  packets received, by connection
  connections
  10

  $ joined <<'END'
  > mapctl counter start packets dev rx0
  > id=$(ip -j link show rx0 | jq '.[0].xdp.prog.id')
  > bpftool prog pin id $id /sys/fs/bpf/prog
  > mapctl counter stop packets
  > bpftool net attach xdp pinned /sys/fs/bpf/prog dev rx0
  > xdp >before
  > m counter start packets dev rx0; echo "[$?]"
  > xdp | cmp - before
  > ls /sys/fs/bpf/mapctl
  > bpftool net detach xdp dev rx0
  > m counter start packets dev rx0
  > m counter stop packets
  > END
  mapctl: start counter packets: rx0 has an XDP program already: count_packets, id ID; it is not replaced
  [1]

No interface.

  $ joined <<'END'
  > m counter start packets; echo "[$?]"
  > m counter start packets dev rx1; echo "[$?]"
  > m counter start packets dev ''; echo "[$?]"
  > m counter run packets dev rx1; echo "[$?]"
  > m counter start packets dev rx0 rate 5; echo "[$?]"
  > m counter run packets dev rx0 --per-process; echo "[$?]"
  > ls /sys/fs/bpf/ | grep mapctl
  > END
  mapctl: counter packets: the interface is missing; it takes 'dev IF'
  [2]
  mapctl: start counter packets: there is no interface 'rx1'; did you mean 'rx0'?
  [3]
  mapctl: start counter packets: there is no interface ''; 'ip link' shows which there are
  [3]
  mapctl: start counter packets: there is no interface 'rx1'; did you mean 'rx0'?
  [3]
  mapctl: counter packets: does not know what to do with 'rate'; it takes 'dev IF'
  [2]
  mapctl: counter run packets takes no --per-process
  [2]
  [1]

One that goes.

  $ joined <<'END'
  > mapctl counter run packets dev rx0 --interval 0.05 >going 2>errors &
  > pid=$!
  > await '[ -s going ]'
  > ip link del rx0
  > wait $pid; echo "[$?]"
  > cat errors
  > ls /sys/fs/bpf/mapctl
  > END
  [1]
  mapctl: counter packets: its interface has gone, or it was taken off it

  $ joined <<'END'
  > mapctl counter start packets dev rx0
  > frames udp 5
  > ip link del rx0
  > m counter list | grep ^packets
  > mapctl -j dump pinned /sys/fs/bpf/mapctl/packets/protocol_stats --sum | jq '[.[].value.packets] | add'
  > m counter run packets --duration 1; echo "[$?]"
  > m counter stop packets; echo "[$?]"
  > ls /sys/fs/bpf/mapctl
  > END
  packets      detached  packet_counts   -       0  packets received, by CPU and protocol
  5
  mapctl: start counter packets: it was on an interface that has gone, or was taken off it; 'mapctl counter stop packets' cleans up
  [1]
  [0]
