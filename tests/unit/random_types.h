/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Random types that hold together: what a compiler might have laid out, and unions. */
#ifndef TESTS_UNIT_RANDOM_TYPES_H
#define TESTS_UNIT_RANDOM_TYPES_H

#include <stdio.h>

#include "codec/btf_type.h"
#include "plan_fixture.h"

#define RANDOM_BYTES_MAX 4096

static uint32_t random_state = 1;

/*
 * Some types keep bytes that JSON does not show: padding in long doubles' numbers, the high half
 * of a wide enum whose values BTF has the low half of.  In a union these contradict the others.
 */
static unsigned int unions_around;

static inline uint32_t random_below(uint32_t n)
{
	random_state = random_state * 1664525 + 1013904223;
	return (random_state >> 8) % n;
}

/* Nothing, everything, small numbers, letters, whatever: long runs of each. */
static inline void random_bytes(uint8_t *data, size_t n)
{
	static const char text[] = "eth0 \"\\x41\\\\\n\x7f\x85\xc3\xa9\xe2\x80\xae";
	uint32_t way = 0;

	for (size_t i = 0; i < n; i++) {
		if (random_below(6) == 0)
			way = random_below(5);
		if (way == 0)
			data[i] = 0;
		else if (way == 1)
			data[i] = 0xff;
		else if (way == 2)
			data[i] = (uint8_t)random_below(8);
		else if (way == 3)
			data[i] = (uint8_t)text[random_below(sizeof(text))];
		else
			data[i] = (uint8_t)random_below(256);
	}
}

static inline uint32_t random_size(const struct types *t, int type_id)
{
	uint64_t links = 1000, bytes = 0;

	btf_bytes(t->btf, (uint32_t)type_id, &links, &bytes);
	return bytes > RANDOM_BYTES_MAX ? RANDOM_BYTES_MAX : (uint32_t)bytes;
}

static inline int random_enum(const struct types *t)
{
	static const int sizes[] = { 1, 2, 4, 8 };
	bool is_signed = random_below(2), is_wide = random_below(3) == 0 || unions_around;
	int size = sizes[random_below(4)], id;
	char name[8];

	id = is_wide ? btf__add_enum64(t->btf, "e", size, is_signed)
		     : btf__add_enum(t->btf, "e", (uint32_t)size);
	for (uint32_t i = random_below(8); i; i--) {
		int64_t value = random_below(2) ? (int64_t)random_below(8)
						: -(int64_t)random_below(4);

		snprintf(name, sizeof(name), "E%u", i);
		if (is_wide)
			btf__add_enum64_value(t->btf, name, (uint64_t)value);
		else
			btf__add_enum_value(t->btf, name, value);
	}
	return id;
}

static inline int random_scalar(const struct types *t)
{
	static const int sizes[] = { 1, 2, 4, 8, 16 }, float_sizes[] = { 2, 4, 8, 12, 16 };
	int size = sizes[random_below(5)];

	switch (random_below(14)) {
	case 0:
		return btf__add_float(t->btf, "f",
				      (size_t)float_sizes[random_below(unions_around ? 3 : 5)]);
	case 1:
		return btf__add_ptr(t->btf, 0);
	case 2:
	case 3:
		return random_enum(t);
	case 4:
		return btf__add_typedef(t->btf, "__be16", t->u16);
	case 5:
		return btf__add_typedef(t->btf, "__be32", t->u32);
	case 6:
		return btf__add_typedef(t->btf, "__be64", t->u64);
	case 7:
		return btf__add_int(t->btf, "c", 1, BTF_INT_CHAR);
	case 8:
		return t->boolean;
	case 9:
		return array_of(t, t->chr, random_below(20));
	case 10:
		return odd_int(t, "o", (uint32_t)size, random_below(2), 0,
			       1 + random_below((uint32_t)size * 8));
	default:
		return btf__add_int(t->btf, "i", (size_t)size,
				    random_below(2) ? BTF_INT_SIGNED : 0);
	}
}

static inline int random_type(const struct types *t, unsigned int depth);

/* Members one behind the other, or as in a union all at 0, some in a few bits. */
static inline int random_struct(const struct types *t, unsigned int depth)
{
	bool is_union = depth > 1 && random_below(4) == 0;
	uint32_t n = random_below(7), at = 0, types[7], bytes[7], total = 0;
	char name[8];
	int id;

	unions_around += is_union;
	for (uint32_t i = 0; i < n; i++) {
		types[i] = (uint32_t)random_type(t, depth - 1);
		bytes[i] = random_size(t, (int)types[i]);
		total = is_union ? (bytes[i] > total ? bytes[i] : total) : total + bytes[i] + 3;
	}
	unions_around -= is_union;
	id = is_union ? btf__add_union(t->btf, "u", total) : btf__add_struct(t->btf, "s", total);
	for (uint32_t i = 0; i < n; i++) {
		const struct btf_type *type = btf__type_by_id(t->btf, types[i]);
		bool may_split = !is_union && btf_is_int(type) && btf_int_bits(type) % 8 == 0 &&
				 types[i] != (uint32_t)t->boolean && bytes[i] > 0;
		uint32_t width = 0;

		snprintf(name, sizeof(name), "m%u", random_below(6));
		if (may_split && random_below(3) == 0)
			width = 1 + random_below(bytes[i] * 8 < 100 ? bytes[i] * 8 : 100);
		if (!width)
			at = (at + 7) / 8 * 8 + 8 * random_below(3);
		if (is_union)
			at = 0;
		field(t, random_below(8) || width ? name : NULL, (int)types[i], at, width);
		at += width ? width : bytes[i] * 8;
	}
	return id;
}

static inline int random_type(const struct types *t, unsigned int depth)
{
	if (depth == 0 || random_below(3) == 0)
		return random_scalar(t);
	if (random_below(4) == 0)
		return array_of(t, random_type(t, depth - 1), random_below(4));
	return random_struct(t, depth);
}

#endif
