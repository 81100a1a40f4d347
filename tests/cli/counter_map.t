The map of a counter is a map like others; and what is no counter. In a mount namespace whose
/sys/fs/bpf is nobody else's.

  $ mapctl counter list | grep -q execs || exit 80
  $ cat > steps <<'END'
  > mount -t bpf bpf /sys/fs/bpf
  > [ -d /sys/kernel/tracing/events ] || mount -t tracefs tracefs /sys/kernel/tracing
  > BPFFS=/sys/fs/bpf
  > step() { echo "# $*"; "$@"; local status=$?; [ $status = 0 ] || echo "[$status]"; }
  > counts=/sys/fs/bpf/mapctl/execs/exec_counts
  > step m counter start execs
  > for i in 1 2 3 4; do setpriv --reuid=45678 --clear-groups /bin/true; done
  > mapctl -j dump $counts | jq -c '.[] | select(.key == 45678)'
  > step m lookup $counts key 45678
  > mapctl dump $counts | grep -E 'KEY|45678' | squeeze
  > step m show $counts -o name,type,key,value,max,pins
  > m show $counts -o programs | sed -E 's/\([0-9]+\)/(ID)/g'
  > step m counter stop execs
  > step m dump $counts
  > step m counter strt
  > step m counter start
  > step m counter stop execs now
  > nobody counter start execs > refused; echo $?
  > grep -c CAP_BPF refused
  > END
  $ unshare --mount bash steps
  # m counter start execs
  {"key":45678,"value":4}
  # m lookup /sys/fs/bpf/mapctl/execs/exec_counts key 45678
  key:   45678
  value: 4
  KEY VALUE
  45678 4
  # m show /sys/fs/bpf/mapctl/execs/exec_counts -o name,type,key,value,max,pins
  name:      exec_counts
  type:      hash
  key:       __u32
  value:     __u64
  max:       10240
  pins:      BPFFS/mapctl/execs/exec_counts
  programs:  count_exec(ID)
  # m counter stop execs
  # m dump /sys/fs/bpf/mapctl/execs/exec_counts
  mapctl: BPFFS/mapctl/execs/exec_counts: no such pin
  [1]
  # m counter strt
  mapctl: counter: there is no 'strt'; did you mean 'start'?
  [2]
  # m counter start
  mapctl: counter start: which one? 'mapctl counter list' shows them
  [2]
  # m counter stop execs now
  mapctl: counter stop: does not know what to do with 'now'
  [2]
  5
  1
