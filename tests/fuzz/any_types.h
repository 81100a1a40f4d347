/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types out of any bytes. */
#ifndef TESTS_FUZZ_ANY_TYPES_H
#define TESTS_FUZZ_ANY_TYPES_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <bpf/btf.h>

#define TYPES_MAX 64

static inline void add_members(struct btf *btf, uint8_t ref, uint8_t arg)
{
	char name[16];

	for (unsigned int i = 0; i < arg % 8u; i++) {
		snprintf(name, sizeof(name), "m%u", i);
		btf__add_field(btf, arg & 16 ? "" : name, (ref + (int)i) % TYPES_MAX,
			       i * (arg | 1u), arg & 32 ? arg % 64u : 0);
	}
}

static inline void add_type(struct btf *btf, uint8_t kind, uint8_t ref, uint8_t arg)
{
	static const int encodings[] = { 0, BTF_INT_SIGNED, BTF_INT_CHAR, BTF_INT_BOOL };
	int to = ref % TYPES_MAX;

	switch (kind % 10) {
	case 0:
		btf__add_int(btf, arg & 64 ? "char" : "int", 1u << ref % 5, encodings[arg % 4]);
		break;
	case 1:
		btf__add_ptr(btf, to);
		break;
	case 2:
		btf__add_array(btf, 1, to, arg & 128 ? arg << 20u : arg);
		break;
	case 3:
		btf__add_struct(btf, "s", (uint32_t)arg * ref);
		add_members(btf, ref, arg);
		break;
	case 4:
		btf__add_union(btf, arg & 1 ? "u" : NULL, arg);
		add_members(btf, ref, arg);
		break;
	case 5:
		btf__add_enum(btf, "e", 1u << ref % 4);
		btf__add_enum_value(btf, "A", arg);
		break;
	case 6:
		btf__add_typedef(btf, arg & 1 ? "__be32" : "t", to);
		break;
	case 7:
		btf__add_float(btf, "f", arg & 1 ? 8 : 4);
		break;
	case 8:
		btf__add_enum64(btf, "l", 8, arg & 1);
		btf__add_enum64_value(btf, "B", (uint64_t)arg << 56);
		break;
	default:
		btf__add_const(btf, to);
	}
}

/* The first byte says how many; three bytes add one.  Returns how many bytes that took. */
static inline size_t add_types(struct btf *btf, const uint8_t *data, size_t size)
{
	size_t n = size ? data[0] % TYPES_MAX : 0, used = 1;

	for (; n && used + 3 <= size; n--, used += 3)
		add_type(btf, data[used], data[used + 1], data[used + 2]);
	return used;
}

#endif
