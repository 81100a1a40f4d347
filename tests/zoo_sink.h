/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* struct sink as zoo_types.c describes it to the kernel. */
#ifndef TESTS_ZOO_SINK_H
#define TESTS_ZOO_SINK_H

#include <stdbool.h>
#include <stdint.h>

struct sink {
	unsigned __int128 u128;
	__int128 s128;
	uint64_t u64;
	int64_t s64;
	double f64, nan;
	uint64_t pointer;
	uint64_t huge;
	struct {
		int32_t x, y;
	} point;
	uint32_t matrix[2][3];
	char name[16];
	uint32_t anon_a, anon_b;
	union {
		uint32_t word;
		uint16_t halves[2];
	} choice;
	float f32;
	int32_t state, unknown;
	uint32_t counter;
	uint32_t bits; /* bits_u:3, bits_s:5, bits_e:2 */
	uint16_t u16;
	int16_t s16;
	uint16_t port; /* big endian */
	bool yes;
	char letter;
	int8_t s8;
	uint8_t u8;
};

#endif
