A perf event array takes events that whoever starts mapctl has opened.

  $ animals
  $ cat > event.py <<'END'
  > import ctypes, os, platform, struct, sys
  > number = {"x86_64": 298, "aarch64": 241, "riscv64": 241, "s390x": 331, "ppc64le": 319}[platform.machine()]
  > # What programs put records into: PERF_COUNT_SW_BPF_OUTPUT, on CPU 0.
  > attr = ctypes.create_string_buffer(struct.pack("IIQ", 1, 112, 10), 112)
  > fd = ctypes.CDLL(None).syscall(number, attr, -1, 0, -1, 0)
  > if fd < 0:
  >     sys.exit(80)
  > os.dup2(fd, 50)
  > os.execvp("mapctl", ["mapctl", "update", "pinned", os.environ["BPFFS"] + "/perf_event_array", "key", "0", "value", *sys.argv[1:]])
  > END
  $ python3 event.py 50 0 0 0 || [ $? != 80 ] || exit 80
  $ python3 event.py 51 0 0 0 2>&1 | neutral
  mapctl: map perf: value: bytes are a file descriptor of a perf event, and this is none here; perf events are file descriptors of who has opened them; 'mapctl events' opens its own
  [2]
