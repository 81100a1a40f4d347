Stack traces: a frame each, with the function it was in, without the slots behind the last.

  $ animals
  $ needs stack_trace
  $ j '.[] | [.key | type], (.value | length > 0 and length <= 8 and all(.address > 0)), (.value[0] | keys)' dump pinned "$BPFFS/stack_trace"
  ["number"]
  true
  ["address","offset","symbol"]
  $ id=$(j '.[0].key' dump pinned "$BPFFS/stack_trace")
  $ diff <(j '.value[1:]' lookup pinned "$BPFFS/stack_trace" key $id) <(j '.[0].value[1:]' dump pinned "$BPFFS/stack_trace")

The kernel says where its functions are; some frame is in the system call.  The first frame was
in a program that is gone: who has its memory now changes.

  $ frames() { mapctl -j --int64-strings dump pinned "$BPFFS/stack_trace" | jq -r '.[0].value[] | "\(.address) \(.offset) \(.symbol)"'; }
  $ frames | sed 1d | grep -v null | while read -r address offset symbol; do
  >     grep -qE "^$(printf %x $((address - offset))) [tTwW] $symbol(\s|$)" /proc/kallsyms || echo "$symbol: not there"
  > done
  $ frames | cut -d' ' -f3 | grep -c '_sys_bpf$' | sed 's/[1-9][0-9]*/some/'
  some

As text a line a frame: its address, and what is there.

  $ diff <(p dump stack_trace | sed 1,3d) <(frames | sed 1d | while read -r address offset symbol; do
  >     [ "$symbol" = null ] && printf '  - 0x%x: -\n' $((address)) || printf '  - 0x%x: %s+0x%x\n' $((address)) "$symbol" "$offset"
  > done)
  $ p dump stack_trace | sed -n 1,2p
  key: \d+ (re)
  value:

Without names, plain addresses.

  $ diff <(mapctl -j --numeric dump pinned "$BPFFS/stack_trace" | jq -c '.[0].value') <(mapctl -j dump pinned "$BPFFS/stack_trace" | jq -c '.[0].value | map(.address)')
  $ p dump stack_trace --numeric | sed -n 2p
  value: \[0x[0-9a-f]+(, 0x[0-9a-f]+)*[],] (re)

Where the symbols are hidden there are addresses, in JSON the shape stays, and a note says why.

  $ hidden() { unshare -m sh -c 'mount --bind /dev/null /proc/kallsyms && exec "$@"' hidden mapctl "$@" pinned "$BPFFS/stack_trace" 2>&1 | neutral; }
  $ hidden dump | sed -n '1p; 3p'
  mapctl: note: map stackt: /proc/kallsyms does not show the kernel's symbols; frames are shown as addresses
  value: \[0x[0-9a-f]+(, 0x[0-9a-f]+)*[],] (re)
  $ hidden -j dump | sed 1d | jq -c '.[0].value | map(.symbol, .offset) | unique'
  [null]

Who shows no values does not read them: that would take far longer than what is asked.

  $ unread() { unshare -m sh -c 'mount --bind /dev/null /proc/kallsyms && exec "$@"' hidden mapctl "$@" 2>&1 >/dev/null | neutral; }
  $ unread getnext pinned "$BPFFS/stack_trace"
  $ unread schema pinned "$BPFFS/stack_trace"
  $ unread dump pinned "$BPFFS/stack_trace" --format hex
  $ unread delete pinned "$BPFFS/stack_trace" --dry-run key $id
  mapctl: note: map stackt: /proc/kallsyms does not show the kernel's symbols; frames are shown as addresses
  $ unread delete pinned "$BPFFS/stack_trace" key $id
