Lookup shows how far the two sides of a ring buffer have come, and moves neither.

  $ animals
  $ needs ringbuf user_ringbuf
  $ p lookup ringbuf
  consumer_pos: 0
  producer_pos: 32
  pending:      32
  size:         4096
  $ p lookup ringbuf -j
  {"consumer_pos":0,"producer_pos":32,"pending":32,"size":4096}
  $ p lookup ringbuf --format jsonl
  {"consumer_pos":0,"producer_pos":32,"pending":32,"size":4096}
  $ p lookup ringbuf --format bpftool
  {"consumer_pos":0,"producer_pos":32,"pending":32,"size":4096}
  $ p lookup user_ringbuf -j
  {"consumer_pos":0,"producer_pos":0,"pending":0,"size":4096}

A consumer of libbpf's takes the two records, which were there all the time.

  $ cat > take.c <<'END'
  > #include <stdio.h>
  > #include <bpf/bpf.h>
  > #include <bpf/libbpf.h>
  > static int take(void *ctx, void *data, size_t n)
  > {
  > 	return printf("%u %u\n", ((unsigned *)data)[0], ((unsigned *)data)[1]) < 0;
  > }
  > int main(int argc, char **argv)
  > {
  > 	return ring_buffer__consume(ring_buffer__new(bpf_obj_get(argv[1]), take, NULL, NULL)) != 2;
  > }
  > END
  $ ${CC:-gcc} -w -o take take.c -lbpf || exit 80
  $ ./take "$BPFFS/ringbuf"
  1 2
  3 4
  $ p lookup ringbuf -j
  {"consumer_pos":32,"producer_pos":32,"pending":0,"size":4096}

What it cannot be asked.

  $ p lookup ringbuf key 1
  mapctl: map ring: a ringbuf has no keys; without any, lookup shows its positions
  [2]
  $ p lookup user_ringbuf value 1
  mapctl: map uring: a user_ringbuf has no keys; without any, lookup shows its positions
  [2]
  $ p lookup ringbuf --sum
  mapctl: map ring has one value an entry: --sum adds up those of per-CPU maps
  [2]
  $ p dump ringbuf
  mapctl: map ring: a ring buffer has no entries to walk; 'mapctl events' shows its records
  [2]

The kernel shows the positions to those who may write.

  $ chmod 711 "$HERE" && chmod 444 "$BPFFS/ringbuf" && chmod 755 "$BPFFS"
  $ nobody lookup pinned "$BPFFS/ringbuf"
  mapctl: map ring: its positions are in memory, which the kernel shows to those who may write to it: Permission denied
  [5]
  $ chmod 666 "$BPFFS/ringbuf" && nobody -j lookup pinned "$BPFFS/ringbuf"
  {"consumer_pos":32,"producer_pos":32,"pending":0,"size":4096}
