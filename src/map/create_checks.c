/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What is wrong with a shape, a row each: whether it is, and how to say it.
 * The kernel calls all of this EINVAL.
 */
#include "map/create_sizes.h"

#include <string.h>
#include <unistd.h>

#include <linux/bpf.h>
#include <bpf/btf.h>

#include "base/buf.h"
#include "map/create.h"

#define N_CHECKS (sizeof(checks) / sizeof(checks[0]))

static bool flags_are_missing(const struct subject *s)
{
	return (s->shape->flags & s->limits->flags) != s->limits->flags;
}

static void say_flags_missing(const struct subject *s, struct buf *ret)
{
	buf_printf(ret, "type %s needs 'flags ", s->type->name);
	map_flags_spell(s->shape->flags | s->limits->flags, ret);
	buf_puts(ret, "'");
}

static bool both(uint32_t flags, uint32_t pair)
{
	return (flags & pair) == pair;
}

static bool flags_contradict(const struct subject *s)
{
	return both(s->shape->flags, BPF_F_RDONLY | BPF_F_WRONLY) ||
	       both(s->shape->flags, BPF_F_RDONLY_PROG | BPF_F_WRONLY_PROG);
}

static void say_flags_contradict(const struct subject *s, struct buf *ret)
{
	(void)s;
	buf_puts(ret, "flags: read-only and write-only contradict each other");
}

static bool has_inner(const struct map_shape *shape)
{
	return shape->inner_fd >= 0 || shape->inner;
}

static bool inner_is_missing(const struct subject *s)
{
	return s->type->value == VALUE_MAP && !has_inner(s->shape);
}

static void say_inner_missing(const struct subject *s, struct buf *ret)
{
	buf_printf(ret,
		   "type %s needs a map that its maps are like: 'inner_map name NAME' names one",
		   s->type->name);
}

static bool inner_is_too_much(const struct subject *s)
{
	return s->limits != &limits_unknown && s->type->value != VALUE_MAP && has_inner(s->shape);
}

static void say_inner_too_much(const struct subject *s, struct buf *ret)
{
	buf_printf(ret, "inner_map: the values of type %s are not maps", s->type->name);
}

static bool extra_is_wrong(const struct subject *s)
{
	uint64_t extra = s->shape->map_extra;

	switch (s->limits->extra) {
	case EXTRA_NONE:
		return extra;
	case EXTRA_HASHES:
		return extra > 15;
	case EXTRA_ADDRESS:
		return extra % (uint64_t)sysconf(_SC_PAGESIZE);
	default:
		return false;
	}
}

static void say_extra(const struct subject *s, struct buf *ret)
{
	static const char *const wants[] = {
		[EXTRA_NONE] = "takes none",
		[EXTRA_HASHES] = "takes a number of hash functions, 1 to 15",
		[EXTRA_ADDRESS] = "takes the address of a page",
	};

	buf_printf(ret, "map_extra %llu: type %s %s", (unsigned long long)s->shape->map_extra,
		   s->type->name, wants[s->limits->extra]);
}

static bool name_is_wrong(const struct subject *s)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
	const char *name = s->shape->name ? s->shape->name : "";
	size_t n = strspn(name, letters);

	/* The kernel sees no more of it. */
	return n < BPF_OBJ_NAME_LEN - 1 && name[n];
}

static void say_name(const struct subject *s, struct buf *ret)
{
	buf_printf(ret, "name '%s': the kernel takes letters, digits, '_' and '.'", s->shape->name);
}

static bool types_are_missing(const struct subject *s)
{
	return s->limits->needs_types && !(s->shape->key_type_id && s->shape->value_type_id);
}

static void say_types_missing(const struct subject *s, struct buf *ret)
{
	buf_printf(ret, "type %s needs BTF: 'key int', and the type of the value", s->type->name);
}

static bool key_type_is_wrong(const struct subject *s)
{
	const struct btf *btf = s->shape->btf;
	const struct btf_type *type;
	int id;

	if (!btf || !s->shape->key_type_id)
		return false;
	id = btf__resolve_type(btf, s->shape->key_type_id);
	type = id < 0 ? NULL : btf__type_by_id(btf, (uint32_t)id);
	if (s->limits->types == TYPES_INT_KEY)
		return !type || !btf_is_int(type) || type->size != 4;
	return s->limits->types == TYPES_PREFIX_KEY && (!type || !btf_is_struct(type));
}

static void say_key_type(const struct subject *s, struct buf *ret)
{
	buf_printf(ret, "the type of a key of type %s is %s", s->type->name,
		   s->limits->types == TYPES_INT_KEY ? "an integer of 4 bytes"
						     : "a struct, the length of the prefix first");
}

static bool is_of_objects(const struct subject *s)
{
	return s->limits->needs_object;
}

static void say_of_objects(const struct subject *s, struct buf *ret)
{
	buf_printf(ret, "a map of type %s is made by loading the programs in it", s->type->name);
}

static const struct check {
	bool (*is_wrong)(const struct subject *s);
	void (*say)(const struct subject *s, struct buf *ret);
} checks[] = {
	{ is_of_objects, say_of_objects },
	{ subject_key_is_wrong, subject_say_key },
	{ subject_value_is_wrong, subject_say_value },
	{ subject_entries_are_wrong, subject_say_entries },
	{ flags_are_missing, say_flags_missing },
	{ flags_contradict, say_flags_contradict },
	{ inner_is_missing, say_inner_missing },
	{ inner_is_too_much, say_inner_too_much },
	{ extra_is_wrong, say_extra },
	{ name_is_wrong, say_name },
	{ types_are_missing, say_types_missing },
	{ key_type_is_wrong, say_key_type },
};

int map_shape_check(const struct map_shape *shape, struct err *err)
{
	const struct map_type *type = map_type_find(shape->type);
	const struct subject subject = { shape, type, type->limits };
	struct buf words = { 0 };

	for (size_t i = 0; i < N_CHECKS; i++) {
		if (!checks[i].is_wrong(&subject))
			continue;
		checks[i].say(&subject, &words);
		err_set(err, ERR_USAGE, "%s", buf_str(&words));
		buf_done(&words);
		return -ERR_USAGE;
	}
	return 0;
}
