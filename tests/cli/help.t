Help, of mapctl and of each command: on standard output, and a success.

  $ m help
  Usage: mapctl [OPTIONS] COMMAND ...
  
  Commands:
    list         list the maps there are
    show         tell all about a map; without one, as list
    dump         show every entry of a map
    lookup       show the value of one key
    getnext      show the first key, or the one that follows a key
    schema       show the types of key and value as C
    counter      run the counter programs that come with mapctl
    completion   print the completion script of a shell
    help         tell how mapctl, or one command, is used
  
  Options of every command:
    -j, --json               print JSON, errors too
    -p, --pretty             print JSON for people to read
        --format FORMAT      text, json, jsonl, hex or bpftool
        --all                act on every map of the name; JSON is an array of maps
        --numeric            numbers for ids, prefixes and interfaces, no names
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
  
  Manual: man mapctl-dump; options of every command: mapctl help
  $ m help lookup | sed -n 3p
  Usage: mapctl lookup MAP [OPTIONS] [key KEY | value VALUE]

Every command that is listed has its help, by either way, and says how it is used.

  $ for command in $(mapctl --complete ''); do
  >     diff <(m help $command) <(m $command --help)
  >     diff <(m help $command) <(m -h $command)
  >     m help $command | grep -c "^mapctl $command: [a-z]"
  >     m help $command | grep -c "^Usage: mapctl $command"
  > done | uniq -c | squeeze
  18 1

No line is wider than a terminal.

  $ for command in '' $(mapctl --complete ''); do mapctl help $command; done | awk 'length > 100'

  $ m help dmp
  mapctl: help: there is no command 'dmp'; did you mean 'dump'?
  [2]
  $ m help frobnicate
  mapctl: help: there is no command 'frobnicate' (re)
  [2]
  $ m --version
  mapctl \d+\.\d+\.\d+ (re)
  using libbpf \d+\.\d+ (re)
  $ m -j --version
  {"version":"\d+\.\d+\.\d+","libbpf_version":"\d+\.\d+"} (re)
