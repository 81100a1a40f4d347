/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/create_from.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "cli/command.h"
#include "cmd/shape_writer.h"
#include "kern/map_calls.h"
#include "kern/map_writes.h"
#include "map/create.h"
#include "map/map_find.h"
#include "map/map_types.h"
#include "map/object.h"
#include "map/pinning.h"
#include "output/writer.h"

/* One map on its way: from the file to the pin. */
struct making {
	struct object_map *map;
	char *path;
	int fd;	      /* -1: not made yet */
	int replaced; /* the map that had the pin; -1: none */
	bool is_pinned;
};

struct plan_of_maps {
	const struct create_from *from;
	struct object *object;
	size_t n;
	struct making *row;
};

static void plan_done(struct plan_of_maps *plan)
{
	for (size_t i = 0; i < plan->n; i++) {
		free(plan->row[i].path);
		fd_closep(&plan->row[i].fd);
		fd_closep(&plan->row[i].replaced);
	}
	free(plan->row);
	object_free(plan->object);
}

/* OBJ.o:NAME: the NAME, and *ret_file what is before it; NULL where all of the word is a file. */
static const char *split(const char *word, char **ret_file)
{
	const char *colon = strrchr(word, ':');

	if (!colon || colon == word || strchr(colon, '/') || !access(word, F_OK)) {
		*ret_file = mem_strdup(word);
		return NULL;
	}
	*ret_file = mem_printf("%.*s", (int)(colon - word), word);
	return colon + 1;
}

static void plan_add(struct plan_of_maps *plan, struct object_map *map, char *path)
{
	plan->row[plan->n++] = (struct making){
		.map = map, .path = path, .fd = -1, .replaced = -1
	};
}

/* A bpffs takes no dots; they become what libbpf makes of them. */
static int pin_name(const struct object_map *map, char **ret, struct err *err)
{
	const char *name = map->shape.name;
	char *made;

	if (!*name || strchr(name, '/'))
		return err_set(err, ERR_USAGE, "map '%s': a pin cannot have this name", name);
	made = mem_strdup(name);
	for (char *c = made; *c; c++)
		*c = *c == '.' ? '_' : *c;
	*ret = made;
	return 0;
}

static int choose_all(struct plan_of_maps *plan, struct err *err)
{
	const struct create_from *from = plan->from;

	for (size_t i = 0; i < plan->object->n; i++) {
		struct object_map *map = &plan->object->map[i];
		_cleanup_free_ char *name = NULL;
		int r;

		if (map->is_data || (from->pinned_only && !map->shape.pin_by_name))
			continue;
		r = pin_name(map, &name, err);
		if (r)
			return r;
		plan_add(plan, map, mem_printf("%s/%s", from->path, name));
	}
	if (plan->n)
		return 0;
	return err_set(err, ERR_NO,
		       from->pinned_only ? "%s: defines no maps that are to be pinned"
		       : plan->object->n ? "%s: defines no maps but those of its variables; "
					   "'mapctl show object' lists them, to be named one by one"
					 : "%s: defines no maps",
		       from->object);
}

static int choose(struct plan_of_maps *plan, const char *file, const char *name, struct err *err)
{
	struct object_map *map;

	if (!name)
		return choose_all(plan, err);
	if (plan->from->pinned_only)
		return err_set(err, ERR_USAGE,
			       "--pinned-only chooses from all maps of an object, and '%s' is one",
			       name);
	map = object_find(plan->object, name, err);
	if (!map)
		return err_wrap(err, "%s", file);
	plan_add(plan, map, mem_strdup(plan->from->path));
	return 0;
}

static const char *path_twice(const struct plan_of_maps *plan, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(plan->row[i].path, plan->row[n].path))
			return plan->row[n].path;
	return NULL;
}

static int check(const struct plan_of_maps *plan, size_t i, struct err *err)
{
	const struct create_from *from = plan->from;
	struct object_map *map = plan->row[i].map;
	uint32_t contents = map->shape.value_size, type = map->shape.type;
	int r = from->adjust ? from->adjust(from->words, &map->shape, err) : 0;

	if (!r)
		r = map_shape_check(&map->shape, err);
	if (!r && map->is_data && map->shape.type != type)
		r = err_set(err, ERR_USAGE, "the map of section %s can only be of type %s",
			    map->section, map_type_find(type)->name);
	if (!r && map->contents && map->shape.value_size != contents)
		r = err_set(err, ERR_USAGE,
			    "section %s has %u bytes, and its map has a value of %u", map->section,
			    contents, map->shape.value_size);
	if (!r && path_twice(plan, i))
		r = err_set(err, ERR_USAGE, "two maps would have the pin %s", plan->row[i].path);
	return r ? r : map_pin_check(plan->row[i].path, from->replace, err);
}

/* What the section of its variables holds. */
static int fill(const struct object_map *map, int fd, struct err *err)
{
	const uint32_t slot = 0;
	int r = map->contents ? kern_map_update(fd, &slot, map->contents, 0) : 0;

	if (!r && map->contents && map->is_frozen)
		r = kern_map_freeze(fd);
	if (!r)
		return 0;
	errno = -r;
	return err_sys(err, "writing what section %s holds", map->section);
}

static int make(struct making *m, struct err *err)
{
	int r = map_create(&m->map->shape, &m->fd, err);

	return r ? r : fill(m->map, m->fd, err);
}

static int pin(struct making *m, bool replace, struct err *err)
{
	int r = replace ? kern_map_by_pin(m->path, false) : -ENOENT;

	/* Without what is there it could not be put back. */
	if (r < 0 && r != -ENOENT)
		return map_pin_failed(m->path, -r, err);
	m->replaced = r < 0 ? -1 : r;
	r = map_pin(m->fd, m->path, replace, err);
	m->is_pinned = !r;
	return r;
}

/* As it was before. */
static void undo(const struct plan_of_maps *plan, struct err *err)
{
	for (size_t i = plan->n; i--;) {
		const struct making *m = &plan->row[i];
		struct err why;
		int r = 0;

		if (m->is_pinned && m->replaced >= 0)
			r = map_pin(m->replaced, m->path, true, &why);
		else if (m->is_pinned)
			r = map_unpin(m->path, &why);
		if (r)
			err_set(err, ERR_PARTIAL, "%s; what was made at %s stays: %s", err->msg,
				m->path, why.msg);
	}
}

static int of_map(const struct making *m, struct err *err)
{
	return err_wrap(err, "map '%s'", m->map->shape.name);
}

/* Each step for all maps before the next: what fails mostly fails before anything is pinned. */
static int make_all(const struct plan_of_maps *plan, struct err *err)
{
	int r = 0;

	for (size_t i = 0; i < plan->n; i++)
		if (make(&plan->row[i], err))
			return of_map(&plan->row[i], err);
	for (size_t i = 0; i < plan->n; i++) {
		r = pin(&plan->row[i], plan->from->replace, err);
		if (!r)
			continue;
		of_map(&plan->row[i], err);
		undo(plan, err);
		return -err->code;
	}
	return 0;
}

static void write_all(const struct session *session, const struct plan_of_maps *plan, bool one)
{
	struct writer *out = session->out;

	out->format->start(out, one ? SHAPE_ONE : SHAPE_LIST);
	for (size_t i = 0; i < plan->n; i++)
		shape_write(plan->row[i].path, &plan->row[i].map->shape, out);
	out->format->finish(out);
}

/* The values in .kconfig are the kernel's: whoever loads programs asks it for them. */
static void note_kconfig(const struct session *session, const struct plan_of_maps *plan)
{
	const struct object_map *map = plan->row[0].map;

	if (map->is_data && map->is_frozen && !map->contents)
		session_note(session,
			     "map '%s' holds zeros: only loaders of programs know its values",
			     map->shape.name);
}

static int carry_out(const struct session *session, struct plan_of_maps *plan, const char *name,
		     struct err *err)
{
	int r;

	for (size_t i = 0; i < plan->n; i++)
		if (check(plan, i, err))
			return of_map(&plan->row[i], err);
	if (plan->from->dry_run) {
		write_all(session, plan, name);
		return 0;
	}
	r = make_all(plan, err);
	if (!r)
		note_kconfig(session, plan);
	return r;
}

int create_from(const struct session *session, const struct create_from *from, struct err *err)
{
	_cleanup_(plan_done) struct plan_of_maps plan = { .from = from };
	_cleanup_free_ char *file = NULL;
	const char *name = split(from->object, &file);
	int r = object_read(file, &plan.object, err);

	if (r)
		return r;
	plan.row = mem_zero((plan.object->n + 1) * sizeof(*plan.row));
	r = choose(&plan, file, name, err);
	return r ? r : carry_out(session, &plan, name, err);
}
