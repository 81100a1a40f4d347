Keys and values of megabytes, and no memory for them: an error, no crash.

  $ animals
  $ b map create "$BPFFS/wide" type hash key 4000000 value 4 entries 1 name "${PREFIX}wide"
  $ b map create "$BPFFS/wide_bloom" type bloom_filter key 0 value 4000000 entries 1 name "${PREFIX}bloom"

As much as mapctl needs for a small map, and a little more.

  $ for ((least = 4000; least < 64000; least += 200)); do
  >     { (ulimit -v $least; mapctl getnext pinned "$BPFFS/array") > out 2>&1; } 2>/dev/null && break
  > done
  $ [ $least -lt 64000 ] || exit 80 # a sanitizer's build
  $ short() { ulimit -v $((least + 1000)); p "$@"; }
  $ (short getnext wide)
  mapctl: map wide: room for a key of 4000000 bytes: Cannot allocate memory
  [3]
  $ (short lookup wide key 1)
  mapctl: map wide: room for a key of 4000000 bytes: Cannot allocate memory
  [3]
  $ (short lookup wide_bloom value 1)
  mapctl: map bloom: room for a value of 4000000 bytes: Cannot allocate memory
  [3]
  $ p getnext wide
  mapctl: map wide has no entries
  [1]
