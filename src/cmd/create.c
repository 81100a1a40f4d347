/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <stddef.h>
#include <string.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "base/number.h"
#include "cli/command.h"
#include "cmd/create_from.h"
#include "cmd/create_words.h"
#include "cmd/shape_writer.h"
#include "map/create.h"
#include "map/map_types.h"
#include "map/pinning.h"
#include "output/writer.h"

#define NAME_LEN (BPF_OBJ_NAME_LEN - 1)

struct settings {
	bool pinned_only, dry_run;
};

static const struct opt options[] = {
	{ "pinned-only", 0, OPT_FLAG, offsetof(struct settings, pinned_only), NULL, NULL,
	  "of an object file, the maps that say LIBBPF_PIN_BY_NAME" },
	{ "dry-run", 0, OPT_FLAG, offsetof(struct settings, dry_run), NULL, NULL,
	  "say what would be made, and make nothing" },
	{ .name = NULL },
};

/* The file name of the pin, as far as the kernel takes it. */
static char *name_by_path(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *name = mem_printf("%.*s", NAME_LEN, slash ? slash + 1 : path);

	for (char *c = name; *c; c++)
		if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", *c))
			*c = '_';
	return name;
}

static void note_name(const struct session *session, const char *name)
{
	if (strlen(name) > NAME_LEN)
		session_note(session,
			     "create: of the name '%s' the kernel keeps %d characters: '%.*s'",
			     name, NAME_LEN, NAME_LEN, name);
}

static void note_inner(const struct session *session, const struct create_words *words,
		       const struct map_shape *shape)
{
	if (words->inner_map.n && !create_words_use_inner(shape))
		session_note(session,
			     "create: the values of type %s are no maps: 'inner_map' means "
			     "nothing",
			     map_type_find(shape->type)->name);
}

static bool is_type(const char *word)
{
	uint64_t size;

	return word && number_scaled(word, UINT64_MAX, &size);
}

static void note_types(const struct session *session, const struct create_words *words,
		       const struct map_shape *shape)
{
	if ((is_type(words->key) || is_type(words->value)) && !shape->key_type_id &&
	    !shape->value_type_id)
		session_note(session, "create: for maps of type %s the kernel keeps no types",
			     map_type_find(shape->type)->name);
}

static int make(const struct create_words *words, const struct map_shape *shape, struct err *err)
{
	_cleanup_close_ int fd = -1;
	int r = map_create(shape, &fd, err);

	return r ? r : map_pin(fd, words->path, words->replace, err);
}

static int dry_run(const struct session *session, const struct create_words *words,
		   const struct map_shape *shape, struct err *err)
{
	int r = map_shape_check(shape, err);

	if (r)
		return r;
	session->out->format->start(session->out, SHAPE_ONE);
	shape_write(words->path, shape, session->out);
	session->out->format->finish(session->out);
	return 0;
}

static int create_one(const struct session *session, const struct create_words *words,
		      const struct settings *settings, struct err *err)
{
	_cleanup_(map_shape_done) struct map_shape shape = MAP_SHAPE;
	int r = create_words_shape(words, &shape, err);

	if (!r)
		r = map_pin_check(words->path, words->replace, err);
	if (r)
		return r;
	if (!shape.name)
		shape.name = name_by_path(words->path);
	note_name(session, shape.name);
	note_inner(session, words, &shape);
	note_types(session, words, &shape);
	return settings->dry_run ? dry_run(session, words, &shape, err) : make(words, &shape, err);
}

static int create_all(const struct session *session, const struct create_words *words,
		      const struct settings *settings, struct err *err)
{
	const struct create_from from = {
		.path = words->path,
		.object = words->from,
		.pinned_only = settings->pinned_only,
		.replace = words->replace,
		.dry_run = settings->dry_run,
		.adjust = create_words_adjust,
		.words = words,
	};

	if (words->like.n)
		return err_set(err, ERR_USAGE, "'like' and 'from' exclude each other");
	return create_from(session, &from, err);
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	struct create_words words;
	int r = create_words_take(session->argc, session->argv, &words, err);

	if (!r && words.from)
		r = create_all(session, &words, settings, err);
	else if (!r)
		r = create_one(session, &words, settings, err);
	return r ? err_wrap(err, "create") : 0;
}

extern const struct command cmd_create;
const struct command cmd_create = {
	.name = "create",
	.heading = "Change",
	.synopsis = "PATH {type TYPE key SIZE|TYPE value SIZE|TYPE entries N | like MAP | "
		    "from OBJ.o[:NAME]} [name NAME] [flags FLAG[,FLAG...]] [inner_map MAP] "
		    "[offload_dev IF] [numa_node N] [map_extra N] [replace]",
	.notes = "  PATH: a new file in a bpffs, mostly below /sys/fs/bpf\n"
		 "  type TYPE: hash, array, ...; 'mapctl types' lists them\n"
		 "  key, value: a size in bytes, or a type in C: u32, 'struct { u64 packets, "
		 "bytes; }'\n"
		 "  entries N: how many it takes; of a ring buffer its size in bytes\n"
		 "  like MAP: as that one is, but for what the other words say\n"
		 "  from OBJ.o:NAME: as a BPF object file defines it; without NAME all of its "
		 "maps,\n"
		 "      pinned in the folder PATH\n"
		 "  flags: no_prealloc, rdonly_prog, mmapable, ..., or a number\n"
		 "  inner_map MAP: what the maps in a map of maps are like\n"
		 "  replace: takes the place of the map that is pinned at PATH\n",
	.summary = "make a map, and pin it",
	.takes = TAKES_NO_MAP,
	.flags = COMMAND_WORDS | COMMAND_CHANGES,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
	.complete = create_words_complete,
};
