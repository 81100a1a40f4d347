/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "codec/encode_parts.h"
#include "codec/load.h"
#include "codec/wide.h"

static bool is_decimal(const char *s)
{
	size_t whole, fraction = 0;

	s += *s == '-' || *s == '+';
	if (!strcmp(s, "nan") || !strcmp(s, "inf"))
		return true;
	whole = strspn(s, "0123456789");
	s += whole;
	if (*s == '.') {
		fraction = strspn(++s, "0123456789");
		s += fraction;
	}
	if (whole + fraction == 0)
		return false;
	if (*s == 'e' || *s == 'E') {
		s++;
		s += *s == '-' || *s == '+';
		whole = strspn(s, "0123456789");
		if (!whole)
			return false;
		s += whole;
	}
	return !*s;
}

/* Rounds text to the float's own precision, once; false where only infinity is near. */
static bool float_parse(const char *text, unsigned int size, uint8_t bytes[SPAN_MAX])
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	bool is_infinite = false, wants_infinite = strstr(text, "inf");
	float f32;
	double f64;
	long double f80;

	if (!c)
		abort();
	switch (size) {
	case 2:
		half_store(bytes, strtod_l(text, NULL, c));
		is_infinite = isinf(half_load(bytes));
		break;
	case 4:
		f32 = strtof_l(text, NULL, c);
		memcpy(bytes, &f32, sizeof(f32));
		is_infinite = isinf(f32);
		break;
	case 8:
		f64 = strtod_l(text, NULL, c);
		memcpy(bytes, &f64, sizeof(f64));
		is_infinite = isinf(f64);
		break;
	default:
		f80 = strtold_l(text, NULL, c);
		long_double_store(bytes, size, f80);
		is_infinite = isinf(f80);
	}
	freelocale(c);
	return is_infinite == wants_infinite;
}

static const char *range_of(unsigned int size)
{
	switch (size) {
	case 2:
		return "-65504 to 65504, nan, inf or -inf";
	case 4:
		return "-3.4e38 to 3.4e38, nan, inf or -inf";
	case 8:
		return "-1.79e308 to 1.79e308, nan, inf or -inf";
	default:
		return "-1.18e4932 to 1.18e4932, nan, inf or -inf";
	}
}

static bool is_finite_now(const struct encode *e, struct target to)
{
	const uint8_t *p = e->data + to.at;
	float f32;
	double f64;

	switch (to.step->size) {
	case 2:
		return isfinite(half_load(p));
	case 4:
		memcpy(&f32, p, sizeof(f32));
		return isfinite(f32);
	case 8:
		memcpy(&f64, p, sizeof(f64));
		return isfinite(f64);
	default:
		return isfinite(long_double_load(p, to.step->size));
	}
}

int encode_float(struct encode *e, struct target to, const struct given *given)
{
	uint8_t bytes[SPAN_MAX] = { 0 }, mask[SPAN_MAX];

	if (given->kind == GIVEN_NULL) {
		/* Another field of the union may have told which. */
		if (encode_is_said(e, to) && !is_finite_now(e, to))
			return 0;
		return encode_refuse(e, "null may be any value that is no number: "
					"\"nan\", \"inf\" or \"-inf\"");
	}
	if (given->kind == GIVEN_BOOL || strlen(given->text) != given->len ||
	    !is_decimal(given->text) || !float_parse(given->text, to.step->size, bytes))
		return encode_misfit(e, to.step, given, range_of(to.step->size));
	if (to.step->size > 8 && encode_is_said(e, to) &&
	    long_double_load(e->data + to.at, to.step->size) ==
		    long_double_load(bytes, to.step->size))
		return 0;
	return encode_put(e, to.at, bytes, mask, encode_span(to.step, mask));
}
