Completion asks the binary: what the last word, begun or empty, may become.

  $ animals
  $ offered() { m --complete "$@"; }

  $ offered ''
  list
  show
  dump
  lookup
  getnext
  schema
  counter
  completion
  help
  $ offered d
  dump
  $ offered help ge
  getnext
  $ offered --s
  --sandbox
  $ offered dump --
  --* (glob)
  --* (glob)
  --* (glob)
  --* (glob)
  --* (glob)
  --* (glob)
  --* (glob)
  --* (glob)
  --* (glob)
  --* (glob)
  --* (glob)
  --* (glob)
  --* (glob)
  --sum
  --nonzero
  --limit
  --hex
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
  $ offered dump --limit ''
  $ offered completion ''
  bash
  zsh
  fish

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
  $ offered lookup "${PREFIX}hash" ''
  key
  value
  $ offered lookup "${PREFIX}task" key ''
  hex
  pid
  cgroup
  path
  $ offered lookup "${PREFIX}sk" key pid 1 ''
  fd
  $ offered dump "${PREFIX}hash" ''

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
