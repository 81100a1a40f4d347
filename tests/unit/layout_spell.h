/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Where everything in a type lies, as a line of text: what two sources of one type agree on. */
#ifndef TESTS_UNIT_LAYOUT_SPELL_H
#define TESTS_UNIT_LAYOUT_SPELL_H

#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/btf_type.h"

static inline const struct btf_type *behind(const struct btf *btf, uint32_t id)
{
	uint64_t links = 1000;
	struct btf_behind found = { .type = NULL };

	btf_follow(btf, id, &links, &found);
	return found.type;
}

static inline uint64_t bytes_of(const struct btf *btf, uint32_t id)
{
	uint64_t links = 100000, bytes = 0;

	btf_bytes(btf, id, &links, &bytes);
	return bytes;
}

/* "int4", "uint1", "bool1", "float8", "enum4{A=1}", "ptr8", "[3]…", by the bits that there are */
static inline void spell_leaf(const struct btf *btf, uint32_t id, struct buf *ret)
{
	const struct btf_type *t = behind(btf, id);

	if (!t) {
		buf_puts(ret, "void");
	} else if (btf_is_array(t)) {
		buf_printf(ret, "[%u]", btf_array(t)->nelems);
		spell_leaf(btf, btf_array(t)->type, ret);
	} else if (btf_is_int(t)) {
		buf_printf(ret, "%s%u",
			   btf_int_encoding(t) & BTF_INT_BOOL	  ? "bool"
			   : btf_int_encoding(t) & BTF_INT_SIGNED ? "int"
								  : "uint",
			   t->size);
	} else if (btf_is_ptr(t)) {
		buf_puts(ret, "ptr8");
	} else {
		buf_printf(ret, "%s%u",
			   btf_is_float(t)	? "float"
			   : btf_is_any_enum(t) ? "enum"
						: "struct",
			   t->size);
	}
}

static inline void spell_members(const struct btf *btf, const struct btf_type *t, const char *path,
				 uint64_t base, struct buf *ret);

/* What is inside the aggregate that an array may be made of. */
static inline void spell_inside(const struct btf *btf, uint32_t id, const char *path, uint64_t base,
				struct buf *ret)
{
	const struct btf_type *t = behind(btf, id);

	while (t && btf_is_array(t))
		t = behind(btf, btf_array(t)->type);
	if (t && btf_is_composite(t))
		spell_members(btf, t, path, base, ret);
}

static inline void spell_members(const struct btf *btf, const struct btf_type *t, const char *path,
				 uint64_t base, struct buf *ret)
{
	for (uint32_t i = 0; i < btf_vlen(t); i++) {
		const struct btf_member *m = &btf_members(t)[i];
		const struct btf_type *type = behind(btf, m->type);
		uint64_t at = base + btf_member_bit_offset(t, i);
		uint32_t bits = btf_member_bitfield_size(t, i);
		const char *name = btf_name(btf, m->name_off);
		_cleanup_(buf_done) struct buf inner = { 0 };

		/* padding that C has to spell, and BTF has not */
		if (!strncmp(name, "_pad", 4))
			continue;
		if (!bits && type && btf_is_int(type) && btf_int_bits(type) != 8 * type->size) {
			bits = btf_int_bits(type);
			at += btf_int_offset(type);
		}
		buf_printf(&inner, "%s%s%s", path, *name && *path ? "." : "", name);
		buf_printf(ret, " %s@%llu", *name ? buf_str(&inner) : "-", (unsigned long long)at);
		buf_puts(ret, bits ? "" : "/");
		if (bits)
			buf_printf(ret, ":%u/", bits);
		spell_leaf(btf, m->type, ret);
		spell_inside(btf, m->type, buf_str(&inner), at, ret);
	}
}

/* "16 a@0/uint4 b@32:3/int4 …": its bytes, and of each member where its first bit is. */
static inline void layout_spell(const struct btf *btf, uint32_t id, struct buf *ret)
{
	buf_printf(ret, "%llu ", (unsigned long long)bytes_of(btf, id));
	spell_leaf(btf, id, ret);
	spell_inside(btf, id, "", 0, ret);
}

#endif
