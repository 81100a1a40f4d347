/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Global variables: each of their sections becomes an array of one entry, named, flagged and typed
 * as libbpf's loader does it.
 */
#include <ctype.h>
#include <string.h>

#include <bpf/btf.h>
#include <linux/bpf.h>

#include "base/alloc.h"
#include "map/map_types.h"
#include "map/object_variables.h"

#define NAME_MAX_BYTES (BPF_OBJ_NAME_LEN - 1)

/* What a section's name gets at least of the kernel's 15 characters; the object's has the rest. */
#define SECTION_MIN_BYTES 7

static const struct data_kind {
	const char *section; /* and with a dot and anything behind it */
	bool is_constant;
} kinds[] = {
	{ ".data", false },
	{ ".rodata", true },
	{ ".bss", false },
};

static const struct data_kind *kind_of(const char *section)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		size_t n = strlen(kinds[i].section);

		if (!strncmp(section, kinds[i].section, n) && (!section[n] || section[n] == '.'))
			return &kinds[i];
	}
	return NULL;
}

/* A section that its author has named, ".data.counters", stands without the object's name. */
static char *name_of(const char *object, const char *section)
{
	int own = (int)strnlen(section, NAME_MAX_BYTES);
	int rest = NAME_MAX_BYTES - (own > SECTION_MIN_BYTES ? own : SECTION_MIN_BYTES);
	char *name = mem_printf("%.*s%.*s", strchr(section + 1, '.') ? 0 : rest, object, own,
				section);

	for (char *c = name; *c; c++)
		if (!isalnum((unsigned char)*c) && *c != '_' && *c != '.')
			*c = '_';
	return name;
}

static int add_data(struct object_reading *o, const char *section, uint64_t size,
		    const void *contents, bool is_constant, struct err *err)
{
	struct object_map map = {
		.shape = MAP_SHAPE,
		.section = section,
		.is_data = true,
		.is_frozen = is_constant,
		.contents = contents,
	};
	struct map_shape *shape = &map.shape;

	if (size > UINT32_MAX)
		return err_set(err, ERR_USAGE, "%s: section %s is larger than a map can be",
			       o->path, section);
	shape->name = name_of(o->into->name, section);
	shape->type = map_type_of_variables()->number;
	shape->key_size = sizeof(uint32_t);
	shape->value_size = (uint32_t)size;
	shape->max_entries = 1;
	shape->flags = is_constant ? BPF_F_RDONLY_PROG : 0;
	if (object_has_shared_variables(o, section))
		shape->flags |= BPF_F_MMAPABLE;
	shape->value_type_id = object_copy_variables(o, section, shape->value_size);
	shape->btf = shape->value_type_id ? o->into->btf : NULL;
	return object_add(o, &map, err);
}

/* What its programs want to know of the kernel's configuration: no section of the file. */
static int add_kconfig(struct object_reading *o, struct err *err)
{
	uint32_t size = 0;
	int r = object_kconfig_size(o, &size, err);

	return r || !size ? r : add_data(o, OBJECT_KCONFIG, size, NULL, true, err);
}

int object_read_data(struct object_reading *o, struct err *err)
{
	int r = 0;

	for (size_t i = 0; !r && i < o->elf->n_sections; i++) {
		const struct object_section *section = &o->elf->section[i];
		const struct data_kind *kind = kind_of(section->name);

		if (kind)
			r = add_data(o, section->name, section->size, section->data,
				     kind->is_constant, err);
	}
	return r ? r : add_kconfig(o, err);
}
