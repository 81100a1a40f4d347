Pins: given and taken.

  $ m create "$BPFFS/first" type hash key 4 value 4 entries 4 name "${PREFIX}pinned"
  $ m pin name "${PREFIX}pinned" "$BPFFS/second"
  $ bpftool -j -f map show pinned "$BPFFS/first" | jq -c '.pinned|sort|map(sub(".*/";""))'
  ["first","second"]
  $ m -j pin pinned "$BPFFS/first" "$BPFFS/third"
  null

What is there already.

  $ m create "$BPFFS/other" type array value 4 entries 4
  $ m pin pinned "$BPFFS/first" "$BPFFS/other"
  mapctl: pin: BPFFS/other is there already; 'replace' puts the map in its place
  [3]
  $ bpftool -j map show pinned "$BPFFS/other" | jq .type
  "array"
  $ chmod 604 "$BPFFS/other"
  $ m pin --dry-run pinned "$BPFFS/first" "$BPFFS/other" replace
  action: pin
  path:   BPFFS/other
  id: ID
  $ bpftool -j map show pinned "$BPFFS/other" | jq .type
  "array"
  $ m pin pinned "$BPFFS/first" "$BPFFS/other" replace
  $ bpftool -j map show pinned "$BPFFS/other" | jq .type
  "hash"
  $ stat -c %a "$BPFFS/other"
  604

Whoever looks meanwhile finds one or the other.

  $ m create "$BPFFS/spare" type array value 4 entries 4
  $ touch go
  $ while [ -e go ]; do if [ -e "$BPFFS/other" ]; then echo there; else echo gone; fi; done >seen &
  $ for _ in {1..10}; do m pin "$BPFFS/spare" "$BPFFS/other" replace; m pin "$BPFFS/first" "$BPFFS/other" replace; done
  $ rm go; wait; sort -u seen
  there
  $ [ "$(wc -l <seen)" -gt 20 ]
  $ m unpin "$BPFFS/spare"

Where it cannot be.

  $ m pin pinned "$BPFFS/first"
  mapctl: map pinned: pin: where? 'mapctl pin MAP PATH'
  [2]
  $ m pin pinned "$BPFFS/first" "$BPFFS/a.b"
  mapctl: pin: BPFFS/a.b: a bpffs takes no dots in the names of pins
  [2]
  $ m pin pinned "$BPFFS/first" "$HERE/x"
  mapctl: pin: HERE: not in a bpffs, where alone maps can be pinned; one is mostly on /sys/fs/bpf, and 'mount -t bpf bpf FOLDER' mounts one
  [2]
  $ m pin pinned "$BPFFS/first" "$BPFFS/no/x"
  mapctl: pin: BPFFS/no: no such folder; 'mkdir BPFFS/no' makes it
  [1]
  $ m pin pinned "$BPFFS/first" "$BPFFS/x" replaec
  mapctl: map pinned: pin: does not know what to do with 'replaec'
  [2]
  $ m pin name no_such_map "$BPFFS/x"
  mapctl: no map has the name "no_such_map"; 'mapctl list' shows the maps
  [1]
  $ ls "$BPFFS" | grep -v debug
  first
  other
  second
  third

Unpinned.

  $ m unpin --dry-run "$BPFFS/second" "$BPFFS/third"
  ACTION  PATH
  unpin   BPFFS/second
  unpin   BPFFS/third
  $ m unpin -j --dry-run "$BPFFS/second" "$BPFFS/third"
  [{"action":"unpin","path":"BPFFS/second"},{"action":"unpin","path":"BPFFS/third"}]
  $ m unpin "$BPFFS/second" "$BPFFS/third"
  $ bpftool -j -f map show pinned "$BPFFS/first" | jq -c '.pinned|sort|map(sub(".*/";""))'
  ["first","other"]
  $ m -j unpin "$BPFFS/other"
  null
  $ m unpin
  mapctl: unpin: which? 'mapctl unpin PATH...'
  [2]
  $ m unpin "$BPFFS/fist"
  mapctl: unpin: BPFFS/fist: no such pin; the nearest is 'first'
  [1]
  $ animals
  $ pin_program "$BPFFS/program"
  $ mkdir "$BPFFS/folder"; ln -s "$BPFFS/first" "$BPFFS/link"
  $ for path in program folder link; do m unpin "$BPFFS/first" "$BPFFS/$path"; done
  mapctl: unpin: BPFFS/program: the pin of a program or link, not of a map
  mapctl: unpin: BPFFS/folder: a folder, not a pinned BPF map
  mapctl: unpin: BPFFS/link: a symbolic link, not a pinned BPF map
  [2]
  $ m unpin /etc/passwd
  mapctl: unpin: /etc/passwd: not a pinned BPF map
  [2]
  $ ls -d "$BPFFS"/{first,program,folder,link} | wc -l
  4
  $ chmod 755 "$BPFFS"; chmod 600 "$BPFFS/first"
  $ nobody unpin "$BPFFS/first"
  mapctl: unpin: BPFFS/first: not permitted; the file mode of a pin says who may open its map, and root (CAP_DAC_OVERRIDE) may always
  [5]
  $ m unpin "$BPFFS/first"
  $ m list --noheadings -o NAME | grep -c "^pinned"
  0
  [1]
