What a batch has done when one of its lines fails, and which line that was.

  $ animals
  $ bpftool map create $BPFFS/rows type array key 4 value 4 entries 20000 name ${PREFIX}rows
  $ bpftool map create $BPFFS/few type hash key 4 value 4 entries 3 name ${PREFIX}few
  $ lines() { awk -v pin="$BPFFS/rows" -v bad="$1" 'BEGIN { for (i = 1; i <= 13000; i++) printf "map update pinned %s key %d %d %d 0 value 1 0 0 0\n", pin, i % 256, i / 256 % 256, i == bad }'; }

Wherever the line stands among those that are written together: what is before it is done, and nothing behind it.

  $ ones() { bpftool -j map dump pinned "$BPFFS/rows" | jq -c '[to_entries[] | select(.value.value[0] == "0x01") | .key] | [length, min, max]'; }
  $ for bad in 2 4095 4096 4097 8192 8193 8194 12289 13000; do
  >     mapctl flush --zero pinned "$BPFFS/rows" > /dev/null
  >     lines $bad > many
  >     m batch many
  >     ones
  >     m batch -k - < many
  >     ones
  > done
  mapctl: many:2: map rows has no index 65538: 0 to 19999; the lines before it are done
  [1,1,1]
  mapctl: standard input:2: map rows has no index 65538: 0 to 19999
  mapctl: standard input: 1 of 13000 commands failed
  [12999,1,13000]
  mapctl: many:4095: map rows has no index 69631: 0 to 19999; the lines before it are done
  [4094,1,4094]
  mapctl: standard input:4095: map rows has no index 69631: 0 to 19999
  mapctl: standard input: 1 of 13000 commands failed
  [12999,1,13000]
  mapctl: many:4096: map rows has no index 69632: 0 to 19999; the lines before it are done
  [4095,1,4095]
  mapctl: standard input:4096: map rows has no index 69632: 0 to 19999
  mapctl: standard input: 1 of 13000 commands failed
  [12999,1,13000]
  mapctl: many:4097: map rows has no index 69633: 0 to 19999; the lines before it are done
  [4096,1,4096]
  mapctl: standard input:4097: map rows has no index 69633: 0 to 19999
  mapctl: standard input: 1 of 13000 commands failed
  [12999,1,13000]
  mapctl: many:8192: map rows has no index 73728: 0 to 19999; the lines before it are done
  [8191,1,8191]
  mapctl: standard input:8192: map rows has no index 73728: 0 to 19999
  mapctl: standard input: 1 of 13000 commands failed
  [12999,1,13000]
  mapctl: many:8193: map rows has no index 73729: 0 to 19999; the lines before it are done
  [8192,1,8192]
  mapctl: standard input:8193: map rows has no index 73729: 0 to 19999
  mapctl: standard input: 1 of 13000 commands failed
  [12999,1,13000]
  mapctl: many:8194: map rows has no index 73730: 0 to 19999; the lines before it are done
  [8193,1,8193]
  mapctl: standard input:8194: map rows has no index 73730: 0 to 19999
  mapctl: standard input: 1 of 13000 commands failed
  [12999,1,13000]
  mapctl: many:12289: map rows has no index 77825: 0 to 19999; the lines before it are done
  [12288,1,12288]
  mapctl: standard input:12289: map rows has no index 77825: 0 to 19999
  mapctl: standard input: 1 of 13000 commands failed
  [12999,1,13000]
  mapctl: many:13000: map rows has no index 78536: 0 to 19999; the lines before it are done
  [12999,1,12999]
  mapctl: standard input:13000: map rows has no index 78536: 0 to 19999
  mapctl: standard input: 1 of 13000 commands failed
  [12999,1,12999]

A line that is no command counts as one that has failed.

  $ printf 'update "x\nlookup %s key 1\n' $BPFFS/hash | m batch -k -
  mapctl: standard input:1: the quote " is not closed
  key:   1
  value: 10
  mapctl: standard input: 1 of 2 commands failed
  [4]
  $ printf 'update "x\n' | m batch -k -
  mapctl: standard input:1: the quote " is not closed
  mapctl: standard input: 1 of 1 commands failed
  [1]
  $ printf 'update "x\n' | m batch -
  mapctl: standard input:1: the quote " is not closed
  [2]

What waits is written also where no further line can be read.

  $ few() { bpftool -j map dump pinned "$BPFFS/few" | jq -c '[.[] | [.key[0], .value[0]]] | sort'; }
  $ { echo "update $BPFFS/few key 1 0 0 0 value 1 0 0 0"; head -c 70000000 /dev/zero | tr '\0' x; } > long
  $ m batch long
  mapctl: long:2: a line of more than 64 MiB; the lines before it are done
  [4]
  $ few
  [["0x01","0x01"]]
  $ { echo "update $BPFFS/few key x value 1 0 0 0"; cat long; } | m batch -k -
  mapctl: standard input:1: map few: key: it has 4 bytes, and 1 is given
  mapctl: standard input:3: a line of more than 64 MiB
  [4]
  $ m batch .
  mapctl: .: Is a directory
  [3]

A line that fails while the rest of one behind it is waited for.

  $ (printf "update $BPFFS/few key 2 0 0 0 value 2 0 0 0\nupdate $BPFFS/rows key 0 0 0 1 value 1 0 0 0\nupdate $BPFFS/rows key 2 0 0 0 value 7 0 0 0\nupdate $BPFFS/few \\\\\n"; until [ $(few | jq length) = 2 ]; do :; done; echo "key 3 0 0 0 value 3 0 0 0" 2>/dev/null) | m batch -
  mapctl: standard input:2: map rows has no index 16777216: 0 to 19999; the lines before it are done
  [4]
  $ few
  [["0x01","0x01"],["0x02","0x02"]]
  $ b map lookup pinned $BPFFS/rows key 2 0 0 0 | grep -c 07
  0
  [1]

A waiting update that fails does not take what the line behind it reads.

  $ printf "update $BPFFS/rows key 0 0 0 1 value 1 0 0 0\nupdate $BPFFS/few key 3 0 0 0 value @-\n" > both
  $ printf '\003\0\0\0' | m batch -k both
  mapctl: both:1: map rows has no index 16777216: 0 to 19999
  mapctl: both: 1 of 2 commands failed
  [4]
  $ few
  [["0x01","0x01"],["0x02","0x02"],["0x03","0x03"]]
  $ printf "lookup $BPFFS/few key @-\nlookup $BPFFS/few key 1 0 0 0\n" | m batch -k -
  mapctl: standard input:1: '@-': standard input is the batch itself; '@FILE' reads a file
  key:   01 00 00 00
  value: 01 00 00 00
  mapctl: standard input: 1 of 2 commands failed
  [4]

The lines of a program are read no less strictly behind the first.

  $ for value in 010 00 07 0x007 256 1x -1 +1 '0x' "''" '1 ' 0X1 '#'; do
  >     printf "update $BPFFS/few key 1 0 0 0 value 9 0 0 0\nupdate $BPFFS/few key 1 0 0 0 value $value 0 0 0\n" | m batch -
  >     few | jq -c '.[0][1]'
  > done
  mapctl: standard input:2: map few: value: '010' begins with 0 and could be octal: write it without, or as 0x; the lines before it are done
  "0x09"
  processed 2 commands
  "0x00"
  processed 2 commands
  "0x07"
  processed 2 commands
  "0x07"
  mapctl: standard input:2: map few: value: '256' is not a byte: 0 to 255, or 0x00 to 0xff; the lines before it are done
  "0x09"
  mapctl: standard input:2: map few: value: '1x' is not a byte: 0 to 255, or 0x00 to 0xff; the lines before it are done
  "0x09"
  mapctl: standard input:2: map few: value: '-1' is not a byte: 0 to 255, or 0x00 to 0xff; the lines before it are done
  "0x09"
  mapctl: standard input:2: map few: value: '+1' is not a byte: 0 to 255, or 0x00 to 0xff; the lines before it are done
  "0x09"
  mapctl: standard input:2: map few: value: '0x' is not a byte: 0 to 255, or 0x00 to 0xff; the lines before it are done
  "0x09"
  mapctl: standard input:2: map few: value: '' is not a byte: 0 to 255, or 0x00 to 0xff; the lines before it are done
  "0x09"
  processed 2 commands
  "0x01"
  processed 2 commands
  "0x01"
  mapctl: standard input:2: map few: 'value' needs data behind it; the lines before it are done
  "0x09"

Where the answer is all there is to say.

  $ m lookup $BPFFS/bloom_filter value 41 0 0 0
  no
  [1]
  $ echo "lookup $BPFFS/bloom_filter value 41 0 0 0" | m batch -
  no
  mapctl: standard input:1: no
  [1]
  $ echo "lookup $BPFFS/bloom_filter value 41 0 0 0" | mapctl -j batch -k - 2> err | jq -c '.[0].output, (.[0] | has("error")), .[0].status'
  {"value":"29000000","maybe":false}
  false
  1
  [1]
  $ cat err
  {"error":"standard input:1: no","status":1}
  {"error":"standard input: 1 of 1 commands failed","status":1}

Lines that end with CR LF.

  $ printf "update $BPFFS/few key 1 0 0 0 value 4 0 0 0\r\nupdate $BPFFS/few \\\\\r\n  key 2 0 0 0 value 5 0 0 0\r\n\r\n# x\r\nupdate $BPFFS/few key 3 0 0 0 value 6 0 0 0\r" | m batch -
  processed 3 commands
  $ few
  [["0x01","0x04"],["0x02","0x05"],["0x03","0x06"]]

Output that cannot be written.

  $ echo "lookup $BPFFS/hash key 1" > one
  $ mapctl batch one > /dev/full
  mapctl: writing the output: No space left on device
  [3]
  $ mapctl batch one >&-
  mapctl: writing the output: Bad file descriptor
  [3]
