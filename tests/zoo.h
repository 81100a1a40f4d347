/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The zoo's keepers: what zoo_*.c share. */
#ifndef TESTS_ZOO_H
#define TESTS_ZOO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <linux/bpf.h>
#include <bpf/bpf.h>

/* Type ids in the BTF object behind fd. */
struct zoo_types {
	int fd;
	int u8, u32, u64, s32, name, proto;
	int flow, stats, sink, locked, timed, deep, hostile_key, hostile;
	int lpm4, lpm6, data, rodata, bss, long_key;
};

struct zoo {
	const char *dir, *prefix;
	struct zoo_types types;
	uint32_t cpus;
};

struct zoo_map {
	const char *pin;  /* the file in DIR */
	const char *name; /* behind the prefix; six characters at most always fit */
	enum bpf_map_type type;
	uint32_t key, value, entries, flags;
	int key_type, value_type;
	uint32_t inner_fd, vmlinux_type;
	uint64_t extra;
};

#define ZOO_MAP(file, tail, kind, key_size, value_size, n, ...) \
	((struct zoo_map){ .pin = (file),                       \
			   .name = (tail),                      \
			   .type = BPF_MAP_TYPE_##kind,         \
			   .key = (key_size),                   \
			   .value = (value_size),               \
			   .entries = (n),                      \
			   __VA_ARGS__ })

/*
 * Creates a map and pins it: an fd that stays open, or -1 after a line on
 * stderr where this kernel has no such map.
 */
int zoo_map(const struct zoo *zoo, struct zoo_map map);

/* Says that something is left out, from errno. */
void zoo_skip(const char *what);

/* Puts an entry in; does nothing for fd -1. */
void zoo_put(int fd, const void *key, const void *value);
void zoo_put32(int fd, uint32_t key, uint32_t value);
void zoo_put64(int fd, uint32_t key, uint64_t value);

/* One value a CPU: first + cpu. */
void zoo_put_cpus(const struct zoo *zoo, int fd, uint32_t key, uint64_t first);

/* Builds all types; exits where the kernel refuses them. */
void zoo_types_load(struct zoo *zoo);

/* A program that returns at once. */
int zoo_prog(enum bpf_prog_type type, enum bpf_attach_type attach, const char *name);

/* Runs a program that puts the records 1, 2 and 3, 4 into a ring buffer. */
void zoo_ring_fill(int map_fd);

/* Runs a program that puts its own stack into a stack_trace map. */
void zoo_stack_fill(int map_fd);

/* The departments. */
void zoo_plain(const struct zoo *zoo);
void zoo_typed(const struct zoo *zoo);
void zoo_refs(const struct zoo *zoo);
void zoo_ops(const struct zoo *zoo); /* a part of zoo_refs() */
void zoo_queues(const struct zoo *zoo);
void zoo_storages(const struct zoo *zoo);
void zoo_names(const struct zoo *zoo);

#endif
