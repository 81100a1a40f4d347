All about one map.

  $ animals
  $ chmod 600 "$BPFFS"/*

  $ p show hash | grep -v -E '^(memory|used|full):'
  id: ID
  type:      hash
  name:      hash
  key:       unsigned int
  value:     unsigned long long
  max:       16
  btf: ID
  pins:      BPFFS/hash
  $ p show array_frozen -o name,flags,frozen
  name:      afroz
  flags:     rdonly_prog
  frozen:    frozen
  $ p show rodata --bytes -o name,flags,value
  name:      .ro
  flags:     0x480
  value:     4
  $ p show lpm4 --count -o used,max,full
  used:      3
  max:       16
  full:      18%
  $ p show struct_ops -o value 2>/dev/null | grep -v 'struct bpf_struct_ops_tcp_congestion_ops'
  [1]

`list MAP` is the same.

  $ p show hash > shown && p list hash | diff shown -

The fields that bpftool has, of every map here, are as bpftool says.

  $ cat > facts.jq <<'END'
  > {id, type, name: .name[:15], flags, bytes_key, bytes_value, max_entries, bytes_memlock, frozen, btf_id}
  > + if .type == "prog_array" then {owner_prog_type, owner_jited} else {} end
  > | if $known then . else del(.type) end
  > END
  $ for pin in "$BPFFS"/*; do
  >     bpftool -j map show pinned "$pin" > theirs 2>/dev/null || continue
  >     known=$(jq '.type | type == "string"' theirs)
  >     mapctl -j show pinned "$pin" > ours
  >     for facts in ours theirs; do jq -S --argjson known $known -f facts.jq $facts > $facts.facts; done
  >     diff ours.facts theirs.facts || echo "${pin##*/}"
  >     jq 'keys | length > 8' ours.facts >> compared
  > done
  $ sort compared | uniq -c | awk '{ print ($1 > 45), $2 }'
  1 true

  $ j . show pinned "$BPFFS/array_mmap" -o name,type,flags,key,value,max,frozen,owner,pins
  {"name":"ammap","type":"array","flags":1024,"flag_names":["mmapable"],"bytes_key":4,"key_type":"unsigned int","bytes_value":4,"value_type":"unsigned int","max_entries":4,"frozen":0,"owner_prog_type":null,"owner_jited":null,"pinned":["BPFFS/array_mmap"]}
  $ j '[.key_type, .btf_id, .owner_prog_type, .programs]' show pinned "$BPFFS/prog_array"
  [null,null,"socket_filter",[]]

Who holds it open: found by an iterator, or in /proc, with the same result.

  $ stay bpftool map event_pipe pinned "$BPFFS/perf_event_array"
  $ holder=$!
  $ await 'ls -l /proc/$holder/fd | grep -q bpf-map'
  $ p show perf_event_array -o pids | sed "s/$holder/PID/"
  pids:      bpftool(PID)
  $ p show perf_event_array -o pids -j | sed "s/$holder/PID/"
  {"pids":[{"pid":PID,"comm":"bpftool"}]}
  $ look='^mapctl: note: only some processes could be looked into'
  $ deny iter show pinned "$BPFFS/perf_event_array" -o pids | grep -v "$look" | sed "s/$holder/PID/"
  pids:      bpftool(PID)
  $ listed -o name,pids | squeeze | grep perf | sed "s/$holder/PID/"
  perf bpftool(PID)
  $ deny iter list -o name,pids | squeeze | grep "$holder" | sed "s/$holder/PID/"
  perf bpftool(PID)
  $ kill $holder
  $ await '! [ -e /proc/$holder ]'
  $ p show perf_event_array -o pids -j
  {"pids":[]}

Without files to open it tells all or nothing.

  $ mapctl -j show pinned "$BPFFS/hash_raw" -o memory,frozen,pins,programs,pids > whole
  $ for n in {4..20}; do
  >     (ulimit -n $n; exec mapctl -j show pinned "$BPFFS/hash_raw" -o memory,frozen,pins,programs,pids) > some 2> why
  >     case $? in
  >     0) cmp whole some && echo all ;;
  >     3) grep -o 'Too many open files' why ;;
  >     127) echo 'Too many open files' ;; # for the libraries even
  >     esac
  > done | sort -u
  Too many open files
  all

Without a map it lists them all.

  $ m show -o id,name | sed -n 1p | squeeze
  ID NAME
