Without privileges: what a readable pin still gives, and which capability the rest needs.

  $ animals
  $ chmod 644 "$BPFFS/hash" "$BPFFS/hash_raw" "$BPFFS/array_mmap" "$BPFFS/percpu_array_raw"

The pin may be read; its types may not: bytes, and a note, and no failure.

  $ nobody dump pinned "$BPFFS/hash" | sort
  01 00 00 00  0a 00 00 00 00 00 00 00
  02 00 00 00  14 00 00 00 00 00 00 00
  KEY          VALUE
  e8 03 00 00  04 00 00 00 00 00 00 00
  mapctl: note: map hash: its BTF needs CAP_SYS_ADMIN to read; shown as bytes
  $ nobody -j dump pinned "$BPFFS/array_mmap"
  {"note":"map ammap: its BTF needs CAP_SYS_ADMIN to read; shown as bytes"}
  [{"key":0,"value":"01000000"},{"key":1,"value":"02000000"},{"key":2,"value":"03000000"},{"key":3,"value":"04000000"}]
  $ nobody lookup pinned "$BPFFS/hash" key 1 0 0 0
  mapctl: note: map hash: its BTF needs CAP_SYS_ADMIN to read; shown as bytes
  key:   01 00 00 00
  value: 0a 00 00 00 00 00 00 00
  $ nobody schema pinned "$BPFFS/hash" | grep -v '^mapctl: note'
  struct {
  	__uint(type, BPF_MAP_TYPE_HASH);
  	__uint(max_entries, 16);
  	__uint(key_size, 4);
  	__uint(value_size, 8);
  } hash SEC(".maps");

What has no types needs no note.

  $ nobody dump pinned "$BPFFS/hash_raw" | sort
  01 00 00 00  0a 00 00 00 00 00 00 00
  02 00 00 00  14 00 00 00 00 00 00 00
  KEY          VALUE
  e8 03 00 00  04 00 00 00 00 00 00 00
  $ nobody getnext pinned "$BPFFS/array_mmap" key 1
  mapctl: note: map ammap: its BTF needs CAP_SYS_ADMIN to read; shown as bytes
  key:      1
  next_key: 2
  $ nobody -j show pinned "$BPFFS/hash_raw" -o type,name,key,max
  {"type":"hash","name":"hraw","bytes_key":4,"key_type":null,"max_entries":16}

A pin that may not be read.

  $ nobody dump pinned "$BPFFS/array"
  mapctl: BPFFS/array: not permitted; the file mode of a pin says who may open its map, and root (CAP_DAC_OVERRIDE) may always
  [5]

Everything that has to look at all maps.

  $ nobody list
  mapctl: listing maps needs CAP_SYS_ADMIN (run as root); 'mapctl show PATH' of a pin that you may read needs none
  [5]
  $ nobody -j list
  {"error":"listing maps needs CAP_SYS_ADMIN (run as root); 'mapctl show PATH' of a pin that you may read needs none","status":5}
  [5]
  $ nobody dump id 1
  mapctl: map 1: opening maps by id needs CAP_SYS_ADMIN (run as root); a pin that you may read needs none
  [5]
  $ nobody dump name conns
  mapctl: map conns: finding maps by name needs CAP_SYS_ADMIN (run as root); a pin that you may read needs none
  [5]
  $ nobody show conns
  mapctl: map conns: finding maps by name needs CAP_SYS_ADMIN (run as root); a pin that you may read needs none
  [5]

CAP_BPF alone is not enough for that.

  $ setpriv --bounding-set=-all,+bpf mapctl list 2>&1
  mapctl: listing maps needs CAP_SYS_ADMIN (run as root); 'mapctl show PATH' of a pin that you may read needs none
  [5]

Help needs nothing, and completion only offers what it may see.

  $ nobody help | sed -n 1p
  Usage: mapctl [OPTIONS] COMMAND ...
  $ nobody --complete dump ''
  id
  name
  pinned
