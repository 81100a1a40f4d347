What waits in a user ring buffer for a program is shown, and left to the program.

  $ animals
  $ needs user_ringbuf
  $ U=$BPFFS/user_ringbuf
  $ m events "$U" --type u64 --timeout 0 -j
  []
  $ ring_events fill "$U" 1 3
  $ m events "$U" --type u64 --timeout 0 -j
  [{"value":1},{"value":2},{"value":3}]
  $ m events "$U" --type u64 --timeout 0 --tail -j
  []
  $ m events "$U" --type u64 -c 2
  1
  2
  $ m events "$U" --type u64 --consume
  mapctl: map uring: programs take out what is in a user_ringbuf; without --consume it is shown
  [2]

It may be full to the last byte, which is nobody's fault.

  $ ring_events fill "$U" 4 253
  $ m events "$U" --type u64 --timeout 0 | tail -1
  256
  $ j .consumer_pos,.pending lookup "$U"
  0
  4096
