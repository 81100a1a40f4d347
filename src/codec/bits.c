/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/bits.h"

#include <stdbool.h>

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define IS_LITTLE true
#else
#define IS_LITTLE false
#endif

static uint64_t low_bits(uint64_t value, unsigned int bits)
{
	return bits < 64 ? value & ((UINT64_C(1) << bits) - 1) : value;
}

static uint64_t load_little(const uint8_t *p, unsigned int bit_offset, unsigned int bytes)
{
	uint64_t value = 0;

	for (unsigned int i = 0; i < bytes && i < 8; i++)
		value |= (uint64_t)p[i] << (8 * i);
	value >>= bit_offset;
	if (bytes > 8)
		value |= (uint64_t)p[8] << (64 - bit_offset);
	return value;
}

static uint64_t load_big(const uint8_t *p, unsigned int bit_offset, unsigned int bits,
			 unsigned int bytes)
{
	unsigned int behind = 8 * bytes - bit_offset - bits;
	uint64_t value = 0;

	for (unsigned int i = 0; i < bytes && i < 8; i++)
		value = value << 8 | p[i];
	if (bytes > 8)
		return value << (8 - behind) | p[8] >> behind;
	return value >> behind;
}

uint64_t bits_load(const uint8_t *p, unsigned int bit_offset, unsigned int bits)
{
	unsigned int bytes = (bit_offset + bits + 7) / 8;

	return low_bits(IS_LITTLE ? load_little(p, bit_offset, bytes)
				  : load_big(p, bit_offset, bits, bytes),
			bits);
}

struct wide bits_load_wide(const uint8_t *p, unsigned int bit_offset, unsigned int bits)
{
	unsigned int above = bits > 64 ? bits - 64 : 0, split;

	if (!above)
		return (struct wide){ .low = bits_load(p, bit_offset, bits) };
	if (IS_LITTLE)
		return (struct wide){ .low = bits_load(p, bit_offset, 64),
				      .high = bits_load(p + 8, bit_offset, above) };
	split = bit_offset + above;
	return (struct wide){ .low = bits_load(p + split / 8, split % 8, 64),
			      .high = bits_load(p, bit_offset, above) };
}

void bits_store(uint8_t *p, unsigned int bit_offset, unsigned int bits, struct wide value)
{
	for (unsigned int i = 0; i < bits; i++) {
		bool is_set = (i < 64 ? value.low >> i : value.high >> (i - 64)) & 1;
		unsigned int at = bit_offset + (IS_LITTLE ? i : bits - 1 - i);
		uint8_t mask = (uint8_t)(IS_LITTLE ? 1 << at % 8 : 0x80 >> at % 8);

		p[at / 8] = (uint8_t)(is_set ? p[at / 8] | mask : p[at / 8] & ~mask);
	}
}
