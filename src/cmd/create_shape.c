/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What the words of `create` mean for the shape. */
#include "cmd/create_words.h"

#include <errno.h>
#include <net/if.h>
#include <string.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "base/nearest.h"
#include "base/number.h"
#include "map/map_limits.h"
#include "map/map_types.h"
#include "map/reference.h"
#include "map/shape_like.h"
#include "map/shape_types.h"

static int take_number(const char *keyword, const char *word, uint64_t max, uint64_t *ret,
		       struct err *err)
{
	int r = number_scaled(word, max, ret);

	if (r == -ERANGE)
		return err_set(err, ERR_USAGE, "%s: '%s' is more than %llu", keyword, word,
			       (unsigned long long)max);
	if (r)
		return err_set(err, ERR_USAGE, "%s: '%s' is not a number", keyword, word);
	return 0;
}

static int take_u32(const char *keyword, const char *word, uint32_t *ret, struct err *err)
{
	uint64_t value;
	int r = word ? take_number(keyword, word, UINT32_MAX, &value, err) : 0;

	if (word && !r)
		*ret = (uint32_t)value;
	return r;
}

static int take_type(const char *word, uint32_t *ret, struct err *err)
{
	struct nearest nearest = NEAREST(word);
	const struct map_type *type;
	uint32_t number;

	for (size_t i = 0; (type = map_type_nth(i)); i++) {
		if (!strcmp(type->name, word)) {
			*ret = type->number;
			return 0;
		}
		nearest_offer(&nearest, type->name);
	}
	/* As types are listed that the table does not know. */
	if (!strncmp(word, "type_", 5) && !number_u32(word + 5, &number) && number &&
	    !strcmp(map_type_find(number)->name, word)) {
		*ret = number;
		return 0;
	}
	if (nearest.best)
		return err_set(err, ERR_USAGE, "there is no map type '%s'; did you mean '%s'?",
			       word, nearest.best);
	return err_set(err, ERR_USAGE, "there is no map type '%s'; 'mapctl types' lists them",
		       word);
}

static int take_part(const char *word, enum shape_part part, struct map_shape *shape,
		     struct err *err)
{
	const char *keyword = part == SHAPE_KEY ? "key" : "value";
	uint32_t size = 0;
	int r;

	if (!word)
		return 0;
	if (word[0] < '0' || word[0] > '9') {
		r = map_shape_type(shape, part, word, err);
		return r ? err_wrap(err, "%s", keyword) : 0;
	}
	r = take_u32(keyword, word, &size, err);
	if (!r)
		map_shape_size(shape, part, size);
	return r;
}

static int take_device(const char *word, uint32_t *ret, struct err *err)
{
	unsigned int index = word ? if_nametoindex(word) : 0;

	if (word && !index)
		return err_set(err, ERR_NO, "there is no network interface '%s'", word);
	if (word)
		*ret = index;
	return 0;
}

static int open_map(const char *keyword, const struct word_run *run, int *ret, struct err *err)
{
	_cleanup_reference_ struct reference reference = { 0 };
	int r = reference_parse(&reference_map, run->n, run->words, &reference, err);
	int fd = r ? r : reference_open_map(&reference, err);

	if (fd < 0)
		return err_wrap(err, "%s", keyword);
	*ret = fd;
	return 0;
}

/* As bpftool does, one that the type has no use for is looked at and left out. */
static int take_inner(const struct word_run *run, struct map_shape *shape, struct err *err)
{
	_cleanup_close_ int fd = -1;
	int r = run->n ? open_map("inner_map", run, &fd, err) : 0;

	if (r || !run->n || !create_words_use_inner(shape))
		return r;
	if (shape->inner_fd >= 0)
		close(shape->inner_fd);
	shape->inner_fd = fd;
	fd = -1;
	return 0;
}

static int take_node(const struct create_words *words, struct map_shape *shape, struct err *err)
{
	if (words->numa_node)
		shape->flags |= BPF_F_NUMA_NODE;
	return take_u32("numa_node", words->numa_node, &shape->numa_node, err);
}

/* What is the same in all maps of a type need not be said. */
static int need_sizes(const struct create_words *words, struct map_shape *shape, struct err *err)
{
	const struct map_type *type = map_type_find(shape->type);
	const struct map_limits *limits = type->limits;

	if (!words->key && !shape->key_size && limits->key.min == limits->key.max)
		map_shape_size(shape, SHAPE_KEY, limits->key.min);
	else if (!words->key && !shape->key_size)
		return err_set(err, ERR_USAGE,
			       "'key' and the size or the type of a key are missing");
	if (!words->value && !shape->value_size && limits->value.min == limits->value.max)
		map_shape_size(shape, SHAPE_VALUE, limits->value.min);
	else if (!words->value && !shape->value_size)
		return err_set(err, ERR_USAGE,
			       "'value' and the size or the type of a value are missing");
	if (!words->entries && !shape->max_entries && limits->entries != ENTRIES_NONE)
		return err_set(err, ERR_USAGE, "'entries' and their number are missing");
	return 0;
}

static int take_plain(const struct create_words *words, struct map_shape *shape, struct err *err)
{
	int r = words->type ? take_type(words->type, &shape->type, err) : 0;

	if (!r && !shape->type)
		r = err_set(err, ERR_USAGE,
			    "'type' and a map type are missing; 'mapctl types' lists them");
	if (!r && words->flags)
		r = map_flags_parse(words->flags, &shape->flags, err);
	if (!r)
		r = take_u32("entries", words->entries, &shape->max_entries, err);
	if (!r && words->map_extra)
		r = take_number("map_extra", words->map_extra, UINT64_MAX, &shape->map_extra, err);
	if (!r)
		r = take_node(words, shape, err);
	if (!r)
		r = take_device(words->device, &shape->ifindex, err);
	if (!r && words->name) {
		free(shape->name);
		shape->name = mem_strdup(words->name);
	}
	return r;
}

bool create_words_use_inner(const struct map_shape *shape)
{
	const struct map_type *type = map_type_find(shape->type);

	return type->value == VALUE_MAP || type->can & MAP_STRANGE;
}

int create_words_adjust(const void *of_command, struct map_shape *shape, struct err *err)
{
	const struct create_words *words = of_command;
	int r = take_plain(words, shape, err);

	if (!r)
		r = take_part(words->key, SHAPE_KEY, shape, err);
	if (!r)
		r = take_part(words->value, SHAPE_VALUE, shape, err);
	if (!r)
		r = take_inner(&words->inner_map, shape, err);
	if (!r)
		r = need_sizes(words, shape, err);
	return r ? r : map_shape_fill_types(shape, err);
}

static int take_like(const struct create_words *words, struct map_shape *shape, struct err *err)
{
	_cleanup_close_ int fd = -1;
	int r = open_map("like", &words->like, &fd, err);

	if (r)
		return r;
	r = map_shape_like(fd, !words->inner_map.n, shape, err);
	if (r)
		return err_wrap(err, "like");
	if (shape->flags & BPF_F_NUMA_NODE && !words->numa_node && !words->flags)
		return err_set(err, ERR_USAGE,
			       "like: the kernel does not tell its NUMA node; 'numa_node N' does");
	return 0;
}

int create_words_shape(const struct create_words *words, struct map_shape *ret, struct err *err)
{
	struct map_shape shape = MAP_SHAPE;
	int r = words->like.n ? take_like(words, &shape, err) : 0;

	if (!r)
		r = create_words_adjust(words, &shape, err);
	if (r)
		map_shape_done(&shape);
	else
		*ret = shape;
	return r;
}
