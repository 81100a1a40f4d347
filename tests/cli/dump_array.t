Arrays: every slot, in order; the key is the index, with types or without.

  $ animals

  $ p dump array
  KEY  VALUE
    0     10
    1     20
    2     30
    3     40
  $ p dump array -j
  [{"key":0,"value":10},{"key":1,"value":20},{"key":2,"value":30},{"key":3,"value":40}]
  $ p dump array_raw
  KEY  VALUE
    0  0a 00 00 00
    1  14 00 00 00
    2  1e 00 00 00
    3  28 00 00 00
  $ p dump array_raw -j
  [{"key":0,"value":"0a000000"},{"key":1,"value":"14000000"},{"key":2,"value":"1e000000"},{"key":3,"value":"28000000"}]

Mapped into memory, or frozen: no difference.

  $ p dump array_mmap
  KEY  VALUE
    0      1
    1      2
    2      3
    3      4
  $ p dump array_frozen
  KEY  VALUE
    0     77
  $ chmod 444 "$BPFFS/array_mmap"
  $ nobody dump pinned "$BPFFS/array_mmap" --limit 1
  mapctl: note: map ammap: its BTF needs CAP_SYS_ADMIN to read; shown as bytes
  KEY  VALUE
    0  01 00 00 00

  $ p dump array --limit 2 -j
  [{"key":0,"value":10},{"key":1,"value":20}]
  $ b map update pinned "$BPFFS/array" key 1 0 0 0 value 0 0 0 0
  $ p dump array --nonzero -j
  [{"key":0,"value":10},{"key":2,"value":30},{"key":3,"value":40}]

A timer is the kernel's.

  $ p dump timed
  KEY  timer              n
    0  struct bpf_timer  12

Every kind of type that there is; what is not flat stands below one another.

  $ p dump sink
  key: 0
  value:
      u128: 340282366920938463463374607431768211455
      s128: -1
      u64: 18446744073709551615
      s64: -9223372036854775808
      f64: 0.1
      nan: nan
      pointer: 0xffff888000000000
      huge: HUGE
      point:
          x: -1
          y: 2
      matrix:
        - [1, 2, 3]
        - [4, 5, 6]
      name: "a \"name\""
      anon_a: 3
      anon_b: 4
      choice:
          word: 65538
          halves: [2, 1]
      f32: 1.5
      state: BROKEN
      unknown: 42
      counter: 1000
      bits_u: 5
      bits_s: -3
      bits_e: BUSY
      u16: 65535
      s16: -32768
      port: 8080
      yes: true
      letter: 122
      s8: -128
      u8: 255
  $ mapctl dump pinned "$BPFFS/sink" -p 2>/dev/null
  [
      {
          "key": 0,
          "value": {
              "u128": 340282366920938463463374607431768211455,
              "s128": -1,
              "u64": 18446744073709551615,
              "s64": -9223372036854775808,
              "f64": 0.1,
              "nan": null,
              "pointer": 18446612682070032384,
              "huge": "HUGE",
              "point": {
                  "x": -1,
                  "y": 2
              },
              "matrix": [
                  [1, 2, 3],
                  [4, 5, 6]
              ],
              "name": "a \"name\"",
              "anon_a": 3,
              "anon_b": 4,
              "choice": {
                  "word": 65538,
                  "halves": [2, 1]
              },
              "f32": 1.5,
              "state": "BROKEN",
              "unknown": 42,
              "counter": 1000,
              "bits_u": 5,
              "bits_s": -3,
              "bits_e": "BUSY",
              "u16": 65535,
              "s16": -32768,
              "port": 8080,
              "yes": true,
              "letter": 122,
              "s8": -128,
              "u8": 255
          }
      }
  ]
  $ p dump sink -j | grep note
  {"note":"1 value is NaN or infinite: null in JSON"}
  $ p dump sink | grep -c note
  0
  [1]

Deeper than the bound: bytes, and a status that says that something is amiss.

  $ p dump deep
  KEY  VALUE
    0  09 00 00 00
  mapctl: map deep: its value type: type struct deep is nested deeper than 64 levels; shown as bytes
  [4]

Global data: the variables of a program.

  $ p dump data
  KEY  counter  total  who
    0        7     70  "zoo"
  $ p dump data -j
  [{"key":0,"value":{"counter":7,"total":70,"who":"zoo"}}]
  $ p dump rodata -j
  [{"key":0,"value":{"limit":99}}]
