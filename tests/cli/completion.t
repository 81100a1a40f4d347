Completion asks the binary: what the last word, begun or empty, may become.

  $ animals
  $ offered() { m --complete "$@"; }

  $ offered '' | diff - <(mapctl help | sed -n '/^Options/,$!s/^  \([^ ]*\) .*/\1/p')
  $ offered du
  dump
  $ offered help ge
  getnext
  $ offered --s
  --sandbox
  $ offered dump -- | sort | diff - <(cat <(mapctl help) <(mapctl help dump) | sed -nE 's/^  (-[A-Za-z],|   ) (--[^ ]+).*/\2/p' | sort -u)
  $ offered dump --n
  --numeric
  --nomount
  --nonzero
  $ offered list --format j
  json
  jsonl
  $ offered list --format = j
  json
  jsonl
  $ offered list --color ''
  auto
  always
  never
  $ offered list -o '' | diff - <(mapctl list -H | awk '{print $1}')
  $ offered list -o ID,T
  ID,TYPE
  $ offered list --output=+FL
  --output=+FLAGS
  $ offered dump --as saddr=ip
  saddr=ipv4
  saddr=ipv6
  $ offered update --as=a=hex,b=ma
  --as=a=hex,b=mac
  $ offered dump --as saddr
  $ offered dump --limit ''
  $ offered completion ''
  bash
  zsh
  fish

Records have no keys.

  $ offered events --k
  $ offered dump --k
  --key-type

Counters: verbs, names, interfaces and settings.

  $ offered counter ''
  list
  run
  start
  stop
  $ offered counter stop ex
  execs
  execlog
  $ offered counter start packets ''
  dev
  $ offered counter run packets dev l
  lo
  $ offered counter start ratelimit dev lo fail ''
  open
  closed
  $ offered counter start ratelimit dev lo rate 5 ''
  burst
  fail
  $ offered counter start execs ''
  $ offered counter list ''

Maps: how to name one, and the names there are.

  $ offered dump '' | sed -n 1,3p
  id
  name
  pinned
  $ command mapctl --complete dump "${PREFIX}ha" | neutral
  hash
  $ command mapctl --complete dump name "${PREFIX}in" | neutral | sort
  in_a
  in_b
  inode
  $ id=$(bpftool -j map show pinned "$BPFFS/hash" | jq .id)
  $ mapctl --complete dump id $id | grep -cx $id
  1
  $ mapctl --complete lookup pinned "$BPFFS/lpm" | neutral | sort
  BPFFS/lpm4
  BPFFS/lpm4_raw
  BPFFS/lpm6
  $ offered dump "${PREFIX}hash" ''

What stands behind the map: keywords that fit the command, and have not been given.

  $ words() { offered "$@" | paste -sd' '; }
  $ words lookup "${PREFIX}hash" ''
  key var value
  $ words lookup "${PREFIX}hash" key 1 ''
  
  $ words getnext "${PREFIX}hash" ''
  key
  $ words update "${PREFIX}hash" ''
  key var value set any exist noexist lock
  $ words update "${PREFIX}hash" key 1 value 2 ''
  var any exist noexist lock
  $ words update "${PREFIX}hash" key 1 value 2 noexist ''
  var lock
  $ words update "${PREFIX}hash" key 1 set ''
  
  $ words delete "${PREFIX}hash" key 1 ''
  
  $ words push "${PREFIX}queue" ''
  value any exist noexist lock

Fields of key and value by the map's types, those that have been given not again; names of an enum.

  $ words update "${PREFIX}flow" key ''
  hex saddr= dport= protocol=
  $ words update "${PREFIX}flow" key s
  saddr=
  $ words update "${PREFIX}flow" key saddr=10.0.0.1 ''
  dport= protocol= var value set any exist noexist lock
  $ words update "${PREFIX}flow" key saddr=10.0.0.1 protocol=
  protocol=TCP protocol=UDP
  $ words update "${PREFIX}flow" key .pro
  .protocol=
  $ words update "${PREFIX}flow" key .protocol=U
  .protocol=UDP
  $ words update "${PREFIX}flow" key saddr=1 value ''
  hex packets= bytes=
  $ words update "${PREFIX}flow" key saddr=1 set packets=1 b
  bytes=
  $ words lookup "${PREFIX}flow" key protocol=
  protocol=TCP protocol=UDP
  $ words delete "${PREFIX}flow" key dport=443 ''
  saddr= protocol=
  $ words update "${PREFIX}sink" key 0 value p
  pointer= point.x= point.y= port=
  $ words update "${PREFIX}sink" key 0 value state=
  state=IDLE state=BUSY state=BROKEN
  $ words update "${PREFIX}sink" key 0 value yes=
  yes=true yes=false
  $ words update "${PREFIX}flow" key saddr=1 -
  
  $ words update pinned "$BPFFS/hash" key ''
  hex

Global variables.

  $ words lookup pinned "$BPFFS/data" var ''
  counter total who
  $ words update pinned "$BPFFS/data" var t
  total
  $ words update pinned "$BPFFS/data" var total value ''
  

Values that stand for something, per-CPU values, the owners of local storage.

  $ words update pinned "$BPFFS/array_of_maps" key 0 value ''
  id name pinned
  $ words update pinned "$BPFFS/array_of_maps" key 0 value name "${PREFIX}in_"
  in_a in_b
  $ words update pinned "$BPFFS/devmap" key 0 value ''
  dev
  $ words update pinned "$BPFFS/devmap" key 0 value dev lo | grep -ow lo
  lo
  $ words update "${PREFIX}phash" key 1 value ''
  all cpu hex
  $ words lookup "${PREFIX}task" key ''
  pid
  $ words lookup "${PREFIX}inode" key ''
  path
  $ words lookup "${PREFIX}sk" key pid 1 ''
  fd

Options end where data begins, and have their values behind a "=" as well.

  $ words update "${PREFIX}hash" key 1 value --
  
  $ words dump --format=j
  --format=json --format=jsonl
  $ words dump --btf ''
  
  $ words types lru
  lru_hash lru_percpu_hash

A map that is not there, or may not be read: nothing is said, and what needs no map is offered.

  $ words update nosuchmap key ''
  hex pid cgroup path
  $ nobody --complete update "${PREFIX}flow" key '' | paste -sd' '
  hex pid cgroup path
  $ chmod 644 "$BPFFS/flow"
  $ nobody --complete lookup pinned "$BPFFS/flow" key '' | paste -sd' '
  hex
  $ nobody --complete update "${PREFIX}flow" '' | paste -sd' '
  key var value set any exist noexist lock

A name that a shell would take for something else is not offered.

  $ mapctl --complete dump pinned "$BPFFS/" | neutral | grep -E 'hostile|esc|new|caf|line'
  BPFFS/hostile
  $ touch='$(touch pwned)' && mkdir "$BPFFS/$touch" && b map create "$BPFFS/$touch/x;ls" type array key 4 value 4 entries 1 name "${PREFIX}x"
  $ mapctl --complete dump pinned "$BPFFS/" | grep -c -e touch -e ';'
  0
  [1]

bash's own completion, as a user would load it.

  $ source <(mapctl completion bash)
  $ complete -p mapctl
  complete -o default -F _mapctl mapctl
  $ tab() { COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=(); _mapctl; printf '%s\n' "${COMPREPLY[@]}" | neutral; }
  $ tab mapctl du
  dump
  $ tab mapctl dump "${PREFIX}hra"
  hraw
  $ tab mapctl dump --format = js
  json
  jsonl
  $ tab mapctl update "${PREFIX}flow" key saddr = 10.0.0.1 p
  protocol=
  $ tab mapctl update "${PREFIX}flow" key saddr = 10.0.0.1 protocol =
  TCP
  UDP
  $ tab mapctl update "${PREFIX}flow" key saddr = 10.0.0.1 protocol = T
  TCP
  $ tab mapctl update "${PREFIX}flow" key saddr =:: 1 ''
  dport=
  protocol=
  var
  value
  set
  any
  exist
  noexist
  lock
  $ tab mapctl update "${PREFIX}flow" key protocol = TCP saddr = fe80 :: 1 : 2 ''
  dport=
  var
  value
  set
  any
  exist
  noexist
  lock
  $ b map create "$BPFFS/co:lon" type array key 4 value 4 entries 1 name "${PREFIX}colon"
  $ tab mapctl dump pinned "$BPFFS/co" : l
  lon
  $ tab mapctl getnext "${PREFIX}lpm6" key :: 1/64 ''
  prefixlen=
  addr=
  $ tab mapctl dump nosuchmapatall
  
  $ [ -e pwned ]
  [1]
  $ for shell in bash zsh fish; do mapctl completion $shell | grep -c -e '--complete'; done
  1
  1
  1
  $ m completion
  mapctl: completion: for which shell? bash, zsh or fish
  [2]
  $ m completion tcsh
  mapctl: completion: there is none for 'tcsh'; bash, zsh or fish
  [2]
