Storage of cgroups: their folders are the keys.

  $ animals
  $ needs cgrp_storage
  $ cgroup=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/mounts)
  $ [ -n "$cgroup" ] || exit 80
  $ p lookup cgrp_storage -j key cgroup "$cgroup" | sed "s,$cgroup,ROOT,"
  {"key":{"cgroup":"ROOT"},"value":4343}
  $ p lookup cgrp_storage key cgroup "$cgroup/nowhere" | sed "s,$cgroup,ROOT,"
  mapctl: map cgrp: there is no cgroup 'ROOT/nowhere'
  [1]
  $ p lookup cgrp_storage key cgroup /
  mapctl: map cgrp: '/' is no cgroup
  [2]
  $ p lookup cgrp_storage key cgroup /etc/passwd
  mapctl: map cgrp: '/etc/passwd' is no cgroup
  [2]
  $ p lookup cgrp_storage key pid 1
  mapctl: map cgrp: its keys are cgroups: 'key cgroup PATH'
  [2]
