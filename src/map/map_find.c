/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/map_find.h"

#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/nearest.h"
#include "kern/maps.h"
#include "kern/pins.h"
#include "map/map_name.h"

#define CANDIDATES_MAX 8 /* named in an error */
#define NAME_LEN       (BPF_OBJ_NAME_LEN - 1)

static const char by_pin_hint[] = "needs CAP_SYS_ADMIN (run as root); "
				  "a pin that you may read needs none";

void map_list_add(struct map_list *list, struct map *map)
{
	list->map = mem_more(list->map, list->n, &list->cap, sizeof(*list->map));
	list->map[list->n++] = map;
}

void map_list_done(struct map_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		map_free(list->map[i]);
	free(list->map);
}

void map_founds_done(struct map_founds *found)
{
	for (size_t i = 0; i < found->n; i++)
		free(found->map[i].name);
	free(found->map);
}

/* *full is the full name where it was found out; the caller frees it. */
static bool bears_name(const struct bpf_map_info *info, const char *name, struct map_pins **pins,
		       char **full)
{
	if (strncmp(info->name, name, NAME_LEN) != 0)
		return false;
	if (strlen(name) <= NAME_LEN)
		return true;
	*full = map_name_full(info, pins);
	return !strcmp(*full, name);
}

static void rows_search(const struct map_rows *rows, const char *name, struct map_founds *ret)
{
	struct map_pins *pins = NULL;

	for (size_t i = 0; i < rows->n && *name; i++) {
		const struct bpf_map_info *info = &rows->row[i].info;
		char *full = NULL;

		if (!bears_name(info, name, &pins, &full)) {
			free(full);
			continue;
		}
		ret->map = mem_more(ret->map, ret->n, &ret->cap, sizeof(*ret->map));
		ret->map[ret->n++] = (struct map_found){
			.id = info->id,
			.type = map_type_find(info->type),
			.name = full,
		};
	}
	kern_pins_free(pins);
}

static int no_such_name(const char *name, const struct map_rows *rows, struct err *err)
{
	struct nearest nearest = NEAREST(name);

	for (size_t i = 0; i < rows->n; i++) {
		const char *candidate = rows->row[i].info.name;

		if (strlen(name) > NAME_LEN && !strncmp(candidate, name, NAME_LEN))
			return err_set(err, ERR_NO,
				       "no map is known to have the name \"%s\"; the kernel keeps "
				       "15 characters, and a map has \"%s\"",
				       name, candidate);
		if (*candidate)
			nearest_offer(&nearest, candidate);
	}
	if (nearest.best)
		return err_set(err, ERR_NO, "no map has the name \"%s\"; the nearest is \"%s\"",
			       name, nearest.best);
	return err_set(err, ERR_NO, "no map has the name \"%s\"; 'mapctl list' shows the maps",
		       name);
}

int map_find_name(const char *name, struct map_founds *ret, struct err *err)
{
	struct map_founds found = { 0 };
	struct map_rows *rows = NULL;
	int r = kern_maps_read(0, NULL, &rows);

	if (r == -EPERM)
		return err_set(err, ERR_DENIED, "map %s: finding maps by name %s", name,
			       by_pin_hint);
	if (r < 0) {
		errno = -r;
		return err_sys(err, "map %s: listing the maps", name);
	}
	rows_search(rows, name, &found);
	if (found.n)
		*ret = found;
	else
		r = no_such_name(name, rows, err);
	kern_rows_free(rows);
	return r;
}

int map_find_failed(uint32_t id, int error, struct err *err)
{
	if (error == ENOENT)
		return err_set(err, ERR_NO, "no map has the id %u; 'mapctl list' shows the maps",
			       id);
	if (error == EPERM)
		return err_set(err, ERR_DENIED, "map %u: opening maps by id %s", id, by_pin_hint);
	if (error == EMFILE)
		return err_set(
			err, ERR_SYSTEM,
			"opening map %u: no more files may be open; 'ulimit -n' says how many", id);
	errno = error;
	return err_sys(err, "opening map %u", id);
}

int map_find_ambiguous(const char *name, const struct map_founds *found, struct err *err)
{
	size_t shown = found->n < CANDIDATES_MAX ? found->n : CANDIDATES_MAX;
	struct buf words = { 0 };

	for (size_t i = 0; i < shown; i++)
		buf_printf(&words, "%s%u (%s)", i ? ", " : "", found->map[i].id,
			   found->map[i].type->name);
	if (found->n > shown)
		buf_printf(&words, " and %zu more", found->n - shown);
	err_set(err, ERR_USAGE, "%zu maps have the name \"%s\": %s; say which with 'id N'",
		found->n, name, buf_str(&words));
	buf_done(&words);
	return -ERR_USAGE;
}
