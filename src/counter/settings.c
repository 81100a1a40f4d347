/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counter/settings.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "base/alloc.h"
#include "counter/counter.h"
#include "kern/map_calls.h"

#define CONSTANTS ".rodata"

static bool is_constant(const struct counter_setting *setting)
{
	return !strcmp(setting->map, CONSTANTS);
}

/* libbpf puts the object's name in front of the section's. */
static struct bpf_map *find_constants(struct bpf_object *object)
{
	struct bpf_map *map;

	bpf_object__for_each_map(map, object)
	{
		const char *dot = strchr(bpf_map__name(map), '.');

		if (bpf_map__is_internal(map) && dot && !strcmp(dot, CONSTANTS))
			return map;
	}
	return NULL;
}

/* value in the setting's place among the size bytes of a map's value. */
static int put(const struct counter_setting *setting, uint64_t value, void *bytes, size_t size,
	       struct err *err)
{
	uint32_t narrow = (uint32_t)value;

	if (setting->offset > size || setting->size > size - setting->offset)
		return err_set(err, ERR_SYSTEM, "its program has no place for '%s'", setting->word);
	if (setting->size == sizeof(narrow))
		memcpy((char *)bytes + setting->offset, &narrow, sizeof(narrow));
	else
		memcpy((char *)bytes + setting->offset, &value, sizeof(value));
	return 0;
}

int settings_put_constants(const struct counter *counter, const uint64_t *values,
			   struct bpf_object *object, struct err *err)
{
	struct bpf_map *map = find_constants(object);
	size_t size = 0;
	const void *initial = map ? bpf_map__initial_value(map, &size) : NULL;
	_cleanup_free_ void *bytes = mem_zero(size + 1);
	int r = 0;

	if (!initial)
		size = 0;
	memcpy(bytes, initial ? initial : "", size);
	for (size_t i = 0; !r && counter->settings[i].word; i++)
		if (is_constant(&counter->settings[i]))
			r = put(&counter->settings[i], values[i], bytes, size, err);
	if (!r && size && bpf_map__set_initial_value(map, bytes, size) < 0)
		r = err_sys(err, "set the constants of its program");
	return r;
}

static int put_array(const struct counter_setting *setting, uint64_t value,
		     struct bpf_object *object, struct err *err)
{
	struct bpf_map *map = bpf_object__find_map_by_name(object, setting->map);
	size_t size = map ? bpf_map__value_size(map) : 0;
	_cleanup_free_ void *bytes = mem_zero(size + 1);
	uint32_t key = 0;
	int error = map ? kern_map_lookup(bpf_map__fd(map), &key, bytes, 0) : 0;

	if (!error && put(setting, value, bytes, size, err))
		return -err->code;
	if (!error)
		error = bpf_map_update_elem(bpf_map__fd(map), &key, bytes, BPF_ANY);
	if (!error)
		return 0;
	errno = -error;
	return err_sys(err, "set '%s' in %s", setting->word, setting->map);
}

int settings_put_arrays(const struct counter *counter, const uint64_t *values,
			struct bpf_object *object, struct err *err)
{
	int r = 0;

	for (size_t i = 0; !r && counter->settings[i].word; i++)
		if (!is_constant(&counter->settings[i]))
			r = put_array(&counter->settings[i], values[i], object, err);
	return r;
}
