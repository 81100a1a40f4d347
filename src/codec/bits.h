/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Bitfields.  Bits are counted from the low bit of the first byte on little
 * endian machines, from its high bit on big endian ones, as compilers lay
 * fields out and as BTF counts.
 */
#ifndef CODEC_BITS_H
#define CODEC_BITS_H

#include <stdint.h>

/* An integer of up to 128 bits. */
struct wide {
	uint64_t low, high;
};

/* bits 1..64 from bit_offset 0..7 of the byte at p; reads no byte beyond the last bit's. */
uint64_t bits_load(const uint8_t *p, unsigned int bit_offset, unsigned int bits);

/* bits 1..128, likewise. */
struct wide bits_load_wide(const uint8_t *p, unsigned int bit_offset, unsigned int bits);

/* Stores the low bits of value, and leaves the bits around them. */
void bits_store(uint8_t *p, unsigned int bit_offset, unsigned int bits, struct wide value);

/* The number that the low bits 1..64 of value mean as a signed one. */
static inline int64_t bits_signed(uint64_t value, unsigned int bits)
{
	return (int64_t)(value << (64 - bits)) >> (64 - bits);
}

#endif
