Hash maps, with types and without. Their order is nobody's: sorted here.

  $ animals

  $ p dump hash | sort -n
   KEY  VALUE
     1     10
     2     20
  1000      4
  $ p dump hash -j | jq -c 'sort_by(.key)'
  [{"key":1,"value":10},{"key":2,"value":20},{"key":1000,"value":4}]
  $ p dump lru_hash
  KEY  VALUE
    5     50

Without BTF: bytes, and as JSON strings of hex digits.

  $ p dump hash_raw | sort
  01 00 00 00  0a 00 00 00 00 00 00 00
  02 00 00 00  14 00 00 00 00 00 00 00
  KEY          VALUE
  e8 03 00 00  04 00 00 00 00 00 00 00
  $ p dump hash_raw -j | jq -c 'sort_by(.key)'
  [{"key":"01000000","value":"0a00000000000000"},{"key":"02000000","value":"1400000000000000"},{"key":"e8030000","value":"0400000000000000"}]

Structs: their fields are columns; what its author declared big endian is in host order.

  $ p dump flow
      saddr  dport  protocol  packets  bytes
  167772161    443  TCP             5    600
  $ p dump flow -j
  [{"key":{"saddr":167772161,"dport":443,"protocol":"TCP"},"value":{"packets":5,"bytes":600}}]

Text as a key.

  $ p dump name | sort
  "eth0"       1
  "wlan0"      2
  KEY      VALUE
  $ p dump name -j | jq -c 'sort_by(.value)'
  [{"key":"eth0","value":1},{"key":"wlan0","value":2}]

What belongs to the kernel is shown as what it is, and the map is read with its lock.

  $ p dump locked
  KEY  lock                   n
    1  struct bpf_spin_lock  11
  $ p dump locked -j
  [{"key":1,"value":{"lock":"struct bpf_spin_lock","n":11}}]

A map with nothing in it: an empty list, and in text a word about it that is no data.

  $ b map create "$BPFFS/empty" type hash key 4 value 4 entries 4 name "${PREFIX}empty"
  $ p dump empty
  mapctl: note: map empty has no entries to show
  $ mapctl dump pinned "$BPFFS/empty" 2>/dev/null
  $ p dump empty -j
  []
  $ p dump empty --format jsonl

Which entries: --limit, --nonzero.

  $ p dump hash --format jsonl --limit 2 | wc -l
  2
  $ p dump hash --format jsonl --limit 100 | wc -l
  3
  $ b map update pinned "$BPFFS/hash" key 2 0 0 0 value 0 0 0 0 0 0 0 0
  $ p dump hash --nonzero | sort -n
   KEY  VALUE
     1     10
  1000      4
  $ p dump hash --nonzero --limit 1 --format jsonl | wc -l
  1

Larger than any buffer: every entry once. The kernel sums up what bpftool has put in.

  $ b map create "$BPFFS/large" type hash key 4 value 4 entries 3000 name "${PREFIX}large"
  $ for ((i = 0; i < 3000; i++)); do
  >     printf 'map update pinned %s key %d %d 0 0 value 1 0 0 0\n' "$BPFFS/large" $((i % 256)) $((i / 256))
  > done > many
  $ bpftool batch file many
  processed 3000 commands
  $ p dump large --format jsonl | sort -u | wc -l
  3000
  $ p dump large --format jsonl | wc -l
  3000
