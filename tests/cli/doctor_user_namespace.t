Root of a user namespace is nobody to bpf(2).

(A changed root, and some containers, let nobody make such a namespace.)

  $ unshare --user --map-root-user true 2> /dev/null || exit 80
  $ unshare --user --map-root-user mapctl doctor | grep -E '^cap_bpf|^iterators' | squeeze
  cap_bpf limited what this user namespace gives is not enough: maps and BTF cannot be created, and no programs loaded: no counters; run outside of the user namespace
  iterators limited not known: asking needs CAP_BPF and CAP_PERFMON; run as root to know
