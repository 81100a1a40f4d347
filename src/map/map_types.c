/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/map_types.h"

#include <stdio.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "map/map_limits.h"
#include "map/names.h"
#include "map/references.h"
#include "map/values.h"

#define N_ROWS (sizeof(rows) / sizeof(rows[0]))

enum {
	EVERY = MAP_LOOKUP | MAP_UPDATE | MAP_DELETE | MAP_WALK,
	BATCHES = MAP_BATCH_UPDATE | MAP_BATCH_DELETE | MAP_BATCH_TAKE,
	HASH = EVERY | MAP_BATCH | MAP_ITER | MAP_COUNTED | MAP_PREALLOC | BATCHES | MAP_TAKE,
	ARRAY = MAP_LOOKUP | MAP_UPDATE | MAP_WALK | MAP_BATCH | MAP_BATCH_UPDATE | MAP_ITER |
		MAP_PREALLOC,
	SLOTS = MAP_UPDATE | MAP_DELETE | MAP_WALK, /* values go in and never come out */
	QUEUE = MAP_LOOKUP | MAP_UPDATE | MAP_POP,
	STORAGE = MAP_LOOKUP | MAP_UPDATE | MAP_DELETE,
};

#define ROW(type, text, keys, abilities) \
	.number = BPF_MAP_TYPE_##type, .name = (text), .key = (keys), .can = (abilities)

/* Measured on 6.1 to 7.3; in the order of enum bpf_map_type. */
static const struct map_type rows[] = {
	{ ROW(HASH, "hash", KEY_BYTES, HASH), .limits = &limits_hash },
	{ ROW(ARRAY, "array", KEY_INDEX, ARRAY | MAP_MMAP), .limits = &limits_array },
	{ ROW(PROG_ARRAY, "prog_array", KEY_INDEX, EVERY | MAP_ANY_ONLY),
	  .limits = &limits_programs, .value = VALUE_PROGRAM, .write_value = value_write_program,
	  .take_value = value_take_program, .read_names = names_read_programs },
	{ ROW(PERF_EVENT_ARRAY, "perf_event_array", KEY_INDEX, SLOTS | MAP_ANY_ONLY),
	  .limits = &limits_events, .value = VALUE_EVENT, .take_value = value_take_perf_event,
	  .instead = "the kernel does not let the slots of a perf event array be read; "
		     "'mapctl events' reads its records" },
	{ ROW(PERCPU_HASH, "percpu_hash", KEY_BYTES, HASH | MAP_PERCPU),
	  .limits = &limits_percpu_hash },
	{ ROW(PERCPU_ARRAY, "percpu_array", KEY_INDEX, ARRAY | MAP_PERCPU),
	  .limits = &limits_percpu_array },
	{ ROW(STACK_TRACE, "stack_trace", KEY_INDEX, MAP_LOOKUP | MAP_DELETE | MAP_WALK | MAP_TAKE),
	  .limits = &limits_stack_trace, .value = VALUE_STACK, .write_value = value_write_stack,
	  .read_names = names_read_symbols },
	{ ROW(CGROUP_ARRAY, "cgroup_array", KEY_INDEX, SLOTS | MAP_ANY_ONLY),
	  .limits = &limits_slots, .value = VALUE_CGROUP, .take_value = value_take_cgroup,
	  .instead = "the kernel does not let the cgroups in a cgroup array be read; "
		     "'mapctl getnext' lists its slots" },
	{ ROW(LRU_HASH, "lru_hash", KEY_BYTES, HASH), .limits = &limits_hash },
	{ ROW(LRU_PERCPU_HASH, "lru_percpu_hash", KEY_BYTES, HASH | MAP_PERCPU),
	  .limits = &limits_percpu_hash },
	{ ROW(LPM_TRIE, "lpm_trie", KEY_PREFIX,
	      EVERY | MAP_BATCH_DUP | MAP_BATCH_UPDATE | MAP_BATCH_DELETE),
	  .limits = &limits_lpm_trie },
	{ ROW(ARRAY_OF_MAPS, "array_of_maps", KEY_INDEX,
	      EVERY | MAP_BATCH | MAP_BATCH_UPDATE | MAP_ANY_ONLY),
	  .limits = &limits_slots, .value = VALUE_MAP, .write_value = value_write_map,
	  .take_value = value_take_map, .read_names = names_read_maps },
	{ ROW(HASH_OF_MAPS, "hash_of_maps", KEY_BYTES, EVERY | MAP_BATCH | BATCHES | MAP_COUNTED),
	  .limits = &limits_hash_of_maps, .value = VALUE_MAP, .write_value = value_write_map,
	  .take_value = value_take_map, .read_names = names_read_maps },
	{ ROW(DEVMAP, "devmap", KEY_INDEX, EVERY), .limits = &limits_devmap, .value = VALUE_DEVICE,
	  .write_value = value_write_device, .take_value = value_take_device,
	  .read_names = names_read_ports },
	{ ROW(SOCKMAP, "sockmap", KEY_INDEX, EVERY), .limits = &limits_devices,
	  .value = VALUE_SOCKET, .write_value = value_write_socket,
	  .take_value = value_take_socket },
	{ ROW(CPUMAP, "cpumap", KEY_INDEX, EVERY), .limits = &limits_devices, .value = VALUE_CPU,
	  .write_value = value_write_cpu, .take_value = value_take_cpu,
	  .read_names = names_read_ports },
	{ ROW(XSKMAP, "xskmap", KEY_INDEX, SLOTS), .limits = &limits_slots, .value = VALUE_SOCKET,
	  .take_value = value_take_xdp_socket,
	  .instead = "the kernel does not let the sockets in an xskmap be read; "
		     "'mapctl getnext' lists its slots" },
	{ ROW(SOCKHASH, "sockhash", KEY_BYTES, EVERY), .limits = &limits_sockhash,
	  .value = VALUE_SOCKET, .write_value = value_write_socket,
	  .take_value = value_take_socket },
	{ ROW(CGROUP_STORAGE_DEPRECATED, "cgroup_storage", KEY_BYTES,
	      MAP_LOOKUP | MAP_UPDATE | MAP_WALK),
	  .limits = &limits_cgroup_storage },
	{ ROW(REUSEPORT_SOCKARRAY, "reuseport_sockarray", KEY_INDEX, EVERY),
	  .limits = &limits_reuseport, .value = VALUE_SOCKET, .write_value = value_write_socket,
	  .take_value = value_take_socket },
	{ ROW(PERCPU_CGROUP_STORAGE_DEPRECATED, "percpu_cgroup_storage", KEY_BYTES,
	      MAP_LOOKUP | MAP_UPDATE | MAP_WALK | MAP_PERCPU),
	  .limits = &limits_percpu_cgroup_storage },
	{ ROW(QUEUE, "queue", KEY_NONE, QUEUE), .limits = &limits_queue,
	  .instead = "a queue has no entries to walk; 'mapctl lookup' shows its head" },
	{ ROW(STACK, "stack", KEY_NONE, QUEUE), .limits = &limits_queue,
	  .instead = "a stack has no entries to walk; 'mapctl lookup' shows its top" },
	{ ROW(SK_STORAGE, "sk_storage", KEY_FD, STORAGE), .limits = &limits_storage,
	  .owner = OWNER_SOCKET,
	  .instead = "socket storage has no keys to walk; "
		     "'mapctl lookup MAP key pid PID fd N' reads what one socket has" },
	{ ROW(DEVMAP_HASH, "devmap_hash", KEY_NUMBER, EVERY), .limits = &limits_devmap,
	  .value = VALUE_DEVICE, .write_value = value_write_device, .take_value = value_take_device,
	  .read_names = names_read_ports },
	{ ROW(STRUCT_OPS, "struct_ops", KEY_INDEX, EVERY | MAP_ANY_ONLY),
	  .limits = &limits_struct_ops, .value = VALUE_FUNCTIONS,
	  .take_value = value_take_struct_ops, .read_names = names_read_functions },
	{ ROW(RINGBUF, "ringbuf", KEY_NONE, MAP_RING_READ), .limits = &limits_ringbuf,
	  .value = VALUE_RECORDS,
	  .instead = "a ring buffer has no entries to walk; 'mapctl events' shows its records" },
	{ ROW(INODE_STORAGE, "inode_storage", KEY_FD, STORAGE), .limits = &limits_storage,
	  .owner = OWNER_FILE,
	  .instead = "inode storage has no keys to walk; "
		     "'mapctl lookup MAP key path FILE' reads what one file has" },
	{ ROW(TASK_STORAGE, "task_storage", KEY_FD, STORAGE), .limits = &limits_storage,
	  .owner = OWNER_PROCESS,
	  .instead = "task storage has no keys to walk; "
		     "'mapctl lookup MAP key pid PID' reads what one process has" },
	{ ROW(BLOOM_FILTER, "bloom_filter", KEY_NONE, MAP_TEST | MAP_UPDATE | MAP_ANY_ONLY),
	  .limits = &limits_bloom_filter,
	  .instead = "a bloom filter has no entries to walk; "
		     "'mapctl lookup MAP value V' says whether V may be in it" },
	{ ROW(USER_RINGBUF, "user_ringbuf", KEY_NONE, MAP_RING_WRITE), .limits = &limits_ringbuf,
	  .value = VALUE_RECORDS,
	  .instead = "a user ring buffer has no entries to walk; "
		     "'mapctl events' shows its records" },
	{ ROW(CGRP_STORAGE, "cgrp_storage", KEY_FD, STORAGE), .limits = &limits_storage,
	  .owner = OWNER_CGROUP,
	  .instead = "cgroup storage has no keys to walk; "
		     "'mapctl lookup MAP key cgroup PATH' reads what one cgroup has" },
	{ ROW(ARENA, "arena", KEY_NONE, MAP_MMAP), .limits = &limits_arena, .value = VALUE_PAGES,
	  .instead = "an arena is memory without entries to walk; "
		     "'mapctl lookup' lists its pages, 'mapctl lookup MAP page N' shows one" },
	{ ROW(INSN_ARRAY, "insn_array", KEY_INDEX, MAP_LOOKUP | MAP_UPDATE | MAP_WALK),
	  .limits = &limits_insn_array },
	/* Its batches and get_next_key lose entries while it resizes: iterators first. */
	{ ROW(RHASH, "rhash", KEY_BYTES, EVERY | BATCHES | MAP_ITER | MAP_TAKE),
	  .limits = &limits_rhash },
};

/* Rows made up for numbers that the table does not know; few, and kept until the end. */
struct stranger {
	struct map_type type;
	struct stranger *next;
	char name[sizeof("type_4294967295")];
};

static const struct map_type *stranger_find(uint32_t number)
{
	static struct stranger *strangers;
	struct stranger *s;

	for (s = strangers; s; s = s->next)
		if (s->type.number == number)
			return &s->type;
	s = mem_zero(sizeof(*s));
	snprintf(s->name, sizeof(s->name), "type_%u", number);
	s->type = (struct map_type){ .number = number, .name = s->name, .key = KEY_BYTES };
	s->type.limits = &limits_unknown;
	/* Whatever it is, asking the kernel for its keys one by one does no harm. */
	s->type.can = MAP_LOOKUP | MAP_WALK | MAP_STRANGE;
	s->next = strangers;
	strangers = s;
	return &s->type;
}

const struct map_type *map_type_find(uint32_t number)
{
	for (size_t i = 0; i < N_ROWS; i++)
		if (rows[i].number == number)
			return &rows[i];
	return stranger_find(number);
}

const struct map_type *map_type_of_variables(void)
{
	return map_type_find(BPF_MAP_TYPE_ARRAY);
}

const struct map_type *map_type_nth(size_t i)
{
	return i < N_ROWS ? &rows[i] : NULL;
}
