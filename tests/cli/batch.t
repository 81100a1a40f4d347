A file of commands, in their order: bpftool's words, and ours.

  $ animals
  $ cat > lines << END
  > # two spellings of one map
  > map update pinned $BPFFS/hash key 9 0 0 0 value 1 0 0 0 0 0 0 0
  > update $BPFFS/hash key 10 value 2   # a number
  > lookup $BPFFS/hash key 10
  > map delete pinned $BPFFS/hash \\
  >     key 9 0 0 0
  > update $BPFFS/flow key '{"saddr": 1, "dport": 2, "protocol": "TCP"}' value "packets=1" "bytes=2"
  > END
  $ m batch lines
  key:   10
  value: 2
  processed 5 commands
  $ m batch file lines
  key:   10
  value: 2
  processed 5 commands
  $ b map lookup pinned $BPFFS/hash key 10 0 0 0
  {
      "key": 10,
      "value": 2
  }
  $ b map lookup pinned $BPFFS/hash key 9 0 0 0
  key:
  09 00 00 00
  
  Not found
  [254]
  $ m batch - < lines
  key:   10
  value: 2
  processed 5 commands
  $ j . lookup pinned $BPFFS/flow key saddr=1 dport=2 protocol=TCP
  {"key":{"saddr":1,"dport":2,"protocol":"TCP"},"value":{"packets":1,"bytes":2}}

What bpftool makes of the same file.

  $ head -n 2 lines > plain
  $ m batch plain
  processed 1 commands
  $ b batch file plain
  processed 1 commands
  $ b map dump pinned $BPFFS/hash | jq -c 'map(.key) | sort'
  [1,2,9,10,1000]

The first line that fails is the last: what is before it is done.

  $ cat > bad << END
  > update $BPFFS/hash key 11 value 1
  > update $BPFFS/hash key 12 value x
  > update $BPFFS/hash key 13 value 1
  > END
  $ m batch bad
  mapctl: bad:2: map hash: value: 'x' does not fit unsigned long long: 0 to 18446744073709551615; the lines before it are done
  [4]
  $ j '[.[].key] | sort' dump pinned $BPFFS/hash
  [1,2,9,10,11,1000]
  $ m batch - << END
  > update $BPFFS/hash key 14 value -1
  > END
  mapctl: standard input:1: map hash: value: '-1' does not fit unsigned long long: 0 to 18446744073709551615
  [2]
  $ m batch - << END
  > lookup $BPFFS/hash key 99
  > END
  mapctl: standard input:1: map hash has no key 99
  [1]
  $ m batch -k bad
  mapctl: bad:2: map hash: value: 'x' does not fit unsigned long long: 0 to 18446744073709551615
  mapctl: bad: 1 of 3 commands failed
  [4]
  $ j '[.[].key] | sort' dump pinned $BPFFS/hash
  [1,2,9,10,11,13,1000]

A full map: the updates that waited stop where the map was full, and the line is named.

  $ bpftool map create $BPFFS/small type hash key 4 value 4 entries 3 name ${PREFIX}small
  $ for i in 1 2 3 4 5; do echo "map update pinned $BPFFS/small key $i 0 0 0 value 1 0 0 0"; done > full
  $ m batch full
  mapctl: full:4: map small is full (3 of 3 entries); the lines before it are done
  [4]
  $ b map dump pinned $BPFFS/small | tail -n 1
  Found 3 elements
  $ m batch -k full
  mapctl: full:4: map small is full (3 of 3 entries)
  mapctl: full:5: map small is full (3 of 3 entries)
  mapctl: full: 2 of 5 commands failed
  [4]

What waits is there for whoever reads, writes or deletes behind it, in this file or beside it.

  $ cat > order << END
  > map update pinned $BPFFS/hash key 20 0 0 0 value 1 0 0 0 0 0 0 0
  > map update pinned $BPFFS/hash key 21 0 0 0 value 2 0 0 0 0 0 0 0
  > lookup $BPFFS/hash key 21
  > map update pinned $BPFFS/hash key 20 0 0 0 value 3 0 0 0 0 0 0 0 noexist
  > map update pinned $BPFFS/hash key 22 0 0 0 value 4 0 0 0 0 0 0 0
  > END
  $ m batch -k order
  key:   21
  value: 2
  mapctl: order:4: map hash has key 20 0 0 0 already
  mapctl: order: 1 of 5 commands failed
  [4]
  $ (echo "update $BPFFS/hash key 23 value 5"
  >     for i in {1..3000}; do bpftool map lookup pinned $BPFFS/hash key 23 0 0 0 && break; done > seen
  >     echo "lookup $BPFFS/hash key 23") | m batch -
  key:   23
  value: 5
  processed 2 commands
  $ tail -n 2 seen
      "value": 5
  }

A pin that means another map from one line on.

  $ cat > pins << END
  > update $BPFFS/hash key 30 value 1
  > unpin $BPFFS/hash
  > create $BPFFS/hash type array key 4 value 4 entries 2 name ${PREFIX}other
  > update $BPFFS/hash key 1 value 7 0 0 0
  > lookup $BPFFS/hash key 1
  > END
  $ m batch pins
  key:   1
  value: 07 00 00 00
  processed 5 commands

One JSON document, with what fails in it.

  $ cat > json << END
  > update $BPFFS/flow key saddr=5 dport=6 protocol=UDP value packets=7 bytes=8
  > lookup $BPFFS/flow key saddr=5 dport=6 protocol=UDP
  > lookup $BPFFS/flow key saddr=6 dport=6 protocol=UDP
  > END
  $ mapctl -j batch json 2>err | jq -c '.[]' | neutral
  {"command":["update","BPFFS/flow","key","saddr=5","dport=6","protocol=UDP","value","packets=7","bytes=8"],"output":null}
  {"command":["lookup","BPFFS/flow","key","saddr=5","dport=6","protocol=UDP"],"output":{"key":{"saddr":5,"dport":6,"protocol":"UDP"},"value":{"packets":7,"bytes":8}}}
  {"command":["lookup","BPFFS/flow","key","saddr=6","dport=6","protocol=UDP"],"output":null,"error":"map flow has no key saddr=6 dport=6 protocol=UDP","status":1}
  [4]
  $ mapctl -p batch -k json 2>err | neutral | head -n 14
  [
      {
          "command": ["update", "BPFFS/flow", "key", "saddr=5", "dport=6", "protocol=UDP", "value", "packets=7", "bytes=8"],
          "output": null
      },
      {
          "command": ["lookup", "BPFFS/flow", "key", "saddr=5", "dport=6", "protocol=UDP"],
          "output": {
              "key": {
                  "saddr": 5,
                  "dport": 6,
                  "protocol": "UDP"
              },
              "value": {
  [4]
  $ printf 'map update pinned %s key 1 0 0 0 value 1 0 0 0\nmap lookup pinned %s key 1 0 0 0\n' $BPFFS/small $BPFFS/small > both
  $ diff <(mapctl --format bpftool batch both) <(bpftool -j batch file both)
  $ m -j batch /dev/null
  []

Nothing changes with --dry-run.

  $ m batch --dry-run json
  action: replace
  key:
      saddr:    5
      dport:    6
      protocol: UDP
  old:
      packets: 7
      bytes:   8
  new:
      packets: 7
      bytes:   8
  key:
      saddr:    5
      dport:    6
      protocol: UDP
  value:
      packets: 7
      bytes:   8
  mapctl: json:3: map flow has no key saddr=6 dport=6 protocol=UDP; the lines before it are done
  [4]
  $ mapctl -j batch --dry-run json 2>err | jq -c '.[].output'
  {"action":"replace","key":{"saddr":5,"dport":6,"protocol":"UDP"},"old":{"packets":7,"bytes":8},"new":{"packets":7,"bytes":8}}
  {"key":{"saddr":5,"dport":6,"protocol":"UDP"},"value":{"packets":7,"bytes":8}}
  null
  [4]

What has no --dry-run is not run under it.

  $ m batch --dry-run - <<< 'counter run execs'
  mapctl: standard input:1: counter run takes no --dry-run; it goes with 'list', 'start', 'stop'
  [2]

What is no line of a batch, and no file.

  $ m batch - <<< 'batch x'
  mapctl: standard input:1: 'batch' cannot be a line of a batch
  [2]
  $ m batch - <<< '-j list'
  mapctl: standard input:1: the format is the whole batch's: name it before 'batch'
  [2]
  $ m batch - <<< 'nonsense'
  mapctl: standard input:1: there is no command 'nonsense'; 'mapctl help' lists them
  [2]
  $ m batch - <<< '"list'
  mapctl: standard input:1: the quote " is not closed
  [2]
  $ m batch - <<< 'map'
  mapctl: standard input:1: there is no command 'map'; 'mapctl help' lists them
  [2]
  $ m batch - <<< '--help'
  mapctl: standard input:1: a line of a batch is a command
  [2]
  $ m batch
  mapctl: batch: which file? 'batch FILE', - for standard input
  [2]
  $ m batch a b
  mapctl: batch: does not know what to do with 'b'
  [2]
  $ m batch nowhere
  mapctl: batch: nowhere: No such file or directory
  [3]
  $ m --sandbox=require batch full
  mapctl: batch: a batch keeps its privileges: --sandbox=require is for single commands
  [2]

A line of 1 MiB, and a million updates.

  $ bpftool map create $BPFFS/wide type array key 4 value 262144 entries 1 name ${PREFIX}wide
  $ { printf 'map update pinned %s key 0 0 0 0 value' $BPFFS/wide; for i in {1..262144}; do printf ' 255'; done; echo; } | m batch -
  processed 1 commands
  $ b -j map lookup pinned $BPFFS/wide key 0 0 0 0 | jq '.value | unique'
  [
    "0xff"
  ]
  $ bpftool map create $BPFFS/big type hash key 4 value 4 entries 100000 name ${PREFIX}big
  $ awk -v pin=$BPFFS/big 'BEGIN { for (i = 0; i < 100000; i++) printf "map update pinned %s key %d %d %d 0 value 0x%02x 0x%x 0 7\n", pin, i % 256, i / 256 % 256, i / 65536, i % 256, i / 256 % 256 }' > many
  $ m batch many
  processed 100000 commands
  $ bpftool -j map dump pinned $BPFFS/big | jq -c '[.[] | .key[0:2] + ["0x00", "0x07"] == .value] | [length, all]'
  [100000,true]
