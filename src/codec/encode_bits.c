/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Which bits of a value a scalar is made of. */
#include <float.h>
#include <string.h>

#include "codec/encode_parts.h"
#include "codec/load.h"
#include "codec/wide.h"

static bool is_bitfield(const struct step *step)
{
	return step->kind == STEP_UBITS || step->kind == STEP_SBITS || step->kind == STEP_EBITS ||
	       step->kind == STEP_BBITS;
}

size_t encode_span(const struct step *step, uint8_t mask[SPAN_MAX])
{
	size_t n = step->size;

	if (is_bitfield(step)) {
		n = (step->bit_offset + step->bits + 7u) / 8;
		memset(mask, 0, SPAN_MAX);
		bits_store(mask, step->bit_offset, step->bits,
			   (struct wide){ .low = UINT64_MAX, .high = UINT64_MAX });
		return n;
	}
	memset(mask, UINT8_MAX, SPAN_MAX);
	switch (step->kind) {
	case STEP_SPECIAL:
		return 0;
	case STEP_STRING:
	case STEP_OPAQUE:
	case STEP_VIEW:
		return step->count;
	case STEP_FLOAT:
		/* Intel's long double has ten bytes, and padding behind them. */
		return n > 8 && LDBL_MANT_DIG == 64 ? 10 : n;
	default:
		return n;
	}
}

static uint32_t own_bytes(const struct step *step)
{
	uint8_t mask[SPAN_MAX];

	switch (step->kind) {
	case STEP_OPEN:
		return step->count;
	case STEP_CLOSE:
		return 0;
	case STEP_ARRAY:
		return step->count * step->stride;
	case STEP_SPECIAL:
		return step->size;
	default:
		return (uint32_t)encode_span(step, mask);
	}
}

uint32_t encode_extent(const struct step *steps, uint32_t index)
{
	uint32_t behind = step_behind(steps, index), start = steps[index].offset, end = start;

	for (uint32_t i = index; i < behind; i++) {
		uint32_t bytes = own_bytes(&steps[i]);

		if (bytes && steps[i].offset + bytes > end)
			end = steps[i].offset + bytes;
		/* Those of its elements count from these, and lie inside it. */
		if (steps[i].kind == STEP_ARRAY)
			i = steps[i].next - 1;
	}
	return end - start;
}

bool encode_is_said(const struct encode *e, struct target of)
{
	uint8_t mask[SPAN_MAX];
	size_t n = encode_span(of.step, mask);

	for (size_t i = 0; i < n; i++)
		if (e->said[of.at + i] & (i < SPAN_MAX ? mask[i] : UINT8_MAX))
			return true;
	return false;
}

static void store_be(uint8_t *p, unsigned int size, uint64_t value)
{
	while (size--) {
		p[size] = (uint8_t)value;
		value >>= 8;
	}
}

int encode_put_bits(struct encode *e, struct target to, struct wide value)
{
	uint8_t bytes[SPAN_MAX] = { 0 }, mask[SPAN_MAX];
	size_t n = encode_span(to.step, mask);

	if (is_bitfield(to.step))
		bits_store(bytes, to.step->bit_offset, to.step->bits, value);
	else if (to.step->kind == STEP_BE)
		store_be(bytes, to.step->size, value.low);
	else if (n == 16)
		wide_store(bytes, value);
	else
		store_uint(bytes, to.step->size, value.low);
	return encode_put(e, to.at, bytes, mask, n);
}
