/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Why the kernel refuses a shape that no rule of ours refuses: flags that it, or this type,
 * does not have, sizes that are too large for it, types that hold what the map
 * cannot.  It says EINVAL, E2BIG or ENOMEM.  One thing after the other is left out, by rows, until
 * the map is made: the last one is to blame.
 */
#include "map/create_parts.h"

#include <errno.h>
#include <net/if.h>
#include <unistd.h>

#include <linux/bpf.h>

#include "base/buf.h"
#include "kern/map_probe.h"
#include "map/map_limits.h"
#include "map/map_types.h"
#include "map/type_support.h"

#define N_CAUSES (sizeof(causes) / sizeof(causes[0]))

struct refusal {
	const struct map_shape *shape;
	const struct map_type *type;
	const struct shape_parts *parts;
	int error;
};

static bool is_accepted(const struct map_shape *shape, const struct shape_parts *parts)
{
	int fd = shape_attempt(shape, parts);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool with_few_entries(struct map_shape *shape)
{
	const struct map_limits *limits = map_type_find(shape->type)->limits;
	uint32_t few = limits->entries == ENTRIES_BYTES ? (uint32_t)sysconf(_SC_PAGESIZE) : 1;
	bool had = limits->entries != ENTRIES_NONE && shape->max_entries > few;

	if (had)
		shape->max_entries = few;
	return had;
}

static void say_entries(const struct refusal *refusal, struct buf *ret)
{
	buf_printf(ret,
		   refusal->error == ENOMEM ? "there is no memory for 'entries %u'"
					    : "'entries %u' is more than the kernel takes "
					      "for these sizes and this type",
		   refusal->shape->max_entries);
}

static bool without_node(struct map_shape *shape)
{
	bool had = shape->flags & BPF_F_NUMA_NODE && shape->numa_node;

	shape->numa_node = 0;
	return had;
}

static void say_node(const struct refusal *refusal, struct buf *ret)
{
	buf_printf(ret, "there is no NUMA node %u", refusal->shape->numa_node);
}

static bool without_flags(struct map_shape *shape)
{
	uint32_t needed = map_type_find(shape->type)->limits->flags;
	bool had = shape->flags & ~needed;

	shape->flags &= needed;
	return had;
}

/* Of several flags those that are refused alone too; together they may be refused as well. */
static void say_flags(const struct refusal *refusal, struct buf *ret)
{
	uint32_t needed = refusal->type->limits->flags, refused = 0;
	struct map_shape shape = *refusal->shape;

	for (uint32_t bit = 1; bit; bit <<= 1) {
		shape.flags = needed | bit;
		if (refusal->shape->flags & bit && !is_accepted(&shape, refusal->parts))
			refused |= bit;
	}
	buf_printf(ret, "type %s of this kernel does not take 'flags ", refusal->type->name);
	map_flags_spell(refused ? refused : refusal->shape->flags & ~needed, ret);
	buf_puts(ret, "'");
}

static bool without_device(struct map_shape *shape)
{
	bool had = shape->ifindex;

	shape->ifindex = 0;
	return had;
}

static void say_device(const struct refusal *refusal, struct buf *ret)
{
	char name[IF_NAMESIZE] = "?";

	if_indextoname(refusal->shape->ifindex, name);
	buf_printf(ret,
		   "a map of type %s cannot be offloaded to '%s': a device is needed that "
		   "runs programs itself, which takes hash and array",
		   refusal->type->name, name);
}

static bool without_extra(struct map_shape *shape)
{
	bool had = shape->map_extra;

	shape->map_extra = 0;
	return had;
}

static void say_extra(const struct refusal *refusal, struct buf *ret)
{
	buf_printf(ret, "map_extra %llu: type %s of this kernel does not take it",
		   (unsigned long long)refusal->shape->map_extra, refusal->type->name);
}

static bool without_types(struct map_shape *shape)
{
	bool had = shape->key_type_id || shape->value_type_id;

	shape->key_type_id = shape->value_type_id = 0;
	return had;
}

static void say_types(const struct refusal *refusal, struct buf *ret)
{
	buf_printf(ret,
		   "type %s does not take these types of key and value: locks, timers and "
		   "pointers of the kernel are for some map types",
		   refusal->type->name);
}

static bool with_small_value(struct map_shape *shape)
{
	const struct size_limits *limits = &map_type_find(shape->type)->limits->value;
	bool had = shape->value_size > limits->min;

	shape->value_size = limits->min;
	return had;
}

static void say_value(const struct refusal *refusal, struct buf *ret)
{
	buf_printf(ret, "a value of %u bytes is larger than the kernel takes for type %s",
		   refusal->shape->value_size, refusal->type->name);
}

static bool with_small_key(struct map_shape *shape)
{
	const struct size_limits *limits = &map_type_find(shape->type)->limits->key;
	bool had = shape->key_size > limits->min;

	shape->key_size = limits->min;
	return had;
}

static void say_key(const struct refusal *refusal, struct buf *ret)
{
	buf_printf(ret, "a key of %u bytes is larger than the kernel takes for type %s",
		   refusal->shape->key_size, refusal->type->name);
}

static const struct cause {
	/* Leaves it out of the shape; false where it is not there. */
	bool (*leave_out)(struct map_shape *shape);
	void (*say)(const struct refusal *refusal, struct buf *ret);
} causes[] = {
	/* The first: the others are not to take more memory than they need. */
	{ with_few_entries, say_entries }, { without_node, say_node },
	{ without_flags, say_flags },	   { without_device, say_device },
	{ without_extra, say_extra },	   { without_types, say_types },
	{ with_small_value, say_value },   { with_small_key, say_key },
};

static const struct cause *find_cause(const struct refusal *refusal)
{
	struct map_shape shape = *refusal->shape;

	for (size_t i = 0; i < N_CAUSES; i++)
		if (causes[i].leave_out(&shape) && is_accepted(&shape, refusal->parts))
			return &causes[i];
	return NULL;
}

/* A hash of 4 bytes to 4 can be in any map of maps. */
static bool inner_is_refused(const struct refusal *refusal)
{
	const struct map_probe plain = {
		.type = map_type_nth(0)->number, .key_size = 4, .value_size = 4, .max_entries = 1
	};
	struct shape_parts parts = *refusal->parts;
	bool accepted;

	if (refusal->type->value != VALUE_MAP)
		return false;
	parts.inner_fd = kern_map_probe(&plain);
	if (parts.inner_fd < 0)
		return false;
	accepted = is_accepted(refusal->shape, &parts);
	close(parts.inner_fd);
	return accepted;
}

static int say_cause(const struct refusal *refusal, struct err *err)
{
	const struct cause *cause = find_cause(refusal);
	struct buf words = { 0 };

	if (inner_is_refused(refusal))
		return err_set(err, ERR_USAGE,
			       "inner_map: the kernel takes no maps like this one in maps of "
			       "type %s",
			       refusal->type->name);
	/* Without its types the kernel refuses it anyway. */
	if (refusal->type->limits->needs_types && refusal->error == E2BIG)
		say_value(refusal, &words);
	else if (cause)
		cause->say(refusal, &words);
	else
		return 0;
	err_set(err, ERR_USAGE, "%s", buf_str(&words));
	buf_done(&words);
	return -ERR_USAGE;
}

/* The kernel's word for it is EACCES, which is not one of privileges here. */
static bool is_kept_from_programs(const struct refusal *refusal)
{
	struct map_shape shape = *refusal->shape;

	shape.flags &= ~(uint32_t)(BPF_F_RDONLY_PROG | BPF_F_WRONLY_PROG);
	return refusal->error == EACCES && is_accepted(&shape, refusal->parts);
}

int shape_denied(struct err *err)
{
	return err_set(err, ERR_DENIED,
		       "not permitted: making maps takes CAP_BPF, and CAP_NET_ADMIN for "
		       "maps of sockets and devices (run as root)");
}

int shape_refused(const struct map_shape *shape, const struct shape_parts *parts, int error,
		  struct err *err)
{
	const struct refusal refusal = { shape, map_type_find(shape->type), parts, error };
	int r;

	if (is_kept_from_programs(&refusal))
		return err_set(err, ERR_USAGE,
			       "flags: programs must be able to read and write values with locks, "
			       "timers or pointers of the kernel");
	if (error == EPERM || error == EACCES)
		return shape_denied(err);
	if (error == EINVAL && !map_type_supported(shape->type))
		return err_set(err, ERR_SYSTEM, "this kernel has no maps of type %s",
			       refusal.type->name);
	r = say_cause(&refusal, err);
	if (r)
		return r;
	errno = error;
	return err_sys(err, "the kernel refuses a map of type %s with these sizes and flags",
		       refusal.type->name);
}
