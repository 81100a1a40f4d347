Stack traces: the addresses, without the slots behind the last.

  $ animals
  $ needs stack_trace
  $ j '.[] | [.key | type], (.value | length > 0 and length <= 8 and all(. > 0))' dump pinned "$BPFFS/stack_trace"
  ["number"]
  true
  $ p dump stack_trace | sed -n 1,2p
  key: \d+ (re)
  value: \[0x[0-9a-f]+(, 0x[0-9a-f]+)*[],] (re)
  $ id=$(j '.[0].key' dump pinned "$BPFFS/stack_trace")
  $ diff <(j .value lookup pinned "$BPFFS/stack_trace" key $id) <(j '.[0].value' dump pinned "$BPFFS/stack_trace")
