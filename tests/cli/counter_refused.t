  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf

Every block runs in namespaces of its own, with a bpffs and a pair of interfaces that nobody else sees.

  $ alone() {
  >     unshare -m -n --propagation unchanged bash -c '
  >         mount --make-rprivate /sys && mount -t bpf bpf /sys/fs/bpf &&
  >         ip link add vetha type veth peer name vethb && . /dev/stdin'
  > }
  $ state() {
  >     m counter list | grep -E "^($1) " | squeeze
  > }
  $ export -f state

Nothing is mounted by itself, and nothing half-started.

  $ alone <<'END'
  > while umount /sys/fs/bpf; do :; done 2>/dev/null
  > m counter start execs; echo "[$?]"
  > state execs
  > END
  mapctl: start counter execs: no bpffs is mounted on /sys/fs/bpf; 'mount -t bpf bpf /sys/fs/bpf' mounts it
  [3]
  execs stopped exec_counts - 0 calls of execve, by user

  $ alone <<'END'
  > while umount /sys/kernel/tracing; do :; done 2>/dev/null
  > while umount -R /sys/kernel/debug; do :; done 2>/dev/null
  > m counter start execs; echo "[$?]"
  > ls /sys/fs/bpf | grep mapctl
  > END
  mapctl: start counter execs: no tracefs is mounted; 'mount -t tracefs tracefs /sys/kernel/tracing' mounts it
  [3]
  [1]

  $ alone <<'END'
  > setpriv --bounding-set -sys_admin,-bpf,-perfmon mapctl counter start execs; echo "[$?]"
  > ls /sys/fs/bpf | grep mapctl
  > END
  mapctl: start counter execs: load its program: not permitted; root may, or CAP_BPF and CAP_PERFMON
  [5]
  [1]

Who may not, is told what is missing, and nothing stays.

  $ alone <<'END'
  > for cap in bpf perfmon; do
  >     setpriv --bounding-set -sys_admin,-$cap mapctl counter start execs; echo "[$?]"
  > done
  > for cap in bpf net_admin; do
  >     setpriv --bounding-set -sys_admin,-$cap mapctl counter start packets dev vetha; echo "[$?]"
  > done
  > nobody counter start execs; echo "[$?]"
  > nobody counter start packets dev vetha; echo "[$?]"
  > ls /sys/fs/bpf | grep mapctl
  > END
  mapctl: start counter execs: load its program: not permitted; root may, or CAP_BPF and CAP_PERFMON
  [5]
  mapctl: start counter execs: load its program: not permitted; root may, or CAP_BPF and CAP_PERFMON
  [5]
  mapctl: start counter packets: load its program: not permitted; root may, or CAP_BPF, CAP_NET_ADMIN and CAP_PERFMON
  [5]
  mapctl: start counter packets: load its program: not permitted; root may, or CAP_BPF, CAP_NET_ADMIN and CAP_PERFMON
  [5]
  mapctl: start counter execs: /sys/kernel/tracing: not permitted; root may, or CAP_BPF and CAP_PERFMON
  [5]
  mapctl: start counter packets: load its program: not permitted; root may, or CAP_BPF, CAP_NET_ADMIN and CAP_PERFMON
  [5]
  [1]

Where folders keep others out, as systemd mounts /sys/fs/bpf, it is told who may.

  $ alone <<'END'
  > m counter start execs
  > nobody counter stop execs; echo "[$?]"
  > chmod 700 /sys/fs/bpf
  > nobody counter start execs; echo "[$?]"
  > nobody counter run execs --duration 1; echo "[$?]"
  > nobody counter stop execs; echo "[$?]"
  > nobody counter list; echo "[$?]"
  > m counter stop execs
  > END
  mapctl: stop counter execs: /sys/fs/bpf/mapctl/execs/link: not permitted; the modes of the folders say who may, and root (CAP_DAC_OVERRIDE) may always
  [5]
  mapctl: start counter execs: /sys/fs/bpf/mapctl/execs: not permitted; the modes of the folders say who may, and root (CAP_DAC_OVERRIDE) may always
  [5]
  mapctl: /sys/fs/bpf/mapctl/execs: not permitted; the modes of the folders say who may, and root (CAP_DAC_OVERRIDE) may always
  [5]
  mapctl: stop counter execs: /sys/fs/bpf/mapctl: not permitted; the modes of the folders say who may, and root (CAP_DAC_OVERRIDE) may always
  [5]
  mapctl: /sys/fs/bpf/mapctl/execs: not permitted; the modes of the folders say who may, and root (CAP_DAC_OVERRIDE) may always
  [5]

Capabilities are not enough to read a tracefs that is root's, nor to write into a folder.

  $ capable() {
  >     nobody --version >able # mapctl is where nobody can run it
  >     setpriv --reuid 65534 --regid 65534 --clear-groups --inh-caps +bpf,+perfmon \
  >         --ambient-caps +bpf,+perfmon "$HERE/mapctl" "$@" 2>&1
  > }
  $ export -f capable
  $ alone <<'END'
  > mount -t tmpfs -o mode=700 none /sys/kernel/tracing
  > mount -t tmpfs -o mode=700 none /sys/kernel/debug
  > capable counter start execs; echo "[$?]"
  > mkdir /sys/fs/bpf/mapctl
  > capable counter start syscalls; echo "[$?]"
  > find /sys/fs/bpf/mapctl
  > END
  mapctl: start counter execs: /sys/kernel/tracing: not permitted; who may read it, or root (CAP_DAC_OVERRIDE), may
  [5]
  mapctl: start counter syscalls: /sys/fs/bpf/mapctl/syscalls: not permitted; the modes of the folders say who may, and root (CAP_DAC_OVERRIDE) may always
  [5]
  /sys/fs/bpf/mapctl

An interface that is not there, is missing, or is in the way.

  $ alone <<'END'
  > m counter start packets; echo "[$?]"
  > m counter start packets dev; echo "[$?]"
  > m counter start packets dev vethc; echo "[$?]"
  > m counter start packets dev nonesuch; echo "[$?]"
  > m counter start execs dev vetha; echo "[$?]"
  > m counter start packets dev vetha dev vethb; echo "[$?]"
  > m counter start packets dve vetha; echo "[$?]"
  > ls /sys/fs/bpf | grep mapctl
  > END
  mapctl: counter packets: the interface is missing; it takes 'dev IF'
  [2]
  mapctl: counter packets: 'dev' needs the name of an interface behind it; it takes 'dev IF'
  [2]
  mapctl: start counter packets: there is no interface 'vethc'; did you mean 'vethb'?
  [3]
  mapctl: start counter packets: there is no interface 'nonesuch'; 'ip link' shows which there are
  [3]
  mapctl: counter execs: it is on no interface; it takes nothing
  [2]
  mapctl: counter packets: 'dev' is there twice
  [2]
  mapctl: counter packets: there is no 'dve'; did you mean 'dev'?
  [2]
  [1]

Another program is not replaced, by whichever way it was attached.

  $ cat > pass.bpf.c <<'END'
  > #include <linux/bpf.h>
  > char LICENSE[] __attribute__((section("license"), used)) = "GPL";
  > __attribute__((section("xdp"), used)) int pass_all(struct xdp_md *ctx) { return XDP_PASS; }
  > END
  $ ${CLANG:-clang} -target bpf -O2 -idirafter "/usr/include/$(gcc -print-multiarch)" \
  >     -I"$top_srcdir/src/uapi" -c pass.bpf.c -o pass.o || exit 80
  $ alone <<'END'
  > for mode in xdp xdpgeneric; do
  >     ip link set vetha $mode obj pass.o sec xdp
  >     m counter start packets dev vetha; echo "[$?]"
  >     bpftool -j net show dev vetha | jq -c '.[0].xdp[0].devname'
  >     ip link set vetha $mode off
  > done
  > m counter start packets dev vetha
  > m counter start packets dev vethb; echo "[$?]"
  > m counter start connections dev vetha; echo "[$?]"
  > m counter start connections dev vethb
  > state 'packets|connections'
  > bpftool -j net | jq -r '.[0].xdp[].devname' | sort
  > m counter stop packets
  > m counter stop connections
  > bpftool -j net | jq -c '.[0].xdp'
  > END
  mapctl: start counter packets: vetha has an XDP program already: pass_all, id ID; it is not replaced
  [1]
  "vetha"
  mapctl: start counter packets: vetha has an XDP program already: pass_all, id ID; it is not replaced
  [1]
  "vetha"
  mapctl: start counter packets: it is running already on vetha
  [1]
  mapctl: start counter connections: vetha has an XDP program already, that of counter packets; 'mapctl counter stop packets' takes it off
  [1]
  packets running packet_counts vetha 0 packets received, by CPU and protocol
  connections running connections vethb 0 packets received, by connection
  vetha
  vethb
  []

An interface that has gone takes the program along: that is seen, and only stop is of use.

  $ alone <<'END'
  > m counter start packets dev vetha
  > unshare -n bash -c 'state packets' | sed 's/ [0-9]* 0 / INDEX 0 /'
  > ip link del vetha
  > state packets
  > ip link add vetha type veth peer name vethb
  > m counter start packets dev vetha; echo "[$?]"
  > m counter run packets dev vetha; echo "[$?]"
  > m counter stop packets
  > find /sys/fs/bpf/mapctl -mindepth 1
  > m counter start packets dev vetha
  > bpftool link detach pinned /sys/fs/bpf/mapctl/packets/link
  > state packets
  > m counter stop packets
  > END
  packets running packet_counts INDEX 0 packets received, by CPU and protocol
  packets detached packet_counts - 0 packets received, by CPU and protocol
  mapctl: start counter packets: it was on an interface that has gone, or was taken off it; 'mapctl counter stop packets' cleans up
  [1]
  mapctl: start counter packets: it was on an interface that has gone, or was taken off it; 'mapctl counter stop packets' cleans up
  [1]
  packets detached packet_counts - 0 packets received, by CPU and protocol

Settings: what is missing, unknown, twice, no number, out of range.

  $ alone <<'END'
  > try() { m counter start ratelimit dev vetha "$@"; echo "[$?]"; }
  > try
  > try rate
  > try rat 5
  > try rate 0
  > try rate 1000000001
  > try rate 010
  > try rate 10 burst -1
  > try rate 10 rate 10
  > try rate 10 fail ajar
  > try rate 10 tea 5
  > m counter start execs rate 10; echo "[$?]"
  > m counter start execs --per-process; echo "[$?]"
  > ls /sys/fs/bpf | grep mapctl
  > END
  mapctl: counter ratelimit: 'rate' is missing; it takes 'dev IF rate N [burst N] [fail open|closed]'
  [2]
  mapctl: counter ratelimit: 'rate' needs a value behind it; it takes 'dev IF rate N [burst N] [fail open|closed]'
  [2]
  mapctl: counter ratelimit: there is no 'rat'; did you mean 'rate'?
  [2]
  mapctl: counter ratelimit: 'rate' is a number from 1 to 1000000000, not '0'
  [2]
  mapctl: counter ratelimit: 'rate' is a number from 1 to 1000000000, not '1000000001'
  [2]
  mapctl: counter ratelimit: 'rate': '010' begins with 0 and could be octal: write it without, or as 0x
  [2]
  mapctl: counter ratelimit: 'burst' is a number from 0 to 1000000000, not '-1'
  [2]
  mapctl: counter ratelimit: 'rate' is there twice
  [2]
  mapctl: counter ratelimit: 'fail' is open|closed, not 'ajar'
  [2]
  mapctl: counter ratelimit: does not know what to do with 'tea'; it takes 'dev IF rate N [burst N] [fail open|closed]'
  [2]
  mapctl: counter execs: does not know what to do with 'rate'; it takes nothing
  [2]
  mapctl: counter start execs takes no --per-process
  [2]
  [1]

One that runs stays as it was started.

  $ alone <<'END'
  > m counter start ratelimit dev vetha rate 10
  > m counter run ratelimit dev vethb --duration 1; echo "[$?]"
  > m counter run ratelimit dev vetha rate 20 --duration 1; echo "[$?]"
  > m counter run ratelimit dev vetha --duration 10ms
  > ip link property add dev vetha altname uplink
  > m counter run ratelimit dev uplink --duration 10ms
  > mapctl -j lookup pinned /sys/fs/bpf/mapctl/ratelimit/rate_limit_config | jq .value.rate
  > m counter stop ratelimit
  > END
  mapctl: counter run ratelimit: it is running already on vetha, and takes 'dev' only when it starts; 'mapctl counter stop ratelimit' first
  [2]
  mapctl: counter run ratelimit: it is running already on vetha, and takes 'rate' only when it starts; 'mapctl counter stop ratelimit' first
  [2]
  (no data collected)
  (no data collected)
  10

Nothing is changed by a dry run, which checks all the same.

  $ alone <<'END'
  > m counter start packets dev vetha --dry-run
  > m -j counter start execs --dry-run
  > m counter start packets dev vethc --dry-run; echo "[$?]"
  > m counter stop execs --dry-run; echo "[$?]"
  > ls /sys/fs/bpf | grep mapctl
  > m counter start execs
  > m counter start execs --dry-run; echo "[$?]"
  > m counter stop execs --dry-run
  > state execs
  > m batch --dry-run - <<< 'counter list' | grep -c stopped
  > m counter stop execs
  > END
  action:  start
  counter: packets
  {"action":"start","counter":"execs"}
  mapctl: start counter packets: there is no interface 'vethc'; did you mean 'vethb'?
  [3]
  mapctl: stop counter execs: it is not running
  [1]
  mapctl: start counter execs: it is running already
  [1]
  action:  stop
  counter: execs
  execs running exec_counts - 0 calls of execve, by user
  5

Words in another order.

  $ m counter execs start
  mapctl: counter: 'execs' is a counter, and goes behind run, start or stop: 'mapctl counter run execs'
  [2]

Options of other verbs.

  $ m counter start execs --interval 1
  mapctl: counter start takes no --interval; it goes with 'run'
  [2]
  $ m counter run execs --for 1
  mapctl: counter run takes no --for; it goes with 'start'
  [2]
  $ m counter stop execs --top 1
  mapctl: counter stop takes no --top; it goes with 'run'
  [2]
  $ m counter list execs
  mapctl: counter list: does not know what to do with 'execs'
  [2]
  $ m counter stop execs now
  mapctl: counter stop: does not know what to do with 'now'
  [2]
  $ m counter strat
  mapctl: counter: there is no 'strat'; did you mean 'start'?
  [2]
  $ m counter start
  mapctl: counter start: which one? 'mapctl counter list' shows them
  [2]
  $ for time in 0 -1 1x 1.s '' 1e9 99999999999; do m counter start execs --for "$time"; done
  mapctl: --for: '0' is too short: more than 0
  mapctl: --for: '-1' is no time: seconds, or as in 500ms, 1.5s, 2m, 1h
  mapctl: --for: '1x' is no time: seconds, or as in 500ms, 1.5s, 2m, 1h
  mapctl: --for: '1.s' is no time: seconds, or as in 500ms, 1.5s, 2m, 1h
  mapctl: --for: '' is no time: seconds, or as in 500ms, 1.5s, 2m, 1h
  mapctl: --for: '1e9' is no time: seconds, or as in 500ms, 1.5s, 2m, 1h
  mapctl: --for: '99999999999' is too long: 4294967295s at most
  [2]

Who may not read its maps sees that it runs; what it has lost is not known.

  $ alone <<'END'
  > m counter start execs
  > nobody counter list | grep -E '^(NAME|execs)' | squeeze
  > nobody -j counter list | jq -c '.[0] | .state, .lost'
  > m counter stop execs
  > END
  NAME STATE MAP DEV LOST SHOWS
  execs running exec_counts - - calls of execve, by user
  "running"
  null

A map in place of the counter's is not read by the shape of the counter's.

  $ alone <<'END'
  > m counter start syscalls --per-process
  > cd /sys/fs/bpf/mapctl/syscalls
  > for name in syscall_config syscall_lost syscall_counts; do
  >     rm $name
  >     bpftool map create $PWD/$name type hash key 1 value 4000 entries 1 name mine
  >     m counter run syscalls --duration 0.1; echo "[$?]"
  > done
  > m counter list | grep running | squeeze
  > m counter stop syscalls
  > END
  mapctl: /sys/fs/bpf/mapctl/syscalls/syscall_config is not as this mapctl makes it
  [3]
  mapctl: /sys/fs/bpf/mapctl/syscalls/syscall_config is not as this mapctl makes it
  [3]
  mapctl: counter syscalls: its map syscall_counts is not as this mapctl makes it; 'mapctl counter stop syscalls', and start it again
  [3]
  syscalls running syscall_counts - - system calls

Who holds the lock on the folder for ever is not waited for for ever.

  $ alone <<'END'
  > mkdir /sys/fs/bpf/mapctl
  > exec 7< /sys/fs/bpf/mapctl
  > flock 7
  > m counter start execs 7<&-; echo "[$?]"
  > END
  mapctl: start counter execs: another process has had /sys/fs/bpf/mapctl locked for 10 seconds; 'lsof /sys/fs/bpf/mapctl' shows which
  [3]

A counter there is not.

  $ m counter start exec
  mapctl: there is no counter 'exec'; did you mean 'execs'?
  [2]

  $ m counter start tea
  mapctl: there is no counter 'tea'; 'mapctl counter list' names them
  [2]

A folder that somebody else could change.

  $ alone <<'END'
  > mkdir /sys/fs/bpf/mapctl && chown 54321 /sys/fs/bpf/mapctl
  > m counter start execs; echo "[$?]"
  > ls /sys/fs/bpf/mapctl
  > END
  mapctl: start counter execs: /sys/fs/bpf/mapctl belongs to user 54321, not to root; move it away
  [3]
