Values of per-CPU maps: for all CPUs, for one, for each.

  $ animals
  $ cpus=$(possible_cpus)
  $ values() { command mapctl -j lookup pinned "$BPFFS/$1" key $2 | jq -c .values; }

What bpftool reads of the first two CPUs: the last digits, in hexadecimal.

  $ raw() {
  >     bpftool -j map lookup pinned "$BPFFS/$1" key $2 |
  >         jq -c '[.values[].value | map(.[2:]) | reverse | join("")[-3:]][:2]'
  > }

One value is that of every CPU.

  $ p update percpu_array key 0 value 258
  $ values percpu_array 0 | jq -c 'map(.value) | unique'
  [258]
  $ p update percpu_array key 0 value all 259 && values percpu_array 0 | jq -c 'map(.value) | unique'
  [259]
  $ p update percpu_hash_raw key 1 0 0 0 value 4 3 0 0 0 0 0 0
  $ values percpu_hash_raw "1 0 0 0" | jq -c 'map(.value) | unique'
  ["0403000000000000"]
  $ p update percpu_hash_raw key 1 0 0 0 value all hex 05 0 0 0 0 0 0 0
  $ values percpu_hash_raw "1 0 0 0" | jq -c 'map(.value) | unique'
  ["0500000000000000"]

As bpftool does it.

  $ bpftool map update pinned "$BPFFS/percpu_hash" key 1 0 0 0 value 9 1 0 0 0 0 0 0
  $ p update percpu_hash key 2 value 9 1 0 0 0 0 0 0
  $ diff <(raw percpu_hash "1 0 0 0") <(raw percpu_hash "2 0 0 0")

One CPU: the others keep what they have.

  $ p update percpu_hash key 7 value cpu 0 4095
  $ raw percpu_hash "7 0 0 0"
  ["fff","065"]
  $ values percpu_hash 7 | jq -c 'all(.[]; .value == (if .cpu == 0 then 4095 else 100 + .cpu end))'
  true
  $ p update percpu_array_raw key 1 value cpu 0 255 0 0 0 0 0 0 0
  $ values percpu_array_raw 1 | jq -c '.[0]'
  {"cpu":0,"value":"ff00000000000000"}
  $ values percpu_array_raw 1 | jq -c '.[1:] | all(.[]; .value | endswith("03000000000000"))'
  true
  $ p update lru_percpu_hash key 9 value '[{"cpu":0,"value":7}]'
  $ values lru_percpu_hash 9 | jq -c 'all(.[]; .value == (if .cpu == 0 then 7 else 900 + .cpu end))'
  true

Of an entry that is not there they are zero, and that is said.

  $ p update percpu_hash key 5 value cpu 0 3
  mapctl: note: map phash: the key is not there yet: the value of the other CPUs is zero
  $ values percpu_hash 5 | jq -c '.[0].value, ([.[1:][].value] | all(. == 0))'
  3
  true

What is printed for one entry is taken back: each CPU has its own again.

  $ for animal in percpu_array percpu_array_raw; do
  >     that=$(values $animal 1)
  >     p update $animal key 1 value all hex 01 00 00 00 00 00 00 00
  >     [ "$(values $animal 1)" != "$that" ] || echo unchanged
  >     p update $animal key 1 value "$that"
  >     [ "$(values $animal 1)" = "$that" ] || echo lost
  > done
  $ that=$(values percpu_hash 7)
  $ mapctl delete pinned "$BPFFS/percpu_hash" key 7
  $ p update percpu_hash key 7 value "$that"
  $ [ "$(values percpu_hash 7)" = "$that" ]
  $ that=$(command mapctl -j --int64-strings lookup --hex pinned "$BPFFS/percpu_hash" key 7 | jq -c .values)
  $ p update percpu_hash key 6 value "$that"
  $ diff <(values percpu_hash 6) <(values percpu_hash 7)

What is no value, or of no CPU; nothing changes.

  $ before=$(bpftool map dump pinned "$BPFFS/percpu_hash" | sort)
  $ p update percpu_hash key 7 value cpu $cpus 1 | sed "s/CPU $cpus: 0 to $((cpus - 1))/CPU N: 0 to LAST/"
  mapctl: map phash: value: there is no CPU N: 0 to LAST
  [2]
  $ p update percpu_hash key 7 value cpu -1 1 | sed "s/to $((cpus - 1))/to LAST/"
  mapctl: map phash: value: '-1' is no CPU: 0 to LAST
  [2]
  $ p update percpu_hash key 7 value cpu 0
  mapctl: map phash: value: 'cpu 0' needs data behind it
  [2]
  $ p update percpu_hash key 7 value cpu 0 18446744073709551616
  mapctl: map phash: CPU 0: value: '18446744073709551616' does not fit unsigned long long: 0 to 18446744073709551615
  [2]
  $ p update percpu_hash key 7 value cpu 0 1 cpu 0 1
  mapctl: map phash: value: CPU 0 is given twice
  [2]
  $ p update percpu_hash key 7 value cpu
  mapctl: map phash: value: 'cpu' does not fit unsigned long long: 0 to 18446744073709551615
  [2]
  $ p update percpu_hash key 7 value all
  mapctl: map phash: value: 'all' does not fit unsigned long long: 0 to 18446744073709551615
  [2]
  $ p update percpu_hash key 7 value all 1 2
  mapctl: map phash: value: it has 8 bytes, and 2 are given; one number will do
  [2]
  $ p update percpu_hash key 7 value '[{"cpu":0,"value":1},{"cpu":0,"value":1}]'
  mapctl: map phash: value: CPU 0 is given twice
  [2]
  $ p update percpu_hash key 7 value '[{"cpu":99999,"value":1}]' | sed "s/to $((cpus - 1))/to LAST/"
  mapctl: map phash: value: there is no CPU 99999: 0 to LAST
  [2]
  $ p update percpu_hash key 7 value '[{"cpu":0,"value":"x"}]'
  mapctl: map phash: CPU 0: value: 'x' does not fit unsigned long long: 0 to 18446744073709551615
  [2]
  $ p update percpu_hash key 7 value '[{"cpu":0}]'
  mapctl: map phash: value: one CPU's is {"cpu": N, "value": V}
  [2]
  $ p update percpu_hash key 7 value '[]'
  mapctl: map phash: value: '[]' does not fit unsigned long long: 0 to 18446744073709551615
  [2]
  $ p update percpu_hash_raw key 7 0 0 0 value '[{"cpu":0,"value":1}]'
  mapctl: map phraw: CPU 0: value: it has no type: its 8 bytes as 16 hex digits in double quotes
  [2]
  $ p update percpu_array key 2 value cpu 0 1
  mapctl: map parr has no index 2: 0 to 1
  [1]
  $ p update hash key 1 value cpu 0 1
  mapctl: map hash: value: it has one value an entry: 'all' and 'cpu N' are of per-CPU maps
  [2]
  $ p update hash key 1 value all 1
  mapctl: map hash: value: it has one value an entry: 'all' and 'cpu N' are of per-CPU maps
  [2]
  $ diff <(echo "$before") <(bpftool map dump pinned "$BPFFS/percpu_hash" | sort)
