/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* SEC(".maps"): variables whose types say what maps they are. */
#include <bpf/btf.h>

#include "codec/btf_type.h"
#include "map/object_parts.h"

static int define_variable(struct object_reading *o, uint32_t type_id, struct err *err)
{
	const struct btf_type *variable = btf__type_by_id(o->btf, type_id);
	struct object_map map = { .section = ".maps" };
	int r;

	if (!variable || !btf_is_var(variable))
		return err_set(err, ERR_USAGE, "%s: in .maps is something that is no map", o->path);
	/* The map of another object. */
	if (btf_var(variable)->linkage == BTF_VAR_GLOBAL_EXTERN)
		return 0;
	r = object_define(o, btf_name(o->btf, variable->name_off), variable->type, &map.shape, err);
	return r ? r : object_add(o, &map, err);
}

int object_read_definitions(struct object_reading *o, struct err *err)
{
	const struct btf_type *section;
	int r = 0;

	if (!object_elf_section(o->elf, ".maps"))
		return 0;
	section = object_type(o, ".maps", BTF_KIND_DATASEC);
	if (!section)
		return err_set(err, ERR_USAGE,
			       "%s: what its maps are stands in its BTF, and it has none; compile "
			       "it with 'clang -g'",
			       o->path);
	for (uint32_t i = 0; !r && i < btf_vlen(section); i++)
		r = define_variable(o, btf_var_secinfos(section)[i].type, err);
	return r;
}
