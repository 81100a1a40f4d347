/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 *	churn TYPE PATH
 *
 * Makes a map of 20,000 entries that stay, with the value 1, pins it to PATH
 * and says "ready"; then inserts and deletes 20,000 others, with the value 0,
 * until its standard input ends.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>

#define STAY   20000u
#define OTHERS 20000u

/* Others that are there at a time. */
#define WINDOW 10000u

struct kind {
	const char *name;
	enum bpf_map_type type;
	uint32_t entries, flags;
	bool is_prefix, is_percpu;
};

/* The LRU lists of the CPUs take free entries by the hundred: far from full, nothing is evicted. */
static const struct kind kinds[] = {
	{ .name = "hash", .type = BPF_MAP_TYPE_HASH, .entries = 60000 },
	{ .name = "hash_no_prealloc",
	  .type = BPF_MAP_TYPE_HASH,
	  .entries = 60000,
	  .flags = BPF_F_NO_PREALLOC },
	{ .name = "lru_hash", .type = BPF_MAP_TYPE_LRU_HASH, .entries = 200000 },
	{ .name = "percpu_hash",
	  .type = BPF_MAP_TYPE_PERCPU_HASH,
	  .entries = 60000,
	  .is_percpu = true },
	{ .name = "lpm_trie",
	  .type = BPF_MAP_TYPE_LPM_TRIE,
	  .entries = 60000,
	  .flags = BPF_F_NO_PREALLOC,
	  .is_prefix = true },
};

struct churned {
	const struct kind *kind;
	int fd;
	uint64_t *values; /* a cell a possible CPU */
	size_t cells;
};

static int must(int r, const char *what)
{
	if (r < 0) {
		fprintf(stderr, "churn: %s: %s\n", what, strerror(errno));
		exit(3);
	}
	return r;
}

static int create(const struct kind *kind)
{
	struct btf *btf = btf__new_empty();
	int u32 = btf__add_int(btf, "u32", 4, 0), u64 = btf__add_int(btf, "u64", 8, 0), key = u32;
	int fd;
	LIBBPF_OPTS(bpf_map_create_opts, opts, .map_flags = kind->flags);

	if (kind->is_prefix) {
		key = btf__add_struct(btf, "prefix", 8);
		btf__add_field(btf, "prefixlen", u32, 0, 0);
		btf__add_field(btf, "addr", u32, 32, 0);
	}
	must(btf__load_into_kernel(btf), "loading BTF");
	opts.btf_fd = btf__fd(btf);
	opts.btf_key_type_id = key;
	opts.btf_value_type_id = u64;
	fd = must(bpf_map_create(kind->type, "churn", kind->is_prefix ? 8 : 4, 8, kind->entries,
				 &opts),
		  "creating the map");
	btf__free(btf);
	return fd;
}

/* Neighbours in number are no neighbours in the map. */
static void spell(const struct churned *churned, uint32_t n, uint32_t key[2])
{
	uint32_t scattered = n * 2654435761u;

	key[0] = churned->kind->is_prefix ? 32 : scattered;
	key[1] = scattered;
}

static void insert(const struct churned *churned, uint32_t n, uint64_t value)
{
	uint32_t key[2];

	spell(churned, n, key);
	for (size_t i = 0; i < churned->cells; i++)
		churned->values[i] = value;
	must(bpf_map_update_elem(churned->fd, key, churned->values, BPF_ANY), "update");
}

static void delete (const struct churned *churned, uint32_t n)
{
	uint32_t key[2];

	spell(churned, n, key);
	bpf_map_delete_elem(churned->fd, key);
}

static void churn(const struct churned *churned)
{
	for (uint32_t i = 0;; i = (i + 1) % OTHERS) {
		insert(churned, STAY + i, 0);
		delete (churned, STAY + (i + OTHERS - WINDOW) % OTHERS);
	}
}

/* The churning is a child's; the parent waits until nobody wants it any more. */
static void churn_until_eof(const struct churned *churned)
{
	struct pollfd input = { .fd = STDIN_FILENO };
	pid_t child = must(fork(), "fork");

	if (!child) {
		churn(churned);
		_exit(0);
	}
	printf("ready\n");
	fflush(stdout);
	while (!(input.revents & (POLLHUP | POLLERR))) {
		poll(&input, 1, 100);
		if (waitpid(child, NULL, WNOHANG))
			exit(3); /* it has said why */
	}
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

static const struct kind *kind_find(const char *name)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (!strcmp(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}

int main(int argc, char **argv)
{
	struct churned churned = { .kind = argc == 3 ? kind_find(argv[1]) : NULL, .cells = 1 };

	if (!churned.kind)
		return 2;
	libbpf_set_strict_mode(LIBBPF_STRICT_ALL);
	churned.fd = create(churned.kind);
	if (churned.kind->is_percpu)
		churned.cells = must(libbpf_num_possible_cpus(), "counting CPUs");
	churned.values = calloc(churned.cells, sizeof(*churned.values));
	for (uint32_t i = 0; i < STAY; i++)
		insert(&churned, i, 1);
	must(bpf_obj_pin(churned.fd, argv[2]), argv[2]);
	churn_until_eof(&churned);
	free(churned.values);
	return 0;
}
