/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/map.h"

#include <errno.h>
#include <sys/stat.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "kern/btf.h"
#include "kern/map_calls.h"
#include "map/cidr.h"
#include "map/map_find.h"
#include "map/map_name.h"

#define FILES_A_MAP 4 /* itself, and what reads its entries */

/* What changes under our hands is looked for so often. */
#define PIN_TIMES  64
#define NAME_TIMES 3

int map_lay_cells(struct map *map, struct err *err)
{
	uint32_t cpus, stride = map->info.value_size;

	map->cells = 1;
	map->cell_stride = stride;
	if (!(map->type->can & (MAP_PERCPU | MAP_STRANGE)))
		return 0;
	cpus = kern_possible_cpus();
	if (!cpus)
		return err_set(
			err, ERR_SYSTEM,
			"%s: its values are one a CPU, and how many the kernel counts is not "
			"known: /sys/devices/system/cpu/possible cannot be read",
			map_called(map));
	if (stride > UINT32_MAX - 7 ||
	    __builtin_mul_overflow(map->type->can & MAP_STRANGE ? cpus : 1, (stride + 7) & ~7u,
				   &map->cell_stride))
		return err_set(err, ERR_SYSTEM, "%s: no room for values of %u bytes",
			       map_called(map), stride);
	/* One of a type not known is shown as one value, whatever it is. */
	map->cells = map->type->can & MAP_PERCPU ? cpus : 1;
	return 0;
}

/* What is known of its name without looking anything up. */
static void name_at_hand(struct map *map, const char *path)
{
	const char *name = path && map_name_is_cut(&map->info) ? map_name_by_path(&map->info, path)
							       : NULL;

	map_name_set(map, name ? mem_strdup(name)
			       : mem_printf("%.*s", BPF_OBJ_NAME_LEN, map->info.name));
}

int map_adopt(int fd, enum map_access access, const char *path, struct map **ret, struct err *err)
{
	struct map *map = mem_zero(sizeof(*map));
	int r = kern_map_info(fd, &map->info);

	map->fd = fd;
	if (r < 0) {
		map_free(map);
		errno = -r;
		return err_sys(err, "asking the kernel about the map");
	}
	map->access = access;
	map->type = map_type_find(map->info.type);
	map->path = path ? mem_strdup(path) : NULL;
	map->has_cidr = map->type->key == KEY_PREFIX && cidr_fits(NULL, 0, map->info.key_size);
	name_at_hand(map, path);
	r = map_lay_cells(map, err);
	if (r < 0)
		map_free(map);
	else
		*ret = map;
	return r;
}

static int open_id(uint32_t id, enum map_access access, struct map **ret, struct err *err)
{
	int fd = kern_map_by_id(id, access == MAP_ACCESS_WRITE);

	if (fd < 0)
		return map_find_failed(id, -fd, err);
	return map_adopt(fd, access, NULL, ret, err);
}

/*
 * An iterator that the kernel itself has put there cannot be opened, with
 * ENOENT, but neither can a pin that is being replaced.  What was there
 * before and after is the former: EINVAL.
 */
static int pin_fd(const char *path, enum map_access access)
{
	struct stat before = { 0 }, after;

	for (int i = 0; i < PIN_TIMES; i++) {
		int fd = kern_map_by_pin(path, access == MAP_ACCESS_WRITE);

		if (fd != -ENOENT || stat(path, &after))
			return fd;
		if (i && before.st_ino == after.st_ino && before.st_dev == after.st_dev)
			return -EINVAL;
		before = after;
	}
	return -ENOENT;
}

static int open_pin(const char *path, enum map_access access, struct map **ret, struct err *err)
{
	int fd = pin_fd(path, access);

	if (fd < 0)
		return map_pin_failed(path, -fd, err);
	return map_adopt(fd, access, path, ret, err);
}

/* One that is gone before it is opened is left out. */
static int open_found(struct map_founds *found, enum map_access access, struct map_list *list,
		      struct err *err)
{
	for (size_t i = 0; i < found->n; i++) {
		struct map *map;
		int r = open_id(found->map[i].id, access, &map, err);

		if (r == -ERR_NO)
			continue;
		if (r < 0)
			return r;
		if (found->map[i].name) {
			map_name_set(map, found->map[i].name);
			found->map[i].name = NULL;
		}
		map_list_add(list, map);
	}
	return 0;
}

/*
 * All maps of a name, or the one.  If those that were found are gone by now,
 * others may have come, as when a program is loaded anew.
 */
static int open_name(const char *name, enum map_access access, bool is_one, struct map_list *list,
		     struct err *err)
{
	int r = 0;

	for (int i = 0; i < NAME_TIMES && !r && !list->n; i++) {
		struct map_founds found = { 0 };

		r = map_find_name(name, &found, err);
		if (!r && is_one && found.n > 1)
			r = map_find_ambiguous(name, &found, err);
		if (found.n > 1)
			kern_files_room(found.n * FILES_A_MAP);
		if (!r)
			r = open_found(&found, access, list, err);
		map_founds_done(&found);
	}
	return r || list->n ? r : err_set(err, ERR_NO, "no map has the name \"%s\"", name);
}

static int open_list(const struct map_ref *ref, enum map_access access, bool is_one,
		     struct map_list *list, struct err *err)
{
	struct map *map = NULL;
	int r;

	if (ref->kind == MAP_REF_NAME)
		r = open_name(ref->text, access, is_one, list, err);
	else if (ref->kind == MAP_REF_ID)
		r = open_id(ref->id, access, &map, err);
	else
		r = open_pin(ref->text, access, &map, err);
	if (map)
		map_list_add(list, map);
	return r;
}

int map_open_all(const struct map_ref *ref, enum map_access access, struct map ***ret,
		 size_t *ret_n, struct err *err)
{
	struct map_list list = { 0 };
	int r = open_list(ref, access, false, &list, err);

	if (r < 0) {
		map_list_done(&list);
		return r;
	}
	*ret = list.map;
	*ret_n = list.n;
	return 0;
}

int map_open(const struct map_ref *ref, enum map_access access, struct map **ret, struct err *err)
{
	struct map_list list = { 0 };
	int r = open_list(ref, access, true, &list, err);

	if (!r) {
		*ret = list.map[0];
		list.n = 0;
	}
	map_list_done(&list);
	return r;
}

struct map *map_free(struct map *map)
{
	if (!map)
		return NULL;
	plan_free(map->key_plan);
	plan_free(map->value_plan);
	kern_btf_put(map->own_btf);
	btf__free(map->key_btf);
	btf__free(map->value_btf);
	btf__free(map->file_btf);
	names_done(&map->names);
	free(map->name);
	free(map->called);
	free(map->path);
	free(map->untyped);
	free(map->nameless);
	if (map->fd >= 0)
		close(map->fd);
	free(map);
	return NULL;
}
