/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Integers, bitfields, floats, enums: what becomes one step. */
#include <float.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/compile.h"
#include "codec/ctype.h"

static bool is_power_of_two_bytes(uint32_t bits)
{
	return bits == 8 || bits == 16 || bits == 32 || bits == 64 || bits == 128;
}

bool compile_is_odd_int(const struct btf_type *t)
{
	return btf_is_int(t) && btf_int_bits(t) &&
	       (btf_int_offset(t) || !is_power_of_two_bytes(btf_int_bits(t)));
}

uint32_t compile_width(const struct btf_type *t)
{
	if (btf_is_int(t))
		return btf_int_bits(t);
	if (btf_is_enum(t) || btf_kind(t) == BTF_KIND_ENUM64)
		return t->size <= 8 ? t->size * 8 : 0;
	return 0;
}

static enum step_kind int_kind(const struct compile *c, const struct btf_behind *t)
{
	uint32_t encoding = btf_int_encoding(t->type), bytes = btf_int_bits(t->type) / 8;

	if (bytes == 16)
		return encoding & BTF_INT_SIGNED ? STEP_SINT128 : STEP_UINT128;
	if (encoding & BTF_INT_BOOL)
		return STEP_BOOL;
	if (encoding & BTF_INT_CHAR && bytes == 1)
		return STEP_CHAR;
	if (t->be == bytes && c->dialect == PLAN_NATIVE)
		return STEP_BE;
	return encoding & BTF_INT_SIGNED ? STEP_SINT : STEP_UINT;
}

int compile_int(struct compile *c, const struct btf_behind *t, const char *name,
		const struct place *at)
{
	struct step step = { .offset = at->offset };

	if (!btf_int_bits(t->type))
		return compile_opaque(c, t, name, at);
	if (btf_int_offset(t->type) + btf_int_bits(t->type) > 8 * (uint64_t)t->type->size)
		return compile_refuse(c, "has an integer of more bits than its bytes hold");
	if (compile_is_odd_int(t->type))
		return compile_bits(c, t, name, at, 0, btf_int_bits(t->type));
	step.kind = (uint8_t)int_kind(c, t);
	step.size = (uint8_t)(btf_int_bits(t->type) / 8);
	/* For bpftool LOOK_CHAR is an array, whose content decides how it is printed. */
	if (step.kind == STEP_CHAR && c->dialect == PLAN_NATIVE)
		return compile_step(c, &step, name, LOOK_CHAR);
	return compile_step(c, &step, name, LOOK_PLAIN);
}

static enum step_kind bits_kind(const struct compile *c, const struct btf_type *t, uint32_t bits)
{
	if (c->dialect == PLAN_BPFTOOL)
		return STEP_UBITS;
	if (bits <= 64 && !btf_is_int(t))
		return STEP_EBITS;
	if (bits <= 64 && (btf_int_encoding(t) & BTF_INT_BOOL))
		return STEP_BBITS;
	return btf_is_int(t) && btf_int_encoding(t) & BTF_INT_SIGNED ? STEP_SBITS : STEP_UBITS;
}

int compile_bits(struct compile *c, const struct btf_behind *t, const char *name,
		 const struct place *at, uint64_t bit_offset, uint32_t bits)
{
	struct step step = { .bits = (uint8_t)bits };
	uint64_t first, behind;
	int r;

	if (!t->type || !compile_width(t->type) || bits == 0 || bits > 128)
		return compile_refuse(c, "has a bitfield of %u bits", bits);
	if (btf_is_int(t->type))
		bit_offset += btf_int_offset(t->type);
	first = at->offset + bit_offset / 8;
	behind = first + (bit_offset % 8 + bits + 7) / 8;
	if (behind > at->limit)
		return compile_refuse(c, "has a bitfield that reaches beyond its %u bytes",
				      at->limit);
	step.kind = (uint8_t)bits_kind(c, t->type, bits);
	step.offset = (uint32_t)first;
	step.bit_offset = (uint8_t)(bit_offset % 8);
	if (step.kind != STEP_EBITS)
		return compile_step(c, &step, name, LOOK_BITS);
	step.size = (uint8_t)t->type->size;
	step.is_signed = btf_kflag(t->type);
	r = compile_enum_names(c, t, &step.names);
	return r < 0 ? r : compile_step(c, &step, name, LOOK_ENUM);
}

int compile_enum(struct compile *c, const struct btf_behind *t, const char *name,
		 const struct place *at)
{
	struct step step = {
		.kind = STEP_ENUM,
		.size = (uint8_t)t->type->size,
		.is_signed = btf_kflag(t->type) || c->dialect == PLAN_BPFTOOL,
		.offset = at->offset,
	};
	uint32_t size = t->type->size;
	int r;

	if (size != 1 && size != 2 && size != 4 && size != 8)
		return compile_opaque(c, t, name, at);
	/* Compilers without ENUM64 kept the low half of a wide enum's values. */
	if (size == 8 && btf_is_enum(t->type) && c->dialect == PLAN_NATIVE)
		step.bits = 32;
	r = compile_enum_names(c, t, &step.names);
	return r < 0 ? r : compile_step(c, &step, name, LOOK_ENUM);
}

/* Whether the host can say what size bytes of a long double mean. */
static bool host_knows_float(const struct compile *c, const struct btf_type *t)
{
	switch (t->size) {
	case 2: /* half precision; the other 16-bit format is called __bf16 */
		return !strstr(btf_name(c->btf, t->name_off), "bf");
	case 4:
	case 8:
		return true;
	case 12:
		return LDBL_MANT_DIG == 64;
	case 16:
		return LDBL_MANT_DIG == 64 || LDBL_MANT_DIG == 113;
	default:
		return false;
	}
}

int compile_float(struct compile *c, const struct btf_behind *t, const char *name,
		  const struct place *at)
{
	const struct step step = {
		.kind = STEP_FLOAT,
		.size = (uint8_t)t->type->size,
		.offset = at->offset,
	};

	if (!host_knows_float(c, t->type))
		return compile_opaque(c, t, name, at);
	return compile_step(c, &step, name, LOOK_PLAIN);
}

int compile_opaque(struct compile *c, const struct btf_behind *t, const char *name,
		   const struct place *at)
{
	struct step step = { .kind = STEP_OPAQUE, .offset = at->offset };
	struct buf what = { 0 };
	uint64_t bytes;
	int r;

	r = compile_bytes(c, t->id, &bytes);
	if (r < 0)
		return r;
	if (bytes == 0 && at->end > at->offset) {
		bytes = at->end - at->offset;
		compile_cover(c, at->end);
	}
	step.count = (uint32_t)bytes;
	ctype_name(c->btf, t->id, &what);
	c->name_bytes += what.len;
	step.what = compile_keep(c, what.data ? what.data : mem_strdup(""));
	return compile_step(c, &step, name, LOOK_PLAIN);
}
