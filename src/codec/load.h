/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Numbers in memory that need not be aligned, in the host's byte order. */
#ifndef CODEC_LOAD_H
#define CODEC_LOAD_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

/* Sizes 1, 2, 4; everything else is 8. */
static inline uint64_t load_uint(const uint8_t *p, unsigned int size)
{
	uint16_t v16;
	uint32_t v32;
	uint64_t v64;

	switch (size) {
	case 1:
		return *p;
	case 2:
		memcpy(&v16, p, sizeof(v16));
		return v16;
	case 4:
		memcpy(&v32, p, sizeof(v32));
		return v32;
	default:
		memcpy(&v64, p, sizeof(v64));
		return v64;
	}
}

static inline int64_t load_sint(const uint8_t *p, unsigned int size)
{
	switch (size) {
	case 1:
		return (int8_t)load_uint(p, 1);
	case 2:
		return (int16_t)load_uint(p, 2);
	case 4:
		return (int32_t)load_uint(p, 4);
	default:
		return (int64_t)load_uint(p, 8);
	}
}

static inline void store_uint(uint8_t *p, unsigned int size, uint64_t value)
{
	const uint16_t v16 = (uint16_t)value;
	const uint32_t v32 = (uint32_t)value;

	switch (size) {
	case 1:
		*p = (uint8_t)value;
		break;
	case 2:
		memcpy(p, &v16, sizeof(v16));
		break;
	case 4:
		memcpy(p, &v32, sizeof(v32));
		break;
	default:
		memcpy(p, &value, sizeof(value));
	}
}

/* From the byte order of the network. */
static inline uint64_t load_be(const uint8_t *p, unsigned int size)
{
	switch (size) {
	case 2:
		return be16toh((uint16_t)load_uint(p, 2));
	case 4:
		return be32toh((uint32_t)load_uint(p, 4));
	default:
		return be64toh(load_uint(p, 8));
	}
}

#endif
