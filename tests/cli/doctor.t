What this system lets mapctl do: a line a check.

  $ mapctl -j doctor > doctor
  $ jq -r '.[].check' doctor | paste -sd' '
  kernel libbpf bpf cap_sys_admin cap_bpf cap_perfmon cap_net_admin cap_dac_override cap_sys_ptrace unprivileged_bpf lockdown memlock bpffs proc cpus btf tracefs kallsyms sandbox types batch mmap iterators counts lock freeze
  $ jq -c 'map(keys) | unique' doctor
  [["advice","check","detail","state"]]
  $ jq -c '[.[].state] | unique - ["ok", "limited", "missing"]' doctor
  []

What is fine needs no advice, and has a detail.

  $ jq -r '.[] | select((.state == "ok" and .advice) or .detail == "") | .check' doctor
  $ mapctl doctor | sed 1d | awk '{print $1, $2}' | diff - <(jq -r '.[] | "\(.check) \(.state)"' doctor)
  $ mapctl doctor | sed -n '1p; /^bpf /p' | squeeze
  CHECK STATE DETAIL
  bpf ok bpf(2) answers

It tells what others tell.

  $ of() { jq -r --arg check "$1" '.[] | select(.check == $check) | .detail' doctor; }
  $ of kernel | diff - <(echo "$(uname -s) $(uname -r) on $(uname -m)")
  $ of libbpf | diff - <(mapctl -j --version | jq -r .libbpf_version)
  $ of types | diff - <(mapctl -j types | jq -r '"\([.[] | select(.present)] | length) of the \(length) map types there are; '"'mapctl types'"'"')
  $ of cpus | grep -o '^[0-9]*' | diff - <(possible_cpus)
  $ of unprivileged_bpf | cut -c1 | diff - /proc/sys/kernel/unprivileged_bpf_disabled

Root may do all; with fewer capabilities, what each is for.

  $ states() { jq -r '.[] | select(.check | startswith("cap_")) | "\(.check) \(.state)"'; }
  $ states < doctor | awk '{print $2}' | uniq -c | squeeze
  6 ok
  $ setpriv --bounding-set=-all,+sys_admin mapctl -j doctor | states
  cap_sys_admin ok
  cap_bpf ok
  cap_perfmon ok
  cap_net_admin ok
  cap_dac_override limited
  cap_sys_ptrace limited
  $ setpriv --bounding-set=-all,+bpf mapctl -j doctor | states
  cap_sys_admin limited
  cap_bpf ok
  cap_perfmon limited
  cap_net_admin limited
  cap_dac_override limited
  cap_sys_ptrace limited
  $ nobody doctor | grep -E '^cap_bpf|^iterators' | squeeze
  cap_bpf limited maps and BTF cannot be created, and no programs loaded: no counters; run as root
  iterators limited not known: asking needs CAP_BPF and CAP_PERFMON; run as root to know
  $ nobody -j doctor | jq -r '.[] | select(.state == "missing") | .check'

Where a filter refuses, being root is no help.

  $ cat > filter.py <<'END'
  > import ctypes, os, struct, sys
  > numbers = {"x86_64": 321, "aarch64": 280, "riscv64": 280}
  > steps = [(0x20, 0, 0, 0), (0x15, 0, 1, numbers[os.uname().machine]), (6, 0, 0, 0x50001), (6, 0, 0, 0x7fff0000)]
  > code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
  > filter = ctypes.create_string_buffer(struct.pack("HP", len(steps), ctypes.addressof(code)))
  > assert not ctypes.CDLL(None).prctl(22, 2, filter)
  > os.execvp(sys.argv[1], sys.argv[1:])
  > END
  $ python3 filter.py mapctl doctor | grep -E '^cap_bpf|^iterators' | squeeze
  cap_bpf ok in effect
  iterators limited not known: bpf(2) is refused, by a filter of system calls or a security module

What this kernel does not have is limited, and not an error.

  $ deny batch,mmap,iter doctor | grep -E '^(batch|mmap|iterators|counts|freeze) ' | squeeze
  batch limited entries are read one by one, which is slow, and may show some twice; a newer kernel has it
  mmap limited arrays are read entry by entry; a newer kernel has it
  iterators limited arrays are read in batches, processes from /proc; a newer kernel has it
  counts limited 'mapctl list' shows how full a hash is only with --count; a newer kernel has it
  freeze ok maps can be frozen

Where something is missing that mapctl cannot do without, the status is 1.

  $ without() { unshare --mount --propagation private bash -c 'umount -a -t "$1"; shift; mapctl "$@"' - "$@"; }
  $ without bpf doctor | grep '^bpffs' | squeeze
  bpffs missing no bpffs is mounted: maps cannot be pinned, nor found by path; mount -t bpf bpf /sys/fs/bpf
  [1]
  $ without tracefs,debugfs doctor | grep '^tracefs' | squeeze
  tracefs limited counters on tracepoints cannot start; mount -t tracefs tracefs /sys/kernel/tracing
  $ unshare --mount --propagation private bash -c 'mount -t tmpfs none /sys && mapctl doctor | grep -E "^(btf|cpus|counts)"' | squeeze
  cpus limited how many CPUs are possible is not known: per-CPU maps cannot be read; mount -t sysfs sysfs /sys
  btf limited the kernel's types are not known: no iterators, so entries are not counted, and struct_ops maps are shown as bytes (/sys/kernel/btf/vmlinux: No such file or directory); boot a kernel with CONFIG_DEBUG_INFO_BTF
  counts limited 'mapctl list' shows how full a hash is only with --count; a newer kernel has it

A bpffs that may not be written to, with a name that wants escaping.

  $ unshare --mount --propagation private bash -c 'umount -a -t bpf; mkdir "$HERE/a b"; mount -t bpf -o ro bpf "$HERE/a b"; mapctl -j doctor' |
  > jq -r '.[] | select(.check == "bpffs") | "\(.state) \(.detail)"' | neutral
  limited HERE/a b, not writable: maps cannot be pinned

Nothing is taken.

  $ m doctor conns
  mapctl: doctor: does not know what to do with 'conns'; see 'mapctl help doctor'
  [2]
