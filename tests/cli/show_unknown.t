What show does not know. A sanitizer's build looks for leaks in /proc, and is left out.

  $ animals
  $ chmod 600 "$BPFFS"/*
  $ (ulimit -v 400000; mapctl --version) >/dev/null 2>&1 || exit 80

What the system does not tell is unknown, which is not the same as none: null, and a note.

  $ chmod 644 "$BPFFS/hash_raw"
  $ unshare -m bash -c 'mount -t tmpfs none /proc; m -j show pinned "$BPFFS/hash_raw" -o name,memory,frozen,pins,programs'
  {"note":"memory and owners are not known: /proc does not tell, or the maps may not be opened (CAP_SYS_ADMIN)"}
  {"note":"pins are not known: /proc/self/mountinfo cannot be read"}
  {"name":"hraw","bytes_memlock":null,"frozen":null,"pinned":null,"programs":[]}
  $ unshare -m bash -c 'mount -t tmpfs none /proc; m show pinned "$BPFFS/hash_raw" -o name,memory,frozen,pins,programs'
  mapctl: note: memory and owners are not known: /proc does not tell, or the maps may not be opened (CAP_SYS_ADMIN)
  mapctl: note: pins are not known: /proc/self/mountinfo cannot be read
  name:      hraw
  $ unshare -m bash -c 'mount -t tmpfs none /proc; deny iter -j show pinned "$BPFFS/hash_raw" -o name,pids'
  {"note":"processes are not known: /proc cannot be read"}
  {"name":"hraw","pids":null}

What it tells a part of is shown, and a note says that there may be more.

  $ nobody -j show pinned "$BPFFS/hash_raw" -o name,pins,programs,pids
  {"note":"only some pins are known: not every folder and pin may be read (CAP_DAC_OVERRIDE)"}
  {"note":"programs are not known (CAP_SYS_ADMIN)"}
  {"note":"only some processes could be looked into (CAP_SYS_PTRACE)"}
  {"name":"hraw","pinned":["BPFFS/hash_raw"],"programs":null,"pids":[]}
  $ nobody show pinned "$BPFFS/hash_raw" -o name,pins,programs,pids
  mapctl: note: only some pins are known: not every folder and pin may be read (CAP_DAC_OVERRIDE)
  mapctl: note: programs are not known (CAP_SYS_ADMIN)
  mapctl: note: only some processes could be looked into (CAP_SYS_PTRACE)
  name:      hraw
  pins:      BPFFS/hash_raw
  $ unshare --pid --fork --mount-proc mapctl show pinned "$BPFFS/hash_raw" -o max,pids
  mapctl: note: only some processes could be looked into (CAP_SYS_PTRACE)
  max:       16
