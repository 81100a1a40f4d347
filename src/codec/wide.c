/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/wide.h"

#include <stdio.h>
#include <string.h>

#define LIMB UINT64_C(1000000000)

struct wide wide_load(const uint8_t *p)
{
	return bits_load_wide(p, 0, 128);
}

void wide_store(uint8_t *p, struct wide value)
{
	bits_store(p, 0, 128, value);
}

struct wide wide_add(struct wide a, struct wide b)
{
	struct wide sum = { .low = a.low + b.low, .high = a.high + b.high };

	sum.high += sum.low < a.low;
	return sum;
}

struct wide wide_signed(struct wide value, unsigned int bits)
{
	if (bits > 64)
		value.high = (uint64_t)bits_signed(value.high, bits - 64);
	else
		value = (struct wide){ .low = (uint64_t)bits_signed(value.low, bits),
				       .high = (uint64_t)(bits_signed(value.low, bits) >> 63) };
	return value;
}

/* Divides the digits, the highest first, by LIMB and returns the rest. */
static uint32_t divide(uint32_t digits[4])
{
	uint64_t rest = 0;

	for (int i = 0; i < 4; i++) {
		rest = rest << 32 | digits[i];
		digits[i] = (uint32_t)(rest / LIMB);
		rest %= LIMB;
	}
	return (uint32_t)rest;
}

void wide_spell(struct wide value, bool is_signed, char spelled[WIDE_SPELLED])
{
	bool is_negative = is_signed && value.high >> 63;
	uint32_t digits[4], limbs[5];
	int n, at = 0;

	if (is_negative)
		value = wide_add((struct wide){ .low = ~value.low, .high = ~value.high },
				 (struct wide){ .low = 1 });
	digits[0] = (uint32_t)(value.high >> 32);
	digits[1] = (uint32_t)value.high;
	digits[2] = (uint32_t)(value.low >> 32);
	digits[3] = (uint32_t)value.low;
	for (n = 0; n < 5; n++)
		limbs[n] = divide(digits);
	while (n > 1 && !limbs[n - 1])
		n--;
	if (is_negative)
		spelled[at++] = '-';
	at += snprintf(spelled + at, WIDE_SPELLED - (size_t)at, "%u", limbs[--n]);
	while (n--)
		at += snprintf(spelled + at, WIDE_SPELLED - (size_t)at, "%09u", limbs[n]);
}
