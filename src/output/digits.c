/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/digits.h"

#include <string.h>

static const char pairs[] = "00010203040506070809"
			    "10111213141516171819"
			    "20212223242526272829"
			    "30313233343536373839"
			    "40414243444546474849"
			    "50515253545556575859"
			    "60616263646566676869"
			    "70717273747576777879"
			    "80818283848586878889"
			    "90919293949596979899";

static const char hex[] = "0123456789abcdef";

static unsigned int count(uint64_t value)
{
	static const uint64_t powers[] = {
		0,
		10ull,
		100ull,
		1000ull,
		10000ull,
		100000ull,
		1000000ull,
		10000000ull,
		100000000ull,
		1000000000ull,
		10000000000ull,
		100000000000ull,
		1000000000000ull,
		10000000000000ull,
		100000000000000ull,
		1000000000000000ull,
		10000000000000000ull,
		100000000000000000ull,
		1000000000000000000ull,
		10000000000000000000ull,
	};
	/* 1233 / 4096 is a little above log10(2) */
	unsigned int bits = 64 - (unsigned int)__builtin_clzll(value | 1);
	unsigned int guess = bits * 1233 >> 12;

	return guess + (value >= powers[guess]);
}

/* The two digits of value, below 100, end at end. */
static char *pair_before(char *end, uint32_t value)
{
	memcpy(end - 2, pairs + 2 * value, 2);
	return end - 2;
}

char *digits_u64(char *to, uint64_t value)
{
	char *end, *p;
	uint32_t low;

	if (value < 10) {
		*to = (char)('0' + value);
		return to + 1;
	}
	end = p = to + count(value);
	/* 32-bit divisions are the cheap ones */
	while (value > UINT32_MAX) {
		uint32_t part = (uint32_t)(value % 100000000);

		value /= 100000000;
		p = pair_before(p, part % 100);
		p = pair_before(p, part / 100 % 100);
		p = pair_before(p, part / 10000 % 100);
		p = pair_before(p, part / 1000000);
	}
	for (low = (uint32_t)value; low >= 100; low /= 100)
		p = pair_before(p, low % 100);
	if (low >= 10)
		pair_before(p, low);
	else if (p > to)
		p[-1] = (char)('0' + low);
	return end;
}

char *digits_s64(char *to, int64_t value)
{
	if (value >= 0)
		return digits_u64(to, (uint64_t)value);
	*to = '-';
	return digits_u64(to + 1, -(uint64_t)value);
}

char *digits_hex_u64(char *to, uint64_t value)
{
	unsigned int n = (67 - (unsigned int)__builtin_clzll(value | 1)) / 4, i;

	for (i = n; i-- > 0; value >>= 4)
		to[i] = hex[value & 15];
	return to + n;
}

char *digits_hex_bytes(char *to, const void *bytes, size_t n)
{
	const unsigned char *from = bytes;
	size_t i;

	for (i = 0; i < n; i++) {
		*to++ = hex[from[i] >> 4];
		*to++ = hex[from[i] & 15];
	}
	return to;
}

char *digits_hex_spaced(char *to, const void *bytes, size_t n)
{
	const unsigned char *from = bytes;
	size_t i;

	for (i = 0; i < n; i++) {
		if (i)
			*to++ = ' ';
		*to++ = hex[from[i] >> 4];
		*to++ = hex[from[i] & 15];
	}
	return to;
}
