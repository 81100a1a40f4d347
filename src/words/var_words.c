/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "words/var_words.h"

#include <stdint.h>
#include <string.h>

#include <linux/bpf.h>
#include <bpf/btf.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/read_file.h"
#include "cli/session.h"
#include "codec/encode.h"
#include "codec/part.h"
#include "codec/words.h"
#include "entry/change.h"
#include "entry/lookup.h"
#include "entry/patch.h"
#include "map/map.h"
#include "output/writer.h"

/* A variable that was asked for, in the value that all of them share. */
struct variable {
	const struct map *map;
	const char *name;     /* as it was typed */
	struct plan *section; /* of the whole value, or NULL: the map's own will do */
	struct plan_part part;
	uint8_t *value; /* the whole */
};

#define _cleanup_variable_ _cleanup_(variable_done)

static void variable_done(struct variable *variable)
{
	plan_part_done(&variable->part);
	plan_free(variable->section);
	free(variable->value);
}

static bool has_section(const struct map *map)
{
	const struct btf_type *t;

	if (!map->btf || map->type->key != KEY_INDEX || map->cells != 1)
		return false;
	t = btf__type_by_id(map->btf, map->info.btf_value_type_id);
	return t && btf_is_datasec(t);
}

/* The types that names are looked up in, whatever the format shows. */
static int load_section(const struct session *session, struct variable *ret,
			const struct plan **ret_plan, struct err *err)
{
	struct map *map = session->maps[0];
	int r = 0;

	if (!map->btf && (session->out->format->flags & FORMAT_RAW))
		r = map_load_types(map, PLAN_NATIVE, err);
	if (r)
		return r;
	if (!has_section(map))
		return err_set(err, ERR_USAGE,
			       "%s: no variables are known in it%s%s; 'var' is for the .data, .bss "
			       "and .rodata of programs",
			       map_called(map), map->untyped ? ": " : "",
			       map->untyped ? map->untyped : "");
	*ret_plan = map->value_plan;
	if (*ret_plan && (*ret_plan)->dialect == PLAN_NATIVE)
		return 0;
	r = plan_compile(map->btf, map->info.btf_value_type_id, map->info.value_size, PLAN_NATIVE,
			 &ret->section, err);
	*ret_plan = ret->section;
	return r ? err_wrap(err, "%s", map_called(map)) : 0;
}

/* Finds the variable, and reads the value that it is in. */
static int variable_open(const struct session *session, const struct word_run *var,
			 struct variable *ret, struct err *err)
{
	const struct map *map = session->maps[0];
	const uint32_t first = 0;
	const struct plan *plan = NULL;
	void *value;
	int r;

	ret->map = map;
	ret->name = var->words[0];
	if (var->n != 1)
		return err_set(err, ERR_USAGE, "%s: 'var' takes one name, and '%s' is a second",
			       map_called(map), var->words[1]);
	r = load_section(session, ret, &plan, err);
	if (r)
		return r;
	r = plan_part_find(plan, "variable", ret->name, &ret->part, err);
	if (r)
		return err_wrap(err, "%s", map_called(map));
	r = entry_lookup(map, &first, &value, err);
	if (!r)
		ret->value = value;
	return r;
}

static const struct label label_var = LABEL_LOOK("var", LOOK_NAME);

static void part_write(const struct session *session, const struct variable *variable,
		       const struct label *label, const uint8_t *value)
{
	const struct plan_part *part = &variable->part;
	struct writer *out = session->out;

	if (out->format->flags & FORMAT_RAW)
		out->format->bytes(out, label, value + part->offset, part->plan.size);
	else
		plan_decode(&part->plan, label, value + part->offset, out);
}

static void variable_write(const struct session *session, const struct variable *variable, bool hex)
{
	static const struct label label_value = LABEL("value"), label_hex = LABEL("value_hex");
	const struct plan_part *part = &variable->part;
	struct writer *out = session->out;

	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	writer_str(out, &label_var, variable->name);
	part_write(session, variable, &label_value, variable->value);
	if (hex && !(out->format->flags & FORMAT_RAW))
		out->format->bytes(out, &label_hex, variable->value + part->offset,
				   part->plan.size);
	out->format->finish(out);
}

/* What an update would do, as change_write() says it of entries. */
static void change_show(const struct session *session, const struct variable *variable,
			const uint8_t *value)
{
	static const struct label label_action = LABEL_LOOK("action", LOOK_NAME);
	static const struct label label_old = LABEL("old"), label_new = LABEL("new");
	struct writer *out = session->out;

	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	writer_str(out, &label_action, "update");
	writer_str(out, &label_var, variable->name);
	part_write(session, variable, &label_old, variable->value);
	part_write(session, variable, &label_new, value);
	out->format->finish(out);
}

int var_words_show(const struct session *session, const struct word_run *var, bool hex,
		   struct err *err)
{
	_cleanup_variable_ struct variable variable = { 0 };
	int r = variable_open(session, var, &variable, err);

	if (!r)
		r = session_sandbox(session, err);
	if (!r)
		variable_write(session, &variable, hex);
	return r;
}

/* The parts that `set FIELD=V ...` writes, inside the variable. */
static int set_fields(const struct variable *variable, const struct word_run *set, uint8_t *value,
		      struct patch *patches, struct err *err)
{
	const struct plan_part *whole = &variable->part;
	int r = plan_change_words(&whole->plan, set->n, set->words, value + whole->offset, err);

	for (int i = 0; i < set->n && !r; i++) {
		struct plan_part field;

		r = plan_part_assigned(&whole->plan, set->words[i], &field, err);
		if (!r)
			patches[i] = (struct patch){ whole->offset + field.offset,
						     field.plan.size };
		plan_part_done(&field);
	}
	return r;
}

/* V, which may be @FILE, too. */
static int encode(const struct variable *variable, const struct word_run *run, void *bytes,
		  struct buf *left_out, struct err *err)
{
	const struct plan *plan = &variable->part.plan;
	int r;

	if (run->n != 1 || *run->words[0] != '@')
		return words_encode(variable->name, plan, run->n, run->words, bytes, plan->size,
				    left_out, err);
	r = read_file_exact(run->words[0] + 1, bytes, plan->size, err);
	return r ? err_wrap(err, "%s", variable->name) : 0;
}

/* Turns the words into a new value, and says which bytes of it are new. */
static int take_words(const struct session *session, const struct variable *variable,
		      const struct entry_words *words, uint8_t *value, struct patch *patches,
		      struct err *err)
{
	const struct plan_part *part = &variable->part;
	_cleanup_(buf_done) struct buf left_out = { 0 };
	_cleanup_free_ void *bytes = NULL;
	int r;

	if (words->set.n) {
		r = set_fields(variable, &words->set, value, patches, err);
		return r ? err_wrap(err, "%s: %s", map_called(variable->map), variable->name) : 0;
	}
	bytes = mem_try_array(1, part->plan.size);
	if (!bytes)
		return err_sys(err, "%s: room for a variable", map_called(variable->map));
	r = encode(variable, &words->value, bytes, &left_out, err);
	if (r)
		return err_wrap(err, "%s", map_called(variable->map));
	plan_part_put(part, bytes, value);
	patches[0] = (struct patch){ part->offset, part->plan.size };
	if (left_out.len)
		session_note(session, "%s: %s: left out, and so zero: %s",
			     map_called(variable->map), variable->name, buf_str(&left_out));
	return 0;
}

static int check(const struct map *map, const struct entry_words *words, struct err *err)
{
	if (words->key.n)
		return err_set(err, ERR_USAGE, "%s: 'var' and 'key' do not go together",
			       map_called(map));
	if (words->value.n && words->set.n)
		return err_set(err, ERR_USAGE, "%s: 'value' and 'set' do not go together",
			       map_called(map));
	if (!words->value.n && !words->set.n)
		return err_set(err, ERR_USAGE,
			       "%s: 'var %s' to what? 'value V', or 'set FIELD=V ...'",
			       map_called(map), words->var.words[0]);
	if (words->mode == BPF_NOEXIST)
		return err_set(err, ERR_NO, "%s has '%s' already", map_called(map),
			       words->var.words[0]);
	return entry_update_check(map, words->mode, words->lock, err);
}

int var_words_change(const struct session *session, const struct entry_words *words, bool echo,
		     bool dry_run, struct err *err)
{
	const struct map *map = session->maps[0];
	_cleanup_variable_ struct variable variable = { 0 };
	_cleanup_free_ struct patch *patches = NULL;
	_cleanup_free_ uint8_t *value = NULL;
	size_t n = words->set.n ? (size_t)words->set.n : 1;
	int r = check(map, words, err);

	if (!r)
		r = variable_open(session, &words->var, &variable, err);
	if (r)
		return r;
	value = mem_try_array(1, map_value_bytes(map));
	patches = mem_try_array(n, sizeof(*patches));
	if (!value || !patches)
		return err_sys(err, "%s: room for another value", map_called(map));
	memcpy(value, variable.value, map_value_bytes(map));
	r = take_words(session, &variable, words, value, patches, err);
	if (!r)
		r = dry_run ? entry_frozen_check(map, err)
			    : entry_patch(map, value, patches, n, err);
	if (r)
		return r;
	if (dry_run)
		change_show(session, &variable, value);
	else if (echo)
		variable_write(session, &variable, false);
	return 0;
}
