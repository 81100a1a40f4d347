Help, of mapctl and of each command: on standard output, and a success.

  $ m help | sed -n '/^Options/,$!p' | grep -v '^  [a-z]'
  Usage: mapctl [OPTIONS] COMMAND ...
  
  See:
  
  Change:
  
  Follow:
  
  Count:
  
  Script:
  
  $ m help | sed -n '/^Options/,$p'
  Options of every command:
    -j, --json               print JSON, errors too
    -p, --pretty             print JSON for people to read
        --format FORMAT      text, json, jsonl, hex or bpftool
        --all                show, dump: every map of the name; JSON is an array of maps
        --numeric            no names of enums, maps, interfaces, ...: numbers
        --int64-strings      integers as JSON strings, for readers that round
        --color WHEN         auto, always or never
        --sandbox MODE       require: fail rather than read without dropping privileges; off
    -f, --bpffs              show where maps are pinned
    -n, --nomount            accepted for bpftool's sake: mapctl never mounts
    -d, --debug              what libbpf has to say, on stderr
    -V, --version            print the version
    -h, --help               print help, on a command if one is named
  
  MAP: id ID, name NAME or pinned PATH; one word: digits are an id, a / makes a path, else a name.
  Exit status: 0 done, 1 no (not there), 2 usage, 3 system error, 4 done in part, 5 not permitted.
  
  'mapctl help COMMAND' tells more; the manual is mapctl(8).
  $ diff <(m help) <(m --help)
  $ diff <(m help) <(m -h)
  $ m help dump
  mapctl dump: show every entry of a map
  
  Usage: mapctl dump MAP [OPTIONS]
    MAP: id ID, name NAME, pinned PATH; or one word that is one of them
  
  Options:
        --sum                add up the values of all CPUs
        --nonzero            leave out entries whose value is zero
        --limit N            stop after N entries
        --hex                show the bytes beside the decoded values
  
  Options for types:
        --key-type TYPE      take keys for this: a type in C, or a name in --btf
        --value-type TYPE    take values for this
        --btf FILE           where names of types are looked up; else in the kernel
        --as FIELD=VIEW,...  show and take a field as ipv4, mac, time, hex, ...
  
  Manual: man mapctl-dump; options of every command: mapctl help
  $ m help lookup | sed -n 3,11p
  Usage: mapctl lookup MAP [OPTIONS] [key KEY | value VALUE | var NAME | page N]
    MAP: id ID, name NAME, pinned PATH; or one word that is one of them
    KEY: bytes, as 1 0 0 0 or hex 01 00 00 00; by its type, as 1000, eth0,
        10.0.0.0/8 or port=443 proto=TCP; JSON, as -j prints it; @FILE
    VALUE: the same
    value: of a bloom filter, whether it may be in there
    var NAME: a global variable, in the map of a program's .data, .bss or .rodata
    page N: of an arena
    Queues, stacks and ring buffers take none of these.

Every command that is listed has its help, by either way, and says how it is used.

  $ for command in $(mapctl --complete ''); do
  >     diff <(m help $command) <(m $command --help)
  >     diff <(m help $command) <(m -h $command)
  >     m help $command | grep -c "^mapctl $command: [a-z]"
  >     m help $command | grep -c "^Usage: mapctl $command"
  > done | uniq
  1

Each is in the list, once, and the list has no other.

  $ diff <(m --complete '') <(m help | sed -n '/^Options/,$!s/^  \([a-z_]*\) .*/\1/p')
  $ m --complete '' | sort | uniq -d

A usage line is broken before an alternative or a bracket, never inside of one.

  $ m help create | sed -n '/^Usage/,/^  PATH/p'
  Usage: mapctl create [OPTIONS] PATH {type TYPE key SIZE|TYPE value SIZE|TYPE entries N
             | like MAP | from OBJ.o[:NAME]} [name NAME] [flags FLAG[,FLAG...]] [inner_map MAP]
             [offload_dev IF] [numa_node N] [map_extra N] [replace]
    PATH: a new file in a bpffs, mostly below /sys/fs/bpf

No line is wider than a terminal.

  $ for command in '' $(mapctl --complete ''); do mapctl help $command; done | awk 'length > 100'

  $ m help dmp
  mapctl: help: there is no command 'dmp'; did you mean 'dump'?
  [2]
  $ diff <(m help counter) <(m help counter run)
  $ m help counter runs
  mapctl: help: does not know what to do with 'runs'
  [2]
  $ m help frobnicate
  mapctl: help: there is no command 'frobnicate' (re)
  [2]
  $ m --version
  mapctl \d+\.\d+\.\d+ (re)
  using libbpf \d+\.\d+ (re)
  $ m -j --version
  {"version":"\d+\.\d+\.\d+","libbpf_version":"\d+\.\d+"} (re)
