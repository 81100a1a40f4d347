Values that stand for something else: its number and its name.

  $ animals

Maps in maps. Empty slots are left out.

  $ p dump array_of_maps | squeeze | sed -E 's/ [0-9]+ / ID /'
  KEY id name
  0 ID in_a
  2 ID in_b
  $ p dump array_of_maps -j
  [{"key":0,"value":{"id":ID,"name":"in_a"}},{"key":2,"value":{"id":ID,"name":"in_b"}}]
  $ p dump hash_of_maps -j | jq -Rr 'gsub("ID"; "0") | fromjson | sort_by(.key) | tojson'
  [{"key":"0a000000","value":{"id":0,"name":"in_a"}},{"key":"14000000","value":{"id":0,"name":"in_b"}}]
  $ p lookup array_of_maps key 2
  key: 2
  value:
      id: ID
      name: in_b
  $ p lookup array_of_maps key 1
  mapctl: map aom has nothing at index 1
  [1]

The id is the right one.

  $ diff <(j '[.[].value.id]' dump pinned "$BPFFS/array_of_maps") \
  >     <(for m in inner_a inner_b; do bpftool -j map show pinned "$BPFFS/$m"; done | jq -sc '[.[].id]')

Programs.

  $ p dump prog_array | squeeze | sed -E 's/ [0-9]+ / ID /'
  KEY id name
  1 ID zoo_filter
  $ p dump prog_array -j
  [{"key":1,"value":{"id":ID,"name":"zoo_filter"}}]
  $ p dump prog_array -j --numeric
  [{"key":1,"value":{"id":ID}}]
  $ p show prog_array -o owner
  owner:     socket_filter, *jited (glob)

Interfaces, with the programs that redirected packets go through.

  $ p dump devmap
  KEY  ifindex  ifname
    2        1  lo
  $ p dump devmap -j
  [{"key":2,"value":{"ifindex":1,"ifname":"lo"}}]
  $ p dump devmap --numeric -j
  [{"key":2,"value":{"ifindex":1}}]
  $ p dump devmap_hash
  KEY  ifindex  ifname
    2        1  lo
  $ p dump devmap_prog -j
  [{"key":0,"value":{"ifindex":1,"ifname":"lo","program":{"id":ID,"name":"zoo_devmap"}}}]

CPUs.

  $ p dump cpumap
  KEY  qsize
    0    192
  $ p dump cpumap -j
  [{"key":0,"value":{"qsize":192}}]
  $ p dump cpumap_prog -j
  [{"key":0,"value":{"qsize":64,"program":{"id":ID,"name":"zoo_cpumap"}}}]
  $ p lookup devmap key 2
  key: 2
  value:
      ifindex: 1
      ifname:  lo
