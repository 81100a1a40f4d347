/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The names of an enum's values, by value. */
#ifndef CODEC_ENUM_NAMES_H
#define CODEC_ENUM_NAMES_H

#include <stdint.h>

#include "codec/plan.h"

/* The name of a value, extended to 64 bits as the table is; or NULL. */
static inline const char *enum_names_find(const struct enum_names *names, uint64_t value)
{
	uint32_t from = 0, to;

	if (!names)
		return NULL;
	to = names->n;

	while (from < to) {
		uint32_t mid = from + (to - from) / 2;

		if (names->values[mid].value < value)
			from = mid + 1;
		else
			to = mid;
	}
	return from < names->n && names->values[from].value == value ? names->values[from].name
								     : NULL;
}

#endif
