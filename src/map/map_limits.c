/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/map_limits.h"

#include <linux/bpf.h>

#define EXACTLY(n)          \
	{                   \
		(n), (n), 1 \
	}
#define ANY_SIZE                 \
	{                        \
		1, UINT32_MAX, 1 \
	}
#define NOTHING EXACTLY(0)
#define STEPS_OF(n)                            \
	{                                      \
		(n), UINT32_MAX - (n) + 1, (n) \
	}
/* An fd, or more than that in eight bytes. */
#define FD_OR_8         \
	{               \
		4, 8, 4 \
	}
#define INDEX EXACTLY(4)
/* PCPU_MIN_UNIT_SIZE */
#define ONE_A_CPU           \
	{                   \
		1, 32768, 1 \
	}

const struct map_limits limits_unknown = {
	.key = { 0, UINT32_MAX, 1 },
	.value = { 0, UINT32_MAX, 1 },
	.extra = EXTRA_ANY,
};

const struct map_limits limits_hash = { .key = ANY_SIZE, .value = ANY_SIZE };
const struct map_limits limits_percpu_hash = { .key = ANY_SIZE, .value = ONE_A_CPU };
const struct map_limits limits_rhash = {
	.key = ANY_SIZE,
	.value = ANY_SIZE,
	.extra = EXTRA_ANY,
	.flags = BPF_F_NO_PREALLOC,
};

const struct map_limits limits_array = {
	.key = INDEX,
	.value = ANY_SIZE,
	.types = TYPES_INT_KEY,
};
const struct map_limits limits_percpu_array = {
	.key = INDEX,
	.value = ONE_A_CPU,
	.types = TYPES_INT_KEY,
};

const struct map_limits limits_programs = { .key = INDEX, .value = EXACTLY(4) };
const struct map_limits limits_events = {
	.key = INDEX,
	.value = EXACTLY(4),
	.entries = ENTRIES_CPUS,
	.types = TYPES_NONE,
};
const struct map_limits limits_slots = {
	.key = INDEX,
	.value = EXACTLY(4),
	.types = TYPES_NONE,
};
const struct map_limits limits_hash_of_maps = {
	.key = ANY_SIZE,
	.value = EXACTLY(4),
	.types = TYPES_NONE,
};
const struct map_limits limits_devices = {
	.key = INDEX,
	.value = FD_OR_8,
	.types = TYPES_NONE,
};
const struct map_limits limits_devmap = {
	.key = INDEX,
	.value = FD_OR_8,
	.types = TYPES_NONE,
	.own_flags = BPF_F_RDONLY_PROG,
};
const struct map_limits limits_sockhash = {
	.key = { 1, 512, 1 }, /* MAX_BPF_STACK */
	.value = FD_OR_8,
	.types = TYPES_NONE,
};
const struct map_limits limits_reuseport = { .key = INDEX, .value = FD_OR_8 };

const struct map_limits limits_stack_trace = {
	.key = INDEX,
	.value = STEPS_OF(8),
	.value_flag = BPF_F_STACK_BUILD_ID,
	.flagged_value = STEPS_OF(32), /* struct bpf_stack_build_id */
	.types = TYPES_NONE,
};

const struct map_limits limits_lpm_trie = {
	.key = { 5, 260, 1 }, /* LPM_DATA_SIZE_MAX behind the length */
	.value = ANY_SIZE,
	.types = TYPES_PREFIX_KEY,
	.flags = BPF_F_NO_PREALLOC,
};

const struct map_limits limits_cgroup_storage = {
	.key = { 8, 16, 8 },
	.value = ANY_SIZE,
	.entries = ENTRIES_NONE,
	.types = TYPES_CGROUP_KEY,
};
const struct map_limits limits_percpu_cgroup_storage = {
	.key = { 8, 16, 8 },
	.value = ONE_A_CPU,
	.entries = ENTRIES_NONE,
	.types = TYPES_CGROUP_KEY,
};

const struct map_limits limits_queue = {
	.key = NOTHING,
	.value = ANY_SIZE,
	.types = TYPES_EMPTY_KEY,
};
const struct map_limits limits_bloom_filter = {
	.key = NOTHING,
	.value = ANY_SIZE,
	.types = TYPES_NO_KEY,
	.extra = EXTRA_HASHES,
};

const struct map_limits limits_storage = {
	.key = INDEX,
	.value = ANY_SIZE,
	.entries = ENTRIES_NONE,
	.types = TYPES_INT_KEY,
	.flags = BPF_F_NO_PREALLOC,
	.needs_types = true,
};

const struct map_limits limits_struct_ops = {
	.key = INDEX,
	.value = ANY_SIZE,
	.needs_object = true,
};

const struct map_limits limits_ringbuf = {
	.key = NOTHING,
	.value = NOTHING,
	.entries = ENTRIES_BYTES,
	.types = TYPES_NONE,
};
const struct map_limits limits_arena = {
	.key = NOTHING,
	.value = NOTHING,
	.types = TYPES_NONE,
	.extra = EXTRA_ADDRESS,
	.flags = BPF_F_MMAPABLE,
};
const struct map_limits limits_insn_array = {
	.key = INDEX,
	.value = EXACTLY(16), /* struct bpf_insn_array_value */
	.types = TYPES_NONE,
};
