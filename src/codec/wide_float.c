/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "codec/load.h"
#include "codec/wide.h"

#define X87_BYTES 10

double half_load(const uint8_t *p)
{
	unsigned int half = (unsigned int)load_uint(p, 2);
	int exponent = half >> 10 & 0x1f, fraction = half & 0x3ff;
	double value;

	if (exponent == 0x1f)
		value = fraction ? NAN : INFINITY;
	else if (exponent)
		value = ldexp(fraction + 0x400, exponent - 25);
	else
		value = ldexp(fraction, -24);
	return half & 0x8000 ? -value : value;
}

static unsigned int round_to_even(double value)
{
	unsigned int whole = (unsigned int)value;
	double rest = value - whole;

	return whole + (rest > 0.5 || (rest == 0.5 && whole & 1));
}

void half_store(uint8_t *p, double value)
{
	unsigned int half = signbit(value) ? 0x8000 : 0;
	int exponent;

	value = fabs(value);
	if (isnan(value)) {
		half |= 0x7e00;
	} else if (value >= 65520) {
		half |= 0x7c00;
	} else {
		/* In units of the last place; rounding up may carry into the exponent, rightly. */
		(void)frexp(value, &exponent);
		exponent = value < 0x1p-14 ? -13 : exponent;
		half += round_to_even(ldexp(value, 11 - exponent)) +
			((unsigned int)(exponent + 13) << 10);
	}
	store_uint(p, 2, half);
}

#if LDBL_MANT_DIG == 64
/* Sign and exponent in the last two bytes; an exponent wants the top bit of the fraction set. */
static bool is_encoding(const uint8_t *p)
{
	bool has_exponent = p[8] || p[9] & 0x7f;

	return !has_exponent || p[7] & 0x80;
}

long double long_double_load(const uint8_t *p, unsigned int size)
{
	uint8_t bytes[sizeof(long double)] = { 0 };
	long double value;

	(void)size;
	if (!is_encoding(p))
		return (long double)NAN;
	memcpy(bytes, p, X87_BYTES);
	/* The top bit without an exponent is what the exponent 1 is; libc prints it as half. */
	if (bytes[7] & 0x80 && !bytes[8] && !(bytes[9] & 0x7f))
		bytes[8] = 1;
	memcpy(&value, bytes, sizeof(value));
	return value;
}

void long_double_store(uint8_t *p, unsigned int size, long double value)
{
	(void)size;
	memcpy(p, &value, X87_BYTES);
}
#else
long double long_double_load(const uint8_t *p, unsigned int size)
{
	long double value = 0;

	memcpy(&value, p, size < sizeof(value) ? size : sizeof(value));
	return value;
}

void long_double_store(uint8_t *p, unsigned int size, long double value)
{
	memcpy(p, &value, size < sizeof(value) ? size : sizeof(value));
}
#endif

void long_double_spell(long double value, char spelled[LONG_DOUBLE_SPELLED])
{
	const char *point = localeconv()->decimal_point;
	char *found;

	for (int digits = DBL_DIG; digits <= LDBL_DECIMAL_DIG; digits++) {
		snprintf(spelled, LONG_DOUBLE_SPELLED, "%.*Lg", digits, value);
		if (strtold(spelled, NULL) == value)
			break;
	}
	found = strcmp(point, ".") == 0 ? NULL : strstr(spelled, point);
	if (found) {
		*found = '.';
		memmove(found + 1, found + strlen(point), strlen(found + strlen(point)) + 1);
	}
	if (!strpbrk(spelled, ".e"))
		strcat(spelled, ".0");
}
