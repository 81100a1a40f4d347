/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/btf_find.h"

#include <string.h>

#include "base/nearest.h"
#include "codec/btf_type.h"

uint32_t btf_find_behind(const struct btf *btf, uint32_t behind, const char *name, uint32_t kinds)
{
	uint32_t n = btf__type_cnt(btf);

	for (uint32_t id = behind + 1; id < n; id++) {
		const struct btf_type *t = btf__type_by_id(btf, id);

		if (t && kinds & BTF_KINDS(btf_kind(t)) &&
		    !strcmp(btf_name(btf, t->name_off), name))
			return id;
	}
	return 0;
}

uint32_t btf_find(const struct btf *btf, const char *name, uint32_t kinds)
{
	return btf_find_behind(btf, 0, name, kinds);
}

void btf_offer_names(const struct btf *btf, uint32_t kinds, struct nearest *nearest)
{
	uint32_t n = btf__type_cnt(btf);

	for (uint32_t id = 1; id < n; id++) {
		const struct btf_type *t = btf__type_by_id(btf, id);

		if (t && kinds & BTF_KINDS(btf_kind(t)) && *btf_name(btf, t->name_off))
			nearest_offer(nearest, btf_name(btf, t->name_off));
	}
}
