A new user's first mistakes: one line each, which says what to do.

  $ animals

Without a command the maps are listed; words that are no commands.

  $ mapctl | grep "$PREFIX" >bare
  $ mapctl list | grep "$PREFIX" | diff bare -
  $ mapctl -j | jq 'length > 20'
  true
  $ m dmp
  mapctl: there is no command 'dmp'; did you mean 'dump'?
  [2]
  $ m map list
  mapctl: there is no command 'map'; 'mapctl help' lists them
  [2]
  $ m ''
  mapctl: there is no command ''; 'mapctl help' lists them
  [2]
  $ m -j dmp
  {"error":"there is no command 'dmp'; did you mean 'dump'?","status":2}
  [2]

No abbreviations, whatever bpftool makes of them.

  $ m d name x
  mapctl: there is no command 'd'; 'mapctl help' lists them
  [2]

Options and their values.

  $ m list --jsn
  mapctl: list: there is no option --jsn; did you mean --json?
  [2]
  $ m --formt json list
  mapctl: there is no option --formt; did you mean --format?
  [2]
  $ m --frobnicate list
  mapctl: there is no option --frobnicate here; see 'mapctl help'
  [2]
  $ m -x list
  mapctl: there is no option -x here; see 'mapctl help'
  [2]
  $ m --format jsn list
  mapctl: --format: there is no 'jsn'; did you mean 'json'?
  [2]
  $ m --format xml list
  mapctl: --format: there is no 'xml'; see 'mapctl help'
  [2]
  $ m --format
  mapctl: --format needs a value: FORMAT
  [2]
  $ m list --numeric=1
  mapctl: list: --numeric takes no value
  [2]
  $ m list -o nme
  mapctl: there is no column 'nme'; did you mean 'NAME'?
  [2]
  $ m list -o id,
  mapctl: there is no column ''; -H lists them
  [2]
  $ p dump hash --limit many
  mapctl: dump: --limit: 'many' is not a number from 1 up
  [2]
  $ p dump hash --limit -1
  mapctl: dump: --limit: '-1' is not a number from 1 up
  [2]
  $ p dump hash --limit 18446744073709551616
  mapctl: dump: --limit: '18446744073709551616' is not a number from 1 up
  [2]

An option of another command.

  $ m list --sum
  mapctl: list: there is no option --sum* (glob)
  [2]

Half a map.

  $ m dump
  mapctl: dump: which map? id ID, name NAME or pinned PATH; 'mapctl list' shows them
  [2]
  $ m dump id
  mapctl: 'id' needs a word behind it: the number of a map
  [2]
  $ m dump name
  mapctl: 'name' needs a word behind it: the name of a map
  [2]
  $ m dump pinned
  mapctl: 'pinned' needs a word behind it: the path of a pinned map
  [2]
  $ m dump pinned ''
  mapctl: 'pinned' needs a word behind it: the path of a pinned map
  [2]
  $ m dump ''
  mapctl: an empty word names no map
  [2]

No such id, and what is none.

  $ m dump id 4294967295
  mapctl: no map has the id 4294967295; 'mapctl list' shows the maps
  [1]
  $ m dump id one
  mapctl: 'one' is not the id of a map: ids are numbers up to 4294967295
  [2]
  $ m dump id 4294967296
  mapctl: '4294967296' is not the id of a map: ids are numbers up to 4294967295
  [2]
  $ m dump 99999999999
  mapctl: '99999999999' is not the id of a map: ids are numbers up to 4294967295
  [2]
  $ m dump id -1
  mapctl: '-1' is not the id of a map: ids are numbers up to 4294967295
  [2]
  $ m dump id ''
  mapctl: 'id' needs a word behind it: the number of a map
  [2]

No such name: the nearest is offered.

  $ m dump "${PREFIX}hsh"
  mapctl: no map has the name "hsh"; the nearest is "hash"
  [1]
  $ m dump name "no such map at all"
  mapctl: no map has the name "no such map at all"; 'mapctl list' shows the maps
  [1]

No such pin, and what is no pin of a map.

  $ m dump pinned "$BPFFS/nothing"
  mapctl: BPFFS/nothing: no such pin
  [1]
  $ m dump "$BPFFS/hash/below"
  mapctl: BPFFS/hash/below: no such pin
  [1]
  $ m dump "$BPFFS"
  mapctl: BPFFS: a folder, not a pinned BPF map
  [2]
  $ m dump /etc/passwd
  mapctl: /etc/passwd: not a pinned BPF map
  [2]
  $ pin_program "$BPFFS/program"
  $ p dump program
  mapctl: BPFFS/program: the pin of a program or link, not of a map
  [2]

However long a word is, what is wrong is said to the end.

  $ long=$(printf 'x%.0s' {1..3000})
  $ m dump "/$long/$long" | sed 's/xxx*/xxx/g'
  mapctl: /xxx...xxx: File name too long
  [3]
  $ m dump name "$long" | sed 's/xxx*/xxx/g'
  mapctl: no map has the name "xxx...xxx"; 'mapctl list' shows the maps
  [1]
  $ p lookup hash key "$long" | sed 's/xxx*/xxx/g'
  mapctl: map hash: key: 'xxx...xxx' does not fit unsigned int: 0 to 4294967295
  [2]

Words that nobody asked for.

  $ p dump hash entries
  mapctl: dump: does not know what to do with 'entries'; see 'mapctl help dump'
  [2]
  $ m show pinned "$BPFFS/hash" extra
  mapctl: show: does not know what to do with 'extra'; see 'mapctl help show'
  [2]
  $ p lookup hash kye 1
  mapctl: map hash: 'key' was expected, not 'kye'
  [2]
  $ p delete hash kye 1
  mapctl: delete: 'key' was expected, not 'kye'; see 'mapctl help delete'
  [2]
  $ p update hash 1 value 2
  mapctl: update: 'key' was expected, not '1'; see 'mapctl help update'
  [2]
  $ p push queue 1 0 0 0
  mapctl: push: 'value' was expected, not '1'; see 'mapctl help push'
  [2]
  $ m help dump hash
  mapctl: help: does not know what to do with 'hash'
  [2]

Not knowing the CPUs, nothing is read that there is one of for each of them.

  $ unshare --mount bash -c 'mount -t tmpfs none /sys/devices/system/cpu && m dump pinned "$BPFFS/percpu_hash"'
  mapctl: map phash: its values are one a CPU, and how many the kernel counts is not known: /sys/devices/system/cpu/possible cannot be read
  [3]

No bpffs, in a mount namespace of its own.

  $ unshare --mount bash -c 'mount -t tmpfs none /sys/fs/bpf && m dump /sys/fs/bpf/conns'
  mapctl: /sys/fs/bpf/conns: no such pin: no bpffs is mounted there; 'mount -t bpf bpf /sys/fs/bpf' mounts it
  [1]
