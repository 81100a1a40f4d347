/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>

#include "base/nearest.h"
#include "codec/btf_type.h"
#include "codec/encode_parts.h"
#include "codec/load.h"

static uint64_t low_bits(uint64_t value, unsigned int bits)
{
	return bits < 64 ? value & ((UINT64_C(1) << bits) - 1) : value;
}

static const struct btf_type *enum_of(const struct encode *e, const struct step *step)
{
	uint64_t links = btf__type_cnt(e->plan->btf);
	struct btf_behind behind;

	if (btf_follow(e->plan->btf, step->type_id, &links, &behind) < 0)
		return NULL;
	return behind.type;
}

/* The i-th value, in as many low bits as the enum has; its name. */
static const char *enumerator(const struct encode *e, const struct btf_type *t, uint32_t i,
			      uint64_t *value)
{
	if (btf_is_enum(t)) {
		const struct btf_enum *one = &btf_enum(t)[i];

		/* A wide one without ENUM64 has the low half only, of which the sign is known. */
		*value = btf_kflag(t) || t->size < 8 ? (uint64_t)(int64_t)one->val
						     : (uint32_t)one->val;
		return btf_name(e->plan->btf, one->name_off);
	}
	*value = (uint64_t)btf_enum64(t)[i].val_hi32 << 32 | btf_enum64(t)[i].val_lo32;
	return btf_name(e->plan->btf, btf_enum64(t)[i].name_off);
}

/* Would a bitfield show the value again that was put into its few bits? */
static bool comes_back(const struct step *step, uint64_t value)
{
	unsigned int width = step->size * 8u;
	uint64_t low;

	if (step->kind != STEP_EBITS)
		return true;
	low = low_bits(value, step->bits);
	value = low_bits(value, width);
	if (step->is_signed)
		return low_bits((uint64_t)bits_signed(low, step->bits), width) == value;
	return low == value || low_bits((uint64_t)bits_signed(low, step->bits), width) == value;
}

static int refuse_name(const struct encode *e, const struct step *step, const struct given *given,
		       const char *nearest)
{
	_cleanup_(buf_done) struct buf type = { 0 };

	encode_type_name(e, step, &type);
	return encode_refuse(e, "'%s' is no value of %s%s%s%s", given->text, buf_str(&type),
			     nearest ? "; did you mean '" : "", nearest ? nearest : "",
			     nearest ? "'?" : "");
}

/* A wide enum's name is known by its low half: the high one is what was said. */
static uint64_t as_said(const struct encode *e, struct target to, uint64_t value)
{
	uint64_t said = load_uint(e->said + to.at, 8), data = load_uint(e->data + to.at, 8);
	uint64_t high = said & ~(uint64_t)UINT32_MAX;

	return (value & ~high) | (data & high);
}

static int encode_name(struct encode *e, struct target to, const struct given *given,
		       const struct btf_type *t)
{
	_cleanup_(buf_done) struct buf name = { 0 };
	struct nearest nearest;
	uint64_t value;

	given_bytes(given, &name);
	nearest = NEAREST(buf_str(&name));
	for (uint32_t i = 0; i < btf_vlen(t); i++) {
		const char *candidate = enumerator(e, t, i, &value);

		nearest_offer(&nearest, candidate);
		if (strlen(candidate) != name.len || memcmp(candidate, buf_str(&name), name.len))
			continue;
		if (!comes_back(to.step, value))
			return encode_refuse(e, "'%s' does not fit %u bits", given->text,
					     to.step->bits);
		if (to.step->kind == STEP_ENUM && to.step->bits && encode_is_said(e, to))
			value = as_said(e, to, value);
		return encode_put_bits(e, to, (struct wide){ .low = value });
	}
	return refuse_name(e, to.step, given, nearest.best);
}

int encode_enum(struct encode *e, struct target to, const struct given *given)
{
	const struct btf_type *t = enum_of(e, to.step);
	bool is_bits = to.step->kind == STEP_EBITS;
	struct step as_number = *to.step;

	if (t && given_is_name(given))
		return encode_name(e, to, given, t);
	if (is_bits)
		as_number.kind = to.step->is_signed ? STEP_SBITS : STEP_UBITS;
	else
		as_number.kind = to.step->is_signed ? STEP_SINT : STEP_UINT;
	if (!is_bits)
		as_number.bits = 0; /* says something else of an enum */
	to.step = &as_number;
	return encode_integer(e, to, given);
}
