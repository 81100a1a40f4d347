/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/map.h"

#include <errno.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "codec/special.h"
#include "kern/btf.h"
#include "kern/map_calls.h"
#include "map/cidr.h"
#include "map/map_name.h"

static void unusable(struct map *map, const char *why)
{
	if (!map->untyped)
		map->untyped = mem_printf("%s; shown as bytes", why);
}

static void btf_failed(struct map *map, int error)
{
	_cleanup_free_ char *why = NULL;

	if (error == EPERM || error == EACCES)
		why = mem_strdup("its BTF needs CAP_SYS_ADMIN to read");
	else if (error == E2BIG)
		why = mem_printf("its BTF is larger than %u MiB", KERN_BTF_MAX_BYTES >> 20);
	else
		why = mem_printf("its BTF cannot be read: %s", strerror(error));
	map->over_bound |= error == E2BIG;
	unusable(map, why);
}

/* 0 also where it cannot be had, with the errno in *why; -code where there is no room for it. */
static int own_btf_get(struct map *map, uint32_t id, int *why, struct err *err)
{
	*why = map->own_btf ? 0 : -kern_btf_get(id, &map->own_btf);
	if (*why != EMFILE && *why != ENFILE && *why != ENOMEM)
		return 0;
	errno = *why;
	return err_sys(err, "%s: loading its BTF", map_called(map));
}

static int own_btf_load(struct map *map, uint32_t id, struct err *err)
{
	int why, r = own_btf_get(map, id, &why, err);

	if (!r && why)
		btf_failed(map, why);
	map->btf = map->own_btf;
	return r;
}

static struct plan *compile(struct map *map, const char *part, uint32_t type_id, uint32_t size,
			    enum plan_dialect dialect)
{
	struct plan *plan = NULL;
	struct err err;

	if (!map->btf || !type_id || !plan_compile(map->btf, type_id, size, dialect, &plan, &err))
		return plan;
	map->over_bound |= err.code == ERR_PARTIAL;
	err_wrap(&err, "its %s type", part);
	unusable(map, err.msg);
	return NULL;
}

/* A struct_ops map has a type of the kernel's, or of the module that offers it. */
static int struct_ops_load(struct map *map, enum plan_dialect dialect, struct err *err)
{
	uint32_t type_id = map->info.btf_vmlinux_value_type_id;
	const struct btf *vmlinux = kern_btf_vmlinux();
	int r = 0;

	/* A module's types are numbered on from the kernel's last. */
	if (vmlinux && type_id < btf__type_cnt(vmlinux))
		map->btf = vmlinux;
	else if (map->info.btf_vmlinux_id)
		r = own_btf_load(map, map->info.btf_vmlinux_id, err);
	map->value_plan = compile(map, "value", type_id, map->info.value_size, dialect);
	return r;
}

static int own_types_load(struct map *map, enum plan_dialect dialect, struct err *err)
{
	const struct bpf_map_info *info = &map->info;
	int r = own_btf_load(map, info->btf_id, err);

	map->key_plan = compile(map, "key", info->btf_key_type_id, info->key_size, dialect);
	map->value_plan = compile(map, "value", info->btf_value_type_id, info->value_size, dialect);
	return r;
}

/* What the BTF, loaded for other reasons, tells beside. */
static void name_from_btf(struct map *map)
{
	const char *name = NULL;

	if (strlen(map->name) == BPF_OBJ_NAME_LEN - 1)
		name = map_name_by_btf(&map->info, map->own_btf);
	if (name)
		map_name_set(map, mem_strdup(name));
}

int map_load_special(struct map *map, struct err *err)
{
	const struct bpf_map_info *info = &map->info;
	int why, r;

	if (!info->btf_id || !info->btf_value_type_id || info->btf_vmlinux_value_type_id)
		return 0;
	map->has_lock = kern_map_has_lock(map->fd);
	r = own_btf_get(map, info->btf_id, &why, err);
	if (r < 0)
		return r;
	map->has_kernel_fields = why || special_within(map->own_btf, info->btf_value_type_id);
	if (!why)
		name_from_btf(map);
	return 0;
}

int map_load_types(struct map *map, enum plan_dialect dialect, struct err *err)
{
	const struct bpf_map_info *info = &map->info;
	int r = 0;

	if (info->btf_vmlinux_value_type_id)
		r = struct_ops_load(map, dialect, err);
	else if (info->btf_id && (info->btf_key_type_id || info->btf_value_type_id))
		r = own_types_load(map, dialect, err);
	if (map->is_numeric && map->key_plan)
		plan_forget_names(map->key_plan);
	if (map->is_numeric && map->value_plan)
		plan_forget_names(map->value_plan);
	if (map->type->key == KEY_PREFIX)
		map->has_cidr = cidr_fits(map->btf, info->btf_key_type_id, info->key_size);
	return r;
}

void map_load_value_names(struct map *map)
{
	if (map->type->read_names && !map->is_numeric)
		map->type->read_names(map);
}
