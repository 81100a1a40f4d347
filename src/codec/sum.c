/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Adds up the cells of a per-CPU value. */
#include <string.h>

#include "codec/bits.h"
#include "codec/load.h"
#include "codec/plan.h"
#include "codec/view.h"
#include "codec/wide.h"

/* One field's cells; sum is where their sum goes. */
struct cells {
	const uint8_t *first;
	size_t n, stride;
	uint8_t *sum;
};

static struct cells cells_at(const struct cells *cells, size_t offset)
{
	struct cells moved = *cells;

	moved.first += offset;
	moved.sum += offset;
	return moved;
}

static void sum_integer(const struct step *s, const struct cells *cells)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < cells->n; i++)
		sum += load_uint(cells->first + i * cells->stride, s->size);
	store_uint(cells->sum, s->size, sum);
}

static void sum_bits(const struct step *s, const struct cells *cells)
{
	unsigned int bits = s->bits ? s->bits : 128; /* an integer of 128 bits is a field of 128 */
	struct wide sum = { 0 };

	for (size_t i = 0; i < cells->n; i++)
		sum = wide_add(
			sum, bits_load_wide(cells->first + i * cells->stride, s->bit_offset, bits));
	bits_store(cells->sum, s->bit_offset, bits, sum);
}

static double real_load(const uint8_t *p, unsigned int size)
{
	double f64;
	float f32;

	if (size == 2)
		return half_load(p);
	memcpy(&f32, p, sizeof(f32));
	if (size == 4)
		return (double)f32;
	memcpy(&f64, p, sizeof(f64));
	return f64;
}

static void real_store(uint8_t *p, unsigned int size, double value)
{
	float f32 = (float)value;

	if (size == 2)
		half_store(p, value);
	else if (size == 4)
		memcpy(p, &f32, sizeof(f32));
	else
		memcpy(p, &value, sizeof(value));
}

static void sum_float(const struct step *s, const struct cells *cells)
{
	long double wide = 0;
	double sum = 0;

	for (size_t i = 0; i < cells->n; i++) {
		const uint8_t *p = cells->first + i * cells->stride;

		if (s->size > 8)
			wide += long_double_load(p, s->size);
		else
			sum += real_load(p, s->size);
	}
	if (s->size > 8)
		long_double_store(cells->sum, s->size, wide);
	else
		real_store(cells->sum, s->size, sum);
}

static void sum_field(const struct step *s, const struct cells *cells)
{
	switch (s->kind) {
	case STEP_UINT:
	case STEP_SINT:
		sum_integer(s, cells);
		break;
	case STEP_UINT128:
	case STEP_SINT128:
	case STEP_UBITS:
	case STEP_SBITS:
		sum_bits(s, cells);
		break;
	case STEP_FLOAT:
		sum_float(s, cells);
		break;
	case STEP_EBITS:
	case STEP_BBITS:
		bits_store(cells->sum, s->bit_offset, s->bits,
			   bits_load_wide(cells->first, s->bit_offset, s->bits));
		break;
	case STEP_STRING:
	case STEP_OPAQUE:
		memcpy(cells->sum, cells->first, s->count);
		break;
	case STEP_VIEW:
		if (!s->view->adds_up)
			memcpy(cells->sum, cells->first, s->count);
		else if (s->size > sizeof(uint64_t))
			sum_bits(s, cells);
		else
			sum_integer(s, cells);
		break;
	default:
		memcpy(cells->sum, cells->first, s->size);
	}
}

/*
 * The steps from "from" up to before "to", the last one first: where members
 * of a union overlap, the one that is declared first decides.
 */
static void sum_steps(const struct step *steps, uint32_t from, uint32_t to,
		      const struct cells *cells)
{
	for (uint32_t i = to; i-- > from;) {
		const struct step *s = &steps[i];
		struct cells field;

		if (s->kind == STEP_OPEN)
			continue;
		if (s->kind != STEP_CLOSE) {
			field = cells_at(cells, s->offset);
			sum_field(s, &field);
			continue;
		}
		s = &steps[s->next];
		if (s->kind != STEP_ARRAY)
			continue;
		for (uint32_t element = 0; element < s->count; element++) {
			field = cells_at(cells, s->offset + (size_t)element * s->stride);
			sum_steps(steps, (uint32_t)(s - steps) + 1, i, &field);
		}
		i = (uint32_t)(s - steps);
	}
}

void plan_sum(const struct plan *plan, const void *cells, size_t n, size_t stride, void *sum)
{
	const struct cells all = { .first = cells, .n = n, .stride = stride, .sum = sum };

	if (n == 0)
		return;
	memcpy(sum, cells, plan->size);
	sum_steps(plan->steps, 0, plan->n_steps, &all);
}
