/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/buf.h"
#include "cli/command.h"
#include "cli/dispatch.h"
#include "cli/globals.h"
#include "codec/ctype.h"
#include "codec/view.h"
#include "map/map.h"
#include "output/writer.h"

/* The plan of a type that somebody has declared, or NULL: a view goes over bytes, too. */
static const struct plan *typed(const struct plan *plan)
{
	return plan && !plan_is_of_bytes(plan) ? plan : NULL;
}

/* The definitions that key and value are made of; those of both only once. */
static void define_types(const struct map *map, struct buf *ret)
{
	const struct plan *key = typed(map->key_plan), *value = typed(map->value_plan);
	const uint32_t ids[] = { key ? key->type_id : 0, value ? value->type_id : 0 };

	if (key && value && key->btf == value->btf) {
		ctype_define(key->btf, ids, 2, ret);
		return;
	}
	if (key)
		ctype_define(key->btf, &ids[0], 1, ret);
	if (value)
		ctype_define(value->btf, &ids[1], 1, ret);
}

static void put_side(const char *side, const struct plan *plan, uint32_t size, struct buf *ret)
{
	struct buf type = { 0 };

	if (plan) {
		ctype_inline(plan->btf, plan->type_id, &type);
		buf_printf(ret, "\t__type(%s, %s);\n", side, buf_str(&type));
	} else if (size) {
		buf_printf(ret, "\t__uint(%s_size, %u);\n", side, size);
	}
	buf_done(&type);
}

/* The map of a program's global variables: the compiler makes it, nobody declares it. */
static bool is_global_data(const struct map *map)
{
	return map->value_plan &&
	       btf_is_datasec(btf__type_by_id(map->value_plan->btf, map->value_plan->type_id));
}

/* The map as a BPF program would declare it. */
static void declare_map(const struct map *map, struct buf *ret)
{
	struct buf flags = { 0 };

	buf_puts(ret, "struct {\n\t__uint(type, BPF_MAP_TYPE_");
	for (const char *c = map->type->name; *c; c++)
		buf_printf(ret, "%c", toupper((unsigned char)*c));
	buf_printf(ret, ");\n\t__uint(max_entries, %u);\n", map->info.max_entries);
	map_flags_spell(map->info.map_flags, &flags);
	if (flags.len)
		buf_printf(ret, "\t__uint(map_flags, 0x%x); /* %s */\n", map->info.map_flags,
			   buf_str(&flags));
	put_side("key", typed(map->key_plan), map->info.key_size, ret);
	put_side("value", typed(map->value_plan), map->info.value_size, ret);
	buf_puts(ret, "} ");
	ctype_identifier(map->name, ret);
	buf_printf(ret, "%s SEC(\".maps\");\n", *map->name ? "" : "map");
	buf_done(&flags);
}

static void write_text(const struct session *session, const struct map *map)
{
	struct buf c = { 0 };

	define_types(map, &c);
	if (!is_global_data(map))
		declare_map(map, &c);
	stream_add(session->stream, buf_str(&c), c.len);
	buf_done(&c);
}

static void write_side(struct writer *out, const struct label *label, const struct plan *plan,
		       uint32_t size)
{
	static const struct label label_size = LABEL("size"), label_type = LABEL("type"),
				  label_c = LABEL("c");
	struct buf name = { 0 }, c = { 0 };

	out->format->open(out, label, NEST_OBJECT);
	out->format->uint(out, &label_size, size);
	if (plan) {
		ctype_name(plan->btf, plan->type_id, &name);
		ctype_define(plan->btf, &plan->type_id, 1, &c);
		writer_str(out, &label_type, buf_str(&name));
		writer_str(out, &label_c, buf_str(&c));
	} else {
		out->format->null(out, &label_type, NULL);
		out->format->null(out, &label_c, NULL);
	}
	out->format->close(out, NEST_OBJECT);
	buf_done(&name);
	buf_done(&c);
}

static void write_machine(const struct session *session, const struct map *map)
{
	static const struct label id = LABEL("id"), name = LABEL("name"), type = LABEL("type"),
				  key = LABEL("key"), value = LABEL("value");
	struct writer *out = session->out;

	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	out->format->uint(out, &id, map->info.id);
	writer_str(out, &name, map->name);
	writer_str(out, &type, map->type->name);
	write_side(out, &key, typed(map->key_plan), map->info.key_size);
	write_side(out, &value, typed(map->value_plan), map->info.value_size);
	out->format->finish(out);
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	const struct map *map = session->maps[0];
	int r;

	(void)settings;
	map_load_names(session->maps, session->n_maps);
	r = session_sandbox(session, err);
	if (r)
		return r;
	if (globals_json(session->globals))
		write_machine(session, map);
	else
		write_text(session, map);
	return 0;
}

extern const struct command cmd_schema;
const struct command cmd_schema = {
	.name = "schema",
	.summary = "show the types of key and value as C",
	.takes = TAKES_MAP,
	.flags = COMMAND_TYPES,
	.run = run,
};
