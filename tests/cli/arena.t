The pages of an arena, of which none comes into being by being looked at.

  $ animals
  $ needs arena
  $ p lookup arena
  pages:     3
  max_pages: 8
  page_size: 4096
  address:   0x200000000000
  ranges:
    - first: 0
      last: 1
    - first: 5
      last: 5
  $ p lookup arena -j
  {"pages":3,"max_pages":8,"page_size":4096,"address":35184372088832,"ranges":[{"first":0,"last":1},{"first":5,"last":5}]}
  $ p lookup arena page 0
  00000000  66 69 72 73 74 20 70 61  67 65 00 00 00 00 00 00  |first page......|
  00000010  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
  *
  00001000
  $ p lookup arena page 5
  00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
  00000010  35 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |5...............|
  00000020  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
  *
  00001000
  $ p lookup arena page 1 -j | jq -c '[.page, .address, (.bytes | length), (.bytes | gsub("f"; ""))]'
  [1,35184372092928,8192,""]
  $ p lookup arena page 1 --format hex | head -n 3
  page: 1  address: 0x200000001000
  bytes:
      ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff
  $ for n in 2 3 4 6 7; do p lookup arena page $n; done
  mapctl: map arena has no page 2: nobody has used it yet
  mapctl: map arena has no page 3: nobody has used it yet
  mapctl: map arena has no page 4: nobody has used it yet
  mapctl: map arena has no page 6: nobody has used it yet
  mapctl: map arena has no page 7: nobody has used it yet
  [1]
  $ p lookup arena -j | jq -c '[.pages, .ranges]'
  [3,[{"first":0,"last":1},{"first":5,"last":5}]]

A process that maps it sees the same, and what it touches, by reading too, is there from then on.

  $ cat > touch.c <<'END'
  > #include <stdio.h>
  > #include <stdlib.h>
  > #include <sys/mman.h>
  > #include <bpf/bpf.h>
  > int main(int argc, char **argv)
  > {
  > 	char *p = mmap((void *)strtoul(argv[2], NULL, 0), 8 * 4096, PROT_READ | PROT_WRITE,
  > 		       MAP_SHARED | MAP_FIXED_NOREPLACE, bpf_obj_get(argv[1]), 0);
  > 	if (p == MAP_FAILED)
  > 		return 1;
  > 	printf("%s, %d\n", p, p[7 * 4096]);
  > 	return 0;
  > }
  > END
  $ ${CC:-gcc} -w -o touch touch.c -lbpf || exit 80
  $ ./touch "$BPFFS/arena" 0x200000000000
  first page, 0
  $ p lookup arena -j | jq -c '[.pages, .ranges]'
  [4,[{"first":0,"last":1},{"first":5,"last":5},{"first":7,"last":7}]]
  $ p lookup arena page 7
  00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
  *
  00001000

One that nobody has mapped, and one where reading a page that is not there is a fault (segv_on_fault).

  $ m create "$BPFFS/new" type arena key 0 value 0 entries 2000 flags mmapable name "${PREFIX}new"
  $ p lookup new
  pages:     0
  max_pages: 2000
  page_size: 4096
  address:   (nowhere)
  ranges:    []
  $ p lookup new -j
  {"pages":0,"max_pages":2000,"page_size":4096,"address":null,"ranges":[]}
  $ m create "$BPFFS/fault" type arena key 0 value 0 entries 100 flags mmapable,segv_on_fault name "${PREFIX}fault"
  $ p lookup fault -j
  {"pages":0,"max_pages":100,"page_size":4096,"address":null,"ranges":[]}
  $ p lookup fault page 99
  mapctl: map fault has no page 99: nobody has used it yet
  [1]

What it cannot be asked.

  $ p lookup arena page 8
  mapctl: map arena has no page '8': 0 to 7
  [2]
  $ p lookup arena page
  mapctl: map arena: 'page' takes one number
  [2]
  $ p lookup arena page one
  mapctl: map arena has no page 'one': 0 to 7
  [2]
  $ p lookup arena page 1 2
  mapctl: map arena: 'page' takes one number
  [2]
  $ p lookup arena key 1
  mapctl: map arena: an arena has pages: 'page N' shows one
  [2]
  $ p lookup hash page 1
  mapctl: map hash: 'key' was expected, not 'page'
  [2]
  $ p dump arena
  mapctl: map arena: an arena is memory without entries to walk; 'mapctl lookup' lists its pages, 'mapctl lookup MAP page N' shows one
  [2]
  $ p update arena value 1
  mapctl: map arena: values cannot be put into type arena from user space
  [2]
  $ p update arena
  mapctl: map arena: values cannot be put into type arena from user space
  [2]

The program that reads wants to be loaded.

  $ deny iter lookup pinned "$BPFFS/arena"
  mapctl: map arena: its pages are read by a small program, as reading them like memory would make those that are not there; this kernel takes no such program
  [3]
  $ chmod 711 "$HERE" && chmod 644 "$BPFFS/arena" && chmod 755 "$BPFFS"
  $ nobody lookup pinned "$BPFFS/arena"
  mapctl: map arena: its pages are read by a small program, as reading them like memory would make those that are not there; that takes CAP_BPF and CAP_PERFMON
  [5]
