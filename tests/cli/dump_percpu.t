Maps with a value for every possible CPU.

  $ animals
  $ cpus=$(possible_cpus)

Text: a line or two a CPU.

  $ p dump lru_percpu_hash | sed -n 1,4p
  key: 9
  values:
    - cpu: 0
      value: 900
  $ p dump percpu_array_raw | sed -n 1,4p
  key: 0
  values:
    - cpu: 0
      value: 00 00 00 00 00 00 00 00
  $ p dump percpu_array | grep -c 'cpu:' | grep -qx $((2 * cpus))

JSON: the same shape on one CPU and on many.

  $ j '.[] | [.key, (.values | length)]' dump pinned "$BPFFS/percpu_hash" | sort | sed "s/,$cpus]/,all]/"
  [7,all]
  [8,all]
  $ j '.[] | select(.key == 7) | .values[:1], all(.values[]; .value == 100 + .cpu)' dump pinned "$BPFFS/percpu_hash"
  [{"cpu":0,"value":100}]
  true
  $ j '.[0].values[0], .[0].key' dump pinned "$BPFFS/percpu_array_raw"
  {"cpu":0,"value":"0000000000000000"}
  0
  $ j '[.[] | .key as $k | .values[] | .value == 1000 * $k + .cpu] | all, length == '$((2 * cpus)) dump pinned "$BPFFS/percpu_array"
  true
  true
  $ j '.[] | select(.key == "07000000") | .values[0]' dump pinned "$BPFFS/percpu_hash_raw"
  {"cpu":0,"value":"6400000000000000"}

--sum adds them up: one value an entry, and so a table.

  $ sum() { echo $((cpus * $1 + cpus * (cpus - 1) / 2)); }
  $ p dump percpu_array --sum -j | sed "s/$(sum 0)/SUM0/; s/$(sum 1000)/SUM1000/"
  [{"key":0,"value":SUM0},{"key":1,"value":SUM1000}]
  $ p dump percpu_hash --sum --nonzero | sed "s/$(sum 100)/ SUM/"
  KEY  VALUE
    7     SUM
  $ p lookup lru_percpu_hash --sum key 9 | sed "s/$(sum 900)/SUM/"
  key:   9
  value: SUM
  $ p dump hash --sum
  mapctl: map hash has one value an entry: --sum adds up those of per-CPU maps
  [2]
  $ p dump percpu_hash_raw --sum
  mapctl: map phraw: --sum needs the type of its values, which is not known here
  [2]

--nonzero leaves out what is zero on every CPU.

  $ j '.[] | .key' dump pinned "$BPFFS/percpu_hash" --nonzero
  7

--hex beside each value.

  $ j '.[] | select(.key == 7) | .key_hex, .values[0]' dump pinned "$BPFFS/percpu_hash" --hex
  "07000000"
  {"cpu":0,"value":100,"value_hex":"6400000000000000"}

One key.

  $ p lookup percpu_hash key 7 | sed -n 1,4p
  key: 7
  values:
    - cpu: 0
      value: 100
  $ j '.key, .values[0]' lookup pinned "$BPFFS/percpu_array" key 1
  1
  {"cpu":0,"value":1000}
