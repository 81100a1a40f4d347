/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Makes the maps that the benchmarks read.
 *
 *	bench_map flows PATH N	a hash of N entries, struct to struct, pinned to PATH
 *	bench_map counts PATH N	a hash of N entries, u32 to struct, pinned to PATH
 *	bench_map many DIR N	N small maps, pinned in DIR
 *	bench_map held - N	N small maps, held until standard input ends; says "ready"
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>

#define CHUNK 4096

struct flow {
	uint32_t saddr, daddr;
	uint16_t sport, dport;
	uint32_t proto;
};

struct traffic {
	uint64_t packets, bytes, last_seen;
	uint32_t flags, state;
};

struct types {
	struct btf *btf;
	int flow, count, traffic;
};

static int must(int r, const char *what)
{
	if (r < 0) {
		fprintf(stderr, "bench_map: %s: %s\n", what, strerror(errno));
		exit(3);
	}
	return r;
}

static struct types types_load(void)
{
	struct types types = { .btf = btf__new_empty() };
	struct btf *btf = types.btf;
	int u16 = btf__add_int(btf, "u16", 2, 0);
	int u32 = btf__add_int(btf, "u32", 4, 0);
	int u64 = btf__add_int(btf, "u64", 8, 0);

	types.count = u32;
	types.flow = btf__add_struct(btf, "flow", sizeof(struct flow));
	btf__add_field(btf, "saddr", u32, 0, 0);
	btf__add_field(btf, "daddr", u32, 32, 0);
	btf__add_field(btf, "sport", u16, 64, 0);
	btf__add_field(btf, "dport", u16, 80, 0);
	btf__add_field(btf, "proto", u32, 96, 0);
	types.traffic = btf__add_struct(btf, "traffic", sizeof(struct traffic));
	btf__add_field(btf, "packets", u64, 0, 0);
	btf__add_field(btf, "bytes", u64, 64, 0);
	btf__add_field(btf, "last_seen", u64, 128, 0);
	btf__add_field(btf, "flags", u32, 192, 0);
	btf__add_field(btf, "state", u32, 224, 0);
	must(btf__load_into_kernel(btf), "loading BTF");
	return types;
}

/* An empty hash of struct traffic, pinned. */
static int make_hash(const char *path, int key_type, uint32_t key_size, uint32_t entries,
		     const struct types *types)
{
	LIBBPF_OPTS(bpf_map_create_opts, opts, .btf_fd = btf__fd(types->btf),
		    .btf_key_type_id = key_type, .btf_value_type_id = types->traffic);
	int fd = must(bpf_map_create(BPF_MAP_TYPE_HASH, "bench", key_size, sizeof(struct traffic),
				     entries, &opts),
		      "creating the map");

	must(bpf_obj_pin(fd, path), path);
	return fd;
}

static struct traffic traffic_of(uint32_t i)
{
	return (struct traffic){ i, 1460ull * i, 1700000000000000000ull + i, i % 16, i % 11 };
}

static void make_flows(const char *path, uint32_t entries)
{
	static struct flow keys[CHUNK];
	static struct traffic values[CHUNK];
	struct types types = types_load();
	int fd = make_hash(path, types.flow, sizeof(struct flow), entries, &types);

	for (uint32_t i = 0; i < entries;) {
		uint32_t n = 0;

		for (; n < CHUNK && i < entries; n++, i++) {
			keys[n] = (struct flow){ 0x0a000000 + i, 0xc0a80001, i * 7, 443, 6 };
			values[n] = traffic_of(i);
		}
		must(bpf_map_update_batch(fd, keys, values, &n, NULL), "filling the map");
	}
}

static void make_counts(const char *path, uint32_t entries)
{
	struct types types = types_load();
	int fd = make_hash(path, types.count, sizeof(uint32_t), entries, &types);

	for (uint32_t i = 0; i < entries; i++) {
		struct traffic traffic = traffic_of(i);

		must(bpf_map_update_elem(fd, &i, &traffic, BPF_ANY), "filling the map");
	}
}

static int make_small(uint32_t i)
{
	enum bpf_map_type type = i % 2 ? BPF_MAP_TYPE_HASH : BPF_MAP_TYPE_ARRAY;
	char name[24];

	snprintf(name, sizeof(name), "bench_%u", i % 1000000);
	return must(bpf_map_create(type, name, 4, 8, 16, NULL), "creating a map");
}

static void make_many(const char *folder, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		char path[4096];
		int fd = make_small(i);

		snprintf(path, sizeof(path), "%s/bench_%u", folder, i);
		must(bpf_obj_pin(fd, path), path);
		close(fd);
	}
}

static void hold_many(uint32_t n)
{
	struct rlimit files = { n + 64, n + 64 };

	must(setrlimit(RLIMIT_NOFILE, &files), "raising the limit of open files");
	for (uint32_t i = 0; i < n; i++)
		make_small(i);
	printf("ready\n");
	fflush(stdout);
	while (getchar() != EOF)
		;
}

int main(int argc, char **argv)
{
	uint32_t n = argc == 4 ? (uint32_t)strtoul(argv[3], NULL, 10) : 0;

	libbpf_set_strict_mode(LIBBPF_STRICT_ALL);
	if (n && !strcmp(argv[1], "flows"))
		make_flows(argv[2], n);
	else if (n && !strcmp(argv[1], "counts"))
		make_counts(argv[2], n);
	else if (n && !strcmp(argv[1], "many"))
		make_many(argv[2], n);
	else if (n && !strcmp(argv[1], "held"))
		hold_many(n);
	else
		return 2;
	return 0;
}
