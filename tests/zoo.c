/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * One pinned map of every type that this kernel has, with known contents.
 *
 *	zoo DIR PREFIX [COMMAND [WORD...]]
 *
 * DIR is a bpffs of the test's own.  The kernel name of a map is PREFIX, up
 * to nine characters, and NAME.  What this kernel does not have is named on
 * stderr and left out.  The COMMAND replaces zoo, so that its own process is
 * that of task_storage, and the sockets live while it runs; without one the
 * sockets' entries go when zoo ends.  (T): with BTF.  Where the entries do not
 * say it, keys are u32; not all slots of an array are filled.
 *
 * PIN                   NAME    TYPE            ENTRIES
 * hash                  hash    ...             (T) u32 -> u64: 1=10 2=20 1000=4
 * hash_raw              hraw    hash            the same without BTF
 * lru_hash              lru     ...             (T) u32 -> u64: 5=50
 * percpu_hash           phash   ...             (T) u32 -> u64: on CPU n 7=100+n 8=0
 * percpu_hash_raw       phraw   percpu_hash     the same without BTF
 * lru_percpu_hash       lphash  ...             (T) u32 -> u64: on CPU n 9=900+n
 * rhash                 rhash   ...             (T) u32 -> u64: 1=10
 * array                 arr     ...             (T) u32 -> u32: 0=10 1=20 2=30 3=40
 * array_raw             araw    array           the same without BTF
 * array_mmap            ammap   array           mmapable, (T) u32 -> u32: 0=1 1=2 2=3 3=4
 * array_frozen          afroz   array           frozen, rdonly_prog, (T) u32 -> u32: 0=77
 * percpu_array          parr    ...             (T) u32 -> u64: on CPU n 0=n 1=1000+n
 * percpu_array_raw      parraw  percpu_array    the same without BTF
 * lpm4                  lpm4    lpm_trie        (T) {u32 prefixlen; u8 addr[4]} -> u32: 0.0.0.0/0=0
 *                                               10.0.0.0/8=8 192.168.1.0/24=24
 * lpm4_raw              lpmraw  lpm_trie        the same without BTF
 * lpm6                  lpm6    lpm_trie        (T) {...; u8 addr[16]} -> u32: 2001:db8::/32=32
 *                                               ::1/128=128
 * flow                  flow    hash            (T) struct flow -> struct stats: {saddr 10.0.0.1,
 *                                               dport 443, TCP} = {packets 5, bytes 600}
 * name                  name    hash            (T) char[16] -> u32: "eth0"=1 "wlan0"=2
 * sink                  sink    array           (T) struct sink, one entry: zoo_sink.h
 * locked                locked  hash            (T) u32 -> {bpf_spin_lock lock; u32 n}: 1={n 11}
 * timed                 timed   array           (T) {bpf_timer timer; u32 n}: 0={n 12}
 * deep                  deep    array           (T) 100 structs in one another around a u32: 0=9
 * data                  .data   array           (T) .data: u32 counter=7, u64 total=70, char
 *                                               who[16]="zoo"
 * bss                   .bss    array           (T) .bss: struct stats hits={5, 600}, static u32
 *                                               handle.seen=3, struct mode {u32 low:3, high:5;
 *                                               u8 level;} mode={1, 2, 3}, u32 table[2][3]=1 to 6
 * rodata                .ro     array           (T) .rodata, frozen, rdonly_prog: u32 limit=99
 * inner_a               in_a    array           (T) u32 -> u32: 0=11 1=12
 * inner_b               in_b    array           (T) u32 -> u32: 0=21 1=22
 * array_of_maps         aom     ...             0=inner_a 2=inner_b, of 4
 * hash_of_maps          hom     ...             u32: 10=inner_a 20=inner_b
 * prog_array            progs   ...             1=the program "zoo_filter", of 4
 * devmap                dev     ...             2=lo, of 4
 * devmap_hash           devh    ...             2=lo, of 4
 * devmap_prog           devp    devmap          0=lo with the program "zoo_devmap", of 4
 * cpumap                cpu     ...             0={qsize 192}
 * cpumap_prog           cpup    cpumap          0={qsize 64} with the program "zoo_cpumap"
 * sockmap               sock    ...             1=a UDP socket, of 4; values of 8 bytes
 * sockhash              sockh   ...             u32: 1=the same socket; values of 8 bytes
 * sockmap4              sock4   sockmap         1=the same socket, of 4; values of 4 bytes, which
 *                                               nobody can read
 * reuseport_sockarray   reuse   ...             1=another UDP socket, of 4; values of 8 bytes
 * xskmap                xsk     ...             empty, of 4
 * perf_event_array      perf    ...             empty, of 4
 * cgroup_array          cgarr   ...             0=the root cgroup, of 4
 * stack_trace           stackt  ...             one stack
 * struct_ops            sops    ...             a tcp_congestion_ops that is not registered
 * struct_ops_link       sopsl   ...             the same with the programs "zoo_ssthresh",
 *                                               "zoo_undo_cwnd" and "zoo_cong_avoid" in it
 * insn_array            insn    ...             two zeroes
 * queue                 queue   ...             u32: pushed 1, 2, 3
 * stack                 stack   ...             u32: pushed 1, 2, 3
 * bloom_filter          bloom   ...             u32: 42
 * ringbuf               ring    ...             two records of two u32: 1, 2 and 3, 4
 * user_ringbuf          uring   ...             empty
 * arena                 arena   ...             of 8 pages at 0x200000000000: page 0 begins with
 *                                               "first page", 1 is all 0xff, of 5 byte 16 is '5'
 * cgroup_storage        cgst    ...             empty
 * percpu_cgroup_storage pcgst   ...             empty
 * task_storage          task    ...             (T) int -> u64: the process of zoo=4242
 * cgrp_storage          cgrp    ...             (T) int -> u64: the root cgroup=4343
 * inode_storage         inode   ...             (T) int -> u64: DIR=4444
 * sk_storage            sk      ...             (T) int -> u64: the socket of sockmap=4545
 * PREFIXlonger_than_fifteen (the pin) hash            (T) u32 -> u32: 1=1; the pin tells the full
 *                                                     name
 * long_by_btf           (below) hash            (T) u32 -> int: 1=-1; .maps in its BTF names it
 *                                               PREFIXnamed_by_its_definition
 * dup_a                 dup     hash            u32 -> u32: 1=1
 * dup_b                 dup     array           u32 -> u32: 0=2
 * hostile               hostil  array           (T) type, field and value with ESC, newline,
 *                                               quotes, bad UTF-8; also pinned as "esc\e[31m",
 *                                               "new\nline", "caf\xe9"
 */
#include "zoo.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <bpf/libbpf.h>
#include <bsd/string.h>
#include <sys/resource.h>

void zoo_skip(const char *what)
{
	fprintf(stderr, "zoo: without %s: %s\n", what,
		errno == 524 ? "not supported" : strerror(errno));
}

int zoo_map(const struct zoo *zoo, struct zoo_map map)
{
	LIBBPF_OPTS(bpf_map_create_opts, create, .map_flags = map.flags,
		    .btf_key_type_id = (uint32_t)map.key_type,
		    .btf_value_type_id = (uint32_t)map.value_type, .inner_map_fd = map.inner_fd,
		    .map_extra = map.extra, .btf_vmlinux_value_type_id = map.vmlinux_type);
	char name[BPF_OBJ_NAME_LEN], path[4096];
	int fd;

	/* A struct_ops map wants BTF of its own beside the kernel's. */
	if (map.key_type || map.value_type || map.vmlinux_type)
		create.btf_fd = (uint32_t)zoo->types.fd;
	strlcpy(name, zoo->prefix, sizeof(name));
	strlcat(name, map.name, sizeof(name));
	fd = bpf_map_create(map.type, name, map.key, map.value, map.entries, &create);
	if (fd < 0) {
		zoo_skip(map.pin);
		return -1;
	}
	snprintf(path, sizeof(path), "%s/%s", zoo->dir, map.pin);
	if (bpf_obj_pin(fd, path) < 0) {
		perror(path);
		exit(1);
	}
	return fd;
}

void zoo_put(int fd, const void *key, const void *value)
{
	if (fd >= 0 && bpf_map_update_elem(fd, key, value, 0) < 0)
		zoo_skip("an entry");
}

void zoo_put32(int fd, uint32_t key, uint32_t value)
{
	zoo_put(fd, &key, &value);
}

void zoo_put64(int fd, uint32_t key, uint64_t value)
{
	zoo_put(fd, &key, &value);
}

void zoo_put_cpus(const struct zoo *zoo, int fd, uint32_t key, uint64_t first)
{
	uint64_t *cells = calloc(zoo->cpus, sizeof(*cells));

	if (!cells)
		abort();
	for (uint32_t cpu = 0; cpu < zoo->cpus; cpu++)
		cells[cpu] = first + cpu;
	zoo_put(fd, &key, cells);
	free(cells);
}

int main(int argc, char *argv[])
{
	const struct rlimit unlimited = { RLIM_INFINITY, RLIM_INFINITY };
	struct zoo zoo = { .dir = argv[1], .prefix = argv[2] };

	if (argc < 3) {
		fputs("usage: zoo DIR PREFIX [COMMAND [WORD...]]\n", stderr);
		return 2;
	}
	setrlimit(RLIMIT_MEMLOCK, &unlimited);
	libbpf_set_print(NULL);
	zoo.cpus = (uint32_t)libbpf_num_possible_cpus();
	zoo_types_load(&zoo);
	zoo_plain(&zoo);
	zoo_typed(&zoo);
	zoo_refs(&zoo);
	zoo_queues(&zoo);
	zoo_storages(&zoo);
	zoo_names(&zoo);
	if (argc == 3)
		return 0;
	execvp(argv[3], argv + 3);
	perror(argv[3]);
	return 127;
}
