Longest-prefix tries: the keys are prefixes, however they are typed.

  $ animals

  $ p dump lpm4 | sort
  0.0.0.0/0           0
  10.0.0.0/8          8
  192.168.1.0/24     24
  KEY             VALUE
  $ p dump lpm4 -j | jq -c 'sort_by(.value)'
  [{"key":"0.0.0.0/0","value":0},{"key":"10.0.0.0/8","value":8},{"key":"192.168.1.0/24","value":24}]
  $ p dump lpm6 | sort
  2001:db8::/32     32
  ::1/128          128
  KEY            VALUE

Without BTF too: 8 and 20 bytes can only be IPv4 and IPv6.

  $ p dump lpm4_raw | sort
  0.0.0.0/0       00 00 00 00
  10.0.0.0/8      08 00 00 00
  192.168.1.0/24  18 00 00 00
  KEY             VALUE

Another size: bytes.

  $ b map create "$BPFFS/lpm3" type lpm_trie key 7 value 1 entries 4 name "${PREFIX}lpm3" flags 1
  $ b map update pinned "$BPFFS/lpm3" key 16 0 0 0 1 2 3 value 9
  $ p dump lpm3
  KEY                   VALUE
  10 00 00 00 01 02 03  09

--numeric: as the program sees it.

  $ p dump lpm4 --numeric -j | jq -c 'sort_by(.value)[]'
  {"key":{"prefixlen":0,"addr":[0,0,0,0]},"value":0}
  {"key":{"prefixlen":8,"addr":[10,0,0,0]},"value":8}
  {"key":{"prefixlen":24,"addr":[192,168,1,0]},"value":24}

A lookup finds the longest prefix that fits.

  $ p lookup lpm4 key 32 0 0 0 192 168 1 7 -j
  mapctl: map lpm4: key: it has 8 bytes, and 9 are given; FIELD=VALUE for each field, or JSON will do; options stand before 'key' and 'value'
  [2]
  $ p lookup lpm4 -j key 32 0 0 0 192 168 1 7 | jq .value
  24
  $ p lookup lpm4 -j key 32 0 0 0 192 168 2 7 | jq .value
  0
  $ p getnext lpm4 key 8 0 0 0 10 0 0 0 > /dev/null
