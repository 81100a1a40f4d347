Types that came to the kernel with 6.2 and later, and are not in all.

  $ animals
  $ needs arena cgrp_storage

  $ p dump arena
  mapctl: map arena: an arena is memory without entries to walk; 'mapctl lookup' lists its pages, 'mapctl lookup MAP page N' shows one
  [2]
  $ p dump cgrp_storage
  mapctl: map cgrp: cgroup storage has no keys to walk; 'mapctl lookup *' reads what one cgroup has (glob)
  [2]
  $ p show arena -o type,flags,max
  type:      arena
  flags:     mmapable
  max:       8
