/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/kept_maps.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static bool is_same(const struct map_ref *a, const struct map_ref *b)
{
	if (a->kind != b->kind)
		return false;
	return a->kind == MAP_REF_ID ? a->id == b->id : !strcmp(a->text, b->text);
}

struct map *kept_maps_find(struct kept_maps *kept, const struct map_ref *ref,
			   enum map_access access)
{
	for (size_t i = kept->n; i-- > 0;) {
		struct kept_map found = kept->map[i];

		if (found.access != access || !is_same(&found.ref, ref))
			continue;
		memmove(kept->map + i, kept->map + i + 1, sizeof(found) * (kept->n - i - 1));
		kept->map[kept->n - 1] = found;
		return found.map;
	}
	return NULL;
}

static void kept_done(const struct kept_map *kept)
{
	free((char *)kept->ref.text);
	map_free(kept->map);
}

void kept_maps_add(struct kept_maps *kept, const struct map_ref *ref, enum map_access access,
		   struct map *map)
{
	struct kept_map *one;

	if (kept->n == KEPT_MAPS_MAX) {
		kept_done(&kept->map[0]);
		memmove(kept->map, kept->map + 1, sizeof(kept->map[0]) * --kept->n);
	}
	one = &kept->map[kept->n++];
	*one = (struct kept_map){ .ref = *ref, .access = access, .map = map };
	one->ref.text = mem_strdup(ref->text ? ref->text : "");
}

void kept_maps_clear(struct kept_maps *kept)
{
	while (kept->n)
		kept_done(&kept->map[--kept->n]);
}
