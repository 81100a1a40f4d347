The old cgroup storages: nothing in them here, but they can be walked.

  $ animals
  $ needs cgroup_storage percpu_cgroup_storage

  $ p dump cgroup_storage
  mapctl: note: map cgst has no entries to show
  $ p dump percpu_cgroup_storage -j
  []
  $ p getnext cgroup_storage
  mapctl: map cgst has no entries
  [1]
  $ p lookup cgroup_storage key hex 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
  mapctl: map cgst has no key hex 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
  [1]
