  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf
  $ [ "$(uname -m)" = x86_64 ] || exit 80 # the numbers here are x86-64's


A program that makes so many calls as it is told, by one ABI or the other, and one that starts it:
between vfork and execve, nothing else is called.

  $ cat >calls.c <<'END'
  > #include <stdio.h>
  > #include <stdlib.h>
  > #include <string.h>
  > #include <unistd.h>
  > static void call_i386(long nr)
  > {
  >     __asm__ volatile("int $0x80" : "+a"(nr) : : "memory", "r8", "r9", "r10", "r11");
  > }
  > /* calls [ABI NUMBER TIMES]... */
  > int main(int argc, char **argv)
  > {
  >     printf("%d\n", getpid());
  >     fflush(stdout);
  >     for (int i = 1; i + 2 < argc; i += 3)
  >         for (long n = atol(argv[i + 2]); n; n--)
  >             if (strcmp(argv[i], "i386"))
  >                 syscall(atol(argv[i + 1]), 0, 0, 0);
  >             else
  >                 call_i386(atol(argv[i + 1]));
  >     return 0;
  > }
  > END
  $ cat >spawn.c <<'END'
  > #include <sys/wait.h>
  > #include <unistd.h>
  > int main(int argc, char **argv)
  > {
  >     if (!vfork())
  >         execv(argv[1], argv + 1);
  >     return wait(NULL) < 0;
  > }
  > END
  $ for program in calls spawn; do ${CC:-cc} -w -O2 -o $program $program.c || exit 80; done

A program that is all of 32 bits.

  $ cat >small.s <<'END'
  >     .globl _start
  > _start: movl $321, %esi
  > 1:  movl $64, %eax
  >     int $0x80
  >     decl %esi
  >     jnz 1b
  >     movl $1, %eax
  >     xorl %ebx, %ebx
  >     int $0x80
  > END
  $ as --32 -o small.o small.s && ld -m elf_i386 -o small small.o
  $ ./small 2>/dev/null || exit 80 # a kernel without i386

during WORD...: `mapctl WORD...`, a `counter run`, while the commands on standard input run; what it
shows in the end, when it is interrupted, is in the file shown.

  $ during() {
  >     mapctl "$@" --duration 1h >shown 2>notes & local shower=$! state
  >     until state=$(mapctl -j counter list | jq -r '.[] | select(.state == "running").name') &&
  >         [ -n "$state" ]; do kill -0 $shower || break; command sleep 0.05; done
  >     . /dev/stdin
  >     kill -INT $shower
  >     wait $shower || echo "[$?]"
  >     cat notes
  > }
  $ export -f during

Each process by itself: exactly what the program did, whatever ABI it called by, under the name
that it has since execve.

  $ of() {
  >     jq -r --argjson pid "$1" '.[].counts[] | select(.pid == $pid)
  >         | "\(.comm) \(.abi) \(.nr) \(.syscall) \(.count)"' shown
  > }
  $ export -f of
  $ alone <<'END'
  > during -j counter run syscalls --per-process <<'IN'
  > ./spawn ./calls native 110 12345 native 102 777 native 999 100 native -1 5 \
  >     i386 20 55 i386 64 66 i386 359 3 i386 998 4 native 1073741863 7 >pid
  > ./small & small=$!; wait $small
  > IN
  > of "$(cat pid)" | grep -E ' (getppid|getuid|sys_.*) | i386 | x32 | execve | exit_group '
  > echo
  > of $small | grep i386
  > echo
  > jq -c '.[] | keys' shown
  > jq -c '[.[].counts[] | keys] | unique[]' shown
  > mapctl -j counter list | jq -r '.[] | select(.name == "syscalls") | .state'
  > END
  calls x86_64 110 getppid 12345
  calls x86_64 102 getuid 777
  calls x86_64 999 sys_999 100
  calls i386 64 getppid 66
  calls i386 20 getpid 55
  calls x32 1073741863 getpid 7
  calls x86_64 -1 sys_-1 5
  calls i386 998 sys_998 4
  calls i386 359 socket 3
  calls x86_64 59 execve 1
  calls x86_64 231 exit_group 1
  
  small i386 64 getppid 321
  small i386 1 exit 1
  
  ["counts","lost","seconds"]
  ["abi","comm","count","nr","pid","syscall"]
  stopped

Every number that strace has for the same program: its start and its end, too.

  $ program="./calls native 110 1234 native 102 777 i386 20 55 i386 64 66 i386 359 3"
  $ export program
  $ alone <<'END'
  > during -j counter run syscalls --per-process <<'IN'
  > ./spawn $program >pid
  > IN
  > of "$(cat pid)" | awk '$4 != "exit_group" { print $2, $4, $5 }' | sort >ours
  > strace -c -f -o summary $program >pid
  > awk '/32 bit mode/ { i386 = 1 }
  >     $1 ~ /^[0-9.]+$/ && $NF != "total" { print i386 ? "i386" : "x86_64", $NF, $4 }' summary |
  >     sort >theirs
  > grep -E 'getppid|getuid|execve|socket' theirs
  > diff theirs ours && echo "equal: $([ "$(wc -l <ours)" -gt 10 ] && echo more than ten)"
  > END
  i386 getppid 66
  i386 socket 3
  x86_64 execve 1
  x86_64 getppid 1234
  x86_64 getuid 777
  equal: more than ten

As a table: all processes together by default, the most frequent call first. What is of another
ABI says so. No number here is another program's: N is not in use.

  $ table() { sed -E -e "s/$N/N/; s/$((N + 1))/M/" -e 's/ +/ /g; s/^ //' shown; }
  $ N=$((100000 + $$))
  $ export -f table; export N
  $ alone <<'END'
  > during counter run syscalls <<'IN'
  > ./calls native $N 23456 i386 $((N + 1)) 9876 i386 64 1 >pid
  > IN
  > head -n 1 shown | sed -E 's/ +/  /'
  > table | grep -E '^[^ ]*sys_[NM] '
  > tail -n +2 shown | awk '{ print $2 }' | sort -rnc && echo sorted
  > during counter run syscalls --top 3 <<'IN'
  > ./calls native 110 10 >pid
  > IN
  > wc -l <shown
  > tail -n +2 shown | awk '{ print $2 }' | sort -rnc && echo sorted
  > during --numeric counter run syscalls --per-process <<'IN'
  > ./calls native $N 23456 native 110 1234 i386 20 1234 >pid
  > IN
  > table | sed "s/^$(cat pid) /PID /" | grep -E '^PID C|^PID .* (N|1234|23456)'
  > END
  SYSCALL  COUNT
  sys_N 23456
  i386/sys_M 9876
  sorted
  4
  sorted
  PID COMM SYSCALL COUNT
  PID calls sys_N 23456
  PID calls i386/sys_20 1234
  PID calls sys_110 1234

Nothing is lost with programs on two CPUs at once, while others read the map: 4 processes,
500,000 calls each, and at least three readings before the last of them.

  $ two=$(taskset -c 1 echo 2 2>/dev/null || echo 1); export two
  $ alone <<'END'
  > during -j counter run syscalls <<'IN'
  > while [ ! -e done ]; do
  >     mapctl -j dump pinned /sys/fs/bpf/mapctl/syscalls/syscall_counts >read && echo >>reads
  > done & reader=$!
  > for i in 0 1 2 3; do
  >     { taskset -c $((i % two)) ./calls native $N 250000
  >       await '[ -e reads ] && [ "$(wc -l <reads)" -gt 2 ]'
  >       taskset -c $((i % two)) ./calls native $N 250000; } >/dev/null & callers+=($!)
  > done
  > wait "${callers[@]}"
  > touch done
  > wait $reader
  > mapctl -j dump pinned /sys/fs/bpf/mapctl/syscalls/syscall_counts >dumped
  > IN
  > jq -c --argjson nr $N '.[] | .lost, (.counts[] | select(.nr == $nr) | del(.nr, .syscall))' shown
  > jq -c --argjson nr $N --argjson two "$two" '[.[] | select(.key.nr == $nr).values[].value |
  >     select(. > 0)] | add, length >= $two' dumped
  > jq -c '[.[].counts[] | keys] | unique[]' shown
  > END
  0
  {"abi":"x86_64","count":2000000}
  2000000
  true
  ["abi","count","nr","syscall"]

What finds no room is counted, and shown.

  $ alone <<'END'
  > cat >fill.py <<'IN'
  > import struct
  > from pybpf import calls
  > fd = calls.pinned("/sys/fs/bpf/mapctl/syscalls/syscall_counts")
  > cpus = open("/sys/devices/system/cpu/possible").read().replace("-", ",").split(",")[-1]
  > try:
  >     for nr in range(20000):
  >         calls.map_update(fd, struct.pack("=IIQ", 1, 2, nr), bytes(8 * (int(cpus) + 1)))
  > except OSError as error:
  >     print(error)
  > IN
  > export PYTHONPATH=$top_srcdir/tests PYTHONDONTWRITEBYTECODE=1
  > during counter run syscalls --per-process <<'IN'
  > python3 fill.py
  > ./spawn ./calls native $N 4321 >pid
  > mapctl -j counter list | jq '.[] | select(.name == "syscalls").lost >= 4321'
  > IN
  > tail -n 1 shown | sed -E 's/[0-9]+/NUMBER/'
  > [ "$(tail -n 1 shown | tr -dc 0-9)" -ge 4321 ] && echo "at least 4321"
  > awk -v pid="$(cat pid)" '$1 == pid' shown
  > during -j counter run syscalls <<'IN'
  > python3 fill.py
  > ./calls native $N 4321 >pid
  > IN
  > jq '.[].lost >= 4321' shown
  > END
  [Errno 7] MAP_UPDATE_ELEM: Argument list too long
  true
  Lost: NUMBER (the counter's map is full)
  at least 4321
  [Errno 7] MAP_UPDATE_ELEM: Argument list too long
  true

A process that lives is called as it is called now, one that has ended as it was called last.

  $ cat >rename.py <<'END'
  > import os, sys
  > for name in b"earlier", b"late\xff\n\t\"r":
  >     with open("/proc/self/comm", "wb") as comm:
  >         comm.write(name)
  >     with open("renamed", "w") as renamed:
  >         renamed.write(name.hex())
  >     with open("fifo") as fifo:
  >         fifo.read()
  > END
  $ mkfifo fifo
  $ alone <<'END'
  > during -j counter run syscalls --per-process <<'IN'
  > python3 rename.py & renamer=$!
  > echo >fifo
  > await 'grep -q late /proc/$renamer/comm'
  > IN
  > jq -c --argjson pid $renamer '[.[].counts[] | select(.pid == $pid).comm] | unique[]' shown
  > echo >fifo
  > wait $renamer
  > END
  "late\\xff\n\t\"r"

One that runs is shown as it runs, and goes on.

  $ alone <<'END'
  > m counter start syscalls
  > m counter run syscalls --per-process --duration 1ms; echo "[$?]"
  > m counter run syscalls --duration 100ms | head -n 1 | squeeze
  > mapctl -j counter list | jq -r '.[] | select(.name == "syscalls").state'
  > ls /sys/fs/bpf/mapctl/syscalls
  > m schema pinned /sys/fs/bpf/mapctl/syscalls/syscall_comms | grep -E 'key|value'
  > m counter stop syscalls
  > m counter start syscalls --per-process
  > m dump pinned /sys/fs/bpf/mapctl/syscalls/syscall_config
  > m counter run syscalls --duration 100ms | head -n 1 | squeeze
  > m counter run syscalls --per-process --duration 100ms | head -n 1 | squeeze
  > m counter stop syscalls
  > END
  mapctl: counter syscalls runs without --per-process; 'mapctl counter stop syscalls' first
  [1]
  SYSCALL COUNT
  running
  link
  syscall_comms
  syscall_config
  syscall_counts
  syscall_lost
  \t__type(key, __u32); (esc)
  \t__type(value, char [16]); (esc)
  KEY  per_process
    0            1
  PID COMM SYSCALL COUNT
  PID COMM SYSCALL COUNT

Execs, by user: with the name of one who has a name.

  $ alone <<'END'
  > during -j counter run execs <<'IN'
  > for i in 1 2 3; do setpriv --reuid 54321 --clear-groups /bin/true; done
  > IN
  > jq -c '.[].counts[] | select(.uid == 54321)' shown
  > jq -c '.[].counts[] | select(.uid == 0) | .user, .count >= 3' shown
  > during counter run execs <<'IN'
  > for i in 1 2 3 4; do setpriv --reuid 54321 --clear-groups /bin/true; done
  > IN
  > head -n 1 shown | squeeze; squeeze <shown | grep -E '^(54321|0) ' | sed -E 's/^0 root [0-9]+/0 root NUMBER/'
  > during --numeric -j counter run execs <<'IN'
  > setpriv --reuid 54321 --clear-groups /bin/true
  > IN
  > jq -c '[.[].counts[].user] | unique' shown
  > END
  {"uid":54321,"user":null,"count":3}
  "root"
  true
  UID USER COUNT
  0 root NUMBER
  54321 - 4
  [null]
