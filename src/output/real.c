/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/real.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POINT_MAX 16 /* larger numbers have an exponent */

#define HALF_DECIMAL_DIG 5
#define HALF_MANT_DIG	 11
#define HALF_LEAST_EXP	 -24 /* of the smallest number, 2 ^ -24 */

/* Is read nearer to value than to any other half-precision number? */
static bool is_same_half(double read, double value)
{
	int exponent;
	bool is_power = fabs(frexp(value, &exponent)) == 0.5;
	double step = ldexp(1, exponent - HALF_MANT_DIG);

	if (exponent - HALF_MANT_DIG < HALF_LEAST_EXP)
		step = ldexp(1, HALF_LEAST_EXP);
	/* Below a power of two the numbers lie closer. */
	return fabs(read - value) < step / (is_power ? 4 : 2) || read == value;
}

static bool brings_back(const char *spelled, double value, int digits)
{
	switch (digits) {
	case HALF_DECIMAL_DIG:
		return is_same_half(strtod(spelled, NULL), value);
	case FLT_DECIMAL_DIG:
		return strtof(spelled, NULL) == (float)value;
	default:
		return strtod(spelled, NULL) == value;
	}
}

/*
 * FLT_DIG or DBL_DIG digits are enough to find any decimal that short, except
 * among the subnormals, which have fewer digits than that.
 */
static int fewest(double value, int digits)
{
	if (digits == HALF_DECIMAL_DIG)
		return 1;
	if (fabs(value) < (digits == FLT_DECIMAL_DIG ? (double)FLT_MIN : DBL_MIN))
		return 1;
	return digits == FLT_DECIMAL_DIG ? FLT_DIG : DBL_DIG;
}

char *real_spell(char *to, double value, int digits)
{
	char spelled[REAL_MAX], *p = to;
	bool marked = false;
	const char *s;
	int n;

	if (digits != HALF_DECIMAL_DIG && digits != FLT_DECIMAL_DIG)
		digits = DBL_DECIMAL_DIG;
	for (n = fewest(value, digits); n <= digits; n++) {
		snprintf(spelled, sizeof(spelled), "%.*g", n, value);
		if (brings_back(spelled, value, digits))
			break;
	}
	/* %g writes an integer of more digits than it was given with an exponent. */
	s = strstr(spelled, "e+");
	if (s && atoi(s + 2) < (digits < POINT_MAX ? digits : POINT_MAX))
		snprintf(spelled, sizeof(spelled), "%.0f", value);
	for (s = spelled; *s; s++) {
		if (strchr("0123456789+-e", *s)) {
			*p++ = *s;
			marked |= *s == 'e';
		} else if (!marked) { /* the locale's point, maybe several bytes */
			*p++ = '.';
			marked = true;
		}
	}
	if (!marked) {
		*p++ = '.';
		*p++ = '0';
	}
	return p;
}
