Completion for map types that came to the kernel with 6.2 and later, and are not in all.

  $ animals
  $ needs arena cgrp_storage
  $ words() { m --complete "$@" | paste -sd' '; }

  $ words lookup "${PREFIX}arena" ''
  page
  $ words lookup "${PREFIX}arena" page ''
  
  $ words lookup "${PREFIX}cgrp" key ''
  cgroup
