Values said by what they stand for: maps, programs, interfaces, CPUs, cgroups.

  $ animals

What is in a slot is compared by what bpftool says are its bytes.

  $ raw() { bpftool -j map lookup pinned "$BPFFS/$1" key $2 | jq -c .value; }
  $ value() { command mapctl -j lookup pinned "$BPFFS/$1" key $2 | jq -c .value; }

again ANIMAL FROM TO: what a dump prints of one entry goes into another, and is the same there.

  $ again() {
  >     m update pinned "$BPFFS/$1" key $3 value "$(value $1 "$2")" || return
  >     diff <(raw $1 "$2") <(raw $1 "$3") && value $1 "$3" | neutral
  > }

A program of our own, of the type of the one that is in prog_array; others have the same name.

  $ cat > prog.py <<'END'
  > import ctypes, os, struct, sys, zlib
  > sys.path.insert(0, os.environ["top_srcdir"] + "/tests/pybpf")
  > import calls
  > def load(kind, name, pin):
  >     code = struct.pack("BBHiBBHi", 0xb7, 0, 0, 1, 0x95, 0, 0, 0)
  >     # What makes its tag one of its own.
  >     code = struct.pack("BBHI", 0xb7, 1, 0, zlib.crc32(os.environ["PREFIX"].encode() + name)) + code
  >     code, gpl = ctypes.create_string_buffer(code, len(code)), ctypes.create_string_buffer(b"GPL")
  >     fd = calls.bpf(5, struct.pack("IIQQIIQII16s", kind, len(code) // 8, calls.address(code),
  >                    calls.address(gpl), 0, 0, 0, 0, 0, os.environ["PREFIX"].encode() + name), "load")
  >     calls.pin(fd, os.environ["BPFFS"] + pin)
  > load(1, b"one", "/prog_one")
  > load(1, b"two", "/prog_two")
  > load(1, b"two", "/prog_twin")
  > load(6, b"xdp", "/prog_xdp")
  > END
  $ python3 prog.py
  $ prog() { bpftool -j prog show pinned "$BPFFS/prog_$1" | jq -r ".$2"; }

Maps in maps: by pin, id, name, in words and in one.

  $ p update array_of_maps key 1 value pinned "$BPFFS/inner_b"
  $ p update array_of_maps key 3 value id $(bpftool -j map show pinned "$BPFFS/inner_b" | jq .id)
  $ diff <(raw array_of_maps "2 0 0 0") <(raw array_of_maps "1 0 0 0")
  $ diff <(raw array_of_maps "2 0 0 0") <(raw array_of_maps "3 0 0 0")
  $ p update hash_of_maps key 30 0 0 0 value name "${PREFIX}in_a"
  $ p update hash_of_maps key 40 0 0 0 value "${PREFIX}in_a"
  $ for key in 30 40; do diff <(raw hash_of_maps "10 0 0 0") <(raw hash_of_maps "$key 0 0 0"); done
  $ for key in 30 40; do bpftool map delete pinned "$BPFFS/hash_of_maps" key $key 0 0 0; done
  $ p update hash_of_maps key 50 0 0 0 value "$BPFFS/inner_a"
  $ p update hash_of_maps key 60 0 0 0 value $(bpftool -j map show pinned "$BPFFS/inner_a" | jq .id)
  $ for key in 50 60; do diff <(raw hash_of_maps "10 0 0 0") <(raw hash_of_maps "$key 0 0 0"); done

As a dump prints them.

  $ again array_of_maps "2 0 0 0" "0 0 0 0"
  {"id":ID,"name":"in_b"}
  $ again hash_of_maps "10 0 0 0" "20 0 0 0"
  {"id":ID,"name":"in_a"}
  $ p update array_of_maps key 0 value '{"name":"'"${PREFIX}"'in_a"}' && value array_of_maps 0 | neutral
  {"id":ID,"name":"in_a"}

What is no map, or none that fits; the slots stay as they are.

  $ before=$(bpftool map dump pinned "$BPFFS/array_of_maps")
  $ p update array_of_maps key 0 value 1 0 0 0
  mapctl: map aom: value: bytes do not name a map: 'id N', 'name NAME' or 'pinned PATH' do
  [2]
  $ p update array_of_maps key 0 value hex 01 00 00 00
  mapctl: map aom: value: bytes do not name a map: 'id N', 'name NAME' or 'pinned PATH' do
  [2]
  $ p update array_of_maps key 0 value @/dev/null
  mapctl: map aom: value: a map is expected: 'id N', 'name NAME' or 'pinned PATH'
  [2]
  $ p update array_of_maps key 0 value id
  mapctl: map aom: value: 'id' needs a word behind it: 'id N', 'name NAME' or 'pinned PATH'
  [2]
  $ p update array_of_maps key 0 value id 4294967295
  mapctl: map aom: value: no map has the id 4294967295; 'mapctl list' shows the maps
  [1]
  $ p update array_of_maps key 0 value id x
  mapctl: map aom: value: 'x' is not the id of a map: ids are numbers up to 4294967295
  [2]
  $ p update array_of_maps key 0 value name nobody_has_this
  mapctl: map aom: value: no map has the name "nobody_has_this"; 'mapctl list' shows the maps
  [1]
  $ p update array_of_maps key 0 value name "${PREFIX}dup" | sed -E 's/[0-9]+ \(/ID (/g'
  mapctl: map aom: value: 2 maps have the name "dup": ID (hash), ID (array); say which with 'id N'
  [2]
  $ p update array_of_maps key 0 value pinned "$BPFFS/none"
  mapctl: map aom: value: BPFFS/none: no such pin
  [1]
  $ p update array_of_maps key 0 value pinned "$BPFFS/prog_one"
  mapctl: map aom: value: BPFFS/prog_one: the pin of a program or link, not of a map
  [2]
  $ p update array_of_maps key 0 value pinned "$BPFFS/hash"
  mapctl: map aom does not take this value (Invalid argument): an inner map has to have the type, the sizes and the flags of the one that this map was created with, and an array its max_entries, too
  [3]
  $ p update array_of_maps key 0 value '{"id":1,"nmae":"x"}'
  mapctl: map aom: value: in JSON a map is {"id": N, "name": NAME}, or one of the two
  [2]
  $ p update array_of_maps key 0 value "$(value array_of_maps 2 | sed 's/in_b/in_c/')" | sed -E 's/map [0-9]+/map ID/'
  mapctl: map aom: value: map ID is called "in_b", not "in_c"
  [2]
  $ diff <(echo "$before") <(bpftool map dump pinned "$BPFFS/array_of_maps")

Names that are not UTF-8 are what they are shown as; none has a NUL.

  $ b map create "$BPFFS/latin" type array key 4 value 4 entries 2 name $'caf\xe9'
  $ p update array_of_maps key 0 value pinned "$BPFFS/latin" && value array_of_maps 0 | neutral
  {"id":ID,"name":"caf\\xe9"}
  $ p update array_of_maps key 1 value "$(value array_of_maps 0)" && value array_of_maps 1 | neutral
  {"id":ID,"name":"caf\\xe9"}
  $ p update array_of_maps key 1 value '{"name":"'"$PREFIX"'in_a\u0000"}'
  mapctl: map aom: value: in JSON a map is {"id": N, "name": NAME}, or one of the two
  [2]
  $ p update devmap key 1 value '{"ifname":"lo\u0000"}'
  mapctl: map dev: value: in JSON an interface is {"ifindex": N, "ifname": NAME}, or one of the two
  [2]
  $ b map delete pinned "$BPFFS/array_of_maps" key 0 0 0 0 && b map delete pinned "$BPFFS/array_of_maps" key 1 0 0 0

Programs.

  $ p update prog_array key 0 value pinned "$BPFFS/prog_one"
  $ p update prog_array key 2 value name "${PREFIX}one"
  $ value prog_array 2 | jq .id | grep -qx $(prog one id)
  $ p update prog_array key 2 value id $(prog two id)
  $ value prog_array 2 | jq .id | grep -qx $(prog two id)
  $ p update prog_array key 2 value $(prog one id)
  $ diff <(raw prog_array "0 0 0 0") <(raw prog_array "2 0 0 0")
  $ again prog_array "1 0 0 0" "3 0 0 0"
  {"id":ID,"name":"zoo_filter"}

As bpftool does, which warns.

  $ bpftool map update pinned "$BPFFS/prog_array" key 3 0 0 0 value pinned "$BPFFS/prog_two"
  $ p update prog_array key 1 0 0 0 value pinned "$BPFFS/prog_two"
  $ diff <(raw prog_array "1 0 0 0") <(raw prog_array "3 0 0 0")

By tag, where one has it.

  $ p update prog_array key 2 value tag $(prog two tag) | sed -E 's/"[0-9a-f]{16}"/TAG/; s/[0-9]+ \(/ID (/g'
  mapctl: map progs: value: 2 programs have the tag TAG: ID (socket_filter), ID (socket_filter); say which with 'id N'
  [2]
  $ p update prog_array key 2 value tag $(prog one tag)
  $ value prog_array 2 | jq .id | grep -qx $(prog one id)
  $ p update prog_array key 0 value tag 0123456789abcdef
  mapctl: map progs: value: no program has the tag "0123456789abcdef"
  [1]
  $ p update prog_array key 0 value tag 0123456789abcde
  mapctl: map progs: value: '0123456789abcde' is no tag: 16 hex digits
  [2]
  $ p update prog_array key 0 value tag 0123456789abcdeg
  mapctl: map progs: value: '0123456789abcdeg' is no tag: 16 hex digits
  [2]
  $ p update prog_array key 0 value name "${PREFIX}two" | sed -E 's/[0-9]+ \(/ID (/g'
  mapctl: map progs: value: 2 programs have the name "two": ID (socket_filter), ID (socket_filter); say which with 'id N'
  [2]

What is none.

  $ before=$(bpftool map dump pinned "$BPFFS/prog_array")
  $ p update prog_array key 0 value 5 0 0 0
  mapctl: map progs: value: bytes do not name a program: 'id N', 'name NAME', 'tag T' or 'pinned PATH' do
  [2]
  $ p update prog_array key 0 value id 4294967295
  mapctl: map progs: value: no program has the id 4294967295
  [1]
  $ p update prog_array key 0 value name nobody_has_this
  mapctl: map progs: value: no program has the name "nobody_has_this"
  [1]
  $ p update prog_array key 0 value pinned "$BPFFS/hash"
  mapctl: map progs: value: BPFFS/hash: the pin of a map or link, not of a program
  [2]
  $ p update prog_array key 0 value pinned "$BPFFS/none"
  mapctl: map progs: value: BPFFS/none: no such pin
  [1]
  $ p update prog_array key 0 value pinned "$BPFFS/prog_xdp"
  mapctl: map progs does not take this value (Invalid argument): the programs in it have to be of one type and made in one way, that of the program that uses it or of its first entry
  [3]
  $ p update prog_array key 0 value "$(value prog_array 0 | sed 's/one/two/')" | sed -E 's/program [0-9]+/program ID/'
  mapctl: map progs: value: program ID is called "one", not "two"
  [2]
  $ diff <(echo "$before") <(bpftool map dump pinned "$BPFFS/prog_array")

Interfaces: by name, number, bytes, and as a dump prints them.

  $ p update devmap key 0 value dev lo
  $ p update devmap key 1 value dev 1
  $ p update devmap key 3 value 1
  $ for key in 0 1 3; do diff <(raw devmap "2 0 0 0") <(raw devmap "$key 0 0 0"); done
  $ p update devmap key 0 value 0 0 0 0 && p lookup devmap key 0
  mapctl: map dev has nothing at index 0
  [1]
  $ p update devmap key 0 value hex 01 00 00 00 && value devmap 0
  {"ifindex":1,"ifname":"lo"}
  $ again devmap "2 0 0 0" "1 0 0 0"
  {"ifindex":1,"ifname":"lo"}
  $ again devmap_hash "2 0 0 0" "9 0 0 0"
  {"ifindex":1,"ifname":"lo"}
  $ again devmap_prog "0 0 0 0" "3 0 0 0"
  {"ifindex":1,"ifname":"lo","program":{"id":ID,"name":"zoo_devmap"}}
  $ p update devmap_prog key 1 value dev lo && value devmap_prog 1
  {"ifindex":1,"ifname":"lo","program":null}
  $ p update devmap_prog key 1 value '{"ifname":"lo"}' && value devmap_prog 1
  {"ifindex":1,"ifname":"lo","program":null}
  $ p update devmap_prog key 1 value dev lo program id $(value devmap_prog 0 | jq .program.id) && value devmap_prog 1 | neutral
  {"ifindex":1,"ifname":"lo","program":{"id":ID,"name":"zoo_devmap"}}
  $ p update devmap_prog key 2 value 1 0 0 0 0 0 0 0 && value devmap_prog 2
  {"ifindex":1,"ifname":"lo","program":null}
  $ before=$(bpftool map dump pinned "$BPFFS/devmap_prog")
  $ p update devmap_prog key 1 value dev nosuch
  mapctl: map devp: value: there is no interface 'nosuch'
  [1]
  $ p update devmap_prog key 1 value dev 77777
  mapctl: map devp: value: there is no interface 77777
  [1]
  $ p update devmap_prog key 1 value hex 39 05 00 00 00 00 00 00
  mapctl: map devp: value: there is no interface 1337
  [1]
  $ p update devmap_prog key 1 value 1 0 0 0 99 0 0 0
  mapctl: map devp: value: bytes end in the file descriptor of a program, and 99 is none here; 'dev IF program id N' names one
  [2]
  $ p update devmap_prog key 1 value dev
  mapctl: map devp: value: an interface is expected: 'dev IF', or 'dev IF program PROGRAM', which is 'id N', 'name NAME', 'tag T' or 'pinned PATH'
  [2]
  $ p update devmap_prog key 1 value dev lo program
  mapctl: map devp: value: an interface is expected: 'dev IF', or 'dev IF program PROGRAM', which is 'id N', 'name NAME', 'tag T' or 'pinned PATH'
  [2]
  $ p update devmap_prog key 1 value dev lo prog id 1
  mapctl: map devp: value: an interface is expected: 'dev IF', or 'dev IF program PROGRAM', which is 'id N', 'name NAME', 'tag T' or 'pinned PATH'
  [2]
  $ p update devmap_prog key 1 value dev lo program id 4294967295
  mapctl: map devp: value: no program has the id 4294967295
  [1]
  $ p update devmap_prog key 1 value dev lo program pinned "$BPFFS/prog_one" | sed -E 's/program [0-9]+/program ID/'
  mapctl: map devp: value: program ID is of type socket_filter, and has to be xdp
  [2]
  $ p update devmap_prog key 1 value dev lo program pinned "$BPFFS/prog_xdp"
  mapctl: map devp does not take this value (Invalid argument): it takes the number of a network interface that is there, and an XDP program made for a devmap
  [3]
  $ p update devmap_prog key 1 value '{"ifindex":1,"ifname":"eth7"}'
  mapctl: map devp: value: interface 1 is called "lo", not "eth7"
  [2]
  $ p update devmap_prog key 1 value '{"ifindex":1,"prog":null}'
  mapctl: map devp: value: an interface is expected: 'dev IF', or 'dev IF program PROGRAM', which is 'id N', 'name NAME', 'tag T' or 'pinned PATH'
  [2]
  $ p update devmap_prog key 1 value ifindex=1
  mapctl: map devp: value: an interface is expected: 'dev IF', or 'dev IF program PROGRAM', which is 'id N', 'name NAME', 'tag T' or 'pinned PATH'
  [2]
  $ p update devmap key 1 value dev lo program id 1
  mapctl: map dev: value: values of 4 bytes have no room for a program
  [2]
  $ diff <(echo "$before") <(bpftool map dump pinned "$BPFFS/devmap_prog")

CPUs.

  $ again cpumap "0 0 0 0" "0 0 0 0"
  {"qsize":192}
  $ again cpumap_prog "0 0 0 0" "0 0 0 0"
  {"qsize":64,"program":{"id":ID,"name":"zoo_cpumap"}}
  $ p update cpumap key 0 value qsize 64 && value cpumap 0
  {"qsize":64}
  $ p update cpumap key 0 value 0x60 && value cpumap 0
  {"qsize":96}
  $ p update cpumap key 0 value 0 1 0 0 && value cpumap 0
  {"qsize":256}
  $ bpftool prog pin id $(value cpumap_prog 0 | jq .program.id) "$BPFFS/prog_cpu"
  $ that=$(value cpumap_prog 0) && p update cpumap_prog key 0 value qsize 32 && value cpumap_prog 0
  {"qsize":32,"program":null}
  $ p update cpumap_prog key 0 value "$that" && value cpumap_prog 0 | neutral
  {"qsize":64,"program":{"id":ID,"name":"zoo_cpumap"}}

A program in bytes is a file descriptor, of whoever starts mapctl.

  $ cat > inherit.py <<'END'
  > import os, sys
  > sys.path.insert(0, os.environ["top_srcdir"] + "/tests/pybpf")
  > import calls
  > fd = calls.pinned(sys.argv[1])
  > os.set_inheritable(fd, True)
  > os.execvp("mapctl", ["mapctl", *sys.argv[2:], str(fd), "0", "0", "0"])
  > END
  $ python3 inherit.py "$BPFFS/prog_cpu" update pinned "$BPFFS/cpumap_prog" key 0 value 16 0 0 0 && value cpumap_prog 0 | neutral
  {"qsize":16,"program":{"id":ID,"name":"zoo_cpumap"}}
  $ python3 inherit.py "$BPFFS/hash" update pinned "$BPFFS/cpumap_prog" key 0 value 16 0 0 0 2>&1 | sed -E 's/and [0-9]+ is/and FD is/' | neutral
  mapctl: map cpup: value: bytes end in the file descriptor of a program, and FD is none here; 'qsize N program id N' names one
  [2]

What is no queue.

  $ p update cpumap key 0 value qsize 16385
  mapctl: map cpu: value: qsize: 16385 is too much: 0 to 16384
  [2]
  $ p update cpumap key 0 value qsize many
  mapctl: map cpu: value: qsize: 'many' is no number: 0 to 16384
  [2]
  $ p update cpumap key 0 value 1 64 0 0
  mapctl: map cpu: value: qsize: 16385 is too much: 0 to 16384
  [2]
  $ p update cpumap key 0 value '{"qsize":-1}'
  mapctl: map cpu: value: in JSON a CPU is {"qsize": N}: 0 to 16384
  [2]
  $ p update cpumap key 0 value qsize
  mapctl: map cpu: value: the size of a queue is expected: 'qsize N'
  [2]
  $ value cpumap 0
  {"qsize":256}

Cgroups: nobody can read them back, but the kernel takes only those.

  $ cgroup=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/mounts)
  $ [ -n "$cgroup" ] || exit 80
  $ p update cgroup_array key 1 value cgroup "$cgroup"
  $ p update cgroup_array key 1 value cgroup /nowhere
  mapctl: map cgarr: value: there is no cgroup '/nowhere'
  [1]
  $ p update cgroup_array key 1 value cgroup "$BPFFS"
  mapctl: map cgarr: value: 'BPFFS' is no cgroup
  [2]
  $ p update cgroup_array key 1 value 0 0 0 0
  mapctl: map cgarr: value: bytes are a file descriptor of a cgroup, and this is none here; a cgroup is expected: 'cgroup PATH'
  [2]
  $ p update cgroup_array key 1 value cgroup
  mapctl: map cgarr: value: a cgroup is expected: 'cgroup PATH'
  [2]
  $ p update cgroup_array key 1 value @/dev/null
  mapctl: map cgarr: value: /dev/null has 0 bytes, and it takes 4
  [2]

Bytes are a file descriptor, of whoever starts mapctl.

  $ (exec 7<"$cgroup"; mapctl update pinned "$BPFFS/cgroup_array" key 2 value 7 0 0 0)

Who may not open things by number needs pins; a pin that may be read is enough.

  $ chmod o+rw "$BPFFS/prog_array" "$BPFFS/array_of_maps"
  $ nobody update pinned "$BPFFS/prog_array" key 0 value id 1
  mapctl: map progs: value: program 1: opening programs by id needs CAP_SYS_ADMIN (run as root); a pin that you may read needs none
  [5]
  $ nobody update pinned "$BPFFS/prog_array" key 0 value name "${PREFIX}two"
  mapctl: map progs: value: program two: finding programs by name needs CAP_SYS_ADMIN (run as root); a pin that you may read needs none
  [5]
  $ nobody update pinned "$BPFFS/prog_array" key 0 value pinned "$BPFFS/prog_two"
  mapctl: map progs: value: BPFFS/prog_two: not permitted; the file mode of a pin says who may open its program, and root (CAP_DAC_OVERRIDE) may always
  [5]
  $ nobody update pinned "$BPFFS/array_of_maps" key 0 value id 1
  mapctl: map aom: value: map 1: opening maps by id needs CAP_SYS_ADMIN (run as root); a pin that you may read needs none
  [5]
  $ chmod o+r "$BPFFS/prog_two" "$BPFFS/inner_b"
  $ nobody update pinned "$BPFFS/prog_array" key 0 value pinned "$BPFFS/prog_two" && value prog_array 0 | neutral
  {"id":ID,"name":"two"}
  $ nobody update pinned "$BPFFS/array_of_maps" key 0 value pinned "$BPFFS/inner_b" && value array_of_maps 0 | neutral
  {"id":ID,"name":"in_b"}

Perf events, and structs of the kernel's.

  $ p update perf_event_array key 0 value 7 0 0 0
  mapctl: map perf: value: bytes are a file descriptor of a perf event, and this is none here; perf events are file descriptors of who has opened them; 'mapctl events' opens its own
  [2]
  $ p update perf_event_array key 0 value 7
  mapctl: map perf: value: perf events are file descriptors of who has opened them; 'mapctl events' opens its own
  [2]
  $ p update struct_ops key 0 value id 1
  mapctl: map sops: value: it takes the bytes of the whole struct, with file descriptors of programs in it; 'bpftool struct_ops register FILE' loads and registers one
  [2]
