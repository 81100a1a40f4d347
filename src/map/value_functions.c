/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The functions of a struct_ops value.  Where the program has put one, the
 * kernel shows the program's id (bpf_struct_ops_map_update_elem() leaves it there).
 */
#include <string.h>

#include "base/alloc.h"
#include "codec/view.h"
#include "kern/map_calls.h"
#include "kern/progs.h"
#include "map/map.h"
#include "output/writer.h"

#define PROGRAMS_MAX 1024 /* members of the largest of these structs: far fewer */

/* For people a word. */
static void function_word_write(uint64_t id, const char *name, const struct label *label,
				struct writer *out)
{
	_cleanup_free_ char *word = NULL;

	if (!name) {
		out->format->uint(out, label, id);
		return;
	}
	word = mem_printf("%s(%llu)", name, (unsigned long long)id);
	writer_str(out, label, word);
}

/* {"id": N, "name": S}, or null where there is no program */
static void function_write(const struct laid_view *laid, const struct label *label,
			   const uint8_t *p, struct writer *out)
{
	static const struct label id_label = LABEL("id");
	static const struct label name_label = LABEL_LOOK("name", LOOK_NAME);
	const char *name;
	uint64_t id;

	memcpy(&id, p, sizeof(id));
	if (!id) {
		out->format->null(out, label, NULL);
		return;
	}
	name = id <= UINT32_MAX ? names_find(laid->names->of, (uint32_t)id) : NULL;
	if (!(out->format->flags & FORMAT_MACHINE)) {
		function_word_write(id, name, label, out);
		return;
	}
	out->format->open(out, label, NEST_OBJECT);
	out->format->uint(out, &id_label, id);
	if (name)
		writer_str(out, &name_label, name);
	else
		out->format->null(out, &name_label, NULL);
	out->format->close(out, NEST_OBJECT);
}

static const struct view function_view = {
	.name = "program",
	.sizes = VIEW_SIZE(8),
	.look = LOOK_NAME,
	.write = function_write,
};

/* The programs that are there now, by the steps that would show them. */
static void read_programs(struct map *map)
{
	_cleanup_free_ char *value = mem_try_array(1, map->info.value_size);
	struct name_table *programs = &map->names.programs;
	const struct plan *plan = map->value_plan;
	uint32_t key = 0;

	if (!value || kern_map_lookup(map->fd, &key, value, 0))
		return;
	for (uint32_t i = 0; i < plan->n_steps && programs->n < PROGRAMS_MAX; i++) {
		uint64_t id;

		if (plan->steps[i].kind != STEP_VIEW || plan->steps[i].view->view != &function_view)
			continue;
		memcpy(&id, value + plan->steps[i].offset, sizeof(id));
		if (id <= UINT32_MAX)
			names_add(programs, (uint32_t)id, "");
	}
	names_sort(programs);
	for (size_t i = 0; i < programs->n; i++)
		kern_prog_name(programs->row[i].id, programs->row[i].name);
}

void names_read_functions(struct map *map)
{
	struct view_wanted wanted = { .view = &function_view };

	if (!map->value_plan || map->value_plan->dialect != PLAN_NATIVE ||
	    map->info.key_size != sizeof(uint32_t))
		return;
	map->names.functions = mem_zero(sizeof(*map->names.functions));
	map->names.functions->of = &map->names.programs;
	wanted.names = map->names.functions;
	plan_lay_functions(map->value_plan, &wanted);
	read_programs(map);
}
