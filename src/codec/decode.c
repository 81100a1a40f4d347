/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Runs a plan over bytes: a loop over steps, one call of the format for each scalar. */
#include <math.h>
#include <string.h>

#include "codec/bits.h"
#include "codec/enum_names.h"
#include "codec/load.h"
#include "codec/plan.h"
#include "codec/view.h"
#include "codec/wide.h"
#include "output/writer.h"

/* Significant digits that tell all values of a float's size apart. */
enum { DIGITS_HALF = 5, DIGITS_FLOAT = 9, DIGITS_DOUBLE = 17 };

static void write_float(const struct step *s, const struct label *label, const uint8_t *p,
			struct writer *out)
{
	const struct writer_format *format = out->format;
	char spelled[LONG_DOUBLE_SPELLED];
	long double value;
	double f64;
	float f32;

	switch (s->size) {
	case 2:
		format->real(out, label, half_load(p), DIGITS_HALF);
		return;
	case 4:
		memcpy(&f32, p, sizeof(f32));
		format->real(out, label, (double)f32, DIGITS_FLOAT);
		return;
	case 8:
		memcpy(&f64, p, sizeof(f64));
		format->real(out, label, f64, DIGITS_DOUBLE);
		return;
	}
	value = long_double_load(p, s->size);
	if (isfinite(value)) {
		long_double_spell(value, spelled);
		format->number(out, label, spelled);
		return;
	}
	/* The format counts it and has its own way to say so. */
	format->real(out, label, (double)value, DIGITS_DOUBLE);
}

static void write_wide(struct wide value, bool is_signed, const struct label *label,
		       struct writer *out)
{
	char spelled[WIDE_SPELLED];

	wide_spell(value, is_signed, spelled);
	out->format->number(out, label, spelled);
}

static void write_bits(const struct step *s, const struct label *label, const uint8_t *p,
		       struct writer *out)
{
	bool is_signed = s->kind == STEP_SBITS;
	struct wide value;

	if (s->bits > 64) {
		value = bits_load_wide(p, s->bit_offset, s->bits);
		write_wide(is_signed ? wide_signed(value, s->bits) : value, is_signed, label, out);
	} else if (is_signed) {
		out->format->sint(out, label,
				  bits_signed(bits_load(p, s->bit_offset, s->bits), s->bits));
	} else {
		out->format->uint(out, label, bits_load(p, s->bit_offset, s->bits));
	}
}

static void write_enum_value(const struct step *s, const struct label *label, uint64_t value,
			     uint64_t otherwise, struct writer *out)
{
	const char *name = enum_names_find(s->names, value);

	if (!name && otherwise != value)
		name = enum_names_find(s->names, otherwise);
	if (name)
		out->format->text(out, label, name, strlen(name));
	else if (s->is_signed)
		out->format->sint(out, label, (int64_t)value);
	else
		out->format->uint(out, label, value);
}

static void write_enum(const struct step *s, const struct label *label, const uint8_t *p,
		       struct writer *out)
{
	uint64_t value = s->is_signed ? (uint64_t)load_sint(p, s->size) : load_uint(p, s->size);

	/* bits: names are known by so many low bits only */
	write_enum_value(s, label, value, s->bits ? (uint32_t)value : value, out);
}

/*
 * BTF that does not tell signed enums from unsigned ones has -2 as
 * 4294967294: a field of 4 bits holds 14 for it.
 */
static void write_enum_bits(const struct step *s, const struct label *label, const uint8_t *p,
			    struct writer *out)
{
	uint64_t value = bits_load(p, s->bit_offset, s->bits), otherwise;

	if (s->is_signed) {
		value = (uint64_t)bits_signed(value, s->bits);
		otherwise = value;
	} else {
		otherwise = (uint64_t)bits_signed(value, s->bits);
		if (s->size < 8)
			otherwise &= (UINT64_C(1) << 8 * s->size) - 1;
	}
	write_enum_value(s, label, value, otherwise, out);
}

static void write_opaque(const struct step *s, const struct label *label, const uint8_t *p,
			 struct writer *out)
{
	if (s->count)
		out->format->bytes(out, label, p, s->count);
	else
		out->format->null(out, label, s->what);
}

static bool is_any_byte_set(const uint8_t *p, unsigned int size)
{
	unsigned int set = 0;

	for (unsigned int i = 0; i < size; i++)
		set |= p[i];
	return set != 0;
}

static void write_rare(const struct step *s, const struct label *label, const uint8_t *p,
		       struct writer *out)
{
	switch (s->kind) {
	case STEP_UINT128:
	case STEP_SINT128:
		write_wide(wide_load(p), s->kind == STEP_SINT128, label, out);
		break;
	case STEP_FLOAT:
		write_float(s, label, p, out);
		break;
	case STEP_EBITS:
		write_enum_bits(s, label, p, out);
		break;
	case STEP_BBITS:
		out->format->boolean(out, label, bits_load(p, s->bit_offset, s->bits) != 0);
		break;
	case STEP_SPECIAL:
		out->format->text(out, label, s->what, strlen(s->what));
		break;
	case STEP_OPAQUE:
		write_opaque(s, label, p, out);
		break;
	case STEP_VIEW:
		s->view->view->write(s->view, label, p, out);
		break;
	default:
		write_bits(s, label, p, out);
	}
}

static inline void write_scalar(const struct step *s, const struct label *label, const uint8_t *p,
				struct writer *out)
{
	const struct writer_format *format = out->format;

	switch (s->kind) {
	case STEP_UINT:
	case STEP_POINTER:
		format->uint(out, label, load_uint(p, s->size));
		break;
	case STEP_SINT:
		format->sint(out, label, load_sint(p, s->size));
		break;
	case STEP_BE:
		format->uint(out, label, load_be(p, s->size));
		break;
	case STEP_BOOL:
		format->boolean(out, label, is_any_byte_set(p, s->size));
		break;
	case STEP_CHAR:
		format->text(out, label, p, 1);
		break;
	case STEP_STRING:
		format->text(out, label, p, s->count);
		break;
	case STEP_ENUM:
		write_enum(s, label, p, out);
		break;
	default:
		write_rare(s, label, p, out);
	}
}

static void write_array(const struct step *steps, uint32_t index, const struct label *label,
			const uint8_t *data, struct writer *out);

/* Steps from to to - 1; data is what their offsets count from. */
static void write_steps(const struct step *steps, uint32_t from, uint32_t to, const uint8_t *data,
			struct writer *out)
{
	for (uint32_t i = from; i < to; i++) {
		const struct step *s = &steps[i];

		switch (s->kind) {
		case STEP_OPEN:
			out->format->open(out, &s->label, NEST_OBJECT);
			break;
		case STEP_CLOSE:
			out->format->close(out, NEST_OBJECT);
			break;
		case STEP_ARRAY:
			write_array(steps, i, &s->label, data, out);
			i = s->next - 1;
			break;
		default:
			write_scalar(s, &s->label, data + s->offset, out);
		}
	}
}

/* Arrays nest no deeper than PLAN_DEPTH_MAX. */
static void write_array(const struct step *steps, uint32_t index, const struct label *label,
			const uint8_t *data, struct writer *out)
{
	const struct step *s = &steps[index];
	const uint8_t *element = data + s->offset;

	out->format->open(out, label, NEST_ARRAY);
	for (uint32_t i = 0; i < s->count; i++, element += s->stride)
		write_steps(steps, index + 1, s->next - 1, element, out);
	out->format->close(out, NEST_ARRAY);
}

void plan_decode(const struct plan *plan, const struct label *label, const void *data,
		 struct writer *out)
{
	const struct step *root = plan->steps;
	struct label looked = *label;

	if (root->label.look != LOOK_PLAIN)
		looked.look = root->label.look;
	switch (root->kind) {
	case STEP_OPEN:
		out->format->open(out, &looked, NEST_OBJECT);
		write_steps(root, 1, plan->n_steps, data, out);
		break;
	case STEP_ARRAY:
		write_array(root, 0, &looked, data, out);
		break;
	default:
		write_scalar(root, &looked, (const uint8_t *)data + root->offset, out);
	}
}
