/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/create_sizes.h"

#include <unistd.h>

#include "base/buf.h"

static bool fits(const struct size_limits *limits, uint32_t size)
{
	return size >= limits->min && size <= limits->max &&
	       (size - limits->min) % limits->step == 0;
}

static void spell_sizes(const struct size_limits *limits, struct buf *ret)
{
	if (limits->min == limits->max)
		buf_printf(ret, "%u bytes", limits->min);
	else if (limits->max == limits->min + limits->step)
		buf_printf(ret, "%u or %u bytes", limits->min, limits->max);
	else if (limits->step > 1)
		buf_printf(ret, "a multiple of %u bytes", limits->step);
	else if (limits->max == UINT32_MAX)
		buf_printf(ret, "%u byte or more", limits->min);
	else
		buf_printf(ret, "%u to %u bytes", limits->min, limits->max);
}

static void say_size(const struct subject *s, const char *part, const struct size_limits *limits,
		     uint32_t size, const char *meaning, struct buf *ret)
{
	if (!limits->max) {
		buf_printf(ret, "type %s has no %ss: '%s 0', not '%s %u'", s->type->name, part,
			   part, part, size);
		return;
	}
	buf_printf(ret, "a %s of type %s has ", part, s->type->name);
	spell_sizes(limits, ret);
	if (meaning)
		buf_printf(ret, " (%s)", meaning);
	buf_printf(ret, ", not %u", size);
}

bool subject_key_is_wrong(const struct subject *s)
{
	return !fits(&s->limits->key, s->shape->key_size);
}

void subject_say_key(const struct subject *s, struct buf *ret)
{
	static const char *const meanings[] = {
		[KEY_INDEX] = "the index of the entry",
		[KEY_NUMBER] = "the number of the entry",
		[KEY_PREFIX] = "4 for the length of the prefix, and the address behind",
		[KEY_FD] = "a file descriptor",
	};

	say_size(s, "key", &s->limits->key, s->shape->key_size,
		 s->type->key <= KEY_FD ? meanings[s->type->key] : NULL, ret);
}

static const struct size_limits *value_limits(const struct subject *s)
{
	return s->shape->flags & s->limits->value_flag ? &s->limits->flagged_value
						       : &s->limits->value;
}

bool subject_value_is_wrong(const struct subject *s)
{
	return !fits(value_limits(s), s->shape->value_size);
}

void subject_say_value(const struct subject *s, struct buf *ret)
{
	bool per_cpu = s->type->can & MAP_PERCPU && s->shape->value_size;

	say_size(s, "value", value_limits(s), s->shape->value_size, per_cpu ? "for one CPU" : NULL,
		 ret);
}

uint32_t map_ring_bytes(uint32_t bytes)
{
	uint32_t ring = (uint32_t)sysconf(_SC_PAGESIZE);

	while (ring && ring < bytes)
		ring <<= 1;
	return ring;
}

bool subject_entries_are_wrong(const struct subject *s)
{
	uint32_t entries = s->shape->max_entries;

	if (s->limits == &limits_unknown)
		return false;
	if (s->limits->entries == ENTRIES_NONE)
		return entries;
	if (s->limits->entries == ENTRIES_BYTES)
		return !entries || entries != map_ring_bytes(entries);
	return !entries;
}

void subject_say_entries(const struct subject *s, struct buf *ret)
{
	const char *name = s->type->name;
	uint32_t entries = s->shape->max_entries, next = map_ring_bytes(entries);

	if (s->limits->entries == ENTRIES_NONE)
		buf_printf(ret, "type %s has as many entries as owners: 'entries 0', not %u", name,
			   entries);
	else if (s->limits->entries != ENTRIES_BYTES)
		buf_printf(ret, "type %s takes 1 entry or more, not 0", name);
	else
		buf_printf(
			ret,
			"entries of type %s is its size in bytes, a power of two and whole pages: "
			"%u is not; %s is %u",
			name, entries, next ? "the next" : "the largest", next ? next : 1u << 31);
}
