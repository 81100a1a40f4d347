Global variables, one at a time, by the types of the program that has them.

  $ animals
  $ p lookup data var counter
  var:   counter
  value: 7
  $ p lookup data -j var total
  {"var":"total","value":70}
  $ p lookup data -j --hex var who
  {"var":"who","value":"zoo","value_hex":"7a6f6f00000000000000000000000000"}
  $ p lookup data --format hex var total
  var: total  value: 46 00 00 00 00 00 00 00
  $ p lookup data --format bpftool var total
  {"var":"total","value":70}
  $ p lookup rodata -j var limit
  {"var":"limit","value":99}

Written, one by one: bpftool sees the others as they were.

  $ says() { b -j map dump pinned "$BPFFS/$1" | jq -c '.[0].formatted.value | .[] | add'; }
  $ p update data var counter value 0xffffffff && says data
  {"counter":4294967295,"total":70,"who":"zoo"}
  $ p update data var who value 'an elephant' && says data
  {"counter":4294967295,"total":70,"who":"an elephant"}
  $ p update data --echo -j var total value 71 && says data
  {"var":"total","value":70}
  {"counter":4294967295,"total":71,"who":"an elephant"}
  $ p update data var total value 1 0 0 0 0 0 1 0 && says data
  {"counter":4294967295,"total":281474976710657,"who":"an elephant"}
  $ p update data var counter value hex 01 00 00 00 exist && says data
  {"counter":1,"total":281474976710657,"who":"an elephant"}

  $ printf '\5\0\0\0' > five && p update data var counter value @five && says data
  {"counter":5,"total":281474976710657,"who":"an elephant"}
  $ p update data var counter value @/dev/null
  mapctl: map .data: counter: /dev/null has 0 bytes, and it takes 4
  [2]

The same where memory is not to be had, and the whole value is written.

  $ deny mmap update pinned "$BPFFS/data" var counter value 2 && says data
  {"counter":2,"total":281474976710657,"who":"an elephant"}

What would be written.

  $ p update data --dry-run var total value 5
  action: update
  var:    total
  old:    281474976710657
  new:    5
  $ p update data --dry-run -j var counter value 5
  {"action":"update","var":"counter","old":2,"new":5}
  $ says data
  {"counter":2,"total":281474976710657,"who":"an elephant"}

Only these bytes are written: a program that counts beside loses nothing.

  $ cat > count.c <<'END'
  > #include <stdint.h>
  > #include <stdio.h>
  > #include <stdlib.h>
  > #include <sys/mman.h>
  > #include <unistd.h>
  > #include <bpf/bpf.h>
  > int main(int argc, char **argv)
  > {
  > 	uint64_t *data = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, bpf_obj_get(argv[1]), 0);
  > 	uint64_t lost = 0, total = __atomic_load_n(&data[1], __ATOMIC_SEQ_CST);
  > 	if (argc < 2 || data == MAP_FAILED)
  > 		return 1;
  > 	for (alarm(300); *(volatile uint32_t *)data != 77;) {
  > 		lost += __atomic_exchange_n(&data[1], total + 1, __ATOMIC_SEQ_CST) != total;
  > 		total++;
  > 	}
  > 	printf("told to stop, lost %lu\n", lost);
  > 	return 0;
  > }
  > END
  $ ${CC:-gcc} -O2 -w -o count count.c -lbpf || exit 80
  $ stay ./count "$BPFFS/data"
  $ for i in {1..50}; do command mapctl update pinned "$BPFFS/data" var who value "turn $i" || echo no; done
  $ p update data var counter value 77 && wait && cat "$HERE/stay.log"
  told to stop, lost 0
  $ p lookup data -j var who
  {"var":"who","value":"turn 50"}

Structs, arrays, bitfields, static variables with the function's name, padding.

  $ p lookup bss -j var hits
  {"var":"hits","value":{"packets":5,"bytes":600}}
  $ p lookup bss -j var hits.bytes
  {"var":"hits.bytes","value":600}
  $ p lookup bss -j var handle.seen
  {"var":"handle.seen","value":3}
  $ p lookup bss -j --hex var mode
  {"var":"mode","value":{"low":1,"high":2,"level":3},"value_hex":"1100000003000000"}
  $ p lookup bss -j var 'table[1]'
  {"var":"table[1]","value":[4,5,6]}
  $ p lookup bss -j var 'table[1][2]'
  {"var":"table[1][2]","value":6}
  $ p update bss var hits.bytes value 601 && p update bss var handle.seen value 4 && says bss | jq -c .hits,.\"handle.seen\"
  {"packets":5,"bytes":601}
  4
  $ p update bss var hits set packets=6 && p update bss var mode set high=31 level=9 && says bss | jq -c .hits,.mode
  {"packets":6,"bytes":601}
  {"low":"0x1","high":"0x1f","level":9}
  $ p update bss var hits value bytes=1 && says bss | jq -c .hits
  mapctl: note: map .bss: hits: left out, and so zero: packets
  {"packets":0,"bytes":1}
  $ p update bss var hits value '{"packets": 8, "bytes": 9}' && says bss | jq -c .hits
  {"packets":8,"bytes":9}
  $ p update bss var mode.low value 7 && p update bss var 'table[0]' value '[7,8,9]' && p update bss var 'table[1][0]' value 10
  $ says bss
  {"hits":{"packets":8,"bytes":9},"handle.seen":4,"mode":{"low":"0x7","high":"0x1f","level":9},"table":[[7,8,9],[10,5,6]]}

What is none, or does not fit, changes nothing.

  $ p lookup data var countr
  mapctl: map .data: there is no variable 'countr'; did you mean 'counter'?
  [2]
  $ p lookup data var xyzzyxyzzy
  mapctl: map .data: there is no variable 'xyzzyxyzzy'; its variables are counter, total, who
  [2]
  $ p lookup bss var hits.packet
  mapctl: map .bss: hits: there is no field 'packet'; did you mean 'packets'?
  [2]
  $ p lookup bss var 'table[2]'
  mapctl: map .bss: table: there is no [2]: 0 to 1
  [2]
  $ p lookup data var counter.x
  mapctl: map .data: counter: it has no fields, and so none called 'x'
  [2]
  $ p lookup data var counter total
  mapctl: map .data: 'var' takes one name, and 'total' is a second
  [2]
  $ p lookup data var
  mapctl: map .data: 'var' needs data behind it
  [2]
  $ p lookup array var counter
  mapctl: map arr: no variables are known in it; 'var' is for the .data, .bss and .rodata of programs
  [2]
  $ p lookup hash_raw var counter
  mapctl: map hraw: no variables are known in it; 'var' is for the .data, .bss and .rodata of programs
  [2]
  $ p lookup data var counter key 0
  mapctl: map .data: 'key' or 'var', not both
  [2]
  $ b -j map dump pinned "$BPFFS/data" > before
  $ p update data var counter value 4294967296
  mapctl: map .data: counter: '4294967296' does not fit unsigned int: 0 to 4294967295
  [2]
  $ p update data var counter value -1
  mapctl: map .data: counter: '-1' does not fit unsigned int: 0 to 4294967295
  [2]
  $ p update data var counter value 1 2
  mapctl: map .data: counter: it has 4 bytes, and 2 are given; one number will do
  [2]
  $ p update data var who value 'seventeen letters'
  mapctl: map .data: who: 'seventeen letters' does not fit char [16]: it has 17 bytes, 16 at most
  [2]
  $ p update data var counter set x=1
  mapctl: map .data: counter: it is a single value, without fields
  [2]
  $ p update data var counter
  mapctl: map .data: 'var counter' to what? 'value V', or 'set FIELD=V ...'
  [2]
  $ p update data var counter key 0 value 1
  mapctl: map .data: 'var' and 'key' do not go together
  [2]
  $ p update data var counter value 1 set x=1
  mapctl: map .data: 'value' and 'set' do not go together
  [2]
  $ p update data var counter value 1 noexist
  mapctl: map .data has 'counter' already
  [1]
  $ p update data var counter value 1 lock
  mapctl: map .data: 'lock': there is no bpf_spin_lock in its values
  [2]
  $ b -j map dump pinned "$BPFFS/data" | cmp - before
  $ b -j map dump pinned "$BPFFS/bss" > before
  $ p update bss var hits set packets=1 byte=2
  mapctl: map .bss: hits: there is no field 'byte'; did you mean 'bytes'?
  [2]
  $ p update bss var mode set low=8
  mapctl: map .bss: mode: low: '8' does not fit unsigned int:3: 0 to 7
  [2]
  $ b -j map dump pinned "$BPFFS/bss" | cmp - before
  $ p update rodata var limit value 100
  mapctl: map .ro is frozen: it can never again be changed from user space
  [3]
  $ p update rodata --dry-run var limit value 100
  mapctl: map .ro is frozen: it can never again be changed from user space
  [3]
  $ p lookup rodata -j var limit
  {"var":"limit","value":99}
