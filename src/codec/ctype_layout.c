/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* How C would lay a type out, to say where BTF does it otherwise. */
#include "codec/ctype_text.h"
#include "codec/plan.h"

static uint32_t scalar_align(const struct btf_type *t)
{
	if (btf_is_ptr(t))
		return BTF_POINTER_SIZE;
	switch (t->size) {
	case 2:
	case 4:
	case 8:
	case 16:
		return t->size;
	case 12:
		return 4;
	default:
		return 1;
	}
}

static uint32_t members_align(struct ctype_text *text, const struct btf_type *t, unsigned int depth)
{
	uint32_t align = 1;

	for (uint32_t i = 0; i < btf_vlen(t) && text->links; i++) {
		uint32_t member = ctype_align(text, btf_members(t)[i].type, depth + 1);

		text->links--;
		if (member > align)
			align = member;
	}
	return align;
}

bool ctype_is_packed(struct ctype_text *text, const struct btf_type *t, unsigned int depth)
{
	uint32_t align = members_align(text, t, depth);

	if (t->size % align)
		return true;
	for (uint32_t i = 0; i < btf_vlen(t); i++) {
		struct ctype_member m = ctype_member(text, t, i, depth);
		uint64_t unit = (uint64_t)m.align * 8;

		/* A bitfield does not reach into the next unit of its type. */
		if (m.bits ? m.bit_offset / unit != (m.bit_offset + m.bits - 1) / unit
			   : m.bit_offset % unit)
			return true;
	}
	return false;
}

uint32_t ctype_align(struct ctype_text *text, uint32_t type_id, unsigned int depth)
{
	struct btf_behind t;
	uint32_t align = 1;

	for (;;) {
		if (btf_follow(text->btf, type_id, &text->links, &t) < 0 || !t.type || !text->links)
			return 1;
		if (!btf_is_array(t.type))
			break;
		text->links--;
		type_id = btf_array(t.type)->type;
	}
	if (!btf_is_aggregate(t.type))
		return scalar_align(t.type);
	if (text->align[t.id] || depth > PLAN_DEPTH_MAX)
		return text->align[t.id] ? text->align[t.id] : 1;
	text->align[t.id] = 1; /* what a struct in itself, which only bad BTF has, sees */
	if (!ctype_is_packed(text, t.type, depth))
		align = members_align(text, t.type, depth);
	text->align[t.id] = (uint8_t)align;
	return align;
}

struct ctype_member ctype_member(struct ctype_text *text, const struct btf_type *t, uint32_t i,
				 unsigned int depth)
{
	const struct btf_member *m = &btf_members(t)[i];
	struct ctype_member ret = {
		.bit_offset = btf_member_bit_offset(t, i),
		.bits = btf_member_bitfield_size(t, i),
		.align = 1,
	};
	struct btf_behind base;
	uint64_t bytes;

	if (btf_follow(text->btf, m->type, &text->links, &base) < 0 ||
	    btf_bytes(text->btf, base.id, &text->links, &bytes) < 0)
		return ret;
	if (bytes > UINT32_MAX)
		bytes = UINT32_MAX;
	ret.align = ctype_align(text, base.id, depth + 1);
	if (base.type && btf_is_int(base.type) && btf_int_bits(base.type) != 8 * bytes &&
	    !ret.bits) {
		ret.bit_offset += btf_int_offset(base.type);
		ret.bits = btf_int_bits(base.type);
	}
	ret.end = ret.bit_offset + (ret.bits ? ret.bits : bytes * 8);
	return ret;
}
