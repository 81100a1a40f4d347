  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf

  $ . "$top_srcdir/tests/cli/veth.sh"
  $ limited() {
  >     peer ip addr add 192.0.2.3/24 dev tx0
  >     m counter start ratelimit dev rx0 "$@"
  > }
  $ flood() {
  >     PYTHONDONTWRITEBYTECODE=1 python3 "$top_srcdir/tests/cli/flood.py" "$PEER" "$@"
  > }
  $ map() { echo "/sys/fs/bpf/mapctl/ratelimit/rate_limit$1"; }
  $ totals() { command mapctl -j lookup "$(map _stats)" --sum | jq -c .value; }

What has passed is what has arrived, and the rest was dropped.

  $ accounted() {
  >     totals | jq -c --argjson saw "$(<flood.json)" '
  >         .passed == $saw.arrived, .passed + .dropped == $saw.sent'
  > }
  $ export -f limited flood map totals accounted

Two sources send ten times what they may: each gets what its bucket allows, on its own.

  $ joined <<'END'
  > limited rate 100 burst 100
  > m counter list | grep -E 'NAME|ratelimit' | squeeze
  > flood 192.0.2.1 192.0.2.2 192.0.2.3 --rate 100 --burst 100 --pace 1000 --count 5000
  > accounted
  > jq -c .sent flood.json
  > m dump "$(map)" --as key=ipv4 | sed 's/ .*//' | sort
  > m counter stop ratelimit
  > flood 192.0.2.1 192.0.2.2 192.0.2.3 --count 300
  > ls /sys/fs/bpf/mapctl
  > END
  NAME STATE MAP DEV LOST SHOWS
  ratelimit running rate_limit rx0 0 packets dropped above a rate, by source
  192.0.2.2: as the bucket allows
  192.0.2.3: as the bucket allows
  true
  true
  10000
  192.0.2.2
  192.0.2.3
  KEY
  192.0.2.2: 300 of 300
  192.0.2.3: 300 of 300

One that sends less than it may loses nothing, whatever the other does.

  $ joined <<'END'
  > limited rate 50 burst 30
  > flood 192.0.2.1 192.0.2.2 --rate 50 --burst 30 --pace 2000 --count 2000 >one & one=$!
  > flood 192.0.2.1 192.0.2.3 --port 9998 --pace 20 --count 20
  > wait $one && cat one
  > m counter stop ratelimit
  > END
  192.0.2.3: 20 of 20
  192.0.2.2: as the bucket allows

The limit is changed while it runs: by the pin, as others may have a map of that name.

  $ change() { mapctl update pinned "$(map _config)" "$@"; }
  $ export -f change
  $ joined <<'END'
  > limited rate 100 burst 50
  > flood 192.0.2.1 192.0.2.2 --rate 100 --burst 50 --count 1500 \
  >     --at '0.5:200:200:bash -c "change value rate=200"'
  > accounted
  > m -j lookup "$(map _config)"
  > m counter stop ratelimit
  > END
  mapctl: note: map rate_limit_config: value: left out, and so zero: burst
  192.0.2.2: as the bucket allows
  true
  true
  {"key":0,"value":{"rate":200,"burst":0}}

  $ joined <<'END'
  > limited rate 100 burst 50
  > flood 192.0.2.1 192.0.2.2 --rate 100 --burst 50 --count 1500 \
  >     --at '0.5:200:50:bash -c "change set rate=200"' \
  >     --at '1.0:20:3:bash -c "change value rate=20 burst=3"'
  > accounted
  > m counter stop ratelimit
  > END
  192.0.2.2: as the bucket allows
  true
  true

A rate of 0: what is in the bucket passes, and then nothing; without a burst, nothing.

  $ joined <<'END'
  > limited rate 1 burst 5
  > m update "$(map _config)" value rate=0 burst=5
  > flood 192.0.2.1 192.0.2.2 --count 200
  > m update "$(map _config)" value rate=0
  > flood 192.0.2.1 192.0.2.2 192.0.2.3 --count 50
  > m counter stop ratelimit
  > END
  192.0.2.2: 5 of 200
  mapctl: note: map rate_limit_config: value: left out, and so zero: burst
  192.0.2.2: 0 of 50
  192.0.2.3: 0 of 50

Numbers that would overflow are as good as the largest.

  $ joined <<'END'
  > limited rate 1000000000 burst 1000000000
  > for limit in 18446744073709551615 1000000000 9223372036854775808; do
  >     m update "$(map _config)" value rate=$limit burst=$limit
  >     flood 192.0.2.1 192.0.2.2 --count 50
  >     m -j dump "$(map)" | jq -c '.[].value | .tokens >= 999999999, .billionths < 1000000000'
  > done
  > m counter stop ratelimit
  > END
  192.0.2.2: 50 of 50
  true
  true
  192.0.2.2: 50 of 50
  true
  true
  192.0.2.2: 50 of 50
  true
  true

Whatever somebody writes into a bucket, there is never more in it than the burst.

  $ joined <<'END'
  > limited rate 1 burst 5
  > m update "$(map _config)" value rate=0 burst=5
  > all=18446744073709551615
  > m update "$(map)" --as key=ipv4 key 192.0.2.2 value tokens=$all billionths=$all last_update=$all
  > flood 192.0.2.1 192.0.2.2 --count 50
  > m counter stop ratelimit
  > END
  192.0.2.2: 5 of 50

Failing open, the default, who has no bucket starts with a full one; closed, with an empty one.

  $ joined <<'END'
  > limited rate 100 burst 20 fail closed
  > flood 192.0.2.1 192.0.2.3 --count 1
  > flood 192.0.2.1 192.0.2.2 --rate 100 --burst 20 --empty --count 1000
  > m counter stop ratelimit
  > m counter start ratelimit dev rx0 rate 100 burst 20 fail open
  > flood 192.0.2.1 192.0.2.2 192.0.2.3 --count 1
  > m counter stop ratelimit
  > END
  192.0.2.3: 0 of 1
  192.0.2.2: as the bucket allows
  192.0.2.2: 1 of 1
  192.0.2.3: 1 of 1

So it is for one whose bucket had to make room for others, which are in use as well.

  $ cat >crowd.py <<'END'
  > import sys
  > sys.path.insert(0, sys.argv[1])
  > import frames
  > # To nobody: no receiver has work with them.
  > frame = bytearray(frames.frame("udp", src="10.0.0.0"))
  > frame[:6] = bytes.fromhex("020000000003")
  > def crowd(each, turn):
  >     for source in range(40000):
  >         frame[26:30] = (0x0a000000 + 40000 * turn + source).to_bytes(4, "big")
  >         for _ in range(each):
  >             yield frame
  > sys.exit(not frames.send(crowd(int(sys.argv[2]), int(sys.argv[3]))))
  > END
  $ crowd() {
  >     limited rate 1 burst 5 fail "$1"
  >     m update "$(map _config)" value rate=0 burst=5
  >     m update "$(map)" --as key=ipv4 key 192.0.2.2 value tokens=5 billionths=0 last_update=0
  >     flood 192.0.2.1 192.0.2.2 --count 50
  >     for ((turn = 0; turn < $3; turn++)); do
  >         command mapctl lookup "$(map)" --as key=ipv4 key 192.0.2.2 >/dev/null 2>&1 || break
  >         peer env PYTHONDONTWRITEBYTECODE=1 python3 crowd.py "$top_srcdir/tests/cli" "$2" "$turn"
  >     done
  >     m -j lookup "$(map)" --as key=ipv4 key 192.0.2.2 | sed 's/,"last.*//'
  >     flood 192.0.2.1 192.0.2.2 --count 50
  >     totals | jq ".passed + .dropped == $((turn * 40000 * $2 + 100))"
  >     m counter stop ratelimit
  > }
  $ export -f crowd
  $ joined <<'END'
  > crowd open 2 10
  > END
  192.0.2.2: 5 of 50
  {"error":"map rate_limit has no key 192.0.2.2","status":1}
  192.0.2.2: 5 of 50
  true
  $ joined <<'END'
  > crowd closed 2 10
  > END
  192.0.2.2: 5 of 50
  {"error":"map rate_limit has no key 192.0.2.2","status":1}
  192.0.2.2: 0 of 50
  true

Those that send a packet each, as somebody does who makes up addresses, make room for each other.

  $ joined <<'END'
  > crowd open 1 4
  > END
  192.0.2.2: 5 of 50
  {"key":"192.0.2.2","value":{"tokens":0,"billionths":0
  192.0.2.2: 0 of 50
  true

What is not IPv4, or broken, is no source's: it passes and is not counted.

  $ cat >verdicts.py <<'END'
  > import json, subprocess, sys
  > sys.path.insert(0, sys.argv[1])
  > import frames as f
  > def show(name, data):
  >     with open("frame", "wb") as file:
  >         file.write(data)
  >     ran = subprocess.run(["bpftool", "-j", "prog", "run", "id", sys.argv[2], "data_in", "frame"],
  >                          stdout=subprocess.PIPE, check=True)
  >     print(name, {1: "drop", 2: "pass"}[json.loads(ran.stdout)["retval"]])
  > show("first", f.frame("udp"))
  > show("second", f.frame("udp"))
  > show("tcp", f.frame("tcp"))
  > show("icmp", f.frame("icmp"))
  > show("tagged", f.frame("udp", tags=[5]))
  > show("twice tagged", f.frame("udp", tags=[5, 6]))
  > show("fragment", f.ethernet(f.IPV4, f.ipv4(17, bytes(40), fragment=0x2005)))
  > show("options", f.ethernet(f.IPV4, f.ipv4(17, bytes(40), options=bytes([1] * 8))))
  > show("another", f.frame("udp", src="192.0.2.3"))
  > show("another's second", f.frame("udp", src="192.0.2.3"))
  > show("arp", f.frame("arp"))
  > show("ipv6", f.frame("udp6"))
  > show("ipv6 of an IPv4 source", f.frame("udp6", src="::ffff:192.0.2.2"))
  > show("short header", f.ethernet(f.IPV4, f.ipv4(17, bytes(40), ihl=4)))
  > show("version 5", f.ethernet(f.IPV4, f.ipv4(17, bytes(40), version=5)))
  > show("cut off", f.frame("udp")[:30])
  > show("no type", f.ethernet(0x1234, bytes(40)))
  > END
  $ joined <<'END'
  > limited rate 1 burst 1
  > m update "$(map _config)" value rate=0 burst=1
  > PYTHONDONTWRITEBYTECODE=1 python3 verdicts.py "$top_srcdir/tests/cli" \
  >     "$(bpftool -j link show pinned /sys/fs/bpf/mapctl/ratelimit/link | jq .prog_id)"
  > totals
  > flood 2001:db8::1 2001:db8::2 --count 300
  > totals
  > m counter stop ratelimit
  > END
  first pass
  second drop
  tcp drop
  icmp drop
  tagged drop
  twice tagged drop
  fragment drop
  options drop
  another pass
  another's second drop
  arp pass
  ipv6 pass
  ipv6 of an IPv4 source pass
  short header pass
  version 5 pass
  cut off pass
  no type pass
  {"passed":2,"dropped":8}
  2001:db8::2: 300 of 300
  {"passed":2,"dropped":8}

Packets of one source on every CPU at once: to the billionth what came in is what went out, and what is left.

  $ joined <<'END'
  > limited rate 1000000 burst 1000000000 fail closed
  > python3 -c '
  > import sys
  > sys.path.insert(0, sys.argv[1])
  > sys.dont_write_bytecode = True
  > import frames
  > sys.stdout.buffer.write(frames.frame("udp"))' "$top_srcdir/tests/cli" >frame
  > id=$(bpftool -j link show pinned /sys/fs/bpf/mapctl/ratelimit/link | jq .prog_id)
  > bpftool prog run id "$id" data_in frame >/dev/null
  > totals >before
  > m -j dump "$(map)" >empty
  > jq -c '.[].value | del(.last_update)' empty
  > for cpu in $(taskset -cp $$ | sed 's/.*: //; s/[,-]/ /g'); do
  >     taskset -c "$cpu" bpftool prog run id "$id" data_in frame repeat 500000 >/dev/null &
  > done
  > wait
  > totals >after
  > m -j dump "$(map)" >rest
  > python3 -c '
  > import json
  > before, after = (json.load(open(name)) for name in ("before", "after"))
  > empty, rest = (json.load(open(name))[0]["value"] for name in ("empty", "rest"))
  > passed = after["passed"] - before["passed"]
  > came = (rest["last_update"] - empty["last_update"]) * 1000000
  > print(passed > 1000, (passed + rest["tokens"]) * 10**9 + rest["billionths"] - came)'
  > m counter stop ratelimit
  > END
  {"tokens":0,"billionths":0}
  True 0

Shown while it runs: each interval what passed and what did not, all together what was sent.

  $ shown() { # until FILE has so many lines of it
  >     await "[ -e '$1' ] && [ \"\$(grep -c -- '$2' '$1')\" -ge $3 ]" || cat "$1"
  > }
  $ export -f shown
  $ joined <<'END'
  > mapctl counter run ratelimit dev rx0 rate 100 burst 100 --interval 0.2 >shown & run=$!
  > shown shown 'no data' 1
  > flood 192.0.2.1 192.0.2.2 --rate 100 --burst 100 --count 1000
  > shown shown 'no data' $(($(grep -c 'no data' shown) + 2))
  > kill -INT $run
  > wait $run; echo "[$?]"
  > grep -vxE 'Passed: [0-9]+, Dropped: [0-9]+ \(rate limited\)|\(no data collected\)|' shown
  > sed -nE 's/Passed: ([0-9]+), Dropped: ([0-9]+).*/\1 \2/p' shown |
  >     awk '{ passed += $1; dropped += $2; n++ } END { print passed, passed + dropped, (n > 2) }' |
  >     diff - <(jq -r '"\(.arrived) \(.sent) 1"' flood.json)
  > m counter list | grep ratelimit | squeeze
  > END
  192.0.2.2: as the bucket allows
  [0]
  ratelimit stopped rate_limit - 0 packets dropped above a rate, by source

  $ joined <<'END'
  > limited rate 10
  > mapctl --format jsonl counter run ratelimit --interval 0.2 >shown & run=$!
  > shown shown seconds 1
  > flood 192.0.2.1 192.0.2.2 --rate 10 --burst 10 --count 300
  > shown shown '\[\]' $(($(grep -c '\[\]' shown) + 2))
  > kill -INT $run
  > wait $run
  > jq -c '.counts[] | keys' shown | uniq
  > jq -s '[.[].counts[]] | { arrived: map(.passed) | add, sent: map(.passed + .dropped) | add }' shown |
  >     diff - <(jq '{arrived, sent}' flood.json)
  > m counter list | grep ratelimit | squeeze
  > m counter stop ratelimit
  > END
  192.0.2.2: as the bucket allows
  ["dropped","passed"]
  ratelimit running rate_limit rx0 0 packets dropped above a rate, by source

It ends by itself, and takes the limit with it.

  $ joined <<'END'
  > started=$EPOCHREALTIME
  > limited rate 1 burst 1 --for 2s
  > await 'command mapctl counter list | grep -q "ratelimit *stopped"'
  > [ $((${EPOCHREALTIME/[.,]/} - ${started/[.,]/})) -ge 2000000 ] || echo 'too early'
  > m counter list | grep ratelimit | squeeze
  > ip -j link show rx0 | jq -c '.[].xdp'
  > flood 192.0.2.1 192.0.2.2 192.0.2.3 --count 100
  > ls /sys/fs/bpf/mapctl
  > END
  ratelimit stopped rate_limit - 0 packets dropped above a rate, by source
  null
  192.0.2.2: 100 of 100
  192.0.2.3: 100 of 100

What it is told wrong.

  $ joined <<'END'
  > m counter start ratelimit dev rx0; echo "[$?]"
  > m counter start ratelimit rate 5; echo "[$?]"
  > m counter start ratelimit dev rx0 rate 0; echo "[$?]"
  > m counter start ratelimit dev rx0 rate 1000000001; echo "[$?]"
  > m counter start ratelimit dev rx0 rate 5 burst 1000000001; echo "[$?]"
  > m counter start ratelimit dev rx0 rate 5 fail shut; echo "[$?]"
  > m counter start ratelimit dev rx0 rate 5 fail; echo "[$?]"
  > m counter start ratelimit dev rx0 rate 5 rate 6; echo "[$?]"
  > m counter start ratelimit dev rx0 rate 5 color 6; echo "[$?]"
  > m counter list | grep ratelimit | squeeze
  > ls /sys/fs/bpf | grep mapctl
  > END
  mapctl: counter ratelimit: 'rate' is missing; it takes 'dev IF rate N [burst N] [fail open|closed]'
  [2]
  mapctl: counter ratelimit: the interface is missing; it takes 'dev IF rate N [burst N] [fail open|closed]'
  [2]
  mapctl: counter ratelimit: 'rate' is a number from 1 to 1000000000, not '0'
  [2]
  mapctl: counter ratelimit: 'rate' is a number from 1 to 1000000000, not '1000000001'
  [2]
  mapctl: counter ratelimit: 'burst' is a number from 0 to 1000000000, not '1000000001'
  [2]
  mapctl: counter ratelimit: 'fail' is open|closed, not 'shut'
  [2]
  mapctl: counter ratelimit: 'fail' needs a value behind it; it takes 'dev IF rate N [burst N] [fail open|closed]'
  [2]
  mapctl: counter ratelimit: 'rate' is there twice
  [2]
  mapctl: counter ratelimit: does not know what to do with 'color'; it takes 'dev IF rate N [burst N] [fail open|closed]'
  [2]
  ratelimit stopped rate_limit - 0 packets dropped above a rate, by source
  [1]
