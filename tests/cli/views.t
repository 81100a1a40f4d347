Views: a field shown, and taken, as something else than its type has it.

  $ animals
  $ bpftool map create "$BPFFS/plain" type hash key 4 value 8 entries 32 name "${PREFIX}plain"
  $ bytes() { bpftool -j map lookup pinned "$BPFFS/plain" key $1 | jq -r '.value | map(.[2:]) | join(" ")'; }

A map without types: its whole key, its whole value, both ways.

  $ p update plain --as key=ipv4,value=bytes key 10.0.0.1 value 1.5M
  $ p update plain --as key=ipv4,value=hex key 0x0a000002 value 0x10
  $ bytes '10 0 0 1'
  00 00 18 00 00 00 00 00
  $ p dump plain --as key=ipv4,value=bytes | sort
  10.0.0.1  1536K
  10.0.0.2     16
  KEY       VALUE
  $ p lookup plain --as key=ipv4,value=hex -j key 10.0.0.1
  {"key":"10.0.0.1","value":"0x180000"}
  $ p lookup plain --as key=ipv4,value=bytes -j key '"10.0.0.1"'
  {"key":"10.0.0.1","value":1572864}
  $ p lookup plain --as key=be32,value=percent -j key 167772161
  {"key":167772161,"value":1572864}
  $ p lookup plain --as value=percent key 10 0 0 2
  key:   0a 00 00 02
  value: 16%
  $ p lookup plain --as key=hex,value=be64 key 0x0200000a
  key:   0x200000a
  value: 1152921504606846976
  $ p lookup plain --as key=char key '\x0a\x00\x00\x02'
  key:   "\x0a\x00\x00\x02"
  value: 10 00 00 00 00 00 00 00
  $ p delete plain --as key=ipv4 key 10.0.0.2
  $ p getnext plain --as key=ipv4 -j
  {"key":null,"next_key":"10.0.0.1"}

Fields of a type: of the key, of the value, or of whichever has them.

  $ p dump flow --as saddr=ipv4,protocol=proto,value.packets=bytes,value.bytes=percent
  saddr     dport  protocol  packets  bytes
  10.0.0.1    443  TCP             5   600%
  $ p lookup flow -j --as key.saddr=ipv4,protocol=hex key saddr=10.0.0.1 dport=443 protocol=0x6
  {"key":{"saddr":"10.0.0.1","dport":443,"protocol":"0x6"},"value":{"packets":5,"bytes":600}}
  $ p lookup flow -j --as saddr=ipv4,protocol=proto key "$(mapctl -j dump pinned "$BPFFS/flow" --as saddr=ipv4,protocol=proto | jq -c '.[0].key')"
  {"key":{"saddr":"10.0.0.1","dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}
  $ p lookup lpm4 --as addr=ipv4 key 10.0.0.0/8
  mapctl: map lpm4: key: '10.0.0.0/8' is not its fields: FIELD=VALUE, or {...} in JSON
  [2]
  $ p lookup lpm4 -j --as addr=ipv4 key prefixlen=8 addr=10.0.0.0
  {"key":{"prefixlen":8,"addr":"10.0.0.0"},"value":8}
  $ p lookup name --as key=hex key '65 74 68 30 00 00 00 00 00 00 00 00 00 00 00 00' | tail -1
  value: 1
  $ p lookup name --as key=hex key 65746830000000000000000000000000
  key:   65 74 68 30 00 00 00 00 00 00 00 00 00 00 00 00
  value: 1

A struct is as many bytes as its type says, padding, and what a flexible array takes, among them.

  $ bpftool map create "$BPFFS/padded" type hash key 16 value 8 entries 4 name "${PREFIX}padded"
  $ bpftool map update pinned "$BPFFS/padded" key 1 0 0 0 0 0 0 0 2 3 3 3 3 3 3 3 value 1 2 3 4 5 6 7 8
  $ pad() { p "$1" padded --key-type 'struct { struct { u64 a; u8 b; } s; }' --value-type "$2" "${@:3}"; }
  $ pad dump 'struct { u8 a; u8 b[]; }' --as key=hex,value=hex
  KEY                                              VALUE
  01 00 00 00 00 00 00 00 02 03 03 03 03 03 03 03  01 02 03 04 05 06 07 08
  $ pad lookup 'struct { u32 a; u8 b; }' --as key=hex,value=be64 -j key 01000000000000000203030303030303
  {"key":"01000000000000000203030303030303","value":72623859790382856}
  $ pad dump 'struct { struct { u16 a; u8 b; } e[2]; }' --as s=ipv6,e=ipv4 -j
  [{"key":{"s":"100::203:303:303:303"},"value":{"e":["1.2.3.4","5.6.7.8"]}}]
  $ pad update 'struct { u32 a; u8 b; }' --as s=hex,value=hex key '{"s":"01000000000000000203030303030304"}' value 1122334455667788
  $ bpftool -j map lookup pinned "$BPFFS/padded" key 1 0 0 0 0 0 0 0 2 3 3 3 3 3 3 4 | jq -c '.value | map(.[2:]) | join("")'
  "1122334455667788"

A view makes no types.

  $ j 'del(.id)' schema pinned "$BPFFS/plain" --as key=ipv4,value=hex
  {"name":"plain","type":"hash","key":{"size":4,"type":null,"c":null},"value":{"size":8,"type":null,"c":null}}
  $ p schema plain --as key=ipv4 | grep key
  \t__uint(key_size, 4); (esc)

Every view, by number and by name, and what bpftool finds of it.

  $ bpftool map create "$BPFFS/wide" type hash key 16 value 6 entries 4 name "${PREFIX}wide"
  $ p update wide --as key=ipv6,value=mac key 2001:db8::1 value 02:00:5E:10:00:ff
  $ bpftool -j map dump pinned "$BPFFS/wide" | jq -c '.[] | (.key, .value) | map(.[2:]) | join("")'
  "20010db8000000000000000000000001"
  "02005e1000ff"
  $ p dump wide --as key=ipv6,value=mac
  KEY          VALUE
  2001:db8::1  02:00:5e:10:00:ff
  $ p update wide --as key=comm,value=char key bash value 'a\x80b'
  $ p lookup wide -j --as key=comm,value=char key bash
  {"key":"bash","value":"a\\x80b"}
  $ p update plain --as value=time key 1 0 0 0 value 2024-02-29T23:59:59.000000001Z
  $ bytes '1 0 0 0'
  01 36 4e d4 e8 7a b8 17
  $ p lookup plain --as key=time,value=time -j key 1
  {"key":"1970-01-01T00:00:01Z","value":"2024-02-29T23:59:59.000000001Z"}
  $ p update plain --as value=uid key 2 0 0 0 value root
  $ bytes '2 0 0 0'
  00 00 00 00 00 00 00 00
  $ for view in uid gid ifindex errno proto; do p lookup plain -j --as key=$view key 1 | jq -c "[.key == ($(case $view in
  >     uid) getent passwd 1;; gid) getent group 1;; ifindex) echo lo;; errno) echo EPERM;; proto) echo ICMP;;
  > esac | sed 's/:.*//; s/.*/"&"/'))]"; done
  [true]
  [true]
  [true]
  [true]
  [true]
  $ p lookup plain -j --as key=ifindex key lo | jq -c .key
  "lo"
  $ p update plain --as value=errno key 3 0 0 0 value -ENOENT
  $ bytes '3 0 0 0'
  fe ff ff ff ff ff ff ff
  $ p lookup plain -j --as value=errno key 3 0 0 0
  {"key":"03000000","value":"-ENOENT"}
  $ nr=$(printf '#include <sys/syscall.h>\nSYS_execve\n' | ${CC:-cc} -E -P - | tail -1)
  $ p update plain --as key=syscall,value=syscall key execve value execve
  $ [ "$(bpftool -j map lookup pinned "$BPFFS/plain" key $nr 0 0 0 | jq -r '.value[0]')" = "$(printf 0x%02x $nr)" ]
  $ p lookup plain --as key=syscall,value=syscall key $nr
  key:   execve
  value: execve

System calls that nobody has a name for.

  $ p update plain --as value=syscall key 8 0 0 0 value 100000
  $ p lookup plain --as value=syscall -j key 8 0 0 0
  {"key":"08000000","value":100000}

Processes with their number, cgroups by path, the kernel's functions, its clock.

  $ stay sleep 100
  $ pid=$!
  $ await '[ "$(cat /proc/$pid/comm)" = sleep ]'
  $ p update plain --as value=pid key 4 0 0 0 value "sleep($pid)"
  $ [ "$(mapctl -j lookup pinned "$BPFFS/plain" --as value=pid key 4 0 0 0 | jq -r .value)" = "sleep($pid)" ]
  $ [ "$(mapctl -j lookup pinned "$BPFFS/plain" --numeric --as value=pid key 4 0 0 0 | jq -r .value)" = $pid ]
  $ root=$(findmnt -n -t cgroup2 -o TARGET | head -1)
  $ if [ -n "$root" ]; then p update plain --as value=cgroup key 5 0 0 0 value /; fi
  $ [ "$(mapctl -j lookup pinned "$BPFFS/plain" --numeric --as value=cgroup key 5 0 0 0 | jq -r .value)" = "$(stat -c %i "$root")" ]
  $ p lookup plain --as value=cgroup -j key 5 0 0 0
  {"key":"05000000","value":"/"}
  $ if [ -n "$root" ] && mkdir "$root/.$PREFIX" && p update plain --as value=cgroup key 5 0 0 0 value "/.$PREFIX" && rmdir "$root/.$PREFIX"; then echo made; fi
  made
  $ symbol=$(awk '$2 == "T" { n[$3]++; at[$1]++; address[$3] = $1; order[++i] = $3 }
  >     END { for (; i; i--) if (n[order[i]] == 1 && at[address[order[i]]] == 1) { print order[i]; exit } }' /proc/kallsyms)
  $ p update plain --as value=ksym key 6 0 0 0 value "$symbol+0x2"
  $ [ "$(mapctl -j lookup pinned "$BPFFS/plain" --as value=ksym key 6 0 0 0 | jq -r .value)" = "$symbol+0x2" ]
  $ [ "$(bytes '6 0 0 0' | tr ' ' '\n' | tac | tr -d '\n')" = "$(printf %016x $((0x$(awk -v s="$symbol" '$3 == s { print $1 }' /proc/kallsyms) + 2)))" ]
  $ now=$(date -u +%Y-%m-%dT%H:%M:%S.%NZ)
  $ p update plain --as value=ktime key 7 0 0 0 value "$now"
  $ [ "$(mapctl -j lookup pinned "$BPFFS/plain" --as value=ktime key 7 0 0 0 | jq -r .value)" = "$now" ]
  $ j '.value' lookup pinned "$BPFFS/plain" --value-type u64 key 7 0 0 0 | awk '{ getline up < "/proc/uptime"; split(up, s, " "); exit !($1 / 1e9 - s[1] < 10 && s[1] - $1 / 1e9 < 10) }'

Without names.

  $ p lookup plain --numeric -j --as key=uid,value=errno key 3
  {"key":3,"value":18446744073709551614}
  $ p lookup plain --numeric --as key=ipv4,value=bytes key 10.0.0.1
  key:   10.0.0.1
  value: 1572864

The values of all CPUs: amounts add up.

  $ p dump percpu_array --sum --as value=bytes > "$HERE/sum" && p dump percpu_array --sum | diff - "$HERE/sum"

  $ p dump percpu_array --sum -j --as value=time | jq -c '[.[].value]'
  ["1970-01-01T00:00:00.000000000Z","1970-01-01T00:00:00.000001000Z"]
  $ p dump percpu_array --sum -j --as value=hex | jq -c '[.[].value]'
  ["0x1","0x7d1"]

Formats that show bytes, or bpftool's types, take the same.

  $ p lookup plain --format hex --as key=ipv4 key 10.0.0.1
  key: 0a 00 00 01  value: 00 00 18 00 00 00 00 00
  $ diff <(mapctl --format bpftool lookup pinned "$BPFFS/plain" --as key=ipv4 key 10.0.0.1) \
  >     <(bpftool -j map lookup pinned "$BPFFS/plain" key 10 0 0 1)
  $ diff <(mapctl --format bpftool lookup pinned "$BPFFS/flow" --as protocol=proto key saddr=10.0.0.1 dport=443 protocol=tcp) \
  >     <(bpftool -j map lookup pinned "$BPFFS/flow" key hex 0a 00 00 01 01 bb 06 00)

What is refused, and changes nothing.

  $ before=$(bpftool map dump pinned "$BPFFS/plain" | sort | cksum)
  $ p update plain --as key=ipv4,value=uid key 10.0.0.1 value nobody-has-this-name
  mapctl: map plain: value: 'nobody-has-this-name' does not fit uid: a user's name, or 0 to 18446744073709551615
  [2]
  $ p update plain --as key=ipv4,value=bytes key 10.0.0 value 1
  mapctl: map plain: key: '10.0.0' does not fit ipv4: an IPv4 address, or 0 to 4294967295
  [2]
  $ p update plain --as value=bytes key 1 0 0 0 value 1.3K
  mapctl: map plain: value: '1.3K' does not fit bytes: a number with K, M, G, T, P or E behind it, or 0 to 18446744073709551615
  [2]
  $ p update plain --as value=time key 1 0 0 0 value 2023-02-29T00:00:00Z
  mapctl: map plain: value: '2023-02-29T00:00:00Z' does not fit time: a time like 2026-11-21T09:30:00Z, or 0 to 18446744073709551615
  [2]
  $ [ "$before" = "$(bpftool map dump pinned "$BPFFS/plain" | sort | cksum)" ]
  $ p dump plain --as key=ipv5
  mapctl: map plain: --as key=ipv5: there is no view 'ipv5'; did you mean 'ipv4'?
  [2]
  $ p dump plain --as key
  mapctl: map plain: --as: 'key' is not FIELD=VIEW
  [2]
  $ p dump plain --as key=mac
  mapctl: map plain: --as key=mac: mac is a view of 6 bytes, and it has 4
  [2]
  $ p dump plain --as key=ipv4,key=hex
  mapctl: map plain: --as key=hex: it has a view already
  [2]
  $ p dump plain --as value.x=hex
  mapctl: map plain: --as value.x=hex: the type of the value is not known here: only 'value' as a whole can be viewed
  [2]
  $ p dump flow --as key.saddr=ipv4,key=hex
  mapctl: map flow: --as key=hex: a part of it has a view already
  [2]
  $ p dump flow --as key=hex,key.saddr=ipv4
  mapctl: map flow: --as key.saddr=ipv4: its view is hex, and it is taken whole
  [2]
  $ p dump locked --as value.lock=hex
  mapctl: map locked: --as value.lock=hex: lock: it is the kernel's own, and has no view
  [2]
  $ pad update 'struct { u8 a[3], b[5]; }' --as value.a=hex key '{"s":{"a":1,"b":1}}' value '{"a":123456}'
  mapctl: map padded: value: a: 123456 does not fit hex: 6 hex digits
  [2]
  $ p dump flow --as sadr=ipv4
  mapctl: map flow: --as sadr=ipv4: neither the key nor the value has a field 'sadr'; did you mean 'saddr'?
  [2]
  $ p dump flow --as value.byte=hex
  mapctl: map flow: --as value.byte=hex: there is no field 'byte'; did you mean 'bytes'?
  [2]
  $ p dump flow --as key=uid
  mapctl: map flow: --as key=uid: it has fields: say which of them is uid
  [2]
  $ bpftool map create "$BPFFS/both" type hash key 4 value 4 entries 1 name "${PREFIX}both"
  $ p dump both --key-type 'struct { u32 a; }' --value-type 'struct { u32 a; }' --as a=uid
  mapctl: map both: --as a=uid: 'a' is a field of the key and of the value: 'key.a' or 'value.a'
  [2]
  $ p dump prog_array --as value=hex
  mapctl: map progs: --as value=hex: in type prog_array values are shown as what they stand for
  [2]
  $ p lookup queue --as key=hex
  mapctl: map queue: --as key=hex: type queue has no keys
  [2]
