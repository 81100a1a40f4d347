A bloom filter is asked for values: it may have one, or it has not.

  $ animals
  $ p lookup bloom_filter value 42 0 0 0
  maybe
  $ p lookup bloom_filter value hex 2a 00 00 00
  maybe
  $ p lookup bloom_filter -j value 42 0 0 0
  {"value":"2a000000","maybe":true}
  $ p lookup bloom_filter --format hex value 42 0 0 0
  value: 2a 00 00 00  maybe: true
  $ p lookup bloom_filter value 43 0 0 0
  no
  [1]
  $ p lookup bloom_filter -j value 43 0 0 0
  {"value":"2b000000","maybe":false}
  [1]

By number, where BTF says that values are numbers.

  $ cat > typed.py <<'END'
  > import os, struct, sys
  > sys.path.insert(0, os.environ["top_srcdir"] + "/tests/pybpf")
  > import btf, calls
  > writer, u32 = btf.Writer(), btf.Int("u32", 4)
  > writer.add(u32)
  > fd = calls.map_create(30, 0, 4, 8, os.environ["PREFIX"].encode() + b"typed",
  >                       calls.btf_load(writer.blob()), 0, writer.ids[u32])
  > calls.pin(fd, os.environ["BPFFS"] + "/typed")
  > END
  $ python3 typed.py && bpftool map push pinned "$BPFFS/typed" value 0 1 0 0
  $ p lookup typed value 256
  maybe
  $ p lookup typed -j --hex value 0x100
  {"value":256,"value_hex":"00010000","maybe":true}
  $ p lookup typed value 257
  no
  [1]

What is no value.

  $ p lookup bloom_filter value 42
  mapctl: map bloom: value: it has 4 bytes, and 1 is given; with --value-type u32 one number will do
  [2]
  $ p lookup typed value 4294967296
  mapctl: map typed: value: '4294967296' does not fit u32: 0 to 4294967295
  [2]
  $ p lookup bloom_filter
  mapctl: map bloom: lookup of which value? 'value' and its 4 bytes
  [2]
  $ p lookup bloom_filter value
  mapctl: map bloom: 'value' needs data behind it
  [2]
  $ p lookup bloom_filter key 1
  mapctl: map bloom: 'value' was expected, not 'key'
  [2]
  $ p lookup bloom_filter --sum value 42 0 0 0
  mapctl: map bloom has one value an entry: --sum adds up those of per-CPU maps
  [2]
