/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Any bytes as a BPF object file. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/btf.h>

#include "map/object.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is found lies in the file, and its types in the copy of them. */
static void check(const struct object *object, const struct object_map *map, const uint8_t *bytes,
		  size_t size)
{
	const struct map_shape *shape = &map->shape;
	uint32_t n = object->btf ? btf__type_cnt(object->btf) : 1;
	const uint8_t *contents = map->contents;

	assert(shape->type && shape->name && strlen(map->section) < size);
	assert(shape->key_type_id < n && shape->value_type_id < n);
	if (contents)
		assert(contents >= bytes && shape->value_size <= size &&
		       contents <= bytes + size - shape->value_size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *bytes = malloc(size + 1);
	struct object *object = NULL;
	struct err err = { 0 };

	memcpy(bytes, data, size);
	if (!object_read_bytes("fuzz.bpf.o", bytes, size, &object, &err))
		for (size_t i = 0; i < object->n; i++)
			check(object, &object->map[i], bytes, size);
	object_free(object);
	free(bytes);
	return 0;
}
